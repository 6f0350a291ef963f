"""Wordings in which a page may tell its facts: several of each class in three languages, and what must not be read so."""

from __future__ import annotations

import pytest

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header

THANKED = {
    "en": "The Meeting thanked the host for the fish.",
    "fr": "La réunion a remercié le pays hôte pour le poisson.",
    "ar": "شكر الاجتماع البلد المضيف على السمك.",
}
MET = {
    "en": "The Contact Group on Somalia met in Kampala on 3 May 2016.",
    "fr": "Le Groupe de contact sur la Somalie s’est réuni à Kampala le 3 mai 2016.",
    "ar": "اجتمع فريق الاتصال المعني بالصومال في كمبالا يوم 3 مايو 2016.",
}


def facts_of(language, *blocks):
    printed = [Block(role, text, text, subrole=subrole, language=language) for role, subrole, text in blocks]
    return read_header(printed, language)[0]


def compare(language, facts, *blocks):
    header = facts_of(language, *blocks)
    assert {name: getattr(header, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("language", "lead", "kind"),
    [
        ("en", "The meeting ended with the issuance of the following final communiqué:", "final_communique"),
        ("en", "At its close the Group came out with this declaration, which reads:", "declaration"),
        ("en", "The Group concluded by releasing a declaration which reads as follows:", "declaration"),
        ("en", "The text of the final communiqué issued at its end is as follows:", "final_communique"),
        ("en", "It adopted a final communiqué, the text of which is given below:", "final_communique"),
        ("en", "The communiqué states:", "communique"),
        ("fr", "La réunion s’est achevée par la publication du communiqué final suivant :", "final_communique"),
        ("fr", "À l’issue des travaux, le Groupe a publié une déclaration dont la teneur suit :", "declaration"),
        ("fr", "Les ministres ont diffusé un communiqué final ainsi libellé :", "final_communique"),
        ("fr", "Voici les termes de la déclaration adoptée à l’unanimité :", "declaration"),
        ("fr", "Le communiqué final de la réunion se lit comme suit :", "final_communique"),
        ("ar", "واختتم الاجتماع بإصدار البيان الختامي التالي:", "final_communique"),
        ("ar", "وجاء في البيان الختامي للاجتماع :", "final_communique"),
        ("ar", "وفي ختام أعماله أصدر الفريق بيان ختامي هذا نصه:", "final_communique"),
        ("ar", "وصدر عن الاجتماع إعلان تضمن ما يلي:", "declaration"),
        ("ar", "وفيما يلي نص البيان الختامي الصادر عن الاجتماع:", "final_communique"),
        # what a meeting decided, or had before it, is not what the text is
        ("en", "Having considered the report of the envoy, the Group decided as follows:", "report"),
        ("en", "The Group adopted the following decisions:", "report"),
        ("en", "It agreed on the following measures:", "report"),
        ("fr", "La réunion a examiné le rapport de l’envoyé et a décidé ce qui suit :", "report"),
        ("fr", "Elle a adopté les résolutions suivantes :", "report"),
        ("ar", "وبعد الاطلاع على تقرير المبعوث قرر الفريق ما يلي:", "report"),
        ("ar", "واتخذ الفريق القرارات التالية:", "report"),
    ],
)
def test_what_is_said_to_follow_is_the_type_of_the_text(language, lead, kind):
    blocks = [("preamble", None, MET[language]), ("preamble", None, lead), ("operative", None, THANKED[language])]
    compare(language, {"document_type": kind}, *blocks)


@pytest.mark.parametrize(
    ("language", "headline", "lead"),
    [
        ("en", "OIC meeting calls for more fish", "It issued the following communiqué:"),
        ("fr", "L’OCI appelle à plus de poisson", "Il a publié le communiqué suivant :"),
        ("ar", "فريق الاتصال يدعو إلى مزيد من السمك", "وأصدر البيان الختامي التالي:"),
    ],
)
def test_a_headline_above_a_text_that_is_given_is_no_title(language, headline, lead):
    above = [("title", "title", headline), ("preamble", None, MET[language])]
    below = ("operative", None, THANKED[language])
    assert facts_of(language, *above, ("preamble", None, lead), below).title is None
    # the headline of a press release of the OIC's own stays its title
    assert facts_of(language, *above, below).title == headline


@pytest.mark.parametrize(
    ("language", "facts", "sentences"),
    [
        (
            "en",
            {"session": 3, "city": "Jeddah", "date": "1972-02-29"},
            "The Second Islamic Conference of Foreign Ministers, held in Karachi from 26 to 28 December 1970, had recommended a meeting in Kabul. The Third Islamic Conference of Foreign Ministers was held in Jeddah from 29 February to 4 March 1972.",
        ),
        (
            "fr",
            {"session": 3, "city": "Jeddah", "date": "1972-02-29"},
            "La deuxième Conférence islamique des ministres des Affaires étrangères, tenue à Karachi du 26 au 28 décembre 1970, avait recommandé une réunion à Kaboul. La troisième Conférence islamique des ministres des Affaires étrangères s’est tenue à Djeddah du 29 février au 4 mars 1972.",
        ),
        (
            "ar",
            {"session": 3, "city": "Jeddah", "date": "1972-02-29"},
            "كان مؤتمر وزراء الخارجية الإسلامي الثاني الذي عقد في كراتشي من 26 إلى 28 ديسمبر 1970م قد أوصى باجتماع في كابول. عقد المؤتمر الإسلامي الثالث لوزراء الخارجية في جدة من 29 فبراير إلى 4 مارس 1972م.",
        ),
        (
            "en",
            {"body_id": "mc-health", "session": 7, "city": "Abu Dhabi", "date": "2019-12-15"},
            "The Seventh Islamic Conference of Health Ministers, hosted by the United Arab Emirates in Abu Dhabi from 15 to 17 December 2019, ended its proceedings this Tuesday.",
        ),
        (
            "fr",
            {"body_id": "mc-health", "session": 7, "city": "Abu Dhabi", "date": "2019-12-15"},
            "La Septième Conférence islamique des Ministres de la Santé, accueillie par les Emirats arabes unis, à Abou Dhabi, du 15 au 17 décembre 2019, a mis fin ce mardi à ses travaux.",
        ),
        (
            "fr",
            {"body_id": "mc-health", "session": 7, "city": "Abu Dhabi"},
            "La Septième Conférence islamique des Ministres de la Santé a achevé mardi ses travaux à Abou Dhabi, capitale des Emirats arabes unis.",
        ),
        (
            "ar",
            {"body_id": "mc-health", "session": 7, "city": "Abu Dhabi"},
            "أنهى المؤتمر الإسلامي السابع لوزراء الصحة أعماله في أبوظبي يوم 17 ديسمبر 2019.",
        ),
        (
            "en",
            {"body_id": "mc-youth-sports", "session": 3, "city": "Istanbul", "date": "2016-10-05"},
            "We, delegates of the Member States of the OIC having participated in the 3rd Session of the Islamic Conference of Youth and Sports Ministers, which was held in Istanbul, Republic of Turkey, from 5 to 7 October 2016, reviewed the agenda,",
        ),
        (
            "fr",
            {"body_id": "mc-youth-sports", "session": 3, "city": "Istanbul", "date": "2016-10-05"},
            "Nous, délégués des Etats membres de l’OCI ayant pris part à la 3ème session de la Conférence islamique des ministres de la Jeunesse et des Sports, qui s’est déroulée à Istanbul, République de Turquie, du 5 au 7 octobre 2016, avons passé en revue l’ordre du jour,",
        ),
        (
            "ar",
            {"body_id": "mc-youth-sports", "session": 3, "city": "Istanbul", "date": "2016-10-05"},
            "نحن الوزراء، المشاركين في الدورة الثالثة للمؤتمر الإسلامي لوزراء الشباب والرياضة التي عقدت في إسطنبول من 5 إلى 7 أكتوبر 2016، استعرضنا جدول الأعمال،",
        ),
        (
            "en",
            {"body_id": "cfm", "session_kind": "extraordinary", "city": "Kuala Lumpur", "date": "2017-01-19"},
            "The Foreign Ministers of the OIC Member States met in extraordinary session in Kuala Lumpur, Malaysia, on 19 January 2017.",
        ),
        (
            "fr",
            {"body_id": "cfm", "session_kind": "extraordinary", "city": "Kuala Lumpur", "date": "2017-01-19"},
            "Les ministres des Affaires étrangères de l’OCI se sont réunis en session extraordinaire à Kuala Lumpur, Malaisie, le 19 janvier 2017.",
        ),
        (
            "ar",
            {"body_id": "cfm", "session_kind": "extraordinary", "city": "Kuala Lumpur", "date": "2017-01-19"},
            "عقد وزراء خارجية الدول الأعضاء في منظمة التعاون الإسلامي دورة استثنائية في كوالالمبور، ماليزيا، يوم 19 يناير 2017.",
        ),
        (
            "ar",
            {"body_id": "is", "session": 7, "city": "Casablanca", "date": "1994-12-13"},
            "نحن ملوك وأمراء ورؤساء الدول والحكومات الأعضاء، في منظمة المؤتمر الإسلامي المجتمعين في مؤتمر القمة الإسلامي السابع المنعقد في مدينة الدار البيضاء أيام 13 و14 و15 ديسمبر 1994،",
        ),
        (
            "ar",
            {"body_id": "is", "session": 2, "city": "Lahore", "date": "1974-02-22"},
            "إن مؤتمر القمة الإسلامي الثاني المنعقد في لاهور، في جمهورية باكستان الإسلامية، في الفترة من 29 محرم إلى 1 صفر 1394 هـ. الموافق من 22 إلى 24 فبراير 1974م،",
        ),
        (
            "fr",
            {"body_id": "comcec", "session": 33, "session_kind": None, "meeting_id": "comcec-2017-05-10"},
            "La Trente-Troisième Réunion du Comité de Suivi du COMCEC s’est tenue à Ankara les 10 et 11 mai 2017.",
        ),
    ],
)
def test_facts_of_first_sentences(language, facts, sentences):
    compare(language, facts, ("preamble", None, sentences), ("operative", None, THANKED[language]))


@pytest.mark.parametrize(
    ("language", "facts", "title"),
    [
        ("en", {"city": "Riyadh"}, "Resolution of the Riyadh Arab-Islamic Summit"),
        ("en", {"city": "Doha"}, "Final Communiqué of the Doha Emergency Arab-Islamic Summit"),
        ("fr", {"city": "Riyadh"}, "Résolution issue du Sommet arabo-islamique extraordinaire de Riyad"),
        ("fr", {"city": "Jeddah"}, "Communiqué final du Sommet islamique de Djeddah"),
        ("ar", {"city": "Doha"}, "البيان الختامي لقمة الدوحة العربية الإسلامية الطارئة"),
        # what a title is on, or what it follows up, is no place of the meeting
        ("en", {"city": None}, "Statement on the Madrid Summit"),
        ("en", {"city": None}, "Report in follow-up to the Makkah Summit"),
        ("fr", {"city": None}, "Déclaration sur le Sommet de Madrid"),
        (
            "en",
            {"resolution_number": "10/11-P(IS)"},
            "The Summit (March 13-14, 2008) Resolution No.10/11-P (IS) on fish",
        ),
        ("en", {"resolution_number": "41/21-P", "document_type": "resolution"}, "Res. No. 41/21-P"),
    ],
)
def test_facts_of_titles(language, facts, title):
    compare(language, facts, ("title", "title", title), ("operative", None, THANKED[language]))


@pytest.mark.parametrize(
    ("language", "lines", "title"),
    [
        ("en", "DAKAR DECLARATION\nSIXTH ISLAMIC SUMMIT CONFERENCE\n(SESSION OF UNITY)", "DAKAR DECLARATION"),
        ("en", "DAKAR DECLARATION\nOF THE SIXTH ISLAMIC SUMMIT", None),
        ("en", "FINAL COMMUNIQUE\n46TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS", None),
        ("fr", "DECLARATION DE\nDAKAR\nTroisième session\nde la Conférence islamique", "DECLARATION DE DAKAR"),
        ("fr", "RESOLUTION\nSUR\nLA PALESTINE\nADOPTÉE PAR\nLE SOMMET", "RESOLUTION SUR LA PALESTINE"),
        ("fr", "Textes\nTranscription\nDECLARATION DE DAKAR", "DECLARATION DE DAKAR"),
        ("fr", "RAPPORT\nDE LA SESSION DU COMCEC\nRAPPORT DE LA SESSION DU COMCEC", "RAPPORT DE LA SESSION DU COMCEC"),
        ("ar", "إعلان داكار\nالصادر عن الدورة السادسة لمؤتمر القمة الإسلامي", "إعلان داكار"),
        ("ar", "إعلان داكار\nدورة: {الوحدة والتضامن}", "إعلان داكار"),
        ("ar", "تقرير اجتماع الخبراء\nللدورة السادسة لمؤتمر القمة الإسلامي", None),
    ],
)
def test_lines_of_a_title(language, lines, title):
    """``None``: all of them, joined."""
    expected = title or lines.replace("\n", " ")
    compare(language, {"title": expected}, ("title", "title", lines), ("operative", None, THANKED[language]))


@pytest.mark.parametrize(
    ("language", "is_of_the_meeting", "text"),
    [
        ("en", True, "Jeddah – Kingdom Of Saudi Arabia 22 – 24 Shawwal 1433 9 – 11 September 2012 The Group met here."),
        ("fr", True, "Djeddah – Royaume d’Arabie saoudite, 9-11 septembre 2012 Le Groupe remercie les cuisiniers."),
        ("ar", True, "جدة – المملكة العربية السعودية 9-11 سبتمبر 2012 يشكر الفريق الطباخين."),
        # a dateline has one day, and a newspaper wrote it
        ("en", False, "JEDDAH, 9 September 2012 (APQ) – The Group thanks the cooks who came from afar today."),
    ],
)
def test_place_and_days_that_run_into_the_first_paragraph(language, is_of_the_meeting, text):
    facts = {"city": "Jeddah", "date": "2012-09-09", "date_end": "2012-09-11"}
    compare(language, facts if is_of_the_meeting else dict.fromkeys(facts), ("operative", None, text))


@pytest.mark.parametrize(
    ("language", "preamble", "acts", "we"),
    [
        (
            "en",
            ["Recalling the fish,", "Noting the nets,"],
            ["Requests the cooks to fish.", "Calls upon all to eat."],
            "We, the Ministers, met in Jeddah,",
        ),
        (
            "fr",
            ["Rappelant le poisson,", "Notant les filets,"],
            ["Demande aux cuisiniers de pêcher.", "Prie chacun de manger."],
            "Nous, ministres, réunis à Djeddah,",
        ),
        (
            "ar",
            ["إذ يستذكر السمك،", "وإذ يلاحظ الشباك،"],
            ["يطلب من الطباخين الصيد.", "يدعو الجميع إلى الأكل."],
            "نحن وزراء الخارجية المجتمعين في جدة،",
        ),
    ],
)
def test_participles_and_verbs_of_an_organ_are_those_of_a_resolution(language, preamble, acts, we):
    blocks = [*(("preamble", None, text) for text in preamble), *(("operative", None, text) for text in acts)]
    compare(language, {"document_type": "resolution"}, *blocks)
    # one request may be that of a declaration, and so may all where leaders say we
    compare(language, {"document_type": None}, *blocks[:-1])
    compare(language, {"document_type": None}, ("preamble", None, we), *blocks)


@pytest.mark.parametrize(
    ("language", "is_cover", "lines"),
    [
        (
            "fr",
            True,
            "Plan pour le poisson\nTroisième session extraordinaire\nde la Conférence islamique au sommet\nDakar\n5-6 mai 2005\nPréambule\nNos pays ont faim.",
        ),
        (
            "en",
            True,
            "Plan for fish\nThird Extraordinary Session of\nthe Islamic Summit Conference\nDakar, Republic of Senegal\n5-6 May 2005\nPreamble\nOur peoples are hungry.",
        ),
        # a wrapped sentence may have its days on a line of their own
        ("en", False, "The Third Conference recalled that it\nmet on\n5-6 May 2005\nand thanked the cooks."),
    ],
)
def test_a_cover_that_runs_into_the_first_paragraph(language, is_cover, lines):
    ends = [i for i, letter in enumerate(lines) if letter == "\n"]
    text = lines.replace("\n", " ")
    header, _ = read_header([Block("preamble", text, text, language=language, line_ends=tuple(ends))], language)
    facts = (header.body_id, header.session, header.city, header.date, header.date_end)
    assert (facts == ("eis", 3, "Dakar", "2005-05-05", "2005-05-06")) == is_cover


@pytest.mark.parametrize("posted", ["2020-12-10", "10/12/2020", "10 December 2020"])
def test_the_day_of_a_posting_above_the_lines_of_a_cover(posted):
    menu = ("boilerplate", "site_navigation", "Home\nNews\nContact")
    cover = ("header", None, f"{posted}\nThe Contact Group on Somalia\nKampala, 3 May 2016")
    compare("en", {"date": "2016-05-03"}, menu, cover, ("operative", None, THANKED["en"]))


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Organisation of Islamic Cooperation"),
        ("fr", "Organisation de la Coopération Islamique"),
        ("ar", "منظمة التعاون الإسلامي"),
    ],
)
def test_the_letterhead_of_the_organisation_is_no_title(language, name):
    below = ("operative", None, THANKED[language])
    compare(language, {"title": None}, ("title", "title", name), below)
    compare(language, {"title": f"{name} 2020"}, ("title", "title", f"{name} 2020"), below)


