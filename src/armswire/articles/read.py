"""The act of this room: names of files in, articles out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from armswire.articles.picking import formats, read_incoming
from armswire.articles.reader import Outcome
from armswire.articles.readers import READERS
from armswire.articles.sources import (
    STANDARD_INPUT,
    check_source,
    find_files,
    is_address,
    open_file,
    open_standard_input,
    place_of,
    unreadable,
)
from armswire.errors import ArticleError, SettingError
from armswire.lexicon.addresses import page_key
from armswire.model.article import CANONICAL, Article
from armswire.model.identity import text_digest


def read(
    sources: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    leave_out: Sequence[Path] = (),
    addresses: Callable[[str], Iterator[Outcome]] | None = None,
    keep: Callable[[Path], Mapping[str, object]] | None = None,
) -> Iterator[Outcome]:
    """Each article of files, folders, web addresses and '-' (standard input, or `stdin`), or the error for it.

    One article at a time is held, however many there are. One that brought no day of publication has the day that its
    text gives. Files of `leave_out` are not opened: they are passed over in a folder, and an ArticleError stands for
    one that is named. `addresses` reads web addresses; without it none is asked. `keep` keeps a file before it is read,
    and gives what its articles' `extra` is to say of that; it may raise ArticleError, which then stands for the file.
    Raises SettingError, before anything is read, for a source that can never be read.
    """
    for source in sources:
        check_source(source)
        if is_address(source) and addresses is None:
            raise SettingError(
                "web addresses are not asked here",
                value=source,
                remedy="Save the page and give the file, or read it into a register with `armswire add`",
            )
    desk = _Desk(stdin, {path.resolve() for path in leave_out}, addresses, keep)
    return _date_all(_refuse_second_texts(outcome for source in sources for outcome in desk.read(source)))


@dataclass(frozen=True, slots=True)
class _Desk:
    """What `read` was told, for each source."""

    stdin: BinaryIO | None
    leave_out: Set[Path]
    addresses: Callable[[str], Iterator[Outcome]] | None
    keep: Callable[[Path], Mapping[str, object]] | None

    def read(self, source: str) -> Iterator[Outcome]:
        if source == STANDARD_INPUT:
            yield from _read_standard_input(self.stdin or sys.stdin.buffer)
        elif self.addresses is not None and is_address(source):
            yield from self.addresses(source)
        else:
            yield from self._read_files(source)

    def _read_files(self, source: str) -> Iterator[Outcome]:
        alone = not Path(source).is_dir()
        for found in find_files(source):
            if isinstance(found, ArticleError):
                yield found
            elif self.leave_out and found.resolve() in self.leave_out:
                if alone:
                    yield ArticleError("this is the register, not an article", place=source, remedy=formats(READERS))
            else:
                yield from self._read_file(found, alone=alone)

    def _read_file(self, path: Path, *, alone: bool) -> Iterator[Outcome]:
        try:
            with open_file(path) as incoming:
                extra = {} if self.keep is None else self.keep(path)
                for outcome in read_incoming(incoming, READERS, sniff=alone or not incoming.suffix):
                    yield (
                        replace(outcome, extra={**outcome.extra, **extra}) if isinstance(outcome, Article) else outcome
                    )
        except ArticleError as error:
            yield error
        except OSError as error:
            yield unreadable(place_of(path), error)


def _read_standard_input(stream: BinaryIO) -> Iterator[Outcome]:
    try:
        incoming = open_standard_input(stream)
    except OSError as error:
        yield unreadable("standard input", error)
    else:
        yield from read_incoming(incoming, READERS, sniff=True)


def _date_all(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    from armswire.articles.dating.date_article import date_article

    for outcome in outcomes:
        yield date_article(outcome) if isinstance(outcome, Article) else outcome


def _refuse_second_texts(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
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
