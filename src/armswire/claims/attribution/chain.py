"""Whose word it is: the chain of sources, from the article inwards; an empty chain is the article's own voice.

Looks, from the claim outwards, for the verb of speech that governs it, for "according to", for the speaker of the
quotation that it stands in, and in headlines for what stands before or behind a colon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.claims.attribution.carrying import Carrying
from armswire.claims.attribution.marked import SPEECH, Marked
from armswire.claims.attribution.relays import Relays
from armswire.claims.attribution.speakers import Speaker, Speakers
from armswire.claims.attribution.voices import Voices
from armswire.claims.cues import CueBook
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.annotation import ActorKind, ActorMention
from armswire.model.attribution import Naming, Source, SourceClass
from armswire.model.claim import Step

# Operators of which whoever does them may speak the quotation beside them.
TOLD = frozenset({"say", "address"})
# Operators of which whoever does them has spoken, and can be taken up as a speaker.
ACTS = frozenset({*SPEECH, "request", "want", "pledge", "announce", "refuse"})
# In which sentences the speaker of a quotation is named: its own, the one before, the one after, two before.
QUOTATION_REACH = (0, -1, 1, -2)
# At most so many words stand on a side of a headline's colon that names a source, beside the name itself.
HEADLINE_SIDE = 8
HEADLINE_FILL = 3
HEADLINE_STROKE = "|"
COMMAS = frozenset({",", "”", '"'})
HEADLINE_MARKS = frozenset({":", "-", "–", "—"})


class Attribution:
    """Finds the chain of sources for tokens of one document."""

    def __init__(
        self, scene: Scene, operators: CueBook[Operator], arguments: Arguments, participants: Participants
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.operators = operators
        self.arguments = arguments
        self.speakers = Speakers(scene, participants)
        self.relays = Relays(scene, self.speakers, self._sayer, self._speaks)
        self.carrying = Carrying(scene, participants, self.relays.publications, self._tellers)
        self.voices = Voices(scene, self.speakers)
        self.marked = Marked(scene, operators, self._at)
        self._asking = False
        participants.speaker_at = self.speaker_at
        participants.names_outlet = self.speakers.press.is_named_like_one

    def speaker_at(self, i: int) -> tuple[str, ...]:
        """The actors for whom the innermost speaker over token `i` speaks: what "we" means there."""
        if self._asking:
            return ()
        self._asking = True
        try:
            speakers = self.chain(i)
        finally:
            self._asking = False
        actor = speakers[-1].source.actor if speakers else None
        return () if actor is None else (actor,)

    def chain(self, anchor: int, holder: int | None = None, stance: int | None = None) -> tuple[Speaker, ...]:
        """The sources of the claim at `anchor`; `holder`, the token of who answers or asks, stands innermost.

        `stance` is the token of the answer: what is answered was said by others.
        """
        self.relays.prepare()
        # "the country's policy forbids it": what nobody can quote gives no word.
        inner = next((s for s in self._known([holder]) if self.relays.publications.can_speak(s.token)), None)
        found: list[Speaker] = [] if inner is None else [inner]
        answers = inner is not None and stance is not None
        start = stance if answers and stance is not None else anchor
        for speaker in (
            *self._governing(start, own_word=answers),
            *self._according(anchor, start if answers else None),
        ):
            if found and self._is_named_by(found[0], speaker):
                found[0] = speaker
            elif all(not _same(speaker, other) for other in found):
                found.append(speaker)
        if not found:
            found = list(self._quoted(anchor))
        if not found and self.scene.is_headline(anchor):
            found = list(self._headline(anchor))
        if not found:
            found = [speaker for _, speaker in self.marked.speakers_over(anchor)]
        seen: set[int] = set()
        whole = [link for speaker in found for link in self._whole(speaker, seen)]
        return tuple(reversed(_unique(whole)))

    def steps(self, anchor: int, speakers: Iterable[Speaker]) -> Iterator[Step]:
        """What the trace says of a chain: who speaks, and which attributions cover the claim's word."""
        for speaker in speakers:
            words = self.tokens[speaker.token].text
            how = f", whom “{words}” takes up," if speaker.taken_up else ""
            note = f"“{speaker.source.source}”{how} speaks ({speaker.source.source_class.value})"
            yield self.scene.step("attribution", "attribution", note, speaker.token)
        yield from self.marked.steps(anchor)

    def _whole(self, speaker: Speaker, seen: set[int]) -> Iterator[Speaker]:
        """The speaker between those it relies on and those who pass it on; of who is taken up, those of before."""
        path = self.carrying.antecedents(speaker.token)
        meant = self.relays.publications.at(path[-1]) if path else None
        if meant is None:
            yield from self.relays.around(speaker, seen)
            return
        seen.update(self.relays.head(i) for i in path)
        carried = Speaker(meant.source, speaker.token, taken_up=True)
        yield from self.relays.around(carried, seen)
        for i in (speaker.token, *path):
            if i != speaker.token:
                for outer in (*self._governing(i), *self._according(i, None)):
                    yield from self._whole(outer, seen)
                yield from self.relays.outwards(i, seen)
            if self.relays.is_passed_on(i):
                return

    def _known(self, tokens: Iterable[int | None]) -> Iterator[Speaker]:
        """The speakers at these tokens, a pronoun's too for whom nothing but who spoke before can be meant."""
        for i in tokens:
            speakers = [*self.relays.known([i])]
            if i is not None and not speakers:
                path = self.carrying.antecedents(i)
                meant = self.relays.publications.at(path[-1]) if path else None
                speakers = [] if meant is None else [Speaker(meant.source, i, taken_up=True)]
            yield from speakers

    def _at(self, i: int) -> Speaker | None:
        """Who speaks at token `i`; for "which says", what stands before it."""
        verb = self.tokens[i].head
        if self.arguments.is_relative(i) and self.tokens[verb].dep == "relcl":
            i = self.tokens[verb].head
        return next(self._known([i]), None)

    def _tellers(self) -> Iterator[int]:
        """The tokens of all who speak in the document, or act by speaking."""
        for token in self.tokens:
            acts = self.grammar.is_verb(token.index) and bool(self._kinds(token.index) & ACTS)
            who = self._sayer(token.index) if acts else None
            if who is not None and self.tokens[who].sentence == token.sentence:
                yield self.relays.head(who)
        yield from self.relays.tokens

    def _speaks(self, i: int) -> bool:
        return self.grammar.is_verb(i) and bool(self._kinds(i) & SPEECH)

    # -- verbs of speech ------------------------------------------------------------------------------------------

    def _is_named_by(self, inner: Speaker, outer: Speaker) -> bool:
        """ "the minister said he had nothing to add": one speaker, the first time by name."""
        told = inner.source.actor is not None and inner.source.actor == outer.source.actor
        pronouns = {*self.language.pronouns.persons, *self.language.pronouns.speaker}
        return told and self.grammar.word(inner.token) in pronouns and not outer.is_press

    def _governing(self, i: int, *, own_word: bool = False) -> Iterator[Speaker]:
        """The subjects of verbs of speech over `i`, the innermost first; of an answer, not those whom it answers."""
        cur = i
        while self.tokens[cur].head != cur and not self._cut_off(cur):
            if own_word and self._stands_beside(cur):
                return
            yield from self._known(self._sayers_over(cur))
            cur = self.tokens[cur].head
        # "South Korea sent shells, officials said": sometimes the verb of speech hangs below the claim.
        for c in self.grammar.kids(cur, "parataxis", "ccomp"):
            inside = i in set(self.grammar.subtree(c))
            put_in = self.tokens[c].dep == "parataxis" or self._is_put_in(c)
            if self.grammar.is_verb(c) and not inside and put_in and "say" in self._kinds(c):
                yield from self._known([self._sayer(c)])
        yield from self._known(self._put_in(i))

    def _put_in(self, i: int) -> Iterator[int]:
        """Who speaks in a clause that is put in without saying anything: "Rome, he went on, has ..."."""
        for token in self.scene.sentence_tokens(i):
            verb = token.index
            if not self.grammar.is_verb(verb) or i in set(self.grammar.subtree(verb)):
                continue
            subject = next((s for s in reversed(self.grammar.kids(verb, "nsubj")) if s < verb), None)
            if self._is_inserted(verb) and subject is not None and self._is_between_commas(subject, verb):
                yield subject
            if token.lemma in self.language.citing_verbs and self.grammar.own_subject(verb) is not None:
                yield from self._quoted_as(verb)

    def _is_inserted(self, verb: int) -> bool:
        """ "went on", which says something only where it is put in, or closes what is said."""
        follows = self.grammar.word(verb + 1) if verb + 1 < len(self.tokens) else ""
        forms = (self.tokens[verb].lemma, f"{self.tokens[verb].lemma} {follows}")
        after = self.tokens[verb + 1 : verb + 3]
        closed = any(t.pos == "PUNCT" for t in after)
        return closed and any(form in self.language.passing_on.inserted_verbs for form in forms)

    def _is_between_commas(self, subject: int, verb: int) -> bool:
        """ ", the former officer went on,": nothing else stands in the clause."""
        first = min(self.grammar.subtree(subject))
        before = self.tokens[first - 1].text if first else ""
        after = [t.text for t in self.tokens[verb + 1 : verb + 3]]
        return before in COMMAS and bool({*COMMAS, "."} & {*after})

    def _quoted_as(self, verb: int) -> Iterator[int]:
        """ "..., the weekly quoted a diplomat as saying": the diplomat, where nothing is said behind it."""
        for preposition in self.grammar.kids(verb, "prep"):
            for c in self.grammar.kids(preposition, "pcomp"):
                if self._speaks(c) and not self.grammar.kids(c, "ccomp", "xcomp", "dobj"):
                    yield from self.grammar.kids(verb, "dobj")

    def _is_put_in(self, verb: int) -> bool:
        """ "At no point, the minister insisted, did Oslo ask": a comma closes the clause before anything is said."""
        closed = verb + 1 < len(self.tokens) and self.tokens[verb + 1].text == ","
        return closed and not self.grammar.kids(verb, "ccomp", "xcomp", "dobj")

    def _stands_beside(self, cur: int) -> bool:
        """ "Kenya says ..., which Oslo denies", "... but Oslo denies it": above stands what the clause answers."""
        token = self.tokens[cur]
        own = token.dep == "conj" and bool(self.grammar.kids(cur, "nsubj", "nsubjpass"))
        return own or token.dep in {"relcl", "appos"}

    def _cut_off(self, cur: int) -> bool:
        """ "X says ...; Y denies it": a semicolon parts what two have said."""
        first, last = sorted((cur, self.tokens[cur].head))
        return any(token.text == ";" for token in self.tokens[first:last])

    def _sayers_over(self, cur: int) -> Iterator[int | None]:
        """Who says what hangs on the word right above `cur`."""
        token, head = self.tokens[cur], self.tokens[cur].head
        lemma = self.tokens[head].lemma
        clause = token.dep in {"ccomp", "xcomp", "parataxis"}
        if clause and self.grammar.is_verb(head) and (self._kinds(head) & SPEECH or self._is_inserted(head)):
            yield self._sayer(head)
        papers = {*self.language.report_nouns, *self.language.document_nouns}
        published = token.dep in {"acl", "ccomp", "relcl"} and self.relays.publications.is_one(head)
        if published and self.grammar.is_verb(cur) and self._states(cur):
            # "a story in the Courier that ...", "claims by the opposition that ..."
            yield from self.relays.publications.voices(head)
        elif token.dep in {"acl", "ccomp", "relcl"} and lemma in self.language.statement_nouns and lemma not in papers:
            # "Mali's claim that ...": whose it is.
            yield self.arguments.named_agent(head)
        if token.dep == "ccomp" and lemma in self.language.copula_verbs:
            # "the official line from South Korea was that ...": whose line it is.
            stances = {*self.language.statement_nouns, *self.language.stance_nouns}
            for subject in self.grammar.kids(head, "nsubj"):
                if self.tokens[subject].lemma in stances:
                    yield self.arguments.noun_agent(subject)
        if token.dep == "dobj" and lemma in self.language.citing_verbs:
            yield self.arguments.noun_agent(cur)

    def _states(self, verb: int) -> bool:
        """ "that Seoul had sent": a whole statement, no clause that only describes."""
        words = {self.grammar.word(c) for c in self.grammar.kids(verb, "mark")}
        return bool(words & {*self.language.pronouns.relative}) and self.grammar.own_subject(verb) is not None

    def _kinds(self, i: int) -> set[str]:
        return {op.kind for op in self.operators.at(self.grammar, i)}

    def _sayer(self, verb: int) -> int | None:
        if self.grammar.is_passive(verb):
            return self.grammar.passive_agent(verb)
        subject = self.arguments.subject(verb)
        if subject is not None and self._inside_quotation(subject) and not self._inside_quotation(verb):
            # "'No tanks for Kenya,' says ...": what is said was taken for the one who says it.
            subject = next((s for s in self.grammar.kids(verb, "nsubj", "npadvmod") if s > verb), None)
        return subject if subject is not None else self._named_before(verb)

    def _named_before(self, verb: int) -> int | None:
        """ "..., a spokesman for the economy ministry said": whom the parser took for an apposition."""
        named: int | None = None
        # A comma right before the verb closes the apposition: "Kari Holm, the minister, said".
        end = verb - 1 if verb > 0 and self.tokens[verb - 1].text == "," else verb
        for token in reversed(self.tokens[:end]):
            if token.sentence != self.tokens[verb].sentence or token.text in {",", ";", "”", '"'}:
                break
            mention = self.scene.actor_at.get(token.index)
            named = self.speakers.speaking(mention) if mention is not None else named
        return named if named is not None else self._office_before(end)

    def _office_before(self, end: int) -> int | None:
        """ "printed by X, the head of the guard, Kari Holm, said": the office before the name that ends at `end`."""
        first = end
        while first > 0 and self.tokens[first - 1].pos == "PROPN":
            first -= 1
        if first == end or first < 2 or self.tokens[first - 1].text != ",":
            return None
        for token in reversed(self.tokens[: first - 1]):
            mention = self.scene.actor_at.get(token.index)
            if token.text == "," or token.sentence != self.tokens[end].sentence:
                return None
            if mention is not None and (mention.kind is ActorKind.OFFICIAL or token.index > mention.head):
                return self.speakers.speaking(mention)
        return None

    def _according(self, anchor: int, answer: int | None) -> Iterator[Speaker]:
        """ "according to X" in the sentence of the claim; of an answer, by the word at `answer`, in its own clause."""
        for token in self.scene.sentence_tokens(anchor):
            elsewhere = answer is not None and token.head != answer
            if token.text.lower() in self.language.prepositions.according and not elsewhere:
                for p in self.grammar.kids(token.index, "prep"):
                    yield from self._known(self.grammar.kids(p, "pobj"))

    # -- quotations and headlines ---------------------------------------------------------------------------------

    def _quoted(self, anchor: int) -> Iterator[Speaker]:
        """The speaker of the quotation around the claim: in its sentence, else in one nearby."""
        if not self._inside_quotation(anchor):
            return
        sentences = self.scene.annotated.document.sentences
        here = self.tokens[anchor].sentence
        for other in (here + step for step in QUOTATION_REACH):
            known = other in self.scene.ranges
            near = known and abs(sentences[other].paragraph - sentences[here].paragraph) <= 1
            for token in self.scene.tokens_of(other) if near else ():
                if self._says_outside_quotation(token.index):
                    speaker = self.speakers.at(self._sayer(token.index))
                    if speaker is not None:
                        yield speaker
                        return

    def speaker_of_quotation(self, i: int) -> tuple[Speaker, ...]:
        """The speaker of the quotation in which token `i` stands; empty outside of quotations."""
        return tuple(self._quoted(i))

    def _says_outside_quotation(self, i: int) -> bool:
        return self.grammar.is_verb(i) and not self._inside_quotation(i) and bool(self._kinds(i) & TOLD)

    def _inside_quotation(self, i: int) -> bool:
        span = self.tokens[i].span
        return any(q.span.covers(span) for q in self.scene.annotated.document.quotations)

    def _headline(self, anchor: int) -> Iterator[Speaker]:
        """ "White House: Iran preparing ...", "... to Ukraine: Macron", "... - Spiegel"."""
        own = self.scene.sentence_tokens(anchor)
        # "... – Spiegel | The Herald": what follows the stroke is another part.
        ends = [t.index for t in own if t.text == HEADLINE_STROKE] or [own[-1].index + 1]
        for mark in (t.index for t in own if t.text in HEADLINE_MARKS):
            for side in (range(own[0].index, mark), range(mark + 1, next((e for e in ends if e > mark), ends[-1]))):
                if anchor not in side and 0 < len(side) <= HEADLINE_SIDE:
                    speaker = next(self._sources_on(side), None)
                    if speaker is not None:
                        yield speaker
                        return

    def _sources_on(self, side: range) -> Iterator[Speaker]:
        """Sources on one side of a headline's colon, where little else stands there."""
        press = {*self.language.press_nouns, *self.language.report_nouns}
        for i in side:
            mention = self.scene.actor_at.get(i)
            if mention is not None and mention.kind is not ActorKind.DEMONYM and self._fills(side, mention):
                yield from self.relays.known([mention.head])
            if self.tokens[i].lemma in press and len(side) <= 2:
                yield Speaker(Source(self.tokens[i].text, SourceClass.MEDIA, naming=Naming.DESCRIBED), i)

    def _fills(self, side: range, mention: ActorMention) -> bool:
        others = len(side) - (mention.last - mention.first + 1)
        return others <= HEADLINE_FILL and not any(self.grammar.is_verb(i) for i in side)


def _same(one: Speaker, other: Speaker) -> bool:
    """True for one source told twice: "Seoul maintained that it ..." where "it" is Seoul."""
    told = one.source.actor is not None and one.source.actor == other.source.actor
    return one.token == other.token or (told and one.source.source_class is other.source.source_class)


def _unique(speakers: Iterable[Speaker]) -> list[Speaker]:
    """The speakers without later ones of the same words and actor."""
    first: dict[tuple[str, str | None], Speaker] = {}
    for speaker in speakers:
        first.setdefault((speaker.source.source, speaker.source.actor), speaker)
    return list(first.values())
