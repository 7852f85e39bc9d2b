"""A scrap of HTML → its words: for titles and summaries, which are too short to look for an article in."""

from __future__ import annotations

import re

_TAG = re.compile(r"</?[A-Za-z!/]")
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "table", "blockquote", "section", "article", "header", "footer", "hr"}
    | {f"h{level}" for level in range(1, 7)}
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "title"})
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def strip_markup(html: str) -> str:
    """The words, with a new line where a block begins or ends; never fails."""
    from html import unescape

    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml ships no types
    from lxml.html import fragment_fromstring  # type: ignore[import-untyped]

    clean = _NOT_XML.sub(" ", html)
    if not _TAG.search(clean):
        return _NOT_XML.sub(" ", unescape(clean)).strip()
    try:
        root = fragment_fromstring(clean, create_parent="div")
    except (LxmlError, ValueError, AssertionError):
        return re.sub(r"<[^<>]*>", " ", clean).strip()
    return _tidy("".join(_words(root)))


def _words(root: object) -> list[str]:
    """The text of an element and all below it in order, without recursion: nesting is the sender's choice."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            parts.append("\n" if tag in _BLOCKS else "")
            if tag in _UNSEEN:
                walk.skip_subtree()
            else:
                parts.append(element.text or "")
        else:
            parts.append("\n" if tag in _BLOCKS else "")
            parts.append((element.tail or "") if element is not root else "")
    return parts


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
