"""Which words stand between quotation marks; ⟦ and ⟧ show the expected ones."""

from __future__ import annotations

import re

import pytest

from armswire.documents.build import build
from armswire.model.article import Article
from armswire.model.document import Quotation

CASES = [
    "He said ⟦“We will”⟧ and ⟦“we must.”⟧",
    'He said ⟦"We will"⟧ and ⟦"we must."⟧',
    '⟦"We will,"⟧ he said. ⟦"We must."⟧',
    "Il a dit ⟦« oui »⟧ et ⟦«non»⟧.",
    "Er sagte ⟦„Ja“⟧ und ⟦„Nein”⟧ und ⟦»Nie«⟧.",
    "Han sade ⟦”ja”⟧ igen.",
    "He said ⟦''We will''⟧ and ⟦``we must''⟧.",
    "Norland’s guns aren’t the soldiers’ own, it's said.",
    "The '90s and the soldiers' guns weren't theirs.",
    "Envoy calls it a ⟦‘new Cold War’⟧ in Sudmark’s port",
    "Envoy calls it a ⟦'new Cold War'⟧ in Sudmark's port",
    "He said ⟦‘the soldiers’ rifles were old,’⟧ and left.",
    "He called it ⟦“a ‘Cold War’ in the port”⟧ and left.",
    'A 5" gun and a 10" gun.',
    'He called it ⟦“done,"⟧ she said ⟦"not yet.”⟧',
    "Norland (⟦“the supplier”⟧) sent it—⟦“at last.”⟧",
]


def quoted(text: str) -> tuple[str, tuple[Quotation, ...]]:
    document = build(Article(id="a", text=text, sha256=""))
    return document.text, document.quotations


@pytest.mark.parametrize("case", CASES)
def test_quotations_are_found_and_apostrophes_are_not(case: str) -> None:
    text, quotations = quoted(re.sub("[⟦⟧]", "", case))
    assert [quotation.span.of(text) for quotation in quotations] == re.findall("⟦(.*?)⟧", case)
    assert all(quotation.closed for quotation in quotations)


def test_a_quotation_runs_over_paragraphs_that_open_again() -> None:
    text, quotations = quoted("He said, “We will send them.\n\n“We will send more,” and left. “Now,” he added.")
    assert [quotation.span.of(text) for quotation in quotations] == [
        "“We will send them.\n\n“We will send more,”",
        "“Now,”",
    ]
    assert all(quotation.closed for quotation in quotations)


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"')])
def test_an_unclosed_quotation_ends_with_its_paragraph(opening: str, closing: str) -> None:
    text, quotations = quoted(f"He said, {opening}We will send them.\n\nShe said {opening}no.{closing}")
    assert [(quotation.span.of(text), quotation.closed) for quotation in quotations] == [
        (f"{opening}We will send them.", False),
        (f"{opening}no.{closing}", True),
    ]


def test_a_forgotten_closing_mark_does_not_swallow_the_next_quotation() -> None:
    text, quotations = quoted("“We will, he said. “We must.”")
    assert [(quotation.span.of(text), quotation.closed) for quotation in quotations] == [
        ("“We will, he said.", False),
        ("“We must.”", True),
    ]
