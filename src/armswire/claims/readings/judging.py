"""Why a reading is no claim: small rules, each with its reason; the first that applies is given.

`why_no_reading` looks at the reading as it was composed, `why_no_claim` once the text around it has completed it.
"""

from __future__ import annotations

from armswire.claims.frames.senders import paying_clause
from armswire.claims.meaning import Party
from armswire.claims.readings.candidate import Candidate
from armswire.claims.scene import Scene
from armswire.model.annotation import ItemMention
from armswire.model.claim import Certainty, Polarity, Stage

# How many words before an item a word may stand that says where it was made.
HOME_MADE_REACH = 5
# Over a supply, never over a mere movement.
CHARGES = frozenset({"accuse", "deny"})
# Categories of what sails, flies and drives by itself or is fired, so that its leaving tells of no supply.
SELF_MOVING = frozenset({"ML4", "ML6", "ML9", "ML10"})


def why_no_reading(scene: Scene, candidate: Candidate) -> str | None:
    """The reason against a reading by itself, or None."""
    m, frame = candidate.meaning, candidate.instance.frame
    if m.dropped is not None:
        return m.dropped
    # An answer need not name what it answers.
    if not m.items and not frame.implicit_item and m.said_at is None:
        return "no arms and no aid move"
    if frame.abroad_only and (m.supplier is None or m.recipient is None or _is_described(scene, m.anchor)):
        return "made, but not for somebody abroad"
    if frame.state_only and not _newly_has(scene, m.anchor):
        return "having is no receiving"
    if _tells_of_range(candidate):
        return "what a weapon can reach is its range"
    if _may_have_been_fired(scene, candidate):
        return "missiles that arrive from somewhere may have been fired"
    if _flies_by_itself(scene, candidate):
        return "aircraft fly by themselves"
    if _is_question(scene, m.anchor):
        return "a question"
    return None


def why_no_claim(scene: Scene, candidate: Candidate) -> str | None:
    """The reason against a completed reading, or None."""
    m = candidate.meaning
    if m.dropped is not None:
        return m.dropped
    if m.supplier is None and m.recipient is None:
        return "neither who gives nor who gets is told"
    if m.recipient is None and m.stage in {Stage.DELIVERY, Stage.PLEDGE} and _is_deployed(scene, candidate):
        return "goes to a place, to nobody"
    if m.base is Stage.PLEDGE and (m.supplier is None or m.recipient is None):
        return "made ready, for nobody else"
    if m.supplier is None or m.recipient is None:
        reason = _why_not_of_states(scene, candidate)
        if reason is not None:
            return reason
    if _is_statistic(scene, candidate):
        return "trade that grows between nobody in particular"
    if m.polarity is Polarity.NEGATED and m.answer is None and _is_of_the_time_after(scene, m.anchor):
        return "tells of the time after a supply"
    frame = candidate.instance.frame
    if m.recipient is None and m.stage is Stage.DELIVERY and frame.onward:
        return "goes on to nobody in particular"
    if m.stage is Stage.REQUEST and m.certainty is Certainty.POSSIBLE and m.supplier is None:
        return "a need that nobody is asked to meet"
    if m.supplier is not None and m.recipient is not None and _stays_at_home(m.supplier, m.recipient):
        return "nothing leaves the country"
    if candidate.instance.frame.sends_back and (m.supplier is None or m.recipient is None):
        return "is given back, but neither is it told who gave it nor who got it"
    if m.supplier is None and any(_is_home_made(scene, item) for item in m.items):
        return "comes from makers at home"
    if m.items and _kinds(candidate) <= {"AID", "MED"} and not _has_military_side(scene):
        return "aid in an article without a military side"
    if candidate.instance.frame.mere_motion and not _is_known_supply(scene, candidate):
        return "moves, but is not known to be supplied to anybody"
    if _may_be_no_arms(scene, candidate):
        return "the words may mean something else than arms"
    return None


def _is_of_the_time_after(scene: Scene, anchor: int) -> bool:
    """ "we have given them none since then" leaves what was given before as it is."""
    words = " ".join(token.text.lower() for token in scene.sentence_tokens(anchor))
    return any(phrase in words for phrase in scene.language.after_phrases)


def _stays_at_home(supplier: Party, recipient: Party) -> bool:
    """The same actors give and get, or a firm and its own state."""
    homes = ({a for a in party.actors if not a.startswith("org:")} for party in (supplier, recipient))
    gives, gets = homes
    return gives == gets if gives and gets else set(supplier.actors) == set(recipient.actors)


