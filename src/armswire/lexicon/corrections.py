"""How outlets say that they have changed an article (data/corrections.yaml)."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import EntryId, FileHeader, Record, Words
from armswire.model.version import NoticeKind

CORRECTIONS_FILE = Path(__file__).parent / "data" / "corrections.yaml"


class CorrectionRule(Record):
    """One way in which a line says so."""

    id: EntryId
    kind: NoticeKind
    about: str
    openings: Words = Field((), description="Words with which such a line begins.")
    phrases: Words = Field((), description="Words that stand anywhere in it.")
    catches: Words = Field(min_length=1)
    leaves: Words = Field(min_length=1, description="Lines that say nothing of the kind.")


class CorrectionsFile(Record):
    """corrections.yaml"""

    header: FileHeader
    rules: tuple[CorrectionRule, ...]


def load_corrections(path: Path = CORRECTIONS_FILE) -> CorrectionsFile:
    """The rules in the order in which they are tried. Raises LexiconError naming file, key and value."""
    return read_record(path, CorrectionsFile)


@lru_cache(maxsize=1)
def bundled_corrections() -> CorrectionsFile:
    """The rules that come with the program, read once."""
    return load_corrections()


@lru_cache(maxsize=1)
def corrections_digest() -> str:
    """A short digest of the file: registers tell edits anew when it has changed."""
    return hashlib.sha256(CORRECTIONS_FILE.read_bytes()).hexdigest()[:16]


def notice_kind(line: str) -> NoticeKind | None:
    """What a line says of a change to the article that it stands in; None where nothing."""
    folded = " ".join(line.casefold().split())
    for rule in bundled_corrections().rules:
        if folded.startswith(tuple(rule.openings)) or any(phrase in folded for phrase in rule.phrases):
            return rule.kind
    return None
