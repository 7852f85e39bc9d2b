"""Which addresses may be asked at all."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from armswire.errors import AddressError

PORTS = {"http": 80, "https": 443}
# Addresses of version 4 within those of version 6, by which a private one could be asked in disguise: "well-known"
# translation (RFC 6052) and 6to4 (RFC 3056); mapped ones (RFC 4291) and Teredo (RFC 4380) are known to `ipaddress`.
_TRANSLATED = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")
# What stands in paths and queries as it is (RFC 3986, section 3.3 and 3.4); all else is written in its UTF-8 bytes.
_AS_IT_IS = "/%:@!$&'()*+,;=?-._~[]"
# The longest address that servers and browsers agree on (RFC 9110, section 4.1, asks for 8000 octets).
LONGEST = 8000


@dataclass(frozen=True, slots=True)
class Address:
    """A web address that may be asked: its parts, `url` without the fragment, `origin` as scheme, host and port."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """For what is known of a server: "https://example.org:443"."""
        return f"{self.scheme}://{self.host}:{self.port}"


def read_address(told: str, base: Address | None = None) -> Address:
    """A web address as somebody wrote it, or as a page at `base` names it. Raises AddressError for any other kind."""
    if len(told) > LONGEST:
        raise _refuse("the address is too long", told[:80])
    try:
        parts = urlsplit(told.strip() if base is None else urljoin(base.url, told.strip()))
        host, port = parts.hostname, parts.port
        host = None if host is None else _ascii(host)
    except ValueError as error:
        raise _refuse(f"not a web address: {error}", told) from error
    if parts.scheme not in PORTS:
        raise _refuse("only http and https are asked", told)
    if not host or any(character.isspace() or not character.isprintable() for character in parts.geturl()):
        raise _refuse("not a web address", told)
    if parts.username is not None or parts.password is not None:
        raise _refuse("an address with a name or a password in it is not asked", f"{parts.scheme}://...@{host}")
    whole = _whole(parts, host, port)
    return Address(whole, parts.scheme, host, port or PORTS[parts.scheme])


def may_ask(address: IPv4Address | IPv6Address) -> bool:
    """Whether a machine at this address is one of the open network: not this one, no private, local or special one."""
    if isinstance(address, IPv6Address):
        within = _within(address)
        if within is not None:
            return may_ask(within)
    return address.is_global and not (address.is_multicast or address.is_reserved)


def check_machine(host: str, found: str, allowed: Set[str]) -> None:
    """Raises AddressError unless a machine that a name leads to may be asked, or its name is one of those allowed."""
    if host in allowed:
        return
    # A zone ("%eth0") is that of a link-local address.
    if "%" in found or not may_ask(ip_address(found)):
        raise AddressError(
            "this address leads into a private network or to this machine",
            place=host,
            value=found,
            remedy=f"Allow it by name (--allow-host {host}) if it is your own server",
        )


def _within(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.teredo is not None:
        return address.teredo[1]
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.sixtofour if address in _6TO4 else None


def _ascii(host: str) -> str:
    """As it is looked up: names in other scripts as RFC 5891 writes them."""
    if host.isascii():
        return host.rstrip(".").lower()
    import idna

    return idna.encode(host, uts46=True).decode("ascii").rstrip(".").lower()


def _whole(parts: SplitResult, host: str, port: int | None) -> str:
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in (None, PORTS[parts.scheme]) else f"{shown}:{port}"
    path, query = (quote(part, safe=_AS_IT_IS) for part in (parts.path or "/", parts.query))
    return parts._replace(netloc=place, path=path, query=query, fragment="").geturl()


def _refuse(problem: str, value: str) -> AddressError:
    return AddressError(problem, value=value, remedy="Give an address like https://example.org/news")
