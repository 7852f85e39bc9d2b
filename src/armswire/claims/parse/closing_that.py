"""Slips of the parser mended: "that" behind which nothing is said, and a clause that hangs on a time.

In "'I can confirm that,' he said" the parser takes "that" for the conjunction of what follows; in "acknowledged for the
first time that it had" it takes the clause for a description of the time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from armswire.model.annotation import Token

CLOSING = frozenset({",", ".", ";", "”", '"', "''"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CONJUNCTION = "that"


def mend_closing_that(out: list[Token]) -> None:
    """Makes "that" before a comma or a quotation mark the object of the verb right before it."""
    for token in list(out):
        if token.text.lower() != CONJUNCTION or token.dep not in {"mark", "advmod", "nsubj", "dobj", "pobj"}:
            continue
        before = out[token.index - 1] if token.index else token
        after = out[token.index + 1] if token.index + 1 < len(out) else token
        if before.sentence == token.sentence and after.text in CLOSING and before.tag.startswith("VB"):
            _close(out, out[token.index], out[before.index])


def _close(out: list[Token], that: Token, verb: Token) -> None:
    clause = out[that.head]
    out[that.index] = replace(that, head=verb.index, dep="dobj", pos="PRON", tag="DT")
    below = clause.head == verb.index and clause.dep == "ccomp" and clause.index > that.index
    if below:
        # The verb of speech behind the quotation says what stands inside.
        root = verb.head == verb.index
        out[clause.index] = replace(clause, head=clause.index if root else verb.head, dep=verb.dep)
        out[verb.index] = replace(verb, head=clause.index, dep="ccomp")


def mend_clause_of_time(out: list[Token], speech: Collection[str], times: Collection[str]) -> None:
    """Hangs "that it had sold them" on the verb of "acknowledged for the first time", no longer on the time."""
    for clause in list(out):
        if clause.dep not in {"relcl", "acl"} or not clause.tag.startswith("VB"):
            continue
        noun = out[clause.head]
        link = out[noun.head] if noun.dep == "pobj" else noun
        verb = out[link.head]
        adverbial = noun.dep in {"pobj", "npadvmod"}
        in_time = adverbial and noun.lemma.lower() in times and link.index > verb.index and verb.lemma in speech
        that = next((t for t in out[noun.index + 1 : clause.index] if t.head == clause.index), None)
        if in_time and that is not None and that.text.lower() == CONJUNCTION and _is_whole(out, clause, that):
            out[clause.index] = replace(clause, head=verb.index, dep="ccomp")
            out[that.index] = replace(that, dep="mark", pos="SCONJ", tag="IN")


def _is_whole(out: Sequence[Token], clause: Token, that: Token) -> bool:
    """True where the clause has a subject of its own beside "that": nothing of it is left out."""
    return any(t.head == clause.index and t.dep in SUBJECTS and t.index != that.index for t in out[that.index :])
