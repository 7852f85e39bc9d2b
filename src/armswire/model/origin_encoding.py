"""Who has it from whom, to and from JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from armswire.model.encoding import Json
from armswire.model.origin import Likeness, NodeKind, OriginGraph, OriginLink, OriginNode, Precedence, Retold, Sign


def encode_provenance(graph: OriginGraph) -> Json:
    """{nodes: [{id, kind, name, actor, document, public, own}], links: [{teller, source, sign, claims}]}."""
    return {
        "nodes": [
            {
                "id": node.id,
                "kind": node.kind.value,
                "name": node.name,
                "actor": node.actor,
                "document": node.document,
                "public": node.public,
                "own": list(node.own),
            }
            for node in graph.nodes
        ],
        "links": [
            {"teller": link.teller, "source": link.source, "sign": link.sign.value, "claims": list(link.claims)}
            for link in graph.links
        ],
    }


def decode_provenance(value: Mapping[str, Any]) -> OriginGraph:
    """The inverse of `encode_provenance`."""
    return OriginGraph(
        nodes=tuple(
            OriginNode(
                id=item["id"],
                kind=NodeKind(item["kind"]),
                name=item["name"],
                actor=item["actor"],
                document=item["document"],
                public=item["public"],
                own=tuple(item["own"]),
            )
            for item in value["nodes"]
        ),
        links=tuple(
            OriginLink(item["teller"], item["source"], Sign(item["sign"]), tuple(item["claims"]))
            for item in value["links"]
        ),
    )


def encode_signs(signs: Iterable[Retold]) -> list[Json]:
    """[{report, sign}]."""
    return [{"report": one.report, "sign": one.sign.value} for one in signs]


def decode_signs(value: Iterable[Mapping[str, Any]]) -> tuple[Retold, ...]:
    """The inverse of `encode_signs`."""
    return tuple(Retold(item["report"], Sign(item["sign"])) for item in value)


def encode_likeness(likeness: Likeness | None) -> Json | None:
    """{share, length, first_by}; None for none."""
    if likeness is None:
        return None
    return {"share": likeness.share, "length": likeness.length, "first_by": likeness.first_by.value}


def decode_likeness(value: Mapping[str, Any] | None) -> Likeness | None:
    """The inverse of `encode_likeness`."""
    return None if value is None else Likeness(value["share"], value["length"], Precedence(value["first_by"]))
