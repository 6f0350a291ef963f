"""Whether a line goes on with the paragraph above it: one row a rule, in each language that the rule knows."""

import pytest

from oic_reports.language.attested import Evidence
from oic_reports.model import Line
from oic_reports.structure.body.joining import judge_joint
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.lines.layout import Layout
from oic_reports.structure.lines.printed_lines import PrintedLine

_WIDTH = 70


def judge(above, below, language="en", *, gap=False, width=None, has_gaps=True, interrupted=False):
    layout = Layout(language, width, Evidence(language, [above, below]), frozenset(), has_gaps=has_gaps)
    paragraph = Paragraph.of("operative", PrintedLine(Line(above, 1), after_gap=True, language=language), "begins")
    line = PrintedLine(Line(below, 2), after_gap=gap, language=language)
    return judge_joint(paragraph, line, layout, interrupted=interrupted)


@pytest.mark.parametrize(
    ("above", "below", "gap", "goes_on"),
    [
        ("the old town of Al-", "Quds for their work", False, True),
        ("les écoles de Guinée-", "Bissau, ainsi que d’autres", False, True),
        ("the coopera-", "tion of states", True, True),
        ("POLITICAL AFFAIRS-", "Sudan", True, False),
        ("the following -", "Sudan", False, False),
    ],
)
def test_a_hyphen_at_a_words_end(above, below, gap, goes_on):
    assert judge(above, below, gap=gap).goes_on == goes_on


@pytest.mark.parametrize(
    ("above", "below", "language"),
    [
        ("The Conference asked the Secretary of the", "Postal Union for stamps.", "en"),
        ("The Conference thanked H.E.", "Amina Toure for her report.", "en"),
        ("La Conférence a remercié le Secrétaire général de la", "Commission postale.", "fr"),
        ("وطلب المؤتمر من الأمين العام أن يعد تقريرا عن", "الآبار في المناطق الجافة.", "ar"),
    ],
)
@pytest.mark.parametrize("gap", [False, True])
def test_a_line_that_breaks_inside_a_phrase_goes_on_across_a_gap(above, below, language, gap):
    assert judge(above, below, language, gap=gap).rule == "open phrase"


@pytest.mark.parametrize(
    ("above", "below", "language", "gap", "rule"),
    [
        ("Recalling the charter of the union,", "Noting the report of the engineers,", "en", False, "participle"),
        ("Rappelant la charte de l’union ;", "Prenant note du rapport des ingénieurs ;", "fr", False, "participle"),
        ("إذ يذكر بميثاق الاتحاد،", "وإذ يأخذ علما بتقرير المهندسين،", "ar", False, "participle"),
        ("Noting the report of the engineers,", "APPROVES the plan of the wells.", "en", False, "act"),
        ("Prenant note du rapport,", "Demande au Secrétaire général un plan.", "fr", False, "act"),
        ("إذ يأخذ علما بالتقرير،", "يطلب من الأمين العام إعداد خطة.", "ar", True, "act"),
    ],
)
def test_what_begins_behind_a_comma(above, below, language, gap, rule):
    verdict = judge(above, below, language, gap=gap)
    assert (verdict.goes_on, verdict.rule) == (False, rule)


def test_a_participle_in_small_letters_goes_on():
    assert judge("of Foreign Ministers of the Organization,", "having met in Rabat, declare:").goes_on


@pytest.mark.parametrize(
    ("above", "below", "gap", "width", "has_gaps", "goes_on"),
    [
        # a filled line, then the end of a sentence in capitals
        ("x" * 60 + " sent the engineers to the", "Northern provinces.", False, _WIDTH, True, True),
        # not full, and closed
        ("The Conference thanked the host.", "The Conference ended.", False, _WIDTH, True, False),
        # closed at the edge: the sentence of the next line is of the same paragraph
        ("x" * 56 + ". It did so.", "The Conference ended.", False, _WIDTH, True, True),
        # 25 characters without an end are a sentence where blank lines part paragraphs, 40 where nothing does
        ("Thirty letters of one sentence", "Sudan and Mali", False, None, True, True),
        ("Thirty letters of one sentence", "Sudan and Mali", False, None, False, False),
        ("Forty letters and more of one sentence now", "Sudan and Mali", False, None, False, True),
        ("Too short to tell", "Sudan and Mali", False, None, True, False),
        # a blank line parts, but for a sentence that breaks off before a small letter
        ("Forty letters and more of one sentence now", "Sudan and Mali", True, None, True, False),
        ("Forty letters and more of one sentence now", "and Mali", True, None, True, True),
        ("The Conference thanked the host.", "and Mali", True, None, True, False),
    ],
)
def test_gaps_widths_and_small_letters(above, below, gap, width, has_gaps, goes_on):
    assert judge(above, below, gap=gap, width=width, has_gaps=has_gaps).goes_on == goes_on


def test_a_sentence_goes_on_behind_furniture():
    above = "Forty letters and more of one sentence now"
    assert judge(above, "Sudan and Mali", interrupted=True).goes_on
    assert not judge("The Conference thanked the host.", "Sudan and Mali", interrupted=True).goes_on
