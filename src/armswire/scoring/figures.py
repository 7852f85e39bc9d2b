"""Core precision, recall and F1, claim recall, exact recall, slot accuracies, false alarms.

Core figures count each distinct core of a document once; claim recall is the share of gold claims that get a predicted
claim of their own with the same core; exact recall asks that every slot which gold fills agrees too; slot accuracies
are over the matched claims. Gold claims marked "optional" are neither missed nor wrong.

The same is counted apart by stage, by polarity and by slot. Of a slot, what a claim that gold does not know says is
wrong, and what a missed claim should have said is missing; a second claim with the core of a matched one is neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from armswire.scoring.comparison import SLOTS, Core, ScoredClaim, agreement, same_core
from armswire.scoring.counts import Count


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """The claims that a reader should find in the document `id`."""

    id: str
    claims: tuple[ScoredClaim, ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold claim that was not found, or a predicted core that gold does not know."""

    kind: Literal["missed", "spurious"]
    document: str
    core: Core
    text: str


@dataclass(frozen=True, slots=True)
class SlotFigure:
    """The share of `n` matched claims whose slot agrees."""

    accuracy: float
    n: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What `score` found; a figure that has nothing to count is None.

    `tables` are the counts apart: those of "cores" as a whole, by "stages", by "polarities" and by "slots".
    """

    core_precision: float | None
    core_recall: float | None
    core_f1: float
    claim_recall: float | None
    exact_recall: float | None
    slots: Mapping[str, SlotFigure]
    counts: Mapping[str, int]
    misses: tuple[Miss, ...] = field(default=(), repr=False)
    tables: Mapping[str, Mapping[str, Count]] = field(default_factory=dict, repr=False)

    def to_json(self) -> dict[str, Any]:
        """The figures without the misses, as JSON values."""
        return {
            "core_precision": self.core_precision,
            "core_recall": self.core_recall,
            "core_f1": self.core_f1,
            "claim_recall": self.claim_recall,
            "exact_recall": self.exact_recall,
            "slots": {name: {"accuracy": slot.accuracy, "n": slot.n} for name, slot in self.slots.items()},
            "counts": dict(self.counts),
        }


def match(gold: Sequence[ScoredClaim], predicted: Sequence[ScoredClaim]) -> dict[int, int]:
    """One-to-one pairs of indexes with the same core; the pairs that agree in most slots come first."""
    ranked = sorted(
        (-sum(agreement(g, p).values()), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if same_core(g, p)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


@dataclass(slots=True)
class _Tally:
    counts: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    apart: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, document: GoldDocument, predicted: Sequence[ScoredClaim]) -> None:
        required = [claim for claim in document.claims if not claim.optional]
        self._add_predicted_cores(document, required, predicted)
        for gold in {claim.core: claim for claim in required}.values():
            found = any(same_core(gold, p) for p in predicted)
            self.counts["gold_cores"] += 1
            self.counts["found_cores"] += found
            self._count_core(gold, gold=1, found=found)
        pairs = match(required, predicted)
        self._count_slots(document, required, predicted, pairs)
        for i, gold in enumerate(required):
            self.counts["gold_claims"] += 1
            if i in pairs:
                self._add_pair(gold, predicted[pairs[i]])
            else:
                self.misses.append(Miss("missed", document.id, gold.core, gold.text))

    def _add_predicted_cores(
        self, document: GoldDocument, required: Sequence[ScoredClaim], predicted: Sequence[ScoredClaim]
    ) -> None:
        for claim in {p.core: p for p in predicted}.values():
            right = any(same_core(gold, claim) for gold in required)
            known = right or any(same_core(gold, claim) for gold in document.claims)
            self.counts["pred_cores"] += right or not known
            self.counts["right_cores"] += right
            self._count_core(claim, read=right or not known, right=right)
            if not known:
                self.misses.append(Miss("spurious", document.id, claim.core, claim.text))

    def _add_pair(self, gold: ScoredClaim, predicted: ScoredClaim) -> None:
        agreed = agreement(gold, predicted)
        self.counts["found_claims"] += 1
        self.counts["exact_claims"] += all(agreed.values())
        self.filled.update(agreed.keys())
        self.right.update(name for name, agrees in agreed.items() if agrees)

    def _count_core(self, claim: ScoredClaim, **numbers: int) -> None:
        for place in (("cores", "all"), ("stages", claim.stage), ("polarities", claim.polarity)):
            self.apart[place].update(numbers)

    def _count_slots(
        self,
        document: GoldDocument,
        required: Sequence[ScoredClaim],
        predicted: Sequence[ScoredClaim],
        pairs: Mapping[int, int],
    ) -> None:
        matched = set(pairs.values())
        # Gold need not say where every claim stands, and so nobody can say how many of the others stand right.
        for name, (filled, agrees) in ((name, slot) for name, slot in SLOTS.items() if name != "evidence"):
            counted = self.apart["slots", name]
            for i, gold in enumerate(required):
                if filled(gold):
                    right = i in pairs and agrees(gold, predicted[pairs[i]])
                    counted.update(gold=1, found=right, right=right)
            for j, claim in enumerate(predicted):
                if filled(claim) and (j in matched or not any(same_core(gold, claim) for gold in document.claims)):
                    counted.update(read=1)

    def tables(self) -> dict[str, dict[str, Count]]:
        tables: dict[str, dict[str, Count]] = {}
        for (table, name), n in sorted(self.apart.items()):
            if n["gold"] or n["read"]:
                tables.setdefault(table, {})[name] = Count(n["right"], n["read"], n["found"], n["gold"])
        return tables


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def score(gold: Iterable[GoldDocument], predictions: Mapping[str, Sequence[ScoredClaim]]) -> Figures:
    """The figures of predicted claims, given by document id, against gold; documents that gold lacks don't count."""
    tally = _Tally()
    for document in gold:
        tally.add(document, predictions.get(document.id, ()))
    n = tally.counts
    precision, recall = _ratio(n["right_cores"], n["pred_cores"]), _ratio(n["found_cores"], n["gold_cores"])
    return Figures(
        core_precision=precision,
        core_recall=recall,
        core_f1=2 * precision * recall / (precision + recall) if precision and recall else 0.0,
        claim_recall=_ratio(n["found_claims"], n["gold_claims"]),
        exact_recall=_ratio(n["exact_claims"], n["gold_claims"]),
        slots={s: SlotFigure(tally.right[s] / tally.filled[s], tally.filled[s]) for s in SLOTS if tally.filled[s]},
        counts=dict(n),
        misses=tuple(tally.misses),
        tables=tally.tables(),
    )


def false_alarms(gold: Iterable[GoldDocument], predictions: Mapping[str, Sequence[ScoredClaim]]) -> tuple[int, int]:
    """Of the documents in which gold has no claim: how many get one, and how many there are."""
    empty = [document.id for document in gold if not document.claims]
    return sum(1 for document in empty if predictions.get(document)), len(empty)
