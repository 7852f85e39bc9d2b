"""Which frame or operator of the language stands at a token."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from armswire.claims.parse.grammar import Grammar
from armswire.lexicon.language import Cue

C = TypeVar("C", bound=Cue)

# How many tokens after the first word of a phrase its other words may stand ("put the delivery on hold").
PHRASE_REACH = 12


class CueBook(Generic[C]):
    """Cues by lemma; phrases of several words before single words."""

    def __init__(self, cues: Iterable[C]) -> None:
        self._verbs: dict[str, list[tuple[tuple[str, ...], C]]] = defaultdict(list)
        self._modified: dict[str, list[tuple[str, C]]] = defaultdict(list)
        self._nouns: dict[str, list[tuple[tuple[str, ...], C]]] = defaultdict(list)
        self._adjectives: dict[str, list[tuple[tuple[str, ...], C]]] = defaultdict(list)
        for cue in cues:
            for table, forms in (
                (self._verbs, cue.verbs),
                (self._nouns, cue.nouns),
                (self._adjectives, cue.adjectives),
            ):
                for form in forms:
                    first, *rest = form.split()
                    table[first].append((tuple(rest), cue))
                    if table is self._nouns and len(rest) == 1:
                        # "a green light": the phrase hangs on its last word.
                        self._modified[rest[0]].append((first, cue))
        for table in (self._verbs, self._nouns, self._adjectives):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, grammar: Grammar, i: int) -> list[C]:
        """The cues whose words stand at token `i`; only those of the longest phrase."""
        token = grammar.tokens[i]
        entries: list[tuple[tuple[str, ...], C]] = []
        if grammar.is_verb(i):
            entries += self._verbs.get(token.lemma, [])
            if token.tag in {"VBN", "VBG", "VBD"}:
                entries += self._adjectives.get(token.text.lower(), [])
        elif token.pos in {"NOUN", "PROPN"}:
            entries += self._nouns.get(token.lemma, [])
            entries += [((), cue) for first, cue in self._modified.get(token.lemma, []) if grammar.word(i - 1) == first]
        elif token.pos in {"ADJ", "ADV"}:
            entries += self._adjectives.get(token.text.lower(), [])
        fitting = [
            (len(rest) + bool(cue.completed_by), cue)
            for rest, cue in entries
            if _phrase_stands(grammar, i, rest)
            and (not cue.completed_by or _is_completed(grammar, i, cue.completed_by))
            and (not cue.only_denied or _is_denied(grammar, i))
        ]
        longest = max((length for length, _ in fitting), default=0)
        at_hand = [
            (rest, cue)
            for rest, cue in entries
            if len(rest) == longest and _phrase_follows(grammar, i, rest) and not cue.only_denied
        ]
        if longest and at_hand:
            # "votes down a plan for tanks": not "vote for".
            return [cue for _, cue in at_hand]
        return [cue for length, cue in fitting if length == longest]


def _is_denied(grammar: Grammar, i: int) -> bool:
    """ "did not comment", "gave no comment", "without commenting"."""
    return grammar.is_negated(i) or grammar.denies_object(i) or grammar.governed_by_negation(i)


def _phrase_follows(grammar: Grammar, i: int, rest: tuple[str, ...]) -> bool:
    """True where the further words stand right behind the first one's token."""
    behind = grammar.tokens[i + 1 : i + 1 + len(rest)]
    return tuple(t.text.lower() for t in behind) == rest


def _phrase_stands(grammar: Grammar, i: int, rest: tuple[str, ...]) -> bool:
    """True where each further word stands below the first one's token, or right behind it."""
    if not rest:
        return True
    tokens = grammar.tokens
    near = {tokens[j].lemma for j in range(i + 1, min(i + 2 + len(rest), len(tokens)))}
    near |= {tokens[j].text.lower() for j in range(i + 1, min(i + 2 + len(rest), len(tokens)))}
    for child in grammar.children[i]:
        if 0 < child - i <= PHRASE_REACH:
            near.add(tokens[child].lemma)
            near.update(tokens[g].lemma for g in grammar.children[child] if tokens[g].dep in {"pobj", "dobj", "xcomp"})
    return all(word in near for word in rest)


def _is_completed(grammar: Grammar, i: int, words: Sequence[str]) -> bool:
    """True where one of the words is said of something at token `i`: "calls it false", "as lies", "a pack of lies"."""
    said = [c for c in grammar.children[i] if c > i]
    for _ in range(2):
        said += [o for c in said for p in (c, *grammar.kids(c, "prep")) for o in grammar.kids(p, "pobj")]
    return any(grammar.tokens[c].lemma in words or grammar.word(c) in words for c in said)
