"""Versions as rows of the register, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from armswire.model.span import Span
from armswire.model.version import Change, Notice, NoticeKind, Outline, Version

Values = dict[str, Any]


def outline_values(document: str, outline: Outline) -> Values:
    """The row of an outline."""
    sentences = [[span.start, span.end] for span in outline.sentences]
    return {
        "document": document,
        "digest": outline.digest,
        "sentences": json.dumps(sentences, separators=(",", ":")),
    }


def read_outline(digest: str, sentences: str) -> Outline:
    """The outline of a row."""
    return Outline(digest, tuple(Span(start, end) for start, end in json.loads(sentences)))


def version_record(version: Version) -> str:
    """What a row of `versions` says in `record`."""
    told: Values = {"change": version.change.value, "previous": version.previous}
    if version.notice is not None:
        told["notice"] = {"kind": version.notice.kind.value, "text": version.notice.text}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def read_version(document: str, number: int, seen: str, record: str) -> Version:
    """The version of a row."""
    told: Mapping[str, Any] = json.loads(record)
    notice = told.get("notice")
    return Version(
        document,
        number,
        seen,
        Change(told["change"]),
        told["previous"],
        None if notice is None else Notice(NoticeKind(notice["kind"]), notice["text"]),
    )
