"""The network's reading of a text: windows encoded one by one, each cue's roles scored, then resolved together."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from armswire.attributions.carrying import carry_speakers
from armswire.attributions.decoding import Labelled, best_roles
from armswire.attributions.network import Network, Role, Scores
from armswire.attributions.pieces import cut_pieces, cut_windows
from armswire.attributions.resolving import Reading, resolve
from armswire.model.attribution import Attribution

# A cue less probable than this is not even asked about.
POSSIBLE = 0.1


class Tagger:
    """Reads attributions out of texts with a trained network."""

    def __init__(self, network: Network) -> None:
        self.network = network

    def read(self, text: str) -> list[Attribution]:
        """The attributions of a text whose paragraphs are lines, in the order of the text.

        No attribution stands inside another's content: the network was trained on articles marked without nesting.
        """
        return self.finish(self.look(text), self.network.threshold)

    def finish(self, reading: Reading, threshold: float) -> list[Attribution]:
        """The attributions of a reading, cues less probable than `threshold` left out, speakers carried over."""
        return carry_speakers(resolve(reading, threshold), reading.text)

    def look(self, text: str) -> Reading:
        """Every place where a cue may begin, with the roles around it, and what is content whoever says it."""
        pieces = cut_pieces(text, self.network.tokenizer)
        content = np.zeros(len(pieces), np.float32)
        scored: list[tuple[int, float, int, Scores]] = []
        for window in cut_windows(pieces, self.network.limit, self.network.context):
            encoded = self.network.encode(pieces, window)
            own = 1 + window.start - window.context
            content[window.start : window.end] = encoded.content[own:]
            places = own + np.flatnonzero(encoded.cue[own:] >= POSSIBLE)
            if len(places):
                # The start mark before the window's first piece is no piece.
                scores = self.network.label(encoded, places)[:, 1:]
                scored += [
                    (window.context + place - 1, float(encoded.cue[place]), window.context, one)
                    for place, one in zip(places.tolist(), scores, strict=True)
                ]
        return Reading(pieces, text, tuple(self._labelled(scored)), content)

    def _labelled(self, scored: list[tuple[int, float, int, Scores]]) -> Iterator[Labelled]:
        roles = best_roles([scores for *_, scores in scored], self.network.transitions, self.network.first)
        for (cue, probability, first, scores), row in zip(scored, roles, strict=True):
            yield Labelled(cue, probability, first, row, scores.max(1) - scores[:, Role.NONE])
