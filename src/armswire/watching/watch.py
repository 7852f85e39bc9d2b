"""The watch: whatever is due is asked, what is new is read into the register, and all of it is written down.

One thread decides, writes and reads claims; others only ask. So no two write at once, and a host is asked one thing at
a time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice

from armswire.adding import add_articles
from armswire.articles.feeds.parse import parse_feed
from armswire.collecting.answers import article_of_answer
from armswire.collecting.kept import keep_answer
from armswire.collecting.web import article_of_entry
from armswire.errors import ArticleError
from armswire.fetching.fetcher import Answer, Fetcher
from armswire.fetching.keeping import Archive
from armswire.fetching.robots import Robots
from armswire.model.article import Article
from armswire.pipeline import Reader
from armswire.register.store import Register
from armswire.watching.arriving import list_entry, read_listed, wants_page, with_plan
from armswire.watching.errands import Errand, Outcome, run
from armswire.watching.events import Event, What
from armswire.watching.plan import Kind, Plan, Source
from armswire.watching.state import Listed, State, Waiting
from armswire.watching.turns import Turns, read_retry_after, wait_after

# Hosts that are asked at once; entries that wait in memory; articles that are read together.
AT_ONCE, IN_MEMORY, TOGETHER = 16, 500, 32
# After so many tries in vain an entry is given up; the first pause is as many seconds, each next one twice as long.
TRIES, FIRST_PAUSE = 12, 300.0
# The longest time, in seconds, for which nothing is looked at while there is nothing to do.
IDLE = 5.0
# Statuses after which asking again is of no use (RFC 9110): gone, forbidden, or not there.
_FINAL = frozenset({400, 401, 403, 404, 405, 406, 410, 414, 451})


@dataclass(frozen=True, slots=True)
class Means:
    """All that a watch works with; `tell` is told what happens, `clock` gives seconds since 1970."""

    register: Register
    reader: Reader
    state: State
    fetcher: Fetcher
    robots: Robots
    tell: Callable[[Event], None]
    archive: Archive | None = None
    clock: Callable[[], float] = time.time


@dataclass(slots=True)
class Totals:
    """What a watch has done; `foreign` are articles in languages that are not read."""

    listed: int = 0
    articles: int = 0
    foreign: int = 0
    given_up: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class _Ready:
    """An article with the entry that it is of."""

    waiting: Waiting
    article: Article


class Watch:
    """A plan under way."""

    def __init__(self, plan: Plan, means: Means) -> None:
        self.totals = Totals()
        self._means = means
        self._sources = {source.url: source for source in plan.sources}
        self._due = {url: means.state.source(url).due for url in self._sources}
        self._turns = Turns[Errand](plan.pause)
        self._running: dict[Future[Outcome], Errand] = {}
        # Entries that are being asked for or read, by source and name.
        self._busy: set[tuple[str, str]] = set()
        self._ready: list[_Ready] = []
        self._is_over = False

    def stop(self) -> None:
        """What is under way comes to its end, and nothing more is begun. May be called by a signal."""
        self._is_over = True

    def run(self, *, once: bool = False) -> Totals:
        """Go on until `stop`; with `once`, until each source was asked that was due and nothing waits any more.

        Raises RegisterError and OutputError where the register or the archive cannot be written: what was not kept
        waits for the next run.
        """
        begun = self._means.clock()
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="asking") as threads:
            while not self._is_over:
                self._ask_sources(until=begun if once else self._means.clock())
                self._ask_entries()
                self._send(threads)
                if not self._running and not self._ready and not self._turns:
                    if once:
                        break
                    self._rest()
                self._take()
            for future in self._running:
                future.cancel()
            self._is_over = True
        self._take_all()
        self._tell(What.DONE, "", articles=self.totals.articles, foreign=self.totals.foreign, failed=self.totals.failed)
        return self.totals

    # -- asking --------------------------------------------------------------------------------------------------------

    def _ask_sources(self, until: float) -> None:
        for url, due in self._due.items():
            if due <= until:
                source = self._sources[url]
                self._due[url] = float("inf")  # until it has answered
                errand = Errand(source, url, self._means.state.source(url))
                self._turns.add(errand.host, errand)

    def _ask_entries(self) -> None:
        room = IN_MEMORY - len(self._turns) - len(self._running) - len(self._ready)
        if room <= 0:
            return
        due = self._means.state.waiting(self._means.clock(), len(self._busy) + room, self._sources)
        for one in islice((one for one in due if (one.source, one.entry.name) not in self._busy), room):
            source = self._sources[one.source]
            self._busy.add((one.source, one.entry.name))
            entry = read_listed(one.entry.told)
            if source.kind is Kind.PAGE or wants_page(entry, source):
                errand = Errand(source, one.entry.url, waiting=one)
                self._turns.add(errand.host, errand)
            else:
                self._read_entry(one, source)

    def _send(self, threads: ThreadPoolExecutor) -> None:
        while len(self._running) < AT_ONCE and (found := self._turns.next(self._means.clock())) is not None:
            _, errand = found
            means = self._means
            self._running[threads.submit(run, errand, means.fetcher, means.robots, means.clock)] = errand

    def _rest(self) -> None:
        due = [*self._due.values(), self._means.state.next_due(self._sources) or float("inf")]
        time.sleep(max(0.0, min(IDLE, min(due) - self._means.clock())))

    # -- taking what came ----------------------------------------------------------------------------------------------

    def _take(self) -> None:
        """What has been answered; waits for it a moment where there is nothing else to do."""
        free_at = self._turns.free_at()
        pause = IDLE if free_at is None else max(0.0, min(IDLE, free_at - self._means.clock()))
        if self._running and not self._ready:
            wait(self._running, timeout=min(pause, 0.5) if free_at is not None else 0.5, return_when=FIRST_COMPLETED)
        elif not self._running and not self._ready and self._turns:
            time.sleep(pause)
        for future in [future for future in self._running if future.done()]:
            errand = self._running.pop(future)
            if not future.cancelled():
                self._finish(future.result())
            self._turns.done(errand.host, self._means.clock(), 0.0 if future.cancelled() else future.result().delay)
        self._read_ready()

    def _take_all(self) -> None:
        for future in self._running:
            if future.done() and not future.cancelled():
                self._finish(future.result())
        while self._ready:
            self._read_ready()

    def _finish(self, outcome: Outcome) -> None:
        answer, errand = outcome.answer, outcome.errand
        if errand.waiting is not None:
            self._finish_entry(errand.waiting, outcome)
        elif answer is None:
            self._fail(errand, outcome.problem or "does not answer", None)
        elif answer.is_unchanged:
            self._note(errand, errand.known.headers, ())
            self._tell(What.UNCHANGED, errand.url)
        elif answer.status != 200:
            self._fail(errand, f"answers with status {answer.status}", answer)
        elif errand.source.kind is Kind.PAGE:
            self._take_page(errand, answer, outcome)
        else:
            self._take_list(errand, answer)

    def _take_list(self, errand: Errand, answer: Answer) -> None:
        try:
            feed = parse_feed(answer.body, errand.url, answer.url)
        except ArticleError as error:
            self._fail(errand, error.problem, None)
            return
        if errand.part_of is None:
            for url in feed.sitemaps:
                part = Errand(errand.source, url, self._means.state.source(url), part_of=errand.url)
                self._turns.add(part.host, part)
        listed = [one for entry in feed.entries if (one := list_entry(entry, errand.source)) is not None]
        # An index may stay as it is while the sitemaps that it lists change: it is always asked for whole.
        new = self._note(errand, {} if feed.sitemaps else answer.headers, listed)
        self.totals.listed += 1
        self._tell(What.LISTED, errand.url, entries=len(feed.entries), new=new, sitemaps=len(feed.sitemaps))

    def _take_page(self, errand: Errand, answer: Answer, outcome: Outcome) -> None:
        """A page that is watched itself is an entry of its own, new whenever its bytes are."""
        from hashlib import sha256

        listed = Listed(errand.url, errand.url, sha256(answer.body).hexdigest(), {"url": errand.url})
        if self._note(errand, answer.headers, [listed]):
            waiting = Waiting(errand.source.url, listed, 0)
            self._busy.add((waiting.source, listed.name))
            self._finish_entry(waiting, replace(outcome, errand=replace(errand, waiting=waiting)))
        else:
            self._tell(What.UNCHANGED, errand.url)

    def _note(self, errand: Errand, headers: Mapping[str, str], listed: Sequence[Listed]) -> int:
        now = self._means.clock()
        due = now + errand.source.every.total_seconds()
        new = self._means.state.answered(errand.url, headers, listed, now=now, due=due, of=errand.source.url)
        if errand.part_of is None:
            self._due[errand.url] = due
        return new

    def _fail(self, errand: Errand, problem: str, answer: Answer | None) -> None:
        now = self._means.clock()
        asked_for = None if answer is None else read_retry_after(answer.headers.get("retry-after"), now)
        due = now + wait_after(errand.known.failures + 1, errand.source.every.total_seconds(), asked_for)
        self._means.state.failed(errand.url, problem, now=now, due=due)
        if errand.part_of is None:
            self._due[errand.url] = due
        self.totals.failed += 1
        self._tell(What.FAILED, errand.url, problem=problem, failures=errand.known.failures + 1)

    # -- entries -------------------------------------------------------------------------------------------------------

    def _finish_entry(self, waiting: Waiting, outcome: Outcome) -> None:
        answer, source = outcome.answer, outcome.errand.source
        if outcome.forbidden:
            self._read_entry(waiting, source, outcome.problem)
        elif answer is None:
            self._put_off(waiting, outcome.problem or "does not answer", None)
        elif answer.status in _FINAL:
            self._read_entry(waiting, source, f"answers with status {answer.status}")
        elif answer.status != 200:
            self._put_off(waiting, f"answers with status {answer.status}", answer)
        else:
            kept = keep_answer(self._means.archive, answer, outcome.at)
            entry = read_listed(waiting.entry.told)
            try:
                article = article_of_answer(answer, outcome.at, entry, kept)
            except ArticleError as error:
                self._read_entry(waiting, source, error.problem)
            else:
                self._ready.append(_Ready(waiting, with_plan(article, source)))

    def _read_entry(self, waiting: Waiting, source: Source, problem: str | None = None) -> None:
        """What the feed itself tells of an entry, where that is all there is to have."""
        entry, at = read_listed(waiting.entry.told), datetime.fromtimestamp(self._means.clock(), UTC)
        try:
            article = article_of_entry(entry, entry.url or source.url, source.url, self._means.archive, at)
        except ArticleError as error:
            self._give_up(waiting, problem or error.problem)
        else:
            self._ready.append(_Ready(waiting, with_plan(article, source)))

    def _read_ready(self) -> None:
        ready, self._ready = self._ready[:TOGETHER], self._ready[TOGETHER:]
        reports = add_articles(self._means.register, self._means.reader, [one.article for one in ready])
        for one, report in zip(ready, reports, strict=True):
            if report.error is not None:
                self._give_up(one.waiting, report.error.problem)
                continue
            self._means.state.read(one.waiting, report.id)
            self._busy.discard((one.waiting.source, one.waiting.entry.name))
            self.totals.articles += 1
            told: dict[str, object] = {"outcome": report.outcome, "article": report.id, "claims": report.claims}
            if report.versions:
                told |= {"versions": report.versions, "same": report.is_same}
            if report.foreign is not None:
                told["language"] = report.foreign
                self.totals.foreign += 1
            self._tell(What.ARTICLE, one.waiting.entry.url, **told)

    def _put_off(self, waiting: Waiting, problem: str, answer: Answer | None) -> None:
        if waiting.tries + 1 >= TRIES:
            self._read_entry(waiting, self._sources[waiting.source], problem)
            return
        now = self._means.clock()
        asked_for = None if answer is None else read_retry_after(answer.headers.get("retry-after"), now)
        self._means.state.put_off(waiting, problem, now + wait_after(waiting.tries, FIRST_PAUSE, asked_for))
        self._busy.discard((waiting.source, waiting.entry.name))
        self._tell(What.PUT_OFF, waiting.entry.url, problem=problem, tries=waiting.tries + 1)

    def _give_up(self, waiting: Waiting, problem: str) -> None:
        self._means.state.given_up(waiting, problem)
        self._busy.discard((waiting.source, waiting.entry.name))
        self.totals.given_up += 1
        self._tell(What.GIVEN_UP, waiting.entry.url, problem=problem)

    def _tell(self, what: What, url: str, **told: object) -> None:
        self._means.tell(Event(datetime.fromtimestamp(self._means.clock(), UTC), what, url, told))
