"""What "it", "he", "the country" and "the ministry" take up: who was named before, and who acts nearby."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from armswire.claims.meaning import Party
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention

# How many sentences back a pronoun, or a title without its state, reaches.
REACH = 2
SUBJECTS = frozenset({"nsubj", "nsubjpass", "npadvmod"})
PERSONS = frozenset({ActorKind.PERSON, ActorKind.OFFICIAL, ActorKind.EXPERT})


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actors of a phrase, the token that told, and how; `taken_up` where it takes up what was named before.

    `sides` are the actors of each member of a list: a firm and its home state are one side, "A and B" are two; `places`
    are the tokens of the members, of one that takes up another those of both.
    """

    actors: tuple[str, ...]
    token: int
    how: str
    kind: ActorKind | None = None
    taken_up: bool = False
    sides: tuple[tuple[str, ...], ...] = ()
    places: tuple[int, ...] = ()

    def first_side(self) -> Resolved:
        """Who is named first of several."""
        return replace(self, actors=self.sides[0], sides=self.sides[:1], places=self.places[:1])

    def other_sides(self) -> Resolved:
        """All but who is named first."""
        actors = tuple(dict.fromkeys(actor for side in self.sides[1:] for actor in side))
        return replace(self, actors=actors, sides=self.sides[1:], places=self.places[1:])

    def party(self, note: str = "") -> Party:
        """The actors as a party to a transfer; `note` adds to how they were told."""
        return Party(self.actors, self.token, f"{self.how}{note}", self.taken_up, self.places)


