"""Words of headlines that a parser of running text mistakes, and the plainer ones with which it is asked again.

"Denmark readies boats" has for it no verb, "Fiji, Tonga to receive boats" no subject of two. With "makes" for the verb
and "and" for the comma it sees what stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from armswire.model.annotation import Token

FINITE_TAGS = frozenset({"VBZ", "VBP", "VBD", "MD"})
NOUN_TAGS = frozenset({"NNS", "NNPS", "NN", "NNP"})
NAME_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ"})
# In headlines these part the statement from its source or outlet, or from another: "Oslo buys tanks - The Herald".
PARTING = frozenset({"-", "–", "—", "|", ":", ";"})
# Verbs with a small word behind which the parser loses the verb ("hands over four vehicles"), and plainer ones.
PHRASAL = {
    "hand over": "takes", "turn over": "takes", "pass on": "takes", "rule out": "takes", "ramp up": "takes",
    "step up": "takes", "call for": "waits", "plead for": "waits", "appeal for": "waits", "plead with": "speaks",
    "appeal to": "speaks", "part with": "deals", "sign for": "waits", "backtrack on": "waits", "renege on": "waits",
}  # fmt: skip
# Short words for large numbers ("4 bn kroner").
SCALES = {"bn": "billion", "bln": "billion", "mn": "million", "mln": "million", "mio": "million", "crore": "million"}
# Adjectives of weapons that are verbs too.
VERB_LIKE = frozenset({"light", "spare"})
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


def plainer_words(own: Sequence[Token], verbs: Mapping[str, str]) -> dict[int, Plainer]:
    """By token, what to put in place of the words of a headline; empty where the parser needs no help.

    `verbs` maps third persons ("lifts") to lemmas ("lift").
    """
    out: dict[int, Plainer] = {}
    for part in _parts(own):
        out |= _of_part(part, verbs)
    return out


def _parts(own: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The stretches between parting signs."""
    edges = [0, *(i for i in range(len(own)) if opens_part(own, i)), len(own)]
    yield from (own[first:end] for first, end in pairwise(edges))


def _of_part(part: Sequence[Token], verbs: Mapping[str, str]) -> dict[int, Plainer]:
    plain = frozenset(verbs.values())
    out = {token.index: Plainer("and", ",") for token in _commas_between_names(part, plain)}
    for before, token in pairwise(part):
        if before.text[-1].isdigit() and token.text.lower() in SCALES:
            out[token.index] = Plainer(SCALES[token.text.lower()], token.text.lower())
    for found in (
        _third_person(part, verbs) or _plural(part, plain) or _base(part, plain),
        _noun_behind_verb(part, verbs),
        _adjective(part),
        _gerund(part, plain),
    ):
        if found is not None:
            out[found[0].index] = found[1]
    return out


def _third_person(part: Sequence[Token], verbs: Mapping[str, str]) -> tuple[Token, Plainer] | None:
    """The first plural behind a name that could be the verb, in a part whose root is no finite verb before it."""
    for before, token, after in zip(part, part[1:], part[2:], strict=False):
        if token.tag in FINITE_TAGS:
            return None
        word = token.text.lower()
        named = before.pos in {"PROPN", "NOUN"} or (before is part[0] and before.text[:1].isupper())
        if word not in verbs or token.tag not in NOUN_TAGS or not named:
            continue
        infinitive = after.text.lower() == "to"
        phrasal = PHRASAL.get(f"{verbs[word]} {after.text.lower()}")
        if phrasal is not None:
            return token, Plainer(phrasal, verbs[word])
        if after.text.lower() in {"to", "on", "for"}:
            return (token, Plainer("wants", verbs[word])) if infinitive and after.tag == "TO" else None
        if after.tag not in {"IN", "VBD", "VBZ", "MD"}:
            return token, Plainer("makes", verbs[word])
    return None


def _commas_between_names(part: Sequence[Token], plain: frozenset[str]) -> list[Token]:
    """The commas of a list of names that opens a part before "to" or a verb: "Fiji, Tonga to receive"."""
    commas: list[Token] = []
    if part and part[0].tag == "IN":
        return _comma_between_two(part)  # "In reversal, Norway sends"
    for i, token in enumerate(part):
        if token.text == "," and 0 < i < len(part) - 1 and part[i + 1].text[:1].isupper():
            commas.append(token)
        elif not token.text[:1].isupper() and token.text.lower() not in {"and", "&"}:
            verb = token.tag.startswith("VB") or token.text.lower() in plain
            opens = commas and (verb or token.text.lower() == "to")
            return commas if opens else _comma_between_two(part)
    return _comma_between_two(part)


