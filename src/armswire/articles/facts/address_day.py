"""An address → the day that its path names (/2023/03/14/)."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from armswire.articles.facts.months import month_number
from armswire.articles.facts.written_days import make_day

MAX_ADDRESS = 2000
"""Characters; longer addresses carry data."""
# 2023/03/14, 2023-3-14; 20230314; 202303/14, 2023/0314; 2023/mar/14; 14-03-2023 (only where 14 is no month).
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<y>(?:19|20)\d\d)([/_.-])(?P<m>\d\d?)\2(?P<d>\d\d?)(?!\d)",
        r"(?<!\d)(?P<y>20[0-3]\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?!\d)",
        r"(?<!\d)(?P<y>20[0-3]\d)[/-]?(?P<m>0[1-9]|1[0-2])[/-]?(?P<d>[0-3]\d)(?!\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)([/-])(?P<m>[a-z]{3,9})\2(?P<d>\d\d?)(?!\d)",
        r"(?<!\d)(?P<d>1[3-9]|2\d|3[01])([/_.-])(?P<m>\d\d?)\2(?P<y>20\d\d)(?!\d)",
    )
)


def find_address_day(url: str | None) -> date | None:
    """The first day in the path of an address; None where it has none, or only a year and month."""
    if url is None or len(url) > MAX_ADDRESS:
        return None
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    for form in _FORMS:
        for match in form.finditer(path):
            month = match["m"] if match["m"].isdecimal() else month_number(match["m"], "en") or 0
            day = make_day(match["y"], month, match["d"])
            if day is not None:
                return day
    return None
