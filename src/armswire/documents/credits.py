"""The outlets that an article itself credits: "(Source: Andean News)", "LIMA, March 3 (Andean News) -".

Such lines are mostly left out as furniture; they are read before, from the lines as they came in. The credit of a
picture is none of the article's: lines between paragraphs of running text are passed over, but for those that a
writer puts there ("This was reported by Reuters.").
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from armswire.documents.cleaning import CONTINUED
from armswire.documents.line import Line, split_lines
from armswire.documents.outlet_names import OutletName, OutletNames
from armswire.lexicon.credits import CreditRule, CreditsFile, bundled_credits, bundled_outlets
from armswire.model.article import Article
from armswire.model.document import Credit, Furniture
from armswire.model.span import Span

LONGEST_LINE = 240
"""A credit line is short; a last line or an opening of any length may hold one at its end or start."""
MIN_RUNNING = 60
"""Characters, with a full stop, from which on a line counts as running text."""
REACH = 160
"""How far into an opening, and from the end of a last line, a credit is looked for."""
DATELINES = 4
"""In how many of the first lines of running text a dateline may stand: pictures' captions may come before it."""
WRITER, YEAR = "{writer}", "{year}"
_WRITER = r"(?-i:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
_FINAL = re.compile(r"[.!?…][\"”’»')\]]*$")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{3,120})[)\]]\s*\.?\s*$")
_DATELINE = re.compile(
    r"^[“\"]?([^()/]{0,70}?)(?:\(([^()]{2,60})\)\s*\.?[-–—]{1,2}|/([^/]{2,40})/\s?(?:[-–—]{1,2}|\.))\s"
)
_CUT = re.compile(r"\s*[|•·]|\s{2,}|\s[-–—]{1,2}\s|;\s*(?:[Ee]dit|[Ww]rit|[Aa]dditional)|\.\s+[Aa]ll [Rr]ights|\.?\s*$")
_OPEN = re.compile(r"^[\s(\[*/•-]*")
_BESIDE = re.compile(r"^\(?([^()\[\]]{2,60}?)\)?[\s.]*$")
_SIGNED = re.compile(r"^\s*(?:[-–—]{1,2}\s*([^()\[\]/]+?)|\(([^()\[\]/]+)\))[\s.]*$")


@dataclass(frozen=True, slots=True)
class FoundCredits:
    """The credits, and where the lines begin that are nothing but credits."""

    credits: tuple[Credit, ...]
    lines: frozenset[int]


class _Places:
    """Where a line stands: above, in or below the running text."""

    def __init__(self, lines: Sequence[Line], told: Sequence[Line]) -> None:
        self._lines = lines
        self._first, self._last = (told[0].span.start, told[-1].span.start) if told else (sys.maxsize, -1)
        self._opening = {line.span.start for line in told[:DATELINES]}
        above = sum(line.span.start < self._first for line in lines)
        below = sum(line.span.start <= self._last for line in lines)
        self._beside = {above - 1, below} if told else set()

    def allow(self, place: str, number: int) -> bool:
        """Whether a rule for `place` may look at a line."""
        start = self._lines[number].span.start
        outside = start < self._first or start > self._last
        match place:
            case "line":
                return outside and len(self._lines) > 1 and not self._is_under_caption(number)
            case "beside":
                return number in self._beside and not self._is_under_caption(number)
            case "bracket":
                return outside or start == self._last
            case "dateline":
                return start < self._first or start in self._opening
            case _:
                return start >= self._first

    def is_spent(self, place: str, number: int) -> bool:
        """Whether a line with a credit by a rule for `place` is no line of the article's words."""
        return place in {"line", "beside"} or (place == "bracket" and self._lines[number].span.start > self._last)

    def _is_under_caption(self, number: int) -> bool:
        above = number > 0 and self._lines[number].span.start < self._first
        return above and is_running_on(self._lines[number - 1].text)


