"""Phrases and clauses that the parser hangs on the wrong word, since something stands between or a comma is missing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from armswire.claims.parse.whole_trees import upwards
from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import Token

# How many words before what it counts a number may stand.
COUNT_REACH = 6


def mend_attachment(out: list[Token], token: Token, nouns: Collection[str], language: LanguageFile) -> bool:
    """Hangs what `token` opens where it belongs; True where it is of a kind that this looks at.

    `nouns` are those of the cues.
    """
    word = token.text.lower()
    if token.dep == "ROOT" and token.pos in {"ADP", "SCONJ"}:
        _clause_behind_preposition(out, token, language.pronouns.relative)
    elif token.dep == "prep" and word in language.prepositions.beside:
        _object_behind_insertion(out, token)
    elif token.dep == "quantmod" and word in language.prepositions.about:
        _preposition_of_talks(out, token, nouns)
    elif token.dep == "appos":
        _second_object(out, token)
    elif token.dep == "compound" and token.lemma in language.statement_nouns:
        _statement_is_apposed(out, token)
    elif token.dep == "conj" and token.pos == "PROPN":
        _name_opens_clause(out, token)
    else:
        return False
    return True


def _clause_behind_preposition(out: list[Token], token: Token, relative: Sequence[str]) -> None:
    """ "[Since the coup] Russia has shipped ...": no clause about the coup, but what the sentence says."""
    own = [t for t in out[token.index :] if t.sentence == token.sentence]
    below = {t.index for t in own if t.head == token.index}
    verb = next((t for t in own if t.dep == "relcl" and t.head in below and t.tag.startswith("VB")), None)
    if verb is None or not any(t.head == verb.index and t.dep == "nsubj" for t in own):
        return
    if any(t.head == verb.index and t.text.lower() in relative for t in own):
        return
    noun = verb.head
    out[verb.index] = replace(verb, head=verb.index, dep="ROOT")
    out[token.index] = replace(token, head=verb.index, dep="prep")
    for other in own:
        if other.index > verb.index and other.head in {noun, token.index}:
            out[other.index] = replace(other, head=verb.index)


def _statement_is_apposed(out: list[Token], token: Token) -> None:
    """ "Chad accused Sudan of arming it, [a charge] Khartoum denies": the charge is what stands before, not a name."""
    name = out[token.head]
    verb = out[name.head]
    article = next((t for t in out[: token.index] if t.head == name.index and t.tag == "DT"), None)
    told = next((t for t in out[: token.index] if t.head == verb.index and t.dep == "ccomp"), None)
    if name.pos != "PROPN" or name.dep != "nsubj" or article is None or told is None or article.index < told.index:
        return
    out[told.index] = replace(told, head=told.index if verb.head == verb.index else verb.head, dep=verb.dep)
    out[token.index] = replace(token, head=told.index, dep="appos")
    out[article.index] = replace(article, head=token.index)
    out[verb.index] = replace(verb, head=token.index, dep="relcl")


def _object_behind_insertion(out: list[Token], token: Token) -> None:
    """ "has sent, [besides instructors], two drones": the drones are sent, not listed with what stands aside."""
    verb = out[token.head]
    inside = [t for t in out[token.index + 1 :] if t.sentence == token.sentence]
    aside = {token.index, *(t.index for t in inside if t.dep == "pobj" and t.head == token.index)}
    commas = [t.index for t in inside if t.text == ","]
    listed = next((t for t in inside if t.dep in {"conj", "appos"} and t.head in aside), None)
    while listed is not None and not any(c < listed.index for c in commas):
        # The last of the things aside ("besides instructors and a kitchen, two drones") lists on.
        listed = next((t for t in inside if t.dep in {"conj", "appos"} and t.head == listed.index), None)
    has_object = any(t.dep == "dobj" and t.head == verb.index for t in out[verb.index : inside[-1].index + 1])
    if listed is not None and verb.tag.startswith("VB") and not has_object:
        out[listed.index] = replace(listed, head=verb.index, dep="dobj")


def _preposition_of_talks(out: list[Token], token: Token, nouns: Collection[str]) -> None:
    """ "talks between A and B [over] ten drones": no "more than ten", but what the talks are about."""
    counted = out[out[token.head].head]
    above = out[counted.head]
    if counted.dep == "pobj":
        # "between A and B over ten drones": the names are taken for modifiers of the drones.
        names = [t for t in out[above.index : token.index] if t.head == counted.index and t.dep in {"nmod", "compound"}]
        if not names:
            return
        out[names[0].index] = replace(names[0], head=above.index, dep="pobj")
    elif counted.dep == "nsubj":
        # The talks are the subject, the drones are taken for a second one.
        rivals = [t for t in out[: token.index] if t.head == counted.head and t.dep == "nsubj"]
        above = rivals[-1] if rivals else above
    within = {"conj", "pobj", "prep"}
    above = next((t for t in upwards(out, above) if t.lemma in nouns or t.dep not in within), above)
    listed = counted.dep in {"appos", "npadvmod", "dep", "conj", "nsubj", "pobj"}
    if listed and above.lemma in nouns and above.index < token.index:
        out[token.index] = replace(token, head=above.index, dep="prep")
        out[counted.index] = replace(counted, head=token.index, dep="pobj")


def _second_object(out: list[Token], token: Token) -> None:
    """ "promising Kyiv [the missiles]": no other name of Kyiv, but what it is promised."""
    name = out[token.head]
    between = out[name.index + 1 : token.index]
    opened = between and between[0].pos in {"DET", "NUM"} and all(t.text not in {",", "(", "-"} for t in between)
    if name.dep == "dobj" and name.pos in {"PROPN", "PRON"} and opened and out[name.head].tag.startswith("VB"):
        out[name.index] = replace(name, dep="dative")
        out[token.index] = replace(token, head=name.head, dep="dobj")


def _name_opens_clause(out: list[Token], token: Token) -> None:
    """ "sent trucks to Fiji and [Japan sent] boats": no second recipient, but who acts in the next clause."""
    if token.index + 1 >= len(out) or out[token.head].dep not in {"pobj", "dobj", "dative"}:
        return
    following = out[token.index + 1]
    verb = out[following.head] if following.tag == "MD" or following.dep == "aux" else following
    finite = following.tag in {"VBD", "VBZ", "VBP", "MD"} and verb.dep in {"conj", "ROOT", "ccomp"}
    has_subject = any(t.head == verb.index and t.dep in {"nsubj", "nsubjpass"} for t in out if t.index > token.head)
    above = out[out[out[token.head].head].head]
    if above.dep == "nsubj" and above.head == verb.index:
        # "officials in Oslo and Lima declined": the officials of both.
        return
    if finite and following.sentence == token.sentence and not has_subject:
        out[token.index] = replace(token, head=verb.index, dep="nsubj")


def mend_counted(out: list[Token], token: Token) -> bool:
    """ "a request to pass on 2,500 rounds": what is counted is a noun, the object of the verb before its number."""
    numbers = [t for t in out[max(0, token.index - COUNT_REACH) : token.index] if t.head == token.index]
    first = next((t for t in numbers if t.dep == "nummod"), None)
    if first is None or token.tag != "VBZ" or token.dep not in {"ccomp", "conj", "dep", "ROOT"}:
        return False
    at = first.index - 1
    while at > 0 and out[at].pos in {"ADP", "PART"} and out[at].head == at - 1:
        at -= 1
    if not out[at].tag.startswith("VB") or out[at].sentence != token.sentence:
        return False
    out[token.index] = replace(token, head=at, dep="dobj", pos="NOUN", tag="NNS")
    return True