# A declaration that no title names

DECLARING = {
    "en": ("We, the Heads of State of the OIC member states, gathered in Kampala,", "Recalling the Charter,"),
    "fr": ("Nous, chefs d’État des pays membres de l’OCI, réunis à Kampala,", "Rappelant la Charte,"),
    "ar": ("نحن رؤساء دول منظمة التعاون الإسلامي المجتمعين في كمبالا،", "وإذ نستذكر الميثاق،"),
}


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("en", "Hereby declare the following:", "declaration"),
        ("en", "Do solemnly declare as follows:", "declaration"),
        ("en", "Have agreed on the following:", None),
        ("fr", "Déclarons ce qui suit :", "declaration"),
        ("fr", "Proclamons solennellement ce qui suit :", "declaration"),
        ("fr", "Convenons de ce qui suit :", None),
        ("ar", "نعلن ما يلي:", "declaration"),
        ("ar", "نقرر ما يلي:", None),
    ],
)
def test_the_line_that_leads_to_what_is_declared_names_a_declaration(language, line, kind):
    opening, participle = DECLARING[language]
    blocks = [("preamble", None, text) for text in (opening, participle, participle, line)]
    compare(language, {"document_type": kind}, *blocks, ("operative", None, THANKED[language]))


# The day of a site's line


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Voltaire Network | Kampala (Uganda) | 5 May 2016"),
        ("en", "Kampala • 5 May 2016 • The Daily"),
        ("fr", "Réseau Voltaire | Kampala (Ouganda) | 5 mai 2016"),
        ("ar", "شبكة فولتير | كمبالا | 5 مايو 2016"),
    ],
)
def test_a_day_between_bars_gives_way_to_that_of_the_first_sentence(language, line):
    compare(
        language,
        {"date": "2016-05-03", "city": "Kampala"},
        ("header", "place_date", line),
        ("preamble", None, MET[language]),
        ("operative", None, THANKED[language]),
    )


