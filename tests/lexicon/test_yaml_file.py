"""Our reading of YAML gives what PyYAML's own gives."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from armswire.errors import LexiconError
from armswire.lexicon.yaml_file import read_yaml

DATA = Path(__file__).resolve().parents[2] / "src" / "armswire" / "lexicon" / "data"
PRINTABLE = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=8)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | PRINTABLE | st.dates()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(PRINTABLE, inner), max_leaves=12)


@pytest.mark.parametrize("file", sorted(DATA.glob("actors/*.yaml")), ids=lambda f: f.name)
def test_the_packaged_files_read_the_same(file: Path) -> None:
    assert read_yaml(file.name, file) == yaml.safe_load(file.read_text(encoding="utf-8"))


@given(VALUES)
def test_any_value_reads_the_same(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    file = tmp_path_factory.getbasetemp() / "value.yaml"
    file.write_text(yaml.safe_dump(value, allow_unicode=True), encoding="utf-8")
    assert read_yaml("value", file) == value


@pytest.mark.parametrize(
    "text", ["yes", "no", "~", "1_000", "0x1F", "1e3", ".5", "2023-02-01", "'no'", "- a: 1\n  b: [x, 2]", ""]
)
def test_plain_scalars_mean_what_they_mean_in_yaml(tmp_path: Path, text: str) -> None:
    file = tmp_path / "scalar.yaml"
    file.write_text(text, encoding="utf-8")
    assert read_yaml("scalar", file) == yaml.safe_load(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "file, line 3"),
        ("? [x]\n: 1\n", "file, line 1"),
        ("a: [\n", "file, line 2"),
        ("a: !!python/name:os.system x", "file, line 1"),
    ],
)
def test_what_we_do_not_take_is_refused_with_its_line(tmp_path: Path, text: str, place: str) -> None:
    file = tmp_path / "file.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        read_yaml("file", file)
    assert caught.value.place == place
