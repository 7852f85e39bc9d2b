"""What a sentence leaves out because the one before has said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.meaning import AWAY, TOWARD, Meaning, Party, share
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.model.claim import Stage

# How many sentences away a party may be told.
REACH = 3
# How many sentences around one an article must speak of one recipient alone, for it to be meant there too.
FOCUS_REACH = 6
# What a report tells says nothing of whom the unnamed in the answer to it are.
REPORTED = frozenset({"say", "accuse"})
# Stages of what has come about, and so not with whoever refused it.
DONE = frozenset({Stage.AGREEMENT, Stage.DELIVERY})


def fill_from_context(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Suppliers and recipients that are missing, taken from the nearest candidate that agrees in the other role."""
    ordered = sorted(candidates, key=lambda c: c.meaning.anchor)
    out: list[Candidate] = []
    for position, candidate in enumerate(ordered):
        before, after = [o.meaning for o in reversed(out)], [o.meaning for o in ordered[position + 1 :]]
        others = [o for o in (*before, *after) if not share(o.supplier, o.recipient)]
        out.append(replace(candidate, meaning=_filled(scene, candidate.meaning, others)))
    return out


def _filled(scene: Scene, m: Meaning, others: Sequence[Meaning]) -> Meaning:
    """The meaning with the parties that `others`, the nearest first, tell in its stead."""
    if m.recipient is not None and m.recipient.shares(m.supplier) and m.requester is not None:
        # "asked Egypt to supply its mission": the pronoun is the asker's, or nothing would leave the country.
        m = replace(m, recipient=m.requester)
    if m.direction == AWAY and m.supplier is not None and m.supplier.taken_up and m.supplier.shares(m.recipient):
        # "the country's policy of not supplying Kyiv": nothing would leave the country.
        m = replace(m, supplier=None)
    m = _turned_round(_asker_gets(m, others), others)
    reach = 0 if is_between_the_unnamed(scene, m) else REACH
    # What is told of the same goods comes before what is only told nearer.
    for other in sorted(others, key=lambda o: not scene.same_goods(m.items, o.items)):
        if m.supplier is not None and m.recipient is not None:
            break
        distance = abs(scene.sentence_of(m.anchor) - scene.sentence_of(other.anchor))
        if distance <= reach and _compatible(m, other) and not (reach == 0 and other.under in REPORTED):
            m = _with_parties_of(scene, m, other)
    return m if reach == 0 else _for_whom_all_is_meant(scene, m, others)


def _turned_round(m: Meaning, others: Sequence[Meaning]) -> Meaning:
    """ "Manila is in talks with Tokyo on the transfer of radars": who gets arms elsewhere in the article gets these."""
    if not m.sides_open or m.supplier is None or m.recipient is None:
        return m
    gets = [side for side in (m.supplier, m.recipient) if any(share(o.recipient, side) for o in others)]
    return replace(m, supplier=m.recipient, recipient=m.supplier) if gets == [m.supplier] else m


def _for_whom_all_is_meant(scene: Scene, m: Meaning, others: Sequence[Meaning]) -> Meaning:
    """ "Norway has so far supplied 22 jets": in an article in which all goes to one, this goes there too."""
    if m.recipient is not None or m.supplier is None or m.buyer is not None or not m.items:
        return m
    near = [o for o in others if abs(scene.sentence_of(m.anchor) - scene.sentence_of(o.anchor)) <= FOCUS_REACH]
    told = [o.recipient for o in near if o.recipient is not None]
    if not told or told[0].shares(m.supplier) or any(set(r.actors) != set(told[0].actors) for r in told):
        return m
    return replace(m, recipient=_said_nearby(told[0]))


def is_between_the_unnamed(scene: Scene, m: Meaning) -> bool:
    """ "to countries at war", "30 countries have bought": who it is is told, only not by name; so it is nobody else."""
    grammar = scene.grammar
    places = [obj for word, obj in grammar.prepositions(m.anchor) if word == "to"] if m.recipient is None else []
    verbs = _clauses(scene, m) if m.supplier is None else [m.anchor] if grammar.is_verb(m.anchor) else []
    places += [s for at in verbs if (s := _actor_of(scene, at)) is not None]
    return any(grammar.tokens[at].lemma in scene.language.country_nouns and at not in scene.actor_at for at in places)


