"""What an article tells of where it has its news from, beside the chains of its claims: credits and quotations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from armswire.model.attribution import Naming, Source, SourceClass
from armswire.model.document import Credit, Translation
from armswire.model.encoding import Json, decode_source, encode_source
from armswire.model.span import Span


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words between quotation marks, where they stand in the article's own text, and who says them."""

    words: str
    span: Span
    source: Source

    @property
    def is_exclusive(self) -> bool:
        """Whether few can have heard them: an unnamed source or an expert, not who speaks before the whole press."""
        kind = self.source.source_class
        if kind is SourceClass.OTHER:
            # A person of whom only the name is known may be an official for all that can be told.
            return self.source.naming is not Naming.NAMED
        return kind in (SourceClass.ANONYMOUS_OFFICIAL, SourceClass.EXPERT)


@dataclass(frozen=True, slots=True)
class Sourcing:
    """The credits and the quotations of one article, in the order of its text, and whether it says it is translated."""

    credits: tuple[Credit, ...] = ()
    quotations: tuple[QuotedWords, ...] = ()
    translation: Translation | None = None


NO_SOURCING = Sourcing()


def encode_sourcing(sourcing: Sourcing) -> Json:
    """{credits, quotations, translation}; spans as start and end."""
    return {
        "credits": [
            {
                "outlets": list(credit.outlets),
                "start": credit.span.start,
                "end": credit.span.end,
                "rule": credit.rule,
                "taken": credit.taken,
                "owners": list(credit.owners),
                "above": credit.above,
            }
            for credit in sourcing.credits
        ],
        "quotations": [
            {
                "words": quoted.words,
                "start": quoted.span.start,
                "end": quoted.span.end,
                "source": encode_source(quoted.source),
            }
            for quoted in sourcing.quotations
        ],
        "translation": encode_translation(sourcing.translation),
    }


def encode_translation(translation: Translation | None) -> Json | None:
    """{language, by_machine, rule, start, end}."""
    if translation is None:
        return None
    return {
        "language": translation.language,
        "by_machine": translation.by_machine,
        "rule": translation.rule,
        "start": translation.span.start,
        "end": translation.span.end,
    }


def decode_translation(value: Mapping[str, Any] | None) -> Translation | None:
    """The inverse of `encode_translation`."""
    if value is None:
        return None
    return Translation(Span(value["start"], value["end"]), value["language"], value["by_machine"], value["rule"])


def decode_sourcing(value: Mapping[str, Any]) -> Sourcing:
    """The inverse of `encode_sourcing`; of an article that an older version read nothing is known."""
    return Sourcing(
        credits=tuple(
            Credit(
                outlets=tuple(item["outlets"]),
                span=Span(item["start"], item["end"]),
                rule=item["rule"],
                taken=item["taken"],
                owners=tuple(item["owners"]),
                above=item["above"],
            )
            for item in value.get("credits", ())
        ),
        quotations=tuple(
            QuotedWords(item["words"], Span(item["start"], item["end"]), decode_source(item["source"]))
            for item in value.get("quotations", ())
        ),
        translation=decode_translation(value.get("translation")),
    )
