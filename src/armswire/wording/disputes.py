"""The sides of a dispute in short words."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.model.dispute import Dispute, OpenAnswer, Word

NEITHER = "neither yes nor no"


def say_word(word: Word) -> str:
    """Whose word, the class of the speaker and the day: Mind, citing Seoul (government body, KOR), 2023-05-25."""
    known = [word.source_class.value.replace("_", " ")] if word.source_class is not None else []
    known += [word.actor.removeprefix("org:")] if word.actor is not None else []
    told = f"{word.whose} ({', '.join(known)})" if known else word.whose
    return told if word.date is None else f"{told}, {word.date.isoformat()}"


def say_answer(given: OpenAnswer) -> str:
    """Whose word, and in what way it is neither yes nor no."""
    return f"{say_word(given.word)}: {say_how(given)}"


def say_sides(dispute: Dispute) -> Iterator[str]:
    """One line a side, and one for the answers that are neither yes nor no."""
    for side in dispute.sides:
        yield f"{side.says}: {'; '.join(side.on_whose_word)}"
    if dispute.answers:
        yield f"{NEITHER}: " + "; ".join(f"{given.word.whose} ({say_how(given)})" for given in dispute.answers)


def say_how(given: OpenAnswer) -> str:
    """In what way it is neither yes nor no."""
    return "leaves it open" if given.answer is None else given.answer.value.replace("_", " ")
