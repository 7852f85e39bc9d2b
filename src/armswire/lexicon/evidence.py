"""The figures by which claims are joined and judged, from `data/evidence.yaml`."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field

from armswire.errors import LexiconError
from armswire.lexicon.brackets import BRACKETS_FILE, BracketRules, load_brackets
from armswire.lexicon.records import FileHeader, MlCategory, Record
from armswire.lexicon.routes import ROUTES_FILE, RouteWords, load_route_words
from armswire.lexicon.rules_file import digest_rules, parse_rules, read_rules
from armswire.lexicon.standing import STANDING_FILE, StandingRules, load_standing
from armswire.model.claim import Stage

EVIDENCE_FILE = "evidence.yaml"


class Figure(Record):
    """A number with its reason."""

    value: float
    reason: str = Field(min_length=1)


class Weights(Record):
    """How much each slot counts when two claims are compared."""

    supplier: Figure
    recipient: Figure
    items: Figure
    time: Figure
    quantity: Figure
    value: Figure
    route: Figure
    requester: Figure
    only_requester: Figure
    report: Figure
    nearness: Figure
    comment: Figure
    background: Figure


class Agreement(Record):
    """How well two claims agree in a slot where it is neither yes (1) nor no (-1)."""

    missing_party: Figure
    both_missing: Figure
    unnamed_items: Figure
    covered_items: Figure
    same_generic: Figure
    same_kind: Figure
    same_model: Figure
    other_model: Figure
    other_amount: Figure
    slip: Figure
    one_leg: Figure
    undated: Figure
    timeless: Figure


class Days(Record):
    """Windows of time, in days."""

    life: Figure
    same_stage: Figure
    again: Figure
    about: Figure
    leg: Figure
    other_amount: Figure
    undated: Figure
    same_date: Figure
    policy_denial: Figure
    echo_drift: Figure
    stance_gap: Figure
    overdue: Figure

    @property
    def longest(self) -> float:
        """The widest window: what lies further apart is never held against each other."""
        return max(self.life.value, self.same_stage.value, self.again.value, self.about.value, self.leg.value)


class HowMany(Record):
    """To how many others a claim is tied at most, by whether they tell of the same step."""

    same_step: Figure
    other_steps: Figure


class Telling(Record):
    """A way to tell a step: what it says, and the words above the word of transfer, or that word, that say so."""

    says: str = Field(min_length=1)
    stage: Stage
    operators: frozenset[str] = frozenset()
    frames: frozenset[str] = frozenset()


class HowFar(Record):
    """The ways to tell one step, from the least far to the furthest, and what to ask where claims differ in them.

    `in_one_article` where one article cannot mean two steps by them; else two articles are held against each other.
    """

    asks: str = Field(min_length=1)
    in_one_article: bool = False
    tellings: tuple[Telling, ...]


class EvidenceRules(Record):
    """The whole of evidence.yaml; with it rules of standing and brackets and words of routes, each a file."""

    header: FileHeader
    join: Figure
    margin: Figure
    nearest: HowMany
    weights: Weights
    agreement: Agreement
    days: Days
    near_code_points: Figure
    approximate_share: Figure
    copy_share: Figure
    copy_length: Figure
    copy_figures: Figure
    version_share: Figure
    quotation_words: Figure
    quotation_overlap: Figure
    reason_overlap: Figure
    families: dict[str, tuple[MlCategory, ...]]
    covers: dict[MlCategory, tuple[str, ...]]
    mixed_up: tuple[tuple[str, str], ...]
    purposes: dict[str, frozenset[str]]
    how_far: tuple[HowFar, ...]
    standing: StandingRules = Field(default_factory=load_standing)
    brackets: BracketRules = Field(default_factory=load_brackets)
    routes: RouteWords = Field(default_factory=load_route_words)

    def family_of(self, ml: str) -> str | None:
        """The family of a category; None for one that names no kind (ARMS, NONLETHAL)."""
        return next((name for name, members in self.families.items() if ml in members), None)

    def are_mixed_up(self, one: str, other: str) -> bool:
        """Whether words for the one family are often put for the other in retelling."""
        return (one, other) in self.mixed_up or (other, one) in self.mixed_up


def load_evidence() -> EvidenceRules:
    """The figures that come with the program. Raises LexiconError where the file breaks its schema."""
    return _load()


def evidence_digest() -> str:
    """A short digest of the files of rules: registers reconcile anew when one of them has changed."""
    return digest_rules(EVIDENCE_FILE, STANDING_FILE, BRACKETS_FILE, ROUTES_FILE)


@lru_cache(maxsize=1)
def _load() -> EvidenceRules:
    return parse_evidence(read_rules(EVIDENCE_FILE), EVIDENCE_FILE)


def parse_evidence(content: bytes, place: str) -> EvidenceRules:
    """The figures in a file's content. Raises LexiconError with the key that is wrong."""
    rules = parse_rules(EvidenceRules, content, place)
    for key, groups in (("covers", rules.covers.values()), ("mixed_up", rules.mixed_up)):
        unknown = next((name for names in groups for name in names if name not in rules.families), None)
        if unknown is not None:
            raise LexiconError("no such family", place=f"{place}: {key}", value=unknown, remedy="Name one of families")
    return rules
