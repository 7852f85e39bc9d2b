"""Verbs with a modal that the parser takes for something else: part of a noun, an adjective, a second clause."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
# What hangs on the wrong word with the modal, and belongs to the verb that the modal is of.
AROUND = frozenset({"nsubj", "aux", "neg", "preconj", "advmod", "punct"})
# How many words before a verb its subject and its auxiliaries stand.
NEAR = 12


def mend_modal_chains(out: list[Token], verbs: Collection[str], language: LanguageFile) -> None:
    """Gives each modal its verb; `verbs` are those of the cues."""
    for modal in list(out):
        if modal.tag == "MD":
            _verb_in_noun(out, modal, verbs)
            _participle_in_object(out, out[modal.index], language)
    for token in list(out):
        if token.dep == "conj" and token.tag == "VB":
            _bare_joins_bare(out, token)


def _verb_in_noun(out: list[Token], modal: Token, verbs: Collection[str]) -> None:
    """ "will not only [double] the number of shells": a noun takes no modal; the verb is taken for a part of it."""
    noun = out[modal.head]
    if modal.dep != "aux" or noun.pos not in {"NOUN", "PROPN"} or noun.index < modal.index:
        return
    inside = (t for t in out[modal.index + 1 : noun.index] if t.head == noun.index and t.lemma in verbs)
    verb = next((t for t in inside if t.dep in {"nummod", "predet", "amod", "compound", "nmod", "det"}), None)
    if verb is None:
        return
    root = noun.head == noun.index
    out[verb.index] = replace(verb, head=verb.index if root else noun.head, dep=noun.dep, tag="VB", pos="VERB")
    out[noun.index] = replace(noun, head=verb.index, dep="dobj")
    for other in out[: verb.index]:
        if other.head == noun.index and other.dep in AROUND:
            out[other.index] = replace(other, head=verb.index)
        elif other.head == verb.index and other.dep == "preconj":
            out[other.index] = replace(other, dep="advmod")


def _participle_in_object(out: list[Token], modal: Token, language: LanguageFile) -> None:
    """ "should have [armed] Kyiv years before": "have" helps the participle, it does not have armed years."""
    have = out[modal.head]
    at = have.index + 1
    if have.lemma not in language.auxiliaries.lemmas or have.tag != "VB" or at >= len(out):
        return
    participle = out[at]
    noun = out[participle.head]
    if participle.tag != "VBN" or participle.dep != "amod" or noun.head != have.index or noun.dep != "dobj":
        return
    root = have.head == have.index
    out[at] = replace(participle, head=at if root else have.head, dep=have.dep, pos="VERB")
    out[have.index] = replace(have, head=at, dep="aux")
    for other in list(out):
        if other.head == have.index and other.index not in {at, have.index}:
            out[other.index] = replace(out[other.index], head=at)
    inside = [t for t in out[at + 1 : noun.index] if t.head == noun.index and t.pos == "PROPN"]
    if inside:
        # A name between them is what was armed; the noun behind it says when.
        out[inside[-1].index] = replace(inside[-1], head=at, dep="dobj")
        out[noun.index] = replace(out[noun.index], dep="npadvmod")


def _bare_joins_bare(out: list[Token], token: Token) -> None:
    """ "will double the shells it sends but also [equip] a battalion": a bare verb shares the modal, no tense."""
    first = out[token.head]
    if first.tag not in FINITE or _has(out, token, {"nsubj", "nsubjpass", "aux"}):
        return
    modals = [t for t in out[: first.index] if t.sentence == token.sentence and t.tag == "MD"]
    above = out[modals[-1].head] if modals else token
    if above.tag == "VB" and above.index < first.index:
        out[token.index] = replace(token, head=above.index)


def _has(out: Sequence[Token], token: Token, deps: Collection[str]) -> bool:
    return any(t.head == token.index and t.dep in deps for t in out[max(0, token.index - NEAR) : token.index])
