"""Sentences that tell on whose word the sentence before was: class and actor of each link of the first claim."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims

Chain = list[tuple[str, str | None]]

# the chain goes on
GOING_ON = [
    (
        "The Bucharest paper Dunarea reported that Romania had delivered 20 howitzers to Moldova. It cited the Chisinau agency Nistru, to which Defence Minister Ion Ceban had confirmed the handover.",
        [("media", None), ("media", None), ("named_official", "ROU")],
    ),
    (
        "Norway has sold 12 tanks to Kenya, the Mombasa Courier reported on Monday. The newspaper cited two officials in the Norwegian defence ministry.",
        [("media", None), ("anonymous_official", "NOR")],
    ),
    (
        "Norway has sold 12 tanks to Kenya, the Mombasa Courier reported. Its information came from two Kenyan army officers.",
        [("media", None), ("anonymous_official", "KEN")],
    ),
    (
        "Iran has shipped 200 rockets to Sudan, according to a UN panel of experts. The panel's account rests on the testimony of a port official.",
        [("organisation", "UN"), ("anonymous_official", None)],
    ),
    (
        "Sweden has sent three radars to Georgia, the Oslo Herald said. The report was based on interviews with three dockers, who had seen the crates.",
        [("media", None), ("other", None)],
    ),
    (
        "Jordan sent 30 armoured cars to Libya, the colonel said. Army intelligence had learned this from a captured smuggler, he added.",
        [("anonymous_official", "JOR"), ("government_body", "JOR"), ("other", None)],
    ),
    (
        "Serbia has shipped mortars to Armenia, the agency Kavkaz Lens reported. The agency attributed the information to a Serbian diplomat.",
        [("media", None), ("anonymous_official", "SRB")],
    ),
    (
        "Pakistan has sold rockets to Azerbaijan, the Indian defence minister said. The minister said he had this from Washington.",
        [("named_official", "IND"), ("government_body", "USA")],
    ),
    (
        "Pakistan has sold rockets to Azerbaijan, the Indian defence minister said. He said he had been informed of it by Washington.",
        [("named_official", "IND"), ("government_body", "USA")],
    ),
    (
        "Pakistan has sold rockets to Azerbaijan, the Indian defence minister said on Friday. She had been told so by her Turkish counterpart.",
        [("named_official", "IND"), ("named_official", "TUR")],
    ),
    (
        "Pakistan has sold rockets to Azerbaijan, the Indian defence minister said, adding that he had been informed of it by Washington.",
        [("named_official", "IND"), ("government_body", "USA")],
    ),
    (
        "The Indian defence minister said Pakistan had sold rockets to Azerbaijan, saying he had been informed of the sale by Washington.",
        [("named_official", "IND"), ("government_body", "USA")],
    ),
    (
        "The charity Spearwatch says that Bulgaria sold 4,000 mortar rounds to Mali. Its findings are based on shipping records from the port of Burgas.",
        [("organisation", "org:Spearwatch"), ("document", None)],
    ),
    (
        "Bulgaria sold 4,000 mortar rounds to Mali, the Danish weekly Havnen wrote. The magazine named as its source a retired Bulgarian colonel.",
        [("media", None), ("anonymous_official", "BGR")],
    ),
    (
        "Bulgaria sold 4,000 mortar rounds to Mali, the Danish weekly Havnen wrote. Its source was a former port inspector.",
        [("media", None), ("other", None)],
    ),
    (
        "Chad has received 15 drones from Turkey, the Lagos Inquirer reported on Sunday. It cited customs data.",
        [("media", None), ("document", None)],
    ),
    (
        "Chad has received 15 drones from Turkey, the Lagos Inquirer reported. The newspaper had this from a Turkish diplomat.",
        [("media", None), ("anonymous_official", "TUR")],
    ),
    (
        "Chad has received 15 drones from Turkey, Radio Tana reported. The station said it had obtained the information from Chadian military sources.",
        [("media", None), ("anonymous_official", "TCD")],
    ),
    (
        "Chad has received 15 drones from Turkey, Radio Tana reported. The station relied on an account by a truck driver.",
        [("media", None), ("other", None)],
    ),
    (
        "Poland is to sell 40 howitzers to Peru, the Lima weekly Altura writes. According to the magazine, the information comes from a Peruvian general.",
        [("media", None), ("anonymous_official", "PER")],
    ),
    (
        "Poland has sold 40 howitzers to Peru, the Lima weekly Altura writes. The claim originates with two Polish lawmakers.",
        [("media", None), ("anonymous_official", "POL")],
    ),
    (
        "Poland has sold 40 howitzers to Peru, the Lima weekly Altura writes. The story is attributed to a senior Polish official.",
        [("media", None), ("anonymous_official", "POL")],
    ),
    (
        "Greece delivered six helicopters to Cyprus, Foreign Minister Nikos Petrou of Greece said. He had learned of the delivery from the Cypriot ambassador.",
        [("named_official", "GRC"), ("named_official", "CYP")],
    ),
    (
        "Egypt received 10 fighter jets from France, the Cairo broadcaster Nile Wave said. The broadcaster based its report on a letter by the French defence ministry.",
        [("media", None), ("document", "FRA")],
    ),
    (
        "Egypt received 10 fighter jets from France, the Cairo broadcaster Nile Wave said. Its report drew on conversations with two French engineers.",
        [("media", None), ("other", None)],
    ),
    (
        "Egypt received 10 fighter jets from France, the Cairo broadcaster Nile Wave said. It did so on the strength of an internal memo of the French air force.",
        [("media", None), ("document", "FRA")],
    ),
    (
        "Vietnam bought 20 missiles from India, the Hanoi Courier reported. As its sources it gave two Indian naval officers.",
        [("media", None), ("anonymous_official", "IND")],
    ),
    (
        "Vietnam bought 20 missiles from India, the Hanoi Courier reported. The paper quoted a statement by the Indian navy.",
        [("media", None), ("document", "IND")],
    ),
    (
        "Vietnam bought 20 missiles from India, the Hanoi Courier reported. In support, the paper quoted an unnamed Indian official.",
        [("media", None), ("anonymous_official", "IND")],
    ),
    (
        "Vietnam bought 20 missiles from India, the Manila Sentinel reported. The newspaper cited the Hanoi Courier, which had spoken to an Indian admiral.",
        [("media", None), ("media", None), ("anonymous_official", "IND")],
    ),
    (
        "Rwanda gave 500 rifles to the rebels, the Congolese army said. It based the accusation on the statements of two captured fighters.",
        [("government_body", "COD"), ("other", None)],
    ),
    (
        "Cuba has sent 40 trucks and 300 rifles to Nicaragua, the opposition lawmaker Rosa Ibarra said. She had it from relatives in the Nicaraguan army, she told reporters.",
        [("named_official", "CUB"), ("other", None)],
    ),
    (
        "Israel sold radars to Morocco, the Rabat Star reported. The information was passed to the newspaper by a Moroccan diplomat.",
        [("media", None), ("anonymous_official", "MAR")],
    ),
    (
        "Israel sold radars to Morocco, the Rabat Star reported. The newspaper's information stems from an Israeli defence official who asked not to be named.",
        [("media", None), ("anonymous_official", "ISR")],
    ),
    (
        "The Rabat Star reported that Israel had sold radars to Morocco. A Moroccan diplomat was given as the source.",
        [("media", None), ("anonymous_official", "MAR")],
    ),
    (
        "The Rabat Star reported that Israel had sold radars to Morocco. The report cites the website Negev Lens, which refers to a post by an Israeli lawmaker.",
        [("media", None), ("media", None), ("anonymous_official", "ISR")],
    ),
    (
        "The weekly Lantern of Skopje reported on Tuesday that Croatia had sold Ghana 600 rifles. In doing so it cited the Zagreb portal Jadran Watch, which in turn had the news from a customs officer.",
        [("media", None), ("media", None), ("anonymous_official", None)],
    ),
    (
        "Croatia sold Ghana 600 rifles, the Skopje weekly Lantern wrote. It referred to the Zagreb portal Jadran Watch, which had interviewed a Croatian exporter.",
        [("media", None), ("media", None), ("other", None)],
    ),
    (
        "Belarus has delivered four radars to Laos, the Minsk station Radio Svisloch said. It referred to sources in the Laotian general staff.",
        [("media", None), ("anonymous_official", "LAO")],
    ),
    (
        "Belarus has delivered four radars to Laos, a Thai lawmaker told the Bangkok Herald. He had learned this from a Laotian officer.",
        [("media", None), ("anonymous_official", "THA"), ("anonymous_official", "LAO")],
    ),
    (
        "Brazil gave Haiti 50 armoured vehicles, the Recife Tribune reported. It had the information from a naval attache, it said.",
        [("media", None), ("anonymous_official", None)],
    ),
    (
        "Brazil gave Haiti 50 armoured vehicles, the Recife Tribune reported.\n\nThe newspaper cited a diplomat who was not authorised to speak publicly.",
        [("media", None), ("anonymous_official", None)],
    ),
    (
        "Brazil gave Haiti 50 armoured vehicles, the Recife Tribune reported. The paper said its information came from a Haitian police commander.",
        [("media", None), ("anonymous_official", "HTI")],
    ),
    (
        "Brazil gave Haiti 50 armoured vehicles, the Recife Tribune said. It attributed its report to two people briefed on the transfer.",
        [("media", None), ("anonymous_official", None)],
    ),
    (
        "Ecuador will buy 12 helicopters from Italy, Defence Minister Ines Arroyo told Radio Cumbre. She said the Italian ambassador had told her so.",
        [("media", None), ("named_official", "ECU"), ("named_official", "ITA")],
    ),
    (
        "Ecuador will buy 12 helicopters from Italy, the newspaper El Paramo reported. The newspaper was told of the deal by two members of the defence committee.",
        [("media", None), ("anonymous_official", "ECU")],
    ),
    (
        "Latvia has bought 20 howitzers from Austria, according to the Riga Observer. The newspaper's report rests on a procurement document.",
        [("media", None), ("document", None)],
    ),
    (
        "Latvia has bought 20 howitzers from Austria, according to the Riga Observer. It cites a procurement document.",
        [("media", None), ("document", None)],
    ),
    (
        "Iran sent 300 drones to Ethiopia, a Western official told the Asmara Post. The official said the finding was based on intercepted messages.",
        [("media", None), ("anonymous_official", "grp:west")],
    ),
    (
        "Iran sent 300 drones to Ethiopia, the Asmara Post reported. The allegation comes from a former Ethiopian colonel who now lives in Canada.",
        [("media", None), ("anonymous_official", "ETH")],
    ),
    (
        "Iran sent 300 drones to Ethiopia, the Asmara Post reported, and it named two mechanics as its sources.",
        [("media", None), ("other", None)],
    ),
    (
        "Germany has sent Jordan 25 trucks and 4,000 rifles, a Jordanian general told the Amman Mail. He said he had it from the German embassy.",
        [("media", None), ("anonymous_official", "JOR"), ("government_body", "DEU")],
    ),
    (
        "The Sudanese army said that Chad had sent rifles to the rebels. The army had been informed of the shipments by Cairo.",
        [("government_body", "SDN"), ("government_body", "EGY")],
    ),
    (
        "The Sudanese army said that Chad had sent rifles to the rebels. Egypt had informed it of the shipments.",
        [("government_body", "SDN"), ("government_body", "EGY")],
    ),
    (
        "Chad has sent rifles to the rebels, said Sudan's information minister, who had been told so by his Egyptian counterpart.",
        [("named_official", "SDN"), ("named_official", "EGY")],
    ),
    (
        "Having been told so by Cairo, Sudan's information minister said that Chad had sent rifles to the rebels.",
        [("named_official", "SDN"), ("government_body", "EGY")],
    ),
    (
        "Sudan's information minister said that Chad had sent rifles to the rebels and that he had learned this from Cairo.",
        [("named_official", "SDN"), ("government_body", "EGY")],
    ),
    (
        "Kenya bought 30 tanks from Poland, the Nairobi Lens reported. The agency also quoted the Polish ambassador.",
        [("media", None), ("named_official", "POL")],
    ),
    (
        "Kenya bought 30 tanks from Poland, the site Nairobi Lens reported. It quoted the Polish ambassador as confirming the sale.",
        [("media", None), ("named_official", "POL")],
    ),
    (
        "Bulgaria has delivered 6,000 mortar rounds to Niger, the weekly Balkan Courier reported on Wednesday. The magazine's sources are two officials at the port of Burgas.",
        [("media", None), ("anonymous_official", None)],
    ),
    (
        "Bulgaria has delivered 6,000 mortar rounds to Niger, the weekly Balkan Courier reported on Wednesday. The information, the magazine said, came from a Bulgarian customs officer.",
        [("media", None), ("anonymous_official", "BGR")],
    ),
    (
        "Bulgaria has delivered 6,000 mortar rounds to Niger, the weekly Balkan Courier reported. According to the magazine, its information comes from a Bulgarian customs officer.",
        [("media", None), ("anonymous_official", "BGR")],
    ),
    (
        "Bulgaria has delivered 6,000 mortar rounds to Niger, the weekly Balkan Courier reported, adding that its information came from a Bulgarian customs officer.",
        [("media", None), ("anonymous_official", "BGR")],
    ),
    (
        "Bulgaria has delivered 6,000 mortar rounds to Niger, the weekly Balkan Courier reported, attributing the information to a Bulgarian customs officer.",
        [("media", None), ("anonymous_official", "BGR")],
    ),
    (
        "Bulgaria has delivered 6,000 mortar rounds to Niger, the Balkan Courier said, naming a customs officer as its source.",
        [("media", None), ("anonymous_official", None)],
    ),
    (
        "Bulgaria has delivered 6,000 mortar rounds to Niger, the Balkan Courier said. It quotes from a letter by the Bulgarian economy minister.",
        [("media", None), ("document", "BGR")],
    ),
    (
        "Bulgaria has delivered 6,000 mortar rounds to Niger, the Balkan Courier said. It had interviewed two dockers.",
        [("media", None), ("other", None)],
    ),
    (
        "Bulgaria has delivered 6,000 mortar rounds to Niger, the Balkan Courier said. A Bulgarian customs officer had told the newspaper of the delivery.",
        [("media", None), ("anonymous_official", "BGR")],
    ),
    (
        "South Sudan bought 30 armoured vehicles from a Ukrainian firm, a UN panel of experts says. The finding rests on invoices that a former adviser to the president had handed to the panel.",
        [("organisation", "UN"), ("document", None)],
    ),
    (
        "South Sudan bought 30 armoured vehicles from Slovakia, a UN panel of experts says. The panel had obtained the invoice.",
        [("organisation", "UN"), ("document", None)],
    ),
    (
        "Mali received six helicopters from Russia, Foreign Minister Ibrahim Keita told state radio. He had been informed of the arrival by the army, he said.",
        [("state_media", None), ("named_official", "MLI"), ("government_body", "MLI")],
    ),
    (
        "Mali received six helicopters from Russia, a Western diplomat said. His government had been told so by the Malian army.",
        [("anonymous_official", "grp:west"), ("government_body", "grp:west"), ("government_body", "MLI")],
    ),
    (
        "Mali received six helicopters from Russia, the French defence minister said. Paris had learned this from its ambassador in Bamako, he added.",
        [("named_official", "FRA"), ("government_body", "FRA"), ("named_official", "FRA")],
    ),
    (
        "The agency Sahel Info, which cites two Malian officers, reports that Russia has given Mali six helicopters. It also says the pilots are Russian.",
        [("media", None), ("anonymous_official", "MLI")],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, the Yangon site Irrawaddy Lens reported. The site cites a defector, Captain Aung Min. The defence ministry in Belgrade called the report false.",
        [("media", None), ("other", None)],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, two officials said. They had been informed of it by the manufacturer.",
        [("anonymous_official", None), ("organisation", None)],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, according to two Thai officials. They cited shipping data.",
        [("anonymous_official", "THA"), ("document", None)],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, according to the Thai army. The army says it has this from a deserter.",
        [("government_body", "THA"), ("other", None)],
    ),
]

# what follows tells of something else, or takes sides
NOT_GOING_ON = [
    (
        "The Mombasa Courier reported that Norway had sold tanks to Kenya. It also cited a Swedish diplomat as saying that Sweden had sold rifles to Chad.",
        [("media", None)],
    ),
    (
        "The Mombasa Courier reported that Norway had sold tanks to Kenya. In a separate report, the paper cited two teachers on the school strike.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Norwegian defence ministry said. It cited the threat of piracy.",
        [("government_body", "NOR")],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported. It rained in Nairobi that day, a farmer said.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported. The audit report on the country's roads was based on interviews with drivers.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported. The money came from two Gulf banks.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported. Its information office is run by two former officers.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported.\n\nIn Lagos, the agency Drin cited a minister on wheat prices.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Norwegian defence minister said. He had been informed of a fire at the port by the police.",
        [("named_official", "NOR")],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported. It cited a lawmaker who called the deal a scandal.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported. The tanks came from two depots in Trondheim.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Kenyan defence minister said. The army learned from the war in Sudan.",
        [("named_official", "KEN")],
    ),
    (
        "Norway has sold tanks to Kenya, the Kenyan defence minister said. He had this house from his father.",
        [("named_official", "KEN")],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported. The report did not name its sources.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported. It did not cite any officials.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Mombasa Courier reported. The Oslo Herald had quoted the minister on the budget a week earlier.",
        [("media", None)],
    ),
    (
        "Norway has sold tanks to Kenya, the Kenyan army said. The price was based on a study by a bank.",
        [("government_body", "KEN")],
    ),
    (
        "Norway has sold tanks to Kenya, Norwegian officials said. The crews were told by their commander to rest.",
        [("anonymous_official", "NOR")],
    ),
    (
        "Norway sold tanks to Kenya, the Oslo Herald said. It was not clear where the newspaper's information came from.",
        [("media", None)],
    ),
    (
        "Norway sold tanks to Kenya, the Oslo Herald said. The Norwegian government attributed the delay to a strike of dockers.",
        [("media", None)],
    ),
    (
        "Norway sold tanks to Kenya, the Kenyan defence minister said. His office cited a shortage of drivers.",
        [("named_official", "KEN")],
    ),
    (
        "Norway sold tanks to Kenya, the Oslo Herald said. Much of the newspaper's income comes from advertisers.",
        [("media", None)],
    ),
    (
        "Norway sold tanks to Kenya, the Oslo Herald said. The newspaper quoted a Kenyan minister as rejecting the report.",
        [("media", None)],
    ),
    (
        "Latvia has bought 20 howitzers from Austria, according to the Riga Observer. The source is said to be an Austrian engineer.",
        [("media", None)],
    ),
    (
        "Iran sent 300 drones to Ethiopia, Western officials said. The assessment was based on satellite images.",
        [("anonymous_official", "grp:west")],
    ),
    (
        "Kenya bought 30 tanks from Poland, the site Nairobi Lens reported. It quoted the Polish ambassador as denying the sale.",
        [("media", None)],
    ),
    (
        "Kenya bought 30 tanks from Poland, the site Nairobi Lens reported. It quoted the Polish ambassador as saying that Poland had sold rifles to Chad.",
        [("media", None)],
    ),
    (
        "Kenya bought 30 tanks from Poland, the site Nairobi Lens reported. The site later cited a farmer about the drought.",
        [("media", None)],
    ),
    (
        "Kenya bought 30 tanks from Poland, the site Nairobi Lens reported. The report caused anger in Warsaw.",
        [("media", None)],
    ),
    (
        "Kenya bought 30 tanks from Poland, the site Nairobi Lens reported. The news came from Nairobi as ministers met in Warsaw.",
        [("media", None)],
    ),
    (
        "Kenya bought 30 tanks from Poland, the site Nairobi Lens reported. The claims come from a time when prices were low.",
        [("media", None)],
    ),
    (
        "Kenya bought 30 tanks from Poland, the site Nairobi Lens reported. This came as Polish officials visited Nairobi.",
        [("media", None)],
    ),
    (
        "Kenya bought 30 tanks from Poland, the Kenyan army said. It learned of the crash from a shepherd.",
        [("government_body", "KEN")],
    ),
    (
        "Kenya bought 30 tanks from Poland, the Kenyan army said. It got the money from a Gulf bank.",
        [("government_body", "KEN")],
    ),
    (
        "Kenya bought 30 tanks from Poland, a Kenyan general said. He had been told by his doctors to rest.",
        [("anonymous_official", "KEN")],
    ),
    (
        "Kenya bought 30 tanks from Poland, a Kenyan general said. He has been briefed on the war by his officers.",
        [("anonymous_official", "KEN")],
    ),
    (
        "Kenya bought 30 tanks from Poland, the Kenyan army said. The opposition cited a report by auditors.",
        [("government_body", "KEN")],
    ),
    (
        "Kenya bought 30 tanks from Poland, the Kenyan army said. The Nairobi Lens cited a different figure, quoting an auditor.",
        [("government_body", "KEN")],
    ),
    (
        "Kenya bought 30 tanks from Poland, the Nairobi Lens reported. It may be based on a misunderstanding, a Polish official said.",
        [("media", None)],
    ),
    (
        "Kenya bought 30 tanks from Poland, the Nairobi Lens reported. The account could not be confirmed from other sources.",
        [("media", None)],
    ),
    (
        "Mali received six helicopters from Russia, a Malian officer said, citing what his commander had told him.",
        [("anonymous_official", "MLI")],
    ),
    (
        "Mali received six helicopters from Russia, the French defence minister said. French intelligence had intercepted a message about it.",
        [("named_official", "FRA")],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, the Yangon site Irrawaddy Lens reported. The Serbian embassy cited by the site did not reply.",
        [("media", None)],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, the Yangon site Irrawaddy Lens reported. The Bangkok Mirror cited a Thai general as saying that Thailand had refused to sell radars.",
        [("media", None)],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, the Yangon site Irrawaddy Lens reported. It cited a Serbian minister, who said that Serbia had sold rifles to Laos.",
        [("media", None)],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, the Serbian defence minister said. The minister had been told of the complaint by his lawyers.",
        [("named_official", "SRB")],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, the Serbian defence minister said. The information ministry received the money from China.",
        [("named_official", "SRB")],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, the Serbian defence minister said. He based his decision on the advice of the army.",
        [("named_official", "SRB")],
    ),
    (
        "Serbia sold 200 mortars to Myanmar, two Thai officials said. They attributed the information to an intercepted telephone call.",
        [("anonymous_official", "THA")],
    ),
    (
        "Poland has sold 40 howitzers to Peru, the Lima weekly Altura writes. This was confirmed to the magazine by a Polish official.",
        [("media", None)],
    ),
    (
        "Norway has sold 12 tanks to Kenya, Kenyan officials said. The Mombasa Courier, which reported the sale on Monday, cited a port official.",
        [("anonymous_official", "KEN")],
    ),
]


@pytest.mark.parametrize(("text", "chain"), [*GOING_ON, *NOT_GOING_ON])
def test_the_chain_of_the_first_claim(reader: Any, text: str, chain: Chain) -> None:
    claim = claims(reader, text)[0]
    assert [(source.source_class.value, source.actor) for source in claim.attribution] == chain
