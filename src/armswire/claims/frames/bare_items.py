"""Items that an operator governs without a word of transfer: "requested tanks", "a plea for more weapons"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from armswire.claims.cues import CueBook
from armswire.claims.frames.instances import FrameInstance, Frames
from armswire.claims.frames.item_clauses import ItemClauses
from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.meaning import Party
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame, Operator

# Operators that can mean the arms themselves, at home or in the air ("stopped two missiles").
DOUBTFUL_KINDS = frozenset({"halt", "refuse", "consider", "boost", "announce"})
# How many words may stand between an item and its operator ("a plea for a package of dozens of tanks").
REACH = 5


class BareItems:
    """Finds them in one document; they are read as instances of the frame `implicit`."""

    def __init__(
        self,
        scene: Scene,
        implicit: Frame,
        operators: CueBook[Operator],
        participants: Participants,
        arguments: Arguments,
        frames: Frames,
        items: ItemPhrases,
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.implicit = implicit
        self.operators = operators
        self.participants = participants
        self.arguments = arguments
        self.frames = frames
        self.items = items
        self.clauses = ItemClauses(scene, operators, arguments)

    def find(self, taken: Collection[int]) -> Iterator[FrameInstance]:
        """The instances in the order of the text; `taken` are the tokens of words of transfer."""
        for mention in self.scene.annotated.items:
            i = mention.head
            governor = self._operator_over(i, taken) if self.grammar.first_conjunct(i) == i else None
            if governor is not None and governor not in self.scene.item_at:
                instance = self.frames.instance(i, self.implicit)
                roles = self._with_operator(instance.roles, i, governor)
                yield replace(instance, roles=roles, items=tuple(self.items.of(i)))
            elif governor is None and (teller := self.clauses.teller(i)) is not None:
                yield replace(self._told(i, teller), items=tuple(self.items.of(i)), told_by=teller)
            elif self._is_refused_in_speech(i):
                instance = self.frames.instance(i, self.implicit)
                speaker = Party(self.participants.speaker_at(i), i, "who speaks, as nobody else is named")
                if "recipient" in instance.roles and speaker.actors and not speaker.shares(instance.roles["recipient"]):
                    yield replace(instance, roles={"supplier": speaker} | instance.roles, items=tuple(self.items.of(i)))

    def _is_refused_in_speech(self, i: int) -> bool:
        """ "Vilnius: No more howitzers for Kyiv": without any verb."""
        own = self.tokens[i]
        quoted = next((q.span for q in self.scene.annotated.document.quotations if q.span.covers(own.span)), None)
        if quoted is None:
            alone = own.head == i
        else:
            alone = not any(
                self.grammar.is_verb(t.index) for t in self.scene.sentence_tokens(i) if quoted.covers(t.span)
            )
        return alone and not self.grammar.is_verb(i) and self.grammar.is_negated(i)

    def _told(self, i: int, teller: int) -> FrameInstance:
        """The item with those who are named in the clause about it."""
        instance = self.frames.instance(i, self.implicit)
        return replace(instance, roles=self._roles_at({}, self.grammar.prepositions(teller)))

    def _with_operator(self, roles: dict[str, Party], i: int, governor: int) -> dict[str, Party]:
        """ "ammunition licences for Israel": what stands at the noun that the item modifies belongs to the item.

        So does what stands at the verb of "pledges 4 bn kroner in air defence for Kenya".
        """
        if self.grammar.is_verb(governor) and self.tokens[i].dep != "pobj":
            return roles
        places = list(self.grammar.prepositions(governor))
        if self.tokens[governor].dep in {"dobj", "nsubjpass"}:
            # "granted licences for submarines [to Egypt]": the parser may hang it on the verb.
            places += self.grammar.prepositions(self.tokens[governor].head)
        return self._roles_at(roles, places)

    def _roles_at(self, roles: dict[str, Party], places: Iterable[tuple[str, int]]) -> dict[str, Party]:
        """The roles with who gets the item or passes it on, as prepositions tell."""
        table = self.implicit.noun_roles
        out = dict(roles)
        for word, obj in places:
            if word in self.scene.language.prepositions.sides:
                out = {**self._two_sides(obj), **out}
            role = table.get(f"{word}.actor", table.get(word))
            resolved = self.participants.resolve(obj) if role in {"recipient", "intermediary"} else None
            if role is not None and resolved is not None:
                out.setdefault(role, resolved.party())
        return out

    def _two_sides(self, i: int) -> dict[str, Party]:
        """ "talks between Jakarta and Paris over submarines": as with a deal, who is named first buys."""
        resolved = self.participants.resolve(i)
        if resolved is None or len(resolved.actors) != 2:
            return {}
        buyer, seller = (replace(resolved, actors=(actor,)).party() for actor in resolved.actors)
        return {"recipient": buyer, "supplier": seller}

    def _operator_over(self, i: int, taken: Collection[int]) -> int | None:
        """The operator above an item, passing only "dozens of", "a package of"; None past a frame or a verb."""
        cur = i
        for _ in range(REACH):
            head = self._above(cur)
            if head is None or head in taken or self._in_other_item(head, i):
                return None
            operator = next((op for op in self.operators.at(self.grammar, head) if op.takes_item), None)
            if operator is not None:
                return head if self._can_take(operator, i, head) else None
            if self.grammar.is_verb(head) or self.tokens[head].lemma in self.scene.language.making_nouns:
                return None
            cur = head
        return None

    def _above(self, cur: int) -> int | None:
        """The word above, across a preposition and around a sum of money; None at the end of the phrase."""
        token = self.tokens[cur]
        head = token.head
        comes = token.dep == "nsubj" and self.tokens[head].lemma in self.scene.language.copula_verbs
        if head == cur or (token.dep in {"nsubj", "advcl", "relcl"} and not comes):
            return None
        if self.tokens[head].pos == "ADP":
            before = head - 1
            word, head = self.grammar.word(head), self.tokens[head].head
            if before > head and self._in_sum(before):
                # "pledges £500m in support": the parser hangs it on the verb.
                head = before
            if not self._names_content(word, head) and not self._in_sum(head):
                return None
        # "pledges 4 bn kroner in air defence": the sum stands between.
        beyond = self._beyond_sum(head)
        return head if beyond is None else beyond

    def _names_content(self, preposition: str, head: int) -> bool:
        """ "a plea [for] tanks", "talks [over] tanks"."""
        words = self.scene.language.prepositions
        if preposition in words.discussed:
            return any(op.kind == "consider" for op in self.operators.at(self.grammar, head))
        return preposition in words.content

    def _in_sum(self, i: int) -> bool:
        return any(m.span.covers(self.tokens[i].span) for m in self.scene.annotated.money)

    def _beyond_sum(self, i: int) -> int | None:
        """The word that governs the sum of money in which token `i` stands, or None outside of sums."""
        span = self.tokens[i].span
        sum_of_money = next((m.span for m in self.scene.annotated.money if m.span.covers(span)), None)
        if sum_of_money is None:
            return None
        heads = (t.head for t in self.tokens if sum_of_money.covers(t.span))
        return next((head for head in heads if not sum_of_money.covers(self.tokens[head].span)), None)

    def _in_other_item(self, head: int, i: int) -> bool:
        other = self.scene.item_at.get(head)
        return other is not None and not other.first <= i <= other.last

    def _can_take(self, operator: Operator, i: int, head: int) -> bool:
        """Whoever stops or refuses missiles may shoot them down: only aid is meant, or what goes to somebody.

        What is expected without a word of transfer is an attack, if it is not of the goods told before.
        """
        if operator.kind == "await":
            goods = self.scene.item_at[i] in self.scene.antecedents
            return goods and self._above(i) == head and not self.grammar.kids(head, "xcomp", "ccomp")
        if operator.kind not in DOUBTFUL_KINDS or operator.id == "embargo":
            return True
        if self.tokens[i].lemma in self.scene.language.aid_nouns:
            return True
        words = self.scene.language.prepositions
        places = [*self.grammar.behind(i, words.destination), *self.grammar.behind(head, words.destination)]
        if operator.kind == "consider" and not self.grammar.is_verb(head) and self.grammar.kids(i, "nummod"):
            # "talks between Baku and Ankara on ten drones"; talks on missiles may be on limiting them.
            places += self.grammar.behind(head, (*words.counterpart, *words.sides))
        return any(self.arguments.is_actor(obj) for obj in places)
