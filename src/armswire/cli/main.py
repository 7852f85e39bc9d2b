"""The commands put together, and the one place where errors become messages and exit statuses.

0 done; 1 done, with articles that could not be read, or faults found; 2 wrong usage; 3 input, register or output
unusable.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

import typer

from armswire import __version__
from armswire.cli import (
    add,
    attribute,
    check,
    copy,
    demo,
    diff,
    explain,
    export,
    judge,
    list_records,
    migrate,
    position,
    quality,
    score,
    serve,
    show,
    total,
    watch,
)
from armswire.errors import ArmswireError, OutputError, SettingError

WRONG_USAGE, UNUSABLE = 2, 3

app = typer.Typer(
    name="armswire",
    help="Turns news articles into an evidence-backed register of arms transfers and military aid.",
    no_args_is_help=True,
    rich_markup_mode=None,  # rich help would cost a third of a second of imports
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)

# In the order in which a newcomer meets them.
COMMANDS = (
    ("demo", demo.command),
    ("serve", serve.command),
    ("add", add.command),
    ("watch", watch.command),
    ("list", list_records.command),
    ("show", show.command),
    ("explain", explain.command),
    ("judge", judge.command),
    ("position", position.command),
    ("diff", diff.command),
    ("total", total.command),
    ("export", export.command),
    ("check", check.command),
    ("copy", copy.command),
    ("migrate", migrate.command),
    ("attribute", attribute.command),
    ("score", score.command),
    ("quality", quality.command),
)

for _name, _command in COMMANDS:
    app.command(_name)(_command)


def _print_version(asked: bool) -> None:
    if asked:
        print(f"armswire {__version__}")
        raise typer.Exit


@app.callback()
def armswire(
    _version: bool = typer.Option(
        False,
        "--version",
        callback=_print_version,
        is_eager=True,
        help="Print the version and stop.",
    ),
) -> None:
    """Turns news articles into an evidence-backed register of arms transfers and military aid."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (that of the process where none is given) and return its exit status."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name="armswire")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    except ArmswireError as error:
        print(f"armswire: {error.message}", file=sys.stderr)
        return WRONG_USAGE if isinstance(error, SettingError) else UNUSABLE
    except OSError as error:
        # The rooms name what they cannot read and write; what is left is what we print.
        return _give_up_output(error)
    return 0


def _give_up_output(error: OSError) -> int:
    """Say that standard output takes no more, and see that nothing tries to write the rest to it."""
    failed = OutputError(
        f"cannot be written: {error.strerror or error}",
        place=str(error.filename or "standard output"),
        remedy="Make room, or write to another place",
    )
    with suppress(OSError):
        print(f"armswire: {failed.message}", file=sys.stderr)
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - it stays open as long as the process
    return UNUSABLE


def main() -> None:
    """The entry point: ends the process with the exit status."""
    # A reader that closes the pipe (`armswire list claims | head`) ends us as it ends any other filter.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # A process may be started without any of the two (`>&-`).
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open as long as the process
    status = run()
    try:
        sys.stdout.flush()
    except OSError as error:
        status = _give_up_output(error)
    sys.exit(status)
