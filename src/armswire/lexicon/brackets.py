"""When a value stands in brackets, from `data/brackets.yaml`."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, get_args

from pydantic import Field, model_validator

from armswire.lexicon.records import FileHeader, Record
from armswire.lexicon.rules_file import parse_rules, read_rules
from armswire.model.claim import Stage
from armswire.model.entry import EntryField

BRACKETS_FILE = "brackets.yaml"

# What depends on the stages that give a value; the others are found by looking at the value.
TierDoubt = Literal["promised", "from_delivery", "talked_of", "denied", "year_of_promise", "not_delivered"]
DoubtName = Literal[
    TierDoubt,
    "approximate",
    "range",
    "rougher",
    "differ",
    "one_anonymous",
    "hedged",
    "undated",
    "spans_years",
    "disputed_delivery",
    "other_model",
]


class Tier(Record):
    """Stages whose claims may give a value."""

    stages: tuple[Stage, ...] = Field(min_length=1)
    doubt: TierDoubt | None = Field(None, description="What makes a value uncertain that only these stages give.")
    ahead: bool = Field(False, description="Only what is dated after the day of the report.")
    any_polarity: bool = Field(False, description="Denials and 'no comment' too.")


class DoubtRule(Record):
    """A reason for brackets."""

    words: str = Field(min_length=1, description="The reason as readers see it; {others} are the other values told.")
    fields: tuple[EntryField, ...] = Field(min_length=1, description="Of which values it is asked.")
    reason: str = Field(min_length=1, description="Why it makes a value uncertain.")

    @model_validator(mode="after")
    def _words_can_be_filled(self) -> DoubtRule:
        try:
            self.words.format(others="")
        except (KeyError, IndexError, ValueError) as error:
            raise ValueError("words may hold {others} and no other braces") from error
        return self


class BracketRules(Record):
    """The whole of brackets.yaml."""

    header: FileHeader
    tiers: dict[EntryField, tuple[Tier, ...]]
    doubts: dict[DoubtName, DoubtRule]

    @model_validator(mode="after")
    def _every_doubt_is_there(self) -> BracketRules:
        missing = [name for name in get_args(DoubtName) if name not in self.doubts]
        if missing:
            raise ValueError(f"nothing is said of {', '.join(missing)}")
        return self

    @model_validator(mode="after")
    def _tiers_name_doubts_that_there_are(self) -> BracketRules:
        for field, tiers in self.tiers.items():
            for tier in tiers:
                if tier.doubt is not None and field not in self.doubts[tier.doubt].fields:
                    raise ValueError(f"the doubt '{tier.doubt}' is not asked of {field.value}")
        return self


@lru_cache(maxsize=1)
def load_brackets() -> BracketRules:
    """The rules that come with the program. Raises LexiconError where the file breaks its schema."""
    return parse_rules(BracketRules, read_rules(BRACKETS_FILE), BRACKETS_FILE)
