"""The support test for those who wait: claims are tested one after the other, apart from whoever asks."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from queue import SimpleQueue

from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.finding import Finding, Support
from armswire.support.erasure import Read, find_support

# Claims of which the findings are kept; the longest unasked for go first.
KEPT = 20_000


class SupportDesk:
    """Tests claims in a thread of its own, and keeps what it found until the program ends.

    `make_read` makes the reader, which takes seconds and much memory, when the first claim is to be tested.
    """

    def __init__(self, make_read: Callable[[], Read]) -> None:
        self._make_read = make_read
        self._guard = threading.Lock()
        self._waiting: set[str] = set()
        self._found: OrderedDict[str, tuple[Finding, ...]] = OrderedDict()
        self._asked: SimpleQueue[tuple[Article, tuple[Claim, ...]]] = SimpleQueue()
        self._works = False

    def ask(self, cases: Iterable[tuple[Article, Sequence[Claim]]]) -> None:
        """Have claims of articles (with their traces) tested; those that were, or that wait, are left out."""
        for article, claims in cases:
            with self._guard:
                new = tuple(one for one in claims if one.id not in self._waiting and one.id not in self._found)
                self._waiting |= {one.id for one in new}
                begins = bool(new) and not self._works
                self._works = self._works or begins
            if new:
                self._asked.put((article, new))
            if begins:
                # A daemon: nobody waits for it when the server stops, and nothing that it holds is lost for good.
                threading.Thread(target=self._work, name="support test", daemon=True).start()

    def findings(self, claim: str) -> tuple[Finding, ...] | None:
        """What was found on each slot of a claim; None where it was not tested."""
        with self._guard:
            return self._found.get(claim)

    def waits(self, claim: str) -> bool:
        """Whether a claim is to be tested, or is being tested."""
        with self._guard:
            return claim in self._waiting

    def flagged(self) -> tuple[str, ...]:
        """The ids of the claims of which a value stays without its words, sorted."""
        with self._guard:
            return tuple(sorted(name for name, found in self._found.items() if any(one.flagged for one in found)))

    def progress(self) -> tuple[int, int]:
        """How many claims were tested, and how many wait."""
        with self._guard:
            return len(self._found), len(self._waiting)

    def _work(self) -> None:
        read: Read | None = None
        while True:
            article, claims = self._asked.get()
            found: dict[str, list[Finding]] = {one.id: [] for one in claims}
            try:
                read = read or self._make_read()
                for finding in find_support(read, [(article, claims)]):
                    found[finding.claim].append(finding)
            except Exception as error:  # noqa: BLE001 - whatever goes wrong is told of these claims, and the next go on
                for one in claims:
                    found[one.id] = [Finding(one.id, one.document, Support.FAILED, problem=str(error))]
            with self._guard:
                for name, findings in found.items():
                    self._found[name] = tuple(findings)
                    self._waiting.discard(name)
                while len(self._found) > KEPT:
                    self._found.popitem(last=False)
