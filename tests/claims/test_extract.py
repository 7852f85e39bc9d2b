"""The act: short texts with the claims that they state, and what gives none."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, only_claim, outline, outlines

STAGES = [
    ("Norway sold 40 mortars to Kenya last week.", "agreement NOR>KEN"),
    ("Norway delivered 40 mortars to Kenya last week.", "delivery NOR>KEN"),
    ("Norway has pledged 40 mortars to Kenya.", "pledge NOR>KEN"),
    ("Norway has approved the sale of 40 mortars to Kenya.", "approval NOR>KEN"),
    ("Norway is considering sending 40 mortars to Kenya.", "consideration NOR>KEN"),
    ("Norway has refused to send mortars to Kenya.", "refusal NOR>KEN"),
    ("Norway has suspended deliveries of mortars to Kenya.", "halt NOR>KEN"),
    ("Norway has lifted its ban on arms sales to Kenya.", "reversal NOR>KEN"),
    ("Kenya has asked Norway to supply mortars.", "request KEN: NOR>KEN"),
    ("Norway will send 40 mortars to Kenya.", "pledge NOR>KEN"),
    ("Norway may send mortars to Kenya.", "consideration possible NOR>KEN"),
    ("Norway has not sent any mortars to Kenya.", "delivery negated NOR>KEN"),
    ("Norway will not send mortars to Kenya.", "refusal NOR>KEN"),
    ("Norway is not sending mortars to Kenya.", "refusal NOR>KEN"),
    ("Norway no longer supplies mortars to Kenya.", "halt NOR>KEN"),
    ("Norway has yet to deliver the mortars to Kenya.", "delivery negated NOR>KEN"),
    ("Kenya received 40 mortars from Norway.", "delivery NOR>KEN"),
    ("Kenya bought 40 mortars from Norway.", "agreement NOR>KEN"),
    ("Kenya signed a contract with Norway for 40 mortars.", "agreement NOR>KEN"),
    ("Kenya has ordered 40 mortars from Norway.", "agreement NOR>KEN"),
    ("Forty Norwegian mortars have arrived in Kenya.", "delivery NOR>KEN"),
    ("Norway has not ruled out selling missiles to Kenya.", "consideration possible NOR>KEN"),
    ("Norway declined to confirm that it had sold missiles to Kenya.", "agreement uncommitted NOR>KEN"),
    ("Norway has denied selling missiles to Kenya.", "agreement negated NOR>KEN"),
    ("Norway confirmed that it had shipped missiles to Kenya.", "delivery NOR>KEN"),
    ("Norway is likely to send missiles to Kenya.", "pledge probable NOR>KEN"),
    ("Norway appears to have shipped missiles to Kenya.", "delivery probable NOR>KEN"),
    ("Norway is sending Kenya a new $40 million package of weapons.", "delivery NOR>KEN"),
    ("Norway has backed away from a plan to send missiles to Kenya.", "halt NOR>KEN"),
    ("Norway has no interest in passing on missiles to Kenya.", "refusal NOR>KEN"),
    ("Kenya turned down a Norwegian offer of missiles.", "refusal NOR>KEN"),
    ("Kenya and Norway discussed the sale of mortars to Nairobi.", "consideration NOR>KEN"),
    ("Kenya and Norway are close to concluding a deal for mortars for the Kenyan army.", "agreement probable NOR>KEN"),
    ("Chad accused Norway of flying weapons to Kenya through Mali.", "delivery NOR>KEN via MLI"),
    ("Norway pledged €40m in new military aid to Kenya on Monday.", "pledge NOR>KEN"),
    ("Norwegian missiles have ended up in Kenya.", "delivery NOR>KEN"),
    ("Norway has deepened its resistance to providing Kenya with tanks.", "refusal NOR>KEN"),
    ("Saab has won an order from Kenya for four mortars.", "agreement SWE+org:Saab>KEN"),
    ("Kenya secured a contract with Norway for tanks.", "agreement NOR>KEN"),
    ("Kenya is weighing offers of missiles from Norway.", "consideration NOR>KEN"),
    ("Chad has refused the sale of mortars to Kenya, fearing that they would be passed on to Mali.", "refusal TCD>KEN"),
    ("Chad urged all states to stop arming Kenya.", "delivery ?>KEN"),
    ("Norway vowed to keep sending missiles to Kenya.", "pledge NOR>KEN"),
    ("Kenya bought 200 missiles from Norway to send to Mali.", "agreement NOR>MLI via KEN"),
]


@pytest.mark.parametrize(("text", "expected"), STAGES)
def test_one_sentence_one_claim(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


FREIGHT = [
    ("A freighter loaded with Italian grenades has left Genoa for Tripoli.", ["delivery ITA>LBY"]),
    ("An Iranian cargo plane landed in Khartoum with 12 drones for the army.", ["delivery IRN>SDN"]),
    ("Lorries with rifles from Serbia crossed Hungary on their way to Ukraine.", ["delivery SRB>UKR via HUN"]),
    ("Twenty howitzers left Poland for Ukraine on Monday.", ["delivery POL>UKR"]),
    ("Ghana's army took delivery of ten lorries paid for by Denmark.", ["delivery DNK>GHA"]),
    ("Thanks to Paris, the Greek navy now has three frigates.", ["delivery FRA>GRC"]),
    ("Kenya would like to borrow two helicopters from France.", ["request KEN: FRA>KEN"]),
    ("Iran set aside 200 drones to be shipped to Sudan.", ["pledge IRN>SDN"]),
    ("Germany set aside its ban on exports of tanks to Turkey.", ["reversal DEU>TUR"]),
    ("Spain has put off the delivery of five helicopters to Peru.", ["halt ESP>PER"]),
    # What drives, sails or flies by itself is not handed to anybody by going there.
    ("A US aircraft carrier left Japan for the Philippines.", []),
    ("Russian tanks crossed into Ukraine from Belarus.", []),
    ("Two Italian frigates docked in Haifa.", []),
]


@pytest.mark.parametrize(("text", "expected"), FREIGHT)
def test_freight_and_what_moves_by_itself(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


HEADLINES = [
    ("Norway to send 40 mortars to Kenya", "pledge NOR>KEN"),
    ("Norway Approves Sale of 40 Mortars to Kenya", "approval NOR>KEN"),
    ("Kenya buys 12 helicopters from Brazil", "agreement BRA>KEN"),
    ("Norway halts arms exports to Kenya", "halt NOR>KEN"),
    ("Kenya seeks helicopters from Brazil", "request KEN: BRA>KEN"),
    ("Norway weighs sending tanks to Kenya", "consideration NOR>KEN"),
    ("Norway Rejects Kenya's Request for Tanks", "refusal NOR>KEN"),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_headlines(reader: Any, text: str, expected: str) -> None:
    assert expected in outlines(reader, text)


WORDINGS = [
    ("Norway's refusal to sell tanks to Kenya angered Nairobi.", ["refusal NOR>KEN"]),
    ("Norway cancelled the sale of tanks to Kenya.", ["halt NOR>KEN"]),
    ("Norway has postponed the delivery of tanks to Kenya.", ["halt NOR>KEN"]),
    ("Norway ruled out sending tanks to Kenya.", ["refusal NOR>KEN"]),
    ("Norway blocked the re-export of Norwegian tanks from Denmark to Ukraine.", ["refusal NOR>UKR via DNK"]),
    ("Norway barred Denmark from sending Norwegian tanks to Ukraine.", ["refusal NOR>UKR via DNK"]),
    ("Kenya wants Norway to send tanks.", ["request KEN: NOR>KEN"]),
    ("Kenya appealed to Norway for weapons.", ["request KEN: NOR>KEN"]),
    ("Kenya called on its allies to send weapons.", ["request KEN: ?>KEN"]),
    ("The US Congress approved the sale of missiles to Kenya.", ["approval USA>KEN"]),
    ("Norway has been secretly supplying Kenya with rifles.", ["delivery NOR>KEN"]),
    ("Norway handed over 12 tanks to Kenya.", ["delivery NOR>KEN"]),
    ("Norway donated ten ambulances to the Kenyan army.", ["delivery NOR>KEN"]),
    ("Norway gave away its old tanks to Kenya.", ["delivery NOR>KEN"]),
    ("Denmark accused Norway of arming Kenya.", ["delivery NOR>KEN"]),
    ("Kenya thanked Norway for the tanks.", ["delivery NOR>KEN"]),
    ("Kenya's president thanked Norway for sending tanks.", ["delivery NOR>KEN"]),
    ("Norway did not deny sending tanks to Kenya.", ["delivery uncommitted NOR>KEN"]),
    ("Norway agreed to sell tanks to Kenya.", ["agreement NOR>KEN"]),
    ("Norway offered to sell tanks to Kenya.", ["pledge NOR>KEN"]),
    ("Norway plans to send tanks to Kenya.", ["pledge NOR>KEN"]),
    ("Norway is preparing to send tanks to Kenya.", ["pledge NOR>KEN"]),
    ("Norway is to deliver 12 tanks to Kenya next year.", ["pledge NOR>KEN"]),
    ("Norway announced a $40 million military aid package for Kenya.", ["pledge NOR>KEN"]),
    ("Norway has resumed arms deliveries to Kenya.", ["delivery NOR>KEN"]),
    ("Norway has reversed its policy of not supplying weapons to Kenya.", ["reversal NOR>KEN"]),
    ("Norway maintains a policy of not selling weapons to Kenya.", ["refusal NOR>KEN"]),
    ("US-supplied rockets were used by the Kenyan army.", ["delivery USA>?"]),
    ("Kenya now has Norwegian drones.", ["delivery NOR>KEN"]),
    ("Kenya took delivery of two frigates from Norway.", ["delivery NOR>KEN"]),
    ("Kenya, which bought tanks from Norway in 2019, held a parade.", ["agreement NOR>KEN"]),
    ("The tanks, supplied by Norway, were seen in Kenya.", ["delivery NOR>?"]),
    ("Norway transferred six jets to Ukraine.", ["delivery NOR>UKR"]),
    ("Norway to train Kenyan pilots", []),
    ("Norway shares intelligence with Kenya", []),
    ("Norway's parliament voted to send tanks to Kenya.", ["approval NOR>KEN"]),
    ("Norway is open to selling tanks to Kenya.", ["consideration NOR>KEN"]),
    ("Norway will probably send tanks to Kenya.", ["pledge probable NOR>KEN"]),
    ("India seeks to buy jets from France", ["request IND: FRA>IND"]),
    ("Mali gets drones from Turkey", ["delivery TUR>MLI"]),
    ("Rwanda denies arming M23 rebels", ["delivery negated RWA>org:M23"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_many_wordings(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


AROUND_THE_WORLD = [
    ("Seoul has not provided lethal weapons to Kyiv.", "delivery negated KOR>UKR"),
    ("Iran supplied drones to Russia, and Russia paid in gold.", "delivery IRN>RUS"),
    ("The weapons were shipped from Iran to Yemen via Oman.", "delivery IRN>YEM via OMN"),
    ("Egypt received the first of 24 jets from France.", "delivery FRA>EGY"),
    ("Brazil's president said his country would not send ammunition to Ukraine.", "refusal BRA>UKR"),
    ("Sweden, Finland and Norway pledged ammunition to Ukraine.", "pledge FIN+NOR+SWE>UKR"),
    ("Vietnam is considering the purchase of jets from Russia.", "consideration RUS>VNM"),
    ("Vietnam is considering buying jets from Russia.", "consideration RUS>VNM"),
    ("Morocco seeks air-defence systems from Israel.", "request MAR: ISR>MAR"),
    ("Ethiopia's army said it had received drones from Iran.", "delivery IRN>ETH"),
    ("The United Kingdom has revoked licences for arms exports to Israel.", "halt GBR>ISR"),
    ("Canada froze military sales to Turkey.", "halt CAN>TUR"),
    ("Spain said it would stop selling arms to Israel.", "halt ESP>ISR"),
    ("Argentina signed a deal to buy 24 F-16 jets from Denmark.", "agreement DNK>ARG"),
    ("Serbia denied that it had delivered rockets to Ukraine.", "delivery negated SRB>UKR"),
    ("Bulgaria's parliament approved sending armoured vehicles to Ukraine.", "approval BGR>UKR"),
    ("Myanmar's junta bought jets from Russia.", "agreement RUS>MMR"),
    ("Seoul mulls sending weapons to Ukraine", "consideration KOR>UKR"),
    ("Taiwan urges US to speed up arms deliveries", "request TWN: USA>TWN"),
    ("Paris delivers Caesar howitzers to Kyiv", "delivery FRA>UKR"),
]


@pytest.mark.parametrize(("text", "expected"), AROUND_THE_WORLD)
def test_states_of_every_continent(reader: Any, text: str, expected: str) -> None:
    assert outlines(reader, text) == [expected]


SEVERAL = [
    (
        "Denmark urged Norway to reconsider its refusal to sell tanks to Kenya.",
        ["refusal NOR>KEN", "request DNK: NOR>KEN"],
    ),
    ("Norway delivered howitzers to Kenya and promised Mali drones.", ["delivery NOR>KEN", "pledge NOR>MLI"]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_a_sentence_can_state_several(reader: Any, text: str, expected: list[str]) -> None:
    assert outlines(reader, text) == expected


NOTHING = [
    "Norway had applied for permits to sell mortars to Kenya.",
    "The president of Chad announced a series of steps against sales of firearms.",
    "No Norwegian minister has been armed with a warped idea like that.",
    "The fact has given fuel to the Norwegian argument.",
    "Arming teachers is an American idea.",
    "Norway sent two frigates to monitor the ships.",
    "Arms imports by African states nearly doubled.",
    "The parliament of Norway discussed the harvest.",
    "Kenyan soldiers fired mortars at a bridge on Sunday.",
    "A HIMARS rocket hit a depot near the river, the army said.",
    "If Norway sends tanks, Kenya will win, the analyst wrote.",
    "Will Norway send tanks to Kenya?",
    "Norway should send tanks to Kenya, the columnist argued.",
    "Norway sent 300 soldiers to Kenya.",
    "Norway sent food and blankets to the camps in Kenya.",
    "American-made rockets lay in the yard.",
    "The navy moved a frigate to the Baltic Sea.",
    "Police in Kenya seized 40 rifles at the border.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_claim_where_nothing_changes_hands(reader: Any, text: str) -> None:
    assert outlines(reader, text) == []


def test_a_dropped_candidate_says_why(reader: Any) -> None:
    text = "If Norway sends tanks to Kenya, the war will change."
    [(_, extraction)] = reader.read(text)
    [rejection] = extraction.rejections
    assert (rejection.room, rejection.text) == ("claims", text)
    assert "condition" in rejection.note


def test_evidence_is_the_sentence_in_the_article_as_it_came_in(reader: Any) -> None:
    text = "It rained in Nairobi.\n\n  Norway sent   40 mortars to Kenya.   The market was closed."
    claim = only_claim(reader, text)
    assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
    assert "40 mortars" in claim.evidence.text
    assert "market" not in claim.evidence.text


def test_claims_come_in_the_order_of_the_text(reader: Any) -> None:
    found = claims(
        reader, "Norway sent tanks to Kenya. Mali bought drones from Turkey. Chile ordered rifles from Israel."
    )
    assert [outline(claim) for claim in found] == ["delivery NOR>KEN", "agreement TUR>MLI", "agreement ISR>CHL"]


def test_the_same_text_gives_the_same_ids_and_another_document_others(reader: Any) -> None:
    text = "Norway sent tanks to Kenya."
    (_, once), (_, other) = reader.read(text, text)
    [(_, again)] = reader.read(text)
    assert once.claims == again.claims
    assert {claim.id for claim in once.claims}.isdisjoint(claim.id for claim in other.claims)


def test_the_trace_leads_from_the_word_to_the_stage(reader: Any) -> None:
    text = "Norway has refused to send mortars to Kenya."
    claim = only_claim(reader, text)
    words = {step.slot: text[step.start : step.end] for step in claim.trace if step.start is not None}
    assert words["frame"] == "send"
    assert words["stage"] == "refused"
    assert words["supplier"] == "Norway"
    assert words["recipient"] == "Kenya"
    assert words["items"] == "mortars"
