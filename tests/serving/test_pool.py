"""Registers that threads borrow."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from armswire.errors import RegisterError, SettingError
from armswire.register import queries
from armswire.register.store import Register, open_register
from armswire.serving.pool import RegisterPool


class Opened:
    """Opens registers and remembers them."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.registers: list[Register] = []

    def __call__(self) -> Register:
        self.registers.append(open_register(self.place, create=False))
        return self.registers[-1]


@pytest.fixture
def opened(samples_register: Path, tmp_path: Path) -> Opened:
    copy = tmp_path / "copy.db"
    shutil.copy(samples_register, copy)
    return Opened(copy)


@pytest.fixture
def new_pool(opened: Opened) -> Iterator[Callable[..., RegisterPool]]:
    pools: list[RegisterPool] = []

    def make(**options: float) -> RegisterPool:
        pools.append(RegisterPool(opened, **options))  # type: ignore[arg-type]
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()


def test_one_after_the_other_use_the_same_register(new_pool: Callable[..., RegisterPool], opened: Opened) -> None:
    pool = new_pool()
    for _ in range(5):
        with pool.reading() as register:
            assert queries.count(register).articles == 20
    assert len(opened.registers) == 1


def test_threads_never_share_a_register_and_no_more_are_open_than_may_be(
    new_pool: Callable[..., RegisterPool], opened: Opened
) -> None:
    pool = new_pool(size=3)
    in_use: set[int] = set()
    most: list[int] = []
    faults: list[str] = []
    guard = threading.Lock()

    def read() -> None:
        for _ in range(4):
            with pool.reading() as register:
                with guard:
                    if id(register) in in_use:
                        faults.append("shared")
                    in_use.add(id(register))
                    most.append(len(in_use))
                if queries.count(register).transfers != 54:
                    faults.append("wrong")
                with guard:
                    in_use.discard(id(register))

    threads = [threading.Thread(target=read) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert max(most) <= 3
    assert len(opened.registers) <= 3


def test_who_waits_too_long_is_told(new_pool: Callable[..., RegisterPool]) -> None:
    pool = new_pool(size=1, patience=0.05)
    with pool.reading(), pytest.raises(RegisterError, match="in use.*Try again"), pool.reading():
        pass
    with pool.reading() as register:
        assert queries.count(register).articles == 20


def test_a_register_that_failed_is_not_lent_again(new_pool: Callable[..., RegisterPool], opened: Opened) -> None:
    pool = new_pool()
    with pytest.raises(ZeroDivisionError), pool.reading():
        raise ZeroDivisionError
    with pool.reading():
        pass
    assert len(opened.registers) == 2


def test_who_asks_for_what_is_not_there_breaks_nothing(new_pool: Callable[..., RegisterPool], opened: Opened) -> None:
    pool = new_pool()
    with pytest.raises(SettingError), pool.reading() as register:
        queries.get_dispute(register, "zz")
    with pool.reading():
        pass
    assert len(opened.registers) == 1


def test_writers_take_their_turn_while_others_read(new_pool: Callable[..., RegisterPool]) -> None:
    pool = new_pool(size=4)
    writing: list[str] = []

    def write() -> None:
        with pool.writing():
            writing.append("begin")
            time.sleep(0.02)
            writing.append("end")

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    with pool.reading() as register:
        assert queries.count(register).articles == 20
    for thread in threads:
        thread.join()
    assert writing == ["begin", "end"] * 6


def test_another_file_at_the_same_place_is_noticed(
    new_pool: Callable[..., RegisterPool], opened: Opened, tmp_path: Path
) -> None:
    pool = new_pool()
    with pool.reading() as register:
        assert queries.count(register).articles == 20
    with open_register(tmp_path / "other.db"):
        pass
    for end in ("-wal", "-shm"):
        Path(f"{opened.place}{end}").unlink(missing_ok=True)
    (tmp_path / "other.db").replace(opened.place)
    with pool.reading() as register:
        assert queries.count(register).articles == 0


def test_a_register_that_is_gone_is_told(new_pool: Callable[..., RegisterPool], opened: Opened) -> None:
    pool = new_pool()
    with pool.reading():
        pass
    opened.place.unlink()
    with pytest.raises(RegisterError, match="no register here"), pool.reading():
        pass


def test_what_was_worked_out_in_memory_is_not_kept(new_pool: Callable[..., RegisterPool], opened: Opened) -> None:
    pool = new_pool()
    with pool.writing() as register:
        register.has_scratch = True
    with pool.reading() as register:
        assert not register.has_scratch
    assert len(opened.registers) == 2
