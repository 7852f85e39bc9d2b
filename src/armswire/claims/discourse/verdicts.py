"""What is said of a report as a whole: "that is a lie", "the claim is partly true", "it contained inaccuracies".

Whoever says so answers what was told before, though no word of denying or confirming stands there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from armswire.claims.algebra.applied import Applied
from armswire.claims.attribution.chain import Attribution
from armswire.claims.cues import CueBook
from armswire.claims.discourse.answerable import Reading, answer_with, answering_words, find_answered
from armswire.claims.discourse.known_nouns import is_known, tells_its_own, whole_of
from armswire.claims.operators.stacking import Stacking
from armswire.claims.parse.grammar import Mood
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced, traced_operator
from armswire.lexicon.language import Verdict
from armswire.model.claim import Polarity

# Which kind of operator answers as a verdict does.
KIND_OF = {"confirms": "confirm", "denies": "deny", "non_denial": "evade"}
NON_DENIAL = "non_denial"
SAID_OF = frozenset({"acomp", "attr", "oprd"})
# A pronoun takes up what the same sentence or the one before has said.
PRONOUN_REACH = 1
CLAUSES = ("ccomp", "xcomp", "advcl", "csubj", "acl", "relcl")


@dataclass(frozen=True, slots=True)
class Judged:
    """What is judged, and where: `subject` the word for the report, `verb` the clause, `at` the verdict's own word."""

    subject: int
    verb: int
    at: int
    partly: bool


