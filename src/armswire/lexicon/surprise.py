"""How surprising a text is, sign by sign: low for what people write, high for what a wrong table shows."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from armswire.lexicon.letters import LettersFile, Surprise, bundled_letters_file


class Letters:
    """Tells how surprising a text is as running text of any language: low for what people write."""

    def __init__(self, file: LettersFile) -> None:
        self._words = file.words
        self._signs = {sign: group.surprise for group in file.groups for sign in group.signs}
        self._ranges = file.ranges
        self._known: dict[str, tuple[Surprise, str]] = {}

    def surprise(self, text: str) -> Surprise:
        """The sum over all signs and their neighbours; linear in the length of `text`."""
        total = 0.0
        before, before_kind, gap = "", " ", False
        known = self._known
        for sign in text:
            found = known.get(sign) or self._look_up(sign)
            kind = found[1]
            total += found[0]
            if kind != " ":
                if before_kind != " ":
                    total += self._join(before, before_kind, sign, kind)
                elif gap:
                    total += self._words.sign_in_word
            gap = kind == " " and before_kind != " " and found[0] > self._words.in_words and not sign.isspace()
            before, before_kind = sign, kind
        return total

    def _look_up(self, sign: str) -> tuple[Surprise, str]:
        found = self._known[sign] = (self._weigh(sign), _kind(sign))
        return found

    def _weigh(self, sign: str) -> Surprise:
        words = self._words
        surprise = self._signs.get(sign)
        if surprise is not None:
            return surprise
        for one in self._ranges:
            if one.first <= sign <= one.last:
                missing = one.first == "가" and not _is_in_ks(sign)
                return one.surprise + (words.not_in_ks if missing else 0.0)
        if sign == "\ufffd":
            return words.lost
        if unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn"):
            return words.control
        return words.other_letter if sign.isalpha() else words.other_sign

    def _join(self, before: str, before_kind: str, sign: str, kind: str) -> Surprise:
        words = self._words
        if kind != before_kind:
            pair = {kind, before_kind}
            if pair <= {"a", "é"}:
                added = 0.0
            else:
                added = words.beside_korean if pair & _EASTERN and not pair & _ALONE else words.two_scripts
        else:
            added = words.two_accents if kind == "é" else 0.0
        if kind != "a" or before_kind != "a":
            added += words.late_capital if sign.isupper() and before.islower() else 0.0
        return added


_EASTERN = frozenset("한漢あ")
_ALONE = frozenset("яé")


def _is_in_ks(sign: str) -> bool:
    try:
        return bool(sign.encode("euc_kr"))
    except UnicodeEncodeError:
        return False


def _kind(sign: str) -> str:
    """A letter that stands for its script, a blank for what is no letter."""
    if not sign.isalpha():
        return " "
    if sign.isascii():
        return "a"
    if sign <= "\u024f" or "\u1e00" <= sign <= "\u1eff":
        return "é"
    if "\u0400" <= sign <= "\u052f":
        return "я"
    if "\uac00" <= sign <= "\ud7a3":
        return "한"
    if "\u4e00" <= sign <= "\u9fff":
        return "漢"
    if "\u3041" <= sign <= "\u30ff":
        return "あ"
    return unicodedata.name(sign, "?")[0]


@lru_cache(maxsize=1)
def bundled_letters() -> Letters:
    """The letters that come with the program, made ready once."""
    return Letters(bundled_letters_file())
