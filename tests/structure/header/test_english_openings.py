"""What the English sentence that opens a report tells of its own meeting, and what it cites of others."""

from __future__ import annotations

import pytest
from opening_facts import read_opening


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            {"city": "Antalya", "session": 26, "date": "2010-05-10", "date_end": "2010-05-12"},
            "Antalya, Turkey, received on 10-12 May 2010 the 26th Session of the COMCEC, to which 11 states sent their millers.",
        ),
        (
            {"city": "Dakar", "body_id": "cfm", "date": "2031-05-05"},
            "The Ministers of the Council of Foreign Ministers of the OIC began, on Monday 5 May 2031, in Dakar, their proceedings.",
        ),
        (
            {"city": None, "date": None},
            "The Secretary General received on 10 May 2031 in Dakar the chairman of the millers, and thanked the next Session for its flour.",
        ),
        ({"city": None}, "The Group welcomed on 10 May 2031 the millers of Dakar."),
        (
            {"city": "Fez", "session": 10, "date": "1979-05-08", "date_end": "1979-05-12"},
            "In accordance with the Resolution adopted by the Ninth Islamic Conference of Foreign Ministers held in Dakar, (the Republic of Senegal) and in response to the kind invitation extended by the Kingdom of Morocco, the Tenth Islamic Conference of Foreign Ministers was held in Fez, Kingdom of Morocco from, 10-14 Jumad Al Thani 1399 H. (8-12 May1979).",
        ),
        (
            {"city": "Istanbul", "session": 7, "date": "1976-05-12"},
            "The Seventh Islamic Conference of Foreign Ministers, convened in its Seventh Session held in Istanbul, Republic of Turkey, from 13-16 Jumad al Awal, 1396 H (12-15 May, 1976), in accordance with the decision of the Sixth Islamic Conference of Foreign Ministers, Jeddah, and at the invitation of the Government of Turkey.",
        ),
        (
            {"city": "Dakar", "session": 11, "date": "2008-03-13", "country_iso2": "SN"},
            "In response to the kind invitation of H.E. Mr. A. W., President of the Republic of Senegal, the Eleventh Session of the Islamic Summit Conference, Session of the Muslim Ummah in the 21st Century, was convened in Dakar, capital of the Republic of Senegal, on 6-7 Rabiul Awwal 1429 H.(13-14 March 2008).",
        ),
        (
            {"city": "Ouagadougou", "session": 26, "date": "1999-06-28", "date_end": "1999-07-01"},
            "In response to the kind invitation by His Excellency the President, the Twenty-Sixth Session of the Islamic Conference of Foreign Ministers (Session of Peace) convened in the city of Ouagadougou – capital of Burkina Faso – from 15 to 18 Rabi’ul Awal 1420H, (28 June – 01 July 1999).",
        ),
        (
            {"city": "Istanbul", "session": 13, "body_id": "is"},
            "The Heads of State and Government of the Member States of the OIC held their Summit (13th Islamic Summit titled ‘Unity and Peace’) in Istanbul, Republic of Turkey. The Summit was chaired by H.E. the President.",
        ),
        (
            {"city": "Banjul", "session": 15, "body_id": "is"},
            "At the kind invitation and under the chairmanship of H.E. A. B., President of the Republic of The Gambia, the Heads of State and Government of the Member States held the 15th Session of the Islamic Summit Conference (Banjul Summit: Strengthening Unity) in Banjul, Republic of The Gambia.",
        ),
        (
            {"city": "Islamabad", "session_kind": "extraordinary", "date": "2021-12-19"},
            "The 17th Extraordinary Session of the Council of Foreign Ministers on the humanitarian situation in Afghanistan was held in Islamabad on 19 December 2021.",
        ),
        (
            {"city": "Jeddah", "date": "2018-01-21"},
            "The Council of Foreign Ministers, following the decision of the Executive Committee taken in Istanbul on 13 December 2017, met in Jeddah on 21 January 2018.",
        ),
        (
            {"city": "Rabat", "date": "1990-05-02"},
            "Since the last session held in Tunis in March 1989, the situation has changed. The Islamic Conference of Foreign Ministers met in Rabat from 2 to 4 May 1990.",
        ),
        (
            {"city": None, "date": None},
            "The Meeting recalled that the Tenth Session was held in Dakar on 3 May 1990.",
        ),
        (
            {"city": None, "date": None},
            "The Meeting took note that the next session of the Council of Foreign Ministers will be held in Kampala on 5 June 2018.",
        ),
        (
            {"city": "Riyadh"},
            "The Contact Group on Yemen met at the King Faisal Conference Hall in Riyadh on 3 May 2017 to consider the attack in Istanbul.",
        ),
        (
            {"city": "New York", "date": "2019-09-25", "session": None},
            "The OIC Contact Group on Mali met on the sidelines of the 74th Session of the UN General Assembly in New York on 25 September 2019.",
        ),
        (
            {"city": "Dhaka", "date": None, "body_id": "cg-mali"},
            "The OIC Contact Group on Mali met on the sidelines of the 45th Session of the Council of Foreign Ministers in Dhaka from 5 to 6 May 2018.",
        ),
        (
            {"city": None, "date": None},
            "The Executive Committee held an open-ended meeting to discuss the bombing in Beirut on 4 August 2020.",
        ),
        (
            {"city": "Jeddah", "date": "2017-08-01"},
            "The Executive Committee held an extraordinary meeting on the situation in Jerusalem in Jeddah on 1 August 2017.",
        ),
        (
            {"city": "Kuala Lumpur", "date": "2017-01-19"},
            "At the invitation of the Government of Malaysia, the Council of Foreign Ministers held an Extraordinary Session in Kuala Lumpur on Thursday, 19 January 2017 on the situation of the Rohingya.",
        ),
        (
            {"city": "Baghdad", "session": 12},
            "Pursuant to the decision of the Summit held in Makkah, Kingdom of Saudi Arabia, in January 1981 and to the resolution of the Eleventh Conference which met in Islamabad in May 1980, the Twelfth Islamic Conference of Foreign Ministers met in Baghdad from 1 to 5 June 1981.",
        ),
        (
            {"city": "Doha", "date": "2012-05-07"},
            "On 7 May 2012, in Doha, the Contact Group on Palestine held its second meeting.",
        ),
        ({"city": "Doha"}, "Doha hosted on 7 May 2012 the meeting of the Contact Group on Palestine."),
        (
            {"city": "Jeddah", "session": 3, "body_id": "mc-health"},
            "The Third Session of the Islamic Conference of Health Ministers was held in Jeddah, Kingdom of Saudi Arabia, from 29 September to 1 October 2011.",
        ),
        (
            {"city": "Ankara", "session": 23, "session_kind": None, "meeting_id": "comcec-2007-05-29"},
            "The Twenty Third Meeting of the Follow-up Committee of the Standing Committee for Economic and Commercial Cooperation of the OIC (COMCEC) was held in Ankara on 29-31 May 2007.",
        ),
        (
            {"city": "Riyadh", "date": "2023-11-11", "body_id": "eis"},
            "We, the leaders of the member states of the OIC, having met in Riyadh on 11 November 2023 in the Joint Arab-Islamic Extraordinary Summit at the gracious invitation of the Custodian of the Two Holy Mosques,",
        ),
        (
            {"city": "Jeddah", "date": "2024-03-05"},
            "The Extraordinary Session of the Council of Foreign Ministers, held on 5 March 2024 at the headquarters of the General Secretariat in Jeddah to discuss the ongoing Israeli aggression in Gaza and the displacement in Rafah,",
        ),
        (
            {"city": "Jeddah", "date": "2024-03-05"},
            "On 5 March 2024, the OIC Council of Foreign Ministers convened an Extraordinary Session in Jeddah, Saudi Arabia, following the events of 29 February 2024 in Gaza City.",
        ),
        (
            {"city": "Cairo", "date": "2013-02-06", "session": 12},
            "The 12th Session of the Islamic Summit Conference convened in Cairo, Arab Republic of Egypt, on 6-7 February 2013, succeeding the 11th Session held in Dakar, Senegal, on 13-14 March 2008.",
        ),
        (
            {"city": "Astana", "session": 38},
            "The thirty-eighth session of the CFM was held in Astana, which had hosted in 2005 the conference on dialogue, from 28 to 30 June 2011.",
        ),
        (
            {"date": "2011-06-28", "city": "Astana"},
            "The CFM, at its 38th session held in Astana, Republic of Kazakhstan, from 26 to 28 Rajab 1432H (28-30 June 2011), adopted the following declaration:",
        ),
        (
            {"city": "New York", "venue": "UN Headquarters", "date": "2014-09-26"},
            "The Ministers of Foreign Affairs of the OIC Member States held their Annual Coordination Meeting at the United Nations Headquarters in New York, on 26 September 2014, during the 69th Session of the UN General Assembly.",
        ),
        (
            {"city": "Istanbul", "date": "2009-11-05"},
            "The 25th session of COMCEC was held in Istanbul from 5 to 9 November 2009 in accordance with the resolution taken at its 24th session held in Istanbul from 20 to 24 October 2008.",
        ),
        (
            {"city": "Tashkent", "session": None, "body_id": "cg-yemen"},
            "The Contact Group on Yemen met in Tashkent, on 18 October 2016, as requested by the 13th Islamic Summit in Istanbul.",
        ),
        (
            {"city": None, "date": None},
            "The Secretary General welcomed the participants and thanked the Government of Egypt which hosted the Summit in Cairo on 6 February 2013.",
        ),
        (
            {"city": None, "date": None, "session": None},
            "Recalling the resolution of the Thirtieth Session held in Tehran on 28 May 2003,",
        ),
        (
            {"city": "Niamey", "session": 47, "date": "2020-11-27"},
            "Held under the theme 'United against Terrorism', the 47th Session of the Council of Foreign Ministers met in Niamey, Republic of Niger, on 27-28 November 2020.",
        ),
        (
            {"city": "Makkah", "session": 14},
            "The Fourteenth Session of the Islamic Summit Conference (Makkah Al-Mukarramah Summit: Hand in Hand towards the Future) was held in Makkah Al-Mukarramah, Kingdom of Saudi Arabia, on 26 Ramadan 1440H (31 May 2019), fifty years after the first Summit in Rabat.",
        ),
        (
            {"city": "Jeddah"},
            "The Islamic Committee for the International Crescent met at the Jeddah Hilton Hotel in Jeddah on 3 May 2016.",
        ),
        (
            {"city": None, "country_iso2": "KW", "date": "2015-05-27"},
            "The Council of Foreign Ministers, meeting in Kuwait on 27 May 2015 at its forty-second session,",
        ),
        (
            {"city": "Doha", "body_id": "is", "session": 9},
            "The Ninth Session of the Islamic Summit Conference was convened in Doha, State of Qatar, from 12 to 13 November 2000 at the invitation of H.H. the Emir and in conformity with the decision of the 8th Summit, held in Tehran in December 1997.",
        ),
        (
            {"city": "Rabat", "date": "1969-09-22", "date_end": "1969-09-25"},
            "The Heads of State and Government of the Islamic countries met in Rabat from 22 to 25 September 1969, following the arson at Al-Aqsa Mosque in Jerusalem on 21 August 1969.",
        ),
        (
            {"city": None, "date": None, "body_id": "excom"},
            "The OIC Executive Committee met to examine the attack on the embassy in Tehran on 2 January 2016.",
        ),
        (
            {"city": "Jeddah", "date": "2016-01-21"},
            "The Council of Foreign Ministers held an extraordinary meeting at the seat of the OIC General Secretariat in Jeddah on 21 January 2016 on the attacks against the Saudi missions in Tehran and Mashhad on 2 January 2016.",
        ),
        (
            {"city": "Baghdad"},
            "Baghdad, capital of the Republic of Iraq, hosted from 1 to 5 June 1981 the Twelfth Islamic Conference of Foreign Ministers.",
        ),
        (
            {"date": "2012-08-14", "date_end": "2012-08-15", "city": "Makkah", "session": 4, "body_id": "eis"},
            "Upon the invitation of the Custodian of the Two Holy Mosques, the Fourth Extraordinary Session of the Islamic Summit Conference was held in Makkah Al-Mukarramah on 26-27 Ramadan 1433H corresponding to 14-15 August 2012.",
        ),
        (
            {"city": "Niamey", "session": None, "body_id": "cg-jammu-kashmir"},
            "The OIC Contact Group on Jammu and Kashmir met in Niamey on 26 November 2020 prior to the 47th Session of the Council of Foreign Ministers.",
        ),
        (
            {"session": 6, "city": "Jeddah"},
            "The Sixth Session of the Islamic Conference of Health Ministers, attended by 45 Member States and opened by the Minister of Health of Indonesia, Chair of the Fifth Session held in Istanbul in 2015, took place in Jeddah from 5 to 7 December 2017.",
        ),
        (
            {"session": 44, "city": "Abidjan"},
            "After the successful conclusion of the 43rd Session in Tashkent, the 44th Session of the Council of Foreign Ministers was held in Abidjan, Republic of Cote d'Ivoire, on 10 and 11 July 2017.",
        ),
        (
            {"city": "Islamabad", "date": "2022-03-22"},
            "The Council of Foreign Ministers met in Islamabad on 22-23 March 2022. The previous session was held in Niamey on 27 November 2020.",
        ),
        (
            {"city": "Geneva", "country_iso2": "CH"},
            "The Contact Group on Bosnia and Herzegovina met in Geneva, Switzerland, on 6 January 1995 at the level of Ambassadors.",
        ),
        (
            {"city": "New York", "date": "2001-11-15", "body_id": "acm"},
            "The Annual Coordination Meeting of the Ministers for Foreign Affairs was convened on 15 November 2001 at the United Nations Headquarters in New York under the chairmanship of H.E. Sheikh H. of Qatar, Chairman of the 9th Islamic Summit in Doha.",
        ),
    ],
)
def test_facts_of_an_opening_sentence(facts, sentence):
    header = read_opening("preamble", sentence, "en")
    assert {name: getattr(header, name) for name in facts} == facts
