"""Where word of something first came from. Echoes of one report, and copies of one text, are one origin.

Every claim is followed from its article to whoever it has it from, and on to where nobody is named any more: its
roots. Claims that share a root are not independent of each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile

from armswire.lexicon.outlet_titles import fold_name, outlet_key
from armswire.lexicon.standing import OriginKind, load_standing
from armswire.model.attribution import Naming, Source, SourceClass
from armswire.model.transfer import Origin
from armswire.register.facts import ArticleFacts
from armswire.register.outlets import MEDIA
from armswire.register.sharing import Shared
from armswire.register.tellers import Teller, find_tellers
from armswire.register.witness import Witness


@dataclass(frozen=True, slots=True)
class Root:
    """Where following a claim ends: an actor, a speaker, an outlet, or an article of no known outlet."""

    kind: str
    key: str
    name: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Dependence:
    """What is known of articles apart from their claims.

    `copies` gives the original of each copy, `firsts` the first version of each later one, `shared` the quotations that
    an earlier article has. `articles` are the facts of all articles that are named here, or have claims. `gone` are
    claims that the newest version of their article does not tell any more.
    """

    copies: Mapping[str, str]
    shared: Mapping[str, tuple[Shared, ...]]
    articles: Mapping[str, ArticleFacts]
    firsts: Mapping[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()

    def original(self, document: str) -> str:
        """The first version of the article that this one is a copy or a version of, or itself."""
        first = self.firsts.get(document, document)
        original = self.copies.get(first, first)
        return self.firsts.get(original, original)

    def is_version(self, document: str) -> bool:
        """Whether an article is a later version of its original, not a copy of it."""
        return self.firsts.get(document) == self.original(document)

    def outlet(self, document: str) -> str | None:
        """The outlet of an article, where it is known."""
        facts = self.articles.get(document)
        return None if facts is None else facts.outlet


class Origins:
    """Tells the origins of claims; `members` are those of the transfer that it is about."""

    def __init__(self, dependence: Dependence, members: Iterable[Witness] = ()) -> None:
        self.dependence = dependence
        self._by_document: defaultdict[str, list[Witness]] = defaultdict(list)
        self._by_outlet: defaultdict[str, list[Witness]] = defaultdict(list)
        for member in sorted(members, key=lambda member: member.order):
            self._by_document[member.claim.document].append(member)
            if member.outlet is not None:
                self._by_outlet[outlet_key(member.outlet)].append(member)
        self._found: dict[str, frozenset[Root]] = {}

    def among(self, members: Iterable[Witness]) -> Origins:
        """The same for the claims of one transfer, among which a report and its retelling find each other."""
        return Origins(self.dependence, members)

    def key(self, witness: Witness) -> frozenset[Root]:
        """What claims of one origin share."""
        known = self._found.get(witness.claim.id)
        if known is None:
            known = self._found[witness.claim.id] = self._follow(witness, frozenset({witness.claim.document}))
        return known

    def gather(self, witnesses: Iterable[Witness]) -> tuple[Origin, ...]:
        """The independent origins of some claims, each with all claims that echo it, sorted by name.

        A claim of several roots ("Reuters, Yonhap") is one more origin only where it shares none of them.
        """
        held = sorted(witnesses, key=lambda witness: witness.order)
        names: dict[Root, str] = {}
        for witness in held:
            for root in sorted(self.key(witness), key=_by_key):
                names.setdefault(root, root.name)
        counted: list[frozenset[Root]] = []
        for roots in sorted({self.key(witness) for witness in held}, key=_by_size):
            if not any(roots & other for other in counted):
                counted.append(roots)
        origins = [
            Origin(
                ", ".join(names[root] for root in sorted(roots, key=_by_key)),
                tuple(witness.claim.id for witness in held if self.key(witness) & roots),
            )
            for roots in counted
        ]
        return tuple(sorted(origins, key=lambda origin: (origin.name, origin.claims)))

    # -- from whom an article has it --------------------------------------------------------------------------------

    def tellers(self, witness: Witness) -> tuple[Teller, ...]:
        """Who passes a claim on; of a copy without them those of its original."""
        original = self.dependence.original(witness.claim.document)
        facts = self.dependence.articles.get(original)
        if witness.tellers or original == witness.claim.document or facts is None:
            return witness.tellers
        return find_tellers(witness.claim, facts)

    def report(self, outlet: str, witness: Witness) -> str | None:
        """The article of an outlet that a claim retells: about the same transfer, and not of a later day.

        Rather one that tells the same step, on its own, and shortly before.
        """
        own = None if witness.outlet is None else outlet_key(witness.outlet)
        found = [
            (not _tell_one_step(other, witness), bool(other.tellers), -_ordinal(other), other.order, other)
            for other in self._by_outlet.get(outlet_key(outlet), ())
            if other.claim.document != witness.claim.document
            and (other.published is None or witness.published is None or other.published <= witness.published)
            and own not in {outlet_key(name) for teller in other.tellers for name in teller.outlets}
        ]
        return min(found)[4].claim.document if found else None

    def same(self, document: str, witness: Witness) -> list[Witness]:
        """The claims of an article that tell the same step as a claim that has it from there."""
        return [other for other in self._by_document.get(document, ()) if _tell_one_step(other, witness)]

    def first_quoting(self, witness: Witness) -> list[str]:
        """The articles that quoted before what a claim rests on: its own words, or the unnamed source that it has."""
        evidence = witness.claim.evidence
        chain = witness.claim.attribution
        if chain and (chain[0].source_class in MEDIA or is_on_record(chain[0])):
            return []
        shared = self.dependence.shared.get(witness.claim.document, ())
        resting = [one for one in shared if one.start < evidence.end and evidence.start < one.end]
        return sorted({one.first for one in (resting or (shared if chain else ()))})

    # -- to where nobody is named any more --------------------------------------------------------------------------

    def _follow(self, witness: Witness, visited: frozenset[str]) -> frozenset[Root]:
        speaker, tellers = speaker_of(witness), self.tellers(witness)
        if speaker is not None and is_public(speaker) and speaker.actor is not None:
            # A government is one origin, whichever of its ministers or bodies speaks.
            return frozenset({Root("actor", fold_name(speaker.actor), speaker.actor)})
        if tellers:
            # Of outlets that pass each other's report on, the last one has it from whoever told it.
            roots = {root for name in tellers[-1].outlets for root in self._from_outlet(name, witness, visited)}
            return frozenset(roots | {self._own(witness.claim.document)} if tellers[-1].helped else roots)
        if speaker is not None and is_on_record(speaker):
            name = speaker.actor or speaker.source
            return frozenset({Root("actor" if speaker.actor else "speaker", fold_name(name), name)})
        quoting = self.first_quoting(witness)
        if quoting:
            return frozenset(root for first in quoting for root in self._from_article(first, witness, visited))
        return frozenset({self._own(witness.claim.document)})

    def _from_outlet(self, outlet: str, witness: Witness, visited: frozenset[str]) -> frozenset[Root]:
        report = self.report(outlet, witness)
        same = [] if report is None or report in visited else self.same(report, witness)
        if report is None or not same:
            return frozenset({Root("outlet", outlet_key(outlet), outlet)})
        return self._from_claims(same, visited | {report})

    def _from_article(self, document: str, witness: Witness, visited: frozenset[str]) -> frozenset[Root]:
        same = [] if document in visited else self.same(document, witness)
        return self._from_claims(same, visited | {document}) if same else frozenset({self._own(document)})

    def _from_claims(self, witnesses: Sequence[Witness], visited: frozenset[str]) -> frozenset[Root]:
        return frozenset(root for witness in witnesses for root in self._follow(witness, visited))

    def _own(self, document: str) -> Root:
        """An article's own word: that of its outlet."""
        original = self.dependence.original(document)
        outlet = self.dependence.outlet(original)
        return Root("outlet", outlet_key(outlet), outlet) if outlet else Root("article", original, original)


