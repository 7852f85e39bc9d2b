"""Which language a stretch of text is in, and which a whole article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol, cast

from armswire.documents.line import split_lines
from armswire.documents.mending import mend_lines
from armswire.documents.scripts import is_latin, letters_of
from armswire.model.article import Article

READ = "en"
"""The language that is read."""
UNDETERMINED = "und"
"""ISO 639-2 for a text without letters."""
MIN_WORDS = 4
"""Of Latin script; shorter lines are names ("Juan de la Cruz") too often."""
SURE_ODDS = 500.0
"""How many times as likely as English another language has to be, by py3langid.

Measured (`benchmarks/languages/run.py`): of 5,018 headlines in English none is taken for another language (the
likeliest of them, Dutch and Italian names, has odds of 106), nor is any of 19,291 paragraphs of English news; of 89
sentences and headlines in 18 other languages 86 are known for what they are, the others are three to seven words long.
"""
READ_SHARE = 0.3
"""Share of an article's letters in English from which on it is read: what is not English in it is left out."""
SAMPLE = 20_000
OPENING = 2000
"""Characters of an article that are looked at, and of its opening, which settles most English ones."""
_CLASSIFIED = 500
"""Characters of a stretch that are classified: 70 µs, and more change nothing."""

_WORD = re.compile(r"[^\W\d_]+")
# A third of the words of running English; the first of them are words of no language near it.
_ENGLISH_ALONE = frozenset((
    "the", "of", "to", "and", "that", "with", "by", "from", "it", "has", "have", "its", "after", "are", "said", "they",
    "which", "this", "but",
))  # fmt: skip
_ENGLISH = _ENGLISH_ALONE | {
    "in", "a", "for", "on", "is", "was", "as", "at", "his", "will", "be", "an", "he", "not",
}  # fmt: skip
# What py3langid calls English of names and figures.
_ENGLISHES = ("en", "pcm")
_ENGLISH_SHARE = 0.2
_LONG = 25
# A sign of writing that has no letters for sounds says as much as so many letters.
_WEIGHTS = {"zh": 4, "ja": 3, "ko": 3}


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


def identify_language(text: str) -> str:
    """ISO 639 code of a stretch of text, two letters where there are two; 'und' without letters, 'en' where unsure."""
    if not _WORD.search(text):
        return UNDETERMINED
    return find_foreign(text) or READ


def is_read(language: str) -> bool:
    """Whether articles in a language are read; so are those without words, in which nothing is found."""
    return language in (READ, UNDETERMINED)


def find_foreign(text: str, hint: str | None = None) -> str | None:
    """The language of a stretch that is surely not English; None for one that is, or may be.

    `hint` is what somebody says that it is: where the classifier says so too, that is enough.
    """
    if not is_latin(text):
        return next(code for code, _ in _rank(text) if code not in _ENGLISHES)
    words = _WORD.findall(text[:SAMPLE].casefold())
    if len(words) < MIN_WORDS or _looks_english(words):
        return None
    ranks = _rank(text)
    likeliest, chance = ranks[0]
    english = sum(chance for code, chance in ranks if code in _ENGLISHES)
    if likeliest in _ENGLISHES:
        return None
    return likeliest if chance >= SURE_ODDS * english or likeliest == hint else None


def identify_article(article: Article) -> str:
    """The language that most of an article is in, 'en' where a good part is; 'und' without letters.

    What it is said to be in (`Article.language`) decides only where its words leave it open.
    """
    opening = _WORD.findall(article.text[:OPENING].casefold())
    if len(opening) >= _LONG and _looks_english(opening):
        return READ
    text = article.text[:SAMPLE]
    lines = [line.text for line in mend_lines(split_lines(text), text)]
    found = _count_letters(lines)
    if not found:
        whole = "\n".join(lines)
        said = (article.language or "").casefold().partition("-")[0].partition("_")[0]
        return find_foreign(whole, said or None) or (READ if _WORD.search(whole) else UNDETERMINED)
    if found[READ] >= READ_SHARE * found.total():
        return READ
    return found.most_common(1)[0][0]


def _count_letters(lines: Iterable[str]) -> Counter[str]:
    """How many letters stand in each language, of lines that tell theirs."""
    found: Counter[str] = Counter()
    for line in lines:
        code = find_foreign(line)
        words = [] if code else _WORD.findall(line.casefold())
        if code or _looks_english(words):
            found[code or READ] += letters_of(line) * _WEIGHTS.get(code or READ, 1)
    return found


def _looks_english(words: list[str]) -> bool:
    """Whether words that only English has, or many that it has, stand among them."""
    common = sum(word in _ENGLISH for word in words)
    if len(words) >= _LONG and common >= _ENGLISH_SHARE * len(words):
        return True
    return 10 * common >= len(words) and len(_ENGLISH_ALONE.intersection(words)) >= 2


def _rank(text: str) -> list[tuple[str, float]]:
    return _identifier().rank(text[:_CLASSIFIED].encode("utf-8", "replace").decode("utf-8"))


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    """The classifier with probabilities; loading it takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
