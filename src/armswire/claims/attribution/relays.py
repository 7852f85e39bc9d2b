"""Who passes the word of a source on, and on whose word a source itself relies, as far as the text tells of either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from armswire.claims.attribution.publications import Publications
from armswire.claims.attribution.relations import Relations
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.attribution.speakers import Speakers
from armswire.claims.scene import Scene
from armswire.model.attribution import SourceClass


class Relays:
    """Looks around the sources of one document."""

    def __init__(
        self, scene: Scene, speakers: Speakers, sayer: Callable[[int], int | None], says: Callable[[int], bool]
    ) -> None:
        self.scene = scene
        self.speakers = speakers
        self.publications = Publications(scene, speakers)
        self._prepared = False
        self._inner: dict[int, list[int]] = defaultdict(list)
        self._outer: dict[int, list[int]] = defaultdict(list)
        self.relations = Relations(scene, self.publications, sayer, says)

    def known(self, tokens: Iterable[int | None]) -> Iterator[Speaker]:
        """Those of the tokens at which somebody can speak, as sources; for what was published, who speaks in it."""
        for i in tokens:
            if i is None:
                continue
            voices = self.publications.voices(i) if self.publications.is_one(i) else [i]
            yield from (speaker for voice in voices or [i] if (speaker := self.publications.at(voice)) is not None)

    @property
    def tokens(self) -> set[int]:
        """The tokens of all who pass another on or are passed on."""
        return {*self._inner, *self._outer}

    def prepare(self) -> bool:
        """Finds who passes whom on, and with it which names are those of outlets; False where that was done before."""
        if self._prepared:
            return False
        # Who speaks may be asked for on the way: nobody is passed on by then.
        self._prepared = True
        for outer, inner in dict.fromkeys(self.relations.find()):
            self._inner[outer].append(inner)
            self._outer[inner].append(outer)
        return True

    def join(self, outer: int, inner: int, *, only_outwards: bool = False) -> None:
        """Adds that the source at `outer` passes the one at `inner` on; `only_outwards` what it says, nothing else."""
        outer, inner = self.head(outer), self.head(inner)
        if outer != inner and outer not in self._outer[inner]:
            self._outer[inner].append(outer)
            if not only_outwards:
                self._inner[outer].append(inner)

    @property
    def outer(self) -> set[int]:
        """The tokens of all who pass another on."""
        return {outer for one in self._outer.values() for outer in one}

    def drop(self, outer: int) -> None:
        """Has nothing passed on at token `outer` any longer."""
        for inner, outers in self._outer.items():
            self._outer[inner] = [one for one in outers if one != outer]
        self._inner.pop(outer, None)

    def take_up(self, outer: int, before: int) -> None:
        """Has who spoke at `before` pass on what `outer`, by which he is taken up, does."""
        for inner, outers in self._outer.items():
            if outer in outers:
                named = (before if one == outer else one for one in outers)
                self._outer[inner] = [one for one in dict.fromkeys(named) if one != inner]

    def rests_on_others(self, i: int) -> bool:
        """True where the source at token `i` has named whom it relies on."""
        return bool(self._inner.get(self.head(i)))

    def is_passed_on(self, i: int) -> bool:
        """True where somebody passes the word of the source at token `i` on."""
        return bool(self._outer.get(self.head(i)))

    def around(self, speaker: Speaker, seen: set[int]) -> Iterator[Speaker]:
        """The speaker between those it relies on and those who pass its word on, the innermost first.

        Nobody in `seen`, to which all are added, is told again.
        """
        token = self.head(speaker.token)
        if token in seen:
            return
        seen.add(token)
        for inner in self._inner.get(token, ()):
            yield from (self._of_state(one, speaker) for one in self._around_token(inner, seen))
        yield speaker
        yield from self._outwards(token, seen)

    def outwards(self, i: int, seen: set[int]) -> Iterator[Speaker]:
        """Who passes the word of the source at token `i` on, the innermost first."""
        yield from self._outwards(self.head(i), seen)

    def _of_state(self, inner: Speaker, outer: Speaker) -> Speaker:
        """Whom a state's own press quotes without telling whose official it is: that state's."""
        of_state = outer.source.source_class is SourceClass.STATE_MEDIA and outer.source.actor is not None
        if not of_state or not inner.guessed or inner.source.source_class is not SourceClass.NAMED_OFFICIAL:
            return inner
        return replace(inner, source=replace(inner.source, actor=outer.source.actor))

    def _outwards(self, token: int, seen: set[int]) -> Iterator[Speaker]:
        for outer in self._outer.get(token, ()):
            # Whom it cites beside has no part in this.
            speaker = None if outer in seen else self.publications.at(outer)
            if speaker is not None:
                seen.add(outer)
                yield speaker
                yield from self._outwards(outer, seen)

    def _around_token(self, i: int, seen: set[int]) -> Iterator[Speaker]:
        speaker = self.publications.at(i)
        if speaker is not None:
            yield from self.around(speaker, seen)

    def head(self, i: int) -> int:
        """The token that carries the mention of `i`, or `i`."""
        return self.speakers.node(i)
