"""Who has it from whom, as a tree: from those who said it first out to those who repeat it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rich.text import Text
from rich.tree import Tree

from armswire.model.origin import NodeKind, OriginGraph, OriginNode, Retold, Sign
from armswire.model.transfer import Origin, Transfer
from armswire.register import queries
from armswire.register.phrasing import actor_name
from armswire.wording.retellings import SIGNS

if TYPE_CHECKING:
    from armswire.register.rows import ArticleRecord
    from armswire.register.store import Register

# Speakers that are named at an origin; the others are counted.
MOST_SPEAKERS = 4

# Nodes that have it from the same as each other in the same way, and by which sign: None for who has it first.
_Group = tuple[tuple[OriginNode, ...], Sign | None]


def tree_origins(register: Register, transfer: Transfer) -> Tree:
    """A branch for each independent origin of a transfer: who said it, who reported it first, who has it from them."""
    number = len(transfer.origins)
    heading = f"Who has it from whom: {number} independent {'origin' if number == 1 else 'origins'}"
    tree = Tree(Text(heading, style="bold"), guide_style="dim")
    for origin in transfer.origins:
        _Branch(register, transfer.provenance, origin).grow(tree)
    return tree


def say_article(record: ArticleRecord) -> str:
    """Outlet, day and id of an article."""
    article = record.article
    told = ", ".join(str(part) for part in (article.outlet, article.published) if part)
    return f"{told} [{article.id}]" if told else f"[{article.id}]"


def say_retold(register: Register, retold: Retold) -> str:
    """A report that an article depends on, and by which sign that is known."""
    if queries.has_article(register, retold.report):
        return f"{say_article(queries.get_article(register, retold.report))}: {SIGNS[retold.sign]}"
    return f"{retold.report}, whose report is not in the register: {SIGNS[retold.sign]}"


class _Branch:
    """The part of the graph that leads to one origin."""

    def __init__(self, register: Register, graph: OriginGraph, origin: Origin) -> None:
        self.register = register
        self.origin = origin
        claims = frozenset(origin.claims)
        self.nodes = {node.id: node for node in graph.nodes}
        self.own = [node for node in graph.nodes if claims & set(node.own)]
        links = [link for link in graph.links if claims & set(link.claims)]
        self.told = [link for link in links if link.sign is Sign.TOLD]
        self.echoes: defaultdict[str, dict[str, Sign]] = defaultdict(dict)
        for link in links:
            if link.sign is not Sign.TOLD:
                self.echoes[link.source].setdefault(link.teller, link.sign)
        self.grown: set[str] = set()

    def grow(self, tree: Tree) -> None:
        """Add the branch to a tree."""
        first = dict.fromkeys([*(link.teller for link in self.told), *(node.id for node in self.own)], None)
        branch = tree.add(Text(self._say_origin()))
        for group in self._grouped(first):
            self._add(branch, *group)

    def _add(self, branch: Tree, nodes: Sequence[OriginNode], sign: Sign | None) -> None:
        words = self._say(nodes) if sign is None else f"{self._say(nodes)}: {SIGNS[sign]}"
        name = nodes[0].id
        if name in self.grown and self.echoes[name]:
            # It has it from several: what hangs on it stands at its first place.
            branch.add(Text(f"{words}, see above"))
            return
        self.grown.add(name)
        grown = branch.add(Text(words))
        for group in self._grouped(self.echoes[name]):
            self._add(grown, *group)

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
            who = actor_name(self.origin.name, self.register.names)
            others = _list(node.name for node in public if node.name != who)
            return f"{who} itself{f' ({others})' if others else ''}: one origin, whoever reports it"
        unnamed = _list(node.name for node in speakers if not node.public)
        ways = [*(["in the report's own words"] if self.own else []), *([f"from {unnamed}"] if unnamed else [])]
        return f"{self.origin.name}: {', and '.join(ways)}" if ways else self.origin.name

    def _say(self, nodes: Sequence[OriginNode]) -> str:
        if nodes[0].document is not None:
            return say_article(queries.get_article(self.register, nodes[0].document))
        reports = "report is" if len(nodes) == 1 else "reports are"
        return f"{', '.join(node.name for node in nodes)} ({reports} not in the register)"

    def _day(self, node: OriginNode) -> str:
        """Reports that nobody collected come first: whoever retells them came later."""
        if node.document is None:
            return ""
        published = queries.get_article(self.register, node.document).article.published
        return "" if published is None else published.isoformat()


def _list(names: Iterable[str]) -> str:
    """The first few names, and how many more there are."""
    known = [*dict.fromkeys(names)]
    more = len(known) - MOST_SPEAKERS
    listed = ", ".join(islice(known, MOST_SPEAKERS))
    return f"{listed} and {more} more" if more > 0 else listed
