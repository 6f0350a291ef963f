"""Contents that are links to places of their own page are rows of a table, as printed contents are."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

PAGES = {
    "en": (
        ("RESOLUTIONS ON CULTURAL AFFAIRS", "ADOPTED BY THE FOURTH ISLAMIC SUMMIT CONFERENCE"),
        ("The Care of Old Wells", "The Libraries of the Sahel", "The Islamic Games of the Youth"),
        "RESOLUTION NO. 1/4-C (IS)",
        (
            "The Fourth Islamic Summit Conference, meeting in Casablanca, Kingdom of Morocco, from 16 to 19 January 1984,",
            "Recalling what was said of the wells of the Sahel,",
            "1. CALLS UPON the Member States to keep their old wells in repair.",
            "2. REQUESTS the Secretary General to report to the next session.",
        ),
    ),
    "fr": (
        ("RESOLUTIONS SUR LES AFFAIRES CULTURELLES", "ADOPTEES PAR LA QUATRIEME CONFERENCE ISLAMIQUE AU SOMMET"),
        ("L'entretien des puits anciens", "Les bibliothèques du Sahel", "Les jeux islamiques de la jeunesse"),
        "RESOLUTION N° 1/4-C (IS)",
        (
            "La quatrième Conférence islamique au Sommet, réunie à Casablanca, Royaume du Maroc, du 16 au 19 janvier 1984,",
            "Rappelant ce qui a été dit des puits du Sahel,",
            "1. DEMANDE aux Etats membres d'entretenir leurs puits anciens.",
            "2. PRIE le Secrétaire général d'en rendre compte à la prochaine session.",
        ),
    ),
    "ar": (
        ("القرارات الثقافية", "الصادرة عن مؤتمر القمة الإسلامي الرابع"),
        ("صيانة الآبار القديمة", "مكتبات منطقة الساحل", "الألعاب الإسلامية للشباب"),
        "قرار رقم 1/4-ث (ق.إ)",
        (
            "إن مؤتمر القمة الإسلامي الرابع المنعقد في الدار البيضاء بالمملكة المغربية من 16 إلى 19 يناير 1984م،",
            "وإذ يذكر بما قيل في آبار منطقة الساحل،",
            "1. يدعو الدول الأعضاء إلى صيانة آبارها القديمة.",
            "2. يطلب من الأمين العام رفع تقرير إلى الدورة المقبلة.",
        ),
    ),
}


def read(language):
    title, rows, number, text = PAGES[language]
    body = "".join(f'<p align="center"><b>{line}</b></p>' for line in title)
    body += "<table>"
    body += "".join(f'<tr><td><a href="#{i}">{row}</a></td></tr>' for i, row in enumerate(rows, 1)) + "</table>"
    body += f'<p align="center"><a name="1"></a><b>{number}</b></p><p align="center"><b>{rows[0].upper()}</b></p>'
    body += "".join(f"<p>{line}</p>" for line in text)
    (report,) = build_reports(read_bytes(f"<html><body>{body}</body></html>".encode(), "page.html"))
    return report


@pytest.mark.parametrize("language", PAGES)
def test_the_rows_are_a_table_and_the_title_above_them_is_the_texts(language):
    title, rows, _, text = PAGES[language]
    blocks = read(language).blocks
    assert [block.text_raw for block in blocks if block.role == "table"] == list(rows)
    assert next(block.text_raw for block in blocks if block.role == "title").startswith(title[0])
    assert [block.label for block in blocks if block.role == "operative"] == ["1.", "2."]
    assert [block.text_raw for block in blocks if block.role == "preamble"] == list(text[:2])
