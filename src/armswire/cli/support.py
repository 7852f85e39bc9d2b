"""Which claims of a register the support test is given, and the test itself with a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from random import Random

from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.finding import Finding
from armswire.pipeline import Reader, read_safely
from armswire.register import queries
from armswire.register.listing.claims import ClaimFilter
from armswire.register.store import Register
from armswire.settings import Settings
from armswire.support.erasure import find_support

# Told how many claims are done, and of how many.
Follow = Callable[[int, int], None]


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


def support_of_claims(register: Register, selection: Selection, follow: Follow) -> Iterator[Finding]:
    """The findings of the chosen claims, article by article. Raises SettingError, RegisterError."""
    settings = Settings.from_environment()
    reader = Reader(matrices=settings.matrices, attributions=settings.attributions)
    chosen = selection.of(register)
    done: set[str] = set()
    for finding in find_support(lambda articles: read_safely(reader, articles), _cases(register, chosen)):
        done.add(finding.claim)
        follow(len(done), len(chosen))
        yield finding


def _cases(register: Register, chosen: list[tuple[str, str]]) -> Iterator[tuple[Article, list[Claim]]]:
    for document, pairs in groupby(chosen, key=lambda pair: pair[0]):
        claims = [queries.get_claim(register, claim).claim for _, claim in pairs]
        yield queries.get_article(register, document).article, claims
