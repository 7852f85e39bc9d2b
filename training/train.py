"""The training itself: one run through all epochs, the average of the weights kept."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import torch
from examples import Batch, Example, batches, collate
from network import Encoder, Head, sequence_loss
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from armswire.attributions.pieces import SEPARATOR, START

MASK = "[MASK]"

Weights = dict[str, Tensor]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is chosen by hand; lengths in pieces.

    The learning rate goes down on a half cosine that reaches 0 at the end. `rate` is that of the encoder's last layer
    and of the head. What is shipped is the moving average of the weights at the end.
    """

    epochs: int = 5
    rate: float = 2.5e-4
    seed: int = 1
    steps: int | None = None  # at most so many in an epoch, to try the recipe
    batch: int = 3072
    layer_decay: float = 0.85
    warmup: float = 0.06  # of all steps
    hidden_words: float = 0.03  # pieces replaced by a mask, so that names matter less
    dropout: float = 0.1
    average: float = 0.998  # of the weights, from step to step
    begins_weight: float = 0.6
    sequence_weight: float = 0.12
    score_weight: float = 5e-4  # on the squares of the head's scores, which grow without end otherwise


class Model(nn.Module):
    """Encoder and head as one."""

    def __init__(self, base: Path, dropout: float) -> None:
        super().__init__()
        self.encoder = Encoder(base, dropout=dropout)
        self.head = Head(dropout=dropout)


def train(examples: Sequence[Example], base: Path, tokenizer: Tokenizer, recipe: Recipe) -> Model:
    """The trained model, with the average of its weights. Prints its losses as it goes."""
    torch.manual_seed(recipe.seed)
    model = Model(base, recipe.dropout)
    torch.manual_seed(recipe.seed)
    epochs = [
        batches(examples, recipe.batch, random.Random(recipe.seed * 100 + epoch))[: recipe.steps]
        for epoch in range(recipe.epochs)
    ]
    planned = recipe.epochs * len(epochs[0])
    optimiser = torch.optim.AdamW(_rates(model.train(), recipe), betas=(0.9, 0.999))
    rates = [group["lr"] for group in optimiser.param_groups]
    average = {name: value.clone() for name, value in model.state_dict().items() if value.dtype.is_floating_point}
    step, began = 0, time.time()
    for number, epoch in enumerate(epochs, 1):
        losses: list[float] = []
        for batch in epoch:
            part = min(1.0, step / (recipe.warmup * planned)) * (0.5 + 0.5 * math.cos(math.pi * step / planned))
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * part
            loss = _loss(model, collate(examples, batch, tokenizer), tokenizer, recipe)
            optimiser.zero_grad()
            loss.backward()
            for half in (model.encoder, model.head):
                nn.utils.clip_grad_norm_([p for p in half.parameters() if p.requires_grad], 1.0)
            optimiser.step()
            step += 1
            _follow(average, model, min(recipe.average, (1 + step) / (10 + step)))
            losses.append(loss.item())
            if step % 50 == 0:
                print(f"step {step}: loss {mean(losses[-50:]):.3f}, {time.time() - began:.0f} s", flush=True)
        print(f"epoch {number} of {recipe.epochs} done", flush=True)
    model.load_state_dict({**model.state_dict(), **average})
    return model.eval()


def _follow(average: Weights, model: Model, kept: float) -> None:
    with torch.no_grad():
        for name, value in model.state_dict().items():
            if name in average:
                average[name].lerp_(value, 1 - kept)


def _loss(model: Model, batch: Batch, tokenizer: Tokenizer, recipe: Recipe) -> Tensor:
    marks = torch.tensor([tokenizer.token_to_id(mark) for mark in (SEPARATOR, START)])
    hide = (torch.rand(batch.ids.shape) < recipe.hidden_words) & ~torch.isin(batch.ids, marks)
    ids = torch.where(hide, tokenizer.token_to_id(MASK), batch.ids)
    encoder, own = model.encoder, batch.own.float()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = encoder.hidden(ids, batch.case, batch.quoted, batch.mask)
        role, begins = encoder.role(hidden).float(), encoder.begins(hidden)[..., 0].float()
    by_role = (functional.cross_entropy(role.transpose(1, 2), batch.role, reduction="none") * own).sum() / own.sum()
    gold = batch.begins.float()
    by_cue = functional.binary_cross_entropy_with_logits(begins, gold, reduction="none")
    loss = by_role + recipe.begins_weight * (by_cue * own).sum() / gold.sum().clamp(min=1)
    if not len(batch.row):
        return loss
    with torch.autocast("cpu", dtype=torch.bfloat16):
        cue = hidden[batch.row, batch.place]
        token, gate = encoder.token(hidden)[batch.row], encoder.gate(hidden)[batch.row]
        cue_gate, cue_bias = encoder.cue_gate(cue), encoder.cue_bias(cue)
    # The head in full precision: what it adds up over a window does not stand the rounding of half of it.
    head, asked = model.head, (token.float(), gate.float(), cue_gate.float(), cue_bias.float())
    scores = head(*asked, batch.paragraph[batch.row], batch.place)
    mask = batch.mask[batch.row].float()
    mask[:, 0] = 0
    by_sequence = sequence_loss(scores, batch.roles, mask, head.transitions, head.first).mean()
    large = (scores.square().mean(-1) * mask).sum() / mask.sum()
    return loss + recipe.sequence_weight * by_sequence + recipe.score_weight * large


def _rates(model: Model, recipe: Recipe) -> Iterator[dict[str, object]]:
    """Each weight with its learning rate: the deeper in the encoder, the smaller."""
    layers = len(model.encoder.bert.encoder.layer)
    for name, weight in model.named_parameters():
        if not weight.requires_grad:
            continue
        rate = recipe.rate
        if name.startswith("encoder.bert.encoder.layer."):
            rate *= recipe.layer_decay ** (layers - 1 - int(name.split(".")[4]))
        elif name.startswith("encoder.bert."):
            rate *= recipe.layer_decay**layers
        yield {"params": [weight], "lr": rate, "weight_decay": 0.01 if weight.ndim > 1 else 0.0}
