"""How well claims are reconciled, on worlds whose truth is known.

    python benchmarks/reconciling/run.py [--deals 700] [--seed 101] [--seed 102 ...] [--json]

Each seed is a world of its own; the means are shown. The seeds of the published figures were not looked at while the
rules were made.
"""

from __future__ import annotations

import argparse
import json
from statistics import mean

from measure import measure
from reports import report
from worlds import invent_world

from armswire.lexicon.evidence import load_evidence
from armswire.register.reconciliation import reconcile

PUBLISHED = (101, 102, 103)


def main() -> None:
    """Invent, reconcile, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--deals", type=int, default=700)
    parser.add_argument("--seed", type=int, action="append")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    figures = []
    for seed in arguments.seed or PUBLISHED:
        news = report(invent_world(seed, arguments.deals), seed)
        findings = reconcile([told.claim for told in news.told], news.articles, load_evidence())
        size = {"articles": len(news.articles), "claims": len(news.told), "disputes": len(news.disputes)}
        figures.append({**size, **measure(news, findings)})
    shown = {name: round(mean(figure[name] for figure in figures), 3) for name in figures[0]}
    if arguments.json:
        print(json.dumps(shown, indent=2))
        return
    for name, value in shown.items():
        print(f"{name:<22}{value:>10}")


if __name__ == "__main__":
    main()
