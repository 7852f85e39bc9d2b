"""The network in torch: a small pretrained encoder, and a head that answers for each cue what belongs to it."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from armswire.attributions.network import Role
from armswire.attributions.pieces import Case

# Distances to the cue: single pieces up to 7, then steps that double in four; one half for each side.
NEAR, STEPS, SIDE = 8, 6, 32
DILATIONS = (1, 3, 9)


class ByteDropout(nn.Module):
    """Dropout that draws one random byte a value: torch's own costs a fifth of a step on processors."""

    def __init__(self, probability: float) -> None:
        super().__init__()
        self.dropped = round(probability * 256)

    def forward(self, values: Tensor) -> Tensor:
        """The values, some of them 0 and the others larger while training."""
        if not self.training or not self.dropped:
            return values
        count = values.numel()
        drawn = torch.empty((count + 7) // 8, dtype=torch.int64).random_(-(2**63), None)
        kept = drawn.view(torch.uint8)[:count].view(values.shape) >= self.dropped
        return values * kept.to(values.dtype).mul_(256 / (256 - self.dropped))


class Encoder(nn.Module):
    """Windows of pieces in; where cues begin, roles of any attribution, and what the head needs of each piece out."""

    def __init__(self, base: Path, width: int = 160, dropout: float = 0.1) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            base,
            add_pooling_layer=False,
            attn_implementation="sdpa",
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.bert.embeddings.dropout = ByteDropout(dropout)
        for layer in self.bert.encoder.layer:
            layer.attention.output.dropout = layer.output.dropout = ByteDropout(dropout)
        # A vocabulary of 30,000 learns nothing from 840 articles but their names.
        self.bert.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        size = self.bert.config.hidden_size
        self.case, self.quoted = nn.Embedding(len(Case), size), nn.Embedding(2, size)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quoted.weight)
        self.role = nn.Linear(size, len(Role))
        self.begins = nn.Linear(size, 1)
        self.token, self.gate = nn.Linear(size, width), nn.Linear(size, width)
        self.cue_gate, self.cue_bias = nn.Linear(size, width), nn.Linear(size, width)

    def hidden(self, ids: Tensor, case: Tensor, quoted: Tensor, mask: Tensor | None = None) -> Tensor:
        """The encoder's last layer, windows by pieces by its size."""
        embedded = self.bert.embeddings.word_embeddings(ids) + self.case(case) + self.quoted(quoted)
        return self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state


class Head(nn.Module):
    """For each cue, a score for each role of each piece; what to make of their sequence is learned beside it."""

    def __init__(self, width: int = 160, dropout: float = 0.1) -> None:
        super().__init__()
        self.distance, self.paragraph = nn.Embedding(2 * SIDE, width), nn.Embedding(5, width)
        self.norm = nn.LayerNorm(width)
        self.convolutions = nn.ModuleList(nn.Conv1d(width, width, 3, padding=d, dilation=d) for d in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in DILATIONS)
        self.dropout = ByteDropout(dropout)
        self.out = nn.Linear(width, len(Role))
        self.transitions = nn.Parameter(torch.zeros(len(Role), len(Role)))
        self.first = nn.Parameter(torch.zeros(len(Role)))

    def forward(
        self, token: Tensor, gate: Tensor, cue_gate: Tensor, cue_bias: Tensor, paragraph: Tensor, place: Tensor
    ) -> Tensor:
        """Cues by pieces by roles, from the window of each cue (cues by pieces by width), the cue, its place."""
        away = torch.arange(token.shape[1], device=token.device)[None] - place[:, None]
        far = away.abs().float()
        step = torch.where(far < NEAR, far, NEAR + STEPS * torch.log2(far.clamp(min=NEAR) / NEAR))
        step = step.clamp(max=SIDE - 1).floor().long() + SIDE * (away >= 0).long()
        since = (paragraph - paragraph.gather(1, place[:, None])).clamp(-2, 2) + 2
        x = token + gate * cue_gate[:, None] + cue_bias[:, None] + self.distance(step) + self.paragraph(since)
        x = self.dropout(functional.gelu(self.norm(x)))
        for convolution, norm in zip(self.convolutions, self.norms, strict=True):
            x = x + self.dropout(functional.gelu(convolution(norm(x).transpose(1, 2)).transpose(1, 2)))
        return self.out(x)


def sequence_loss(scores: Tensor, roles: Tensor, mask: Tensor, transitions: Tensor, first: Tensor) -> Tensor:
    """The negative log likelihood of each cue's roles under a linear-chain conditional random field (Lafferty 2001).

    `mask` is one run of ones in each row.
    """
    told = (scores.gather(2, roles[..., None])[..., 0] * mask).sum(1)
    told = told + (transitions[roles[:, :-1], roles[:, 1:]] * mask[:, :-1] * mask[:, 1:]).sum(1)
    told = told + first[roles.gather(1, mask.argmax(1)[:, None])[:, 0]]
    every = torch.zeros(len(scores), scores.shape[2])
    begun = torch.zeros(len(scores), dtype=torch.bool)
    for t in range(scores.shape[1]):
        inside = mask[:, t] > 0
        onwards = torch.logsumexp(every[:, :, None] + transitions[None], 1)
        every = torch.where(inside[:, None], torch.where(begun[:, None], onwards, first[None]) + scores[:, t], every)
        begun = begun | inside
    return torch.logsumexp(every, 1) - told
