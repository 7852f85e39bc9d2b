"""Where word of something first came from. Echoes of one report, and copies of one text, are one origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import dropwhile

from armswire.model.attribution import SourceClass
from armswire.model.transfer import Origin
from armswire.register.outlets import MEDIA, fold_name, outlet_name
from armswire.register.witness import Witness

# Speakers who stand for their word in public: whoever reports it, it is one origin. An anonymous source is known to
# its outlet alone, so the outlet is the origin.
_ON_RECORD = frozenset(
    {
        SourceClass.NAMED_OFFICIAL,
        SourceClass.GOVERNMENT_BODY,
        SourceClass.ORGANISATION,
        SourceClass.EXPERT,
        SourceClass.DOCUMENT,
    }
)
# Those of them who say the same to every outlet: an expert or a paper may be known to one alone.
_IN_PUBLIC = frozenset({SourceClass.NAMED_OFFICIAL, SourceClass.GOVERNMENT_BODY, SourceClass.ORGANISATION})


class Origins:
    """Tells the origin of a claim. `copies` gives the original of each copy, `outlets` the outlet of each article."""

    def __init__(self, copies: Mapping[str, str], outlets: Mapping[str, str | None]) -> None:
        self._copies = copies
        self._outlets = outlets

    def key(self, witness: Witness) -> str:
        """What claims of one origin share."""
        kind, name = self._find(witness)
        return f"{kind}:{fold_name(name)}"

    def gather(self, witnesses: Iterable[Witness]) -> tuple[Origin, ...]:
        """The independent origins of some claims, each with all claims that echo it, sorted by name."""
        held: defaultdict[str, list[Witness]] = defaultdict(list)
        for witness in sorted(witnesses, key=lambda witness: witness.order):
            held[self.key(witness)].append(witness)
        origins = [
            Origin(self._find(members[0])[1], tuple(member.claim.id for member in members)) for members in held.values()
        ]
        return tuple(sorted(origins, key=lambda origin: (origin.name, origin.claims)))

    def _find(self, witness: Witness) -> tuple[str, str]:
        chain = witness.claim.attribution
        if chain and chain[0].source_class in MEDIA:
            told = tuple(dropwhile(lambda source: source.source_class in MEDIA, chain))
            if told and told[0].source_class in _IN_PUBLIC and told[0].actor is not None:
                return "actor", told[0].actor
            # Of outlets that pass each other's report on, the last one has it from whoever told it.
            return "outlet", outlet_name(chain[len(chain) - len(told) - 1].source)
        if chain and chain[0].source_class in _ON_RECORD:
            # A government is one origin, whichever of its ministers or bodies speaks.
            return ("actor", chain[0].actor) if chain[0].actor is not None else ("speaker", chain[0].source)
        original = self._copies.get(witness.claim.document, witness.claim.document)
        outlet = self._outlets.get(original)
        return ("outlet", outlet) if outlet else ("article", original)
