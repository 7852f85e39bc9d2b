"""What an article is and depends on, in short words."""

from __future__ import annotations

from collections.abc import Mapping

from armswire.lexicon.furniture import bundled_furniture
from armswire.model.origin import Retold, Sign
from armswire.register.rows import ArticleRecord
from armswire.wording.copies import say_likeness, say_precedence
from armswire.wording.languages import say_language
from armswire.wording.origins import say_article
from armswire.wording.retellings import SIGNS

# How the day of publication is known.
PUBLISHED_BY = {
    "given": "given with the article",
    "json_ld": "told by its page for search engines (JSON-LD)",
    "published_time": "told by the head of its page",
    "time": "marked as a time on its page",
    "address": "told by its address",
    "script_data": "told by data in its page",
    "shown": "shown beside its headline",
    "page": "told by the head of its page",
    "feed": "told by the feed it came in",
    "letter": "told by the head of the letter it came in",
    "document": "told by the file that it is",
    "stamp": "by a stamp beside its text",
    "dateline": "by its dateline",
    "date": "by a date that it calls today, yesterday or tomorrow",
    "anniversary": "by the anniversary of an event",
    "event": "by an event or a visit of which it tells",
    "weekday": "by a weekday with its date",
    "elapsed": "by the time since an event",
    "bounds": "by what it tells as past and as to come",
    "none": "nobody tells it",
}

# What is left out by no rule of the file, but by what stands around it.
_LEFT_OUT = {
    "other_language": "words in another language",
    "translation": "a note that it is translated",
    "related": "headlines of other articles",
    "continued": "the rest of a line that was left out",
    "credited": "a line that credits another outlet",
    "repeated": "a line that stood there before",
}


def say_retold(record: ArticleRecord, retold: Retold, reports: Mapping[str, ArticleRecord]) -> str:
    """A report that an article depends on, and by which sign that is known. `reports` are articles by id."""
    known = reports.get(retold.report)
    if known is not None and retold.sign is Sign.COPY and record.likeness is not None:
        pair = (record.likeness, record.article, known.article)
        return f"{say_article(known)}: {say_likeness(*pair)}; it came first: {say_precedence(*pair)}"
    if known is not None:
        return f"{say_article(known)}: {SIGNS[retold.sign]}"
    return f"{retold.report}, whose report is not in the register: {SIGNS[retold.sign]}"


def say_reteller(record: ArticleRecord, original: ArticleRecord) -> str:
    """An article that retells another one, or is a copy of it."""
    if record.copy_of != original.article.id or record.likeness is None:
        return say_article(record)
    return f"{say_article(record)}: {say_likeness(record.likeness, record.article, original.article)}"


def say_hand(record: ArticleRecord, claims: int, retold: int) -> str:
    """Whether an article has its news first hand; `retold` of its `claims` retell others."""
    if record.is_first_hand:
        return "yes, as far as it tells"
    if record.copy_of or not claims or retold == claims:
        return "no"
    return f"in part: {retold} of its {claims} claims retell others"


def say_unread(record: ArticleRecord) -> str | None:
    """Why an article was read no further, None for one that was."""
    match record.state:
        case "irrelevant":
            return "no word of arms near a word of transfer stands in it"
        case "foreign":
            name = "another language" if record.written_in is None else say_language(record.written_in)
            return f"it is in {name}, which is not read yet"
        case "same":
            return "another version tells the same in all its words"
        case _:
            return None


def say_state(record: ArticleRecord) -> str:
    """How far an article was read, and by which version."""
    why = say_unread(record)
    return f"by {record.reader}" if why is None else f"no further: {why}"


def say_left_out(rule: str, language: str | None = None) -> str:
    """What a line was taken for that is no part of the article, by the rule that left it out and its `language`."""
    if language is not None:
        return f"words in {say_language(language)}"
    if rule in _LEFT_OUT:
        return _LEFT_OUT[rule]
    about = next((known.about for known in bundled_furniture() if known.id == rule), rule.replace("_", " "))
    return about.partition(" (")[0].strip().rstrip(".").replace("\n", " ")