def speaker_of(witness: Witness) -> Source | None:
    """Whoever told it to the outlets that pass it on, or to the article itself."""
    return next(dropwhile(lambda source: source.source_class in MEDIA, witness.claim.attribution), None)


def is_public(speaker: Source) -> bool:
    """Whether somebody says the same to every outlet."""
    named = speaker.actor is not None and speaker.naming is not Naming.ANONYMOUS
    return named and _origin_kind(speaker) == "public"


def is_on_record(speaker: Source) -> bool:
    """Whether somebody stands for their word by name, or by the office that they hold.

    An anonymous source is known to its outlet alone, so that the outlet is the origin.
    """
    if speaker.source_class in (SourceClass.NAMED_OFFICIAL, SourceClass.GOVERNMENT_BODY):
        return speaker.naming is not Naming.ANONYMOUS
    # "An analyst", "a company executive", "a document" are known to the outlet alone.
    return _origin_kind(speaker) != "outlet" and speaker.naming in (None, Naming.NAMED)


def _origin_kind(speaker: Source) -> OriginKind:
    return load_standing().speakers[speaker.source_class].origin


def _tell_one_step(one: Witness, other: Witness) -> bool:
    return one.claim.stage is other.claim.stage and one.claim.polarity is other.claim.polarity


def _ordinal(witness: Witness) -> int:
    return 0 if witness.published is None else witness.published.toordinal()


def _by_key(root: Root) -> tuple[str, str]:
    return root.kind, root.key


def _by_size(roots: frozenset[Root]) -> tuple[int, list[tuple[str, str]]]:
    return len(roots), sorted(map(_by_key, roots))
