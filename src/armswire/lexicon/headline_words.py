"""Words of headlines that a parser mistakes (data/languages/en_headlines.yaml)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field

from armswire.lexicon.record_file import read_record
from armswire.lexicon.records import FileHeader, Record, Words

HEADLINE_WORDS_FILE = Path(__file__).parent / "data" / "languages" / "en_headlines.yaml"


class Plain(Record):
    """The plain words that the parser is shown in place of those that it mistakes."""

    third_person: str = Field(description="For a verb taken for a plural (Denmark readies boats).")
    base: str = Field(description="For a base form taken for a noun (Chile, Peru pledge boats).")
    wishing: str = Field(description="For a verb taken for a plural before an infinitive (Denmark vows to send).")
    standing: str = Field(description="For a verb taken for the subject of the next one (lands in Oslo, unloads guns).")
    giving_with: str = Field(description="For a base form with 'with' behind its object (Canada supply Ukraine with).")
    dealing_with: str = Field(description="For a base form before 'with' (presses Madrid to part with).")
    supporting: str = Field(description="For a base form taken for an adverb before a gerund (MPs back sending).")
    noun: str = Field(description="For a noun that is a verb too, behind the verb (lifts hold on).")
    adjective: str = Field(description="For an adjective of arms taken for a verb (offers light tanks).")
    gerund: str = Field(description="For a gerund taken for a part of what is sold (rules out selling ammunition).")
    comma: str = Field(description="For the comma of a list of names (Fiji, Tonga to receive).")


class HeadlineWords(Record):
    """languages/<code>_headlines.yaml; all in lower case."""

    header: FileHeader
    plainer: Plain
    phrasal: dict[str, str] = Field(
        description="Verbs with a small word behind which the parser loses the verb (hand over), and plainer ones."
    )
    scales: dict[str, str] = Field(description="Short words for large numbers (4 bn kroner), and those they stand for.")
    verb_like: Words = Field(description="Adjectives of weapons that are verbs too (light).")
    list_joints: Words = Field(description="What joins the names of a list, beside a comma (and).")
    infinitive: str = Field(description="The word before an infinitive (to receive).")
    shared_out: str = Field(description="The word before what somebody is given (supply them with).")
    of: str = Field(description="The word that makes the one before it a noun (to use of).")
    not_behind_verbs: Words = Field(
        description="Words behind which a plural stays one (rocket attacks on); with an infinitive it is a verb."
    )
    behind_nouns: Words = Field(description="Words that make the one before them a noun (lifts hold on).")
    before_gerunds: Words = Field(description="Small words of verbs that govern gerunds (rules out selling).")
    before_pressed: Words = Field(description="Words before two names that end a part (an appeal to Ottawa, Rome).")


def load_headline_words(path: Path = HEADLINE_WORDS_FILE) -> HeadlineWords:
    """The words. Raises LexiconError naming file, key and value."""
    return read_record(path, HeadlineWords)


@lru_cache(maxsize=1)
def bundled_headline_words() -> HeadlineWords:
    """The words that come with the program, read once."""
    return load_headline_words()