def _clauses(scene: Scene, m: Meaning) -> list[int]:
    """The verbs from the word of transfer up to the outermost word of the reading."""
    grammar, at = scene.grammar, m.anchor
    found = [at]
    while at not in {m.top, grammar.tokens[at].head}:
        at = grammar.tokens[at].head
        found.append(at)
    return [i for i in found if grammar.is_verb(i)]


def _actor_of(scene: Scene, i: int) -> int | None:
    """The subject of the clause of `i` where it is not definite; of "states that sell" it is "states"."""
    grammar = scene.grammar
    subject = grammar.own_subject(grammar.clause_verb(i))
    if subject is not None and grammar.word(subject) in scene.language.pronouns.relative:
        subject = grammar.tokens[grammar.clause_verb(subject)].head
    return None if subject is None or _is_definite(scene, subject) else subject


def _is_definite(scene: Scene, i: int) -> bool:
    grammar = scene.grammar
    return grammar.has_determiner(i, scene.language.determiners.definite) or bool(grammar.kids(i, "poss"))


def _with_parties_of(scene: Scene, m: Meaning, other: Meaning) -> Meaning:
    """The meaning with what it lacks from one that is about the same items, or agrees in the other role."""
    same = scene.same_goods(m.items, other.items)
    if m.supplier is None and m.recipient is None:
        if not same and not _same_kind(m, other):
            return m
        through = m.intermediary or other.intermediary if same else m.intermediary
        return replace(m, supplier=other.supplier, recipient=other.recipient, intermediary=through)
    supplier, recipient = other.supplier, other.recipient
    if m.recipient is None and recipient is not None and (same or share(m.supplier, supplier)):
        ends_there = not recipient.shares(m.supplier) and not recipient.shares(m.intermediary)
        m = replace(m, recipient=_said_nearby(recipient)) if ends_there else m
    if m.supplier is None and m.recipient is not None and recipient is None and _follows_up(scene, m, other):
        return replace(m, supplier=supplier)
    if not same and other.stage is Stage.REFUSAL and m.stage in DONE and m.direction == TOWARD:
        # "Washington refused; Lima bought elsewhere": who refused is not the one who sold.
        return m
    turned_away = other.direction == AWAY and m.direction != AWAY and m.stage is not Stage.REQUEST
    alike = share(m.recipient, recipient) and not turned_away and not _of_other_makes(m, other)
    if m.supplier is None and supplier is not None and (same or alike):
        m = m if supplier.shares(m.recipient) else replace(m, supplier=_said_nearby(supplier))
    return m


def _follows_up(scene: Scene, m: Meaning, other: Meaning) -> bool:
    """ "Japan dropped its ban on missiles. They may go to Italy": the next sentence says to whom."""
    return _same_kind(m, other) and scene.sentence_of(m.anchor) - scene.sentence_of(other.anchor) <= 1


def _said_nearby(party: Party) -> Party:
    return replace(party, how=f"{party.how}, said nearby")


def _asker_gets(m: Meaning, others: Sequence[Meaning]) -> Meaning:
    """Who asks without naming anybody asks for itself, unless it asks elsewhere in the article for somebody else."""
    if (
        m.stage is not Stage.REQUEST
        or m.recipient is not None
        or m.requester is None
        or share(m.requester, m.supplier)
        or share(m.requester, m.intermediary)
    ):
        return m
    elsewhere = any(
        other.stage is Stage.REQUEST
        and share(other.requester, m.requester)
        and other.recipient is not None
        and not share(other.recipient, m.requester)
        for other in others
    )
    speaks_for_others = any(not code.isupper() or len(code) != 3 for code in m.requester.actors)
    if elsewhere or (speaks_for_others and others):
        return m
    return replace(m, recipient=replace(m.requester, how="who asks without naming another"))


def _compatible(m: Meaning, other: Meaning) -> bool:
    kinds, theirs = {i.ml for i in m.items}, {i.ml for i in other.items}
    return not kinds or not theirs or bool(kinds & theirs) or "ARMS" in kinds | theirs


def _of_other_makes(m: Meaning, other: Meaning) -> bool:
    """ "Rafale jets" beside "Kfir jets": who sold the one need not sell the other."""
    makes, theirs = ({i.designation for i in one.items if i.designation} for one in (m, other))
    return bool(makes and theirs) and not makes & theirs


def _same_kind(m: Meaning, other: Meaning) -> bool:
    """Named items of one kind: "the launchers" take up "multiple rocket launchers"."""
    return bool({i.ml for i in m.items} & {i.ml for i in other.items}) and m.anchor > other.anchor
