"""Sentences near the top of a text that tell of another meeting than its own."""

from __future__ import annotations

import pytest

from oic_reports.language.dates import find_dates
from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


def read(language, *blocks):
    return read_header([Block(role, text, text, subrole=subrole) for role, subrole, text in blocks], language)[0]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "The present report deals with the period from the Annual Coordination Meeting of Foreign Ministers, which took place in New York on 23 September 2003, to March 2004.",
        ),
        ("en", "I met the President in Vienna in November 2003 and spoke with the Council of Foreign Ministers."),
        ("en", "He gave an account of the meeting of the Al-Quds Committee held in Agadir, Kingdom of Morocco."),
        ("fr", "Il a rendu compte de la réunion du Comité Al-Qods tenue à Agadir, Royaume du Maroc."),
        ("ar", "وقدم الأمين العام عرضا عن اجتماع لجنة القدس المنعقد في أغادير بالمملكة المغربية."),
    ],
)
def test_what_is_told_of_another_meeting_is_no_fact(language, sentence):
    header = read(language, ("operative", None, sentence))
    assert (header.city, header.date) == (None, None)


def test_a_sentence_on_another_body_than_the_titles_opens_nothing():
    header = read(
        "en",
        ("title", "title", "FINAL COMMUNIQUE OF THE SECOND MINISTERIAL MEETING OF THE EXECUTIVE COMMITTEE"),
        (
            "operative",
            None,
            "The 3rd Extraordinary Islamic Summit held in Makkah decided to set up a Committee. Having consulted the Foreign Minister of Yemen, Chairman of the 32nd Session of the Council, the Secretary General convened the Second Ministerial Meeting of the Executive Committee in Jeddah on 10 April 2007.",
        ),
    )
    assert (header.body_id, header.city, header.date) == ("excom", "Jeddah", "2007-04-10")


def test_those_who_speak_may_be_named_as_their_conference_is():
    header = read(
        "en",
        (
            "preamble",
            None,
            "We, the Ministers of Tourism of the OIC, gathered in Baku, Azerbaijan, on the occasion of the Ninth Session of the Islamic Conference of Tourism Ministers,",
        ),
    )
    assert (header.body_id, header.session, header.city) == ("mc-tourism", 9, "Baku")


def test_a_city_before_the_word_for_a_summit_is_its_place():
    header = read(
        "en",
        (
            "title",
            "title",
            "The 9th Doha Summit of OIC (November 12-13, 2000). Resolution No 7/9-P(IS) on the wells of the valley",
        ),
        ("preamble", None, "Recalling the Charter;"),
    )
    assert (header.body_id, header.session, header.city) == ("is", 9, "Doha")
    assert header.resolution_number == "7/9-P(IS)"


@pytest.mark.parametrize(
    ("language", "lead", "city", "session"),
    [
        ("ar", "نشرنا أمس القسم الأول من البيان الختامي وهذا هو القسم الأخير من البيان الختامي للقمة الإسلامية الثامنة بطهران:", "Tehran", 8),
        ("en", "The following is the full text of the final communique of the Eighth Islamic Summit in Tehran:", "Tehran", 8),
    ],
)  # fmt: skip
def test_a_lead_names_the_document_that_follows(language, lead, city, session):
    header = read(language, ("boilerplate", "press_lead", lead), ("operative", None, "The Summit thanked its host."))
    assert (header.document_type, header.body_id, header.session) == ("final_communique", "is", session)
    assert header.city == city


