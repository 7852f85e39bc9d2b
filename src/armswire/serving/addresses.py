"""Where the page of a record is; every link leads through here, on pages and in what the API gives."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

OVERVIEW = "/"
TRANSFERS = "/transfers"
TRANSFERS_TABLE = "/transfers.csv"
DISPUTES = "/disputes"
ACTORS = "/actors"
ARTICLES = "/articles"
REVIEW = "/review"
QUALITY = "/quality"
LOGIN = "/login"
SEEN = "/seen"


def transfer_address(transfer: str) -> str:
    """The page of a transfer."""
    return f"{TRANSFERS}/{quote(transfer, safe='')}"


def dossier_address(transfer: str) -> str:
    """The page of a transfer as one file to keep."""
    return f"{transfer_address(transfer)}/dossier.html"


def claim_address(claim: str, transfer: str | None, document: str) -> str:
    """The card of a claim: on the page of its transfer, or of its article where it joins none."""
    page = article_address(document) if transfer is None else transfer_address(transfer)
    return f"{page}#{quote(claim, safe='')}"


def dispute_address(dispute: str) -> str:
    """The page of a dispute."""
    return f"{DISPUTES}/{quote(dispute, safe='')}"


def actor_address(actor: str) -> str:
    """The page of an actor, by its code."""
    return f"{ACTORS}/{quote(actor, safe='')}"


def article_address(document: str) -> str:
    """The page of an article, whatever its id is."""
    return f"{ARTICLES}/{quote(document, safe='')}"


def with_query(path: str, query: Mapping[str, str | None]) -> str:
    """A path with what is asked for; what is None or empty is left out."""
    told = urlencode({name: value for name, value in query.items() if value})
    return f"{path}?{told}" if told else path
