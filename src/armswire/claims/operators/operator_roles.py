"""An operator at work: who does it, who is addressed, against whom, and how its own word presents it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from armswire.claims.algebra.applied import Applied
from armswire.claims.cues import CueBook
from armswire.claims.meaning import Party
from armswire.claims.parse.grammar import Mood
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame, Operator
from armswire.model.annotation import ActorKind

# Operators that are said of a request or a plan in the place where it is decided.
SEATED_KINDS = frozenset({"consider", "approve", "refuse"})


@dataclass(frozen=True, slots=True)
class Stacked:
    """An operator over a frame: the token where it stands, and the child through which it governs."""

    operator: Operator
    token: int
    child: int


class OperatorRoles:
    """Reads the operators of one document with their roles."""

    def __init__(
        self,
        scene: Scene,
        operators: CueBook[Operator],
        frames: CueBook[Frame],
        arguments: Arguments,
        participants: Participants,
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.prepositions
        self.operators = operators
        self.frames = frames
        self.arguments = arguments
        self.participants = participants

    def applied(self, stacked: Stacked) -> Applied:
        """The operator with its agent, addressee, mood and negation."""
        i = stacked.token
        is_verb = self.grammar.is_verb(i)
        agent = self.agent(i)
        lacking = stacked.operator.kind == "approve" and self.grammar.governed_by_negation(i)
        return Applied(
            agent=self.party(agent),
            addressee=self.party(self._addressee(stacked, agent)),
            mood=self._mood(i),
            negated=lacking or self.grammar.is_negated(i) or self._negated_by_light_verb(i),
            perfect=is_verb and (self.grammar.is_perfect(i) or self.grammar.is_unfulfilled(i)),
            is_noun=not is_verb and self.tokens[i].pos not in {"ADJ", "ADV"},
            cue=stacked.operator.id,
            token=i,
            target=self.party(self._target(stacked)),
            neither=self._is_one_of_neither(i),
            lacking=lacking,
            unfulfilled=is_verb and self.grammar.is_unfulfilled(i),
            partly=self._answers_a_part(stacked),
            withheld=is_verb and self.is_withheld(i),
            evasive=stacked.operator.evasive or (is_verb and self._leaves_both_open(i)),
        )

    def _leaves_both_open(self, i: int) -> bool:
        """ "refused to confirm or deny", "neither confirmed nor denied": one verb under another, or one of two."""
        first = self.grammar.first_conjunct(i)
        verbs = {v for at in (i, first, *self.grammar.kids(i, "xcomp")) for v in self.grammar.conjuncts(at)}
        return {"confirm", "deny"} <= {op.kind for v in verbs for op in self.operators.at(self.grammar, v)}

    def _answers_a_part(self, stacked: Stacked) -> bool:
        """ "partly confirmed it", "confirmed some of the shipments", "denied parts of the report"."""
        i, words = stacked.token, self.scene.language.answers
        if any(self.grammar.word(c) in words.part_adverbs for c in self.grammar.kids(i, "advmod")):
            return True
        parts = (o for o in self.grammar.kids(i, "dobj", "nsubjpass") if self.tokens[o].lemma in words.part_nouns)
        return any(self.grammar.kids(part, "prep") for part in parts)

    def is_withheld(self, i: int) -> bool:
        """ "without confirming or denying", "stopped short of denying"."""
        first = self.grammar.first_conjunct(i)
        if self.grammar.governed_by_negation(first):
            return True
        at = first
        while self.tokens[at].dep in {"pcomp", "pobj", "prep", "advmod", "xcomp"} and self.tokens[at].head != at:
            at = self.tokens[at].head
            if self.grammar.is_verb(at):
                return any(op.kind == "fail" for op in self.operators.at(self.grammar, at))
        return False

    def _is_one_of_neither(self, i: int) -> bool:
        """ "neither confirmed nor denied": the pair stands at either verb."""
        pair = {i, self.tokens[i].head} if self.tokens[i].dep == "conj" else {i, *self.grammar.kids(i, "conj")}
        words = {self.grammar.word(c) for at in pair for c in self.grammar.children[at]}
        return bool(words & {"neither", "nor"}) and len(pair) > 1

    def party(self, i: int | None) -> Party | None:
        """The actors of the phrase at `i` as a party, or None."""
        resolved = self.participants.resolve(i) if i is not None else None
        return resolved.party() if resolved is not None else None

    # -- how it is presented --------------------------------------------------------------------------------------

    def _mood(self, i: int) -> Mood:
        """The mood of the operator; an adjective takes that of its copula."""
        token = self.tokens[i]
        if token.pos in {"ADJ", "ADV"} and token.head != i and token.dep == "acomp":
            return self.grammar.mood(token.head)
        mood = self.grammar.mood(i)
        headline_future = mood is Mood.INFINITIVE and (token.dep == "ROOT" or self._under_speech_only(i))
        return Mood.FUTURE if headline_future else mood

    def _under_speech_only(self, i: int) -> bool:
        token = self.tokens[i]
        return token.dep == "ccomp" and any(op.kind == "say" for op in self.operators.at(self.grammar, token.head))

    def _negated_by_light_verb(self, i: int) -> bool:
        """ "has not made a decision to sell", "is not ready to"."""
        token = self.tokens[i]
        if token.dep not in {"dobj", "attr", "acomp", "nsubjpass"} or token.head == i:
            return False
        return self.grammar.is_negated(token.head) and not self.operators.at(self.grammar, token.head)

    # -- who does it ----------------------------------------------------------------------------------------------

    def agent(self, i: int) -> int | None:
        """The token of who does what the operator says."""
        token = self.tokens[i]
        if self.grammar.is_verb(i):
            return self._passive_agent(i) if self.grammar.is_passive(i) else self.arguments.subject(i)
        if token.pos in {"ADJ", "ADV"}:
            return self.arguments.subject(token.head if token.dep in {"acomp", "advmod", "conj"} else i)
        if self._is_received(i) or self._is_weighed(i):
            return self._sender(i)
        return self.arguments.noun_agent(i)

    def author(self, i: int) -> int | None:
        """Who makes a statement: "a UN finding", "a claim made by Kyiv", "a memo which says"; a paper itself."""
        if self.grammar.is_verb(i):
            return self.agent(i)
        if self.tokens[i].lemma in self.scene.language.document_nouns:
            return i
        made = (self.grammar.passive_agent(c) for c in self.grammar.kids(i, "acl"))
        places = [
            *self.grammar.kids(i, "poss", "amod", "compound", "nmod"),
            *self.grammar.behind(i, self.words.sender),
            *(agent for agent in made if agent is not None),
            *filter(self._is_outlet, self.grammar.behind(i, self.words.printed_in)),
        ]
        senders = (o for o in self.grammar.behind(i, self.words.sender) if self._is_name(o))
        return next((c for c in places if self._can_state(c)), next(senders, None))

    def _is_name(self, i: int) -> bool:
        """ "claims by the Gambella Front": a name makes a statement, known or not; not "reports from March"."""
        return self.tokens[i].pos == "PROPN" and self.tokens[i].lemma.lower() not in self.scene.language.time_nouns

    def _is_outlet(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        known = mention is not None and mention.kind is ActorKind.MEDIA
        return known or self.participants.names_outlet(i)

    def _can_state(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        outlet = mention is not None and mention.entry.startswith("outlet/")
        return outlet or self.arguments.is_actor(i) or self.participants.names_outlet(i)

    def _passive_agent(self, i: int) -> int | None:
        """ "were promised by Oslo"; without "by", whoever is committed or expected to do something."""
        agent = self.grammar.passive_agent(i)
        if agent is not None:
            return agent
        kinds = {op.kind for op in self.operators.at(self.grammar, i)}
        if kinds & {"pledge", "likely"}:
            # "is committed to sending" gives, "the drones it was promised" gets.
            own = self.grammar.own_subject(i)
            is_promised = self.tokens[i].dep == "relcl" and own is not None and self.arguments.is_actor(own)
            return None if is_promised else self.arguments.subject(i)
        return self.seat(i) if kinds & SEATED_KINDS else None

    def seat(self, i: int) -> int | None:
        """ "is being studied in The Hague": the place where something is decided stands for who decides."""
        places = self.grammar.behind(i, self.words.location)
        return next((obj for obj in places if self._is_state(obj)), None)

    def _is_state(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        return mention is not None and mention.kind is ActorKind.STATE

    def _is_received(self, i: int) -> bool:
        """ "Seoul received a request": whoever receives does not ask."""
        token = self.tokens[i]
        receives = any(frame.id == "receive" for frame in self.frames.at(self.grammar, token.head))
        return receives and token.dep in {"dobj", "nsubjpass"}

    def _is_weighed(self, i: int) -> bool:
        """ "is weighing offers", "rejected an offer": whoever does has not made them."""
        token = self.tokens[i]
        offered = token.lemma in self.scene.language.offer_nouns and token.dep in {"dobj", "nsubjpass"}
        return offered and any(op.kind in {"consider", "refuse"} for op in self.operators.at(self.grammar, token.head))

    def _sender(self, i: int) -> int | None:
        """ "received a request from Washington", "received Washington's request"."""
        for at in (i, self.tokens[i].head):
            sender = next(self.grammar.behind(at, self.words.sender), None)
            if sender is not None:
                return sender
        own = (c for c in self.grammar.kids(i, "poss", "amod", "compound") if self.arguments.is_actor(c))
        return next(own, None)

    # -- to whom and against whom ---------------------------------------------------------------------------------

    def _addressee(self, stacked: Stacked, agent: int | None) -> int | None:
        """The token of who is asked, told, offered or let."""
        i, places = stacked.token, stacked.operator.addressee
        is_verb = self.grammar.is_verb(i)
        if is_verb and "object" in places:
            if self.grammar.is_passive(i):
                own = self.grammar.own_subject(i)
                return own if own is not None and self.arguments.is_actor(own) else None
            found = next((o for o in self._objects(i) if o != stacked.child and self.arguments.is_actor(o)), None)
            found = found if found is not None else self._subject_of_complement(i)
            if found is not None:
                return found
        if not is_verb and self._is_received(i):
            return self.arguments.subject(self.tokens[i].head)
        for word, obj in self._phrases(stacked):
            if word in places and obj not in {agent, stacked.child} and self.arguments.is_actor(obj):
                return obj
        return self._under_pressure(i, places, agent) if not is_verb else None

    def _objects(self, i: int) -> list[int]:
        return self.grammar.kids(i, "dobj", "dative")

    def _subject_of_complement(self, i: int) -> int | None:
        """ "asked [Seoul to send]": the parser makes the addressee a subject of the complement."""
        subjects = (s for c in self.grammar.kids(i, "ccomp", "xcomp") for s in self.grammar.kids(c, "nsubj"))
        return next((s for s in subjects if self.arguments.is_actor(s)), None)

    def _phrases(self, stacked: Stacked) -> Iterator[tuple[str, int]]:
        """What prepositions attach to the operator; for talks also to what they are about ("talks on X with Y")."""
        phrases = list(self.grammar.prepositions(stacked.token))
        yield from phrases
        if stacked.operator.kind == "consider":
            for _, obj in phrases:
                yield from self.grammar.prepositions(obj)

    def _under_pressure(self, i: int, places: tuple[str, ...], agent: int | None) -> int | None:
        """ "put pressure on Seoul": who stands behind the verb of a noun of asking."""
        if self.tokens[i].dep not in {"dobj", "pobj"}:
            return None
        exerted = [word for word in self.words.exerted if word in places]
        behind = self.grammar.behind(self.grammar.clause_verb(i), exerted)
        return next((obj for obj in behind if obj != agent and self.arguments.is_actor(obj)), None)

    def _target(self, stacked: Stacked) -> int | None:
        """Against whom an embargo stands: behind its noun, or behind the verb that lifts or imposes it."""
        i = stacked.token
        for at in (i, self.tokens[i].head) if self.tokens[i].dep in {"dobj", "nsubjpass"} else (i,):
            for obj in self.grammar.behind(at, stacked.operator.target):
                if obj != stacked.child and self.arguments.is_actor(obj):
                    return obj
        return None