@pytest.mark.parametrize(
    ("language", "group", "body_id"),
    [
        ("en", "Contact Group on Myanmar Muslim Rohingya Minority", "cg-rohingya"),
        ("en", "Contact Group on the Muslims of Rohingya", "cg-rohingya"),
        ("en", "Contact Group on the Republic of Yemen", "cg-yemen"),
        ("en", "Contact Group on Guinea Bissau", "cg-guinea-bissau"),
        ("fr", "Groupe de contact sur la République du Yémen", "cg-yemen"),
        ("ar", "فريق الاتصال المعني بمسلمي الروهنجيا", "cg-rohingya"),
        ("en", "Contact Group on Orchards", "cg-orchards"),
    ],
)
def test_a_contact_group_is_known_by_its_state_or_its_people(language, group, body_id):
    assert read(language, ("title", "title", group)).body_id == body_id


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        (["Files > 2000 > Ninth Islamic Summit"], None),
        (["OIC Press Release", "Opening of the Coordination Meeting"], "Opening of the Coordination Meeting"),
        (["COMMUNIQUE FINAL DE LA RÉUNION\nDES MINISTRES", "COMMUNIQUE FINAL DE LA REUNION DES\nMINISTRES"], None),
    ],
)
def test_a_title_is_no_path_no_word_for_a_release_and_stands_once(title, read_as):
    blocks = [("title", "title", text) for text in title]
    expected = read_as or (title[0].replace("\n", " ") if len(title) > 1 else None)
    assert read("fr" if "COMMUNIQUE" in title[0] else "en", *blocks).title == expected


def test_a_letter_with_an_accent_ends_no_symbol():
    header = read("fr", ("header", "symbol", "OIC/ACM-2013/FC - Réunion annuelle de coordination"))
    assert header.symbol == "OIC/ACM-2013/FC"


def test_the_newspaper_that_a_text_was_taken_from_gives_no_fact():
    header = read(
        "ar",
        ("title", "title", "بيان ختامي صادر عن الدورة السادسة للجنة القدس"),
        ("header", "place_date", "ايفران، المغرب، 6 – 8 / 5 / 1982"),
        ("header", "place_date", "( العلم، الرباط، 10 / 5 / 1982 )"),
        ("operative", None, "شكر المجتمعون البلد المضيف."),
    )
    assert (header.city, header.date, header.date_end) == ("Ifrane", "1982-05-06", "1982-05-08")


def test_the_day_of_posting_above_the_days_of_the_meeting_is_the_sources():
    header = read(
        "en",
        ("boilerplate", "site_navigation", "Home"),
        ("title", "title", "Final Communique of the 15th Islamic Summit Conference"),
        ("header", "place_date", "May 6, 2024\nBANJUL, REPUBLIC OF THE GAMBIA\n(MAY 4-5, 2024 CE)"),
        ("operative", None, "The Conference thanked its host."),
    )
    assert (header.date, header.date_end, header.dateline_date) == ("2024-05-04", "2024-05-05", "2024-05-06")


@pytest.mark.parametrize(
    ("language", "sentence", "facts"),
    [
        (
            "en",
            "We, ministers and representatives attending the 5th session of the Islamic Conference of Youth and Sports Ministers, which was held in Jeddah, Kingdom of Saudi Arabia, on 8 September 2022,",
            ("mc-youth-sports", 5, "Jeddah", "2022-09-08"),
        ),
        (
            "en",
            "Doha: We, the Ministers of Health, gathered at the 9th Islamic Conference of Health Ministers, which was held in Doha, Qatar, on October 1-2, 2023,",
            ("mc-health", 9, "Doha", "2023-10-01"),
        ),
        (
            "fr",
            "Nous, ministres, participant à la 9ème session de la Conférence islamique des ministres de la Santé, qui s’est tenue à Doha, Qatar, le 3 mai 2019,",
            ("mc-health", 9, "Doha", "2019-05-03"),
        ),
    ],
)
def test_those_who_declare_tell_of_their_own_meeting(language, sentence, facts):
    header = read(language, ("preamble", None, sentence))
    assert (header.body_id, header.session, header.city, header.date) == facts


@pytest.mark.parametrize(
    ("language", "sentence", "facts"),
    [
        (
            "en",
            "The Council of Foreign Ministers, which was held in Dakar on 3 May 2019,",
            ("cfm", "Dakar", "2019-05-03"),
        ),
        (
            "en",
            "The Extraordinary Meeting of the Executive Committee, which was held in Dakar on Friday, 3/5/2019,",
            ("excom", "Dakar", "2019-05-03"),
        ),
        # one that goes on tells of its own meeting behind the comma
        (
            "en",
            "The Council of Foreign Ministers, which was held in Dakar on 3 May 2019, had asked for a report.",
            (None, None, None),
        ),
        # it is cited
        (
            "en",
            "Having read the report of the Council of Foreign Ministers, which was held in Dakar on 3 May 2019,",
            (None, None, None),
        ),
    ],
)
def test_whose_recitals_follow_tells_of_itself_in_a_relative_clause(language, sentence, facts):
    recital = ("preamble", None, "Recalling the objectives of the Charter;")
    header = read(language, ("preamble", None, sentence), recital, ("operative", None, "1. Calls upon them to act;"))
    assert (header.body_id, header.city, header.date) == facts


