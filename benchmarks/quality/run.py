"""How well claims are read, against gold and the project's own compositions and chains; floors only go up.

    python benchmarks/quality/run.py [--raise] [--record] [--errors GROUP] [--json]

`--record` puts what was measured into the package, from where the README, the page, the API and `armswire quality` have
their figures; `--raise` does so too.

Gold lies beside the repository (../shared) and is not part of it; groups whose gold is missing are left out and said
so. Exit status 1 where a figure is below its floor in floors.json.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from armswire.articles.read import read
from armswire.errors import ArticleError
from armswire.model.encoding import encode_claim
from armswire.pipeline import Reader
from armswire.scoring.chains import Pair, chain_figures, chain_pairs
from armswire.scoring.comparison import ScoredClaim, scored_claim
from armswire.scoring.counts import Share
from armswire.scoring.figures import Figures, GoldDocument, false_alarms, score
from armswire.scoring.files import read_gold
from armswire.scoring.measured import Measurement

if __name__ == "__main__":
    # A script finds only what lies beside it.
    sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.quality import polnear
from benchmarks.quality.recording import make_measurement, write_measured

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).with_name("floors.json")
# The counts that stand above a group's table.
COUNTED = {"gold_claims": "gold claims", "pred_cores": "predicted cores"}

# The day on which the compositions that name none are taken to have appeared.
COMPOSITIONS_PUBLISHED = "2024-05-15"

# What the first version is to reach; see the claim scheme for what the figures are.
TARGETS: dict[str, dict[str, float]] = {
    "seeds": {
        "core_f1": 0.80, "claim_recall": 0.75, "exact_recall": 0.40, "evidence": 0.95, "requester": 0.90, "items": 0.85,
        "quantity": 0.90, "value": 0.90, "date": 0.70, "intermediary": 0.80,
    },
    "headlines": {"core_f1": 0.70, "quiet_per_1000": 995.0},
    "compositions": {"claim_recall": 0.90},
    "chains": {},
    "dispatches": {},
    "attributions": polnear.TARGETS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Articles to read and the gold to hold them against; `parts` names documents whose recall is shown apart.

    `chains` holds gold claims as JSON by document, where whose word they are is held against gold link by link.
    """

    name: str
    gold: Sequence[GoldDocument]
    sources: Sequence[Path]
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    chains: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one group by name; every one is better when higher. `measurement` has what they follow from."""

    name: str
    values: dict[str, float]
    figures: Figures | None
    measurement: Measurement
    pairs: Sequence[Pair] = ()


def seeds() -> Group | None:
    """Three whole articles."""
    gold = [SHARED / "eval" / "gold" / f"seed-{number}.json" for number in ("000", "001", "003")]
    articles = SHARED / "data" / "seeds" / "articles.jsonl"
    return Group("seeds", read_gold(gold), [articles]) if all(p.exists() for p in (*gold, articles)) else None


def headlines() -> Group | None:
    """Five thousand headlines, of which one in a hundred holds a claim."""
    paths = [SHARED / "eval" / "gold" / "headlines-dev.jsonl", SHARED / "data" / "headlines" / "dev-negatives.jsonl.gz"]
    return Group("headlines", read_gold(paths), paths) if all(path.exists() for path in paths) else None


def compositions(folder: Path) -> Group:
    """The project's own sentences, written out as articles into `folder`."""
    return _own_cases("compositions", folder)[0]


def chains(folder: Path) -> Group:
    """The project's own chains of speakers, written out as articles into `folder`."""
    group, cases = _own_cases("chains", folder)
    return replace(group, chains={case["id"]: case["claims"] for case in cases})


def dispatches(folder: Path) -> Group:
    """The project's own dispatches by another hand, written out as articles into `folder`."""
    group, cases = _own_cases("dispatches", folder)
    return replace(group, chains={case["id"]: case["claims"] for case in cases})


