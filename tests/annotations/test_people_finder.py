"""People known by name alone: who is found, and who is somebody else."""

from __future__ import annotations

from typing import Any

import pytest

from armswire.model.annotation import ActorKind


def people(reader: Any, text: str, published: str | None = "2024-05-15") -> list[tuple[str, tuple[str, ...]]]:
    """The words and actors of the people found in a text."""
    ((annotated, _),) = reader.read(text, published=published)
    found = [m for m in annotated.actors if m.kind is ActorKind.PERSON]
    return [(m.span.of(annotated.document.text), m.actors) for m in found]


FOUND = [
    ("Zelensky spoke.", "2024-05-15", [("Zelensky", ("UKR",))]),
    ("Zelenskyy spoke to Macron.", "2024-05-15", [("Zelenskyy", ("UKR",)), ("Macron", ("FRA",))]),
    ("On Monday Scholz spoke.", "2024-05-15", [("Scholz", ("DEU",))]),
    ("Mr. Putin spoke.", "2024-05-15", [("Putin", ("RUS",))]),
    ("ERDOGAN SPOKE.", "2024-05-15", [("ERDOGAN", ("TUR",))]),
    ("Erdoğan spoke.", "2024-05-15", [("Erdoğan", ("TUR",))]),
    ("Recep Tayyip Erdogan spoke.", "2024-05-15", [("Recep Tayyip Erdogan", ("TUR",))]),
    ("Donald J. Trump spoke.", "2018-05-15", [("Donald J. Trump", ("USA",))]),
    ("Kim Jong Un spoke.", "2024-05-15", [("Kim Jong Un", ("PRK",))]),
    ("Yoon Suk Yeol spoke.", "2024-05-15", [("Yoon Suk Yeol", ("KOR",))]),
    ("Ursula von der Leyen spoke.", "2015-05-15", [("Ursula von der Leyen", ("DEU",))]),
    ("Ursula von der Leyen spoke.", "2024-05-15", [("Ursula von der Leyen", ("EU",))]),
    ("Rutte spoke.", "2023-01-15", [("Rutte", ("NLD",))]),
    ("Rutte spoke.", "2025-01-15", [("Rutte", ("NATO",))]),
    ("Theresa May spoke.", "2018-01-15", [("Theresa May", ("GBR",))]),
    ("Lloyd Austin spoke. Austin had met Umerov.", "2024-05-15", [("Lloyd Austin", ("USA",)), ("Austin", ("USA",)),
        ("Umerov", ("UKR",))]),
    ("Israel Katz spoke.", "2024-12-15", [("Israel Katz", ("ISR",))]),
    # with an office, but without the state
    ("President Macron spoke.", "2024-05-15", [("President Macron", ("FRA",))]),
    ("Defence Secretary Ben Wallace spoke.", "2022-05-15", [("Defence Secretary Ben Wallace", ("GBR",))]),
    ("Defense Secretary Austin spoke.", "2022-05-15", [("Defense Secretary Austin", ("USA",))]),
    ("Prime Minister Lee Hsien Loong spoke.", "2022-05-15", [("Prime Minister Lee Hsien Loong", ("SGP",))]),
    ("Foreign Minister Lavrov spoke.", "2022-05-15", [("Foreign Minister Lavrov", ("RUS",))]),
    ("Former president Poroshenko spoke.", "2024-05-15", [("Former president Poroshenko", ("UKR",))]),
    ("Prime Minister Boris Johnson spoke.", "2024-05-15", [("Prime Minister Boris Johnson", ("GBR",))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected"), FOUND)
def test_who_is_found(reader: Any, text: str, published: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert people(reader, text, published) == expected


NOBODY = [
    # another given name, another surname behind it, a compound
    ("Alexei Macron sent a letter.", "2024-05-15"),
    ("Alexei Macron sent a letter. Macron asked for tanks.", "2024-05-15"),
    ("Trump Jr. spoke.", "2018-05-15"),
    ("The Scholz Otieno Institute spoke.", "2024-05-15"),
    ("An anti-Putin group spoke.", "2024-05-15"),
    ("The USS Carney was hit.", "2025-05-15"),
    ("The frigate Merz was hit.", "2025-05-15"),
    # names that mean more
    ("In May a ship came.", "2018-01-15"),
    ("Kim spoke.", "2024-05-15"),
    ("Austin is hot.", "2024-05-15"),
    ("Johnson spoke.", "2021-05-15"),
    # not in office, or in another one than the words say
    ("Merkel spoke.", "2024-05-15"),
    ("Trump spoke.", "2024-05-15"),
    ("Poroshenko spoke.", "2024-05-15"),
    ("Zelensky spoke.", "2018-05-15"),
    # no name at all
    ("A tusk was found.", "2024-05-15"),
    ("Chapter XI was read.", "2024-05-15"),
    ("The roof rests on a truss.", "2022-09-15"),
]


@pytest.mark.parametrize(("text", "published"), NOBODY)
def test_who_is_nobody_known(reader: Any, text: str, published: str) -> None:
    assert [one for one in people(reader, text, published) if one[1]] == []


def test_the_text_tells_more_than_the_knowledge(reader: Any) -> None:
    text = "Kenyan Defence Minister Daniel Macron spoke. Macron left. President Macron, he said, was in Mali."
    assert [actors for _, actors in people(reader, text)][:2] == [("KEN",), ("KEN",)]


def test_without_a_date_who_served_several_is_nobody(reader: Any) -> None:
    assert people(reader, "Macron and Stoltenberg spoke.", None) == [("Macron", ("FRA",))]


def test_a_day_is_no_person(reader: Any) -> None:
    text = "Theresa May spoke. On May 5 a ship came. May was in Oslo."
    assert [words for words, _ in people(reader, text, "2018-06-01")] == ["Theresa May", "May"]


OWNERS = [
    ("Zelensky's spokesman spoke.", "Zelensky's spokesman", ("UKR",)),
    ("The Scholz government fell.", "Scholz government", ("DEU",)),
    ("Biden's envoy spoke.", "Biden's envoy", ("USA",)),
    ("A spokesman for Macron spoke.", "spokesman for Macron", ("FRA",)),
]


@pytest.mark.parametrize(("text", "words", "actors"), OWNERS)
def test_offices_and_bodies_belong_to_them(reader: Any, text: str, words: str, actors: tuple[str, ...]) -> None:
    ((annotated, _),) = reader.read(text)
    assert {m.span.of(annotated.document.text): m.actors for m in annotated.actors}[words] == actors


def test_names_keep_their_capital_in_title_case(reader: Any) -> None:
    names = reader.annotator._actors.name_spans("Macron Pledges Tanks And Theresa May Sends Guns In May")
    assert [(span.start, span.end) for span in names] == [(0, 6), (25, 36)]