@pytest.mark.parametrize(
    ("language", "sentence", "facts"),
    [
        (
            "fr",
            "La Réunion des hauts fonctionnaires préparatoire à la 3ème session de la Conférence islamique des ministres du Travail s’est tenue à Dakar, les 3 et 4 mai 2019.",
            ("Dakar", "2019-05-03"),
        ),
        (
            "en",
            "The Senior Officials Meeting preparatory to the 3rd Session of the Islamic Conference of Labour Ministers was held in Dakar on 3 May 2019.",
            ("Dakar", "2019-05-03"),
        ),
        (
            "en",
            "The Senior Officials Meeting, preparatory to the Session which was held in Dakar on 3 May 2019, had a long agenda.",
            (None, None),
        ),
    ],
)
def test_a_meeting_that_prepares_another_tells_of_its_own(language, sentence, facts):
    header = read(language, ("operative", None, sentence))
    assert (header.city, header.date) == facts


def test_a_theme_before_a_place_is_none_of_it():
    header = read(
        "fr",
        ("title", "title", "RESOLUTIONS DE LA 47ème SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES"),
        ("header", "theme", "(Session : Unis pour la paix) NIAMEY – REPUBLIQUE DU NIGER"),
    )
    assert (header.city, header.country_iso2) == ("Niamey", "NE")


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "OIC statement on meeting of the religious leaders in Fez"),
        ("fr", "Déclaration sur la réunion des chefs religieux à Fès"),
    ],
)
def test_what_a_statement_is_on_has_no_place(language, title):
    assert read(language, ("title", "title", title)).city is None


def test_sessions_of_the_general_assembly_are_none_of_the_committee():
    told = "انعقدت لجنة القدس في فاس. وورد في كلمة امام الجمعية العامة للامم المتحدة في دورتها 34 ذكر للقدس."
    assert read("ar", ("preamble", None, told)).session is None


def test_a_title_ends_before_who_adopted_the_text():
    title = "CONAKRY DECLARATION ADOPTED BY THE 40TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS (SESSION OF DIALOGUE)"
    header = read("en", ("title", "title", title))
    assert (header.title, header.session) == ("CONAKRY DECLARATION", 40)


def test_a_place_in_one_line_with_the_type_is_none_of_the_title():
    header = read("fr", ("title", "title", "Communiqué final Djeddah, Royaume d’Arabie Saoudite"))
    assert header.title == "Communiqué final"


def test_an_officer_reports_of_other_meetings():
    header = read(
        "en",
        ("title", "title", "Report of the Secretary General on the Conditions of Muslims in the Northern Isles"),
        ("header", "adopted_by", "Submitted to the Forty-first Session of the Council of Foreign Ministers"),
        ("header", "place_date", "Jeddah, Kingdom of Saudi Arabia\n18-19 June 2014"),
        ("operative", None, "The Council adopted a resolution at its session held in Conakry on 9-11 December 2013."),
    )
    assert (header.city, header.date, header.session) == ("Jeddah", "2014-06-18", 41)


@pytest.mark.parametrize(
    ("language", "printed", "iso", "end"),
    [
        ("ar", "في السادس من ديسمبر 1994", "1994-12-06", None),
        ("ar", "من اليوم العاشر إلى اليوم الرابع عشر من شهر جمادى الثانية سنة 1399", "1979-05-06", "1979-05-10"),
        ("ar", "أيام 18 و19 و20 كانون الأول/ديسمبر 2011", "2011-12-18", "2011-12-20"),
        ("en", "from the first to the twenty-third of May 2010", "2010-05-01", "2010-05-23"),
        ("fr", "le premier mars 2003", "2003-03-01", None),
    ],
)
def test_days_in_words_and_lists_of_days(language, printed, iso, end):
    (date,) = find_dates(printed, language)
    assert (date.iso, date.iso_end, date.precision) == (iso, end, "day")


