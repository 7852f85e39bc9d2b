"""A real PostgreSQL server for the tests, in a temporary folder, from Debian's packages; gone with the session."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

# Where Debian puts the programs of a server, the newest version first; else whatever is found.
FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)

PASSWORD = "kestrel"  # of the user `writer`, who must give it over the network


@dataclass
class Server:
    """A running server: over a socket in `folder` everybody is let in, over the network whoever has a password."""

    folder: Path
    port: int
    numbers: Iterator[int] = field(default_factory=count)

    def new_place(self) -> str:
        """The address of a schema that is not there yet."""
        return self.address(schema=f"test_{next(self.numbers)}")

    def address(self, *, user: str = "postgres", database: str = "postgres", schema: str | None = None) -> str:
        """An address by the socket."""
        chosen = "" if schema is None else f"&schema={schema}"
        return f"postgresql://{user}@:{self.port}/{database}?host={self.folder}{chosen}"

    def remote(
        self, secret: str = "", *, database: str = "postgres", port: int | None = None, options: str = ""
    ) -> str:
        """An address by the network, of the user `writer`; `secret` is ":" and a password."""
        return f"postgresql://writer{secret}@127.0.0.1:{port or self.port}/{database}{options}"

    def run(self, statement: str, *, database: str = "postgres", user: str = "postgres") -> list[list[object]]:
        """The rows of a statement, of which each is on its own."""
        import pg8000.native

        socket_file = f"{self.folder}/.s.PGSQL.{self.port}"
        connection = pg8000.native.Connection(user, database=database, unix_sock=socket_file)
        try:
            rows: list[list[object]] | None = connection.run(statement)
            return rows or []
        finally:
            connection.close()


def why_none() -> str | None:
    """Why no server can be started here, or None."""
    if importlib.util.find_spec("pg8000") is None:
        return "the driver pg8000 is not installed (uv sync)"
    if _find_program("initdb") is None:
        return "no PostgreSQL server is installed (apt-get install postgresql)"
    if os.name != "posix" or (os.geteuid() == 0 and shutil.which("setpriv") is None):
        return "a server cannot be started as another user than root"
    return None


@contextlib.contextmanager
def start_server() -> Iterator[Server]:
    """A new server with an empty database, as fast as one may be that nobody needs tomorrow."""
    # The path of a socket must be short, so it is not in pytest's folder.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    as_user: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres", "postgres")
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]
    data, port = folder / "data", _free_port()
    initdb, postgres = _find_program("initdb"), _find_program("postgres")
    assert initdb is not None
    assert postgres is not None
    options = ["--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync"]
    # An order of text unlike that of bytes, so that a register shows where it relies on the database's.
    options += ["--locale-provider=icu", "--icu-locale=en"]
    subprocess.run([*as_user, initdb, f"--pgdata={data}", *options], check=True, capture_output=True, cwd="/")
    (data / "pg_hba.conf").write_text("local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n", "utf-8")
    settings = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": str(folder),
        "port": port,
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
        "max_connections": 50,
        "shared_buffers": "32MB",
    }
    arguments = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([*as_user, postgres, "-D", str(data), *arguments], stdout=log, stderr=log, cwd="/")
    server = Server(folder, port)
    try:
        _wait(server, process)
        server.run(f"CREATE USER writer PASSWORD '{PASSWORD}'")
        server.run("CREATE DATABASE writers OWNER writer")
        yield server
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def _find_program(name: str) -> str | None:
    for folder in FOLDERS:
        if (folder / name).exists():
            return str(folder / name)
    return shutil.which(name)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    import pg8000.native

    deadline = time.monotonic() + 60
    while True:
        assert process.poll() is None, (server.folder / "log").read_text("utf-8")
        with contextlib.suppress(pg8000.native.Error, OSError):
            server.run("SELECT 1")
            return
        assert time.monotonic() < deadline, (server.folder / "log").read_text("utf-8")
        time.sleep(0.05)
