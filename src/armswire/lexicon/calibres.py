"""Calibres in running text (155mm, 122-mm, 7.62x39, .50-calibre) and what they are the calibre of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

CALIBRE_PATTERN = re.compile(
    r"""(?<![\w.,/$€£])(?:
        (?P<bore>\d{1,3}(?:\.\d{1,2})?)\s?[x×]\s?(?P<case>\d{2,3}(?:\.\d)?)(?:[-\s]?mm|R)?   # 7.62x39mm
      | (?P<mm>\d{1,3}(?:\.\d{1,2})?)[-‐‑–\s]?(?:mm|MM|millimet(?:er|re)s?)                  # 155mm, 155-millimetre
      | (?P<metric>\d{2,3})[-‐‑–\s]?calib(?:er|re)                                           # 155-calibre
      | (?P<elliptic>\d{2,3})[-‐‑–]?(?=,?\s(?:and|or|to)\s\d{2,3}[-‐‑–\s]?(?:mm|millimet))   # 122 and 152 mm
      | \.?(?P<inch>(?<=\.)\d{2,3}|50)[-‐‑–\s]?(?:calib(?:er|re)|cal\b\.?)                   # .50-calibre, 50-cal
    )(?!\w)""",
    re.VERBOSE,
)


class CalibreKind(StrEnum):
    """What the calibre is a calibre of."""

    AMMUNITION = "ammunition"
    GUN = "gun"
    SMALL_ARM = "small arm"
    ROCKET = "rocket"


@dataclass(frozen=True, slots=True)
class CalibreMatch:
    """A calibre at `start` to `end` of the text; `phrase_end` is where the noun ends that it stands before.

    `designation` is the one way in which it is written (155mm, 7.62x39mm, .50), `ml` the category of the military list.
    """

    start: int
    end: int
    designation: str
    kind: CalibreKind
    ml: str
    phrase_end: int


# What a calibre counts as without a noun that tells: those that nothing but ammunition is named by.
_SPEAKING = frozenset({"152", "155", "122", "125", "203", "5.45", "5.56", "7.62", "12.7", "14.5"})
_BORES = frozenset({"4.6", "5.45", "5.56", "5.7", "5.8", "6.5", "6.8", "7.62", "7.92", "8.6", "9", "12.7", "14.5", "20",
                    "23", "25", "27", "30", "35", "40", "57"})  # fmt: skip
_GUNS = frozenset({"20", "23", "25", "27", "30", "35", "37", "40", "57", "60", "73", "76", "81", "82", "85", "90",
                   "100", "105", "115", "120", "122", "125", "127", "130", "140", "152", "155", "170", "180", "203",
                   "240"})  # fmt: skip
_SMALL_BORE = 20  # millimetres; below that a gun is a small arm (ML1)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOUNS: dict[CalibreKind, frozenset[str]] = {
    CalibreKind.AMMUNITION: _words(
        "ammunition ammo shell shells round rounds munition munitions projectile projectiles cartridge cartridges"
        " bullet bullets charge charges fuze fuzes fuse fuses"
    ),
    CalibreKind.GUN: _words(
        "howitzer howitzers gun guns cannon cannons autocannon autocannons artillery mortar mortars barrel barrels spg"
        " spgs spaag turret"
    ),
    CalibreKind.SMALL_ARM: _words("rifle rifles pistol pistols carbine carbines revolver revolvers"),
    CalibreKind.ROCKET: _words(
        "rocket rockets missile missiles mlrs launcher launchers bomb bombs grenade grenades torpedo torpedoes"
    ),
}
_HEADS: dict[str, CalibreKind] = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns}
# Words that may stand between a calibre and its noun.
_MODIFIERS = _words(
    "accuracy aircraft airburst and anti armor armour armored armoured assault assisted automatic base basic battle"
    " bleed caliber calibre cluster combat conventional duty extended explosive fast field fin fired fragmentation"
    " general guided heavy high illumination illuminating improved incendiary laser launch light live long loitering"
    " machine main medium modern mounted multi multiple naval nato new of piece pieces piercing precision propelled"
    " purpose range recoilless self semi shot sized small smart smoke smoothbore sniper soviet standard stabilised"
    " stabilized sub submachine system systems tank towed tracer tracked training truck type unguided uranium wheeled"
    " western"
)
_STEP = re.compile(r"[-‐‑–/\s]?[ \t]?(?P<word>[A-Za-z0-9][A-Za-z0-9.]*)")
_JOINER = re.compile(r"[\s,/&]*(?:and|or|to|[,/&])[\s]*")
_BEFORE = re.compile(
    r"(?P<noun>shells?|rounds?|ammunition|ammo|projectiles?|munitions|cartridges?|howitzers?|guns?|mortars?|rockets?|rifles?)"
    r"(?:\s*\(|\s+(?:of|in|with)(?:\s+(?:a|the))?(?:\s+calib(?:er|re)s?)?(?:\s+of)?\s+)$",
    re.IGNORECASE,
)
_WEATHER = re.compile(
    r"\b(?:rain(?:fall|s|ed)?|snow(?:fall)?|precipitation|lens(?:es)?|film|camera|screen|diameter|wide|thick|tall|hail)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\s*(?:of\s+(?:rain|snow|water|hail|steel)|wide|thick|long\b|deep|in diameter|lens|film|focal|x\s?\d)"
)
_MOST_STEPS = 7  # words from a calibre to its noun: "152mm D-20 towed field artillery gun-howitzer"


def find_calibres(text: str) -> list[CalibreMatch]:
    """The calibres of weapons in `text`, in order; other measures (20 mm of rain, a 50mm lens) are left out.

    The last noun of the phrase that the calibre opens decides what it is. Shells, rounds, ammunition, charges: ML3.
    Howitzers, guns, artillery, mortars: ML2 from 20 mm up, ML1 below, as are rifles and pistols. Rockets, missiles,
    bombs, grenades and their launchers: ML4; a grenade launcher is ML2. So "155mm howitzer" is ML2 and "155mm howitzer
    shells" ML3. In a series ("122 and 152 mm shells") the noun counts for all. Without a noun after it, one that stands
    before ("shells of 155 mm") decides; without any, calibres that nothing but ammunition is named by are ML3.
    """
    found: list[CalibreMatch] = []
    for match in reversed(list(CALIBRE_PATTERN.finditer(text))):
        designation = _designation(match)
        if designation is None or _is_other_measure(text, match):
            continue
        reading = _read_ahead(text, match.end()) or _shared(text, match.end(), found)
        reading = reading or _read_behind(text, match) or _alone(match, designation)
        if reading is not None:
            kind, phrase_end = reading
            found.append(_calibre(match, designation, kind, phrase_end))
    return found[::-1]


def _designation(match: re.Match[str]) -> str | None:
    """As it is written in the register; None for numbers that are no calibre (4x4 wheels, 30x40 metres)."""
    if match["bore"]:
        return f"{match['bore']}x{match['case']}mm" if match["bore"] in _BORES else None
    if match["inch"]:
        return f".{match['inch']}"
    if match["metric"]:
        number = match["metric"]
        return f".{number}" if number == "50" else f"{number}mm" if number in _GUNS else None
    return f"{match['mm'] or match['elliptic']}mm"


def _is_other_measure(text: str, match: re.Match[str]) -> bool:
    if _MEASURE.match(text, match.end()):
        return True
    around = text[max(0, match.start() - 40) : match.start()] + " " + text[match.end() : match.end() + 15]
    return _WEATHER.search(around) is not None and _read_ahead(text, match.end()) is None


def _read_ahead(text: str, position: int) -> tuple[CalibreKind, int] | None:
    """The last noun that tells, over words that may stand between: modifiers, and names such as M777 or Caesar."""
    kind: CalibreKind | None = None
    end = position
    previous = ""
    for _ in range(_MOST_STEPS):
        step = _STEP.match(text, position)
        if step is None:
            break
        word = step["word"].rstrip(".").lower()
        if word in _HEADS:
            kind, end = _kind_of(word, previous, kind), step.start("word") + len(word)
        elif not _may_stand_between(step["word"], word, after_noun=kind is not None):
            break
        if step["word"].endswith("."):
            break
        previous, position = word, step.end()
    return None if kind is None else (kind, end)


def _may_stand_between(written: str, word: str, *, after_noun: bool) -> bool:
    """Modifiers may, and names (M777, Caesar) until the first noun has come; "and" joins no second noun."""
    if after_noun:
        return word in _MODIFIERS and word != "and"
    return word in _MODIFIERS or written[0].isupper() or written[0].isdigit()


def _kind_of(word: str, previous: str, before: CalibreKind | None) -> CalibreKind:
    """The kind that a noun gives; the word before it can turn it: machine gun, grenade launcher."""
    if word.startswith("gun") and previous in ("machine", "submachine"):
        return CalibreKind.SMALL_ARM
    if word.startswith("launcher") and previous == "grenade":
        return CalibreKind.GUN
    if word.startswith("rifle") and previous == "recoilless":
        return CalibreKind.GUN
    if word.startswith("bomb") and before is CalibreKind.GUN:
        return CalibreKind.AMMUNITION  # mortar bombs
    return _HEADS[word]


def _shared(text: str, end: int, later: list[CalibreMatch]) -> tuple[CalibreKind, int] | None:
    """In a series the noun of the next calibre."""
    if not later:
        return None
    following = later[-1]
    joiner = _JOINER.fullmatch(text, end, following.start) if end <= following.start else None
    return (following.kind, end) if joiner is not None else None


def _read_behind(text: str, match: re.Match[str]) -> tuple[CalibreKind, int] | None:
    """The noun before: "shells of 155 mm", "ammunition (155mm"."""
    before = _BEFORE.search(text, max(0, match.start() - 60), match.start())
    return None if before is None else (_HEADS[before["noun"].lower()], match.end())


def _alone(match: re.Match[str], designation: str) -> tuple[CalibreKind, int] | None:
    if match["bore"] or designation.removesuffix("mm") in _SPEAKING:
        return CalibreKind.AMMUNITION, match.end()
    return None


def _calibre(match: re.Match[str], designation: str, kind: CalibreKind, phrase_end: int) -> CalibreMatch:
    if kind is CalibreKind.GUN and _bore(designation) < _SMALL_BORE:
        kind = CalibreKind.SMALL_ARM
    ml = {
        CalibreKind.AMMUNITION: "ML3",
        CalibreKind.GUN: "ML2",
        CalibreKind.SMALL_ARM: "ML1",
        CalibreKind.ROCKET: "ML4",
    }[kind]
    end = match.end() - len(match.group()) + len(match.group().rstrip(" -‐‑–."))
    return CalibreMatch(
        match.start(),
        end,
        designation,
        kind,
        ml,
        end if phrase_end <= match.end() else phrase_end,
    )


def _bore(designation: str) -> float:
    """In millimetres; a hundredth of an inch is 0.254 mm."""
    if designation.startswith("."):
        return float("0" + designation) * 25.4
    return float(designation.removesuffix("mm").partition("x")[0])
