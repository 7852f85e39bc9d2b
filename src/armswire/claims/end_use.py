"""Who is said to use it in the end, and whose gap it fills.

Two ways of saying it: "the United States is the end user", and "meant to replenish depleted U.S. stocks". Both are
about a supply that was told before or is told in the same sentence; its supplier and items are taken from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from armswire.claims.antecedents import Resolved
from armswire.claims.attribution import Attribution
from armswire.claims.belonging import Place
from armswire.claims.dates import claim_date
from armswire.claims.item_phrases import ItemPhrases
from armswire.claims.items import claim_items
from armswire.claims.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import LanguageFile
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
    user: Resolved
    condition: str
    rule: str
    negated: bool


def find_end_use(
    scene: Scene, participants: Participants, attribution: Attribution, claims: Sequence[Claim]
) -> list[Claim]:
    """Claims of end use (without ids) in the document, beside the claims of transfer that were read before."""
    stated = [*_end_users(scene, participants), *_replenishments(scene, participants)]
    return [claim for one in stated if (claim := _claim(scene, attribution, one, claims)) is not None]


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
                yield Stated(token.index, user, condition, "end user", grammar.is_negated(verb))
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
        for obj in grammar.kids(token.index, "dobj", "nsubjpass") or _stocks_behind(scene, token.index):
            if grammar.tokens[obj].lemma not in language.use_nouns and obj not in scene.item_at:
                continue
            user = _giver_away(scene, participants, obj)
            if user is None and obj not in scene.item_at:
                user = participants.resolve(obj)
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


def _giver_away(scene: Scene, participants: Participants, i: int) -> Resolved | None:
    """ "the tanks that Bratislava gave Ukraine", "stocks that Poland emptied": whose gap it is."""
    for clause in scene.grammar.kids(i, "relcl", "acl"):
        subject = participants.subject_of(clause)
        user = participants.resolve(subject) if subject is not None and subject != i else None
        if user is not None:
            return user
    return None


def _stocks_behind(scene: Scene, i: int) -> list[int]:
    """ "refill depleted stocks": the parser may take "depleted" for the verb; the stocks stand close behind."""
    tokens = scene.grammar.tokens
    behind = tokens[i + 1 : i + 6]
    return [t.index for t in behind if t.sentence == tokens[i].sentence and t.lemma in scene.language.use_nouns][:1]


def _claim(scene: Scene, attribution: Attribution, stated: Stated, claims: Sequence[Claim]) -> Claim | None:
    """The stated end use as a claim about the supply told nearest before it, or None where there is none."""
    tokens = scene.grammar.tokens
    sentence = scene.annotated.document.sentences[tokens[stated.token].sentence]
    span = scene.source_span(sentence.span)
    near = [c for c in claims if c.supplier and -REACH <= c.evidence.start - span.start <= 0]
    near = [c for c in near if set(c.supplier) != set(stated.user.actors)]
    related = [c for c in near if set(stated.user.actors) & {*c.recipient, *c.intermediary}] or near
    about = max(related, key=lambda c: (c.evidence.start, c.stage in {Stage.AGREEMENT, Stage.DELIVERY}), default=None)
    mentions = [
        m for m in scene.annotated.items if tokens[m.head].sentence == sentence.index and m.first < stated.token
    ]
    maker = next((o for m in mentions if (o := ItemPhrases(scene).origin(m)) is not None), None)
    supplier = about.supplier if about is not None else maker[0] if maker is not None else ()
    if not supplier or set(supplier) & set(stated.user.actors):
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
        recipient=stated.user.actors,
        items=claim_items(scene, mentions) or (about.items if about is not None else ()),
        date=dated or (about.date if about is not None else None),
        conditions=(stated.condition,),
        attribution=tuple(s.source for s in speakers),
        trace=(
            scene.step("stage", stated.rule, note, stated.token),
            Step("supplier", "context", f"of the supply told with it: {', '.join(supplier)}"),
        ),
    )


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
    """The phrase of backfilling in the clause of the claim, or None: the recipient gave something away itself."""
    text = claim.evidence.text.lower()
    words = next((w for w in language.backfill_words if f" {w} " in f" {text} "), None)
    frame = next((s.start for s in claim.trace if s.slot == "frame" and s.start is not None), None)
    if words is None or frame is None:
        return None
    place, at = frame - claim.evidence.start, text.index(words)
    purpose = words.split()[0] in language.auxiliaries.infinitive_markers
    return words if abs(place - at) < CLAUSE_REACH and (purpose or place > at) else None
