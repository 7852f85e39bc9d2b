"""Pages that tests write: a head, a body, and what is read from them."""

from __future__ import annotations

from datetime import datetime

from trafilatura import load_html

from armswire.articles.facts.page_facts import PageFacts, read_facts

STORY = """<p>Norland will sell six patrol boats to Sudmark, the first sale between the two countries in years.</p>
<p>Each boat carries a gun of 30 mm, a statement of the ministry of defence said on Monday.</p>"""


def facts_of(
    head: str = "", body: str = STORY, *, url: str | None = None, retrieved: str | None = None, lang: str = "en-gb"
) -> PageFacts:
    """What a page says of itself."""
    tree = load_html(f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>')
    return read_facts(tree, url=url, retrieved=None if retrieved is None else datetime.fromisoformat(retrieved))


def day_of(head: str = "", body: str = STORY, *, url: str | None = None, retrieved: str | None = None, lang="en-gb"):
    """Its day of publication (ISO) and the rule that gave it; None where it has none."""
    told = facts_of(head, body, url=url, retrieved=retrieved, lang=lang).publication.told
    return None if told is None else (told.day.isoformat(), told.by)


def json_ld(text: str) -> str:
    """A script of JSON-LD."""
    return f'<script type="application/ld+json">{text}</script>'
