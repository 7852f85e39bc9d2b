"""The graph of one transfer: which article has what from whom, back to those who said it first.

A pure function of the claims of the transfer and of what its articles depend on; reports that were never collected
and the speakers themselves are nodes too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from armswire.lexicon.outlet_titles import fold_name, outlet_key
from armswire.model.attribution import Source
from armswire.model.origin import NodeKind, OriginGraph, OriginLink, OriginNode, Sign
from armswire.register.origins import Origins, is_on_record, is_public, speaker_of
from armswire.register.witness import Witness


@dataclass(frozen=True, slots=True)
class Hop:
    """A claim is had by the node `teller` from the node `source`."""

    teller: OriginNode
    source: OriginNode
    sign: Sign


@dataclass(frozen=True, slots=True)
class Trail:
    """The way of one claim from its article outwards, and the nodes on whose own word it stands where it ends."""

    hops: tuple[Hop, ...]
    own: tuple[OriginNode, ...]


def draw(origins: Origins, members: Sequence[Witness]) -> OriginGraph:
    """The graph of the claims of one transfer; `origins` are those among them."""
    nodes: dict[str, OriginNode] = {}
    links: defaultdict[tuple[str, str, Sign], list[str]] = defaultdict(list)
    own: defaultdict[str, list[str]] = defaultdict(list)
    for member in sorted(members, key=lambda member: member.order):
        trail = follow(origins, member)
        for hop in trail.hops:
            for node in (hop.teller, hop.source):
                nodes.setdefault(node.id, node)
            links[hop.teller.id, hop.source.id, hop.sign].append(member.claim.id)
        for node in trail.own:
            nodes.setdefault(node.id, node)
            own[node.id].append(member.claim.id)
    return OriginGraph(
        nodes=tuple(replace(node, own=tuple(own[name])) for name, node in sorted(nodes.items())),
        links=tuple(OriginLink(*ends, tuple(claims)) for ends, claims in sorted(links.items())),
    )


def follow(origins: Origins, witness: Witness) -> Trail:
    """The way of a claim, up to the first collected article that tells the same: its own way goes on from there."""
    document = witness.claim.document
    here = _article(origins, document)
    hops: list[Hop] = []
    original = origins.dependence.original(document)
    if original != document:
        is_version, is_told = origins.dependence.is_version(document), bool(origins.same(original, witness))
        # What a later version adds is told by nobody before it.
        if is_told or not is_version:
            hops.append(Hop(here, _article(origins, original), Sign.VERSION if is_version else Sign.COPY))
            here = _article(origins, original)
        if is_told:
            return Trail(tuple(hops), ())
    holders, helped = [here], False
    tellers = origins.tellers(witness)
    for teller in tellers:
        sources = [_reported(origins, name, witness) for name in teller.outlets]
        hops.extend(Hop(holder, source, teller.sign) for holder in holders for source in sources)
        holders, helped = sources, helped or teller.helped
    if not tellers:
        quoted = [_article(origins, first) for first in origins.first_quoting(witness)]
        hops.extend(Hop(here, first, Sign.QUOTATION) for first in quoted)
        holders = quoted or holders
    ends = [node for node in holders if not _tells_itself(origins, node, witness)]
    speaker = speaker_of(witness)
    if speaker is None:
        return Trail(tuple(hops), tuple([here, *ends] if helped else ends))
    hops.extend(Hop(node, _speaker(speaker, node), Sign.TOLD) for node in ends)
    return Trail(tuple(hops), ())


def retold(origins: Origins, witness: Witness) -> Iterator[tuple[str, Sign, str]]:
    """What the article of a claim retells with it: article or outlet, the sign, and the outlet's name as written."""
    tellers = origins.tellers(witness)
    if witness.tellers:
        for name in tellers[0].outlets:
            yield origins.report(name, witness) or name, tellers[0].sign, name
    elif not tellers:
        for first in origins.first_quoting(witness):
            yield first, Sign.QUOTATION, ""


def _tells_itself(origins: Origins, node: OriginNode, witness: Witness) -> bool:
    """Whether a node is another article among the claims, which says itself where it has it from."""
    if node.document is None or node.document == witness.claim.document:
        return False
    return bool(origins.same(node.document, witness))


def _article(origins: Origins, document: str) -> OriginNode:
    name = origins.dependence.outlet(document) or document
    return OriginNode(f"article:{document}", NodeKind.ARTICLE, name, document=document)


def _reported(origins: Origins, outlet: str, witness: Witness) -> OriginNode:
    """The collected report of an outlet, else one that was not."""
    report = origins.report(outlet, witness)
    return _article(origins, report) if report else OriginNode(f"report:{outlet_key(outlet)}", NodeKind.REPORT, outlet)


def _speaker(speaker: Source, holder: OriginNode) -> OriginNode:
    """A speaker; one who is not named is known to the node that has it from them, and is nobody else's."""
    words = " ".join(speaker.source.split())
    public = is_public(speaker) or is_on_record(speaker)
    whose = speaker.actor or "" if public else holder.id
    return OriginNode(f"speaker:{whose}:{fold_name(words)}", NodeKind.SPEAKER, words, speaker.actor, public=public)
