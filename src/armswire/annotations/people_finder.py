"""Who is meant by a name alone: office holders of the knowledge, as they stood on the article's day.

A family name tells somebody where a given name of theirs stands beside it, or where it stands alone and nothing else is
called so. A capitalised word beside it that is no given name of theirs makes the name somebody else's, here and in the
whole text: of an article on Daniel Macron no "Macron" is the president, unless he is named in full too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from armswire.annotations.token_index import TokenIndex
from armswire.lexicon.folding import fold_all, fold_same_length
from armswire.lexicon.integrity import forms_of
from armswire.lexicon.loader import Lexicon
from armswire.lexicon.lookup import Case, Match, Phrase, Phrasebook, case_of
from armswire.lexicon.people import Person, Term, names_alone
from armswire.model.span import Span

# Short names are looked for as they are written: "Xi" is a president, "XI" a number.
SHORT = 4
# A word all in capitals that is no longer than this is an office or an agency, not a given name.
LONGEST_ABBREVIATION = 4
# So much of the text beside a family name is searched for the given one.
BESIDE = 48
_INITIAL = re.compile(r"(?<= )[a-z]\.?$")


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Tokens `first` to `last` (included) that may name one of `people`.

    `full` where a given name stands beside the family name, `alone` where that says enough by itself.
    """

    first: int
    last: int
    people: tuple[Person, ...]
    full: bool
    alone: bool

    @property
    def name(self) -> str:
        """The name that is shown for it."""
        return self.people[0].name

    def term(self, day: date | None) -> Term | None:
        """The office by which the name is known on that day; None where it tells nobody, or several."""
        return _common(p.term(day) for p in self.people) if self.full or self.alone else None

    def term_of(self, offices: Collection[str], day: date | None, *, former: bool) -> Term | None:
        """The same where the words for an office stand beside it: whom the name tells too little of must have held it.

        Who is given an office that is over long since is told of as what he was.
        """
        held = [p for p in self.people if any(t.office in offices for t in p.terms)]
        known = self.people if self.full or self.alone else held
        current = None if former else _common(p.term(day) for p in known)
        return current or _common(p.past_term(day) for p in (known if former else held))


