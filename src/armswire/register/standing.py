"""How well the furthest stage of a transfer is known: the rules of `lexicon/data/standing.yaml`, asked in its order.

Here stands what each rule looks at; which rules there are, what they give and in which words is data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from armswire.lexicon.evidence import EvidenceRules
from armswire.lexicon.standing import RuleName
from armswire.model.claim import Stage
from armswire.model.dispute import Dispute, DisputeState, DisputeType
from armswire.model.standing import Standing
from armswire.register.denials import (
    find_contradiction,
    find_parties,
    is_acknowledged,
    is_denial,
    is_denied_by,
    speaker,
    still_denying,
)
from armswire.register.disputing.denied import NO
from armswire.register.judged import Judged
from armswire.register.origins import Origins
from armswire.register.phrasing import list_actors
from armswire.register.witness import Witness

# The rule by which a party's denial makes a transfer disputed; brackets look at it.
DENIED_BY_PARTY: RuleName = "denied_by_party"


@dataclass(frozen=True, slots=True)
class Case:
    """What is judged: the claims of a transfer, the furthest stage that they affirm, its disputes."""

    members: Sequence[Witness]
    furthest: Stage | None
    disputes: Sequence[Dispute]
    origins: Origins
    rules: EvidenceRules
    judged: Judged
    parties: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parties", find_parties(self.members, self.rules, self.furthest))

    @property
    def told(self) -> list[Witness]:
        """The claims that affirm the furthest stage."""
        return [member for member in self.members if member.affirmed and member.claim.stage is self.furthest]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A standing, the rule that gave it, why in words, and the claims it was judged on."""

    standing: Standing
    rule: RuleName
    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a rule found where it holds: claims, and what its words name."""

    claims: tuple[str, ...]
    who: str = ""
    origins: str = ""
    judged: str = ""


def judge(case: Case) -> Judgement:
    """How well the furthest stage is known: what the first rule that holds says."""
    for rule in case.rules.standing.rules:
        found = _RULES[rule.rule](case)
        if found is not None:
            words = rule.words.format(who=found.who, origins=found.origins, judged=found.judged)
            return Judgement(rule.standing, rule.rule, words, found.claims)
    raise AssertionError("the last rule always holds; the loader of the rules sees to it")


def _only_denied(case: Case) -> _Found | None:
    denying = [member for member in case.members if is_denial(member)]
    return _Found(_ids(denying)) if case.furthest is None and denying else None


def _only_spoken_of(case: Case) -> _Found | None:
    return _Found(_ids(case.members)) if case.furthest is None else None


def _judged_untrue(case: Case) -> _Found | None:
    for dispute in _settled(case):
        side = case.judged.side_of(dispute)
        if side is not None and dispute.sides[side].says == NO:
            return _Found(tuple(sorted(dispute.sides[side].claims)), judged=dispute.state_reason)
    return None


def _denied_by_party(case: Case) -> _Found | None:
    """A denial on which a person has judged makes nothing disputed."""
    contradiction = None if _settled(case) else find_contradiction(case.members, case.rules)
    if contradiction is None:
        return None
    standing = still_denying(contradiction, case.members, case.rules)
    denying = [no for no in standing if is_denied_by(no, case.parties, case.rules)]
    return _Found(_ids([*contradiction.affirming, *denying]), who=_speakers(denying)) if denying else None


def _other_end_user(case: Case) -> _Found | None:
    for dispute in case.disputes:
        if dispute.type is DisputeType.END_USER and dispute.state is DisputeState.OPEN:
            claims = {claim for side in dispute.sides for claim in side.claims}
            told = [one for one in case.members if one.claim.id in claims and speaker(one) in case.parties]
            if told:
                return _Found(tuple(sorted(claims)), who=_speakers(told))
    return None


def _edited_away(case: Case) -> _Found | None:
    gone = case.origins.dependence.gone
    return _Found(_ids(case.told)) if all(member.claim.id in gone for member in case.members) else None


def _acknowledged(case: Case) -> _Found | None:
    found = [member for member in case.told if is_acknowledged(member, case.parties, case.rules)]
    return _Found(_ids(found), who=_speakers(found)) if found else None


def _independent_origins(case: Case) -> _Found | None:
    found = _told(case)
    return found if len(case.origins.gather(case.told)) >= case.rules.standing.independent_origins.value else None


def _told(case: Case) -> _Found:
    number = len(case.origins.gather(case.told))
    return _Found(_ids(case.told), origins="one origin" if number == 1 else f"{number} independent origins")


def _settled(case: Case) -> list[Dispute]:
    """The denials on which a person has judged; where nobody denies, there is nothing to judge untrue."""
    denied = [dispute for dispute in case.disputes if any(side.says == NO for side in dispute.sides)]
    return [dispute for dispute in denied if dispute.type is DisputeType.DENIAL and dispute.judgements]


def _speakers(members: Iterable[Witness]) -> str:
    return list_actors(speaker(member) or "" for member in members)


def _ids(members: Iterable[Witness]) -> tuple[str, ...]:
    return tuple(sorted({member.claim.id for member in members}))


_RULES: Mapping[RuleName, Callable[[Case], _Found | None]] = {
    "only_denied": _only_denied,
    "only_spoken_of": _only_spoken_of,
    "judged_untrue": _judged_untrue,
    DENIED_BY_PARTY: _denied_by_party,
    "other_end_user": _other_end_user,
    "edited_away": _edited_away,
    "acknowledged": _acknowledged,
    "independent_origins": _independent_origins,
    "told": _told,
}
