"""Paragraphs → sentences, by rules made for news."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armswire.lexicon.sentence_breaks import SentenceBreaks
from armswire.model.span import Span

_CLOSING = "\"”’»')\\]}″“"
# Each alternative starts at the first stop of a row, so that rows of stops cost no more than their length.
_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]+[{_CLOSING}]*(?: *\[\d{{1,3}}\])? +"  # stops, what closes after them, blanks
    r"|(?<=[a-z][a-z])[.!?](?=[A-Z][a-z]*[\s,])"  # no blank: "he said.The"
    rf"|(?<![。！？])[。！？]+[{_CLOSING}」』]* *"  # the full-width stops of other scripts
)
_LAST_WORD = re.compile(r"[^\s(\[{“„«\"‘—–/-]*$")
_NEXT_WORD = re.compile(r"[\"“”„«‘'(\[—–•* -]*([\w'’.]*)")
_SPEAKER = re.compile(r"(?:[A-Z][\w.'’-]*,? |the |an? |[a-z]+ ){1,5}")
_INITIAL = re.compile(r"(?:[A-Z]|[A-Z]\.-?[A-Z]|(?:[A-Z]\.)+[A-Z])$")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]+ *$")
_CONTEXT = 60
"""How far around a stop is looked: longer than any abbreviation, and it keeps the work proportional to the text."""
MAX_SENTENCE = 3000
"""Longer sentences are cut at a blank: a parser's time and memory grow with them, and no newsroom writes them."""


class SentenceSplitter:
    """Splits paragraphs at full stops that end sentences."""

    def __init__(self, breaks: SentenceBreaks) -> None:
        self._titles = frozenset(breaks.titles)
        self._before_number = frozenset(breaks.before_number)
        self._may_end = frozenset(breaks.may_end)
        self._clock = frozenset(breaks.clock)
        self._after_clock = frozenset(breaks.after_clock)
        self._starters = frozenset(breaks.starters)
        self._reporting = frozenset(breaks.reporting)

    def split(self, text: str, paragraph: Span) -> list[Span]:
        """The sentences of one paragraph of `text`: ordered, apart, and without blanks around them."""
        sentences: list[Span] = []
        start = paragraph.start
        for end, following in self._breaks(text, paragraph):
            sentences.extend(_cut(text, start, end))
            start = following
        sentences.extend(_cut(text, start, paragraph.end))
        return sentences

    def is_abbreviation(self, word: str) -> bool:
        """Whether `word`, without its last full stop, is written with one."""
        folded = word.casefold()
        return folded in self._may_end or folded in self._clock or _INITIAL.match(word) is not None

    def _breaks(self, text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
        """Where each sentence but the last ends, and where the next begins."""
        start = paragraph.start
        for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
            if stop.end() < paragraph.end and self._ends(text, start, stop, paragraph.end):
                yield stop.end(), stop.end()
                start = stop.end()

    def _ends(self, text: str, start: int, stop: re.Match[str], limit: int) -> bool:
        after = text[stop.end() : min(limit, stop.end() + _CONTEXT)]
        mark = stop.group().rstrip()
        if mark[0] in "。！？":
            return True
        following = _NEXT_WORD.match(after)
        word = following.group(1) if following else ""
        if not stop.group().endswith(" "):
            return self._ends_without_blank(text[max(start, stop.start() - _CONTEXT) : stop.start()], word)
        first = word[:1]
        if first.islower():
            return False
        if self._goes_on_with_speaker(mark, after):
            return False
        if mark[0] in "!?":
            return True
        if mark[0] == "…" or mark.startswith(".."):
            return first.isupper() or not first.isalnum()
        return self._full_stop_ends(text[max(start, stop.start() - _CONTEXT) : stop.start()], mark, after, word)

    def _ends_without_blank(self, before: str, word: str) -> bool:
        """ "he said.The": told from addresses by words in plain letters on both sides."""
        last = before.rpartition(" ")[2]
        return last.isalpha() and last.islower() and (len(word) > 3 or _fold(word) in self._starters)

    def _full_stop_ends(self, before: str, mark: str, after: str, word: str) -> bool:
        if _ENUMERATOR.fullmatch(before.lstrip() + "."):
            return False
        found = _LAST_WORD.search(before)
        last = found.group() if found else ""
        folded = last.casefold()
        starter = _fold(word) in self._starters
        if folded in self._titles and folded not in self._may_end and len(mark) == 1:
            return False
        if folded in self._before_number and word[:1].isdigit():
            return False
        if folded in self._clock:
            return _fold(word.rstrip(".")) not in self._after_clock
        if folded in self._may_end or _INITIAL.search(last):
            return starter or (len(mark) > 1 and word[:1].isupper()) or after[:1] in "“„«"
        return True

    def _goes_on_with_speaker(self, mark: str, after: str) -> bool:
        """“Why?” Smith asked: the sentence goes on with its speaker; after “It is done.” only if that is all of it."""
        if mark[-1] not in _CLOSING or not _SPEAKER.match(after):
            return False
        words = after.split()[:5]
        if _fold(words[0]) in self._starters:
            return False
        verb = next((word for word in words if _fold(word.strip(".,")) in self._reporting), None)
        return verb is not None and (mark[0] in "!?" or verb[-1] in ".,")


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'")


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without blanks around it, in parts of at most MAX_SENTENCE; nothing where it is blank."""
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    while end - start > MAX_SENTENCE:
        blank = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        middle = blank if blank > 0 else start + MAX_SENTENCE
        yield Span(start, middle)
        start = middle + (blank > 0)
        while start < end and text[start] == " ":
            start += 1
    if start < end:
        yield Span(start, end)
