"""Write docs/reference/standing.md and brackets.md from the data files; --check fails where they are out of date."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

from armswire.lexicon.evidence import EvidenceRules, Figure, load_evidence
from armswire.model.claim import Stage

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
WIDTH = 120

STANDING = """\
# Standing

Written by `scripts/write_rules_pages.py` from `src/armswire/lexicon/data/standing.yaml` and `evidence.yaml`; change the
rules there. `armswire show` gives the standing of a transfer with its reason, `armswire explain` the claims that it was
judged on.

A standing says how well the **furthest stage that somebody affirms** is known. It is no verdict on the truth: a
confirmed delivery is one that a party to it acknowledges.
"""

BRACKETS = """\
# Brackets

Written by `scripts/write_rules_pages.py` from `src/armswire/lexicon/data/brackets.yaml`; change the rules there.

As in SIPRI's trade registers a number, a year, a sum or a designation stands in brackets where it is uncertain, which
does not put the deal in doubt. Other than there, the reason stands beside it: in `armswire show`, among the comments of
`armswire export sipri`, and as `entries` in `armswire export transfers`.
"""


def render_standing(rules: EvidenceRules) -> str:
    """The page of the rules of standing."""
    standing = rules.standing
    answers = " or ".join(f"`{answer.value}`" for answer in standing.acknowledging_answers.answers)
    certainty = " or ".join(f"`{one.value}`" for one in standing.acknowledging_certainty.certainty)
    parts = [
        STANDING,
        "## The five standings\n",
        _table(("standing", "means"), ((f"`{name.value}`", says) for name, says in standing.standings.items())),
        "## The rules, in the order in which they are asked\n\nThe first that holds gives the standing.\n",
        _table(("", "if", "then", "told as"), _rule_rows(rules)),
        "## A party, and its own word\n",
        _paragraph(
            f"Parties are the {_listed(standing.parties.roles)}: {_clause(standing.parties.reason)}.",
            f"Where nothing has gone beyond a request, the {_listed(standing.parties_to_request.roles)} is one too:",
            f"{_clause(standing.parties_to_request.reason)}.",
            "The word is that of whoever stands last in the chain of sources.",
        ),
        _table(("class of the speaker", "acknowledges", "denies", "origin", "because"), _speaker_rows(rules)),
        _paragraph(
            f"An answer that {answers} acknowledges whatever the class:",
            f"{_clause(standing.acknowledging_answers.reason)}. Else the source must be {certainty}:",
            f"{_clause(standing.acknowledging_certainty.reason)}.",
            f"What can be acknowledged: {_stages(standing.acknowledged_stages.stages)}.",
            standing.acknowledged_stages.reason,
        ),
        "## How far a denial reaches\n",
        _table(("who denies a", "denies", "because"), _reach_rows(rules)),
        _table(("days", "", "because"), _day_rows(rules)),
        "## Independent origins\n",
        _paragraph(
            f"It takes {standing.independent_origins.value}. {standing.independent_origins.reason}",
            "Copies of one text, retellings of one outlet's report and articles that credit one agency are one origin.",
            f"Who speaks in public ({_classes(rules, 'public')}) is one origin, whichever outlet passes the word on;",
            f"all who speak for one state are one. Another speaker ({_classes(rules, 'speaker')}) is the origin of the",
            "article that cites it itself. Of all others the outlet that heard them is the origin.",
        ),
    ]
    return "\n".join(parts)


def render_brackets(rules: EvidenceRules) -> str:
    """The page of brackets."""
    parts = [
        BRACKETS,
        "## Which claims give a value\n\nThe first row that has it, whose doubt then stands beside it.\n",
        _table(("value", "from claims of", "with the doubt"), _tier_rows(rules)),
        "## What makes a value uncertain\n",
        _table(("in brackets because", "asked of", "because"), _doubt_rows(rules)),
    ]
    return "\n".join(parts)


def _rule_rows(rules: EvidenceRules) -> Iterator[tuple[str, ...]]:
    for number, rule in enumerate(rules.standing.rules, 1):
        words = rule.words.format(who="A", origins="N origins", judged="who settled it, when and why")
        yield f"{number}", f"{rule.asks} (`{rule.rule}`)", f"`{rule.standing.value}`", words


def _speaker_rows(rules: EvidenceRules) -> Iterator[tuple[str, ...]]:
    for name, speaker in rules.standing.speakers.items():
        yield f"`{name.value}`", _yes(speaker.acknowledges), _yes(speaker.denies), speaker.origin, speaker.reason


def _reach_rows(rules: EvidenceRules) -> Iterator[tuple[str, ...]]:
    for stage, reach in rules.standing.denial_reaches.items():
        yield f"`{stage.value}`", _stages(reach.stages), reach.reason
    ruled_out = rules.standing.refusal_rules_out
    yield "(a refusal, or a policy said again, soon after a report)", _stages(ruled_out.stages), ruled_out.reason


def _day_rows(rules: EvidenceRules) -> Iterator[tuple[str, ...]]:
    days: tuple[tuple[Figure, str], ...] = (
        (rules.days.policy_denial, "so long after a report a refusal contradicts it"),
        (rules.days.undated, "so far back an event without a date can lie; so long a denial may come before the end"),
    )
    for figure, meaning in days:
        yield f"{figure.value:g}", meaning, figure.reason


def _tier_rows(rules: EvidenceRules) -> Iterator[tuple[str, ...]]:
    for field, tiers in rules.brackets.tiers.items():
        for place, tier in enumerate(tiers):
            limits = [
                *(["dated after the report"] if tier.ahead else []),
                *(["whether affirmed or not"] if tier.any_polarity else []),
            ]
            words = "" if tier.doubt is None else rules.brackets.doubts[tier.doubt].words
            label = field.value.replace("_", " ") if place == 0 else ""
            yield label, "; ".join([_stages(tier.stages), *limits]), words


def _doubt_rows(rules: EvidenceRules) -> Iterator[tuple[str, ...]]:
    for name, doubt in rules.brackets.doubts.items():
        fields = ", ".join(field.value.replace("_", " ") for field in doubt.fields)
        yield f"{doubt.words.format(others='N')} (`{name}`)", fields, doubt.reason


def _stages(stages: Iterable[Stage]) -> str:
    named = [stage.value.replace("_", " ") for stage in stages]
    return "anything" if len(named) == len(Stage) else ", ".join(named)


def _classes(rules: EvidenceRules, origin: str) -> str:
    """The classes of speaker that count as an origin in this way."""
    return ", ".join(f"`{name.value}`" for name, one in rules.standing.speakers.items() if one.origin == origin)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(' '.join(cell.split()) for cell in line)} |" for line in lines) + "\n"


def _paragraph(*sentences: str) -> str:
    return fill(" ".join(sentences), WIDTH, break_long_words=False, break_on_hyphens=False) + "\n"


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _clause(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].removesuffix(".")


def _yes(value: object) -> str:
    return "yes" if value else "no"


def main() -> int:
    """Write or check; 1 where a page is out of date."""
    rules = load_evidence()
    pages = {FOLDER / "standing.md": render_standing(rules), FOLDER / "brackets.md": render_brackets(rules)}
    stale = [path for path, page in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != page]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path} is out of date: run scripts/write_rules_pages.py", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
