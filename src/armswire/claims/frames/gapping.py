"""One word of transfer for several: "six boats to Ghana, two to Togo"; "gave Peru jeeps, and Chile gave it radios".

A clause that leaves out its verb repeats the order of the one before it. So each group of phrases that starts again
with a place already filled is a transfer of its own, with the word of transfer and the missing roles of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from armswire.claims.frames.chunks import BARE, ITEM, Chunk, Chunks
from armswire.claims.frames.instances import FrameInstance
from armswire.claims.meaning import Party
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ItemMention

# Prepositions that open a party wherever they stand.
PLACES = frozenset({"to", "from", "for", "by", "via", "through"})


@dataclass(slots=True)
class _Group:
    """The phrases of one transfer by their slots, in the order of the words."""

    chunks: dict[str, list[Chunk]] = field(default_factory=dict)
    last: str = ""

    def add(self, chunk: Chunk) -> None:
        self.chunks.setdefault(chunk.slot, []).append(chunk)
        self.last = chunk.slot

    def items(self) -> tuple[ItemMention, ...]:
        return tuple(dict.fromkeys(item for chunk in self.chunks.get(ITEM, ()) for item in chunk.items))

    def is_whole(self) -> bool:
        return len(self.chunks) > 1 and ITEM in self.chunks


class Gapping:
    """Takes the words of transfer of one document apart where they tell of several transfers."""

    def __init__(self, scene: Scene, participants: Participants) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.chunks = Chunks(scene, participants)

    def apart(self, instances: Sequence[FrameInstance]) -> list[FrameInstance]:
        """The instances, each of several transfers as many; those that only repeat a part of one are left out."""
        out: list[FrameInstance] = []
        told: set[int] = set()
        for instance in instances:
            parts = self._parts(instance)
            out += parts
            if len(parts) > 1:
                told |= {item.head for part in parts[1:] for item in part.items}
        return [i for i in out if i.token not in told]

    def _parts(self, instance: FrameInstance) -> list[FrameInstance]:
        """The transfers of one instance; itself where it tells of one."""
        verb = self._verb(instance)
        table = _places(instance)
        if verb is None or not instance.items:
            return [instance]
        groups = self._groups(verb, table, instance)
        roles = self._roles_of_bare(groups, instance)
        if len(groups) < 2 or roles is None:
            return [instance]
        table = {**table, **roles[1]}
        first = {**table, **roles[0]}
        model = self._first(instance, groups[0], first)
        return [model, *(part for group in groups[1:] if (part := _copy(model, group, table)) is not None)]

    def _verb(self, instance: FrameInstance) -> int | None:
        """The word behind which the phrases stand: the word of transfer, for a bare item the verb that governs it."""
        if instance.token not in self.scene.item_at:
            return instance.token
        verb = self.grammar.clause_verb(instance.token)
        return verb if self.grammar.is_verb(verb) and verb < instance.token else None

    def _groups(self, verb: int, table: Mapping[str, str], instance: FrameInstance) -> list[_Group]:
        """The groups of phrases behind the verb; only whole ones, the first with what stands before the verb."""
        group = _Group()
        groups = [group]
        before = [item for item in instance.items if item.last < verb]
        if before:
            group.add(Chunk(ITEM, before[0].first, before[-1].last, items=tuple(before)))
        if verb + 1 >= len(self.tokens) or self.tokens[verb + 1].sentence != self.tokens[verb].sentence:
            return []
        chunks = list(self.chunks.behind(verb + 1, list(table), before[-1] if before else None))
        for position, chunk in enumerate(chunks):
            following = chunks[position + 1] if position + 1 < len(chunks) else None
            if self._begins(chunk, following, groups):
                group = _Group()
                groups.append(group)
            elif chunk.slot == BARE and self._lists(chunk, following) and group.last not in {ITEM, ""}:
                chunk = replace(chunk, slot=group.last)
            elif not _goes_on(chunk, group):
                break
            group.add(chunk)
        if len(groups) > 1 and not groups[-1].is_whole():
            groups.pop()
        return groups if all(g.is_whole() for g in groups[1:]) and ITEM in groups[0].chunks else []

    def _begins(self, chunk: Chunk, following: Chunk | None, groups: Sequence[_Group]) -> bool:
        """True where a phrase opens another transfer: its place is filled, or a bare name stands before an item."""
        group = groups[-1]
        if not chunk.parted or ITEM not in group.chunks:
            return False
        if chunk.slot == BARE:
            return following is not None and self._is_of_its_own(following, groups[0])
        return chunk.slot in group.chunks and group.last != chunk.slot

    def _is_of_its_own(self, item: Chunk, first: _Group) -> bool:
        """ "Togo [four jeeps]" is no modifier of the jeeps; "Togo jeeps" is none where "Ghana boats" went before."""
        if item.slot != ITEM or item.parted:
            return False
        return BARE in first.chunks or self.tokens[item.first].pos in {"NUM", "DET"}

    def _lists(self, name: Chunk, following: Chunk | None) -> bool:
        """ "to Kenya [and Mali]", "to Kenya, [Ghana] and Mali"; but not "to Kenya, [Ghana] said"."""
        behind = self.tokens[min(name.last + 1, len(self.tokens) - 1)]
        more = following is not None and following.slot == BARE and following.parted
        return name.parted and (name.joined or more) and not behind.tag.startswith(("VB", "MD"))

    def _roles_of_bare(
        self, groups: Sequence[_Group], instance: FrameInstance
    ) -> tuple[dict[str, str], dict[str, str]] | None:
        """What a bare name is in the first group and in the others: who gets, or who does the same.

        "gave Ghana boats and Togo jeeps" shares out; "gave boats to Ghana, and Togo jeeps" tells of another giver.
        None where the names of the groups do not fit together.
        """
        verbal = instance.frame.verb_roles
        receives: dict[str, str] = {BARE: verbal.get("object.actor", "recipient")}
        acts: dict[str, str] = {BARE: verbal.get("subject", verbal.get("subject.actor", "supplier"))}
        bare = [BARE in group.chunks for group in groups]
        if not bare or not any(bare):
            return {}, {}
        if not all(bare[1:]):
            return None
        two = len(groups) == 2 and groups[1].chunks[BARE][0].comma
        return receives, receives if bare[0] and not two else acts

    def _first(self, instance: FrameInstance, group: _Group, table: Mapping[str, str]) -> FrameInstance:
        """The first transfer: only its own items, and in each place only who stands there."""
        own = _copy(instance, group, table)
        return replace(instance, items=group.items()) if own is None else own


def _goes_on(chunk: Chunk, group: _Group) -> bool:
    """True for a phrase of the same transfer: another place, or a list in the last one."""
    if chunk.slot == BARE and chunk.parted:
        return False
    return chunk.slot not in group.chunks or (chunk.slot == group.last and chunk.parted)


def _places(instance: FrameInstance) -> dict[str, str]:
    """The prepositions that open a party of the frame, with its role; those of places may mean where it happens."""
    table = instance.frame.verb_roles or instance.frame.noun_roles
    parties = {"supplier", "recipient", "intermediary"}
    found = {place.removesuffix(".actor"): role for place, role in table.items() if role in parties}
    return {place: role for place, role in found.items() if place in PLACES}


def _copy(instance: FrameInstance, group: _Group, table: Mapping[str, str]) -> FrameInstance | None:
    """The instance with the items and parties of the group; None where somebody stands there who is unknown."""
    roles = dict(instance.roles)
    for role, party in _parties(group, table):
        if party is None:
            return None
        roles[role] = party
    return replace(instance, items=group.items(), roles=roles)


def _parties(group: _Group, table: Mapping[str, str]) -> Iterator[tuple[str, Party | None]]:
    """Who stands in which role of the group; several in one place together."""
    for slot, chunks in group.chunks.items():
        if slot == ITEM:
            continue
        known = [chunk.party for chunk in chunks if chunk.party is not None]
        actors = tuple(dict.fromkeys(actor for party in known for actor in party.actors))
        yield table[slot], replace(known[0], actors=actors) if known else None
