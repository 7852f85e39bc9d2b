"""What pages ask of the support test, which reads articles again and so lies above them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.finding import Finding


class SupportTest(Protocol):
    """Tests claims apart from whoever asks (`armswire.support.desk`)."""

    def ask(self, cases: Iterable[tuple[Article, Sequence[Claim]]]) -> None:
        """Have claims of articles (with their traces) tested."""

    def findings(self, claim: str) -> tuple[Finding, ...] | None:
        """What was found on a claim; None where it was not tested."""

    def waits(self, claim: str) -> bool:
        """Whether it is to be tested, or is being tested."""

    def flagged(self) -> tuple[str, ...]:
        """The ids of the claims of which a value stays without its words, sorted."""

    def progress(self) -> tuple[int, int]:
        """How many claims were tested, and how many wait."""
