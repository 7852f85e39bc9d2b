"""Names and the words that describe them, as runs of tokens: what the finder of described actors asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armswire.annotations.actor_names import Hit, Named
from armswire.annotations.token_index import TokenIndex
from armswire.model.annotation import ActorKind, ItemMention, Token

# Tags of words that may stand before a noun and describe it.
DESCRIBING_TAGS = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "VBG", "VBN", "POS", "HYPH", "CD", "AFX", "RB", "CC"}
)
LONGEST_DESCRIPTION = 7
NAME_PARTICLES = frozenset(
    {"al", "and", "da", "de", "del", "der", "di", "do", "du", "el", "la", "le", "of", "van", "y", "&", "-"}
)
ARTICLES = frozenset({"the", "a", "an"})
SEAT_WORDS = frozenset({"of", "in", "from"})
# Before a noun for fighters these words say who helps them, not who they are: "U.S.-backed Karen rebels".
HELP_ENDINGS = frozenset(
    {"backed", "led", "supported", "aligned", "allied", "sponsored", "armed", "trained", "funded", "linked"}
)


class NounPhrases:
    """The runs of one text."""

    def __init__(self, hits: Sequence[Hit], index: TokenIndex, items: Sequence[ItemMention]) -> None:
        self.index = index
        self.tokens = index.tokens
        self._hit_at = {i: hit for hit in hits for i in range(hit.first, hit.last + 1)}
        self._models = {i for item in items if not item.generic for i in range(item.first, item.last + 1)}
        self._items = {i for item in items for i in range(item.first, item.last + 1)}

    def text(self, first: int, last: int) -> str:
        """The words from one token to another as one line."""
        parts = []
        for i in range(first, last + 1):
            glued = i > first and self.tokens[i].span.start == self.tokens[i - 1].span.end
            parts.append(self.tokens[i].text if glued or i == first else f" {self.tokens[i].text}")
        return "".join(parts)

    def words(self, first: int, end: int) -> list[str]:
        """The words from `first` up to `end` in lower case, of one sentence."""
        own = self.tokens[first - 1].sentence if first else None
        return [t.text.lower() for t in self.tokens[first:end] if t.sentence == own]

    def singular(self, i: int) -> str:
        """The noun at `i` in lower case, without the ending of the plural."""
        token = self.tokens[i]
        word = token.text.lower()
        if token.tag in {"NNS", "NNPS"} or token.lemma != word:
            return token.lemma if token.lemma != word else word.removesuffix("s")
        return word

    # -- describing words -----------------------------------------------------------------------------------------

    def chain_start(self, i: int) -> int:
        """The first of the describing words right before the noun at `i`."""
        first = i
        while first > 0 and i - first < LONGEST_DESCRIPTION and self._describes(first - 1, i):
            first -= 1
        while self.tokens[first].tag in {"POS", "HYPH", "CC", "CD"} and first < i:
            first += 1
        return first

    def _describes(self, k: int, i: int) -> bool:
        token = self.tokens[k]
        return token.sentence == self.tokens[i].sentence and token.tag in DESCRIBING_TAGS

    def states(self, first: int, last: int) -> tuple[str, ...]:
        """The states named among describing words: "Norwegian-Finnish", "Italy's", "Prague-based"."""
        kinds = {ActorKind.DEMONYM, ActorKind.STATE}
        named = (self._hit_at[i].named for i in range(first, last) if i in self._hit_at)
        return tuple(dict.fromkeys(a for n in named if n.kind in kinds for a in n.actors if _is_state(a)))

    def owner_before(self, first: int) -> tuple[int, tuple[str, ...]]:
        """The state right before a name ("Italy's", "Italian") with its first token; else `first` and nobody."""
        k = first - 1
        if k >= 0 and self.tokens[k].tag == "POS":
            k -= 1
        hit = self._hit_at.get(k)
        if hit is None or self.tokens[k].sentence != self.tokens[first].sentence:
            return first, ()
        adjacent = hit.named.kind is ActorKind.DEMONYM or (hit.named.kind is ActorKind.STATE and k < first - 1)
        states = tuple(a for a in hit.named.actors if _is_state(a)) if adjacent else ()
        return (hit.first, states) if states else (first, ())

    def seat_after(self, last: int) -> tuple[str, ...]:
        """The state behind a name: "the yard Astimar in Chile"."""
        words = self.words(last + 1, last + 2)
        hit = self._hit_at.get(last + 2)
        seated = bool(words) and words[0] in SEAT_WORDS and hit is not None and hit.named.kind is ActorKind.STATE
        return hit.named.actors if seated and hit is not None else ()

    # -- names ----------------------------------------------------------------------------------------------------

    def name_after(self, i: int) -> tuple[int, int] | None:
        """The name right behind a noun; behind a comma only one that is known ("the maker, MBDA")."""
        at = i + 1
        if self.words(at, at + 1) == [","]:
            hit = self._hit_at.get(at + 1)
            of_firm = hit is not None and hit.named.kind is ActorKind.ORGANISATION
            return (hit.first, hit.last) if of_firm and hit is not None else None
        return self.named_at(at)

    def named_at(self, at: int) -> tuple[int, int] | None:
        """The name that begins at the token `at`, known or not."""
        if at == 0 or at >= len(self.tokens) or self.tokens[at].sentence != self.tokens[at - 1].sentence:
            return None
        hit = self._hit_at.get(at)
        if hit is not None:
            own_name = hit.named.kind is ActorKind.ORGANISATION or self._is_named_body(hit)
            return (hit.first, hit.last) if own_name and hit.first == at else None
        last = at - 1
        for k in range(at, len(self.tokens)):
            if self.tokens[k].sentence != self.tokens[at].sentence or k in self._hit_at:
                break
            if self._is_name(k):
                last = k
            elif k == at or self.tokens[k].text.lower() not in NAME_PARTICLES:
                break
        return (at, last) if last >= at else None

    def name_before(self, first: int, i: int) -> tuple[int, int] | None:
        """The name before "a Chilean shipyard", where the noun at `i` stands in apposition to it."""
        at = first - 1
        if at < 2 or self.tokens[at].text.lower() not in ARTICLES or self.tokens[at - 1].text != ",":
            return None
        last = at - 2
        hit = self._hit_at.get(last)
        if hit is not None:
            own_name = hit.named.kind is ActorKind.ORGANISATION or self._is_named_body(hit)
            return (hit.first, hit.last) if own_name and len(hit.named.actors) <= 2 else None
        start = self._run_start(last)
        noun = self.tokens[i]
        apposed = noun.dep == "appos" and start is not None and start <= noun.head <= last
        return (start, last) if apposed and start is not None else None

    def name_ending(self, i: int, endings: frozenset[str]) -> tuple[int, int] | None:
        """The name of two words or more that ends at `i` with nothing of it behind; `endings` may follow each other."""
        goes_on = i + 1 < len(self.tokens) and self.tokens[i + 1].sentence == self.tokens[i].sentence
        if goes_on and (self.tokens[i + 1].text in endings or self._is_name(i + 1)):
            return None
        if not self._is_name(i):
            return None
        start = self._run_start(i)
        if start is None or start == i or all(k in self._items for k in range(start, i + 1)):
            return None
        return start, i

    def known(self, name: tuple[int, int]) -> Named | None:
        """What the lexicon knows under the name."""
        hit = self._hit_at.get(name[0])
        return hit.named if hit is not None and hit.last == name[1] else None

    def past_titles(self, at: int) -> int:
        """The token behind articles and titles: "the warlord"."""
        while at < len(self.tokens):
            hit = self._hit_at.get(at)
            if hit is not None and hit.named.office:
                at = hit.last + 1
            elif self.tokens[at].text.lower() in ARTICLES:
                at += 1
            else:
                break
        return at

    def _run_start(self, last: int) -> int | None:
        """The first token of the run of capitalised names that ends at `last`."""
        start, k = None, last
        while k >= 0 and self.tokens[k].sentence == self.tokens[last].sentence and k not in self._hit_at:
            if self._is_name(k):
                start = k
            elif self.tokens[k].text.lower() not in NAME_PARTICLES - {"of", "and"}:
                break
            k -= 1
        return start

    def _is_name(self, i: int) -> bool:
        token = self.tokens[i]
        return token.pos == "PROPN" and token.text[:1].isupper() and i not in self._models

    def _is_named_body(self, hit: Hit) -> bool:
        return hit.named.kind is ActorKind.BODY and not hit.named.owned

    # -- nouns for fighters ---------------------------------------------------------------------------------------

    def ends_phrase(self, i: int) -> bool:
        """True where the noun at `i` carries its phrase: not "rebel commander", "rebel-held"."""
        if i + 1 >= len(self.tokens) or self.tokens[i + 1].sentence != self.tokens[i].sentence:
            return True
        following: Token = self.tokens[i + 1]
        return following.tag not in {"NN", "NNS", "HYPH"} or (following.head != i and self.tokens[i].dep != "compound")

    def in_longer_hit(self, i: int) -> bool:
        """True where the noun is part of a name or an office that the lexicon has ("rebel leader", "M23 rebels")."""
        hit = self._hit_at.get(i)
        return hit is not None and (hit.last > i or not hit.named.owned)

    def name_start(self, noun: int) -> int | None:
        """The first of the describing words that name a people, place or movement; None where there is none."""
        first = None
        for k in range(noun - 1, self.chain_start(noun) - 1, -1):
            token = self.tokens[k]
            if token.text.lower() in HELP_ENDINGS or token.tag == "POS":
                break
            if self._names_people(k):
                first = k
        if first is not None and first >= 2 and self.tokens[first - 1].text == "-":
            return first - 2 if self.tokens[first - 2].text.lower() in {"pro", "anti"} else first
        return first

    def _names_people(self, k: int) -> bool:
        token = self.tokens[k]
        if k in self._hit_at:
            return self._hit_at[k].named.kind in {ActorKind.DEMONYM, ActorKind.STATE, ActorKind.ORGANISATION}
        if not token.text[:1].isupper() or k in self._items:
            return False
        opens = k == 0 or self.tokens[k - 1].sentence != token.sentence
        return token.pos == "PROPN" or (token.tag == "JJ" and not opens)

    def organisation_in(self, first: int, noun: int) -> Named | None:
        """The movement that the describing words name: "Hezbollah fighters"."""
        named = (self._hit_at[k].named for k in range(first, noun) if k in self._hit_at)
        return next((n for n in named if _is_organisation(n.actors)), None)


def _is_state(code: str) -> bool:
    return len(code) == 3 and code.isalpha() and code.isupper()


def _is_organisation(actors: Iterable[str]) -> bool:
    return all(actor.startswith("org:") for actor in actors) and any(True for _ in actors)
