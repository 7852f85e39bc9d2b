"""The act: frames with the operators over them, composed into claims slot by slot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from armswire.claims.anaphora import find_answers
from armswire.claims.arguments import Arguments
from armswire.claims.attribution import Attribution, Speaker
from armswire.claims.composition import apply, present
from armswire.claims.context import fill_from_context
from armswire.claims.cues import CueBook
from armswire.claims.dates import claim_date
from armswire.claims.end_use import find_end_use
from armswire.claims.frames import TAKING_UP, FrameInstance, Frames, Items
from armswire.claims.grammar import Mood
from armswire.claims.items import claim_items
from armswire.claims.meaning import Meaning, Party, weaken
from armswire.claims.participants import Participants
from armswire.claims.repetition import merge_repetitions
from armswire.claims.scene import Scene, set_scene
from armswire.claims.stacking import Stack, Stacking
from armswire.claims.value import claim_value
from armswire.lexicon.language import LanguageFile, Operator
from armswire.model.annotation import ActorKind, AnnotatedDocument, ItemMention
from armswire.model.claim import Certainty, Claim, Evidence, Polarity, Stage, Step
from armswire.model.identity import content_key
from armswire.model.rejection import Rejection


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read out of one document, and what was dropped on the way."""

    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A composed meaning with its frame and the operators over it."""

    meaning: Meaning
    instance: FrameInstance
    stack: Stack
    holder: int | None = None


class ClaimReader:
    """Reads claims out of annotated documents; built once for a language."""

    def __init__(self, language: LanguageFile) -> None:
        self._language = language
        self._operators = CueBook(language.operators)
        self._frames = CueBook(language.frames)
        self._implicit = next(frame for frame in language.frames if frame.id == "item")

    def extract(self, annotated: AnnotatedDocument) -> Extraction:
        """The claims of one document in the order of the text, and the candidates that were dropped."""
        return _Reading(set_scene(annotated, self._language), self._operators, self._frames, self._implicit).run()


class _Reading:
    """The reading of one document."""

    def __init__(self, scene: Scene, operators: CueBook, frames: CueBook, implicit: object) -> None:  # type: ignore[type-arg]
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.operators = operators
        self.frame_book = frames
        self.implicit = implicit
        self.participants = Participants(scene)
        self.arguments = Arguments(scene, self.participants, operators)
        self.items = Items(scene)
        self.frames = Frames(scene, frames, operators, self.participants, self.arguments, self.items)
        self.stacking = Stacking(scene, operators, frames, self.arguments, self.participants)
        self.attribution = Attribution(scene, operators, self.arguments, self.participants)

    def run(self) -> Extraction:
        """All candidates composed, completed from context, and told apart from repetitions."""
        candidates = [c for instance, stack in self._instances() for c in self._compose(instance, stack)]
        candidates = self._with_answers(candidates)
        kept, rejections = [], []
        for candidate in candidates:
            dropped = self._judge(candidate)
            if dropped is None:
                kept.append(candidate)
            elif candidate.instance.items:
                rejections.append(self._reject(candidate, dropped))
        kept = fill_from_context(self.scene, self._passed_on(kept))
        ready = []
        for candidate in kept:
            why = self._final_check(candidate)
            if why is None:
                ready.append(self._claim(candidate))
            else:
                rejections.append(self._reject(candidate, why))
        ready += self._backfills(ready)
        ready += [identified(c) for c in find_end_use(self.scene, self.participants, self.attribution, ready)]
        spans = [self.scene.source_span(s.span) for s in self.scene.annotated.document.sentences if s.headline]
        text = self.scene.annotated.document.article.text
        claims = [identified(c) for c in merge_repetitions(ready, text, [(span.start, span.end) for span in spans])]
        return Extraction(tuple(sorted(claims, key=lambda c: (c.evidence.start, c.id))), tuple(rejections))

    def _passed_on(self, candidates: list[Candidate]) -> list[Candidate]:
        """ "takes the weapons from its allies and sends them to Ukraine": one way, by way of who takes and sends."""
        out = list(candidates)
        for first in candidates:
            for second in candidates:
                one, two = first.meaning, second.meaning
                if one.anchor >= two.anchor or self.scene.sentence_of(one.anchor) != self.scene.sentence_of(two.anchor):
                    continue
                through = (
                    one.recipient is not None
                    and two.supplier is not None
                    and set(one.recipient.actors) == set(two.supplier.actors)
                )
                onward = (
                    two.recipient is not None
                    and one.supplier is not None
                    and set(one.supplier.actors) != set(two.recipient.actors)
                )
                taken_up = any(self.tokens[k].text.lower() in TAKING_UP for k in self.grammar.subtree(two.anchor))
                if (
                    taken_up
                    and through
                    and onward
                    and set(one.items) & set(two.items)
                    and first in out
                    and second in out
                ):
                    out.remove(first)
                    joined = replace(two, supplier=one.supplier, intermediary=two.intermediary or one.recipient)
                    out[out.index(second)] = replace(second, meaning=joined)
        return out

    def _backfills(self, claims: Sequence[Claim]) -> list[Claim]:
        """A supply that is said to stand in for another is a claim of end use too (convention 10)."""
        out = []
        for claim in claims:
            words = next(
                (w for w in self.scene.language.backfill_words if f" {w} " in f" {claim.evidence.text.lower()} "), None
            )
            given = (
                claim.stage in {Stage.PLEDGE, Stage.AGREEMENT, Stage.DELIVERY, Stage.APPROVAL}
                and claim.polarity is Polarity.AFFIRMED
            )
            if words is None or not given or not claim.recipient or not self._after(claim, words):
                continue
            step = Step("stage", "backfill", f"“{words}” says that it stands in for another supply")
            out.append(
                identified(
                    replace(
                        claim,
                        stage=Stage.END_USE,
                        certainty=Certainty.CERTAIN,
                        conditions=(),
                        trace=(*claim.trace, step),
                    )
                )
            )
        return out

    def _after(self, claim: Claim, words: str) -> bool:
        """True where the phrase stands in the clause of the claim: the recipient gave something away itself."""
        text = claim.evidence.text.lower()
        at = text.index(words)
        anchors = [s for s in claim.trace if s.slot == "frame" and s.start is not None]
        if not anchors or anchors[0].start is None:
            return False
        place = anchors[0].start - claim.evidence.start
        return abs(place - at) < 120 and (words.startswith("to ") or place > at)

    def _with_answers(self, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates and those that take up one of them: a denial, a refusal to comment, a rejected request."""
        good = [c for c in candidates if self._judge(c) is None]
        used = {s.token for c in candidates for s in c.stack.operators} | {c.meaning.anchor for c in candidates}
        by_anchor = {c.meaning.anchor: c for c in good}
        out = list(candidates)
        for answered in find_answers(self.scene, self.stacking, [c.meaning for c in good], used):
            source = by_anchor[answered.meaning.anchor]
            word = self.tokens[answered.token].text
            step = self._step(
                "stage",
                f"answer:{answered.operator.kind}:{answered.operator.id}",
                f"“{word}” answers what was said before",
                answered.token,
            )
            meaning = replace(answered.meaning, trace=(*answered.meaning.trace, step), said_at=answered.token)
            out.append(replace(source, meaning=meaning, holder=answered.holder))
        return out

    # -- which words are candidates ---------------------------------------------------------------------------------

    def _instances(self) -> list[tuple[FrameInstance, Stack]]:
        """Frames and bare items under operators, without those that another one governs or took over."""
        instances = {i.token: i for i in self.frames.find()}
        for instance in self._bare_items(set(instances)):
            instances[instance.token] = instance
        stacks = {token: self.stacking.over(token) for token in instances}
        absorbed = {t for i in instances.values() for t in i.absorbed if i.items or i.frame.implicit_item}
        merged: dict[int, FrameInstance] = {}
        gone: set[int] = set(absorbed)
        for token, instance in instances.items():
            upper = self._upper_frame(token, instances)
            if upper is None or upper in absorbed:
                continue
            joined = self._join(merged.get(upper, instances[upper]), instance)
            if joined is None:
                continue
            keep_upper, new = joined
            if keep_upper:
                merged[upper] = new
                gone.add(token)
            else:
                merged[token] = new
                gone.add(upper)
        return [(merged.get(t, i), stacks[t]) for t, i in instances.items() if t not in gone]

    def _upper_frame(self, token: int, instances: dict[int, FrameInstance]) -> int | None:
        """The frame that this one hangs below, as its purpose ("bought ... to send") or content ("deal to provide")."""
        cur = token
        for _ in range(6):
            head = self.tokens[cur].head
            if (
                head == cur
                or (self.tokens[cur].dep in {"ccomp", "parataxis"}
                and self.grammar.own_subject(cur) is not None)
            ):
                return None
            if self.tokens[cur].dep == "conj" and self.grammar.is_verb(cur):
                return None
            if head in instances and instances[head].token != token:
                return head
            if self.grammar.is_verb(head):
                return None
            cur = head
        return None

    def _join(self, upper: FrameInstance, lower: FrameInstance) -> tuple[bool, FrameInstance] | None:
        """Two frames that tell of one transfer: whether the upper one stays, and what it is then."""
        infinitive = self.grammar.is_verb(lower.token) and self.grammar.mood(lower.token) in {
            Mood.INFINITIVE,
            Mood.GERUND,
        }
        noun_upper = not self.grammar.is_verb(upper.token)
        if upper.frame.id in {"deal"} or noun_upper:
            if not (infinitive or not self.grammar.is_verb(lower.token)):
                return None
            roles = {**upper.roles, **lower.roles}
            if lower.frame.verb_roles.get("subject") == "supplier":
                roles.pop("buyer", None) if "supplier" in lower.roles else None
            return False, replace(lower, roles=roles, items=lower.items or upper.items)
        if infinitive and upper.items and (upper.frame.id in {"buy", "receive", "give", "ship", "sell"}):
            roles = dict(upper.roles)
            if "recipient" in lower.roles:
                if upper.frame.id == "buy":
                    roles["recipient"] = lower.roles["recipient"]
                elif upper.frame.id == "receive":
                    roles["intermediary"] = roles.get("recipient", lower.roles["recipient"])
                    roles["recipient"] = lower.roles["recipient"]
                else:
                    roles.setdefault("recipient", lower.roles["recipient"])
            return True, replace(upper, roles=roles)
        if not self.grammar.is_verb(lower.token) and lower.token not in upper.absorbed and not lower.items:
            roles = dict(upper.roles)
            if upper.frame.id == "buy" and "recipient" in lower.roles:
                roles["recipient"] = lower.roles["recipient"]
            else:
                roles = {**lower.roles, **roles}
            return True, replace(upper, roles=roles)
        return None

    def _bare_items(self, taken: set[int]) -> list[FrameInstance]:
        """Items that an operator governs directly: "requested tanks", "a plea for more weapons"."""
        out = []
        for mention in self.scene.annotated.items:
            head = self.grammar.first_conjunct(mention.head)
            if head != mention.head:
                continue
            governor = self._direct_operator(mention.head, taken)
            if governor is not None and governor not in self.scene.item_at:
                instance = self.frames.instance(mention.head, self.implicit)  # type: ignore[arg-type]
                roles = self._with_operator_noun(instance.roles, mention.head, governor)
                out.append(replace(instance, roles=roles, items=tuple(self.items.of(mention.head))))
        return out

    def _with_operator_noun(self, roles: dict[str, Party], i: int, governor: int) -> dict[str, Party]:
        """ "ammunition licences for Israel": what stands at the noun that the item modifies belongs to the item."""
        if self.tokens[i].dep not in {"compound", "nmod", "amod"} or self.grammar.is_verb(governor):
            return roles
        out = dict(roles)
        for word, obj in self.grammar.prepositions(governor):
            role = {"to": "recipient", "for": "recipient", "via": "intermediary", "through": "intermediary"}.get(word)
            resolved = self.participants.resolve(obj) if role is not None else None
            if role is not None and resolved is not None:
                out.setdefault(role, Party(resolved.actors, resolved.token, resolved.how))
        return out

    def _direct_operator(self, i: int, taken: set[int]) -> int | None:
        """The operator right above an item, passing only "dozens of", "a package of"; None past a frame or a verb."""
        cur = i
        for _ in range(5):
            token = self.tokens[cur]
            if token.head == cur or token.dep in {"nsubj", "advcl", "relcl"}:
                return None
            head = token.head
            if self.tokens[head].pos == "ADP":
                word, head = self.tokens[head].text.lower(), self.tokens[head].head
                if word not in {"of", "for", "on"} and not self._counts(head):
                    return None
            span = self._sum_around(head)
            if span is not None:
                # "pledges 4 bn kroner in air defence": the sum stands between.
                head = span
            if head in taken:
                return None
            if head in self.scene.item_at and not self.scene.item_at[head].first <= i <= self.scene.item_at[head].last:
                return None
            ops = [op for op in self.operators.at(self.grammar, head) if op.takes_item]
            if ops:
                return head if self._can_take(ops[0], i, head) else None
            if self.grammar.is_verb(head):
                return None
            cur = head
        return None

    def _sum_around(self, i: int) -> int | None:
        """The word that governs the sum of money in which token `i` stands, or None outside of sums."""
        for mention in self.scene.annotated.money:
            if mention.span.covers(self.tokens[i].span):
                inside = [t for t in self.tokens if mention.span.covers(t.span)]
                outer = next((t.head for t in inside if not mention.span.covers(self.tokens[t.head].span)), None)
                return outer
        return None

    def _counts(self, i: int) -> bool:
        """ "4 bn kroner in air defence": a sum before the preposition."""
        span = self.tokens[i].span
        return any(m.span.covers(span) for m in self.scene.annotated.money)

    def _can_take(self, operator: Operator, i: int, head: int) -> bool:
        """Whoever stops or refuses missiles may shoot them down or ban them at home: only aid, or what goes to somebody."""
        if operator.kind not in {"halt", "refuse", "consider", "boost"} or operator.id == "embargo":
            return True
        if self.tokens[i].lemma in self.scene.language.aid_nouns:
            return True
        places = [*self.grammar.prepositions(i), *self.grammar.prepositions(head)]
        return any(word in {"to", "for"} and self.arguments.is_actor(obj) for word, obj in places)

    # -- composing --------------------------------------------------------------------------------------------------

    def _compose(self, instance: FrameInstance, stack: Stack) -> list[Candidate]:
        """The frame under its own tense, then each operator from the inside out; what they presuppose comes first."""
        frame, i = instance.frame, instance.token
        base = Stage(frame.stage)
        roles = instance.roles
        meaning = Meaning(
            stage=base,
            base=base,
            anchor=i,
            supplier=roles.get("supplier"),
            recipient=roles.get("recipient"),
            intermediary=roles.get("intermediary"),
            buyer=roles.get("buyer"),
            items=instance.items,
            top=stack.top,
            trace=(self._step("frame", f"frame:{frame.id}", f"“{self.tokens[i].text}” is a word of transfer", i),),
        )
        mood = self.grammar.mood(i)
        only_said = all(s.operator.kind == "say" for s in stack.operators)
        headline_future = mood is Mood.INFINITIVE and only_said and self._is_plain_infinitive(i)
        negated = self.grammar.is_negated(i) or self.grammar.governed_by_negation(i)
        meaning = present(
            meaning, mood, negated=negated, progressive=self.grammar.is_present(i), headline_future=headline_future
        )
        if self.grammar.is_ended(i):
            meaning = replace(meaning, stage=Stage.HALT, direction=-1, polarity=Polarity.AFFIRMED, realised=True)
        holder: int | None = None
        presupposed: list[Candidate] = []
        inner_kind = inner_id = ""
        inner_token: int | None = None
        refused: Meaning | None = None
        for stacked in stack.operators:
            op = self.stacking.applied(stacked)
            before = meaning
            if presupposes(stacked.operator.kind, inner_kind, before):
                teller = holder if inner_token is None else self.stacking.agent(inner_token)
                told = replace(before, realised=True, stance=inner_token)
                presupposed.append(Candidate(self._finish(told, instance, stack), instance, stack, teller))
            if before.stage is Stage.REFUSAL and stacked.operator.kind in {"reverse", "halt"} and inner_id != "embargo":
                refused = before
            inner_kind, inner_id = stacked.operator.kind, stacked.operator.id
            inner_token = stacked.token if inner_kind in {"accuse", "say"} else None
            meaning = apply(stacked.operator.kind, meaning, op)
            meaning = self._carry_mood(meaning, stacked.operator.kind, op.mood, negated=op.negated)
            if meaning.stance == stacked.token and before.stance != stacked.token:
                holder = self.stacking.agent(stacked.token)
            note = f"“{self.tokens[stacked.token].text}” makes it {meaning.stage.value}, {meaning.polarity.value}"
            meaning = replace(
                meaning,
                trace=(
                    *meaning.trace,
                    self._step("stage", f"operator:{stacked.operator.kind}:{stacked.operator.id}", note, stacked.token),
                ),
            )
        if refused is not None and meaning.stage is Stage.REQUEST:
            presupposed.append(Candidate(self._finish(refused, instance, stack), instance, stack))
        return [*presupposed, Candidate(self._finish(meaning, instance, stack), instance, stack, holder)]

    def _finish(self, meaning: Meaning, instance: FrameInstance, stack: Stack) -> Meaning:
        """Who buys, adverbs, conditions, and the origin of the items where no supplier is told."""
        meaning = self._settle_buyer(self._from_origin(meaning))
        meaning = self._adverbs(meaning, meaning.anchor, stack)
        language = self.scene.language
        if self.grammar.stands_under(meaning.anchor, language.condition_markers):
            meaning = meaning.drop("stands under a condition")
        answers = {s.operator.kind for s in stack.operators} & {"decline_comment", "confirm", "deny", "consider"}
        if not answers and self.grammar.stands_under(meaning.anchor, language.question_markers):
            meaning = meaning.drop("stands in an indirect question")
        if not meaning.realised:
            meaning = self._unrealised(meaning, instance, stack)
        return meaning

    def _from_origin(self, m: Meaning) -> Meaning:
        """ "receives Chinese air-defence systems": where nobody else is named, they come from their makers' state."""
        if m.supplier is not None or not m.items or m.stage is Stage.REQUEST:
            return m
        found = self.items.origin(m.items[0])
        if found is None:
            return m
        actors, token = found
        others = {a for p in (m.recipient, m.buyer) if p is not None for a in p.actors}
        if set(actors) & others:
            return m
        return replace(m, supplier=Party(actors, token, f"“{self.tokens[token].text}” before the item"))

    def _is_plain_infinitive(self, i: int) -> bool:
        """ "Paris to send tanks": a subject before a bare "to", under nothing but speech."""
        head = self.tokens[i].head
        named = self.tokens[head].head == head and head in self.scene.actor_at
        opens = self.scene.is_headline(i) and (self.tokens[i].dep == "ROOT" or named)
        return (opens or self.grammar.own_subject(i) is not None) and self.tokens[i].dep in {
            "ROOT",
            "ccomp",
            "relcl",
            "acl",
            "advcl",
            "parataxis",
            "conj",
            "xcomp",
        }

    def _carry_mood(self, meaning: Meaning, kind: str, mood: Mood, *, negated: bool) -> Meaning:
        """Operators that only describe the course of a supply pass their own tense on to it."""
        if (kind in {"begin", "boost", "resume", "cause"} and not meaning.realised) or kind == "resume":
            if mood in {Mood.REAL, Mood.FUTURE, Mood.POSSIBLE, Mood.OBLIGED}:
                return present(meaning, mood, negated=negated, progressive=False, headline_future=False)
        if kind in {"agree", "conclude", "approve"} and mood is Mood.FUTURE:
            return replace(meaning, certainty=weaken(meaning.certainty, Certainty.PROBABLE))
        return meaning

    def _settle_buyer(self, m: Meaning) -> Meaning:
        """Who buys is the recipient, unless it buys for somebody else (convention 6)."""
        if m.buyer is None:
            return m
        if self._is_firm(m.buyer) and m.supplier is not None and not self._is_firm(m.supplier):
            # "Damen signs a contract with Pakistan": it is the firm that sells.
            m = replace(m, buyer=m.supplier, supplier=m.buyer)
        assert m.buyer is not None
        if m.recipient is None or set(m.recipient.actors) == set(m.buyer.actors):
            return replace(m, recipient=m.recipient or m.buyer)
        if m.supplier is None:
            return replace(m, supplier=m.buyer)
        if set(m.supplier.actors) & set(m.buyer.actors):
            return m
        return replace(m, intermediary=m.intermediary or m.buyer)

    def _is_firm(self, party: Party) -> bool:
        """ "org:Baykar", "the Turkish drone maker": by its name or by the noun that carries the phrase."""
        if all(a.startswith("org:") for a in party.actors):
            return True
        token = self.tokens[party.token]
        near = {
            token.lemma,
            self.tokens[token.head].lemma,
            *(self.tokens[c].lemma for c in self.grammar.kids(token.head, "compound", "appos")),
        }
        firm_like = token.dep in {"amod", "compound", "poss", "nmod"}
        return firm_like and bool(near & set(self.scene.language.firm_nouns))

    def _adverbs(self, m: Meaning, i: int, stack: Stack) -> Meaning:
        """ "probably", "possibly" beside the frame or an operator over it."""
        language = self.scene.language
        near = {
            c for t in (i, *(s.token for s in stack.operators)) for c in self.grammar.kids(t, "advmod", "amod", "acomp")
        }
        words = {self.tokens[c].text.lower() for c in near}
        if words & set(language.probable_words):
            m = replace(m, certainty=weaken(m.certainty, Certainty.PROBABLE))
        if words & set(language.possible_words):
            m = replace(m, certainty=weaken(m.certainty, Certainty.POSSIBLE))
        return m

    def _unrealised(self, m: Meaning, instance: FrameInstance, stack: Stack) -> Meaning:
        """A bare noun or participle tells of a supply where nothing above it says otherwise."""
        mood = self.grammar.mood(m.anchor)
        token = self.tokens[m.anchor]
        if mood in {Mood.GERUND, Mood.NOMINAL} and self._denied_above(m.anchor):
            return replace(m, stage=Stage.REFUSAL, direction=-1, realised=True)
        if mood is Mood.NOMINAL:
            if instance.frame.id == "item":
                return m.drop("names arms that nobody moves")
            told = bool(stack.operators) or (m.supplier is not None and m.recipient is not None)
            return m if told else m.drop("a noun of transfer that says neither to whom nor what became of it")
        if mood is Mood.GERUND:
            return m
        if mood is Mood.INFINITIVE:
            return m.drop("an infinitive that nothing makes real")
        if mood is Mood.IMPERATIVE:
            return m.drop("an order to somebody unknown")
        if token.tag == "VBN":
            return m
        return m

    def _denied_above(self, i: int) -> bool:
        """ "do not see room for sending": the clause around a bare mention is negated."""
        if self.tokens[i].dep not in {"pcomp", "pobj", "dobj"}:
            return False
        verb = self.grammar.clause_verb(self.tokens[i].head)
        return (
            self.grammar.is_verb(verb) and self.grammar.is_negated(verb) and not self.operators.at(self.grammar, verb)
        )

    # -- judging and writing ------------------------------------------------------------------------------------------

    def _judge(self, candidate: Candidate) -> str | None:
        """Why this is no claim, or None."""
        m, frame = candidate.meaning, candidate.instance.frame
        if m.dropped is not None:
            return m.dropped
        if not m.items and not frame.implicit_item:
            return "no arms and no aid move"
        if frame.state_only and not self._newly_has(m.anchor):
            return "having is no receiving"
        moves_itself = self._moves_itself(candidate)
        if moves_itself is not None:
            return moves_itself
        sentence = self.scene.annotated.document.sentences[self.tokens[m.anchor].sentence].span
        if sentence.of(self.scene.annotated.document.text).rstrip(" ”\"'").endswith("?"):
            return "a question"
        return None

    def _moves_itself(self, candidate: Candidate) -> str | None:
        """Missiles that reach a city were fired there, aircraft that fly to a border are flown by their own."""
        m, frame = candidate.meaning, candidate.instance.frame
        kinds = {item.ml for item in m.items}
        lemma = self.tokens[m.anchor].lemma
        if frame.id == "arrive" and m.stage is Stage.CONSIDERATION and m.certainty is Certainty.POSSIBLE:
            return "what a weapon can reach is its range"
        if frame.id == "arrive" and kinds <= {"ML4"} and "supplier" in candidate.instance.roles:
            handed = {self.tokens[c].lemma for c in self.grammar.subtree(m.anchor)} & {
                "shipment",
                "batch",
                "delivery",
                "consignment",
                "ship",
                "port",
                "plane",
                "truck",
                "aid",
            }
            return (
                None
                if handed or candidate.instance.absorbed
                else "missiles that arrive from somewhere may have been fired"
            )
        if lemma == "fly" and kinds <= {"ML10"}:
            return "aircraft fly by themselves"
        return None

    def _newly_has(self, i: int) -> bool:
        words = {self.tokens[c].text.lower() for c in self.grammar.kids(i, "advmod")}
        return bool(words & {"now", "already", "finally"})

    def _final_check(self, candidate: Candidate) -> str | None:
        m = candidate.meaning
        if m.supplier is None and m.recipient is None:
            return "neither who gives nor who gets is told"
        if (
            m.recipient is None
            and m.stage in {Stage.DELIVERY, Stage.PLEDGE}
            and self._goes_elsewhere(candidate.instance.token)
        ):
            return "goes to a place, to nobody"
        if m.stage is Stage.REQUEST and m.certainty is Certainty.POSSIBLE and m.supplier is None:
            return "a need that nobody is asked to meet"
        if m.supplier is not None and m.recipient is not None and set(m.supplier.actors) == set(m.recipient.actors):
            return "nothing leaves the country"
        if m.items and all(item.doubtful and not self._settled_before(item) for item in m.items):
            between_two = m.supplier is not None and m.recipient is not None
            if not between_two or any(item.ml in {"AID", "MED"} for item in m.items):
                return "the words may mean something else than arms"
        return None

    def _goes_elsewhere(self, i: int) -> bool:
        """ "sends a warship to the Black Sea": what moves to a place that is nobody's is deployed, not given."""
        return any(
            word in {"to", "into", "near", "toward", "towards"}
            and self.tokens[obj].pos == "PROPN"
            and obj not in self.scene.actor_at
            for word, obj in self.grammar.prepositions(i)
        )

    def _settled_before(self, item: ItemMention) -> bool:
        """ "the ships" after "two frigates": what the word means has been told."""
        return any(o.first < item.first and not o.doubtful and o.ml == item.ml for o in self.scene.annotated.items)

    def _reject(self, candidate: Candidate, why: str) -> Rejection:
        token = self.tokens[candidate.meaning.anchor]
        sentence = self.scene.annotated.document.sentences[token.sentence]
        span = self.scene.source_span(sentence.span)
        article = self.scene.annotated.document.article
        return Rejection(
            article.id,
            "claims",
            f"frame:{candidate.instance.frame.id}",
            f"“{token.text}”: {why}",
            span.start,
            span.end,
            article.text[span.start : span.end],
        )

    def _claim(self, candidate: Candidate) -> Claim:
        m = candidate.meaning
        article = self.scene.annotated.document.article
        said_at = m.anchor if m.said_at is None else m.said_at
        sentence = self.scene.annotated.document.sentences[self.tokens[said_at].sentence]
        span = self.scene.source_span(sentence.span)
        holder = candidate.holder if candidate.holder is not None else self._person_who_asks(candidate)
        speakers = self.attribution.chain(said_at, m.top, m.stance, holder)
        ahead = m.stage is Stage.PLEDGE and self.grammar.mood(m.anchor) in {Mood.FUTURE, Mood.INFINITIVE}
        dated = claim_date(self.scene, said_at, m.top, future=ahead)
        items = claim_items(self.scene, m.items)
        claim = Claim(
            id="",
            document=article.id,
            stage=m.stage,
            polarity=m.polarity,
            certainty=m.certainty,
            evidence=Evidence(span.start, span.end, article.text[span.start : span.end]),
            requester=_actors(m.requester) if m.stage is Stage.REQUEST else (),
            supplier=_actors(m.supplier),
            recipient=_actors(m.recipient),
            intermediary=_actors(m.intermediary),
            items=items,
            value=claim_value(self.scene, m.anchor, m.top),
            date=dated[0] if dated is not None else None,
            answer=m.answer,
            attribution=tuple(s.source for s in speakers),
            trace=(*m.trace, *self._role_steps(m), *self._speaker_steps(speakers)),
        )
        return identified(claim)

    def _person_who_asks(self, candidate: Candidate) -> int | None:
        """A person who asks, promises or refuses gives the word for it: "the secretary-general urged ..."."""
        for stacked in reversed(candidate.stack.operators):
            if stacked.operator.kind in {"request", "want", "pledge", "announce", "refuse"}:
                agent = self.stacking.agent(stacked.token)
                for one in () if agent is None else (agent, *self.grammar.kids(agent, "appos")):
                    resolved = self.participants.resolve(one)
                    if resolved is not None and resolved.kind is ActorKind.PERSON:
                        return one
                return None
        return None

    def _role_steps(self, m: Meaning) -> list[Step]:
        roles = ("requester", "supplier", "recipient", "intermediary")
        steps = []
        for role in roles:
            party: Party | None = getattr(m, role)
            if party is not None:
                mention = self.scene.actor_at.get(party.token)
                steps.append(
                    self._step(role, f"role:{role}", party.how, party.token, mention.entry if mention else None)
                )
        steps += [
            self._step("items", "item", f"“{self.scene.words(x.first, x.last)}” is {x.ml}", x.first, x.entry)
            for x in m.items
        ]
        return steps

    def _speaker_steps(self, speakers: Iterable[Speaker]) -> list[Step]:
        return [
            self._step(
                "attribution", "attribution", f"“{s.source.source}” speaks ({s.source.source_class.value})", s.token
            )
            for s in speakers
        ]

    def _step(self, slot: str, rule: str, note: str, i: int, entry: str | None = None) -> Step:
        span = self.scene.source_span(self.tokens[i].span)
        return Step(slot, rule, note, span.start, span.end, entry)


def presupposes(outer: str, inner: str, meaning: Meaning) -> bool:
    """True where an operator tells of what it governs as a fact beside its own: a denied accusation was made, a
    rejected plea was heard, a refusal that one is urged to reconsider stands."""
    if outer == "deny":
        return inner in {"accuse", "say"}
    return (
        outer in {"refuse", "consider", "approve", "agree"}
        and inner == "request"
        and meaning.stage is Stage.REQUEST
        and meaning.requester is not None
    )


def _actors(party: Party | None) -> tuple[str, ...]:
    return () if party is None else tuple(dict.fromkeys(party.actors))


def identified(claim: Claim) -> Claim:
    """The claim with its id, derived from what it says and where it says it."""
    key = content_key(
        "claim", claim.document, claim.stage.value, claim.polarity.value, list(claim.requester), list(claim.supplier),
        list(claim.recipient), list(claim.intermediary), [[i.text, i.ml] for i in claim.items],
        [[s.source, s.source_class.value] for s in claim.attribution], claim.evidence.start, claim.evidence.end,
    )  # fmt: skip
    return replace(claim, id=key)
