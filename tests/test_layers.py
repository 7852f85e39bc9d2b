"""Imports point down, and the quick commands stay quick because nothing heavy is imported for them."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "armswire"

# What takes longer to import than `armswire --help` may last.
HEAVY = (
    "spacy",
    "thinc",
    "numpy",
    "sqlalchemy",
    "alembic",
    "trafilatura",
    "pydantic",
    "babel",
    "jinja2",
    "rich",
    "fastapi",
    "starlette",
    "uvicorn",
    "pyarrow",
    "pypdf",
    "htmldate",
    "rensa",
)


def test_no_import_points_up_or_sideways() -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, "run `lint-imports` to see the arrow"


def test_every_part_of_the_package_has_its_layer() -> None:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = configuration["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    placed = {name.strip().removeprefix("armswire.") for layer in layers for name in layer.split("|")}
    parts = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert parts - {"__init__", "__main__"} == placed


def test_the_command_line_starts_without_heavy_libraries() -> None:
    code = "import sys, armswire.cli.main; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "armswire.cli.main" in loaded
    assert sorted(set(HEAVY) & set(loaded)) == []
