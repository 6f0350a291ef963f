"""A page reads alike whether blank lines, paragraphs or line breaks part its lines.

Lines that are too long to be printed ones were not wrapped, so that a title above them is no part of them.
"""

from __future__ import annotations

import html

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

PAGES = {
    "extract": (
        "خرائط الصور الوثائق الأقسام",
        "(تابع) مؤتمر وزراء الخارجية الإسلامي التاسع في داكار - جمهورية السنغال 24 - 28 أبريل 1978 - البيان الختامي",
        'المصدر: "منظمة المؤتمر الإسلامي، جدة"',
        (
            "في تنمية الثقافة والإعلام في البلدان الإسلامية. كما دعا الدول الأعضاء إلى التوقيع على مواثيق المؤسسات المختصة العاملة في "
            "ميدان حفر الآبار وصيانتها في القرى البعيدة من الساحل."
        ),
        "54. أبرز المؤتمر ضرورة حفر الآبار في الساحل وصيانتها كل عام بما يكفل للقرى ماء نقيا.",
        "55. طلب المؤتمر من الأمين العام متابعة ما تقدم.",
    ),
    "communiqué": (
        "البيان الختامي",
        "تنفيذا لقرار مؤتمر وزراء الخارجية الإسلامي الثامن بطرابلس.",
        (
            "عقد مؤتمر وزراء الخارجية الإسلامي دورته التاسعة في داكار بجمهورية السنغال في الفترة من 24 إلى 28 أبريل 1978 م، بناء على "
            "دعوة كريمة من حكومتها، وشارك فيه ممثلو الدول الأعضاء كافة."
        ),
        "1- شكر المؤتمر حكومة السنغال على حسن ضيافتها وما لقيته الوفود من عناية.",
        "2- قرر المؤتمر عقد دورته القادمة في الرباط.",
    ),
    "resolution": (
        "In the Name of Allah,",
        "Resolution No. 25 (13/3)",
        "Wells and Springs",
        (
            "The Council of the International Islamic Fiqh Academy of the Organization of the Islamic Conference, holding its 3rd session "
            "in Amman, Hashemite Kingdom of Jordan, on 11–16 October 1986,"
        ),
        "Having heard the papers on wells and springs, and the discussions that were held about them by members and experts,",
        "Resolves",
        "First: A well may be sold with the land in which it was dug.",
        "Second: No spring may be closed to those who thirst.",
    ),
}
FACTS = {
    "extract": ("final_communique", "cfm", 9, "1978-04-24", "Dakar", None),
    "communiqué": ("final_communique", "cfm", 9, "1978-04-24", "Dakar", "البيان الختامي"),
    "resolution": ("resolution", None, 3, "1986-10-11", "Amman", "Resolution No. 25 (13/3) Wells and Springs"),
}


def write(lines, form):
    if form == "paragraphs":
        return f"<html><body>{''.join(f'<p>{html.escape(line)}</p>' for line in lines)}</body></html>", "page.html"
    if form == "breaks":
        return f"<html><body><div>{'<br>'.join(map(html.escape, lines))}</div></body></html>", "page.html"
    return {"gaps": "\n\n", "lines": "\n"}[form].join(lines) + "\n", "page.txt"


@pytest.mark.parametrize("form", ["gaps", "lines", "paragraphs", "breaks"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_its_facts_whatever_parts_its_lines(page, form):
    text, name = write(PAGES[page], form)
    (report,) = build_reports(read_bytes(text.encode(), name))
    header = report.header
    kind = (header.document_type, header.body_id, header.session, header.date, header.city, header.title)
    assert kind == FACTS[page]
    # no title, number or source is run into a paragraph
    paragraphs = {block.text for block in report.blocks if block.role in {"preamble", "operative"} and not block.label}
    assert paragraphs <= {*PAGES[page]}
