"""Transfers as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from armswire.model.standing import Standing
from armswire.model.transfer import SupportedActor, Transfer
from armswire.register.phrasing import actor_name
from armswire.serving.addresses import transfer_address
from armswire.wording.claims import between_recipients, say_parties
from armswire.wording.entries import say_items


@dataclass(frozen=True, slots=True)
class TransferHeading:
    """A transfer as other pages lead to it: who to whom by way of whom, in names, and how far it is believed."""

    address: str
    parties: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class TransferLine:
    """A transfer in a short list: its heading, what it is about, how far it has come."""

    heading: TransferHeading
    items: tuple[str, ...]
    says: str


def view_line(transfer: Transfer, names: Mapping[str, str]) -> TransferLine:
    """A transfer as a line. `names` are those of actors."""
    return TransferLine(view_heading(transfer, names), tuple(say_items(transfer)), transfer.thread.says)


def view_heading(transfer: Transfer, names: Mapping[str, str]) -> TransferHeading:
    """A transfer as a link. `names` are those of actors."""

    def named(actors: Iterable[SupportedActor]) -> list[str]:
        return [actor_name(supported.actor, names) for supported in actors]

    parties = say_parties(
        named(transfer.supplier),
        named(transfer.recipient),
        named(transfer.intermediary),
        between_recipients(transfer),
    )
    return TransferHeading(transfer_address(transfer.id), parties, transfer.standing)
