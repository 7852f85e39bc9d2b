"""One typed record per kind of knowledge file. The description of a field is for whoever edits the data."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Words = tuple[str, ...]

ML_CATEGORIES = (
    "ML1", "ML2", "ML3", "ML4", "ML5", "ML6", "ML7", "ML9", "ML10", "ML11", "ML13", "ML17",
    "MED", "AID", "ARMS", "NONLETHAL",
)  # fmt: skip

MlCategory = Literal[
    "ML1", "ML2", "ML3", "ML4", "ML5", "ML6", "ML7", "ML9", "ML10", "ML11", "ML13", "ML17",
    "MED", "AID", "ARMS", "NONLETHAL",
]  # fmt: skip

EntryId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")]


class Record(BaseModel):
    """Strict and frozen: an unknown key in a data file is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FileHeader(Record):
    """Opens every knowledge file."""

    about: str = Field(description="What the file holds and how its fields are meant.")
    origin: str = Field(description="Where the facts come from.")
    licence: str = Field(description="Under which terms, as an SPDX identifier where there is one.")


def _check_ambiguous(ambiguous: Words, forms: Words) -> None:
    """Raises ValueError for a word called ambiguous that the entry does not have, most often a slip of spelling."""
    for word in ambiguous:
        if word not in forms:
            raise ValueError(f"'{word}' is listed as ambiguous but is none of the entry's words")


class State(Record):
    """A state or territory."""

    code: str = Field(pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3.")
    alpha2: str = Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2.")
    name: str = Field(description="The name we show, as news uses it.")
    names: Words = Field((), description="Other names and spellings, abbreviations included (U.S., ROK).")
    demonyms: Words = Field((), description="Adjectives and words for the people (Polish, Pole, Poles).")
    seats: Words = Field(
        (), description="Capital, palaces and streets that stand for the government (Seoul, the Kremlin)."
    )
    bodies: Words = Field((), description="Bodies with names of their own (Pentagon, Bundestag, Knesset, IDF).")
    ambiguous: Words = Field(
        (), description="Those of the words above that mean something else too (Georgia, Jordan, Chad, Congress)."
    )
    not_in: Words = Field(
        (),
        description="Longer phrases in which the words mean something else (South China Sea, Korean War, New Mexico).",
    )

    @model_validator(mode="after")
    def _ambiguous_words_are_forms(self) -> State:
        _check_ambiguous(self.ambiguous, (self.name, *self.names, *self.demonyms, *self.seats, *self.bodies))
        return self


class Organisation(Record):
    """An organisation, alliance, firm or armed group, or a group of states."""

    id: EntryId
    code: str = Field(pattern=r"^(NATO|EU|UN|org:.+|grp:[a-z_]+)$", description="How the actor is written in a claim.")
    kind: Literal["alliance", "union", "international", "company", "armed_group", "group_of_states", "agency"]
    names: Words = Field(min_length=1, description="The name we show first, then other names and abbreviations.")
    demonyms: Words = Field((), description="Adjectives and words for its people (Western, Houthi).")
    seats: Words = Field((), description="Seats that stand for it (Brussels is left out: two organisations sit there).")
    home: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="Home state of a company or agency.")
    members: Words = Field(
        (),
        description="For a group that only stands for its states (the Baltic states): the ISO codes meant by it.",
    )
    ambiguous: Words = Field((), description="Those of the words above that mean something else too.")
    not_in: Words = Field((), description="Longer phrases in which the words mean something else.")

    @model_validator(mode="after")
    def _ambiguous_words_are_forms(self) -> Organisation:
        _check_ambiguous(self.ambiguous, (*self.names, *self.demonyms, *self.seats))
        return self


class Body(Record):
    """A kind of state body, tied to a state by the words around it ("Seoul's Defense Ministry")."""

    id: EntryId
    names: Words = Field(
        min_length=1,
        description="Names in lower case (defense ministry, army), with capitals where there is a default actor.",
    )
    source_class: Literal["government_body", "organisation"] = "government_body"
    default_actor: str | None = Field(None, description="The code meant where no actor is named (Congress: USA).")


class Role(Record):
    """A kind of office or speaker, tied to a state by the words around it ("the Polish defence minister")."""

    id: EntryId
    names: Words = Field(
        min_length=1,
        description="Titles in singular and lower case (defence minister); with a capital where the plain word means"
        " something else (Major).",
    )
    plurals: Words = Field((), description="Plurals that are not formed with -s.")
    speaker: Literal["official", "source", "expert", "media", "other"] = Field(
        description="official: speaks for a state or organisation; source: 'military sources', 'people familiar';"
        " expert: analyst, professor; media: reporter; other."
    )
    of: Literal["state", "organisation", "any"] = Field("any", description="What it speaks for when nothing is said.")
    default_actor: str | None = Field(
        None, description="The code meant where no actor is named (secretary of state: USA)."
    )
    anonymous: bool = Field(
        False,
        description="True for offices that many hold, so that without a name nobody in particular speaks (official).",
    )


