"""Which web addresses are those of one page (data/addresses.yaml)."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import SplitResult, urljoin, urlsplit

from pydantic import Field

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import FileHeader, Record, Words

ADDRESSES_FILE = Path(__file__).parent / "data" / "addresses.yaml"

_PORTS = {"http": 80, "https": 443}
# Longer addresses are told by a digest: an index of PostgreSQL holds no row of more than 2,704 bytes.
LONGEST = 500
_ENCODED = re.compile(r"%[0-9a-fA-F]{2}")
# What needs no encoding (RFC 3986, section 2.3).
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class Parameter(Record):
    """The name of a parameter, or its beginning with `*`, and what it tells."""

    name: str = Field(min_length=1)
    about: str = Field(min_length=1)


class AddressesFile(Record):
    """addresses.yaml"""

    header: FileHeader
    leading: Words = Field(description="Labels before the name of a host.")
    parameters: tuple[Parameter, ...]
    one: tuple[tuple[str, str], ...] = Field(min_length=1, description="Pairs of addresses of one page.")
    two: tuple[tuple[str, str], ...] = Field(min_length=1, description="Pairs of which that is not known.")


def load_addresses(path: Path = ADDRESSES_FILE) -> AddressesFile:
    """What addresses of one page can differ by. Raises LexiconError naming file, key and value."""
    return read_record(path, AddressesFile)


@lru_cache(maxsize=1)
def bundled_addresses() -> AddressesFile:
    """The file that comes with the program, read once."""
    return load_addresses()


def page_key(url: str | None, canonical: object = None) -> str | None:
    """What all addresses of one page share; None where there is no web address.

    `canonical` is the address that the page gives itself. It counts where it is of the same site, and not where it is
    the site's front page: there are sites on which all pages say so.
    """
    own = _split(url)
    named = _split(_join(url, canonical)) if isinstance(canonical, str) and canonical.strip() else None
    if named is not None and (own is None or (_is_one_site(own, named) and _is_front(named) <= _is_front(own))):
        return _write(named)
    return None if own is None else _write(own)


def _join(url: str | None, named: str) -> str | None:
    try:
        return urljoin(url or "", named)
    except ValueError:
        return None


def _split(url: str | None) -> SplitResult | None:
    try:
        parts = urlsplit((url or "").strip())
        # Both are read from it when they are asked for, and may turn out to be none.
        is_web = bool(parts.scheme in _PORTS and parts.hostname) and parts.port != -1
    except ValueError:
        return None
    return parts if is_web else None


def _write(parts: SplitResult) -> str:
    port = "" if parts.port in (None, _PORTS[parts.scheme]) else f":{parts.port}"
    kept = sorted(part for part in _fold(parts.query).split("&") if part and not _is_tracking(part.partition("=")[0]))
    query = f"?{'&'.join(kept)}" if kept else ""
    # What begins so names a page of its own on sites that are one program.
    fragment = f"#{_fold(parts.fragment)}" if parts.fragment.startswith("!") else ""
    key = f"{_host(parts)}{port}{_fold(parts.path).rstrip('/')}{query}{fragment}"
    if len(key) <= LONGEST and key.isprintable():
        return key
    return f"{_host(parts)[:LONGEST]}#{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _host(parts: SplitResult) -> str:
    labels = (parts.hostname or "").rstrip(".").split(".")
    more = len(labels) > 2 and labels[0] in bundled_addresses().leading
    return ".".join(labels[1:] if more else labels)


def _is_one_site(one: SplitResult, other: SplitResult) -> bool:
    short, long = sorted((_host(one), _host(other)), key=len)
    return long == short or long.endswith(f".{short}")


def _is_front(parts: SplitResult) -> bool:
    return not parts.path.strip("/") and not parts.query


def _is_tracking(name: str) -> bool:
    whole, beginnings = _tracking()
    name = name.casefold()
    return name in whole or name.startswith(beginnings)


@lru_cache(maxsize=1)
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    names = [parameter.name for parameter in bundled_addresses().parameters]
    beginnings = tuple(name.removesuffix("*") for name in names if name.endswith("*"))
    return frozenset(name for name in names if not name.endswith("*")), beginnings


def _fold(part: str) -> str:
    return _ENCODED.sub(_plain, part)


def _plain(found: re.Match[str]) -> str:
    character = chr(int(found[0][1:], 16))
    return character if character in _UNRESERVED else found[0].upper()
