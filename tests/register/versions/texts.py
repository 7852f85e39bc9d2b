"""How the tests of versions talk: texts of one invented address."""

from __future__ import annotations

from armswire.model.claim import Claim
from armswire.register.versions.text import VersionText
from tests.factories import make_article

FIRST = """Norland has delivered 40 launchers to Sudmark, the ministry said.
The launchers came to the port of Sund on Friday.
Sudmark had asked for them two years ago."""
SECOND = """Norland will deliver 14 launchers to Sudmark, the ministry said.
Sudmark had asked for them two years ago.
The price was not told."""


def text(
    name: str, words: str, seen: str, *claims: Claim, title: str = "Launchers for Sudmark", arrived: str = ""
) -> VersionText:
    """One text; each of its lines is a sentence."""
    return VersionText(make_article(name, words, title=title), seen, arrived, None, claims)
