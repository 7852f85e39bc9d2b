"""How well attributions are read: the development articles of PolNeAR, which lie beside the repository."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from armswire.model.article import Article
from armswire.model.encoding import encode_attribution
from armswire.model.identity import text_digest
from armswire.pipeline import Reader
from armswire.scoring.attributions import AttributionFigures, score_attributions

SHARED = Path(__file__).parents[3] / "shared"
DEV = SHARED / "data" / "polnear" / "dev.jsonl.gz"

# The figures that are asked for; how well people agree with each other: f1 0.80, joint_f1 0.74.
TARGETS = {
    "source_f1": 0.85, "cue_f1": 0.72, "content_f1": 0.915, "f1": 0.78, "joint_f1": 0.68, "recall indirect": 0.68,
}  # fmt: skip


def read_gold(path: Path = DEV) -> Iterator[dict[str, Any]]:
    """The articles with their gold attributions."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def measure_attributions(reader: Reader, path: Path = DEV) -> AttributionFigures:
    """What is found in all articles of a file, read as `armswire attribute` reads them."""
    gold = list(read_gold(path))
    read = {}
    for one in gold:
        article = Article(id=one["id"], text=one["text"], sha256=text_digest(one["text"]))
        read[one["id"]] = [encode_attribution(attribution) for attribution in reader.attribute(article)]
    return score_attributions(gold, read)
