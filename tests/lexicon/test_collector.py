"""Pausing the collector."""

from __future__ import annotations

import gc

import pytest

from armswire.lexicon.collector import collector_paused


def test_it_is_paused_inside_and_on_again_behind() -> None:
    assert gc.isenabled()
    with collector_paused():
        assert not gc.isenabled()
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_a_fault() -> None:
    with pytest.raises(KeyError), collector_paused():
        raise KeyError
    assert gc.isenabled()
