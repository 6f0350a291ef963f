"""Wordings of first sentences that tell facts: several of each class in three languages, and what must not be read so."""

from __future__ import annotations

import pytest
from printed_facts import THANKED, compare


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
    # one request may be that of a declaration, and where leaders say we all of them are
    compare(language, {"document_type": None}, *blocks[:-1])
    compare(language, {"document_type": "declaration"}, ("preamble", None, we), *blocks)


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
