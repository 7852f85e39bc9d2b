"""Who gets it in front: "To Chad's army Oman has given fuel", where the parser loses who gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.model.annotation import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
PARTS = frozenset({"compound", "nmod", "amod"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend_fronted(out: list[Token], destination: Sequence[str]) -> None:
    """Takes the names behind a fronted preposition apart: who gets it, then who gives it."""
    for token in list(out):
        if token.pos == "ADP" and token.text.lower() in destination:
            _giver_in_destination(out, out[token.index])
            _destination_in_giver(out, out[token.index])


def _giver_in_destination(out: list[Token], preposition: Token) -> None:
    """ "To Lebanon's army [Qatar] has given fuel": the last name before the verb is its subject."""
    name = next((t for t in out[preposition.index :] if t.dep == "pobj" and t.head == preposition.index), None)
    verb = out[preposition.head]
    if name is None or name.pos != "PROPN" or not _opens_finite(out, name, verb):
        return
    before = out[name.index - 1]
    if before.tag not in {"NN", "NNS"} or before.head != name.index or before.dep not in PARTS:
        return
    if any(t.head == verb.index and t.dep in SUBJECTS for t in out[preposition.index : verb.index]):
        return
    out[before.index] = replace(before, head=preposition.index, dep="pobj")
    out[name.index] = replace(name, head=verb.index, dep="nsubj")
    for other in out[preposition.index : before.index]:
        if other.head == name.index:
            out[other.index] = replace(other, head=before.index)


def _destination_in_giver(out: list[Token], preposition: Token) -> None:
    """ "and to [Togo] Spain has sold rifles": the first name is who gets them."""
    at = preposition.index + 1
    if at + 1 >= len(out) or any(t.dep == "pobj" and t.head == preposition.index for t in out[at : at + 6]):
        return
    first, name = out[at], out[out[at].head]
    verb = out[name.head]
    joined = first.pos == name.pos == "PROPN" and first.dep == "compound" and name.dep == "nsubj"
    if not joined or name.index != at + 1 or not _opens_finite(out, name, verb):
        return
    out[at] = replace(first, head=preposition.index, dep="pobj")
    out[preposition.index] = replace(preposition, head=verb.index, dep="prep")


def _opens_finite(out: Sequence[Token], name: Token, verb: Token) -> bool:
    """True where the verb or its auxiliary stands right behind the name."""
    following = out[name.index + 1] if name.index + 1 < len(out) else name
    own = following.index == verb.index or following.head == verb.index
    return own and following.tag in FINITE and following.sentence == name.sentence
