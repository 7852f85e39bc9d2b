"""Reads what a register must show (`seeds.yaml`) and says what a register does not show of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from armswire.model.claim import Claim, Polarity, Stage
from armswire.model.dispute import Dispute, OpenAnswer, Word
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.store import Register

Golden = Mapping[str, Any]


def load_golden(path: Path) -> Golden:
    """What was written down by reading."""
    golden: Golden = yaml.safe_load(path.read_text(encoding="utf-8"))
    return golden


@dataclass(frozen=True, slots=True)
class Place:
    """A claim by where it stands: "003:10 delivery negated by PRK"."""

    article: str
    line: int
    stage: Stage
    polarity: Polarity
    speaker: str | None

    @classmethod
    def read(cls, words: str) -> Place:
        """The place that is written so."""
        said, _, speaker = words.partition(" by ")
        at, stage, *polarity = said.split()
        article, line = at.split(":")
        return cls(f"seed-{article}", int(line), Stage(stage), Polarity(*polarity or ["affirmed"]), speaker or None)

    def fits(self, claim: Claim, text: str) -> bool:
        """Whether it is the claim's place, in an article with this text."""
        first, last = (text.count("\n", 0, at) + 1 for at in (claim.evidence.start, claim.evidence.end))
        spoken = self.speaker is None or (claim.attribution and claim.attribution[-1].actor == self.speaker)
        return bool(
            claim.document == self.article
            and first <= self.line <= last
            and claim.stage is self.stage
            and claim.polarity is self.polarity
            and spoken
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """What a register shows, looked up by places. `homes` gives the transfer of each claim."""

    texts: Mapping[str, str]
    claims: Sequence[Claim]
    homes: Mapping[str, str | None]
    transfers: Sequence[Transfer]
    disputes: Sequence[Dispute]

    @classmethod
    def of(cls, register: Register) -> Shown:
        """All that a register shows."""
        records = list(queries.list_claims(register))
        return cls(
            texts={record.article.id: record.article.text for record in queries.list_articles(register)},
            claims=[record.claim for record in records],
            homes={record.claim.id: record.transfer for record in records},
            transfers=list(queries.list_transfers(register)),
            disputes=list(queries.list_disputes(register)),
        )

    def claim(self, words: str) -> Claim | None:
        """The first claim at a place; None where the reader has none."""
        place = Place.read(words)
        told = sorted(self.claims, key=lambda claim: (claim.evidence.start, claim.id))
        return next((claim for claim in told if place.fits(claim, self.texts[claim.document])), None)

    def ids(self, places: Iterable[str]) -> set[str]:
        """The ids of the claims at some places."""
        return {claim.id for words in places if (claim := self.claim(words)) is not None}

    def transfer(self, places: Iterable[str]) -> Transfer | None:
        """The transfer that has most of the claims."""
        homes = sorted(home for name in self.ids(places) if (home := self.homes[name]) is not None)
        most = max(homes, key=homes.count) if homes else None
        return next((transfer for transfer in self.transfers if transfer.id == most), None)


def find_misses(golden: Golden, shown: Shown) -> Iterator[str]:
    """What is written down and not shown, one name each."""
    for words in sorted(set(_places(golden))):
        if shown.claim(words) is None:
            yield f"claim {words}"
    for name, wanted in golden["transfers"].items():
        yield from (f"{name}: {miss}" for miss in _transfer_misses(wanted, shown))
    for names in golden["apart"]:
        yield from _joined(names, golden, shown)
    for name, wanted in golden["disputes"].items():
        yield from (f"{name}: {miss}" for miss in _dispute_misses(wanted, golden, shown))
    for name, wanted in golden["no_disputes"].items():
        yield from (f"{name}: {miss}" for miss in _wrong_disputes(wanted, shown))


def _places(golden: Golden) -> Iterator[str]:
    for wanted in golden["transfers"].values():
        yield from wanted["claims"]
    for wanted in golden["disputes"].values():
        yield from (word["claim"] for side in wanted["sides"] for word in side["words"])
        yield from (given["claim"] for given in wanted.get("answers", ()))


def _transfer_misses(wanted: Golden, shown: Shown) -> Iterator[str]:
    transfer = shown.transfer(wanted["claims"])
    if transfer is None:
        yield "shown"
        return
    for words in wanted["claims"]:
        claim = shown.claim(words)
        if claim is not None and shown.homes[claim.id] != transfer.id:
            yield f"holds {words}"
    for role in ("supplier", "recipient", "intermediary"):
        if role in wanted and {actor.actor for actor in getattr(transfer, role)} != set(wanted[role]):
            yield role
    if not set(wanted["items"]) <= {item.item.ml for item in transfer.items}:
        yield "items"
    if "number" in wanted and not any(_is_number(item.item, wanted["number"]) for item in transfer.items):
        yield "number"
    if "value" in wanted:
        value = wanted["value"]
        told = {(one.value.min, one.value.max, one.value.currency) for one in transfer.value}
        if (value["least"], value["most"], value["currency"]) not in told:
            yield "value"
    dates = {record.stage.value: record.date for record in transfer.stages}
    for stage, day in wanted.get("stages", {}).items():
        if stage not in dates:
            yield f"stage {stage}"
        elif day is not None:
            first, last = _days(day)
            told_day = dates[stage]
            if told_day is None or not first <= told_day.start <= told_day.end <= last:
                yield f"date of {stage}"
    if "furthest" in wanted and (transfer.stage is None or transfer.stage.value != wanted["furthest"]):
        yield "furthest"
    if "standing" in wanted and transfer.standing.value != wanted["standing"]:
        yield "standing"
    if "origins" in wanted and len(transfer.origins) != wanted["origins"]:
        yield "origins"
    if "origin_of" in wanted:
        named = {origin.name.casefold(): origin.claims for origin in transfer.origins}
        claims = named.get(wanted["origin_of"]["name"].casefold(), ())
        if not shown.ids([wanted["origin_of"]["claim"]]) <= set(claims):
            yield "origin"


def _is_number(item: Any, number: Golden) -> bool:
    told = item.quantity
    return item.ml == number["of"] and told is not None and (told.min, told.max) == (number["least"], number["most"])


def _days(words: str | date) -> tuple[date, date]:
    first, _, last = str(words).partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def _joined(names: Iterable[str], golden: Golden, shown: Shown) -> Iterator[str]:
    found = {name: shown.transfer(golden["transfers"][name]["claims"]) for name in names}
    for one, other in combinations(found, 2):
        mine, theirs = found[one], found[other]
        if mine is not None and theirs is not None and mine.id == theirs.id:
            yield f"{one} is apart from {other}"


def _dispute_misses(wanted: Golden, golden: Golden, shown: Shown) -> Iterator[str]:
    dispute = find_dispute(wanted, shown)
    if dispute is None:
        yield "shown"
        return
    if "transfer" in wanted:
        home = shown.transfer(golden["transfers"][wanted["transfer"]]["claims"])
        if home is None or home.id != dispute.transfer:
            yield "transfer"
    if dispute.state.value != wanted["state"]:
        yield "state"
    for side in wanted["sides"]:
        held = _side_of(dispute, shown.ids(word["claim"] for word in side["words"]))
        if held is None:
            yield f"side of {side['words'][0]['claim']}"
            continue
        if "says" in side and dispute.sides[held].says != side["says"]:
            yield f"what {side['words'][0]['claim']} says"
        for told in side["words"]:
            if not any(_is_word(word, told, shown) for word in dispute.sides[held].words):
                yield f"word of {told['claim']}"
    for given in wanted.get("answers", ()):
        if not any(_is_answer(answer, given, shown) for answer in dispute.answers):
            yield f"answer of {given['claim']}"


def find_dispute(wanted: Golden, shown: Shown) -> Dispute | None:
    """The dispute of that type that has claims of two sides on two, or of a side and of the answers."""
    answers = shown.ids(given["claim"] for given in wanted.get("answers", ()))
    for dispute in shown.disputes:
        places = [_side_of(dispute, shown.ids(word["claim"] for word in side["words"])) for side in wanted["sides"]]
        held = [place for place in places if place is not None]
        left_open = any(answers & {*given.word.claims} for given in dispute.answers)
        apart = len(set(held)) == len(held) and (len(held) > 1 or (len(wanted["sides"]) == len(held) and left_open))
        if dispute.type.value == wanted["type"] and apart:
            return dispute
    return None


def _side_of(dispute: Dispute, claims: set[str]) -> int | None:
    return next((place for place, side in enumerate(dispute.sides) if claims & {*side.claims}), None)


def _is_word(word: Word, told: Golden, shown: Shown) -> bool:
    claim = shown.claim(told["claim"])
    known = {
        "class": None if word.source_class is None else word.source_class.value,
        "actor": word.actor,
        "date": word.date,
    }
    return (
        claim is not None
        and claim.id in word.claims
        and all(known[name] == value for name, value in told.items() if name in known)
    )


def _is_answer(given: OpenAnswer, told: Golden, shown: Shown) -> bool:
    answer = None if given.answer is None else given.answer.value
    return answer == told["answer"] and _is_word(given.word, told, shown)


def _wrong_disputes(wanted: Golden, shown: Shown) -> Iterator[str]:
    """Disputes that there must not be."""
    against = shown.ids(wanted.get("not_against", ()))
    alone = shown.ids(wanted.get("in_none", ()))
    for dispute in shown.disputes:
        sides = [against & {*side.claims} for side in dispute.sides]
        told = {claim for side in dispute.sides for claim in side.claims}
        if sum(map(bool, sides)) > 1 or alone & told:
            yield f"is no dispute ({dispute.type.value})"
