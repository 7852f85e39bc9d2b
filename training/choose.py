"""The cue's threshold, chosen where the exported network reads the development articles best."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from armswire.attributions.network import Network
from armswire.attributions.tagger import Tagger
from armswire.model.encoding import encode_attribution
from armswire.scoring.attributions import score_attributions

THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


def choose_threshold(folder: Path, articles: Sequence[dict[str, Any]]) -> tuple[float, dict[str, float]]:
    """The best threshold of THRESHOLDS for attributions with their sources, and the figures with it."""
    tagger = Tagger(Network(folder))
    readings = {article["id"]: tagger.look(article["text"]) for article in articles}
    tried = {}
    for threshold in THRESHOLDS:
        read = {
            id: [encode_attribution(a) for a in tagger.finish(reading, threshold)] for id, reading in readings.items()
        }
        tried[threshold] = score_attributions(articles, read).values
    # Both count: finding the attribution, and whose it is.
    best = max(THRESHOLDS, key=lambda threshold: tried[threshold]["f1"] + tried[threshold]["joint_f1"])
    return best, {name: round(value, 4) for name, value in tried[best].items()}
