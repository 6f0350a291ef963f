"""The first paragraph of a text is the one below its invocations: what it tells decides whose the text is."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

AR = """التقرير العام: للمؤتمر التأسيسي لمجمع الخط

بسم الله الرحمن الرحيم

والصلاة والسلام على خاتم المرسلين

1-
التأم المؤتمر التأسيسي لمجمع الخط في الطائف فيما بين 12 و 14 سبتمبر 1983.
2-
وبهذا المؤتمر غدا المجمع جهازا من أجهزة {organisation}.
3-
اختار المؤتمر هيئة مكتبه.
4-
قرر المؤتمر أن يبدأ المجمع بوضع معجم.
5-
ورفع المؤتمر شكره إلى من أسهم فيه.
"""
EN = """General Report of the Founding Conference of the Academy of Calligraphy

In the name of Allah, the Beneficent, the Merciful

Peace be upon His Prophet

1. The Founding Conference of the Academy of Calligraphy was held in Taif from 12 to 14 September 1983.

2. By this Conference the Academy became an organ of the {organisation}.

3. The Conference elected its Bureau.

4. The Conference decided that the Academy should begin with a glossary.

5. The Conference thanked all who had a part in it.
"""
FR = """Rapport général de la Conférence constitutive de l’Académie de calligraphie

Au nom de Dieu, le Clément, le Miséricordieux

Que la paix soit sur Son Prophète

1. La Conférence constitutive de l’Académie de calligraphie s’est tenue à Taëf du 12 au 14 septembre 1983.

2. Par cette Conférence, l’Académie est devenue un organe de {organisation}.

3. La Conférence a élu son Bureau.

4. La Conférence a décidé que l’Académie commencerait par un glossaire.

5. La Conférence a remercié tous ceux qui y ont pris part.
"""


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        (AR, "منظمة المؤتمر الإسلامي"),
        (EN, "Organisation of the Islamic Conference"),
        (FR, "l’Organisation de la Conférence islamique"),
    ],
)
def test_the_paragraphs_below_invocations_say_whose_a_text_is(text, organisation):
    (report,) = build_reports(read_bytes(text.format(organisation=organisation).encode(), "x.txt"))
    header = report.header
    assert (header.document_type, header.city, header.date) == ("report", "Taif", "1983-09-12")
    assert [block.ordinal for block in report.blocks if block.ordinal] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [(AR, "رابطة العالم"), (EN, "League of Calligraphers"), (FR, "la Ligue des calligraphes")],
)
def test_an_organ_of_others_stays_refused_below_invocations(text, organisation):
    with pytest.raises(NoReportError):
        build_reports(read_bytes(text.format(organisation=organisation).encode(), "x.txt"))
