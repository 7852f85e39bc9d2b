"""Who has it from whom, as a tree in words: from those who said it first out to those who repeat it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from armswire.model.origin import NodeKind, OriginGraph, OriginNode, Sign
from armswire.model.transfer import Origin, Transfer
from armswire.register.phrasing import actor_name
from armswire.register.rows import ArticleRecord
from armswire.wording.retellings import SIGNS

# Speakers that are named at an origin; the others are counted.
MOST_SPEAKERS = 4

# Nodes that have it from the same as each other in the same way, and by which sign: None for who has it first.
_Group = tuple[tuple[OriginNode, ...], Sign | None]


@dataclass(frozen=True, slots=True)
class Twig:
    """Who has it from what it hangs on, in words; `document` is the id of an article, None for reports not collected.

    `claims` are those of the origin that it tells.
    """

    words: str
    document: str | None
    claims: tuple[str, ...]
    twigs: tuple[Twig, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginBranch:
    """An independent origin: who said it, who reported it first, who has it from them."""

    words: str
    twigs: tuple[Twig, ...]
    claims: tuple[str, ...]


def say_number_of_origins(transfer: Transfer) -> str:
    """1 independent origin."""
    number = len(transfer.origins)
    return f"{number} independent {'origin' if number == 1 else 'origins'}"


def branch_origins(
    transfer: Transfer, articles: Mapping[str, ArticleRecord], names: Mapping[str, str]
) -> tuple[OriginBranch, ...]:
    """A branch for each independent origin. `articles` are those of the provenance, `names` are those of actors."""
    return tuple(_Branch(transfer.provenance, origin, articles, names).grow() for origin in transfer.origins)


def say_article(record: ArticleRecord) -> str:
    """Outlet, day and id of an article."""
    article = record.article
    told = ", ".join(str(part) for part in (article.outlet, article.published) if part)
    return f"{told} [{article.id}]" if told else f"[{article.id}]"


class _Branch:
    """The part of the graph that leads to one origin."""

    def __init__(
        self, graph: OriginGraph, origin: Origin, articles: Mapping[str, ArticleRecord], names: Mapping[str, str]
    ) -> None:
        self.articles = articles
        self.names = names
        self.origin = origin
        claims = frozenset(origin.claims)
        self.nodes = {node.id: node for node in graph.nodes}
        self.own = [node for node in graph.nodes if claims & set(node.own)]
        links = [link for link in graph.links if claims & set(link.claims)]
        self.told = [link for link in links if link.sign is Sign.TOLD]
        self.echoes: defaultdict[str, dict[str, Sign]] = defaultdict(dict)
        self.claims: defaultdict[str, set[str]] = defaultdict(set)
        for link in links:
            self.claims[link.teller] |= claims & set(link.claims)
            if link.sign is not Sign.TOLD:
                self.echoes[link.source].setdefault(link.teller, link.sign)
        for node in self.own:
            self.claims[node.id] |= claims & set(node.own)
        self.grown: set[str] = set()

    def grow(self) -> OriginBranch:
        """The branch."""
        first = dict.fromkeys([*(link.teller for link in self.told), *(node.id for node in self.own)], None)
        twigs = tuple(self._twig(*group) for group in self._grouped(first))
        return OriginBranch(self._say_origin(), twigs, self.origin.claims)

    def _twig(self, nodes: Sequence[OriginNode], sign: Sign | None) -> Twig:
        words = self._say(nodes) if sign is None else f"{self._say(nodes)}: {SIGNS[sign]}"
        name, document = nodes[0].id, nodes[0].document
        claims = tuple(sorted({claim for node in nodes for claim in self.claims[node.id]}))
        if name in self.grown and self.echoes[name]:
            # It has it from several: what hangs on it stands at its first place.
            return Twig(f"{words}, see above", document, claims)
        self.grown.add(name)
        return Twig(words, document, claims, tuple(self._twig(*group) for group in self._grouped(self.echoes[name])))

    def _grouped(self, signs: dict[str, Sign] | dict[str, None]) -> list[_Group]:
        """The nodes by day; of reports that nobody collected those that the same articles retell are one line."""
        groups: defaultdict[object, list[OriginNode]] = defaultdict(list)
        for name in sorted(signs, key=lambda name: (self._day(self.nodes[name]), name)):
            node = self.nodes[name]
            alike = (signs[name], *sorted(self.echoes[name].items())) if node.kind is NodeKind.REPORT else name
            groups[alike].append(node)
        return [(tuple(nodes), signs[nodes[0].id]) for nodes in groups.values()]

    def _say_origin(self) -> str:
        speakers = [self.nodes[name] for name in dict.fromkeys(link.source for link in self.told)]
        public = [node for node in speakers if node.public and self.origin.name in (node.actor, node.name)]
        if public:
            who = actor_name(self.origin.name, self.names)
            others = _list(node.name for node in public if node.name != who)
            return f"{who} itself{f' ({others})' if others else ''}: one origin, whoever reports it"
        unnamed = _list(node.name for node in speakers if not node.public)
        ways = [*(["in the report's own words"] if self.own else []), *([f"from {unnamed}"] if unnamed else [])]
        return f"{self.origin.name}: {', and '.join(ways)}" if ways else self.origin.name

    def _say(self, nodes: Sequence[OriginNode]) -> str:
        if nodes[0].document is not None:
            return say_article(self.articles[nodes[0].document])
        reports = "report is" if len(nodes) == 1 else "reports are"
        return f"{', '.join(node.name for node in nodes)} ({reports} not in the register)"

    def _day(self, node: OriginNode) -> str:
        """Reports that nobody collected come first: whoever retells them came later."""
        if node.document is None:
            return ""
        published = self.articles[node.document].article.published
        return "" if published is None else published.isoformat()


def _list(names: Iterable[str]) -> str:
    """The first few names, and how many more there are."""
    known = [*dict.fromkeys(names)]
    more = len(known) - MOST_SPEAKERS
    listed = ", ".join(islice(known, MOST_SPEAKERS))
    return f"{listed} and {more} more" if more > 0 else listed
