"""The words of one language: frames of transfer, operators on them, hedges and negations.

A *frame* is a word that moves something from somebody to somebody ("sell", "delivery") and says which of its
grammatical arguments plays which role. An *operator* is a word that turns a frame into a stage of a transfer or into
somebody's word ("urge", "refuse", "deny"). `claims/` composes them; the files say nothing about how.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from armswire.lexicon.anonymity_words import AnonymityWords
from armswire.lexicon.function_words import Auxiliaries, Determiners, Prepositions, Pronouns
from armswire.lexicon.loader import read_file
from armswire.lexicon.records import EntryId, FileHeader, Record, Words
from armswire.lexicon.relay_words import RelayWords

FrameRole = Literal["supplier", "recipient", "item", "intermediary", "buyer", "party"]

Slot = Annotated[
    str,
    Field(
        pattern=r"^(subject|object|possessor|modifier|[a-z]+)(\.actor|\.item)?$",
        description="A grammatical place (subject, object, possessor, modifier) or a preposition; `.actor` or `.item`"
        " limits it to words of that kind.",
    ),
]


class Cue(Record):
    """What every cue has: words, a sentence that it catches and one that it leaves."""

    id: EntryId
    verbs: Words = Field((), description="Lemmas; further words of a phrase must stand in its clause (hand over).")
    nouns: Words = Field((), description="Lemmas of nouns.")
    adjectives: Words = Field((), description="Lemmas of adjectives and participles used as such.")
    completed_by: Words = Field(
        (), description="Words of which one must be said of the object: to call a report baseless."
    )
    only_denied: bool = Field(
        False, description="True for words that count only under a negation (did not respond to questions)."
    )


class Frame(Cue):
    """A word that moves something from somebody to somebody."""

    stage: Literal["delivery", "agreement", "pledge"] = Field(description="The stage of the plain past tense.")
    verb_roles: dict[Slot, FrameRole] = Field(default_factory=dict)
    noun_roles: dict[Slot, FrameRole] = Field(default_factory=dict)
    implicit_item: bool = Field(False, description="True where the word itself says that it is arms (to arm).")
    in_transit: bool = Field(
        False, description="True for words of the way of goods, whose places may be ports on it (arrived in Gdansk)."
    )
    sends_back: bool = Field(
        False, description="True for words of giving back: of goods told before, who got them now gives them."
    )
    mere_motion: bool = Field(
        False,
        description="True for words of moving or parting, which tell of a supply only of goods known to be one.",
    )
    abroad_only: bool = Field(
        False, description="True for words that tell of a supply only where somebody does it for another (to build)."
    )
    state_only: bool = Field(
        False, description="True for words of having (has, is armed with) that need 'now', 'already'."
    )
    onward: bool = Field(False, description="True for words of passing on what one got from another (re-export).")
    replaces: bool = Field(False, description="True for words of making up for what was given away (backfill).")


OperatorKind = Literal[
    "request", "want", "consider", "pledge", "agree", "approve", "refuse", "halt", "reverse", "resume",
    "begin", "boost", "conclude", "announce", "fail", "deny", "confirm", "say", "accuse", "thank", "likely", "possible",
    "decline_comment", "policy", "cause", "end_use", "fulfil", "await", "address", "attempt", "attitude", "evade",
    "restate",
]  # fmt: skip


class Operator(Cue):
    """A word that turns what it governs into a stage, or into somebody's word."""

    kind: OperatorKind
    evasive: bool = Field(
        False, description="True for words of declining that answer neither yes nor no (has nothing to add)."
    )
    takes_item: bool = Field(
        False, description="True where it can govern the item itself, without a word of transfer (requests tanks)."
    )
    addressee: Words = Field((), description="Places of the one who is asked or told: object, on, to, from, with, of.")
    target: Words = Field((), description="Places of the one who would get the arms: an embargo on, a ban against.")


class Verdict(Cue):
    """Words that judge what was said before: "the report is false", "it contained inaccuracies", "that is true"."""

    answer: Literal["confirms", "denies", "non_denial"] = Field(description="What it answers by itself.")
    denied: Literal["confirms", "denies", "non_denial"] = Field("non_denial", description="And under a negation.")


