"""The act of this room: names of files in, articles out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import BinaryIO

from armswire.articles.picking import formats, read_incoming
from armswire.articles.reader import Outcome
from armswire.articles.readers import READERS
from armswire.articles.sources import (
    STANDARD_INPUT,
    check_source,
    find_files,
    open_file,
    open_standard_input,
    place_of,
    unreadable,
)
from armswire.errors import ArticleError
from armswire.lexicon.addresses import page_key
from armswire.model.article import CANONICAL, Article
from armswire.model.identity import text_digest


def read(sources: Sequence[str], *, stdin: BinaryIO | None = None, leave_out: Sequence[Path] = ()) -> Iterator[Outcome]:
    """Each article of files, folders and '-' (standard input, or `stdin`), or the ArticleError that stands for it.

    One article at a time is held, however many there are. One that brought no day of publication has the day that its
    text gives. Raises SettingError, before anything is read, for a source that can never be read, such as a web
    address. Files of `leave_out` are not opened: they are passed over in a folder, and an ArticleError stands for one
    that is named.
    """
    for source in sources:
        check_source(source)
    return _date_all(_refuse_second_texts(_read_all(sources, stdin, {path.resolve() for path in leave_out})))


def _read_all(sources: Sequence[str], stdin: BinaryIO | None, leave_out: Set[Path]) -> Iterator[Outcome]:
    for source in sources:
        if source == STANDARD_INPUT:
            yield from _read_standard_input(stdin or sys.stdin.buffer)
            continue
        alone = not Path(source).is_dir()
        for found in find_files(source):
            if isinstance(found, ArticleError):
                yield found
            elif leave_out and found.resolve() in leave_out:
                if alone:
                    yield ArticleError("this is the register, not an article", place=source, remedy=formats(READERS))
            else:
                yield from _read_file(found, alone=alone)


def _read_standard_input(stream: BinaryIO) -> Iterator[Outcome]:
    try:
        incoming = open_standard_input(stream)
    except OSError as error:
        yield unreadable("standard input", error)
    else:
        yield from read_incoming(incoming, READERS, sniff=True)


def _read_file(path: Path, *, alone: bool) -> Iterator[Outcome]:
    try:
        with open_file(path) as incoming:
            yield from read_incoming(incoming, READERS, sniff=alone or not incoming.suffix)
    except OSError as error:
        yield unreadable(place_of(path), error)


def _date_all(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    from armswire.articles.dating.date_article import date_article

    for outcome in outcomes:
        yield date_article(outcome) if isinstance(outcome, Article) else outcome


def _refuse_second_texts(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Names the second article where two of one run have the same id and different texts, and not the same address.

    Two texts of one address are versions of an article. Derived ids cannot clash, but all are kept: some 200 bytes an
    article are little beside the register.
    """
    seen: dict[str, tuple[str, str | None]] = {}
    for outcome in outcomes:
        if isinstance(outcome, Article):
            digest, page = text_digest(outcome.text), page_key(outcome.url, outcome.extra.get(CANONICAL))
            first, its_page = seen.setdefault(outcome.id, (digest, page))
            if first != digest and (page is None or page != its_page):
                yield ArticleError(
                    "another article of this run has the same id and a different text",
                    place=outcome.place,
                    value=outcome.id,
                    remedy="Give each article an id of its own, or none",
                )
                continue
        yield outcome
