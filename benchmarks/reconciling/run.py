"""How well claims are reconciled, on worlds whose truth is known.

    python benchmarks/reconciling/run.py [--deals 700] [--seed 101] [--seed 102 ...] [--json] [--record]

Each seed is a world of its own; the means are shown. The seeds of the published figures were not looked at while the
rules were made. `--record` puts the published figures into the package, from where the page, the API and
`armswire quality` have them.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from statistics import mean

from measure import measure
from reports import report
from worlds import invent_world

from armswire.lexicon.evidence import load_evidence
from armswire.register.reconciliation import reconcile

if __name__ == "__main__":
    # A script finds only what lies beside it.
    sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.quality.recording import make_measurement, write_measured

PUBLISHED = (101, 102, 103)
SIZES = ("articles", "claims", "disputes")


def main() -> None:
    """Invent, reconcile, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--deals", type=int, default=700)
    parser.add_argument("--seed", type=int, action="append")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--record", action="store_true", help="put the figures into the package")
    arguments = parser.parse_args()
    if arguments.record and (arguments.seed or arguments.deals != parser.get_default("deals")):
        parser.error("--record is for the published worlds: leave --seed and --deals out")
    figures = []
    for seed in arguments.seed or PUBLISHED:
        news = report(invent_world(seed, arguments.deals), seed)
        findings = reconcile([told.claim for told in news.told], news.articles, load_evidence())
        sizes_of = (len(news.articles), len(news.told), len(news.disputes))
        figures.append({**dict(zip(SIZES, sizes_of, strict=True)), **measure(news, findings)})
    shown = {name: round(mean(figure[name] for figure in figures), 3) for name in figures[0]}
    if arguments.record:
        sizes = {"worlds": len(figures), **{name: round(shown[name]) for name in SIZES}}
        values = {name: value for name, value in shown.items() if name not in SIZES}
        write_measured({"reconciling": make_measurement(sizes=sizes, values=values)})
    if arguments.json:
        print(json.dumps(shown, indent=2))
        return
    for name, value in shown.items():
        print(f"{name:<22}{value:>10}")


if __name__ == "__main__":
    main()
