"""Valid nouns for tests: a test names only what it cares about."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from armswire.model.article import Article
from armswire.model.attribution import Naming, Source, SourceClass
from armswire.model.claim import Answer, Certainty, Claim, Evidence, Item, Polarity, Stage
from armswire.model.document import Credit
from armswire.model.encoding import encode_claim
from armswire.model.identity import content_key
from armswire.model.ranges import DateRange, Money, Quantity
from armswire.model.sourcing import QuotedWords
from armswire.model.span import Span

TEXT = "Norland agreed to sell shells to Sudmark, officials said."


def make_article(
    id: str = "dispatch-1",
    text: str = TEXT,
    *,
    outlet: str | None = "Harbour Courier",
    published: str | None = "2031-03-10",
    title: str | None = "A dispatch",
    url: str | None = None,
    extra: dict[str, object] | None = None,
) -> Article:
    """An article of an invented outlet."""
    return Article(
        id=id,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        outlet=outlet,
        title=title,
        url=url,
        published=None if published is None else date.fromisoformat(published),
        published_by="none" if published is None else "given",
        language="en",
        extra=extra or {},
        place=f"{id}.txt",
    )


def make_item(
    text: str = "artillery shells",
    ml: str = "ML3",
    *,
    designation: str | None = None,
    lethal: bool | None = True,
    quantity: float | tuple[float, float] | None = None,
    approximate: bool = False,
    unit: str | None = None,
) -> Item:
    """An item; `quantity` is a number or a range."""
    amount = None
    if quantity is not None:
        least, most = quantity if isinstance(quantity, tuple) else (quantity, quantity)
        amount = Quantity(least, most, approximate, unit)
    return Item(text, ml, designation, lethal, amount)


def make_source(name: str, actor: str | None = None, kind: str = "government_body") -> Source:
    """One link of a chain of sources."""
    return Source(name, SourceClass(kind), actor)


def make_credit(*outlets: str, at: int = 1000, taken: bool = True, above: bool = False) -> Credit:
    """A credit line under the article, of outlets of the free press."""
    return Credit(outlets, Span(at, at + 10), "source", taken, (None,) * len(outlets), above)


def make_quotation(
    words: str, start: int = 0, *, kind: str = "anonymous_official", naming: Naming = Naming.ANONYMOUS
) -> QuotedWords:
    """Quoted words of an unnamed official, or of another speaker."""
    return QuotedWords(words, Span(start, start + len(words)), Source("a source", SourceClass(kind), None, naming))


def make_dates(dates: str | None) -> DateRange | None:
    """ "2031-03-01" or "2031-03-01/2031-03-31"."""
    if dates is None:
        return None
    first, _, last = dates.partition("/")
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))


def make_claim(
    stage: str = "agreement",
    supplier: str = "KOR",
    recipient: str = "UKR",
    *,
    document: str = "dispatch-1",
    polarity: str = "affirmed",
    certainty: str = "certain",
    requester: str = "",
    intermediary: str = "",
    items: Sequence[Item] = (Item("artillery shells", "ML3", None, True, None),),
    value: Money | None = None,
    date: str | None = None,
    conditions: Sequence[str] = (),
    reason: str | None = None,
    answer: str | None = None,
    attribution: Sequence[Source] = (),
    start: int = 0,
    text: str = TEXT,
) -> Claim:
    """A claim; actors are codes with spaces between them, `date` is a day or "first/last"."""
    bare = Claim(
        id="",
        document=document,
        stage=Stage(stage),
        polarity=Polarity(polarity),
        certainty=Certainty(certainty),
        evidence=Evidence(start, start + len(text), text),
        requester=tuple(requester.split()),
        supplier=tuple(supplier.split()),
        recipient=tuple(recipient.split()),
        intermediary=tuple(intermediary.split()),
        items=tuple(items),
        value=value,
        date=make_dates(date),
        conditions=tuple(conditions),
        reason=reason,
        answer=None if answer is None else Answer(answer),
        attribution=tuple(attribution),
    )
    return replace(bare, id=content_key("claim", encode_claim(bare)))
