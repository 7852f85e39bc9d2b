"""A slip of the parser mended: what is called false, "rejected as 'fantasy' a claim that ...", "called the memo a lie".

The parser hangs the statement on the word that makes little of it, or that word on the clause inside the statement.
Both belong to the verb that names one the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import Token

# Arcs by which a word is said of something, not only put before a noun.
SAID_OF = frozenset({"oprd", "attr", "acomp", "dobj", "advcl", "appos", "ccomp", "xcomp", "pobj", "conj", "dep"})
PREPOSITION = "prep"


def mend_disbelief(out: list[Token], language: LanguageFile) -> None:
    """Hangs on each verb of naming the word of disbelief and the statement that it is about."""
    disbelieving = [cue for cue in language.operators if cue.completed_by]
    naming = {verb for cue in disbelieving for verb in cue.verbs}
    false = {word for cue in disbelieving for word in cue.completed_by}
    said = {noun for cue in language.operators if cue.kind in {"say", "accuse"} for noun in cue.nouns}
    statements = said | set(language.statement_nouns) | set(language.document_nouns)
    for verb in list(out):
        # "were handed to the air force": a form of "be" that helps another verb names nothing.
        if verb.tag.startswith("VB") and verb.lemma in naming and verb.dep not in {"aux", "auxpass"}:
            word = _word_of_disbelief(out, verb, false)
            if word is not None:
                _hang_on(out, verb, word, statements)


def _word_of_disbelief(out: Sequence[Token], verb: Token, false: set[str]) -> Token | None:
    """The first word behind the verb that calls something false, in its sentence."""
    for token in out[verb.index + 1 :]:
        if token.sentence != verb.sentence:
            return None
        if (token.lemma in false or token.text.lower() in false) and token.dep in SAID_OF:
            return token
    return None


def _hang_on(out: list[Token], verb: Token, word: Token, statements: set[str]) -> None:
    above = out[word.head]
    if above.dep == PREPOSITION and above.index > verb.index:
        # "as nonsense", "a pack of lies": the preposition, and what it hangs on where that is a noun of the phrase.
        if out[above.head].lemma not in statements and not out[above.head].tag.startswith("VB"):
            return _take_statement(out, verb, out[above.head], statements)
        out[above.index] = replace(above, head=verb.index)
    elif word.head != verb.index:
        out[word.index] = replace(word, head=verb.index, dep="oprd")
    return _take_statement(out, verb, word, statements)


def _take_statement(out: list[Token], verb: Token, word: Token, statements: set[str]) -> None:
    """ "called baseless [a memo]", "called [the memo] baseless": what the parser hung on the word of disbelief."""
    for token in out[verb.index + 1 :]:
        if token.sentence == verb.sentence and token.head == word.index and token.lemma in statements:
            out[token.index] = replace(token, head=verb.index, dep="dobj")
            for before in out[verb.index + 1 : token.index]:
                if before.head == word.index and token.index < word.index:
                    out[before.index] = replace(before, head=token.index)
