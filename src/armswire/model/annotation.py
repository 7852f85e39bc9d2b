"""What stands where: tokens with their grammar, and mentions with the lexicon entry that found them.

All spans count in the cleaned text of the document; tokens are numbered through the whole document.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from armswire.model.attribution import Attribution
from armswire.model.document import Document
from armswire.model.ranges import DateRange, Money, Quantity
from armswire.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `dep` is the label of its arc to `head` (its own index for a root), `pos` is UPOS, `tag` Penn."""

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


class ActorKind(StrEnum):
    """What sort of words identify the actor."""

    STATE = "state"  # a state's name, a capital or seat used for its government
    DEMONYM = "demonym"  # "South Korean", "Russian"
    BODY = "body"  # a ministry, an army, a parliament
    ORGANISATION = "organisation"  # NATO, a firm, an armed group
    GROUP = "group"  # "Western allies"
    PERSON = "person"  # a named official
    OFFICIAL = "official"  # an official without a name
    MEDIA = "media"  # an outlet
    EXPERT = "expert"
    PRONOUN = "pronoun"  # "it", "he", "the country", resolved by coreference
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that identify an actor. `actors` is empty where the words name somebody whose actor is unknown.

    `first` to `last` (included) are token indexes, `head` the token that carries it in the parse.
    `anonymous` marks offices that many hold, without a name. `entry` names the lexicon entries or the rule that found
    it ("kor/seoul", "role:minister+kor"). `name` are the first and last token of the personal name beside an office.
    """

    span: Span
    first: int
    last: int
    head: int
    kind: ActorKind
    actors: tuple[str, ...]
    entry: str
    anonymous: bool = False
    name: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ItemMention:
    """Words that name arms or aid; `ml`, `designation` and `lethal` as in the claim scheme.

    `doubtful` marks words with other meanings too, without one of the words beside them that would settle it.
    """

    span: Span
    first: int
    last: int
    head: int
    ml: str
    designation: str | None
    lethal: bool | None
    entry: str
    generic: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number in words or figures, with the unit word where one follows ("rounds", "battalions")."""

    span: Span
    quantity: Quantity
    rule: str


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum of money."""

    span: Span
    money: Money
    rule: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day or period, resolved from the article's date; `rule` names the reading ("weekday", "month", ...).

    `ahead` is the reading for something still to come, where it differs ("in October" of a pledge).
    """

    span: Span
    date: DateRange
    rule: str
    ahead: DateRange | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with everything that was found in it, each kind in the order of the text."""

    document: Document
    tokens: tuple[Token, ...]
    actors: tuple[ActorMention, ...]
    items: tuple[ItemMention, ...]
    quantities: tuple[QuantityMention, ...]
    money: tuple[MoneyMention, ...]
    dates: tuple[DateMention, ...]
    attributions: tuple[Attribution, ...] = ()
