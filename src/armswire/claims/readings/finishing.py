"""What a composed meaning still lacks: who buys, adverbs, conditions, and whether it tells of anything at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.cues import CueBook
from armswire.claims.frames.instances import FrameInstance
from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.meaning import AWAY, Meaning, Party, weaken
from armswire.claims.operators.stacking import Stack
from armswire.claims.parse.grammar import Mood
from armswire.claims.readings.sounding import sounded_out
from armswire.claims.readings.terms import Terms
from armswire.claims.scene import Scene
from armswire.claims.tracing import Words, traced
from armswire.lexicon.language import Operator
from armswire.model.claim import Certainty, Stage

# Operators that answer a question: "declined to say whether it had sent" is no open question.
# Why a reading is none yet: it may still be answered.
ASKED = "is only asked about"
ANSWERING_KINDS = frozenset({"decline_comment", "confirm", "deny", "consider"})
# Frames that only say that there is a deal, not which side buys.
DEALS = frozenset({"deal", "item"})

# Operators that leave the tense of what is said ("said that it will buy"); "" where there is none.
SAID_KINDS = frozenset({"", "say", "confirm"})


class Finishing:
    """Finishes the meanings of one document."""

    def __init__(self, scene: Scene, operators: CueBook[Operator], items: ItemPhrases, terms: Terms) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.operators = operators
        self.items = items
        self.terms = terms

    def finished(self, m: Meaning, instance: FrameInstance, stack: Stack, *, told: bool = False) -> Meaning:
        """The meaning with its parties settled; dropped where it stands under "if" or tells of nothing.

        `told` where somebody's report says so, about which another is asked.
        """
        m = self._with_seller(self._from_origin(m), instance)
        m = traced(self.scene, m, self._with_buyer_settled(m), "purchase ahead", self._words(m))
        m = self._with_adverbs(m, stack)
        if self._is_asked(m.anchor) and not told:
            m = m.drop(ASKED)
        if self.grammar.is_cautioned(m.anchor):
            m = m.drop("somebody is warned not to begin")
        if self.grammar.stands_under(m.anchor, self.language.condition_markers):
            m = m.drop("stands under a condition")
        answered = any(s.operator.kind in ANSWERING_KINDS for s in stack.operators)
        if not answered and self.grammar.stands_under(m.anchor, self.language.question_markers):
            m = sounded_out(self.scene, m, stack) or m.drop("stands in an indirect question")
        if self.terms.hold(m.anchor):
            m = m.drop("a condition, no event")
        # "before it sends", "before it could send"; "before it sent" tells of what came about.
        if self._is_ahead(m.anchor) and set(self.language.pending_markers) & self.grammar.markers(m.anchor):
            planned = self.grammar.mood(self.tokens[m.anchor].head) is Mood.FUTURE and m.stage is Stage.DELIVERY
            # "will travel by sea before they are handed over": part of what is planned.
            ahead = replace(m, stage=Stage.PLEDGE) if planned else m.drop("has not come to pass yet")
            m = traced(self.scene, m, ahead, "part of a plan", self._words(m))
        if self._is_only_feared(m.anchor):
            m = m.drop("is only feared")
        if m.realised:
            return m
        return traced(self.scene, m, self._unrealised(m, instance, stack), "bare", self._words(m))

    def _words(self, m: Meaning) -> Words:
        """What tells how a meaning is meant over which nothing stands: its modal, else its word of transfer."""
        modal = self.grammar.modal_of(m.anchor)
        return Words(m.anchor if modal is None else modal)

    def _is_ahead(self, i: int) -> bool:
        """ "before it sends", "before they are sent", "before it could send"."""
        present = self.tokens[i].tag in {"VBP", "VBZ"}
        passive = any(word in self.language.auxiliaries.present for word in self.grammar.auxiliaries(i))
        return present or passive or self.grammar.mood(i) is Mood.POSSIBLE

    def _is_asked(self, i: int) -> bool:
        """ "Asked whether it had sold arms, ...": what somebody was asked, and may answer."""
        language, at = self.language, i
        markers = {*language.question_markers, *language.condition_markers, *language.prepositions.asked_about}
        while self.tokens[at].head != at:
            above = self.tokens[at].head
            opens = self.grammar.markers(at) & markers or self.grammar.word(above) in language.prepositions.asked_about
            asking = above if self.grammar.is_verb(above) else self.tokens[above].head
            if opens and self._is_being_asked(asking):
                return True
            at = above
        return False

    def _is_being_asked(self, i: int) -> bool:
        """ "asked", "when asked", "was asked"; not "he asked"."""
        token = self.tokens[i]
        alone = token.tag == "VBD" and token.dep == "advcl" and not self.grammar.kids(i, "nsubj")
        return token.lemma in self.language.asking_verbs and (token.tag == "VBN" or alone)

    def _from_origin(self, m: Meaning) -> Meaning:
        """ "receives Chinese air-defence systems": where nobody else is named, they come from their makers' state."""
        if m.supplier is not None or not m.items or m.stage is Stage.REQUEST:
            return m
        found = self.items.origin(m.items[0])
        if found is None:
            return m
        actors, token = found
        maker = Party(actors, token, f"“{self.scene.name_at(token)}” before the item")
        return m if maker.shares(m.recipient) or maker.shares(m.buyer) else replace(m, supplier=maker)

    def _with_seller(self, m: Meaning, instance: FrameInstance) -> Meaning:
        """ "Damen signed a contract for two frigates": a firm that concludes a deal with nobody named sells."""
        buyer, unnamed = m.buyer, m.supplier is None and m.recipient is None
        if buyer is None or not unnamed or not m.settled or instance.frame.id not in DEALS or not self._is_firm(buyer):
            return m
        return replace(m, supplier=buyer, buyer=None)

    def _with_buyer_settled(self, m: Meaning) -> Meaning:
        """Who buys is the recipient, unless it buys for somebody else (convention 6)."""
        if m.buyer is None:
            return m
        buyer, supplier = m.buyer, m.supplier
        if supplier is not None and self._is_firm(buyer) and not self._is_firm(supplier):
            # "Damen signs a contract with Pakistan": it is the firm that sells.
            buyer, supplier = supplier, buyer
            m = replace(m, buyer=buyer, supplier=supplier)
        if m.recipient is None or set(m.recipient.actors) == set(buyer.actors):
            return self._with_purchase_ahead(replace(m, recipient=m.recipient or buyer))
        if supplier is None:
            return replace(m, supplier=buyer)
        if set(supplier.actors) <= set(buyer.actors):
            return m
        return replace(m, intermediary=m.intermediary or buyer)

    def _with_purchase_ahead(self, m: Meaning) -> Meaning:
        """ "will buy 30 jets": who buys for itself promises nobody anything; a contract makes it certain."""
        if m.stage is not Stage.PLEDGE or m.base is not Stage.AGREEMENT or m.under not in SAID_KINDS:
            return m
        ahead = Certainty.CERTAIN if self._is_under_contract(m.anchor) else Certainty.PROBABLE
        return replace(m, stage=Stage.AGREEMENT, certainty=weaken(m.certainty, ahead))

    def _is_under_contract(self, i: int) -> bool:
        """ "the contract covers 90 howitzers that Poland will buy"."""
        item = self.tokens[self.tokens[i].head]
        verb = item.head
        if self.tokens[i].dep != "relcl" or self.tokens[verb].lemma not in self.language.containing_verbs:
            return False
        subject = self.grammar.own_subject(verb)
        return subject is not None and any(op.kind == "conclude" for op in self.operators.at(self.grammar, subject))

    def _is_firm(self, party: Party) -> bool:
        """ "org:Baykar", "the Turkish drone maker": by its name or by the noun that carries the phrase."""
        if party.actors[0].startswith("org:"):
            return True
        token = self.tokens[party.token]
        if token.dep not in {"amod", "compound", "poss", "nmod"}:
            return False
        near = (party.token, token.head, *self.grammar.kids(token.head, "compound", "appos"))
        return any(self.tokens[c].lemma in self.language.firm_nouns for c in near)

    def _with_adverbs(self, m: Meaning, stack: Stack) -> Meaning:
        """ "probably", "possibly" beside the frame or an operator over it."""
        places = (m.anchor, *(s.token for s in stack.operators))
        left_open = self._left_open_by(m, places)
        if left_open is not None:
            m = self._no_surer(m, Certainty.POSSIBLE, left_open)
        near = [c for t in places for c in self.grammar.kids(t, "advmod", "amod", "acomp")]
        for words, certainty in (
            (self.language.probable_words, Certainty.PROBABLE),
            (self.language.possible_words, Certainty.POSSIBLE),
        ):
            told = next((c for c in near if self.grammar.word(c) in words), None)
            if told is not None:
                m = self._no_surer(m, certainty, told)
        return m

    def _no_surer(self, m: Meaning, certainty: Certainty, told: int) -> Meaning:
        """The meaning, at most as certain as the word at `told` says."""
        return traced(self.scene, m, replace(m, certainty=weaken(m.certainty, certainty)), "adverb", Words(told))

    def _left_open_by(self, m: Meaning, places: Sequence[int]) -> int | None:
        """ "[Unconfirmed]: ..."; "a [bill] would stop sales"."""
        opening = next((t for t in self.scene.sentence_tokens(m.anchor) if t.text[0].isalpha()), None)
        if opening is not None and opening.text.lower() in self.language.unconfirmed_words:
            return opening.index
        bills = (self.grammar.own_subject(i) for i in places if self.grammar.mood(i) is Mood.FUTURE)
        return next((s for s in bills if s is not None and self.tokens[s].lemma in self.language.bill_nouns), None)

    def _is_due(self, i: int) -> bool:
        """ "first deliveries due in 2026", "deliveries are due in 2026"."""
        due = self.language.due_words
        head = self.tokens[i].head
        copula = self.tokens[i].dep == "nsubj" and self.tokens[head].lemma in self.language.copula_verbs
        behind = [c for c in self.grammar.kids(i, "amod", "acl") if c > i]
        behind += self.grammar.kids(head, "acomp") if copula else []
        return any(self.grammar.word(c) in due and self.grammar.kids(c, "prep", "npadvmod") for c in behind)

    def _unrealised(self, m: Meaning, instance: FrameInstance, stack: Stack) -> Meaning:
        """A bare noun or participle tells of a supply where nothing above it says otherwise."""
        mood = self.grammar.mood(m.anchor)
        if mood in {Mood.GERUND, Mood.NOMINAL} and self._denied_above(m.anchor):
            return replace(m, stage=Stage.REFUSAL, direction=AWAY, realised=True)
        if mood is Mood.NOMINAL and self._is_due(m.anchor):
            return replace(m, stage=Stage.PLEDGE, realised=True)
        match mood:
            case Mood.NOMINAL if instance.frame.id == "item":
                return m.drop("names arms that nobody moves")
            case Mood.NOMINAL if not stack.operators and (m.supplier is None or m.recipient is None):
                return m.drop("a noun of transfer that says neither to whom nor what became of it")
            case Mood.INFINITIVE if self._has_none(m.anchor):
                return replace(m, stage=Stage.REFUSAL, direction=AWAY, realised=True)
            case Mood.INFINITIVE:
                return m.drop("an infinitive that nothing makes real")
            case Mood.IMPERATIVE:
                return m.drop("an order to somebody unknown")
        return m

    def _has_none(self, i: int) -> bool:
        """ "has no missiles to spare", "there were none to give"."""
        token = self.tokens[i]
        negative = self.language.pronouns.negative
        hangs = token.dep in {"acl", "relcl"}
        return hangs and (self.grammar.word(token.head) in negative or self.grammar.is_negated(token.head))

    def _is_only_feared(self, i: int) -> bool:
        """ "fearing that it would be passed on": the clause hangs on a word of fear."""
        at = self.grammar.clause_verb(i)
        if self.tokens[at].dep not in {"ccomp", "acl", "pcomp", "relcl"}:
            return False
        above = self.tokens[at].head
        above = self.tokens[above].head if self.tokens[above].pos == "ADP" else above
        return self.tokens[above].lemma in self.language.fear_words

    def _denied_above(self, i: int) -> bool:
        """ "do not see room for sending": the clause around a bare mention is negated."""
        if self.tokens[i].dep not in {"pcomp", "pobj", "dobj"}:
            return False
        above = self.tokens[self.tokens[i].head].head
        verb = self.grammar.clause_verb(self.tokens[i].head)
        # "has no interest in sending": so is a noun in between.
        noun = self.grammar.kids(verb, "dobj", "attr", "nsubj") if self.grammar.is_verb(verb) else ()
        negated = self.grammar.is_verb(verb) and self.grammar.is_negated(verb)
        negated = negated or (above in noun and self.grammar.is_negated(above))
        return negated and not self.operators.at(self.grammar, verb)
