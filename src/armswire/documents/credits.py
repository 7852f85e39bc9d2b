"""The outlets that an article itself credits: "(Source: Andean News)", "LIMA, March 3 (Andean News) -".

Such lines are mostly left out as furniture; they are read before, from the lines as they came in. The credit of a
picture is none of the article's: lines between paragraphs of running text are passed over, but for those that a
writer puts there ("This was reported by Reuters.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from armswire.documents.line import Line, split_lines
from armswire.documents.outlet_names import OutletName, OutletNames
from armswire.lexicon.credits import CreditRule, CreditsFile, bundled_credits, bundled_outlets
from armswire.model.article import Article
from armswire.model.document import Credit
from armswire.model.span import Span

LONGEST_LINE = 240
"""A credit line is short; a last line or an opening of any length may hold one at its end or start."""
MIN_RUNNING = 60
"""Characters, with a full stop, from which on a line counts as running text."""
REACH = 160
"""How far into an opening, and from the end of a last line, a credit is looked for."""
DATELINES = 4
"""In how many of the first lines of running text a dateline may stand: pictures' captions may come before it."""
WRITER = "{writer}"
_WRITER = r"(?-i:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
_FINAL = re.compile(r"[.!?…][\"”’»')\]]*$")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{3,120})[)\]]\s*\.?\s*$")
_DATELINE = re.compile(r"^[“\"]?([^()]{0,70}?)\(([^()]{2,60})\)\s*[-–—]{1,2}\s")
_CUT = re.compile(r"\s*[|•·]|\s{2,}|\s[-–—]{1,2}\s|\.?\s*$")
_OPEN = re.compile(r"^[\s(\[*/•-]*")
_SIGNED = re.compile(r"^\s*(?:[-–—]{1,2}\s*([^()\[\]/]+?)|\(([^()\[\]/]+)\))[\s.]*$")


class CreditFinder:
    """Finds the credits of articles; built once."""

    def __init__(self, words: CreditsFile, names: OutletNames) -> None:
        self._names = names
        self._months = frozenset(words.months)
        self._places = frozenset(words.places)
        self._rules = [(rule, _pattern(rule)) for rule in words.rules]

    def find(self, article: Article, running: Sequence[Line] | None = None) -> tuple[Credit, ...]:
        """The credits of an article to other outlets, in the order of its text, each outlet once.

        `running` are the lines that stay of it; without them, all of its lines are looked at.
        """
        lines = split_lines(article.text)
        told = [line for line in (lines if running is None else running) if is_running(line.text)]
        first, last = (told[0].span.start, told[-1].span.start) if told else (len(article.text), -1)
        found: list[Credit] = []
        for place, line in enumerate(lines):
            opens = place > 0 and line.span.start < first and is_running_on(lines[place - 1].text)
            outside = line.span.start < first or line.span.start > last
            opening = {t.span.start for t in told[:DATELINES]}
            datelined = line.span.start < first or line.span.start in opening
            for rule, pattern in self._rules:
                if rule.place == "line" and (not outside or opens or len(lines) == 1):
                    continue
                if rule.place == "bracket" and not (outside or line.span.start == last):
                    continue
                if rule.place == "dateline" and not datelined:
                    continue
                if rule.place == "between" and line.span.start < first:
                    continue
                credit = self._credit(article, line, rule, self.names_in(line.text, rule, pattern))
                if credit is not None:
                    found.append(credit)
                    break
        return tuple(_once(found))

    def names_in(self, text: str, rule: CreditRule, pattern: re.Pattern[str]) -> list[OutletName]:
        """The outlets that a line names by a rule, the article's own included."""
        if rule.place == "dateline":
            return self._in_dateline(text)
        if rule.signed:
            signed = _SIGNED.match(text) if len(text) <= LONGEST_LINE else None
            group = 0 if signed is None else 1 if signed.group(1) else 2
            return [] if signed is None else self._names.listed(text, *signed.span(group), known=False)
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
        if rule.openings:
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
        return self._names.listed(text, *found.span(2), known=False, anyone=dated)

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


def find_credits(article: Article, running: Sequence[Line]) -> tuple[Credit, ...]:
    """The credits of an article, by the rules that come with the program. Never raises, whatever its text."""
    return bundled_finder().find(article, running)


@lru_cache(maxsize=1)
def bundled_finder() -> CreditFinder:
    """The finder with the bundled rules, made once. Raises LexiconError where their files are broken."""
    words = bundled_credits()
    return CreditFinder(words, OutletNames(words, bundled_outlets))


def _pattern(rule: CreditRule) -> re.Pattern[str]:
    """What finds the words of a rule, from where a line or a bracket begins."""
    if rule.endings:
        endings = "|".join(re.escape(ending) for ending in rule.endings)
        return re.compile(rf"(?P<names>.{{2,120}}?)\s+(?:{endings})\W*$", re.IGNORECASE)
    longest = sorted(rule.openings, key=len, reverse=True)
    openings = "|".join(re.escape(words).replace(re.escape(WRITER), _WRITER) for words in longest)
    mark = r"\s*[:：]\s*" if rule.colon else r"(?:\s*:\s*|\s+)"
    return re.compile(rf"(?:{openings}){mark}", re.IGNORECASE)


def _once(found: Sequence[Credit]) -> Iterator[Credit]:
    """Each list of outlets once: those from which the article is taken before those that helped."""
    seen: set[tuple[str, ...]] = set()
    for credit in sorted(found, key=lambda credit: (not credit.taken, credit.span.start)):
        if credit.outlets not in seen:
            seen.add(credit.outlets)
            yield credit
