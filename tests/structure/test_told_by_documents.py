"""A cover that names no session, above resolutions that all name it in their first sentence."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

COVERS = {
    "en": "RESOLUTIONS ON ECONOMIC AFFAIRS",
    "fr": "RÉSOLUTIONS SUR LES AFFAIRES ÉCONOMIQUES",
    "ar": "القرارات الاقتصادية",
}
NUMBERS = {"en": "RESOLUTION No. {}-E", "fr": "RÉSOLUTION N° {}-E", "ar": "قرار رقم {}-أق"}
SUBJECTS = {
    "en": ("ON THE MILLS OF THE RIVER", "ON THE SALT OF THE SHORE"),
    "fr": ("SUR LES MOULINS DU FLEUVE", "SUR LE SEL DU RIVAGE"),
    "ar": ("بشأن مطاحن النهر", "بشأن ملح الساحل"),
}
OPENINGS = {
    "en": "The Thirty-third Session of the Islamic Conference of Foreign Ministers, held in Baku, Republic of Azerbaijan,"
    " from 19 to 21 June 2006,",
    "fr": "La trente-troisième session de la Conférence islamique des ministres des Affaires étrangères, tenue à Bakou,"
    " République d’Azerbaïdjan, du 19 au 21 juin 2006,",
    "ar": "إن المؤتمر الإسلامي لوزراء الخارجية، المنعقد في دورته الثالثة والثلاثين في باكو، جمهورية أذربيجان، من 19 إلى 21"
    " يونيو 2006،",
}
RECITALS = {
    "en": "Recalling what earlier sessions resolved on the matter;",
    "fr": "Rappelant ce que les sessions précédentes ont résolu à ce sujet ;",
    "ar": "إذ يستذكر ما قررته الدورات السابقة في هذا الشأن؛",
}
ACTS = {
    "en": ("1. Requests Member States to mend them.", "2. Thanks the General Secretariat."),
    "fr": ("1. Demande aux États membres de les réparer.", "2. Remercie le Secrétariat général."),
    "ar": ("1- يطلب من الدول الأعضاء إصلاحها.", "2- يشكر الأمانة العامة."),
}


def read(language, numbers=("1/33", "2/33"), openings=None, front=()):
    titles = [
        f"{NUMBERS[language].format(number)}\n{subject}"
        for number, subject in zip(numbers, SUBJECTS[language], strict=True)
    ]
    index = {"en": "INDEX", "fr": "INDEX", "ar": "الفهرس"}[language]
    rows = [f"{place}. {title.replace(chr(10), ' ')} {place + 1}" for place, title in enumerate(titles, 1)]
    texts = [
        part
        for title, opening in zip(titles, openings or [OPENINGS[language]] * 2, strict=True)
        for part in (title, opening, RECITALS[language], *ACTS[language])
    ]
    text = "\n\n".join([COVERS[language], *front, index, *rows, *texts])
    return build_reports(read_bytes(text.encode(), "x.txt"))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_silent_cover_has_what_all_of_its_resolutions_say(language):
    cover, *documents = read(language)
    facts = (cover.header.body_id, cover.header.session, cover.header.date, cover.header.date_end, cover.header.city)
    assert (cover.header.part, len(documents)) == (0, 2)
    assert facts == ("cfm", 33, "2006-06-19", "2006-06-21", "Baku")
    assert (cover.header.date_source, cover.header.date_seq) == ("collection", None)
    assert cover.header.meeting_id == documents[0].header.meeting_id == "cfm-33"
    assert not {"no_date", "no_body"} & {flag.flag for flag in cover.flags}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_index_of_two_sessions_says_nothing_of_one(language):
    cover, *_ = read(language, numbers=("1/33", "2/29"))
    assert (cover.header.body_id, cover.header.session, cover.header.city) == (None, None, None)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_of_what_resolutions_tell_in_different_ways_the_cover_has_none(language):
    second = OPENINGS[language]
    for there, elsewhere in (("Baku", "Ganja"), ("Bakou", "Gandja"), ("باكو", "كنجه")):
        second = second.replace(there, elsewhere)
    for day, other in (("21 June", "22 June"), ("21 juin", "22 juin"), ("21 يونيو", "22 يونيو")):
        second = second.replace(day, other)
    cover, *_ = read(language, openings=[OPENINGS[language], second])
    assert (cover.header.session, cover.header.date) == (33, None)


def test_a_cover_that_says_its_state_takes_the_city_in_it_alone():
    cover, *_ = read("en", front=["STATE OF QATAR, 19-21 JUNE 2006"])
    assert cover.header.city is None
    cover, *_ = read("en", front=["REPUBLIC OF AZERBAIJAN, 19-21 JUNE 2006"])
    assert cover.header.city == "Baku"
