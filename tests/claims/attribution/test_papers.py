"""Papers that somebody has seen, got or been shown: the outlet, then the paper, then on whom it rests."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims

Chain = list[tuple[str, str | None]]

# from the article inwards
PAPERS = [
    (
        "The Lisbon weekly Atlantico says it has seen an end-user certificate showing that Portugal sold 5,000 rifles to Chad.",
        [("media", None), ("document", None)],
    ),
    (
        "Jordan sent 40 armoured cars to Libya, according to a confidential report by a UN panel seen by the Tripoli Gazette.",
        [("media", None), ("document", "UN")],
    ),
    (
        "In a letter obtained by the Oslo Herald, the Norwegian defence ministry says that Norway has sold 12 tanks to Kenya.",
        [("media", None), ("government_body", "NOR")],
    ),
    (
        "Customs records reviewed by the Oslo Herald show that Norway sold 12 tanks to Kenya.",
        [("media", None), ("document", None)],
    ),
    (
        "Documents leaked to the Oslo Herald indicate that Norway sold 12 tanks to Kenya.",
        [("media", None), ("document", None)],
    ),
    (
        "The Oslo Herald has obtained invoices that show that a Norwegian firm sold 2,000 rifles to Kenya.",
        [("media", None), ("document", None)],
    ),
    (
        "The Oslo Herald was shown a contract under which Norway sold 12 tanks to Kenya.",
        [("media", None), ("document", None)],
    ),
    (
        "The Oslo Herald said it had been shown shipping papers which proved that Norway had sent 12 tanks to Kenya.",
        [("media", None), ("document", None)],
    ),
    (
        "Norway sold 12 tanks to Kenya, according to a memo that the Oslo Herald has seen.",
        [("media", None), ("document", None)],
    ),
    (
        "According to invoices provided to the Oslo Herald by a former dealer, Norway sold 12 tanks to Kenya.",
        [("media", None), ("organisation", None), ("document", None)],
    ),
    (
        "A leaked cable from the Kenyan embassy, read by the Oslo Herald, says that Norway has sold 12 tanks to Kenya.",
        [("media", None), ("document", "KEN")],
    ),
    (
        "Norway has sold 12 tanks to Kenya, the Oslo Herald reported, citing an internal memo it had seen.",
        [("media", None), ("document", None)],
    ),
    (
        "A flight manifest seen by Radio Tana shows that Turkey delivered 20 drones to Chad in March.",
        [("media", None), ("document", None)],
    ),
    (
        "Turkey delivered 20 drones to Chad, a manifest made available to Radio Tana shows.",
        [("media", None), ("document", None)],
    ),
    (
        "Turkey delivered 20 drones to Chad, says a letter from the Chadian army chief that was leaked to Radio Tana.",
        [("media", None), ("document", "TCD")],
    ),
    (
        "An email viewed by Radio Tana, in which a Turkish dealer confirms the deal, shows that Turkey sold 20 drones to Chad.",
        [("media", None), ("document", None)],
    ),
    (
        "Radio Tana said that documents in its possession showed that Turkey had sold 20 drones to Chad.",
        [("media", None), ("document", None)],
    ),
    (
        "Papers obtained by the agency Drin and seen by Radio Tana show that Turkey sold 20 drones to Chad.",
        [("media", None), ("media", None), ("document", None)],
    ),
    (
        "Turkey sold 20 drones to Chad, according to a UN report seen by Radio Tana.",
        [("media", None), ("document", "UN")],
    ),
    (
        "Turkey has delivered 20 drones to Libya, a confidential report by UN experts seen by the agency Drin on Tuesday says.",
        [("media", None), ("document", "UN")],
    ),
    (
        "A draft report by a European Union commission, a copy of which was obtained by Radio Tana, says Turkey sold 20 drones to Chad.",
        [("media", None), ("document", "EU")],
    ),
    (
        "The Lisbon weekly Atlantico published an end-user certificate showing that Portugal had sold 5,000 rifles to Chad.",
        [("media", None), ("document", None)],
    ),
    (
        "In a cable seen by the Lisbon weekly Atlantico, the Chadian embassy told its ministry that Portugal had sold 5,000 rifles to Chad.",
        [("media", None), ("government_body", "TCD")],
    ),
    (
        "In confidential letters seen by the Lisbon weekly Atlantico, two Chadian officers say that Portugal has sold 5,000 rifles to Chad.",
        [("media", None), ("anonymous_official", "TCD")],
    ),
    (
        "The charity Spearwatch has obtained a customs declaration that shows that Bulgaria sold 4,000 mortar rounds to Mali.",
        [("organisation", "org:Spearwatch"), ("document", None)],
    ),
    (
        "Bulgaria sold 4,000 mortar rounds to Mali, the charity Spearwatch said, citing a customs declaration it had obtained.",
        [("organisation", "org:Spearwatch"), ("document", None)],
    ),
    (
        "Bulgaria sold 4,000 mortar rounds to Mali, the Sofia Echo reported on Friday. The newspaper said it had seen the contract.",
        [("media", None), ("document", None)],
    ),
    (
        "Bulgaria sold 4,000 mortar rounds to Mali, the Sofia Echo reported. It has obtained a copy of the invoice.",
        [("media", None), ("document", None)],
    ),
    (
        "Bulgaria sold 4,000 mortar rounds to Mali, the Sofia Echo reported. A bill of lading seen by the newspaper shows the cargo left Burgas in June.",
        [("media", None)],
    ),
    (
        "The Oslo Herald says it has seen the tanks that Norway sold to Kenya.",
        [("media", None)],
    ),
    (
        "The Oslo Herald has seen a letter about school meals. Norway sold 12 tanks to Kenya, the Kenyan army said.",
        [("government_body", "KEN")],
    ),
    (
        "The Oslo Herald, which has seen the budget, says that Norway sold 12 tanks to Kenya.",
        [("media", None)],
    ),
    (
        "Photographs reviewed by the Oslo Herald show Norwegian tanks. Norway sold 12 tanks to Kenya, Kenyan officials say.",
        [("anonymous_official", "KEN")],
    ),
    (
        "A report by the Norwegian auditor says that Norway sold 12 tanks to Kenya.",
        [("document", "NOR")],
    ),
    (
        "Norway sold 12 tanks to Kenya, according to a report by the Norwegian auditor that criticised the Oslo Herald.",
        [("document", "NOR")],
    ),
    (
        "The Tripoli Gazette says it was given a contract showing that Jordan had sold 40 armoured cars to Libya.",
        [("media", None), ("document", None)],
    ),
    (
        "According to freight papers in the possession of the Tripoli Gazette, Jordan sent 40 armoured cars to Libya.",
        [("media", None), ("document", None)],
    ),
    (
        "Freight papers that the Tripoli Gazette has seen show that Jordan sent 40 armoured cars to Libya.",
        [("media", None), ("document", None)],
    ),
    (
        "Freight papers, copies of which were obtained by the Tripoli Gazette, show that Jordan sent 40 armoured cars to Libya.",
        [("media", None), ("document", None)],
    ),
    (
        "According to an internal report of the Jordanian audit office, seen by the Tripoli Gazette, Jordan sent 40 armoured cars to Libya.",
        [("media", None), ("document", "JOR")],
    ),
    (
        "A UN panel says in a confidential report seen by the Tripoli Gazette that Jordan sent 40 armoured cars to Libya.",
        [("media", None), ("organisation", "UN")],
    ),
    (
        "In a report leaked to the Tripoli Gazette, UN experts say that Jordan sent 40 armoured cars to Libya.",
        [("media", None), ("organisation", "UN")],
    ),
    (
        "The report by UN experts, which the Tripoli Gazette has read, says Jordan sent 40 armoured cars to Libya, quoting a Libyan officer.",
        [("media", None), ("document", "UN"), ("anonymous_official", "LBY")],
    ),
    (
        "Jordan sent 40 armoured cars to Libya, an end-user certificate published by the Tripoli Gazette shows.",
        [("media", None), ("document", None)],
    ),
    (
        "Jordan sent 40 armoured cars to Libya, documents shown to the Tripoli Gazette by a former pilot reveal.",
        [("media", None), ("other", None), ("document", None)],
    ),
    (
        "Jordan sent 40 armoured cars to Libya, the Tripoli Gazette reported, saying it had seen the end-user certificate.",
        [("media", None), ("document", None)],
    ),
    (
        "Jordan sent 40 armoured cars to Libya, reported the Tripoli Gazette, which has seen the freight papers.",
        [("media", None), ("document", None)],
    ),
    (
        "Jordan sent 40 armoured cars to Libya, said the Tripoli Gazette, which has read a letter about the harvest.",
        [("media", None)],
    ),
    (
        "Jordan sent 40 armoured cars to Libya, the Jordanian foreign ministry said in a letter to the UN.",
        [("government_body", "JOR")],
    ),
    (
        "Jordan sent 40 armoured cars to Libya, the Tripoli Gazette reported. The ministry had received a letter from the newspaper.",
        [("media", None)],
    ),
    (
        "Jordan sent 40 armoured cars to Libya, the Tripoli Gazette reported. It has received a letter from its lawyers.",
        [("media", None)],
    ),
    (
        "According to Radio Mekong, which has obtained the contract, Serbia sold 200 mortars to Myanmar.",
        [("media", None), ("document", None)],
    ),
    (
        "According to a confidential memo by the Serbian army, a copy of which Radio Mekong has seen, Serbia sold 200 mortars to Myanmar.",
        [("media", None), ("document", "SRB")],
    ),
    (
        "According to a document whose authenticity was confirmed by two officials, Serbia sold 200 mortars to Myanmar.",
        [("document", None)],
    ),
    (
        "According to a UN document, a copy of which was seen by Radio Mekong, Serbia sold 200 mortars to Myanmar.",
        [("media", None), ("document", "UN")],
    ),
    (
        "A UN document seen by Radio Mekong says that Serbia sold 200 mortars to Myanmar, citing a Serbian exporter.",
        [("media", None), ("document", "UN"), ("other", None)],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, a UN document seen by Radio Mekong says, quoting a former Serbian officer.",
        [("media", None), ("document", "UN"), ("anonymous_official", "SRB")],
    ),
    (
        "Radio Mekong has seen documents that suggest that Serbia sold 200 mortars to Myanmar.",
        [("media", None), ("document", None)],
    ),
    (
        "Radio Mekong has got hold of a contract under which Serbia sold 200 mortars to Myanmar.",
        [("media", None), ("document", None)],
    ),
    (
        "Radio Mekong has come into possession of a letter in which the Serbian trade minister confirms that Serbia sold 200 mortars to Myanmar.",
        [("media", None), ("document", None), ("named_official", "SRB")],
    ),
    (
        "In an internal email seen by Radio Mekong, a Serbian exporter writes that Serbia sold 200 mortars to Myanmar.",
        [("media", None), ("other", None)],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, the opposition in Belgrade said, showing reporters a contract.",
        [("organisation", None)],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, Radio Mekong reported. The station has seen the contract and spoken to a Serbian engineer.",
        [("media", None), ("document", None)],
    ),
]


@pytest.mark.parametrize(("text", "chain"), PAPERS)
def test_the_chain_through_a_paper(reader: Any, text: str, chain: Chain) -> None:
    claim = claims(reader, text)[0]
    assert [(source.source_class.value, source.actor) for source in claim.attribution] == chain
