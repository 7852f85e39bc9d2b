"""What is packed is unpacked a piece at a time, and a bomb is refused before it goes off."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tracemalloc

import pytest

from armswire.articles.unpacking import FREE_BYTES, MAX_RATIO, PACKINGS, Unpacked, packing_of
from armswire.errors import ArticleError

PACK = {"gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress}
TEXT = "".join(f"Norland sent {n} rifles to Sudmark.\n" for n in range(40_000)).encode()


def opened(data: bytes) -> io.BufferedReader:
    packing = packing_of(data)
    assert packing is not None
    return io.BufferedReader(Unpacked(io.BufferedReader(io.BytesIO(data)), packing, "in"))


@pytest.mark.parametrize("name", PACK)
def test_what_was_packed_comes_out(name: str) -> None:
    packed = PACK[name](TEXT)
    assert opened(packed).read() == TEXT
    assert opened(packed + packed).read() == TEXT + TEXT
    assert opened(packed + bytes(1000)).read() == TEXT
    assert opened(packed + bytes(100_000) + packed).read() == TEXT + TEXT
    assert opened(packed).read(11) == TEXT[:11]
    assert opened(PACK[name](b"")).read() == b""


@pytest.mark.parametrize("name", PACK)
def test_what_is_broken_is_told(name: str) -> None:
    packed = PACK[name](TEXT)
    for broken in (packed[:-5], packed[: len(packed) // 2], packed[:10], packed + b"more", packed[:-20] + bytes(20)):
        with pytest.raises(ArticleError, match=f"broken {name}"):
            opened(broken).read()
    flipped = bytearray(packed)
    flipped[len(packed) // 2] ^= 0x55
    with pytest.raises(ArticleError, match=f"broken {name}"):
        opened(bytes(flipped)).read()


@pytest.mark.parametrize("name", PACK)
def test_a_bomb_is_refused_and_never_held(name: str) -> None:
    bomb = PACK[name](bytes(2 * FREE_BYTES))
    assert MAX_RATIO * len(bomb) < 2 * FREE_BYTES
    stream = opened(bomb)
    tracemalloc.start()
    with pytest.raises(ArticleError, match="times its size"):
        while stream.read(1 << 16):
            pass
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_xz_may_not_ask_for_all_memory() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}]
    packed = lzma.compress(b"a" * 100, filters=filters)
    with pytest.raises(ArticleError, match="broken xz"):
        opened(packed).read()


def test_only_packings_are_unpacked() -> None:
    assert [packing_of(PACK[packing.name](b"a")) for packing in PACKINGS] == list(PACKINGS)
    assert packing_of(b"Norland") is None and packing_of(b"") is None