def _own_cases(name: str, folder: Path) -> tuple[Group, list[dict[str, Any]]]:
    gold, articles, parts, all_cases = [], [], {}, []
    for path in sorted((ROOT / "tests" / name).glob("*.yaml")):
        # Dates as the strings that they are in JSON.
        cases = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))["cases"]
        parts[path.stem] = frozenset(case["id"] for case in cases)
        gold += [GoldDocument(case["id"], tuple(scored_claim(claim) for claim in case["claims"])) for case in cases]
        articles += [
            {"id": case["id"], "text": case["text"], "published": case.get("published", COMPOSITIONS_PUBLISHED)}
            for case in cases
        ]
        all_cases += cases
    source = folder / f"{name}.jsonl"
    source.write_text("\n".join(json.dumps(a, ensure_ascii=False) for a in articles), encoding="utf-8")
    return Group(name, gold, [source], parts), all_cases


def measure(group: Group, reader: Reader) -> Result:
    """Read the group's articles and score what was found."""
    wanted = {document.id for document in group.gold}
    articles = (_article(outcome) for outcome in read([str(path) for path in group.sources]))
    encoded: dict[str, list[dict[str, Any]]] = {}
    for reading in reader.read_articles(article for article in articles if article.id in wanted):
        for claim in reading.claims:
            encoded.setdefault(claim.document, []).append(encode_claim(claim))
    predictions = {document: [scored_claim(claim) for claim in claims] for document, claims in encoded.items()}
    figures = score(group.gold, predictions)
    pairs = chain_pairs(group.chains, encoded)
    chained = chain_figures(pairs)
    values = {**_values(figures, group, predictions), **{name: share.value for name, share in chained.items()}}
    return Result(group.name, values, figures, _measurement(group, predictions, figures, chained), pairs)


def _measured(group: Group | None, reader: Reader) -> Result | None:
    return None if group is None else measure(group, reader)


def _attributions(reader: Reader) -> Result | None:
    """PolNeAR's development articles."""
    if not polnear.DEV.exists():
        return None
    found = polnear.measure_attributions(reader)
    sizes = {"documents": sum(1 for _ in polnear.read_gold()), "attributions": found.gold("attribution")}
    measurement = make_measurement(sizes=sizes, tables={"attributions": found.table}, shares=found.recalls)
    return Result("attributions", found.values, None, measurement)


def _article(outcome: Any) -> Any:
    if isinstance(outcome, ArticleError):
        raise outcome
    return outcome


def _measurement(
    group: Group, predictions: dict[str, list[ScoredClaim]], figures: Figures, chained: Mapping[str, Share]
) -> Measurement:
    alarms, empty = false_alarms(group.gold, predictions)
    counts = figures.counts
    sizes = {
        "documents": len(group.gold),
        "with_claims": sum(1 for document in group.gold if document.claims),
        "claims": counts["gold_claims"],
    }
    shares = {
        "claim_recall": Share(counts.get("found_claims", 0), counts["gold_claims"]),
        "exact_recall": Share(counts.get("exact_claims", 0), counts["gold_claims"]),
        **{name: Share(round(slot.accuracy * slot.n), slot.n) for name, slot in figures.slots.items()},
        **({"quiet": Share(empty - alarms, empty)} if empty else {}),
        **chained,
    }
    return make_measurement(sizes=sizes, tables=figures.tables, shares=shares)


def _values(figures: Figures, group: Group, predictions: dict[str, list[ScoredClaim]]) -> dict[str, float]:
    named = {
        "core_precision": figures.core_precision,
        "core_recall": figures.core_recall,
        "core_f1": figures.core_f1,
        "claim_recall": figures.claim_recall,
        "exact_recall": figures.exact_recall,
        **{name: slot.accuracy for name, slot in figures.slots.items()},
    }
    values = {name: value for name, value in named.items() if value is not None}
    alarms, empty = false_alarms(group.gold, predictions)
    if empty:
        values["quiet_per_1000"] = 1000 * (1 - alarms / empty)
    for name, ids in group.parts.items():
        recall = score([document for document in group.gold if document.id in ids], predictions).claim_recall
        values[f"recall {name}"] = recall or 0.0
    return values


