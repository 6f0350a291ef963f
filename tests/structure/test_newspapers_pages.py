"""Texts on pages of newspapers and agencies: captions that name them, and parts of a serial."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports


def read(text):
    (report,) = build_reports(read_bytes(text.encode(), "page.txt"))
    return report


def outline(report, *roles):
    return [(block.role, block.label, block.text[:24]) for block in report.blocks if block.role in roles]


CAPTIONED = {
    "en": (
        [
            "OIC ministers' meeting on Mali: the communique",
            "Ministers speak from their capitals on Sunday. — AFP",
            "Gazette report",
        ],
        "The final communiqué adopted by the 16th extraordinary meeting of the Council of Foreign Ministers on “Orchards”.",
        "The Council of Foreign Ministers of the Organization of Islamic Cooperation, meeting in Jeddah on 4 April 2018;",
        ["Recalling its resolutions on orchards;", "1. Condemns the burning of orchards;", "2. Requests a report."],
    ),
    "fr": (
        ["OCI : les ministres au chevet des vergers", "Les ministres réunis dimanche. — AFP", "De notre correspondant"],
        "Le communiqué final adopté par la 16ème réunion extraordinaire du Conseil des ministres sur « les vergers ».",
        "Le Conseil des ministres des Affaires étrangères de l'OCI, réuni à Djeddah le 4 avril 2018 ;",
        ["Rappelant ses résolutions sur les vergers ;", "1. Condamne les incendies ;", "2. Demande un rapport."],
    ),
    "ar": (
        ["منظمة التعاون الإسلامي: اجتماع البساتين", "الوزراء يتحدثون يوم الأحد - أ ف ب", "متابعة المحرر"],
        "البيان الختامي الصادر عن الدورة الاستثنائية السادسة عشرة لمجلس وزراء الخارجية حول «البساتين».",
        "إن مجلس وزراء خارجية منظمة التعاون الإسلامي، المنعقد في جدة يوم 4 أبريل 2018؛",
        ["وإذ يستذكر قراراته بشأن البساتين؛", "1. يدين حرق البساتين؛", "2. يطلب تقديم تقرير."],
    ),
}


@pytest.mark.parametrize("language", CAPTIONED)
def test_a_sentence_that_names_the_text_and_who_adopted_it_ends_the_lead(language):
    above, caption, opening, below = CAPTIONED[language]
    report = read("\n\n".join([*above, caption, opening, *below]))
    header = report.header
    assert (header.title, header.status, header.document_type) == (None, "unknown", "final_communique")
    assert (header.body_id, header.session, header.date) == ("cfm", 16, "2018-04-04")
    leads = [block.text for block in report.blocks if block.subrole == "press_lead"]
    assert leads == [*above, caption]


def test_a_sentence_about_an_adopted_text_above_a_story_is_no_lead():
    _, caption, _, below = CAPTIONED["en"]
    story = "The Council of Foreign Ministers sent its thanks to the growers of the valley."
    report = read("\n\n".join(["FINAL COMMUNIQUE OF THE OIC COUNCIL OF FOREIGN MINISTERS", caption, story, *below]))
    assert not [block for block in report.blocks if block.subrole == "press_lead"]


def test_arabic_words_that_lead_to_a_text_end_their_line_without_a_colon():
    lead = (
        "أصدرت لجنة المندوبين الدائمين في منظمة التعاون الإسلامي خلال اجتماعها أمس في جدة بيانا بشأن الآبار . "
        "وجاء في البيان الختامي لاجتماع اللجنة ما يلي"
    )
    text = (
        "الاجتماع الاستثنائي على مستوى المندوبين، إذ يسترشد بميثاق المنظمة وبما فيه من مبادئ وأهداف تدعو إلى عمارة الأرض . وإذ يذكر بالقرارات التي أصدرتها القمم الإسلامية السابقة بشأن الآبار . "
        "وإذ يقلقه ما أصاب آبار القرى من جفاف في السنوات الأخيرة . 1- يدعو الدول إلى حفر الآبار . 2- يطلب من الأمين العام تقديم تقرير . 3- يشكر المملكة ."
    )
    report = read(f'"التعاون الإسلامي" ترفض قرار ردم الآبار\n\n{lead}\n{text}\n')
    assert report.header.document_type == "final_communique"
    assert [role for role, *_ in outline(report, "preamble", "operative")] == ["preamble"] * 3 + ["operative"] * 3


def test_a_preamble_that_a_paragraph_quotes_is_no_preamble():
    quoted = (
        "«إذ يستذكر قرارات القمم بشأن الآبار. وإذ يدرك معاناة أهل القرى من الجفاف. وإذ يأخذ علما بتقرير الأمين العام»"
    )
    report = read(
        "البيان الختامي لمؤتمر القمة الإسلامي\n\n1. عقد مؤتمر القمة الإسلامي دورته في الدوحة يوم 4 مايو 2014.\n\n"
        f"2. استذكر المؤتمر القرار الذي جاء فيه {quoted} وطلب طبعه من جديد.\n\n3. شكر المؤتمر دولة قطر.\n"
    )
    assert [label for _, label, _ in outline(report, "preamble", "operative")] == ["1.", "2.", "3."]


SERIAL = {
    "en": (
        "Islamic Summit Conference Calls for Peace 9",
        "the opening of the seed bank, whose statute it asked the General Secretariat to send round before the end of the year. ",
        [
            "The Conference stressed that the wells of the villages must be kept.",
            "The Conference thanked the Republic of Mali, where a workshop on seeds met in Segou on 11-13 May 2014.",
            "The Conference called on the Member States to share their forecasts of rain.",
        ],
    ),
    "fr": (
        "Le Sommet islamique appelle à la paix 9",
        "l'ouverture de la banque de semences, dont elle a demandé au Secrétariat général de diffuser le statut avant la fin de l'année. ",
        [
            "La Conférence a souligné que les puits des villages doivent être entretenus.",
            "La Conférence a remercié le Mali, où un atelier sur les semences s'est tenu à Ségou du 11 au 13 mai 2014.",
            "La Conférence a appelé les Etats membres à partager leurs prévisions de pluie.",
        ],
    ),
}


@pytest.mark.parametrize("language", SERIAL)
def test_a_later_part_of_a_serial_is_parted_at_its_numbers(language):
    headline, rest, said = SERIAL[language]
    run = " ".join(f"{number}. {sentence}" for number, sentence in enumerate(said, 61))
    report = read(f"{headline}\n\n{rest}{run}\n\n--More\n")
    assert [label for _, label, _ in outline(report, "preamble", "operative")] == [None, "61.", "62.", "63."]
    # the workshop is not the meeting
    assert (report.header.date, report.header.city) == (None, None)


def test_two_numbers_behind_sentences_part_no_line():
    text = "The Conference read chapter nine. 61. The report has a chapter on wells. 62. It has another on roads and bridges."
    opening = "1. The Islamic Summit Conference met in Doha on 4 May 2014.\n\n2. The Conference thanked its host.\n\n"
    report = read(f"FINAL COMMUNIQUE OF THE ISLAMIC SUMMIT CONFERENCE\n\n{opening}{text}\n")
    assert [label for _, label, _ in outline(report, "operative")] == ["2.", None]
