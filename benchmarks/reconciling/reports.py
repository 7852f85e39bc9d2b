"""What the press makes of a world: articles with claims, of which it is known what deal and whose word they are.

Every number here is a guess at how news behaves, set before anything was measured on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from worlds import Deal, World

from armswire.model.attribution import Naming, Source, SourceClass
from armswire.model.claim import Answer, Certainty, Claim, Evidence, Item, Polarity, Stage
from armswire.model.document import Credit
from armswire.model.identity import content_key
from armswire.model.ranges import DateRange, Money, Quantity
from armswire.model.sourcing import QuotedWords, Sourcing
from armswire.model.span import Span
from armswire.register.facts import ArticleFacts
from armswire.register.sketches import sketch

NAMES = {"ML1": "rifles", "ML2": "howitzers", "ML3": "shells", "ML4": "missiles", "ML5": "radars", "ML6": "vehicles",
         "ML9": "frigates", "ML10": "aircraft", "ML13": "helmets", "MED": "medical supplies"}  # fmt: skip
VAGUE = {"ML13": "non-lethal aid", "MED": "aid"}
# What a careless hand writes instead.
SLIPS = {"ML3": "ML4", "ML4": "ML3", "ML2": "ML6", "ML6": "ML2", "ML5": "ML4"}
PRESS = tuple(f"{place} {kind}" for place in ("Harbour", "Northern", "Delta", "Capital", "Border", "Coast", "Valley",
              "Island", "Summit", "Prairie", "Lagoon", "Orchard") for kind in ("Post", "Courier", "Times", "Monitor",
              "Herald", "Dispatch"))  # fmt: skip
WORDS = tuple(f"w{n}" for n in range(4000))

# How often a claim leaves something out, and how often a retelling gets something wrong.
UNDATED, NO_MODEL, NO_NUMBER, NO_KIND, NO_SUPPLIER, NO_RECIPIENT, NO_WAY = 0.6, 0.4, 0.45, 0.08, 0.03, 0.04, 0.5
SLIP = 0.04
# Of retellings of an outlet's own report: how many name it in a credit line alone (of these, how many with another, and
# how many below what they tell), how many not at all, but quote the words of its source; of first reports on the word
# of officials, how many quote them; of copies, how many are edited further, and how many of their words that changes.
CREDIT_ALONE, CREDIT_WITH_ANOTHER, CREDIT_BELOW, QUOTED_ALONE, QUOTING = 0.2, 0.3, 0.3, 0.15, 0.7
EDITED, EDITS = 0.3, 0.03


@dataclass(frozen=True, slots=True)
class Told:
    """One claim with its truth: the deal, and the origin of the word."""

    claim: Claim
    deal: str
    origin: str


@dataclass(slots=True)
class News:
    """All articles, all claims with their truth, and the disputes that there truly are: (deal, type)."""

    articles: dict[str, ArticleFacts] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    disputes: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Version:
    """A deal as one report has it; retellings are made from it."""

    deal: Deal
    stage: Stage
    day: date
    ml: str
    designation: str | None
    quantity: int | None


def report(world: World, seed: int) -> News:
    """The news of a world."""
    writer = _Writer(seed)
    for deal in world.deals:
        writer.tell(deal)
    return writer.news


class _Writer:
    def __init__(self, seed: int) -> None:
        self.chance = Random(f"news {seed}")
        self.signs = Random(f"signs {seed}")
        self.news = News()

    def tell(self, deal: Deal) -> None:
        """All that is written on one deal."""
        background: list[_Version] = []
        for stage, day in deal.steps:
            version = _Version(deal, stage, day, deal.ml, deal.designation, deal.quantity)
            reports = 1 + (self.chance.random() < 0.35) + (self.chance.random() < 0.1)
            for number in range(reports):
                told = version
                if number and deal.other_quantity and deal.quantity and stage is deal.steps[-1][0]:
                    told = replace(version, quantity=deal.other_quantity)
                self._origin(told, background)
            background.append(version)
        happened = [step for step in deal.steps if step[0] in (Stage.PLEDGE, Stage.AGREEMENT, Stage.DELIVERY)]
        if deal.denier and happened:
            self._deny(deal, *happened[-1])
        if deal.own_use and happened:
            self._own_use(deal, happened[-1][1])

    # -- one report and what becomes of it ------------------------------------------------------------------------

    def _origin(self, version: _Version, background: list[_Version]) -> None:
        """A first report of a step, its copies and its retellings."""
        chance, deal = self.chance, version.deal
        kind = chance.choices(("announced", "officials", "voice"), (0.4, 0.35, 0.25))[0]
        if kind == "announced" and version.stage is not Stage.REQUEST:
            actor = deal.recipient if chance.random() < 0.25 else deal.supplier
            if actor == deal.denier:
                kind = "officials"
        outlet = chance.choice(PRESS)
        published = version.day + timedelta(days=chance.choice((0, 0, 0, 1, 1, 2, 4)))
        if kind == "announced":
            speaker = deal.recipient if version.stage is Stage.REQUEST else locals().get("actor", deal.supplier)
            inner = (Source(f"{speaker} government", SourceClass.GOVERNMENT_BODY, speaker),)
            origin = f"actor:{speaker}"
        else:
            inner = (Source("officials", SourceClass.ANONYMOUS_OFFICIAL),) if kind == "officials" else ()
            origin = f"outlet:{outlet}"
        words = chance.choices(WORDS, k=90)
        said = self._said() if kind == "officials" and self.signs.random() < QUOTING else ()
        first = self._article(outlet, published, words, _quoting(said))
        self._claim(first, version, inner, origin, vague=0.5)
        for old in background:
            if chance.random() < 0.35:
                self._claim(first, old, (), f"outlet:{outlet}", dated=0.7)
        if version.quantity is not None and version.quantity == deal.other_quantity:
            self.news.disputes.add((deal.id, "quantity"))
        for _ in range(self._how_many()):
            self._retell(version, outlet, published, inner, origin, words, said)

    def _how_many(self) -> int:
        """Most reports are retold by nobody, a few by forty."""
        return min(40, int(self.chance.paretovariate(1.1)) - 1)

    def _said(self) -> tuple[str, ...]:
        """What an official says, who is not named."""
        return tuple(self.signs.choices(WORDS, k=self.signs.randint(10, 40)))

    def _retell(
        self,
        version: _Version,
        outlet: str,
        published: date,
        inner: tuple[Source, ...],
        origin: str,
        words: list[str],
        said: tuple[str, ...],
    ) -> None:
        chance = self.chance
        other = chance.choice([name for name in PRESS if name != outlet])
        day = published + timedelta(days=chance.choice((0, 0, 1, 1, 2, 3, 6)))
        if chance.random() < 0.25:
            # A copy under another masthead: the same words but for a few.
            copied = [word if chance.random() > 0.01 else chance.choice(WORDS) for word in words]
            if self.signs.random() < EDITED:
                copied = [word if self.signs.random() > EDITS else self.signs.choice(WORDS) for word in copied]
            self._claim(self._article(other, day, copied), version, inner, origin, vague=0.5)
            return
        slipped = version
        if chance.random() < SLIP and version.ml in SLIPS:
            slipped = replace(version, ml=SLIPS[version.ml], designation=None)
            self.news.disputes.add((version.deal.id, "item"))
        elif chance.random() < SLIP and version.stage in (Stage.PLEDGE, Stage.DELIVERY):
            slipped = replace(version, stage=Stage.DELIVERY if version.stage is Stage.PLEDGE else Stage.PLEDGE)
            self.news.disputes.add((version.deal.id, "stage"))
        chain, sourcing = inner, Sourcing()
        if origin.startswith("outlet"):
            chain, sourcing = self._give_away(outlet, inner, said)
        self._claim(self._article(other, day, chance.choices(WORDS, k=90), sourcing), slipped, chain, origin)

    def _give_away(
        self, outlet: str, inner: tuple[Source, ...], said: tuple[str, ...]
    ) -> tuple[tuple[Source, ...], Sourcing]:
        """By which sign a retelling shows whose report it is: the outlet in the text, a credit line, a quotation."""
        signs = self.signs
        way = signs.random()
        if way < CREDIT_ALONE:
            named = (outlet, signs.choice(PRESS)) if signs.random() < CREDIT_WITH_ANOTHER else (outlet,)
            # A line under what is told is no link of the chain; one at the head or foot of the article is.
            above = signs.random() < CREDIT_BELOW
            credit = Credit(
                named, Span(10**9, 10**9 + 1), "source", taken=True, owners=(None,) * len(named), above=above
            )
            chain = inner if above else (Source(", ".join(named), SourceClass.MEDIA), *inner)
            return chain, Sourcing(credits=(credit,))
        if said and way < CREDIT_ALONE + QUOTED_ALONE:
            # Shortened, and with a word or two changed.
            start = signs.randrange(max(1, len(said) - 12))
            part = said[start : start + signs.randint(10, 40)]
            return inner, _quoting(tuple(word if signs.random() > 0.05 else signs.choice(WORDS) for word in part))
        return (Source(outlet, SourceClass.MEDIA), *inner), Sourcing()

    # -- what parties say to it -----------------------------------------------------------------------------------

    def _deny(self, deal: Deal, stage: Stage, day: date) -> None:
        chance = self.chance
        speaker = (Source(f"{deal.denier} ministry", SourceClass.GOVERNMENT_BODY, deal.denier),)
        version = _Version(deal, stage, day, deal.ml, None, None)
        said = day + timedelta(days=chance.randint(2, 9))
        for _ in range(chance.randint(1, 4)):
            article = self._article(chance.choice(PRESS), said, chance.choices(WORDS, k=90))
            self._claim(article, version, speaker, f"actor:{deal.denier}", answer=Answer.DENIES)
        self.news.disputes.add((deal.id, "denial"))
        if deal.acknowledged:
            article = self._article(chance.choice(PRESS), deal.acknowledged, chance.choices(WORDS, k=90))
            self._claim(article, version, speaker, f"actor:{deal.denier}", answer=Answer.CONFIRMS, dated=0.5)

    def _own_use(self, deal: Deal, day: date) -> None:
        """The supplier says that whoever passes it on is the end user."""
        chance = self.chance
        speaker = (Source(f"{deal.supplier} ministry", SourceClass.GOVERNMENT_BODY, deal.supplier),)
        version = _Version(replace(deal, recipient=deal.through or "", through=None), Stage.END_USE, day, deal.ml,
                           deal.designation, deal.quantity)  # fmt: skip
        said = day + timedelta(days=chance.randint(1, 8))
        article = self._article(chance.choice(PRESS), said, chance.choices(WORDS, k=90))
        self._claim(article, version, speaker, f"actor:{deal.supplier}")
        self.news.disputes.add((deal.id, "end_user"))

    # -- writing --------------------------------------------------------------------------------------------------

    def _article(self, outlet: str, published: date, words: list[str], sourcing: Sourcing | None = None) -> str:
        name = f"a{len(self.news.articles):07d}"
        facts = ArticleFacts(name, outlet, published, sketch(" ".join(words)), sourcing or Sourcing())
        self.news.articles[name] = facts
        return name

    def _claim(
        self,
        article: str,
        version: _Version,
        chain: tuple[Source, ...],
        origin: str,
        *,
        vague: float = 1.0,
        dated: float | None = None,
        answer: Answer | None = None,
    ) -> None:
        """One claim of an article; `vague` scales how much it leaves out."""
        chance, deal = self.chance, version.deal

        def left_out(often: float) -> bool:
            return chance.random() < often * vague

        number = len(self.news.told)
        unkind = left_out(NO_KIND)
        quantity = None if version.quantity is None or left_out(NO_NUMBER) or unkind else version.quantity
        given = chance.random() < (1 - UNDATED * vague if dated is None else dated)
        no_supplier = left_out(NO_SUPPLIER)
        item = Item(
            text=VAGUE.get(version.ml, "weapons") if unkind else NAMES[version.ml],
            ml=version.ml if not unkind else "NONLETHAL" if version.ml in VAGUE else "ARMS",
            designation=None if unkind or left_out(NO_MODEL) else version.designation,
            quantity=None if quantity is None else self._number(quantity),
        )
        claim = Claim(
            id="",
            document=article,
            stage=version.stage,
            polarity=Polarity.NEGATED if answer is Answer.DENIES else Polarity.AFFIRMED,
            certainty=Certainty.CERTAIN,
            evidence=Evidence(number * 400, number * 400 + 200, f"sentence {number}"),
            requester=(deal.recipient,) if version.stage is Stage.REQUEST else (),
            supplier=() if no_supplier else (deal.supplier,),
            recipient=() if not no_supplier and left_out(NO_RECIPIENT) else (deal.recipient,),
            intermediary=() if deal.through is None or left_out(NO_WAY) else (deal.through,),
            items=(item,),
            value=self._money(deal.value) if deal.value and version.stage is not Stage.REQUEST else None,
            date=self._date(version.day) if given else None,
            answer=answer,
            attribution=chain,
        )
        claim = replace(claim, id=content_key("claim", article, number))
        self.news.told.append(Told(claim, deal.id, origin))

    def _number(self, number: int) -> Quantity:
        if self.chance.random() < 0.15:
            return Quantity(number, number, approximate=True)
        return Quantity(number, number)

    def _money(self, value: int) -> Money | None:
        return Money(value, value, "USD") if self.chance.random() < 0.5 else None

    def _date(self, day: date) -> DateRange:
        """A day, a month, or "last week"."""
        width = self.chance.choice((1, 1, 7, 30))
        start = day - timedelta(days=self.chance.randrange(width))
        return DateRange(start, start + timedelta(days=width - 1))


def _quoting(said: tuple[str, ...]) -> Sourcing:
    """An article that quotes an official who is not named, where anything is said."""
    speaker = Source("officials", SourceClass.ANONYMOUS_OFFICIAL, None, Naming.ANONYMOUS)
    return Sourcing(quotations=(QuotedWords(" ".join(said), Span(1, 2), speaker),) if said else ())


def in_batches(news: News, size: int) -> Iterator[list[Told]]:
    """The claims in the order of their articles, some at a time."""
    for at in range(0, len(news.told), size):
        yield news.told[at : at + size]
