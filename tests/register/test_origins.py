"""Who has it from whom: what counts as independent, and the graph that shows it."""

from __future__ import annotations

import pytest

from armswire.lexicon.outlet_titles import is_described, outlet_key
from armswire.model.attribution import Naming, Source, SourceClass
from armswire.model.claim import Claim
from armswire.model.origin import OriginGraph, Retold, Sign
from armswire.model.transfer import Echo
from armswire.register.facts import ArticleFacts
from tests.factories import make_claim, make_credit, make_quotation, make_source
from tests.register.cases import article, only_transfer, run

WIRE = make_source("Gulf Wire", None, "media")
OFFICIALS = Source("officials", SourceClass.ANONYMOUS_OFFICIAL, "USA", Naming.ANONYMOUS)
MINISTRY = make_source("the ministry", "KOR")
SAID = "Nobody in the room believed that we would ever get both signatures on that paper"


def names(claims: list[Claim], *facts: ArticleFacts) -> list[str]:
    return [origin.name for origin in only_transfer(claims, *facts).origins]


def links(graph: OriginGraph) -> set[tuple[str, str, str]]:
    return {(link.teller, link.source, link.sign.value) for link in graph.links}


def echo(document: str, *signs: Retold) -> Echo:
    return Echo(document, None, tuple(sorted({sign.report for sign in signs})), tuple(sorted(signs)))


# -- credit lines -------------------------------------------------------------------------------------------------


def test_a_credit_line_tells_whose_report_it_is_where_no_chain_does() -> None:
    claims = [make_claim(document="a"), make_claim(document="b")]
    facts = [article("a", "2031-03-09", "Gulf Wire"), article("b", credits=[make_credit("Gulf Wire")])]
    assert names(claims, *facts) == ["Gulf Wire"]
    assert run(claims, *facts).echoes == (echo("b", Retold("a", Sign.CREDIT)),)


def test_an_article_without_claims_retells_what_it_credits() -> None:
    facts = [article("b", credits=[make_credit("Gulf Wire", "Coast Agency")])]
    signs = [Retold("Gulf Wire", Sign.CREDIT), Retold("Coast Agency", Sign.CREDIT)]
    assert run([], *facts).echoes == (echo("b", *signs),)


def test_of_several_credited_outlets_nobody_knows_which() -> None:
    """ "Gulf Wire, Coast Agency" depends on both, and adds nothing to either."""
    both = make_source("Gulf Wire, Coast Agency", None, "media")
    credited = article("b", credits=[make_credit("Gulf Wire", "Coast Agency")])
    wire, coast = article("a", "2031-03-09", "Gulf Wire"), article("c", "2031-03-09", "Coast Agency")
    claim = make_claim(document="b", attribution=[both])
    assert names([claim], credited) == ["Coast Agency, Gulf Wire"]
    assert names([claim, make_claim(document="a")], credited, wire) == ["Gulf Wire"]
    transfer = only_transfer([claim, make_claim(document="a"), make_claim(document="c")], credited, wire, coast)
    assert [origin.name for origin in transfer.origins] == ["Coast Agency", "Gulf Wire"]
    assert all(claim.id in origin.claims for origin in transfer.origins)


def test_who_only_helped_leaves_the_rest_to_the_outlet_itself() -> None:
    helped = article("b", credits=[make_credit("Gulf Wire", taken=False)])
    assert names([make_claim(document="b")], helped) == ["The b Post"]
    assert names([make_claim(document="b", attribution=[OFFICIALS])], helped) == ["The b Post, Gulf Wire"]


def test_a_line_in_the_text_speaks_of_what_stands_above_it() -> None:
    reported = article("b", credits=[make_credit("Gulf Wire", at=300, above=True)])
    above = make_claim(document="b", attribution=[OFFICIALS])
    below = make_claim(document="b", attribution=[OFFICIALS], start=500)
    own = make_claim(document="b", start=500)
    assert names([above], reported) == ["Gulf Wire"]
    assert names([below], reported) == ["The b Post"]
    assert names([own], reported) == ["Gulf Wire"]


def test_on_one_day_who_credits_nobody_comes_first() -> None:
    from armswire.register.sketches import sketch

    text = sketch(" ".join(f"On day {n} minister number {n} spoke of {n * 7} crates." for n in range(40)))
    facts = [
        article("a", credits=[make_credit("Gulf Wire")], sketch=text),
        article("b", outlet="Gulf Wire", sketch=text),
    ]
    assert [(one.document, one.copy_of) for one in run([], *facts).echoes] == [("a", "b")]
    assert names([make_claim(document="a"), make_claim(document="b")], *facts) == ["Gulf Wire"]


# -- outlets cited ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [("AP", "The Associated Press"), ("WSJ", "the Wall Street Journal"), ("Yonhap", "Yonhap News Agency")],
)
def test_an_outlet_has_several_names(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other)
    claims = [
        make_claim(document=name, attribution=[make_source(outlet, None, "media")])
        for name, outlet in (("a", one), ("b", other))
    ]
    assert len(names(claims)) == 1


@pytest.mark.parametrize(("one", "other"), [("KBS", "JTBC"), ("Kyodo", "Jiji"), ("Gulf Wire", "Gulf Post")])
def test_titles_of_one_entry_are_several_outlets(one: str, other: str) -> None:
    assert outlet_key(one) != outlet_key(other)


