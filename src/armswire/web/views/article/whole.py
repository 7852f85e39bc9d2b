"""All that a page shows of an article, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from armswire.model.document import Document
from armswire.model.rejection import Rejection
from armswire.register.rows import ArticleRecord
from armswire.register.whole_article import WholeArticle
from armswire.serving.addresses import article_address
from armswire.web.views.article.marks import Said, find_said, mark_all
from armswire.web.views.article.text import Block, view_text
from armswire.web.views.article.versions import VersionsView, view_versions
from armswire.web.views.disputes import DisputeLine, view_lines
from armswire.web.views.transfer.cards import ClaimCard, view_cards
from armswire.web.views.transfers import TransferHeading, TransferLine, view_heading, view_line
from armswire.wording.articles import say_hand, say_left_out, say_reteller, say_retold, say_unread
from armswire.wording.judgements import say_judgement
from armswire.wording.languages import UNDETERMINED, say_language, say_translation
from armswire.wording.publication import say_from, say_how_known, say_other_dates
from armswire.wording.versions import say_version


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """Words, and the address that they lead to; None where they lead nowhere."""

    words: str
    address: str | None


@dataclass(frozen=True, slots=True)
class SaidLine:
    """Who says what, in the words of the text; `claims` are the numbers of those that rest on it."""

    number: int
    source: str
    cue: str
    content: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A sentence that was dropped, by which room and rule, and why; `is_in_text` where it can be led to."""

    number: int
    words: str
    by: str
    why: str
    is_in_text: bool


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """A line that is no part of the article, and what it was taken for."""

    words: str
    why: str


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list: `lead` is the beginning of its text, `claims` the number of what was read in it."""

    address: str
    title: str
    outlet: str | None
    published: date | None
    lead: str
    claims: int
    unread: str | None
    is_first_hand: bool
    version: str


@dataclass(frozen=True, slots=True)
class WholeArticleView:
    """An article with everything that is shown of it.

    `homes` are the transfers of claims, by the id of the claim; the cards are found by claim and by number.
    """

    record: ArticleRecord
    title: str
    published_by: str
    published_from: str | None
    other_dates: tuple[str, ...]
    language: str | None
    translated: str | None
    unread: str | None
    blocks: tuple[Block, ...]
    said: tuple[SaidLine, ...]
    dropped: tuple[DroppedLine, ...]
    left_out: tuple[LeftOutLine, ...]
    cards: tuple[ClaimCard, ...]
    by_claim: Mapping[str, ClaimCard]
    by_number: Mapping[int, ClaimCard]
    homes: Mapping[str, TransferHeading]
    transfers: tuple[TransferLine, ...]
    disputes: tuple[DisputeLine, ...]
    credits: tuple[str, ...]
    hand: str
    retells: tuple[LinkedWords, ...]
    retellers: tuple[LinkedWords, ...]
    judgements: tuple[str, ...]
    versions: VersionsView | None


def view_whole_article(whole: WholeArticle, document: Document, names: Mapping[str, str]) -> WholeArticleView:
    """Everything that is shown of an article. `document` is its text as it is cleaned, `names` are those of actors."""
    article = whole.record.article
    cards = view_cards(whole.claims, {article.id: whole.record}, whole.judgements, names)
    numbers = {card.id: card.number for card in cards}
    claims = [record.claim for record in whole.claims]
    said = find_said(claims, numbers)
    return WholeArticleView(
        record=whole.record,
        title=article.title or article.id,
        published_by=say_how_known(article),
        published_from=say_from(article),
        other_dates=tuple(say_other_dates(article)),
        language=_say_language(whole.record),
        translated=None if whole.record.translation is None else say_translation(whole.record.translation),
        unread=say_unread(whole.record),
        blocks=view_text(document, mark_all(claims, numbers, said, whole.rejections)),
        said=tuple(_said(article.text, said)),
        dropped=tuple(_dropped(whole.rejections)),
        left_out=tuple(
            LeftOutLine(_flat(one.span.of(article.text)), say_left_out(one.rule, one.language))
            for one in document.furniture
        ),
        cards=cards,
        by_claim={card.id: card for card in cards},
        by_number={card.number: card for card in cards},
        homes={
            record.claim.id: view_heading(whole.transfers[record.transfer], names)
            for record in whole.claims
            if record.transfer is not None and record.transfer in whole.transfers
        },
        transfers=tuple(view_line(transfer, names) for transfer in whole.transfers.values()),
        disputes=tuple(view_lines(whole.disputes, whole.transfers, names)),
        credits=tuple(
            dict.fromkeys(
                f"{', '.join(one.outlets)}: {_how(one.taken, above=one.above)}" for one in whole.sourcing.credits
            )
        ),
        hand=say_hand(whole.record, len(claims), len(whole.retold)),
        retells=tuple(
            LinkedWords(
                say_retold(whole.record, sign, whole.reports),
                article_address(sign.report) if sign.report in whole.reports else None,
            )
            for sign in whole.record.signs
        ),
        retellers=tuple(
            LinkedWords(say_reteller(one, whole.record), article_address(one.article.id)) for one in whole.retellers
        ),
        judgements=tuple(say_judgement(one) for one in whole.judgements),
        versions=view_versions(whole.history, {one.claim.id: one for one in whole.claims}),
    )


def view_article_lines(records: Iterable[ArticleRecord], claims: Mapping[str, int]) -> Iterator[ArticleLine]:
    """Articles as lines of a list. `claims` are the numbers of their claims, by the id of the article."""
    for record in records:
        article = record.article
        title = article.title or article.id
        yield ArticleLine(
            address=article_address(article.id),
            title=title,
            outlet=article.outlet,
            published=article.published,
            lead=_lead(article.text, title),
            claims=claims.get(article.id, 0),
            unread=say_unread(record),
            is_first_hand=record.is_first_hand,
            version="" if record.version is None else say_version(record.version),
        )


# So much of a text stands in a list.
_LEAD = 220


def _lead(text: str, title: str) -> str:
    flat = _flat(text[: 4 * _LEAD])
    # Many texts begin with their own headline.
    flat = flat.removeprefix(_flat(title)).lstrip()
    return flat if len(flat) <= _LEAD else f"{flat[:_LEAD].rpartition(' ')[0] or flat[:_LEAD]} …"


def _say_language(record: ArticleRecord) -> str | None:
    declared, found = record.article.language, record.written_in
    if found is None or found == UNDETERMINED:
        return declared
    name = say_language(found)
    differs = declared is not None and declared.casefold().replace("_", "-").partition("-")[0] != found
    return f"{name}, declared as {declared}" if differs else name


def _said(text: str, said: Iterable[Said]) -> Iterator[SaidLine]:
    for one in said:
        source, cue, content = (
            _flat(" … ".join(span.of(text) for span in spans))
            for spans in (one.attribution.source, one.attribution.cue, one.attribution.content)
        )
        yield SaidLine(one.number, source, cue, content, one.claims)


def _dropped(rejections: Sequence[Rejection]) -> Iterator[DroppedLine]:
    for number, one in enumerate(rejections, 1):
        yield DroppedLine(number, _flat(one.text), f"{one.room}, {one.rule}", one.note, one.start < one.end)


def _how(taken: bool, *, above: bool) -> str:
    if not taken:
        return "helped with it"
    return "what stands above the line is from there" if above else "it is from there"


def _flat(words: str) -> str:
    return " ".join(words.split())
