"""The act: words of transfer under the operators over them, composed, judged, completed, and written as claims."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from armswire.claims.attribution.chain import Attribution
from armswire.claims.attribution.credits import with_credit
from armswire.claims.attribution.quoted_words import find_quoted
from armswire.claims.cues import CueBook
from armswire.claims.discourse.anaphora import find_answers
from armswire.claims.discourse.answer_nouns import AnswerNouns
from armswire.claims.discourse.answerable import find_answerable, without_idle_silences
from armswire.claims.discourse.answering_sides import fill_from_answers
from armswire.claims.discourse.blunt_answers import BluntAnswers
from armswire.claims.discourse.confirmed_talks import find_confirmed_talks
from armswire.claims.discourse.context import fill_from_context
from armswire.claims.discourse.contradiction import mark_contradictions
from armswire.claims.discourse.grants import find_grants
from armswire.claims.discourse.hindered import HinderedAnswers
from armswire.claims.discourse.judged_reports import on_authors_word
from armswire.claims.discourse.kept_rules import without_kept_rules
from armswire.claims.discourse.occasions import find_requests
from armswire.claims.discourse.parts import find_parts, leave_out, mark_parts
from armswire.claims.discourse.passing_on import follow_ways, join_ways
from armswire.claims.discourse.policies import Policies
from armswire.claims.discourse.refusing_speakers import fill_from_speakers
from armswire.claims.discourse.repetition import merge_repetitions
from armswire.claims.discourse.standing_in import fill_gaps
from armswire.claims.discourse.taken_up_events import TakenUpEvents
from armswire.claims.discourse.talks import fill_from_talks
from armswire.claims.discourse.topics import fill_from_topics
from armswire.claims.discourse.verdicts import Verdicts
from armswire.claims.frames.bare_items import BareItems
from armswire.claims.frames.gapping import Gapping
from armswire.claims.frames.instances import FrameInstance, Frames
from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.frames.joining import join_frames
from armswire.claims.operators.stacking import Stack, Stacking
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.readings.candidate import Candidate
from armswire.claims.readings.composing import Composing
from armswire.claims.readings.finishing import Finishing
from armswire.claims.readings.judging import why_no_claim, why_no_reading
from armswire.claims.readings.terms import Terms
from armswire.claims.scene import Scene, set_scene
from armswire.claims.slots.backfills import find_backfills
from armswire.claims.slots.end_use import find_end_use, for_end_user, only_restates
from armswire.claims.writing import Writing, identified
from armswire.lexicon.language import Frame, LanguageFile, Operator
from armswire.model.annotation import AnnotatedDocument
from armswire.model.claim import Claim
from armswire.model.rejection import Rejection
from armswire.model.sourcing import QuotedWords

# The frame of the language under which items stand that no word of transfer moves.
IMPLICIT_FRAME = "item"
# Says why a candidate is no claim, or None.
Rule = Callable[[Scene, Candidate], str | None]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read out of one document, what was dropped on the way, and whom it quotes."""

    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
    quotations: tuple[QuotedWords, ...] = ()


class ClaimReader:
    """Reads claims out of annotated documents; built once for a language."""

    def __init__(self, language: LanguageFile) -> None:
        self._language = language
        self._operators = CueBook(language.operators)
        self._frames = CueBook(language.frames)
        self._implicit = next(frame for frame in language.frames if frame.id == IMPLICIT_FRAME)

    def extract(self, annotated: AnnotatedDocument) -> Extraction:
        """The claims of one document in the order of the text, and the candidates that were dropped."""
        scene = set_scene(annotated, self._language)
        return _Reading(scene, self._operators, self._frames, self._implicit).run()


