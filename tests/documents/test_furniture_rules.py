"""Each rule drops its examples and leaves its counter-examples; no rule touches running text."""

from __future__ import annotations

import pytest

from armswire.documents.furniture_rules import FurnitureRules
from armswire.lexicon.furniture import FurnitureRule, load_furniture

RULES = load_furniture()
ALL = FurnitureRules(RULES)


def caught_by(rules: FurnitureRules, line: str) -> str | None:
    tail = rules.tail_of(line)
    return rules.rule_for(line) or (tail[1] if tail else None)


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in RULES for line in rule.catches])
def test_a_rule_catches_its_examples(rule: FurnitureRule, line: str) -> None:
    assert caught_by(FurnitureRules([rule]), line) == rule.id


@pytest.mark.parametrize("line", [line for rule in RULES for line in rule.leaves])
def test_no_rule_touches_what_one_leaves(line: str) -> None:
    assert caught_by(ALL, line) is None


RUNNING_TEXT = [
    "The army baked cookies for the 300 soldiers who guard the border.",
    "Norland will share the rifles with Sudmark, its envoy said.",
    "Print shops in Halm were told to stop making ration cards.",
    "Comment was not available from the ministry.",
    "Subscribers of the fund will pay for two ambulances and a boat.",
    "The general logged in to the meeting from a bunker.",
    "More than 40 guns left the port.",
    "Read the contract, lawmakers told the minister, before you sign it.",
    "Follow-on orders for 20 boats are expected.",
    "Photo evidence shows shells of Norland's make, analysts said.",
    "Tags on the shells were removed.",
    "Source of the guns unknown, says envoy",
    "Related talks on missiles go on in Halm.",
    "Updated rifles reach the front",
    "May 3 deadline for arms embargo",
    "Norland > Sudmark: 40 guns change hands, 12 more to follow by the end of the year, the envoy told a newspaper",
    "We use what we are given, a gunner said.",
    "We use cookies, sugar and tea as bribes, a smuggler of guns said, “and nobody asks.”",
    "By June the guns will be in place.",
    "By 2032, Norland will have sold 60 boats.",
    "Click of a rifle ends talks",
    "Advertisement of the tender for 40 boats is due in March.",
    "Sign-off on the sale came from the Prime Minister.",
    "Click here, the message said, and “the guns are yours.”",
    "Envoy's e-mail (press@norland.example) shows he knew of the sale. He denies it.",
    "Privacy is no concern, he said.",
    "Like Norland, Sudmark bans the export.",
    "Live fire on border after arms arrive",
    "Video shows tanks on trains",
    "Halm, Norland",
    "100 rifles",
    "Arms to Sudmark/Norland halted",
    "Home guard, army / navy share 40 boats",
    "Norland – Sudmark: the deal",
]


@pytest.mark.parametrize("line", RUNNING_TEXT)
def test_running_text_stays(line: str) -> None:
    assert caught_by(ALL, line) is None


FURNITURE = [
    "Home » Asia » Defence",
    "Share on Facebook",
    "SHARE THIS ARTICLE",
    "Sign in",
    "Log in / Register",
    "[email protected]",
    "Ana Example, Staff Writer",
    "By ANA EXAMPLE | Harbour Courier",
    "12:45 GMT",
    "Published 4 hours ago",
    "Last updated: 3 Mar 2031, 18:02 IST",
    "2031.03.03 18:02",
    "7 min read",
    "Also read: Norland's boats explained",
    "READ MORE | Sudmark bans exports",
    "You may also like",
    "Most Read",
    "Terms of Service | Privacy Policy",
    "Tags: Norland, Sudmark, guns",
    "#Norland #guns",
    "(Reporting by Ana Example; Editing by B. Writer)",
    "Advertisement · Scroll to continue",
    "Image: Coast Agency",
    "Getty Images",
    "Please log in to leave a comment.",
    "0 / 500",
    "Comments (0/300)",
    "* * *",
    "Enable JavaScript to view the page",
    "This website uses cookies to remember you. Learn more OK",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_goes(line: str) -> None:
    assert ALL.rule_for(line) is not None


def test_a_byline_is_never_the_first_line() -> None:
    assert ALL.rule_for("By Land And Sea", first=True) is None
    assert ALL.rule_for("By Ana Example") == "byline"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Crates in Halm. [COAST/A. WRITER]", "Crates in Halm."),
        ("Crates in Halm. (AP Photo/Ana Example)", "Crates in Halm."),
        ("Crates in Halm on Monday. Photo: Reuters", "Crates in Halm on Monday."),
        ("Crates in Halm. (Photo by Ana Example)", "Crates in Halm."),
        ("Crates in Halm. (Xinhua)", "Crates in Halm."),
        ("Guns came from the port (of Halm)", "Guns came from the port (of Halm)"),
        ("The envoy showed a Photo: it was old", "The envoy showed a Photo: it was old"),
    ],
)
def test_a_credit_is_cut_from_its_caption(line: str, kept: str) -> None:
    tail = ALL.tail_of(line)
    assert (line[: tail[0]] if tail else line) == kept