def _comma_between_two(part: Sequence[Token]) -> list[Token]:
    """The comma of "presses Madrid, Rome to" and of "pleads with Ottawa, Rome:"."""
    if len(part) > 4 and part[-2].text == "," and part[-4].text in {"to", "for"} and _are_names(part[-3], part[-1]):
        return [part[-2]]
    for i in range(2, len(part) - 2):
        leads = part[i - 2].tag.startswith("VB") or part[i - 2].text.islower()
        follows = part[i + 2].text.lower() == "to" or part[i + 2].text in CLOSED
        if part[i].text == "," and leads and follows and _are_names(part[i - 1], part[i + 1]):
            return [part[i]]
    return []


def _are_names(*tokens: Token) -> bool:
    return all(token.pos == "PROPN" and token.text[:1].isupper() for token in tokens)


def _plural(part: Sequence[Token], plain: frozenset[str]) -> tuple[Token, Plainer] | None:
    """The base form behind a list of names: "Chile, Peru pledge boats"."""
    names = 0
    for before, token, after in zip(part, part[1:], part[2:], strict=False):
        if before.text in {",", "and", "&"}:
            names += 1
        elif not before.text[:1].isupper():
            return None
        word = token.text.lower()
        if names and word == token.text and word in plain and token.tag in NOUN_TAGS:
            return None if after.tag in {"IN", "TO"} else (token, Plainer("make", word))
    return None


def _base(part: Sequence[Token], plain: frozenset[str]) -> tuple[Token, Plainer] | None:
    """ "MPs back sending": taken for an adverb; "presses Madrid to part with", "drones strike Kyiv": for a noun."""
    for before, token, after in zip(part, part[1:], part[2:], strict=False):
        word = token.text.lower()
        if word not in plain or token.tag in FINITE_TAGS:
            continue
        if after.tag == "VBG" and token.tag in {"RB", "RP", "IN"}:
            return token, Plainer("support", word)
        if (
            token.tag in NOUN_TAGS
            and after.text[:1].isupper()
            and (before.tag == "NNS" or _gives_with(before, part, after))
        ):
            return token, Plainer("make" if before.tag == "NNS" else "supplies", word)
        if before.text.lower() == "to" and token.tag == "NN" and after.text.lower() != "of":
            return token, Plainer("deal" if after.text.lower() == "with" else "make", word)
    return None


def _noun_behind_verb(part: Sequence[Token], verbs: Mapping[str, str]) -> tuple[Token, Plainer] | None:
    """ "lifts hold on": a noun that could be a verb, right behind the verb, taken for another one."""
    plain = frozenset(verbs.values())
    for before, token, after in zip(part, part[1:], part[2:], strict=False):
        word = token.text.lower()
        doubtful = word in plain and token.dep != "dobj" and token.tag in {"NN", "VB", "VBP"}
        if before.text.lower() in verbs and doubtful and after.text.lower() in {"on", "of", "in", "over"}:
            return token, Plainer("ban", word)
    return None


def _adjective(part: Sequence[Token]) -> tuple[Token, Plainer] | None:
    """ "offers light tanks": taken for a verb."""
    for token, after in pairwise(part):
        if token.text.lower() in VERB_LIKE and token.tag.startswith("VB") and after.tag in NOUN_TAGS:
            return token, Plainer("small", token.text.lower())
    return None


def _gives_with(before: Token, part: Sequence[Token], after: Token) -> bool:
    """ "Canada Supply Ukraine With": a base form where English wants "supplies"."""
    behind = after.index - part[0].index + 1
    return before.pos == "PROPN" and behind < len(part) and part[behind].text.lower() == "with"


def _gerund(part: Sequence[Token], plain: frozenset[str]) -> tuple[Token, Plainer] | None:
    """ "rules out selling ammunition": taken for a part of what is sold."""
    for before, token, after in zip(part, part[1:], part[2:], strict=False):
        word = token.text.lower()
        stems = {word[:-3], f"{word[:-3]}e", word[:-4]} if word.endswith("ing") else set()
        verb = next(iter(stems & plain), None)
        leads = before.tag in {"RP", "VBZ", "VBP", "VBD"} or before.text.lower() in {"out", "off"}
        if verb is not None and token.dep == "compound" and leads and after.tag in NOUN_TAGS:
            return token, Plainer("making", verb)
    return None
