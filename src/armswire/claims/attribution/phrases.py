"""The words of a source: the whole phrase of who speaks, or the name alone where one stands beside the office.

"two people familiar with the sale" is one source; "Norway's state secretary for defence, Kari Holm" is Kari Holm.
"""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.attribution.names import OwnNames
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention

# What stands behind a noun and tells which one is meant.
BEHIND = frozenset({"prep", "acl", "relcl", "appos", "amod", "nmod"})
# The marks at which a phrase ends.
ENDS = frozenset({",", ";", ":", "(", ")", "“", "”", '"', "—", "–"})
# At most so many words stand behind the noun.
LONGEST = 10
RELATIVE = frozenset({"WDT", "WP", "WP$"})
OFFICES = frozenset({ActorKind.OFFICIAL, ActorKind.EXPERT, ActorKind.OTHER})


class Phrases:
    """The phrases of the sources of one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.names = OwnNames(scene)
        self._dates = [date.span for date in scene.annotated.dates]

    def words(self, i: int) -> str:
        """The words of who speaks at token `i`."""
        return self.scene.words(*self.bounds(i))

    def name_of_group(self, i: int) -> tuple[int, int] | None:
        """The name alone of the outlet or group at token `i`; None where its phrase is told whole."""
        return self.names.of_group(*self.bounds(i))

    def bounds(self, i: int) -> tuple[int, int]:
        """The first and the last token of the words of who speaks at token `i`."""
        mention = self.scene.actor_at.get(i)
        if mention is not None and (mention.kind is ActorKind.PERSON or self._opens_with_name(mention)):
            first, last = self._of_person(mention.first, mention.last, i)
            own = self.names.of_person(mention)
            return own if own is not None and first <= own[1] <= last else (first, last)
        titled = None if mention is None else self.names.of_person(mention)
        if titled is not None:
            # "analyst Kari Holm"
            return titled
        head = i if mention is None else mention.head
        name = self.name_beside(head)
        if name is not None:
            return self._first(name), name
        low, high = (head, head) if mention is None else (mention.first, mention.last)
        return min(low, self._first(head)), self._last(head, max(head, high))

    def is_by_name(self, i: int) -> bool:
        """True where a name stands beside the office."""
        mention = self.scene.actor_at.get(i)
        return self.name_beside(i if mention is None else mention.head) is not None

    def name_beside(self, head: int) -> int | None:
        """The name of a person in apposition to the office at `head`: "the defence minister, Kari Holm"."""
        mention = self.scene.actor_at.get(head)
        if self.tokens[head].pos == "PROPN" and mention is None:
            return None
        if mention is not None and mention.kind not in OFFICES:
            return None
        own = next((c for c in self.grammar.kids(head, "appos") if c > head and self._is_person(c)), None)
        # "a lawmaker in Bangkok, Kari Holm": the name may hang on the last noun of the phrase.
        inside = (c for k in self.grammar.subtree(head) if k > head for c in self.grammar.kids(k, "appos"))
        last = (c for c in inside if self._is_person(c) and self.tokens[self._first(c) - 1].text == ",")
        own = next(last, None) if own is None else own
        if own is not None or self.tokens[head].dep != "appos":
            return own
        # "printed by the Lima Courier, the head of the guard, Kari Holm, said": all hang on the first.
        beside = self.grammar.kids(self.tokens[head].head, "appos")
        after = max(self.grammar.subtree(head)) + 2
        return next((c for c in beside if c > head and self._is_person(c) and self._first(c) == after), None)

    def chunks(self, first: int, last: int) -> list[tuple[int, int]]:
        """The parts between commas: "Kari Holm, the minister" is two."""
        parts, begun = [], first
        for k in range(first, last + 2):
            if k == last + 1 or self.tokens[k].text == ",":
                if k > begun:
                    parts.append((begun, k - 1))
                begun = k + 1
        return parts

    def _of_person(self, first: int, last: int, i: int) -> tuple[int, int]:
        """The name, with the title before it, without the office behind a comma; or the office where `i` is there."""
        parts = self.chunks(first, last)
        if len(parts) == 1:
            return first, last
        here = next((part for part in parts if part[0] <= i <= part[1]), parts[-1])
        if self._names_outlet(here):
            return here
        named = [part for part in parts if self._is_name(part) and not self._names_outlet(part)]
        if named:
            return named[0]
        return here

    def _opens_with_name(self, mention: ActorMention) -> bool:
        """ "Kari Holm, an analyst", found as one."""
        parts = self.chunks(mention.first, mention.last)
        return len(parts) > 1 and self._is_name(parts[0])

    def _is_name(self, part: tuple[int, int]) -> bool:
        return all(self.tokens[k].pos == "PROPN" for k in range(part[0], part[1] + 1))

    def _names_outlet(self, part: tuple[int, int]) -> bool:
        words = {self.grammar.word(k) for k in range(part[0], part[1] + 1)}
        return self._is_name(part) and bool(words & {*self.language.outlet_words})

    def _is_person(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        if mention is not None:
            return mention.kind is ActorKind.PERSON
        parts = [*self.grammar.kids(i, "compound"), i]
        lower = {self.grammar.word(c) for c in parts}
        outlet = lower & {*self.language.outlet_words, *self.language.press_nouns}
        return self.tokens[i].pos == "PROPN" and not outlet and not self.grammar.kids(i, "det")

    def _first(self, head: int) -> int:
        """The first word of the phrase before its noun, nothing from beyond a comma."""
        below = {c for c in self.grammar.subtree(head) if c < head}
        first = head
        while first - 1 in below and not self._is_mark(first - 1):
            first -= 1
        while first < head and self.tokens[first].dep in {"cc", "mark", "advmod"} and self.tokens[first].head == head:
            first += 1
        return first

    def _last(self, head: int, last: int) -> int:
        """The last word of what stands behind the noun and tells which one is meant."""
        kids = {c for k in range(head, last + 1) for c in self.grammar.kids(k, *BEHIND) if c > last}
        kids |= {c for c in self._descendants(head) if self.tokens[c].head <= last and c > last and c in kids}
        for c in sorted(kids):
            below = self._open(set(self.grammar.subtree(c)))
            if min(below) != last + 1 or not self._belongs(c, below):
                break
            end = last
            while end + 1 in below and not self._ends_at(end + 1) and end - head < LONGEST:
                end += 1
            last, cut = end, end + 1 in below
            if cut:
                break
        return last

    def _open(self, below: set[int]) -> set[int]:
        """What stands before a clause on how somebody may be named: "to the minister [who insisted on anonymity]"."""
        for k in sorted(below):
            clause = set(self.grammar.subtree(k)) if self.tokens[k].dep in {"relcl", "acl"} else set()
            before = {j for j in below if clause and j < min(clause)}
            if before and self._keeps_back(clause):
                return before
        return below

    def _ends_at(self, k: int) -> bool:
        """At a mark, or where a clause of who says what opens ("in which researchers say")."""
        opens = k + 1 < len(self.tokens) and self.tokens[k + 1].tag in RELATIVE
        passed_on = self.tokens[k].dep == "acl" and self.tokens[k].tag == "VBN" and self._passes_on(k)
        return self._is_mark(k) or (opens and self.tokens[k].dep == "prep") or passed_on

    def _is_mark(self, k: int) -> bool:
        """A mark that ends a phrase; a hyphen does where it stands alone ("NAIROBI - Iran")."""
        text, span = self.scene.annotated.document.text, self.tokens[k].span
        alone = span.of(text) == "-" and text[span.start - 1 : span.start].isspace()
        return self.tokens[k].text in ENDS or alone

    def _descendants(self, head: int) -> Iterator[int]:
        return (c for c in self.grammar.subtree(head) if c > head)

    def _belongs(self, c: int, below: set[int]) -> bool:
        """False for when, for how the word came, and for the terms on which somebody speaks."""
        token = self.tokens[c]
        seeing = token.dep == "relcl" and token.lemma in self.language.seeing_verbs
        if token.dep in {"acl", "relcl"} and ((self._passes_on(c) and not seeing) or self._keeps_back(below)):
            return False
        if token.dep == "prep":
            objects = self.grammar.kids(c, "pobj", "pcomp")
            if any(self.tokens[o].lemma in self.language.passing_on.possession_nouns for o in objects):
                # "papers in the possession of X": who has them, not whose they are.
                return False
            timed = any(span.covers(self.tokens[o].span) for o in objects for span in self._dates)
            hidden = self._keeps_back(below) or any(self.tokens[o].tag in RELATIVE for o in objects)
            return not timed and not hidden and self.grammar.word(c) not in self.language.prepositions.according
        return True

    def _passes_on(self, c: int) -> bool:
        """True for a verb of telling, showing or quoting: how the word came, not whose it is."""
        language, words = self.language, self.language.passing_on
        verbs = {
            *language.quoting_verbs, *language.seeing_verbs, *language.talking_verbs,
            *language.citing_verbs, *words.publishing_verbs, *words.showing_verbs,
        }  # fmt: skip
        return self.tokens[c].lemma in verbs

    def _is_without_leave(self, k: int) -> bool:
        """ "who was not authorised to speak"."""
        return self.grammar.is_passive(k) and self.grammar.is_negated(k)

    def _keeps_back(self, below: set[int]) -> bool:
        """ "who asked not to be named", "on condition of anonymity"."""
        words = self.language.anonymity
        hiding = {*words.nouns, *words.adverbs}
        mark = next((k for k in sorted(below) if self.tokens[k].text in ENDS), max(below) + 1)
        below = {k for k in below if k < mark}
        return any(
            self.tokens[k].lemma in hiding
            or (self.tokens[k].lemma in words.naming_verbs and self.grammar.is_passive(k))
            or (self.tokens[k].lemma in words.leave_verbs and self._is_without_leave(k))
            or self.grammar.word(k) in words.name_nouns
            for k in below
        )
