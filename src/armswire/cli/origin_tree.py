"""Who has it from whom, drawn as a tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text
from rich.tree import Tree

from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.wording.origins import Twig, branch_origins, say_number_of_origins

if TYPE_CHECKING:
    from armswire.register.store import Register


def tree_origins(register: Register, transfer: Transfer) -> Tree:
    """A branch for each independent origin of a transfer: who said it, who reported it first, who has it from them."""
    tree = Tree(Text(f"Who has it from whom: {say_number_of_origins(transfer)}", style="bold"), guide_style="dim")
    documents = {node.document for node in transfer.provenance.nodes if node.document is not None}
    articles = {document: queries.get_article(register, document) for document in documents}
    for branch in branch_origins(transfer, articles, register.names):
        _hang(tree.add(Text(branch.words)), branch.twigs)
    return tree


def _hang(on: Tree, twigs: Iterable[Twig]) -> None:
    for twig in twigs:
        _hang(on.add(Text(twig.words)), twig.twigs)
