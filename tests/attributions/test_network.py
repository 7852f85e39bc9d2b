"""The network's files."""

from __future__ import annotations

import hashlib
import json
import shutil
from importlib import resources
from pathlib import Path

import pytest

from armswire.attributions.network import ENCODER, FOLDER, SETTINGS, Network
from armswire.attributions.pieces import cut_pieces, cut_windows
from armswire.errors import ModelError

WEIGHTS = Path(str(resources.files("armswire.attributions") / FOLDER))


def test_the_files_are_those_that_were_trained_and_small_enough() -> None:
    settings = json.loads((WEIGHTS / SETTINGS).read_text(encoding="utf-8"))
    for name, digest in settings["sha256"].items():
        assert hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest() == digest, name
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) <= 30_000_000


def test_a_missing_file_is_named_with_the_way_out(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    (tmp_path / "weights" / ENCODER).unlink()
    network = Network(tmp_path / "weights")
    pieces = cut_pieces("Officials said so.", network.tokenizer)
    with pytest.raises(ModelError, match=r"encoder\.onnx.*ARMSWIRE_ATTRIBUTIONS=rules"):
        network.encode(pieces, cut_windows(pieces, 256, 48)[0])


def test_a_broken_file_is_named_with_the_way_out(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    (tmp_path / "weights" / ENCODER).write_bytes(b"not a graph")
    network = Network(tmp_path / "weights")
    pieces = cut_pieces("Officials said so.", network.tokenizer)
    with pytest.raises(ModelError, match=r"encoder\.onnx"):
        network.encode(pieces, cut_windows(pieces, 256, 48)[0])
    (tmp_path / "weights" / SETTINGS).write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match=r"network\.json"):
        Network(tmp_path / "weights")
