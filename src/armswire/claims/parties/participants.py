"""From a noun phrase to the actors it identifies.

"South Korean manufacturers" and "Seoul's army" are KOR by their modifiers, "it" and "the country" by what was named
before, "Kyiv's allies" are not UKR. Words that identify nobody give no actor: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable

from armswire.claims.parties.antecedents import Antecedents, Resolved
from armswire.claims.parties.former_holders import FormerHolders
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention

PLACES = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP})
SPEAKERS = frozenset({ActorKind.PERSON, ActorKind.OFFICIAL, ActorKind.EXPERT, ActorKind.MEDIA})
# How many phrases may wait for one another: whose "its" is may hang on who acts, and that on whose another phrase is.
DEPTH = 12


class Participants(Antecedents):
    """Resolves phrases of one document; remembers nothing between documents."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._former = FormerHolders(scene)
        # The phrases about which it is being asked who they are.
        self._open: set[int] = set()
        # Who speaks the words at a token; set by the attribution.
        self.speaker_at: Callable[[int], tuple[str, ...]] = lambda _token: ()

    def resolve(self, i: int) -> Resolved | None:
        """The actors of the phrase headed by token `i` with what is coordinated, or None."""
        parts = [one for part in self.grammar.conjuncts(i) if (one := self._resolve_one(part)) is not None]
        if not parts:
            return None
        first = parts[0]
        if first.kind in PLACES:
            # "to Kenya, Kari Holm, the minister, said": the parser lists the speaker with the states.
            parts = [one for one in parts if one.kind not in SPEAKERS]
        actors = tuple(dict.fromkeys(actor for one in parts for actor in one.actors))
        sides: dict[tuple[str, ...], int] = {}
        for one in parts:
            sides.setdefault(one.actors, one.token)
        places = first.places if len(sides) == 1 else tuple(sides.values())
        return Resolved(actors, first.token, first.how, first.kind, first.taken_up, tuple(sides), places)

    def resolve_alone(self, i: int) -> Resolved | None:
        """The actors of the phrase headed by token `i` without what is coordinated, or None."""
        return self._resolve_one(i)

    def _resolve_one(self, i: int) -> Resolved | None:
        """Who the phrase at `i` alone is; None where that hangs on itself ("harm by its refusing", done by whom?)."""
        if i in self._open or len(self._open) == DEPTH:
            return None
        self._open.add(i)
        try:
            return self._identified(i)
        finally:
            self._open.remove(i)

    def _identified(self, i: int) -> Resolved | None:
        token, language = self.tokens[i], self.language
        mention = self.scene.actor_at.get(i)
        if mention is not None:
            return self._from_mention(mention, i)
        if self.is_pronoun(i):
            return self.of_pronoun(i)
        if self.grammar.word(i) in language.pronouns.speaker:
            return self._speaker(i)
        listed = self.listed(i) or self._members(i)
        if listed is not None:
            return listed
        if token.lemma in language.ally_nouns and not self.grammar.is_verb(i):
            return self._apposed(i) or self._allies(i)
        owner = self.owner(i)
        of_group = owner is not None and all(actor.startswith("grp:") for actor in owner.actors)
        if of_group and token.lemma in language.country_nouns and self.is_definite(i):
            # "the African country": one of the continent's states, told before.
            return self.of_pronoun(i)
        if owner is not None:
            # "Chad's neighbour Niger" is Niger, "Chad's neighbour" is not Chad.
            return self._apposed(i) if token.lemma in language.foe_nouns else owner
        if self.is_definite(i):
            if token.text in language.short_state_names:
                return self._of_short_name(i)
            if token.lemma in language.group_nouns:
                return self._group(i)
            if token.lemma in {*language.country_nouns, *language.country_kinds, *language.seat_nouns}:
                return self.of_pronoun(i) or (self._speaker(i) if token.lemma in language.country_nouns else None)
            if token.lemma in language.armed_group_nouns:
                return self._apposed(i) or self._armed_group(i)
        return self._apposed(i)

    def _speaker(self, i: int) -> Resolved | None:
        """ "we", "our country"; "the country" where none was named before is the speaker's too."""
        speaker = self.speaker_at(i)
        return Resolved(speaker, i, f"“{self.tokens[i].text}” is who speaks") if speaker else None

    def _members(self, i: int) -> Resolved | None:
        """ "member states": of the organisation of states named before."""
        token, codes = self.tokens[i], {*self.language.group_nouns.values()}
        first = any(
            self.tokens[c].lemma in self.language.member_words for c in self.grammar.kids(i, "compound", "amod")
        )
        if (
            not first
            or token.tag != "NNS"
            or token.lemma not in {*self.language.country_nouns, *self.language.seat_nouns}
        ):
            return None
        before = (m for m in reversed(self.scene.annotated.actors) if m.last < i and codes & {*m.actors})
        mention = next(before, None)
        if mention is None or self.owner(i) is not None:
            return None
        return Resolved(mention.actors, i, f"“{token.text}” that are its members", mention.kind, taken_up=True)

    def _armed_group(self, i: int) -> Resolved | None:
        """ "that militia": the last group named before."""
        before = (m for m in reversed(self.scene.annotated.actors) if m.last < i and m.kind is ActorKind.ORGANISATION)
        mention = next((m for m in before if m.actors and all(a.startswith("org:") for a in m.actors)), None)
        return None if mention is None else self._taken_up(mention, i)

    def _apposed(self, i: int) -> Resolved | None:
        """Who is named beside the phrase: "its neighbour, Niger"."""
        apposed = (self._resolve_one(c) for c in self.grammar.kids(i, "appos"))
        return next((other for other in apposed if other is not None), None)

    def _from_mention(self, mention: ActorMention, i: int) -> Resolved | None:
        """The actors of a mention; of a body or official without a state, whose it is; of who left office, nobody."""
        if self._former.is_one(mention):
            return None
        if mention.actors:
            text = mention.span.of(self.scene.annotated.document.text)
            return Resolved(mention.actors, i, f"“{text}”", mention.kind)
        if mention.kind is ActorKind.PERSON:
            return self.in_focus(mention)
        if mention.kind not in {ActorKind.BODY, ActorKind.OFFICIAL}:
            return None
        owner = self.owner(mention.head) or self._seated(mention)
        if owner is not None:
            return owner
        if self._works_for_a_government(mention):
            return self.in_focus(mention)
        if self.is_indefinite(mention.head):
            return None
        known = mention.kind is ActorKind.BODY or self.is_definite(mention.head)
        return self.of_office(mention) if known else None

    def _seated(self, mention: ActorMention) -> Resolved | None:
        """ "shipped to the army in Bamako": of the state in which it sits, whatever the parser hangs the place on."""
        at = mention.head + 1
        if mention.kind is not ActorKind.BODY or at + 1 >= len(self.tokens):
            return None
        seat = self.scene.actor_at.get(at + 1)
        if self.grammar.word(at) not in self.language.prepositions.inside or seat is None:
            return None
        places = seat.kind is ActorKind.STATE and seat.actors
        return Resolved(seat.actors, seat.head, "in which it sits", seat.kind) if places else None

    def _works_for_a_government(self, mention: ActorMention) -> bool:
        """ "a government official", "government sources": of the state that acts, though they are not named."""
        words = {self.grammar.word(k) for k in range(mention.first, mention.last + 1)}
        return mention.kind is ActorKind.OFFICIAL and bool(words & set(self.language.seat_nouns))

    def _of_short_name(self, i: int) -> Resolved | None:
        """ "the North" where North Korea was named, "the Emirates" after the United Arab Emirates."""
        text, word = self.scene.annotated.document.text, self.tokens[i].text
        for mention in reversed(self.scene.annotated.actors):
            names = mention.span.of(text).split()
            states = mention.actors and mention.kind not in {ActorKind.MEDIA, ActorKind.ORGANISATION}
            if mention.last < i and states and len(names) > 1 and word in {names[0], names[-1]}:
                return Resolved(mention.actors, i, f"“the {word}”, short for “{mention.span.of(text)}”", mention.kind)
        return None

    def _allies(self, i: int) -> Resolved | None:
        """ "Western allies", "Kyiv's partners": a group, never the state whose friends they are."""
        modifiers = self.grammar.kids(i, "amod", "compound", "nmod")
        named = [a for c in modifiers if c in self.scene.actor_at for a in self.scene.actor_at[c].actors]
        groups = tuple(a for a in named if a.startswith(("grp:", *self.language.group_nouns.values())))
        if groups:
            return Resolved(groups, i, "a group of states")
        if named and any(self.tokens[c].dep == "poss" for c in self.grammar.children[i]):
            # "our American friends", "Kyiv's British allies": whose friends they are stands before who they are.
            return Resolved(tuple(named), i, f"“{self.tokens[modifiers[0]].text}” before “{self.tokens[i].text}”")
        group = self._group_of_allies() if self.tokens[i].tag in {"NNS", "NNPS"} else None
        return Resolved((group,), i, f"“{self.tokens[i].text}” of a state at war") if group is not None else None

    def _group_of_allies(self) -> str | None:
        """The group that unnamed allies mean in an article about a state at war; elsewhere they may be anybody."""
        groups = self.language.ally_groups
        actors = (actor for mention in self.scene.annotated.actors for actor in mention.actors)
        return next((groups[actor] for actor in actors if actor in groups), None)

    def _group(self, i: int) -> Resolved:
        """ "the alliance", "the bloc"."""
        lemma = self.tokens[i].lemma
        return Resolved((self.language.group_nouns[lemma],), i, f"“the {lemma}”")

    def owner(self, i: int) -> Resolved | None:
        """The state that owns the phrase: possessor, demonym, "of X"."""
        beside = self.grammar.kids(i, "poss", "amod", "compound", "nmod", "npadvmod")
        if self.tokens[i].lemma in self.language.passing_on.counterpart_nouns:
            # "her Turkish counterpart" is not of her state.
            beside = [c for c in beside if self.tokens[c].dep != "poss"]
        for c in beside:
            owner = self._owner_in(c, i)
            if owner is not None or self._takes_up(c):
                return owner
        for word, obj in self.grammar.prepositions(i):
            mention = self.scene.actor_at.get(obj)
            if word in self.language.prepositions.owner and mention is not None and mention.actors:
                how = f"“{self.tokens[i].text} {word} {self.scene.name_at(obj)}”"
                return Resolved(mention.actors, obj, how, mention.kind)
        return None

    def _owner_in(self, c: int, i: int) -> Resolved | None:
        """The owner that the modifier `c` of the phrase `i` names."""
        token = self.tokens[c]
        mention = self.scene.actor_at.get(c)
        if mention is not None and mention.actors and mention.kind is not ActorKind.MEDIA:
            how = f"“{self.scene.name_at(c)}” before “{self.tokens[i].text}”"
            return Resolved(mention.actors, c, how, mention.kind)
        if token.lemma in self.language.group_nouns:
            return self._group(c)
        if self.grammar.word(c) in self.language.leading_words and token.dep == "amod":
            return self.owner(c)
        if self._takes_up(c):
            return self.of_pronoun(c)
        if self.grammar.word(c) in self.language.pronouns.speaker:
            return self._speaker(c)
        other = mention is not None and mention is not self.scene.actor_at.get(i)
        if mention is not None and other and mention.kind is ActorKind.BODY and token.dep == "poss":
            # "the navy's spokesman": of the state whose navy it is.
            return self._resolve_one(c)
        return self.owner(c) if token.dep == "poss" else None

    def _takes_up(self, c: int) -> bool:
        """ "its army", "the country's army"."""
        country = self.tokens[c].lemma in {
            *self.language.country_nouns,
            *self.language.country_kinds,
        } and self.is_definite(c)
        return country or self.is_pronoun(c)
