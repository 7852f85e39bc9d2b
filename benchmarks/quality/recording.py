"""What was measured, put where the program tells it: a file in the package, and the README's table made from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from armswire import __version__
from armswire.scoring.counts import Count, Share
from armswire.scoring.measured import Measurement, load_names, record
from armswire.scoring.report import claim_table

ROOT = Path(__file__).parents[2]
MEASURED = ROOT / "src" / "armswire" / "scoring" / "data" / "measured.json"
README = ROOT / "README.md"
# The table stands between these lines of the README.
TABLE_BEGINS, TABLE_ENDS = "<!-- figures -->", "<!-- end of figures -->"

# The groups that the README shows, in its order.
SHOWN_GROUPS = ("seeds", "headlines", "compositions", "dispatches")


def make_measurement(
    *,
    sizes: Mapping[str, int],
    tables: Mapping[str, Mapping[str, Count]] | None = None,
    shares: Mapping[str, Share] | None = None,
    values: Mapping[str, float] | None = None,
) -> Measurement:
    """What was measured of a group, today and with this version."""
    return Measurement(
        version=__version__,
        day=datetime.now(tz=UTC).date(),
        sizes=dict(sizes),
        tables={name: dict(rows) for name, rows in (tables or {}).items()},
        shares=dict(shares or {}),
        values=dict(values or {}),
    )


def write_measured(found: Mapping[str, Measurement]) -> None:
    """Put what was measured into the package, and the table made from it into the README."""
    groups = record(found, MEASURED)
    before, rest = README.read_text(encoding="utf-8").split(TABLE_BEGINS)
    _, after = rest.split(TABLE_ENDS)
    README.write_text(f"{before}{TABLE_BEGINS}\n\n{readme_table(groups)}\n\n{TABLE_ENDS}{after}", encoding="utf-8")


def readme_table(groups: Mapping[str, Measurement]) -> str:
    """The figures as a Markdown table."""
    table = claim_table({name: groups[name] for name in SHOWN_GROUPS if name in groups}, load_names())
    rows = [[*table.columns], ["---"] * len(table.columns)]
    rows += [[row.words, *(cell.figure for cell in row.cells)] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
