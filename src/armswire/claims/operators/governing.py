"""Which reading of a word governs a complement: "rejected the claim that" denies, "rejected the plea for" refuses."""

from __future__ import annotations

from collections.abc import Sequence

from armswire.claims.cues import CueBook
from armswire.claims.parse.grammar import FINITE_MOODS, Mood
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator

# What may be said of a supply that is itself the subject: it stops, resumes, goes on, is likely.
SUBJECT_KINDS = frozenset({"halt", "resume", "begin", "boost", "likely", "possible", "fail", "restate"})
# Words that a finite clause can be the complement of: those of speech, of thinking and of agreeing.
CLAUSAL_KINDS = frozenset(
    {
        "say", "confirm", "deny", "accuse", "likely", "possible", "request", "consider", "pledge", "want",
        "decline_comment", "agree", "conclude", "fail", "cause", "approve", "refuse",
    }
)  # fmt: skip


class Governing:
    """Chooses between the operators that a word of one document can be."""

    def __init__(self, scene: Scene, operators: CueBook[Operator]) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.operators = operators
        self.declining = next(op for op in scene.language.operators if op.kind == "decline_comment")

    def choose(self, head: int, cur: int, dep: str) -> Operator | None:
        """The first reading of the word at `head` that can govern `cur` by an arc `dep`; None where none can."""
        candidates = self.operators.at(self.grammar, head) or self._in_talks(head, cur)
        if self._leaves_open(head, cur, candidates):
            return self.declining
        awaiting = next((op for op in candidates if op.kind == "await"), None)
        if awaiting is not None and self.scene.item_at.get(cur) in self.scene.antecedents:
            # "expects the rest": goods told before are what comes, nothing that is planned.
            return awaiting
        return next((op for op in candidates if self._can_govern(op, head, cur, dep, candidates)), None)

    def _enquires(self, head: int, cur: int) -> bool:
        """ "asked whether it had sold", "asked about the sale": who wants to know something wants no arms."""
        language = self.language
        if self.grammar.is_verb(cur) and self.grammar.markers(cur) & {
            *language.question_markers,
            *language.condition_markers,
        }:
            return True
        about = (
            self.tokens[cur].dep == "pobj"
            and self.grammar.word(self.tokens[cur].head) in language.prepositions.asked_about
        )
        return about and self.tokens[head].lemma in language.asking_verbs

    def _is_reported(self, cur: int) -> bool:
        """A clause of what has been, which nobody can ask for."""
        past = self.grammar.is_verb(cur) and (self.tokens[cur].tag == "VBD" or self.grammar.is_perfect(cur))
        return past and self.grammar.mood(cur) is Mood.REAL

    def _leaves_open(self, head: int, cur: int, candidates: Sequence[Operator]) -> bool:
        """ "would not say whether it had sent": who says neither yes nor no declines to answer."""
        says = any(op.kind in {"say", "confirm"} for op in candidates) and self.grammar.is_verb(head)
        asks = self.grammar.is_verb(cur) and self.grammar.markers(cur) & set(self.language.question_markers)
        return bool(says and asks) and self.grammar.is_negated(head)

    def _can_govern(self, operator: Operator, head: int, cur: int, dep: str, candidates: Sequence[Operator]) -> bool:
        clause = self.grammar.is_verb(cur)
        if dep == "nsubj" and (clause or not self._can_be_said_of_subject(operator, head)):
            return False
        match operator.kind:
            case "address" | "await":
                return False
            case "begin" if not self.grammar.is_verb(head) and self._is_finite_clause(cur):
                # "a report that it had sold": nothing but a statement has such a content.
                return False
            case "request" if self._enquires(head, cur):
                return False
            case "request" if self._is_reported(cur) and any(op.kind == "say" for op in candidates):
                # "insisted that none had come" says so; "insisted that they come" asks for it.
                return False
            case "say" if not clause and dep not in {"dobj", "pobj", "nsubjpass"}:
                return False
            case "deny" | "refuse" if self._is_misgiving(cur):
                return False
            case "deny" if self._means_refusing(head, cur):
                return False
            case "refuse" if len(candidates) > 1 and self._is_statement(cur):
                return False
            case "consider" if len(candidates) > 1 and self.grammar.mood(cur) is Mood.POSSIBLE:
                # "hinted that it may send": the modal has said already that it is only weighed.
                return False
            case "reverse" if clause and dep == "xcomp":
                return False
            case "pledge" if len(candidates) > 1 and self._turns_away(cur):
                # "set aside its ban" is no promise of one.
                return False
        return dep != "ccomp" or not self._is_finite_clause(cur) or operator.kind in CLAUSAL_KINDS

    def _can_be_said_of_subject(self, operator: Operator, head: int) -> bool:
        return operator.kind in SUBJECT_KINDS and not self.grammar.kids(head, "dobj")

    def _in_talks(self, head: int, cur: int) -> list[Operator]:
        """ "has been in talks with Ankara to buy": the noun behind the copula governs the infinitive."""
        adjectives = [op for a in self.grammar.kids(head, "acomp") for op in self.operators.at(self.grammar, a)]
        if adjectives and self.grammar.mood(cur) is Mood.INFINITIVE:
            return adjectives
        if self.tokens[head].lemma not in self.language.talks_verbs or not self.grammar.is_verb(cur):
            return []
        inside = self.grammar.behind(head, self.language.prepositions.inside)
        nouns = [*inside, *self.grammar.kids(head, "dobj", "attr")]
        return [op for n in nouns for op in self.operators.at(self.grammar, n) if op.kind == "consider"]

    def _means_refusing(self, head: int, cur: int) -> bool:
        """ "rejected" and "dismissed" deny statements ("rejected claims that ...") and refuse everything else."""
        return self.tokens[head].lemma in self.language.rejecting_verbs and not self._is_statement(cur)

    def _is_misgiving(self, cur: int) -> bool:
        """ "brushed aside worries over the sale": who makes light of them neither denies nor refuses the sale."""
        return self.tokens[cur].lemma in {*self.language.fear_words, *self.language.blaming_nouns}

    def _is_statement(self, cur: int) -> bool:
        """A report, accusation or finite clause can be true or false; a plea or an offer cannot."""
        kinds = {op.kind for op in self.operators.at(self.grammar, cur)}
        return bool(kinds & {"say", "accuse"}) or self._is_finite_clause(cur)

    def _turns_away(self, cur: int) -> bool:
        return any(op.kind in {"refuse", "policy", "halt"} for op in self.operators.at(self.grammar, cur))

    def _is_finite_clause(self, cur: int) -> bool:
        return self.grammar.is_verb(cur) and self.grammar.mood(cur) in FINITE_MOODS
