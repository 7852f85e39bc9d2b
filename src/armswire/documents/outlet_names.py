"""Which words of a credit line are the names of outlets, and which outlet is the article's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from armswire.lexicon.credits import CreditsFile
from armswire.lexicon.folding import fold_same_length
from armswire.lexicon.lookup import Phrasebook
from armswire.lexicon.records import Outlet
from armswire.model.article import Article
from armswire.model.span import Span

_WORD = re.compile(r"[^\W_][\w.’'-]*")
LONGEST_NAME = 6
"""Words; longer runs are no name of an outlet."""


@dataclass(frozen=True, slots=True)
class OutletName:
    """An outlet's name in a line, with its entry where the lexicon has one."""

    words: str
    span: Span
    outlet: Outlet | None

    @property
    def owner(self) -> str | None:
        """The state whose own word it is."""
        return self.outlet.country if self.outlet is not None and self.outlet.kind == "state_media" else None


class OutletNames:
    """Reads lists of outlets; built once. The lexicon's are asked for when the first line may hold one."""

    def __init__(self, words: CreditsFile, outlets: Callable[[], Sequence[Outlet]]) -> None:
        self._outlets = outlets
        self._describing = frozenset(words.describing)
        self._fillers = frozenset(words.fillers)
        self._outlet_words = frozenset(words.outlet_words)
        signs = [re.escape(joint) for joint in words.joints if not joint[0].isalpha()]
        spelt = [re.escape(joint) for joint in words.joints if joint[0].isalpha()]
        self._joint = re.compile(rf"\s*(?:{'|'.join(signs)})\s*|\s+(?:{'|'.join(spelt)})\s+")

    @cached_property
    def _book(self) -> Phrasebook[Outlet]:
        return Phrasebook((name, outlet) for outlet in self._outlets() for name in outlet.names)

    def listed(self, text: str, start: int, end: int, *, known: bool, anyone: bool = False) -> list[OutletName]:
        """The outlets that a stretch of `text` lists; none where anything else stands in it.

        `known` leaves only outlets of the lexicon, `anyone` takes any name in capitals.
        """
        whole = self._named(text, Span(start, end), known=True)
        if whole is not None:
            # "Radio and Television of Togo" is one name.
            return [whole]
        found: list[OutletName] = []
        for part in self._parts(text, start, end):
            words = part.of(text)
            if words.casefold() in self._fillers:
                continue
            name = self._named(text, part, known=known, anyone=anyone)
            if name is None:
                return []
            found.append(name)
        return found

    def is_own(self, name: OutletName, article: Article) -> bool:
        """Whether the name is that of the article's own outlet, by its name or its address."""
        own = article.outlet
        if own is not None and (_folded(own) == _folded(name.words) or self._entry(own) is name.outlet is not None):
            return True
        host = urlsplit(article.url).hostname if article.url else None
        domains = () if name.outlet is None else name.outlet.domains
        return host is not None and any(host == domain or host.endswith(f".{domain}") for domain in domains)

    def _entry(self, words: str) -> Outlet | None:
        named = self._named(words, Span(0, len(words)), known=True)
        return None if named is None else named.outlet

    def _parts(self, text: str, start: int, end: int) -> Iterator[Span]:
        """What stands between the joints, without blanks and signs around it."""
        cuts = [(found.start(), found.end()) for found in self._joint.finditer(text, start, end)]
        for first, last in zip([start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end], strict=True):
            words = list(_WORD.finditer(text, first, last))
            # "Reuters, and AP": nothing stands between two joints.
            if words and text[first : words[0].start()].strip(" \t“”\"'‘’(") == "":
                yield Span(words[0].start(), words[-1].end())
            elif text[first:last].strip():
                yield Span(first, last)

    def _named(self, text: str, part: Span, *, known: bool, anyone: bool = False) -> OutletName | None:
        words = list(_WORD.finditer(text, part.start, part.end))
        if not words or len(words) > LONGEST_NAME:
            return None
        for match in self._book.find(text[part.start : part.end]):
            inside = Span(part.start + match.start, part.start + match.end)
            beside = [w.group().casefold() for w in words if not inside.start <= w.start() < inside.end]
            if all(word.rstrip(".") in self._describing for word in beside):
                return self._without_article(text, part, words, match.payload[0])
        if known or not all(w.group()[0].isupper() or w.group().casefold() in self._describing for w in words):
            return None
        last = {w.group().casefold().rstrip(".") for w in words}
        like = len(words) > 1 and last & self._outlet_words
        return self._without_article(text, part, words, None) if like or anyone else None

    def _without_article(
        self, text: str, part: Span, words: Sequence[re.Match[str]], outlet: Outlet | None
    ) -> OutletName:
        first = words[1] if len(words) > 1 and words[0].group().casefold() == "the" else words[0]
        span = Span(first.start(), part.end)
        return OutletName(span.of(text).rstrip("."), span, outlet)


def _folded(name: str) -> str:
    letters = "".join(letter if letter.isalnum() else " " for letter in fold_same_length(name).casefold())
    return " ".join(letters.split()).removeprefix("the ")
