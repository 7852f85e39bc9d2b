"""Which words make a text worth parsing: words of arms out of the items, words of transfer out of the language file."""

from __future__ import annotations

from collections.abc import Mapping

from armswire.lexicon.collector import collector_paused
from armswire.lexicon.inflection import inflect
from armswire.lexicon.item_forms import surface_forms
from armswire.lexicon.language import LanguageFile
from armswire.lexicon.loader import Lexicon
from armswire.lexicon.records import Words

# Bread, fuel and blankets alone make no claim: something military stands beside them where they are one.
CIVILIAN = "AID"


def arms_forms(lexicon: Lexicon, language: LanguageFile, irregular: Mapping[str, Words]) -> frozenset[str]:
    """Every spelling of every item, generic civilian aid left out, and words that say arms by themselves (to arm)."""
    items = (item for item in lexicon.items if not (item.ml == CIVILIAN and item.generic))
    with collector_paused():
        forms = {form.text for item in items for form in surface_forms(item)}
    arming = (frame for frame in language.frames if frame.implicit_item)
    return frozenset(forms | {form for frame in arming for lemma in frame.verbs for form in inflect(lemma, irregular)})


def transfer_forms(language: LanguageFile, irregular: Mapping[str, Words]) -> frozenset[str]:
    """Every form of the words of transfer, of those operators that can govern an item, and of further words."""
    frames = [lemma for frame in language.frames for lemma in (*frame.verbs, *frame.nouns)]
    governing = (operator for operator in language.operators if operator.takes_item)
    operators = [lemma for operator in governing for lemma in (*operator.verbs, *operator.nouns, *operator.adjectives)]
    lemmas = {*frames, *operators, *language.relevance_words}
    return frozenset(form for lemma in lemmas for form in inflect(lemma, irregular))
