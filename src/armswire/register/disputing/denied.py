"""Yes or no: what some affirm and others deny, and who will say neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.dispute import DisputeType
from armswire.register.denials import (
    acknowledged_after,
    could_answer,
    find_contradiction,
    find_parties,
    has_acknowledged,
    is_assertion,
    leaves_open,
    speaker,
    still_denying,
)
from armswire.register.disputing.discrepancy import Discrepancy, Sides, in_order
from armswire.register.phrasing import ask_whether, describe_items, list_actors
from armswire.register.witness import PROGRESS, Witness

# What the sides say.
YES, NO = "yes", "no"


def find_denials(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """What is affirmed and denied, with the answers that are neither; then what parties leave open undenied."""
    neither = [witness for witness in members if leaves_open(witness)]
    contradiction = find_contradiction(members, rules)
    asked: tuple[Witness, ...] = ()
    if contradiction is not None:
        asked = contradiction.affirming
        heard = [answer for answer in neither if any(could_answer(answer, yes, rules) for yes in asked)]
        neither = [answer for answer in neither if answer not in heard]
        settled = None
        if not still_denying(contradiction, members, rules):
            settled = f"{_speakers(contradiction.denying)} acknowledged it after denying it"
        sides = ((YES, asked), (NO, contradiction.denying))
        yield Discrepancy(DisputeType.DENIAL, _question(asked), sides, tuple(in_order(heard)), settled)
    rest = [witness for witness in members if is_assertion(witness) and witness not in asked]
    yield from _find_left_open(neither, rest, members, rules)


def _find_left_open(
    neither: Iterable[Witness], asserted: Sequence[Witness], members: Sequence[Witness], rules: EvidenceRules
) -> Iterator[Discrepancy]:
    """What is reported, denied by nobody, and neither confirmed nor denied by a party that must know it."""
    parties = find_parties(members, rules)
    groups: list[tuple[list[Witness], list[Witness]]] = []
    for answer in neither:
        if speaker(answer) not in parties or has_acknowledged(answer, members, parties, rules):
            continue
        asked = [yes for yes in asserted if could_answer(answer, yes, rules)]
        if asked:
            groups = _add(groups, answer, asked)
    for yes, answers in groups:
        since = [acknowledged_after(answer, members, parties, rules) for answer in answers]
        silent = [answer for answer, claims in zip(answers, since, strict=True) if not claims]
        # Who has acknowledged it since says yes now.
        sides: Sides = ((YES, tuple(in_order([*yes, *chain.from_iterable(since)]))),)
        yield Discrepancy(
            type=DisputeType.DENIAL,
            question=_question(yes),
            sides=sides,
            open_answers=tuple(in_order(answers)),
            settled=None if silent else f"{_speakers(answers)} acknowledged it after leaving it open",
            left_open=f"nobody denies it, and {_speakers(silent)} will say neither yes nor no",
        )


def _add(
    groups: Sequence[tuple[list[Witness], list[Witness]]], answer: Witness, asked: list[Witness]
) -> list[tuple[list[Witness], list[Witness]]]:
    """The groups with one more answer: what it can be about is one question with whatever shares claims with it."""
    apart = [group for group in groups if not any(yes in group[0] for yes in asked)]
    joined = [group for group in groups if group not in apart]
    return [
        *apart,
        (
            in_order([*asked, *(yes for group in joined for yes in group[0])]),
            in_order([answer, *(other for group in joined for other in group[1])]),
        ),
    ]


def _question(yes: Sequence[Witness]) -> str:
    return ask_whether(
        PROGRESS[max(witness.place or 0 for witness in yes)],
        (actor for witness in yes for actor in witness.claim.supplier),
        (actor for witness in yes for actor in witness.claim.recipient),
        describe_items(yes),
        # Who names one recipient each does not say that all of them get it.
        last="and" if any(len(witness.claim.recipient) > 1 for witness in yes) else "or",
    )


def _speakers(witnesses: Iterable[Witness]) -> str:
    return list_actors(actor for witness in witnesses if (actor := speaker(witness)) is not None)
