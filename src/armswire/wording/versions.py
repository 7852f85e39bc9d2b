"""Versions of an article, and claims that were edited away, in short words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from armswire.model.transfer import Transfer
from armswire.model.version import Change, Difference, EditedAway, NoticeKind, PassageKind, Version

_CHANGES = {
    Change.FIRST: "the first text that is known",
    Change.EDITED: "edited",
    Change.REPLACED: "replaced: another text altogether",
    Change.UNCHANGED: "the article is unchanged; only what stands round it differs",
}
_NOTICES = {
    NoticeKind.CORRECTION: "the outlet says that it was corrected",
    NoticeKind.UPDATE: "the outlet says that it was updated",
}
SILENT = "the outlet does not say so: a silent edit"


def say_edited_away(gone: EditedAway) -> str:
    """Edited away in the version of 2031-03-03."""
    return f"edited away in the version of {gone.day or gone.version}"


def say_edits(transfer: Transfer) -> str:
    """How many claims of a transfer were edited away; empty for none."""
    number = len(transfer.edited_away)
    if not number:
        return ""
    if transfer.is_edited_away:
        return "edited away: no article tells it any more"
    return f"{number:,} claim{'' if number == 1 else 's'} edited away"


def say_change(version: Version) -> str:
    """What a version did to the text before it, and whether the outlet says so."""
    if version.change is not Change.EDITED:
        return _CHANGES[version.change]
    told = SILENT if version.notice is None else f"{_NOTICES[version.notice.kind]} (“{version.notice.text}”)"
    return f"{_CHANGES[version.change]}; {told}"


def say_version(version: Version) -> str:
    """Version 2, 2031-03-03: edited; ..."""
    return f"version {version.number}, {version.day or 'no day'}: {say_change(version)}"


def say_place(version: Version, versions: Sequence[Version]) -> str:
    """Version 2 of 3."""
    newest = versions[-1]
    place = f"version {version.number} of {len(versions)}"
    return place if version == newest else f"{place}; the newest is of {newest.day or 'no known day'}"


def say_difference(difference: Difference) -> str:
    """2 sentences removed, 1 added, 1 changed, the headline changed."""
    told = [*_counts(difference), *(["the headline changed"] if difference.headline else [])]
    return ", ".join(told) or "no sentence differs"


def _counts(difference: Difference) -> Iterator[str]:
    noun: str | None = None
    for kind in (PassageKind.REMOVED, PassageKind.ADDED, PassageKind.CHANGED):
        number = difference.count(kind)
        if number:
            yield f"{number:,}{'' if noun else ' sentence' if number == 1 else ' sentences'} {kind.value}"
            noun = "sentence"
