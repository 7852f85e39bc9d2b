"""Disputes to and from JSON; keys are those of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from armswire.model.attribution import SourceClass
from armswire.model.claim import Answer
from armswire.model.dispute import Dispute, DisputeSide, DisputeState, DisputeType, OpenAnswer, Word
from armswire.model.encoding import Json


def encode_dispute(dispute: Dispute) -> Json:
    """The dispute as in the contract; `words` tells of each of `on_whose_word` the class, the actor and the day."""
    return {
        "id": dispute.id,
        "type": dispute.type.value,
        "question": dispute.question,
        "sides": [
            {
                "says": side.says,
                "on_whose_word": list(side.on_whose_word),
                "claims": list(side.claims),
                "words": [_encode_word(word) for word in side.words],
            }
            for side in dispute.sides
        ],
        "answers": [
            {"answer": None if given.answer is None else given.answer.value, **_encode_word(given.word)}
            for given in dispute.answers
        ],
        "state": dispute.state.value,
        "state_reason": dispute.state_reason,
        "transfer": dispute.transfer,
        "judgements": list(dispute.judgements),
    }


def decode_dispute(value: Mapping[str, Any]) -> Dispute:
    """The inverse of `encode_dispute`."""
    return Dispute(
        id=value["id"],
        type=DisputeType(value["type"]),
        question=value["question"],
        sides=tuple(
            DisputeSide(side["says"], tuple(_decode_word(word) for word in side["words"]), tuple(side["claims"]))
            for side in value["sides"]
        ),
        state=DisputeState(value["state"]),
        state_reason=value["state_reason"],
        transfer=value["transfer"],
        answers=tuple(
            OpenAnswer(None if given["answer"] is None else Answer(given["answer"]), _decode_word(given))
            for given in value["answers"]
        ),
        judgements=tuple(value["judgements"]),
    )


def _encode_word(word: Word) -> Json:
    return {
        "on_whose_word": word.whose,
        "class": None if word.source_class is None else word.source_class.value,
        "actor": word.actor,
        "date": None if word.date is None else word.date.isoformat(),
        "claims": list(word.claims),
    }


def _decode_word(value: Mapping[str, Any]) -> Word:
    return Word(
        whose=value["on_whose_word"],
        source_class=None if value["class"] is None else SourceClass(value["class"]),
        actor=value["actor"],
        date=None if value["date"] is None else date.fromisoformat(value["date"]),
        claims=tuple(value["claims"]),
    )
