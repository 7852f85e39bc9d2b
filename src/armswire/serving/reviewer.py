"""Who reviews: the name under which a browser judges, kept in a cookie of that browser.

It names, and proves nothing, as `--by` on the command line does: whoever may write to a register is trusted with names.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from armswire.errors import SettingError
from armswire.serving.cookies import drop_cookie, keep_cookie

COOKIE = "armswire_reviewer"
# Characters of a name, at most.
LONGEST = 100
# Seconds for which a browser remembers it: half a year.
_KEPT = 180 * 24 * 3600


def read_reviewer(request: Request) -> str | None:
    """Under which name this browser judges, None where it has told none."""
    try:
        return check_name(unquote(request.cookies.get(COOKIE, ""), errors="strict"))
    except (SettingError, UnicodeDecodeError):
        return None


def check_name(given: str) -> str:
    """A name without blanks around it. Raises SettingError where it is none."""
    name = " ".join(given.split())
    if not name or len(name) > LONGEST or not name.isprintable():
        raise SettingError(
            "a judgement needs a name", place="name", value=given[:LONGEST], remedy=f"Give 1 to {LONGEST} characters"
        )
    return name


def remember_reviewer(response: Response, request: Request, name: str) -> None:
    """Have the browser judge under this name from now on."""
    keep_cookie(response, request, COOKIE, quote(name, safe=""), _KEPT)


def forget_reviewer(response: Response, request: Request) -> None:
    """Have the browser judge under no name."""
    drop_cookie(response, request, COOKIE)