class Verdicts:
    """Finds them in one document."""

    def __init__(self, scene: Scene, stacking: Stacking, attribution: Attribution) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.answers
        self.stacking = stacking
        self.attribution = attribution
        self.book = CueBook[Verdict](self.words.verdicts)

    def read(self, readings: Sequence[Reading]) -> Iterator[Candidate]:
        """The answers that verdicts give to the readings."""
        told = {s.token for r in readings for s in r.candidate.stack.operators}
        for token in self.tokens:
            for verdict in self.book.at(self.grammar, token.index)[:1]:
                judged = self._judged(token.index, told)
                answer = None if judged is None else self._answer(verdict, judged, readings)
                if answer is not None:
                    yield answer

    def judged_reports(self, candidates: Sequence[Candidate]) -> Iterator[int]:
        """The nouns of reports that tell what the candidates say and are judged where they stand."""
        told = {s.token for c in candidates for s in c.stack.operators}
        for token in self.tokens:
            judged = self._judged(token.index, told) if self.book.at(self.grammar, token.index) else None
            if judged is not None and judged.subject in told and self.attribution.chain(judged.verb):
                yield judged.subject

    def _judged(self, i: int, told: Collection[int]) -> Judged | None:
        """What the verdict at token `i` is said of, where that is a report told before, or one of those `told` here."""
        i, is_little = self._grain(i)
        verb = self._verb(i)
        if verb is None or self.grammar.mood(verb) is not Mood.REAL or self._is_open(verb):
            return None
        subjects = self.grammar.kids(verb, "nsubj", "nsubjpass")
        if self.grammar.kids(verb, "expl"):
            # "there were errors in the report"
            subjects = [obj for at in (i, verb) for _, obj in self.grammar.prepositions(at)]
        for subject in subjects:
            wholes = whole_of(self.scene, subject)
            for said in (subject, *wholes):
                if self._is_report(said, verb, i) or (said in told and self._is_statement(said)):
                    little = is_little and not (self.grammar.is_negated(verb) or self.grammar.is_negated(i))
                    partly = bool(wholes) or little or self._has_adverb(verb, i, self.words.part_adverbs)
                    return Judged(said, verb, i, partly)
        return None

    def _grain(self, i: int) -> tuple[int, bool]:
        """ "a grain of truth": the noun that says how much there is, and whether it is little; else the word itself."""
        above = self.tokens[self.tokens[i].head].head
        if self.tokens[i].dep != "pobj":
            return i, False
        is_little = self.tokens[above].lemma in self.words.grain_nouns
        return (above if is_little or self.tokens[above].lemma in self.words.measure_nouns else i), is_little

    def _verb(self, i: int) -> int | None:
        """The verb of the clause that gives the verdict."""
        if self.grammar.is_verb(i) and self.tokens[i].dep not in SAID_OF:
            return i
        head, dep = self.tokens[i].head, self.tokens[i].dep
        joins = self.tokens[head].lemma in self.scene.language.copula_verbs and dep in SAID_OF
        holds = self.tokens[head].lemma in self.words.fault_verbs and dep in {"dobj", "attr"}
        return head if joins or holds else None

    def _is_open(self, verb: int) -> bool:
        """ "if the report is true", "whether that is so"."""
        language = self.scene.language
        return self.grammar.stands_under(verb, (*language.condition_markers, *language.question_markers))

    def _is_report(self, i: int, verb: int, at: int) -> bool:
        language = self.scene.language
        if self.grammar.word(i) in language.pronouns.statements:
            # "it is wrong to sell arms": the pronoun only announces the clause.
            return not any(c > at for c in (*self.grammar.kids(verb, *CLAUSES), *self.grammar.kids(at, *CLAUSES)))
        event = self.grammar.is_verb(at) and self.tokens[i].lemma in language.event_nouns
        paper = self.tokens[i].lemma in {*language.statement_nouns, *language.document_nouns}
        told = paper or event
        return told and is_known(self.scene, i) and not tells_its_own(self.scene, i)

    def _is_statement(self, i: int) -> bool:
        """ "the claim that it had sold tanks": told and judged in one breath."""
        return self.tokens[i].lemma in self.scene.language.statement_nouns

    def _has_adverb(self, verb: int, at: int, words: Sequence[str]) -> bool:
        return any(
            self.grammar.word(c) in words
            for c in {*self.grammar.kids(verb, "advmod"), *self.grammar.kids(at, "advmod")}
        )

    def _answer(self, verdict: Verdict, judged: Judged, readings: Sequence[Reading]) -> Candidate | None:
        """The verdict as an answer of whoever speaks to the last reading that it can mean."""
        speakers = self.attribution.chain(judged.verb)
        if not speakers:
            return None
        holder = speakers[-1].token
        kind = KIND_OF[self._says(verdict, judged)]
        op = answering(self.stacking, holder, judged.at, verdict.id, partly=judged.partly)
        before = self._told_here(judged.subject, readings)
        before = before or find_answered(self.scene, judged.verb, op, kind, readings)
        if before is None or (self._is_pronoun(judged) and self._is_far(before, judged)):
            return None
        made = answered(self.scene, before, kind, op, holder, f"answer:verdict:{verdict.id}")
        if kind == "deny" and judged.partly and self._is_rest(judged.subject):
            # All of it but what was confirmed.
            rest = replace(made.meaning, polarity=Polarity.NEGATED)
            rule = f"answer:verdict:{verdict.id}"
            return replace(made, meaning=traced(self.scene, made.meaning, rest, rule, Words(judged.subject)))
        return made

    def _is_rest(self, said: int) -> bool:
        """ "the rest of the list"."""
        above = self.tokens[self.tokens[said].head].head
        return self.tokens[said].dep == "pobj" and self.tokens[above].lemma in self.words.rest_nouns

    def _told_here(self, said: int, readings: Sequence[Reading]) -> Reading | None:
        """What the judged report itself tells."""
        own = (r for r in readings if any(s.token == said for s in r.candidate.stack.operators))
        return next(own, None)

    def _says(self, verdict: Verdict, judged: Judged) -> str:
        if not (self.grammar.is_negated(judged.verb) or self.grammar.is_negated(judged.at)):
            return verdict.answer
        whole = self._has_adverb(judged.verb, judged.at, self.words.whole_adverbs)
        return NON_DENIAL if whole else verdict.denied

    def _is_pronoun(self, judged: Judged) -> bool:
        return self.grammar.word(judged.subject) in self.scene.language.pronouns.statements

    def _is_far(self, before: Reading, judged: Judged) -> bool:
        apart = self.scene.sentence_of(judged.verb) - self.scene.sentence_of(before.meaning.anchor)
        return apart > PRONOUN_REACH or not (before.reported or before.asked)


def answering(stacking: Stacking, holder: int | None, at: int, cue: str, *, partly: bool = False) -> Applied:
    """The answer that whoever stands at token `holder` gives by the word at token `at`."""
    return Applied(
        agent=stacking.party(holder),
        addressee=None,
        mood=Mood.REAL,
        negated=False,
        perfect=False,
        is_noun=False,
        cue=cue,
        token=at,
        partly=partly,
    )


def answered(scene: Scene, before: Reading, kind: str, op: Applied, holder: int | None, rule: str) -> Candidate:
    """The reading as somebody's answer makes it."""
    meaning = replace(before.meaning, answer=None, stance=None, dropped=None, top=op.token)
    made = replace(answer_with(kind, meaning, op), top=op.token, said_at=op.token)
    made = traced_operator(scene, meaning, made, rule, answering_words(scene, op))
    return replace(before.candidate, meaning=made, holder=holder)
