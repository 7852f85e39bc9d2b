"""Phrases are found where they stand as words, the longest at each place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.lexicon.folding import fold_same_length
from armswire.lexicon.lookup import Case, Match, Phrase, Phrasebook, case_of


def found(book: Phrasebook[str], text: str) -> list[str]:
    """The words that `find` points at."""
    return [text[m.start : m.end] for m in book.find(text)]


BOOK = Phrasebook(
    [
        ("US", "USA"),
        ("U.S.", "USA"),
        ("U.S. Army", "army"),
        ("army", "some army"),
        ("Turkey", "TUR"),
        ("South Sudan", "SSD"),
        ("Sudan", "SDN"),
        ("Côte d'Ivoire", "CIV"),
        ("al-Shabaab", "group"),
        ("defence ministry", "ministry"),
        ("China", "CHN"),
    ],
    blocked=["South China Sea"],
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("South Sudan and Sudan", ["South Sudan", "Sudan"]),
        ("The U.S. Army's trucks", ["U.S. Army"]),
        ("a US-made truck, the US’s own", ["US", "US"]),
        ("bus army", ["army"]),  # a longer form that starts inside a word hides nothing
        ("tell us about turkey", []),
        ("TURKEY ARMS SOUTH SUDAN", ["TURKEY", "SOUTH SUDAN"]),
        ("the Defence Ministry and the DEFENCE MINISTRY", ["Defence Ministry", "DEFENCE MINISTRY"]),
        ("Cote d’Ivoire", ["Cote d’Ivoire"]),
        ("Al‑Shabaab", ["Al‑Shabaab"]),
        ("South\nSudan", ["South\nSudan"]),
        ("Sudanese, Chinas, USB, 5US", []),
        ("İ Turkey ﬁ Sudan", ["Turkey", "Sudan"]),  # characters whose lower case is longer
        ("ships in the South China Sea, and China", ["China"]),
        ("", []),
    ],
)
def test_finds_the_words(text: str, words: list[str]) -> None:
    assert found(BOOK, text) == words


def test_one_form_with_several_meanings_gives_them_all() -> None:
    georgias = [Phrase("Georgia", "GEO"), Phrase("Georgia", "a US state"), Phrase("georgia", "a typeface", Case.EXACT)]
    book = Phrasebook(georgias)
    assert book.find("in Georgia") == [Match(3, 10, "Georgia", ("GEO", "a US state"))]
    assert book.find("set in georgia")[0].payload == ("a typeface",)


def test_overlapping_gives_the_shorter_ones_too() -> None:
    assert [m.payload[0] for m in BOOK.find_overlapping("South Sudan")] == ["SSD", "SDN"]


def test_a_form_both_listed_and_blocked_is_found() -> None:
    book = Phrasebook([("Sudan", "SDN")], blocked=["Sudan", "Sudan I dye"])
    assert found(book, "Sudan banned Sudan I dye") == ["Sudan"]


def test_contains_any_agrees_with_find_where_nothing_is_blocked() -> None:
    assert BOOK.contains_any("the army left")
    assert not BOOK.contains_any("the armoury left")


@pytest.mark.parametrize("form", ["", " ", "- ", " Sudan", "Sudan\n", "..."])
def test_forms_without_substance_are_refused(form: str) -> None:
    with pytest.raises(ValueError, match="letter or digit"):
        Phrasebook([(form, 1)])


def test_an_empty_book_finds_nothing() -> None:
    empty: Phrasebook[str] = Phrasebook([])
    assert (len(empty), empty.find("Sudan"), empty.contains_any("Sudan")) == (0, [], False)


def test_the_case_of_a_form_follows_from_its_capitals() -> None:
    assert [case_of(form) for form in ("army", "155mm")] == [Case.ANY, Case.ANY]
    assert [case_of(form) for form in ("US", "al-Shabaab")] == [Case.NAME, Case.NAME]


LETTERS = st.sampled_from(list("abAB é'’-–. 1\u0130\n"))
FORMS = st.text(LETTERS, min_size=1, max_size=5).filter(lambda f: f == f.strip() and any(c.isalnum() for c in f))


@given(st.lists(FORMS, min_size=1, max_size=6, unique=True), st.text(LETTERS, max_size=40))
def test_matches_quote_their_text_and_are_words(forms: list[str], text: str) -> None:
    end = 0
    for match in Phrasebook([(form, form) for form in forms]).find(text):
        assert match.start >= end
        end = match.end
        words = text[match.start : match.end]
        assert fold_same_length(words) == fold_same_length(match.form)
        assert not (match.start > 0 and text[match.start - 1].isalnum())
        assert not (match.end < len(text) and text[match.end].isalnum())


@given(st.lists(FORMS, min_size=1, max_size=6, unique=True), st.text(LETTERS, max_size=40))
def test_the_leftmost_and_then_the_longest_wins(forms: list[str], text: str) -> None:
    """Against the plainest way to say it: try every place from the left, the longest form first."""
    folded, position, expected = fold_same_length(text), 0, []
    while position < len(text):
        ends = [position + len(f) for f in forms if _stands(f, text, folded, position)]
        if ends:
            expected.append((position, max(ends)))
        position = max(ends, default=position + 1)
    assert [(m.start, m.end) for m in Phrasebook([(f, f) for f in forms]).find(text)] == expected


def _stands(form: str, text: str, folded: str, at: int) -> bool:
    end = at + len(form)
    if folded[at:end] != fold_same_length(form):
        return False
    if (at > 0 and text[at - 1].isalnum()) or (end < len(text) and text[end].isalnum()):
        return False
    return all(t.isupper() for f, t in zip(form, text[at:end], strict=True) if f.isupper())
