"""Whose word it is: one link of the chain of sources, and the whole of an attribution."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from armswire.model.span import Span


class SourceClass(StrEnum):
    """What kind of speaker a source is, as in the claim scheme."""

    NAMED_OFFICIAL = "named_official"
    ANONYMOUS_OFFICIAL = "anonymous_official"
    GOVERNMENT_BODY = "government_body"
    ORGANISATION = "organisation"
    MEDIA = "media"
    STATE_MEDIA = "state_media"
    EXPERT = "expert"
    DOCUMENT = "document"
    OTHER = "other"


class Naming(StrEnum):
    """How much the article tells of who a source is."""

    NAMED = "named"  # a person, body or outlet by name
    DESCRIBED = "described"  # by office or role only: "the prime minister", "a retired general"
    ANONYMOUS = "anonymous"  # not to be known: "officials", "a source", whoever asked not to be named


@dataclass(frozen=True, slots=True)
class Source:
    """One speaker: `source` as written, its class, and the actor it speaks for, where the article tells.

    `naming` is how the article names it, None in what older versions read; `terms` are the words on how it may be
    named ("on condition of anonymity because the talks are secret"), where there are any.
    A chain is a tuple of these from the article inwards: the outlet cited first, the official it cites last.
    """

    source: str
    source_class: SourceClass
    actor: str | None = None
    naming: Naming | None = None
    terms: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's word as PolNeAR marks it: `source` says it, `cue` are the words that attribute, `content` is said.

    Each is a tuple of spans in the order of the text, since words of others may stand between ("X," he said, "Y"); a
    source that is nowhere told is empty. `probability` is that of the cue, 1 for what a rule found.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    probability: float = 1.0

    def covers(self, span: Span) -> bool:
        """Whether the words at `span` are part of what is said."""
        return any(part.covers(span) for part in self.content)
