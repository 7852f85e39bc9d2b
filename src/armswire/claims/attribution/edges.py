"""Where the words of a source begin and end: what stands behind the noun and tells which one is meant, no more."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.scene import Scene

# What stands behind a noun and tells which one is meant.
BEHIND = frozenset({"prep", "acl", "relcl", "appos", "amod", "nmod"})
# The marks at which a phrase ends.
ENDS = frozenset({",", ";", ":", "(", ")", "“", "”", '"', "—", "–"})
# At most so many words stand behind the noun.
LONGEST = 10
RELATIVE = frozenset({"WDT", "WP", "WP$"})


class Edges:
    """Finds the edges of the phrases of the sources of one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self._dates = [date.span for date in scene.annotated.dates]

    def first(self, head: int) -> int:
        """The first word of the phrase before its noun, nothing from beyond a comma."""
        below = {c for c in self.grammar.subtree(head) if c < head}
        first = head
        while first - 1 in below and not self._is_mark(first - 1):
            first -= 1
        while first < head and self.tokens[first].dep in {"cc", "mark", "advmod"} and self.tokens[first].head == head:
            first += 1
        return first

    def last(self, head: int, last: int) -> int:
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

    # -- what stands behind ---------------------------------------------------------------------------------------

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
