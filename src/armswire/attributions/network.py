"""The trained network, run by the ONNX runtime on the processor: which pieces are cues, and what belongs to each.

Two graphs share the work. The encoder reads a window once; the head answers, for each cue, which pieces are its source,
itself and its content. A cue that the encoder did not find can be asked about too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from armswire.attributions.pieces import START, Case, Pieces, Window, mark_id
from armswire.errors import ModelError

Scores = npt.NDArray[np.float32]

FOLDER = "weights"
ENCODER, HEAD, TOKENIZER, SETTINGS = "encoder.onnx", "head.onnx", "tokenizer.json", "network.json"


class Role(IntEnum):
    """What a piece is to a cue; the order is that of the network's scores."""

    NONE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder saw in a window.

    `cue` is the probability that a cue begins at each piece, `content` that the piece is anybody's content, and `parts`
    is what the head needs. All begin with the window's start mark: place 0 is no piece of the text.
    """

    cue: Scores
    content: Scores
    parts: dict[str, Scores]
    paragraph: npt.NDArray[np.int64]


class Network:
    """The encoder, the head, the tokenizer and the settings that were chosen when it was trained."""

    def __init__(self, folder: Any = None) -> None:
        """`folder` holds the network's four files; without one, the network that comes with the program.

        Raises ModelError where a file is missing or not what the program expects.
        """
        self._folder = resources.files("armswire.attributions").joinpath(FOLDER) if folder is None else folder
        try:
            settings = json.loads(self._read(SETTINGS))
            self.limit: int = settings["window"]
            self.context: int = settings["context"]
            self.threshold: float = settings["threshold"]
            self.transitions: Scores = np.array(settings["transitions"], np.float32)
            self.first: Scores = np.array(settings["first"], np.float32)
        except (ValueError, KeyError) as error:
            raise self._broken(SETTINGS, error) from None

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """Cuts words into pieces, adding no marks and cutting nothing off."""
        tokenizer = Tokenizer.from_str(self._read(TOKENIZER).decode())
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _encoder(self) -> onnxruntime.InferenceSession:
        return self._session(ENCODER)

    @cached_property
    def _head(self) -> onnxruntime.InferenceSession:
        return self._session(HEAD)

    def encode(self, pieces: Pieces, window: Window) -> Encoded:
        """What stands in a window."""
        here = slice(window.context, window.end)
        start = mark_id(self.tokenizer, START)
        fed = {
            "ids": np.concatenate(([start], pieces.ids[here])),
            "case": np.concatenate(([Case.LOWER], pieces.case[here])),
            "quoted": np.concatenate(([0], pieces.quoted[here])),
        }
        names = ("token", "gate", "cue_gate", "cue_bias")
        cue, role, *parts = self._encoder.run(("cue", "role", *names), fed)
        weights = np.exp(role - role.max(1, keepdims=True))
        content = weights[:, Role.CONTENT] / weights.sum(1)
        paragraph = np.concatenate((pieces.paragraph[here][:1], pieces.paragraph[here]))
        return Encoded(1 / (1 + np.exp(-cue)), content, dict(zip(names, parts, strict=True)), paragraph)

    def label(self, encoded: Encoded, places: npt.NDArray[np.int64]) -> Scores:
        """How well each role fits each piece for the cues at `places`: cues by pieces by roles."""
        parts = encoded.parts
        fed = {
            "token": parts["token"],
            "gate": parts["gate"],
            "cue_gate": parts["cue_gate"][places],
            "cue_bias": parts["cue_bias"][places],
            "paragraph": encoded.paragraph,
            "place": places,
        }
        scores: Scores = self._head.run(("scores",), fed)[0]
        return scores

    def _session(self, name: str) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        # One core a process, like the parser beside it; who has more cores runs more processes.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # Windows differ in length: an arena would keep the largest of every shape.
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(self._read(name), options, providers=["CPUExecutionProvider"])
        except ModelError:
            raise
        except Exception as error:  # noqa: BLE001 - the runtime raises types of its own, none of them public
            raise self._broken(name, error) from None

    def _read(self, name: str) -> bytes:
        try:
            found: bytes = self._folder.joinpath(name).read_bytes()
        except OSError as error:
            raise self._broken(name, error.strerror or error) from None
        return found

    def _broken(self, name: str, why: object) -> ModelError:
        return ModelError(
            f"the attribution network's file cannot be used: {str(why)[:100]}",
            place=str(self._folder.joinpath(name)),
            remedy="Install the program again, or read without it: ARMSWIRE_ATTRIBUTIONS=rules",
        )
