"""Which language a text is in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol, cast

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    {
        "the",
        "of",
        "to",
        "and",
        "in",
        "a",
        "for",
        "that",
        "on",
        "with",
        "is",
        "was",
        "as",
        "by",
        "at",
        "from",
        "it",
        "his",
    }
    | {"has", "have", "will", "be", "not", "its", "after", "an", "are", "said", "he", "they", "which", "this", "but"}
)
# A third of the words of running English is on the list; other languages share only "in", "a", "is", "was", "an".
_ENGLISH_SHARE = 0.2
_SAMPLE = 20_000
_SHORT = 25
_SURE = 0.6
"""Below so many words the classifier is believed only when it is this sure: of 1,500 English headlines it then calls
none another European language, and it still knows most headlines that are. Pidgin, by which it means English with
names and figures, counts as English in short texts."""


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def identify_language(text: str) -> str:
    """ISO 639-1 code of the language, 'und' for a text without letters.

    A text full of English function words is English without further ado; others go to py3langid. A short text of
    which it is not sure counts as English, since only texts with English words of arms are asked about.
    """
    words = _WORD.findall(text[:_SAMPLE].casefold())
    if not words:
        return "und"
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words) and len(words) >= _SHORT:
        return "en"
    code, probability = _identifier().classify(text[:_SAMPLE].encode("utf-8", "replace").decode("utf-8"))
    doubtful = code == "pcm" or probability < _SURE
    return "en" if len(words) < _SHORT and doubtful else str(code)


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    """The classifier with probabilities; loading it takes about a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
