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
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.claims.slots.belonging import Place
from armswire.claims.slots.dates import claim_date
from armswire.claims.slots.items import claim_items
from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import ItemMention
from armswire.model.claim import Certainty, Claim, Polarity, Stage, Step

# How far before, in code points of the article, the supply may have been told.
REACH = 900
# How far from the word of transfer, in code points, a phrase of backfilling stands in its clause.
CLAUSE_REACH = 120
GIVING = frozenset({Stage.PLEDGE, Stage.AGREEMENT, Stage.DELIVERY, Stage.APPROVAL})


@dataclass(frozen=True, slots=True)
class Stated:
    """Words of end use: the token that carries them, who is named as the end user, and the words of the term."""

    token: int
    user: tuple[str, ...]
    condition: str
    rule: str
    negated: bool


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
    return replace(claim, recipient=end.recipient, trace=(*claim.trace, step))


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
                condition = scene.words(min(words), max(words))
                yield Stated(token.index, user.actors, condition, "end user", grammar.is_negated(verb))
                break


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
            user = away.actors if away is not None else resolved.actors if resolved is not None else None
            if user is not None:
                last = max(grammar.subtree(obj))
                first = min(token.index, obj)
                yield Stated(
                    token.index,
                    user,
                    scene.words(first, max(last, token.index)),
                    "replenishment",
                    grammar.is_negated(token.index),
                )


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
    near = [c for c in near if set(c.supplier) != set(stated.user)]
    related = [c for c in near if set(stated.user) & {*c.recipient, *c.intermediary}] or near
    about = max(related, key=lambda c: (c.evidence.start, c.stage in {Stage.AGREEMENT, Stage.DELIVERY}), default=None)
    told = [m for m in scene.annotated.items if tokens[m.head].sentence == sentence.index]
    mentions = [m for m in told if m.first < stated.token] or (told if stated.rule == "end user" else [])
    supplier = _sender(scene, participants, mentions) or (about.supplier if about is not None else ())
    supplier = supplier or _maker(scene, mentions)
    if not supplier or set(supplier) & set(stated.user):
        return None
    dated = claim_date(scene, Place(stated.token, ()), future=False)
    speakers = attribution.chain(stated.token)
    note = f"“{stated.condition}” says who uses it in the end"
    return Claim(
        id="",
        document=scene.annotated.document.article.id,
        stage=Stage.END_USE,
        polarity=Polarity.NEGATED if stated.negated else Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
        evidence=scene.evidence(stated.token),
        supplier=supplier,
        recipient=stated.user,
        items=claim_items(scene, mentions) or (about.items if about is not None else ()),
        date=dated or (about.date if about is not None else None),
        conditions=(stated.condition,),
        attribution=tuple(s.source for s in speakers),
        trace=(
            scene.step("stage", stated.rule, note, stated.token),
            Step("supplier", "context", f"of the supply told with it: {', '.join(supplier)}"),
            *attribution.steps(stated.token, speakers),
        ),
    )


def _sender(scene: Scene, participants: Participants, mentions: Sequence[ItemMention]) -> tuple[str, ...]:
    """ "the Leopards from Berlin": who sends what the end use is about."""
    behind = (obj for m in mentions for obj in scene.grammar.behind(m.head, scene.language.prepositions.sender))
    return next((sent.actors for obj in behind if (sent := participants.resolve(obj)) is not None), ())


def _maker(scene: Scene, mentions: Sequence[ItemMention]) -> tuple[str, ...]:
    """ "the Serbian mortars": whose they were, where nothing else tells."""
    items = ItemPhrases(scene)
    return next((origin[0] for m in mentions if (origin := items.origin(m)) is not None), ())


def find_backfills(language: LanguageFile, claims: Sequence[Claim]) -> list[Claim]:
    """The supplies that stand in for another, as claims of end use (convention 10) with the supplies' ids."""
    out = []
    for claim in claims:
        given = claim.stage in GIVING and claim.polarity is Polarity.AFFIRMED and claim.recipient
        words = _backfill_words(language, claim) if given else None
        if words is not None:
            step = Step("stage", "backfill", f"“{words}” says that it stands in for another supply")
            trace = (*claim.trace, step)
            out.append(replace(claim, stage=Stage.END_USE, certainty=Certainty.CERTAIN, conditions=(), trace=trace))
    return out


def _backfill_words(language: LanguageFile, claim: Claim) -> str | None:
    """The words of backfilling in the clause of the claim, or None: the recipient gave something away itself."""
    replacing = {f"frame:{frame.id}" for frame in language.frames if frame.replaces}
    word = next((step.note for step in claim.trace if step.rule in replacing), None)
    if word is not None:
        return word.split("”")[0].lstrip("“")
    text = claim.evidence.text.lower()
    words = next((w for w in language.backfill_words if f" {w} " in f" {text} "), None)
    frame = next((s.start for s in claim.trace if s.slot == "frame" and s.start is not None), None)
    if words is None or frame is None:
        return None
    place, at = frame - claim.evidence.start, text.index(words)
    purpose = words.split()[0] in language.auxiliaries.infinitive_markers
    # "to replace the tanks that Bratislava gave" is no purpose of that giving.
    stands = "," in text[at:place] or place < at if purpose else place > at
    return words if abs(place - at) < CLAUSE_REACH and stands else None
