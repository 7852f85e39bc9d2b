"""What `armswire check` found, as tables, as a few lines, and for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from armswire.cli.console import Listing, make_listing
from armswire.model.finding import Finding, Support
from armswire.model.finding_encoding import encode_finding
from armswire.register.checks.check import Checked
from armswire.register.checks.fault import Fault
from armswire.register.store import Register

# Findings that a person should look at, the others are counted.
_TOLD = (Support.STAYS, Support.UNREAD, Support.FAILED)


def listings(checked: Checked, findings: Sequence[Finding] | None) -> Iterator[Listing]:
    """A table of the faults, and one of what the support test has to tell; none where there is nothing."""
    if checked.faults:
        rows = [(fault.record, fault.place, fault.problem, fault.remedy) for fault in checked.faults]
        yield make_listing(f"Faults ({len(rows)})", ("record", "place", "fault", "remedy"), rows)
    told = [finding for finding in findings or () if finding.support in _TOLD]
    if told:
        columns = ("claim", "slot", "given words", "finding", "read without them by")
        yield make_listing(f"Evidence ({len(told)})", columns, [_row(finding) for finding in told])


def summary(register: Register, checked: Checked, findings: Sequence[Finding] | None) -> Iterator[str]:
    """One line on the register, one for what was left out, and one on the support test."""
    found = Counter(fault.kind.value for fault in checked.faults)
    faults = ", ".join(f"{count} {kind}" for kind, count in sorted(found.items()))
    outcome = f"{_number(len(checked.faults), 'fault')} ({faults})" if found else "clean"
    yield f"{register.place}: {outcome}"
    for left_out in checked.left_out:
        yield f"not checked: {left_out}"
    if findings is not None:
        yield f"{_number(len({finding.claim for finding in findings}), 'claim')} tested: {_counted(findings)}"


def report_json(register: Register, checked: Checked, findings: Sequence[Finding] | None) -> dict[str, Any]:
    """All of it, for machines."""
    report: dict[str, Any] = {
        "register": register.place,
        "clean": not checked.faults,
        "faults": [_fault_json(fault) for fault in checked.faults],
        "left_out": list(checked.left_out),
    }
    if findings is not None:
        counts = Counter(finding.support.value for finding in findings)
        report["support"] = {
            "counts": {support.value: counts[support.value] for support in Support},
            "slots": [_finding_json(finding) for finding in findings],
        }
    return report


def _counted(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.support for finding in findings)
    said = {
        Support.WORDS: "values rest on their words",
        Support.TWICE: "rest on theirs and are told by others too",
        Support.STAYS: "stay without them",
        Support.INFERRED: "have no words (inferred)",
        Support.UNREAD: "claims are not read again by this reader",
        Support.FAILED: "could not be read again",
    }
    return "; ".join(f"{counts[support]} {words}" for support, words in said.items() if counts[support]) or "nothing"


def _row(finding: Finding) -> tuple[str, str, str, str, str]:
    words = " + ".join(f"“{one.text}”" for one in finding.words)
    instead = "; ".join(f"{step.note} ({step.rule})" for step in finding.instead)
    return (finding.claim, finding.slot, words, finding.told, instead)


def _fault_json(fault: Fault) -> dict[str, Any]:
    return {**asdict(fault), "kind": fault.kind.value}


def _finding_json(finding: Finding) -> dict[str, Any]:
    return {"claim": finding.claim, "document": finding.document, **encode_finding(finding)}


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
