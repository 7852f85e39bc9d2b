"""`armswire watch`: feeds and sites, followed as a plan says."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from armswire.cli import options

if TYPE_CHECKING:
    from armswire.watching.events import Event

FAILURES = 1


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The plan, in TOML.", show_default=False)],
    once: Annotated[bool, typer.Option("--once", help="Ask what is due, read what is new, and end; for cron.")] = False,
    register: options.Register = None,
    state: Annotated[
        Path | None,
        typer.Option("--state", metavar="FILE", help="What it knows from run to run.  [default: FILE.state]"),
    ] = None,
    keep: options.Keep = None,
    allow_host: options.AllowHost = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Follow feeds and sites and read what is new into the register, until Ctrl-C."""
    from armswire.cli.opened import open_to_write
    from armswire.fetching.fetcher import Fetcher
    from armswire.fetching.keeping import Archive
    from armswire.fetching.robots import Robots
    from armswire.pipeline import Reader
    from armswire.settings import Settings
    from armswire.watching.plan import read_plan
    from armswire.watching.state import State
    from armswire.watching.watch import Means, Watch

    plan = read_plan(file)
    settings = Settings.from_environment()
    folder = keep or (None if plan.keep is None else file.parent / plan.keep)
    with ExitStack() as opened:
        known = opened.enter_context(State(state or file.with_name(f"{file.name}.state")))
        archive = None if folder is None else Archive(folder)
        fetcher = opened.enter_context(Fetcher(plan.agent, allowed=plan.allow_hosts | {*(allow_host or ())}))
        watch = Watch(
            plan,
            Means(
                register=opened.enter_context(open_to_write(register)),
                reader=Reader(matrices=settings.matrices, attributions=settings.attributions),
                state=known,
                fetcher=fetcher,
                robots=Robots(fetcher, _robot(plan.agent)),
                tell=_teller(json=json, quiet=quiet),
                archive=archive,
            ),
        )
        with _ended_by_signals(watch.stop):
            totals = watch.run(once=once)
    if once and totals.failed:
        raise typer.Exit(FAILURES)


def _robot(agent: str) -> str:
    """The name by which robots.txt knows whoever asks: the first word of the agent."""
    return agent.replace("/", " ").split()[0]


def _teller(*, json: bool, quiet: bool) -> Callable[[Event], None]:
    def tell(event: Event) -> None:
        if json:
            print(event.json(), flush=True)
        elif not quiet:
            print(event.line(), file=sys.stderr, flush=True)

    return tell


@contextmanager
def _ended_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Ctrl-C and a service manager's SIGTERM end it when what is under way is done; a second Ctrl-C ends it at once."""

    def end(*_: Any) -> None:
        stop()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {name: signal.signal(name, end) for name in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
