"""Lines of an article → the same as they were meant, without what nobody sees."""

from __future__ import annotations

from collections.abc import Sequence

from armswire.documents.line import Line, reach_out, tidy
from armswire.documents.mojibake import repair_lines


def mend_lines(lines: Sequence[Line], text: str) -> list[Line]:
    """The `lines` of `text`, each mended where a wrong table spoiled it; evidence still points into `text`."""
    whole = [reach_out(line, text) for line in lines]
    changes = repair_lines([line.text for line in whole])
    return [
        tidy(seen, made) if made else tidy(line, []) for line, seen, made in zip(lines, whole, changes, strict=True)
    ]
