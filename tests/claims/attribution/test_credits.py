"""The article's credit line as the outermost link of its claims."""

from __future__ import annotations

from typing import Any

import pytest
from factories import make_article

from armswire.documents.build import build
from armswire.model.claim import Claim

OWN = "Norway sent 12 tanks to Kenya in May, and the port of Mombasa was closed for a week."
TOLD = "Norway also sold 300 rifles to Ghana, the Ghanaian defence ministry said on Friday in a statement."
PRESS = "Norway gave 40 lorries to Togo, Reuters reported on Friday, citing port officials in Lomé."


def chains(
    reader: Any, text: str, outlet: str | None = "Harbour Courier"
) -> dict[str, list[tuple[str, str, str | None]]]:
    """The chain of each claim of an article, by recipient."""
    return {
        claim.recipient[0]: [(s.source, s.source_class.value, s.actor) for s in claim.attribution]
        for claim in read(reader, text, outlet)
    }  # fmt: skip


def read(reader: Any, text: str, outlet: str | None = "Harbour Courier") -> tuple[Claim, ...]:
    article = make_article(text=text, outlet=outlet, published="2024-05-15")
    [annotated] = reader.annotator.annotate([build(article)])
    return tuple(reader.claim_reader.extract(annotated).claims)


@pytest.mark.parametrize(
    ("before", "after", "link"),
    [
        ("", "\n\nSource: Andean News", ("Andean News", "media", None)),
        ("", "\n\nA. Writer (Theo Reuters, Yonhap)", ("Reuters, Yonhap", "media", None)),
        ("OSLO, May 14 (Andean News) - ", "", ("Andean News", "media", None)),
        ("", "\n\nSource: TASS", ("TASS", "state_media", "RUS")),
    ],
)
def test_what_is_taken_from_an_outlet_is_its_word(
    reader: Any, before: str, after: str, link: tuple[str, str, str | None]
) -> None:
    found = chains(reader, f"{before}{OWN}\n\n{TOLD}{after}")
    assert found == {"KEN": [link], "GHA": [link, ("the Ghanaian defence ministry", "government_body", "GHA")]}


def test_who_only_helped_passes_on_the_word_of_others(reader: Any) -> None:
    found = chains(reader, f"{OWN}\n\n{TOLD}\n\nWith reporting by AFP")
    assert found["KEN"] == []
    assert [source for source, _, _ in found["GHA"]] == ["AFP", "the Ghanaian defence ministry"]


def test_an_outlet_that_the_sentence_names_is_told_once(reader: Any) -> None:
    found = chains(reader, f"{PRESS}\n\n{TOLD}\n\nSource: Reuters")
    assert next(source for source, _, _ in found["TGO"]) == "Reuters"
    assert [source for source, _, _ in found["TGO"]].count("Reuters") == 1


def test_the_own_outlet_is_no_link(reader: Any) -> None:
    assert chains(reader, f"OSLO, May 14 (Reuters) - {OWN}", "Reuters") == {"KEN": []}


def test_the_trace_leads_to_the_credit(reader: Any) -> None:
    text = f"{OWN}\n\nSource: Andean News"
    [claim] = read(reader, text)
    step = claim.trace[-1]
    assert (step.slot, step.rule, text[step.start : step.end]) == ("attribution", "credit:source", "Andean News")
    assert claim.depth == 1
