"""Clauses about an item that say what somebody promises, asks or allows: "the jets that Rome promised"."""

from __future__ import annotations

from armswire.claims.cues import CueBook
from armswire.claims.parties.arguments import Arguments
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator

# Operators that such a clause may tell, but for what is only needed.
TELLING_KINDS = frozenset({"pledge", "request", "approve"})
NEED = "need"


class ItemClauses:
    """Finds the operators of such clauses in one document."""

    def __init__(self, scene: Scene, operators: CueBook[Operator], arguments: Arguments) -> None:
        self.grammar = scene.grammar
        self.operators = operators
        self.arguments = arguments

    def teller(self, i: int) -> int | None:
        """The operator of a clause about the item: "the jets that Rome [promised]", "the jets, [promised] by Rome"."""
        for clause in self.grammar.kids(i, "relcl", "acl"):
            kinds = {op.kind for op in self.operators.at(self.grammar, clause) if op.takes_item and op.id != NEED}
            if self.grammar.is_verb(clause) and kinds & TELLING_KINDS and self._is_about(clause):
                return clause
        return None

    def _is_about(self, clause: int) -> bool:
        """True where the item is what the clause promises, not who promises or to whom something else is promised."""
        own = self.grammar.own_subject(clause)
        if not all(self.arguments.is_relative(o) for o in self.grammar.objects(clause)):
            return False
        if self.grammar.is_passive(clause):
            return own is None or self.arguments.is_relative(own) or self.arguments.is_actor(own)
        return own is not None and not self.arguments.is_relative(own)
