"""Whether a phrase names the press: an outlet of the lexicon, one named like an outlet, or "the state-run daily"."""

from __future__ import annotations

from collections.abc import Iterator

from armswire.claims.scene import Scene
from armswire.model.annotation import ActorMention
from armswire.model.attribution import SourceClass

PRESS = frozenset({SourceClass.MEDIA, SourceClass.STATE_MEDIA})
# How an outlet's name and what describes it hang on each other.
NAMING = ("compound", "nmod", "amod", "appos", "npadvmod")
PLURALS = frozenset({"NNS", "NNPS"})


class Press:
    """Recognises the press in one document; the lexicon of outlets can never be whole."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.tokens = scene.grammar.tokens
        self.language = scene.language

    def of_mention(self, mention: ActorMention) -> SourceClass | None:
        """The class of an outlet or a kind of outlet that the annotations found; None for "newspapers"."""
        if mention.entry.startswith("outlet/"):
            return SourceClass.STATE_MEDIA if "/state_media/" in mention.entry else SourceClass.MEDIA
        words = mention.span.of(self.scene.annotated.document.text).lower().replace("-", " ").split()
        if words[0] in self.language.state_press_words:
            return SourceClass.STATE_MEDIA
        whole = self.grammar.word(mention.head) in self.language.passing_on.whole_press_nouns
        return None if self.is_plural(mention.head) and not whole else self._state_or_free(mention.head)

    def is_plural(self, i: int) -> bool:
        """True for "newspapers", who say nothing as one."""
        return self.tokens[i].tag in PLURALS

    def of_phrase(self, i: int) -> SourceClass | None:
        """The class of the noun phrase at `i` where it names the press, else None."""
        if self.tokens[i].lemma in self.language.hearing_nouns:
            return None
        near = {self.tokens[c].lemma for c in self.grammar.kids(i, *NAMING)} | {self.tokens[i].lemma}
        if self.tokens[i].pos == "PROPN":
            near |= {self.grammar.word(k) for k in self._before(i)}
        describes = bool(near & set(self.language.press_nouns)) or self._is_of_journalists(i)
        words = self.language.passing_on
        describes = describes or self.tokens[i].lemma in words.whole_press_nouns
        return self._state_or_free(i) if describes or self.is_named_like_one(i) else None

    def _before(self, i: int) -> Iterator[int]:
        """The words right before a name that hang below it: "the state-run daily [Truth]"."""
        below, k = set(self.grammar.subtree(i)), i - 1
        while (k in below and self.tokens[k].pos != "PUNCT") or (k >= 0 and self.tokens[k].text == "-" and k in below):
            yield k
            k -= 1

    def is_secret(self, i: int) -> bool:
        """ "a leaked paper": no outlet, though outlets are called papers too."""
        near = {self.tokens[c].lemma for c in self.grammar.kids(i, *NAMING)}
        near |= {self.grammar.word(c) for c in self.grammar.kids(i, *NAMING)}
        return bool(near & {*self.language.passing_on.secret_words})

    def _state_or_free(self, i: int) -> SourceClass:
        near = [*self.grammar.kids(i, *NAMING)]
        near += [b for c in self.grammar.kids(i, "amod") for b in self.grammar.children[c]]
        # "a pro-government channel" is not the government's own.
        own = (c for c in near if c < 2 or self.grammar.word(c - 1) != "-")
        is_state = any(self.grammar.word(c) in self.language.state_press_words for c in own)
        return SourceClass.STATE_MEDIA if is_state else SourceClass.MEDIA

    def is_named_like_one(self, i: int) -> bool:
        """ "the Gulf Courier", "Radio Lima", "TV 5", "the Times": a name with a word that outlets bear."""
        numbered = self.tokens[i].text[:1].isupper() and bool(self.grammar.kids(i, "nummod"))
        if self.tokens[i].pos != "PROPN" and not numbered:
            return False
        parts = [*self.grammar.kids(i, "compound", "nmod", "amod"), i]
        words = {self.grammar.word(c) for c in parts if self.tokens[c].text[:1].isupper()}
        alone = len(parts) == 1 and not self.grammar.kids(i, "det", "nummod")
        return not alone and bool(words & set(self.language.outlet_words))

    def joined_name(self, i: int) -> tuple[int, int] | None:
        """The first and last token of "Diario de Lima" or "Folha do Norte", of which the parser makes two names."""
        particles, first = self.language.passing_on.name_particles, i - 2
        if first < 0 or self.grammar.word(i - 1) not in particles or not self.tokens[i].text[:1].isupper():
            return None
        before = self.scene.actor_at.get(first)
        outlet = before is not None and before.entry.startswith("outlet/")
        return (first, i) if outlet or self.grammar.word(first) in self.language.outlet_words else None

    def _is_of_journalists(self, i: int) -> bool:
        """ "the reporters' network Tidewater"."""
        near = [*self.grammar.kids(i, "poss", "compound")]
        near += [b for c in near for b in self.grammar.kids(c, "poss")]
        mentions = (self.scene.actor_at.get(c) for c in near)
        return any(m is not None and m.entry.startswith("role/journalist") for m in mentions)
