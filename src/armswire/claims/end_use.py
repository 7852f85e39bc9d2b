"""Who is said to use it in the end, and whose gap it fills.

Two ways of saying it: "the United States is the end user", and "meant to replenish depleted U.S. stocks". Both are about
a supply that was told before or is told in the same sentence; its supplier and items are taken from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from armswire.claims.attribution import Attribution
from armswire.claims.dates import claim_date
from armswire.claims.frames import Items
from armswire.claims.items import claim_items
from armswire.claims.participants import Participants, Resolved
from armswire.claims.scene import Scene
from armswire.model.claim import Certainty, Claim, Evidence, Polarity, Stage, Step

# How far before, in code points of the article, the supply may have been told.
REACH = 900


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
        if token.lemma not in {"user", "recipient"} or not _is_end(scene, token.index):
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
    return bool(before) and ("end" in before or before[-1] in {"final", "ultimate"})


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
                last = max(k for k in grammar.subtree(obj))
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
    tokens, article = scene.grammar.tokens, scene.annotated.document.article
    sentence = scene.annotated.document.sentences[tokens[stated.token].sentence]
    span = scene.source_span(sentence.span)
    near = [c for c in claims if c.supplier and -REACH <= c.evidence.start - span.start <= 0]
    near = [c for c in near if set(c.supplier) != set(stated.user.actors)]
    related = [c for c in near if set(stated.user.actors) & {*c.recipient, *c.intermediary}] or near
    about = max(related, key=lambda c: (c.evidence.start, c.stage in {Stage.AGREEMENT, Stage.DELIVERY}), default=None)
    mentions = [
        m for m in scene.annotated.items if tokens[m.head].sentence == sentence.index and m.first < stated.token
    ]
    maker = next((o for m in mentions if (o := Items(scene).origin(m)) is not None), None)
    supplier = about.supplier if about is not None else maker[0] if maker is not None else ()
    if not supplier or set(supplier) & set(stated.user.actors):
        return None
    dated = claim_date(scene, stated.token, stated.token, future=False)
    speakers = attribution.chain(stated.token, stated.token, None, None)
    at = scene.source_span(tokens[stated.token].span)
    note = f"“{stated.condition}” says who uses it in the end"
    return Claim(
        id="",
        document=article.id,
        stage=Stage.END_USE,
        polarity=Polarity.NEGATED if stated.negated else Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
        evidence=Evidence(span.start, span.end, article.text[span.start : span.end]),
        supplier=supplier,
        recipient=stated.user.actors,
        items=claim_items(scene, mentions) or (about.items if about is not None else ()),
        date=dated[0] if dated is not None else about.date if about is not None else None,
        conditions=(stated.condition,),
        attribution=tuple(s.source for s in speakers),
        trace=(
            Step("stage", stated.rule, note, at.start, at.end),
            Step("supplier", "context", f"of the supply told with it: {', '.join(supplier)}"),
        ),
    )
