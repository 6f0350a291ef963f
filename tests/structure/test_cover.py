"""A cover is parted by what its lines say, and its facts are read as if it were whole."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.front.cover import gather_cover
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import segment

ENGLISH = """OIC/CFM-29/2002/MM/RES/FINAL
Original: English

RESOLUTIONS
ON THE SCHOOLS OF THE NOMADS
ADOPTED BY THE TWENTY-NINTH SESSION OF
THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS
(SESSION OF SOLIDARITY
AND DIALOGUE)
KHARTOUM,
REPUBLIC OF THE SUDAN
14-16 RABIUL THANI 1423H
(25-27 JUNE 2002)

The Conference, meeting in Khartoum,
Recalling its resolution on the schools of the nomads;
1. Calls upon Member States to build schools.
2. Requests the Secretary General to follow the matter.
"""
FRENCH = """COMMUNIQUE FINAL
DE LA TREIZIEME SESSION DE LA CONFERENCE ISLAMIQUE AU SOMMET
SOUS LE THEME : L'EAU POUR TOUS
ISTANBUL, REPUBLIQUE DE TURQUIE
7-8 RAJAB 1437H (14-15 AVRIL 2016)

1. La treizième session de la Conférence islamique au Sommet s'est tenue à Istanbul les 14 et 15 avril 2016.
2. La Conférence a salué les efforts du pays hôte.
3. Elle a demandé au Secrétaire général de suivre la question.
"""
ARABIC = """البيان الختامي
للدورة الحادية عشرة لمؤتمر القمة الإسلامي
(دورة المياه والزراعة)
داكار، جمهورية السنغال
13-14 مارس 2008

1- عقدت الدورة الحادية عشرة لمؤتمر القمة الإسلامي في داكار يومي 13 و14 مارس 2008.
2- رحب المؤتمر بجهود البلد المضيف.
3- طلب المؤتمر من الأمين العام متابعة الموضوع.
"""


def read(text):
    return read_bytes(text.encode(), "cover.txt")


def front(reading):
    blocks = segment(reading)
    body = next(i for i, block in enumerate(blocks) if block.role in {"preamble", "operative"})
    return [(block.role, block.subrole, block.text) for block in blocks[:body]]


def test_each_block_of_a_cover_says_one_thing():
    assert front(read(ENGLISH)) == [
        ("header", "symbol", "OIC/CFM-29/2002/MM/RES/FINAL"),
        ("header", "symbol", "Original: English"),
        ("title", "title", "RESOLUTIONS\nON THE SCHOOLS OF THE NOMADS"),
        (
            "header",
            "adopted_by",
            "ADOPTED BY THE TWENTY-NINTH SESSION OF\nTHE ISLAMIC CONFERENCE OF FOREIGN MINISTERS",
        ),
        ("header", "theme", "(SESSION OF SOLIDARITY\nAND DIALOGUE)"),
        ("header", "place_date", "KHARTOUM,\nREPUBLIC OF THE SUDAN"),
        ("header", "place_date", "14-16 RABIUL THANI 1423H\n(25-27 JUNE 2002)"),
    ]


@pytest.mark.parametrize("text", [FRENCH, ARABIC])
def test_a_theme_place_and_days_are_parted_in_other_languages(text):
    found = front(read(text))
    assert [subrole for _, subrole, _ in found] == ["title", "theme", "place_date", "place_date"]
    assert "\n" in found[0][2]


def test_a_line_of_place_and_days_takes_the_days_of_the_other_calendar_along():
    text = FRENCH.replace("ISTANBUL, REPUBLIQUE DE TURQUIE\n7-8 RAJAB 1437H ", "ISTANBUL, 7-8 RAJABB 1437H\n")
    assert front(read(text))[-1][2] == "ISTANBUL, 7-8 RAJABB 1437H\n(14-15 AVRIL 2016)"


@pytest.mark.parametrize(
    "line", ["(COMCEC)", "« Appel de Conakry »", "(Committee of the Session of the Islamic Summit)"]
)
def test_an_abbreviation_a_name_or_a_body_in_brackets_is_no_theme(line):
    text = ENGLISH.replace("(SESSION OF SOLIDARITY\nAND DIALOGUE)\n", f"{line}\n")
    assert "theme" not in [subrole for _, subrole, _ in front(read(text))]


def test_facts_are_read_of_the_whole_cover_and_point_at_the_block_that_says_them():
    (report,) = build_reports(read(ENGLISH))
    header = report.header
    assert (header.title, header.session) == ("RESOLUTIONS ON THE SCHOOLS OF THE NOMADS", 29)
    assert (header.city, header.date, header.date_end) == ("Khartoum", "2002-06-25", "2002-06-27")
    pointed = {name: report.blocks[getattr(header, f"{name}_seq") - 1] for name in ("session", "place", "date")}
    assert [pointed[name].subrole for name in ("session", "place", "date")] == [
        "adopted_by",
        "place_date",
        "place_date",
    ]
    assert all(getattr(header, f"{name}_evidence") in " ".join(block.text.split()) for name, block in pointed.items())


def test_gathering_gives_the_groups_back():
    blocks = segment(read(ENGLISH))
    gathered, places = gather_cover(blocks)
    assert [group for group in places if len(group) > 1] == [[1, 2], [3, 4, 5], [6, 7]]
    assert gathered[2].text == "KHARTOUM,\nREPUBLIC OF THE SUDAN\n14-16 RABIUL THANI 1423H\n(25-27 JUNE 2002)"


SPOKEN = """كلمة معالي الدكتور سالم بن راشد أمام مؤتمر وزراء الخارجية التحضيري
{}
القمة الإسلامية الرابعة
نيامي: 3 مايو 2031م
أصحاب المعالي،
يسعدني أن أخاطبكم باسم منظمتنا، وقد جئنا إلى هذه القاعة من بلدان بعيدة لننظر في أحوال النساجين وفي أسواقهم التي أغلقت.
وأشكر الدولة المضيفة على ما لقيناه من حسن الاستقبال.
"""


def test_the_name_of_a_speaker_whom_the_title_names_is_a_line_of_the_header():
    title, name = SPOKEN.split("\n", maxsplit=1)[0], "الدكتور سالم بن راشد الأمين العام لمنظمة التعاون الإسلامي"
    lines = [(role, text) for role, _, text in front(read(SPOKEN.format(name)))]
    assert lines[:3] == [("title", title), ("header", name), ("header", "القمة الإسلامية الرابعة")]


def test_another_name_below_a_speech_goes_on_with_its_title():
    name = "الدكتور سعيد بن ناصر رئيس الدورة"
    assert name in front(read(SPOKEN.format(name)))[0][2]


def test_a_session_of_which_the_kind_is_told_is_none_of_a_programme():
    lines = "برنامج العمل لأسواق النساجين\nالدورة الاستثنائية الرابعة لمؤتمر القمة الإسلامية\nنيامي - النيجر\n3 مايو 2031م\n\n"
    text = f"{lines}1. يرحب المؤتمر بفتح الأسواق.\n\n2. يشكر المؤتمر الدولة المضيفة.\n"
    (report,) = build_reports(read(text))
    assert report.header.title == "برنامج العمل لأسواق النساجين"
    assert (report.header.body_id, report.header.session) == ("eis", 4)
