"""The mark of the knowledge files."""

from __future__ import annotations

import re

from armswire.lexicon.digest import lexicon_digest


def test_the_digest_is_short_and_stays() -> None:
    first = lexicon_digest()
    lexicon_digest.cache_clear()
    assert re.fullmatch(r"[0-9a-f]{8}", first)
    assert lexicon_digest() == first
