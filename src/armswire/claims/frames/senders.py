"""Who gives where the verb itself only tells who gets: to whom it is owed, who pays, whose freighter brings it."""

from __future__ import annotations

from collections.abc import Sequence

from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.meaning import Party
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame
from armswire.model.annotation import ActorKind, ItemMention


class Senders:
    """Finds the givers that the frames of one document leave open."""

    def __init__(self, scene: Scene, arguments: Arguments, participants: Participants, items: ItemPhrases) -> None:
        self.scene = scene
        self.tokens = scene.grammar.tokens
        self.arguments = arguments
        self.participants = participants
        self.items = items

    def add_to(self, i: int, frame: Frame, items: Sequence[ItemMention], roles: dict[str, Party]) -> None:
        """Adds the supplier of the verb `i` where its roles have none."""
        if "supplier" in roles:
            self._relay(i, items, roles)
            return
        found = self._by_favour(i, frame) or self._payer(i, items)
        lender = self._lender(i, items) if found is None else None
        if lender is not None and lender.shares(roles.get("intermediary")):
            del roles["intermediary"]  # "through an Italian loan"
        found = found or lender or self._owner_of_carrier(i, frame, items)
        if found is not None:
            roles["supplier"] = found

    def _relay(self, i: int, items: Sequence[ItemMention], roles: dict[str, Party]) -> None:
        """ "Kenya funnelled Norwegian rifles to rebels": who does so passes on what comes from another."""
        if self.tokens[i].lemma not in self.scene.language.relaying_verbs or "recipient" not in roles:
            return
        told = (self.items.origin(item) for item in items)
        origin = next((Party(*o, "from whom they come") for o in told if o is not None), None)
        if origin is not None and not any(origin.shares(party) for party in roles.values()):
            roles.setdefault("intermediary", roles.pop("supplier"))
            roles["supplier"] = origin

    def _by_favour(self, i: int, frame: Frame) -> Party | None:
        """ "thanks to Ankara, the army now has three drones"."""
        if "supplier" in {role for place, role in frame.verb_roles.items() if place.startswith("subject")}:
            return None
        grammar, words = self.scene.grammar, self.scene.language.prepositions
        for c in grammar.kids(i, "npadvmod", "prep", "advmod", "nsubj", "dep"):
            if grammar.word(c) in words.favour:
                behind = (o for p in grammar.kids(c, "prep") for o in grammar.kids(p, "pobj"))
                for obj in (*behind, *grammar.kids(c, "pobj")):
                    resolved = self.participants.resolve(obj)
                    if resolved is not None:
                        return resolved.party(", to whom it is owed")
        return None

    def _payer(self, i: int, items: Sequence[ItemMention]) -> Party | None:
        """ "lorries paid for by Denmark": who pays for what another gets gives it."""
        clause = paying_clause(self.scene, i, items)
        agent = None if clause is None else self.scene.grammar.passive_agent(clause)
        resolved = None if agent is None else self.participants.resolve(agent)
        return None if resolved is None else resolved.party(", who pays for it")

    def _lender(self, i: int, items: Sequence[ItemMention]) -> Party | None:
        """ "gets boats under an Indian loan": whose money pays for what another gets gives it."""
        grammar, language = self.scene.grammar, self.scene.language
        for at in (i, *(m.head for m in items)):
            for obj in grammar.behind(at, language.prepositions.financed_by):
                nouns = (obj, *grammar.kids(obj, "compound"))
                if any(self.tokens[k].lemma in language.credit_nouns for k in nouns):
                    lender = self.participants.owner(obj)
                    if lender is not None:
                        return lender.party(", whose money pays for it")
        return None

    def _owner_of_carrier(self, i: int, frame: Frame, items: Sequence[ItemMention]) -> Party | None:
        """ "an Iranian plane landed with drones": whose carrier brings them, where they tell no origin themselves."""
        if "supplier" in {role for place, role in frame.verb_roles.items() if place.startswith("subject")} or not items:
            return None
        subject = self.arguments.subject(i)
        if subject is None or self.tokens[subject].lemma.lower() not in self.scene.language.carrier_nouns:
            return None
        if any(self.items.origin(item) is not None for item in items):
            return None
        owners = self.scene.grammar.behind(subject, self.scene.language.prepositions.agent)
        for at in (*owners, subject):
            resolved = self.participants.resolve(at)
            if resolved is not None and not (at == subject and resolved.kind is ActorKind.ORGANISATION):
                return resolved.party(", whose it is that carries them")
        return None


def paying_clause(scene: Scene, i: int, items: Sequence[ItemMention]) -> int | None:
    """The participle of paying at the verb `i` or its items; behind a comma also at whoever stands before it."""
    grammar = scene.grammar
    parties = [obj for _, obj in grammar.prepositions(i) if obj in scene.actor_at]
    parties += [obj for obj in grammar.kids(i, "dobj") if obj in scene.actor_at]
    clauses = [c for at in (i, *(m.head for m in items)) for c in grammar.kids(at, "acl", "relcl", "advcl")]
    clauses += [c for at in parties for c in grammar.kids(at, "acl") if grammar.word(c - 1) == ","]
    pays = scene.language.paying_verbs
    return next((c for c in clauses if grammar.tokens[c].lemma in pays and grammar.is_participle(c)), None)
