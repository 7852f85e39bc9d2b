"""Gold and predicted claims out of files."""

from __future__ import annotations

import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from armswire.errors import InputError
from armswire.scoring.comparison import ScoredClaim, scored_claim
from armswire.scoring.figures import GoldDocument


def group_claims(claims: Iterable[Mapping[str, Any]]) -> dict[str, list[ScoredClaim]]:
    """Predicted claims in JSON, as the program exports them, by document id."""
    grouped: defaultdict[str, list[ScoredClaim]] = defaultdict(list)
    for claim in claims:
        grouped[claim["document"]].append(scored_claim(claim))
    return dict(grouped)


def read_gold(paths: Iterable[Path]) -> list[GoldDocument]:
    """Gold files: `.jsonl` (or `.jsonl.gz`) holds a document a line, any other one document; {"id", "claims": [...]}.

    Raises InputError for a file that cannot be read or is not such a file.
    """
    documents = []
    for path in paths:
        for place, value in _json_values(path, by_line=".jsonl" in path.suffixes):
            try:
                documents.append(GoldDocument(value["id"], tuple(scored_claim(claim) for claim in value["claims"])))
            except (KeyError, TypeError, AttributeError) as error:
                raise InputError(
                    "not a gold document", place=place, remedy='It needs {"id", "claims": [...]}, each with a stage'
                ) from error
    return documents


def read_predictions(path: Path) -> dict[str, list[ScoredClaim]]:
    """Claims as `armswire export claims` writes them, by document id. Raises InputError as `read_gold` does."""
    grouped: defaultdict[str, list[ScoredClaim]] = defaultdict(list)
    for place, value in _json_values(path, by_line=True):
        try:
            grouped[value["document"]].append(scored_claim(value))
        except (KeyError, TypeError, AttributeError) as error:
            raise InputError(
                "not a claim", place=place, remedy="Give what `armswire export claims` wrote, one claim a line"
            ) from error
    return dict(grouped)


def _json_values(path: Path, *, by_line: bool) -> Iterator[tuple[str, Any]]:
    try:
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    except (OSError, EOFError, zlib.error) as error:
        problem = getattr(error, "strerror", None) or f"cannot be read: {error}"
        raise InputError(problem, place=str(path), remedy="Give a file that exists and is whole") from error
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8", place=str(path), remedy="Save it in UTF-8") from error
    lines = enumerate(text.split("\n"), start=1) if by_line else [(0, text)]
    for number, line in lines:
        place = f"{path}:{number}" if number else str(path)
        if not line.strip():
            continue
        try:
            yield place, json.loads(line)
        except ValueError as error:
            raise InputError("broken JSON", place=place, value=line[:80], remedy="Mend or remove it") from error
