"""A slip of the parser mended: who speaks behind the verb, "Oslo sent tanks, reported the Herald, which has".

The parser lists the verb with what is said and takes the speaker for its object. A comma, a finite verb of saying
without a subject and a name right behind it leave little doubt.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from armswire.model.annotation import Token

FINITE = frozenset({"VBD", "VBZ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# Nobody who says more behind the verb has said what stands before it.
MORE = frozenset({"cc", "ccomp", "xcomp", "mark"})
BESIDE = frozenset({"conj", "parataxis", "dep", "advcl"})


def mend_inverted_speech(out: list[Token], verbs: Collection[str], press: Collection[str]) -> None:
    """Makes the name or the paper behind a verb of saying its subject, and the clause before the comma what is said."""
    for verb in list(out[1:]):
        clause = out[verb.head]
        if verb.lemma not in verbs or verb.tag not in FINITE or verb.dep not in BESIDE or verb.head > verb.index:
            continue
        kids = [t for t in out if t.head == verb.index and t.index != verb.index]
        speaker = next((t for t in kids if t.dep in {"dobj", "nsubj"} and t.index > verb.index), None)
        if speaker is None or any(t.dep in MORE or (t.dep in SUBJECTS and t != speaker) for t in kids):
            continue
        if speaker.dep == "dobj" and not (speaker.text[:1].isupper() or speaker.lemma in press):
            continue
        if out[verb.index - 1].text not in {",", "”", '"'} or clause.head != clause.index:
            continue
        out[speaker.index] = replace(speaker, dep="nsubj")
        out[verb.index] = replace(out[verb.index], head=verb.index, dep="ROOT")
        out[clause.index] = replace(clause, head=verb.index, dep="ccomp")
