"""An article's own facts → which page it is of, and when it was fetched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from armswire.lexicon.addresses import page_key
from armswire.model.article import CANONICAL
from armswire.register.arrival import write_moment


def page_of(url: str | None, extra: Mapping[str, object]) -> str | None:
    """What all addresses of the article's page share; None where it has none."""
    return page_key(url, extra.get(CANONICAL))


def retrieved_at(told: object) -> str | None:
    """A moment as `write_moment` writes it; None for what is no moment. One without a zone is taken as UTC."""
    try:
        moment = datetime.fromisoformat(told) if isinstance(told, str) else None
        if moment is None:
            return None
        return write_moment(moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None
