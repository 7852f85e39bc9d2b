"""Known names, kinds of body and offices in a text: what the lexicon alone can tell."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from armswire.annotations.post_signs import flags
from armswire.annotations.token_index import TokenIndex
from armswire.lexicon.loader import Lexicon
from armswire.lexicon.lookup import Match, Phrasebook
from armswire.model.annotation import ActorKind
from armswire.model.span import Span


@dataclass(frozen=True, slots=True)
class Named:
    """What a surface form stands for.

    `owned` marks kinds of body and offices, which belong to somebody ("ministry", "president"); `office` those that a
    person holds; `stateless` those that belong to an organisation, never to a state ("rebel leader").
    """

    kind: ActorKind
    actors: tuple[str, ...]
    entry: str
    owned: bool = False
    office: bool = False
    ambiguous: bool = False
    default: str | None = None
    anonymous: bool = False
    stateless: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the lexicon in the text, `first` to `last` token (included); `full` for a given and family name."""

    first: int
    last: int
    named: Named
    full: bool = False


class ActorNames:
    """Finds names, bodies and offices; built once from a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        elsewhere = [phrase for state in lexicon.states for phrase in state.not_in]
        elsewhere += [phrase for organisation in lexicon.organisations for phrase in organisation.not_in]
        self._states = {state.alpha2: state.code for state in lexicon.states}
        self._book: Phrasebook[Named] = Phrasebook([*_names(lexicon), *_offices(lexicon)], blocked=elsewhere)

    def spans(self, text: str) -> list[Span]:
        """Where names with a capital stand: what truecasing leaves alone."""
        return [Span(m.start, m.end) for m in self._book.find(text) if any(c.isupper() for c in m.form)]

    def find(self, text: str, index: TokenIndex) -> list[Hit]:
        """The hits of a text in its order, without overlaps, longest first."""
        hits: list[Hit] = []
        for match in self._book.find(text):
            hit = _hit(match, index)
            # Two names may be glued into one token by a character that cannot be seen; the first one has it.
            if hit is not None and not (hits and hit.first <= hits[-1].last):
                hits.append(hit)
        hits = sorted([*hits, *self._flags(text, index)], key=lambda hit: hit.first)
        bodies = {i for hit in hits if hit.named.owned for i in range(hit.first, hit.last + 1)}
        return [hit for hit in hits if not _inside_a_personal_name(hit, index, bodies)]

    def _flags(self, text: str, index: TokenIndex) -> Iterator[Hit]:
        """Flags that stand for states."""
        for start, alpha2 in flags(text):
            covered, code = index.cover(Span(start, start + 2)), self._states.get(alpha2)
            if covered is not None and code is not None:
                yield Hit(*covered, Named(ActorKind.STATE, (code,), f"{code.lower()}/flag"))


def _hit(match: Match[Named], index: TokenIndex) -> Hit | None:
    covered = index.cover(Span(match.start, match.end))
    if covered is None or _opens_sum(index.tokens[covered[0]].text):
        return None
    # An organisation and a state under one name: the unambiguous reading first, then the order of the files.
    named = min(match.payload, key=lambda n: (n.owned, n.ambiguous))
    return Hit(*covered, named)


def _opens_sum(word: str) -> bool:
    """ "US$": a currency, no state."""
    return unicodedata.category(word[-1]) == "Sc"


def _inside_a_personal_name(hit: Hit, index: TokenIndex, bodies: Collection[int]) -> bool:
    """A name that means other things too, behind a given name ("Michael Jordan") or before a surname ("Chad Smith").

    The tokens of `bodies` are no surnames: "Jordan Army".
    """
    if not hit.named.ambiguous:
        return False
    tokens, own = index.tokens, index.tokens[hit.last]
    before = tokens[hit.first - 1] if hit.first > 0 else None
    after = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    return any(
        other is not None
        and other.index not in bodies
        and other.sentence == own.sentence
        and other.pos == "PROPN"
        and other.text.istitle()
        and (
            (other.head == own.index and other.dep == "compound") or (own.head == other.index and own.dep == "compound")
        )
        for other in (before, after)
    )


def _names(lexicon: Lexicon) -> Iterator[tuple[str, Named]]:
    for state in lexicon.states:
        kinds = (
            (ActorKind.STATE, (state.name, *state.names, *state.seats)),
            (ActorKind.DEMONYM, state.demonyms),
            (ActorKind.BODY, state.bodies),
        )
        for kind, forms in kinds:
            for form in dict.fromkeys(forms):
                entry = f"{state.code.lower()}/{form}"
                yield (form, Named(kind, (state.code,), entry, ambiguous=form in state.ambiguous))
    for organisation in lexicon.organisations:
        kind = ActorKind.GROUP if organisation.kind == "group_of_states" else ActorKind.ORGANISATION
        # A firm stands with its home state, which answers for what it sells.
        home = (organisation.home,) if organisation.home and organisation.kind == "company" else ()
        actors = organisation.members or (organisation.code, *home)
        for form in dict.fromkeys((*organisation.names, *organisation.seats)):
            entry = f"{organisation.id}/{form}"
            yield (form, Named(kind, actors, entry, ambiguous=form in organisation.ambiguous))
        for form in organisation.demonyms:
            entry = f"{organisation.id}/{form}"
            yield (form, Named(ActorKind.DEMONYM, actors, entry, ambiguous=form in organisation.ambiguous))
    for outlet in lexicon.outlets:
        state_owned = outlet.kind == "state_media" and outlet.country is not None
        actors = (outlet.country,) if state_owned and outlet.country else ()
        for form in outlet.names:
            yield (form, Named(ActorKind.MEDIA, actors, f"outlet/{outlet.kind}/{outlet.id}"))


SPEAKERS = {"expert": ActorKind.EXPERT, "media": ActorKind.MEDIA, "other": ActorKind.OTHER}


def _offices(lexicon: Lexicon) -> Iterator[tuple[str, Named]]:
    for body in lexicon.bodies:
        named = Named(ActorKind.BODY, (), f"body/{body.id}", owned=True, default=body.default_actor)
        yield from ((form, named) for form in _with_plurals(body.names))
    for role in lexicon.roles:
        kind = SPEAKERS.get(role.speaker, ActorKind.OFFICIAL)
        named = Named(
            kind,
            (),
            f"role/{role.id}",
            owned=True,
            office=True,
            default=role.default_actor,
            anonymous=role.anonymous,
            stateless=role.of == "organisation",
        )
        yield from ((form, named) for form in _with_plurals(role.names, role.plurals))


def _with_plurals(names: Sequence[str], plurals: Sequence[str] = ()) -> Iterable[str]:
    return dict.fromkeys((*names, *plurals, *(plural(name) for name in names)))


def plural(name: str) -> str:
    """The regular plural of an English noun or phrase that ends in one."""
    if name.endswith(("s", "men")):
        return name
    if name.endswith("man"):
        return name[:-2] + "en"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("ch", "sh", "x")) else "s")
