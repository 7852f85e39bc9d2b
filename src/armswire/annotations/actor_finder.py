"""Who is meant: states, bodies, organisations, outlets, and officials tied to a state by the words around them.

An office ("defence minister", "spokesman", "sources") or a kind of body ("ministry", "air force") belongs to the owner
that stands beside it: "Ukrainian President ...", "Seoul's Defense Ministry", "president of Kenya", "director at the
Pentagon". A person named once with an office is known by the surname in the whole document; whom the text leaves open
is looked up among the office holders of the knowledge, as they stood on the article's day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from armswire.annotations.actor_names import ActorNames, Hit
from armswire.annotations.described_actors import DescribedActors
from armswire.annotations.office_holders import OfficeHolders
from armswire.annotations.people_finder import PeopleFinder
from armswire.annotations.tied_persons import Tied, is_name, with_persons
from armswire.annotations.token_index import TokenIndex
from armswire.lexicon.loader import Lexicon
from armswire.model.annotation import ActorKind, ActorMention, ItemMention, Token
from armswire.model.span import Span

# Tags of words that may stand between an owner and its office: "South Korean then deputy defence minister".
DESCRIBING_TAGS = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "VBG", "VBN", "POS", "HYPH", "CD", "-RRB-"}
)
LONGEST_DESCRIPTION = 4

NAME_PARTICLES = frozenset(
    ["al", "bin", "bint", "da", "de", "del", "der", "di", "dos", "el", "ibn", "la", "le", "van", "von", "zu"]
)
OWNER_PREPOSITIONS = frozenset({"of", "for", "at", "from", "with", "in"})
ARTICLES = frozenset({"the", "a", "an", "its", "our", "his", "their"})


class ActorFinder:
    """Finds actors in the tokens of a document; built once from a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = ActorNames(lexicon)
        self._described = DescribedActors(lexicon.described)
        self._people = PeopleFinder(lexicon)

    def name_spans(self, text: str) -> list[Span]:
        """Where known names with capitals stand: what truecasing must leave alone."""
        return [*self._names.spans(text), *self._people.spans(text)]

    def find(
        self, text: str, tokens: Sequence[Token], items: Sequence[ItemMention] = (), day: date | None = None
    ) -> list[ActorMention]:
        """The actors of a document of that day in the order of the text; mentions do not overlap.

        Inside `items` no office is looked for: a fighter jet is no fighter.
        """
        index = TokenIndex(tokens)
        inside = {i for item in items for i in range(item.first, item.last + 1)}
        hits = self._described.join(self._names.find(text, index), index, items)
        hits = [h for h in hits if not (h.named.owned and h.last in inside)]
        holders = OfficeHolders(self._people, text, index, hits, inside, day)
        tied = _Tying(holders.other_hits, index, holders.hits).run()
        tied = with_persons(tied, holders, index)
        return [
            ActorMention(
                index.span(t.first, t.last),
                t.first,
                t.last,
                index.head(t.first, t.last),
                t.kind,
                t.actors,
                t.entry,
                t.anonymous,
                t.name,
            )
            for t in tied
        ]


