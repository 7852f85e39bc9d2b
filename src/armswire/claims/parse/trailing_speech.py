"""A slip of the parser mended: the speech that closes a sentence, "..., the navy's spokesman, Ed Fox, told us".

The parser often takes who speaks for an apposition to the last noun of what is said, and the verb for a conjunct or a
clause below it. By the order of words there is little doubt: a comma, a noun phrase, a finite verb of speech that has
nothing to say behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from armswire.model.annotation import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOMINAL = frozenset(
    {"DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "PRP", "PRP$", "IN", "CD", "HYPH", "CC", "VBG", "VBN"}
)
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
# Words that open a phrase in which nobody speaks ("in Kyiv, ...").
OPENS_OTHERWISE = frozenset({"IN", "CC", "VBG", "VBN"})
SINGULAR = frozenset({"NN", "NNP"})
# What opens a phrase of one thing only.
SINGLE = frozenset({"a", "an", "one", "this", "that"})
# Before who does what a passive verb tells, and how many words behind the verb.
AGENT = "by"
REACH = 8
CONTENT = frozenset({"ccomp", "xcomp", "dobj"})
TOLD = "tell"
# Arcs to what stands behind the verb of speech and belongs to it.
AROUND = frozenset({"advcl", "prep", "npadvmod"})


def mend_trailing_speech(out: list[Token], speech: set[str]) -> None:
    """Makes the closing verb of speech of each sentence its root, who speaks its subject, what is said its clause."""
    for _, group in groupby(out, key=lambda token: token.sentence):
        sentence = list(group)
        for word in sentence:
            verb = _as_verb(out, word, sentence)
            if verb.lemma in speech and (verb.tag in FINITE or _is_quoted(out, verb)):
                speaker = _speaker_before(out, verb, sentence[0].index)
                if speaker is not None and _says_what_stands_before(out, verb, speaker, sentence):
                    out[verb.index] = verb
                    _mend(out, verb, speaker, sentence[0].index)
                    break


def _is_quoted(out: Sequence[Token], verb: Token) -> bool:
    """ "were quoted as saying": who is quoted says it."""
    return verb.tag == "VBN" and any(t.head == verb.index and t.dep == "auxpass" for t in out[: verb.index])


def _mend_agent(out: list[Token], verb: Token) -> None:
    """ "were quoted as saying [by the Courier]": the paper quotes, and says nothing itself."""
    for token in out[verb.index + 1 : verb.index + 1 + REACH]:
        saying = out[token.head]
        inside = saying.dep == "pcomp" and out[saying.head].head == verb.index
        if token.dep == "prep" and token.text.lower() == AGENT and inside and _is_quoted(out, verb):
            out[token.index] = replace(token, head=verb.index, dep="agent")


def _as_verb(out: Sequence[Token], word: Token, sentence: Sequence[Token]) -> Token:
    """The word; "a ministry document shows." ends in a verb, as one document is no several shows."""
    before = out[word.index - 1] if word.index > sentence[0].index else word
    closes = word.index + 1 >= sentence[-1].index and word.tag == "NNS"
    opening = next((t for t in reversed(out[sentence[0].index : word.index]) if t.tag == "DT" or t.text == ","), word)
    if not closes or before.tag not in SINGULAR or opening.text.lower() not in SINGLE:
        return word
    return replace(word, tag="VBZ", pos="VERB")


def _speaker_before(out: Sequence[Token], verb: Token, first: int) -> range | None:
    """The noun phrase between a comma and the verb, with an apposition of its own that a comma closes."""
    end = verb.index - 1
    while end > first and out[end].dep in {"advmod", "auxpass"}:
        end -= 1
    apposed = out[end].text == ","
    start = _segment(out, end - 1 if apposed else end, first)
    if start is None or not apposed:
        return None if start is None else range(start, end + 1)
    outer = _segment(out, start - 2, first)
    return None if outer is None else range(outer, end)


def _segment(out: Sequence[Token], last: int, first: int) -> int | None:
    """Where the noun phrase that ends at `last` begins, right behind a comma of the same sentence."""
    at = _described(out, last, first)
    while at > first and (out[at].tag in NOMINAL or out[at].dep == "compound"):
        at -= 1
    start = at + 1
    if at <= first or out[at].text != "," or start > last or out[start].tag in OPENS_OTHERWISE:
        return None
    return start if any(out[i].tag in NOUNS for i in range(start, last + 1)) else None


def _described(out: Sequence[Token], last: int, first: int) -> int:
    """The noun that a clause without commas describes up to `last`: "an official who was not to speak"; else `last`."""
    for opens in range(last, first, -1):
        if out[opens].text == ",":
            break
        if out[opens].tag == "WP" and out[opens - 1].tag in NOUNS:
            clause = next((t for t in out[opens : last + 1] if t.dep == "relcl" and t.head < opens), None)
            return last if clause is None else opens - 1
    return last


def _says_what_stands_before(out: Sequence[Token], verb: Token, speaker: range, sentence: Sequence[Token]) -> bool:
    """True where a main clause stands before the speaker and nothing that is said behind the verb."""
    begun = sentence[0].index
    behind = [t for t in sentence if t.head == verb.index and t.index > verb.index]
    if any(t.dep in CONTENT and not (t.dep == "dobj" and verb.lemma == TOLD) for t in behind):
        return False
    if verb.index < sentence[-1].index and out[verb.index + 1].text.lower() in {"that", '"', "“", ":"}:
        return False
    root = _main_verb(out, begun, speaker.start, verb)
    return root is not None and not any(
        t.dep in {"mark", "advmod"} and t.tag in {"IN", "WRB"} for t in _below(out, root, begun)
    )


def _below(out: Sequence[Token], root: int, begun: int) -> Iterator[Token]:
    return (out[i] for i in range(begun, root) if out[i].head == root)


def _main_verb(out: Sequence[Token], begun: int, end: int, verb: Token) -> int | None:
    """The finite clause before the speaker: the root, or what hangs on the verb of speech."""
    heads = [
        t.index
        for t in out[begun:end]
        if t.tag in FINITE | {"MD", "VB", "VBN", "VBG"} and (t.head == t.index or t.head == verb.index)
    ]
    return heads[0] if heads else None


def _objectless_before(out: Sequence[Token], i: int, speaker: range) -> int | None:
    """The preposition right before the phrase of token `i` that governs nothing."""
    first = i
    while first - 1 in speaker and out[first - 1].head == i:
        first -= 1
    before = out[first - 1] if first - 1 in speaker else None
    if before is None or before.pos != "ADP" or before.head == i:
        return None
    governed = any(out[k].head == before.index and out[k].dep in {"pobj", "pcomp"} and k != i for k in speaker)
    return None if governed else before.index


def _noun_of(out: list[Token], article: int, speaker: range) -> int:
    """The noun that an article determines, where the parser hangs the noun on the article or beside it."""
    beside = {article, out[article].head}
    noun = next((i for i in reversed(speaker) if out[i].head in beside and out[i].tag in NOUNS), article)
    for i in speaker:
        if noun != article and i != noun and (i == article or out[i].head == article):
            out[i] = replace(out[i], head=noun, dep="det" if i == article else out[i].dep)
    return noun


def _mend(out: list[Token], verb: Token, speaker: range, begun: int) -> None:
    clause = _main_verb(out, begun, speaker.start, verb)
    hangs = [i for i in speaker if out[i].head not in speaker]
    if clause is None or not hangs:
        return
    out[verb.index] = replace(out[verb.index], head=verb.index, dep="ROOT")
    out[clause] = replace(out[clause], head=verb.index, dep="ccomp")
    who, *others = hangs
    if out[who].tag == "DT":
        article, who = who, _noun_of(out, who, speaker)
        others = [i for i in others if i not in {article, who}]
    out[who] = replace(out[who], head=verb.index, dep="nsubjpass" if _is_quoted(out, verb) else "nsubj")
    for i in others:
        objectless = _objectless_before(out, i, speaker)
        if objectless is not None:
            # "a list made available to [Radio Tana] shows"
            out[i] = replace(out[i], head=objectless, dep="pobj")
        elif out[i].dep != "punct":
            out[i] = replace(out[i], head=who, dep="appos")
    _mend_agent(out, verb)
    for token in out[clause + 1 : speaker.start]:
        if token.head == verb.index and token.dep == "nsubj":
            # "has given Kyiv [all of its howitzers], the staff confirmed": what is given confirms nothing.
            out[token.index] = replace(token, head=clause, dep="dobj")
    for token in out[verb.index + 1 :]:
        if token.sentence == verb.sentence and begun <= token.head < speaker.start and token.dep in AROUND:
            # "..., quoting a source": how it was said, not how it was done.
            out[token.index] = replace(token, head=verb.index)
