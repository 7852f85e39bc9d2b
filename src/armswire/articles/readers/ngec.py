"""Stories for NGEC, the event coder behind POLECAT, as JSON Lines → articles.

Its keys are those of the example in the README of github.com/ahalterman/NGEC and of its `stories_to_events`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from armswire.articles.json_article import article_from_json
from armswire.articles.json_file import opens_json, read_json
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.tables.row_article import article_from_row
from armswire.model.article import Article

_KEY = re.compile(rb'"event_text"\s*:')
_MEANS = {"event_text": "text", "headline": "title", "publisher": "outlet"}
_OUR_TEXT = ("text", "html")
_LEFT_OUT = ("id", "orig_id", "pub_date")


class NgecStories:
    """`event_text` is the text, `pub_date` or `date` the day, `publisher` the outlet; all that was coded is kept.

    A story that has been split into its events is one article each time.
    """

    name = "NGEC"
    suffixes = (".jsonl", ".ndjson", ".json")
    is_binary = False

    def recognises(self, start: bytes) -> bool:
        """JSON in which the key of NGEC's text stands near the beginning."""
        return opens_json(start) and _KEY.search(start) is not None

    def read(self, incoming: Incoming) -> Iterator[Outcome]:
        """Each story's article in the order of the file, or why there is none."""
        yield from read_json(incoming, _article)


def _article(value: object, sha256: str, place: str) -> Article:
    """The article of a story; an object without a story of NGEC's is read as any other."""
    if not isinstance(value, dict) or "event_text" not in value or any(key in value for key in _OUR_TEXT):
        return article_from_json(value, sha256, place)
    keyed: dict[str, object] = {
        _MEANS.get(str(key), str(key)): kept for key, kept in value.items() if key not in ("id", "orig_id", "pub_date")
    }
    published = value.get("pub_date") or keyed.pop("date", None)
    return article_from_row({**keyed, "id": _story_id(value), "published": published}, sha256=sha256, place=place)


def _story_id(value: Mapping[str, object]) -> object:
    """The story's id; one that was split has its event's type and mode behind it ("20210301-1_ACCUSE_allege")."""
    told, event = value.get("orig_id") or value.get("id"), value.get("event_type")
    if isinstance(told, str) and isinstance(event, str) and event:
        return told.partition(f"_{event}_")[0] or told
    return told
