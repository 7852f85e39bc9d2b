"""JSON Lines: one object a line, with the keys of the contract, in the fixed order of the queries."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TextIO

from armswire.model.dispute_encoding import encode_dispute
from armswire.model.encoding import Json, encode_claim
from armswire.model.judgement_encoding import encode_judgement
from armswire.model.origin_encoding import encode_likeness, encode_signs
from armswire.model.position_encoding import encode_position
from armswire.model.rejection import Rejection
from armswire.model.sourcing import encode_translation
from armswire.model.transfer_encoding import encode_transfer
from armswire.model.version_encoding import encode_edited_away, encode_version
from armswire.register import judgement_queries, queries
from armswire.register.arrival import write_moment
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.register.store import Register


@dataclass(frozen=True, slots=True)
class JsonLines:
    """One part of the register as JSON Lines."""

    name: str
    about: str
    records: Callable[[Register], Iterator[Json]]
    suffix: str = ".jsonl"

    def write(self, register: Register, out: TextIO) -> int:
        """Write one line a record and return their number. Raises RegisterError."""
        written = 0
        for record in self.records(register):
            out.write(write_line(record))
            written += 1
        return written


def write_line(record: Json) -> str:
    """A record as its line, with the end of the line."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def encode_claim_record(record: ClaimRecord) -> Json:
    """The claim as in the contract, with its depth and the transfer that it belongs to.

    `edited_away` tells in which version of its article it is gone; null where the newest tells it.
    """
    return {
        **encode_claim(record.claim),
        "depth": record.claim.depth,
        "transfer": record.transfer,
        "edited_away": encode_edited_away(record.edited_away),
    }


def encode_article_record(record: ArticleRecord) -> Json:
    """The article as in the contract; `published_by` is how the day of publication is known.

    `signs` has each report that it depends on with the sign by which that is known: copy, credit, cited, quotation.
    `likeness` tells of a copy which share of the shorter text stands in the longer one, how long it is by its original,
    and by what it is known that the original came first: day, credit, retrieved, unknown.
    """
    article = record.article
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": None if article.published is None else article.published.isoformat(),
        "published_by": article.published_by,
        "language": article.language,
        "written_in": record.written_in,
        "translation": encode_translation(record.translation),
        "text": article.text,
        "copy_of": record.copy_of,
        "retells": list(record.retells),
        "first_hand": record.is_first_hand,
        "signs": encode_signs(record.signs),
        "likeness": encode_likeness(record.likeness),
        "sha256": article.sha256,
        "state": record.state,
        "version": None if record.version is None else encode_version(record.version),
        "extra": dict(article.extra),
    }


def encode_held_article(record: ArticleRecord) -> Json:
    """The same with when it came into this register, which no export tells: exports do not depend on it."""
    arrived = None if record.arrived is None else write_moment(record.arrived)
    return {**encode_article_record(record), "arrived": arrived}


def encode_rejection(rejection: Rejection) -> Json:
    """What was dropped, by which room and rule, and the words."""
    return {
        "document": rejection.document,
        "room": rejection.room,
        "rule": rejection.rule,
        "note": rejection.note,
        "evidence": {"start": rejection.start, "end": rejection.end, "text": rejection.text},
    }


def _claims(register: Register) -> Iterator[Json]:
    return (encode_claim_record(record) for record in queries.list_claims(register))


def _transfers(register: Register) -> Iterator[Json]:
    return (encode_transfer(transfer) for transfer in queries.list_transfers(register))


def _disputes(register: Register) -> Iterator[Json]:
    return (encode_dispute(dispute) for dispute in queries.list_disputes(register))


def _articles(register: Register) -> Iterator[Json]:
    return (encode_article_record(record) for record in queries.list_articles(register))


def _judgements(register: Register) -> Iterator[Json]:
    return (encode_judgement(judgement) for judgement in judgement_queries.export_judgements(register))


def _positions(register: Register) -> Iterator[Json]:
    return (encode_position(position) for position in queries.list_positions(register))


CLAIMS = JsonLines("claims", "every claim with its evidence and attribution", _claims)
TRANSFERS = JsonLines("transfers", "what the claims add up to, each value with its claims", _transfers)
DISPUTES = JsonLines("disputes", "what claims about one transfer do not agree on", _disputes)
ARTICLES = JsonLines("articles", "the articles, with copies and retellings marked", _articles)
POSITIONS = JsonLines("positions", "refusals, reversals and considerations of each actor", _positions)
JUDGEMENTS = JsonLines("judgements", "what people judged, for another register to take over", _judgements)
