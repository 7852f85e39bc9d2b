"""What exists is documented, what is documented exists, and generated pages are up to date."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from armswire.cli.main import app
from armswire.model.claim import Stage
from armswire.model.standing import Standing

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:src|tests|docs|benchmarks|scripts)/[\w./-]+)`")


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    missing = [target for target in LINK.findall(text) if not (page.parent / target).exists()]
    missing += [target for target in PATH.findall(text) if not (ROOT / target).exists()]
    assert missing == []


def test_the_command_line_reference_is_up_to_date() -> None:
    script = ROOT / "scripts" / "write_cli_reference.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"armswire {name}" not in readme] == []


def test_the_vocabulary_has_every_stage_and_standing() -> None:
    vocabulary = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    assert [word.value for word in (*Stage, *Standing) if f"`{word.value}`" not in vocabulary] == []


def test_every_room_has_its_sentence_in_the_architecture() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [path.parent.name for path in (ROOT / "src" / "armswire").glob("*/__init__.py")]
    assert [room for room in rooms if f"`{room}" not in architecture] == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


FIGURES = ("core_precision", "core_recall", "core_f1", "exact_recall", "attribution")


def test_the_figures_in_the_readme_are_the_pinned_ones() -> None:
    floors = json.loads((ROOT / "benchmarks" / "quality" / "floors.json").read_text(encoding="utf-8"))
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("<!-- figures -->")[1].split("<!-- end")[0]
    shown = [[float(cell) for cell in row.split("|")[2:-1]] for row in table.strip().splitlines()[2:]]
    groups = ("seeds", "headlines", "compositions", "dispatches")
    pinned = [[floors[group][name] for name in FIGURES] for group in groups]
    differences = [
        pin - show for row, pins in zip(shown, pinned, strict=True) for show, pin in zip(row, pins, strict=True)
    ]
    assert all(-1e-9 <= difference < 0.01 for difference in differences), differences


def test_the_recorded_examples_are_what_the_program_prints() -> None:
    script = ROOT / "scripts" / "record_examples.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