class PeopleFinder:
    """Finds the people of the knowledge in texts; built once from a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        records = (*lexicon.states, *lexicon.organisations, *lexicon.outlets, *lexicon.items)
        taken = set(fold_all([form for record in records for form in forms_of(record)]))
        self._people = lexicon.people
        self._alone = names_alone(lexicon.people, taken)
        self._given = [tuple(fold_all(person.given)) if person.given else () for person in lexicon.people]
        pairs = ((form, number) for number, person in enumerate(lexicon.people) for form in person.family)
        self._book: Phrasebook[int] = Phrasebook(Phrase(form, number, _case(form)) for form, number in pairs)
        self._beside = frozenset(lexicon.naming.beside)
        self._things = frozenset(word.lower() for word in lexicon.naming.things)
        self.former = frozenset(lexicon.naming.former)
        self._alike = [frozenset(group) for group in lexicon.naming.alike_offices]

    def alike(self, office: str) -> frozenset[str]:
        """The offices that the words for this one may stand for, itself among them."""
        return next((group for group in self._alike if office in group), frozenset((office,)))

    def spans(self, text: str) -> list[Span]:
        """Where somebody is named in a text: what truecasing leaves alone."""
        found = self._book.find(text)
        folded = fold_same_length(text) if found else text
        spans: list[Span] = []
        for match in found:
            full = self._full_names(folded, match)
            if full or fold_same_length(match.form) in self._alone:
                spans.append(full[0][1] if full else Span(match.start, match.end))
        return spans

    def find(self, text: str, index: TokenIndex, covered: Collection[int]) -> list[NamedPerson]:
        """Who may be named in a text, in its order; the tokens `covered` are other names, no given ones.

        A name that stands alone gives way where the text names somebody else so.
        """
        matches = self._book.find(text)
        folded = fold_same_length(text) if matches else text
        found: list[NamedPerson] = []
        strangers: set[int] = set()
        for match in matches:
            full = self._full_names(folded, match)
            span = full[0][1] if full else Span(match.start, match.end)
            tokens = index.cover(span)
            if tokens is None or _is_inside_a_word(folded, span):
                continue
            if full:
                found.append(NamedPerson(*tokens, tuple(self._people[n] for n, _ in full), full=True, alone=False))
            elif self._is_somebody_else(index, tokens, covered):
                strangers.update(match.payload)
            else:
                people = tuple(self._people[n] for n in match.payload)
                alone = fold_same_length(match.form) in self._alone
                found.append(NamedPerson(*tokens, people, full=False, alone=alone))
        others = {self._people[n].name for n in strangers} - {p.name for one in found if one.full for p in one.people}
        return [one for one in found if one.full or not any(p.name in others for p in one.people)]

    def _full_names(self, folded: str, match: Match[int]) -> list[tuple[int, Span]]:
        """Whose given names stand beside the family name, before or behind it, each with the span of both."""
        before, after = folded[max(0, match.start - BESIDE) : match.start], folded[match.end : match.end + BESIDE]
        full: list[tuple[int, Span]] = []
        for number in match.payload:
            for given in self._given[number]:
                length = _length_before(before, given)
                if length:
                    full.append((number, Span(match.start - length, match.end)))
                    break
                if after[:1] == " " and after.startswith(given, 1) and not after[len(given) + 1 :][:1].isalnum():
                    full.append((number, Span(match.start, match.end + 1 + len(given))))
                    break
        longest = max((span.end - span.start for _, span in full), default=0)
        return [(number, span) for number, span in full if span.end - span.start == longest]

    def _is_somebody_else(self, index: TokenIndex, own: tuple[int, int], covered: Collection[int]) -> bool:
        """True where another name stands right before or behind the family name: "Daniel Macron", "USS Carney"."""
        first, last = index.sentence(own[0])
        if own[0] > first and index.tokens[own[0] - 1].text.lower() in self._things:
            return True
        # In capitals throughout nothing tells a name behind it from a verb: "ERDOGAN SPEAKS".
        places = (own[0] - 1,) if index.tokens[own[0]].text.isupper() else (own[0] - 1, own[1] + 1)
        return any(self._is_name(index, i) for i in places if first <= i <= last and i not in covered)

    def _is_name(self, index: TokenIndex, i: int) -> bool:
        token = index.tokens[i]
        text = token.text
        if token.pos != "PROPN" or not text[:1].isupper() or text in self._beside or text.title() in self._beside:
            return False
        # "FM Lavrov" has an office before it, "J. Macron" a given name that is not told.
        return not (text.isupper() and 1 < len(text.rstrip(".")) <= LONGEST_ABBREVIATION)


def _common(terms: Iterable[Term | None]) -> Term | None:
    """The first of the terms where all that there are serve one actor."""
    there = [term for term in terms if term is not None]
    return there[0] if len({term.actor for term in there}) == 1 else None


def _case(form: str) -> Case:
    return Case.EXACT if len(form) <= SHORT else case_of(form)


def _length_before(before: str, given: str) -> int:
    """How many characters a given name takes that stands before a family name, initials between them included."""
    if before[-1:] != " ":
        return 0
    for stem in (before[:-1], _INITIAL.sub("", before[:-1]).rstrip()):
        if stem.endswith(given) and not stem[: len(stem) - len(given)][-1:].isalnum():
            return len(before) - len(stem) + len(given)
    return 0


def _is_inside_a_word(folded: str, span: Span) -> bool:
    """ "anti-Putin", "Scholz-Otieno": what a hyphen ties to another word is no person."""
    before = span.start > 1 and folded[span.start - 1] == "-" and folded[span.start - 2].isalnum()
    return before or (folded[span.end : span.end + 1] == "-" and folded[span.end + 1 : span.end + 2].isalnum())


def overlapping(named: Sequence[NamedPerson], first: int, last: int) -> Iterator[NamedPerson]:
    """Those that share a token with the range."""
    return (one for one in named if one.first <= last and first <= one.last)
