"""The little words of a language: pronouns, determiners, auxiliaries and prepositions, by what they do in a claim."""

from __future__ import annotations

from pydantic import Field

from armswire.lexicon.records import Record, Words


class Pronouns(Record):
    """What stands for something that was named before."""

    persons: Words = Field(description="For one person (he, her).")
    things: Words = Field(description="For a state or a thing (it, its).")
    several: Words = Field(description="For several of either (they, their).")
    speaker: Words = Field(description="For who speaks (we, our).")
    items: Words = Field(description="Those that can take up arms named before (it, them, these).")
    statements: Words = Field(description="Those that can take up what was said before (denied it, this).")
    relative: Words = Field(description="Those that open a clause about the word before them (who, which).")
    negative: Words = Field(description="Subjects that negate their verb (nobody, none).")


class Determiners(Record):
    """What stands before a noun and says whether it is known, and how many are meant."""

    definite: Words = Field(description="Whoever is named is known from before (the ministry).")
    pointing: Words = Field(description="As `definite`, and those that point at a thing told (such, these).")
    indefinite: Words = Field(description="Whoever is named is new (a ministry, some officials).")
    of_recipient: Words = Field(description="What may stand before a name that gets something (gave its ally arms).")
    one: Words = Field(description="Before a singular item: one of them (a frigate).")
    ordinals: Words = Field(description="Before a singular item: one more of them (a second battery).")


class Auxiliaries(Record):
    """Forms of verbs that carry tense for another one."""

    lemmas: Words = Field(description="Verbs that mostly carry tense, so that the parser is right to call them so.")
    infinitive_markers: Words = Field(description="Before an infinitive (to send).")
    finite: Words = Field(description="What presents the verb as a fact (has sent, is sending).")
    copulas: Words = Field(description="Finite forms of being: with an infinitive, the future (is to send).")
    perfect: Words = Field(description="What presents the verb as done (has sent).")
    perfect_infinitive: Words = Field(description="In an infinitive, what lies behind (is said to have sent).")
    present: Words = Field(description="What presents the verb as a habit or as under way (does not send).")


class Prepositions(Record):
    """Prepositions by what stands behind them, seen from the word that they hang on."""

    topic: Words = Field(description="What a verb of saying is about (said of the war).")
    of_war: Words = Field(description="Where or between whom a war is (the war in Yemen).")
    asked_about: Words = Field(description="Those behind a verb of asking (asked about).")
    reason: Words = Field(description="First words of prepositions that name no place or receiver (according to).")
    according: Words = Field(description="Those before whose word it is (according to).")
    compound: dict[str, str] = Field(description="A preposition with a noun that works as another (by way of: via).")
    adverbial: dict[str, Words] = Field(description="Phrases that name no party (for its part).")
    negative: Words = Field(description="Those that deny what they govern (without sending).")
    lacking: Words = Field(description="What does not stand there (without a licence).")
    pursuant: Words = Field(description="Papers by which something may be done (under rules approved by).")
    complement: Words = Field(description="What the word is about, so that it governs what follows (ban on, talks of).")
    beside: Words = Field(description="What they govern stands aside from the list around it (besides instructors).")
    about: Words = Field(description="What a noun of saying or of transfer is about (a plea for).")
    content: Words = Field(description="The item that a word is about, with no word of transfer (a plea for tanks).")
    discussed: Words = Field(description="The item that talks are about, beside those of `content` (talks over tanks).")
    counted: Words = Field(description="What a count, a part or a vessel is of (rounds of shells).")
    paid_for: Words = Field(description="What a sum of money pays for (500 million in aid).")
    listing: Words = Field(description="Further items that the phrase names (arms such as, including).")
    listing_parties: Words = Field(description="Parties that the phrase names (countries such as, like, including).")
    list_openers: Words = Field(description="As `listing`, where the parser hung the list elsewhere.")
    describing: Words = Field(description="An item that only describes the one before (rockets for launchers).")
    agent: Words = Field(description="Who does what a noun says (a promise by, from, of).")
    sender: Words = Field(description="Who sent what was received (a request from).")
    owner: Words = Field(description="To whom an office or a body belongs (the army of).")
    addressed: Words = Field(description="Who is to act, behind a verb of asking or letting (called on, pleaded with).")
    exerted: Words = Field(description="Who is to act, behind the verb of a noun of asking (put pressure on).")
    object_acts: Words = Field(description="Behind them the object of the verb acts (accused Tehran of sending).")
    destination: Words = Field(description="Who gets it (to, for).")
    near: Words = Field(description="What only comes close to a place (near, off).")
    goal: Words = Field(description="Where it goes, be it a place or somebody (to, into, towards).")
    location: Words = Field(description="Where it is, so that a receiver already named is the better one (in, at).")
    beneficiary: Words = Field(description="Whom it is for in the end, behind one who passes it on (to X for Y).")
    sides: Words = Field(description="Both sides of talks or of a deal (between).")
    counterpart: Words = Field(description="The other side of a deal (a contract with).")
    favour: Words = Field(description="Before whom something is owed to (thanks to).")
    carried_in: Words = Field(description="Before what freight travels in (in three lorries, aboard).")
    inside: Words = Field(description="The state of affairs one is in (in talks with).")
    financed_by: Words = Field(description="Before the money that pays for it (under a loan, through a grant).")
    blamed: Words = Field(description="What somebody is blamed for (warned over deliveries, sanctions for).")
    blamed_on: Words = Field(description="Who is blamed, behind a noun of blaming (sanctions on, a protest to).")
    occasion: Words = Field(description="What was the reason to act (after a plea, at the request of).")
    printed_in: Words = Field(description="Before the outlet that a report is in (a report in the Courier).")
    among: Words = Field(description="Before a whole of which something is a part (missiles were among them).")
    concessive: Words = Field(description="What stands against the rest of the sentence (despite denials).")
    answered: Words = Field(description="What an answer is about (comment on, accused of).")
    audience: Words = Field(description="To whom one speaks (spoke to, talked with).")
    told: Words = Field(description="To whom something is said (said to).")
    borrowed: Words = Field(description="Phrases at a verb that may belong to its object (made a delivery to).")
