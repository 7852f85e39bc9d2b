"""`armswire demo`: a register from the bundled sample dispatches."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armswire.cli import options
from armswire.errors import SettingError
from armswire.register.databases.address import is_address

if TYPE_CHECKING:
    from armswire.adding import Added
    from armswire.register.store import Register

DEMO_REGISTER = "armswire-demo.db"
DEMO_PAGE = "armswire-demo.html"


def command(
    register: Annotated[
        str,
        typer.Option(
            "--register", "-r", metavar="PLACE", help="Where to build it; the default one is built anew each time."
        ),
    ] = DEMO_REGISTER,
    serve: Annotated[bool, typer.Option("--serve", help="Serve its pages and open them in a browser.")] = False,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="With --serve; 0 takes a free one.")] = 0,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Build a register from the bundled samples (invented news), and print its transfers and disputes."""
    from armswire.adding import add_articles
    from armswire.articles.read import read
    from armswire.cli.add import follow, summarise
    from armswire.cli.opened import open_to_write
    from armswire.pipeline import Reader
    from armswire.samples import DISPATCHES
    from armswire.settings import Settings

    _make_room(register)
    settings = Settings.from_environment()
    reader = Reader(matrices=settings.matrices, attributions=settings.attributions)
    page = Path(DEMO_PAGE) if is_address(register) else Path(register).with_suffix(".html")
    with open_to_write(register) as opened:
        _refuse_used(opened)
        talk, place = not (quiet or json), opened.place
        if talk:
            print("Reading the bundled dispatches. Outlets, people and events in them are invented.", flush=True)
        reports = follow(add_articles(opened, reader, read([str(DISPATCHES)])), quiet=quiet, lines=talk)
        _write_page(opened, page)
        if json:
            _print_json(opened, reports, page)
        else:
            print(f"{summarise(reports, opened.place)}\n")
            _print_register(opened)
    if not json:
        print(f"The page: {page.absolute()}")
        print(f"The words behind a row: armswire show ID --register {shlex.quote(place)}", flush=True)
    if serve:
        from armswire.asgi import Served
        from armswire.cli.serve import serve as serve_pages

        serve_pages(Served(place=place, password=settings.password), port, open_browser=True)


def _make_room(register: str) -> None:
    """Remove an older demo; any other file that is there already is somebody's register."""
    file = Path(register)
    if is_address(register) or not file.exists():
        return
    if register != DEMO_REGISTER:
        raise SettingError(
            "there is a file already", place=str(register), remedy="Name a new file, or leave --register out"
        )
    for name in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        try:
            name.unlink(missing_ok=True)
        except OSError as error:
            raise SettingError(
                f"an older demo cannot be removed: {error.strerror}", place=str(name), remedy="Use --register"
            ) from error


def _refuse_used(register: Register) -> None:
    from armswire.register import queries

    if queries.count(register).articles:
        raise SettingError(
            "there is a register already", place=register.place, remedy="Name another, or leave --register out"
        )


def _print_register(register: Register) -> None:
    from armswire.cli.console import show
    from armswire.cli.tables import table_disputes, table_transfers
    from armswire.register import queries

    show(table_transfers(queries.list_transfers(register)))
    show(table_disputes(queries.list_disputes(register)))


def _print_json(register: Register, reports: list[Added], page: Path) -> None:
    from armswire.cli.add import report_json
    from armswire.cli.console import print_json
    from armswire.cli.records_json import encode
    from armswire.register import queries

    print_json(
        {
            **report_json(register.place, reports),
            "page": str(page.absolute()),
            "transfers": [encode(transfer) for transfer in queries.list_transfers(register)],
            "disputes": [encode(dispute) for dispute in queries.list_disputes(register)],
        }
    )


def _write_page(register: Register, page: Path) -> None:
    from armswire.cli.export import write_file
    from armswire.exports.formats import find_exporter

    write_file(find_exporter("html"), register, page)
