"""The address of a PostgreSQL database, as people write it: postgresql://user@host:port/database?schema=name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from armswire.errors import SettingError

PORT = 5432
SSL_MODES = ("prefer", "disable", "require", "verify-full")

_SCHEMES = ("postgresql", "postgres")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_REMEDY = "Write postgresql://user@host:port/database, with ?schema=NAME for a schema of its own, or the path of a file"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a register is in PostgreSQL.

    `host` is a name, an address or the folder of a server's socket; `user` is None for that of the session, `schema`
    None for the first that the server finds; `ssl` is one of SSL_MODES. The password is never shown.
    """

    host: str
    port: int
    database: str
    user: str | None = None
    schema: str | None = None
    ssl: str = "prefer"
    password: str | None = field(default=None, repr=False)

    def __str__(self) -> str:
        user = "" if self.user is None else f"{quote(self.user, safe='')}@"
        socket = self.host.startswith("/")
        host = "" if socket else f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORT else f":{self.port}"
        given = {"host": self.host if socket else None, "schema": self.schema}
        options = "&".join(f"{name}={quote(value, safe='/')}" for name, value in given.items() if value is not None)
        query = f"?{options}" if options else ""
        return f"postgresql://{user}{host}{port}/{quote(self.database, safe='')}{query}"

    def with_password(self, password: str | None) -> Address:
        """The same with a password, where it has none of its own."""
        return self if self.password is not None or password is None else replace(self, password=password)


def is_address(place: str) -> bool:
    """Whether a register is named by an address, and not by the path of a file."""
    return _SCHEME.match(place) is not None


def read_address(place: str) -> Address:
    """The parts of an address. Raises SettingError, without its password, where it cannot be one."""
    scheme = place.partition("://")[0]
    if scheme.lower() not in _SCHEMES:
        raise SettingError("no register can be kept there", value=f"{scheme}://...", remedy=_REMEDY)
    try:
        parts = urlsplit(place)
        host, port = parts.hostname, parts.port
        given = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    except ValueError as error:
        raise SettingError(f"this address cannot be read ({error})", value=_bare(place), remedy=_REMEDY) from None
    options = {name: given.pop(name, None) for name in ("host", "schema", "sslmode")}
    if given:
        raise SettingError(
            "an address has no such part", value=sorted(given)[0], remedy="It knows host, schema and sslmode"
        )
    database = unquote(parts.path.removeprefix("/"))
    if not database or "/" in database or "\0" in unquote(place) or options["schema"] == "":
        raise SettingError("this address names no database", value=_bare(place), remedy=_REMEDY)
    ssl = options["sslmode"] or SSL_MODES[0]
    if ssl not in SSL_MODES:
        raise SettingError("unknown sslmode", value=ssl, remedy=f"Use one of: {', '.join(SSL_MODES)}")
    return Address(
        host=options["host"] or (unquote(host) if host else "localhost"),
        port=PORT if port is None else port,
        database=database,
        user=unquote(parts.username) if parts.username else None,
        schema=options["schema"],
        ssl=ssl,
        password=unquote(parts.password) if parts.password is not None else None,
    )


def _bare(place: str) -> str:
    """The address without what stands before the host, which may be a password."""
    scheme, _, rest = place.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
