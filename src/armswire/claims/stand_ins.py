"""Words that stand for arms named before: "the vessels" for patrol boats, "four more" and "the rest" for any.

Each becomes a mention of its own, with the category of what it takes up and the count that its own phrase tells. What
it takes up is remembered, since a sentence about the same goods may leave out who gives and who gets them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from armswire.claims.parse.grammar import Grammar
from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import AnnotatedDocument, ItemMention

# How many sentences back a noun reaches, and how many a mere number.
NOUN_REACH = 3
NUMBER_REACH = 1
# Under this key of the data stand nouns that can take up arms of any category.
ANY = "ANY"
# Categories of no kind of arms in particular: a noun that takes up a kind is more precise.
GENERAL = frozenset({"ARMS", "AID", "NONLETHAL"})
PARTS = frozenset({"compound", "amod", "nmod", "poss", "npadvmod"})
PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


@dataclass(frozen=True, slots=True)
class TakenUp:
    """All items of a document, stand-ins among them, and for each stand-in the mention that it takes up."""

    items: tuple[ItemMention, ...]
    antecedents: Mapping[ItemMention, ItemMention]


def take_up_items(annotated: AnnotatedDocument, grammar: Grammar, language: LanguageFile) -> TakenUp:
    """The items that were found in the document, with those that only stand for one named before."""
    return _Reader(annotated, grammar, language).read()


class _Reader:
    """Goes through one document, each word looking back at the items before it."""

    def __init__(self, annotated: AnnotatedDocument, grammar: Grammar, language: LanguageFile) -> None:
        self.annotated = annotated
        self.grammar = grammar
        self.tokens = grammar.tokens
        self.language = language
        self.found = {i: mention for mention in annotated.items for i in range(mention.first, mention.last + 1)}
        self.before: list[ItemMention] = []
        self.antecedents: dict[ItemMention, ItemMention] = {}
        self.categories: dict[str, set[str]] = {}
        for category, nouns in language.stand_in_nouns.items():
            for noun in nouns:
                self.categories.setdefault(noun, set()).add(category)

    def read(self) -> TakenUp:
        for token in self.tokens:
            mention = self.found.get(token.index)
            if mention is None:
                self._read_word(token.index)
            elif mention.first == token.index:
                self._read_item(mention)
        return TakenUp(tuple(self.before), self.antecedents)

    def _read_word(self, i: int) -> None:
        """A word that is no item by itself."""
        antecedent = self._of_noun(i) if self._is_stand_in_noun(i) else None
        if antecedent is None and self._is_counter(i):
            antecedent = self._nearest(i, NUMBER_REACH, None)
        if antecedent is not None:
            self._add(self._mention(i, antecedent), antecedent)

    def _read_item(self, mention: ItemMention) -> None:
        """An item named by itself: "the launchers" are those named before, "the boats" are so only through them."""
        head = mention.head
        vague = mention.doubtful or mention.ml in GENERAL
        antecedent: ItemMention | None = None
        if vague and mention.first == mention.last and self._is_stand_in_noun(head):
            antecedent = self._of_noun(head)
            if antecedent is not None:
                mention = replace(
                    mention,
                    ml=antecedent.ml, designation=antecedent.designation, lethal=antecedent.lethal,
                    doubtful=antecedent.doubtful,
                )  # fmt: skip
        elif mention.generic and not vague and self._is_known(head):
            antecedent = self._nearest(head, NOUN_REACH, {mention.ml})
        self._add(mention, antecedent)

    def _add(self, mention: ItemMention, antecedent: ItemMention | None) -> None:
        self.before.append(mention)
        if antecedent is not None:
            self.antecedents[mention] = antecedent

    def _mention(self, i: int, antecedent: ItemMention) -> ItemMention:
        entry = f"stand_in:{antecedent.entry.removeprefix('stand_in:')}"
        return replace(antecedent, span=self.tokens[i].span, first=i, last=i, head=i, entry=entry)

    # -- nouns ----------------------------------------------------------------------------------------------------

    def _is_stand_in_noun(self, i: int) -> bool:
        """A noun of those that can take up arms, known or counted, and not made another thing by what stands at it."""
        token = self.tokens[i]
        if token.lemma not in self.categories or token.pos not in {"NOUN", "PROPN"} or token.dep in PARTS:
            return False
        if not self._is_known(i) and not (self._is_counted(i) and ANY not in self.categories[token.lemma]):
            return False
        own = self.grammar.kids(i, *PARTS)
        ordinals = {*self.language.determiners.ordinals, *self.language.count_nouns, *self.language.same_adjectives}
        plain = all(self.grammar.word(c) in ordinals for c in own)
        return plain and not any(self.grammar.word(c) == "of" for c in self.grammar.kids(i, "prep"))

    def _is_known(self, i: int) -> bool:
        """ "the vessels", "those guns", "its own", "all vehicles"."""
        words = self.language.determiners
        known = {*words.pointing, *self.language.further_words}
        ordinal = any(self.grammar.word(c) in words.ordinals for c in self.grammar.kids(i, "amod"))
        return ordinal or any(self.grammar.word(c) in known for c in self.grammar.kids(i, "det", "predet", "amod"))

    def _is_counted(self, i: int) -> bool:
        """ "four aircraft"."""
        return bool(self.grammar.kids(i, "nummod"))

    def _of_noun(self, i: int) -> ItemMention | None:
        wanted = self.categories[self.tokens[i].lemma]
        return self._nearest(i, NOUN_REACH, None if ANY in wanted else wanted)

    # -- numbers --------------------------------------------------------------------------------------------------

    def _is_counter(self, i: int) -> bool:
        """ "four more", "the first of them", "a third": a count in the place of a noun."""
        token = self.tokens[i]
        word = self.grammar.word(i)
        # "have never sold any to Kyiv"
        alone = token.tag == "DT" and token.dep == "dobj"
        parts = word in self.language.part_words and (alone or bool(self.grammar.kids(i, "prep")))
        # "others will follow": other states as well as other arms.
        bare = token.tag == "NNS" and token.dep == "nsubj" and not self.grammar.kids(i, "nummod")
        counts = (token.lemma in self.language.count_nouns and not bare) or parts or self._is_number(i)
        if token.lemma in self.language.money_scales and not self.grammar.kids(i, "prep"):
            # "250 million euros and 576 million": money, whatever was counted before.
            return False
        in_place = self._is_in_place(i) or self._are_ones(i)
        if not counts or not in_place or word in self.language.pronouns.items:
            return False
        below = set(self.grammar.subtree(i)) - {i}
        if any(k in self.found for k in below):
            return False
        counted = self.grammar.behind(i, self.language.prepositions.counted)
        return all(self._stands_for_items(obj) for obj in counted)

    def _are_ones(self, i: int) -> bool:
        """ "with twenty newer ones", but no part of a count ("two of the older ones")."""
        token = self.tokens[i]
        plural = token.tag == "NNS" and token.dep == "pobj"
        return plural and self.grammar.word(token.head) not in self.language.prepositions.counted

    def _stands_for_items(self, i: int) -> bool:
        return self.grammar.word(i) in self.language.pronouns.items or self.tokens[i].lemma in self.language.count_nouns

    def _is_in_place(self, i: int) -> bool:
        """In the place of a noun; behind a preposition only with a word of its own, as in "asked for six more"."""
        token = self.tokens[i]
        if token.dep != "pobj":
            return token.dep in PLACES
        content = self.grammar.word(token.head) in self.language.prepositions.content
        more = (i, *self.grammar.kids(i, "amod", "advmod"))
        return content and any(self.tokens[c].lemma in self.language.count_nouns for c in more)

    def _is_number(self, i: int) -> bool:
        """A number of things, not a date or a sum; "ten" may be taken for a noun."""
        token = self.tokens[i]
        around = [q.span for q in self.annotated.quantities if q.span.overlaps(token.span)]
        return bool(around) and (token.pos == "NUM" or (token.pos == "NOUN" and token.span in around))

    # -- what they take up ----------------------------------------------------------------------------------------

    def _nearest(self, i: int, reach: int, wanted: set[str] | None) -> ItemMention | None:
        """The last item before token `i` of a category that is wanted, one that leads its phrase if there is one."""
        here = self.tokens[i].sentence
        near = [m for m in self.before if here - self.tokens[m.head].sentence <= reach]
        near = [m for m in near if not m.doubtful] or near
        if wanted is None:
            kinds = [m for m in near if m.ml not in GENERAL]
            near = kinds or near
        else:
            near = [m for m in near if m.ml in wanted]
        leading = [m for m in near if not describes_another(self.grammar, self.found, m)]
        return next(reversed(leading or near), None)


def describes_another(grammar: Grammar, found: Mapping[int, ItemMention], mention: ItemMention) -> bool:
    """ "rockets for Grad launchers": the launchers are named only to describe another item."""
    head = grammar.tokens[mention.head]
    preposition = head.head
    return (
        head.dep == "pobj"
        and grammar.tokens[preposition].head in found
        and grammar.word(preposition) in grammar.language.prepositions.describing
    )


def root(antecedents: Mapping[ItemMention, ItemMention], mention: ItemMention) -> ItemMention:
    """The mention that the stand-ins lead back to; itself where it takes up nothing."""
    while mention in antecedents:
        mention = antecedents[mention]
    return mention
