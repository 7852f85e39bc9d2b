"""Review: what waits for a person, one item at a time, and what a person makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from armswire.errors import SettingError, UnknownRecordError
from armswire.model.judgement import WITHOUT_REASON, Judgement, Verdict
from armswire.register import queries
from armswire.register.deciding import decide, restore, take_back, today
from armswire.register.judgement_queries import get_judgements
from armswire.register.judgements import add_judgements
from armswire.register.judging import Act
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.review.items import Hide, Need, QueueFilter, QueuePart
from armswire.register.review.matter import Matter, get_matter
from armswire.register.review.queue import count_needs, get_item, list_queue
from armswire.register.store import Register
from armswire.register.support_tests import get_support
from armswire.serving import addresses
from armswire.serving.reviewer import check_name, forget_reviewer, read_reviewer, remember_reviewer
from armswire.web.narrowing import read_choice, view_chips
from armswire.web.page import Page, PageRoute, ReadingPage, WritingPage
from armswire.web.steps import read_steps, remember_steps
from armswire.web.support_test import SupportTest
from armswire.web.views.review.correction import CHOICES, LISTED, Correction, fill, read_typed, take_typed
from armswire.web.views.review.desk import SupportView, view_desk, view_judgement, view_support
from armswire.web.views.review.queue import view_needs
from armswire.web.views.review.state import OWN, ReviewState, read_query, read_state

# Claims of so many items are tested at a time.
_TESTED = 20
_ONE_CLAIM = (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT, Verdict.NOTE)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was not taken: what was typed, and what is wrong with it."""

    verdict: str = ""
    because: str = ""
    problem: str = ""
    other: str = ""
    parts: tuple[str, ...] = ()
    correction: Correction | None = None


_NOTHING_SENT = Sent()


class Review:
    """The pages. `support` tests claims; without it nothing is told of the support test."""

    def __init__(self, support: SupportTest | None = None) -> None:
        self._support = support

    def pages(self) -> tuple[PageRoute, ...]:
        """Where they are."""
        return (
            ReadingPage(addresses.REVIEW, self.show, is_fixed=False),
            WritingPage(f"{addresses.REVIEW}/name", tell_name),
            WritingPage(f"{addresses.REVIEW}/judge", self.judge),
            WritingPage(f"{addresses.REVIEW}/undo", self.undo),
            WritingPage(f"{addresses.REVIEW}/support", self.test),
        )

    def show(self, register: Register, request: Request) -> Page:
        """The item that the address leads to, or the needs. Raises SettingError, UnknownRecordError."""
        return self._page(register, request, read_state(request.query_params.multi_items()))

    def judge(self, register: Register, request: Request, form: FormData) -> Page | Response:
        """Keep what a reviewer decided, and go on; or show the form again with what is wrong."""
        state = read_query(_word(form, "state"))
        item, claim = _word(form, "item"), _word(form, "claim")
        sent = Sent(
            _word(form, "verdict"), _word(form, "because"), other=_word(form, "other"), parts=_words(form, "part")
        )
        here = state.at(item, claim)
        try:
            verdict = _read_verdict(sent.verdict)
            slots = self._read_slots(register, form, here, request) if verdict is Verdict.CORRECT else {}
            if isinstance(slots, Correction):
                sent = Sent(sent.verdict, sent.because, "Some slots cannot be read", correction=slots)
                return self._page(register, request, here, sent, status=422)
            act = Act(_name(request), today(), sent.because)
            act.check_reason(verdict)
            made = decide(register, verdict, _records(form, verdict), act, slots, _word(form, "side") or None)
            add_judgements(register, made)
        except SettingError as error:
            typed = Correction(take_typed(form.getlist), {}) if sent.verdict == Verdict.CORRECT else None
            words = f"{error.problem[:1].upper()}{error.problem[1:]}. {error.remedy}"
            sent = Sent(sent.verdict, sent.because, words, sent.other, sent.parts, typed)
            return self._page(register, request, here, sent, status=422)
        # What is done is hidden, and so the first one left behind the same place comes next.
        goes_on = state.hide is Hide.NONE or verdict is Verdict.NOTE
        next_ = state.past(_word(form, "place") or state.after) if goes_on else state.past(state.after)
        return _done(request, next_, made[:1])

    def undo(self, register: Register, request: Request, form: FormData) -> Response:
        """Take back one's own judgement, or take back that. Raises SettingError."""
        act = Act(_name(request), today(), _word(form, "because"))
        turn = restore if _word(form, "what") == "redo" else take_back
        made = turn(register, _word(form, "judgement"), act)
        add_judgements(register, made)
        return _done(request, read_query(_word(form, "state")), made[:1], is_step=False)

    def test(self, register: Register, request: Request, form: FormData) -> Response:
        """Have claims tested that were not yet: one, or those of the next items."""
        state = read_query(_word(form, "state"))
        if self._support is not None:
            claims = [_word(form, "claim")] if _word(form, "claim") else self._next_claims(register, request, state)
            records = [queries.get_claim(register, name) for name in claims]
            tested = get_support(register, records)
            for claim in (one.claim for one in records if one.claim.id not in tested):
                self._support.ask([(queries.get_article(register, claim.document), [claim])])
        return RedirectResponse(state.address, status_code=303)

    def _page(
        self, register: Register, request: Request, state: ReviewState, sent: Sent = _NOTHING_SENT, *, status: int = 200
    ) -> Page:
        by = read_reviewer(request)
        wanted = read_choice(register, state.filters, ())
        part = self._part(register, state, by, wanted)
        item = get_item(register, state.item) if state.item else next(iter(part.items), None)
        matter = None if item is None else get_matter(register, item, by, state.claim)
        steps = {one.judgement.id: one for one in get_judgements(register, [*read_steps(request), *state.done])}
        name = register.names
        is_first = bool(part.items) and item is not None and part.items[0].id == item.id
        place = part.items[0].place if is_first else state.after
        shown: dict[str, Any] = {
            "state": state,
            "here": state if item is None else state.at(item.id, None if matter is None else matter.claim.claim.id),
            "by": by,
            "needs": view_needs(count_needs(register), state),
            "desk": None if matter is None else view_desk(matter, state, name, by, self._told(matter), sent.correction),
            "place": place,
            "next": state.past(place).address if is_first or state.item else None,
            "further": state.past(part.next).address if item is None and part.next is not None else None,
            "looked_at": part.looked_at,
            "upcoming": len(part.items) - (1 if is_first else 0),
            "has_more": part.next is not None,
            "done": [view_judgement(steps[one], by) for one in state.done if one in steps],
            "targets": {one.judgement.id: one.judgement.target for one in steps.values()},
            "steps": [view_judgement(steps[one], by) for one in read_steps(request) if one in steps],
            "sent": sent,
            "chips_set": view_chips(tuple(state.filters), name, OWN),
            "choices": CHOICES,
            "listed": LISTED,
            "actors": sorted(set(name.values())),
            "hides": _HIDES,
            "progress": None if self._support is None else self._support.progress(),
            "without_reason": WITHOUT_REASON,
        }
        return Page("Review", "review.html.j2", shown, addresses.REVIEW, status, is_private=True)

    def _part(self, register: Register, state: ReviewState, by: str | None, wanted: TransferFilter) -> QueuePart:
        """The items of the queue from here on."""
        if state.need is None:
            return QueuePart((), None, 0)
        return list_queue(register, QueueFilter(state.need, by, state.hide, wanted), state.after, _AHEAD)

    def _next_claims(self, register: Register, request: Request, state: ReviewState) -> Sequence[str]:
        wanted = read_choice(register, state.filters, ())
        asked = QueueFilter(state.need or Need.SINGLE, read_reviewer(request), state.hide, wanted)
        part = list_queue(register, asked, state.after if state.need is not None else None, _TESTED)
        return list(dict.fromkeys(item.claims[0] for item in part.items if item.claims))

    def _read_slots(
        self, register: Register, form: FormData, here: ReviewState, request: Request
    ) -> dict[str, Any] | Correction:
        """The corrected slots, or the form with what is wrong in it."""
        item = get_item(register, here.item or "")
        matter = get_matter(register, item, read_reviewer(request), here.claim)
        typed = take_typed(form.getlist)
        slots, errors = read_typed(register, typed, fill(matter.corrected, register.names))
        if errors:
            return Correction(typed, errors)
        if not slots:
            raise SettingError("no slot was changed", remedy="Change one, or accept the claim as it is")
        return slots

    def _told(self, matter: Matter) -> SupportView:
        if matter.support is not None:
            return view_support(matter.support.findings, waits=False)
        if self._support is None:
            return SupportView("none")
        return view_support(self._support.remembered(matter.claim), waits=self._support.waits(matter.claim))


