"""A chain of sources as a small tree: a line for each link, from the article inwards."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.model.attribution import Source
from armswire.model.claim import Claim
from armswire.register.phrasing import describe_depth

BRANCH = "└─ "


def chain_lines(claim: Claim) -> Iterator[str]:
    """At how many removes the claim is told, then each source under the one that passes its word on."""
    yield describe_depth(claim.depth)
    for place, source in enumerate(claim.attribution):
        yield f"{'   ' * (place - 1)}{BRANCH if place else ''}{say_source(source)}"


def say_source(source: Source) -> str:
    """The words of a source with its class, its actor, how it is named and on what terms."""
    about = [source.source_class.value.replace("_", " ")]
    if source.actor is not None:
        about.append(source.actor.removeprefix("org:"))
    if source.naming is not None:
        about.append(source.naming.value)
    terms = f": “{' '.join(source.terms.split())}”" if source.terms else ""
    return f"{' '.join(source.source.split())} ({', '.join(about)}){terms}"
