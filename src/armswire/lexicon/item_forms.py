"""An item entry into every spelling that news uses for it.

From "F-16" come F16 and F 16, from "Leopard 2A6" Leopard-2A6, from "anti-tank missile" antitank missile and
anti-tank-missile, from "air defence" air defense; and of each the plural. What is no matter of spelling (Mig for MiG
and Himars for HIMARS aside) stands in the data files as a name of its own. Calibres (155mm) are `lexicon/calibres.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from armswire.lexicon.calibres import CALIBRE_PATTERN, CalibreMatch, find_calibres
from armswire.lexicon.records import ItemEntry, Words

__all__ = [
    "CALIBRE_PATTERN",
    "CalibreMatch",
    "SurfaceForm",
    "blocking_forms",
    "find_calibres",
    "surface_forms",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# British spelling to American; names in the data are written in the British way.
_REGIONAL = {
    "defence": "defense",
    "defences": "defenses",
    "armour": "armor",
    "armoured": "armored",
    "calibre": "caliber",
    "metre": "meter",
    "licence": "license",
    "fibre": "fiber",
    "refuelling": "refueling",
    "manoeuvre": "maneuver",
    "programme": "program",
    "plough": "plow",
    "fuze": "fuse",
    "hulled": "hull",
}
# First parts that are also written together with what follows: antitank, nonlethal.
_PREFIXES = frozenset({"anti", "counter", "multi", "non", "mini", "micro", "semi", "un", "sub", "de"})
# Nouns without a plural, or whose plural is the same.
_UNCHANGING = _words(
    "aid aircraft ammo ammunition armour armor armoured armored artillery assistance backing clothing"
    " communication craft defence defense equipment fabric financing flour food footwear fuel gear hardware help"
    " hovercraft imaging information machinery materiel matériel medication netting optics petrol procurement"
    " protection relief rice support technology thermovision underwear uranium vision warfare water weaponry wheat"
    " gasoline diesel kerosene grain oil gunpowder powder atropine sarin cash gas wire"
)
# Letters before a number that are English words of their own: "A 10" and "An 26" are not the aircraft.
_ENGLISH = _words("A AM AN AS AT BY DO GO HE I IF IN IS IT ME MY NO OF ON OR PM SO TO UP US WE")
_JOINT = re.compile(r"(?<![A-Za-z0-9.])(?P<letters>[A-Za-z]+)(?P<separator>[- ]?)(?=\d)")
_LETTER_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=[A-Z])")
_DIGIT = re.compile(r"\d")
_SEPARATORS = re.compile(r"[ -]")
_MOST_SEPARATORS = 3  # a name of five words or more is taken with the hyphens it is written with
_MOST_SPELLINGS = 24  # of one name; the longest compounds stop here


@dataclass(frozen=True, slots=True)
class SurfaceForm:
    """One spelling. With `case_sensitive` its capitals must be capitals in the text too (HIMARS, Javelin, F-16)."""

    text: str
    case_sensitive: bool


def surface_forms(entry: ItemEntry) -> tuple[SurfaceForm, ...]:
    """Every spelling of the entry's names, then their plurals, then those of its `plurals`; none twice.

    The names themselves come first of their spellings, so `surface_forms(entry)[0].text` is `entry.names[0]`.
    """
    return _forms(entry.names, entry.plurals)


def blocking_forms(entry: ItemEntry) -> tuple[SurfaceForm, ...]:
    """Every spelling of the phrases in which the entry's words mean something else (`not_in`), plurals included.

    A form of the entry that stands inside one of these is not meant (think-tanks, New England Patriots).
    """
    return _forms(entry.not_in, ()) if entry.not_in else ()


# The cheap test of words and the finder both ask for all forms of a lexicon, one after the other.
@lru_cache(maxsize=16_384)
def _forms(names: Words, irregular: Words) -> tuple[SurfaceForm, ...]:
    """Spellings of the names, their regular plurals, spellings of the irregular ones.

    Whether capitals matter is a property of the name: no spelling and no ending adds or takes a capital or a digit
    from one that has none or some.
    """
    singular = {spelling: _is_name(name) for name in names for spelling in _spellings(name)}
    forms = dict(singular)
    for spelling, is_name in singular.items():
        for form in _plurals(spelling):
            forms.setdefault(form, is_name)
    for name in irregular:
        for spelling in _spellings(name):
            forms.setdefault(spelling, _is_name(name))
    return tuple(SurfaceForm(text, case_sensitive) for text, case_sensitive in forms.items())


def _is_name(text: str) -> bool:
    """Whether its capitals matter: it has a capital letter or a digit."""
    return text != text.lower() or _DIGIT.search(text) is not None


def _spellings(name: str) -> Iterable[str]:
    """The spellings of one name, itself first."""
    vary = _name_spellings if _is_name(name) else _word_spellings
    regional = _both_sides_of_the_atlantic(name)
    return dict.fromkeys(s for base in regional for s in islice(vary(base), _MOST_SPELLINGS))


def _both_sides_of_the_atlantic(name: str) -> tuple[str, ...]:
    if _REGIONAL.keys().isdisjoint(name.replace("-", " ").split(" ")):
        return (name,)
    return (name, "".join(_REGIONAL.get(word, word) for word in re.split(r"([ -])", name)))


def _name_spellings(name: str) -> Iterator[str]:
    """Of a name with capitals or figures: the joint before its first number, Mig for MiG, Himars for HIMARS."""
    yield name
    joint = _JOINT.search(name)
    if joint is None:
        if _LETTER_HYPHEN.search(name):
            yield _LETTER_HYPHEN.sub(" ", name)
        if name.isalpha() and name.isupper() and len(name) > 4:
            yield name.capitalize()
        return
    letters = joint["letters"]
    heads = (letters,) if letters.isupper() and len(letters) <= 4 else dict.fromkeys((letters, letters.capitalize()))
    for head, separator in product(heads, ("-", "", " ")):
        if separator != " " or letters.upper() not in _ENGLISH or joint["separator"] == " ":
            yield name[: joint.start()] + head + separator + name[joint.end() :]


def _word_spellings(name: str) -> Iterator[str]:
    """Of a plain phrase: each blank and hyphen may be the other, and a prefix may be joined (antitank)."""
    yield name
    parts = _SEPARATORS.split(name)
    if not 2 <= len(parts) <= _MOST_SEPARATORS + 1:
        return
    choices = [("-", " ", "") if part in _PREFIXES else (" ", "-") for part in parts[:-1]]
    for separators in product(*choices):
        yield parts[0] + "".join(s + part for s, part in zip(separators, parts[1:], strict=True))


def _plurals(name: str) -> tuple[str, ...]:
    """The regular plurals; none where the name has no plural or is one."""
    last = name[max(name.rfind(" "), name.rfind("-")) + 1 :]
    lowered = last.lower()
    if not last or not last[-1].isalnum() or lowered in _UNCHANGING or lowered in ("class", "type"):
        return ()
    if lowered.endswith("s") and not lowered.endswith("ss"):
        return ()
    if not last[-1].isalpha() or last.isupper():
        return (name + "s",)
    if lowered.endswith(("ss", "x", "sh", "ch", "z")):
        return (name + "es",) if last.islower() else (name + "s", name + "es")
    if lowered.endswith("y") and lowered[-2:-1] not in tuple("aeiou"):
        changed = name[:-1] + "ies"
        return (changed,) if last.islower() else (name + "s", changed)
    if last.islower() and lowered.endswith("man"):
        return (name[:-3] + "men",)
    return (name + "s",)
