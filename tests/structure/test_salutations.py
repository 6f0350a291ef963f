"""Lines that address listeners and say no more, greetings among them."""

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.body.addressed import is_salutation
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import segment


def salutes(text, language):
    (line,) = drop_blank([Line(text, 1)], language)
    return is_salutation(line)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Honorables Ministres,", "fr"),
        ("Honorables Collègues,", "fr"),
        ("Assalamou Alaykoum Warahmatullahi Wabarakatuh", "fr"),
        ("Assalamu Alaikum Wa Rahmatullahi Wa Barakatuh", "en"),
        ("As-salamu alaykum", "en"),
    ],
)
def test_a_greeting_addresses_listeners(text, language):
    assert salutes(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Assalam Hospital in Gao, to which the Honourable Ministers of Health will travel on the second day", "en"),
        ("Réunion des honorables représentants de la société civile", "fr"),
    ],
)
def test_a_line_that_names_listeners_or_a_greeting_addresses_nobody(text, language):
    assert not salutes(text, language)


SAID = (
    "I was glad to find the road to the library open again, for it is the only one by which the carts can bring us the "
    "paper that the printers need.\nThe printers, for their part, have kept their word."
)
PRINTED = ["Excellencies,", "Honourable Guests,", "Ladies and Gentlemen,"]


def list_salutations(text, name):
    (report,) = build_reports(read_bytes(text.encode(), name), ["https://www.oic-oci.org/topic/?t_id=100"])
    return [block.text for block in report.blocks if block.text.startswith(("Excellenc", "Honour", "Ladies"))]


def test_each_salutation_in_a_paragraph_of_its_own_is_a_block():
    lines = "\n".join(PRINTED)
    assert list_salutations(f"Speech of the Secretary General\n\n{lines}\n{SAID}\n", "page.txt") == PRINTED


def test_salutations_in_one_paragraph_of_a_page_are_one_block():
    lines = "<br>".join(PRINTED)
    said = SAID.replace("\n", "</p><p>")
    page = f"<html><body><h1>Speech of the Secretary General</h1><p>{lines}</p><p>{said}</p></body></html>"
    assert list_salutations(page, "page.html") == [" ".join(PRINTED)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mr. Omar Sy, Minister of Works of Senegal, Distinguished Delegates, Ladies and Gentlemen,", "en"),
        ("Votre Excellence Monsieur le Président Omar Sy, Excellences, Mesdames et Messieurs,", "fr"),
        ("فخامة الرئيس عمر سي، السادة الوزراء ورؤساء الوفود، حضرات السيدات والسادة،", "ar"),
        ("السلام عليكم ورحمة الله تعالى وبركاته", "ar"),
    ],
)
def test_one_may_be_named_before_all_who_listen(text, language):
    assert salutes(text, language)


def test_a_sentence_that_names_one_and_ends_with_listeners_says_more():
    assert not salutes("Mr. Omar Sy has asked me to greet you all on this day, ladies and gentlemen.", "en")


HEAD = {
    "en": "Address of the Secretary General of the OIC\n\nDakar, 3 May 2031\n\n",
    "fr": "Discours du Secrétaire général de l’OCI\n\nDakar, 3 mai 2031\n\n",
    "ar": "كلمة الأمين العام لمنظمة التعاون الإسلامي\n\nداكار، 3 مايو 2031\n\n",
}
ADDRESSED = {
    "en": (("Mr. Omar Sy,", "Minister of Works of the", "Republic of Senegal,"), "Excellencies,"),
    "fr": (
        ("Votre Excellence Monsieur Omar Sy,", "Ministre des Travaux de la", "République du Sénégal,"),
        "Excellences,",
    ),
    "ar": (("معالي السيد عمر سي،", "صاحب السعادة رئيس بلدية", "مدينة داكار،"), "أصحاب المعالي والسعادة،"),
}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_those_who_are_addressed_by_name_above_the_others_are_of_the_speech(language, gap):
    (name, office, rest), all_of_them = ADDRESSED[language]
    said = {
        "en": SAID,
        "fr": "La route de la bibliothèque est ouverte de nouveau, et j’en suis heureux.",
        "ar": "يسرني أن الطريق إلى المكتبة قد فتح من جديد.",
    }
    text = HEAD[language] + gap.join([name, f"{office}\n{rest}", all_of_them, said[language]]) + "\n"
    blocks = segment(read_bytes(text.encode(), "page.txt"))
    roles = {block.text_raw.replace("\n", " "): block.role for block in blocks}
    assert {roles[words] for words in (name, f"{office} {rest}", all_of_them)} <= {"preamble", "operative"}


def test_who_speaks_stays_above_the_speech():
    text = "Speech\n\nH.E. Mr. Omar Sy,\nSecretary General of the OIC,\n\nDakar, 3 May 2031\n\nExcellencies,\n\n" + SAID
    (block,) = (one for one in segment(read_bytes(text.encode(), "page.txt")) if "Omar Sy" in one.text_raw)
    assert block.role not in {"preamble", "operative"}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (
            "Dakar, Republic of Senegal 3-5 May 2031",
            "His Excellency Omar Sy, President of the Republic of Senegal, Excellencies, ",
        ),
        (
            "Dakar, République du Sénégal 3-5 mai 2031",
            "Son Excellence Monsieur Omar Sy, Président de la République, Excellences, ",
        ),
        ("داكار – جمهورية السنغال 3 - 5 مايو 2031م", "فخامة الرئيس عمر سي أصحاب المعالي الوزراء، "),
    ],
)
def test_place_and_days_run_together_with_those_who_are_addressed_stand_above_the_speech(place, said):
    prose = {
        "D": "I was glad to find the road to the library open again. It is the only one by which the carts can come.",
        "د": "يسرني أن أرى الطريق إلى المكتبة وقد فتح من جديد. فهو الطريق الوحيد الذي تأتي منه العربات بالورق.",
    }[place[0]]
    heads = HEAD["ar" if place[0] == "د" else "en" if "Republic of" in place else "fr"].split("\n")[0]
    if "République" in place:
        prose = "Je suis heureux de voir la route de la bibliothèque ouverte de nouveau. C’est la seule que prennent nos voitures."
    blocks = segment(read_bytes(f"{heads}\n\n{place} {said}{prose} {prose}\n".encode(), "page.txt"))
    assert [(block.role, block.text_raw) for block in blocks if block.role == "header"] == [("header", place)]
    assert blocks[-1].text_raw == f"{said}{prose} {prose}"
