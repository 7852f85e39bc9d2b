"""The rules by which a transfer gets its standing, from `data/standing.yaml`."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pydantic import Field, model_validator

from armswire.lexicon.records import FileHeader, Record
from armswire.lexicon.rules_file import parse_rules, read_rules
from armswire.model.attribution import SourceClass
from armswire.model.claim import Answer, Certainty, Stage
from armswire.model.standing import Standing

STANDING_FILE = "standing.yaml"

RuleName = Literal[
    "only_denied",
    "only_spoken_of",
    "judged_untrue",
    "denied_by_party",
    "other_end_user",
    "edited_away",
    "acknowledged",
    "independent_origins",
    "told",
]
OriginKind = Literal["public", "speaker", "outlet"]
Role = Literal["requester", "supplier", "recipient", "intermediary"]

# The rule that always holds, so that every transfer gets a standing.
LAST: RuleName = "told"

_Reason = Field(min_length=1, description="Why it was chosen so.")


class StandingRule(Record):
    """One rule: what it asks, which standing it gives, in which words."""

    rule: RuleName
    standing: Standing
    asks: str = Field(min_length=1, description="When it holds, for the page of the rules.")
    words: str = Field(
        min_length=1, description="Why, for the transfer; {who}, {origins} and {judged} are what the rule found."
    )

    @model_validator(mode="after")
    def _words_can_be_filled(self) -> StandingRule:
        try:
            self.words.format(who="", origins="", judged="")
        except (KeyError, IndexError, ValueError) as error:
            raise ValueError("words may hold {who}, {origins} and {judged} and no other braces") from error
        return self


class Roles(Record):
    """Roles of a claim."""

    roles: tuple[Role, ...]
    reason: str = _Reason


class Speaker(Record):
    """What the word of a class of speakers counts for, where it speaks for a party."""

    acknowledges: bool = Field(description="Whether its word is the party's own, on the record.")
    denies: bool = Field(description="Whether its denial is the party's.")
    origin: OriginKind = Field(description="Whether it is one origin for all outlets, for one article, or none.")
    reason: str = _Reason


class Stages(Record):
    """Stages of a transfer."""

    stages: tuple[Stage, ...]
    reason: str = _Reason


class Answers(Record):
    """Ways to answer a report."""

    answers: tuple[Answer, ...]
    reason: str = _Reason


class Certainties(Record):
    """How sure a source is."""

    certainty: tuple[Certainty, ...]
    reason: str = _Reason


class Count(Record):
    """How many it takes."""

    value: int = Field(ge=1)
    reason: str = _Reason


class StandingRules(Record):
    """The whole of standing.yaml."""

    header: FileHeader
    standings: dict[Standing, str]
    rules: tuple[StandingRule, ...]
    parties: Roles
    parties_to_request: Roles
    speakers: dict[SourceClass, Speaker]
    acknowledging_answers: Answers
    acknowledging_certainty: Certainties
    acknowledged_stages: Stages
    independent_origins: Count
    denial_reaches: dict[Stage, Stages]
    refusal_rules_out: Stages

    @model_validator(mode="after")
    def _nothing_is_left_open(self) -> StandingRules:
        for found, all_of in (
            (self.standings, Standing), (self.speakers, SourceClass), (self.denial_reaches, Stage)
        ):  # fmt: skip
            missing = [member.value for member in all_of if member not in found]
            if missing:
                raise ValueError(f"nothing is said of {', '.join(missing)}")
        names = [rule.rule for rule in self.rules]
        if len({*names}) != len(names) or not names or names[-1] != LAST:
            raise ValueError(f"each rule stands once, and '{LAST}' is the last")
        return self


@lru_cache(maxsize=1)
def load_standing() -> StandingRules:
    """The rules that come with the program. Raises LexiconError where the file breaks its schema."""
    return parse_rules(StandingRules, read_rules(STANDING_FILE), STANDING_FILE)
