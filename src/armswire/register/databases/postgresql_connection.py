"""Opens connections to a PostgreSQL server, or says why it does not let anybody in."""

from __future__ import annotations

import getpass
import socket
import ssl
from typing import Any

from armswire.errors import RegisterError
from armswire.register.databases.address import Address
from armswire.register.databases.faults import name_fault

# Seconds to wait for a server to answer at all.
_REACHING = 15.0


class WayIn:
    """The way to the server of an address, for transactions that wait `patience` seconds for a lock."""

    def __init__(self, address: Address, patience: float) -> None:
        self._address = address
        self._in_clear = address.ssl == "disable" or address.host.startswith("/")
        # A transaction sees what others wrote until each of its statements, also where the server's habit is another.
        self._parameters = {
            "client_encoding": "UTF8",
            "default_transaction_isolation": "read committed",
            "lock_timeout": str(max(1, int(patience * 1000))),
        }
        if address.schema is not None:
            self._parameters["search_path"] = quoted(address.schema)

    def open(self) -> Any:
        """A connection of the driver, encrypted where the address asks for it, or the server can.

        Raises RegisterError.
        """
        if not self._in_clear:
            try:
                return self._log_in(_ssl_context(self._address.ssl))
            except RegisterError as error:
                if self._address.ssl != "prefer" or "does not encrypt" not in error.problem:
                    raise
            self._in_clear = True
        return self._log_in(False)

    def _log_in(self, encryption: ssl.SSLContext | bool) -> Any:
        import pg8000.legacy

        address = self._address
        connected = self._reach()
        try:
            return pg8000.legacy.Connection(
                address.user or getpass.getuser(),
                host=address.host,
                sock=connected,
                database=address.database,
                password=address.password,
                ssl_context=encryption,
                application_name="armswire",
                startup_params=self._parameters,
            )
        except (pg8000.Error, OSError, AttributeError) as error:
            # The driver leaves its socket open. It stumbles where it has no password to give.
            connected.close()
            if isinstance(error, AttributeError) and address.password is not None:
                raise
            if isinstance(error, ssl.SSLError):
                raise RegisterError(
                    f"the connection cannot be encrypted ({error.reason or error})",
                    place=str(address),
                    remedy="Check the server's certificate and its name in --register, or choose another sslmode",
                ) from error
            cause = Exception("no password was provided") if isinstance(error, AttributeError) else error
            raise name_fault(cause, str(address)) from error

    def _reach(self) -> socket.socket:
        """A connection on which nothing is said yet."""
        address = self._address
        try:
            if not address.host.startswith("/"):
                connected = socket.create_connection((address.host, address.port), timeout=_REACHING)
                connected.settimeout(None)
                connected.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
                return connected
            connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                connected.connect(f"{address.host}/.s.PGSQL.{address.port}")
            except OSError:
                connected.close()
                raise
            return connected
        except OSError as error:
            raise RegisterError(
                f"the server cannot be reached ({error.strerror or error})",
                place=str(address),
                remedy="Check host and port, and that the server runs",
            ) from error


def _ssl_context(mode: str) -> ssl.SSLContext:
    if mode == "verify-full":
        return ssl.create_default_context()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def quoted(name: str) -> str:
    """A name as statements and settings of PostgreSQL take any."""
    return '"' + name.replace('"', '""') + '"'