def _kinds(candidate: Candidate) -> set[str]:
    return {item.ml for item in candidate.meaning.items}


def _is_described(scene: Scene, i: int) -> bool:
    """ "Korean-built tanks for Poland": the participle only tells where they come from."""
    return scene.grammar.tokens[i].dep == "amod"


def _is_home_made(scene: Scene, item: ItemMention) -> bool:
    """ "home-built howitzers", "locally made rifles"."""
    words = set(scene.language.home_made_words)
    first = max(0, item.first - HOME_MADE_REACH)
    before = [scene.grammar.word(k) for k in range(first, item.last + 1)]
    pairs = {f"{one}-{two}" for one, mark, two in zip(before, before[1:], before[2:], strict=False) if mark == "-"}
    return bool(words & {*before, *pairs})


def _newly_has(scene: Scene, i: int) -> bool:
    """ "now has", "already operates"."""
    adverbs = (scene.grammar.word(c) for c in scene.grammar.kids(i, "advmod"))
    return any(word in scene.language.recent_adverbs for word in adverbs)


def _tells_of_range(candidate: Candidate) -> bool:
    """ "missiles that can reach the capital"."""
    m = candidate.meaning
    possible = m.stage is Stage.CONSIDERATION and m.certainty is Certainty.POSSIBLE
    return candidate.instance.frame.id == "arrive" and possible


def _may_have_been_fired(scene: Scene, candidate: Candidate) -> bool:
    """ "missiles from Yemen reached the port", with no word of freight."""
    instance = candidate.instance
    if instance.frame.id != "arrive" or not _kinds(candidate) <= {"ML4"} or "supplier" not in instance.roles:
        return False
    below = (scene.grammar.tokens[c].lemma for c in scene.grammar.subtree(candidate.meaning.anchor))
    welcome = any(s.operator.kind == "thank" for s in candidate.stack.operators)
    freight = any(lemma in scene.language.shipment_nouns for lemma in below)
    through = instance.roles.get("intermediary")
    # "are reaching Oman by way of Yemen": a state is passed through by freight, its airspace by what is fired.
    routed = through is not None and through.token in scene.actor_at and _is_passed(scene, through.token)
    return not instance.absorbed and not freight and not welcome and not routed


def _is_passed(scene: Scene, i: int) -> bool:
    """ "through Jordan", but not "through Jordan's airspace"."""
    return scene.grammar.tokens[i].dep in {"pobj", "conj"} and not scene.grammar.kids(i, "compound", "amod")


def _flies_by_itself(scene: Scene, candidate: Candidate) -> bool:
    """ "jets flew to Riga"; helicopters of a supply told before are flown to whoever gets them."""
    m = candidate.meaning
    lemma = scene.grammar.tokens[m.anchor].lemma
    if scene.grammar.is_passive(m.anchor) and any(item in scene.antecedents for item in m.items):
        return False
    if scene.grammar.kids(m.anchor, "dobj") and any(s.operator.kind in CHARGES for s in candidate.stack.operators):
        # "denied that Iran had flown drones to Sudan": nobody denies a mere flight.
        return False
    return lemma in scene.language.self_moving_verbs and _kinds(candidate) <= {"ML10"}


def _is_question(scene: Scene, i: int) -> bool:
    document = scene.annotated.document
    sentence = document.sentences[scene.sentence_of(i)].span.of(document.text)
    return sentence.rstrip(" ”\"'").endswith("?") and affirmed_at(scene, i) is None


def affirmed_at(scene: Scene, i: int) -> int | None:
    """The verb of "Did it ship them? A paper says yes", which answers the question in which token `i` stands."""
    here = scene.sentence_of(i)
    behind = scene.tokens_of(here + 1) if here + 1 in scene.ranges else []
    said = next((t for t in behind if t.text.lower() in scene.language.affirming_words), None)
    if said is None or said.head == said.index:
        return None
    return said.head if scene.grammar.is_verb(said.head) else None


