"""`armswire explain`: from the register's value back to the words and the rules; why claims are one transfer or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from armswire.cli import options

if TYPE_CHECKING:
    from armswire.model.article import Article
    from armswire.model.claim import Claim
    from armswire.model.rejection import Rejection
    from armswire.model.transfer import Transfer
    from armswire.register.rows import ClaimRecord
    from armswire.register.store import Register


def command(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="A claim, a transfer, or an article: why sentences were dropped.")
    ],
    other: Annotated[
        str | None,
        typer.Argument(metavar="[OTHER]", help="A second claim or transfer: how alike the two are, slot by slot."),
    ] = None,
    register: options.Register = None,
    as_of: options.AsOf = None,
    json: options.Json = False,
) -> None:
    """Explain how a claim was read and why it is in its transfer, how a transfer hangs together, or how two compare.

    armswire explain claim-26d1a7 transfer-5e5b46
    """
    from armswire.cli.opened import open_to_read
    from armswire.errors import SettingError
    from armswire.model.transfer import Transfer
    from armswire.register import queries
    from armswire.register.rows import ArticleRecord, ClaimRecord

    with open_to_read(register, as_of) as opened:
        record = queries.find(opened, id_)
        second = None if other is None else queries.find(opened, other)
        for given, found in ((id_, record), (other, second)):
            if found is not None and not isinstance(found, ClaimRecord | Transfer):
                if isinstance(found, ArticleRecord) and other is None:
                    continue
                known = "a claim, a transfer nor an article" if other is None else "a claim nor a transfer"
                raise SettingError(f"neither {known}", value=given, remedy="See 'armswire list' for their ids")
        if isinstance(record, ArticleRecord):
            _explain_article(opened, record.article, json=json)
        elif isinstance(record, ClaimRecord | Transfer) and isinstance(second, ClaimRecord | Transfer):
            _explain_pair(opened, record, second, json=json)
        elif isinstance(record, ClaimRecord):
            _explain_claim(opened, record, json=json)
        elif isinstance(record, Transfer):
            _explain_transfer(opened, record, json=json)


def _explain_claim(register: Register, record: ClaimRecord, *, json: bool) -> None:
    from armswire.cli.console import print_json
    from armswire.cli.grounds_json import encode_claim_grounds
    from armswire.cli.grounds_lines import claim_grounds_lines
    from armswire.cli.reading_lines import claim_lines, rejection_lines, words_at
    from armswire.cli.records_json import encode
    from armswire.exports.formats.jsonl import encode_rejection
    from armswire.model.encoding import encode_step
    from armswire.register import queries
    from armswire.register.grounds.explain import explain_claim
    from armswire.register.judgement_queries import judgements_on
    from armswire.wording.judgements import say_judgement

    article = queries.get_article(register, record.claim.document).article
    judged = judgements_on(register, record)
    beside = [r for r in queries.list_rejections(register, article.id) if _overlap(r, record.claim)]
    grounds = explain_claim(register, record)
    if json:
        steps = [{**encode_step(step), "words": words_at(article, step.start, step.end)} for step in record.claim.trace]
        print_json(
            {
                "claim": encode(record),
                "steps": steps,
                "dropped": [encode_rejection(rejection) for rejection in beside],
                "reader": record.reader,
                "judgements": [encode(judgement) for judgement in judged],
                "joining": encode_claim_grounds(grounds),
            }
        )
        return
    for line in claim_lines(article, record):
        print(line)
    if beside:
        print("\nDropped in the same words:")
        for line in rejection_lines(beside):
            print(line)
    for line in ("", *claim_grounds_lines(register, grounds)):
        print(line)
    if judged:
        print("\nJudged:")
        for judgement in judged:
            print(f"  {say_judgement(judgement)}")


def _explain_transfer(register: Register, transfer: Transfer, *, json: bool) -> None:
    from armswire.cli.console import print_json
    from armswire.cli.grounds_json import encode_transfer_grounds
    from armswire.cli.grounds_lines import standing_lines, transfer_grounds_lines
    from armswire.cli.records_json import encode
    from armswire.register.grounds.explain import explain_transfer
    from armswire.register.judgement_queries import judgements_on
    from armswire.wording.judgements import say_judgement

    grounds = explain_transfer(register, transfer)
    judged = judgements_on(register, transfer)
    if json:
        print_json(
            {
                "transfer": encode(transfer),
                "judgements": [encode(judgement) for judgement in judged],
                "joining": encode_transfer_grounds(grounds),
            }
        )
        return
    for line in (*standing_lines(register, transfer), "", *transfer_grounds_lines(register, transfer, grounds)):
        print(line)
    if judged:
        print("\nJudged:")
        for judgement in judged:
            print(f"  {say_judgement(judgement)}")


def _explain_pair(
    register: Register, one: ClaimRecord | Transfer, other: ClaimRecord | Transfer, *, json: bool
) -> None:
    from armswire.cli.console import print_json
    from armswire.cli.grounds_json import encode_parting
    from armswire.cli.grounds_lines import pair_lines
    from armswire.register.grounds.explain import compare_records

    parting = compare_records(register, one, other)
    if json:
        print_json(encode_parting(parting))
        return
    for line in pair_lines(register, parting):
        print(line)


def _explain_article(register: Register, article: Article, *, json: bool) -> None:
    from armswire.cli.console import print_json
    from armswire.cli.reading_lines import rejection_lines, shorten
    from armswire.cli.records_json import encode
    from armswire.exports.formats.jsonl import encode_rejection
    from armswire.register import queries
    from armswire.register.listing.claims import ClaimFilter
    from armswire.wording.claims import say_claim

    claims = list(queries.list_claims(register, ClaimFilter(document=article.id)))
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
        print(f"\n  {record.claim.id}\n    {say_claim(record.claim)}\n    “{shorten(record.claim.evidence.text)}”")
    if rejections:
        print("\nDropped:")
        for line in rejection_lines(rejections):
            print(line)


def _overlap(rejection: Rejection, claim: Claim) -> bool:
    return rejection.start < claim.evidence.end and claim.evidence.start < rejection.end
