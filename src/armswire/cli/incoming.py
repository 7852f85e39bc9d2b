"""What a person names as sources → their articles, with all that is needed to fetch and to keep them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from armswire import __version__

if TYPE_CHECKING:
    from armswire.articles.reader import Outcome

AGENT = f"armswire/{__version__}"
"""Who asks, for single addresses that a person names; a watch says itself who it is."""


def check_sources(sources: Sequence[str]) -> None:
    """Raises SettingError for a source that can never be read."""
    from armswire.articles.sources import check_source

    for source in sources:
        check_source(source)


@contextmanager
def open_incoming(
    sources: Sequence[str], leave_out: Sequence[Path], *, keep: Path | None, allowed: Collection[str]
) -> Iterator[Iterator[Outcome]]:
    """The articles of files, folders, web addresses and '-', or why there is none; what is read is kept in `keep`.

    Files of `leave_out` are passed over; `allowed` are hosts that may be in a private network. Raises SettingError for
    a source that can never be read, OutputError where the archive cannot be written.
    """
    from armswire.articles.read import read
    from armswire.articles.sources import is_address

    with ExitStack() as opened:
        archive = keeping = addresses = None
        if keep is not None:
            from armswire.collecting.kept import file_keeper
            from armswire.fetching.keeping import Archive

            archive = Archive(keep)
            keeping = file_keeper(archive)
        if any(is_address(source) for source in sources):
            from armswire.collecting.asking import Asker
            from armswire.collecting.web import WebAddresses
            from armswire.fetching.fetcher import Fetcher
            from armswire.fetching.robots import Robots

            fetcher = opened.enter_context(Fetcher(AGENT, allowed=frozenset(allowed)))
            addresses = WebAddresses(Asker(fetcher, Robots(fetcher, AGENT.split("/")[0])), archive).read
        yield read(sources, leave_out=leave_out, addresses=addresses, keep=keeping)
