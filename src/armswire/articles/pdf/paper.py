"""The bytes of a PDF → its text, title and the day that it was written on, by pypdf."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from armswire.articles.pdf.paragraphs import join_pages
from armswire.errors import ArticleError

MAX_PAGES = 300
"""Press releases have 1 to 10 pages, the longest reports to parliaments some 200."""
MAX_CHARACTERS = 5_000_000
"""Twice the text of the longest report; more on so many pages is no text for people."""
FIRST_YEAR = 1993
"""The first specification of PDF."""
TITLE_SHARE = 0.6
"""Share of a title's words that the first page repeats; templates ("Press release form") and file names do not."""
_OPENING = 2000
_NAME = re.compile(r"\.(?:docx?|pdf|indd|odt|rtf|pptx?|xlsx?|tex|qxd|pages)\s*\Z", re.IGNORECASE)
_MADE_WITH = re.compile(r"\A(?:Microsoft (?:Word|PowerPoint|Excel)|PowerPoint[ -]\S+) - ", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def take_apart(data: bytes | bytearray) -> Iterator[dict[str, Any]]:
    """`text` (one paragraph a line), `title` and `written` (ISO day), the last two None where nothing sound is told.

    Raises ArticleError for what is locked, has no text or too many pages; of broken files whatever pypdf raises.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(io.BytesIO(data))
    try:
        # Many papers are locked against changes with no password against reading.
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked()
    except DependencyError:
        raise _locked() from None
    text = join_pages(_pages(reader))
    if not text:
        raise ArticleError("a PDF without text: pictures of pages, perhaps", remedy="Give its text, by recognition")
    told: Any = reader.metadata or {}
    yield {"text": text, "title": _title(told, text), "written": _written(told, text)}


def _pages(reader: Any) -> list[list[str]]:
    pages: list[list[str]] = []
    size = 0
    for page in reader.pages:
        if len(pages) == MAX_PAGES:
            raise ArticleError(f"a PDF of more than {MAX_PAGES} pages", remedy="Give the pages that tell of transfers")
        text = page.extract_text()
        size += len(text)
        if size > MAX_CHARACTERS:
            raise ArticleError(f"a PDF of more than {MAX_CHARACTERS:,} characters", remedy="Give a part of it")
        pages.append(text.splitlines())
    return pages


def _locked() -> ArticleError:
    return ArticleError("a PDF that is locked with a password", remedy="Unlock it, or give its text")


def _title(told: Any, text: str) -> str | None:
    """The title that the file tells, where the paper itself repeats it."""
    given = told.get("/Title")
    title = _MADE_WITH.sub("", " ".join(str(given or "")[:500].split()))
    words = {word.casefold() for word in _WORD.findall(title)}
    opening = {word.casefold() for word in _WORD.findall(text[:_OPENING])}
    if len(words) < 2 or _NAME.search(title) or not title.isprintable():
        return None
    return title if len(words & opening) >= TITLE_SHARE * len(words) else None


def _written(told: Any, text: str) -> str | None:
    """The day that the file was made on, where the first page tells the same year, or none."""
    day = _day(str(told.get("/CreationDate") or ""))
    if day is None or not date(FIRST_YEAR, 1, 1) <= day <= date.today():  # noqa: DTZ011 - a day of today is enough
        return None
    years = set(_YEAR.findall(text[:_OPENING]))
    return day.isoformat() if not years or str(day.year) in years else None


def _day(told: str) -> date | None:
    """Of "D:20210301080000+02'00'", as its writer saw it."""
    try:
        return datetime.strptime(told.removeprefix("D:")[:8], "%Y%m%d").date()  # noqa: DTZ007 - a day alone
    except ValueError:
        return None
