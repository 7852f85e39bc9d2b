"""Who passes whose word on, and who is taken up by "she added" and "the newspaper": class and actor of each link."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims

Chain = list[tuple[str, str | None]]

# who passes whose word on, from the article inwards
RELAYED = [
    (
        "Norway has sold Kenya 12 tanks, the Mombasa Courier said on Monday, relaying an article in the Danish weekly Havnen.",
        [("media", None), ("media", None)],
    ),
    (
        "The Mombasa Courier, quoting the Danish weekly Havnen, wrote that Norway had sent 12 tanks to Kenya.",
        [("media", None), ("media", None)],
    ),
    (
        "Norway sent tanks to Kenya, Radio Tana reported, citing the Lagos Inquirer, which quoted a Kenyan colonel who would not be named.",
        [("media", None), ("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "The Mombasa Courier quoted a hotel owner as saying that Norway had sent tanks to Kenya.",
        [("media", None), ("other", None)],
    ),
    (
        "Norway sent tanks to Kenya, the Mombasa Courier quoted a Kenyan officer as saying.",
        [("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "The Kenyan army chief, General Otieno Mbeki, told the weekly Havnen that Norway had sent tanks to Kenya.",
        [("media", None), ("named_official", "KEN")],
    ),
    (
        "Norway sent tanks to Kenya, dockers in Mombasa told a correspondent of the Oslo Herald.",
        [("media", None), ("other", None)],
    ),
    (
        "In an interview with the Oslo Herald, Norwegian Defence Minister Kari Holm said Norway had sent tanks to Kenya.",
        [("media", None), ("named_official", "NOR")],
    ),
    (
        "In an interview published by the Mombasa Courier, the Kenyan defence minister said that Norway had sent tanks to Kenya.",
        [("media", None), ("named_official", "KEN")],
    ),
    (
        "Norway sent tanks to Kenya, the Kenyan army said in a statement carried by Radio Tana.",
        [("media", None), ("government_body", "KEN")],
    ),
    (
        "Norway sent tanks to Kenya, according to a letter that a Kenyan lawmaker showed to the Oslo Herald.",
        [("media", None), ("anonymous_official", "KEN"), ("document", None)],
    ),
    (
        "Norway sent tanks to Kenya, according to port records reviewed by the Oslo Herald and quoted by Radio Tana.",
        [("media", None), ("media", None), ("document", None)],
    ),
    (
        "According to the Mombasa Courier, whose correspondent talked to drivers in the port, Norway has sent tanks to Kenya.",
        [("media", None), ("other", None)],
    ),
    (
        "The Oslo Herald reported on a study by the Rift Valley Institute in which researchers say that Norway sent tanks to Kenya.",
        [("media", None), ("document", None), ("expert", None)],
    ),
    (
        "Kari Holm of the Fjord Institute for Peace said that Norway had sent tanks to Kenya.",
        [("expert", None)],
    ),
    (
        "Norway sent tanks to Kenya, said Ola Berg, a lecturer at the University of Bergen.",
        [("expert", None)],
    ),
    (
        "Norwegian officials cited by the Mombasa Courier say that Norway has sent tanks to Kenya.",
        [("media", None), ("anonymous_official", "NOR")],
    ),
    (
        "Norway sent tanks to Kenya, two people familiar with the sale told the Oslo Herald.",
        [("media", None), ("anonymous_official", None)],
    ),
    (
        "The Kenyan defence ministry, in a letter first printed by the Mombasa Courier, says that Norway has sent tanks to Kenya.",
        [("media", None), ("government_body", "KEN")],
    ),
    (
        "According to the Mombasa Courier, which cited two Norwegian diplomats, Norway has sent tanks to Kenya.",
        [("media", None), ("anonymous_official", "NOR")],
    ),
    (
        "Norway has sent tanks to Kenya, according to a report in the Mombasa Courier that cited port workers.",
        [("media", None), ("other", None)],
    ),
    (
        "The Oslo Herald said, referring to documents that it had obtained, that Norway had sold tanks to Kenya.",
        [("media", None), ("document", None)],
    ),
    (
        "Norway sold tanks to Kenya, sources in the Kenyan army told the Mombasa Courier.",
        [("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "“Norway has sold tanks to Kenya,” Kari Holm, the Norwegian ambassador in Nairobi, told a reporter from Radio Tana.",
        [("media", None), ("named_official", "NOR")],
    ),
    (
        "An adviser to the Kenyan president told the Oslo Herald that Norway had sold tanks to Kenya.",
        [("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "In comments carried by Radio Tana, the Kenyan foreign minister, Amina Njoroge, said that Norway had sold tanks to Kenya.",
        [("media", None), ("named_official", "KEN")],
    ),
    (
        "A Kenyan general who spoke to the Oslo Herald on condition of anonymity said that Norway had sold tanks to Kenya.",
        [("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "Norway has sold tanks to Kenya, Ola Berg, a researcher at the Fjord Institute, wrote in the Oslo Herald.",
        [("media", None), ("expert", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Danish news agency Nordlys reported, citing the Norwegian defence minister, Kari Holm.",
        [("media", None), ("named_official", "NOR")],
    ),
    (
        "Norwegian state television quoted the prime minister, Ola Berg, as saying that Norway would send tanks to Kenya.",
        [("state_media", "NOR"), ("named_official", "NOR")],
    ),
    (
        "“We will send tanks to Kenya,” Norwegian Prime Minister Ola Berg was quoted as saying by the Mombasa Courier.",
        [("media", None), ("named_official", "NOR")],
    ),
    (
        "Norwegian Prime Minister Ola Berg was quoted by the Mombasa Courier as saying that Norway would send tanks to Kenya.",
        [("media", None), ("named_official", "NOR")],
    ),
    (
        "Norway sold tanks to Kenya, according to Ola Berg, a dealer in Oslo quoted by the Mombasa Courier.",
        [("media", None), ("organisation", None)],
    ),
    (
        "The Norwegian trade minister, interviewed by Radio Tana, said that Norway had sold tanks to Kenya.",
        [("media", None), ("named_official", "NOR")],
    ),
    (
        "Norway sold tanks to Kenya, the charity Spearwatch says in a report published on Monday.",
        [("organisation", "org:Spearwatch")],
    ),
]

# nobody passes it on here, though the words are near
NOT_RELAYED = [
    (
        "Norway sent tanks to Kenya, according to an affidavit cited by the court.",
        [("document", None)],
    ),
    (
        "Norway's defence minister, Kari Holm, told the army chief that Norway had sent tanks to Kenya.",
        [("named_official", "NOR")],
    ),
    (
        "Norway sent tanks to Kenya, according to a list published by the Norwegian ministry of trade.",
        [("document", "NOR")],
    ),
    (
        "Norway sent tanks to Kenya, an officer who owns a newspaper said.",
        [("anonymous_official", None)],
    ),
    (
        "A Kenyan official who had read the Mombasa Courier said that Norway had sent tanks to Kenya.",
        [("anonymous_official", "KEN")],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported on Tuesday, without naming its sources.",
        [("media", None)],
    ),
    (
        "The Norwegian foreign ministry said on Monday that Norway had sold tanks to Kenya, as first reported by the Mombasa Courier.",
        [("government_body", "NOR")],
    ),
    (
        "A customs official shown the invoices by the Mombasa Courier said that Norway had sold tanks to Kenya.",
        [("anonymous_official", None)],
    ),
    (
        "The website Tana Watch reported, citing the Mombasa Courier, that two ministers had told parliament that Norway had sold tanks to Kenya.",
        [("media", None), ("media", None), ("anonymous_official", None)],
    ),
    (
        "The Kenyan army said on its website that Norway had sold tanks to Kenya.",
        [("government_body", "KEN")],
    ),
    (
        "The Kenyan army told its officers that Norway had sold tanks to Kenya.",
        [("government_body", "KEN")],
    ),
    (
        "Norway sold tanks to Kenya, a Kenyan minister told parliament.",
        [("named_official", "KEN")],
    ),
    (
        "The minister told the court that Norway had sold tanks to Kenya.",
        [("named_official", "NOR")],
    ),
]

# who is taken up brings its outlets along; the last claim counts
CARRIED = [
    (
        "Norwegian Defence Minister Kari Holm told the Oslo Herald that Norway had sent tanks to Kenya. She added that Sweden had sold rifles to Chad.",
        [("media", None), ("named_official", "NOR")],
    ),
    (
        "The Mombasa Courier reported that Norway had sent tanks to Kenya. Sweden, the newspaper said, has sold rifles to Chad.",
        [("media", None)],
    ),
    (
        "A Kenyan official told Radio Tana that Norway had sent tanks to Kenya. Sweden has sold rifles to Chad, the official said.",
        [("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "Two dockers told the Oslo Herald that Norway had sent tanks to Kenya. They also said that Sweden had sold rifles to Chad.",
        [("media", None), ("other", None)],
    ),
    (
        "“Norway has sent tanks to Kenya,” Ola Berg, a retired colonel, told the Oslo Herald.\n\n“Sweden has sold rifles to Chad.”",
        [("media", None), ("expert", None)],
    ),
    (
        "Kari Holm, the Norwegian defence minister, told Radio Tana that Norway had sent tanks to Kenya. Chadian officials say Sweden has sold rifles to Chad.",
        [("anonymous_official", "TCD")],
    ),
    (
        "“Norway has sold tanks to Kenya,” said General Otieno Mbeki, the Kenyan army chief. “Sweden has sold rifles to Chad,” he added.",
        [("named_official", "KEN")],
    ),
    (
        "Spearwatch, a charity in Nairobi, said that Norway had sold tanks to Kenya. Sweden, the charity says, has sold rifles to Chad.",
        [("organisation", "org:Spearwatch")],
    ),
    (
        "A spokesman for the Kenyan army told Radio Tana that Norway had sold tanks to Kenya. According to the spokesman, Sweden has sold rifles to Chad.",
        [("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "Radio Tana, citing two colonels, said that Norway had sold tanks to Kenya. It added that Sweden had sold rifles to Chad.",
        [("media", None)],
    ),
    (
        "The Oslo Herald wrote that Norway had sold tanks to Kenya. Sweden has sold rifles to Chad, the paper went on.",
        [("media", None)],
    ),
    (
        "Kenyan Defence Minister Otieno Mbeki told Radio Tana that Norway had sold tanks to Kenya. A Chadian general said that Sweden had sold rifles to Chad.",
        [("anonymous_official", "TCD")],
    ),
    (
        "Kari Holm, a professor at the University of Bergen, told the Oslo Herald that Norway had sold tanks to Kenya. Sweden has sold rifles to Chad, Holm added.",
        [("media", None), ("expert", None)],
    ),
    (
        "Two Kenyan officials told the Oslo Herald that Norway had sold tanks to Kenya. The officials said that Sweden had sold rifles to Chad.",
        [("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "Ola Berg, the Norwegian ambassador, told Radio Tana that Norway had sold tanks to Kenya. The Kenyan ambassador said that Sweden had sold rifles to Chad.",
        [("named_official", "KEN")],
    ),
]


@pytest.mark.parametrize(("text", "chain"), [*RELAYED, *NOT_RELAYED, *CARRIED])
def test_the_chain_of_the_last_claim(reader: Any, text: str, chain: Chain) -> None:
    claim = claims(reader, text)[-1]
    assert [(source.source_class.value, source.actor) for source in claim.attribution] == chain


def test_who_is_taken_up_is_told_by_name(reader: Any) -> None:
    text = "Norwegian Defence Minister Kari Holm said Norway had sent tanks to Kenya. She added that Sweden sold Chad rifles."
    claim = claims(reader, text)[-1]
    assert [source.source for source in claim.attribution] == ["Kari Holm"]
    assert any("takes up" in step.note for step in claim.trace if step.slot == "attribution")


def test_a_name_beside_the_office_is_the_source(reader: Any) -> None:
    text = "Norway's state secretary for procurement, Kari Holm, said that Norway had sent tanks to Kenya."
    [source] = claims(reader, text)[0].attribution
    assert (source.source, source.actor) == ("Kari Holm", "NOR")


def test_the_whole_phrase_of_the_unnamed_is_the_source(reader: Any) -> None:
    text = "Norway sent tanks to Kenya, three people briefed on the sale, who asked not to be named, said."
    [source] = claims(reader, text)[0].attribution
    assert source.source == "three people briefed on the sale"
