from __future__ import annotations

from armswire.documents.build import build
from armswire.model.article import Article
from armswire.model.span import Span

BODY = "Norland has sent forty guns to Sudmark, two officials said on Monday in the port of Halm."


def kept(text: str, language: str | None = "en") -> list[str]:
    return build(Article(id="a", text=text, sha256="", language=language)).text.split("\n\n")


def test_a_repeated_paragraph_is_kept_once_and_a_short_answer_twice() -> None:
    assert kept(f"{BODY}\nYes, he said.\n{BODY.upper()}\nYes, he said.") == [BODY, "Yes, he said.", "Yes, he said."]


def test_a_list_of_other_articles_goes_and_the_text_after_it_stays() -> None:
    text = f"{BODY}\nMost read\nLima signs for six boats\nOslo bans exports\nThe guns came by sea, the officials said."
    assert kept(text) == [BODY, "The guns came by sea, the officials said."]


def test_a_menu_above_the_article_takes_no_headline_with_it() -> None:
    assert kept(f"Latest news\nNorland sends guns\n{BODY}") == ["Norland sends guns", BODY]


def test_lines_in_another_script_go_from_an_english_article() -> None:
    text = (
        f"{BODY}\nГармати прибули до порту в понеділок.\n대포가 항구에 도착했다\nالمدافع وصلت إلى الميناء\n{BODY[:60]}."
    )
    assert kept(text) == [BODY, f"{BODY[:60]}."]
    assert kept(text, language=None) == [BODY, f"{BODY[:60]}."]


def test_an_article_in_another_script_is_kept() -> None:
    text = "Гармати прибули до порту в понеділок.\nПро це повідомили два посадовці.\nHalm Courier"
    assert len(kept(text, language="uk")) == 3
    assert len(kept(text, language=None)) == 3


def test_names_in_other_scripts_within_a_line_stay() -> None:
    line = "The paper Правда said that Norland (노르랜드) sent the guns."
    assert kept(f"{BODY}\n{line}") == [BODY, line]


def test_a_wrapped_paragraph_is_judged_as_a_whole() -> None:
    text = (
        "The ministry declined to answer any of the questions, and its head had no\n"
        "comment on the report about the guns that were sent by sea from Halm, but\n"
        "print, share, comment and log in were the words that he used in a speech\n"
        "about the rules for the new portal of the ministry of defence of Norland.\n"
    )
    assert kept(text) == [text.strip().replace("\n", " ")]


def test_a_hard_blank_or_soft_hyphen_that_is_half_of_a_letter_at_the_end_of_a_line_is_not_lost() -> None:
    words = f"{BODY}\nThe guns are in Málaga, where the mayor called it a good day for all of us, he said: así"
    broken = f"{words} y à".encode().decode("latin-1")
    assert kept(broken)[-1].endswith("así y à")
    assert kept(words.encode().decode("latin-1"))[-1].endswith("he said: así")


def test_words_that_were_read_by_a_wrong_table_lead_back_to_the_article_as_it_came_in() -> None:
    text = f"{BODY}\nThe envoyâ€™s cafÃ© in GdaÅ„sk was closed on Monday, when forty crates came by train."
    built = build(Article(id="a", text=text, sha256="", language="en"))
    assert "envoy’s café in Gdańsk was" in built.text
    sentence = built.sentences[-1]
    assert built.source_span(sentence.span).of(text) == text.split("\n")[1]
    start = built.text.index("café")
    assert built.source_span(Span(start, start + 4)).of(text) == "cafÃ©"
