"""Renews codes and shown names in `lexicon/data/actors/states_*.yaml` from the CLDR data that Babel carries.

Run after an upgrade of Babel:  uv run python scripts/renew_states.py [--check]
Only the lines `alpha2:` and `name:` of each entry are rewritten; everything else in the files is written by hand and
stays. ISO 3166-1 entries that no file has are named, for a person to add to the file of their continent.
Exit status: 0 nothing to do or renewed, 1 something is missing or (with --check) out of date.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from babel import Locale
from babel.core import get_global

DATA = Path(__file__).resolve().parent.parent / "src" / "armswire" / "lexicon" / "data" / "actors"

# Territories of CLDR that ISO 3166-1 does not have: exceptional reservations, groupings, test codes.
NOT_ISO = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
# Alpha-3 codes that CLDR still maps to a living alpha-2 code but that ISO has withdrawn.
WITHDRAWN = frozenset(["BUR", "ZAR", "DDR", "FXX", "TMP", "YMD"])
# CLDR tells the two Congos apart by their capitals; news writes the country's name.
NEWS_NAMES = {"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo"}
# User-assigned, in use with the EU and the World Bank; ISO 3166-1 has no code for Kosovo.
USER_ASSIGNED = {"XKX": "XK"}


def iso_codes() -> dict[str, str]:
    """Alpha-3 to alpha-2 of every entry of ISO 3166-1, and Kosovo's user-assigned code."""
    territories = {str(t) for t in Locale("en").territories if len(str(t)) == 2} - NOT_ISO
    codes = dict(USER_ASSIGNED)
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    for alias, current in aliases.items():
        is_alpha3 = len(alias) == 3 and alias.isalpha() and alias not in WITHDRAWN
        if is_alpha3 and len(current) == 1 and current[0] in territories:
            codes[alias] = current[0]
    return codes


def shown_name(alpha2: str) -> str:
    """CLDR's English name in the spelling of news: straight quotes, "and", nothing in brackets, no "SAR China"."""
    if alpha2 in NEWS_NAMES:
        return NEWS_NAMES[alpha2]
    name = Locale("en").territories[alpha2].replace("’", "'").replace(" & ", " and ").removesuffix(" SAR China")
    name = re.sub(r" \(.*\)$", "", name)
    return re.sub(r"\bSt\. ", "Saint ", name)


def renew(text: str, codes: dict[str, str]) -> tuple[str, set[str]]:
    """The file's text with fresh `alpha2` and `name` lines, and the codes that it has."""
    seen: set[str] = set()
    code = ""
    lines = []
    for line in text.splitlines(keepends=True):
        if found := re.match(r"  - code: \"?([A-Z]{3})", line):
            code = found.group(1)
            seen.add(code)
        elif code in codes and line.startswith("    alpha2:"):
            line = f"    alpha2: {json.dumps(codes[code])}\n"
        elif code in codes and line.startswith("    name:"):
            line = f"    name: {json.dumps(shown_name(codes[code]), ensure_ascii=False)}\n"
        lines.append(line)
    return "".join(lines), seen


def main() -> int:
    """Renews (or checks) every file; says what changed and what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing, only say what is out of date")
    check = parser.parse_args().check
    codes = iso_codes()
    seen: set[str] = set()
    stale = False
    for path in sorted(DATA.glob("states_*.yaml")):
        old = path.read_text(encoding="utf-8")
        new, found = renew(old, codes)
        seen |= found
        if new != old:
            stale = True
            print(f"{path.name}: {'out of date' if check else 'renewed'}")
            if not check:
                path.write_text(new, encoding="utf-8")
    missing, unknown = sorted(codes.keys() - seen), sorted(seen - codes.keys())
    if missing:
        print(f"add to a states file: {', '.join(missing)}", file=sys.stderr)
    if unknown:
        print(f"not in ISO 3166-1 any more: {', '.join(unknown)}", file=sys.stderr)
    return 1 if missing or unknown or (check and stale) else 0


if __name__ == "__main__":
    sys.exit(main())
