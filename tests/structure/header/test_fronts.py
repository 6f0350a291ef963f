"""What titles and header lines tell of the meeting."""

from __future__ import annotations

import pytest

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


@pytest.mark.parametrize(
    ("language", "facts", "blocks"),
    [
        (
            "en",
            {"city": "Tripoli (Lebanon)", "country_iso2": "LB", "date": "1974-02-01"},
            [
                ("title", "title", "FINAL COMMUNIQUE OF THE SECOND ISLAMIC CONFERENCE OF FOREIGN MINISTERS"),
                ("header", "place_date", "TRIPOLI, LEBANON\n1 FEBRUARY 1974"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Nouakchott", "country_iso2": "MR", "date": "2023-03-16"},
            [
                ("title", "title", "FINAL COMMUNIQUE OF THE 49TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS"),
                ("header", "place_date", "NOUAKCHOTT (ISLAMIC REPUBLIC OF MAURITANIA)\n16-17 MARCH 2023"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Kismayu", "country_iso2": "SO", "venue": None},
            [
                ("title", "title", "REPORT OF THE OIC CONTACT GROUP ON SOMALIA"),
                ("header", "place_date", "KISMAYU, FEDERAL REPUBLIC OF SOMALIA, 3 May 2019"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Jeddah", "country_iso2": "SA", "venue": "King Abdulaziz Conference Center"},
            [
                ("title", "title", "REPORT OF THE OIC CONTACT GROUP ON SOMALIA"),
                ("header", "place_date", "King Abdulaziz Conference Center, Jeddah, 3 May 2019"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Jeddah", "date": "2012-05-05", "date_end": "2012-05-06"},
            [
                (
                    "title",
                    "title",
                    "Final Communique of the Extraordinary Session of the Council of Foreign Ministers held in Jeddah, Kingdom of Saudi Arabia, on 5-6 May 2012",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": None, "date": None},
            [
                ("title", "title", "Statement of the OIC Executive Committee on the attack in Beirut on 4 August 2020"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": None, "session": 19, "body_id": "cfm"},
            [
                ("title", "title", "RESOLUTION NO. 4/19-ORG\nON THE HOLDING OF THE TWENTY-SECOND SESSION IN KAMPALA"),
                ("preamble", None, "The Islamic Conference of Foreign Ministers, meeting at its present session,"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"session": 3, "body_id": "eis", "session_kind": "extraordinary", "meeting_id": "eis-3"},
            [
                ("title", "title", "FINAL COMMUNIQUE OF THE THIRD EXTRAORDINARY SESSION OF THE ISLAMIC SUMMIT"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"session": 17, "body_id": "cfm", "session_kind": "extraordinary", "meeting_id": "cfm-ex-17"},
            [
                ("title", "title", "Resolution of the 17th Extraordinary Session of the Council of Foreign Ministers"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"date": None, "city": "Islamabad"},
            [
                ("title", "title", "FINAL COMMUNIQUE OF THE COUNCIL OF FOREIGN MINISTERS"),
                ("header", "place_date", "Islamabad, 22 March 2022"),
                ("preamble", None, "The Council of Foreign Ministers met in Islamabad on 29 March 2022."),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": None, "date": "2022-03-22"},
            [
                ("title", "title", "FINAL COMMUNIQUE OF THE COUNCIL OF FOREIGN MINISTERS"),
                ("header", "place_date", "Islamabad, 22 March 2022"),
                ("preamble", None, "The Council of Foreign Ministers met in Lahore on 22 March 2022."),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"session": None},
            [
                ("title", "title", "FINAL COMMUNIQUE OF THE 44TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS"),
                (
                    "preamble",
                    None,
                    "The 45th Session of the Council of Foreign Ministers was held in Dhaka on 5 May 2018.",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Kuwait City", "date": "1987-01-26", "date_end": "1987-01-29", "session": 5},
            [
                (
                    "title",
                    "title",
                    "(تابع) مؤتمر القمة الإسلامي الخامس في الكويت- دولة الكويت 26- 29 يناير1987- البيان الختامي",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Casablanca", "country_iso2": "MA", "session": 7, "resolution_number": "3/7-س(ق.أ)"},
            [
                (
                    "title",
                    "title",
                    "الدورة السابعة لمؤتمر القمة الإسلامي، الدار البيضاء، المملكة المغربية، القرارات السياسية، القرار الرقم 3/7 - س (ق.أ)",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"session": None, "resolution_number": "15/38-س"},
            [
                ("title", "title", "قرار رقم 15/38-س\nبشأن المدارس"),
                ("preamble", None, "إن المؤتمر الإسلامي لوزراء الخارجية المنعقد في جدة،"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"session": 38, "resolution_number": "15/38-س"},
            [
                ("title", "title", "قرار رقم 38/15- س\nبشأن المدارس"),
                ("preamble", None, "إن مجلس وزراء الخارجية في دورته الثامنة والثلاثين المنعقدة في أستانا،"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"body_id": "mc-health", "session": 6},
            [
                ("title", "title", "البيان الختامي للمؤتمر الإسلامي السادس لوزراء الصحة"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"body_id": "cfm", "session": 21},
            [
                ("title", "title", "البيان الختامي لمؤتمر وزراء الخارجية الإسلامي الحادي والعشرين"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"session": 37, "body_id": "cfm", "city": "Dushanbe"},
            [
                (
                    "title",
                    "title",
                    "RESOLUTIONS SUR LES AFFAIRES POLITIQUES\nADOPTEES PAR LA TRENTE-SEPTIEME SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES",
                ),
                ("header", "place_date", "DOUCHANBE-REPUBLIQUE DU TADJIKISTAN"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"session": 14, "body_id": "is"},
            [
                ("title", "title", "COMMUNIQUE FINAL DE LA XIVème SESSION DE LA CONFERENCE ISLAMIQUE AU SOMMET"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"session": 13, "body_id": "is"},
            [
                ("title", "title", "COMMUNIQUE FINAL DU 13ème Sommet islamique"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"session": 14, "body_id": "is"},
            [
                ("title", "title", "FINAL COMMUNIQUE OF THE XIV SESSION OF THE ISLAMIC SUMMIT CONFERENCE"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"document_type": "press_release", "title": "PRESS RELEASE OF THE OIC CONTACT GROUP ON MALI"},
            [
                (
                    "title",
                    "title",
                    "PRESS RELEASE OF THE OIC CONTACT GROUP ON MALI\nBy Ahmed Karim\nOIC/CG-MALI/2019/PR",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"dateline_city": "Islamabad", "dateline_date": "2021-12-20", "city": "Islamabad", "date": "2021-12-19"},
            [
                (
                    "preamble",
                    None,
                    "ISLAMABAD, 20 December 2021 (APP): The Council of Foreign Ministers held an extraordinary session in Islamabad on 19 December 2021.",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"dateline_city": "Jeddah", "city": "Niamey", "date": "2020-11-27"},
            [
                (
                    "preamble",
                    None,
                    "Djeddah, 1er décembre 2020 (UNA) - Le Conseil des ministres des Affaires étrangères a tenu sa quarante-septième session à Niamey les 27 et 28 novembre 2020.",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Makkah", "session": 3, "body_id": "is", "resolution_number": "7/3-س(قأ)"},
            [
                (
                    "title",
                    "title",
                    "(تابع) مؤتمر القمة الإسلامي الثالث في مكة المكرمة- القرارات السياسية- القرار الرقم 7/ 3 س (ق أ)",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Casablanca", "session": 22, "body_id": "cfm", "resolution_number": "27/22-س"},
            [
                (
                    "title",
                    "title",
                    "مؤتمر وزراء الخارجية الإسلامي الثاني والعشرين، الدار البيضاء، المملكة المغربية، القرارات السياسية، القرار الرقم 27/22-س",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Tehran", "session": 8, "body_id": "is", "resolution_number": "2/8-أ.ف(ق.إ)"},
            [
                (
                    "title",
                    "title",
                    "(تابع) الدورة الثامنة لمؤتمر القمة الإسلامي، طهران، الجمهورية الإسلامية الإيرانية، القرارات الثقافية، القرار الرقم 2/8- أ.ف (ق.إ)",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"date": "2017-09-19", "body_id": "cg-rohingya"},
            [
                (
                    "title",
                    "title",
                    "DECLARATION OF THE CONTACT GROUP ON ROHINGYA MUSLIMS OF MYANMAR\nHELD ON THE SIDELINES OF THE ANNUAL COORDINATION MEETING\n19 SEPTEMBER 2017",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Khartoum", "session": 29, "status": "adopted", "title": "RESOLUTIONS ON MUSLIM MINORITIES"},
            [
                (
                    "title",
                    "title",
                    "RESOLUTIONS\nON MUSLIM MINORITIES\nAdopted by the 29th SESSION OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS",
                ),
                ("header", "place_date", "KHARTOUM, REPUBLIC OF THE SUDAN\n14-16 RABIUL THANI 1423H (25-27 JUNE 2002)"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"document_type": "press_release"},
            [
                ("title", "title", "بيان صحفي صادر عن منظمة التعاون الإسلامي"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"document_type": "press_release"},
            [
                ("title", "title", "Communiqué de presse du Groupe de contact sur le Mali"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"city": "Moundou", "country_iso2": "TD"},
            [
                ("title", "title", "RAPPORT DU GROUPE DE CONTACT SUR LE SAHEL"),
                ("header", "place_date", "MOUNDOU, REPUBLIQUE DU TCHAD\n5 mai 2014"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": None, "country_iso2": "TD"},
            [
                ("title", "title", "تقرير فريق الاتصال المعني بمنطقة الساحل"),
                ("header", "place_date", "موندو، جمهورية تشاد\n5 مايو 2014"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"session": 3, "session_kind": "extraordinary", "body_id": "eis", "meeting_id": "eis-3"},
            [
                ("title", "title", "البيان الختامي للدورة الاستثنائية الثالثة لمؤتمر القمة الإسلامي"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"session": 3, "session_kind": "extraordinary", "body_id": "cfm", "meeting_id": "cfm-ex-3"},
            [
                (
                    "title",
                    "title",
                    "Communiqué final de la troisième session extraordinaire du Conseil des ministres des Affaires étrangères",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"session": 14, "session_kind": "extraordinary", "body_id": "cfm", "meeting_id": "cfm-ex-14"},
            [
                ("title", "title", "البيان الختامي للدورة الاستثنائية الرابعة عشرة لمجلس وزراء الخارجية"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Doha", "session": None},
            [
                ("title", "title", "البيان الختامي لفريق الاتصال المعني بفلسطين"),
                ("header", "place_date", "الدوحة ـ دولة قطر"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"city": "Doha", "country_iso2": "QA"},
            [
                ("title", "title", "Communiqué final du Groupe de contact sur la Palestine"),
                ("header", "place_date", "Doha (Etat du Qatar), le 3 mai 2012"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": None, "country_iso2": "QA", "date": "2012-05-03"},
            [
                ("title", "title", "Final communique of the Contact Group on Palestine"),
                ("preamble", None, "The Contact Group on Palestine was held in the State of Qatar on 3 May 2012."),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"date": "2012-05-03"},
            [
                ("title", "title", "Final communique of the Contact Group on Palestine, Doha, 3 May 2012"),
                ("preamble", None, "The Contact Group on Palestine met to consider the events of 15 May 2011."),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"body_id": "cfm", "level": "ministerial"},
            [
                ("title", "title", "FINAL COMMUNIQUE"),
                (
                    "preamble",
                    None,
                    "The Islamic Conference of Foreign Ministers met in Rabat from 2 to 4 May 1990 and thanked the Al-Quds Committee.",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"body_id": None},
            [
                ("title", "title", "FINAL COMMUNIQUE"),
                ("preamble", None, "The Meeting thanked the Council of Foreign Ministers and Al-Quds Committee."),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Jeddah", "session": None, "body_id": "som", "meeting_id": "som-2014-05-12"},
            [
                (
                    "title",
                    "title",
                    "REPORT OF THE SENIOR OFFICIALS MEETING PREPARATORY TO THE 41ST SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
                ),
                ("header", "place_date", "JEDDAH, 12 MAY 2014"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"date": "2014-08-12", "city": "Jeddah"},
            [
                (
                    "title",
                    "title",
                    "Final Communique of the Expanded Extraordinary Meeting of the Ministerial Executive Committee",
                ),
                ("header", "other", "Date: 14/08/2014"),
                (
                    "preamble",
                    None,
                    "The Executive Committee held an expanded extraordinary meeting in Jeddah on 12 August 2014.",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"date": "2014-08-12"},
            [
                ("title", "title", "Communiqué final de la réunion extraordinaire du Comité exécutif"),
                ("header", "place_date", "Date: 14/08/2014"),
                ("preamble", None, "Le Comité exécutif s’est réuni à Djeddah le 12 août 2014."),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Putrajaya", "session": 10, "date": "2003-10-16"},
            [
                (
                    "title",
                    "title",
                    "RESOLUTIONS ON MUSLIM COMMUNITIES AND MINORITIES\nADOPTED BY THE 10TH SESSION OF THE ISLAMIC SUMMIT CONFERENCE\n(SESSION OF KNOWLEDGE AND MORALITY)",
                ),
                ("header", "place_date", "PUTRAJAYA - MALAYSIA\n20-21 SHAABAN 1424H (16-17 OCTOBER 2003)"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Makkah", "session": 3, "body_id": "eis"},
            [
                (
                    "title",
                    "title",
                    "RECOMMENDATIONS OF THE OIC COMMISSION OF EMINENT PERSONS\nPRESENTED AT THE THIRD EXTRAORDINARY SESSION OF THE ISLAMIC SUMMIT CONFERENCE",
                ),
                (
                    "header",
                    "place_date",
                    "MAKKAH AL-MUKARRAMAH - KINGDOM OF SAUDI ARABIA\n5-6 DHUL QAIDAH 1426H (7-8 DECEMBER 2005)",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"session": 17, "session_kind": "extraordinary", "body_id": "cfm"},
            [
                ("title", "title", "RESOLUTION NO. 1/EX-17-CFM\nON AFGHANISTAN"),
                (
                    "preamble",
                    None,
                    "The 17th Extraordinary Session of the Council of Foreign Ministers, held in Islamabad on 19 December 2021,",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"document_type": "resolution", "resolution_number": "3/4-EX(IS)", "session": 4},
            [
                ("title", "title", "RESOLUTION NO. 3/4-EX (IS)\nON MYANMAR"),
                (
                    "preamble",
                    None,
                    "The Fourth Extraordinary Session of the Islamic Summit Conference, held in Makkah on 14-15 August 2012,",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": None, "country_iso2": None, "date": None},
            [
                ("title", "title", "DECLARATION ON THE SITUATION IN SREBRENICA"),
                (
                    "preamble",
                    None,
                    "We, the Ministers of Foreign Affairs of the OIC, moved by the massacre in Sarajevo on 5 February 1994,",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Jeddah", "date": "2017-12-05"},
            [
                ("title", "title", "JEDDAH DECLARATION"),
                ("header", "place_date", "Jeddah, 5 December 2017"),
                ("preamble", None, "We, the Ministers of Health,"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": None},
            [
                ("title", "title", "JEDDAH DECLARATION ON HEALTH"),
                ("preamble", None, "We, the Ministers of Health,"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"city": None, "body_id": "is"},
            [
                ("title", "title", "DECLARATION DE DAKAR DU SOMMET ISLAMIQUE"),
                ("preamble", None, "Nous, Chefs d’Etat,"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Dakar", "country_iso2": "SN", "session": 6, "date": "1991-12-09"},
            [
                (
                    "title",
                    "title",
                    "(تابع) مؤتمر القمة الإسلامي السادس في داكار - السنغال 9 - 11 ديسمبر 1991 - البيان الختامي",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Istanbul", "session": 20, "resolution_number": "9/20-أت"},
            [
                (
                    "title",
                    "title",
                    "مؤتمر وزراء الخارجية الإسلامي العشرين في اسطنبول، الجمهورية التركية، القرارات التنظيمية، القرار الرقم 9/20 - أت",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"session": 22, "resolution_number": "27/22-س"},
            [
                ("title", "title", "قرار رقم 27/ 22 - س\nحول\nالتضامن الاسلامي مع شعوب الساحل"),
                (
                    "preamble",
                    None,
                    "إن المؤتمر الاسلامي الثاني والعشرين لوزراء الخارجية المنعقد في الدار البيضاء بالمملكة المغربية في الفترة من 8-10 رجب 1415 هـ، الموافق 10-12 ديسمبر 1994 م،",
                ),
                (
                    "preamble",
                    None,
                    "اذ إطلع على تقرير الاجتماع التشاوري الذي عقدته لجنة التضامن في إسلام أباد بتاريخ 9 سبتمبر 1994 م على هامش الدورة الاستثنائية السابعة،",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"status": "draft"},
            [
                ("title", "title", "DRAFT FINAL COMMUNIQUE OF THE CONTACT GROUP ON MALI"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"letter_date": "2014-03-03", "date": "2014-02-21"},
            [
                (
                    "boilerplate",
                    "covering_letter",
                    "Letter dated 3 March 2014 from the Permanent Representative of Guinea",
                ),
                ("title", "title", "Final communique of the Contact Group on Mali"),
                ("header", "place_date", "Conakry, 21 February 2014"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"title": "FINAL COMMUNIQUE OF THE CONTACT GROUP ON MALI", "date": "2013-09-25"},
            [
                (
                    "title",
                    "title",
                    "FINAL COMMUNIQUE\nOF THE CONTACT GROUP ON MALI\nheld in New York on 25 September 2013",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "New York", "date": "2013-09-25"},
            [
                ("title", "title", "FINAL COMMUNIQUE OF THE CONTACT GROUP ON MALI, New York, 25 September 2013"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"session": None, "body_id": "cg-mali"},
            [
                (
                    "title",
                    "title",
                    "REPORT OF THE CONTACT GROUP ON MALI TO THE 44TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Abidjan", "date": "2017-07-10"},
            [
                (
                    "title",
                    "title",
                    "REPORT OF THE SECRETARY GENERAL SUBMITTED TO THE 44TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
                ),
                ("header", "place_date", "ABIDJAN, REPUBLIC OF COTE D’IVOIRE\n10-11 JULY 2017"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"city": "Tashkent", "date": "2016-10-18"},
            [
                ("title", "title", "RAPPORT DU GROUPE DE CONTACT SUR LE YEMEN"),
                ("header", "place_date", "Tachkent (Ouzbékistan), 18 octobre 2016"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "fr",
            {"city": None, "country_iso2": "KW", "date": "2015-05-27"},
            [
                ("title", "title", "RAPPORT DU GROUPE DE CONTACT SUR LE YEMEN"),
                ("header", "place_date", "Koweït, le 27 mai 2015"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Casablanca", "country_iso2": "MA", "date": "1994-12-10", "date_end": "1994-12-12", "session": 22},
            [
                (
                    "title",
                    "title",
                    "مؤتمر وزراء الخارجية الإسلامي الثاني والعشرين في الدار البيضاء- المملكة المغربية 10-12 ديسمبر 1994- البيان الختامي",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Conakry", "session": 23, "date": "1995-12-09"},
            [
                (
                    "title",
                    "title",
                    "(تابع) مؤتمر وزراء الخارجية الإسلامي الثالث والعشرين في كوناكري- جمهورية غنيا 9-12 ديسمبر 1995- البيان الختامي",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"city": "Makkah", "date": "2012-08-14", "session": 4, "body_id": "eis"},
            [
                (
                    "title",
                    "title",
                    'البيان الختامي\nالصادر عن الدورة الرابعة لمؤتمر القمة الإسلامي الاستثنائي\n"تعزيز التضامن الإسلامي" مكة المكرمة',
                ),
                ("header", "place_date", "26-27 رمضان 1433هـ\n14-15 أغسطس 2012م"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "ar",
            {"date": "2013-09-25", "city": "New York"},
            [
                ("title", "title", "تقرير اجتماع فريق الاتصال المعني بمالي"),
                ("header", "place_date", "نيويورك في 25 أيلول/سبتمبر 2013"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"date": "2004-06-14"},
            [
                (
                    "title",
                    "title",
                    "Report of the Thirty-first Islamic Conference of Foreign Ministers, Istanbul, 14-16 June 2004",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"city": "Istanbul", "session": 31},
            [
                (
                    "title",
                    "title",
                    "Report of the Thirty-first Islamic Conference of Foreign Ministers, Istanbul, 14-16 June 2004",
                ),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"date": "2010-05-01", "date_precision": "month"},
            [
                ("title", "title", "Report of the Contact Group on Mali, May 2010"),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
        (
            "en",
            {"date": "2010-05-18", "date_precision": "day"},
            [
                ("title", "title", "Report of the Contact Group on Mali, May 2010"),
                ("preamble", None, "The Contact Group on Mali met in Dushanbe on 18 May 2010."),
                ("operative", None, "The Meeting thanked the host."),
            ],
        ),
    ],
)
def test_facts_of_a_front(language, facts, blocks):
    made = [Block(role, text, text, subrole=subrole, language=language) for role, subrole, text in blocks]
    header, _ = read_header(made, language)
    assert {name: getattr(header, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("language", "line", "city"),
    [
        ("ar", "مؤتمر وزراء الخارجية الإسلامي الحادي عشر، تونس، الجمهورية التونسية، القرارات الثقافية", "Tunis"),
        ("ar", "مؤتمر القمة الإسلامي الخامس، الكويت، دولة الكويت", "Kuwait City"),
        ("ar", "مؤتمر وزراء الخارجية الإسلامي الحادي عشر للنظر في أوضاع تونس، الجمهورية التونسية", None),
    ],
)
def test_a_city_named_as_its_state_may_stand_between_commas(language, line, city):
    report_title = Block("title", line, line, subrole="title", language=language)
    assert read_header([report_title], language)[0].city == city
