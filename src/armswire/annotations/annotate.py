"""The act: the analyser first, then the finders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from armswire.annotations.actor_finder import ActorFinder
from armswire.annotations.analyzers.spacy_english import MatrixLibrary, SpacyEnglish
from armswire.annotations.date_finder import find_dates, resolve_future
from armswire.annotations.described_actors import without_named
from armswire.annotations.item_finder import ItemFinder
from armswire.annotations.money_finder import find_money
from armswire.annotations.post_signs import in_plain_words
from armswire.annotations.quantity_finder import find_quantities
from armswire.annotations.truecasing import is_title_case, sentence_case
from armswire.lexicon.inflection import bundled_irregular_forms, inflect
from armswire.lexicon.language import LanguageFile
from armswire.lexicon.loader import Lexicon
from armswire.lexicon.numbers import NumberLexicon
from armswire.model.annotation import ActorKind, AnnotatedDocument, DateMention, ItemMention, Token
from armswire.model.document import Document
from armswire.model.span import Span


class Annotator:
    """Annotates documents; built once, the grammatical model is loaded with the first document."""

    def __init__(
        self,
        lexicon: Lexicon,
        numbers: NumberLexicon,
        language: LanguageFile,
        *,
        matrices: MatrixLibrary = MatrixLibrary.OPENBLAS,
    ) -> None:
        self._actors = ActorFinder(lexicon)
        self._items = ItemFinder(lexicon)
        self._numbers = numbers
        self._verb_forms = verb_forms(language)
        self._verbs = frozenset(self._verb_forms.values())
        headline_verbs = {**self._verb_forms, **_forms_of(language.headline_verbs)}
        third_persons = {form: lemma for form, lemma in headline_verbs.items() if form.endswith("s") and form != lemma}
        self._analyzer = SpacyEnglish(
            self._recase,
            headline_verbs=third_persons,
            whole_words=[*(form for form in self._verb_forms if "-" in form), *_hyphenated_nouns(language)],
            matrices=matrices,
        )

    def annotate(self, documents: Iterable[Document]) -> Iterator[AnnotatedDocument]:
        """Each document annotated, in order; documents are parsed in batches."""
        kept: list[Document] = []

        def remember() -> Iterator[Document]:
            for document in documents:
                kept.append(document)
                yield document

        for number, tokens in enumerate(self._analyzer.analyze(remember())):
            document = kept[number]
            kept[number] = document
            yield self._find(document, tokens)

    def _find(self, document: Document, tokens: tuple[Token, ...]) -> AnnotatedDocument:
        text = document.text
        tokens = tuple(self._with_lemma(token) for token in tokens)
        items = self._items.find(text, tokens)
        actors = self._actors.find(text, tokens, items, document.article.published)
        items = without_named(items, [(m.first, m.last) for m in actors if m.kind is ActorKind.ORGANISATION])
        money = find_money(text, self._numbers)
        dates = _with_reading_ahead(find_dates(text, document.article.published, self._numbers), document)
        taken = [*(m.span for m in money), *(d.span for d in dates), *_designations(items, tokens)]
        quantities = find_quantities(text, self._numbers, taken)
        return AnnotatedDocument(
            document=document,
            tokens=tokens,
            actors=tuple(actors),
            items=tuple(items),
            quantities=tuple(quantities),
            money=tuple(money),
            dates=tuple(dates),
        )

    def _with_lemma(self, token: Token) -> Token:
        """The token with a cue's lemma where the lemmatiser gave another ("hopes" as a form of "hop")."""
        if not token.tag.startswith("VB") or token.lemma in self._verbs:
            return token
        lemma = self._verb_forms.get(token.text.lower())
        return token if lemma is None else replace(token, lemma=lemma)

    def _recase(self, document: Document) -> str:
        """The text with headlines in title case brought to sentence case, and the signs of posts to plain words."""
        text, parts, done = document.text, [], 0
        for sentence in document.sentences:
            words = sentence.span.of(text)
            if not is_title_case(words):
                continue
            names = [*self._actors.name_spans(words), *self._items.spans(words)]
            parts += [text[done : sentence.span.start], sentence_case(words, partial(_protected, names))]
            done = sentence.span.end
        return in_plain_words("".join((*parts, text[done:])))


def _with_reading_ahead(dates: Iterable[DateMention], document: Document) -> list[DateMention]:
    """Each date with the period it means where it is said of the future."""
    published = document.article.published
    if published is None:
        return list(dates)
    return [replace(mention, ahead=resolve_future(mention, published).date) for mention in dates]


def _protected(names: list[Span], start: int, end: int) -> bool:
    return any(name.start <= start and end <= name.end for name in names)


def _designations(items: Iterable[ItemMention], tokens: tuple[Token, ...]) -> list[Span]:
    """The numbers inside names of weapons (K9, F-16, 155mm), which count nothing."""
    spans = []
    for item in items:
        for i in range(item.first, item.last + 1):
            if any(c.isdigit() for c in tokens[i].text):
                spans.append(tokens[i].span)
    return spans


def verb_forms(language: LanguageFile) -> dict[str, str]:
    """Each form of each verb of the cues, with its lemma: lifts, lifted, lifting → lift."""
    return _forms_of({form.split()[0] for cue in (*language.frames, *language.operators) for form in cue.verbs})


def _hyphenated_nouns(language: LanguageFile) -> set[str]:
    """Nouns of the cues that the tokeniser would cut: u-turn, go-ahead."""
    cues = (*language.frames, *language.operators)
    return {form for cue in cues for form in cue.nouns if "-" in form and " " not in form}


def _forms_of(verbs: Iterable[str]) -> dict[str, str]:
    irregular = bundled_irregular_forms()
    forms: dict[str, str] = {}
    for verb in sorted(set(verbs)):
        for form in inflect(verb, irregular):
            forms.setdefault(form, verb)
    return forms