class Antecedents:
    """Looks back in one document."""

    def __init__(self, scene: Scene) -> None:
        # Who acts in the clause of a verb; set by `Subjects`, which knows control and passives.
        self.subject_of: Callable[[int], int | None] = lambda _verb: None
        self.names_outlet: Callable[[int], bool] = lambda _noun: False
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language

    def is_pronoun(self, i: int) -> bool:
        """True for "it", "they", "he", "her": words for somebody named before."""
        pronouns = self.language.pronouns
        word = self.grammar.word(i)
        return word in pronouns.things or word in pronouns.several or word in pronouns.persons

    def is_definite(self, i: int) -> bool:
        """ "the ministry", "that country"."""
        return self.grammar.has_determiner(i, self.language.determiners.definite)

    def is_indefinite(self, i: int) -> bool:
        """ "a ministry", "some officials"."""
        return self.grammar.has_determiner(i, self.language.determiners.indefinite)

    def of_pronoun(self, i: int) -> Resolved | None:
        """What a pronoun or "the country" takes up: a subject before it, near first; persons for "he"."""
        token = self.tokens[i]
        wants_person = self.grammar.word(i) in self.language.pronouns.persons
        bound = self._bound(i) if token.tag == "PRP$" and not wants_person else None
        if bound is not None:
            return bound
        if token.tag == "PRP$" and self._owner_is_unnamed(i):
            return None
        excluded = self._actors_of_subject(i) if token.tag != "PRP$" else None
        told = self._told(i) if token.tag == "PRP$" else set()
        candidates = [
            m
            for m in self.scene.actors_near(i, REACH)
            if m.last < i and m.actors and m.actors != excluded and _can_be_meant(m.kind, person=wants_person)
        ]
        candidates = [m for m in candidates if not told & {*range(m.first, m.last + 1)}] or candidates
        if token.lemma in self.language.country_nouns:
            owners = self._owners_above(i)
            candidates = [m for m in candidates if m.head not in owners]
        kind = self.language.country_kinds.get(token.lemma)
        if kind is not None:
            # "the island" is none of the states that are none.
            candidates = [m for m in candidates if set(m.actors) & set(kind)]
        if not candidates:
            return None
        return self._taken_up(max(candidates, key=lambda m: self._prominence(m, i)), i)

    def _bound(self, i: int) -> Resolved | None:
        """The subject of the clause in which an owner's pronoun stands: "urged Seoul to lift its ban"."""
        if self.tokens[i].dep in {"nsubj", "nsubjpass"}:
            return None
        subject = self.subject_of(self.grammar.clause_verb(i))
        if subject is None or subject == i or i in set(self.grammar.subtree(subject)):
            return None
        mention = self.scene.actor_at.get(subject)
        if mention is not None and mention.actors:
            return self._taken_up(mention, i, "the subject ")
        return self.listed(subject)

    def _told(self, i: int) -> set[int]:
        """ "Oslo told [Helsinki] that its laws ...": to whom the clause is said; it is about who says it."""
        verb = self.grammar.clause_verb(i)
        above = self.tokens[verb].head
        says = self.tokens[verb].dep == "ccomp" and self.tokens[above].lemma in self.language.telling_verbs
        return {*self.grammar.kids(above, "dobj", "dative")} if says and above < i else set()

    def listed(self, i: int) -> Resolved | None:
        """ "countries such as Ghana and Oman": those that the phrase names."""
        if i in self.scene.item_at:
            return None
        for obj in self.grammar.behind(i, self.language.prepositions.listing_parties):
            parts = (self.scene.actor_at.get(part) for part in self.grammar.conjuncts(obj))
            mentions = [mention for mention in parts if mention is not None and mention.actors]
            if mentions:
                actors = tuple(dict.fromkeys(a for m in mentions for a in m.actors))
                return Resolved(actors, obj, f"“{self.tokens[i].text}” lists them", mentions[0].kind)
        return None

    def _owner_is_unnamed(self, i: int) -> bool:
        """ "states that dropped their policy": whose policy it is stands there, but nobody is named."""
        subject = self.subject_of(self.grammar.clause_verb(i))
        if subject is None or subject in self.scene.actor_at or self.is_definite(subject):
            return False
        if self.tokens[i].head == subject:
            return False
        return self.tokens[subject].lemma in {*self.language.country_nouns, *self.language.ally_nouns}

    def _owners_above(self, i: int) -> set[int]:
        """ "Washington's ban on sales to the country": who owns a noun above the phrase is somebody else."""
        owners: set[int] = set()
        at = self.tokens[i].head
        while self.tokens[at].pos in {"NOUN", "ADP"} and self.tokens[at].head != at:
            owners.update(self.grammar.kids(at, "poss"))
            at = self.tokens[at].head
        return owners

    def _taken_up(self, mention: ActorMention, i: int, what: str = "") -> Resolved:
        text = mention.span.of(self.scene.annotated.document.text)
        how = f"“{self.tokens[i].text}” takes up {what}“{text}”"
        return Resolved(mention.actors, i, how, mention.kind, taken_up=True, places=(i, mention.head))

    def _actors_of_subject(self, i: int) -> tuple[str, ...] | None:
        """An object pronoun is somebody else than the subject of its clause ("Poland has provided it with ...")."""
        subject = self.subject_of(self.grammar.clause_verb(i))
        mention = self.scene.actor_at.get(subject) if subject is not None and subject != i else None
        return mention.actors if mention is not None else None

    def _prominence(self, mention: ActorMention, i: int) -> tuple[int, int, int, int]:
        """Nearer sentences first; in one, states before who speaks for them, then the subject, then the nearer."""
        head = self.tokens[mention.head]
        distance = self.tokens[i].sentence - head.sentence
        speaks_for = mention.kind in {ActorKind.PERSON, ActorKind.OFFICIAL}
        person = speaks_for and self.grammar.word(i) not in self.language.pronouns.persons
        place = 2 if head.dep in SUBJECTS else 1 if head.dep == "poss" else 0
        return (-distance, 0 if person else 1, place, mention.first)

    def of_office(self, mention: ActorMention) -> Resolved | None:
        """ "the ministry": the office named before with its owner, else of the state that acts before or nearby."""
        return self._named_before(mention) or self.in_focus(mention)

    def _named_before(self, mention: ActorMention) -> Resolved | None:
        earlier = [m for m in reversed(self.scene.annotated.actors) if m.first < mention.first and m.actors]
        official = mention.kind is ActorKind.OFFICIAL
        for other in earlier:
            same_person = official and other.kind in {ActorKind.OFFICIAL, ActorKind.PERSON}
            if _office(other) == _office(mention) or same_person or self._is_short_for(mention, other):
                return Resolved(other.actors, mention.head, "named before with its state", other.kind)
        if not self.is_definite(mention.head) or mention.kind is not ActorKind.BODY:
            return None
        for other in earlier:
            acts = self.tokens[other.head].dep in SUBJECTS | {"poss", "ROOT", "agent"}
            if (
                acts
                and not self._is_told_by_the_unplaced(other)
                and other.kind in {ActorKind.STATE, ActorKind.BODY, ActorKind.PERSON}
            ):
                return Resolved(other.actors, mention.head, "of the state that acts before", other.kind)
        return None

    def _is_short_for(self, mention: ActorMention, other: ActorMention) -> bool:
        """ "the police" after "Panama's border police": the same body, its last word said again."""
        words = (self.grammar.word(one.last) for one in (mention, other))
        bodies = mention.kind is ActorKind.BODY and other.kind is ActorKind.BODY
        return bodies and self.is_definite(mention.head) and len(set(words)) == 1

    def in_focus(self, mention: ActorMention) -> Resolved | None:
        """ "Prime Minister X announced": of the state that acts in the sentence, or in one before."""
        sentence = self.tokens[mention.head].sentence
        states = [
            m
            for m in self.scene.actors_near(mention.head, REACH)
            if m.kind in {ActorKind.STATE, ActorKind.BODY, ActorKind.ORGANISATION} and m.actors and m is not mention
        ]
        acting = [m for m in states if self.tokens[m.head].dep in SUBJECTS and not self._is_told_by_the_unplaced(m)]
        if acting:
            best = max(acting, key=lambda m: (self.tokens[m.head].sentence, -m.first))
            return Resolved(best.actors, mention.head, "of the state that acts", mention.kind)
        before = [m for m in states if self.tokens[m.head].sentence == sentence and m.last < mention.first]
        quoted = [q.span for q in self.scene.annotated.document.quotations]
        # "'The guns are for Peru', the official said": of whom one speaks need not be one's own state.
        named = (m for m in before if not any(q.covers(m.span) and not q.covers(mention.span) for q in quoted))
        first = next(named, None)
        if first is None:
            return None
        return Resolved(first.actors, mention.head, "of the state named before it", mention.kind)

    def _is_told_by_the_unplaced(self, state: ActorMention) -> bool:
        """ "the ministry stated that the shells which Peru bought ...": Peru is whom the ministry speaks about.

        Who acts in its statement itself ("the ministry said that Peru had bought") may be its own state.
        """
        verb = self.tokens[self.tokens[state.head].head]
        while verb.dep == "conj" and verb.head != verb.index:
            verb = self.tokens[verb.head]
        root = next(t for t in self.scene.sentence_tokens(state.head) if t.dep == "ROOT" or t.head == t.index)
        if verb.index == root.index or (verb.dep == "ccomp" and verb.head == root.index):
            return False
        teller = self.subject_of(root.index)
        office = () if teller is None else (teller, *self.grammar.kids(teller, "compound", "poss"))
        mentions = (self.scene.actor_at.get(i) for i in office)
        return any(m is not None and m.kind is ActorKind.BODY and not m.actors for m in mentions)


def _can_be_meant(kind: ActorKind, *, person: bool) -> bool:
    """ "he" is a person; "it" and "they" are neither an expert nor the adjective of a state; nobody is the press."""
    if person:
        return kind in PERSONS
    return kind not in {ActorKind.MEDIA, ActorKind.EXPERT, ActorKind.DEMONYM}


def _office(mention: ActorMention) -> str:
    """The office without its owner: "ministry of defence" of "ministry of defence of Norway" is "ministry"."""
    return mention.entry.split(" of ")[0]
