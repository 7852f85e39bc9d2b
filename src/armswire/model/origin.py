"""Who has it from whom: the nouns of a graph that leads from articles back to those who said it first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NodeKind(StrEnum):
    """What stands at a node."""

    ARTICLE = "article"
    REPORT = "report"  # of an outlet, known only from those who retell it: it was never collected
    SPEAKER = "speaker"


class Sign(StrEnum):
    """By what is known who has it from whom."""

    COPY = "copy"  # the texts are nearly the same
    CREDIT = "credit"  # a credit line
    CITED = "cited"  # named in the text
    QUOTATION = "quotation"  # the same words of a source that few can have heard
    VERSION = "version"  # an earlier text of the same page
    TOLD = "told"  # a speaker is named


@dataclass(frozen=True, slots=True)
class OriginNode:
    """An article, a report that was never collected, or a speaker.

    `name` is that of the outlet or speaker as written, `actor` for whom a speaker speaks, `public` whether by name or
    office, so that others can have heard it; `document` is the id of an article. `own` are the claims that it tells on
    nobody's word but its own.
    """

    id: str
    kind: NodeKind
    name: str
    actor: str | None = None
    document: str | None = None
    public: bool = False
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginLink:
    """The node `teller` has it from the node `source`; `claims` are those in which it shows."""

    teller: str
    source: str
    sign: Sign
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginGraph:
    """Who has what is told of one transfer from whom, nodes and links sorted."""

    nodes: tuple[OriginNode, ...] = ()
    links: tuple[OriginLink, ...] = ()


NO_GRAPH = OriginGraph()


class Precedence(StrEnum):
    """By what it is known which of two articles came first."""

    DAY = "day"  # it was published on an earlier day, or on a day that is known
    CREDIT = "credit"  # of the same day, and the other says that it is taken from others
    RETRIEVED = "retrieved"  # of the same day, and it was fetched earlier
    UNKNOWN = "unknown"  # nothing tells: its id comes first


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like its original a copy is, and by what it is known which of the two that is.

    `share` of the runs of words of the shorter text stands in the longer one (0 to 1, estimated to within 0.1);
    `length` is that of the copy by that of the original, above 1 where the copy has more.
    """

    share: float
    length: float
    first_by: Precedence


@dataclass(frozen=True, slots=True, order=True)
class Retold:
    """A report that an article retells (an article by id, an outlet by name) and the sign by which it is known."""

    report: str
    sign: Sign
