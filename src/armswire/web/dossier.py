"""A page as one file that a person keeps: with its own style, its own policy and the digests of what it rests on."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from importlib import resources

from markupsafe import Markup

from armswire.exports.formats.jsonl import write_line
from armswire.model.transfer import Transfer
from armswire.model.transfer_encoding import encode_transfer
from armswire.web.page import Page

# In the order in which they follow each other on a page of the site; the last for paper alone.
_STYLES = ("tokens", "text", "shell", "tables", "cards", "marks", "transfer")
_FOR_PAPER = "print"


def make_dossier(page: Page, transfer: Transfer, now: Callable[[], datetime] = lambda: datetime.now(tz=UTC)) -> Page:
    """The page of a transfer as a file to be saved. `now` gives the time at which it is made."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    record = write_line(encode_transfer(transfer))
    return replace(
        page,
        template="dossier.html.j2",
        shown={
            **page.shown,
            "is_dossier": True,
            "style": Markup(style),
            "policy": policy,
            "made": now(),
            "record": record,
            "record_sha256": hashlib.sha256(record.encode()).hexdigest(),
        },
        headers={
            "Content-Disposition": f'attachment; filename="{transfer.id}.html"',
            "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        },
    )


@cache
def _style() -> str:
    """The style of the pages, that for paper in its own block."""
    folder = resources.files("armswire.web") / "static" / "css"
    told = [(folder / f"{name}.css").read_text("utf-8") for name in _STYLES]
    return "\n".join([*told, f"@media print {{\n{(folder / f'{_FOR_PAPER}.css').read_text('utf-8')}}}\n"])
