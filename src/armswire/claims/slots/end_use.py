"""Who is said to use it in the end, and whose gap it fills.

Two ways of saying it: "the United States is the end user", and "meant to replenish depleted U.S. stocks". Both are
about a supply that was told before or is told in the same sentence; its supplier and items are taken from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from armswire.claims.attribution.chain import Attribution
from armswire.claims.discourse.standing_in import giver_away
from armswire.claims.frames.item_phrases import ItemPhrases
from armswire.claims.meaning import Party
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.claims.slots.belonging import Place
from armswire.claims.slots.dates import claim_date
from armswire.claims.slots.items import claim_items, item_steps
from armswire.claims.tracing import party_steps
from armswire.model.annotation import ItemMention
from armswire.model.claim import Certainty, Claim, Polarity, Stage, Step
from armswire.model.span import Span

# How far before, in code points of the article, the supply may have been told.
REACH = 900
GIVING = frozenset({Stage.PLEDGE, Stage.AGREEMENT, Stage.DELIVERY, Stage.APPROVAL})


@dataclass(frozen=True, slots=True)
class Stated:
    """Words of end use: the token that carries them, who is named as the end user, and the words of the term.

    `first` and `last` are the tokens of the term; `denial` is the word that denies it, if any.
    """

    token: int
    user: Party
    first: int
    last: int
    rule: str
    negated: bool
    denial: int | None


def find_end_use(
    scene: Scene, participants: Participants, attribution: Attribution, claims: Sequence[Claim]
) -> list[Claim]:
    """Claims of end use (without ids) in the document, beside the claims of transfer that were read before."""
    stated = [*_end_users(scene, participants), *_replenishments(scene, participants)]
    made = (_claim(scene, participants, attribution, one, claims) for one in stated)
    return [claim for claim in made if claim is not None]


def for_end_user(claim: Claim, ends: Sequence[Claim]) -> Claim:
    """The claim; one that says not to whom goes to whose stocks it fills, where its own sentence says so."""
    if claim.stage not in GIVING or claim.recipient or not claim.supplier:
        return claim
    affirmed = (e for e in ends if e.polarity is Polarity.AFFIRMED and e.evidence == claim.evidence)
    end = next((e for e in affirmed if set(e.supplier) & set(claim.supplier)), None)
    if end is None:
        return claim
    step = Step("recipient", "end_use", f"whose stocks it fills: {', '.join(end.recipient)}")
    return replace(claim, recipient=end.recipient, trace=(*claim.trace, step, *_told(end, "recipient")))


def only_restates(claim: Claim, ends: Sequence[Claim], before: Sequence[Claim]) -> bool:
    """True where a sentence names a supply told before, and neither party to it, to say who uses it in the end.

    "The purchase was made for Norway's own stocks" is no second purchase, and tells of no other recipient. `ends` are
    the claims of end use of the article, `before` its other claims.
    """
    span = claim.evidence
    if claim.stage not in GIVING or not any(end.evidence == span for end in ends):
        return False
    told = [step.start for step in claim.trace if step.slot in {"supplier", "recipient"}]
    if not all(start is not None and not span.start <= start < span.end for start in told):
        return False
    same = [c for c in before if (c.stage, c.supplier, c.recipient) == (claim.stage, claim.supplier, claim.recipient)]
    return any(c.evidence.start < span.start for c in same)


def _end_users(scene: Scene, participants: Participants) -> Iterator[Stated]:
    """ "X is the end user", "the end user is X", "with X as the end user"."""
    grammar = scene.grammar
    for token in grammar.tokens:
        if token.lemma not in scene.language.end_user_nouns or not _is_end(scene, token.index):
            continue
        verb = token.head
        others = [*grammar.kids(verb, "nsubj", "nsubjpass", "attr"), *grammar.kids(token.index, "appos", "nsubj")]
        if token.dep == "pobj":
            others += grammar.kids(grammar.tokens[token.head].head, "pobj", "dobj")
            others.append(grammar.tokens[token.head].head)
        for other in others:
            user = participants.resolve(other) if other != token.index else None
            if user is not None:
                words = [*grammar.subtree(other), *grammar.subtree(token.index)]
                first, last = min(words), max(words)
                yield Stated(token.index, user.party(), first, last, "end user", *_denied(scene, verb))
                break


def _denied(scene: Scene, verb: int) -> tuple[bool, int | None]:
    """Whether a verb is negated, and by which word."""
    negated = scene.grammar.is_negated(verb)
    return negated, scene.grammar.negation_of(verb) if negated else None


def _is_end(scene: Scene, i: int) -> bool:
    before = [t.text.lower() for t in scene.grammar.tokens[max(0, i - 2) : i]]
    ends = any(word in scene.language.end_words for word in before)
    return bool(before) and (ends or before[-1] in scene.language.final_words)


def _replenishments(scene: Scene, participants: Participants) -> Iterator[Stated]:
    """ "to replenish depleted U.S. stockpiles": the owner of the stocks is the end user."""
    grammar, language = scene.grammar, scene.language
    for token in grammar.tokens:
        if token.lemma not in language.refill_verbs or not grammar.is_verb(token.index):
            continue
        filled = grammar.kids(token.index, "dobj", "nsubjpass") or _stocks_behind(scene, token.index)
        for obj in (*filled, *_stocks_with_gaps(scene, token.index, filled)):
            if grammar.tokens[obj].lemma not in language.use_nouns and obj not in scene.item_at:
                continue
            away = giver_away(scene, participants, obj)
            resolved = None if obj in scene.item_at else participants.resolve(obj)
            user = away if away is not None or resolved is None else resolved.party()
            if user is not None:
                first, last = min(token.index, obj), max(token.index, *grammar.subtree(obj))
                yield Stated(token.index, user, first, last, "replenishment", *_denied(scene, token.index))


def _stocks_with_gaps(scene: Scene, verb: int, filled: Sequence[int]) -> Iterator[int]:
    """ "fill gaps in American depots": whose stocks have the gaps."""
    grammar, language = scene.grammar, scene.language
    for obj in filled:
        if grammar.tokens[obj].lemma in language.gap_nouns:
            yield from grammar.behind(obj, language.prepositions.location)
            yield from grammar.behind(verb, language.prepositions.location)


def _stocks_behind(scene: Scene, i: int) -> list[int]:
    """ "refill depleted stocks": the parser may take "depleted" for the verb; the stocks stand close behind."""
    tokens = scene.grammar.tokens
    behind = tokens[i + 1 : i + 6]
    return [t.index for t in behind if t.sentence == tokens[i].sentence and t.lemma in scene.language.use_nouns][:1]


def _claim(
    scene: Scene, participants: Participants, attribution: Attribution, stated: Stated, claims: Sequence[Claim]
) -> Claim | None:
    """The stated end use as a claim about the supply told nearest before it, or None where there is none."""
    tokens = scene.grammar.tokens
    sentence = scene.annotated.document.sentences[tokens[stated.token].sentence]
    span = scene.source_span(sentence.span)
    near = [c for c in claims if c.supplier and -REACH <= c.evidence.start - span.start <= 0]
    near = [c for c in near if set(c.supplier) != set(stated.user.actors)]
    related = [c for c in near if set(stated.user.actors) & {*c.recipient, *c.intermediary}] or near
    about = max(related, key=lambda c: (c.evidence.start, c.stage in {Stage.AGREEMENT, Stage.DELIVERY}), default=None)
    told = [m for m in scene.annotated.items if tokens[m.head].sentence == sentence.index]
    mentions = [m for m in told if m.first < stated.token] or (told if stated.rule == "end user" else [])
    sender = _sender(scene, participants, mentions) or (None if about is not None else _maker(scene, mentions))
    supplier = sender.actors if sender is not None else about.supplier if about is not None else ()
    if not supplier or set(supplier) & set(stated.user.actors):
        return None
    items = claim_items(scene, mentions)
    dated = claim_date(scene, Place(stated.token, ()), future=False)
    date = dated.date if dated is not None else about.date if about is not None else None
    speakers = attribution.chain(stated.token)
    return Claim(
        id="",
        document=scene.annotated.document.article.id,
        stage=Stage.END_USE,
        polarity=Polarity.NEGATED if stated.negated else Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
        evidence=scene.evidence(stated.token),
        supplier=supplier,
        recipient=stated.user.actors,
        items=items or (about.items if about is not None else ()),
        date=date,
        conditions=(scene.words(stated.first, stated.last),),
        attribution=tuple(s.source for s in speakers),
        trace=(
            *_stated_steps(scene, stated),
            *(party_steps(scene, "supplier", sender) if sender is not None else _of_supply(about, "supplier")),
            *party_steps(scene, "recipient", stated.user),
            *(item_steps(scene, mentions) if items else _of_supply(about, "items")),
            *([dated.step(scene)] if dated is not None else _of_supply(about, "date")),
            *attribution.steps(stated.token, speakers),
        ),
    )


def _stated_steps(scene: Scene, stated: Stated) -> Iterator[Step]:
    """What the words of end use tell: the stage, the term, and whether they are denied."""
    condition = scene.words(stated.first, stated.last)
    yield scene.step("stage", stated.rule, f"“{condition}” says who uses it in the end", stated.token)
    tokens = scene.grammar.tokens
    span = Span(tokens[stated.first].span.start, tokens[stated.last].span.end)
    yield scene.step_at("conditions", stated.rule, f"“{condition}” is a term of it", span)
    if stated.negated:
        at = stated.token if stated.denial is None else stated.denial
        yield scene.step("polarity", stated.rule, f"“{tokens[at].text}” makes it negated", at)


def _of_supply(about: Claim | None, slot: str) -> tuple[Step, ...]:
    """The steps of a slot that is filled from the supply told with the end use."""
    if about is None or not getattr(about, slot):
        return ()
    return (Step(slot, "context", "of the supply told with it"), *_told(about, slot))


def _told(claim: Claim, slot: str) -> tuple[Step, ...]:
    return tuple(step for step in claim.trace if step.slot == slot)


def _sender(scene: Scene, participants: Participants, mentions: Sequence[ItemMention]) -> Party | None:
    """ "the Leopards from Berlin": who sends what the end use is about."""
    behind = (obj for m in mentions for obj in scene.grammar.behind(m.head, scene.language.prepositions.sender))
    return next((sent.party() for obj in behind if (sent := participants.resolve(obj)) is not None), None)


def _maker(scene: Scene, mentions: Sequence[ItemMention]) -> Party | None:
    """ "the Serbian mortars": whose they were, where nothing else tells."""
    items = ItemPhrases(scene)
    makers = (Party(*origin, "whose they were") for m in mentions if (origin := items.origin(m)) is not None)
    return next(makers, None)
