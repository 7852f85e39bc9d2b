"""The words by which one source passes on the word of another: "citing", "published by", "on the strength of"."""

from __future__ import annotations

from pydantic import Field

from armswire.lexicon.records import Record, Words


class RelayWords(Record):
    """Who relies on whom, and what kind of speaker somebody is by the words around the name."""

    resting_verbs: dict[str, Words] = Field(
        description="Verbs of relying on another source, with what stands before it (drawing on an interview)."
    )
    basis_nouns: Words = Field(description="What one speaks on (on the strength of a list).")
    publishing_verbs: Words = Field(description="What an outlet does with another's word (broadcast by).")
    showing_verbs: Words = Field(description="What whoever has a paper does with it (shown to the newspaper).")
    written_nouns: Words = Field(description="What an outlet or somebody else has said at length (an investigation).")
    claim_nouns: Words = Field(description="What is always somebody's: not the paper's own word (remarks by).")
    part_nouns: Words = Field(description="Parts of a paper (extracts of which).")
    head_nouns: Words = Field(description="Words for whoever leads, whatever the office (the alliance's chief).")
    rank_nouns: Words = Field(description="Ranks whose bearer is not named (a Chadian general).")
    article_nouns: Words = Field(description="What is the word of the outlet that has published it (an article).")
    reporting_verbs: Words = Field(description="What outlets do (the Sanomat reported).")
    learning_verbs: Words = Field(description="What an outlet does 'from' its sources (learned from officials).")
    inserted_verbs: Words = Field(description="Verbs of saying only where they are put in (Rome, he went on, has).")
    witness_nouns: dict[str, Words] = Field(
        description="What somebody tells who is relied on, with what stands before him (the testimony of an officer)."
    )
    word_nouns: Words = Field(description="Somebody's word, as a later sentence takes it up (its information).")
    available_words: Words = Field(description="How a paper is made to be seen (made available to the newspaper).")
    private_nouns: Words = Field(description="People who speak for no state, whosoever they are (relatives).")
    private_endings: Words = Field(description="Endings of nouns for people of a trade (engineers, dockers).")
    deed_nouns: Words = Field(description="Papers that are more than paper: one only where somebody has it in hand.")
    counterpart_nouns: Words = Field(description="Who holds the same office elsewhere (her Turkish counterpart).")
    news_nouns: Words = Field(description="What somebody has from another, without its being taken up (the news).")
    source_nouns: Words = Field(description="What somebody is called on whose word something rests (its source).")
    coming_verbs: dict[str, Words] = Field(
        description="Where a word comes from, with what stands before it (the information came from an officer)."
    )
    tracing_verbs: dict[str, Words] = Field(
        description="How somebody has a word or puts it down to another (attributed it to, had this from)."
    )
    informing_verbs: Words = Field(description="What is done to who passes it on (had been informed of it by).")
    naming_verbs: Words = Field(description="How a source is named (gave an officer as its source).")
    holding_verbs: Words = Field(description="How somebody comes by a paper, beside seeing it (got hold of).")
    possession_nouns: Words = Field(description="Where a paper is (in its possession).")
    access_nouns: Words = Field(description="What one gets of a paper that one comes by (got hold of a contract).")
    taken_up_words: Words = Field(description="Small words for what was told before (had been told so).")
    other_words: Words = Field(description="Words for another occasion than the one told of (in a separate report).")
    judging_verbs: Words = Field(description="What no witness does (called the sale a scandal).")
    whole_press_nouns: Words = Field(description="The press as a whole (the Korean press).")
    secret_words: Words = Field(description="Words that make a paper a document, not an outlet (a leaked paper).")
    rank_titles: Words = Field(description="Ranks that are part of a name, and their abbreviations (Lt. Col.).")
    civil_generals: Words = Field(description="Before such a rank: an office that is none (Attorney General).")
    name_particles: Words = Field(description="Small words inside the names of outlets (Diario de Lima).")
    name_links: Words = Field(description="English words inside such names, not before a place (Voice of the Sea).")
    home_nouns: Words = Field(description="What each state has one of, as a speaker's place (the gazette).")
    home_adjectives: Words = Field(description="Words of who governs, before a noun for a person (ruling-party).")
    posted_nouns: Words = Field(description="Who, and what body, is sent to another state (a diplomat, an embassy).")
    armed_bodies: Words = Field(description="Bodies of which both sides of a transfer speak alike (an army officer).")
    buying_words: Words = Field(description="Words of bodies that speak for who buys (the procurement agency).")
    vague_bodies: Words = Field(description="Bodies that no name tells apart where they stand alone (the ministry).")
    body_nouns: Words = Field(description="Last words of the names of state bodies (the arms export directorate).")
    outside_words: Words = Field(description="Words of who is no part of the government (opposition).")
    institutes: Words = Field(description="Words in the names of places of study (Institute).")
    studying_verbs: Words = Field(description="What experts do (who teaches).")
    scholar_nouns: Words = Field(description="What experts are called (a lecturer).")
    abstract_endings: Words = Field(description="Endings of nouns that can say nothing (citing obligations).")
    abstract_nouns: Words = Field(description="Other nouns that can say nothing (citing concerns).")
