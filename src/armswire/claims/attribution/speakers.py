"""From the phrase of who speaks to a source: its words, its class and its actor."""

from __future__ import annotations

from dataclasses import dataclass, replace

from armswire.claims.attribution.callings import Callings
from armswire.claims.attribution.groups import Groups
from armswire.claims.attribution.homes import Homes
from armswire.claims.attribution.naming import Namings
from armswire.claims.attribution.phrases import Phrases
from armswire.claims.attribution.press import PRESS, Press
from armswire.claims.parties.antecedents import Resolved
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import Naming, Source, SourceClass

CLASS_OF_KIND = {
    ActorKind.PERSON: SourceClass.NAMED_OFFICIAL,
    ActorKind.OFFICIAL: SourceClass.ANONYMOUS_OFFICIAL,
    ActorKind.BODY: SourceClass.GOVERNMENT_BODY,
    ActorKind.STATE: SourceClass.GOVERNMENT_BODY,
    ActorKind.DEMONYM: SourceClass.GOVERNMENT_BODY,
    ActorKind.GROUP: SourceClass.GOVERNMENT_BODY,
    ActorKind.ORGANISATION: SourceClass.ORGANISATION,
    ActorKind.MEDIA: SourceClass.MEDIA,
    ActorKind.EXPERT: SourceClass.EXPERT,
    ActorKind.OTHER: SourceClass.OTHER,
}
# Whose state the sentence may tell where their own words do not.
OF_STATE = frozenset({SourceClass.ANONYMOUS_OFFICIAL, SourceClass.NAMED_OFFICIAL})
# By which entry a firm was found that no file knows.
FIRM_ENTRY = "described/firm"
# Who may seem to be named by the last word of an outlet's name ("the Nordic Observer").
TRADES = frozenset({ActorKind.EXPERT, ActorKind.OFFICIAL, ActorKind.OTHER})
# Words that stand for some of those behind "of": "two of its members".
COUNTS = frozenset({"NUM", "DET", "PRON", "ADJ"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source of the chain and the token at which it stands.

    `taken_up` where other words than there name it, `guessed` where nothing beside a person tells whose official it is.
    """

    source: Source
    token: int
    taken_up: bool = False
    guessed: bool = False

    @property
    def is_press(self) -> bool:
        """True for newspapers, agencies and broadcasters."""
        return self.source.source_class in PRESS


class Speakers:
    """Tells for the tokens of one document what source stands there."""

    def __init__(self, scene: Scene, participants: Participants) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.participants = participants
        self.press = Press(scene)
        self.phrases = Phrases(scene)
        self.callings = Callings(scene)
        self.namings = Namings(scene, participants)
        self.groups = Groups(scene, self.phrases)
        self.homes = Homes(scene, participants, self.phrases, self.press)

    def at(self, i: int | None) -> Speaker | None:
        """The source at token `i`, or None where nothing there can speak."""
        found = None if i is None else self._at(i)
        if found is None:
            return None
        source = self.namings.told(self._by_name(found), found.token)
        cut = source.source != found.source.source
        if source.naming is Naming.DESCRIBED and (cut or self.phrases.is_by_name(found.token)):
            source = replace(source, naming=Naming.NAMED)
        return replace(found, source=source)

    def _by_name(self, speaker: Speaker) -> Source:
        """An outlet or a group by its name alone, where it has one; a group that has one is an actor by it."""
        source, i = speaker.source, speaker.token
        mention = self.scene.actor_at.get(i)
        actor = self.groups.actor(i) if source.source_class is SourceClass.ORGANISATION else None
        known = mention is not None and mention.kind is ActorKind.ORGANISATION
        if not speaker.is_press and actor is None and not known:
            return source
        name = self.phrases.name_of_group(i)
        words = source.source if name is None else self.scene.words(*name)
        return replace(source, source=words, actor=source.actor or actor)

    def node(self, i: int) -> int:
        """The token that stands for the source at `i`: the head of its mention, but for an outlet inside one."""
        mention = self.scene.actor_at.get(i)
        token = self.tokens[i]
        if mention is None and token.dep == "appos" and self._is_kind_of_outlet(token.head) and token.pos == "PROPN":
            # "the website Fjord Lens, which": one outlet, whatever hangs on its name.
            return self.node(token.head)
        if token.dep == "appos" and self._is_kind_of_outlet(i) and self.press.is_named_like_one(token.head):
            # "Fjord Mail, a daily, which"
            return self.node(token.head)
        if mention is None and token.dep == "appos" and not self._is_outlet(i) and not self._is_outlet(token.head):
            # "Ola Berg, a dealer quoted by": what is said of the one holds for the other.
            return self.node(token.head)
        return i if mention is None or self._is_named_like_an_outlet(mention, i) else self.speaking(mention)

    def _is_kind_of_outlet(self, i: int) -> bool:
        return self.tokens[i].pos == "NOUN" and self.tokens[i].lemma in self.language.press_nouns

    def _is_outlet(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        return self.press.of_phrase(i) is not None or (mention is not None and mention.kind is ActorKind.MEDIA)

    def speaking(self, mention: ActorMention) -> int:
        """The token that speaks of a mention that stands before a verb of speech."""
        return mention.last if self._is_named_like_an_outlet(mention, mention.head) else mention.head

    def as_media(self, source: Source) -> Source:
        """The source as the outlet that its place in the text shows it to be."""
        return replace(source, source_class=SourceClass.MEDIA, actor=None)

    def _at(self, i: int) -> Speaker | None:
        mention = self.scene.actor_at.get(i)
        if mention is None:
            return self._unnamed(i)
        if self._is_named_like_an_outlet(mention, i):
            return self._unnamed(i)
        joined = self.press.joined_name(i)
        if joined is not None:
            return Speaker(Source(self.scene.words(*joined), SourceClass.MEDIA), i)
        return self._outlet(mention, i) if mention.kind is ActorKind.MEDIA else self._named(mention, i)

    def _outlet(self, mention: ActorMention, i: int) -> Speaker | None:
        """An outlet or a kind of outlet; of the state's own press, with the state."""
        kind = self.press.of_mention(mention)
        if kind is None:
            return None
        actor = mention.actors[0] if mention.actors and kind is SourceClass.STATE_MEDIA else None
        if actor is None and kind is SourceClass.STATE_MEDIA:
            owner = self.participants.owner(mention.head)
            actor = owner.actors[0] if owner is not None else self.callings.seat(mention.last)
        return Speaker(Source(self.phrases.words(i), kind, actor), i)

    def _named(self, mention: ActorMention, i: int) -> Speaker:
        """A state, body, person or organisation that the annotations found."""
        group = self.groups.of_officer(mention)
        if group is not None and self.participants.owner(mention.head) is None:
            words = self.phrases.words(i)
            return Speaker(Source(words, SourceClass.ORGANISATION, self.groups.named_before(group)), i)
        text = mention.span.of(self.scene.annotated.document.text)
        kind = self._class_of(mention, text, i)
        outside = kind is SourceClass.ORGANISATION and self.callings.is_outside(mention)
        placed = () if outside else self._placed(mention) or self._where_it_speaks(mention)
        resolved = None if outside or placed or mention.actors else self.participants.resolve(mention.head)
        actors = placed or (resolved.actors if resolved is not None else ())
        # An expert speaks for no state, wherever the institute is.
        actor = actors[0] if actors and kind is not SourceClass.EXPERT else None
        if actor is None and kind in OF_STATE and mention.kind is ActorKind.OFFICIAL:
            actor = self.homes.state(i)
        guessed = not placed and mention.kind is ActorKind.PERSON
        return Speaker(Source(self.phrases.words(i), kind, actor), i, guessed=guessed)

    def _is_named_like_an_outlet(self, mention: ActorMention, i: int) -> bool:
        """ "Radio Lima", "the Nordic Observer": a name that ends in a place or a trade is that of an outlet."""
        if not self.press.is_named_like_one(i):
            return False
        if mention.kind is ActorKind.PERSON:
            # "In an interview with the Lima Courier, the defence minister said": taken for a name and its office.
            first = self.phrases.chunks(mention.first, mention.last)[0]
            return i <= first[1] < mention.last
        capital = self.tokens[mention.head].text[:1].isupper()
        return mention.last == i and (mention.kind is ActorKind.STATE or (mention.kind in TRADES and capital))

    def _placed(self, mention: ActorMention) -> tuple[str, ...]:
        """Whom a mention speaks for by its own words, or by those for the body that a person belongs to."""
        if mention.actors:
            # "South American diplomats": an official of a mere region is nobody's.
            of_region = mention.kind is ActorKind.OFFICIAL and mention.actors[0].startswith("grp:")
            several = len(mention.actors) > 1 and not mention.actors[0].startswith("org:")
            other = of_region and mention.actors[0] not in self.language.ally_groups.values()
            return () if other or several else mention.actors
        if mention.kind is ActorKind.OFFICIAL:
            owner = self.callings.employer(mention, ("to",))
            return () if owner is None else owner.actors
        if mention.kind is ActorKind.PERSON:
            owners = (self.participants.owner(k) for k in range(mention.head, mention.last + 1))
            owner = next((found for found in owners if found is not None), None)
            owner = owner or self.callings.employer(mention)
            if owner is not None:
                return owner.actors
        return ()

    def _where_it_speaks(self, mention: ActorMention) -> tuple[str, ...]:
        """ "In Oslo, the ministry said": a body speaks at home, an official wherever one is."""
        bare = mention.kind is ActorKind.BODY and self.participants.owner(mention.head) is None
        place = self.homes.place(mention.head) if bare else None
        return () if place is None else (place,)

    def _class_of(self, mention: ActorMention, words: str, i: int) -> SourceClass:
        """The class of a mention by its kind, but for what its words say against it."""
        if mention.kind is ActorKind.STATE and mention.actors and i != mention.head:
            return SourceClass.GOVERNMENT_BODY
        if self.callings.is_outside(mention) or _is_of_firm(mention):
            return SourceClass.ORGANISATION
        kind = CLASS_OF_KIND.get(mention.kind, SourceClass.OTHER)
        beside = self.phrases.name_beside(mention.head)
        if mention.kind is ActorKind.OFFICIAL and self.tokens[mention.head].lemma in self.language.executive_nouns:
            return SourceClass.ORGANISATION
        former = words.lower().startswith(self.language.former_words)
        if mention.kind is ActorKind.OFFICIAL and not former and self._can_be_told(mention):
            return SourceClass.NAMED_OFFICIAL
        if beside is not None and kind is SourceClass.ANONYMOUS_OFFICIAL:
            return SourceClass.NAMED_OFFICIAL
        lemmas = {token.lemma for token in self.tokens[mention.first : mention.last + 1]}
        if kind is SourceClass.OTHER and lemmas & set(self.language.organisation_nouns):
            return SourceClass.ORGANISATION
        return kind

    def _can_be_told(self, mention: ActorMention) -> bool:
        """An office that one person holds, or one whose name follows: "a lawmaker, Kari Holm,"."""
        one_of_many = mention.anonymous or self._is_one_of_many(mention.head)
        return not one_of_many or any(map(self._is_name, self.grammar.kids(mention.head, "appos")))

    def _is_one_of_many(self, i: int) -> bool:
        """ "two ministers": which of them is not told."""
        return bool(self.grammar.kids(i, "nummod"))

    def _is_name(self, i: int) -> bool:
        mention = self.scene.actor_at.get(i)
        return self.tokens[i].pos == "PROPN" if mention is None else mention.kind is ActorKind.PERSON

    def _unnamed(self, i: int) -> Speaker | None:
        """A phrase that is no mention: by its noun, else by the actor it resolves to."""
        token = self.tokens[i]
        holder = self._holder_of_office(i)
        if holder is not None:
            return Speaker(Source(self.phrases.words(i), SourceClass.GOVERNMENT_BODY, holder), i)
        kind = self._class_of_noun(i)
        if kind is None and (behind := self._behind(i)) is not None:
            return behind
        resolved = self._resolve(i)
        if kind is SourceClass.DOCUMENT:
            actor = resolved.actors[0] if resolved else self._issuer(i)
            return Speaker(Source(self.phrases.words(i), kind, actor or self.homes.state(i, paper=True)), i)
        if kind is SourceClass.ANONYMOUS_OFFICIAL:
            actor = resolved.actors[0] if resolved else self.homes.state(i)
            return Speaker(Source(self.phrases.words(i), kind, actor), i)
        if kind is SourceClass.STATE_MEDIA:
            return Speaker(Source(self.phrases.words(i), kind, resolved.actors[0] if resolved else None), i)
        if kind is not None:
            return Speaker(Source(self.phrases.words(i), kind), i)
        calling = self.callings.of_phrase(i) if token.pos == "PROPN" and self.grammar.kids(i, "appos") else None
        if calling is not None:
            of_office = calling is SourceClass.NAMED_OFFICIAL and resolved is not None
            actor = resolved.actors[0] if resolved is not None and of_office else None
            return Speaker(Source(self.phrases.words(i), calling, actor), i)
        if token.pos == "NOUN" and self.is_private(i):
            # "two French engineers", "relatives in the army": nobody who speaks for the state.
            return Speaker(Source(self.phrases.words(i), SourceClass.OTHER), i)
        if resolved is not None:
            of_person = resolved.kind is ActorKind.PERSON and token.pos != "PRON"
            known = None if of_person or resolved.kind is None else CLASS_OF_KIND.get(resolved.kind)
            if token.lemma in self.language.passing_on.counterpart_nouns:
                known = SourceClass.NAMED_OFFICIAL
            if token.lemma in self.language.passing_on.rank_nouns:
                known = SourceClass.ANONYMOUS_OFFICIAL
            return Speaker(Source(self.phrases.words(i), known or SourceClass.GOVERNMENT_BODY, resolved.actors[0]), i)
        if token.pos not in {"PROPN", "NOUN"}:
            return None
        return Speaker(Source(self.phrases.words(i), self.callings.of_phrase(i) or SourceClass.OTHER), i)

    def is_body_or_person(self, i: int) -> bool:
        """True where the words themselves tell that somebody stands there: "two people", "her counterpart"."""
        speaker = self._at(i)
        return speaker is not None and speaker.source.source_class is not SourceClass.OTHER

    def is_private(self, i: int) -> bool:
        """True for people who speak for nobody: "two dockers", "a smuggler"."""
        words, lemma = self.language.passing_on, self.tokens[i].lemma
        public = {*words.rank_nouns, *words.counterpart_nouns, *words.head_nouns}
        one_of_many = self.tokens[i].tag == "NNS" or self.participants.is_indefinite(i)
        of_trade = one_of_many and lemma.endswith(words.private_endings) and lemma not in public
        return lemma in words.private_nouns or of_trade

    def _resolve(self, i: int) -> Resolved | None:
        """The actors of a phrase, but for "Nordic": the adjective of several states names none of them."""
        resolved = self.participants.resolve(i)
        mention = None if resolved is None else self.scene.actor_at.get(resolved.token)
        several = mention is not None and len(mention.actors) > 1 and not mention.actors[0].startswith("org:")
        return None if several else resolved

    def _holder_of_office(self, i: int) -> str | None:
        """ "Prime Minister Holm's office", "the office of the minister": the state of who has it."""
        if self.tokens[i].lemma not in self.language.passing_on.body_nouns or self.tokens[i].pos != "NOUN":
            return None
        owners = (*self.grammar.kids(i, "poss"), *self.grammar.behind(i, ("of",)))
        mentions = [m for o in owners if (m := self.scene.actor_at.get(o)) is not None]
        officials = [m for m in mentions if m.kind in {ActorKind.PERSON, ActorKind.OFFICIAL}]
        speaker = self.at(officials[0].head) if officials else None
        held = speaker is not None and speaker.source.source_class is SourceClass.NAMED_OFFICIAL
        return speaker.source.actor if speaker is not None and held else None

    def _behind(self, i: int) -> Speaker | None:
        """ "two of its members", "pictures studied by a watchdog": who stands behind what seems to speak."""
        if self.tokens[i].pos in COUNTS and not self.participants.is_pronoun(i):
            return next((self.at(obj) for obj in self.grammar.behind(i, self.language.prepositions.counted)), None)
        language = self.language
        telling = {*language.passing_on.showing_verbs, *language.quoting_verbs, *language.seeing_verbs}
        clauses = (c for c in self.grammar.kids(i, "acl") if self.tokens[c].lemma not in telling)
        studied = (self.grammar.passive_agent(c) for c in clauses)
        return next((self.at(agent) for agent in studied if agent is not None), None)

    def _issuer(self, i: int) -> str | None:
        """For whom a paper speaks: "a report by a UN panel", "a list published by the ministry"."""
        agents = (a for c in self.grammar.kids(i, "acl") if (a := self.grammar.passive_agent(c)) is not None)
        issuing = self.language.passing_on.publishing_verbs
        published = [a for a in agents if self.tokens[self.tokens[self.tokens[a].head].head].lemma in issuing]
        for writer in (*self.grammar.behind(i, self.language.prepositions.sender), *published):
            resolved = self.participants.resolve(writer)
            if resolved is not None and not self.press.is_named_like_one(writer):
                return resolved.actors[0]
        return None

    def _class_of_noun(self, i: int) -> SourceClass | None:
        """What kind of source the noun names: "a watchdog", "the daily", "a leaked memo"; None for other nouns."""
        language, lemma = self.language, self.tokens[i].lemma
        if self.press.is_named_like_one(i):
            return self.press.of_phrase(i)
        if lemma in {*language.organisation_nouns, *language.executive_nouns}:
            return SourceClass.ORGANISATION
        if lemma in language.insider_nouns:
            return SourceClass.ANONYMOUS_OFFICIAL
        if lemma in language.document_nouns and (lemma not in language.press_nouns or self.press.is_plural(i)):
            return self._class_of_writer(i)
        if lemma in language.document_nouns and self.press.is_secret(i):
            return SourceClass.DOCUMENT
        press = self.press.of_phrase(i)
        if press is not None:
            return press
        if lemma in language.report_nouns and self.grammar.kids(i, "det", "poss", "amod"):
            return self._class_of_writer(i)
        return SourceClass.MEDIA if lemma in language.report_nouns else None

    def _class_of_writer(self, i: int) -> SourceClass:
        """ "a note by analysts" is the word of experts, every other paper its own."""
        writers = self.grammar.behind(i, self.language.prepositions.sender)
        by_expert = any(
            mention.kind is ActorKind.EXPERT for w in writers if (mention := self.scene.actor_at.get(w)) is not None
        )
        return SourceClass.EXPERT if by_expert else SourceClass.DOCUMENT


def _is_of_firm(mention: ActorMention) -> bool:
    """ "a spokesman of the shipyard Astimar": of who stands with its home state, or was described as a firm."""
    of_group = mention.kind in {ActorKind.OFFICIAL, ActorKind.PERSON} and mention.actors[:1] != ()
    known = len(mention.actors) > 1 or FIRM_ENTRY in mention.entry
    return of_group and mention.actors[0].startswith("org:") and known
