"""What is named: weapons and aid by the lexicon, calibres by pattern, neighbours joined into one mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from armswire.annotations.token_index import TokenIndex
from armswire.lexicon.folding import fold_same_length
from armswire.lexicon.item_forms import blocking_forms, find_calibres, surface_forms
from armswire.lexicon.loader import Lexicon
from armswire.lexicon.lookup import Case, Match, Phrase, Phrasebook
from armswire.lexicon.records import ItemEntry
from armswire.model.annotation import ItemMention, Token
from armswire.model.span import Span

# Between two item words of one phrase only these may stand ("HIMARS precision rockets").
JOINING_TAGS = frozenset({"JJ", "NN", "NNP", "NNPS", "HYPH", "CD", "POS", "VBG", "VBN"})
LONGEST_JOINT = 2
_NO_WORD = re.compile(r"[^\w/&+-]+")


@dataclass(frozen=True, slots=True)
class _Hit:
    first: int
    last: int
    ml: str
    designation: str | None
    lethal: bool | None
    entry: str
    generic: bool
    doubtful: bool = False


class ItemFinder:
    """Finds items in tokens; built once from a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._book: Phrasebook[ItemEntry | None] = Phrasebook(_phrases(lexicon))

    def find(self, text: str, tokens: Sequence[Token]) -> list[ItemMention]:
        """The items of a document in the order of the text; mentions do not overlap."""
        index = TokenIndex(tokens)
        hits = [h for m in self._book.find(text) if (h := self._hit(m, index, text)) is not None]
        hits += _calibres(text, index, {i for h in hits for i in range(h.first, h.last + 1)})
        return [_mention(group, index) for group in _grouped(sorted(hits, key=lambda h: h.first), index)]

    def spans(self, text: str) -> list[Span]:
        """Where item words with a capital or digit stand: what truecasing leaves alone."""
        return [
            Span(m.start, m.end)
            for m in self._book.find(text)
            if m.payload[0] is not None and any(c.isupper() or c.isdigit() for c in m.form)
        ]

    def _hit(self, match: Match[ItemEntry | None], index: TokenIndex, text: str) -> _Hit | None:
        entries = [entry for entry in match.payload if entry is not None]
        if not entries:
            return None
        covered = index.cover(Span(match.start, match.end))
        if covered is None:
            return None
        settled = [e for e in entries if not e.needs or _has_company(e, match, covered[0], index, text)]
        entry = (settled or entries)[0]
        last = index.tokens[covered[1]]
        if covered[0] == covered[1] and last.pos in {"VERB", "AUX"} and last.tag != "VBG" and entry.generic:
            return None
        return _Hit(*covered, entry.ml, entry.designation, entry.lethal, entry.id, entry.generic, not settled)


def _phrases(lexicon: Lexicon) -> Iterator[Phrase[ItemEntry | None]]:
    for entry in lexicon.items:
        for form in surface_forms(entry):
            yield Phrase(form.text, entry, Case.NAME if form.case_sensitive else Case.ANY)
        # A longer phrase that means something else wins over the word inside it.
        for other in blocking_forms(entry):
            yield Phrase(other.text, None, Case.NAME if other.case_sensitive else Case.ANY)


def _has_company(entry: ItemEntry, match: Match[ItemEntry | None], first: int, index: TokenIndex, text: str) -> bool:
    """An ambiguous word counts only beside one of the words that it needs; a plural such as Patriots may be its own."""
    whole = index.span(*index.sentence(first))
    words = text[whole.start : match.start] + " | " + text[match.end : whole.end]
    around = f" {_NO_WORD.sub(' ', fold_same_length(words))} "
    around += around.replace("-", " ")
    itself = text[match.start : match.end]
    return any(word == itself or f" {fold_same_length(word)} " in around for word in entry.needs)


def _calibres(text: str, index: TokenIndex, taken: set[int]) -> list[_Hit]:
    hits = []
    for calibre in find_calibres(text):
        covered = index.cover(Span(calibre.start, calibre.end))
        if covered is not None and not taken.intersection(range(covered[0], covered[1] + 1)):
            hits.append(_Hit(*covered, calibre.ml, calibre.designation, True, "calibre", generic=True))
    return hits


def _grouped(hits: list[_Hit], index: TokenIndex) -> list[list[_Hit]]:
    groups: list[list[_Hit]] = []
    for hit in hits:
        if groups and _joins(groups[-1][-1], hit, index):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _joins(left: _Hit, right: _Hit, index: TokenIndex) -> bool:
    between = index.tokens[left.last + 1 : right.first]
    same = index.tokens[left.last].sentence == index.tokens[right.first].sentence
    plural_end = index.tokens[left.last].tag == "NNS" and index.tokens[left.last].dep not in {
        "compound",
        "nmod",
        "amod",
    }
    return (
        same
        and len(between) <= LONGEST_JOINT
        and not plural_end
        and all(
            t.tag in JOINING_TAGS and t.dep in {"compound", "amod", "nmod", "punct", "nummod", "poss"} for t in between
        )
    )


def _mention(group: list[_Hit], index: TokenIndex) -> ItemMention:
    """The last word says what it is ("Leopard 2 ammunition" is ammunition), the first designation which."""
    first, last = group[0].first, group[-1].last
    kind = group[-1]
    designation = next((h.designation for h in group if h.designation is not None), None)
    lethal = kind.lethal if kind.lethal is not None else next((h.lethal for h in group if h.lethal is not None), None)
    if kind.ml in {"ARMS", "NONLETHAL"} and len(group) > 1 and kind.entry != "calibre":
        named = next((h for h in reversed(group[:-1]) if h.ml not in {"ARMS", "NONLETHAL"}), None)
        kind = named or kind
    return ItemMention(
        span=index.span(first, last),
        first=first,
        last=last,
        head=index.head(first, last),
        ml=kind.ml,
        designation=designation,
        lethal=lethal,
        entry="+".join(dict.fromkeys(h.entry for h in group)),
        generic=all(h.generic for h in group),
        doubtful=all(h.doubtful for h in group),
    )