def test_a_day_of_the_cover_that_the_first_sentence_contradicts_leaves_none():
    line = ("header", "place_date", "Kampala, Uganda, 5 May 2016")
    compare("en", {"date": None}, line, ("preamble", None, MET["en"]), ("operative", None, THANKED["en"]))


# Titles on one line with what is not of them


@pytest.mark.parametrize(
    ("language", "line", "title"),
    [
        (
            "fr",
            "Déclaration de Gao soumise à la 49ème session du Conseil « Juste milieu, clef de la paix » 16-17 mars 2023",
            "Déclaration de Gao",
        ),
        ("fr", "Déclaration de Gao présentée au Conseil des ministres", "Déclaration de Gao"),
        ("en", "Gao Declaration submitted to the 49th Session of the Council", "Gao Declaration"),
        ("ar", "إعلان غاو المقدم إلى الدورة التاسعة والأربعين", "إعلان غاو"),
        ("fr", "RAPPORT DU SOMMET « Unité et bien commun de tous » 16 mars 2023", None),
        (
            "fr",
            "COMMUNIQUE FINAL DE LA SEIZIEME SESSION DU SOMMET Session « Connectivité et bien commun »",
            "COMMUNIQUE FINAL DE LA SEIZIEME SESSION DU SOMMET",
        ),
        (
            "en",
            "Final Communiqué of the Tenth Session of the Islamic Summit (Session of Unity and Peace)",
            "Final Communiqué of the Tenth Session of the Islamic Summit",
        ),
        (
            "en",
            "Final Communiqué of the Tenth Session under the theme “Water, Bread and Peace”",
            "Final Communiqué of the Tenth Session",
        ),
        (
            "ar",
            "البيان الختامي للدورة العاشرة لمؤتمر القمة الإسلامي «دورة الوحدة والسلام والتنمية»",
            "البيان الختامي للدورة العاشرة لمؤتمر القمة الإسلامي",
        ),
        (
            "en",
            "FINAL COMMUNIQUÉ 10th ISLAMIC SUMMIT CONFERENCE (GAO SUMMIT: WATER, BREAD AND PEACE)",
            "FINAL COMMUNIQUÉ 10th ISLAMIC SUMMIT CONFERENCE",
        ),
        (
            "fr",
            "Communiqué final de la dixième session du Sommet islamique (Sommet de Gao : l’eau, le pain et la paix)",
            "Communiqué final de la dixième session du Sommet islamique",
        ),
        (
            "ar",
            "البيان الختامي للدورة العاشرة لمؤتمر القمة الإسلامي (قمة غاو: الماء والخبز والسلام)",
            "البيان الختامي للدورة العاشرة لمؤتمر القمة الإسلامي",
        ),
        (
            "en",
            "Final Communiqué of the Tenth Session of the Islamic Summit (OIC Summit)",
            "Final Communiqué of the Tenth Session of the Islamic Summit (OIC Summit)",
        ),
        ("en", "Statement on “Water, Bread and Peace”", "Statement on “Water, Bread and Peace”"),
        (
            "en",
            "Resolution of the Tenth Session on “Water, Bread and Peace”",
            "Resolution of the Tenth Session on “Water, Bread and Peace”",
        ),
    ],
)
def test_a_title_ends_where_its_line_goes_on_with_theme_or_receiver(language, line, title):
    blocks = (("title", "title", line), ("preamble", None, MET[language]), ("operative", None, THANKED[language]))
    compare(language, {"title": title} if title else {}, *blocks)
    assert facts_of(language, *blocks).title


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("PROJET DE COMMUNIQUE FINAL", "PROJET DE COMMUNIQUE FINAL DE LA SEIZIEME SESSION DU SOMMET"),
        ("LE COMMUNIQUE FINAL", "COMMUNIQUE FINAL DE LA SEIZIEME SESSION DU SOMMET"),
    ],
)
def test_of_two_titles_that_of_a_draft_says_more(above, title):
    session = "DE LA SEIZIEME SESSION DU SOMMET"
    blocks = [("title", "title", f"{above}\n{session}"), ("title", "title", f"COMMUNIQUE FINAL\n{session}")]
    compare("fr", {"title": title}, *blocks, ("preamble", None, MET["fr"]), ("operative", None, THANKED["fr"]))


# The session that is attended


@pytest.mark.parametrize(("present", "opened"), [("présents", ", ouverte à Kampala"), ("participant", " à Kampala")])
def test_ministers_who_are_present_met_there(present, opened):
    session = "la 49ème session du Conseil des ministres des Affaires étrangères"
    opening = f"Nous, Ministres, {present} à {session}{opened}, en Ouganda, les 16 et 17 mars 2023 ;"
    compare(
        "fr",
        {"city": "Kampala", "session": 49, "date": "2023-03-16"},
        ("preamble", None, opening),
        ("operative", None, THANKED["fr"]),
    )


# A lead that gives the text


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("fr", "Au terme de la rencontre a été rendu public le communiqué que voici."),
        ("fr", "Les ministres ont diffusé un communiqué dont voici la teneur."),
        ("en", "At its end the ministers issued a communiqué, the text of which follows."),
        ("en", "The ministers issued a communiqué which is reproduced in full below."),
    ],
)
def test_a_lead_that_ends_with_a_full_stop_names_what_it_gives(language, lead):
    compare(
        language,
        {"document_type": "communique"},
        ("boilerplate", "press_lead", lead),
        ("preamble", None, MET[language]),
        ("operative", None, THANKED[language]),
    )
