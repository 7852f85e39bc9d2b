"""Whatever is mended, from every word of a sentence arcs lead up to its root; a mend that parts them is not made."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readings import annotate

from armswire.claims.parse.repairs import repaired
from armswire.claims.parse.whole_trees import take_back_circles, upwards
from armswire.model.annotation import Token
from armswire.model.span import Span

# Labels of arcs at which mends look, and words that they know.
LABELS = (
    "nsubj", "nsubjpass", "dobj", "pobj", "prep", "amod", "compound", "nmod", "appos", "conj", "acl", "relcl", "xcomp",
    "ccomp", "advcl", "pcomp", "aux", "npadvmod", "dep", "advmod", "nummod", "parataxis",
)  # fmt: skip
WORDS = (
    ("Oslo", "PROPN", "NNP"), ("tanks", "NOUN", "NNS"), ("report", "NOUN", "NN"), ("talks", "NOUN", "NNS"),
    ("says", "VERB", "VBZ"), ("sending", "VERB", "VBG"), ("denied", "VERB", "VBN"), ("refused", "VERB", "VBD"),
    ("send", "VERB", "VB"), ("used", "VERB", "VBN"), ("have", "AUX", "VB"), ("will", "AUX", "MD"), ("is", "AUX", "VBZ"),
    ("by", "ADP", "IN"), ("over", "ADP", "IN"), ("of", "ADP", "IN"), ("what", "PRON", "WP"), ("which", "PRON", "WDT"),
    ("that", "SCONJ", "IN"), ("not", "PART", "RB"), ("30", "NUM", "CD"), (",", "PUNCT", ","),
)  # fmt: skip


def make_sentence(*words: tuple[str, str, int], first: int = 0, sentence: int = 0) -> list[Token]:
    """Tokens of a word, a label and the place in the sentence on which the word hangs."""
    return [
        Token(first + k, Span(0, 1), text, text.lower(), "NOUN", "NN", dep, first + head, sentence)
        for k, (text, dep, head) in enumerate(words)
    ]


TWO = [
    *make_sentence(("Oslo", "nsubj", 1), ("sent", "ROOT", 1), ("tanks", "dobj", 1)),
    *make_sentence(("Chad", "nsubj", 1), ("paid", "ROOT", 1), ("them", "dobj", 1), first=3, sentence=1),
]


@pytest.mark.parametrize(
    ("place", "head", "dep"),
    [(0, 0, "nsubj"), (1, 2, "ccomp"), (0, 4, "nsubj"), (1, 1, "conj")],
    ids=["a word under itself", "two words under each other", "another sentence", "a root by another name"],
)
def test_a_mend_that_leaves_no_tree_is_taken_back(place: int, head: int, dep: str) -> None:
    out = list(TWO)
    out[place] = replace(out[place], head=head, dep=dep)
    out[5] = replace(out[5], dep="dative")
    take_back_circles(out, TWO)
    assert out[:3] == TWO[:3]
    assert out[5].dep == "dative"


def test_a_mend_that_leaves_a_tree_stays() -> None:
    out = list(TWO)
    out[0], out[1] = replace(out[0], head=0, dep="ROOT"), replace(out[1], head=0, dep="acl")
    mended = list(out)
    take_back_circles(out, TWO)
    assert out == mended


def test_the_way_up_ends_also_in_a_circle() -> None:
    out = make_sentence(("a", "dobj", 1), ("b", "ccomp", 2), ("c", "xcomp", 1))
    assert [token.text for token in upwards(out, out[0])] == ["a", "b", "c"]
    assert [token.text for token in upwards(TWO, TWO[2])] == ["tanks", "sent"]


@st.composite
def trees(draw: st.DrawFn) -> list[Token]:
    """A sentence of words known to the mends, with arcs that no parser would draw."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=14))
    order = draw(st.permutations(range(len(words))))
    heads = {order[0]: order[0]}
    for place, i in enumerate(order[1:], 1):
        heads[i] = draw(st.sampled_from(order[:place]))
    return [
        Token(i, Span(0, 1), text, text.lower(), pos, tag, draw(st.sampled_from(LABELS)), heads[i], 0)
        if heads[i] != i
        else Token(i, Span(0, 1), text, text.lower(), pos, tag, "ROOT", i, 0)
        for i, (text, pos, tag) in enumerate(words)
    ]


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees())
def test_any_tree_stays_a_tree(reader: Any, tokens: list[Token]) -> None:
    out = repaired(tokens, reader.language)
    assert [token.text for token in out] == [token.text for token in tokens]
    for token in out:
        *_, root = upwards(out, token)
        assert (root.head, root.dep) == (root.index, "ROOT")


def test_words_after_white_space_hang_on_a_root_by_its_name(reader: Any) -> None:
    tokens = annotate(reader, "Oslo \n \n sent tanks,  \t\n and  \n \t drones, to Mali.").tokens
    assert all(token.dep == "ROOT" for token in tokens if token.head == token.index)
