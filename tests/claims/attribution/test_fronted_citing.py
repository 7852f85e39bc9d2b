"""Who cites, quotes or rests on whom in front of the sentence: class and actor of each link."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims

Chain = list[tuple[str, str | None]]

# from the article inwards
FRONTED = [
    (
        "Citing the Kyiv-based site Dnipro Lens, which in turn quoted a post by air force spokesman Danylo Hrytsenko, the Vilnius Mirror reported that Slovakia had sent 10 helicopters to Ukraine.",
        [("media", None), ("media", None), ("named_official", "UKR")],
    ),
    (
        "Citing two Kenyan officers, the Mombasa Courier reported that Norway had sold tanks to Kenya.",
        [("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "Quoting the Danish weekly Havnen, which cited port records, Radio Tana said that Norway had sent tanks to Kenya.",
        [("media", None), ("media", None), ("document", None)],
    ),
    (
        "Relying on testimony from a captured fighter, the Sudanese army said that Chad had sent rifles to the rebels.",
        [("government_body", "SDN"), ("other", None)],
    ),
    (
        "Drawing on interviews with three former dockers, the charity Spearwatch says that Bulgaria sold mortar rounds to Mali.",
        [("organisation", "org:Spearwatch"), ("other", None)],
    ),
    (
        "Referring to a report in the Mombasa Courier, which had quoted a Norwegian diplomat, the Lagos Inquirer wrote that Norway had sold tanks to Kenya.",
        [("media", None), ("media", None), ("anonymous_official", "NOR")],
    ),
    (
        "Citing documents it had obtained, the Oslo Herald wrote that Norway had sold tanks to Kenya.",
        [("media", None), ("document", None)],
    ),
    (
        "Citing a Turkish newspaper, the agency Drin reported that Turkey had delivered 20 drones to Chad.",
        [("media", None), ("media", None)],
    ),
    (
        "Quoting diplomats in Nairobi, state television said on Monday that Ethiopia had bought tanks from Norway.",
        [("state_media", None), ("anonymous_official", "KEN")],
    ),
    (
        "In a dispatch that cited the Lagos Inquirer, quoting a Nigerian minister, the agency Drin said that Brazil had sold six planes to Nigeria.",
        [("media", None), ("media", None), ("named_official", "NGA")],
    ),
    (
        "Pointing to a statement by the Greek navy, the Athens Tribune says Greece handed four boats to Cyprus.",
        [("media", None), ("document", "GRC")],
    ),
    (
        "Based on leaked invoices, the Prague weekly Vltava reported that a Czech firm sold 300 rockets to Yemen.",
        [("media", None), ("document", None)],
    ),
    (
        "Basing its account on two defectors, the Seoul daily Hanbit reported that North Korea had shipped mortars to Myanmar.",
        [("media", None), ("other", None)],
    ),
    (
        "Attributing the information to a Serbian diplomat, the Sofia Echo said that Serbia had sold shells to Israel.",
        [("media", None), ("anonymous_official", "SRB")],
    ),
    (
        "Citing a source close to the talks, the Algiers station Radio Atlas, itself quoted by the Tunis Courier, said Russia would sell 14 jets to Algeria.",
        [("media", None), ("media", None), ("anonymous_official", None)],
    ),
    (
        "According to the Tunis Courier, citing Radio Atlas, Russia will sell 14 jets to Algeria.",
        [("media", None), ("media", None)],
    ),
    (
        "Citing the Tunis Courier, which cited Radio Atlas, which for its part had quoted an Algerian officer, the Madrid Globe reported that Russia had sold 14 jets to Algeria.",
        [("media", None), ("media", None), ("media", None), ("anonymous_official", "DZA")],
    ),
    (
        "After speaking to two Algerian officers, the Madrid Globe reported that Russia had sold 14 jets to Algeria.",
        [("media", None), ("anonymous_official", "DZA")],
    ),
    (
        "Quoted by the Madrid Globe, the Algerian defence minister said that Russia had sold 14 jets to Algeria.",
        [("media", None), ("named_official", "DZA")],
    ),
    (
        "Interviewed by Radio Atlas, an Algerian general said that Russia had sold 14 jets to Algeria.",
        [("media", None), ("anonymous_official", "DZA")],
    ),
    (
        "Speaking to Radio Atlas, an Algerian general said that Russia had sold 14 jets to Algeria.",
        [("media", None), ("anonymous_official", "DZA")],
    ),
    (
        "Citing security concerns, the Norwegian defence ministry said that it had halted tank deliveries to Kenya.",
        [("government_body", "NOR")],
    ),
    (
        "Citing the war in Sudan, the Oslo Herald said that Norway had sold tanks to Kenya.",
        [("media", None)],
    ),
    (
        "Citing Norwegian law, the Kenyan minister said that Norway had refused to sell tanks to Kenya.",
        [("named_official", "KEN")],
    ),
    (
        "Citing an intelligence officer, the Baku site Caspian Eye, which is close to the government, reported that Turkey had delivered 20 drones to Azerbaijan.",
        [("media", None), ("anonymous_official", None)],
    ),
    (
        "Quoting the Baku site Caspian Eye, which had it from an Azerbaijani officer, the Tbilisi weekly Kartli Post wrote that Turkey had delivered 20 drones to Azerbaijan.",
        [("media", None), ("media", None), ("anonymous_official", "AZE")],
    ),
    (
        "Citing the agency Drin, which referred to a letter from a Greek general, and without naming other sources, Radio Tana reported that Greece had sold radars to Egypt.",
        [("media", None), ("media", None), ("document", "GRC")],
    ),
    (
        "Relying on the account of a deserter, the Tripoli Gazette reported that Jordan had sent 40 armoured cars to Libya.",
        [("media", None), ("other", None)],
    ),
    (
        "On the strength of a leaked letter, the Tripoli Gazette reported that Jordan had sent 40 armoured cars to Libya.",
        [("media", None), ("document", None)],
    ),
    (
        "Speaking to the Tripoli Gazette on condition of anonymity, a Jordanian officer said that Jordan had sent 40 armoured cars to Libya.",
        [("media", None), ("anonymous_official", "JOR")],
    ),
    (
        "Citing the cost, the Jordanian army said that it had halted deliveries of armoured cars to Libya.",
        [("government_body", "JOR")],
    ),
    (
        "Quoted in the Tripoli Gazette, General Omar Haddad of Jordan said that Jordan had sent 40 armoured cars to Libya.",
        [("media", None), ("named_official", "JOR")],
    ),
    (
        "Citing Serbian customs data, the Bangkok Mirror, a daily close to the army, reported that Serbia had sold 200 mortars to Myanmar.",
        [("media", None), ("document", "SRB")],
    ),
    (
        "Citing a report by the Belgrade portal Danube Watch based on interviews with two engineers, the Bangkok Mirror said Serbia had sold 200 mortars to Myanmar.",
        [("media", None), ("media", None), ("other", None)],
    ),
    (
        "Quoting from a letter by the Serbian trade minister, the Bangkok Mirror said Serbia had sold 200 mortars to Myanmar.",
        [("media", None), ("document", "SRB")],
    ),
    (
        "Basing itself on a leaked memo, Radio Mekong reports that Serbia sold 200 mortars to Myanmar.",
        [("media", None), ("document", None)],
    ),
]


@pytest.mark.parametrize(("text", "chain"), FRONTED)
def test_the_chain_told_in_front(reader: Any, text: str, chain: Chain) -> None:
    claim = claims(reader, text)[0]
    assert [(source.source_class.value, source.actor) for source in claim.attribution] == chain
