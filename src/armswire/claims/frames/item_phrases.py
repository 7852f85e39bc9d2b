"""Which items a phrase names: itself, what it counts, lists, contains, or takes up from before."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.scene import Scene
from armswire.claims.stand_ins import describes_another
from armswire.model.annotation import ActorKind, ItemMention

# Categories of words for arms or aid in general, which a list can make more precise.
GENERAL = frozenset({"ARMS", "AID", "NONLETHAL"})
ORIGIN_KINDS = frozenset({ActorKind.DEMONYM, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.BODY})
# How many words before an item the adjective of its origin may stand.
ORIGIN_REACH = 5
# How deep lists stand in lists; deeper ones are the parser's.
DEPTH = 5


class ItemPhrases:
    """Reads the items of phrases in one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language

    def of(self, i: int, depth: int = 0) -> list[ItemMention]:
        """The items of the phrase headed by token `i`, each once, in the order in which the phrase tells them."""
        if depth > DEPTH or self._is_about_people(i):
            return []
        loaded = [item for obj in self._load_of(i) for item in self.of(obj, depth + 1)]
        if loaded:
            return list(dict.fromkeys(loaded))
        mention = self.scene.item_at.get(i)
        if mention is None and depth == 0 and self.is_pronoun(i):
            return self._antecedent(i)
        out = self._own(i) if mention is None else [] if self._only_counts(mention) else [mention]
        i = i if mention is None else mention.head
        for further in self._further_heads(i):
            out += self.of(further, depth + 1)
        if mention is not None and mention.ml in GENERAL:
            out += [item for obj in self._contained(i) for item in self.of(obj, depth + 1)]
            if depth == 0 and len(out) <= 1:
                out += [item for obj in self._listed_behind(mention) for item in self.of(obj, 1)]
        return list(dict.fromkeys(out))

    def _is_about_people(self, i: int) -> bool:
        """ "thousands of troops, including warships": what goes with soldiers is deployed, not given."""
        counted = (i, *self.grammar.behind(i, self.language.prepositions.counted))
        return any(self.tokens[at].lemma in self.language.personnel_nouns for at in counted)

    def _only_counts(self, mention: ItemMention) -> bool:
        """ "100,000 rounds of 155mm shells": the first word only counts the second."""
        counted = self.grammar.behind(mention.head, self.language.prepositions.counted)
        return mention.generic and any(self.scene.item_at.get(obj, mention) != mention for obj in counted)

    def _own(self, i: int) -> list[ItemMention]:
        """The items among the modifiers of a noun that is none: "tank deliveries"."""
        modifiers = self.grammar.kids(i, "compound", "nmod", "amod", "npadvmod", "nummod")
        return list(dict.fromkeys(self.scene.item_at[c] for c in modifiers if c in self.scene.item_at))

    def _further_heads(self, i: int) -> Iterator[int]:
        """The heads of the phrases that may name more items: listed, paid for, coordinated, in apposition."""
        words = self.language.prepositions
        for word, obj in self.grammar.prepositions(i):
            listed = word in words.listing or (word in words.paid_for and self._is_sum(i))
            if listed and not self.grammar.is_verb(obj):
                yield obj
        yield from (c for c in self.grammar.kids(i, "conj", "appos") if not self.grammar.is_verb(c))

    def _is_sum(self, i: int) -> bool:
        """ "500 million euros in military aid"."""
        return any(m.span.covers(self.tokens[i].span) for m in self.scene.annotated.money)

    def _contained(self, i: int) -> Iterator[int]:
        """ "a package that includes howitzers": what the clause behind a general word lists."""
        for clause in self.grammar.kids(i, "relcl", "acl"):
            if self.tokens[clause].lemma in self.language.containing_verbs:
                yield from self.grammar.kids(clause, "dobj")
                yield from (obj for _, obj in self.grammar.prepositions(clause))

    def _load_of(self, i: int) -> Iterator[int]:
        """ "a freighter loaded with shells", "lorries with rifles": what a carrier holds, which is what moves."""
        language, grammar = self.language, self.grammar
        if self.tokens[i].lemma not in language.carrier_nouns:
            return
        for clause in grammar.kids(i, "relcl", "acl"):
            if self.tokens[clause].lemma in language.carrying_verbs:
                yield from grammar.kids(clause, "dobj")
                yield from grammar.behind(clause, language.carried_links)
        yield from grammar.behind(i, language.carried_links)

    def _listed_behind(self, mention: ItemMention) -> list[int]:
        """ "assistance worth $50 million to ..., including vests": a list that the parser hung elsewhere."""
        openers = {first: len(rest) for first, *rest in (o.split() for o in self.language.prepositions.list_openers)}
        for token in self.tokens[mention.last + 1 :]:
            if token.sentence != self.tokens[mention.last].sentence:
                break
            further = openers.get(token.text.lower())
            if further is not None:
                return self.grammar.kids(token.index + further, "pobj", "dobj")
        return []

    # -- what was named before ------------------------------------------------------------------------------------

    def is_pronoun(self, i: int) -> bool:
        """True for "it", "them", "these", which may stand for arms."""
        return self.grammar.word(i) in self.language.pronouns.items

    def _antecedent(self, i: int) -> list[ItemMention]:
        """The item last named before a pronoun, in the same sentence or the one before."""
        here = self.tokens[i].sentence
        before = [m for m in self.scene.annotated.items if m.last < i and here - self.tokens[m.head].sentence <= 1]
        # "rockets for Grad launchers": what is named only to describe another item is not taken up.
        leading = [
            m
            for m in before
            if not describes_another(self.grammar, self.scene.item_at, m) and not self._carries_another(m)
        ]
        return (leading or before)[-1:]

    def _carries_another(self, mention: ItemMention) -> bool:
        """ "crossed the border in three lorries": what things travel in is not what is taken up."""
        head = self.tokens[mention.head]
        inside = head.dep == "pobj" and self.grammar.word(head.head) in self.language.prepositions.carried_in
        return inside and head.lemma in self.language.carrier_nouns

    # -- where they come from -------------------------------------------------------------------------------------

    def origin(self, mention: ItemMention) -> tuple[tuple[str, ...], int] | None:
        """The state whose adjective stands before the item ("German submarines"), with its token."""
        for c in range(max(0, mention.first - ORIGIN_REACH), mention.last + 1):
            actor = self.scene.actor_at.get(c)
            places = actor is not None and actor.actors and actor.kind in ORIGIN_KINDS
            if actor is not None and places and self._modifies(actor.head, mention):
                return actor.actors, actor.head
        return None

    def _modifies(self, at: int, mention: ItemMention) -> bool:
        """True where the arcs lead up from the word through modifiers to the item."""
        for _ in range(3):
            token = self.tokens[at]
            if token.text.lower() in self.language.destined_participles:
                return False  # "Kenya-bound rifles"
            if token.dep not in {"amod", "compound", "nmod", "npadvmod", "poss", "advmod"}:
                return False
            at = token.head
            if at == mention.head or mention.first <= at <= mention.last:
                return True
        return False