@pytest.mark.parametrize("printed", ["المؤتمر السادس ديسمبر 1994", "the Forty-first of May 2010"])
def test_an_ordinal_that_counts_no_days_is_none(printed):
    (date,) = find_dates(printed, "ar" if printed[0] > "z" else "en")
    assert date.precision == "month"


@pytest.mark.parametrize(
    ("language", "name", "body_id"),
    [
        ("en", "40th Session of the Islamic Commission for Economic, Cultural and Social Affairs", "icecs"),
        ("fr", "Rapport du Comité financier permanent", "pfc"),
        ("ar", "تقرير اللجنة الإسلامية للشؤون الاقتصادية والثقافية والاجتماعية", "icecs"),
        ("ar", "الاجتماع الطارئ لوزراء الإعلام في الدول الأعضاء", "mc-information"),
        ("en", "Declaration of the Fifth Session of ICYSM", "mc-youth-sports"),
        ("fr", "Communiqué du Comité Al Qods", "al-quds"),
    ],
)
def test_organs_are_known_by_the_names_that_pages_give_them(language, name, body_id):
    assert read(language, ("title", "title", name)).body_id == body_id


def test_a_line_that_says_who_issued_a_press_release_goes_before_its_headline():
    header = read(
        "en",
        ("title", "title", "OIC statement on the meeting of the religious leaders in Fez"),
        ("header", "other", "Press release issued by the OIC on 12 October 2006"),
        (
            "preamble",
            None,
            "On the initiative of the OIC, a meeting was held at the headquarters of the Academy of the Valley, Jeddah, on Saturday and Sunday 7 and 8 October 2006.",
        ),
    )
    assert (header.document_type, header.city) == ("press_release", "Jeddah")


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        (
            "en",
            "The Independent Permanent Human Rights Commission at the 41st Session of the Council of Foreign Ministers",
            "The Commission held consultations during the session in Jeddah on 18 June 2014.",
        ),
        (
            "en",
            "The Independent Permanent Human Rights Commission at the 50th Session of the UN Human Rights Council",
            "The Commission held consultations in Geneva on 5 June 2022.",
        ),
        (
            "fr",
            "La Commission permanente et indépendante des droits de l’homme à la 50ème session du Conseil des droits de l’homme",
            "La Commission a tenu des consultations à Genève le 5 juin 2022.",
        ),
        (
            "fr",
            "La Commission permanente et indépendante des droits de l’homme au 14ème Sommet islamique",
            "La Commission a tenu des consultations à La Mecque le 31 mai 2019.",
        ),
        (
            "ar",
            "الهيئة الدائمة المستقلة لحقوق الإنسان تحضر الدورة الحادية والأربعين لمجلس وزراء خارجية المنظمة",
            "شهدت القمة الإسلامية الرابعة عشرة التي التأمت في مكة المكرمة يوم 31 مايو 2019 حضور وفد من الهيئة.",
        ),
    ],
)
def test_the_session_of_a_body_in_which_an_organ_took_part_is_not_its_own(language, title, sentence):
    header = read(language, ("title", "title", title), ("operative", None, sentence))
    assert (header.body_id, header.session) == ("iphrc", None)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Final Communiqué of the 12th Session of the OIC Independent Permanent Human Rights Commission"),
        (
            "fr",
            "Communiqué final de la 12ème session de la Commission permanente et indépendante des droits de l’homme",
        ),
        ("ar", "البيان الختامي للدورة الثانية عشرة للهيئة الدائمة المستقلة لحقوق الإنسان"),
    ],
)
def test_the_session_in_an_organs_own_name_is_its_own(language, title):
    header = read(language, ("title", "title", title))
    assert (header.body_id, header.session) == ("iphrc", 12)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "The Council of the Academy of Calligraphy of the Organisation of Islamic Cooperation, meeting at its eighth session in Muscat, Sultanate of Oman, from 6 to 11 March 2004,",
        ),
        (
            "fr",
            "Le Conseil de l’Académie de calligraphie, issu de l’Organisation de la Conférence islamique, réuni en sa huitième session à Mascate, Sultanat d’Oman, du 6 au 11 mars 2004,",
        ),
        (
            "ar",
            "إن مجلس مجمع الخط المنبثق عن منظمة المؤتمر الإسلامي المنعقد في دورته الثامنة بمسقط ( سلطنة عُمان ) من 6 إلى 11 مارس 2004م،",
        ),
        (
            "ar",
            "إن مجلس مجمع الخط المنبثق من منظمة التعاون الإسلامي في دورة انعقاد مؤتمره الثامن في مسقط، سلطنة عُمان، من 6 إلى 11 مارس 2004م،",
        ),
    ],
)
def test_an_organ_of_the_oic_that_no_list_has_tells_its_own_session(language, sentence):
    header = read(language, ("preamble", None, sentence))
    assert (header.body_id, header.session) == (None, 8)
    assert (header.city, header.date, header.date_end) == ("Muscat", "2004-03-06", "2004-03-11")


