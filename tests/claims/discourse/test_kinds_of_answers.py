"""How a party answers: confirming, denying, in part, neither, not at all, or with its policy."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, words_of

ANSWERS = [
    (
        "Sweden's radio said Norway had shipped rifles to Mali. Oslo confirmed the report.",
        ["delivery NOR>MLI @media", "delivery NOR>MLI [confirms] @NOR"],
    ),
    (
        "Chile said Norway had shipped rifles to Mali. “It is true,” the Norwegian defence minister said.",
        ["delivery NOR>MLI @CHL", "delivery NOR>MLI [confirms] @NOR"],
    ),
    (
        "Norway confirmed that part of the shipment of rifles had reached Mali.",
        ["delivery ?>MLI [confirms] @NOR"],
    ),
    (
        "Norway admitted having shipped rifles to Mali.",
        ["delivery NOR>MLI [confirms] @NOR"],
    ),
    (
        "Norway acknowledged sending shells to Kenya but not missiles.",
        ["delivery NOR>KEN [confirms_part] @NOR", "delivery negated NOR>KEN [denies_part] @NOR"],
    ),
    (
        "Norway confirmed that it had sent shells to Kenya but denied sending missiles.",
        ["delivery NOR>KEN [confirms_part] @NOR", "delivery negated NOR>KEN [denies_part] @NOR"],
    ),
    (
        "Chile said Norway had shipped rifles to Mali. Oslo confirmed some of the shipments.",
        ["delivery NOR>MLI @CHL", "delivery NOR>MLI [confirms_part] @NOR"],
    ),
    (
        "Chile said Norway had shipped rifles to Mali. Oslo partly confirmed the report.",
        ["delivery NOR>MLI @CHL", "delivery NOR>MLI [confirms_part] @NOR"],
    ),
    (
        "Chile said Norway had shipped rifles to Mali. Oslo confirmed parts of the report.",
        ["delivery NOR>MLI @CHL", "delivery NOR>MLI [confirms_part] @NOR"],
    ),
    (
        "Chile said Norway had shipped rifles to Mali. The ministry in Oslo said that the report was partly true.",
        ["delivery NOR>MLI @CHL", "delivery NOR>MLI [confirms_part] @NOR"],
    ),
    (
        "Mali says Norway sent Kenya shells and missiles. Oslo denied that missiles were among them.",
        ["delivery NOR>KEN @MLI", "delivery negated NOR>KEN [denies_part] @NOR"],
    ),
    (
        "Mali says Norway sent Kenya shells and missiles. Oslo said that some details of the report were wrong.",
        ["delivery NOR>KEN @MLI", "delivery uncommitted NOR>KEN [denies_part] @NOR"],
    ),
    (
        "Mali says Norway sent Kenya missiles. Oslo denied parts of the report.",
        ["delivery NOR>KEN @MLI", "delivery uncommitted NOR>KEN [denies_part] @NOR"],
    ),
    (
        "Mali says Norway sent Kenya missiles. Oslo said the report was not entirely accurate.",
        ["delivery NOR>KEN @MLI", "delivery uncommitted NOR>KEN [non_denial] @NOR"],
    ),
    (
        "Mali says Norway sent Kenya missiles. Oslo said that the report contained some inaccuracies.",
        ["delivery NOR>KEN @MLI", "delivery uncommitted NOR>KEN [non_denial] @NOR"],
    ),
    (
        "Mali says Norway sent Kenya missiles. Oslo did not directly refute the report.",
        ["delivery NOR>KEN @MLI", "delivery uncommitted NOR>KEN [non_denial] @NOR"],
    ),
    (
        "Mali says Norway sent Kenya missiles. Oslo stopped short of denying the report.",
        ["delivery NOR>KEN @MLI", "delivery uncommitted NOR>KEN [non_denial] @NOR"],
    ),
    (
        "Norway stopped short of denying that it had sent missiles to Kenya.",
        ["delivery uncommitted NOR>KEN [non_denial] @NOR"],
    ),
    (
        "The Norwegian foreign minister spoke of a long friendship, without confirming or denying whether Oslo had sent missiles to Kenya.",
        ["delivery uncommitted NOR>KEN [non_denial] @NOR"],
    ),
    (
        "Mali says Norway sent Kenya missiles. Oslo called the report misleading.",
        ["delivery NOR>KEN @MLI", "delivery uncommitted NOR>KEN [non_denial] @NOR"],
    ),
    (
        "Norway did not deny having sent missiles to Kenya.",
        ["delivery uncommitted NOR>KEN [non_denial] @NOR"],
    ),
    (
        "Mali says Norway sent Kenya missiles. The ministry stopped short of a denial, saying only that Oslo keeps its treaties.",
        ["delivery NOR>KEN @MLI", "delivery uncommitted NOR>KEN [non_denial] @NOR"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. Oslo had no comment.",
        ["agreement NOR>PER @CHL", "agreement uncommitted NOR>PER [declines] @NOR"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. The Norwegian navy had no immediate comment.",
        ["agreement NOR>PER @CHL", "agreement uncommitted NOR>PER [declines] @NOR"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. Asked about the sale, the Norwegian defence minister said he had nothing to add.",
        ["agreement NOR>PER @CHL", "agreement uncommitted NOR>PER [non_denial] @NOR"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. The Norwegian navy did not respond to requests for comment.",
        ["agreement NOR>PER @CHL", "agreement uncommitted NOR>PER [declines] @NOR"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. The Norwegian defence ministry did not immediately reply to a request for comment.",
        ["agreement NOR>PER @CHL", "agreement uncommitted NOR>PER [declines] @NOR"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. Oslo would not comment on the report.",
        ["agreement NOR>PER @CHL", "agreement uncommitted NOR>PER [declines] @NOR"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. “No comment,” said the Norwegian defence minister.",
        ["agreement NOR>PER @CHL", "agreement uncommitted NOR>PER [declines] @NOR"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. The Norwegian navy referred questions to the foreign ministry.",
        ["agreement NOR>PER @CHL", "agreement uncommitted NOR>PER [declines] @NOR"],
    ),
    (
        "Norway would neither confirm nor deny that it had sold frigates to Peru.",
        ["agreement uncommitted NOR>PER [non_denial] @NOR"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. The Norwegian navy could not be reached for comment.",
        ["agreement NOR>PER @CHL"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. Oslo declined to comment on the election.",
        ["agreement NOR>PER @CHL"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. The band had nothing to add to its concert.",
        ["agreement NOR>PER @CHL"],
    ),
    (
        "Chile says Norway has sold frigates to Peru. A Norwegian colonel found some inaccuracies in the map.",
        ["agreement NOR>PER @CHL"],
    ),
    (
        "Mali says Norway will send Kenya missiles. The Norwegian foreign ministry reiterated its policy of not supplying weapons to countries at war.",
        ["pledge NOR>KEN @MLI", "refusal NOR>? [restates_policy] @NOR"],
    ),
    (
        "Mali says Norway will send Kenya missiles. “Our position has not changed,” a Norwegian foreign ministry spokesman said.",
        ["pledge NOR>KEN @MLI", "pledge uncommitted NOR>KEN [restates_policy] @NOR"],
    ),
    (
        "Norway has a policy of not supplying missiles to Kenya. “Our position has not changed,” the Norwegian foreign minister said.",
        ["refusal NOR>KEN @", "refusal NOR>KEN [restates_policy] @NOR"],
    ),
    (
        "Norway said there was no change in its policy of not supplying lethal weapons to Kenya.",
        ["refusal NOR>KEN [restates_policy] @NOR"],
    ),
    (
        "Norway's position of not supplying missiles to Kenya remains unchanged, the foreign ministry said.",
        ["refusal NOR>KEN [restates_policy] @NOR"],
    ),
    (
        "Norway has changed its policy of not supplying missiles to Kenya.",
        ["reversal NOR>KEN @"],
    ),
    (
        "Norway's policy of not supplying missiles to Kenya dates from 1990.",
        ["refusal NOR>KEN @"],
    ),
]

WIDER = [
    # A party that is silent answers what is said of itself.
    (
        "Chile said Norway had shipped rifles to Mali. The Emirati authorities did not answer written questions.",
        ["delivery NOR>MLI @CHL"],
    ),
    (
        "Chile said Norway had shipped rifles to Mali. The Malian authorities did not answer written questions.",
        ["delivery NOR>MLI @CHL", "delivery uncommitted NOR>MLI [declines] @MLI"],
    ),
    (
        "Chile said Norway had shipped rifles to Mali. The Emirati authorities would not comment on what Mali bought.",
        ["delivery NOR>MLI @CHL", "delivery uncommitted NOR>MLI [declines] @ARE"],
    ),
    (
        "Rheinmetall sold shells to Mali, Chile said. Berlin did not answer written questions. Oslo did not comment.",
        ["agreement DEU+org:Rheinmetall>MLI @CHL", "agreement uncommitted DEU+org:Rheinmetall>MLI [declines] @DEU"],
    ),
    (
        "Norway shrugged off suggestions by Chile that it had sold rifles to Mali.",
        ["agreement NOR>MLI @CHL", "agreement negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Chile said Norway had shipped rifles to Mali. Oslo shrugged off the report.",
        ["delivery NOR>MLI @CHL", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    ("Norway brushed aside worries over the sale of rifles to Mali.", []),
    ("Norway dismissed concerns over the sale of rifles to Mali.", []),
    ("Norway shrugged off criticism and sent rifles to Mali.", ["delivery NOR>MLI @"]),
    ("Norway dismissed suggestions that it should sell rifles to Mali.", []),
    (
        "Chile said Norway had shipped rifles to Mali. A statement from the Norwegian embassy described this as “pure fantasy”.",
        ["delivery NOR>MLI @CHL", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Chile said Norway had shipped rifles to Mali. The Norwegian navy said: “There is not a shred of truth in it.”",
        ["delivery NOR>MLI @CHL", "delivery negated NOR>MLI [denies] @NOR"],
    ),
    (
        "Chile said Norway had shipped rifles to Mali. Asked about it, the Norwegian minister refused to be drawn.",
        ["delivery NOR>MLI @CHL", "delivery uncommitted NOR>MLI [declines] @NOR"],
    ),
    (
        "Ghana's foreign ministry said that it had indeed bought rifles from Chad but denied that mortars had been part of the deal.",
        ["agreement TCD>GHA [confirms_part] @GHA", "agreement negated TCD>GHA [denies_part] @GHA"],
    ),
    (
        "Ghana's foreign ministry said that it had bought rifles from Chad.",
        ["agreement TCD>GHA @GHA"],
    ),
    (
        "Kenya says Norway sent Mali shells and missiles. Oslo admitted sending the shells.",
        ["delivery NOR>MLI @KEN", "delivery NOR>MLI [confirms_part] @NOR"],
    ),
    (
        "Kenya says Norway sent Mali shells. Oslo admitted sending the shells.",
        ["delivery NOR>MLI @KEN", "delivery NOR>MLI [confirms] @NOR"],
    ),
    (
        "Responding to claims by Chile that Norway had shipped rifles and mortars to Mali, Oslo said that no mortars had been sent.",
        ["delivery NOR>MLI @CHL", "delivery negated NOR>MLI [denies_part] @NOR"],
    ),
]

DISPATCHES = [
    (
        "Sudan's army accused Ethiopia of shipping mortars to the Rapid Support Forces, an allegation that Addis Ababa has dismissed as baseless.",
        ["delivery ETH>org:Rapid Support Forces @SDN", "delivery negated ETH>org:Rapid Support Forces [denies] @ETH"],
    ),
    (
        "Brazil's foreign ministry on Tuesday denied a report published by the Andes Herald that Brasilia had agreed to sell armoured vehicles to Bolivia.",
        ["agreement BRA>BOL @media", "agreement negated BRA>BOL [denies] @BRA"],
    ),
    (
        "India said it had delivered rockets to Armenia. Azerbaijan's foreign minister said the news was no surprise.",
        ["delivery IND>ARM @IND"],
    ),
    (
        "Pakistan sold shells to Chad, two officials told the Karachi Mirror. The foreign office in Islamabad called the story “a pack of lies”. Chad's defence ministry did not immediately respond to a request for comment.",
        [
            "agreement PAK>TCD @media<anonymous_official",
            "agreement negated PAK>TCD [denies] @PAK",
            "agreement uncommitted PAK>TCD [declines] @TCD",
        ],
    ),
    (
        "Spain has sent missiles to Jordan, the Madrid Standard reported on Sunday.\n\nA spokeswoman for the Spanish defence ministry said she had no comment. The Jordanian embassy in Madrid could not be reached.",
        ["delivery ESP>JOR @media", "delivery uncommitted ESP>JOR [declines] @ESP"],
    ),
    (
        "Chile and Peru both confirmed that Santiago had sold two frigates to Lima.",
        ["agreement CHL>PER [confirms] @CHL", "agreement CHL>PER [confirms] @PER"],
    ),
    (
        "Neither the White House nor the Kremlin would comment on reports that Washington had sent missiles to Kazakhstan.",
        ["delivery uncommitted USA>KAZ [declines] @USA", "delivery uncommitted USA>KAZ [declines] @RUS"],
    ),
    (
        "Officials in Hanoi and Seoul confirmed that Vietnam was buying howitzers from South Korea.",
        ["agreement KOR>VNM [confirms] @VNM", "agreement KOR>VNM [confirms] @KOR"],
    ),
    (
        "South Korea's defence ministry neither confirmed nor denied that it had sold howitzers to Vietnam.",
        ["agreement uncommitted KOR>VNM [non_denial] @KOR"],
    ),
    (
        "A Polish general partly confirmed that Warsaw had delivered tanks to Moldova.",
        ["delivery POL>MDA [confirms_part] @POL"],
    ),
    (
        "Belgrade admitted that it had sold mortars to Chad, but denied having sold any rockets.",
        ["agreement SRB>TCD [confirms_part] @SRB", "agreement negated SRB>TCD [denies_part] @SRB"],
    ),
    (
        "Sweden's policy of not exporting arms to countries at war remains in force, the government said.",
        ["refusal SWE>? [restates_policy] @SWE"],
    ),
    (
        "Tokyo reaffirmed on Monday that it would not supply weapons to Ukraine.",
        ["refusal JPN>UKR [restates_policy] @JPN"],
    ),
    ("Mexico reiterated its call for Spain to send helicopters to Haiti.", ["request MEX: ESP>HTI @"]),
    (
        "Kenya says Uganda has sent rifles to Burundi. “There is no truth in these reports,” Uganda's army spokesman said.",
        ["delivery UGA>BDI @KEN", "delivery negated UGA>BDI [denies] @UGA"],
    ),
    (
        "Kenya says Uganda has sent rifles to Burundi. Kampala rejects this.",
        ["delivery UGA>BDI @KEN", "delivery negated UGA>BDI [denies] @UGA"],
    ),
    (
        "Uganda sent rifles to Burundi, Kenya said. There was no immediate comment from Kampala.",
        ["delivery UGA>BDI @KEN", "delivery uncommitted UGA>BDI [declines] @UGA"],
    ),
    (
        "Uganda sent rifles to Burundi, Kenya said. The Ugandan army has not commented on the allegation.",
        ["delivery UGA>BDI @KEN", "delivery uncommitted UGA>BDI [declines] @UGA"],
    ),
    (
        "Uganda sent rifles to Burundi, Kenya said. Kampala has yet to respond.",
        ["delivery UGA>BDI @KEN", "delivery uncommitted UGA>BDI [declines] @UGA"],
    ),
    (
        "Uganda sent rifles to Burundi, Kenya said. Kampala kept silent.",
        ["delivery UGA>BDI @KEN", "delivery uncommitted UGA>BDI [declines] @UGA"],
    ),
    (
        "Uganda sent rifles to Burundi, Kenya said. The Ugandan foreign minister said that he could neither confirm nor deny the report.",
        ["delivery UGA>BDI @KEN", "delivery uncommitted UGA>BDI [non_denial] @UGA"],
    ),
    (
        "Uganda sent rifles to Burundi, Kenya said. Kampala has yet to respond to Nairobi's offer of maize.",
        ["delivery UGA>BDI @KEN"],
    ),
    (
        "Uganda sent rifles to Burundi, Kenya said. The Ugandan central bank had no comment on interest rates.",
        ["delivery UGA>BDI @KEN"],
    ),
    (
        "Uganda sent rifles to Burundi, Kenya said. The allegation that the mayor took bribes is false, a Ugandan judge said.",
        ["delivery UGA>BDI @KEN"],
    ),
    ("Uganda sent rifles to Burundi, Kenya said. It was true love, a Ugandan singer said.", ["delivery UGA>BDI @KEN"]),
    ("Uganda confirmed the death of a soldier. Kenya sent rifles to Burundi.", ["delivery KEN>BDI @"]),
    (
        "Uganda sent rifles to Burundi, Kenya said. The weather report was wrong, Kampala said.",
        ["delivery UGA>BDI @KEN"],
    ),
    (
        "Uganda sent rifles to Burundi, Kenya said. Kampala denied Nairobi's request for talks.",
        ["delivery UGA>BDI @KEN"],
    ),
]

REPORT = "Austria sold shells to Ghana, the Danube Post reported."
REPORTED = "agreement AUT>GHA @media"
SILENCES = [
    ("Austria's defence minister told the paper she could neither confirm nor deny it.",
     ["agreement uncommitted AUT>GHA [non_denial] @media<AUT"]),
    ("Vienna refused to confirm or deny the sale.", ["agreement uncommitted AUT>GHA [non_denial] @AUT"]),
    ("Vienna declined either to confirm or to deny it.", ["agreement uncommitted AUT>GHA [non_denial] @AUT"]),
    ("Vienna declined to confirm the report.", ["agreement uncommitted AUT>GHA [declines] @AUT"]),
    ("Vienna has remained silent.", ["agreement uncommitted AUT>GHA [declines] @AUT"]),
    ("The government in Vienna has so far said nothing.", ["agreement uncommitted AUT>GHA [declines] @AUT"]),
    ("The Austrian army left questions unanswered.", ["agreement uncommitted AUT>GHA [declines] @AUT"]),
    ("The Austrian army referred questions to the defence ministry, which had no comment.",
     ["agreement uncommitted AUT>GHA [declines] @AUT"]),
    ("“We have nothing to add,” the Austrian army told the Danube Post.",
     ["agreement uncommitted AUT>GHA [non_denial] @media<AUT"]),
    ("The Austrian army could not be reached.", []),
    ("The Austrian army said nothing of the flood.", []),
]  # fmt: skip
PARTIAL = [
    (
        "Ghana's government conceded that Togo had sent it two helicopters, but said that it knew nothing of the rifles"
        " mentioned by the daily Volta.",
        ["delivery TGO>GHA [confirms_part] @GHA"],
    ),
    (
        "Ghana confirmed that it had shipped rifles to Chad but said that no money had been paid.",
        ["delivery GHA>TCD [confirms] @GHA"],
    ),
    (
        "Ghana has sold rifles to Chad, the Accra Mirror reported. Ghana's defence minister confirmed that talks had been"
        " held but said no decision had been taken.",
        [
            "agreement GHA>TCD @media",
            "consideration GHA>TCD [confirms_part] @GHA",
            "agreement negated GHA>TCD [denies_part] @GHA",
        ],
    ),
    (
        "Ghana is in talks to sell rifles to Chad, the Accra Mirror reported. Ghana's defence minister confirmed that"
        " talks were being held but said nothing had been signed.",
        [
            "consideration GHA>TCD @media",
            "consideration GHA>TCD [confirms] @GHA",
            "agreement negated GHA>TCD @GHA",
        ],
    ),
    (
        "Ghana gave Togo tanks and armoured vehicles, a UN panel found. “We never gave Togo a single tank,” Ghana's army"
        " spokesman said.",
        ["delivery GHA>TGO @UN", "delivery negated GHA>TGO [denies_part] @GHA"],
    ),
]
FOR_THE_FIRST_TIME = [
    (
        "Ghana's army acknowledged for the first time that Austria had sold it shells.",
        ["agreement AUT>GHA [confirms] @GHA"],
    ),
    (
        "It was the first confirmation by Ghana's army that Austria had sold it shells.",
        ["agreement AUT>GHA [confirms] @GHA"],
    ),
    (
        "Ghana's president publicly confirmed at a briefing that his country had shipped rifles to Chad.",
        ["delivery GHA>TCD [confirms] @GHA"],
    ),
    ("Ghana recalled the first time that Austria had sold it shells.", ["agreement AUT>GHA @"]),
]  # fmt: skip
JUDGED = [
    (
        "The report that Ghana had sold rifles to Togo contained some inaccuracies, the Ghanaian foreign ministry said.",
        ["agreement uncommitted GHA>TGO [non_denial] @GHA"],
    ),
    (
        "The Accra Mirror's report that Ghana had sold rifles to Togo was untrue, the Ghanaian foreign ministry said.",
        ["agreement GHA>TGO @media", "agreement negated GHA>TGO [denies] @GHA"],
    ),
    ("Tehran: report of drone sale to Sudan is false", ["agreement negated ?>SDN [denies] @IRN"]),
    (
        "Asked about a Tagus Weekly report that Portugal had sold Angola rifles, the Portuguese army said only that it"
        " contained inaccuracies.",
        ["agreement PRT>AGO @media", "agreement uncommitted PRT>AGO [non_denial] @PRT"],
    ),
    (
        "Ethiopia's information minister rejected claims by the daily Rift Herald that"
        " Iran had flown armed drones to Addis Ababa.",
        ["delivery IRN>ETH @media", "delivery negated IRN>ETH [denies] @ETH"],
    ),
]
POLICIES = [
    (
        "Leaked list shows Ghana sent Togo boats, drones and rifles\n\nAccra admitted to sending the boats. “The rest of"
        " the list is pure invention,” a Ghanaian government source said.",
        [
            "delivery GHA>TGO @document",
            "delivery GHA>TGO [confirms_part] @GHA",
            "delivery negated GHA>TGO [denies_part] @GHA",
        ],
    ),
    (
        "When asked by Radio Volta whether Austria had sold shells to Ghana, the Austrian defence minister said: “No"
        " comment.”",
        ["agreement uncommitted AUT>GHA [declines] @AUT"],
    ),
    (
        "Ghana has sent rifles to Ukraine, the Accra Mirror reported. Asked about this, Ghana's president pointed to the"
        " country's policy of not providing lethal aid to Ukraine.",
        ["delivery GHA>UKR @media", "refusal GHA>UKR [restates_policy] @GHA"],
    ),
    (
        "Ghana has sent rifles to Ukraine, the Accra Mirror reported. The Ghanaian government stressed that Ghana does not"
        " sell weapons to states at war.",
        ["delivery GHA>UKR @media", "refusal GHA>? [restates_policy] @GHA"],
    ),
    (
        "The Ghanaian government stressed that Ghana does not sell weapons to states at war.",
        ["refusal GHA>? @GHA"],
    ),
]


@pytest.mark.parametrize(("said", "lines"), SILENCES)
def test_who_says_neither_yes_nor_no(reader: Any, said: str, lines: list[str]) -> None:
    assert sorted(map(words_of, claims(reader, f"{REPORT} {said}"))) == sorted([REPORTED, *lines])


@pytest.mark.parametrize(("text", "lines"), [*PARTIAL, *FOR_THE_FIRST_TIME, *JUDGED, *POLICIES])
def test_what_of_a_report_is_answered(reader: Any, text: str, lines: list[str]) -> None:
    assert sorted(map(words_of, claims(reader, text))) == sorted(lines)


@pytest.mark.parametrize(("text", "lines"), [*ANSWERS, *WIDER, *DISPATCHES])
def test_how_a_party_answers(reader: Any, text: str, lines: list[str]) -> None:
    assert sorted(map(words_of, claims(reader, text))) == sorted(lines)