def tell_name(_: Register, request: Request, form: FormData) -> Response:
    """Under which name this browser judges from now on; under none where nothing is given. Raises SettingError."""
    response = RedirectResponse(read_query(_word(form, "state")).address, status_code=303)
    given = _word(form, "name")
    if given:
        remember_reviewer(response, request, check_name(given))
    else:
        forget_reviewer(response, request)
    return response


# Items that are looked ahead, the one in hand included.
_AHEAD = 2
_HIDES = {
    Hide.MINE: "what I have judged",
    Hide.JUDGED: "what anybody has judged",
    Hide.NONE: "nothing",
}


def _done(request: Request, state: ReviewState, made: Sequence[Judgement], *, is_step: bool = True) -> Response:
    names = [one.id for one in made]
    response = RedirectResponse(state.having(names).address, status_code=303)
    if is_step:
        remember_steps(response, request, names)
    return response


def _records(form: FormData, verdict: Verdict) -> list[str]:
    """What a verdict is about. Raises SettingError where nothing was chosen."""
    if verdict in _ONE_CLAIM:
        return [_word(form, "claim")]
    if verdict is Verdict.SPLIT:
        found = list(_words(form, "part"))
        remedy = "Tick the claims that are another transfer"
    elif verdict is Verdict.MERGE:
        chosen = _word(form, "named") or _word(form, "other")
        found = [_word(form, "transfer"), chosen] if chosen else []
        remedy = "Choose the other transfer, or write its id"
    else:
        found = [_word(form, "target")]
        remedy = "Choose what holds"
    if not all(found) or not found:
        raise SettingError("nothing was chosen", remedy=remedy)
    return found


def _read_verdict(given: str) -> Verdict:
    try:
        return Verdict(given)
    except ValueError as error:
        raise UnknownRecordError("nobody can judge so", value=given, remedy="Go back to the page") from error


def _name(request: Request) -> str:
    name = read_reviewer(request)
    if name is None:
        raise SettingError("a judgement needs a name", remedy="Say who you are, at the top of the page")
    return name


def _word(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def _words(form: FormData, name: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in form.getlist(name) if isinstance(value, str) and value.strip())