def read_floors() -> dict[str, dict[str, float]]:
    """The pinned floors by group and figure."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return floors


def raise_floors(floors: dict[str, dict[str, float]], results: Iterable[Result]) -> None:
    """Bring each floor up to what was reached, cut to three decimals; none goes down."""
    for result in results:
        pinned = floors.setdefault(result.name, {})
        for name, value in result.values.items():
            pinned[name] = max(pinned.get(name, 0.0), math.floor(value * 1000) / 1000)
    FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def print_result(result: Result, floors: dict[str, float]) -> list[str]:
    """The group's table; the figures that are below their floor."""
    counts, slots = ({}, {}) if result.figures is None else (result.figures.counts, result.figures.slots)
    about = [f"{counts[name]} {words}" for name, words in COUNTED.items() if name in counts]
    print(f"\n{result.name}" + (f": {', '.join(about)}" if about else ""))
    print(f"  {'figure':<16}{'now':>8}{'floor':>8}{'target':>8}")
    low = []
    for name, value in result.values.items():
        floor, target = floors.get(name), TARGETS[result.name].get(name)
        n = slots[name].n if name in slots else None
        mark = "  below its floor" if floor is not None and value < floor else ""
        missed = "  not there yet" if target is not None and value < target else ""
        low += [f"{result.name}.{name}: {value:.4f} < {floor}"] if mark else []
        print(f"  {name:<16}{value:>8.3f}{_shown(floor)}{_shown(target)}{f'  of {n}' if n else ''}{mark}{missed}")
    return low


def _shown(value: float | None) -> str:
    return f"{'-':>8}" if value is None else f"{value:>8.3f}"


def print_misses(result: Result) -> None:
    """What was missed and what is spurious, worst documents together; of chains, which are wrong."""
    for miss in sorted(result.figures.misses if result.figures else (), key=lambda miss: (miss.document, miss.kind)):
        print(miss.kind, miss.document, *miss.core, "|", miss.text[:160].replace("\n", " "))
    for pair in result.pairs:
        wrong = [name for name, right in pair.right.items() if not right]
        if pair.read is not None and wrong:
            print("chain", pair.document, ", ".join(wrong))
            for side, claim in (("gold", pair.gold), ("read", pair.read)):
                print(f"  {side}", claim.get("answer") or "-", *map(_link, claim.get("attribution") or ()))


def _link(link: Mapping[str, Any]) -> str:
    return f"[{link['class']} {link.get('actor') or '-'} {link.get('naming') or '-'} {link['source']!r}]"


def main() -> int:
    """Measure every group that has its gold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="raised", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--record", action="store_true", help="put what was measured into the package")
    parser.add_argument(
        "--errors",
        metavar="GROUP",
        help="list what a group misses (seeds, headlines, compositions, chains, dispatches)",
    )
    parser.add_argument("--group", action="append", help="measure this group only")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()
    reader = Reader()
    floors = read_floors()
    results, low = [], []
    with tempfile.TemporaryDirectory() as folder:
        groups: dict[str, Callable[[], Group | None]] = {
            "seeds": seeds, "headlines": headlines, "compositions": lambda: compositions(Path(folder)),
            "chains": lambda: chains(Path(folder)), "dispatches": lambda: dispatches(Path(folder)),
        }  # fmt: skip
        for name in arguments.group or (*groups, "attributions"):
            result = _attributions(reader) if name == "attributions" else _measured(groups[name](), reader)
            if result is None:
                print(f"{name}: its gold is not beside this repository ({SHARED}), left out", file=sys.stderr)
            else:
                results.append(result)
    if arguments.json:
        print(json.dumps({result.name: result.values for result in results}, indent=2))
    for result in results:
        if not arguments.json:
            low += print_result(result, floors.get(result.name, {}))
        if arguments.errors == result.name:
            print_misses(result)
    if arguments.raised:
        raise_floors(floors, results)
    if arguments.raised or arguments.record:
        write_measured({result.name: result.measurement for result in results})
    for line in low:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
