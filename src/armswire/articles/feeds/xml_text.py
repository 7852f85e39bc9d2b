"""Bytes of a feed → XML that is safe to parse: decoded, without document type, of a size that is read in seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from armswire.articles.decoding import decode
from armswire.errors import ArticleError

MAX_TAGS = 1_000_000
"""A sitemap of news with 50,000 addresses has 900,000; feedparser takes 46 µs for each in broken XML."""

# What may stand before the outermost element (XML 1.0, production 22); a document type is looked for after it.
_PROLOG = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
# What lists one thing in RSS, Atom, sitemaps and indexes of them.
_RECORD_BEGINS = re.compile(r"<(?:[\w.-]+:)?(?:item|entry|url|sitemap)[\s>]", re.IGNORECASE)
_RECORD_ENDS = re.compile(r"</(?:[\w.-]+:)?(?:item|entry|url|sitemap)\s*>", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml\b.*?\?>", re.DOTALL)
_ENCODING = re.compile(rb"""\A\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_BARE_WIDE = {b"<\x00?\x00": "utf-16-le", b"\x00<\x00?": "utf-16-be"}


@dataclass(frozen=True, slots=True)
class XmlText:
    """XML without its declaration and the record in which it breaks off.

    `root` is the name of its outermost element in lower case, "" where there is none.
    """

    text: str
    root: str


def read_xml(data: bytes, place: str) -> XmlText:
    """Decodes and checks. Raises ArticleError for a document type or entities of its own, and for too much of it."""
    text = _DECLARATION.sub("", _decode(data, place).lstrip("\ufeff"), count=1).lstrip("\ufeff")
    prolog = _PROLOG.match(text)
    rest = text[prolog.end() if prolog else 0 :][:200]
    if rest[:2] == "<!":
        raise ArticleError(
            "the XML brings a document type of its own, which may hide entities",
            place=place,
            value=rest[:40],
            remedy="Take the line with <!DOCTYPE out; no feed needs it",
        )
    if text.count("<") > 2 * MAX_TAGS:
        raise ArticleError(
            f"more than {MAX_TAGS} elements", place=place, remedy="Split the file; no feed or sitemap has so many"
        )
    root = _ROOT.match(rest)
    if root is None:
        return XmlText(text, "")
    return XmlText(_whole_records(text, root.group(1)), root.group(1).lower())


def _whole_records(text: str, root: str) -> str:
    """Without the record in which it breaks off: half an address, or half a name, is another one."""
    if re.search(rf"</(?:[\w.-]+:)?{re.escape(root)}\s*>", text):
        return text
    ends = [found.end() for found in _RECORD_ENDS.finditer(text)]
    broken = _RECORD_BEGINS.search(text, ends[-1] if ends else 0)
    return text if broken is None else text[: broken.start()]


def _decode(data: bytes, place: str) -> str:
    bare = _BARE_WIDE.get(data[:4])
    if bare is not None:
        return data.decode(bare, "replace")
    declared = _ENCODING.match(data)
    return decode(data, place, {"xml": declared.group(1).decode("ascii")} if declared else None).text
