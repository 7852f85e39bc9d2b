"""What the support test found, against the claims that it was found of."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import and_, select

from armswire.register import schema
from armswire.register.checks.fault import REBUILD, Fault, FaultKind, shorten
from armswire.register.store import Register
from armswire.register.support_tests import decode_support_row

_TESTS, _CLAIMS, _ARTICLES = schema.support_tests.c, schema.claims.c, schema.articles.c
_TEST_AGAIN = "Run 'armswire check --support --claims ID': it tests the claim again"


def check_support(register: Register) -> Iterator[Fault]:
    """Every test can be read and is flagged as it says, and its claim is read now as it was read then.

    A claim that is not there at all is a missing link.
    """
    tests = schema.support_tests
    any_reading = select(_CLAIMS.id).where(_CLAIMS.id == _TESTS.claim).correlate(tests)
    is_current = and_(_ARTICLES.id == _CLAIMS.document, _ARTICLES.reader == _CLAIMS.reader)
    same_reading = any_reading.join(schema.articles, is_current).where(
        _CLAIMS.reader == _TESTS.reader, _CLAIMS.document == _TESTS.document
    )
    stray = and_(any_reading.exists(), ~same_reading.exists())
    for row in register.rows(select(tests, stray.label("stray")).order_by(_TESTS.claim)):
        if row.stray:
            problem = f"the claim is not read by {row.reader} any more"
            yield Fault(FaultKind.ORPHAN, row.claim, "table support_tests, column reader", problem, REBUILD)
            continue
        try:
            flagged = decode_support_row(row).flagged
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            problem = f"it cannot be read: {type(error).__name__}: {shorten(str(error))}"
            yield Fault(FaultKind.UNREADABLE, row.claim, "table support_tests", problem, _TEST_AGAIN)
            continue
        if flagged != row.flagged:
            problem = f"it says {row.flagged}, the findings themselves {flagged}"
            yield Fault(FaultKind.COLUMN, row.claim, "table support_tests, column flagged", problem, _TEST_AGAIN)
