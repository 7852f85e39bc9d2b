"""Candidates into claims and rejections: every slot filled, and a step of the trace for each that words told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from armswire.claims.attribution.chain import Attribution
from armswire.claims.attribution.marked import SPEECH
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.meaning import Meaning, Party
from armswire.claims.operators.stacking import Stack, Stacking
from armswire.claims.parties.participants import Participants
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.claims.slots.belonging import Place
from armswire.claims.slots.dates import claim_date
from armswire.claims.slots.hedges import Hedges, hedged
from armswire.claims.slots.items import claim_items, item_steps
from armswire.claims.slots.value import claim_value, value_step
from armswire.claims.tracing import party_steps
from armswire.model.annotation import ActorKind
from armswire.model.claim import Answer, Claim, Item, Stage, Step
from armswire.model.identity import claim_id
from armswire.model.rejection import Rejection

# Operators of which a person who does them is the source: "the secretary-general urged ...".
OWN_WORD_KINDS = frozenset({"request", "want", "pledge", "announce", "refuse"})
ROLES = ("requester", "supplier", "recipient", "intermediary")


class Writing:
    """Writes the claims of one document."""

    def __init__(self, scene: Scene, stacking: Stacking, attribution: Attribution, participants: Participants) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.stacking = stacking
        self.attribution = attribution
        self.participants = participants
        spoken = (t.index for t in self.grammar.tokens if self._kinds(t.index) & SPEECH)
        self.hedges = Hedges(scene, frozenset(i for i in spoken if self.grammar.is_verb(i)))

    def _kinds(self, i: int) -> set[str]:
        return {op.kind for op in self.stacking.operators.at(self.grammar, i)}

    def claims(self, candidate: Candidate, places: Collection[int] = ()) -> list[Claim]:
        """The candidate as a claim on the word of each who says so, ids still empty; `places` as for `claim`."""
        claim, speakers = self.claim(candidate, places)
        if not speakers:
            return [_without_answer(claim) if claim.answer is Answer.RESTATES_POLICY else claim]
        out = [claim]
        for other in self.attribution.voices.beside(speakers[-1]):
            chain = (*speakers[:-1], other)
            steps = tuple(step for step in claim.trace if step.slot != "attribution")
            trace = (*steps, *self.attribution.steps(_said_at(candidate.meaning), chain))
            out.append(replace(claim, attribution=tuple(s.source for s in chain), trace=trace))
        return out

    def claim(self, candidate: Candidate, places: Collection[int] = ()) -> tuple[Claim, tuple[Speaker, ...]]:
        """The candidate as a claim, its id still empty, and who speaks; `places` are the words of all claims."""
        m = candidate.meaning
        said_at = _said_at(m)
        holder = candidate.holder if candidate.holder is not None else self._person_who_asks(candidate.stack)
        speakers = self.attribution.chain(said_at, holder, m.stance)
        place = self._place(candidate, said_at, places)
        ahead = m.stage is Stage.PLEDGE and self.grammar.is_to_come(m.anchor)
        distances = self.hedges.of(m, candidate.stack, speakers)
        value = claim_value(self.scene, replace(place, anchor=m.anchor, spoken=()))
        dated = claim_date(self.scene, place, future=ahead)
        if dated is None and m.replied_to is not None:
            # "On 8 April he asked ... However, she told him": in one conversation, on one day.
            dated = claim_date(self.scene, Place(m.replied_to, {m.replied_to, m.anchor}), future=False)
        claim = Claim(
            id="",
            document=self.scene.annotated.document.article.id,
            stage=m.stage,
            polarity=m.polarity,
            certainty=hedged(m.certainty, distances),
            evidence=self.scene.evidence(said_at),
            requester=_actors(m.requester) if m.stage is Stage.REQUEST else (),
            supplier=_actors(m.supplier),
            recipient=_actors(m.recipient),
            intermediary=_actors(m.intermediary),
            items=claim_items(self.scene, m.items) or self._items_in_the_verb(candidate),
            value=None if value is None else value.money,
            date=None if dated is None else dated.date,
            answer=m.answer,
            attribution=tuple(s.source for s in speakers),
            hedges=tuple(dict.fromkeys(d.hedge for d in distances)),
            trace=(
                *m.trace,
                *self._role_steps(m),
                *item_steps(self.scene, m.items),
                *([] if value is None else [value_step(self.scene, value)]),
                *([] if dated is None else [dated.step(self.scene)]),
                *self.attribution.steps(said_at, speakers),
                # "may": that it makes it only possible was told with its verb.
                *(step for step in self.hedges.steps(distances) if not _is_told(m, step)),
            ),
        )
        return claim, speakers

    def _items_in_the_verb(self, candidate: Candidate) -> tuple[Item, ...]:
        """ "arming the rebels": the verb itself says that it is arms."""
        if not candidate.instance.frame.implicit_item:
            return ()
        return (Item(self.grammar.tokens[candidate.meaning.anchor].text, "ARMS", None, None, None),)

    def _place(self, candidate: Candidate, said_at: int, places: Collection[int]) -> Place:
        """Where a claim stands; what was only said, denied or alleged on a day has another date."""
        m, operators = candidate.meaning, candidate.stack.operators
        # "repeated on Sunday his plea": to say a noun of doing is to do it.
        done = (s for s in operators if s.operator.kind not in SPEECH or not self.grammar.is_verb(s.child))
        own = {said_at, m.anchor, *(s.token for s in done)}
        spoken = {
            t.index for t in self.scene.sentence_tokens(said_at) if t.index not in own and self._kinds(t.index) & SPEECH
        }
        others = {*places} - own - {s.token for s in operators}
        return Place(said_at, {*own, m.top} - spoken, spoken, others)

    def places(self, candidates: Sequence[Candidate]) -> frozenset[int]:
        """The words that tell of the transfers of `candidates`: those of transfer, and what stands over them."""
        operators = (s.token for c in candidates for s in c.stack.operators if s.operator.kind not in SPEECH)
        # "first jets due in 2027"
        tops = (
            c.meaning.top for c in candidates if self.scene.grammar.word(c.meaning.top) in self.scene.language.due_words
        )
        return frozenset((*(c.meaning.anchor for c in candidates), *tops, *operators))

    def rejection(self, candidate: Candidate, why: str) -> Rejection:
        """The candidate as dropped, with the sentence in which it stands."""
        anchor = candidate.meaning.anchor
        evidence = self.scene.evidence(anchor)
        return Rejection(
            self.scene.annotated.document.article.id,
            "claims",
            f"frame:{candidate.instance.frame.id}",
            f"“{self.grammar.tokens[anchor].text}”: {why}",
            evidence.start,
            evidence.end,
            evidence.text,
        )

    def _person_who_asks(self, stack: Stack) -> int | None:
        """A person who asks, promises or refuses gives the word for it: "the secretary-general urged ..."."""
        own = next((s for s in reversed(stack.operators) if s.operator.kind in OWN_WORD_KINDS), None)
        agent = self.stacking.agent(own.token) if own is not None else None
        for one in () if agent is None else (agent, *self.grammar.kids(agent, "appos")):
            resolved, mention = self.participants.resolve(one), self.scene.actor_at.get(one)
            # Who left office is no party for the state, but gives his own word still.
            former = mention is not None and mention.kind is ActorKind.PERSON and mention.actors
            if former or (resolved is not None and resolved.kind is ActorKind.PERSON):
                return one
        return None

    def _role_steps(self, m: Meaning) -> Iterator[Step]:
        for role in ROLES:
            party: Party | None = getattr(m, role)
            if party is not None and (role != "requester" or m.stage is Stage.REQUEST):
                yield from party_steps(self.scene, role, party)


def _is_told(m: Meaning, step: Step) -> bool:
    """True where the same word tells the same slot of the meaning already."""
    return any((other.slot, other.start) == (step.slot, step.start) for other in m.trace)


def _without_answer(claim: Claim) -> Claim:
    return replace(claim, answer=None, trace=tuple(step for step in claim.trace if step.slot != "answer"))


def _said_at(meaning: Meaning) -> int:
    """The word that says it, where that is not the word of transfer itself."""
    return meaning.anchor if meaning.said_at is None else meaning.said_at


def _actors(party: Party | None) -> tuple[str, ...]:
    return () if party is None else tuple(dict.fromkeys(party.actors))


def identified(claim: Claim) -> Claim:
    """The claim with its id, derived from what it says and where it says it."""
    return replace(claim, id=claim_id(claim))
