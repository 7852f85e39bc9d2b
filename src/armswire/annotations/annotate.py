"""The act: the analyser first, then the finders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.annotations.actor_finder import ActorFinder
from armswire.annotations.analyzers.spacy_english import MatrixLibrary, SpacyEnglish
from armswire.annotations.date_finder import find_dates
from armswire.annotations.item_finder import ItemFinder
from armswire.annotations.money_finder import find_money
from armswire.annotations.quantity_finder import find_quantities
from armswire.annotations.truecasing import is_title_case, sentence_case
from armswire.lexicon.language import LanguageFile
from armswire.lexicon.loader import Lexicon
from armswire.lexicon.numbers import NumberLexicon
from armswire.model.annotation import AnnotatedDocument, Token
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
        self._analyzer = SpacyEnglish(self._recase, headline_verbs=third_persons(language), matrices=matrices)

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
        items = self._items.find(text, tokens)
        money = find_money(text, self._numbers)
        dates = find_dates(text, document.article.published, self._numbers)
        taken = [*(m.span for m in money), *(d.span for d in dates), *_designations(text, items, tokens)]
        quantities = find_quantities(text, self._numbers, taken)
        return AnnotatedDocument(
            document=document,
            tokens=tokens,
            actors=tuple(self._actors.find(text, tokens, items)),
            items=tuple(items),
            quantities=tuple(quantities),
            money=tuple(money),
            dates=tuple(dates),
        )

    def _recase(self, document: Document) -> str:
        """The text with headlines in title case brought to sentence case."""
        text = document.text
        for sentence in document.sentences:
            words = sentence.span.of(text)
            if not is_title_case(words):
                continue
            names = [*self._actors.name_spans(words), *self._items.spans(words)]
            lowered = sentence_case(words, lambda start, end, n=names: _protected(n, start, end))
            text = text[: sentence.span.start] + lowered + text[sentence.span.end :]
        return text


def _protected(names: list[Span], start: int, end: int) -> bool:
    return any(name.start <= start and end <= name.end for name in names)


def _designations(text: str, items: Iterable[object], tokens: tuple[Token, ...]) -> list[Span]:
    """The numbers inside names of weapons (K9, F-16, 155mm), which count nothing."""
    spans = []
    for item in items:
        for i in range(item.first, item.last + 1):  # type: ignore[attr-defined]
            if any(c.isdigit() for c in tokens[i].text):
                spans.append(tokens[i].span)
    return spans


def third_persons(language: LanguageFile) -> dict[str, str]:
    """The third person of each verb of the cues, with its lemma: lifts → lift."""
    verbs = {form.split()[0] for cue in (*language.frames, *language.operators) for form in cue.verbs}
    return {_third_person(verb): verb for verb in sorted(verbs)}


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
