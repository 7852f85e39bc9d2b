"""The name of a month in a page's language → its number, by the Unicode CLDR (in Babel)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from armswire.lexicon.page_keys import bundled_page_keys


def month_number(name: str, language: str) -> int | None:
    """1 to 12; None where it names no month in this language ("de-at"), in English, or the same one in all others."""
    word = _fold(name)
    return _names(language[:2]).get(word) or _names("en").get(word) or _names_anywhere().get(word)


@lru_cache(maxsize=64)
def _names(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for name, number in _whole_names(language):
        for shown in (name, name[:4], name[:3]):
            # "Sept." and the like: newspapers shorten as they please.
            if len(shown) > 2:
                names.setdefault(shown, number)
    return names


def _whole_names(language: str) -> Iterator[tuple[str, int]]:
    from babel import UnknownLocaleError
    from babel.dates import get_month_names

    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            try:
                told = get_month_names(width, context, language)
            except (UnknownLocaleError, ValueError):
                return
            yield from ((_fold(name), number) for number, name in told.items() if not name[:1].isdigit())


@lru_cache(maxsize=1)
def _names_anywhere() -> dict[str, int]:
    """Whole names that mean one month wherever they are used ("listopad" is October in Zagreb, November in Prague)."""
    numbers: dict[str, set[int]] = {}
    for language in bundled_page_keys().languages:
        for name, number in _whole_names(language):
            numbers.setdefault(name, set()).add(number)
    return {name: told.pop() for name, told in numbers.items() if len(told) == 1 and len(name) > 2}


def _fold(name: str) -> str:
    return name.casefold().rstrip(".")


def writes_day_first(language: str) -> bool:
    """Whether 03/04/2021 is 3 April in this language; in "en" alone nobody can tell."""
    return language.startswith(bundled_page_keys().day_first)
