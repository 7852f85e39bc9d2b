"""A saved letter (.eml), or a mailbox of them → the article of each, and of what is attached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armswire.articles.confinement.ask import ask
from armswire.articles.confinement.jobs import Answer
from armswire.articles.letters.letter_article import articles_from_letter
from armswire.articles.letters.mailbox import is_mailbox, read_letters
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.whole_file import read_whole
from armswire.errors import ArticleError

MAX_LETTER_BYTES = 50_000_000
"""Largest letter; servers take 20 to 35 MB."""
_LINE = re.compile(rb"([!-9;-~]{1,70}):[ \t]?")
_OF_MAIL = frozenset({b"received", b"mime-version", b"message-id", b"return-path", b"delivered-to", b"dkim-signature"})
_OF_LETTERS = frozenset({b"from", b"date", b"subject"})


class Letter:
    """Outlet and title are the list's, or the sender's, and the subject; the day is that of the letter."""

    name = "e-mail"
    suffixes = (".eml", ".mbox")
    is_binary = True

    def recognises(self, start: bytes) -> bool:
        """A head with lines that programs for mail write, and those that people see."""
        head = start.replace(b"\r\n", b"\n").partition(b"\n\n")[0].split(b"\n")
        lines = head[1:] if is_mailbox(start) else head
        names = {found.group(1).lower() for line in lines if (found := _LINE.match(line))}
        return bool(lines and _LINE.match(lines[0])) and bool(names & _OF_MAIL) and bool(names & _OF_LETTERS)

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """The articles of each letter, or why there is none."""
        try:
            if is_mailbox(incoming.stream.peek(5)):
                yield from _read_mailbox(incoming)
            else:
                data = read_whole(incoming, MAX_LETTER_BYTES, remedy="Save what is attached, and the text by itself")
                yield from _read_letter(data, incoming.place)
        except ArticleError as error:
            yield error


def _read_mailbox(incoming: Incoming) -> Iterator[Outcome]:
    for number, data in enumerate(read_letters(incoming.stream, MAX_LETTER_BYTES), start=1):
        place = f"{incoming.place}, letter {number}"
        if data is None:
            yield ArticleError(f"larger than {MAX_LETTER_BYTES / 1e6:g} MB", place=place, remedy="Save its text")
        else:
            yield from _read_letter(data, place)


def _read_letter(data: bytes, place: str) -> Iterator[Outcome]:
    opened: list[Answer] = []
    refused: list[ArticleError] = []
    # All of it first, for the process is needed again for what is attached.
    try:
        for letter in ask("letter", [data], place):
            opened.append(letter)
    except ArticleError as error:
        refused.append(error)
    for number, letter in enumerate(opened):
        yield from articles_from_letter(letter, f"{place}, attached letter {number}" if number else place)
    yield from refused
