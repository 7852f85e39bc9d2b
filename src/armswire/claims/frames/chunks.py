"""The phrases behind a word of transfer in the order of the words, whatever the parser hung where.

Where a verb is left out the second time ("six boats to Ghana and two to Togo"), the arcs of a parse are worth little,
but the order of the words is strict: what is given, then to whom, again and again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from armswire.claims.meaning import Party
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention, ItemMention

# Slots of a phrase beside prepositions.
ITEM = "item"
BARE = "bare"
# Who may stand without a preposition: "Togo four jeeps".
NAMED = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.BODY, ActorKind.GROUP})
INSIDE_ITEM = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET", "ADV", "PART", "SYM"})
INSIDE_PARTY = frozenset({"ADJ", "NOUN", "PROPN", "DET", "PART", "PRON"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A phrase from token `first` to `last`: an item, or a party behind the preposition `slot`, or a bare name.

    `parted` where a comma or "and" stands before it; `joined` where it is "and", `comma` where it is both.
    """

    slot: str
    first: int
    last: int
    items: tuple[ItemMention, ...] = ()
    party: Party | None = None
    parted: bool = False
    joined: bool = False
    comma: bool = False


class Chunks:
    """Cuts the sentences of one document into such phrases."""

    def __init__(self, scene: Scene, participants: Participants) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.participants = participants

    def behind(
        self, start: int, prepositions: Collection[str], last_item: ItemMention | None = None
    ) -> Iterator[Chunk]:
        """The phrases from token `start` on, up to the first word that belongs to none.

        Of the prepositions only those given open a party; `last_item` is what was named before.
        """
        i, end = start, self.scene.sentence_tokens(start)[-1].index + 1
        separators: list[str] = []
        while i < end:
            if self.grammar.word(i) in self.language.list_separators:
                separators.append(self.grammar.word(i))
                i += 1
                continue
            chunk = self._chunk(i, end, prepositions, last_item)
            if chunk is not None:
                words = set(separators) - {","}
                yield replace(chunk, parted=bool(separators), joined=bool(words), comma=len(separators) > 1)
                last_item = chunk.items[-1] if chunk.items else last_item
                i, separators = chunk.last + 1, []
                continue
            after = self._neutral(i, end)
            if after is None:
                return
            i = after

    def _chunk(self, i: int, end: int, prepositions: Collection[str], last_item: ItemMention | None) -> Chunk | None:
        if self.grammar.word(i) in prepositions and self.tokens[i].pos in {"ADP", "SCONJ"}:
            return self._party(i, end)
        return self._bare(i, end) or self._item(i, end) or self._count(i, end, last_item)

    def _party(self, i: int, end: int) -> Chunk | None:
        """ "to the Chadian army", "from Italy's Leonardo": up to the last name of the phrase."""
        last: ActorMention | None = None
        at = i + 1
        while at < end and (self.tokens[at].pos in INSIDE_PARTY or at in self.scene.actor_at):
            if at in self.scene.item_at:
                return None
            last = self.scene.actor_at.get(at, last)
            at += 1
        if at == i + 1:
            return None
        head = at - 1 if last is None else max(last.head, self._nominal_end(last.last, at))
        resolved = self.participants.resolve_alone(head)
        party = None if resolved is None else resolved.party()
        return Chunk(self.grammar.word(i), i, at - 1, party=party)

    def _nominal_end(self, last: int, end: int) -> int:
        """The last noun right behind a name: "Kenya's coast guard" ends in "guard"."""
        nouns = [k for k in range(last + 1, end) if self.tokens[k].pos in {"NOUN", "PROPN"}]
        return nouns[-1] if nouns else last

    def _bare(self, i: int, end: int) -> Chunk | None:
        """ "[Togo] four jeeps": a name that modifies nothing, with or without "the"."""
        at = i + 1 if self.grammar.word(i) in self.language.determiners.of_recipient else i
        mention = self.scene.actor_at.get(at)
        if mention is None or mention.first != at or mention.kind not in NAMED or mention.last + 1 > end:
            return None
        resolved = self.participants.resolve_alone(mention.head)
        if resolved is None or (mention.last + 1 < end and self.tokens[mention.last + 1].tag == "POS"):
            return None
        return Chunk(BARE, i, mention.last, party=resolved.party())

    def _item(self, i: int, end: int) -> Chunk | None:
        """ "12 of the oldest German howitzers", "60 million dollars' worth of fuel"."""
        at = i
        while at < end and at not in self.scene.item_at and self._leads_to_item(at):
            at += 1
        mention = self.scene.item_at.get(at) if at < end else None
        if mention is None:
            return None
        last = mention.last
        while last + 1 < end and self.scene.item_at.get(last + 1) is mention:
            last += 1
        return Chunk(ITEM, i, last, items=(mention,))

    def _leads_to_item(self, at: int) -> bool:
        token = self.tokens[at]
        filler = token.text.lower() in self.language.count_fillers
        return token.pos in INSIDE_ITEM or filler or token.tag in {"VBN", "VBG", "POS"}

    def _count(self, i: int, end: int, last_item: ItemMention | None) -> Chunk | None:
        """ "[two] to Togo", "[another six] to Chad": so many of what was named before."""
        at = i + 1 if self.grammar.word(i) in self.language.determiners.one else i
        at = at if at < end and self._counts(at) else i
        following = self.tokens[at + 1] if at + 1 < end else None
        if last_item is None or not self._counts(at) or (following is not None and following.pos in INSIDE_ITEM):
            return None
        counted = replace(last_item, span=self.tokens[at].span, first=at, last=at, head=at)
        return Chunk(ITEM, i, at, items=(counted,))

    def _counts(self, at: int) -> bool:
        return self.tokens[at].pos == "NUM" or self.tokens[at].lemma in self.language.count_nouns

    def _neutral(self, i: int, end: int) -> int | None:
        """The token behind a date, a sum or an adverb that stands at `i`, which tells nothing of who gets what."""
        if self.tokens[i].pos == "ADP" and i + 1 < end:
            return self._behind_mention(i + 1)
        if self.tokens[i].pos == "ADV" or self.grammar.word(i) in self.language.distributive_words:
            return i + 1
        return self._behind_mention(i)

    def _behind_mention(self, i: int) -> int | None:
        """The token behind the date or sum in which token `i` stands, or None."""
        annotated, span = self.scene.annotated, self.tokens[i].span
        dates = [m.span for m in self.scene.in_sentence(annotated.dates, i)]
        sums = [m.span for m in self.scene.in_sentence(annotated.money, i)]
        found = next((one for one in (*dates, *sums) if one.overlaps(span)), None)
        if found is None:
            return None
        at = i
        while at < len(self.tokens) and self.tokens[at].span.start < found.end:
            at += 1
        return at
