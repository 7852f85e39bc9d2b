"""The indices by which claims and articles are found by their words, kept by the database itself.

SQLite: tables of FTS5 without the texts, filled by triggers; `claim_numbers` and `article_numbers` tell whose words
stand under which number, since a row's own number can change. PostgreSQL: indices of expressions.
"""

from __future__ import annotations

from typing import Any, Self

from sqlalchemy import Boolean, Connection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import BindParameter
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType

# The names of whatever is built here begin so; none of it is a table or an index of the schema.
OWN_NAMES = ("claim_words", "claim_numbers", "claims_words", "article_words", "article_numbers", "articles_words")

_SQLITE_TEXTS = {
    "claims": ("claim", "json_extract({row}.claim, '$.evidence.text')"),
    "articles": ("article", "coalesce({row}.title || ' ', '') || {row}.text"),
}
# It takes no more than a megabyte of different words.
_POSTGRESQL_TEXTS = {
    "claims": "to_tsvector('english', (claim::json) -> 'evidence' ->> 'text')",
    "articles": "to_tsvector('english', left(coalesce(title || ' ', '') || text, 300000))",
}


class has_words(FunctionElement[bool]):  # noqa: N801 - called as functions of SQL are
    """Whether a record has certain words: `has_words(table, id, query of FTS5, query of to_tsquery)`."""

    type = Boolean()
    # The name of the table is written into the statement.
    inherit_cache = False

    def self_group(self, against: OperatorType | None = None) -> Self:  # noqa: ARG002 - as SQLAlchemy calls it
        """As it is, in brackets already: SQLAlchemy would hold it against 1, and SQLite then looks at every row."""
        return self


@compiles(has_words, "sqlite")
def _(element: has_words, compiler: SQLCompiler, **options: Any) -> str:
    table, column, query, _ = element.clauses
    kind, _ = _SQLITE_TEXTS[_name(table)]
    found = f"SELECT rowid FROM {kind}_words WHERE {kind}_words MATCH {compiler.process(query, **options)}"
    return f"({compiler.process(column, **options)} IN (SELECT id FROM {kind}_numbers WHERE number IN ({found})))"


@compiles(has_words, "postgresql")
def _(element: has_words, compiler: SQLCompiler, **options: Any) -> str:
    table, column, _, query = element.clauses
    name = _name(table)
    wanted = f"to_tsquery('english', {compiler.process(query, **options)})"
    found = f"SELECT id FROM {name} WHERE {_POSTGRESQL_TEXTS[name]} @@ {wanted}"
    return f"({compiler.process(column, **options)} IN ({found}))"


def create_word_indices(connection: Connection) -> None:
    """Build the indices over all that is there, and have the database keep them from now on."""
    if connection.dialect.name != "sqlite":
        for table, words in _POSTGRESQL_TEXTS.items():
            connection.exec_driver_sql(f"CREATE INDEX {table}_words ON {table} USING gin ({words})")
        return
    for table, (kind, words) in _SQLITE_TEXTS.items():
        for statement in (
            f"CREATE TABLE {kind}_numbers (number INTEGER PRIMARY KEY, id VARCHAR NOT NULL UNIQUE)",
            f"CREATE VIRTUAL TABLE {kind}_words USING fts5"
            "(words, content = '', tokenize = 'porter unicode61 remove_diacritics 2')",
            f"INSERT INTO {kind}_numbers (id) SELECT DISTINCT id FROM {table} ORDER BY id",
            f"INSERT INTO {kind}_words (rowid, words) SELECT number, {words.format(row=table)}"
            f" FROM {kind}_numbers JOIN {table} USING (id) GROUP BY number",
            # A claim that another version reads again has the same evidence, and stands there already.
            f"CREATE TRIGGER {kind}_words_kept AFTER INSERT ON {table}"
            f" WHEN NOT EXISTS (SELECT 1 FROM {kind}_numbers WHERE id = new.id)"
            f" BEGIN INSERT INTO {kind}_numbers (id) VALUES (new.id);"
            f" INSERT INTO {kind}_words (rowid, words)"
            f" SELECT number, {words.format(row='new')} FROM {kind}_numbers WHERE id = new.id; END",
        ):
            connection.exec_driver_sql(statement)


def drop_word_indices(connection: Connection) -> None:
    """The indices are gone, and nobody keeps them."""
    if connection.dialect.name != "sqlite":
        for table in _POSTGRESQL_TEXTS:
            connection.exec_driver_sql(f"DROP INDEX IF EXISTS {table}_words")
        return
    for kind, _ in _SQLITE_TEXTS.values():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {kind}_words_kept")
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {kind}_words")
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {kind}_numbers")


def _name(table: Any) -> str:
    """The name of a table that was given as a value."""
    if not isinstance(table, BindParameter):
        raise TypeError("the table is to be a literal")
    return str(table.value)
