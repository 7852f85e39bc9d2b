"""The words by which a source is kept from being known: "on condition of anonymity", "who asked not to be named"."""

from __future__ import annotations

from pydantic import Field

from armswire.lexicon.records import Record, Words


class TermsExample(Record):
    """A sentence, and the words in it on how its speaker may be named; None where there are none."""

    text: str = Field(min_length=1)
    terms: str | None = None


class AnonymityWords(Record):
    """What hides a source, and what says why."""

    nouns: Words = Field(description="What a source is granted (anonymity).")
    adverbs: Words = Field(description="How it speaks (anonymously).")
    naming_verbs: Words = Field(description="What is not to be done with it (not to be named, identified).")
    name_nouns: Words = Field(description="What it does not give (refused to give his name).")
    withholding_verbs: Words = Field(description="Verbs that deny what they govern (declined to be named).")
    leave_verbs: Words = Field(description="What it was not, in order to speak (not authorised to).")
    speaking_verbs: Words = Field(description="What it had no leave to do, and does all the same (discuss, speak).")
    reasons: Words = Field(description="What opens the reason for it (because, given).")
    unnamed_nouns: Words = Field(description="Nouns that say no more than that somebody knows (a source, officials).")
    unnamed_adjectives: Words = Field(description="Before a noun: the article keeps the name back (an unnamed aide).")
    examples: tuple[TermsExample, ...] = Field(min_length=1, description="The tests run them.")
