"""The frames of transfer in a document, each with who and what stands in its roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from armswire.claims.arguments import Arguments
from armswire.claims.cues import CueBook
from armswire.claims.grammar import Argument
from armswire.claims.meaning import Party
from armswire.claims.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame, Operator
from armswire.model.annotation import ActorKind, ItemMention

LIST_PREPOSITIONS = frozenset({"such", "including", "like", "of", "as"})
GENERAL = frozenset({"ARMS", "AID", "NONLETHAL"})
CONTAINING = frozenset({"include", "comprise", "contain", "consist", "cover"})
TAKING_UP = frozenset({"it", "them", "they", "these", "those", "this", "that"})


@dataclass(frozen=True, slots=True)
class FrameInstance:
    """A frame at a token with its filled roles; `absorbed` are frame nouns that it took over ("receive a shipment")."""

    token: int
    frame: Frame
    roles: dict[str, Party]
    items: tuple[ItemMention, ...]
    absorbed: tuple[int, ...] = ()
    purpose: int | None = None


class Items:
    """Which items a phrase names."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens

    def of(self, i: int, depth: int = 0) -> list[ItemMention]:
        """The items of the phrase headed by token `i`: itself, "of" it, coordinated, listed, or taken up."""
        if depth > 5:
            return []
        out: list[ItemMention] = []
        if self.tokens[i].lemma in self.scene.language.personnel_nouns or self._counts_people(i):
            return out
        mention = self.scene.item_at.get(i)
        if mention is not None:
            i = mention.head
            if not (mention.generic and self._counts_others(i)):
                out.append(mention)
        elif depth == 0 and self._takes_up(i):
            return self._antecedent(i)
        for c in self.grammar.kids(i, "compound", "nmod", "amod", "npadvmod", "nummod"):
            if c in self.scene.item_at and self.scene.item_at[c] not in out and mention is None:
                out.append(self.scene.item_at[c])
        for word, obj in self.grammar.prepositions(i):
            if (word in LIST_PREPOSITIONS or (word == "in" and self._is_sum(i))) and not self.grammar.is_verb(obj):
                out += self.of(obj, depth + 1)
        for c in self.grammar.kids(i, "conj", "appos"):
            if not self.grammar.is_verb(c):
                out += self.of(c, depth + 1)
        if mention is not None and mention.ml in GENERAL:
            for clause in self.grammar.kids(i, "relcl", "acl"):
                if self.tokens[clause].lemma in CONTAINING:
                    listed = [*self.grammar.kids(clause, "dobj"), *(o for _, o in self.grammar.prepositions(clause))]
                    out += [item for obj in listed for item in self.of(obj, depth + 1)]
        if mention is not None and mention.ml in GENERAL and depth == 0 and len(out) <= 1:
            out += self._listed_behind(mention)
        return list(dict.fromkeys(out))

    def _listed_behind(self, mention: ItemMention) -> list[ItemMention]:
        """ "assistance worth $50 million to ..., including vests": a list that the parser hung elsewhere."""
        for token in self.tokens[mention.last + 1 :]:
            if token.sentence != self.tokens[mention.last].sentence:
                break
            if token.text.lower() in {"including", "such"}:
                opener = token.index if token.text.lower() == "including" else token.index + 1
                below = [o for o in self.grammar.kids(opener, "pobj", "dobj")]
                return [item for obj in below for item in self.of(obj, 1)]
        return []

    def _is_sum(self, i: int) -> bool:
        """ "500 million euros in military aid"."""
        return any(m.span.covers(self.tokens[i].span) for m in self.scene.annotated.money)

    def _counts_people(self, i: int) -> bool:
        """ "thousands of troops, including warships": what goes with soldiers is deployed, not given."""
        return any(
            w == "of" and self.tokens[o].lemma in self.scene.language.personnel_nouns
            for w, o in self.grammar.prepositions(i)
        )

    def _takes_up(self, i: int) -> bool:
        """ "them", "the first", "two more", "eleven of its older ones": items that were named before."""
        token = self.tokens[i]
        if token.text.lower() in TAKING_UP:
            return True
        counts = token.lemma in self.scene.language.count_nouns or token.pos == "NUM"
        return counts and token.dep in {"dobj", "nsubj", "nsubjpass", "attr"} and not self._holds_item(i)

    def _holds_item(self, i: int) -> bool:
        return any(at in self.scene.item_at for at in self.grammar.subtree(i))

    def _counts_others(self, i: int) -> bool:
        """ "100,000 rounds of 155mm shells": the first word only counts the second."""
        return any(word == "of" and obj in self.scene.item_at for word, obj in self.grammar.prepositions(i))

    def origin(self, mention: ItemMention) -> tuple[tuple[str, ...], int] | None:
        """The state whose adjective stands before the item ("German submarines"), with its token."""
        for c in range(max(0, mention.first - 5), mention.last + 1):
            actor = self.scene.actor_at.get(c)
            if (
                actor is None
                or actor.kind not in {ActorKind.DEMONYM, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.BODY}
                or not actor.actors
            ):
                continue
            at = actor.head
            for _ in range(3):
                token = self.tokens[at]
                if token.dep not in {"amod", "compound", "nmod", "npadvmod", "poss", "advmod"}:
                    break
                at = token.head
                if at == mention.head or mention.first <= at <= mention.last:
                    return actor.actors, actor.head
        return None

    def _antecedent(self, i: int) -> list[ItemMention]:
        """The items last named before a pronoun, in the same sentence or the one before."""
        before = [
            m
            for m in self.scene.annotated.items
            if m.last < i and self.tokens[i].sentence - self.tokens[m.head].sentence <= 1
        ]
        # "rockets for Grad launchers": what is named only to describe another item is not taken up.
        leading = [m for m in before if not self._describes_another(m)]
        return (leading or before)[-1:]

    def _describes_another(self, mention: ItemMention) -> bool:
        head = self.tokens[mention.head]
        if head.dep != "pobj":
            return False
        above = self.tokens[head.head].head
        return above in self.scene.item_at and self.tokens[head.head].text.lower() in {"for", "with", "from"}


