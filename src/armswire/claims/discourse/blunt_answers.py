"""Answers that name no arms: "There is no such offer", "We have sent nothing", "No decision has been taken".

Who is party to what was told before and says so of itself denies it, though no word of denying stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from armswire.claims.algebra.applied import Applied
from armswire.claims.attribution.chain import Attribution
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.cues import CueBook
from armswire.claims.discourse.answerable import Reading, find_answered
from armswire.claims.discourse.denied_stages import denied_stages
from armswire.claims.discourse.known_nouns import tells_its_own
from armswire.claims.discourse.verdicts import answered, answering
from armswire.claims.operators.stacking import Stacking
from armswire.claims.parse.grammar import Mood
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame, Verdict
from armswire.model.attribution import SourceClass
from armswire.model.claim import Polarity, Stage

# What has not been decided may still be reported as promised, agreed or allowed, but not as done.
DECIDED = frozenset({Stage.PLEDGE, Stage.AGREEMENT, Stage.APPROVAL})
ALL = frozenset(Stage)
# Who speaks for a state, told or not.
OFFICIALS = frozenset({SourceClass.NAMED_OFFICIAL, SourceClass.ANONYMOUS_OFFICIAL, SourceClass.GOVERNMENT_BODY})
# Kinds of operators whose nouns name what may be said not to be ("no such offer", "no such plans").
EVENTFUL = frozenset({"pledge", "conclude", "approve", "request", "agree", "consider"})


class BluntAnswers:
    """Finds them in one document."""

    def __init__(self, scene: Scene, stacking: Stacking, attribution: Attribution) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.answers
        self.stacking = stacking
        self.attribution = attribution
        # "no delivery had taken place"
        self.untrue = CueBook[Verdict](v for v in self.words.verdicts if v.only_denied)

    def read(self, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Iterator[Candidate]:
        """The denials of the readings by words that move no arms themselves; `candidates` tell which words do."""
        moving = {c.meaning.anchor for c in candidates if c.meaning.items and not c.instance.frame.mere_motion}
        for token in self.tokens:
            i = token.index
            if i in moving or not self.grammar.is_verb(i) or self.grammar.mood(i) is not Mood.REAL:
                continue
            stages = DECIDED if self._leaves_undecided(i) else ALL if self._is_denial(i) else None
            stages = denied_stages(self.scene, self.stacking, i) if stages is None else stages
            answer = self._answer(i, [r for r in readings if r.meaning.stage in stages])
            if answer is not None:
                yield answer

    def _answer(self, i: int, readings: Sequence[Reading]) -> Candidate | None:
        speakers = self.attribution.chain(i) if readings else ()
        if not speakers or not self._can_answer(speakers[-1]):
            return None
        op = answering(self.stacking, speakers[-1].token, i, "blunt")
        others = [r for r in readings if self._is_anothers_word_of(r, op)]
        before = find_answered(self.scene, i, op, "deny", others)
        if before is None or self._tells_of_another(i, before):
            return None
        return answered(self.scene, before, "deny", op, speakers[-1].token, "answer:blunt")

    def _can_answer(self, speaker: Speaker) -> bool:
        """True for who is known to speak for a state, and for an official of whom that is not told."""
        known = self.stacking.party(speaker.token) is not None
        return known or speaker.source.source_class in OFFICIALS

    def _is_anothers_word_of(self, reading: Reading, op: Applied) -> bool:
        """True for what somebody else says, or the article itself, of a supply to which who answers is party."""
        m = reading.meaning
        parties = (m.supplier, m.recipient, m.intermediary, m.buyer)
        if m.polarity is not Polarity.AFFIRMED or m.answer is not None:
            return False
        tellers = self.attribution.chain(m.anchor, reading.candidate.holder, m.stance)
        if op.agent is None:
            # "an army spokesman": of which state is not told, but what another reported is answered all the same.
            return bool(tellers) and all(s.source.actor is None for s in tellers)
        is_party = any(op.agent.shares(p) for p in parties)
        # Whom nobody names may say what his own ministry denies; a question is nobody's word.
        own = (s for s in tellers if s.source.source_class is not SourceClass.ANONYMOUS_OFFICIAL and not reading.asked)
        return is_party and not any(s.source.actor in op.agent.actors for s in own)

    def _tells_of_another(self, i: int, before: Reading) -> bool:
        """ "has sent nothing to Peru" of what went to Chile: the clause names somebody who has no part in it."""
        m = before.meaning
        known = {a for p in (m.supplier, m.recipient, m.intermediary, m.buyer, m.requester) if p for a in p.actors}
        inside = [k for k in self.grammar.subtree(i) if k in self.scene.actor_at]
        return any(not known & {*self.scene.actor_at[k].actors} for k in inside)

    # -- what is said not to be -----------------------------------------------------------------------------------

    def _is_denial(self, i: int) -> bool:
        return self._is_nothing_there(i) or self._is_not_done(i) or self._is_nothing_supplied(i)

    def _is_nothing_there(self, i: int) -> bool:
        """ "There is no such offer", "No such deal exists", "There was no sale"."""
        lemma = self.tokens[i].lemma
        if self.grammar.kids(i, "expl"):
            subjects = self.grammar.kids(i, "attr", "nsubj", "dobj")
        elif lemma in self.words.existing_verbs or self.untrue.at(self.grammar, i):
            subjects = self.grammar.kids(i, "nsubj", "nsubjpass")
        else:
            return False
        return any(
            self._is_event(s) and (self.grammar.is_negated(s) or self.grammar.is_negated(i)) for s in subjects
        ) and not self._is_hedged(i)

    def _is_event(self, i: int) -> bool:
        """A noun for a supply, a deal, an offer or a plan, with nothing behind it that tells of another."""
        named = self.tokens[i].pos == "NOUN" and not tells_its_own(self.scene, i)
        # "no plan to leave the treaty": what is planned is told there.
        own = self.grammar.kids(i, "acl", "relcl")
        return (
            named and not own and (self._names_a_supply(i) or self.tokens[i].lemma in self.scene.language.event_nouns)
        )

    def _names_a_supply(self, i: int) -> bool:
        eventful = any(op.kind in EVENTFUL for op in self.stacking.operators.at(self.grammar, i))
        return eventful or bool(self.stacking.frames.at(self.grammar, i))

    def _is_not_done(self, i: int) -> bool:
        """ "We did not do it", "has done no such thing", "Nothing of the kind has happened"."""
        lemma = self.tokens[i].lemma
        denied = self.grammar.is_negated(i) or self.grammar.denies_object(i)
        if lemma in self.words.doing_verbs:
            return denied and any(self._is_the_same(o) for o in self.grammar.kids(i, "dobj", "advmod", "nsubjpass"))
        if lemma not in self.words.happening_verbs:
            return False
        return denied and any(self._is_the_same(s) for s in self.grammar.kids(i, "nsubj"))

    def _is_the_same(self, i: int) -> bool:
        """ "it", "so", "such a thing", "nothing of the kind"."""
        if self.grammar.word(i) in self.words.done_words:
            return True
        kinds = self.words.kind_nouns
        of_kind = any(self.tokens[o].lemma in kinds for _, o in self.grammar.prepositions(i))
        such = any(self.grammar.word(c) in self.words.such_words for c in self.grammar.children[i])
        return of_kind or (such and self.tokens[i].lemma in kinds)

    def _is_nothing_supplied(self, i: int) -> bool:
        """ "We have sent nothing", "Not a single round has left our country", "they never left our stores"."""
        frames: list[Frame] = self.stacking.frames.at(self.grammar, i)
        if not frames or not self._is_of_the_past(i):
            return False
        if any(frame.mere_motion and self.grammar.is_negated(i) for frame in frames):
            return any(self._is_at_home(o) for o in self.grammar.kids(i, "dobj"))
        objects = [*self.grammar.kids(i, "dobj", "nsubjpass")]
        nothing = any(self.grammar.word(o) in self.scene.language.pronouns.negative for o in objects)
        anything = self.grammar.is_negated(i) and any(self.grammar.word(o) in self.words.any_words for o in objects)
        return (nothing or anything) and not any(self.grammar.kids(o, "acl", "relcl") for o in objects)

    def _is_of_the_past(self, i: int) -> bool:
        """ "has sent", "sent", "never left"; not "sends nothing", which is what somebody keeps to."""
        return self.tokens[i].tag in {"VBD", "VBN"} or (self.tokens[i].tag == "VB" and not self.grammar.is_present(i))

    def _is_at_home(self, i: int) -> bool:
        """ "our country", "its own army's stores", "Uganda"."""
        below = self.grammar.subtree(i)
        own = any(self.tokens[k].tag == "PRP$" for k in below)
        return own or any(k in self.scene.actor_at for k in below)

    def _is_hedged(self, i: int) -> bool:
        """ "There is no deal yet": it may still come."""
        return any(self.grammar.word(c) in self.scene.language.unfulfilled_adverbs for c in self.grammar.subtree(i))

    def _leaves_undecided(self, i: int) -> bool:
        """ "No decision has been taken", "nothing has been decided"."""
        if self.tokens[i].lemma not in {*self.words.deciding_verbs, *self.words.decided_verbs}:
            return False
        decided = [*self.grammar.kids(i, "nsubjpass", "dobj")]
        nothing = any(self.grammar.word(d) in self.scene.language.pronouns.negative for d in decided)
        if self.tokens[i].lemma in self.words.decided_verbs:
            return nothing
        if not any(self.tokens[d].lemma in self.words.decision_nouns for d in decided):
            return False
        about = [o for at in (i, *decided) for o in self.grammar.behind(at, self.scene.language.prepositions.topic)]
        denied = self.grammar.is_negated(i) or self.grammar.denies_object(i)
        return (
            denied
            and all(self._is_topic(o) for o in about)
            and not any(self.grammar.kids(d, "acl", "relcl") for d in decided)
        )

    def _is_topic(self, i: int) -> bool:
        """ "on this", "about the tanks": what was told before."""
        said = self.grammar.word(i) in self.scene.language.pronouns.statements
        return said or i in self.scene.item_at or self._is_event(i)
