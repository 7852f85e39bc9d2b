"""Slips that a word and its neighbours show: gerunds, participles, objects and prepositions hung on the wrong word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from armswire.claims.parse.attachment import mend_attachment, mend_counted
from armswire.lexicon.language import Frame, LanguageFile, Operator
from armswire.model.annotation import Token

# Verb forms that carry a tense of their own, which "must [stand]" and "to [stand]" do not.
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})


def first_words(cues: Iterable[Operator | Frame]) -> set[str]:
    """The verbs of cues, without what stands behind them."""
    return {form.split()[0] for cue in cues for form in cue.verbs}


def mend_words(out: list[Token], language: LanguageFile) -> None:
    """Mends slips that a word and its neighbours show."""
    nouns = {word for cue in (*language.operators, *language.frames) for word in cue.nouns}
    verbs, frames = first_words(language.operators), first_words(language.frames)
    governing = verbs - set(language.auxiliaries.lemmas)
    for i in range(len(out)):
        token = out[i]
        if mend_attachment(out, token, nouns, language) or mend_counted(out, token):
            continue
        if token.dep in {"amod", "compound"} and token.text.endswith("ing") and _after_preposition(out, token):
            _gerund_under_preposition(out, token, verbs | frames)
        elif token.dep == "prep":
            _noun_takes_preposition(out, token, nouns, language.prepositions.about)
        elif token.dep == "advmod" and token.lemma in language.count_nouns:
            _count_comes(out, token, frames, language.auxiliaries.infinitive_markers)
        elif token.dep == "xcomp" and token.tag == "VBG" and out[token.head].lemma in language.addressing_verbs:
            _participle_describes_hearer(out, token)
        elif token.tag == "VBG" and token.lemma in frames:
            if token.dep == "amod":
                _gerund_takes_object(out, token, verbs)
                _gerund_follows_preposition(out, token, verbs)
            elif token.dep == "advcl":
                _gerund_is_complement(out, token, verbs)
        elif token.dep == "conj" and token.tag in FINITE_TAGS:
            _finite_joins_finite(out, token)
        elif token.dep == "aux" and token.lemma in governing and token.tag in {"VBZ", "VBP", "VBD"}:
            _auxiliary_governs(out, token)
        elif token.dep == "ROOT" and token.tag == "VBZ" and token.lemma in frames:
            _verb_continues(out, token)
        elif token.dep == "compound" and token.lemma in governing and token.tag == "VBZ":
            _verb_takes_object(out, token)
        elif token.dep == "relcl" and token.tag.startswith("VB"):
            _named_noun_acts(out, token)
        elif token.dep == "acl" and token.tag == "VBN":
            _apposed_name_acts(out, token)


def _participle_describes_hearer(out: list[Token], token: Token) -> None:
    """ "told [visiting] French senators": nobody tells a doing; the senators hear what is told."""
    hearer = next((t for t in out[token.index :] if t.head == token.index and t.dep == "dobj"), None)
    if hearer is None or token.index != token.head + 1:
        return
    for other in [t for t in out if t.head == token.index and t.index != hearer.index]:
        out[other.index] = replace(other, head=token.head)
    out[hearer.index] = replace(hearer, head=token.head)
    out[token.index] = replace(token, head=hearer.index, dep="amod", tag=token.tag)


def _noun_takes_preposition(out: list[Token], token: Token, nouns: set[str], about: Sequence[str]) -> None:
    """ "repeated his plea [for weapons]" is a plea for weapons, though the preposition hangs on the verb.

    So is "dropped its opposition [to sending]".
    """
    gerund = token.index + 1 < len(out) and out[token.index + 1].tag == "VBG"
    if token.index == 0 or not (token.text.lower() in about or (gerund and token.text.lower() == "to")):
        return
    before = out[token.index - 1]
    on_verb = out[token.head].tag.startswith("VB") and token.head < before.index
    if on_verb and before.lemma in nouns and before.pos == "NOUN" and before.dep in {"dobj", "nsubjpass"}:
        out[token.index] = replace(token, head=before.index)


def _count_comes(out: list[Token], token: Token, frames: set[str], markers: Sequence[str]) -> None:
    """ "More to follow": the word is what comes, not how it comes."""
    verb = out[token.head]
    between = [t.text.lower() for t in out[token.index + 1 : verb.index]]
    if verb.dep == "ROOT" and verb.lemma in frames and between and all(word in markers for word in between):
        out[token.index] = replace(token, dep="nsubj")


def _after_preposition(out: Sequence[Token], token: Token) -> bool:
    """True for a modifier right behind the preposition that governs its noun."""
    before = out[token.index - 1] if token.index else token
    return before.pos == "ADP" and out[token.head].dep == "pobj" and out[token.head].head == before.index


def _gerund_under_preposition(out: list[Token], token: Token, verbs: set[str]) -> None:
    """ "stopped short of [promising tanks]": what is done, not what the tanks are like."""
    if token.dep == "compound" and out[out[out[token.head].head].head].lemma not in verbs:
        # "based on shipping records": a name for them.
        return
    stem = token.text.lower().removesuffix("ing")
    lemma = next((form for form in (token.lemma, stem, f"{stem}e", stem[:-1]) if form in verbs), None)
    if lemma is None:
        return
    noun = out[token.head]
    out[token.index] = replace(token, head=noun.head, dep="pcomp", pos="VERB", tag="VBG", lemma=lemma)
    out[noun.index] = replace(noun, head=token.index, dep="dobj")
    above = out[noun.head].head
    above = out[above].head if out[above].dep == "advmod" else above
    for other in list(out):
        if other.head == above and other.dep in {"prep", "dative"} and other.index > noun.index:
            out[other.index] = replace(other, head=token.index)


def _finite_joins_finite(out: list[Token], token: Token) -> None:
    """ "said it must stand firm and [hinted] at tanks": a verb with a tense continues the one with the same."""
    first = out[token.head]
    above = out[first.head]
    if first.tag == "VB" and first.dep in {"ccomp", "xcomp", "advcl"} and above.tag == token.tag:
        own_subject = any(t.head == token.index and t.dep in {"nsubj", "nsubjpass"} for t in out)
        if not own_subject:
            out[token.index] = replace(token, head=above.index)


def _operator_before(out: Sequence[Token], i: int, verbs: set[str]) -> Token | None:
    """The operator verb right before token `i`, with at most a particle between ("ruled out sending")."""
    for at in (i - 1, i - 2):
        if at >= 0 and out[at].tag.startswith("VB") and out[at].lemma in verbs:
            return out[at] if at == i - 1 or out[i - 1].dep == "prt" else None
    return None


def _gerund_takes_object(out: list[Token], token: Token, verbs: set[str]) -> None:
    """ "denied supplying drones [to X]": the gerund is what is denied, the drones are its object."""
    verb = _operator_before(out, token.index, verbs)
    noun = out[token.head]
    if verb is None or noun.head != verb.index or noun.dep not in {"dobj", "obj", "nsubj", "dep"}:
        return
    out[token.index] = replace(token, head=verb.index, dep="xcomp")
    out[noun.index] = replace(noun, head=token.index, dep="dobj")
    for other in list(out):
        if other.head == verb.index and other.dep in {"prep", "dative"} and other.index > noun.index:
            out[other.index] = replace(other, head=token.index)


def _gerund_follows_preposition(out: list[Token], token: Token, verbs: set[str]) -> None:
    """ "accused Chad of flying weapons [to X]": the gerund is what it was accused of, the weapons are its object."""
    noun = out[token.head]
    preposition = out[token.index - 1] if token.index else token
    verb = out[preposition.head]
    follows = preposition.dep == "prep" and noun.dep == "pobj" and noun.head == preposition.index
    if not follows or noun.index < token.index or verb.lemma not in verbs or not verb.tag.startswith("VB"):
        return
    out[token.index] = replace(token, head=preposition.index, dep="pcomp")
    out[noun.index] = replace(noun, head=token.index, dep="dobj")
    for other in list(out):
        if other.head == verb.index and other.dep in {"prep", "dative"} and other.index > noun.index:
            out[other.index] = replace(other, head=token.index)


def _gerund_is_complement(out: list[Token], token: Token, verbs: set[str]) -> None:
    """ "ruled out sending": no adverbial clause, but what is ruled out."""
    verb = _operator_before(out, token.index, verbs)
    if verb is not None and token.head == verb.index:
        out[token.index] = replace(token, dep="xcomp")


def _auxiliary_governs(out: list[Token], token: Token) -> None:
    """ "Bulgaria backs sending": the finite verb governs the gerund, not the other way about."""
    below = out[token.head]
    if below.tag == "VBG" and below.index > token.index:
        _take_over(out, token, below, dep="xcomp")


def _verb_takes_object(out: list[Token], token: Token) -> None:
    """ "Thailand delays purchase of": tagged as a verb, but hung on its object like part of a name."""
    noun = out[token.head]
    if noun.pos in {"NOUN", "PROPN"} and noun.index > token.index:
        for other in _take_over(out, token, noun, dep="dobj"):
            if other.pos in {"PROPN", "NOUN"}:
                out[other.index] = replace(other, dep="nsubj")


def _verb_continues(out: list[Token], verb: Token) -> None:
    """ "A plane lands in Oslo, unloads guns": the second verb has the subject of the first."""
    first = next((t for t in out[: verb.index] if t.head == verb.index and t.dep == "ccomp" and t.tag == "VBZ"), None)
    if first is None or out[verb.index - 1].text != ",":
        return
    if any(t.dep in {"nsubj", "nsubjpass"} and t.head == verb.index for t in out):
        return
    out[first.index] = replace(first, head=first.index, dep="ROOT")
    out[verb.index] = replace(verb, head=first.index, dep="conj")


def _named_noun_acts(out: list[Token], verb: Token) -> None:
    """ "The firm Zelta has delivered drones": no clause without "that" behind a noun, as nothing is left out in it."""
    noun = out[verb.head]
    below = [t for t in out[noun.index : verb.index + 30] if t.head == verb.index and t.index != verb.index]
    name = next((t for t in below if t.dep == "nsubj" and t.pos == "PROPN"), None)
    if noun.dep != "ROOT" or noun.pos != "NOUN" or name is None or not any(t.dep == "dobj" for t in below):
        return
    if any(t.pos != "PROPN" for t in out[noun.index + 1 : name.index]):
        return
    out[verb.index] = replace(verb, head=verb.index, dep="ROOT")
    out[noun.index] = replace(noun, head=verb.index, dep="nsubj")
    out[name.index] = replace(name, head=noun.index, dep="appos")


def _apposed_name_acts(out: list[Token], verb: Token) -> None:
    """ "Nammo, the ammunition maker, signed to deliver shells.": the only verb of the sentence is its predicate."""
    name = out[verb.head]
    apposed = any(t.dep == "appos" and t.head == name.index for t in out[name.index : verb.index])
    if name.dep != "ROOT" or name.pos != "PROPN" or not apposed or out[verb.index - 1].text != ",":
        return
    last = verb.index
    while last + 1 < len(out) and out[last + 1].sentence == verb.sentence:
        last += 1
    by_somebody = any(t.dep == "agent" and t.head == verb.index for t in out[verb.index : last + 1])
    if out[last].text == "." and not by_somebody:
        out[verb.index] = replace(verb, head=verb.index, dep="ROOT", tag="VBD")
        out[name.index] = replace(name, head=verb.index, dep="nsubj")


def _take_over(out: list[Token], verb: Token, below: Token, *, dep: str) -> list[Token]:
    """Puts `verb` into the place of the word that it hung on, and that word below it as `dep`.

    Gives what stood before the verb and now hangs on it.
    """
    root = below.head == below.index
    out[verb.index] = replace(verb, head=verb.index if root else below.head, dep=below.dep)
    out[below.index] = replace(below, head=verb.index, dep=dep)
    moved = [replace(t, head=verb.index) for t in out[: verb.index] if t.head == below.index]
    for token in moved:
        out[token.index] = token
    return moved
