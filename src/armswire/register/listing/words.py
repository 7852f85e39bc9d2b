"""Finds claims by the words of their evidence, and articles by those of their title and text.

The database itself keeps the indices (`databases/word_index.py`), so that nothing that is written can miss them. Words
are looked up by their stems ("shell" finds "shells"), without regard to case, in a file of SQLite also to accents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, literal

from armswire.errors import SettingError
from armswire.register import schema
from armswire.register.databases.word_index import has_words

# A phrase in quotation marks, or words up to the next space; a minus before either leaves out what has it.
_TERMS = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_WORDS = re.compile(r"\w+")
# More would be a text, not a search.
_MOST_TERMS = 20


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other; the last one may be the beginning of a word, `without` says that they must not."""

    words: tuple[str, ...]
    is_begun: bool
    without: bool


def claims_with(text: str, column: ColumnElement[str] = schema.claims.c.id) -> ColumnElement[bool]:
    """Whether a claim's evidence has the words that somebody typed. `column` holds its id. Raises SettingError."""
    return _find("claims", text, column)


def articles_with(text: str, column: ColumnElement[str] = schema.articles.c.id) -> ColumnElement[bool]:
    """Whether an article has the words that somebody typed. `column` holds its id. Raises SettingError."""
    return _find("articles", text, column)


def read_terms(text: str) -> list[Term]:
    """What somebody typed: `shells "end user" howitz* -missiles`. Raises SettingError where no word is wanted."""
    terms = []
    for minus, phrase, bare in _TERMS.findall(text)[:_MOST_TERMS]:
        words = tuple(_WORDS.findall(phrase or bare))
        if words:
            terms.append(Term(words, is_begun=bare.endswith("*"), without=bool(minus)))
    if all(term.without for term in terms):
        raise SettingError("there is no word to search for", value=text, remedy="Give a word of two letters or more")
    return terms


def _find(what: str, text: str, column: ColumnElement[str]) -> ColumnElement[bool]:
    terms = sorted(read_terms(text), key=lambda term: term.without)
    return has_words(literal(what), column, literal(_for_sqlite(terms)), literal(_for_postgresql(terms)))


def _for_sqlite(terms: list[Term]) -> str:
    """In the language of FTS5 (https://www.sqlite.org/fts5.html, section 3)."""
    told = ""
    for term in terms:
        said = f'"{" ".join(term.words)}"{"*" if term.is_begun else ""}'
        told = f"({told}) {'NOT' if term.without else 'AND'} {said}" if told else said
    return told


def _for_postgresql(terms: list[Term]) -> str:
    """In the language of to_tsquery."""
    return " & ".join(f"{'!' if term.without else ''}({' <-> '.join(_lexemes(term))})" for term in terms)


def _lexemes(term: Term) -> list[str]:
    last = len(term.words) - 1
    return [f"'{word}'{':*' if term.is_begun and at == last else ''}" for at, word in enumerate(term.words)]
