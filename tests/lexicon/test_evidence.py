from __future__ import annotations

from importlib import resources

import pytest

from armswire.errors import LexiconError
from armswire.lexicon.evidence import evidence_digest, load_evidence, parse_evidence
from armswire.lexicon.records import ML_CATEGORIES

CONTENT = (resources.files("armswire.lexicon") / "data" / "evidence.yaml").read_text("utf-8")


def test_every_category_has_a_family_or_covers_some() -> None:
    rules = load_evidence()
    for category in ML_CATEGORIES:
        assert (rules.family_of(category) is None) is (category in rules.covers)


def test_weapons_never_cover_what_protects_or_heals() -> None:
    covered = set(load_evidence().covers["ARMS"])
    assert covered.isdisjoint({"protection", "medical", "relief", "engineering"})


def test_the_figures_that_the_file_explains_are_true() -> None:
    rules = load_evidence()
    weights, agreement = rules.weights, rules.agreement
    parties = weights.supplier.value + weights.recipient.value
    full = parties + weights.items.value * agreement.same_kind.value + weights.time.value
    unnamed = parties + weights.items.value * agreement.unnamed_items.value + weights.time.value
    missing = full - weights.recipient.value * (1 - agreement.missing_party.value)
    assert [round(full, 2), round(unnamed, 2), round(missing, 2)] == [0.94, 0.79, 0.59]
    assert missing < rules.join.value < unnamed


def test_the_digest_is_that_of_the_file() -> None:
    assert len(evidence_digest()) == 16
    assert evidence_digest() == evidence_digest()


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("  value: 0.65", "  value: much", "join.value"),
        ("join:", "joins:", "join"),
        ("  ships: [ML9]", "  ships: [ML99]", "families.ships"),
        ("relief, sensors, electronics]", "relief, spaceships]", "covers"),
        ("header:", "header: [", "YAML"),
    ],
)
def test_a_bad_entry_is_refused_with_its_key(old: str, new: str, key: str) -> None:
    assert old in CONTENT
    with pytest.raises(LexiconError, match=key):
        parse_evidence(CONTENT.replace(old, new, 1).encode(), "evidence.yaml")
