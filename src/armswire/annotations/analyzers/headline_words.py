"""Words of headlines that a parser of running text mistakes, and the plainer ones with which it is asked again.

"Denmark readies boats" has for it no verb, "Fiji, Tonga to receive boats" no subject of two. With "makes" for the verb
and "and" for the comma it sees what stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from armswire.lexicon.headline_words import HeadlineWords
from armswire.model.annotation import Token

FINITE_TAGS = frozenset({"VBZ", "VBP", "VBD", "MD"})
NOUN_TAGS = frozenset({"NNS", "NNPS", "NN", "NNP"})
# In headlines these part the statement from its source or outlet, or from another: "Oslo buys tanks - The Herald".
PARTING = frozenset({"-", "–", "—", "|", ":", ";"})
# Of these, those that stand right behind the word before them.
CLOSED = frozenset({":", ";"})


@dataclass(frozen=True, slots=True)
class Plainer:
    """The word to show the parser in place of another, and the lemma that the other keeps."""

    word: str
    lemma: str


def parts(sign: str, *, before: bool, after: bool) -> bool:
    """True for a parting sign with white space on both sides; a colon or semicolon needs it only behind."""
    return sign in PARTING and after and (before or sign in CLOSED)


def opens_part(own: Sequence[Token], i: int) -> bool:
    """True for the token of a headline right behind a parting sign."""
    if i == 0:
        return False
    sign, token = own[i - 1], own[i]
    before = i > 1 and own[i - 2].span.end < sign.span.start
    return parts(sign.text, before=before, after=sign.span.end < token.span.start)


class HeadlineReader:
    """Finds what to put in place of the words of headlines."""

    def __init__(self, words: HeadlineWords, verbs: Mapping[str, str]) -> None:
        """`verbs` maps third persons ("lifts") to lemmas ("lift")."""
        self.words = words
        self.verbs = verbs
        self.plain = frozenset(verbs.values())

    def plainer_words(self, own: Sequence[Token]) -> dict[int, Plainer]:
        """By token, what to put in place of the words of a headline; empty where the parser needs no help."""
        out: dict[int, Plainer] = {}
        for part in _parts(own):
            out |= self._of_part(part)
        return out

    def _of_part(self, part: Sequence[Token]) -> dict[int, Plainer]:
        out = {token.index: Plainer(self.words.plainer.comma, ",") for token in self._commas_between_names(part)}
        for before, token in pairwise(part):
            if before.text[-1].isdigit() and token.text.lower() in self.words.scales:
                out[token.index] = Plainer(self.words.scales[token.text.lower()], token.text.lower())
        for found in (
            self._third_person(part) or self._plural(part) or self._base(part),
            self._noun_behind_verb(part),
            self._adjective(part),
            self._gerund(part),
        ):
            if found is not None:
                out[found[0].index] = found[1]
        return out

    def _third_person(self, part: Sequence[Token]) -> tuple[Token, Plainer] | None:
        """The first plural behind a name that could be the verb, in a part whose root is no finite verb before it."""
        for before, token, after in zip(part, part[1:], part[2:], strict=False):
            if token.tag in FINITE_TAGS:
                return None
            word = token.text.lower()
            named = before.pos in {"PROPN", "NOUN"} or (before is part[0] and before.text[:1].isupper())
            if word not in self.verbs or token.tag not in NOUN_TAGS or not named:
                continue
            if _agrees_with_none(token, part):
                return token, Plainer(self.words.plainer.standing, self.verbs[word])
            infinitive = after.text.lower() == self.words.infinitive
            phrasal = self.words.phrasal.get(f"{self.verbs[word]} {after.text.lower()}")
            if phrasal is not None:
                return token, Plainer(phrasal, self.verbs[word])
            if after.text.lower() in self.words.not_behind_verbs:
                wishes = infinitive and after.tag == "TO"
                return (token, Plainer(self.words.plainer.wishing, self.verbs[word])) if wishes else None
            if after.tag not in {"IN", "VBD", "VBZ", "MD"}:
                return token, Plainer(self.words.plainer.third_person, self.verbs[word])
        return None

    def _commas_between_names(self, part: Sequence[Token]) -> list[Token]:
        """The commas of a list of names that opens a part before "to" or a verb: "Fiji, Tonga to receive"."""
        commas: list[Token] = []
        if part and part[0].tag == "IN":
            return self._comma_between_two(part)  # "In reversal, Norway sends"
        for i, token in enumerate(part):
            if token.text == "," and 0 < i < len(part) - 1 and part[i + 1].text[:1].isupper():
                commas.append(token)
            elif not token.text[:1].isupper() and token.text.lower() not in self.words.list_joints:
                verb = token.tag.startswith("VB") or token.text.lower() in self.plain
                opens = commas and (verb or token.text.lower() == self.words.infinitive)
                return commas if opens else self._comma_between_two(part)
        return self._comma_between_two(part)

    def _comma_between_two(self, part: Sequence[Token]) -> list[Token]:
        """The comma of "presses Madrid, Rome to" and of "pleads with Ottawa, Rome:"."""
        pressed = len(part) > 4 and part[-2].text == "," and part[-4].text in self.words.before_pressed
        if pressed and _are_names(part[-3], part[-1]):
            return [part[-2]]
        for i in range(2, len(part) - 2):
            leads = part[i - 2].tag.startswith("VB") or part[i - 2].text.islower()
            follows = part[i + 2].text.lower() == self.words.infinitive or part[i + 2].text in CLOSED
            if part[i].text == "," and leads and follows and _are_names(part[i - 1], part[i + 1]):
                return [part[i]]
        return []

    def _plural(self, part: Sequence[Token]) -> tuple[Token, Plainer] | None:
        """The base form behind a list of names: "Chile, Peru pledge boats"."""
        names = 0
        for before, token, after in zip(part, part[1:], part[2:], strict=False):
            if before.text == "," or before.text in self.words.list_joints:
                names += 1
            elif not before.text[:1].isupper():
                return None
            word = token.text.lower()
            if names and word == token.text and word in self.plain and token.tag in NOUN_TAGS:
                return None if after.tag in {"IN", "TO"} else (token, Plainer(self.words.plainer.base, word))
        return None

    def _base(self, part: Sequence[Token]) -> tuple[Token, Plainer] | None:
        """ "MPs back sending": taken for an adverb; "presses Madrid to part with", "drones strike Kyiv": for a noun."""
        for before, token, after in zip(part, part[1:], part[2:], strict=False):
            word = token.text.lower()
            if word not in self.plain or token.tag in FINITE_TAGS:
                continue
            plainer = self.words.plainer
            if after.tag == "VBG" and token.tag in {"RB", "RP", "IN"}:
                return token, Plainer(self.words.plainer.supporting, word)
            plural = before.tag == "NNS"
            leads = plural or self._gives_with(before, part, after)
            if token.tag in NOUN_TAGS and after.text[:1].isupper() and leads:
                return token, Plainer(plainer.base if plural else plainer.giving_with, word)
            infinitive = before.text.lower() == self.words.infinitive and token.tag == "NN"
            if infinitive and after.text.lower() != self.words.of:
                with_it = after.text.lower() == self.words.shared_out
                return token, Plainer(plainer.dealing_with if with_it else plainer.base, word)
        return None

    def _noun_behind_verb(self, part: Sequence[Token]) -> tuple[Token, Plainer] | None:
        """ "lifts hold on": a noun that could be a verb, right behind the verb, taken for another one."""
        for before, token, after in zip(part, part[1:], part[2:], strict=False):
            word = token.text.lower()
            doubtful = word in self.plain and token.dep != "dobj" and token.tag in {"NN", "VB", "VBP"}
            if before.text.lower() in self.verbs and doubtful and after.text.lower() in self.words.behind_nouns:
                return token, Plainer(self.words.plainer.noun, word)
        return None

    def _adjective(self, part: Sequence[Token]) -> tuple[Token, Plainer] | None:
        """ "offers light tanks": taken for a verb."""
        for token, after in pairwise(part):
            if token.text.lower() in self.words.verb_like and token.tag.startswith("VB") and after.tag in NOUN_TAGS:
                return token, Plainer(self.words.plainer.adjective, token.text.lower())
        return None

    def _gives_with(self, before: Token, part: Sequence[Token], after: Token) -> bool:
        """ "Canada Supply Ukraine With": a base form where English wants "supplies"."""
        behind = after.index - part[0].index + 1
        return before.pos == "PROPN" and behind < len(part) and part[behind].text.lower() == self.words.shared_out

    def _gerund(self, part: Sequence[Token]) -> tuple[Token, Plainer] | None:
        """ "rules out selling ammunition": taken for a part of what is sold."""
        for before, token, after in zip(part, part[1:], part[2:], strict=False):
            word = token.text.lower()
            stems = {word[:-3], f"{word[:-3]}e", word[:-4]} if word.endswith("ing") else set()
            verb = next(iter(stems & self.plain), None)
            leads = before.tag in {"RP", "VBZ", "VBP", "VBD"} or before.text.lower() in self.words.before_gerunds
            if verb is not None and token.dep == "compound" and leads and after.tag in NOUN_TAGS:
                return token, Plainer(self.words.plainer.gerund, verb)
        return None


def _parts(own: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The stretches between parting signs."""
    edges = [0, *(i for i in range(len(own)) if opens_part(own, i)), len(own)]
    yield from (own[first:end] for first, end in pairwise(edges))


def _agrees_with_none(token: Token, part: Sequence[Token]) -> bool:
    """ "Plane lands in Oslo, unloads guns": a plural cannot be the subject of "unloads", so it is a verb itself."""
    behind = token.head - part[0].index
    if token.dep != "nsubj" or not token.index - part[0].index + 1 < behind < len(part):
        return False
    return token.tag in {"NNS", "NNPS"} and part[behind].tag == "VBZ" and part[behind - 1].text == ","


def _are_names(*tokens: Token) -> bool:
    return all(token.pos == "PROPN" and token.text[:1].isupper() for token in tokens)
