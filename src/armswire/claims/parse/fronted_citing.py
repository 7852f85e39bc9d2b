"""Slips of the parser around who cites whom in front: "Citing X, which quoted Y, the paper said", "Quoting Y, TV said".

By the order of words there is little doubt: a participle opens the sentence, and the noun phrase between the last comma
before the verb and the verb is its subject.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import Token

PARTICIPLES = frozenset({"VBG", "VBN"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def mend_fronted_citing(out: list[Token], language: LanguageFile) -> None:
    """Makes a participle of citing that opens a sentence a clause of its own, and finds the subject behind it."""
    words = language.passing_on
    citing = {*language.citing_verbs, *language.quoting_verbs, *language.talking_verbs, *words.resting_verbs}
    for token in out[1:]:
        _name_of_outlet(out, token, language.press_nouns)
    for _, group in groupby(out, key=lambda token: token.sentence):
        sentence = list(group)
        first = _as_participle(out, sentence[0], citing)
        if first.tag in PARTICIPLES and first.lemma in citing:
            if first.dep == "amod":
                _object_follows(out, first)
            elif first.dep in {"csubj", "advcl", "csubjpass"}:
                _subject_behind_comma(out, first)


def _name_of_outlet(out: list[Token], name: Token, press: Sequence[str]) -> None:
    """ "citing the agency [Drin]": one outlet, not two things that are cited."""
    kind = out[name.index - 1]
    twice = kind.head == name.head and kind.dep == name.dep and name.dep in {"dobj", "nsubj", "pobj"}
    if twice and kind.lemma in press and kind.pos == "NOUN" and name.pos == "PROPN":
        out[name.index] = replace(name, head=kind.index, dep="appos")


def _object_follows(out: list[Token], first: Token) -> None:
    """ "[Quoting diplomats], state television said": the diplomats are quoted; somebody else says it."""
    noun = out[first.head]
    verb = out[noun.head]
    others = [t for t in out[noun.index : verb.index] if t.head == verb.index and t.dep in SUBJECTS]
    if noun.dep in SUBJECTS and len(others) > 1 and verb.tag in FINITE:
        out[first.index] = replace(first, head=verb.index, dep="advcl", pos="VERB")
        out[noun.index] = replace(noun, head=first.index, dep="dobj")


def _subject_behind_comma(out: list[Token], first: Token) -> None:
    """ "Citing X, which quoted Ed Fox, [the Mirror] reported": not what Fox is, but who reported."""
    verb = out[first.head]
    if verb.tag not in FINITE or any(t.dep in SUBJECTS for t in out[: verb.index] if t.head == verb.index):
        return
    below = _below(out, first.index, verb.index)
    for noun in out[first.index + 1 : verb.index]:
        if noun.index in below and noun.dep in {"appos", "conj"} and noun.pos in NOUNS and noun.head < noun.index:
            own = _below(out, noun.index, verb.index) | {t.index for t in out[: noun.index] if t.head == noun.index}
            start = min(own)
            rest = {t.index for t in out[start : verb.index] if t.pos != "PUNCT"}
            if out[start - 1].text == "," and rest <= own:
                # The noun phrase from a comma to the verb, with what is said of it between commas.
                out[noun.index] = replace(noun, head=verb.index, dep="nsubj")
                out[first.index] = replace(first, dep="advcl")
                return


def _as_participle(out: list[Token], first: Token, citing: Collection[str]) -> Token:
    """ "[Citing] Fjord Mail, ...": no part of the name, where somebody else is the subject."""
    stem = first.text.lower().removesuffix("ing")
    lemma = next((form for form in (stem, f"{stem}e") if form in citing), None)
    if first.dep != "compound" or lemma is None or stem == first.text.lower():
        return first
    out[first.index] = replace(first, lemma=lemma, tag="VBG", dep="amod")
    return out[first.index]


def _below(out: Sequence[Token], top: int, end: int) -> set[int]:
    """The tokens before `end` that hang below `top`."""
    below = {top}
    for _ in range(end - top):
        more = {t.index for t in out[top:end] if t.head in below} - below
        if not more:
            break
        below |= more
    return below
