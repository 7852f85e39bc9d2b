"""Claims to JSON and back, also from what older versions wrote."""

from __future__ import annotations

from factories import make_claim

from armswire.model.attribution import Naming, Source, SourceClass
from armswire.model.encoding import decode_claim, decode_source, encode_claim, encode_source

HIDDEN = Source("a retired general", SourceClass.ANONYMOUS_OFFICIAL, "NOR", Naming.ANONYMOUS, "asked not to be named")


def test_a_source_comes_back() -> None:
    assert encode_source(HIDDEN) == {
        "source": "a retired general",
        "class": "anonymous_official",
        "actor": "NOR",
        "naming": "anonymous",
        "terms": "asked not to be named",
    }
    assert decode_source(encode_source(HIDDEN)) == HIDDEN


def test_a_source_of_an_older_register_has_no_naming() -> None:
    old = {"source": "officials", "class": "anonymous_official", "actor": None}
    assert decode_source(old) == Source("officials", SourceClass.ANONYMOUS_OFFICIAL)


def test_depth_counts_the_sources() -> None:
    own, hidden = make_claim(), make_claim(attribution=[Source("Daily", SourceClass.MEDIA), HIDDEN])
    assert (own.depth, hidden.depth) == (0, 2)
    assert decode_claim(encode_claim(hidden)) == hidden
