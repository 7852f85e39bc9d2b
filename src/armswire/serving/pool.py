"""Open registers that threads borrow: a register is for one thread at a time, and opening one takes milliseconds."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from armswire.errors import RegisterError, SettingError
from armswire.register.databases.address import is_address
from armswire.register.derivation import at_one_moment
from armswire.register.store import Register

# Registers that are open at most: more readers than cores gain nothing, and each holds a connection.
SIZE = 8
# Seconds to wait for one: longer than any page takes, shorter than a browser waits.
PATIENCE = 30.0

_File = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Kept:
    """An open register, and which file it was when it was opened."""

    register: Register
    file: _File | None


class RegisterPool:
    """Lends open registers of one place to threads, at most `size` at a time; others wait `patience` seconds.

    `open_one` opens another. Whoever writes waits until nobody else of this process writes. A register that failed is
    closed and never lent again. `replaced` counts how often another register was found at the place.
    """

    def __init__(self, open_one: Callable[[], Register], *, size: int = SIZE, patience: float = PATIENCE) -> None:
        self._open_one = open_one
        self._patience = patience
        self._places = threading.BoundedSemaphore(size)
        self._turn = threading.Lock()
        self._guard = threading.Lock()
        self._free: list[_Kept] = []
        self._closed = False
        # Another process may be another version of this program, or look at another register.
        self._process = secrets.token_hex(4)
        self.replaced = 0

    @contextmanager
    def reading(self) -> Iterator[Register]:
        """A register as it is at this moment, whoever writes. Raises RegisterError."""
        with self._borrowed() as register, at_one_moment(register):
            yield register

    @contextmanager
    def writing(self) -> Iterator[Register]:
        """A register to write to, when it is one's turn. Raises RegisterError."""
        if not self._turn.acquire(timeout=self._patience):
            raise _all_busy("somebody else has been writing all the time")
        try:
            with self._borrowed() as register:
                yield register
        finally:
            self._turn.release()

    def edition(self, register: Register) -> str | None:
        """A name of what a lent register holds, another one whenever that can be something else.

        None where what is read is worked out for this one loan.
        """
        return None if register.has_scratch else f"{self._process}-{self.replaced}-{register.edition}"

    def close(self) -> None:
        """Close what is not lent; what is lent is closed when it comes back."""
        with self._guard:
            self._closed = True
            free, self._free = self._free, []
        for kept in free:
            kept.register.close()

    @contextmanager
    def _borrowed(self) -> Iterator[Register]:
        if not self._places.acquire(timeout=self._patience):
            raise _all_busy("every connection is in use")
        try:
            kept = self._take()
            is_sound = False
            try:
                yield kept.register
                is_sound = True
            except SettingError:  # somebody asked for what is not there
                is_sound = True
                raise
            finally:
                self._give_back(kept, is_sound=is_sound)
        finally:
            self._places.release()

    def _take(self) -> _Kept:
        while True:
            with self._guard:
                kept = self._free.pop() if self._free else None
            if kept is None:
                register = self._open_one()
                return _Kept(register, _file_at(register.place))
            if kept.file == _file_at(kept.register.place):
                return kept
            # Somebody put another file there, as a second demo does.
            self.replaced += 1
            kept.register.close()

    def _give_back(self, kept: _Kept, *, is_sound: bool) -> None:
        register = kept.register
        # What was worked out in memory grows old. A file that cannot be written is read as if nobody could write it.
        if is_sound and not register.has_scratch and not register.read_only:
            with self._guard:
                if not self._closed:
                    self._free.append(kept)
                    return
        register.close()


def _file_at(place: str) -> _File | None:
    """Which file stands at a place; None for a database elsewhere, and where there is none."""
    if is_address(place):
        return None
    try:
        found = Path(place).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _all_busy(problem: str) -> RegisterError:
    return RegisterError(problem, place="register", remedy="Try again in a moment")
