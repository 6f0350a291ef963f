"""Numbers that begin anew below the heading of what is decided are the text's own."""

from __future__ import annotations

import pytest
from extracts import outline, read

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

HEADS = {
    "en": (
        (
            "Resolution No. 31 (4/7)\n\nThe Council of the Islamic Fiqh Academy, of the Organisation of the Islamic "
            "Conference, meeting in Jeddah from 9 to 14 May 1992,\n\nResolves as follows:\n\n"
        ),
        "Recommendations:",
    ),
    "fr": (
        (
            "Résolution n° 31 (4/7)\n\nLe Conseil de l’Académie islamique du Fiqh, de l’Organisation de la Conférence "
            "islamique, réuni à Djeddah du 9 au 14 mai 1992,\n\nDécide ce qui suit :\n\n"
        ),
        "Recommandations :",
    ),
    "ar": (
        (
            "قرار رقم 31 (4/7)\n\nإن مجلس مجمع الفقه الإسلامي المنبثق عن منظمة المؤتمر الإسلامي، المنعقد في جدة من 9 إلى "
            "14 مايو 1992،\n\nقرر ما يلي:\n\n"
        ),
        "التوصيات:",
    ),
}
POINTS = {
    "en": ("The sale of what is not owned is not valid.", "A price may be paid by instalments."),
    "fr": ("La vente de ce qu’on ne possède pas est nulle.", "Le prix peut être versé par fractions."),
    "ar": ("لا يصح بيع ما لا يملكه البائع.", "يجوز أن يدفع الثمن على أقساط."),
}
ASKED = {
    "en": ("Banks should teach these rules to those who work in them.", "Universities should study them further."),
    "fr": ("Il convient que les banques enseignent ces règles.", "Les universités en poursuivront l’étude."),
    "ar": ("على المصارف أن تعلم هذه الأحكام للعاملين فيها.", "على الجامعات أن تتابع دراستها."),
}


def number(texts, form):
    return "".join(f"{form.format(place)} {text}\n\n" for place, text in enumerate(texts, 1))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(("form", "below"), [("({})", "({})"), ("{}-", "({})")])
def test_numbers_below_the_heading_of_recommendations_are_the_text_s_own(language, form, below):
    head, heading = HEADS[language]
    report = read(f"{head}{number(POINTS[language], form)}{heading}\n\n{number(ASKED[language], below)}")
    assert outline(report, "operative", "list_item", "heading") == [
        *(("operative", text) for text in POINTS[language]),
        ("heading", heading),
        *(("operative", text) for text in ASKED[language]),
    ]


@pytest.mark.parametrize("form", ["({})", "{}-"])
def test_items_stay_items_where_the_numbers_above_go_on_below_them(form):
    head, heading = HEADS["en"]
    points = [*POINTS["en"], "A price is known when it is agreed."]
    last = f"{form.format(4)} The Council thanks its host.\n"
    report = read(f"{head}{number(points, form)}{heading}\n\n{number(ASKED['en'], '({})')}{last}")
    roles = [role for role, _ in outline(report, "operative", "list_item")]
    assert roles == [*["operative"] * 3, *["list_item"] * 2, "operative"]


def test_a_sentence_that_leads_to_recommendations_is_no_heading_of_them():
    head, _ = HEADS["en"]
    lead = "The Council took note of the following recommendations:"
    report = read(f"{head}{number(POINTS['en'], '({})')}{lead}\n\n{number(ASKED['en'], '({})')}")
    assert [role for role, _ in outline(report, "list_item")] == ["list_item"] * 2


@pytest.mark.parametrize("particle", ["إن", "إنّ", "إِنَّ"])
def test_who_enacts_is_no_part_of_the_title_above_with_or_without_vowels(particle):
    opening = f"{particle} مجلس وزراء الخارجية،"
    text = (
        f"قرار رقم 2/50-م بشأن حفظ الآبار القديمة\n\n{opening}\n\n"
        "وإذ يؤكد أن الآبار إرث للقرى كلها؛\n\n1. يدعو الدول الأعضاء إلى ترميمها.\n\n2. يقرر إبقاء المسألة قيد النظر.\n"
    )
    (report,) = build_reports(read_bytes(text.encode(), "page.txt"))
    assert [block.text for block in report.blocks][1] == opening
