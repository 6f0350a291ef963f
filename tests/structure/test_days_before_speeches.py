"""Place and days that a page runs into the title of a speech, or into its first words."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

# title, its place, days in two calendars, one day, the speech
SPEECHES = {
    "en": (
        (
            "Statement of H.E. the Secretary General of the OIC to the 61st session of the Permanent Council of the Islamic Wells "
            "Fund"
        ),
        "Jeddah, Kingdom of Saudi Arabia",
        "3-4 Rajab 1435H corresponding to 2-3 May 2014",
        "2 May 2014",
        (
            "Mr. Chairman, Excellencies, it gives me great pleasure to meet you at the beginning of your work and to wish you every "
            "success in it. The Fund has helped schools in Niger and Chad this year, and its means are still short of what the "
            "Summit asked for. I call upon the Member States to pay what they have pledged. I thank you."
        ),
    ),
    "fr": (
        "Discours de S.E. le Secrétaire général de l’OCI à la 61ème session du Conseil permanent du Fonds islamique des puits",
        "Djeddah, Royaume d’Arabie saoudite",
        "3-4 Rajab 1435H, 2-3 mai 2014",
        "2 mai 2014",
        (
            "Monsieur le Président, Excellences, c’est pour moi un grand plaisir de vous rencontrer au début de vos travaux et de "
            "vous y souhaiter plein succès. Le Fonds a aidé cette année des écoles du Niger et du Tchad, et ses moyens restent en "
            "deçà de ce que le Sommet a demandé. J’appelle les Etats membres à verser ce qu’ils ont promis. Je vous remercie."
        ),
    ),
    "ar": (
        "كلمة معالي الأمين العام لمنظمة التعاون الإسلامي للدورة الحادية والستين للمجلس الدائم لصندوق الآبار الإسلامي",
        "جدة – المملكة العربية السعودية",
        "3-4 رجب 1435هـ، الموافق 2-3 مايو 2014م",
        "2 مايو 2014",
        (
            "سعادة رئيس المجلس، أصحاب السعادة، السلام عليكم ورحمة الله وبركاته، يسعدني أن ألتقي بكم في مستهل أعمالكم راجيا لها "
            "التوفيق. لقد أعان الصندوق هذا العام مدارس في النيجر وتشاد، غير أن موارده دون ما طلبته القمة. وإني لأهيب بالدول "
            "الأعضاء أن تسدد ما وعدت به. والسلام عليكم ورحمة الله وبركاته."
        ),
    ),
}
SITES = {
    "en": "Organisation of Islamic Cooperation\nThe Collective Voice of the Muslim World",
    "fr": "Organisation de la Coopération Islamique\nLa Voix Collective du Monde Musulman",
    "ar": "منظمة التعاون الإسلامي\nالصوت الجامع للعالم الإسلامي",
}


def build(language, title, text):
    page = "\n\n".join([SITES[language], title, text])
    return build_reports(read_bytes(page.encode(), "page.txt"))[0]


@pytest.mark.parametrize("language", SPEECHES)
def test_place_and_days_are_lines_of_the_header(language):
    title, place, days, _, speech = SPEECHES[language]
    report = build(language, f"{title} {place}", f"{days} {speech}")
    header = report.header
    assert (header.document_type, header.title) == ("speech", title)
    assert (header.date, header.date_end, header.city) == ("2014-05-02", "2014-05-03", "Jeddah")
    assert [block.text for block in report.blocks if block.subrole == "place_date"] == [place, days]
    assert next(block.text for block in report.blocks if block.role == "operative") == speech


@pytest.mark.parametrize("language", SPEECHES)
def test_one_day_may_be_that_of_a_sentence(language):
    title, _, _, day, speech = SPEECHES[language]
    report = build(language, title, f"{day} {speech}")
    assert next(block.text for block in report.blocks if block.role == "operative") == f"{day} {speech}"


def test_a_title_that_goes_on_with_its_place_is_whole():
    title, place, days, _, speech = SPEECHES["en"]
    for joint in (" in ", " at the University of "):
        report = build("en", f"{title}{joint}{place}", f"{days} {speech}")
        assert next(block.text for block in report.blocks if block.role == "title") == f"{title}{joint}{place}"


def test_listeners_are_addressed_right_behind_the_days():
    title, _, days, _, speech = SPEECHES["en"]
    told = "were the days on which the Council of the Fund met in its house by the sea, heard the engineers of nine states and "
    text = f"{days} {told}counted the wells. {speech}"
    report = build("en", title, text)
    assert next(block.text for block in report.blocks if block.role == "operative") == text


@pytest.mark.parametrize(
    ("language", "begun"),
    [
        ("en", "On 2nd May 2014, In Dakar "),
        ("en", "2 May 2014 - Dakar, Senegal "),
        ("fr", "Le 2 mai 2014, à Dakar "),
        ("fr", "Le vendredi 2 mai 2014, Dakar, République du Sénégal, "),
        ("ar", "في 2 مايو 2014، في داكار، "),
        ("ar", "2 مايو 2014 بداكار، "),
    ],
)
def test_a_day_above_its_place_is_that_of_the_listeners_addressed_there(language, begun):
    report = build(language, SPEECHES[language][0], f"{begun}{SPEECHES[language][4]}")
    header = report.header
    assert (header.document_type, header.date, header.city) == ("speech", "2014-05-02", "Dakar")


@pytest.mark.parametrize(
    ("language", "begun"),
    [
        ("en", "On 2nd May 2014, in Dakar, the engineers counted the wells. "),
        ("fr", "Le 2 mai 2014, à Dakar, les ingénieurs ont compté les puits. "),
        ("ar", "في 2 مايو 2014، في داكار، أحصى المهندسون الآبار. "),
        ("en", "On 2nd May 2014 the engineers of Dakar counted the wells. "),
    ],
)
def test_a_day_in_a_sentence_above_listeners_is_not_of_the_speech(language, begun):
    report = build(language, SPEECHES[language][0], f"{begun}{SPEECHES[language][4]}")
    assert report.header.date is None