class CreditFinder:
    """Finds the credits of articles; built once."""

    def __init__(self, words: CreditsFile, names: OutletNames) -> None:
        self._names = names
        self._months = frozenset(words.months)
        self._places = frozenset(words.places)
        self._rules = [(rule, _pattern(rule)) for rule in words.rules]

    def find(self, article: Article, kept: Sequence[Line], furniture: Sequence[Furniture]) -> FoundCredits:
        """The credits of an article to other outlets, in the order of its text, each outlet once.

        `kept` are its lines that stay, `furniture` what was left out: the second line of a button's words ("Log in" /
        "with the Harbour Courier") is no credit.
        """
        lines = split_lines(article.text)
        told = [line for line in kept if is_running(line.text)]
        passed = {one.span.start for one in furniture if one.rule == CONTINUED}
        places = _Places(lines, told)
        found: list[Credit] = []
        spent: set[int] = set()
        for number, line in enumerate(lines):
            if line.span.start in passed:
                continue
            for rule, pattern in self._rules:
                if not places.allow(rule.place, number):
                    continue
                credit = self._credit(article, line, rule, self.names_in(line.text, rule, pattern))
                if credit is not None:
                    found.append(credit)
                    if places.is_spent(rule.place, number):
                        spent.add(line.span.start)
                    break
        return FoundCredits(tuple(_once(found)), frozenset(spent))

    def names_in(self, text: str, rule: CreditRule, pattern: re.Pattern[str]) -> list[OutletName]:
        """The outlets that a line names by a rule, the article's own included."""
        if rule.place == "dateline":
            return self._in_dateline(text)
        if rule.signed:
            signed = _SIGNED.match(text) if len(text) <= LONGEST_LINE else None
            group = 0 if signed is None else 1 if signed.group(1) else 2
            return [] if signed is None else self._names.listed(text, *signed.span(group), known=False)
        if rule.place == "beside":
            alone = _BESIDE.match(text) if len(text) <= LONGEST_LINE else None
            return [] if alone is None else self._names.listed(text, *alone.span(1), known=True)
        start, end = 0, len(text)
        if rule.place == "bracket":
            bracket = _BRACKET.search(text, max(0, len(text) - REACH))
            if bracket is None:
                return []
            start, end = bracket.span(1)
        elif end > LONGEST_LINE:
            return []
        else:
            start = _OPEN.match(text).end()  # type: ignore[union-attr]
            end = len(text.rstrip(" )].*"))
        found = pattern.match(text, start, end)
        if found is None:
            return []
        if not rule.endings:
            start = found.end()
            cut = _CUT.search(text, start, end)
            end = cut.start() if cut is not None else end
        else:
            start, end = found.span("names")
        return self._names.listed(text, start, end, known=rule.known)

    def rules(self) -> Iterator[tuple[CreditRule, re.Pattern[str]]]:
        """The rules with what finds their words."""
        yield from self._rules

    def _in_dateline(self, text: str) -> list[OutletName]:
        found = _DATELINE.match(text[:REACH])
        if found is None or not self._is_place_and_day(found.group(1)):
            return []
        dated = any(character.isdigit() for character in found.group(1))
        agency = 3 if found.group(2) is None else 2
        return self._names.listed(text, *found.span(agency), known=False, anyone=dated)

    def _is_place_and_day(self, words: str) -> bool:
        """ "LIMA, March 3 ", "Rio de Janeiro", nothing; not "The League", nor the beginning of a sentence."""
        parts = [part.strip(".,/:'’") for part in words.split()]
        named = (
            not part or part[0].isupper() or part[0].isdigit() or part.casefold() in self._months | self._places
            for part in parts
        )
        return len(parts) <= 9 and all(named) and not words.startswith("The ")

    def _credit(self, article: Article, line: Line, rule: CreditRule, names: Sequence[OutletName]) -> Credit | None:
        others = [name for name in names if not self._names.is_own(name, article)]
        if not others:
            return None
        start = line.span.start
        span = Span(start + others[0].span.start, start + others[-1].span.end)
        owners = tuple(name.owner for name in others)
        return Credit(tuple(name.words for name in others), span, rule.id, rule.taken, owners, rule.above)


def is_running(text: str) -> bool:
    """Whether a line is one of running text, and not a heading, a byline or a control."""
    return len(text) >= MIN_RUNNING and is_running_on(text)


def is_running_on(text: str) -> bool:
    """Whether a line ends as sentences do, like the caption of a picture."""
    return _FINAL.search(text) is not None


def find_credits(article: Article, kept: Sequence[Line], furniture: Sequence[Furniture]) -> FoundCredits:
    """The credits of an article, by the rules that come with the program. Never raises, whatever its text."""
    return bundled_finder().find(article, kept, furniture)


@lru_cache(maxsize=1)
def bundled_finder() -> CreditFinder:
    """The finder with the bundled rules, made once. Raises LexiconError where their files are broken."""
    words = bundled_credits()
    return CreditFinder(words, OutletNames(words, bundled_outlets))


def _pattern(rule: CreditRule) -> re.Pattern[str]:
    """What finds the words of a rule, from where a line or a bracket begins."""
    mark = r"\s*[:：]\s*" if rule.colon else r"(?:\s*:\s*|\s+|(?<=['’]))"
    before = rf"(?:{_alternatives(rule.openings)}){mark}" if rule.openings else ""
    if rule.endings:
        return re.compile(rf"{before}(?P<names>.{{2,120}}?)\s+(?:{_alternatives(rule.endings)})\W*$", re.IGNORECASE)
    return re.compile(before, re.IGNORECASE)


def _alternatives(phrases: Sequence[str]) -> str:
    """A pattern for any of some phrases, the longest first."""
    return "|".join(_phrase(words) for words in sorted(phrases, key=len, reverse=True))


def _phrase(words: str) -> str:
    plain = re.escape(words).replace("'", "['’]")
    return plain.replace(re.escape(WRITER), _WRITER).replace(re.escape(YEAR), r"(?:19|20)\d\d")


def _once(found: Sequence[Credit]) -> Iterator[Credit]:
    """Each list of outlets once: those from which the article is taken before those that helped."""
    seen: set[tuple[str, ...]] = set()
    for credit in sorted(found, key=lambda credit: (not credit.taken, credit.span.start)):
        if credit.outlets not in seen:
            seen.add(credit.outlets)
            yield credit
