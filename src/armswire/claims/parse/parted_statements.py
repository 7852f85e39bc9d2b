"""Statements that a semicolon parts, which the parser hangs on each other.

In "Oslo says that Chad armed Sudan; Sudan calls it a lie" the parser makes what is called a lie the thing said, with
what was really said below it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from armswire.model.annotation import Token

FINITE = frozenset({"VBZ", "VBP", "VBD"})


def mend_parted(out: list[Token], speech: Collection[str]) -> None:
    """Gives each verb of `speech` what is said before the semicolon; what stands behind it stands by itself."""
    for token in list(out):
        if token.text != ";":
            continue
        own = [t for t in out if t.sentence == token.sentence]
        behind = next(
            (t for t in own if t.index > token.index and t.dep == "ccomp" and t.tag in FINITE and t.head < token.index),
            None,
        )
        if behind is None or out[behind.head].lemma not in speech:
            continue
        teller = out[behind.head]
        said = next((t for t in own if t.dep == "ccomp" and t.head == behind.index and t.index < token.index), None)
        if said is None or said.index < teller.index:
            continue
        out[said.index] = replace(said, head=teller.index)
        out[behind.index] = replace(behind, dep="parataxis")
