"""Every noun to and from JSON, in one place; keys are those of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from armswire.model.attribution import Attribution, Naming, Source, SourceClass
from armswire.model.claim import Answer, Certainty, Claim, Evidence, Hedge, Hedger, Item, Polarity, Stage, Step
from armswire.model.ranges import DateRange, Money, Quantity, number

Json = dict[str, Any]


def encode_quantity(quantity: Quantity | None) -> Json | None:
    """{min, max, approximate, unit}, or None."""
    if quantity is None:
        return None
    return {
        "min": number(quantity.min),
        "max": number(quantity.max),
        "approximate": quantity.approximate,
        "unit": quantity.unit,
    }


def decode_quantity(value: Mapping[str, Any] | None) -> Quantity | None:
    """The inverse of `encode_quantity`."""
    if value is None:
        return None
    return Quantity(value["min"], value["max"], bool(value["approximate"]), value["unit"])


def encode_item(item: Item) -> Json:
    """{text, ml, designation, lethal, quantity}."""
    return {
        "text": item.text,
        "ml": item.ml,
        "designation": item.designation,
        "lethal": item.lethal,
        "quantity": encode_quantity(item.quantity),
    }


def decode_item(value: Mapping[str, Any]) -> Item:
    """The inverse of `encode_item`."""
    return Item(
        text=value["text"],
        ml=value["ml"],
        designation=value["designation"],
        lethal=value["lethal"],
        quantity=decode_quantity(value["quantity"]),
    )


def encode_money(money: Money | None) -> Json | None:
    """{min, max, currency, approximate}, or None."""
    if money is None:
        return None
    return {"min": money.min, "max": money.max, "currency": money.currency, "approximate": money.approximate}


def decode_money(value: Mapping[str, Any] | None) -> Money | None:
    """The inverse of `encode_money`."""
    return None if value is None else Money(value["min"], value["max"], value["currency"], bool(value["approximate"]))


def encode_dates(dates: DateRange | None) -> Json | None:
    """{start, end} as ISO dates, or None."""
    return None if dates is None else {"start": dates.start.isoformat(), "end": dates.end.isoformat()}


def decode_dates(value: Mapping[str, Any] | None) -> DateRange | None:
    """The inverse of `encode_dates`."""
    return None if value is None else DateRange(date.fromisoformat(value["start"]), date.fromisoformat(value["end"]))


def encode_attribution(attribution: Attribution) -> Json:
    """Source, cue and content as lists of [start, end]."""
    parts = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    return {name: [[span.start, span.end] for span in spans] for name, spans in parts.items()}


def encode_source(source: Source) -> Json:
    """{source, class, actor, naming, terms}."""
    return {
        "source": source.source,
        "class": source.source_class.value,
        "actor": source.actor,
        "naming": None if source.naming is None else source.naming.value,
        "terms": source.terms,
    }


def decode_source(value: Mapping[str, Any]) -> Source:
    """The inverse of `encode_source`; what older versions wrote has neither `naming` nor `terms`."""
    naming = value.get("naming")
    return Source(
        source=value["source"],
        source_class=SourceClass(value["class"]),
        actor=value["actor"],
        naming=None if naming is None else Naming(naming),
        terms=value.get("terms"),
    )


def encode_step(step: Step) -> Json:
    """{slot, rule, note, start, end, entry}."""
    return {
        "slot": step.slot,
        "rule": step.rule,
        "note": step.note,
        "start": step.start,
        "end": step.end,
        "entry": step.entry,
    }


def decode_step(value: Mapping[str, Any]) -> Step:
    """The inverse of `encode_step`."""
    return Step(value["slot"], value["rule"], value["note"], value["start"], value["end"], value["entry"])


def encode_claim(claim: Claim) -> Json:
    """The claim as in the contract, without its derivation (`trace`) and `transfer`, which the register adds."""
    evidence = claim.evidence
    return {
        "id": claim.id,
        "document": claim.document,
        "stage": claim.stage.value,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "requester": list(claim.requester),
        "supplier": list(claim.supplier),
        "recipient": list(claim.recipient),
        "intermediary": list(claim.intermediary),
        "items": [encode_item(item) for item in claim.items],
        "value": encode_money(claim.value),
        "date": encode_dates(claim.date),
        "conditions": list(claim.conditions),
        "reason": claim.reason,
        "answer": None if claim.answer is None else claim.answer.value,
        "attribution": [encode_source(source) for source in claim.attribution],
        "hedges": [{"text": hedge.text, "by": hedge.by.value} for hedge in claim.hedges],
        "evidence": {"start": evidence.start, "end": evidence.end, "text": evidence.text},
    }


def decode_claim(value: Mapping[str, Any], trace: tuple[Step, ...] = ()) -> Claim:
    """The inverse of `encode_claim`; `trace` is kept beside it."""
    evidence = value["evidence"]
    return Claim(
        id=value["id"],
        document=value["document"],
        stage=Stage(value["stage"]),
        polarity=Polarity(value["polarity"]),
        certainty=Certainty(value["certainty"]),
        requester=tuple(value["requester"]),
        supplier=tuple(value["supplier"]),
        recipient=tuple(value["recipient"]),
        intermediary=tuple(value["intermediary"]),
        items=tuple(decode_item(item) for item in value["items"]),
        value=decode_money(value["value"]),
        date=decode_dates(value["date"]),
        conditions=tuple(value["conditions"]),
        reason=value["reason"],
        answer=None if value["answer"] is None else Answer(value["answer"]),
        attribution=tuple(decode_source(source) for source in value["attribution"]),
        # Older registers do not have them.
        hedges=tuple(Hedge(hedge["text"], Hedger(hedge["by"])) for hedge in value.get("hedges", ())),
        evidence=Evidence(evidence["start"], evidence["end"], evidence["text"]),
        trace=trace,
    )
