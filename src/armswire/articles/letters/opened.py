"""The bytes of a letter → its head, its text and what is attached, by the standard library, in the confined process."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Callable, Iterator
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from typing import Any, TypeVar

from armswire.articles.letters.kinds import Kind, kind_of
from armswire.errors import ArticleError

MAX_PARTS = 1000
"""Parts of one letter, with those of the letters in it; a newsletter has 2, with its pictures some 50."""
MAX_DEPTH = 3
"""Letters within letters: forwarded as an attachment, and forwarded once more."""
MAX_HEAD = 2000
"""Characters of a line of the head."""
MIN_INLINE = 500
"""Bytes; a shorter text that is no attachment and not the letter's own is the foot that a list adds."""
_HEAD = ("subject", "date", "message-id", "archived-at", "list-id")

T = TypeVar("T")


def take_apart(data: bytes | bytearray) -> Iterator[dict[str, Any]]:
    """One answer for the letter, then one for each letter in it, outermost first.

    `head` (lines of the head by their names in lower case, sender as `name`, `address`), `depth` (0 for the outermost),
    `html` and `plain` (its text), `attached`; a text or an attachment is an object of `kind`, `name`, `charset`,
    `flowed` and `data` (base64). Raises ArticleError for what has no head or too many parts.
    """
    message = BytesParser(policy=policy.default).parsebytes(bytes(data))
    if not message.keys():
        raise ArticleError("no letter: it has no head", remedy="Save the letter with all of its head")
    waiting: list[tuple[Message, int]] = [(message, 0)]
    left = MAX_PARTS
    while waiting:
        letter, depth = waiting.pop(0)
        opened, within, parts = _open(letter, depth)
        left -= parts
        if left < 0:
            raise ArticleError(f"a letter of more than {MAX_PARTS:,} parts", remedy="Save what is attached")
        waiting.extend((one, depth + 1) for one in within)
        yield opened


def _open(letter: Message, depth: int) -> tuple[dict[str, Any], list[Message], int]:
    leaves, within, parts = _leaves(letter)
    html, plain = _body(letter, "html"), _body(letter, "plain")
    opened: dict[str, Any] = {
        "head": _head(letter),
        "depth": depth,
        "html": _packed(html, Kind.HTML),
        "plain": _packed(plain, Kind.PLAIN),
        "attached": [],
    }
    for part, in_alternative in leaves:
        kind = kind_of(part.get_content_type(), _name(part))
        if part in (html, plain) or kind is Kind.PASSED_OVER or in_alternative:
            continue
        packed = _packed(part, kind)
        if packed is not None and (
            _is_attached(part) or kind not in (Kind.PLAIN, Kind.HTML) or _size(part) >= MIN_INLINE
        ):
            opened["attached"].append(packed)
    if depth >= MAX_DEPTH and within:
        opened["attached"].append({"kind": Kind.UNREAD, "type": "message/rfc822", "name": "", "data": ""})
        within = []
    return opened, within, parts


def _leaves(letter: Message) -> tuple[list[tuple[Message, bool]], list[Message], int]:
    """Parts that hold contents, and whether another says the same; the letters attached; how many parts in all."""
    leaves: list[tuple[Message, bool]] = []
    within: list[Message] = []
    waiting: list[tuple[Message, bool]] = [(letter, False)]
    parts = 0
    while waiting:
        part, in_alternative = waiting.pop()
        parts += 1
        if part.get_content_type() == "message/rfc822" and part is not letter:
            within.extend(_parts(part))
        elif part.is_multipart():
            is_choice = in_alternative or part.get_content_subtype() == "alternative"
            waiting.extend((one, is_choice) for one in reversed(_parts(part)))
        else:
            leaves.append((part, in_alternative))
    return leaves, within, parts


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _body(letter: Message, kind: str) -> Message | None:
    found = _tried(lambda: letter.get_body((kind,)) if isinstance(letter, EmailMessage) else None)
    return None if found is None or _is_attached(found) or not _size(found) else found


def _name(part: Message) -> str:
    name: Any = _tried(part.get_filename)
    return str(name or "")[:100]


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _size(part: Message) -> int:
    """Bytes of the text, blanks at its ends aside."""
    data: Any = _tried(lambda: part.get_payload(decode=True))
    return len(data.strip()) if isinstance(data, bytes) else 0


def _packed(part: Message | None, kind: Kind) -> dict[str, Any] | None:
    data: Any = None if part is None else _tried(lambda: part.get_payload(decode=True))
    if part is None or not isinstance(data, bytes):
        return None
    return {
        "kind": kind,
        "type": part.get_content_type(),
        "name": _name(part),
        "charset": _tried(part.get_content_charset),
        "flowed": _tried(lambda: part.get_param("format")) == "flowed",
        "data": base64.b64encode(data if kind is not Kind.UNREAD else b"").decode("ascii"),
    }


def _head(letter: Message) -> dict[str, str | None]:
    sender: Any = _tried(lambda: _first_address(letter))
    return {
        **{name: _line(_tried(lambda name=name: letter[name])) for name in _HEAD},  # type: ignore[misc]
        "name": _line(_tried(lambda: sender.display_name)),
        "address": _line(_tried(lambda: sender.addr_spec)),
    }


def _first_address(letter: Message) -> Any:
    told: Any = letter["from"]
    return told.addresses[0]


def _line(told: object) -> str | None:
    """A line of the head in one piece; bytes that no header may hold are read as UTF-8."""
    if told is None:
        return None
    words = str(told)[:MAX_HEAD].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(words.split()) or None


def _tried(find: Callable[[], T]) -> T | None:
    """What the library finds; None where it fails, as it does in many ways on heads that break the rules."""
    with contextlib.suppress(Exception):
        return find()
    return None
