"""What pages ask of the support test, which reads articles again and so lies above them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from armswire.model.claim import Claim
from armswire.model.finding import Finding
from armswire.register.rows import ArticleRecord, ClaimRecord


class SupportTest(Protocol):
    """Tests claims apart from whoever asks, and has kept what it finds (`armswire.support.desk`)."""

    def ask(self, cases: Iterable[tuple[ArticleRecord, Sequence[Claim]]]) -> None:
        """Have claims of articles (with their traces) tested; what is found is kept in the register."""

    def remembered(self, record: ClaimRecord) -> tuple[Finding, ...] | None:
        """What was found on a claim where that could not be kept; None where nothing was."""

    def waits(self, record: ClaimRecord) -> bool:
        """Whether it is to be tested, or is being tested."""

    def progress(self) -> tuple[int, int]:
        """How many claims were tested, and how many wait."""
