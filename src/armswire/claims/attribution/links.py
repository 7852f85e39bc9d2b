"""The joining of links to a chain: no speaker told twice, each between those it relies on and those who pass it on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.claims.attribution.carrying import Carrying
from armswire.claims.attribution.governing import Governing
from armswire.claims.attribution.meant import Meant
from armswire.claims.attribution.relays import Relays
from armswire.claims.attribution.speaker import Speaker
from armswire.claims.scene import Scene


class Links:
    """Joins the speakers of one document to chains."""

    def __init__(self, scene: Scene, relays: Relays, carrying: Carrying, meant: Meant, governing: Governing) -> None:
        self.grammar = scene.grammar
        self.language = scene.language
        self.relays = relays
        self.carrying = carrying
        self.meant = meant
        self.governing = governing

    def once(self, inner: Speaker | None, speakers: Iterable[Speaker]) -> list[Speaker]:
        """The speakers, `inner` before all others, each told once: by name where one of the two is a pronoun."""
        found = [] if inner is None else [inner]
        for speaker in speakers:
            if found and self._is_named_by(found[0], speaker):
                found[0] = speaker
            elif all(not _same(speaker, other) for other in found):
                found.append(speaker)
        return found

    def joined(self, speakers: Iterable[Speaker]) -> tuple[Speaker, ...]:
        """The chain of speakers, of whom the innermost comes in first and goes out last, with all that hang on them."""
        seen: set[int] = set()
        whole = [link for speaker in speakers for link in self._whole(speaker, seen)]
        return tuple(reversed(_unique(whole)))

    def _is_named_by(self, inner: Speaker, outer: Speaker) -> bool:
        """ "the minister said he had nothing to add": one speaker, the first time by name."""
        told = inner.source.actor is not None and inner.source.actor == outer.source.actor
        pronouns = {*self.language.pronouns.persons, *self.language.pronouns.speaker}
        return told and self.grammar.word(inner.token) in pronouns and not outer.is_press

    def _whole(self, speaker: Speaker, seen: set[int]) -> Iterator[Speaker]:
        """The speaker between those it relies on and those who pass it on; of who is taken up, those of before."""
        path = self.carrying.antecedents(speaker.token)
        carried = self.meant.taken_up(speaker.token, path)
        if carried is None:
            yield from self.relays.around(speaker, seen)
            return
        if self.relays.head(speaker.token) in seen:
            # Two who are said to pass each other on have both been told.
            return
        seen.update(self.relays.head(i) for i in path)
        yield from self.relays.around(carried, seen)
        for i in (speaker.token, *path):
            if i != speaker.token:
                for outer in self.governing.all_over(i):
                    yield from self._whole(outer, seen)
                yield from self.relays.outwards(i, seen)
            if self.relays.is_passed_on(i):
                return


def _same(one: Speaker, other: Speaker) -> bool:
    """True for one source told twice: "Seoul maintained that it ..." where "it" is Seoul."""
    told = one.source.actor is not None and one.source.actor == other.source.actor
    return one.token == other.token or (told and one.source.source_class is other.source.source_class)


def _unique(speakers: Iterable[Speaker]) -> list[Speaker]:
    """The speakers without later ones of the same words and actor."""
    first: dict[tuple[str, str | None], Speaker] = {}
    for speaker in speakers:
        first.setdefault((speaker.source.source, speaker.source.actor), speaker)
    return list(first.values())
