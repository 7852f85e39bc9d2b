"""What a parser misses in headlines, read off the order of words: actor, verb, item, "to" and an actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.meaning import Party
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention, ItemMention, Token

PART_MARKS = frozenset({":", "-", "–", "—", "|"})
# Tags of the words that may stand among the actors which open a headline ("US, UK to", "Finland's ally Norway").
OPENING_TAGS = frozenset({",", "CC", "TO", "RB", "NNP", "NN"})
# How many words behind "to" the one who gets it may stand ("to war-torn Ukraine").
RECIPIENT_REACH = 3


class HeadlineOrder:
    """Fills roles in the headlines of one document that the grammar left empty."""

    def __init__(self, scene: Scene, participants: Participants, items: ItemPhrases) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.participants = participants
        self.items = items

    def fill(self, i: int, table: Mapping[str, str], items: list[ItemMention], roles: dict[str, Party]) -> None:
        """Adds to `items` and `roles` of the verb at token `i` what the words before and behind it tell."""
        first_role = table.get("subject.actor", table.get("subject"))
        if first_role is not None and first_role not in roles and not self.grammar.is_passive(i):
            opener = self._opener(i)
            if opener is not None:
                roles[first_role] = opener
        behind = [t for t in self.scene.sentence_tokens(i) if t.index > i]
        if not items:
            items += self._first_items(behind)
        for token in behind:
            role = table.get(f"{token.text.lower()}.actor", table.get(token.text.lower()))
            if token.tag in {"IN", "TO"} and role is not None and role != "item" and role not in roles:
                mention = self._first_actor(token.index, behind[-1].index)
                if mention is not None:
                    roles[role] = Party(mention.actors, mention.head, f"behind “{token.text}”")

    def _opener(self, i: int) -> Party | None:
        """The actors that open the headline before the verb; where nobody is named, who speaks."""
        opening = sorted(self._part_before(i))
        named = [self.scene.actor_at[k] for k in opening if k in self.scene.actor_at]
        if named:
            actors = tuple(dict.fromkeys(a for m in named if m.kind is not ActorKind.MEDIA for a in m.actors))
            only_names = all(k in self.scene.actor_at or self.tokens[k].tag in OPENING_TAGS for k in opening)
            plain = only_names and not any(self.grammar.is_verb(k) for k in opening if k not in self.scene.actor_at)
            return Party(actors, named[0].head, "opens the headline") if plain and actors else None
        speaker = self.participants.speaker_at(i)
        if not speaker or any(self.grammar.is_verb(k) and self.tokens[k].tag != "MD" for k in opening):
            return None
        return Party(speaker, i, "who speaks, as nobody else is named")

    def _part_before(self, i: int) -> list[int]:
        """The tokens before `i` in its part of a headline."""
        out = []
        for token in reversed(self.tokens[:i]):
            if token.sentence != self.tokens[i].sentence or token.text in PART_MARKS:
                break
            out.append(token.index)
        return out

    def _first_items(self, behind: Sequence[Token]) -> list[ItemMention]:
        """The first items behind the verb, before another clause or soldiers."""
        for token in behind:
            finite = self.grammar.is_verb(token.index) and token.tag in {"VBD", "VBZ", "VBP", "MD"}
            if finite or token.lemma in self.scene.language.personnel_nouns:
                break
            if token.index in self.scene.item_at:
                return self.items.of(self.scene.item_at[token.index].head)
        return []

    def _first_actor(self, at: int, last: int) -> ActorMention | None:
        """Who stands right behind the preposition at `at`, where it is somebody who can get or give arms."""
        reach = range(at + 1, min(at + RECIPIENT_REACH, last) + 1)
        mention = next((self.scene.actor_at[k] for k in reach if k in self.scene.actor_at), None)
        if mention is not None and any(self.tokens[k].tag == "IN" for k in range(at + 1, mention.first)):
            return None  # "for strikes on Syria"
        if mention is None or not mention.actors or mention.kind in {ActorKind.MEDIA, ActorKind.DEMONYM}:
            return None
        return mention if self.participants.resolve(mention.head) else None
