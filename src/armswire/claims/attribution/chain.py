"""Whose word it is: the chain of sources, from the article inwards; an empty chain is the article's own voice.

Looks, from the claim outwards, for the verb of speech that governs it, for "according to", for the speaker of the
quotation that it stands in, and in headlines for what stands before or behind a colon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.claims.attribution.bare_citing import BareCiting
from armswire.claims.attribution.carrying import Carrying
from armswire.claims.attribution.follow_ups import FollowUps
from armswire.claims.attribution.headline_sources import HeadlineSources
from armswire.claims.attribution.holdings import Holdings
from armswire.claims.attribution.marked import SPEECH, Marked
from armswire.claims.attribution.relays import Relays
from armswire.claims.attribution.sayers import Sayers
from armswire.claims.attribution.sourcing import Sourcing
from armswire.claims.attribution.speakers import Speaker, Speakers
from armswire.claims.attribution.voices import Voices
from armswire.claims.cues import CueBook
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Operator
from armswire.model.claim import Step

# Operators of which whoever does them has spoken, and can be taken up as a speaker.
ACTS = frozenset({*SPEECH, "request", "want", "pledge", "announce", "refuse"})
# In which sentences the speaker of a quotation is named: its own, the one before, the one after, two before.
QUOTATION_REACH = (0, -1, 1, -2)


class Attribution:
    """Finds the chain of sources for tokens of one document."""

    def __init__(
        self, scene: Scene, operators: CueBook[Operator], arguments: Arguments, participants: Participants
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.arguments = arguments
        self.speakers = Speakers(scene, participants)
        self.sayers = Sayers(scene, operators, arguments, self.speakers)
        self.relays = Relays(scene, self.speakers, self.sayers.sayer, self.sayers.speaks)
        self.headline_sources = HeadlineSources(scene, self.relays)
        self.carrying = Carrying(scene, participants, self.relays.publications, self._tellers)
        self.follow_ups = FollowUps(scene, self.relays, self.carrying, self._all_over)
        self.voices = Voices(scene, self.speakers)
        self.marked = Marked(scene, operators, self._at)
        # Nouns of reports above which somebody judges them, who says nothing of what they tell.
        self.judged: frozenset[int] = frozenset()
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
        self._prepare()
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
        if not found and self._is_judged(start):
            return ()
        if not found:
            found = list(self._quoted(anchor))
        if not found and self.scene.is_headline(anchor):
            found = list(self.headline_sources.beside(anchor))
        if not found:
            found = [speaker for _, speaker in self.marked.speakers_over(anchor)]
        seen: set[int] = set()
        whole = [link for speaker in found for link in self._whole(speaker, seen)]
        return tuple(reversed(_unique(whole)))

    def _prepare(self) -> None:
        """Finds who passes whom on, in the sentence itself and in those behind it."""
        if self.relays.prepare():
            telling = (self.scene, self.relays.publications, self.sayers.sayer, self.sayers.kinds)
            for room in (Sourcing, Holdings, BareCiting):
                self.follow_ups.join(room(*telling).find())
            self.follow_ups.take_up()

    def _all_over(self, i: int) -> Iterator[Speaker]:
        """Whoever says what stands at token `i`."""
        yield from (*self._governing(i), *self._according(i, None))

    def _is_judged(self, i: int) -> bool:
        """True inside a report that somebody judges: what nobody is known to have reported is nobody's word."""
        while self.tokens[i].head != i and i not in self.judged:
            i = self.tokens[i].head
        return i in self.judged

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
        if self.relays.head(speaker.token) in seen:
            # Two who are said to pass each other on have both been told.
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
            acts = self.grammar.is_verb(token.index) and bool(self.sayers.kinds(token.index) & ACTS)
            who = self.sayers.sayer(token.index) if acts else None
            if who is not None and self.tokens[who].sentence == token.sentence:
                yield self.relays.head(who)
            elif token.text.lower() in self.language.prepositions.according:
                places = (o for p in self.grammar.kids(token.index, "prep") for o in self.grammar.kids(p, "pobj"))
                yield from (self.relays.head(o) for o in places)
        yield from self.relays.tokens

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
            if cur in self.judged or (own_word and self._stands_beside(cur)):
                return
            yield from self._known(self._sayers_over(cur))
            cur = self.tokens[cur].head
        # "South Korea sent shells, officials said": sometimes the verb of speech hangs below the claim.
        for c in self.grammar.kids(cur, "parataxis", "ccomp"):
            inside = i in set(self.grammar.subtree(c))
            put_in = self.tokens[c].dep == "parataxis" or self.sayers.is_put_in(c)
            if self.grammar.is_verb(c) and not inside and put_in and "say" in self.sayers.kinds(c):
                yield from self._known([self.sayers.sayer(c)])
        yield from self._known(self.sayers.put_in(i))

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
        if (
            clause
            and self.grammar.is_verb(head)
            and (self.sayers.kinds(head) & SPEECH or self.sayers.is_inserted(head))
        ):
            yield self.sayers.sayer(head)
        papers = {*self.language.report_nouns, *self.language.document_nouns}
        if token.dep == "relcl" and self.relays.is_passed_on(head) and self.relays.publications.opens_in_paper(cur):
            # "was shown a contract under which Oslo sold tanks": what stands in the paper is its word.
            yield head
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

    def _according(self, anchor: int, answer: int | None) -> Iterator[Speaker]:
        """ "according to X" in the sentence of the claim; of an answer, by the word at `answer`, in its own clause."""
        for token in self.scene.sentence_tokens(anchor):
            elsewhere = answer is not None and token.head != answer
            if token.text.lower() in self.language.prepositions.according and not elsewhere:
                for p in self.grammar.kids(token.index, "prep"):
                    yield from self._known(map(self._before_clause, self.grammar.kids(p, "pobj")))

    def _before_clause(self, i: int) -> int:
        """ "papers according to which Oslo sent": what "which" takes up."""
        at = i
        while self.arguments.is_relative(i) and self.tokens[at].dep != "relcl" and self.tokens[at].head != at:
            at = self.tokens[at].head
        return self.tokens[at].head if self.tokens[at].dep == "relcl" else i

    # -- quotations and headlines ---------------------------------------------------------------------------------

    def _quoted(self, anchor: int) -> Iterator[Speaker]:
        """The speaker of the quotation around the claim: in its sentence, else in one nearby."""
        if not self.sayers.is_inside_quotation(anchor):
            return
        sentences = self.scene.annotated.document.sentences
        here = self.tokens[anchor].sentence
        for other in (here + step for step in QUOTATION_REACH):
            known = other in self.scene.ranges
            near = known and abs(sentences[other].paragraph - sentences[here].paragraph) <= 1
            for token in self.scene.tokens_of(other) if near else ():
                if self.sayers.says_outside_quotation(token.index):
                    speaker = self.speakers.at(self.sayers.sayer(token.index))
                    if speaker is not None:
                        yield speaker
                        return

    def speaker_of_quotation(self, i: int) -> tuple[Speaker, ...]:
        """The speaker of the quotation in which token `i` stands; empty outside of quotations."""
        return tuple(self._quoted(i))


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
