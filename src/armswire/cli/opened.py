"""The register that a command works on, opened with the names that people know actors by."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from armswire.settings import Settings

if TYPE_CHECKING:
    from armswire.register.hindsight import AsKnown
    from armswire.register.store import Register


@contextmanager
def open_to_read(given: str | None, as_of: date | None = None) -> Iterator[Register]:
    """The register named, else that of the settings, as it is at this moment; never a new one. Raises RegisterError.

    With a day, it is the register as it could be known then; standard error tells what is left out.
    """
    from armswire.register.derivation import at_one_moment

    with open_as_it_comes(given) as register:
        if as_of is not None:
            look_back_aloud(register, as_of)
        with at_one_moment(register):
            yield register


def open_as_it_comes(given: str | None) -> Register:
    """The same, but every statement sees what was written until then. Raises RegisterError."""
    return _open(given, create=False)


def look_back_aloud(register: Register, day: date) -> AsKnown:
    """The register shows what could be known on a day from now on; standard error tells what is left out.

    Raises RegisterError.
    """
    from armswire.cli.console import warn
    from armswire.register.hindsight import look_back

    as_known = look_back(register, day)
    warn(f"armswire: {as_known.notice}")
    return as_known


def open_to_write(given: str | None) -> Register:
    """The register named, else that of the settings; a new one where there is none. Raises RegisterError."""
    return _open(given, create=True)


def _open(given: str | None, *, create: bool) -> Register:
    from armswire.lexicon.actor_names import bundled_actor_names
    from armswire.register.store import open_register

    settings = Settings.from_environment()
    return open_register(
        settings.register_or(given), create=create, names=bundled_actor_names(), password=settings.password
    )
