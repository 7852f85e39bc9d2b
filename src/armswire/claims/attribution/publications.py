"""What was published, and whose word it is: "an investigation by the weekly", "a report in the daily", "remarks by".

A paper speaks for itself ("a memo says"), an article for the outlet in which it stood, a claim for who made it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from armswire.claims.attribution.press import PRESS
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.attribution.speakers import Speakers
from armswire.claims.scene import Scene
from armswire.model.attribution import SourceClass


class Publications:
    """Finds who stands behind the published things of one document."""

    def __init__(self, scene: Scene, speakers: Speakers) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language
        self.words = scene.language.passing_on
        self.speakers = speakers
        # Names that can only be an outlet's: something was published in them.
        self.outlets: set[int] = set()
        # Deeds that somebody has in hand: "the contract", seen by the newspaper.
        self.papers: set[int] = set()

    def is_one(self, i: int) -> bool:
        """True for an interview, a report, remarks."""
        token = self.tokens[i]
        nouns = {
            *self.words.witness_nouns,
            *self.words.written_nouns,
            *self.words.part_nouns,
            *self.language.interview_nouns,
        }
        return token.pos == "NOUN" and token.lemma in nouns

    def at(self, i: int) -> Speaker | None:
        """The speaker at token `i`; a bare name in which something was published is an outlet."""
        speaker = self.speakers.at(i)
        if speaker is not None and i in self.papers:
            return Speaker(replace(speaker.source, source_class=SourceClass.DOCUMENT), speaker.token)
        if speaker is None or i not in self.outlets or i in self.scene.actor_at:
            return speaker
        if speaker.source.source_class not in {SourceClass.OTHER, SourceClass.GOVERNMENT_BODY}:
            return speaker
        return Speaker(self.speakers.as_media(speaker.source), speaker.token)

    def is_press(self, i: int) -> bool:
        """True where an outlet, or one of its reporters, stands at token `i`."""
        speaker = self.at(i)
        return self.is_reporter(i) or (speaker is not None and speaker.is_press)

    def is_reporter(self, i: int) -> bool:
        """True for "a correspondent", whose outlet may stand behind."""
        mention = self.scene.actor_at.get(i)
        return mention is not None and mention.entry.startswith("role/journalist")

    def is_document(self, i: int) -> bool:
        """True for papers, whose word it can be."""
        speaker = self.at(i)
        return speaker is not None and speaker.source.source_class is SourceClass.DOCUMENT

    def opens_in_paper(self, clause: int) -> bool:
        """ "a contract under which Oslo sold": a clause that tells what stands in the paper."""
        return any(self.tokens[o].tag in {"WDT", "WP"} for _, o in self.grammar.prepositions(clause))

    def outlet(self, i: int) -> int | None:
        """The outlet at token `i`, of a reporter the one that he works for; None where nobody of the press stands."""
        if not self.is_press(i):
            return None
        mention = self.scene.actor_at.get(i)
        if mention is not None and self.is_reporter(i):
            behind = (
                o
                for k in range(mention.head, mention.last + 1)
                for o in self.grammar.behind(k, ("of", "from", "at", "with", "for"))
            )
            named = [o for o in behind if o not in range(mention.first, mention.last + 1) or o == mention.last]
            own = next((o for o in named if self.is_press(o)), None)
            return own if own is not None else i
        return i

    def voices(self, i: int) -> list[int]:
        """Whose word the noun at token `i` is: itself, or who stands behind what was published; [] where nobody."""
        if not self.is_one(i):
            return [i] if self.can_speak(i) else []
        behind = self.holders(i)
        press = [h for h in behind if self.is_press(h)]
        if press:
            return press
        if self.tokens[i].lemma in self.words.claim_nouns:
            return behind
        if witnesses := self.witnesses(i):
            return witnesses
        own = self.speakers.at(i)
        if (
            own is not None
            and own.source.source_class is SourceClass.DOCUMENT
            and self.tokens[i].lemma not in self.language.interview_nouns
        ):
            return [i]
        return behind

    def holders(self, i: int) -> list[int]:
        """Who stands behind what was published: "by X", "in X", "X's", "an interview that X gave"."""
        grammar = self.grammar
        found = [*grammar.kids(i, "poss"), *grammar.behind(i, self.language.prepositions.sender)]
        found += [*self._right_behind(i), *self.witnesses(i)]
        for c in grammar.kids(i, "acl", "relcl"):
            if self.tokens[c].lemma in self.words.showing_verbs:
                found += [s for s in grammar.kids(c, "nsubj") if self.tokens[s].tag not in {"WDT", "WP"}]
        for place in grammar.behind(i, ("in", "on")):
            mention = self.scene.actor_at.get(place)
            if self.tokens[place].pos == "PROPN" and mention is None:
                self.outlets.add(place)
            if self.is_press(place):
                found.append(place)
        if not found and self.tokens[i].lemma in self.words.article_nouns:
            # "an article published by the Courier" is its own.
            clauses = (c for c in grammar.kids(i, "acl") if self.tokens[c].lemma in self.words.publishing_verbs)
            found += [a for c in clauses if (a := grammar.passive_agent(c)) is not None and self.is_press(a)]
        found += [c for c in grammar.kids(i, "compound", "nmod") if self.tokens[c].pos == "PROPN" and self.is_press(c)]
        return [h for h in found if self.can_speak(h)]

    def _right_behind(self, i: int) -> Iterator[int]:
        """ "relied on an account by X": whose it is, where the parser hangs it on the verb."""
        token, before = self.tokens[i], self.grammar.tokens[i + 1 : i + 2]
        for p in before:
            above = self.tokens[token.head].head if token.dep == "pobj" else token.head
            if p.text.lower() in self.language.prepositions.sender and p.head == above and p.dep in {"prep", "agent"}:
                yield from self.grammar.kids(p.index, "pobj")

    def witnesses(self, i: int) -> list[int]:
        """ "the testimony of an officer", "interviews with two dockers": who spoke, be it to the press."""
        told = {*self.language.event_nouns, *self.language.statement_nouns}
        behind = self.grammar.behind(i, self.words.witness_nouns.get(self.tokens[i].lemma, ()))
        # "fighters" may be found as aircraft.
        people = (o for o in behind if o not in self.scene.item_at or self.speakers.is_private(o))
        spoke = (o for o in people if self.tokens[o].lemma not in told)
        return [o for o in spoke if not self.is_press(o) and self.can_speak(o)]

    def can_speak(self, i: int) -> bool:
        """False for what nobody can cite as a speaker: "citing concerns"."""
        speaker = self.speakers.at(i)
        if speaker is None:
            return False
        token, kind = self.tokens[i], speaker.source.source_class
        if token.pos == "PROPN" or i in self.scene.actor_at or kind in {SourceClass.DOCUMENT, *PRESS}:
            return True
        if token.lemma in self.words.abstract_nouns:
            return False
        return kind is not SourceClass.OTHER or not token.lemma.endswith(self.words.abstract_endings)

    def can_witness(self, i: int) -> bool:
        """True for people, bodies, outlets and papers: "two smugglers", not "a time when prices were low"."""
        spoken = self.is_one(i) or self.is_document(i) or self.is_press(i)
        known = i in self.scene.actor_at or self.tokens[i].pos == "PROPN" or self.speakers.is_private(i)
        return spoken or known or self.speakers.is_body_or_person(i)

    def owner_of_part(self, i: int) -> int:
        """ "a report, extracts of which X has published": the whole of which token `i` is a part."""
        token = self.tokens[i]
        if token.lemma not in self.words.part_nouns:
            return i
        whole = next(iter(self.grammar.behind(i, ("of", "from"))), None)
        if whole is not None and self.tokens[whole].pos == "NOUN":
            return whole
        return token.head if token.dep in {"conj", "appos", "dep"} and self.tokens[token.head].pos == "NOUN" else i

    def paper_over(self, i: int) -> int:
        """ "a cable from the embassy seen by": the paper, where the parser hangs the clause on whose it is."""
        above = self.tokens[self.tokens[i].head].head
        if self.tokens[i].dep != "pobj" or self.tokens[above].pos != "NOUN" or self.is_one(i) or self.is_document(i):
            return i
        return above if self.is_one(above) or self.is_document(above) else i

    def press_among(self, tokens: Iterator[int] | list[int]) -> list[int]:
        """The outlets at these tokens."""
        return [outlet for i in tokens if (outlet := self.outlet(i)) is not None]


def is_body(speaker: Speaker) -> bool:
    """True for who does not pass another's word on by citing it: a court, a ministry."""
    return speaker.source.source_class not in {*PRESS, SourceClass.ORGANISATION, SourceClass.EXPERT}
