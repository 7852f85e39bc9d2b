"""The register as it could be known on a day: event time is in the claims, report time is the day of publication.

What was known is what follows from the articles that were published by then, as people had judged them by then, and
from nothing else: reconciled with the same functions, it equals a register to which only those articles and judgements
were added (a property test).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, not_, or_, select

from armswire.register import schema
from armswire.register.derivation import derive_without, ensure_derived
from armswire.register.store import Register


@dataclass(frozen=True, slots=True)
class AsKnown:
    """How many articles were published by `day`, later, or nobody knows when; and how much was judged later.

    `changed_later` are texts of a page that was published by then, but seen with this text only later.
    """

    day: date
    seen: int
    later: int
    undated: int
    judged_later: int = 0
    changed_later: int = 0

    @property
    def notice(self) -> str:
        """What a reader must know about it, in one sentence."""
        judgements = "1 judgement" if self.judged_later == 1 else f"{self.judged_later:,} judgements"
        left_out = [
            *([f"{self.later} published later"] if self.later else []),
            *([f"{_versions(self.changed_later)} seen later"] if self.changed_later else []),
            *([f"{self.undated} without a day of publication"] if self.undated else []),
            *([f"{judgements} made later"] if self.judged_later else []),
        ]
        told = f"as known on {self.day.isoformat()}: {_articles(self.seen)} published by then"
        return f"{told}; left out: {', '.join(left_out)}" if left_out else told


def look_back(register: Register, day: date) -> AsKnown:
    """From now on the register shows what could be known on a day (its last minute), until it is closed.

    An article without a day of publication is left out: nobody knows whether it could be read then. So is a later text
    of a page that was seen after the day, whatever day the page bears, and what people judged after it. Once for an
    open register. Raises RegisterError.
    """
    ensure_derived(register)
    published, versions = schema.articles.c.published, schema.versions.c
    later, undated = published > day.isoformat(), published.is_(None)
    seen_later = select(versions.document).where(
        versions.number > 1, func.substr(versions.seen, 1, 10) > day.isoformat()
    )
    changed = and_(published <= day.isoformat(), schema.articles.c.id.in_(seen_later))
    judged_later = schema.judgements.c.day > day.isoformat()
    known = AsKnown(
        day=day,
        seen=_count(register, and_(published <= day.isoformat(), not_(changed))),
        later=_count(register, later),
        undated=_count(register, undated),
        judged_later=_count(register, judged_later),
        changed_later=_count(register, changed),
    )
    derive_without(
        register,
        documents=select(schema.articles.c.id).where(or_(later, undated, changed)),
        judgements=select(schema.judgements.c.id).where(judged_later),
    )
    return known


def _count(register: Register, condition: ColumnElement[bool]) -> int:
    row = register.first(select(func.count()).where(condition))
    return 0 if row is None else int(row[0])


def _versions(number: int) -> str:
    return "1 version" if number == 1 else f"{number:,} versions"


def _articles(number: int) -> str:
    return "1 article" if number == 1 else f"{number:,} articles"
