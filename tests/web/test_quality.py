"""The page of the measured figures: those that came with the program, each with what it was counted from."""

from __future__ import annotations

import json
from pathlib import Path

from web_server import Site

from armswire.scoring.measured import load_measured
from benchmarks.quality.recording import SHOWN_GROUPS, TABLE_BEGINS, TABLE_ENDS

README = Path(__file__).parents[2] / "README.md"


def test_every_page_leads_to_the_figures(watched) -> None:
    page = watched.go("/transfers")
    page.locator(".foot").get_by_role("link", name="How well it reads").click()
    assert page.locator("h1").inner_text() == "How well it reads"


def test_the_page_shows_the_figures_of_the_readme(watched) -> None:
    table = README.read_text("utf-8").split(TABLE_BEGINS)[1].split(TABLE_ENDS)[0].strip().splitlines()
    readme = {cells[0]: cells[1:] for cells in ([cell.strip() for cell in row.split("|")[1:-1]] for row in table[2:])}
    page = watched.go("/quality")
    shown = {}
    for row in page.get_by_role("table", name="Claims").locator("tbody tr").all():
        name = row.locator("th").evaluate("cell => cell.firstChild.textContent")
        shown[name] = row.locator(".value").all_inner_texts()
    assert len(readme) == len(SHOWN_GROUPS)
    assert shown == readme


def test_a_figure_stands_beside_what_it_was_counted_from(watched) -> None:
    page = watched.go("/quality")
    pledge = load_measured()["dispatches"].tables["stages"]["pledge"]
    row = page.get_by_role("table", name="By stage").first.locator("tbody tr", has_text="pledge")
    assert row.locator(".counted").first.inner_text() == f"{pledge.right} of {pledge.read}"


def test_the_api_tells_the_same(site: Site) -> None:
    told = json.loads(site.ask("/api/v1/quality").body)
    core = told["groups"]["seeds"]["tables"]["cores"]["all"]
    assert core["f1"] == load_measured()["seeds"].figure("core_f1")
    assert told["groups"]["reconciling"]["values"]["b_cubed_f1"] > 0.9
    assert told["first_readings"][0]["figure"] == "F1"
