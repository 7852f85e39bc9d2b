"""Links that narrow what is shown: the address of the page as it is, with some filters changed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

# The names and values of an address's query, in their order.
Asked = tuple[tuple[str, str], ...]

# What holds for one page of a list alone.
_PASSING = frozenset({"cursor"})


@dataclass(frozen=True, slots=True)
class Link:
    """Where a mark leads. `is_set` says that the page shows just that already, so that the link takes it away."""

    href: str
    is_set: bool


def refine(asked: Asked, **changes: str | None) -> Link:
    """The link that sets some filters and leaves the others; None takes one away. Leads back where all are set."""
    is_set = all([value for name, value in asked if name == key] == _listed(wanted) for key, wanted in changes.items())
    kept = [(name, value) for name, value in asked if name not in changes and name not in _PASSING]
    if not is_set:
        kept += [(name, value) for name, value in changes.items() if value is not None]
    # "?" alone is the page without any filter; "" would be the page as it is.
    return Link(f"?{urlencode(kept)}", is_set)


def _listed(value: str | None) -> list[str]:
    return [] if value is None else [value]
