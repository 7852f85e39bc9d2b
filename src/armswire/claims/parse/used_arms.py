"""Slips around "used" before arms: "will hand over [30 used] trucks" tells of no using.

Behind a number, or behind "let them have", the parser takes the adjective for a verb and the number for a noun.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from armswire.model.annotation import Token

# Forms that look like a verb in the past and like an adjective.
LOOKS_BOTH = frozenset({"VBN", "VBD"})
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PUNCT"})
# How many words a phrase from the adjective to its noun has at most.
REACH = 8
LETTING = frozenset({"let"})


def mend_used(out: list[Token], used: Collection[str]) -> None:
    """Makes each of the words `used` that stands so a part of the phrase behind it."""
    for token in list(out):
        if out[token.index].text.lower() in used and token.tag in LOOKS_BOTH and token.dep != "amod" and token.index:
            _ = _behind_have(out, out[token.index]) or _behind_number(out, out[token.index])


def mend_letting(out: list[Token]) -> None:
    """ "may let Manila have destroyers" gives Manila destroyers: "have" goes with "let", like "over" with "hand"."""
    for token in list(out):
        have, let = out[token.index], out[token.head]
        if have.lemma != "have" or have.tag not in {"VB", "VBP"} or let.lemma not in LETTING or let.index > have.index:
            continue
        below = [t for t in out[let.index + 1 : have.index + REACH + REACH] if t.head == have.index]
        who = next((t for t in below if t.dep == "nsubj"), None)
        what = next((t for t in below if t.dep == "dobj"), None)
        if have.dep not in {"ccomp", "xcomp"} or who is None or what is None:
            continue
        for other in [t for t in out if t.head == have.index and t.index != have.index]:
            out[other.index] = replace(other, head=let.index)
        out[who.index] = replace(who, head=let.index, dep="dative")
        out[what.index] = replace(what, head=let.index, dep="dobj")
        out[have.index] = replace(have, dep="prt", pos="ADP", tag="RP")


def _object_of(out: list[Token], used: Token) -> Token | None:
    """The noun right behind, with nothing between but what belongs to its phrase."""
    own = [t for t in out[used.index + 1 : used.index + 1 + REACH] if t.sentence == used.sentence]
    noun = next((t for t in own if t.head == used.index and t.dep == "dobj"), None)
    if noun is None or any(t.pos not in INSIDE or t.text == "," for t in out[used.index + 1 : noun.index]):
        return None
    return noun


def _behind_have(out: list[Token], used: Token) -> bool:
    """ "let Manila [have used] destroyers": nobody lets another have done something."""
    have, let = out[used.index - 1], out[used.head]
    noun = _object_of(out, used)
    if noun is None or have.lemma != "have" or have.head != used.index or let.lemma not in LETTING:
        return False
    out[have.index] = replace(have, head=let.index, dep=used.dep, pos="VERB", tag="VB")
    _part_of_phrase(out, used, noun, verb=have.index)
    out[noun.index] = replace(noun, head=have.index, dep="dobj")
    return True


def _behind_number(out: list[Token], used: Token) -> bool:
    """ "hand [30 used] trucks to Oman", "The [24 used] tanks that it ordered will replace others"."""
    number, noun = out[used.index - 1], _object_of(out, used)
    if noun is None or number.tag != "CD" or number.dep == "nummod":
        return False
    if used.dep == "conj" and number.dep == "dobj" and used.head in {number.index, number.head}:
        above = out[number.head]
        out[noun.index] = replace(noun, head=above.index, dep=number.dep)
        verb = above.index
    else:
        below = [t for t in out[noun.index + 1 :] if t.head == used.index and t.dep in {"xcomp", "ccomp", "conj"}]
        finite = next((t for t in below if _has_modal(out, noun, t)), None)
        if finite is None or number.dep != "nsubj" or number.head != used.index:
            return False
        verb, root = finite.index, used.head == used.index
        out[verb] = replace(finite, head=verb if root else used.head, dep=used.dep)
        out[noun.index] = replace(noun, head=verb, dep="nsubj")
    for other in [t for t in out[: number.index] if t.head == number.index]:
        out[other.index] = replace(other, head=noun.index)
    out[number.index] = replace(number, head=noun.index, dep="nummod")
    _part_of_phrase(out, used, noun, verb=verb)
    return True


def _has_modal(out: list[Token], noun: Token, verb: Token) -> bool:
    return any(t.head == verb.index and t.tag == "MD" for t in out[noun.index : verb.index])


def _part_of_phrase(out: list[Token], used: Token, noun: Token, *, verb: int) -> None:
    """Hangs the adjective on its noun, and what hung on it as a verb on `verb`."""
    for other in [t for t in out if t.head == used.index and t.index not in {used.index, noun.index}]:
        out[other.index] = replace(other, head=verb)
    out[used.index] = replace(used, head=noun.index, dep="amod", pos="ADJ", tag="JJ")
