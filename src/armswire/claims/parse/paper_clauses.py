"""Slips of the parser around papers: "records reviewed by the Herald show that", "a memo, a copy of which X got, says".

The parser takes the verb for the last word of the outlet's name, or what is told of a part of the paper for the clause
that the sentence is about. A clause with "that" behind the one, and "of which" in the other, leave little doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from armswire.claims.parse.whole_trees import upwards
from armswire.model.annotation import Token

CLAUSES = frozenset({"acl", "relcl", "ccomp"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def mend_paper_clauses(out: list[Token], speech: set[str]) -> None:
    """Gives the sentences about papers back their verb of speech, one of the lemmas in `speech`."""
    for token in list(out):
        if token.text.lower() == "which" and token.index > 3:
            _copy_of_which(out, token)
        if token.dep == "pobj" and token.pos in {"NOUN", "PROPN"} and token.text.islower() and token.lemma in speech:
            if not _closing_verb(out, token):
                _verb_in_name(out, token)
        elif token.dep == "ROOT" and token.pos == "NOUN" and token.lemma in speech:
            _verb_as_noun(out, token)
        elif token.dep == "parataxis" and token.tag in FINITE and token.lemma in speech:
            _speech_between(out, token)
        elif token.dep == "ccomp" and out[token.head].tag in FINITE and out[token.head].lemma in speech:
            _part_of_paper(out, token)


def _copy_of_which(out: list[Token], which: Token) -> None:
    """ "a memo by the army, [a copy of which X has seen], ...": told of the memo, whatever else stands around."""
    part = out[which.index - 2]
    start = min([t.index for t in _kids(out, part.index) if t.index < part.index], default=part.index)
    if out[which.index - 1].text.lower() != "of" or part.pos != "NOUN" or start < 2 or out[start - 1].text != ",":
        return
    phrases = [*upwards(out, out[start - 2])][::2]
    inner = (one for one, above in pairwise(phrases) if one.dep != "pobj" or above.pos != "NOUN")
    paper = next(inner, phrases[-1])
    verb = out[part.head]
    if paper.pos != "NOUN":
        return
    if verb.dep in {"advcl", "ccomp"} and part.dep in SUBJECTS and verb.index > which.index:
        for other in _kids(out, verb.index):
            if other.index < paper.index:
                out[other.index] = replace(other, head=verb.head)
        out[verb.index] = replace(verb, head=paper.index, dep="relcl")
    elif any(t.dep == "relcl" for t in _kids(out, part.index)):
        out[part.index] = replace(part, head=paper.index, dep="appos")


def _verb_as_noun(out: list[Token], verb: Token) -> None:
    """ "Letters seen by X [claim] that ...": what has a subject and a clause is a verb, whatever it is called."""
    kids = {t.dep: t for t in _kids(out, verb.index)}
    if "nsubj" in kids and "ccomp" in kids and _has_that(out, kids["ccomp"], verb):
        out[verb.index] = replace(verb, pos="VERB", tag="VBP")


def _kids(out: Sequence[Token], i: int) -> list[Token]:
    return [t for t in out if t.head == i and t.index != i]


def _verb_in_name(out: list[Token], verb: Token) -> None:
    """ "Records reviewed by the Oslo Herald [show] that ...": the herald shows nothing, nor is it a show."""
    name, preposition = out[verb.index - 1], out[verb.head]
    kids = _kids(out, verb.index)
    clause = next((t for t in kids if t.dep in CLAUSES and t.index > verb.index and _has_that(out, t, verb)), None)
    noun = _carrier(out, preposition)
    if clause is None or name.pos != "PROPN" or name.head != verb.index or noun is None:
        return
    above = noun.head if noun.head != noun.index else verb.index
    out[verb.index] = replace(verb, head=above, dep=noun.dep, pos="VERB", tag="VBP")
    out[noun.index] = replace(noun, head=verb.index, dep="nsubj")
    out[name.index] = replace(name, head=preposition.index, dep="pobj")
    out[clause.index] = replace(clause, dep="ccomp")
    for other in kids:
        if other.index < name.index:
            out[other.index] = replace(other, head=name.index)
    for other in _kids(out, noun.index):
        if other.index > verb.index:
            out[other.index] = replace(other, head=verb.index)


def _closing_verb(out: list[Token], verb: Token) -> bool:
    """ "..., documents shown to it by a pilot [reveal].": what closes the sentence behind many papers."""
    name, preposition = out[verb.index - 1], out[verb.head]
    following = out[verb.index + 1] if verb.index + 1 < len(out) else verb
    noun = _noun_over(out, preposition)
    first = min((t.index for t in _kids(out, noun.index)), default=noun.index) if noun is not None else 0
    behind_comma = noun is not None and noun.tag == "NNS" and out[min(first, noun.index) - 1].text == ","
    if following.text != "." or name.head != verb.index or name.dep != "compound" or not behind_comma:
        return False
    out[verb.index] = replace(verb, pos="VERB", tag="VBP")
    out[name.index] = replace(name, head=preposition.index, dep="pobj")
    for other in _kids(out, verb.index):
        if other.index < name.index:
            out[other.index] = replace(other, head=name.index)
    return True


def _speech_between(out: list[Token], verb: Token) -> None:
    """ "The report, which X has read, [says] Oslo sent tanks": not the report sent them."""
    clause = out[verb.head]
    subjects = [t for t in _kids(out, clause.index) if t.dep == "nsubj"]
    own = any(t.dep in SUBJECTS for t in _kids(out, verb.index))
    if own or len(subjects) != 2 or not subjects[0].index < verb.index < subjects[1].index < clause.index:
        return
    root = clause.head == clause.index
    out[verb.index] = replace(verb, head=verb.index if root else clause.head, dep=clause.dep)
    out[clause.index] = replace(clause, head=verb.index, dep="ccomp")
    out[subjects[0].index] = replace(subjects[0], head=verb.index)


def _has_that(out: Sequence[Token], clause: Token, verb: Token) -> bool:
    following = out[verb.index + 1] if verb.index + 1 < len(out) else verb
    return following.dep == "mark" and following.head == clause.index and following.text.lower() == "that"


def _carrier(out: Sequence[Token], preposition: Token) -> Token | None:
    """The noun without a verb of its own under which the preposition stands: what the sentence is about."""
    at = _noun_over(out, preposition)
    bare = at is not None and (at.dep == "ROOT" or (at.dep == "ccomp" and at.head > at.index))
    return at if bare else None


def _noun_over(out: Sequence[Token], preposition: Token) -> Token | None:
    """The noun of the phrase in which the preposition stands."""
    within = {"acl", "prep", "agent", "pobj", "advmod", "oprd"}
    at = next((t for t in upwards(out, out[preposition.head]) if t.dep not in within), None)
    return at if at is not None and at.pos in {"NOUN", "PROPN"} and at.index < preposition.index else None


def _part_of_paper(out: list[Token], clause: Token) -> None:
    """ "A report, [a copy of which was obtained] by X, says ...": what is told of the part is put in."""
    verb = out[clause.head]
    subjects = [t for t in _kids(out, clause.index) if t.dep in SUBJECTS]
    if len(subjects) != 2 or any(t.dep in SUBJECTS for t in _kids(out, verb.index)) or clause.index > verb.index:
        return
    paper, part = subjects
    between = out[part.index : clause.index]
    if out[part.index + 1].text.lower() != "of" or not any(t.text.lower() == "which" for t in between):
        return
    out[paper.index] = replace(paper, head=verb.index, dep="nsubj")
    out[clause.index] = replace(clause, head=paper.index, dep="relcl")
