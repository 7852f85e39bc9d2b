"""The act: one article with what was read in it enters the register, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, select

from armswire.errors import ArticleError
from armswire.model.article import RETRIEVED, Article
from armswire.model.claim import Claim
from armswire.model.encoding import encode_claim, encode_dates, encode_item, encode_money, encode_step
from armswire.model.identity import text_digest
from armswire.model.rejection import Rejection
from armswire.model.sourcing import NO_SOURCING, Sourcing, encode_sourcing
from armswire.model.span import Span
from armswire.model.version import Outline
from armswire.register import schema, writing
from armswire.register.arrival import write_moment
from armswire.register.characters import find_impossible
from armswire.register.sketches import sketch
from armswire.register.store import Register
from armswire.register.versions.page import page_of, retrieved_at
from armswire.register.versions.rows import outline_values
from armswire.register.writing import Values

NO_OUTLINES: Mapping[str, Outline] = {}


class ReadState(StrEnum):
    """How far an article was read."""

    READ = "read"
    IRRELEVANT = "irrelevant"  # a test of the words showed that it cannot hold a claim
    SAME = "same"  # its cleaned text is that of another version, which was read
    FOREIGN = "foreign"  # it is in a language that is not read yet


# What of an article depends on who reads it.
_DECIDED_BY_READER = ("reader", "state", "sourcing", "written_in", "left_out", "sketch")


class Outcome(StrEnum):
    """What became of an article."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REREAD = "reread"  # it was there, read by another version of the reader


@dataclass(frozen=True, slots=True)
class _Known:
    sha256: str
    text_sha256: str
    reader: str


@dataclass(frozen=True, slots=True)
class _Rows:
    article: Values
    claims: list[Values]
    actors: list[Values]
    rejections: list[Values]


def is_recorded(register: Register, article: Article, *, reader: str = "") -> bool:
    """True where `record` would change nothing, so that the article need not be read.

    Raises ArticleError where another text has the same id, RegisterError where the register cannot be read.
    """
    known = _find(register, article)
    return known is not None and known.reader == reader


def record(
    register: Register,
    article: Article,
    claims: Sequence[Claim],
    rejections: Iterable[Rejection] = (),
    sourcing: Sourcing = NO_SOURCING,
    *,
    reader: str = "",
    state: ReadState = ReadState.READ,
    written_in: str | None = None,
    arrived: datetime | None = None,
    left_out: Sequence[Span] = (),
    outlines: Mapping[str, Outline] = NO_OUTLINES,
) -> Outcome:
    """Add the article with its claims and rejections; the same article again changes nothing.

    `sourcing` is what it tells of where it has its news from, beside the chains of its claims. `left_out` is what of
    its text is not its own words: by that no copy is known. `reader` is the version of what read it: read by another
    version, the new claims become the current ones and the old ones stay beside them. A new article arrives now, or
    when somebody says that it `arrived`. `outlines` tell of it and of the articles of the same address what of their
    texts is the article. Raises ArticleError where another text has the same id or the text cannot be stored,
    RegisterError where the register cannot be written.
    """
    known = _find(register, article)
    if known is not None and known.reader == reader:
        return Outcome.UNCHANGED
    told = (claims, rejections, sourcing)
    with register.transaction() as connection:
        return enter(
            connection,
            article,
            *told,
            reader=reader,
            state=state,
            written_in=written_in,
            arrived=arrived,
            left_out=left_out,
            outlines=outlines,
        )


def enter(
    connection: Connection,
    article: Article,
    claims: Sequence[Claim],
    rejections: Iterable[Rejection] = (),
    sourcing: Sourcing = NO_SOURCING,
    *,
    reader: str = "",
    state: ReadState = ReadState.READ,
    written_in: str | None = None,
    arrived: datetime | None = None,
    left_out: Sequence[Span] = (),
    outlines: Mapping[str, Outline] = NO_OUTLINES,
) -> Outcome:
    """What `record` does, in a transaction of the caller, who may have others to write in it.

    Raises ArticleError where the article is there with another text, or its own cannot be stored.
    """
    rows = _Rows(
        _article_values(article, sourcing, reader, state, written_in, left_out),
        [claim_values(claim, reader) for claim in claims],
        [values for claim in claims for values in actor_values(claim)],
        [_rejection_values(rejection, i, reader) for i, rejection in enumerate(rejections)],
    )
    _refuse_impossible(article, rows)
    # Looked up under the lock: another process may have added it in between.
    statement = select(schema.articles.c.reader, schema.articles.c.text_sha256)
    there = connection.execute(statement.where(schema.articles.c.id == article.id)).first()
    if there is None:
        moment = write_moment(arrived or datetime.now(tz=UTC))
        writing.insert_article(connection, {**rows.article, "arrived": moment})
        outcome = Outcome.ADDED
    elif there.reader == reader:
        return Outcome.UNCHANGED
    else:
        _refuse_other_text(article, there.text_sha256)
        writing.mark_read(connection, article.id, {name: rows.article[name] for name in _DECIDED_BY_READER})
        outcome = Outcome.REREAD
    writing.append(connection, rows.claims, rows.actors, rows.rejections)
    writing.keep_outlines(connection, [outline_values(name, outlines[name]) for name in sorted(outlines)])
    writing.note(connection, "reader_version", reader)
    writing.await_derivation(connection, [article.id])
    return outcome


