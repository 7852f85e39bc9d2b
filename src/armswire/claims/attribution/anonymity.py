"""Who is not to be named, and the words that say so: "on condition of anonymity because the talks are secret".

The words stand beside the speaker, beside what it says, or in a sentence of their own ("They asked not to be named.").
"""

from __future__ import annotations

from armswire.claims.attribution.people import People
from armswire.claims.attribution.withholding import Withholding
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE = frozenset({"WP", "WDT"})
BESIDE = ("neg", "aux", "auxpass", "det", "advmod")


class Anonymity:
    """The terms on which the speakers of one document may be named."""

    def __init__(self, scene: Scene, participants: Participants) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.anonymity
        self.participants = participants
        self.people = People(scene, participants)
        self.withholding = Withholding(scene)
        self._terms = self._find()

    def terms(self, i: int) -> str | None:
        """The words on how the speaker at token `i` may be named, also where they stand at whom it takes up."""
        at: int | None = self.people.head(i)
        while at is not None:
            if at in self._terms:
                return self._terms[at]
            at = self.people.antecedent(at)
        return None

    def _find(self) -> dict[int, str]:
        """The words for each speaker that they hold for."""
        spans: dict[int, tuple[int, int]] = {}
        for anchor, last in self.withholding.find():
            owner, first = self._owner(anchor)
            for one in () if owner is None else self.grammar.conjuncts(owner):
                head = self.people.head(one)
                if self.people.has_name(head):
                    continue
                known = spans.get(head)
                near = known is not None and known[0] <= last and first <= known[1] + 1
                spans[head] = (first, last) if known is None else known
                if known is not None and near:
                    spans[head] = (min(known[0], first), max(known[1], last))
        terms = {head: self.scene.words(*span) for head, span in spans.items()}
        for head, words in list(terms.items()):
            meant = self.people.antecedent(head)
            if meant is not None and not self.people.has_name(meant):
                terms.setdefault(meant, words)
        return terms

    # -- whose terms they are -------------------------------------------------------------------------------------

    def _owner(self, anchor: int) -> tuple[int | None, int]:
        """Whose terms the words at `anchor` are, and the first token of the terms."""
        path, cur, owner = [anchor], anchor, None
        while self.tokens[cur].head != cur:
            above = self.tokens[cur].head
            if self.grammar.is_verb(above):
                subject = self.grammar.own_subject(above)
                if owner is None and self.tokens[above].lemma not in self.words.speaking_verbs:
                    path.append(above)
                if subject is not None and self.tokens[subject].tag not in RELATIVE:
                    if self.grammar.word(subject) in self.scene.language.pronouns.negative:
                        # "none of them wanted to be named" says the contrary without its subject.
                        path.append(subject)
                    owner = self._counted(subject)
                    if not self.participants.is_pronoun(owner):
                        break
            elif self._is_speaker(above, cur):
                owner = above
                break
            elif owner is None:
                path.append(above)
            cur = above
        owner = None if owner is None else self._who_speaks(owner)
        own = self.grammar.own_subject(anchor)
        owner = own if owner is None and own is not None and self.tokens[own].tag not in RELATIVE else owner
        # What stands over a pronoun of its own clause is no part of the words: "because he was not authorised".
        beside = [c for k in path for c in self.grammar.kids(k, *BESIDE) if c < k]
        return owner, min(k for k in (*path, *beside) if self.scene.sentence_of(k) == self.scene.sentence_of(anchor))

    def _who_speaks(self, owner: int) -> int:
        """ "an adviser to the minister who spoke on condition of anonymity": the adviser, of whom there are many."""
        above = self.tokens[self.tokens[owner].head].head
        inside = self.tokens[owner].dep == "pobj" and self.people.is_one(self.people.head(above))
        known = self.participants.is_definite(owner) and not self.participants.is_definite(above)
        return above if inside and known else owner

    def _counted(self, subject: int) -> int:
        """ "none of them", "both of the officials": who is counted."""
        if self.people.is_one(subject):
            return subject
        return next(self.grammar.behind(subject, self.scene.language.prepositions.counted), subject)

    def _is_speaker(self, noun: int, below: int) -> bool:
        """ "an official [who asked ...]", "an official on condition of anonymity"; not "on condition"."""
        if self.tokens[noun].pos not in NOMINAL or self.tokens[noun].lemma in self.scene.language.condition_nouns:
            return False
        if self.people.is_one(self.people.head(noun)):
            return True
        above = self.tokens[self.tokens[noun].head].head
        in_phrase = self.tokens[noun].dep == "pobj" and self.people.is_one(self.people.head(above))
        return self.tokens[below].dep in {"relcl", "acl"} and not in_phrase
