"""People who hold an office somewhere in a document, and every other mention of them in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from armswire.annotations.office_holders import HOLDER, OfficeHolders
from armswire.annotations.token_index import TokenIndex
from armswire.model.annotation import ActorKind, Token


@dataclass(frozen=True, slots=True)
class Tied:
    """An actor in tokens; `name` is the range of the personal name in it, where there is one.

    `by_default` where only the words for the office tell the actor ("secretary of state").
    """

    first: int
    last: int
    kind: ActorKind
    actors: tuple[str, ...]
    entry: str
    name: tuple[int, int] | None = None
    anonymous: bool = False
    by_default: bool = False


def with_persons(tied: Sequence[Tied], holders: OfficeHolders, index: TokenIndex) -> list[Tied]:
    """What was found in a document, in its order, with whom the persons in it speak for and all who are named again.

    What the document tells goes before what the knowledge does: of whom it gives an office of its own, that is taken.
    """
    known = _known_persons(tied, index)
    told = [_with_known_state(t, known, index) for t in tied]
    told = [_with_holder(t, holders) for t in told if not _is_told_otherwise(t, known, index)]
    return sorted([*told, *_surnames(told, _known_persons(told, index), index)], key=lambda t: t.first)


def is_name(token: Token) -> bool:
    """True for a proper noun with a capital."""
    return token.pos == "PROPN" and token.text[:1].isupper()


def _known_persons(tied: Sequence[Tied], index: TokenIndex) -> dict[str, Tied]:
    """Each name of the persons of a document who hold an office, with the mention that tells most."""
    known: dict[str, Tied] = {}
    for person in sorted(tied, key=lambda t: (not t.actors, t.first)):
        if person.name is not None and person.kind in {ActorKind.PERSON, ActorKind.EXPERT}:
            for i in range(person.name[0], person.name[1] + 1):
                token = index.tokens[i]
                if is_name(token) and len(token.text) > 2:
                    known.setdefault(token.text, person)
    return known


def _with_known_state(tied: Tied, known: dict[str, Tied], index: TokenIndex) -> Tied:
    """ "President Zelensky" after "Ukrainian President Volodymyr Zelensky": the same state."""
    if tied.actors or tied.name is None:
        return tied
    last = index.tokens[tied.name[1]].text
    person = known.get(last)
    return tied if person is None or not person.actors else replace(tied, actors=person.actors)


def _is_told_otherwise(tied: Tied, known: dict[str, Tied], index: TokenIndex) -> bool:
    """True for somebody of the knowledge whose surname the text gives to another."""
    if not tied.entry.startswith(HOLDER):
        return False
    person = known.get(index.tokens[tied.last].text)
    return person is not None and not person.entry.startswith(HOLDER) and person.actors not in {(), tied.actors}


def _with_holder(tied: Tied, holders: OfficeHolders) -> Tied:
    """ "President Macron", whose state the text does not tell: the state of the one who is known by that name."""
    if tied.name is None or tied.kind is not ActorKind.PERSON or (tied.actors and not tied.by_default):
        return tied
    found = holders.of_office(tied.entry, (tied.first, tied.last), tied.name)
    return tied if found is None else replace(tied, actors=(found.actor,), entry=f"{tied.entry} of {found.entry}")


def _surnames(tied: Sequence[Tied], known: dict[str, Tied], index: TokenIndex) -> list[Tied]:
    """Later and earlier mentions, by name alone, of persons who hold an office somewhere in the document."""
    covered = {i for t in tied for i in range(t.first, t.last + 1)}
    found: list[Tied] = []
    i = 0
    while i < len(index.tokens):
        token = index.tokens[i]
        if i in covered or token.text not in known or not is_name(token) or _is_in_a_date(index, i):
            i += 1
            continue
        last = i
        while last + 1 < len(index.tokens) and last + 1 not in covered and _continues_name(index, last + 1, known):
            last += 1
        person = known[token.text]
        found.append(Tied(i, last, person.kind, person.actors, f"named elsewhere: {person.entry}", (i, last)))
        i = last + 1
    return found


def _is_in_a_date(index: TokenIndex, i: int) -> bool:
    """ "May 5" in an article on Theresa May."""
    follows = index.tokens[i + 1] if i + 1 < len(index.tokens) else None
    return follows is not None and follows.sentence == index.tokens[i].sentence and follows.text.isdigit()


def _continues_name(index: TokenIndex, i: int, known: dict[str, Tied]) -> bool:
    tokens = index.tokens
    if tokens[i].sentence != tokens[i - 1].sentence:
        return False
    if tokens[i].text == "-":
        return i + 1 < len(tokens) and is_name(tokens[i + 1])
    return is_name(tokens[i]) and tokens[i].text in known