class _Tying:
    """Joins offices and bodies with their owners and names; one use per document."""

    def __init__(self, hits: Sequence[Hit], index: TokenIndex, people: Sequence[Hit] = ()) -> None:
        """`people` are known by name alone; their names may still belong to an office in the text."""
        self.hits = sorted([*hits, *people], key=lambda hit: hit.first)
        self.index = index
        self.tokens = index.tokens
        self.used: set[int] = set()
        self.covered = {i for hit in hits for i in range(hit.first, hit.last + 1)}

    def run(self) -> list[Tied]:
        """Every hit, joined or as it stands."""
        tied = []
        # Offices first: in "a Kenyan government spokesman" the body belongs to the spokesman's phrase.
        for offices in (True, False):
            for at, hit in enumerate(self.hits):
                if hit.named.owned and hit.named.office is offices and at not in self.used:
                    tied.append(self._tie(at))
        for at, hit in enumerate(self.hits):
            if at not in self.used:
                # Who is named in full is known by the surname from there on.
                name = (hit.first, hit.last) if hit.full else None
                tied.append(Tied(hit.first, hit.last, hit.named.kind, hit.named.actors, hit.named.entry, name))
        return sorted(tied, key=lambda t: t.first)

    def _tie(self, at: int) -> Tied:
        hit = self.hits[at]
        self.used.add(at)
        first, last, trail = hit.first, hit.last, hit.named.entry
        actors: tuple[str, ...] = ()
        by_default = False
        before = self._owner_before(at)
        after = self._owner_after(at) if before is None else None
        owner = before if before is not None else after
        if owner is not None:
            named = self.hits[owner].named
            own = not (hit.named.stateless and named.kind in {ActorKind.STATE, ActorKind.DEMONYM, ActorKind.BODY})
            actors, trail = named.actors if own else (), f"{trail} of {named.entry}"
            first, last = min(first, self.hits[owner].first), max(last, self.hits[owner].last)
            self.used.add(owner)
            last = max(last, self._body_of(owner, at))
        elif hit.named.default is not None:
            actors, by_default = (hit.named.default,), True
        kind, name = hit.named.kind, None
        if hit.named.office:
            name = self._name_after(hit.last) or self._holder_after(hit.last) or self._name_before_comma(first)
            behind = self._owner_behind_name(name) if owner is None and name is not None else None
            if behind is not None:
                named = self.hits[behind].named
                actors, trail, last = named.actors, f"{trail} of {named.entry}", self.hits[behind].last
                self.used.add(behind)
            if name is not None:
                first, last = min(first, name[0]), max(last, name[1])
                self.used |= {
                    k for k, other in enumerate(self.hits) if name[0] <= other.last and other.first <= name[1]
                }
                kind = ActorKind.PERSON if kind is ActorKind.OFFICIAL else kind
        return Tied(first, last, kind, actors, trail, name, hit.named.anonymous and name is None, by_default)

    def _owner_behind_name(self, name: tuple[int, int]) -> int | None:
        """The state in "President Daniel Kimani of Kenya"."""
        of, at = name[1] + 1, name[1] + 2
        if at >= len(self.tokens) or self.tokens[of].text != "of":
            return None
        found = (k for k, hit in enumerate(self.hits) if hit.first == at and hit.named.kind is ActorKind.STATE)
        return next((k for k in found if k not in self.used), None)

    def _body_of(self, owner: int, at: int) -> int:
        """The last token of a body that follows the owner: "a spokesman for the Kenyan army"."""
        k = owner + 1
        if owner < at or k >= len(self.hits) or k in self.used:
            return self.hits[owner].last
        if not self.hits[k].named.owned or self.hits[k].named.office:
            return self.hits[owner].last
        if not self._describes(self.hits[owner].last, self.hits[k].first):
            return self.hits[owner].last
        self.used.add(k)
        return self.hits[k].last

    def _owner_before(self, at: int) -> int | None:
        """The owner on the left; other offices and bodies between belong to the same owner ("Polish army general")."""
        edge, j = self.hits[at].first, at - 1
        while j >= 0 and self.hits[j].named.owned and j not in self.used and self._describes(self.hits[j].last, edge):
            edge, j = self.hits[j].first, j - 1
        if j < 0 or j in self.used or self.hits[j].named.owned or not self._describes(self.hits[j].last, edge):
            return None
        owner = self.hits[j].named
        kind = self.hits[at].named.kind
        is_press = kind is ActorKind.MEDIA
        if owner.kind is ActorKind.PERSON and kind not in {ActorKind.OFFICIAL, ActorKind.BODY}:
            # "a Putin critic": nobody's.
            return None
        if not owner.actors or (owner.kind is ActorKind.MEDIA and not is_press):
            return None
        for between in range(j + 1, at):
            self.used.add(between)
        return j

    def _describes(self, left: int, right: int) -> bool:
        """True where only describing words stand between two tokens of one sentence."""
        between = self.tokens[left + 1 : right]
        if len(between) > LONGEST_DESCRIPTION or self.tokens[left].sentence != self.tokens[right].sentence:
            return False
        return all(token.tag in DESCRIBING_TAGS and not self.index.is_free_dash(token.index) for token in between)

    def _owner_after(self, at: int) -> int | None:
        """The owner in "president of Kenya", "official at the Pentagon"."""
        hit = self.hits[at]
        j = at + 1
        while j < len(self.hits) and self.hits[j].named.owned and j not in self.used:
            j += 1
        if j >= len(self.hits) or j in self.used or not self.hits[j].named.actors:
            return None
        if self.tokens[hit.last].sentence != self.tokens[self.hits[j].first].sentence:
            return None
        between = self.tokens[hit.last + 1 : self.hits[j].first]
        words = [t.text.lower() for t in between]
        if not words or words[0] not in OWNER_PREPOSITIONS or len(words) > 2 * LONGEST_DESCRIPTION:
            return None
        if words[0] != "of" and not (hit.named.office and self._is_workplace(at, j, words[0])):
            return None
        if any(t.text.lower() not in OWNER_PREPOSITIONS | ARTICLES and t.tag not in DESCRIBING_TAGS for t in between):
            return None
        for inner in range(at + 1, j):
            self.used.add(inner)
        return j

    def _is_workplace(self, at: int, owner: int, preposition: str) -> bool:
        """ "official at the Pentagon", "spokesman for NATO": a body or organisation; not "envoy in Kenya"."""
        named = self.hits[owner].named
        if named.kind is ActorKind.PERSON:
            return preposition == "for"
        k = owner + 1
        has_body = (
            k < len(self.hits)
            and self.hits[k].named.owned
            and not self.hits[k].named.office
            and self._describes(self.hits[owner].last, self.hits[k].first)
        )
        return named.kind in {ActorKind.BODY, ActorKind.ORGANISATION} or owner > at + 1 or has_body

    def _name_after(self, last: int) -> tuple[int, int] | None:
        """The personal name that follows an office."""
        i, end = last + 1, None
        while i < len(self.tokens) and self.tokens[i].sentence == self.tokens[last].sentence and i - last <= 6:
            token = self.tokens[i]
            if i in self.covered:
                break
            if is_name(token) or (end is not None and self.tokens[i - 1].text == "-" and token.text.isalpha()):
                end = i
            elif end is None or not (token.text in {"-", "–"} or token.text.lower() in NAME_PARTICLES):
                break
            i += 1
        return None if end is None else (last + 1, end)

    def _holder_after(self, last: int) -> tuple[int, int] | None:
        """The known name that follows an office, whatever the parser took it for: "PM Shmyhal"."""
        people = (hit for hit in self.hits if hit.first == last + 1 and hit.named.kind is ActorKind.PERSON)
        same = (hit for hit in people if self.tokens[hit.last].sentence == self.tokens[last].sentence)
        return next(((hit.first, hit.last) for hit in same), None)

    def _name_before_comma(self, first: int) -> tuple[int, int] | None:
        """The name in "Kim Man-ki, director at the ministry"."""
        i = first - 1
        while i >= 0 and self.tokens[i].text.lower() in ARTICLES:
            i -= 1
        if i < 2 or self.tokens[i].text != "," or self.tokens[i].sentence != self.tokens[first].sentence:
            return None
        end = i - 1
        i = end
        while i >= 0 and i not in self.covered and self.tokens[i].sentence == self.tokens[first].sentence:
            if not (is_name(self.tokens[i]) or self.tokens[i].text == "-" or self.tokens[i].text in NAME_PARTICLES):
                break
            i -= 1
        # One capitalised word before a comma is as often a place or a day as a person.
        return (i + 1, end) if end - i >= 2 else None
