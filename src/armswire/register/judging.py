"""Makes judgements about records of a register: looks up what an id means, and keeps what was judged as it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from armswire.errors import SettingError
from armswire.model.claim import Claim
from armswire.model.dispute import Dispute
from armswire.model.encoding import encode_claim
from armswire.model.judgement import WITHOUT_REASON, Force, Judgement, JudgementRecord, Subject, Verdict
from armswire.model.judgement_encoding import with_id
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.anchoring import correct
from armswire.register.force import fold
from armswire.register.judgement_queries import find_judgeable, get_judgement
from armswire.register.listing.claims import ClaimFilter
from armswire.register.rows import ArticleRecord, ClaimRecord
from armswire.register.store import Register

# The slots that can be corrected: whatever a claim says. Where it stands, and in which words, is no matter of opinion.
SLOTS = (
    "stage",
    "polarity",
    "certainty",
    "requester",
    "supplier",
    "recipient",
    "intermediary",
    "items",
    "value",
    "date",
    "conditions",
    "reason",
    "answer",
    "attribution",
)

_ONE_CLAIM = (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT)


@dataclass(frozen=True, slots=True)
class Act:
    """Who judges, on which day, and why. Raises SettingError where nobody is named."""

    by: str
    on: date
    because: str = ""

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise SettingError("a judgement needs a name", place="by", value=self.by, remedy="Say who judges")

    def check_reason(self, verdict: Verdict) -> None:
        """Raises SettingError where this verdict needs a reason and none is given."""
        if verdict not in WITHOUT_REASON and not self.because.strip():
            raise SettingError(f"to {verdict.value} needs a reason", place="because", remedy="Say why")


def judge(
    register: Register,
    verdict: Verdict,
    prefixes: Sequence[str],
    act: Act,
    slots: Mapping[str, Any] | None = None,
    side: str | None = None,
) -> list[Judgement]:
    """The judgements by which somebody does one thing to some records: one each, one for all of a merge or a split.

    `slots` are those of a correction, `side` is that for which a dispute is settled. Raises SettingError.
    """
    if verdict in _ONE_CLAIM:
        return [judge_claim(register, verdict, prefix, act, slots) for prefix in prefixes]
    if verdict is Verdict.MERGE:
        return [merge(register, prefixes, act)]
    if verdict is Verdict.SPLIT:
        return [split(register, prefixes, act)]
    if verdict is Verdict.SETTLE:
        return [settle(register, prefix, act, side) for prefix in prefixes]
    if verdict is Verdict.NOTE:
        return [note(register, prefix, act) for prefix in prefixes]
    return [withdraw(register, prefix, act) for prefix in prefixes]


def judge_claim(
    register: Register, verdict: Verdict, prefix: str, act: Act, slots: Mapping[str, Any] | None = None
) -> Judgement:
    """Accept, correct or reject the claim whose id begins so; `slots` are the corrected ones, as in the contract.

    Raises SettingError where there is no such claim, or it says so already.
    """
    claim = _as_read(queries.get_claim(register, prefix).claim)
    changed = _changed(claim, slots or {}) if verdict is Verdict.CORRECT else {}
    return _make(verdict, Subject.CLAIM, act, claims=((claim,),), slots=changed)


def merge(register: Register, prefixes: Sequence[str], act: Act) -> Judgement:
    """Judge that several transfers are one. Raises SettingError where fewer than two are named."""
    ids = sorted({queries.get_transfer(register, prefix).id for prefix in prefixes})
    if len(ids) < 2:
        raise SettingError("it takes two transfers to merge", value=ids, remedy="Name them all, by their ids")
    groups = [_claims_of(register, transfer) for transfer in ids]
    return _make(Verdict.MERGE, Subject.TRANSFER, act, claims=sorted(groups, key=lambda group: group[0].id))


def split(register: Register, prefixes: Sequence[str], act: Act) -> Judgement:
    """Judge that some claims of a transfer are another one. Raises SettingError where they are all of it, or of two."""
    records = [queries.get_claim(register, prefix) for prefix in prefixes]
    homes = {record.transfer for record in records}
    home = homes.pop() if len(homes) == 1 else None
    if home is None:
        raise SettingError(
            "these claims are not of one transfer", value=list(prefixes), remedy="Name claims of a single transfer"
        )
    leaving = {record.claim.id for record in records}
    claims = _claims_of(register, home)
    halves = (
        tuple(claim for claim in claims if claim.id in leaving),
        tuple(claim for claim in claims if claim.id not in leaving),
    )
    if not halves[1]:
        raise SettingError("these are all claims of the transfer", value=home, remedy="Leave one or more in it")
    return _make(Verdict.SPLIT, Subject.TRANSFER, act, claims=halves)


def settle(register: Register, prefix: str, act: Act, side: str | None = None) -> Judgement:
    """Answer the question of a dispute, or say which of two contrary judgements holds, by its id.

    A dispute is settled for one `side` of it (its words or its number), or for none of them. Raises SettingError.
    """
    record = find_judgeable(register, prefix)
    if isinstance(record, Dispute):
        return _settle_dispute(register, record, act, side)
    if not isinstance(record, JudgementRecord):
        raise SettingError(
            "neither a dispute nor a judgement", value=prefix, remedy="See 'armswire list disputes' for those there are"
        )
    if side is not None:
        raise SettingError(
            "a judgement has no sides", value=side, remedy="Name the judgement that holds, and no --side"
        )
    if record.force is not Force.CONTRARY:
        raise SettingError(
            f"nobody judges contrary to it: it is {record.force.value}",
            value=prefix,
            remedy="See 'armswire list judgements --state contrary'",
        )
    if fold(record.judgement.by) == fold(act.by):
        raise SettingError("who judged cannot settle it", value=act.by, remedy="Ask a third person, or withdraw it")
    return _make(Verdict.SETTLE, Subject.JUDGEMENT, act, target=record.judgement.id)


def note(register: Register, prefix: str, act: Act) -> Judgement:
    """A note on any record. Raises SettingError where no record has this id, or several."""
    record = find_judgeable(register, prefix)
    if isinstance(record, JudgementRecord):
        return _make(Verdict.NOTE, Subject.JUDGEMENT, act, target=record.judgement.id)
    if isinstance(record, ArticleRecord):
        return _make(Verdict.NOTE, Subject.ARTICLE, act, target=record.article.id)
    if isinstance(record, ClaimRecord):
        return _make(Verdict.NOTE, Subject.CLAIM, act, claims=((_as_read(record.claim),),))
    if isinstance(record, Transfer):
        return _make(Verdict.NOTE, Subject.TRANSFER, act, claims=(_claims_of(register, record.id),))
    return with_id(_about_dispute(register, record, Verdict.NOTE, act))


def withdraw(register: Register, prefix: str, act: Act) -> Judgement:
    """Take back one's own judgement. Raises SettingError where it is somebody else's, or withdrawn already."""
    record = get_judgement(register, prefix)
    if fold(record.judgement.by) != fold(act.by):
        raise SettingError(
            f"it is the judgement of {record.judgement.by}, who alone can withdraw it",
            value=act.by,
            remedy="Judge otherwise, and let a third person settle it",
        )
    if record.force is Force.WITHDRAWN:
        raise SettingError("it is withdrawn already", value=prefix, remedy="Withdraw the withdrawal to let it hold")
    return _make(Verdict.WITHDRAW, Subject.JUDGEMENT, act, target=record.judgement.id)


def _settle_dispute(register: Register, dispute: Dispute, act: Act, side: str | None) -> Judgement:
    judgement = _about_dispute(register, dispute, Verdict.SETTLE, act)
    if side is None:
        return with_id(judgement)
    says = [one.says.casefold() for one in dispute.sides]
    numbers = [str(i) for i in range(1, len(says) + 1)]
    for named in (says, numbers):
        if side.casefold() in named:
            return with_id(replace(judgement, side=named.index(side.casefold())))
    known = ", ".join(f"{number} ({one.says})" for number, one in zip(numbers, dispute.sides, strict=True))
    raise SettingError("the dispute has no such side", value=side, remedy=f"Give one of: {known}")


def _about_dispute(register: Register, dispute: Dispute, verdict: Verdict, act: Act) -> Judgement:
    claims = {claim.id: claim for claim in _claims_of(register, dispute.transfer)}
    sides = tuple(tuple(claims[name] for name in side.claims) for side in dispute.sides)
    bare = _make(verdict, Subject.DISPUTE, act, claims=sides)
    return replace(bare, dispute_type=dispute.type, question=dispute.question)


def _make(
    verdict: Verdict,
    subject: Subject,
    act: Act,
    *,
    claims: Iterable[tuple[Claim, ...]] = (),
    slots: Mapping[str, Any] | None = None,
    target: str | None = None,
) -> Judgement:
    act.check_reason(verdict)
    return with_id(
        Judgement("", verdict, subject, act.by.strip(), act.on, act.because.strip(), tuple(claims), slots or {},
                  target=target)
    )  # fmt: skip


def _changed(claim: Claim, slots: Mapping[str, Any]) -> dict[str, Any]:
    """The slots that get another value, written as in the contract. Raises SettingError."""
    if unknown := slots.keys() - set(SLOTS):
        raise SettingError(
            "this slot cannot be corrected", value=sorted(unknown)[0], remedy=f"Use one of: {', '.join(SLOTS)}"
        )
    try:
        corrected = encode_claim(correct(claim, slots))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SettingError(
            f"these are no values of a claim ({error})", value=dict(slots), remedy="Write them as export claims does"
        ) from error
    before = encode_claim(claim)
    changed = {slot: corrected[slot] for slot in slots if corrected[slot] != before[slot]}
    if not changed:
        raise SettingError("the claim says so already", value=dict(slots), remedy="Accept it, or correct another slot")
    return changed


def _claims_of(register: Register, transfer: str) -> tuple[Claim, ...]:
    return tuple(record.claim for record in queries.list_claims(register, ClaimFilter(transfer=transfer)))


def _as_read(claim: Claim) -> Claim:
    """The claim without its derivation, which is the reader's and not what was judged."""
    return replace(claim, trace=())
