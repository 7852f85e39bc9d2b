"""When two names are those of one outlet: "AP" and "the Associated Press", "WSJ" and "The Wall Street Journal".

An entry of outlets.yaml may hold several titles of one house; only names that shorten one another are the same title.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from armswire.lexicon.credits import OUTLETS_FILE, bundled_outlets

_ARTICLE = re.compile(r"^(?:the|an?|its|their|our)\s", re.IGNORECASE)


@lru_cache(maxsize=8192)
def outlet_key(name: str) -> str:
    """What all names of one outlet share; for one that the lexicon lacks its name without case, accents and "the"."""
    folded = fold_name(name)
    return _titles().get(folded, folded)


def is_described(words: str) -> bool:
    """Whether an outlet is not named but only spoken of: "the newspaper", "a state broadcaster"."""
    named = any(letter.isupper() for letter in _ARTICLE.sub("", words))
    return not named and fold_name(words) not in _titles()


def fold_name(name: str) -> str:
    """A name made comparable: without case, accents, punctuation and a leading "the"."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return " ".join(letters.split()).removeprefix("the ") or name


@lru_cache(maxsize=1)
def outlets_digest() -> str:
    """A short digest of the file: registers reconcile anew when it has changed."""
    return hashlib.sha256(OUTLETS_FILE.read_bytes()).hexdigest()[:16]


@lru_cache(maxsize=1)
def _titles() -> dict[str, str]:
    """The first name of a title by each of its names; names that belong to several are left as they are."""
    found: dict[str, set[str]] = {}
    for outlet in bundled_outlets():
        firsts: list[list[str]] = []
        for name in dict.fromkeys(fold_name(name) for name in outlet.names):
            home = next((names for names in firsts if any(_is_one_title(name, other) for other in names)), None)
            if home is None:
                firsts.append([name])
            else:
                home.append(name)
        for names in firsts:
            for name in names:
                found.setdefault(name, set()).add(names[0])
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def _is_one_title(one: str, other: str) -> bool:
    """Whether one name has all words of the other, or their first letters."""
    short, long = sorted((one.split(), other.split()), key=len)
    return set(short) <= set(long) or "".join(short) in (
        "".join(word[0] for word in long),
        "".join(word[0] for word in long if word not in ("of", "and")),
        "".join(long),
    )