@pytest.mark.parametrize(
    ("words", "described"), [("The newspaper", True), ("the dpa", False), ("a daily", True), ("The Times", False)]
)
def test_an_outlet_may_be_spoken_of_without_its_name(words: str, described: bool) -> None:
    assert is_described(words) is described


def test_the_paper_is_the_one_named_before_it() -> None:
    claims = [
        make_claim(document="b", attribution=[WIRE, OFFICIALS]),
        make_claim(document="b", attribution=[make_source("The newspaper", None, "media")], start=300),
        make_claim(document="b", attribution=[make_source("the Wire", None, "media")], start=600),
    ]
    assert names(claims) == ["Gulf Wire"]


def test_a_report_that_itself_retells_leads_on() -> None:
    """c cites b, and b is in the register and has it from a report that was never collected."""
    wsj = make_source("Wall Street Journal", None, "media")
    claims = [
        make_claim(document="b", attribution=[wsj, OFFICIALS]),
        make_claim(document="c", attribution=[make_source("The b Post", None, "media")]),
    ]
    transfer = only_transfer(claims, article("b", "2031-03-09"), article("c"))
    assert [origin.name for origin in transfer.origins] == ["Wall Street Journal"]
    unnamed = "speaker:report:wall street journal:officials"
    assert links(transfer.provenance) == {
        ("article:b", "report:wall street journal", "cited"),
        ("report:wall street journal", unnamed, "told"),
        ("article:c", "article:b", "cited"),
    }


def test_two_that_cite_each_other_have_nobody_behind_them() -> None:
    claims = [
        make_claim(document="a", attribution=[make_source("The b Post", None, "media")]),
        make_claim(document="b", attribution=[make_source("The a Post", None, "media")]),
    ]
    transfer = only_transfer(claims)
    assert links(transfer.provenance) == {
        ("article:a", "report:b post", "cited"),
        ("article:b", "report:a post", "cited"),
    }


# -- quotations ---------------------------------------------------------------------------------------------------


def test_the_same_words_of_an_unnamed_source_are_one_origin() -> None:
    claims = [make_claim(document=name, attribution=[OFFICIALS]) for name in "ab"]
    other = f"{SAID.lower().replace('both signatures', 'the signatures')} , he"
    facts = [
        article("a", "2031-03-09", quotations=[make_quotation(SAID, 300)]),
        article("b", quotations=[make_quotation(other, 700)]),
    ]
    assert names(claims, *facts) == ["The a Post"]
    assert run(claims, *facts).echoes == (echo("b", Retold("a", Sign.QUOTATION)),)
    assert ("article:b", "article:a", "quotation") in links(only_transfer(claims, *facts).provenance)


@pytest.mark.parametrize(
    ("words", "kind", "naming"),
    [
        (SAID, "named_official", Naming.NAMED),  # said before the whole press
        (SAID, "other", Naming.NAMED),  # who knows
        ("We will never do that", "anonymous_official", Naming.ANONYMOUS),  # anybody says so
        ("Nobody at the table thought it could be done within one single year of talks", "expert", Naming.NAMED),
    ],
)
def test_other_words_leave_two_origins(words: str, kind: str, naming: Naming) -> None:
    claims = [make_claim(document=name, attribution=[OFFICIALS]) for name in "ab"]
    said = [make_quotation(SAID if kind == "expert" else words, 300, kind=kind, naming=naming)]
    facts = [
        article("a", "2031-03-09", quotations=said),
        article("b", quotations=[make_quotation(words, 700, kind=kind, naming=naming)]),
    ]
    assert names(claims, *facts) == ["The a Post", "The b Post"]


def test_words_of_its_own_stay_the_outlets_own() -> None:
    """That it quotes what another has makes only what rests on the quotation the other's."""
    claims = [make_claim(document="a", attribution=[OFFICIALS]), make_claim(document="b")]
    facts = [
        article("a", "2031-03-09", quotations=[make_quotation(SAID, 300)]),
        article("b", quotations=[make_quotation(SAID, 700)]),
    ]
    assert names(claims, *facts) == ["The a Post", "The b Post"]
    resting = [make_claim(document="a", attribution=[OFFICIALS]), make_claim(document="b", start=690)]
    assert names(resting, *facts) == ["The a Post"]


# -- speakers -----------------------------------------------------------------------------------------------------


def test_an_analyst_without_a_name_is_known_to_the_outlet_alone() -> None:
    analyst = Source("an analyst", SourceClass.EXPERT, None, Naming.ANONYMOUS)
    named = Source("Ola Nordmann", SourceClass.EXPERT, None, Naming.NAMED)
    assert names([make_claim(document=name, attribution=[analyst]) for name in "ab"]) == ["The a Post", "The b Post"]
    assert names([make_claim(document=name, attribution=[named]) for name in "ab"]) == ["Ola Nordmann"]


def test_the_graph_leads_from_articles_to_speakers() -> None:
    claims = [
        make_claim(document="a", attribution=[MINISTRY]),
        make_claim(document="b", attribution=[WIRE, make_source("Minister Kim", "KOR", "named_official")]),
        make_claim(document="c"),
    ]
    transfer = only_transfer(claims)
    assert [origin.name for origin in transfer.origins] == ["KOR", "The c Post"]
    assert links(transfer.provenance) == {
        ("article:a", "speaker:KOR:ministry", "told"),
        ("article:b", "report:gulf wire", "cited"),
        ("report:gulf wire", "speaker:KOR:minister kim", "told"),
    }
    own = {node.id: node.own for node in transfer.provenance.nodes if node.own}
    assert own == {"article:c": (claims[2].id,)}
