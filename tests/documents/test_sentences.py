"""Where sentences end, and where a full stop does not end one. "|" marks the breaks."""

from __future__ import annotations

import pytest

from armswire.documents.build import build
from armswire.documents.sentences import MAX_SENTENCE
from armswire.model.article import Article

CASES = [
    "Norland sent guns.|Sudmark thanked it.",
    "It arrived in the U.S.|The minister saw it.",
    "It arrived in the U.S. on Monday.|He saw it.",
    "U.S. officials met U.K. envoys.|They agreed.",
    "The U.S. Defense Department sent it.|It came by sea.",
    "Lt. Gen. Ana Example spoke to Maj. B. Writer.|Both left.",
    "Mr. Example, Mrs. Writer and Dr. Other met.|No one spoke.",
    "Sgt. Example fired.|Col. Writer did not.",
    "J. R. Example sold 3.5 tons.|It cost $1.2 billion.",
    "George W. Example bought it.|Plan B.|The rest waits.",
    "They fired 155 mm shells at 5 p.m. Tuesday.|Nobody was hurt.",
    "They met at 5 p.m.|Officials left early.",
    "They met on Jan. 24 and Feb. 3.|More talks follow.",
    "Order No. 5 names art. 7.|Nothing else is known.",
    "Harbour Corp. shares rose.|Coast Inc. fell.|The Yard Ltd. closed.",
    "“We will send them.”|“When?”|The minister did not say.",
    "“Will you?” Example asked.|“No.”",
    "“Will you?”|He left.",
    "“We will send them.” Example said.|Nobody else spoke.",
    "“We will send them.”|Example said nothing else to the press.",
    "He said “no.”|She said “yes.”",
    'He said "no."|She said "yes."',
    "The guns (some say all of them) left.|(Others stayed.)|It rained.",
    "Wait... there is more.|“Wait...”|It came.",
    "Is it so?|Yes!|Good.",
    "It rained.[1]|It stopped. [2]|It rained again.",
    "the guns left on Monday.The rest stayed, he said.|It rained.",
    "Visit coast.example.Com or www.coast.Example today.|It rained.",
    "1. The guns left.|2. The rest stayed.",
    "In 2031.|155 mm guns came.",
    "Sudmark, Norland, etc. signed.|The U.N. did not.",
    "El Salvador, St. Example and Ft. Writer got rifles.|Mt. Other did not.",
    "The K9 A1.|The T-72 B.|It ends.",
    "They came from Washington, D.C. to Halm.|They left.",
]


def split(text: str) -> list[str]:
    document = build(Article(id="a", text=text, sha256=""))
    return [sentence.span.of(document.text) for sentence in document.sentences]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_they_end(case: str) -> None:
    expected = case.split("|")
    if case.startswith("the guns left"):
        # A break without a blank leaves none.
        expected = ["the guns left on Monday.The rest stayed, he said.", "It rained."]
    assert split(" ".join(case.split("|"))) == expected


def test_a_missing_blank_is_a_break_between_plain_words() -> None:
    assert split("Guns left the port.The rest stayed.Learn more here.") == [
        "Guns left the port.",
        "The rest stayed.",
        "Learn more here.",
    ]
    assert split("They run www.harbour.Example and coast.Io with care.") == [
        "They run www.harbour.Example and coast.Io with care."
    ]


def test_a_sentence_without_end_is_cut_at_a_blank() -> None:
    sentences = split("word " * 2000)
    assert max(map(len, sentences)) <= MAX_SENTENCE
    assert " ".join(sentences) == ("word " * 2000).strip()


def test_a_headline_in_parts_is_one_sentence() -> None:
    for headline in ("Norland: no guns for Sudmark - Coast | Harbour Courier", "REPORT: Norland to send guns – envoy"):
        assert split(headline) == [headline]