class AnswerWords(Record):
    """What an answer to a report is made of, beside its operator."""

    verdicts: tuple[Verdict, ...]
    measure_nouns: Words = Field(description="How many faults there are is said with them (a number of errors).")
    fault_verbs: Words = Field(description="Between a report and the faults in it (contains inaccuracies).")
    whole_adverbs: Words = Field(description="What they limit is true in part under a negation (not entirely).")
    part_adverbs: Words = Field(description="Who answers so answers to a part (partly confirmed).")
    part_nouns: Words = Field(description="Before what is answered: a part of it (some of the report).")
    grain_nouns: Words = Field(
        description="So little of the truth, or not even that much (not a grain of truth in it)."
    )
    whole_nouns: Words = Field(description="What the goods of an answer were or were not part of (the deal).")
    assuring_adverbs: Words = Field(description="With them a party confirms what was said of it (it had indeed sent).")
    contrast_words: Words = Field(description="Between two answers of one party (confirmed one but denied the other).")
    comment_nouns: Words = Field(description="What one answers with where there is none of it (no comment).")
    inquiry_nouns: Words = Field(description="What reporters send, and may get no answer to (requests for comment).")
    topic_nouns: Words = Field(description="What one declines to speak about where an answer is meant (the matter).")
    policy_nouns: Words = Field(description="What stays as it is where a refusal is said again (our position).")
    unchanged_words: Words = Field(description="What is said of it then (remains unchanged).")
    admitting_words: Words = Field(description="Who does it speaks of itself (admitted that shells had been sent).")
    silent_verbs: Words = Field(description="Who does it of nothing keeps silent (has said nothing).")
    hindering_words: Words = Field(description="What stands in the way of a supply (there are restrictions).")
    feasible_words: Words = Field(description="What a supply is that nothing hinders (it is not possible).")
    granting_verbs: Words = Field(description="What is hindered where no supply is named (unable to do so, to help).")
    facing_verbs: Words = Field(description="What whom something hinders does to it (we face constraints).")
    existing_verbs: Words = Field(description="What a supply that nobody made does not do (no such deal exists).")
    doing_verbs: Words = Field(description="Verbs that stand for what was told before (did not do it).")
    happening_verbs: Words = Field(description="Verbs of coming about (nothing of the kind has happened).")
    done_words: Words = Field(description="Words for what was told before as something done (did so).")
    such_words: Words = Field(description="Words that point at its kind (no such thing).")
    kind_nouns: Words = Field(description="Nouns for its kind (nothing of the sort).")
    any_words: Words = Field(description="Under a negation, nothing at all (has not sent anything).")
    deciding_verbs: Words = Field(description="What one does with a decision (no decision has been taken).")
    decided_verbs: Words = Field(description="Of nothing, they leave open what was reported (nothing was decided).")
    rest_nouns: Words = Field(description="All of a report but what was confirmed (the rest of the list).")
    so_much_phrases: Words = Field(description="They take up all that was said (confirmed as much).")
    keeping_rules_verbs: Words = Field(description="What one does with rules (abides by the embargo).")
    rule_nouns: Words = Field(description="What is kept by who says so of arms exports (embargo, law).")
    duty_nouns: Words = Field(description="What one has by law or by contract (obligations).")
    lawful_words: Words = Field(description="With them it is one by law (international obligations).")
    handling_verbs: Words = Field(description="What one does carefully with arms exports (handles them prudently).")
    trade_nouns: Words = Field(description="Nouns for dealing in arms, beside those for one deal (arms trade).")
    careful_words: Words = Field(description="How a policy on arms exports is praised (prudent, responsibly).")
    attitude_verbs: Words = Field(description="What one does with an attitude (takes a cautious approach).")
    attitude_nouns: Words = Field(description="What is careful there (attitude, approach).")
    decision_nouns: Words = Field(description="What is taken before anything is promised (decision).")


class HedgeWords(Record):
    """Words that hold what is said at a distance."""

    id: EntryId
    by: Literal["article", "speaker"] = Field(description="Whose distance it is where somebody is named who speaks.")
    certainty: Literal["probable", "possible"] | None = Field(None, description="How sure whoever hedges so is.")
    adverbs: Words = Field((), description="Adverbs and adjectives, as written.")
    verbs: Words = Field((), description="Lemmas of verbs over what is said.")
    nouns: Words = Field((), description="Lemmas of nouns over what is said.")


class CueExample(Record):
    """One sentence that a cue catches and one that it leaves."""

    cue: EntryId = Field(description="Id of the frame or operator.")
    catches: str = Field(min_length=1, description="A sentence whose claim is read by this cue.")
    leaves: str = Field(min_length=1, description="A sentence with one of its words in it that gives no claim by it.")


