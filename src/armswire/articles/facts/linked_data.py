"""The JSON-LD of a page → the objects of schema.org in it that tell of the page, broken JSON included."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Node = Mapping[str, Any]

MAX_NODES = 500
"""Objects that are looked at on one page; a graph has some dozens."""
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
# What stands round the JSON on some pages, and the commas before its closing brackets.
_AROUND = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>|/\*\]\]>\*/|;)\s*$")
_COMMAS = re.compile(r",(\s{0,100}[}\]])")
_TOLD = re.compile(
    r'"(@type|headline|datePublished|dateCreated|dateModified|articleSection|inLanguage|description)"\s{0,20}:\s{0,20}'
    r'"((?:[^"\\\n]|\\.){1,500})"'
)


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The objects in the order of the page: articles, and pages (which tell of the article on them)."""

    articles: tuple[Node, ...]
    pages: tuple[Node, ...]
    others: tuple[Node, ...]


def read_linked_data(tree: Any) -> LinkedData:
    """The objects of all scripts of the page; objects in lists of other articles are left out."""
    articles: list[Node] = []
    pages: list[Node] = []
    others: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            for node in _nodes(_parse(script.text)):
                kinds = kinds_of(node)
                if any(kind.endswith(("article", "posting")) or kind == "report" for kind in kinds):
                    articles.append(node)
                elif any(kind.endswith("page") for kind in kinds):
                    pages.append(node)
                else:
                    others.append(node)
    return LinkedData(tuple(articles), tuple(pages), tuple(others))


def kinds_of(node: Node) -> tuple[str, ...]:
    """The object's types in lower case, without their vocabulary ("schema:NewsArticle" is "newsarticle")."""
    told = node.get("@type")
    return tuple(re.split(r"[/:#]", kind)[-1].lower() for kind in strings_of(told))


def strings_of(value: object) -> tuple[str, ...]:
    """A string, or the strings of a list of them."""
    told = value if isinstance(value, list) else [value]
    return tuple(word for word in told if isinstance(word, str) and word.strip())


def _nodes(values: list[object]) -> Iterator[Node]:
    waiting, seen = list(reversed(values)), 0
    while waiting and seen < MAX_NODES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, list):
            waiting.extend(reversed(value[:MAX_NODES]))
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in reversed(_WITHIN) if isinstance(value.get(key), dict | list))


def _parse(text: str) -> list[object]:
    """The values of a script: whole JSON, several of them in a row, or what can still be told of broken JSON."""
    for source in (text, _COMMAS.sub(r"\1", _AROUND.sub("", text))):
        values = _decode(source)
        if values:
            return values
    told: dict[str, object] = {}
    for key, value in _TOLD.findall(text):
        told.setdefault(key, _unescape(value))
    return [told]


def _decode(source: str) -> list[object]:
    # strict=False: line breaks stand in the strings of many pages.
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    rest = source.strip()
    while rest and len(values) < MAX_NODES:
        try:
            value, end = decoder.raw_decode(rest)
        except (ValueError, RecursionError):
            break
        values.append(value)
        rest = rest[end:].lstrip(" \t\r\n,;")
    return values


def _unescape(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value
