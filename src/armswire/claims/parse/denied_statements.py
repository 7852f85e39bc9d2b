"""Slips of the parser mended: "Iran rejects claims it gave drones", where "claims" is no verb.

In headlines a noun of saying behind a verb of denying looks to the parser like the verb of the sentence; so does one
behind "that" in "told the Mail that reports in the press were untrue".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from armswire.model.annotation import Token

FINITE = frozenset({"VBZ", "VBP", "VBD"})
# Arcs by which the parser hangs the verb on the noun that it takes for one.
BELOW = frozenset({"aux", "nsubj", "compound", "amod", "ccomp"})
CLAUSES = frozenset({"ccomp", "relcl", "advcl", "xcomp"})


def mend_denied_statements(out: list[Token], denying: Collection[str], statements: Collection[str]) -> None:
    """Makes the noun the object of the verb right before it, and the clause behind it what it says."""
    for token in list(out):
        noun = out[token.index]
        before = out[token.index - 1] if token.index else noun
        looks_verbal = noun.tag in FINITE or noun.tag == "VB"
        if not looks_verbal or noun.lemma not in statements or before.sentence != noun.sentence:
            continue
        if before.tag in FINITE and before.lemma in denying and before.head == noun.index and before.dep in BELOW:
            _turn_round(out, before, noun)


def _turn_round(out: list[Token], verb: Token, noun: Token) -> None:
    root = noun.head == noun.index
    out[verb.index] = replace(verb, head=verb.index if root else noun.head, dep=noun.dep, pos="VERB")
    tag = "NNS" if noun.text.endswith("s") else "NN"
    out[noun.index] = replace(noun, head=verb.index, dep="dobj", pos="NOUN", tag=tag)
    for other in list(out):
        if other.head != noun.index or other.index == verb.index or other.sentence != noun.sentence:
            continue
        if other.index > noun.index and other.dep in CLAUSES:
            out[other.index] = replace(other, dep="acl")
        elif other.index < verb.index or other.dep == "punct":
            out[other.index] = replace(other, head=verb.index)
    for other in list(out):
        # "Iran rejects claims": who denies was taken for the one who claims.
        if other.head == verb.index and other.index < verb.index and other.dep in {"compound", "amod", "poss"}:
            out[other.index] = replace(other, dep="nsubj")


def mend_judged_statements(out: list[Token], statements: Collection[str]) -> None:
    """Makes the noun the subject of the verb behind it that has none: "that [reports] from Oslo were untrue"."""
    for token in list(out):
        noun = out[token.index]
        that = out[token.index - 1] if token.index else noun
        opened = that.text.lower() == "that" and that.head == noun.index and that.sentence == noun.sentence
        if not opened or noun.lemma not in statements or noun.tag not in {"VBZ", "VBP"}:
            continue
        own = [t for t in out[noun.index + 1 :] if t.sentence == noun.sentence and t.head == noun.index]
        verb = next((t for t in own if t.tag in FINITE and not _has_subject(out, t)), None)
        if verb is None or any(t.dep == "dobj" for t in own):
            continue
        out[verb.index] = replace(verb, head=noun.head, dep=noun.dep)
        out[noun.index] = replace(noun, head=verb.index, dep="nsubj", pos="NOUN", tag="NNS")
        out[that.index] = replace(that, head=verb.index, dep="mark", tag="IN")
        for other in own:
            if other.index < verb.index and other.dep in CLAUSES:
                out[other.index] = replace(other, dep="acl")
            elif other.index > verb.index:
                out[other.index] = replace(other, head=verb.index)


def _has_subject(out: list[Token], verb: Token) -> bool:
    return any(t.head == verb.index and t.dep in {"nsubj", "nsubjpass", "expl"} for t in out)
