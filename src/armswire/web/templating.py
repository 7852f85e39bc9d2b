"""Templates, and the words that they may ask for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from armswire.register.phrasing import actor_name
from armswire.serving import addresses
from armswire.web.views.pictures.saying import say_amount
from armswire.wording.ids import short_id
from armswire.wording.moments import say_moment
from armswire.wording.values import say_dates

# In a script element everything up to "</" or "<!--" is content: these are told by their numbers.
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def make_environment(names: Mapping[str, str], file_address: Callable[[str], str]) -> Environment:
    """The templates of this room. `names` are those of actors, `file_address` gives the address of a static file."""
    environment = Environment(
        loader=PackageLoader("armswire.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def name(actor: str) -> str:
        return actor_name(actor, names)

    def list_names(actors: Iterable[str]) -> str:
        return ", ".join(map(name, actors))

    filters: dict[str, Callable[..., Any]] = {
        "name": name,
        "names": list_names,
        "words": lambda value: str(value).replace("_", " "),
        "short": short_id,
        "sentence": lambda words: words[:1].upper() + words[1:],
        "dates": say_dates,
        "day": say_day,
        "moment": say_moment,
        "json_data": as_json_data,
        "outside": outside_address,
        "number": lambda value: f"{value:,}",
        "amount": say_amount,
        "transfer_address": addresses.transfer_address,
        "dispute_address": addresses.dispute_address,
        "actor_address": addresses.actor_address,
        "article_address": addresses.article_address,
    }
    environment.filters.update(filters)
    environment.globals.update(
        {"file": file_address, "claim_address": addresses.claim_address, "at": addresses, "zip": zip}
    )
    return environment


def as_json_data(value: Any) -> Markup:
    """Data for a picture, for a `<script type="application/json">`: no text in it can end the element."""
    return Markup(json.dumps(value, ensure_ascii=False).translate(_UNSAFE))


def outside_address(address: str | None) -> str | None:
    """An address that a click may follow; of others ("javascript:") only the words are shown."""
    return address if address is not None and address.lower().startswith(("https://", "http://")) else None


def say_day(day: date) -> str:
    """3 March 2024."""
    return f"{day.day} {day:%B %Y}"
