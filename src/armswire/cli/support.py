"""Which claims of a register the support test is given, and the test itself with a reader; what it finds is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from random import Random

from armswire.errors import RegisterError
from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.pipeline import Reader, read_safely
from armswire.register import queries
from armswire.register.listing.claims import ClaimFilter
from armswire.register.store import Register
from armswire.register.support_tests import SupportRecord, keep_support
from armswire.settings import Settings
from armswire.support.erasure import find_support

# Told how many claims are done, and of how many.
Follow = Callable[[int, int], None]

# Claims of which the findings are kept in one go: a kill costs no more than these.
PORTION = 50


@dataclass(frozen=True, slots=True)
class Selection:
    """Of the claims of `ids` (all where none is given) those in which `actor` has a part, and of these `sample`."""

    ids: tuple[str, ...] = ()
    actor: str | None = None
    sample: int | None = None
    seed: int = 0

    def of(self, register: Register) -> list[tuple[str, str]]:
        """Article and id of each chosen claim, sorted. Raises SettingError for an id that is none."""
        wanted = {queries.get_claim(register, prefix).claim.id for prefix in self.ids}
        held = (record.claim for record in queries.list_claims(register, ClaimFilter(actor=self.actor)))
        fitting = sorted((claim.document, claim.id) for claim in held if not self.ids or claim.id in wanted)
        if self.sample is None or self.sample >= len(fitting):
            return fitting
        return sorted(Random(self.seed).sample(fitting, self.sample))


def support_of_claims(register: Register, selection: Selection, follow: Follow) -> Iterator[SupportRecord]:
    """What is found of the chosen claims, article by article. Raises SettingError, RegisterError."""
    settings = Settings.from_environment()
    reader = Reader(matrices=settings.matrices, attributions=settings.attributions)
    chosen = selection.of(register)
    readers: dict[str, str] = {}
    findings = find_support(lambda articles: read_safely(reader, articles), _cases(register, chosen, readers))
    for done, ((document, claim), found) in enumerate(groupby(findings, lambda one: (one.document, one.claim)), 1):
        yield SupportRecord(claim, document, readers[document], reader.version, tuple(found))
        follow(done, len(chosen))


def keep_as_found(
    register: Register, found: Iterable[SupportRecord], tell: Callable[[RegisterError], None]
) -> Iterator[SupportRecord]:
    """What is found, while it is kept in the register, a portion at a time.

    Where it cannot be, it is found all the same: `tell` is told why, once.
    """
    following = iter(found)
    told = False
    while some := list(islice(following, PORTION)):
        try:
            keep_support(register, some)
        except RegisterError as error:
            if not told:
                tell(error)
            told = True
        yield from some


def _cases(
    register: Register, chosen: list[tuple[str, str]], readers: dict[str, str]
) -> Iterator[tuple[Article, list[Claim]]]:
    """The articles with their chosen claims; `readers` is told which version read each of them."""
    for document, pairs in groupby(chosen, key=lambda pair: pair[0]):
        records = [queries.get_claim(register, claim) for _, claim in pairs]
        readers[document] = records[0].reader
        yield queries.get_article(register, document).article, [record.claim for record in records]