def test_what_a_session_set_up_is_cited_and_not_its_organ():
    sentence = "إن اللجنة المنبثقة عن الدورة السابعة لمنظمة التعاون الإسلامي المنعقدة في الدار البيضاء يوم 3 مايو 2016،"
    header = read("ar", ("preamble", None, sentence))
    assert (header.session, header.city, header.date) == (None, None, None)


def test_a_body_may_hold_its_session_by_a_participle():
    sentence = (
        "The Council of Foreign Ministers, holding its eighth session in Muscat, Sultanate of Oman, on 6 March 2004,"
    )
    header = read("en", ("preamble", None, sentence))
    assert (header.body_id, header.session, header.city) == ("cfm", 8, "Muscat")


@pytest.mark.parametrize(
    ("posted", "kept"), [("20 محرم 1433", False), ("20 محرم 1433 هـ الموافق 15 ديسمبر 2011 م", True)]
)
def test_a_day_of_the_hijri_calendar_alone_on_a_page_is_that_of_its_posting(posted, kept):
    header = read(
        "ar",
        ("boilerplate", "site_navigation", "الرئيسية"),
        ("title", "title", "قرار بشأن عقود الصيانة"),
        ("header", "place_date", posted),
        ("operative", None, "يشيد بالدول الأعضاء."),
    )
    assert (header.date is not None) is kept


@pytest.mark.parametrize(
    ("language", "above", "act", "city"),
    [
        ("en", "Expressing its grief;", "Reaffirms the decisions of the Summit held in Dakar on 3 May 2016;", None),
        ("en", "Expressing its grief;", "To reaffirm the decisions of the Summit held in Dakar on 3 May 2016;", None),
        ("fr", "Exprimant sa peine ;", "CONFIRMER les décisions du Sommet réuni à Dakar le 3 mai 2016 ;", None),
        ("fr", "Exprimant sa peine ;", "Confirme les décisions du Sommet réuni à Dakar le 3 mai 2016 ;", None),
        ("ar", "وإذ يعرب عن حزنه؛", "يؤكد قرارات القمة المنعقدة في داكار في 3 مايو 2016؛", None),
        ("ar", "بسم الله الرحمن الرحيم", "عقد فريق الاتصال اجتماعا في داكار في 3 مايو 2016.", "Dakar"),
        # who acts is the meeting, which is invited, or speaks
        ("ar", "بسم الله الرحمن الرحيم", "بحث المجلس في دورته المنعقدة في داكار في 3 مايو 2016 مسألة مالي.", "Dakar"),
        ("en", "In the name of God", "Invited by Senegal, the Conference was held in Dakar on 3 May 2016.", "Dakar"),
        ("fr", "Au nom de Dieu", "Invitée par le Sénégal, la Conférence s’est tenue à Dakar le 3 mai 2016.", "Dakar"),
        ("en", "In the name of God", "The Contact Group held its meeting in Dakar on 3 May 2016.", "Dakar"),
    ],
)
def test_what_a_meeting_decides_about_is_another_meeting(language, above, act, city):
    header = read(language, ("preamble", None, above), ("operative", None, act))
    assert (header.city, header.date) == (city, "2016-05-03" if city else None)
