"""The support test for those who wait: claims are tested one after the other, apart from whoever asks."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from queue import SimpleQueue

from armswire.model.claim import Claim
from armswire.model.finding import Finding, Support
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.register.support_tests import SupportRecord
from armswire.support.erasure import Read, find_support

# Claims of which the findings are remembered that could not be kept; the longest unasked for go first.
REMEMBERED = 20_000

# A claim as read by a version: read by another one, it is tested anew.
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class VersionedRead:
    """What reads articles again, and which version that is."""

    read: Read
    version: str


class SupportDesk:
    """Tests claims in a thread of its own, and has kept what it found.

    `make_read` makes the reader, which takes seconds and much memory, when the first claim is to be tested. `keep`
    writes what was found to a register, and raises where it cannot; that, and what failed, is remembered until the
    program ends.
    """

    def __init__(self, make_read: Callable[[], VersionedRead], keep: Callable[[Sequence[SupportRecord]], None]) -> None:
        self._make_read = make_read
        self._keep = keep
        self._guard = threading.Lock()
        self._waiting: set[_Key] = set()
        self._remembered: OrderedDict[_Key, tuple[Finding, ...]] = OrderedDict()
        self._asked: SimpleQueue[tuple[ArticleRecord, tuple[Claim, ...]]] = SimpleQueue()
        self._works = False
        self._tested = 0

    def ask(self, cases: Iterable[tuple[ArticleRecord, Sequence[Claim]]]) -> None:
        """Have claims of articles (with their traces) tested, but for those that wait, or could not be tested."""
        for record, claims in cases:
            with self._guard:
                new = tuple(one for one in claims if not self._knows((one.id, record.reader)))
                self._waiting |= {(one.id, record.reader) for one in new}
                begins = bool(new) and not self._works
                self._works = self._works or begins
            if new:
                self._asked.put((record, new))
            if begins:
                # A daemon: nobody waits for it when the server stops, and nothing that it holds is lost for good.
                threading.Thread(target=self._work, name="support test", daemon=True).start()

    def remembered(self, record: ClaimRecord) -> tuple[Finding, ...] | None:
        """What was found on each slot of a claim where that could not be kept; None where nothing is remembered."""
        with self._guard:
            return self._remembered.get((record.claim.id, record.reader))

    def waits(self, record: ClaimRecord) -> bool:
        """Whether a claim is to be tested, or is being tested."""
        with self._guard:
            return (record.claim.id, record.reader) in self._waiting

    def progress(self) -> tuple[int, int]:
        """How many claims were tested, and how many wait."""
        with self._guard:
            return self._tested, len(self._waiting)

    def _knows(self, key: _Key) -> bool:
        return key in self._waiting or key in self._remembered

    def _work(self) -> None:
        again: VersionedRead | None = None
        while True:
            record, claims = self._asked.get()
            article = record.article
            found: dict[str, list[Finding]] = {one.id: [] for one in claims}
            try:
                again = again or self._make_read()
                for finding in find_support(again.read, [(article, claims)]):
                    found[finding.claim].append(finding)
                version = again.version
            except Exception as error:  # noqa: BLE001 - whatever goes wrong is told of these claims, and the next go on
                version = ""
                for one in claims:
                    found[one.id] = [Finding(one.id, article.id, Support.FAILED, problem=str(error))]
            self._finish(
                [
                    SupportRecord(name, article.id, record.reader, version, tuple(findings))
                    for name, findings in found.items()
                ]
            )

    def _finish(self, records: Sequence[SupportRecord]) -> None:
        """Have it kept before anybody is told that it does not wait any more."""
        try:
            self._keep(records)
            left = [one for one in records if one.failed]
        except Exception:  # noqa: BLE001 - a register that is full, or gone, must not end the tests
            left = list(records)
        with self._guard:
            self._tested += len(records)
            self._waiting -= {(one.claim, one.reader) for one in records}
            for one in left:
                self._remembered[(one.claim, one.reader)] = one.findings
            while len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)
