"""Who is not to be named, and the words that say so: "on condition of anonymity because the talks are secret".

The words stand beside the speaker, beside what it says, or in a sentence of their own ("They asked not to be named.").
"""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.parties.antecedents import PERSONS
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind

# How many sentences back "the official" and "they" reach.
REACH = 3
# The longest reason that belongs to the terms, in words.
LONGEST_REASON = 25
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE = frozenset({"WP", "WDT"})
PLURAL = frozenset({"NNS", "NNPS"})
BESIDE = ("neg", "aux", "auxpass", "det", "advmod")


class Anonymity:
    """The terms on which the speakers of one document may be named."""

    def __init__(self, scene: Scene, participants: Participants) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.words = scene.language.anonymity
        self.participants = participants
        self._people = sorted(self._find_people())
        self._terms = self._find_terms()

    def terms(self, i: int) -> str | None:
        """The words on how the speaker at token `i` may be named, also where they stand at whom it takes up."""
        at: int | None = self.head(i)
        while at is not None:
            if at in self._terms:
                return self._terms[at]
            at = self.antecedent(at)
        return None

    def antecedent(self, head: int) -> int | None:
        """Which person, told before, "he", "they" or "the official" at `head` takes up; None where none does."""
        pronouns, word = self.scene.language.pronouns, self.grammar.word(head)
        if word in pronouns.persons or word in pronouns.several:
            several = word in pronouns.several
            found = [p for p in self._before(head) if self._is_plural(p) is several]
            return found[-1] if found else None
        if not self.participants.is_definite(head) or head not in self._people:
            return None
        lemma = self.tokens[head].lemma
        return next((p for p in reversed(self._before(head)) if lemma in self._lemmas(p)), None)

    def head(self, i: int) -> int:
        """The token that carries the mention of `i`, or `i`."""
        mention = self.scene.actor_at.get(i)
        return i if mention is None else mention.head

    # -- people ---------------------------------------------------------------------------------------------------

    def _find_people(self) -> set[int]:
        """The heads of phrases for persons."""
        people = {mention.head for mention in self.scene.annotated.actors if mention.kind in PERSONS}
        unnamed = (t.index for t in self.tokens if t.lemma in self.words.unnamed_nouns and t.pos == "NOUN")
        return people | {self.head(i) for i in unnamed} | {t.index for t in self.tokens if self._speaks(t.index)}

    def _speaks(self, i: int) -> bool:
        """ "two drivers said": a noun that no list holds, for whoever speaks."""
        token, language = self.tokens[i], self.scene.language
        things = {*language.document_nouns, *language.press_nouns, *language.report_nouns, *language.organisation_nouns}
        if token.dep != "nsubj" or token.pos != "NOUN" or token.lemma in things or i in self.scene.actor_at:
            return False
        return self.tokens[token.head].lemma in self.words.speaking_verbs

    def _before(self, head: int) -> list[int]:
        first = self.scene.sentence_of(head) - REACH
        return [p for p in self._people if p < head and self.scene.sentence_of(p) >= first]

    def _is_plural(self, head: int) -> bool:
        return self.tokens[head].tag in PLURAL or len(self.grammar.conjuncts(head)) > 1

    def _lemmas(self, head: int) -> set[str]:
        mention = self.scene.actor_at.get(head)
        own = (head, head) if mention is None else (mention.first, mention.last)
        return {token.lemma for token in self.tokens[own[0] : own[1] + 1]}

    def _has_name(self, head: int) -> bool:
        mention = self.scene.actor_at.get(head)
        return mention is not None and mention.kind is ActorKind.PERSON

    # -- terms ----------------------------------------------------------------------------------------------------

    def _find_terms(self) -> dict[int, str]:
        """The words for each speaker that they hold for."""
        spans: dict[int, tuple[int, int]] = {}
        for anchor, last in self._cues():
            owner, first = self._owner(anchor)
            for one in () if owner is None else self.grammar.conjuncts(owner):
                head = self.head(one)
                if self._has_name(head):
                    continue
                known = spans.get(head)
                near = known is not None and known[0] <= last and first <= known[1] + 1
                spans[head] = (first, last) if known is None else known
                if known is not None and near:
                    spans[head] = (min(known[0], first), max(known[1], last))
        terms = {head: self.scene.words(*span) for head, span in spans.items()}
        for head, words in list(terms.items()):
            meant = self.antecedent(head)
            if meant is not None and not self._has_name(meant):
                terms.setdefault(meant, words)
        return terms

    def _cues(self) -> Iterator[tuple[int, int]]:
        """The words that keep somebody from being known, and where the terms that they open end."""
        words = self.words
        for token in self.tokens:
            i = token.index
            if token.lemma in words.nouns or self.grammar.word(i) in words.adverbs or self._is_name_kept(i):
                yield i, self._with_reason(i)
            elif not self.grammar.is_verb(i) or not self.grammar.is_passive(i):
                continue
            elif token.lemma in words.naming_verbs and self._is_withheld(i):
                yield i, self._with_reason(i)
            elif token.lemma in words.leave_verbs and self.grammar.is_negated(i):
                speak = [c for c in self.grammar.kids(i, "xcomp") if self.tokens[c].lemma in words.speaking_verbs]
                if speak:
                    yield i, self._end(max(self.grammar.subtree(speak[0])), i)

    def _is_withheld(self, i: int) -> bool:
        """ "not to be named", "declined to be named", "on condition that he not be named"; not "was not named"."""
        token, above = self.tokens[i], self.tokens[self.tokens[i].head]
        infinitive = any(w in self.scene.language.auxiliaries.infinitive_markers for w in self.grammar.auxiliaries(i))
        bound = above.lemma in self.scene.language.condition_nouns or self.grammar.stands_under(i, ("if", "unless"))
        barred = any(w in self.scene.language.possibility_modals for w in self.grammar.auxiliaries(i))
        if token.dep == "xcomp" and (
            above.lemma in self.words.withholding_verbs or self.grammar.is_negated(above.index)
        ):
            return True
        return self.grammar.is_negated(i) and (infinitive or bound or barred)

    def _is_name_kept(self, i: int) -> bool:
        """ "who refused to give his name", "who did not give her name"; not "the firm's name"."""
        token = self.tokens[i]
        if token.lemma not in self.words.name_nouns or token.dep != "dobj":
            return False
        own = any(self.grammar.word(k) in self.scene.language.pronouns.persons for k in self.grammar.kids(i, "poss"))
        above = self.tokens[self.tokens[token.head].head]
        withheld = self.tokens[token.head].dep == "xcomp" and above.lemma in self.words.withholding_verbs
        return own and (withheld or self.grammar.is_negated(token.head))

    def _with_reason(self, i: int) -> int:
        """The last token of the terms: of the reason, where one follows."""
        at = i + 1
        if at < len(self.tokens) and self.tokens[at].text == ",":
            at += 1
        if at >= len(self.tokens) or self.scene.sentence_of(at) != self.scene.sentence_of(i):
            return i
        infinitive = at == i + 1 and self.grammar.word(at) in self.scene.language.auxiliaries.infinitive_markers
        if not infinitive and self.grammar.word(at) not in self.words.reasons:
            return i
        top = self.tokens[at].head if self.tokens[at].dep in {"mark", "aux"} else at
        return self._end(max(self.grammar.subtree(top)), at)

    def _end(self, last: int, first: int) -> int:
        """Where words from `first` to `last` are cut: at a comma, a quotation, or where "that" opens what is said."""
        for k in range(first + 1, min(last, first + LONGEST_REASON) + 1):
            if (self.tokens[k].pos == "PUNCT" and self.tokens[k].text != "-") or (
                self.grammar.word(k) == "that" and self.tokens[k].dep == "mark"
            ):
                return k - 1
        return min(last, first + LONGEST_REASON)

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
        inside = self.tokens[owner].dep == "pobj" and self.head(above) in self._people
        known = self.participants.is_definite(owner) and not self.participants.is_definite(above)
        return above if inside and known else owner

    def _counted(self, subject: int) -> int:
        """ "none of them", "both of the officials": who is counted."""
        if subject in self._people:
            return subject
        return next(self.grammar.behind(subject, self.scene.language.prepositions.counted), subject)

    def _is_speaker(self, noun: int, below: int) -> bool:
        """ "an official [who asked ...]", "an official on condition of anonymity"; not "on condition"."""
        if self.tokens[noun].pos not in NOMINAL or self.tokens[noun].lemma in self.scene.language.condition_nouns:
            return False
        if self.head(noun) in self._people:
            return True
        in_phrase = self.tokens[noun].dep == "pobj" and any(
            self.head(self.tokens[self.tokens[noun].head].head) == p for p in self._people
        )
        return self.tokens[below].dep in {"relcl", "acl"} and not in_phrase
