"""Whose word it is: the chain from the article inwards."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, only_claim

CHAINS = [
    # the sentence, and class and actor of each source
    ("Norway sent tanks to Kenya.", []),
    ("Norway sent tanks to Kenya, Norwegian officials said.", [("anonymous_official", "NOR")]),
    ("Norwegian officials said Norway had sent tanks to Kenya.", [("anonymous_official", "NOR")]),
    ("According to the Kenyan army, Norway sent 12 tanks to Kenya.", [("government_body", "KEN")]),
    ("Norway sent 12 tanks to Kenya, according to the Kenyan defence ministry.", [("government_body", "KEN")]),
    ("Norwegian Defence Minister Kari Holm said Norway had sent tanks to Kenya.", [("named_official", "NOR")]),
    (
        "Norway has sent tanks to Kenya, Norwegian Defence Minister Kari Holm said on Monday.",
        [("named_official", "NOR")],
    ),
    ("NATO said that Norway had sent tanks to Kenya.", [("organisation", "NATO")]),
    ("“Norway has sent 12 tanks to Kenya,” a Kenyan official said.", [("anonymous_official", "KEN")]),
    ("Norway denied that it had sent tanks to Kenya.", [("government_body", "NOR")]),
    ("Reuters reported that Norway had sent tanks to Kenya.", [("media", None)]),
    ("Norway sent tanks to Kenya, said Kari Holm, the Norwegian defence minister.", [("named_official", "NOR")]),
    ("Russia's TASS news agency reported that Norway had sent tanks to Kenya.", [("state_media", "RUS")]),
    ("Three people familiar with the matter said that Norway had sent tanks to Kenya.", [("anonymous_official", None)]),
    ("Norway's Defence Ministry: we sent 12 tanks to Kenya", [("government_body", "NOR")]),
    ("An analyst said that Norway had sent tanks to Kenya.", [("expert", None)]),
    # outlets that no list holds
    ("Norway sent tanks to Kenya, the Andean Chronicle reported.", [("media", None)]),
    ("Norway sent tanks to Kenya, Radio Lima reported.", [("media", None)]),
    ("Norway sent tanks to Kenya, state television in Nairobi reported.", [("state_media", "KEN")]),
    ("Norway sent tanks to Kenya, a trader in the Post Street said.", [("organisation", None)]),
    # who passes it on, and who is cited
    (
        "Norway sent tanks to Kenya, the Andean Chronicle reported on Monday, citing port workers.",
        [("media", None), ("other", None)],
    ),
    (
        "Norway sent tanks to Kenya, according to invoices obtained by the Lagos Inquirer.",
        [("media", None), ("document", None)],
    ),
    (
        "Norway sent tanks to Kenya, a Kenyan official told the Polish weekly Armia.",
        [("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "Norway sent tanks to Kenya, a UN panel says in a report seen by the Lagos Inquirer.",
        [("media", None), ("organisation", "UN")],
    ),
    # who is behind those that are counted, and behind papers
    ("Norway sent tanks to Kenya, two people familiar with the matter said.", [("anonymous_official", None)]),
    ("According to a note by analysts in Oslo, Norway sent tanks to Kenya.", [("expert", None)]),
    # who says one thing does not say the other
    ("Kenyan officials say Norway sent tanks to Mali; they gave no date.", [("anonymous_official", "KEN")]),
]


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_chains(reader: Any, text: str, chain: list[tuple[str, str | None]]) -> None:
    claim = only_claim(reader, text)
    assert [(source.source_class.value, source.actor) for source in claim.attribution] == chain


def test_a_chain_is_written_from_the_article_inwards(reader: Any) -> None:
    text = "Reuters reported that Norwegian officials said Norway had sent tanks to Kenya."
    claim = only_claim(reader, text)
    assert [source.source_class.value for source in claim.attribution] == ["media", "anonymous_official"]


def test_the_source_is_quoted_as_written(reader: Any) -> None:
    text = "Norway sent tanks to Kenya, two Norwegian officials said."
    [source] = only_claim(reader, text).attribution
    assert source.source in text
    assert "officials" in source.source


def test_two_sources_that_disagree_make_two_claims(reader: Any) -> None:
    text = "Kenya said that Norway had sent tanks to Mali. Norway denied the report."
    found = {claim.polarity.value: [s.actor for s in claim.attribution] for claim in claims(reader, text)}
    assert found == {"affirmed": ["KEN"], "negated": ["NOR"]}


def test_a_surname_is_enough_where_the_office_is_told_later(reader: Any) -> None:
    text = "“Norway has sent tanks to Kenya,” Holm told reporters. Norwegian Defence Minister Kari Holm then left."
    [source] = only_claim(reader, text).attribution
    assert (source.source, source.source_class.value, source.actor) == ("Holm", "named_official", "NOR")


def test_words_of_a_quotation_belong_to_who_is_quoted(reader: Any) -> None:
    text = "Norwegian Prime Minister Ola Berg spoke in Oslo. “We will send 12 tanks to Kenya,” he said."
    assert [s.actor for s in only_claim(reader, text).attribution] == ["NOR"]


def test_a_news_conference_is_no_outlet(reader: Any) -> None:
    text = '"Norway has not sent drones to Mali," the Norwegian spokesman Ed Fox told a weekly news conference.'
    [claim] = claims(reader, text)
    assert [source.source_class.value for source in claim.attribution] == ["named_official"]


def test_two_who_pass_each_other_on_are_each_told_once(reader: Any) -> None:
    """Raw JSON, taken for one long sentence: each "officials" takes the other up."""
    text = (
        '"Norway bought Korean shells that will go to Kenya, officials say", "published": "2024-03-12", "url": null, '
        '"sample": true, "text": "OSLO, March 12 (Tidewire) - Norway has bought 80,000 artillery shells from South Korea '
        "and intends to send them to Kenya, two Norwegian officials told Tidewire on Tuesday.\\n\\nThe contract for the "
        "155mm rounds was signed in February, said the officials, who spoke on condition"
    )
    for claim in claims(reader, text):
        sources = [(s.source, s.actor) for s in claim.attribution]
        assert len(sources) == len(set(sources))
