"""Connections that lead only where `addresses` allows.

A name is looked up here, what it leads to is checked, and the connection goes to that very machine: a name that leads
elsewhere when it is looked up again ("DNS rebinding") gains nothing by it.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable, Set

import httpcore2

from armswire.errors import AddressError, FetchError
from armswire.fetching.addresses import check_machine


class GuardedNetwork(httpcore2.NetworkBackend):
    """The network as the client of `httpcore2` sees it; `allowed` are hosts that may be anywhere, by their names."""

    def __init__(self, allowed: Set[str] = frozenset()) -> None:
        self._allowed = allowed
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first machine of a name that answers. Raises AddressError where one may not be."""
        machines = _look_up(host, port)
        for machine in machines:
            check_machine(host, machine, self._allowed)
        for machine in machines[:-1]:
            try:
                return self._inner.connect_tcp(machine, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return self._inner.connect_tcp(machines[-1], port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - the interface is not ours
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        """Never. Raises AddressError."""
        raise AddressError("sockets of this machine are not asked", place=path, remedy="Give a web address")

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self._inner.sleep(seconds)


def _look_up(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError("this host is not known", place=host, remedy="Check the address, and the network") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