class _Reading:
    """The reading of one document."""

    def __init__(self, scene: Scene, operators: CueBook[Operator], frames: CueBook[Frame], implicit: Frame) -> None:
        self.scene = scene
        self.operators = operators
        self.items = ItemPhrases(scene)
        self.participants = Participants(scene)
        self.arguments = Arguments(scene, self.participants, operators)
        self.attribution = Attribution(scene, operators, self.arguments, self.participants)
        self.frames = Frames(scene, frames, operators, self.participants, self.arguments, self.items)
        self.bare_items = BareItems(
            scene, implicit, operators, self.participants, self.arguments, self.frames, self.items
        )
        self.gapping = Gapping(scene, self.participants)
        self.stacking = Stacking(scene, operators, frames, self.arguments, self.participants)
        self.terms = Terms(scene, operators, frames)
        finishing = Finishing(scene, operators, self.items, self.terms)
        self.composing = Composing(scene, self.stacking, finishing)
        self.events = TakenUpEvents(scene, operators, frames, self.stacking, self.composing)
        self.verdicts = Verdicts(scene, self.stacking, self.attribution)
        self.answer_nouns = AnswerNouns(scene, self.stacking, self.attribution)
        self.blunt_answers = BluntAnswers(scene, self.stacking, self.attribution)
        self.hindered = HinderedAnswers(scene, self.stacking, self.attribution)
        self.policies = Policies(scene, self.stacking, self.attribution)
        self.writing = Writing(scene, self.stacking, self.attribution, self.participants)

    def run(self) -> Extraction:
        """All candidates composed, judged, completed from context, and told apart from repetitions."""
        candidates = [c for instance, stack in self._instances() for c in self.composing.candidates(instance, stack)]
        candidates = join_ways(self.scene, self.items, candidates)
        candidates += self.events.read([c for c in candidates if why_no_reading(self.scene, c) is None])
        candidates += find_requests(self.scene, self.stacking, candidates)
        candidates += leave_out(self.scene, candidates)
        candidates = without_kept_rules(self.scene, candidates)
        answers = self._answers(candidates)
        judged = {*self.verdicts.judged_reports(candidates)}
        candidates = [*on_authors_word(self.attribution, judged, candidates), *answers]
        rejections: list[Rejection] = []
        kept = self._without(candidates, why_no_reading, rejections)
        told = self._without(self._completed(kept), why_no_claim, rejections)
        claims = self._once(self._written(told, rejections))
        quoted = find_quoted(self.scene, self.attribution.quotation_sources)
        return Extraction(claims, tuple(rejections), tuple(quoted))

    def _answers(self, candidates: list[Candidate]) -> list[Candidate]:
        """What is answered to the candidates: denied, confirmed, judged, left without comment."""
        readings = find_answerable(self.scene, self.stacking, candidates)
        return [
            *find_answers(self.scene, self.stacking, candidates, readings),
            *self.verdicts.read(readings),
            *self.answer_nouns.read(candidates, readings),
            *self.blunt_answers.read(candidates, readings),
            *self.hindered.read(candidates, readings),
            *self.policies.read(readings),
            *find_confirmed_talks(self.scene, self.stacking, readings),
            *find_parts(self.scene, self.stacking, readings),
        ]

    def _completed(self, kept: list[Candidate]) -> list[Candidate]:
        """The candidates with what other sentences tell of their parties."""
        ways = follow_ways(self.scene, kept)
        spoken = fill_from_speakers(self.scene, self.participants, ways)
        told_of = fill_from_topics(self.scene, self.operators, spoken)
        told_of = fill_from_talks(self.scene, self.operators, self.participants, told_of)
        whole = fill_gaps(self.scene, self.participants, self.items, told_of)
        filled = fill_from_answers(self.scene, self.stacking, fill_from_context(self.scene, whole))
        own = without_idle_silences(self.scene, self.stacking, filled)
        return mark_parts(self.scene, mark_contradictions(self.scene, self.attribution, own))

    def _written(self, told: list[Candidate], rejections: list[Rejection]) -> list[Claim]:
        """The candidates as claims, with those of end use; mere repetitions of a supply are added to `rejections`."""
        places = self.writing.places(told)
        voiced = [(claim, c) for c in told for claim in self.writing.claims(c, places)]
        bound = self.terms.bind([claim for claim, _ in voiced])
        read = [(identified(claim), c) for claim, (_, c) in zip(bound, voiced, strict=True)]
        backfills = find_backfills(self.scene.language, [claim for claim, _ in read])
        before = [*(claim for claim, _ in read), *map(identified, backfills)]
        ends = [identified(c) for c in find_end_use(self.scene, self.participants, self.attribution, before)]
        restated = {claim.id for claim in before if only_restates(claim, ends, before)}
        repeated = (c for claim, c in read if claim.id in restated)
        rejections += [self.writing.rejection(c, "told before: only who uses it is new") for c in repeated]
        return [*(for_end_user(claim, ends) for claim in before if claim.id not in restated), *ends]

    def _instances(self) -> list[tuple[FrameInstance, Stack]]:
        """Words of transfer and bare items, each transfer once, with the operators over them."""
        instances = {instance.token: instance for instance in self.frames.find()}
        instances |= {instance.token: instance for instance in self.bare_items.find(frozenset(instances))}
        joined = join_frames(self.scene.grammar, instances)
        found = [(instance, self._stack(instance)) for instance in self.gapping.apart([*joined.values()])]
        granted = [*find_grants(self.scene, self.stacking, self.participants, self.bare_items.implicit)]
        # What the money buys is what was granted, and is told there.
        bought = {item for instance, _ in granted for item in instance.items}
        return [*(one for one in found if not bought & {*one[0].items}), *granted]

    def _stack(self, instance: FrameInstance) -> Stack:
        token, teller = instance.token, instance.told_by
        return self.stacking.over(token) if teller is None else self.stacking.told(token, teller)

    def _without(self, candidates: list[Candidate], why: Rule, rejections: list[Rejection]) -> list[Candidate]:
        """The candidates against which `why` knows nothing; the others are added to `rejections`."""
        kept = []
        for candidate in candidates:
            reason = why(self.scene, candidate)
            if reason is None:
                kept.append(candidate)
            elif candidate.instance.items or why is why_no_claim:
                # A word of transfer that moves no arms at all is nothing to report.
                rejections.append(self.writing.rejection(candidate, reason))
        return kept

    def _once(self, claims: list[Claim]) -> tuple[Claim, ...]:
        """The claims in the order of the text, each once, whatever the article repeats."""
        document = self.scene.annotated.document
        headlines = [self.scene.source_span(s.span) for s in document.sentences if s.headline]
        merged = merge_repetitions(claims, document.article.text, [(span.start, span.end) for span in headlines])
        credited = [identified(with_credit(claim, document)) for claim in merged]
        # The same read twice counts once; "officials in Hanoi and Seoul" are two speakers in the same words.
        single = {(claim.id, *(source.actor for source in claim.attribution)): claim for claim in reversed(credited)}
        return tuple(sorted(single.values(), key=lambda c: (c.evidence.start, c.id)))