class ExamplesFile(Record):
    """languages/<code>_examples.yaml: what each cue catches and leaves; the tests run them."""

    header: FileHeader
    examples: tuple[CueExample, ...]


class LanguageFile(Record):
    """languages/<code>.yaml"""

    header: FileHeader
    code: str = Field(pattern=r"^[a-z]{2}$", description="ISO 639-1.")
    frames: tuple[Frame, ...]
    operators: tuple[Operator, ...]
    answers: AnswerWords
    hedges: tuple[HedgeWords, ...]
    negations: Words = Field(description="Words that negate the verb they stand beside.")
    headline_verbs: Words = Field(
        description="Verbs of headlines that are no cues: what news does, what it is done to."
    )
    blaming_verbs: Words = Field(description="Verbs whose object has done what stands behind 'over' or 'for'.")
    blaming_nouns: Words = Field(description="Nouns of the same kind: sanctions on, a protest to.")
    cautioning_verbs: Words = Field(description="Verbs of speaking against what somebody may do.")
    bill_nouns: Words = Field(description="What may become law; what it would do is only possible.")
    due_words: Words = Field(description="Words for a day on which something is to come.")
    affirming_words: Words = Field(description="Answers to a question.")
    destined_participles: Words = Field(description="Participles behind the hyphen of who gets it: Kenya-bound.")
    turnabout_nouns: Words = Field(description="Nouns that undo a policy without naming it.")
    unconfirmed_words: Words = Field(description="Opening words that leave the rest open.")
    possibility_modals: Words = Field(description="What presents the verb as open (may send).")
    future_modals: Words = Field(description="What presents it as still to come (will send).")
    obligation_modals: Words = Field(description="What presents it as somebody's demand (should send).")
    condition_markers: Words = Field(description="Conjunctions under which nothing is stated (if).")
    question_markers: Words = Field(description="Conjunctions of indirect questions (whether).")
    sounding_verbs: Words = Field(description="Verbs of finding out what somebody would do (determine whether).")
    pending_markers: Words = Field(
        description="Conjunctions under which a present tense tells of what is still to come (before they leave)."
    )
    ended_adverbs: Words = Field(description="With a negation: what was done is done no longer (no longer).")
    unfulfilled_adverbs: Words = Field(description="Before an infinitive: what was expected has not come (has yet to).")
    probable_words: Words = Field(description="Words that make what they stand beside probable (likely).")
    possible_words: Words = Field(description="Words that make what they stand beside possible (perhaps).")
    country_nouns: Words = Field(description="Nouns that take up a state named before (the country).")
    country_kinds: dict[str, Words] = Field(description="Of nouns for some states only, the states (island, kingdom).")
    military_words: Words = Field(description="Words without which an article about aid alone has no military side.")
    civil_arms: Words = Field(description="Arms that private persons buy and sell too (gun, firearm).")
    civilian_nouns: Words = Field(description="Whom a state may arm at home (people, teachers).")
    fear_words: Words = Field(description="What stands in a clause under them has not happened (fears that).")
    offer_nouns: Words = Field(description="What others make to whoever weighs or rejects it (offer).")
    short_state_names: Words = Field(description="Parts of states' names that stand for them later on (the North).")
    own_use_verbs: Words = Field(description="Purposes for which a state moves arms of its own (patrol, escort).")
    money_scales: Words = Field(description="Words of large sums that count no arms (576 million of the euros before).")
    used_words: Words = Field(description="Adjectives of arms that look like verbs in the past (30 used tanks).")
    member_words: Words = Field(description="Words before states that belong to an organisation (member states).")
    ally_nouns: Words = Field(description="Nouns for friends of a state, who are not the state itself (allies).")
    foe_nouns: Words = Field(description="Nouns that turn a state into somebody else (enemy, neighbour, rival).")
    use_nouns: Words = Field(description="Stocks and arsenals that are refilled (stockpile, inventory).")
    aid_nouns: Words = Field(description="Nouns of help, which can be halted or refused without a word of transfer.")
    exception_nouns: Words = Field(description="Nouns for what a rule does not hold for (is no exception).")
    event_nouns: Words = Field(description="Nouns that take up a supply told before (the request, the matter).")
    statement_nouns: Words = Field(description="Nouns that take up what somebody said before (the report, the charge).")
    backfill_words: Words = Field(description="Phrases after which a supply stands in for another (in exchange).")
    leading_words: Words = Field(description="After a hyphen: the state before it acts for a group (British-led).")
    sum_nouns: Words = Field(description="Nouns that take up a sum granted before (the money).")
    spending_verbs: Words = Field(description="What such a sum does to what it buys (will pay for drones).")
    keeping_verbs: Words = Field(description="Who does this with arms that another supplied got them (use, hide).")
    taken_words: Words = Field(description="Words of arms that were taken from those who got them (captured).")
    placing_verbs: Words = Field(description="With whom an order is placed sells (an order placed with).")
    home_made_words: Words = Field(description="Words of arms that come from the state's own makers (home-built).")
    ally_groups: dict[str, str] = Field(description="In articles about which states unnamed allies are which group.")
    firm_nouns: Words = Field(description="Nouns for makers and sellers, who sell where they sign a contract.")
    personnel_nouns: Words = Field(description="Nouns for soldiers: what is sent with them is deployed, not given.")
    mass_nouns: Words = Field(description="Item nouns that are not counted, so that a singular is no single one.")
    making_nouns: Words = Field(description="Nouns of making, behind whose items no arms change hands (production).")
    part_words: Words = Field(description="As `count_nouns`, but only before 'of' (most of them).")
    further_words: Words = Field(description="Before a noun that takes up arms, others of the kind (another batch).")
    count_nouns: Words = Field(description="Words that stand for items named before (ones, the first, the rest).")
    stand_in_nouns: dict[str, Words] = Field(
        description="Nouns that can take up arms named before, by the category of the arms; ANY for all (the cargo)."
    )
    same_adjectives: Words = Field(description="Adjectives that leave a noun the thing it took up (the remaining).")
    event_adjectives: Words = Field(description="Adjectives that leave a deal the one told before (the formal offer).")
    shares: dict[str, int] = Field(description="Words for a part of what was counted before, as its divisor (half: 2).")
    organisation_nouns: Words = Field(description="Nouns of bodies that are no part of a government (watchdog, union).")
    refill_verbs: Words = Field(description="Verbs of filling up what was given away (replenish).")
    help_verbs: Words = Field(description="Verbs after 'to' that name for whom a supply is meant (to help Ukraine).")
    document_nouns: Words = Field(description="Nouns for papers whose word it can be (memo, letter).")
    hearing_nouns: Words = Field(description="Who hears speech, and where (news conference).")
    after_phrases: Words = Field(description="Phrases for the time after what was told before (since then).")
    press_nouns: Words = Field(description="Nouns for the press whose word it can be (newspaper, broadcaster).")
    outlet_words: Words = Field(description="Words in the names of outlets (the Gulf Courier, Radio Lima).")
    state_press_words: Words = Field(description="Words that make the press the state's own (state-run daily).")
    executive_nouns: Words = Field(description="Nouns for those who speak for a firm (an executive).")
    insider_nouns: Words = Field(description="Nouns for people who are not named (two people said).")
    headline_labels: Words = Field(
        description="Words of what stands before a headline's colon and names a subject or a kind of text (fact check)."
    )
    report_nouns: Words = Field(description="Nouns for papers and for press alike (a report, media reports).")
    stance_nouns: Words = Field(description="Nouns of what somebody says, before 'is that' (the official line).")
    seat_nouns: Words = Field(description="Nouns that take up the state whose body they name (the ministry).")
    group_nouns: dict[str, str] = Field(description="Nouns that stand for a group of states, and its actor id.")
    end_user_nouns: Words = Field(description="Nouns of who uses it, with a word of `end_words` before (end user).")
    end_words: Words = Field(description="Words that make a user the last one, up to two words before the noun.")
    final_words: Words = Field(description="As `end_words`, right before the noun (ultimate recipient).")
    shipment_nouns: Words = Field(description="Words that tell of freight: with them, what arrives was brought.")
    carrier_nouns: Words = Field(description="What freight goes in: its load is meant, where it is named (freighter).")
    carrying_verbs: Words = Field(description="Verbs that tell what a carrier holds (loaded with, carrying).")
    carried_links: Words = Field(description="Prepositions before the load of a carrier (a lorry with rifles).")
    paying_verbs: Words = Field(
        description="Who does this for arms that another gets gives them, where nobody else does (paid for by)."
    )
    relaying_verbs: Words = Field(description="Verbs of passing on what comes from another (funnel).")
    credit_nouns: Words = Field(description="Money of whose lender or giver it is that pays (under a loan).")
    containing_verbs: Words = Field(description="Verbs that list what a package is made of (includes).")
    cost_verbs: Words = Field(description="Verbs between a deal told before and its price (is worth, costs).")
    copula_verbs: Words = Field(description="Verbs that only join a noun to what is said of it (be).")
    talks_verbs: Words = Field(description="Verbs with which one is in talks or holds them (is in talks to buy).")
    rejecting_verbs: Words = Field(description="Verbs that deny a statement and refuse everything else (rejects).")
    asking_verbs: Words = Field(description="Participles of being asked, before a question (asked whether).")
    citing_verbs: Words = Field(description="Verbs whose object is another source (citing officials).")
    quoting_verbs: Words = Field(description="Participles before who passes a source on (officials quoted by).")
    seeing_verbs: Words = Field(description="Participles before the press that has a paper (a cable seen by).")
    interview_nouns: Words = Field(description="Nouns of talks with the press (in an interview with).")
    talking_verbs: Words = Field(description="Verbs of a source that talks to the press (an official who spoke to).")
    telling_verbs: Words = Field(description="Verbs of saying with an audience (officials told the newspaper).")
    turning_verbs: Words = Field(
        description="Before 'to' and a verb of buying: from whom (turned to Seoul and bought)."
    )
    self_moving_verbs: Words = Field(description="Verbs of what aircraft do by themselves (fly).")
    recent_adverbs: Words = Field(description="With a word of having: it came lately (now has).")
    limiting_adverbs: Words = Field(description="With a negation: what is denied came later (not until May).")
    additive_adverbs: Words = Field(description="Behind a negation: what is denied is true, and more (not only).")
    comparison_words: Words = Field(description="Before what one likes less (would rather keep them than give).")
    preference_adverbs: Words = Field(description="Words before such a choice (rather, sooner).")
    list_separators: Words = Field(description="What stands between the parts of a list.")
    distributive_words: Words = Field(description="Words that share a list out (each, respectively).")
    count_fillers: Words = Field(description="What may stand between a number and its item (20 of the, 12 more).")
    total_words: Words = Field(description="Before a sum: a running total of many transfers (bringing it to).")
    total_followers: Words = Field(description="Close behind a sum: a running total (since 2022).")
    single_total_phrases: Words = Field(
        description="Right before a sum: that of one transfer all the same (a total of)."
    )
    total_phrases: Words = Field(description="Right behind a sum: a running total (so far).")
    condition_nouns: Words = Field(description="Nouns whose clause says what is agreed, not what happens.")
    unheeding_words: Words = Field(description="What a plea meets where it was made (went unanswered in Paris).")
    licence_nouns: Words = Field(description="What lets another build arms (a licence to build tanks).")
    gap_nouns: Words = Field(description="What is filled in stocks (gaps in its depots).")
    addressing_verbs: Words = Field(description="Verbs of speech whose object hears it (tell, inform).")
    detail_nouns: Words = Field(
        description="What may be kept back of a supply that is no secret (the price, the date)."
    )
    armed_group_nouns: Words = Field(description="Nouns that take up a group named before (the militia).")
    term_papers: Words = Field(description="Papers that bind who gets arms to terms (a clause bars the buyer from).")
    time_nouns: Words = Field(description="Nouns of times, which say nothing themselves (for the first time that).")
    former_words: Words = Field(description="Openings of titles that speak for nobody any more (former minister).")
    passing_on: RelayWords
    anonymity: AnonymityWords
    pronouns: Pronouns
    determiners: Determiners
    auxiliaries: Auxiliaries
    prepositions: Prepositions
    relevance_words: Words = Field(description="Further words of transfer for the cheap test before any parsing.")


def load_language(code: str = "en", path: Path | None = None) -> LanguageFile:
    """The language file of the package, or the one at `path`. Raises LexiconError for a bad entry."""
    file = path or resources.files("armswire.lexicon").joinpath("data", "languages", f"{code}.yaml")
    return read_file(f"languages/{code}.yaml", file, LanguageFile)


def load_examples(code: str = "en", path: Path | None = None) -> ExamplesFile:
    """What each cue of a language catches and leaves. Raises LexiconError for a bad entry."""
    file = path or resources.files("armswire.lexicon").joinpath("data", "languages", f"{code}_examples.yaml")
    return read_file(f"languages/{code}_examples.yaml", file, ExamplesFile)
