"""From the trained model to what the program ships: two ONNX graphs in 8-bit integers, the tokenizer, the settings."""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional
from train import Model

from armswire.attributions.network import ENCODER, HEAD, SETTINGS, TOKENIZER

OPSET = 17
# Short windows read as well as long ones and cost a fifth less: attention grows with the square of their length.
WINDOW, CONTEXT = 160, 32
OUTPUTS = ("cue", "role", "token", "gate", "cue_gate", "cue_bias")


class EncoderGraph(nn.Module):
    """One window, without any batch: the program reads windows one by one and pads nothing."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.encoder = model.encoder

    def forward(self, ids: Tensor, case: Tensor, quoted: Tensor) -> tuple[Tensor, ...]:
        """For each piece the logit of a cue's beginning, those of its role in any attribution, what the head needs."""
        encoder = self.encoder
        hidden = encoder.hidden(ids[None], case[None], quoted[None])[0]
        needed = (encoder.token, encoder.gate, encoder.cue_gate, encoder.cue_bias)
        return (encoder.begins(hidden)[:, 0], encoder.role(hidden), *(layer(hidden) for layer in needed))


class ShiftedProduct(nn.Module):
    """A convolution as one product of matrices, which 8-bit integers make twice as fast; they do nothing for others."""

    def __init__(self, convolution: nn.Conv1d) -> None:
        super().__init__()
        self.shift = convolution.dilation[0]
        out, width, taps = convolution.weight.shape
        self.product = nn.Linear(taps * width, out)
        self.product.weight.data = convolution.weight.data.permute(0, 2, 1).reshape(out, taps * width)
        self.product.bias.data = convolution.bias.data

    def forward(self, values: Tensor) -> Tensor:
        """Cues by width by pieces, as the convolution has it."""
        padded = functional.pad(values.transpose(1, 2), (0, 0, self.shift, self.shift))
        taps = (padded[:, : -2 * self.shift], padded[:, self.shift : -self.shift], padded[:, 2 * self.shift :])
        product: Tensor = self.product(torch.cat(taps, -1)).transpose(1, 2)
        return product


class HeadGraph(nn.Module):
    """All cues of one window."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.head = copy.deepcopy(model.head)
        self.head.convolutions = nn.ModuleList(ShiftedProduct(c) for c in model.head.convolutions)

    def forward(
        self, token: Tensor, gate: Tensor, cue_gate: Tensor, cue_bias: Tensor, paragraph: Tensor, place: Tensor
    ) -> Tensor:
        """Cues by pieces by roles."""
        cues = cue_gate.shape[0]
        spread = paragraph[None].expand(cues, -1)
        scores: Tensor = self.head(token[None], gate[None], cue_gate, cue_bias, spread, place)
        return scores


def export(model: Model, tokenizer: Path, threshold: float, into: Path) -> None:
    """Write the four files of the network into a folder."""
    into.mkdir(parents=True, exist_ok=True)
    width = model.head.out.in_features
    pieces, cues = 40, 3
    window = tuple(torch.ones(pieces, dtype=torch.long) for _ in range(3))
    _write(EncoderGraph(model), window, ("ids", "case", "quoted"), OUTPUTS, {}, into / ENCODER)
    parts = (torch.zeros(pieces, width), torch.zeros(pieces, width), torch.zeros(cues, width), torch.zeros(cues, width))
    places = (torch.zeros(pieces, dtype=torch.long), torch.tensor([1, 2, 3]))
    names = ("token", "gate", "cue_gate", "cue_bias", "paragraph", "place")
    cue_axes = {name: {0: "cues"} for name in ("cue_gate", "cue_bias", "place", "scores")}
    _write(HeadGraph(model), (*parts, *places), names, ("scores",), cue_axes, into / HEAD)
    shutil.copy(tokenizer, into / TOKENIZER)
    write_settings(model, threshold, into)


def write_settings(model: Model, threshold: float, into: Path) -> None:
    """Write what goes with the graphs: lengths, the cue's threshold, what role follows what, the graphs' digests."""
    digests = {name: hashlib.sha256((into / name).read_bytes()).hexdigest() for name in (ENCODER, HEAD, TOKENIZER)}
    settings = {
        "window": WINDOW,
        "context": CONTEXT,
        "threshold": threshold,
        "transitions": [[round(x, 4) for x in row] for row in model.head.transitions.tolist()],
        "first": [round(x, 4) for x in model.head.first.tolist()],
        "sha256": digests,
    }
    (into / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _write(
    graph: nn.Module,
    example: tuple[Tensor, ...],
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
    axes: dict[str, dict[int, str]],
    path: Path,
) -> None:
    """Export, let the runtime's own tool prepare it, and bring matrices and embeddings to 8 bits."""
    free = {name: {0: "pieces"} for name in (*inputs, *outputs)} | axes
    if "scores" in outputs:
        free["scores"] = {0: "cues", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder, "whole.onnx"), Path(folder, "ready.onnx")
        torch.onnx.export(
            graph.eval(), example, whole, input_names=inputs, output_names=outputs, dynamic_axes=free,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        quant_pre_process(whole, ready, skip_symbolic_shape=True)
        kinds = ["MatMul", "Gemm", "Gather"]
        quantize_dynamic(ready, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=kinds)
    onnx.checker.check_model(str(path))
