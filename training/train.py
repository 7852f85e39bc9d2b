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
class Stage:
    """One descent of the learning rate, on a half cosine that would reach 0 after `planned` epochs.

    `shares` has one number for each epoch that is run: the share that the average of the weights at its end has in the
    weights that are shipped. `rate` is the learning rate of the encoder's last layer, `head_rate` that of the head as
    a multiple of it.
    """

    shares: tuple[float, ...]
    planned: float
    rate: float
    head_rate: float
    seed: int


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is chosen by hand; lengths in pieces.

    A stage begins with the average of the weights that the one before ended with. Both break off while the encoder
    still learns, since the head begins to forget; what is shipped is the mean of three of the averages, which reads
    better than any of them (as in Wortsman and others, Model soups, 2022).
    """

    stages: tuple[Stage, ...] = (
        Stage((0.0, 0.0, 0.25, 0.25), 7, 2.5e-4, 3.0, 1),
        Stage((0.5,), 2.5, 1.0e-4, 1.5, 2),
    )
    steps: int | None = None  # at most so many in an epoch, to try the recipe
    batch: int = 3072
    layer_decay: float = 0.85
    warmup: float = 0.06  # of the planned steps
    hidden_words: float = 0.03  # pieces replaced by a mask, so that names matter less
    dropout: float = 0.1
    average: float = 0.998  # of the weights, from step to step
    begins_weight: float = 0.6
    sequence_weight: float = 0.12


class Model(nn.Module):
    """Encoder and head as one."""

    def __init__(self, base: Path, dropout: float) -> None:
        super().__init__()
        self.encoder = Encoder(base, dropout=dropout)
        self.head = Head(dropout=dropout)


def train(examples: Sequence[Example], base: Path, tokenizer: Tokenizer, recipe: Recipe) -> Model:
    """The model with the mean of the averages that the recipe asks for. Prints its losses as it goes."""
    torch.manual_seed(recipe.stages[0].seed)
    model = Model(base, recipe.dropout)
    mean_weights: Weights = {}
    for number, stage in enumerate(recipe.stages, 1):
        for epoch, (share, average) in enumerate(_descend(model, examples, tokenizer, recipe, stage), 1):
            print(f"stage {number}: epoch {epoch} of {len(stage.shares)} done", flush=True)
            for name, value in average.items() if share else ():
                mean_weights[name] = mean_weights.get(name, 0) + share * value
    model.load_state_dict({**model.state_dict(), **mean_weights})
    return model.eval()


def _descend(
    model: Model, examples: Sequence[Example], tokenizer: Tokenizer, recipe: Recipe, stage: Stage
) -> Iterator[tuple[float, Weights]]:
    """One stage; after each epoch its share and a copy of the weights' average, which the model has in the end."""
    torch.manual_seed(stage.seed)
    epochs = [
        batches(examples, recipe.batch, random.Random(stage.seed * 100 + e))[: recipe.steps]
        for e in range(len(stage.shares))
    ]
    planned = round(stage.planned * len(epochs[0]))
    optimiser = torch.optim.AdamW(_rates(model.train(), recipe, stage), betas=(0.9, 0.98))
    rates = [group["lr"] for group in optimiser.param_groups]
    average = {name: value.clone() for name, value in model.state_dict().items() if value.dtype.is_floating_point}
    step, began = 0, time.time()
    for epoch, share in zip(epochs, stage.shares, strict=True):
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
        yield share, {name: value.clone() for name, value in average.items()}
    model.load_state_dict({**model.state_dict(), **average})


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
        scores = model.head(token, gate, cue_gate, cue_bias, batch.paragraph[batch.row], batch.place).float()
    mask = batch.mask[batch.row].float()
    mask[:, 0] = 0
    head = model.head
    return loss + recipe.sequence_weight * sequence_loss(scores, batch.roles, mask, head.transitions, head.first).mean()


def _rates(model: Model, recipe: Recipe, stage: Stage) -> Iterator[dict[str, object]]:
    """Each weight with its learning rate: the deeper in the encoder, the smaller."""
    layers = len(model.encoder.bert.encoder.layer)
    for name, weight in model.named_parameters():
        if not weight.requires_grad:
            continue
        rate = stage.rate * stage.head_rate
        if name.startswith("encoder.bert.encoder.layer."):
            rate = stage.rate * recipe.layer_decay ** (layers - 1 - int(name.split(".")[4]))
        elif name.startswith("encoder.bert."):
            rate = stage.rate * recipe.layer_decay**layers
        yield {"params": [weight], "lr": rate, "weight_decay": 0.01 if weight.ndim > 1 else 0.0}
