"""Slips that the statistical parser makes again and again around words of transfer, mended before anything is asked.

Each rule says what it looks like and what it is; none looks at what the words are about beyond the cues' own lemmas.
A mend that would leave no tree of a sentence is not made there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from armswire.claims.parse.closing_that import mend_clause_of_time, mend_closing_that
from armswire.claims.parse.contrast import mend_contrast
from armswire.claims.parse.denied_statements import mend_denied_statements, mend_judged_statements
from armswire.claims.parse.disbelief import mend_disbelief
from armswire.claims.parse.fronted import mend_fronted
from armswire.claims.parse.fronted_citing import mend_fronted_citing
from armswire.claims.parse.inverted_speech import mend_inverted_speech
from armswire.claims.parse.modal_chains import mend_modal_chains
from armswire.claims.parse.paper_clauses import mend_paper_clauses
from armswire.claims.parse.parted_statements import mend_parted
from armswire.claims.parse.reordering import reorder
from armswire.claims.parse.trailing_speech import mend_trailing_speech
from armswire.claims.parse.used_arms import mend_letting, mend_used
from armswire.claims.parse.whole_trees import take_back_circles
from armswire.claims.parse.word_slips import first_words, mend_words
from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import Token

# Changes the arcs of some tokens.
Mend = Callable[[list[Token]], None]
# Operators whose verb may close the sentence with who says what stands before it.
SPEECH_KINDS = frozenset({"say", "confirm"})


def repaired(tokens: Sequence[Token], language: LanguageFile) -> Sequence[Token]:
    """The tokens with their arcs mended; texts, tags and order stay, and from every token arcs lead up to a root."""
    out = list(tokens)
    for mend in _mends(language):
        before = list(out)
        mend(out)
        take_back_circles(out, before)
    return out


def _mends(language: LanguageFile) -> Iterator[Mend]:
    """What mends one kind of slip in all tokens, in the order in which it must be done."""
    speech = {form for cue in language.operators if cue.kind in SPEECH_KINDS for form in cue.verbs}
    denying = {form for cue in language.operators if cue.kind == "deny" for form in cue.verbs}
    saying = {*language.telling_verbs, *language.passing_on.reporting_verbs} - {*language.addressing_verbs}
    told_times = {*language.time_nouns, *language.hearing_nouns}
    moving = first_words((*language.operators, *language.frames))
    yield lambda out: mend_words(out, language)
    yield lambda out: mend_used(out, language.used_words)
    yield mend_letting
    yield lambda out: mend_modal_chains(out, moving, language)
    yield lambda out: mend_fronted(out, language.prepositions.destination)
    yield lambda out: mend_fronted_citing(out, language)
    yield lambda out: mend_denied_statements(out, denying, language.statement_nouns)
    yield lambda out: mend_judged_statements(out, language.statement_nouns)
    yield lambda out: mend_disbelief(out, language)
    yield lambda out: mend_contrast(out, language)
    yield mend_closing_that
    yield lambda out: mend_parted(out, speech)
    yield lambda out: mend_clause_of_time(out, speech, told_times)
    yield lambda out: mend_paper_clauses(out, speech)
    yield lambda out: mend_inverted_speech(out, saying, language.press_nouns)
    yield lambda out: mend_trailing_speech(out, speech)
    yield lambda out: reorder(out, language)
