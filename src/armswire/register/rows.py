"""Rows of the tables back to the nouns of the model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from armswire.model.article import Article
from armswire.model.claim import Claim, Step
from armswire.model.encoding import decode_claim, decode_step
from armswire.model.origin import Retold
from armswire.model.origin_encoding import decode_signs
from armswire.model.rejection import Rejection
from armswire.register.arrival import read_moment


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim with the transfer it was reconciled into (None where it joins none) and the version of its reader."""

    claim: Claim
    transfer: str | None
    reader: str


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article with what the register knows about it: how far it was read, and on which reports it depends.

    `signs` are those by which that is known. `arrived` is when it came into the register, None where nobody noted it.
    """

    article: Article
    state: str
    reader: str
    copy_of: str | None
    retells: tuple[str, ...]
    signs: tuple[Retold, ...] = ()
    arrived: datetime | None = None

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


def decode_article_row(row: Row[Any]) -> ArticleRecord:
    """The article of a row of `articles` with `copy_of`, `retells` and `signs`."""
    article = Article(
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
    retells = () if row.retells is None else tuple(json.loads(row.retells))
    signs = () if row.signs is None else decode_signs(json.loads(row.signs))
    arrived = None if row.arrived is None else read_moment(row.arrived)
    return ArticleRecord(article, row.state, row.reader, row.copy_of, retells, signs, arrived)


def decode_rejection_row(row: Row[Any]) -> Rejection:
    """The rejection of a row of `rejections`."""
    return Rejection(row.document, row.room, row.rule, row.note, row.start, row.end, row.text)
