"""The name alone of an outlet, a group or a person, without the words before it that only describe who bears it.

"the Sofia daily Nov Pogled" is Nov Pogled, "Madrid's El Correo Gris" is El Correo Gris, "Foreign Minister Kari Holm" is
Kari Holm. A rank is part of a name ("General Kari Holm"), and a surname alone keeps its office ("President Holm").
"""

from __future__ import annotations

from armswire.claims.scene import Scene
from armswire.model.annotation import ActorKind, ActorMention

# What has a name of its own behind an office or a kind of group.
BEARERS = frozenset({ActorKind.PERSON, ActorKind.OFFICIAL, ActorKind.EXPERT, ActorKind.OTHER})
# What describes nobody before a name: "television in Nairobi", "the Nairobi Post". All else in lower case does.
JOINING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PRON", "AUX", "PUNCT", "PART"})


class OwnNames:
    """Finds the names in the phrases of the sources of one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.grammar.tokens
        self.grammar = scene.grammar
        self.words = scene.language.passing_on

    # -- persons --------------------------------------------------------------------------------------------------

    def of_person(self, mention: ActorMention) -> tuple[int, int] | None:
        """The first and last token of a name of two words or more, with the rank before it; None where none stands."""
        if mention.name is None or mention.kind not in BEARERS:
            return None
        first, last = mention.name
        if sum(self._is_capital(k) for k in range(first, last + 1)) < 2:
            return None
        rank = first
        while rank > 0 and self.tokens[rank - 1].sentence == self.tokens[last].sentence and self._is_rank(rank - 1):
            rank -= 1
        # "Attorney General Kari Holm" is no general.
        civil = rank > 0 and self.grammar.word(rank - 1) in self.words.civil_generals
        return first if civil else rank, last

    def _is_rank(self, k: int) -> bool:
        if self.tokens[k].text == ".":
            return self._is_rank(k - 1)
        return self._is_capital(k) and self.grammar.word(k).rstrip(".") in self.words.rank_titles

    # -- outlets and groups ---------------------------------------------------------------------------------------

    def of_group(self, first: int, last: int) -> tuple[int, int] | None:
        """The name of an outlet or a group in the words from `first` to `last`, or None where nothing describes it.

        Runs on where the parser has cut the name: "Canal 9", "Faro del Sur".
        """
        end = self._run_on(last)
        known = next((m for m in self._mentions(first, last) if m.entry.startswith("outlet/")), None)
        if known is not None and not self._is_capital(end):
            # "the Sanomat newspaper"
            return known.first, known.last
        begin = self._begin(first, end)
        if begin > end:
            return None
        if begin == first:
            return (first, end) if end > last else None
        before = self.tokens[begin - 1]
        if before.tag == "POS" or (before.pos not in JOINING and before.text.islower()):
            return begin, end
        if before.pos == "ADP" and begin - 2 > first:
            # "the weekly Nov Pogled in Sofia": what stands behind a name tells where it sits.
            return self.of_group(first, begin - 2)
        return (first, end) if end > last else None

    def _mentions(self, first: int, last: int) -> list[ActorMention]:
        found = (self.scene.actor_at.get(k) for k in range(first, last + 1))
        return [m for m in found if m is not None and m.first >= first and m.last <= last]

    def _begin(self, first: int, end: int) -> int:
        """The first token of the name that ends at `end`; behind `end` where none does."""
        begin = end + 1
        while begin > first and self._is_part(begin - 1, begin, end):
            begin -= 1
        while begin <= end and not (self._is_capital(begin) or self._is_number(begin) or self._is_glued(begin)):
            begin += 1
        return begin

    def _is_part(self, k: int, begin: int, end: int) -> bool:
        """True where token `k` belongs to the name that begins right behind it."""
        if self._is_capital(k) or (self._is_number(k) and (begin > end or self._is_capital(begin))):
            return True
        if begin > end or k == 0:
            return False
        links = (self._is_capital(k - 1) or self._is_small(k - 1)) and self._is_capital(begin)
        joined = self._is_small(begin) and self._is_capital(k - 1) and self._is_small(k)
        return self._is_glued(k) or joined or (links and self._is_link(k, begin))

    def _is_small(self, k: int) -> bool:
        """ "Voice [of the] Sea", "Diario [de la] Costa"."""
        return self.grammar.word(k) in {*self.words.name_particles, *self.words.name_links, "the"}

    def _is_link(self, k: int, after: int) -> bool:
        """ "Faro del Sur", "Voice of Lagos"; not "Canal Nueve of Lima"."""
        word = self.grammar.word(k)
        if word not in self.words.name_links:
            return word in self.words.name_particles or self.grammar.word(k - 1) in self.words.name_links
        place = self.scene.actor_at.get(after)
        placed = place is not None and place.kind is ActorKind.STATE
        bears = {*self.scene.language.outlet_words, *self.words.institutes}
        return not placed or self.grammar.word(k - 1) in bears

    def _is_glued(self, k: int) -> bool:
        """ "al-Marsad": a hyphen inside a name, and the small word before it."""
        if k + 1 >= len(self.tokens) or self.tokens[k].span.end != self.tokens[k + 1].span.start:
            return False
        if self.tokens[k].text == "-":
            small = self.grammar.word(k - 1) in self.words.name_particles
            return self.tokens[k - 1].span.end == self.tokens[k].span.start and (small or self._is_capital(k - 1))
        return self.tokens[k + 1].text == "-" and self.grammar.word(k) in self.words.name_particles

    def _run_on(self, last: int) -> int:
        """The last token of a name of which the token `last` is a part: the number or words behind it that are too."""
        if not self._is_capital(last):
            return last
        end = last
        while end + 1 < len(self.tokens) and self.tokens[end + 1].sentence == self.tokens[last].sentence:
            linked = self.grammar.word(end + 1) in self.words.name_particles or self._is_glued(end + 1)
            after = end + (2 if linked else 1)
            if after >= len(self.tokens) or not self._continues(after, end, linked=linked):
                break
            end = after
        return end

    def _continues(self, k: int, end: int, *, linked: bool) -> bool:
        """True where the token `k` hangs together with the name that ends at `end`, and names nobody else."""
        if k in self.scene.actor_at or not (self._is_capital(k) or self._is_number(k)):
            return False
        if linked:
            return True
        token = self.tokens[k]
        within = range(max(0, end - 2), k)
        return token.head in within or any(self.tokens[w].head == k and self._is_capital(w) for w in within)

    def _is_capital(self, k: int) -> bool:
        token, determiners = self.tokens[k], self.scene.language.determiners
        opens = self.grammar.word(k) in {*determiners.definite, *determiners.indefinite}
        return token.text[:1].isupper() and token.pos not in {"PRON", "ADP"} and not opens

    def _is_number(self, k: int) -> bool:
        return self.tokens[k].text.isdigit() and self.tokens[k].dep in {"nummod", "appos", "npadvmod", "compound"}
