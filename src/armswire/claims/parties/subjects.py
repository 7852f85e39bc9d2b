"""Who acts: the subject of a verb and the owner of a noun, also where grammar leaves them to be understood.

"agreed to send" has the subject of "agreed", "asked Seoul to send" has Seoul, "Seoul's promise to send" has Seoul too.
"""

from __future__ import annotations

from armswire.claims.cues import CueBook
from armswire.claims.parse.grammar import Mood
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.annotation import ActorKind

# Operators whose object, not their subject, does what the complement says ("asked Seoul to send").
OBJECT_CONTROL = frozenset(
    {"request", "want", "approve", "cause", "accuse", "refuse", "halt", "thank", "say", "likely"}
)
# How many words up the search for a subject goes: more only happens where the parse runs in circles of sense.
DEPTH = 8


class Subjects:
    """Finds who acts in the clauses and behind the nouns of one document."""

    def __init__(self, scene: Scene, participants: Participants, operators: CueBook[Operator]) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.participants = participants
        self.operators = operators
        self.words = scene.language.prepositions
        participants.subject_of = self.subject

    def is_actor(self, i: int) -> bool:
        """True where the phrase at `i` identifies somebody and is no item."""
        return i not in self.scene.item_at and self.participants.resolve(i) is not None

    def is_relative(self, i: int) -> bool:
        """True for "who" and "which": the word before the clause is meant."""
        return self.grammar.word(i) in self.scene.language.pronouns.relative

    def subject(self, v: int, depth: int = 0) -> int | None:
        """The token of who does what `v` says, inherited where the verb has none of its own."""
        if depth > DEPTH:
            return None
        token = self.tokens[v]
        own = self.grammar.own_subject(v) if token.dep != "amod" else None
        if own is not None and self.tokens[own].dep in {"npadvmod", "dep", "nmod"}:
            # "Rumour In addition, Kenya will get ...": no subject, where another name stands right before the verb.
            nearer = self._adjacent_subject(v)
            own = own if nearer is None else nearer
        if own is not None:
            if not self.is_relative(own):
                return own
            return token.head if token.dep == "relcl" else None
        if self.grammar.kids(v, "expl"):
            # "told that there were none to spare": nobody has them.
            return None
        adjacent = self._adjacent_subject(v)
        if adjacent is not None:
            return adjacent
        return None if token.head == v else self._inherited(v, depth)

    def _inherited(self, v: int, depth: int) -> int | None:
        """The subject that a verb without one takes from the word above it, by the kind of arc between them."""
        grammar, token = self.grammar, self.tokens[v]
        head = token.head
        match token.dep:
            case "conj":
                return self.subject(head, depth + 1) if grammar.is_verb(head) else self.noun_agent(head, depth + 1)
            case "xcomp" | "ccomp" | "oprd":
                return self._controller(head, depth)
            case "acl" | "relcl":
                acts = self.is_actor(head) and token.tag != "VBN"
                return head if acts else self.noun_agent(head, depth + 1)
            case "pcomp" | "pobj":
                return self._acts_after_preposition(head, depth)
            case "advcl":
                infinitive = grammar.mood(v) is Mood.INFINITIVE
                return self._controller(head, depth) if infinitive else self._subject_of(head, depth)
            case "amod" | "compound" | "nmod":
                named = grammar.kids(v, "npadvmod", "compound", "amod", "nmod", "advmod")
                before = [c for c in named if c in self.scene.actor_at]
                return before[-1] if before else self._hyphenated_maker(v)
        return None

    def _adjacent_subject(self, v: int) -> int | None:
        """The actor right before a finite verb and its auxiliaries, where the parser found no subject at all."""
        grammar, verb = self.grammar, self.tokens[v]
        finite = grammar.mood(v) in {Mood.REAL, Mood.FUTURE, Mood.POSSIBLE}
        if not finite or grammar.is_passive(v) or verb.tag == "VBG":
            return None
        if verb.dep in {"conj", "xcomp", "relcl", "acl", "amod"}:
            return None
        i = v - 1
        while i >= 0 and self.tokens[i].tag in {"MD", "RB", "VBZ", "VBP", "VBD"} and self._same_sentence(i, v):
            i -= 1
        mention = self.scene.actor_at.get(i) if i >= 0 and self._same_sentence(i, v) else None
        if mention is None or not mention.actors or mention.kind is ActorKind.DEMONYM:
            return None
        if self.tokens[mention.head].dep == "pobj":
            # "At the summit in Jakarta [China] promised": two names in a row are two.
            before = self.scene.actor_at.get(mention.first - 1)
            return mention.head if before is not None else None
        return None if self.tokens[mention.head].dep == "poss" else mention.head

    def _same_sentence(self, i: int, j: int) -> bool:
        return self.tokens[i].sentence == self.tokens[j].sentence

    def _hyphenated_maker(self, v: int) -> int | None:
        """ "US-supplied": the name right before the hyphen, whatever the parser made of it."""
        hyphenated = v >= 2 and self.tokens[v - 1].text in {"-", "–"}
        return v - 2 if hyphenated and v - 2 in self.scene.actor_at else None

    def _subject_of(self, head: int, depth: int) -> int | None:
        if not self.grammar.is_verb(head):
            return self.noun_agent(head, depth + 1)
        if self.grammar.is_passive(head):
            return self.grammar.passive_agent(head)
        return self.subject(head, depth + 1)

    def _controller(self, head: int, depth: int) -> int | None:
        """Who acts in the complement of `head`: its object for verbs of asking and letting, else its subject."""
        grammar = self.grammar
        if self.tokens[head].pos in {"ADJ", "ADV"}:
            own = grammar.own_subject(head)
            return own if own is not None else self.subject(self.tokens[head].head, depth + 1)
        if not grammar.is_verb(head):
            return self.noun_agent(head, depth + 1)
        kinds = {op.kind for op in self.operators.at(grammar, head)}
        if kinds & OBJECT_CONTROL and not grammar.is_passive(head):
            asked = self._asked(head)
            if asked is not None:
                return asked
        return self.subject(head, depth + 1)

    def _asked(self, verb: int) -> int | None:
        """Who is asked, let or made to act by `verb`."""
        grammar = self.grammar
        places = [*grammar.kids(verb, "dobj", "dative"), *grammar.behind(verb, self.words.addressed)]
        known = next((obj for obj in places if self.is_actor(obj)), None)
        if known is not None:
            return known
        allies = (obj for obj in places if self.tokens[obj].lemma in self.scene.language.ally_nouns)
        unnamed = next(allies, None)
        if unnamed is not None:
            return unnamed
        # "urged Biden to send": somebody who cannot be placed acts, not the one who urges.
        # So do "all states".
        kinds = {op.kind for op in self.operators.at(grammar, verb)}
        nouns = {"PROPN", "NOUN"} if kinds & {"request", "cause"} else {"PROPN"}
        objects = (o for o in grammar.kids(verb, "dobj") if self.tokens[o].pos in nouns)
        return next((o for o in objects if o not in self.scene.item_at), None)

    def _acts_after_preposition(self, preposition: int, depth: int) -> int | None:
        above = self.tokens[preposition].head
        if above == preposition:
            return None
        if self.tokens[above].pos == "ADJ" and self.grammar.is_verb(self.tokens[above].head):
            # "are close to concluding"
            return self.subject(self.tokens[above].head, depth + 1)
        if self.tokens[above].dep == "advmod":
            # "stopped short of sending": the preposition hangs on an adverb of the verb.
            above = self.tokens[above].head
        if not self.grammar.is_verb(above):
            return self.noun_agent(above, depth + 1)
        if self.grammar.word(preposition) in self.words.object_acts:
            for obj in self.grammar.kids(above, "dobj", "nsubjpass"):
                if self.is_actor(obj):
                    return obj
        return self.subject(above, depth + 1)

    def _is_turned_down(self, n: int) -> bool:
        """ "a plan to buy tanks was blocked by Bern": who blocks a plan did not make it."""
        above = {op.kind for op in self.operators.at(self.grammar, self.tokens[n].head)}
        own = {op.kind for op in self.operators.at(self.grammar, n)}
        return "refuse" in above and "pledge" in own

    def named_agent(self, n: int) -> int | None:
        """Who stands behind a noun by the noun's own phrase: "Oslo's plea", "a plea by Oslo"."""
        grammar = self.grammar
        owners = [*grammar.kids(n, "poss", "amod", "compound", "nmod"), *grammar.behind(n, self.words.agent)]
        return next((c for c in owners if self.is_actor(c)), None)

    def noun_agent(self, n: int, depth: int = 0) -> int | None:
        """Who stands behind a noun: "Seoul's refusal", "U.S. plans", "talks by"; else the subject of its verb."""
        if depth > DEPTH:
            return None
        token = self.tokens[n]
        owner = self.named_agent(n)
        if owner is not None or token.head == n:
            return owner
        head = token.head
        if token.dep == "nsubjpass" and self._is_turned_down(n):
            return None
        if token.dep in {"dobj", "nsubjpass", "attr", "oprd", "conj", "xcomp", "ccomp", "appos"}:
            return self._subject_of(head, depth)
        if token.dep in {"pobj", "pcomp"}:
            above = self.tokens[head].head
            if self.tokens[above].pos in {"ADJ", "ADV", "ADP"}:
                # "backed away from a plan", "close to a deal": the verb stands above.
                above = self.tokens[above].head
            if self.grammar.word(head) in self.words.inside and self.is_actor(above):
                return above  # "Algeria in talks to buy"
            return self._subject_of(above, depth) if above != head else None
        if token.dep in {"compound", "amod", "nmod"}:
            return self.noun_agent(head, depth + 1)
        return None
