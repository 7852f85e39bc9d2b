"""Which role an argument plays: what its frame's table says of its grammatical place, and of words of its kind."""

from __future__ import annotations

from collections.abc import Mapping

from armswire.claims.cues import CueBook
from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.meaning import Party
from armswire.claims.parse.parse_tree import Argument
from armswire.claims.parties.antecedents import Resolved
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.annotation import ActorKind, ItemMention


class RolePlaces:
    """Puts the arguments of one document's frames into their roles."""

    def __init__(
        self, scene: Scene, operators: CueBook[Operator], participants: Participants, items: ItemPhrases
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.prepositions
        self.operators = operators
        self.participants = participants
        self.items = items

    def fill(
        self,
        argument: Argument,
        table: Mapping[str, str],
        roles: dict[str, Party],
        items: list[ItemMention],
        *,
        has_object: bool,
    ) -> None:
        """Adds one argument to `roles` or `items`; `has_object` where the frame has an object beside it."""
        named = self.items.of(argument.token) if self._may_be_item(argument, table) else []
        role = _role(table, argument, "item" if named else "actor")
        if role == "item":
            items += [item for item in named if item not in items]
            return
        if named:
            if argument.slot == "subject" and role == "supplier" and not items and not has_object:
                # "Three helicopters delivered to Uzbekistan": a headline's passive without its "were".
                items += named
                return
            # "supplies for U.S. weapons depots": the phrase holds an item, but the place wants an actor.
            role = _role(table, argument, "actor")
            if argument.token not in self.scene.actor_at:
                self._fill_with_origin(argument, role, named[0], roles)
                return
        if role is not None and role != "item":
            self._fill_with_actor(argument, role, roles)

    def _may_be_item(self, argument: Argument, table: Mapping[str, str]) -> bool:
        if argument.slot == "modifier":
            return argument.token in self.scene.item_at
        # "it will receive ...": a pronoun is an item only where the place can hold one.
        return not self.items.is_pronoun(argument.token) or _role(table, argument, "item") == "item"

    def _fill_with_origin(
        self, argument: Argument, role: str | None, item: ItemMention, roles: dict[str, Party]
    ) -> None:
        """ "German tanks arrived": whose they were, where the place of the item wants an actor.

        "Parts for Egypt's fighters": whose they are is who gets the parts.
        """
        if role is not None and argument.slot in self.words.destination:
            owner = self.participants.owner(argument.token)
            if owner is not None:
                roles.setdefault(role, owner.party())
            return
        origin = self.items.origin(item) if role is not None and argument.slot == "subject" else None
        if role is not None and origin is not None:
            roles.setdefault(role, Party(*origin, "before what carries it"))

    def _fill_with_actor(self, argument: Argument, role: str, roles: dict[str, Party]) -> None:
        bound = self.grammar.word(argument.token) in self.scene.language.destined_participles
        if argument.slot == "modifier" and role == "supplier" and (bound or self._is_swallowed(argument.token)):
            role = "recipient"
        resolved = self.participants.resolve(argument.token)
        if resolved is None or resolved.kind is ActorKind.MEDIA:
            return
        if role == "party":
            role, resolved = self._side_of_deal(argument, resolved, roles)
        if argument.slot in self.words.location and argument.borrowed and role in roles:
            return
        if role == "recipient" and role in roles and self._is_end_beneficiary(argument):
            # "sold to Berlin for Ukraine": the first only passes it on.
            roles.setdefault("intermediary", roles.pop("recipient"))
        roles.setdefault(role, resolved.party())

    def _side_of_deal(self, argument: Argument, resolved: Resolved, roles: dict[str, Party]) -> tuple[str, Resolved]:
        """Of two parties to a deal, who is named first buys; who stands behind "with" sells."""
        if argument.slot in self.words.counterpart:
            return "supplier", resolved
        side = "supplier" if "buyer" in roles else "buyer"
        if len(resolved.sides) > 1:
            roles.setdefault("supplier", resolved.other_sides().party())
            resolved = resolved.first_side()
        return side, resolved

    def _is_end_beneficiary(self, argument: Argument) -> bool:
        own = argument.slot in self.words.beneficiary and not argument.borrowed
        return own and argument.token in self.scene.actor_at

    def _is_swallowed(self, i: int) -> bool:
        """ "offers Niamey drones": a name between a verb of offering and the item is who gets it."""
        mention = self.scene.actor_at.get(i)
        if mention is None or mention.kind not in {ActorKind.STATE, ActorKind.PERSON} or mention.first == 0:
            return False
        before = self.tokens[mention.first - 1]
        kinds = {op.kind for op in self.operators.at(self.grammar, before.index)}
        return before.sentence == self.tokens[i].sentence and self.grammar.is_verb(before.index) and "pledge" in kinds


def _role(table: Mapping[str, str], argument: Argument, kind: str) -> str | None:
    """The role of the argument's place for words of a kind, else for all words."""
    return table.get(f"{argument.slot}.{kind}", table.get(argument.slot))
