"""Roles that the arguments of a frame leave empty, told by what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armswire.claims.cues import CueBook
from armswire.claims.meaning import Party
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants
from armswire.claims.scene import Scene
from armswire.lexicon.language import Frame, Operator
from armswire.model.annotation import ActorKind, ItemMention

# How many words before an item "Kenya-bound" may stand.
DESTINED_REACH = 4


class MissingRoles:
    """Completes the frames of one document."""

    def __init__(
        self, scene: Scene, arguments: Arguments, participants: Participants, operators: CueBook[Operator]
    ) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.arguments = arguments
        self.participants = participants
        self.operators = operators

    def add_of_verb(self, i: int, frame: Frame, items: Sequence[ItemMention], roles: dict[str, Party]) -> None:
        """The recipient of a verb of transfer without one, and from whom is bought."""
        if "buyer" in roles and "supplier" not in roles:
            turned_to = self._turned_to(i)
            if turned_to is not None:
                roles["supplier"] = turned_to
        self._add_of_promise(items, roles)
        self._add_of_payment(items, roles)
        if "recipient" in roles:
            return
        found = (
            self._swallowed_dative(i, frame, items)
            or self._owner_of_paid(frame, items)
            or self._welcomer(i, frame, items, roles)
        )
        if found is None and "buyer" not in roles:
            found = self._beneficiary(i, items)
        if found is not None:
            roles["recipient"] = found

    def _add_of_promise(self, items: Sequence[ItemMention], roles: dict[str, Party]) -> None:
        """ "the ploughs that Slovenia had promised to Bosnia have arrived": the clause at the item says who gives."""
        grammar = self.scene.grammar
        clauses = (c for m in items for c in grammar.kids(m.head, "relcl", "acl"))
        for c in clauses:
            if not any(op.kind == "pledge" and op.takes_item for op in self.operators.at(grammar, c)):
                continue
            giver = grammar.passive_agent(c) if grammar.is_passive(c) else self.arguments.subject(c)
            getter = next(grammar.behind(c, self.scene.language.prepositions.destination), None)
            for role, who in (("supplier", giver), ("recipient", getter)):
                resolved = self.participants.resolve(who) if who is not None else None
                if resolved is not None:
                    roles.setdefault(role, resolved.party(", who promised" if role == "supplier" else ""))

    def _add_of_payment(self, items: Sequence[ItemMention], roles: dict[str, Party]) -> None:
        """ "the boats that Damen was paid for", "the boats for which it paid Damen": who is paid for them gives."""
        grammar, language = self.scene.grammar, self.scene.language
        clauses = (c for m in items for c in grammar.kids(m.head, "relcl"))
        for c in clauses:
            if self.tokens[c].lemma not in language.paying_verbs:
                continue
            paid = grammar.kids(c, "nsubjpass") if grammar.is_passive(c) else grammar.kids(c, "dobj", "dative")
            self._set(roles, "supplier", (at for at in paid if not self.arguments.is_relative(at)))

    def turn_licensed(self, i: int, roles: dict[str, Party]) -> None:
        """ "talks with Ankara over a licence to build tanks": who builds gets them, who licenses it gives.

        Of two who talk, who is named first gets, as with other deals.
        """
        token = self.tokens[i]
        if token.dep not in {"acl", "relcl"} or self.tokens[token.head].lemma not in self.scene.language.licence_nouns:
            return
        builder = self.arguments.subject(i)
        resolved = None if builder is None else self.participants.resolve(builder)
        if resolved is None:
            return
        roles.pop("supplier", None)
        if len(resolved.sides) == 2:
            roles["supplier"] = resolved.other_sides().party(", who gives the licence")
            resolved = resolved.first_side()
        roles["buyer"] = resolved.party(", who builds under licence")

    def _turned_to(self, i: int) -> Party | None:
        """ "turned to South Africa and bought four": who is turned to sells."""
        token, grammar = self.tokens[i], self.scene.grammar
        if token.dep != "conj" or self.tokens[token.head].lemma not in self.scene.language.turning_verbs:
            return None
        places = (
            obj for word, obj in grammar.prepositions(token.head) if word in self.scene.language.prepositions.told
        )
        resolved = next((r for obj in places if (r := self.participants.resolve(obj)) is not None), None)
        return None if resolved is None else resolved.party(", to whom the buyer turned")

    def add_beside(self, i: int, items: Sequence[ItemMention], roles: dict[str, Party]) -> None:
        """What participles beside the frame or its items tell: "trucks paid for by Norway", "an order placed with"."""
        language = self.scene.language
        for at in (i, *(item.head for item in items)):
            for c in self.grammar.kids(at, "amod", "acl"):
                if self.tokens[c].lemma in language.paying_verbs:
                    agents = (o for by in self.grammar.kids(c, "agent") for o in self.grammar.kids(by, "pobj"))
                    self._set(roles, "supplier", agents)
                if self.tokens[c].lemma in language.placing_verbs:
                    self._set(roles, "supplier", self.grammar.behind(c, language.prepositions.counterpart))

    def _set(self, roles: dict[str, Party], role: str, places: Iterable[int]) -> None:
        """Gives the role to the first place that names somebody, where nobody has it."""
        if role not in roles:
            found = (resolved for at in places if (resolved := self.participants.resolve(at)) is not None)
            party = next(found, None)
            if party is not None:
                roles[role] = party.party()

    def _swallowed_dative(self, i: int, frame: Frame, items: Sequence[ItemMention]) -> Party | None:
        """ "sell Bangladesh ten jets": the parser takes the recipient for a part of the item's name."""
        if frame.verb_roles.get("object.actor") != "recipient" or not items:
            return None
        at = i + 1
        while at < len(self.tokens) and self.tokens[at].text.lower() in self.scene.language.determiners.of_recipient:
            at += 1
        mention = self.scene.actor_at.get(at)
        if mention is None or mention.kind is ActorKind.DEMONYM or not mention.actors:
            return None
        follows = self.tokens[mention.last + 1] if mention.last + 1 < len(self.tokens) else None
        if follows is None or follows.sentence != self.tokens[i].sentence or follows.tag == "POS":
            return None
        inside = self.tokens[mention.head].dep in {"compound", "nmod", "amod", "npadvmod", "poss", "nsubj"}
        if not inside or items[0].first <= mention.last:
            return None
        return Party(mention.actors, mention.head, "between the verb and what is given")

    def _owner_of_paid(self, frame: Frame, items: Sequence[ItemMention]) -> Party | None:
        """ "pays for Moldova's radars", "builds Ghana's frigates": whose they are gets them."""
        owners = (c for m in items for c in self.grammar.kids(m.head, "poss")) if frame.abroad_only else ()
        found = next((r for c in owners if (r := self.participants.resolve(c)) is not None), None)
        return None if found is None else found.party(", whose it is")

    def _welcomer(self, i: int, frame: Frame, items: Sequence[ItemMention], roles: dict[str, Party]) -> Party | None:
        """ "Kenya celebrates Norwegian tanks arriving": who welcomes what arrives gets it."""
        arrives = frame.verb_roles.get("subject.item") == "item" and self.tokens[i].dep == "acl"
        verb = self.arguments.grammar.clause_verb(self.tokens[i].head)
        kinds = {op.kind for op in self.arguments.operators.at(self.arguments.grammar, verb)}
        if not arrives or not items or "thank" not in kinds:
            return None
        subject = self.arguments.subject(verb)
        resolved = None if subject is None else self.participants.resolve(subject)
        giver = roles.get("supplier")
        if resolved is None or (giver is not None and set(giver.actors) & set(resolved.actors)):
            return None
        return resolved.party(", who welcomes what arrives")

    def _beneficiary(self, i: int, items: Sequence[ItemMention]) -> Party | None:
        """ "provide weapons to help Ukraine": the purpose stands at the verb or at its object."""
        for at in (i, *(m.head for m in items)):
            beneficiary = self.arguments.beneficiary(at)
            resolved = None if beneficiary is None else self.participants.resolve(beneficiary)
            if resolved is not None:
                return resolved.party(", who is to be helped")
        return None

    def add_blamed(self, i: int, roles: dict[str, Party]) -> None:
        """ "warns Oslo over deliveries to Kenya", "called for sanctions on Oslo due to deliveries": Oslo delivers."""
        if "supplier" in roles or "recipient" not in roles or self.tokens[i].dep not in {"pobj", "pcomp"}:
            return
        language, at = self.scene.language, self.tokens[i].head
        if self.tokens[at].text.lower() not in language.prepositions.blamed:
            return
        verb = self.scene.grammar.clause_verb(at)
        blamed = self.scene.grammar.kids(verb, "dobj") if self.tokens[verb].lemma in language.blaming_verbs else []
        for noun in (k for k in self.scene.grammar.subtree(verb) if self.tokens[k].lemma in language.blaming_nouns):
            blamed += self.scene.grammar.behind(noun, language.prepositions.blamed_on)
        for one in blamed:
            resolved = self.participants.resolve(one)
            if resolved is not None and not set(resolved.actors) & set(roles["recipient"].actors):
                roles["supplier"] = resolved.party(", who is blamed for it")
                return

    def add_destined(self, items: Sequence[ItemMention], roles: dict[str, Party]) -> None:
        """ "Kenya-bound rifles": who gets them stands before the hyphen."""
        for item in items:
            for k in range(max(2, item.first - DESTINED_REACH), item.first):
                mention = self.scene.actor_at.get(k - 2)
                bound = self.tokens[k].text.lower() in self.scene.language.destined_participles
                if bound and self.tokens[k - 1].text == "-" and mention is not None and mention.actors:
                    roles["recipient"] = Party(mention.actors, mention.head, "before “-bound”")
                    if roles["recipient"].shares(roles.get("supplier")):
                        del roles["supplier"]

    def add_agent(self, i: int, frame: Frame, roles: dict[str, Party]) -> None:
        """ "weighs the purchase of", "signs a contract with": the one who acts above the noun buys."""
        sides = {"buyer", "party"} & set(frame.noun_roles.values())
        if not sides or ("buyer" in roles and "supplier" in roles):
            return
        if "buyer" in roles:
            concluded = self.tokens[i].dep == "dobj" and self.grammar.is_verb(self.tokens[i].head)
            self._add_firm(self.arguments.subject(self.tokens[i].head) if concluded else None, roles)
            return
        agent = self.arguments.noun_agent(i)
        resolved = None if agent is None else self.participants.resolve(agent)
        if resolved is None or resolved.kind is ActorKind.MEDIA:
            return
        supplier = roles.get("supplier")
        if supplier is None and "party" in sides and len(resolved.sides) == 2:
            # "A and B sign a contract": who is named first buys.
            roles["supplier"] = resolved.other_sides().party()
            resolved = resolved.first_side()
        if supplier is None or not set(supplier.actors) & set(resolved.actors):
            roles["buyer"] = resolved.party()

    def _add_firm(self, agent: int | None, roles: dict[str, Party]) -> None:
        """ "LIG Nex1 inks Iraq air defence deal": the firm that concludes a deal with a state sells."""
        resolved = None if agent is None else self.participants.resolve(agent)
        if resolved is None or not resolved.actors[0].startswith("org:"):
            return
        if not set(resolved.actors) & set(roles["buyer"].actors):
            roles["supplier"] = resolved.party()
