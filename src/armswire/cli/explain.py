"""`armswire explain`: from the register's value back to the words, the lexicon entries and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from armswire.cli import options

if TYPE_CHECKING:
    from armswire.model.article import Article
    from armswire.model.claim import Claim, Step
    from armswire.model.rejection import Rejection
    from armswire.register.rows import ClaimRecord
    from armswire.register.store import Register


def command(
    id_: Annotated[
        str, typer.Argument(metavar="CLAIM", help="A claim's id; or an article's: why sentences were dropped.")
    ],
    register: options.Register = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> None:
    """Explain how a claim was read, or what was read and dropped in an article."""
    from armswire.cli.opened import open_to_read
    from armswire.errors import SettingError
    from armswire.register import queries
    from armswire.register.rows import ArticleRecord, ClaimRecord

    with open_to_read(register, as_of) as opened:
        record = queries.find(opened, id_)
        if isinstance(record, ClaimRecord):
            _explain_claim(opened, record, json=json)
        elif isinstance(record, ArticleRecord):
            _explain_article(opened, record.article, json=json)
        else:
            raise SettingError(
                "neither a claim nor an article", value=id_, remedy="See 'armswire show' for a transfer's claims"
            )


def _explain_claim(register: Register, record: ClaimRecord, *, json: bool) -> None:
    from armswire.cli.console import print_json
    from armswire.cli.judgement_words import say_judgement
    from armswire.cli.records_json import encode, encode_rejection
    from armswire.model.encoding import encode_step
    from armswire.register import queries
    from armswire.register.judgement_queries import judgements_on

    article = queries.get_article(register, record.claim.document).article
    judged = judgements_on(register, record)
    beside = [r for r in queries.list_rejections(register, article.id) if _overlap(r, record.claim)]
    if json:
        steps = [{**encode_step(step), "words": _words(article, step.start, step.end)} for step in record.claim.trace]
        dropped = [encode_rejection(rejection) for rejection in beside]
        print_json(
            {
                "claim": encode(record),
                "steps": steps,
                "dropped": dropped,
                "reader": record.reader,
                "judgements": [encode(judgement) for judgement in judged],
            }
        )
        return
    for line in _claim_lines(article, record):
        print(line)
    if judged:
        print("\nJudged:")
        for judgement in judged:
            print(f"  {say_judgement(judgement)}")
    if beside:
        print("\nDropped in the same words:")
        for line in _rejection_lines(beside):
            print(line)


def _explain_article(register: Register, article: Article, *, json: bool) -> None:
    from armswire.cli.console import print_json
    from armswire.cli.records_json import encode, encode_rejection
    from armswire.cli.wording import say_claim
    from armswire.register import queries

    claims = list(queries.list_claims(register, document=article.id))
    rejections = list(queries.list_rejections(register, article.id))
    if json:
        shown: dict[str, Any] = {
            "article": article.id,
            "claims": [encode(claim) for claim in claims],
            "dropped": [encode_rejection(rejection) for rejection in rejections],
        }
        print_json(shown)
        return
    print(f"{article.id}: {len(claims)} claims, {len(rejections)} candidates dropped")
    for record in claims:
        print(f"\n  {record.claim.id}\n    {say_claim(record.claim)}\n    “{_shorten(record.claim.evidence.text)}”")
    if rejections:
        print("\nDropped:")
        for line in _rejection_lines(rejections):
            print(line)


def _claim_lines(article: Article, record: ClaimRecord) -> Iterator[str]:
    from armswire.cli.chains import chain_lines
    from armswire.cli.wording import say_claim

    claim = record.claim
    yield f"{claim.id}"
    yield f"  {say_claim(claim)}"
    yield ""
    yield f"  in {article.id}, {claim.evidence.start} to {claim.evidence.end}, read by {record.reader}:"
    yield f"  “{claim.evidence.text.strip()}”"
    yield ""
    for place, line in enumerate(chain_lines(claim)):
        yield f"  {'whose word' if place == 0 else '':<13} {line}"
    yield ""
    for step in claim.trace:
        yield _step_line(article, step)


def _step_line(article: Article, step: Step) -> str:
    words = _words(article, step.start, step.end)
    quoted = f"“{words}”" if words else ""
    known = f" [{step.entry}]" if step.entry else ""
    return f"  {step.slot:<13} {quoted:<28} {step.note}  ({step.rule}){known}"


def _words(article: Article, start: int | None, end: int | None) -> str | None:
    return None if start is None or end is None else _shorten(article.text[start:end])


def _shorten(words: str, limit: int = 200) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= limit else flat[: limit - 3] + "..."


def _overlap(rejection: Rejection, claim: Claim) -> bool:
    return rejection.start < claim.evidence.end and claim.evidence.start < rejection.end


def _rejection_lines(rejections: Iterable[Rejection]) -> Iterator[str]:
    for rejection in rejections:
        yield f"\n  “{_shorten(rejection.text)}”"
        yield f"    {rejection.room}, {rejection.rule}: {rejection.note}"