def _refuse_impossible(article: Article, rows: _Rows) -> None:
    for values in (rows.article, *rows.claims, *rows.actors, *rows.rejections):
        found = find_impossible(values.values())
        if found is not None:
            raise ArticleError(
                f"the text holds {found.what}",
                place=article.place or article.id,
                value=found.words,
                remedy="Repair the encoding of the article",
            )


def _find(register: Register, article: Article) -> _Known | None:
    columns = schema.articles.c
    row = register.first(select(columns.sha256, columns.text_sha256, columns.reader).where(columns.id == article.id))
    if row is None:
        return None
    known = _Known(row.sha256, row.text_sha256, row.reader)
    # What came in may differ in its markup alone, and a newer extractor may give other text of the same page: only
    # where both differ is it another article.
    if known.sha256 != article.sha256 and known.text_sha256 != text_digest(article.text):
        raise ArticleError(
            f"another article with the id {article.id!r} is in the register already: "
            f"its SHA-256 is {known.sha256}, that of this one {article.sha256}",
            place=article.place,
            remedy="Give one of them another id",
        )
    return known


def _refuse_other_text(article: Article, text_sha256: str) -> None:
    if text_digest(article.text) != text_sha256:
        raise ArticleError(
            f"the text of {article.id!r} was extracted differently before "
            f"(SHA-256 {text_sha256}, now {text_digest(article.text)}), so the quoted places would no longer fit",
            place=article.place,
            remedy="Add it to a new register",
        )


def _article_values(
    article: Article,
    sourcing: Sourcing,
    reader: str,
    state: ReadState,
    written_in: str | None,
    left_out: Sequence[Span],
) -> Values:
    return {
        "id": article.id,
        "sha256": article.sha256,
        "text_sha256": text_digest(article.text),
        "text": article.text,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "published": None if article.published is None else article.published.isoformat(),
        "published_by": article.published_by,
        "language": article.language,
        "extra": _json(dict(article.extra)),
        "place": article.place,
        "state": state.value,
        "reader": reader,
        "sketch": sketch_of(article.text, left_out, state),
        "left_out": _json([[span.start, span.end] for span in left_out]),
        "sourcing": _json(encode_sourcing(sourcing)),
        "address": page_of(article.url, article.extra),
        "retrieved": retrieved_at(article.extra.get(RETRIEVED)),
        "written_in": written_in,
    }


def sketch_of(text: str, left_out: Iterable[Span], state: str) -> bytes:
    """The sketch that the register keeps of an article.

    It is empty for one that was not read: nobody has told its furniture, by which those of one outlet would be copies
    of each other, and it has no claims whose origin could depend on it.
    """
    return sketch(text, left_out) if state == ReadState.READ else b""


def claim_values(claim: Claim, reader: str) -> Values:
    """The row of a claim in `claims`."""
    dates = encode_dates(claim.date)
    return {
        "id": claim.id,
        "reader": reader,
        "document": claim.document,
        "stage": claim.stage.value,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "requester": _json(claim.requester),
        "supplier": _json(claim.supplier),
        "recipient": _json(claim.recipient),
        "intermediary": _json(claim.intermediary),
        "items": _json([encode_item(item) for item in claim.items]),
        "value": None if claim.value is None else _json(encode_money(claim.value)),
        "date_start": None if dates is None else dates["start"],
        "date_end": None if dates is None else dates["end"],
        "answer": None if claim.answer is None else claim.answer.value,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "claim": _json(encode_claim(claim)),
        "trace": _json([encode_step(step) for step in claim.trace]),
    }


def actor_values(claim: Claim) -> list[Values]:
    """The rows of a claim in `claim_actors`: who has a part in it, or speaks."""
    roles = {
        "requester": claim.requester,
        "supplier": claim.supplier,
        "recipient": claim.recipient,
        "intermediary": claim.intermediary,
        "source": [source.actor for source in claim.attribution if source.actor is not None],
    }
    return [
        {"claim": claim.id, "role": role, "actor": actor}
        for role, actors in roles.items()
        for actor in dict.fromkeys(actors)
    ]


def _rejection_values(rejection: Rejection, place: int, reader: str) -> Values:
    return {
        "document": rejection.document,
        "reader": reader,
        "place": place,
        "room": rejection.room,
        "rule": rejection.rule,
        "note": rejection.note,
        "start": rejection.start,
        "end": rejection.end,
        "text": rejection.text,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
