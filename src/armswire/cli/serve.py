"""`armswire serve`: the pages and the API over a register."""

from __future__ import annotations

import errno
import signal
import socket
from typing import TYPE_CHECKING, Annotated

import typer

from armswire.cli import options
from armswire.errors import SettingError

if TYPE_CHECKING:
    from starlette.types import ASGIApp
    from uvicorn import Server

    from armswire.asgi import Served

HOST, PORT = "127.0.0.1", 8000
# Connections that wait while others are taken.
_BACKLOG = 2048
# Seconds that what is under way may take when the server is told to end.
_GRACE = 5


def command(
    host: Annotated[str, typer.Option("--host", help="Where to listen; beyond this machine takes a token.")] = HOST,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = PORT,
    register: options.Register = None,
    token: Annotated[
        str | None,
        typer.Option("--token", help="What everybody must know to be let in.  [default: ARMSWIRE_TOKEN, else none]"),
    ] = None,
    known_as: Annotated[
        list[str] | None,
        typer.Option("--known-as", metavar="NAME", help="A name by which browsers reach it, besides HOST; repeatable."),
    ] = None,
) -> None:
    """Serve the pages at / and the API at /api/v1, until Ctrl-C."""
    from armswire.asgi import Served
    from armswire.settings import Settings

    settings = Settings.from_environment()
    serve(
        Served(
            place=settings.register_or(register),
            password=settings.password,
            host=host,
            known_as=tuple(known_as or ()),
            token=token or settings.token,
        ),
        port,
    )


def serve(served: Served, port: int, *, open_browser: bool = False) -> None:
    """Serve until Ctrl-C. Raises SettingError and RegisterError before anything is listened to."""
    from armswire.asgi import make_application
    from armswire.serving.hosts import is_loopback

    if served.token is None and not is_loopback(served.host):
        raise SettingError(
            "whoever reaches this address could read and judge",
            place="--host",
            value=served.host,
            remedy="Give a --token or set ARMSWIRE_TOKEN, or listen at 127.0.0.1",
        )
    application = make_application(served)
    listening = _listen(served.host, port)
    server = make_server(application)
    # A browser that closes its connection must not end the server as a closed pipe ends a filter.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    # A shell starts its background jobs with Ctrl-C ignored; whoever sends it all the same means it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    address = f"http://{_written(served.host)}:{listening.getsockname()[1]}/"
    print(f"Serving {address} (Ctrl-C ends it)", flush=True)
    if open_browser:
        import webbrowser

        webbrowser.open(address)
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        print()
    finally:
        listening.close()


def make_server(application: ASGIApp) -> Server:
    """What runs an application on sockets that are listened to."""
    import uvicorn

    config = uvicorn.Config(
        application,
        log_config=None,  # warnings and errors go to standard error as they are
        access_log=False,
        server_header=False,
        proxy_headers=False,  # who asks is nobody's word but the connection's
        timeout_graceful_shutdown=_GRACE,
    )
    return uvicorn.Server(config)


def _listen(host: str, port: int) -> socket.socket:
    """Listen there. Raises SettingError that says why it cannot be."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    except socket.gaierror as error:
        raise SettingError(
            "there is no such address", place="--host", value=host, remedy="Use one of this machine, as 127.0.0.1"
        ) from error
    except OSError as error:
        is_taken = error.errno == errno.EADDRINUSE
        raise SettingError(
            f"cannot listen: {error.strerror}",
            place="--port" if is_taken or error.errno == errno.EACCES else "--host",
            value=port if is_taken or error.errno == errno.EACCES else host,
            remedy="Use another port, or 0" if is_taken else "Use another one",
        ) from error


def _written(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host
