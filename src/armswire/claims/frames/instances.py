"""The frames of transfer in a document, each with who and what stands in its roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from armswire.claims.cues import CueBook
from armswire.claims.frames.headline_order import HeadlineOrder
from armswire.claims.frames.holders import Holders
from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.frames.missing_roles import MissingRoles
from armswire.claims.frames.role_places import RolePlaces
from armswire.claims.frames.senders import Senders
from armswire.claims.meaning import Party
from armswire.claims.parse.parse_tree import Argument
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame, Operator
from armswire.model.annotation import ItemMention

# Operators whose noun a verb of transfer may carry without moving anything ("gave permission to sell").
CARRIED_KINDS = frozenset({"approve", "refuse", "request", "consider", "halt", "reverse"})


@dataclass(frozen=True, slots=True)
class FrameInstance:
    """A frame at a token with its filled roles; `absorbed` are frame nouns that it took over ("receive a shipment").

    `told_by` is the operator in a clause about the item, where none stands over it ("the jets that Rome promised").
    """

    token: int
    frame: Frame
    roles: dict[str, Party]
    items: tuple[ItemMention, ...]
    absorbed: tuple[int, ...] = ()
    told_by: int | None = None


class Frames:
    """Finds the frame instances of a document."""

    def __init__(
        self,
        scene: Scene,
        book: CueBook[Frame],
        operators: CueBook[Operator],
        participants: Participants,
        arguments: Arguments,
        items: ItemPhrases,
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.book = book
        self.operators = operators
        self.items = items
        self.arguments = arguments
        self.places = RolePlaces(scene, operators, participants, items)
        self.senders = Senders(scene, arguments, participants, items)
        self.holders = Holders(scene, arguments, participants)
        self.missing = MissingRoles(scene, arguments, participants, operators)
        self.headlines = HeadlineOrder(scene, participants, items)

    def find(self) -> Iterator[FrameInstance]:
        """Every word of transfer with its arguments, also those that turn out to move nothing."""
        for token in self.tokens:
            item = self.scene.item_at.get(token.index)
            if item is not None and self._inside_item(token.index, item):
                continue
            frame = next(iter(self.book.at(self.grammar, token.index)), None)
            if frame is None or self._only_carries(token.index):
                continue
            instance = self.instance(token.index, frame)
            # "a defence contract" is a deal and, where it names nothing else, what the deal is about.
            yield instance if item is None else replace(instance, items=instance.items or (item,))

    def _inside_item(self, i: int, item: ItemMention) -> bool:
        """True for words that are only a part of an item's name; a lone verb that looks like one is a verb."""
        is_verb = self.grammar.is_verb(i)
        if is_verb and item.first == item.last:
            return False
        return is_verb or item.head != i

    def _only_carries(self, i: int) -> bool:
        """ "gave permission to", "granted a licence for": the verb carries an operator and moves nothing itself."""
        if not self.grammar.is_verb(i):
            return False
        objects = [o for o in self.grammar.kids(i, "dobj", "nsubjpass") if o not in self.scene.item_at]
        if any(op.kind == "conclude" for op in self.operators.at(self.grammar, i)) and any(
            frame.stage == "agreement" for o in objects for frame in self.book.at(self.grammar, o)
        ):
            # "secured a contract": nothing has arrived.
            return True
        return any(
            {op.kind for op in self.operators.at(self.grammar, obj)} & CARRIED_KINDS
            and not self.book.at(self.grammar, obj)
            for obj in objects
        )

    def instance(self, i: int, frame: Frame) -> FrameInstance:
        """The frame at token `i` with its roles filled from grammar."""
        is_verb = self.grammar.is_verb(i)
        arguments = self.arguments.of_verb(i) if is_verb else self.arguments.of_noun(i)
        table = frame.verb_roles if is_verb else frame.noun_roles
        roles: dict[str, Party] = {}
        items: list[ItemMention] = []
        absorbed: list[int] = []
        has_object = any(a.slot == "object" for a in arguments)
        for argument in arguments:
            self.places.fill(argument, table, roles, items, has_object=has_object)
            nested = self._nested(argument) if is_verb and _moves_its_object(frame) else None
            if nested is not None:
                absorbed.append(argument.token)
                self._take_over(self.instance(argument.token, nested), table, roles, items)
        if is_verb:
            self.senders.add_to(i, frame, items, roles)
            self.holders.add_to(i, items, roles)
            self.missing.add_of_verb(i, frame, items, roles)
        else:
            self.missing.add_agent(i, frame, roles)
            self.missing.add_blamed(i, roles)
        self.missing.add_destined(items or [self.scene.item_at[i]] if i in self.scene.item_at else items, roles)
        if frame.mere_motion and len(items) > 1:
            # "a plane landed with mortars": what carries the others stays nobody's.
            items = [item for item in items if self.tokens[item.head].lemma not in self.scene.language.carrier_nouns]
        if frame.replaces and not items:
            # "will replace the howitzers that Riga gave": with others of their kind.
            items += [item for obj in self.grammar.kids(i, "dobj") for item in self.items.of(obj)]
        self.missing.add_beside(i, items, roles)
        if frame.abroad_only:
            self.missing.turn_licensed(i, roles)
        if is_verb and self.scene.is_headline(i):
            self.headlines.fill(i, table, items, roles)
        return FrameInstance(i, frame, roles, tuple(items), tuple(absorbed))

    def _nested(self, argument: Argument) -> Frame | None:
        """The frame noun in object position: "receive a shipment of", "order the delivery of"."""
        i = argument.token
        if argument.slot != "object" or argument.borrowed or i in self.scene.item_at or self.grammar.is_verb(i):
            return None
        return next(iter(self.book.at(self.grammar, i)), None)

    def _take_over(
        self, inner: FrameInstance, table: Mapping[str, str], roles: dict[str, Party], items: list[ItemMention]
    ) -> None:
        """The items of a frame noun become those of its verb, and its roles where the verb leaves them empty."""
        items += [item for item in inner.items if item not in items]
        taken = {"recipient", "intermediary"} | ({"supplier"} if table.get("subject") != "supplier" else set())
        for role, party in inner.roles.items():
            if role in taken:
                roles.setdefault(role, party)


def _moves_its_object(frame: Frame) -> bool:
    """True for verbs whose object is what moves ("receive a shipment"), no place ("left Poland"), nor paid or made."""
    takes = any(role == "item" and place.startswith(("object", "of")) for place, role in frame.verb_roles.items())
    return takes and not frame.abroad_only
