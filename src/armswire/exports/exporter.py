"""The contract of an exporter: one name in `armswire export NAME`, one kind of file."""

from __future__ import annotations

from typing import Protocol, TextIO

from armswire.register.store import Register


class Exporter(Protocol):
    """Writes a register, or one part of it, to a text stream.

    `name` is what users call it, `about` one line for the help, `suffix` the usual ending of its files. Streams must
    be opened with `newline=""` and UTF-8: an exporter writes its own line ends.
    """

    @property
    def name(self) -> str:
        """What users call it."""
        ...

    @property
    def about(self) -> str:
        """One line for the help."""
        ...

    @property
    def suffix(self) -> str:
        """The usual ending of its files."""
        ...

    def write(self, register: Register, out: TextIO) -> int:
        """Write everything in a fixed order and return how many records were written. Raises RegisterError."""
        ...
