"""The files of the rules of standing and of brackets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.brackets import BRACKETS_FILE, BracketRules
from armswire.lexicon.rules_file import digest_rules, parse_rules, read_rules
from armswire.lexicon.standing import STANDING_FILE, StandingRules

STANDING, BRACKETS = (read_rules(name).decode() for name in (STANDING_FILE, BRACKETS_FILE))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("rule: told\n", "rule: foretold\n", "rules.8.rule"),
        ("rule: acknowledged\n", "rule: independent_origins\n", "each rule stands once"),
        ("denied by {who}", "denied by {whom}", "words may hold"),
        ("  corroborated:", "  proven:", "standings"),
        ("  expert: {acknowledges: false, denies: false, origin: speaker, reason: \"Knows of it from others.\"}\n", "", "expert"),
        ("  request: {stages: [request]", "  request: {stages: [asking]", "denial_reaches.request"),
        ("  value: 2", "  value: 0", "independent_origins.value"),
    ],
)  # fmt: skip
def test_wrong_rules_of_standing_are_refused(old: str, new: str, told: str) -> None:
    assert old in STANDING
    with pytest.raises(LexiconError, match=told):
        parse_rules(StandingRules, STANDING.replace(old, new, 1).encode(), STANDING_FILE)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  approximate:\n", "  roundish:\n", "doubts.roundish"),
        ("fields: [order_year]", "fields: [value]", "'year_of_promise' is not asked of order_year"),
        ("also told: {others}", "also told: {them}", "words may hold"),
        ("- {stages: [pledge], doubt: promised}", "- {stages: [], doubt: promised}", "number_ordered.1.stages"),
    ],
)
def test_wrong_rules_of_brackets_are_refused(old: str, new: str, told: str) -> None:
    assert old in BRACKETS
    with pytest.raises(LexiconError, match=told):
        parse_rules(BracketRules, BRACKETS.replace(old, new, 1).encode(), BRACKETS_FILE)


def test_a_doubt_that_is_missing_is_told() -> None:
    without = BRACKETS.replace(BRACKETS[BRACKETS.index("  hedged:") : BRACKETS.index("  promised:")], "")
    with pytest.raises(LexiconError, match="nothing is said of hedged"):
        parse_rules(BracketRules, without.encode(), BRACKETS_FILE)


def test_a_digest_tells_files_apart() -> None:
    assert digest_rules(STANDING_FILE) != digest_rules(BRACKETS_FILE) != digest_rules(STANDING_FILE, BRACKETS_FILE)


def test_the_pages_of_the_rules_say_what_the_files_say() -> None:
    script = Path(__file__).parents[2] / "scripts" / "write_rules_pages.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