class Frames:
    """Finds the frame instances of a document."""

    def __init__(
        self,
        scene: Scene,
        book: CueBook[Frame],
        operators: CueBook[Operator],
        participants: Participants,
        arguments: Arguments,
        items: Items,
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.book = book
        self.operators = operators
        self.participants = participants
        self.arguments = arguments
        self.items = items

    def find(self) -> Iterator[FrameInstance]:
        """Every word of transfer with its arguments, also those that turn out to move nothing."""
        for token in self.tokens:
            item = self.scene.item_at.get(token.index)
            inside = item is not None and (item.last > item.first or not self.grammar.is_verb(token.index))
            if item is not None and inside and item.head != token.index:
                continue
            if item is not None and inside and self.grammar.is_verb(token.index):
                continue
            for frame in self.book.at(self.grammar, token.index)[:1]:
                if self._only_carries(token.index):
                    continue
                instance = self.instance(token.index, frame)
                # "a defence contract" is a deal and, where it names nothing else, what the deal is about.
                yield instance if item is None else replace(instance, items=instance.items or (item,))

    def _only_carries(self, i: int) -> bool:
        """ "gave permission to", "granted a licence for": the verb carries an operator and moves nothing itself."""
        if not self.grammar.is_verb(i):
            return False
        for obj in self.grammar.kids(i, "dobj", "nsubjpass"):
            kinds = {op.kind for op in self.operators.at(self.grammar, obj)}
            if (
                kinds & {"approve", "refuse", "request", "consider", "halt", "reverse"}
                and obj not in self.scene.item_at
                and not self.book.at(self.grammar, obj)
            ):
                return True
        return False

    def instance(self, i: int, frame: Frame) -> FrameInstance:
        """The frame at token `i` with its roles filled from grammar."""
        is_verb = self.grammar.is_verb(i)
        arguments = self.arguments.of_verb(i) if is_verb else self.arguments.of_noun(i)
        table = frame.verb_roles if is_verb else frame.noun_roles
        roles: dict[str, Party] = {}
        items: list[ItemMention] = []
        absorbed: list[int] = []
        for argument in arguments:
            self._place(argument, table, roles, items, arguments)
            nested = self._nested(argument, is_verb=is_verb)
            if nested is not None:
                absorbed.append(argument.token)
                inner = self.instance(argument.token, nested)
                items += [item for item in inner.items if item not in items]
                for role, party in inner.roles.items():
                    if (
                        role in {"recipient", "intermediary"}
                        or (role == "supplier"
                        and table.get("subject") != "supplier")
                    ):
                        roles.setdefault(role, party)
        if not is_verb:
            self._add_agent(i, frame, roles)
        elif "recipient" not in roles:
            self._add_swallowed_dative(i, frame, items, roles)
        if is_verb and "recipient" not in roles and "buyer" not in roles:
            self._add_beneficiary(i, items, roles)
        if is_verb and self.scene.is_headline(i):
            self._add_by_order(i, table, items, roles)
        return FrameInstance(i, frame, roles, tuple(items), tuple(absorbed))

    def _add_by_order(self, i: int, table: Mapping[str, str], items: list[ItemMention], roles: dict[str, Party]) -> None:
        """In headlines, what the parse missed by the order of words: actor, verb, item, "to" and an actor."""
        own = [t for t in self.tokens if t.sentence == self.tokens[i].sentence]
        first_role = table.get("subject.actor", table.get("subject"))
        if first_role is not None and first_role not in roles and not self.grammar.is_passive(i):
            opening = [t.index for t in own if t.index < i]
            named = [self.scene.actor_at[k] for k in opening if k in self.scene.actor_at]
            if (
                named
                and not any(self.grammar.is_verb(k) for k in opening)
                and all(
                    k in self.scene.actor_at or self.tokens[k].tag in {",", "CC", "TO", "RB", "NNP", "NN"}
                    for k in opening
                )
            ):
                actors = tuple(dict.fromkeys(a for m in named if m.kind is not ActorKind.MEDIA for a in m.actors))
                if actors:
                    roles[first_role] = Party(actors, named[0].head, "opens the headline")
            elif not named:
                speaker = self.participants.speaker_at(i)
                if speaker and not any(
                    self.grammar.is_verb(k) and self.tokens[k].tag != "MD" for k in self._part_before(i)
                ):
                    roles[first_role] = Party(speaker, i, "who speaks, as nobody else is named")
        behind = [t.index for t in own if t.index > i]
        if not items:
            for at in behind:
                finite = self.grammar.is_verb(at) and self.tokens[at].tag in {"VBD", "VBZ", "VBP", "MD"}
                if finite or self.tokens[at].lemma in self.scene.language.personnel_nouns:
                    break
                if at in self.scene.item_at:
                    items += self.items.of(self.scene.item_at[at].head)
                    break
        for at in behind:
            role = table.get(f"{self.tokens[at].text.lower()}.actor", table.get(self.tokens[at].text.lower()))
            if self.tokens[at].tag in {"IN", "TO"} and role is not None and role != "item" and role not in roles:
                mention = next(
                    (
                        self.scene.actor_at[k]
                        for k in range(at + 1, min(at + 4, own[-1].index + 1))
                        if k in self.scene.actor_at
                    ),
                    None,
                )
                if (
                    mention is not None
                    and mention.actors
                    and mention.kind not in {ActorKind.MEDIA, ActorKind.DEMONYM}
                    and self.participants.resolve(mention.head)
                ):
                    roles[role] = Party(mention.actors, mention.head, f"behind “{self.tokens[at].text}”")

    def _part_before(self, i: int) -> list[int]:
        """The tokens before `i` in its part of a headline."""
        out = []
        k = i - 1
        while (
            k >= 0
            and self.tokens[k].sentence == self.tokens[i].sentence
            and self.tokens[k].text not in {":", "-", "–", "—", "|"}
        ):
            out.append(k)
            k -= 1
        return out

    def _is_swallowed(self, i: int) -> bool:
        """ "offers Niamey drones": a state's name between a verb and the item is who gets it."""
        mention = self.scene.actor_at.get(i)
        if mention is None or mention.kind is not ActorKind.STATE or mention.first == 0:
            return False
        before = self.tokens[mention.first - 1]
        kinds = {op.kind for op in self.operators.at(self.grammar, before.index)}
        return before.sentence == self.tokens[i].sentence and self.grammar.is_verb(before.index) and "pledge" in kinds

    def _add_swallowed_dative(self, i: int, frame: Frame, items: list[ItemMention], roles: dict[str, Party]) -> None:
        """ "sell Bangladesh ten jets": the parser takes the recipient for a part of the item's name."""
        if frame.verb_roles.get("object.actor") != "recipient" or not items:
            return
        at = i + 1
        while at < len(self.tokens) and self.tokens[at].text.lower() in {"the", "its", "to"}:
            at += 1
        mention = self.scene.actor_at.get(at)
        if mention is None or mention.kind is ActorKind.DEMONYM or not mention.actors:
            return
        after = mention.last + 1
        follows = self.tokens[after] if after < len(self.tokens) else None
        if follows is None or follows.sentence != self.tokens[i].sentence or follows.tag == "POS":
            return
        if items[0].first > mention.last and self.tokens[mention.head].dep in {
            "compound",
            "nmod",
            "amod",
            "npadvmod",
            "poss",
            "nsubj",
        }:
            roles["recipient"] = Party(mention.actors, mention.head, "between the verb and what is given")

    def _add_beneficiary(self, i: int, items: list[ItemMention], roles: dict[str, Party]) -> None:
        """ "provide weapons to help Ukraine": the purpose stands at the verb or at its object."""
        for at in (i, *(m.head for m in items)):
            beneficiary = self.arguments.beneficiary(at)
            resolved = None if beneficiary is None else self.participants.resolve(beneficiary)
            if resolved is not None:
                roles["recipient"] = Party(resolved.actors, resolved.token, f"{resolved.how}, who is to be helped")
                return

    def _add_agent(self, i: int, frame: Frame, roles: dict[str, Party]) -> None:
        """ "weighs the purchase of", "signs a contract with": the one who acts above the noun buys."""
        if ("buyer" not in frame.noun_roles.values() and "party" not in frame.noun_roles.values()) or "buyer" in roles:
            return
        agent = self.arguments.noun_agent(i)
        resolved = None if agent is None else self.participants.resolve(agent)
        if resolved is None or resolved.kind is ActorKind.MEDIA:
            return
        supplier = roles.get("supplier")
        if supplier is None and "party" in frame.noun_roles.values() and len(resolved.actors) == 2:
            # "A and B sign a contract": who is named first buys.
            roles["supplier"] = Party(resolved.actors[1:], resolved.token, resolved.how)
            resolved = replace(resolved, actors=resolved.actors[:1])
        if supplier is None or not set(supplier.actors) & set(resolved.actors):
            roles["buyer"] = Party(resolved.actors, resolved.token, resolved.how)

    def _nested(self, argument: Argument, *, is_verb: bool) -> Frame | None:
        """The frame noun in object position: "receive a shipment of", "order the delivery of"."""
        if not is_verb or argument.slot != "object" or argument.borrowed or argument.token in self.scene.item_at:
            return None
        found = self.book.at(self.grammar, argument.token)
        return found[0] if found and not self.grammar.is_verb(argument.token) else None

    def _has_object(self, arguments: Sequence[Argument]) -> bool:
        return any(a.slot == "object" for a in arguments)

    def _place(
        self,
        argument: Argument,
        table: Mapping[str, str],
        roles: dict[str, Party],
        items: list[ItemMention],
        arguments: Sequence[Argument],
    ) -> None:
        """Puts one argument into the role that the table gives to its place and kind."""
        named = self.items.of(argument.token) if self._may_be_item(argument, table) else []
        kind = "item" if named else "actor"
        role = table.get(f"{argument.slot}.{kind}", table.get(argument.slot))
        if named and role != "item":
            # "supplies for U.S. weapons depots": the phrase holds an item, but the place wants an actor.
            if argument.slot == "subject" and not items and role == "supplier" and not self._has_object(arguments):
                # "Three helicopters delivered to Uzbekistan": a headline's passive without its "were".
                items += named
                return
            own = self.scene.actor_at.get(argument.token)
            role = table.get(f"{argument.slot}.actor", table.get(argument.slot))
            if own is None:
                origin = self.items.origin(named[0]) if named and role is not None else None
                if origin is not None and role is not None and argument.slot == "subject":
                    roles.setdefault(role, Party(*origin, "before what carries it"))
                return
            named = []
        if role is None:
            return
        if role == "item":
            items += [item for item in named if item not in items]
            return
        if argument.slot == "modifier" and role == "supplier" and self._is_swallowed(argument.token):
            role = "recipient"
        resolved = self.participants.resolve(argument.token)
        if resolved is None or (resolved.kind is ActorKind.MEDIA):
            return
        if role == "party":
            role = "supplier" if "buyer" in roles else "buyer"
            if argument.slot in {"with", "from"}:
                role = "supplier"
            elif len(resolved.actors) > 1:
                roles.setdefault("supplier", Party(resolved.actors[1:], resolved.token, resolved.how))
                resolved = type(resolved)(resolved.actors[:1], resolved.token, resolved.how, resolved.kind)
        if argument.slot in {"in", "at", "into"} and argument.borrowed and role in roles:
            return
        if (
            argument.slot == "for"
            and role == "recipient"
            and "recipient" in roles
            and not argument.borrowed
            and argument.token in self.scene.actor_at
        ):
            # "sold to Berlin for Ukraine": the first only passes it on.
            roles.setdefault("intermediary", roles.pop("recipient"))
        roles.setdefault(role, Party(resolved.actors, resolved.token, resolved.how))

    def _may_be_item(self, argument: Argument, table: Mapping[str, str]) -> bool:
        if argument.slot == "modifier":
            return argument.token in self.scene.item_at
        if self.tokens[argument.token].text.lower() in TAKING_UP:
            # "it will receive ...": a pronoun is an item only where the place can hold one.
            return table.get(f"{argument.slot}.item", table.get(argument.slot)) == "item"
        return True
