"""What every test may ask for: the rooms that read, put together once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from factories import make_article
from hypothesis import settings
from servers import Server, start_server, why_none

from armswire.annotations.annotate import Annotator
from armswire.claims.extract import ClaimReader, Extraction
from armswire.cli.main import run
from armswire.documents.build import build
from armswire.lexicon.language import LanguageFile, load_language
from armswire.lexicon.loader import Lexicon, load_lexicon
from armswire.lexicon.numbers import load_numbers
from armswire.model.annotation import AnnotatedDocument
from armswire.samples import DISPATCHES

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from web_server import Site

# Articles that are given beside this repository, and that nobody may copy into it.
SEEDS = Path(__file__).parents[2] / "shared" / "data" / "seeds" / "articles.jsonl"

# A gate must give the same answer twice; new counterexamples are looked for wherever CI is not set.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")


class TextReader:
    """Documents, annotations and claims in a row, without the cheap test of words that the pipeline puts first."""

    def __init__(self) -> None:
        self.lexicon: Lexicon = load_lexicon()
        self.language: LanguageFile = load_language()
        self.annotator = Annotator(self.lexicon, load_numbers(), self.language)
        self.claim_reader = ClaimReader(self.language)

    def read(
        self, *texts: str, published: date | str | None = "2024-05-15"
    ) -> list[tuple[AnnotatedDocument, Extraction]]:
        """What is found in each text, parsed together."""
        day = published.isoformat() if isinstance(published, date) else published
        articles = [make_article(f"text-{n}", text, published=day) for n, text in enumerate(texts)]
        annotated = self.annotator.annotate(build(article) for article in articles)
        return [(one, self.claim_reader.extract(one)) for one in annotated]


@pytest.fixture(scope="session")
def reader() -> TextReader:
    """One reader for all tests; it remembers nothing of what it read."""
    return TextReader()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server; the test is left out, and says why, where none can be started."""
    reason = why_none()
    if reason is not None:
        pytest.skip(f"without PostgreSQL: {reason}")
    with start_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Places for new registers, in each of the databases that can hold one."""
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgresql")
        return server.new_place
    numbers = iter(range(1000))
    return lambda: str(tmp_path / f"armswire{next(numbers)}.db")


@pytest.fixture
def place(new_place: Callable[[], str]) -> str:
    """A place for a new register."""
    return new_place()


@pytest.fixture(scope="session")
def samples_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the bundled dispatches, made by `armswire add`; tests only read it."""
    path = tmp_path_factory.mktemp("register") / "samples.db"
    assert run(["add", str(DISPATCHES), "--register", str(path), "--quiet"]) == 0
    return path


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five seed articles; the test is left out, and says why, where they are not."""
    if not SEEDS.exists():
        pytest.skip("the seed articles are not beside this repository (../shared/data/seeds)")
    return SEEDS


@pytest.fixture(scope="session")
def seeds_register(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the five seed articles, made by `armswire add`; tests only read it."""
    path = tmp_path_factory.mktemp("register") / "seeds.db"
    assert run(["add", str(seeds), "--register", str(path), "--quiet"]) == 0
    return path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; the test is left out, and says why, where there is none."""
    from browser import run_chromium

    with run_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def site(samples_register: Path) -> Iterator[Site]:
    """The server over the bundled dispatches; tests only read from it."""
    from web_server import run_site

    from armswire.asgi import Served

    with run_site(Served(str(samples_register))) as running:
        yield running
