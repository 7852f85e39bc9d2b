"""How much and how long one answer may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """For one address with its redirects: bytes as sent and unpacked, seconds in all and between two pieces, redirects.

    A page of news is 0.1 to 3 MB, the largest feeds and sitemaps are 50 MB (sitemaps.org allows no more).
    """

    sent: int = 20_000_000
    unpacked: int = 60_000_000
    seconds: float = 60.0
    silence: float = 15.0
    redirects: int = 5


DEFAULT_LIMITS = Limits()
