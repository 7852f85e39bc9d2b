"""The contract of a reader, for each on the list."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.articles.reader import Incoming, Reader
from armswire.articles.readers import READERS
from armswire.errors import ArticleError
from armswire.model.article import Article

SUFFIXES = [suffix for reader in READERS for suffix in reader.suffixes]


def test_where_several_readers_answer_for_one_suffix_the_content_decides() -> None:
    for number, reader in enumerate(READERS):
        shared = {suffix for later in READERS[number + 1 :] for suffix in later.suffixes} & set(reader.suffixes)
        assert not shared or not reader.recognises(b"{}"), reader.name
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in SUFFIXES)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(deadline=None)  # the first case imports the format's library
@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=200).map(str.encode),
        st.just(b'{"text": "a"}\n'),
    )
)
def test_a_reader_gives_outcomes_and_never_raises(reader: Reader, data: bytes) -> None:
    incoming = Incoming("in", reader.suffixes[0], io.BufferedReader(io.BytesIO(data)))
    found = list(reader.read(incoming))
    assert found
    for outcome in found:
        assert isinstance(outcome, Article | ArticleError)
        if isinstance(outcome, ArticleError):
            assert outcome.place and outcome.remedy
        else:
            outcome.text.encode("utf-8")
            assert outcome.text.strip() and "\x00" not in outcome.text