def _why_not_of_states(scene: Scene, candidate: Candidate) -> str | None:
    """Why what only one party is known of is none of states: "sales of firearms", "arming teachers", "gave food"."""
    m, tokens = candidate.meaning, scene.grammar.tokens
    if m.items and all(_is_civil(scene, item) for item in m.items):
        return "guns that private persons may sell and buy"
    if m.items and _kinds(candidate) <= {"AID", "MED"}:
        return "aid without a military side"
    if not m.items and candidate.instance.frame.implicit_item:
        means = scene.grammar.behind(m.anchor, scene.language.prepositions.describing)
        if any(tokens[obj].lemma in scene.language.civilian_nouns for obj in scene.grammar.objects(m.anchor)):
            return "whom a state arms at home"
        if any(obj not in scene.actor_at for obj in means):
            return "armed with something that is no arms"
    return None


def _has_military_side(scene: Scene) -> bool:
    """True where the article names arms, or soldiers, their offices and their wars."""
    language, tokens = scene.language, scene.grammar.tokens
    arms = (i for i in scene.annotated.items if i.ml not in {"AID", "MED", "NONLETHAL"} and not i.doubtful)
    if any(tokens[i.head].lemma.lower() not in language.carrier_nouns for i in arms):
        return True
    arming = {verb for frame in language.frames if frame.implicit_item for verb in frame.verbs}
    return any(t.lemma.lower() in {*language.military_words, *arming} for t in tokens)


def _is_civil(scene: Scene, item: ItemMention) -> bool:
    """ "guns", but not "machine guns"."""
    return item.first == item.last and scene.grammar.tokens[item.head].lemma in scene.language.civil_arms


def _is_statistic(scene: Scene, candidate: Candidate) -> bool:
    """ "Arms imports by Asian states doubled": a noun of trade that grows, between nobody in particular."""
    m = candidate.meaning
    grows = m.stage is m.base and any(s.operator.kind == "boost" for s in candidate.stack.operators)
    return grows and not scene.grammar.is_verb(m.anchor) and (m.supplier is None or m.recipient is None)


def _is_deployed(scene: Scene, candidate: Candidate) -> bool:
    """ "sends a warship to the Black Sea", "to watch the ships": what moves to a place or for an end of one's own."""
    ends = scene.grammar.kids(candidate.instance.token, "advcl", "xcomp", "acl")
    ends += [c for item in candidate.meaning.items for c in scene.grammar.kids(item.head, "acl", "relcl")]
    if any(scene.grammar.tokens[end].lemma in scene.language.own_use_verbs for end in ends):
        return True
    near = scene.grammar.behind(candidate.instance.token, scene.language.prepositions.near)
    if candidate.meaning.stage is not Stage.CONSIDERATION and next(near, None) is not None:
        return True
    places = scene.grammar.behind(candidate.instance.token, scene.language.prepositions.goal)
    return any(scene.grammar.tokens[obj].pos == "PROPN" and obj not in scene.actor_at for obj in places)


def _is_known_supply(scene: Scene, candidate: Candidate) -> bool:
    """ "the launchers left" of those told before; "shells left for Israel", which do not go by themselves."""
    m = candidate.meaning
    if scene.grammar.kids(m.anchor, "dobj") and candidate.instance.frame.id == "follow":
        return False
    known = any(item in scene.antecedents for item in m.items)
    told = m.supplier is not None and "recipient" in candidate.instance.roles
    paid_for = paying_clause(scene, m.anchor, m.items) is not None
    return known or (told and (paid_for or _is_freight(scene, candidate)))


def _is_freight(scene: Scene, candidate: Candidate) -> bool:
    """What moves cannot move by itself, or something carries it: "a lorry with mines crossed"."""
    anchor = candidate.meaning.anchor
    beside = {c for verb in scene.grammar.kids(anchor, "conj") for c in scene.grammar.subtree(verb)}
    below = (c for c in scene.grammar.subtree(anchor) if c not in scene.item_at and c not in beside)
    carried = any(scene.grammar.tokens[c].lemma.lower() in scene.language.carrier_nouns for c in below)
    return carried or not _kinds(candidate) & SELF_MOVING


def _may_be_no_arms(scene: Scene, candidate: Candidate) -> bool:
    """Doubtful words only ("shells", "support") count where they go from one to another, and are no general aid."""
    m = candidate.meaning
    if not m.items or not all(item.doubtful and not _settled_before(scene, item) for item in m.items):
        return False
    between_two = m.supplier is not None and m.recipient is not None
    return not between_two or bool(_kinds(candidate) & {"AID", "MED"})


def _settled_before(scene: Scene, item: ItemMention) -> bool:
    """ "the ships" after "two frigates": what the word means has been told."""
    earlier = (other for other in scene.annotated.items if other.first < item.first)
    return any(not other.doubtful and other.ml == item.ml for other in earlier)