class Described(Record):
    """The words by which a text introduces a firm or an armed group that no other file knows."""

    firm_nouns: Words = Field((), description="Nouns for a firm (shipyard, manufacturer), singular and lower case.")
    firm_endings: Words = Field((), description="Last words of the names of firms (Aerospace, GmbH).")
    group_nouns: Words = Field((), description="Nouns for those who fight for no state (rebel, splinter group).")
    group_endings: Words = Field((), description="Last words of the names of armed groups (Front, Liberation Army).")
    force_nouns: Words = Field((), description="Nouns for fighters whose leader or movement may follow (forces of X).")
    force_links: Words = Field((), description="Words between such a noun and the leader or movement (loyal to).")
    aircraft_nouns: Words = Field(
        (), description="Those of the group nouns that mean aircraft as well (fighter): a state's adjective is no sign."
    )


class Outlet(Record):
    """A news outlet."""

    id: EntryId
    names: Words = Field(min_length=1)
    kind: Literal["agency", "newspaper", "broadcaster", "magazine", "online", "state_media"]
    country: str | None = Field(None, pattern=r"^[A-Z]{3}$")
    domains: Words = ()
    ambiguous: Words = Field((), description="Those of the names that mean something else too (Time, The Times).")

    @model_validator(mode="after")
    def _ambiguous_words_are_forms(self) -> Outlet:
        _check_ambiguous(self.ambiguous, self.names)
        return self


class ItemEntry(Record):
    """A weapon, a kind of weapon, or another kind of aid."""

    id: EntryId
    ml: MlCategory
    names: Words = Field(
        min_length=1,
        description="Names, singular, as written in news; variants with other hyphens, spaces and plurals are made by"
        " the loader. Names with a capital letter or a digit match with that letter's case only.",
    )
    designation: str | None = Field(None, description="The designation we show (K9); None for generic words.")
    lethal: bool | None = Field(description="True, False, or None where it depends (drones).")
    kind: str = Field(description="In a few plain words: self-propelled howitzer, main battle tank.")
    generic: bool = Field(False, description="True for words that name no model (tank, shells, weapons).")
    plurals: Words = Field((), description="Plurals that are not formed with -s.")
    not_in: Words = Field((), description="Longer phrases in which the word means something else (think tank).")
    needs: Words = Field(
        (), description="For ambiguous words: one of these must stand in the same sentence (Patriot: missile, battery)."
    )


class StatesFile(Record):
    """actors/states_*.yaml"""

    header: FileHeader
    states: tuple[State, ...]


class OrganisationsFile(Record):
    """actors/organisations.yaml, actors/companies.yaml, actors/armed_groups.yaml"""

    header: FileHeader
    organisations: tuple[Organisation, ...]


class BodiesFile(Record):
    """actors/bodies.yaml"""

    header: FileHeader
    bodies: tuple[Body, ...]


class RolesFile(Record):
    """actors/roles.yaml"""

    header: FileHeader
    roles: tuple[Role, ...]


class DescribedFile(Described):
    """actors/described.yaml"""

    header: FileHeader


class HoldersFile(Record):
    """people/holders_*.yaml; how a line is written stands in lexicon/people.py."""

    header: FileHeader
    family_first: Words = Field(
        (), description="Codes of the states whose people are shown with the family name first."
    )
    holders: dict[str, Words] = Field(description="One line a person, by the code of the actor whose office it is.")


class Naming(Record):
    """How names of people are read."""

    beside: Words = Field((), description="Words with a capital beside a surname that are no part of the name (Mr).")
    things: Words = Field((), description="Words before a name that is no person's (USS, hurricane).")
    former: Words = Field((), description="Words before an office that its holder has left (former, ex).")
    alike_offices: tuple[Words, ...] = Field(
        (), description="Ids of roles that one person may be given for another (defence minister, defence secretary)."
    )


class NamingFile(Naming):
    """people/naming.yaml"""

    header: FileHeader


class OutletsFile(Record):
    """outlets.yaml"""

    header: FileHeader
    outlets: tuple[Outlet, ...]


class ItemsFile(Record):
    """items/*.yaml"""

    header: FileHeader
    items: tuple[ItemEntry, ...]
