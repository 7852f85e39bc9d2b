"""Rows of the tables back to the nouns of the model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from armswire.model.article import Article
from armswire.model.claim import Claim, Step
from armswire.model.document import Translation
from armswire.model.encoding import decode_claim, decode_step
from armswire.model.origin import Likeness, Retold
from armswire.model.origin_encoding import decode_likeness, decode_signs
from armswire.model.rejection import Rejection
from armswire.model.sourcing import decode_translation
from armswire.model.version import EditedAway, Version
from armswire.register.arrival import read_moment
from armswire.register.versions.rows import read_version


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim with the transfer it was reconciled into (None where it joins none) and the version of its reader.

    `edited_away` tells in which version of its article it is gone, None where the newest tells it.
    """

    claim: Claim
    transfer: str | None
    reader: str
    edited_away: EditedAway | None = None


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article with what the register knows about it: how far it was read, and on which reports it depends.

    `signs` are those by which that is known, `likeness` tells how like its original a copy is. `arrived` is when it
    came into the register, None where nobody noted it. `version` is its place among the texts of its address, None
    where there is no other. `written_in` is the language of its words, an ISO 639 code, None where nobody looked.
    `translation` is what it says of its being translated.
    """

    article: Article
    state: str
    reader: str
    copy_of: str | None
    retells: tuple[str, ...]
    signs: tuple[Retold, ...] = ()
    arrived: datetime | None = None
    version: Version | None = None
    written_in: str | None = None
    likeness: Likeness | None = None
    translation: Translation | None = None

    @property
    def is_first_hand(self) -> bool:
        """Whether it is no copy and retells nobody, as far as is known."""
        return not self.signs


def decode_claim_row(row: Row[Any], *, with_trace: bool) -> Claim:
    """The claim of a row that has the columns `claim` and, where asked for, `trace`."""
    trace: tuple[Step, ...] = ()
    if with_trace:
        trace = tuple(decode_step(step) for step in json.loads(row.trace))
    return decode_claim(json.loads(row.claim), trace)


def decode_article(row: Row[Any]) -> Article:
    """The article of a row of `articles`."""
    return Article(
        id=row.id,
        text=row.text,
        sha256=row.sha256,
        outlet=row.outlet,
        title=row.title,
        url=row.url,
        published=None if row.published is None else date.fromisoformat(row.published),
        published_by=row.published_by,
        language=row.language,
        extra=json.loads(row.extra),
        place=row.place,
    )


def decode_article_row(row: Row[Any]) -> ArticleRecord:
    """The same with the columns that `select_articles` adds: of its echo, and of its place among versions."""
    retells = () if row.retells is None else tuple(json.loads(row.retells))
    signs = () if row.signs is None else decode_signs(json.loads(row.signs))
    arrived = None if row.arrived is None else read_moment(row.arrived)
    likeness = None if row.likeness is None else decode_likeness(json.loads(row.likeness))
    version = None if row.version is None else read_version(row.id, row.number, row.seen, row.version)
    return ArticleRecord(
        article=decode_article(row),
        state=row.state,
        reader=row.reader,
        copy_of=row.copy_of,
        retells=retells,
        signs=signs,
        arrived=arrived,
        version=version,
        written_in=row.written_in,
        likeness=likeness,
        translation=decode_translation(json.loads(row.sourcing).get("translation")),
    )


def decode_rejection_row(row: Row[Any]) -> Rejection:
    """The rejection of a row of `rejections`."""
    return Rejection(row.document, row.room, row.rule, row.note, row.start, row.end, row.text)
