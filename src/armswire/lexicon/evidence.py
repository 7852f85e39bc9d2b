"""The figures by which claims are joined and judged, from `data/evidence.yaml`."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import resources

import yaml
from pydantic import Field, ValidationError

from armswire.errors import LexiconError
from armswire.lexicon.records import FileHeader, MlCategory, Record


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
    report: Figure
    nearness: Figure
    comment: Figure


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

    @property
    def longest(self) -> float:
        """The widest window: what lies further apart is never held against each other."""
        return max(self.life.value, self.same_stage.value, self.again.value, self.about.value, self.leg.value)


class EvidenceRules(Record):
    """The whole of evidence.yaml."""

    header: FileHeader
    join: Figure
    margin: Figure
    weights: Weights
    agreement: Agreement
    days: Days
    near_code_points: Figure
    approximate_share: Figure
    copy_resemblance: Figure
    reason_overlap: Figure
    families: dict[str, tuple[MlCategory, ...]]
    covers: dict[MlCategory, tuple[str, ...]]

    def family_of(self, ml: str) -> str | None:
        """The family of a category; None for one that names no kind (ARMS, NONLETHAL)."""
        return next((name for name, members in self.families.items() if ml in members), None)


def load_evidence() -> EvidenceRules:
    """The figures that come with the program. Raises LexiconError where the file breaks its schema."""
    return _load()


def evidence_digest() -> str:
    """A short digest of the file: registers reconcile anew when it has changed."""
    return hashlib.sha256(_read()).hexdigest()[:16]


@lru_cache(maxsize=1)
def _load() -> EvidenceRules:
    return parse_evidence(_read(), "evidence.yaml")


def parse_evidence(content: bytes, place: str) -> EvidenceRules:
    """The figures in a file's content. Raises LexiconError with the key that is wrong."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        rules = EvidenceRules.model_validate(yaml.load(content, Loader=loader))
    except yaml.YAMLError as error:
        raise LexiconError(f"not valid YAML: {error}", place=place, remedy="Repair the file") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise LexiconError(first["msg"], place=f"{place}: {key}", value=first["input"], remedy="Repair it") from error
    unknown = [name for names in rules.covers.values() for name in names if name not in rules.families]
    if unknown:
        raise LexiconError("no such family", place=f"{place}: covers", value=unknown[0], remedy="Name one of families")
    return rules


def _read() -> bytes:
    return (resources.files("armswire.lexicon") / "data" / "evidence.yaml").read_bytes()
