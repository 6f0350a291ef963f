"""What the sentence that opens a report tells of its own meeting, and what it cites of others."""

from __future__ import annotations

import pytest

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


@pytest.mark.parametrize(
    ("language", "facts", "sentence"),
    [
        (
            "en",
            {"city": "Fez", "session": 10, "date": "1979-05-08", "date_end": "1979-05-12"},
            "In accordance with the Resolution adopted by the Ninth Islamic Conference of Foreign Ministers held in Dakar, (the Republic of Senegal) and in response to the kind invitation extended by the Kingdom of Morocco, the Tenth Islamic Conference of Foreign Ministers was held in Fez, Kingdom of Morocco from, 10-14 Jumad Al Thani 1399 H. (8-12 May1979).",
        ),
        (
            "en",
            {"city": "Istanbul", "session": 7, "date": "1976-05-12"},
            "The Seventh Islamic Conference of Foreign Ministers, convened in its Seventh Session held in Istanbul, Republic of Turkey, from 13-16 Jumad al Awal, 1396 H (12-15 May, 1976), in accordance with the decision of the Sixth Islamic Conference of Foreign Ministers, Jeddah, and at the invitation of the Government of Turkey.",
        ),
        (
            "en",
            {"city": "Dakar", "session": 11, "date": "2008-03-13", "country_iso2": "SN"},
            "In response to the kind invitation of H.E. Mr. A. W., President of the Republic of Senegal, the Eleventh Session of the Islamic Summit Conference, Session of the Muslim Ummah in the 21st Century, was convened in Dakar, capital of the Republic of Senegal, on 6-7 Rabiul Awwal 1429 H.(13-14 March 2008).",
        ),
        (
            "en",
            {"city": "Ouagadougou", "session": 26, "date": "1999-06-28", "date_end": "1999-07-01"},
            "In response to the kind invitation by His Excellency the President, the Twenty-Sixth Session of the Islamic Conference of Foreign Ministers (Session of Peace) convened in the city of Ouagadougou – capital of Burkina Faso – from 15 to 18 Rabi’ul Awal 1420H, (28 June – 01 July 1999).",
        ),
        (
            "en",
            {"city": "Istanbul", "session": 13, "body_id": "is"},
            "The Heads of State and Government of the Member States of the OIC held their Summit (13th Islamic Summit titled ‘Unity and Peace’) in Istanbul, Republic of Turkey. The Summit was chaired by H.E. the President.",
        ),
        (
            "en",
            {"city": "Banjul", "session": 15, "body_id": "is"},
            "At the kind invitation and under the chairmanship of H.E. A. B., President of the Republic of The Gambia, the Heads of State and Government of the Member States held the 15th Session of the Islamic Summit Conference (Banjul Summit: Strengthening Unity) in Banjul, Republic of The Gambia.",
        ),
        (
            "en",
            {"city": "Islamabad", "session_kind": "extraordinary", "date": "2021-12-19"},
            "The 17th Extraordinary Session of the Council of Foreign Ministers on the humanitarian situation in Afghanistan was held in Islamabad on 19 December 2021.",
        ),
        (
            "en",
            {"city": "Jeddah", "date": "2018-01-21"},
            "The Council of Foreign Ministers, following the decision of the Executive Committee taken in Istanbul on 13 December 2017, met in Jeddah on 21 January 2018.",
        ),
        (
            "en",
            {"city": "Rabat", "date": "1990-05-02"},
            "Since the last session held in Tunis in March 1989, the situation has changed. The Islamic Conference of Foreign Ministers met in Rabat from 2 to 4 May 1990.",
        ),
        (
            "en",
            {"city": None, "date": None},
            "The Meeting recalled that the Tenth Session was held in Dakar on 3 May 1990.",
        ),
        (
            "en",
            {"city": None, "date": None},
            "The Meeting took note that the next session of the Council of Foreign Ministers will be held in Kampala on 5 June 2018.",
        ),
        (
            "en",
            {"city": "Riyadh"},
            "The Contact Group on Yemen met at the King Faisal Conference Hall in Riyadh on 3 May 2017 to consider the attack in Istanbul.",
        ),
        (
            "en",
            {"city": "New York", "date": "2019-09-25", "session": None},
            "The OIC Contact Group on Mali met on the sidelines of the 74th Session of the UN General Assembly in New York on 25 September 2019.",
        ),
        (
            "en",
            {"city": "Dhaka", "date": None, "body_id": "cg-mali"},
            "The OIC Contact Group on Mali met on the sidelines of the 45th Session of the Council of Foreign Ministers in Dhaka from 5 to 6 May 2018.",
        ),
        (
            "en",
            {"city": None, "date": None},
            "The Executive Committee held an open-ended meeting to discuss the bombing in Beirut on 4 August 2020.",
        ),
        (
            "en",
            {"city": "Jeddah", "date": "2017-08-01"},
            "The Executive Committee held an extraordinary meeting on the situation in Jerusalem in Jeddah on 1 August 2017.",
        ),
        (
            "en",
            {"city": "Kuala Lumpur", "date": "2017-01-19"},
            "At the invitation of the Government of Malaysia, the Council of Foreign Ministers held an Extraordinary Session in Kuala Lumpur on Thursday, 19 January 2017 on the situation of the Rohingya.",
        ),
        (
            "en",
            {"city": "Baghdad", "session": 12},
            "Pursuant to the decision of the Summit held in Makkah, Kingdom of Saudi Arabia, in January 1981 and to the resolution of the Eleventh Conference which met in Islamabad in May 1980, the Twelfth Islamic Conference of Foreign Ministers met in Baghdad from 1 to 5 June 1981.",
        ),
        (
            "en",
            {"city": "Doha", "date": "2012-05-07"},
            "On 7 May 2012, in Doha, the Contact Group on Palestine held its second meeting.",
        ),
        ("en", {"city": "Doha"}, "Doha hosted on 7 May 2012 the meeting of the Contact Group on Palestine."),
        (
            "en",
            {"city": "Jeddah", "session": 3, "body_id": "mc-health"},
            "The Third Session of the Islamic Conference of Health Ministers was held in Jeddah, Kingdom of Saudi Arabia, from 29 September to 1 October 2011.",
        ),
        (
            "ar",
            {"city": "Makkah", "session": 4, "body_id": "eis", "date": "2012-08-14", "date_end": "2012-08-15"},
            "تلبية للدعوة الكريمة الموجهة من خادم الحرمين الشريفين إلى إخوانه رؤساء دول وحكومات البلدان الأعضاء في منظمة التعاون الإسلامي فقد انعقدت الدورة الرابعة لمؤتمر القمة الإسلامي الاستثنائي بمكة المكرمة في 26 و27 رمضان 1433هـ الموافق 14 و15 أغسطس 2012م.",
        ),
        (
            "ar",
            {"city": "Rabat", "session": None, "date": "1990-05-02"},
            "تنفيذا لقرار الدورة السابقة المنعقدة في تونس العاصمة، عقد المؤتمر الإسلامي لوزراء الخارجية دورته في الرباط من 2 إلى 4 مايو 1990.",
        ),
        (
            "ar",
            {"city": "Baghdad", "session": 12, "date": "1981-06-01"},
            "بناء على قرار المؤتمر الإسلامي الحادي عشر لوزراء الخارجية الذي عقد في إسلام آباد وتلبية لدعوة كريمة من حكومة الجمهورية العراقية، عقد المؤتمر الإسلامي الثاني عشر لوزراء الخارجية في بغداد في الفترة من 1 إلى 5 يونيو 1981.",
        ),
        (
            "ar",
            {"city": "Jeddah", "session": 6, "body_id": "mc-health"},
            "عقد المؤتمر الإسلامي السادس لوزراء الصحة في جدة، المملكة العربية السعودية، من 5 إلى 7 ديسمبر 2017.",
        ),
        (
            "ar",
            {"city": "Istanbul", "session": 20, "date": "1991-08-04"},
            "إن المؤتمر الإسلامي العشرين لوزراء الخارجية (دورة الإخاء)، المنعقد في اسطنبول بالجمهورية التركية في الفترة من 24 إلى 28 محرم 1412هـ الموافق 4 ـ 8 أغسطس 1991م،",
        ),
        (
            "ar",
            {"city": "Marrakesh", "session": 20, "body_id": "al-quds"},
            "عقدت لجنة القدس دورتها العشرين في مراكش يومي 17 و18 يناير 2014.",
        ),
        (
            "ar",
            {"city": "Jeddah", "date": "2017-08-01", "session_kind": "extraordinary"},
            "عقدت اللجنة التنفيذية اجتماعا استثنائيا بشأن الاعتداءات في القدس في جدة يوم 1 أغسطس 2017.",
        ),
        ("ar", {"city": None, "date": None}, "أشار الاجتماع إلى أن الدورة العاشرة عقدت في داكار يوم 3 مايو 1990."),
        (
            "ar",
            {"city": "New York", "date": "2018-09-26", "body_id": "cg-somalia", "session": None},
            "عقد فريق الاتصال المعني بالصومال اجتماعه في نيويورك يوم 26 سبتمبر 2018 على هامش الدورة الثالثة والسبعين للجمعية العامة.",
        ),
        (
            "ar",
            {"city": None, "date": None},
            "رحب المجلس باستضافة أوغندا الدورة المقبلة التي ستعقد في كمبالا يوم 5 يونيو 2018.",
        ),
        ("ar", {"city": "Doha"}, "استضافت العاصمة القطرية الدوحة يوم 7 مايو 2012 اجتماع فريق الاتصال المعني بفلسطين."),
        (
            "ar",
            {"city": "Casablanca", "session": 7, "body_id": "is", "date": "1994-12-13"},
            "إن مؤتمر القمة الإسلامي السابع المنعقد في الدار البيضاء بالمملكة المغربية من 11 إلى 13 رجب 1415هـ الموافق 13 - 15 ديسمبر 1994م،",
        ),
        (
            "fr",
            {"city": "Rabat", "date": "1990-05-02"},
            "En application de la décision de la session précédente tenue à Tunis, la Conférence islamique des ministres des Affaires étrangères s'est réunie à Rabat du 2 au 4 mai 1990.",
        ),
        (
            "fr",
            {"city": "Baghdad", "session": 12},
            "Suite à la résolution adoptée par la onzième Conférence islamique des ministres des Affaires étrangères à Islamabad et à l'invitation de la République d'Irak, la douzième Conférence islamique des ministres des Affaires étrangères a tenu ses travaux à Bagdad, République d'Irak, du 1er au 5 juin 1981.",
        ),
        (
            "fr",
            {"city": "Istanbul", "session": 13, "body_id": "is"},
            "Les Chefs d’État et de Gouvernement des États membres de l’OCI ont tenu leur conférence au Sommet (13èmeSommet islamique) à Istanbul, République de Turquie.",
        ),
        (
            "fr",
            {"city": "Jeddah", "date": "2017-08-01"},
            "Le Comité exécutif, réuni en session extraordinaire à Djeddah le 1er août 2017, au niveau ministériel, pour examiner la situation à Al-Qods.",
        ),
        (
            "fr",
            {"city": "Bamako", "session": 28, "date": "2001-06-25", "date_end": "2001-06-29"},
            "La vingt-huitième session de la Conférence islamique des ministres des Affaires étrangères, tenue à Bamako du 25 au 29 juin 2001, conformément à la décision de la vingt-septième session tenue à Kuala Lumpur du 27 au 30 juin 2000.",
        ),
        (
            "fr",
            {"city": None, "date": None},
            "La Réunion a rappelé que la dixième session s'est tenue à Dakar le 3 mai 1990.",
        ),
        (
            "fr",
            {"city": "New York", "date": "2019-09-25", "session": None},
            "Le Groupe de contact sur le Mali s’est réuni à New York le 25 septembre 2019 en marge de la 74ème session de l’Assemblée générale.",
        ),
        (
            "fr",
            {"city": "Conakry", "session": 40},
            "Faisant suite à l'invitation du Gouvernement guinéen, le Conseil des ministres des Affaires étrangères a tenu sa quarantième session à Conakry du 9 au 11 décembre 2013.",
        ),
        (
            "fr",
            {"city": None},
            "Le Conseil a salué l'offre de l'Ouganda ; la prochaine session se tiendra à Kampala le 18 juin 2008.",
        ),
        (
            "en",
            {"city": "Ankara", "session": 23, "session_kind": None, "meeting_id": "comcec-2007-05-29"},
            "The Twenty Third Meeting of the Follow-up Committee of the Standing Committee for Economic and Commercial Cooperation of the OIC (COMCEC) was held in Ankara on 29-31 May 2007.",
        ),
        (
            "en",
            {"city": "Riyadh", "date": "2023-11-11", "body_id": "eis"},
            "We, the leaders of the member states of the OIC, having met in Riyadh on 11 November 2023 in the Joint Arab-Islamic Extraordinary Summit at the gracious invitation of the Custodian of the Two Holy Mosques,",
        ),
        (
            "en",
            {"city": "Jeddah", "date": "2024-03-05"},
            "The Extraordinary Session of the Council of Foreign Ministers, held on 5 March 2024 at the headquarters of the General Secretariat in Jeddah to discuss the ongoing Israeli aggression in Gaza and the displacement in Rafah,",
        ),
        (
            "en",
            {"city": "Jeddah", "date": "2024-03-05"},
            "On 5 March 2024, the OIC Council of Foreign Ministers convened an Extraordinary Session in Jeddah, Saudi Arabia, following the events of 29 February 2024 in Gaza City.",
        ),
        (
            "en",
            {"city": "Cairo", "date": "2013-02-06", "session": 12},
            "The 12th Session of the Islamic Summit Conference convened in Cairo, Arab Republic of Egypt, on 6-7 February 2013, succeeding the 11th Session held in Dakar, Senegal, on 13-14 March 2008.",
        ),
        (
            "en",
            {"city": "Astana", "session": 38},
            "The thirty-eighth session of the CFM was held in Astana, which had hosted in 2005 the conference on dialogue, from 28 to 30 June 2011.",
        ),
        (
            "en",
            {"date": "2011-06-28", "city": "Astana"},
            "The CFM, at its 38th session held in Astana, Republic of Kazakhstan, from 26 to 28 Rajab 1432H (28-30 June 2011), adopted the following declaration:",
        ),
        (
            "en",
            {"city": "New York", "venue": "UN Headquarters", "date": "2014-09-26"},
            "The Ministers of Foreign Affairs of the OIC Member States held their Annual Coordination Meeting at the United Nations Headquarters in New York, on 26 September 2014, during the 69th Session of the UN General Assembly.",
        ),
        (
            "en",
            {"city": "Istanbul", "date": "2009-11-05"},
            "The 25th session of COMCEC was held in Istanbul from 5 to 9 November 2009 in accordance with the resolution taken at its 24th session held in Istanbul from 20 to 24 October 2008.",
        ),
        (
            "en",
            {"city": "Tashkent", "session": None, "body_id": "cg-yemen"},
            "The Contact Group on Yemen met in Tashkent, on 18 October 2016, as requested by the 13th Islamic Summit in Istanbul.",
        ),
        (
            "en",
            {"city": None, "date": None},
            "The Secretary General welcomed the participants and thanked the Government of Egypt which hosted the Summit in Cairo on 6 February 2013.",
        ),
        (
            "en",
            {"city": None, "date": None, "session": None},
            "Recalling the resolution of the Thirtieth Session held in Tehran on 28 May 2003,",
        ),
        (
            "en",
            {"city": "Niamey", "session": 47, "date": "2020-11-27"},
            "Held under the theme 'United against Terrorism', the 47th Session of the Council of Foreign Ministers met in Niamey, Republic of Niger, on 27-28 November 2020.",
        ),
        (
            "en",
            {"city": "Makkah", "session": 14},
            "The Fourteenth Session of the Islamic Summit Conference (Makkah Al-Mukarramah Summit: Hand in Hand towards the Future) was held in Makkah Al-Mukarramah, Kingdom of Saudi Arabia, on 26 Ramadan 1440H (31 May 2019), fifty years after the first Summit in Rabat.",
        ),
        (
            "en",
            {"city": "Jeddah"},
            "The Islamic Committee for the International Crescent met at the Jeddah Hilton Hotel in Jeddah on 3 May 2016.",
        ),
        (
            "en",
            {"city": None, "country_iso2": "KW", "date": "2015-05-27"},
            "The Council of Foreign Ministers, meeting in Kuwait on 27 May 2015 at its forty-second session,",
        ),
        (
            "en",
            {"city": "Doha", "body_id": "is", "session": 9},
            "The Ninth Session of the Islamic Summit Conference was convened in Doha, State of Qatar, from 12 to 13 November 2000 at the invitation of H.H. the Emir and in conformity with the decision of the 8th Summit, held in Tehran in December 1997.",
        ),
        (
            "fr",
            {"city": "Istanbul", "date": "2017-12-13", "body_id": "eis"},
            "Nous, Rois, Chefs d'État et de gouvernement des États membres de l'OCI, réunis à Istanbul le 13 décembre 2017 au Sommet islamique extraordinaire, suite à la déclaration américaine du 6 décembre 2017,",
        ),
        (
            "fr",
            {"city": "Tunis", "date": "2012-11-20"},
            "Le 20 novembre 2012, le Groupe de contact sur la Palestine s'est réuni à Tunis à la suite de l'attaque survenue à Gaza le 14 novembre 2012.",
        ),
        (
            "fr",
            {"city": "Dakar", "session": 3, "body_id": "comiac"},
            "La troisième session du Comité permanent pour l'information et les affaires culturelles (COMIAC) s'est tenue à Dakar, du 7 au 9 mai 1990, en exécution de la résolution de la deuxième session tenue à Dakar en 1985.",
        ),
        (
            "fr",
            {"city": "Yaounde", "session": 50},
            "Le Conseil des Ministres des Affaires étrangères, réuni en sa 50ème session à Yaoundé, République du Cameroun, les 29 et 30 août 2024, sur le thème « développement des infrastructures »,",
        ),
        (
            "fr",
            {"city": None, "date": None},
            "Le Secrétaire général a remercié l'Egypte qui a accueilli le Sommet au Caire le 6 février 2013.",
        ),
        (
            "fr",
            {"city": "Niamey", "date": "2020-11-27"},
            "Dans le cadre de la 47ème session du Conseil des ministres, le Groupe de contact sur le Mali s'est réuni le 27 novembre 2020 à Niamey.",
        ),
        (
            "fr",
            {"session": None},
            "Dans le cadre de la 47ème session du Conseil des ministres des Affaires étrangères, le Comité exécutif s'est réuni le 27 novembre 2020 à Niamey.",
        ),
        (
            "ar",
            {"city": "Riyadh", "date": "2023-11-11"},
            "نحن قادة دول وحكومات منظمة التعاون الإسلامي، وقد اجتمعنا في الرياض يوم 11 نوفمبر 2023، بدعوة كريمة من خادم الحرمين الشريفين، على إثر العدوان على غزة منذ 7 أكتوبر 2023،",
        ),
        (
            "ar",
            {"city": "Cairo", "session": 12, "date": "2013-02-06"},
            "عقدت الدورة الثانية عشرة لمؤتمر القمة الإسلامي في القاهرة بجمهورية مصر العربية يومي 6 و7 فبراير 2013، خلفا للدورة الحادية عشرة التي عقدت في داكار في مارس 2008.",
        ),
        (
            "ar",
            {"city": "Makkah", "session": 14, "body_id": "is"},
            "عقد قادة دول وحكومات منظمة التعاون الإسلامي الدورة الرابعة عشرة لمؤتمر القمة الإسلامي (قمة مكة: يدا بيد نحو المستقبل)، في مكة المكرمة بالمملكة العربية السعودية، يوم 26 رمضان 1440هـ الموافق 31 مايو 2019م.",
        ),
        (
            "ar",
            {"city": "Jeddah", "date": "2024-03-05", "session_kind": "extraordinary"},
            "إن الدورة الاستثنائية لمجلس وزراء الخارجية، المنعقدة يوم 5 مارس 2024 في مقر الأمانة العامة بجدة لبحث العدوان على قطاع غزة،",
        ),
        (
            "ar",
            {"city": "Istanbul", "date": "2017-12-13"},
            "إن القمة الإسلامية الاستثنائية المنعقدة في إسطنبول يوم 13 ديسمبر 2017 عقب الإعلان الأمريكي بشأن القدس الصادر في واشنطن يوم 6 ديسمبر 2017،",
        ),
        (
            "ar",
            {"city": None, "date": None},
            "رحب الأمين العام بالمشاركين وشكر حكومة مصر التي استضافت القمة في القاهرة يوم 6 فبراير 2013.",
        ),
        (
            "ar",
            {"city": "Dhaka", "session": 45, "date": "2018-05-05"},
            "إن مجلس وزراء الخارجية في دورته الخامسة والأربعين (دورة القيم الإسلامية)، المنعقدة في دكا بجمهورية بنغلاديش الشعبية يومي 19 و20 شعبان 1439هـ (الموافق 5-6 مايو 2018م)،",
        ),
        ("ar", {"city": "Tunis", "session": None, "date": None}, "اجتمع فريق الاتصال المعني بفلسطين في تونس العاصمة."),
        (
            "ar",
            {"session": 7, "session_kind": "extraordinary", "city": "Islamabad"},
            "عقد المؤتمر الإسلامي لوزراء الخارجية دورته الاستثنائية السابعة في إسلام أباد، جمهورية باكستان الإسلامية، من 7 إلى 9 سبتمبر 1994.",
        ),
        (
            "en",
            {"city": "Rabat", "date": "1969-09-22", "date_end": "1969-09-25"},
            "The Heads of State and Government of the Islamic countries met in Rabat from 22 to 25 September 1969, following the arson at Al-Aqsa Mosque in Jerusalem on 21 August 1969.",
        ),
        (
            "en",
            {"city": None, "date": None, "body_id": "excom"},
            "The OIC Executive Committee met to examine the attack on the embassy in Tehran on 2 January 2016.",
        ),
        (
            "en",
            {"city": "Jeddah", "date": "2016-01-21"},
            "The Council of Foreign Ministers held an extraordinary meeting at the seat of the OIC General Secretariat in Jeddah on 21 January 2016 on the attacks against the Saudi missions in Tehran and Mashhad on 2 January 2016.",
        ),
        (
            "en",
            {"city": "Baghdad"},
            "Baghdad, capital of the Republic of Iraq, hosted from 1 to 5 June 1981 the Twelfth Islamic Conference of Foreign Ministers.",
        ),
        (
            "en",
            {"date": "2012-08-14", "date_end": "2012-08-15", "city": "Makkah", "session": 4, "body_id": "eis"},
            "Upon the invitation of the Custodian of the Two Holy Mosques, the Fourth Extraordinary Session of the Islamic Summit Conference was held in Makkah Al-Mukarramah on 26-27 Ramadan 1433H corresponding to 14-15 August 2012.",
        ),
        (
            "en",
            {"city": "Niamey", "session": None, "body_id": "cg-jammu-kashmir"},
            "The OIC Contact Group on Jammu and Kashmir met in Niamey on 26 November 2020 prior to the 47th Session of the Council of Foreign Ministers.",
        ),
        (
            "en",
            {"session": 6, "city": "Jeddah"},
            "The Sixth Session of the Islamic Conference of Health Ministers, attended by 45 Member States and opened by the Minister of Health of Indonesia, Chair of the Fifth Session held in Istanbul in 2015, took place in Jeddah from 5 to 7 December 2017.",
        ),
        (
            "en",
            {"session": 44, "city": "Abidjan"},
            "After the successful conclusion of the 43rd Session in Tashkent, the 44th Session of the Council of Foreign Ministers was held in Abidjan, Republic of Cote d'Ivoire, on 10 and 11 July 2017.",
        ),
        (
            "en",
            {"city": "Islamabad", "date": "2022-03-22"},
            "The Council of Foreign Ministers met in Islamabad on 22-23 March 2022. The previous session was held in Niamey on 27 November 2020.",
        ),
        (
            "en",
            {"city": "Geneva", "country_iso2": "CH"},
            "The Contact Group on Bosnia and Herzegovina met in Geneva, Switzerland, on 6 January 1995 at the level of Ambassadors.",
        ),
        (
            "en",
            {"city": "New York", "date": "2001-11-15", "body_id": "acm"},
            "The Annual Coordination Meeting of the Ministers for Foreign Affairs was convened on 15 November 2001 at the United Nations Headquarters in New York under the chairmanship of H.E. Sheikh H. of Qatar, Chairman of the 9th Islamic Summit in Doha.",
        ),
        (
            "fr",
            {"city": "Doha", "session": 9, "body_id": "is"},
            "A l'aimable invitation de S.A. l'Emir de l'Etat du Qatar et en application de la décision du huitième Sommet islamique réuni à Téhéran, la neuvième session de la Conférence islamique au Sommet s'est tenue à Doha du 12 au 13 novembre 2000.",
        ),
        (
            "fr",
            {"city": "Djibouti", "session": 39},
            "La trente-neuvième session du Conseil des Ministres des Affaires étrangères, tenue à Djibouti (République de Djibouti) du 15 au 17 novembre 2012,",
        ),
        ("fr", {"city": None, "date": None}, "Rappelant la résolution adoptée à Abidjan le 11 juillet 2017,"),
        (
            "fr",
            {"city": "Conakry", "date": "2013-12-09"},
            "Les Ministres des Affaires étrangères des Etats membres de l'OCI se sont réunis à Conakry du 9 au 11 décembre 2013 pour examiner les suites de la réunion d'Istanbul du 5 juin 2013.",
        ),
        (
            "fr",
            {"session": 31, "body_id": "cfm"},
            "La 31e Conférence islamique des ministres des Affaires étrangères, réunie à Istanbul du 14 au 16 juin 2004,",
        ),
        (
            "ar",
            {"city": "Fez", "session": 10, "date": "1979-05-08"},
            "عملا بقرار المؤتمر الإسلامي التاسع لوزراء الخارجية المنعقد في داكار، وتلبية لدعوة المملكة المغربية، انعقد المؤتمر الإسلامي العاشر لوزراء الخارجية في فاس بالمملكة المغربية من 10 إلى 14 جمادى الثانية 1399هـ (8 - 12 مايو 1979م).",
        ),
        (
            "ar",
            {"city": "Doha", "session": 9},
            "عقدت الدورة التاسعة لمؤتمر القمة الإسلامي في الدوحة، عاصمة دولة قطر، يومي 12 و13 نوفمبر 2000 تنفيذا لقرار الدورة الثامنة المنعقدة في طهران في ديسمبر 1997.",
        ),
        (
            "ar",
            {"city": "Jeddah", "date": "2009-01-03"},
            "عقدت اللجنة التنفيذية اجتماعا استثنائيا موسعا على مستوى وزراء الخارجية بمقر الأمانة العامة في جدة يوم 3 يناير 2009 للنظر في العدوان على قطاع غزة الذي بدأ يوم 27 ديسمبر 2008.",
        ),
        (
            "ar",
            {"city": "Nouakchott", "date": "2023-03-16", "session": 49},
            "عُقدت الدورة التاسعة والأربعون لمجلس وزراء الخارجية في نواكشوط، الجمهورية الإسلامية الموريتانية، يومي 16 و17 مارس 2023 تحت شعار «الوسطية والاعتدال».",
        ),
        (
            "ar",
            {"city": "New York", "session": None, "body_id": "cg-rohingya"},
            "عقد فريق الاتصال المعني بمسلمي الروهينغيا اجتماعا وزاريا في نيويورك يوم 25 سبتمبر 2019 على هامش الدورة الرابعة والسبعين للجمعية العامة للأمم المتحدة.",
        ),
        (
            "ar",
            {"city": None, "date": None, "session": None},
            "وإذ يستذكر قرارات الدورة الثلاثين المنعقدة في طهران يوم 28 مايو 2003،",
        ),
        (
            "ar",
            {"city": "Conakry", "session": 40},
            "إن مجلس وزراء الخارجية، المجتمع في دورته الأربعين في كوناكري، جمهورية غينيا، من 6 إلى 8 صفر 1435هـ،",
        ),
        (
            "ar",
            {"city": "Istanbul", "body_id": "comcec", "session": 24},
            "عقدت اللجنة الدائمة للتعاون الاقتصادي والتجاري (الكومسيك) دورتها الرابعة والعشرين في إسطنبول من 20 إلى 24 أكتوبر 2008.",
        ),
    ],
)
def test_facts_of_an_opening_sentence(language, facts, sentence):
    header, _ = read_header([Block("preamble", sentence, sentence, language=language)], language)
    assert {name: getattr(header, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "Les ministres de l’OCI ont mis fin aux travaux de leur 40ème session à Niamey, au Niger, le 3 mai 2016.",
        ),
        (
            "fr",
            "Le Secrétaire général de l’OCI, ouvrant à Niamey, le 3 mai 2016, la réunion des puisatiers, a loué leur zèle.",
        ),
        ("en", "The Ministers of the OIC wound up their 40th session in Niamey, Niger, on 3 May 2016."),
        ("en", "The Ministers of the OIC brought to a close their 40th session in Niamey, Niger, on 3 May 2016."),
        (
            "en",
            "The Secretary General of the OIC, opening in Niamey on 3 May 2016 the meeting of well diggers, praised them.",
        ),
    ],
)
def test_who_ends_or_opens_a_session_tells_where_it_was(language, sentence):
    header, _ = read_header([Block("operative", sentence, sentence)], language)
    assert (header.city, header.country_iso2) == ("Niamey", "NE")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le Secrétaire général de l’OCI, ouvrant à Niamey une école de puisatiers, a loué leur zèle."),
        ("en", "The Secretary General of the OIC, opening in Niamey a school of well diggers, praised their zeal."),
    ],
)
def test_who_opens_a_school_tells_of_no_session(language, sentence):
    header, _ = read_header([Block("operative", sentence, sentence)], language)
    assert header.city is None


def test_a_meeting_may_be_held_inside_a_city():
    opening = "Nous, ministres des Affaires étrangères de l’OCI, réunis les 5 et 6 mai 2011 dans la ville de Niamey ;"
    header, _ = read_header([Block("preamble", opening, opening)], "fr")
    assert (header.city, header.date) == ("Niamey", "2011-05-05")
