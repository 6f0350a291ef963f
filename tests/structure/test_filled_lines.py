"""A text that a program wrapped reads as its paragraphs do, in each language, with blank lines or without.

Lines that a writer broke where they liked, titles, names and verses are left as they are.
"""

from __future__ import annotations

import textwrap

import pytest

from oic_reports.model import Box, Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.parting.filled_lines import unfold_lines
from oic_reports.structure.report import build_reports

TEXTS = {
    "en": (
        ("title", None, "Final Communiqué of the Ninth Session of the Islamic Conference of Ministers of Water"),
        ("preamble", None, ("The Ninth Session of the Islamic Conference of Ministers of Water was held in Niamey, Republic of "
         "Niger, on 3 and 4 May 2017, at the invitation of the Government of Niger and under its chairmanship.")),
        ("operative", "1.", ("The Conference heard with interest what the delegations told of their wells, and asked the General "
         "Secretariat to keep a list of those that fell dry in the last ten years, with the depth of each.")),
        ("heading", None, "The question of the rivers"),
        ("operative", "2.", ("The Conference called upon the Member States along the rivers to share what they measure, so that "
         "those who live below are warned in time of floods and of years without rain.")),
        ("operative", "3.", "The Conference thanked the people of Niger."),
    ),
    "fr": (
        ("title", None, "Communiqué final de la neuvième session de la Conférence islamique des Ministres de l'Eau"),
        ("preamble", None, ("La neuvième session de la Conférence islamique des Ministres de l'Eau s'est tenue à Niamey, "
         "République du Niger, les 3 et 4 mai 2017, à l'invitation du Gouvernement du Niger et sous sa présidence.")),
        ("operative", "1.", ("La Conférence a écouté avec intérêt ce que les délégations ont dit de leurs puits, et a demandé au "
         "Secrétariat général de tenir la liste de ceux qui se sont taris depuis dix ans.")),
        ("operative", "2.", ("La Conférence a appelé les Etats membres riverains à partager ce qu'ils mesurent, afin que ceux qui "
         "vivent en aval soient avertis à temps des crues et des années sans pluie.")),
        ("operative", "3.", "La Conférence a remercié le peuple du Niger."),
    ),
    "ar": (
        ("title", None, "إعلان نيامي بشأن المياه"),
        ("preamble", None, ("نحن ملوك ورؤساء الدول والحكومات الأعضاء في منظمة التعاون الإسلامي المجتمعين في الدورة التاسعة لمؤتمر القمة "
         "الإسلامي المنعقدة في نيامي بجمهورية النيجر يومي 3 و4 مايو 2017م، نشكر للنيجر ما لقيناه فيها من حفاوة،")),
        ("preamble", None, "وإذ نرى أن الآبار التي حفرها الأجداد أخذت تجف واحدة بعد الأخرى في قرى الساحل البعيدة عن الأنهار،"),
        ("preamble", None, "نعلن ما يلي:"),
        ("operative", "أولاً:", ("أننا نجعل الماء حقا لكل قرية من قرانا قبل نهاية العقد، ونكلف الأمين العام بوضع قائمة بأسماء الآبار "
         "التي نضبت.")),
        ("operative", "ثانياً:", ("أننا نتقاسم ما نقيسه من مياه الأنهار، وننذر من يسكنون أدناها قبل الفيضان بوقت يكفيهم لنقل مواشيهم "
         "ومتاعهم.")),
        ("operative", "ثالثاً:", "أننا نفتح جامعاتنا لمن يدرسون حفر الآبار وصيانتها من أبناء الدول الأقل نموا، ونعفيهم من الرسوم كلها."),
    ),
}  # fmt: skip


def read(text):
    (report,) = build_reports(read_bytes(f"{text}\n".encode(), "page.txt"))
    return [(block.role, block.label, " ".join(block.text_raw.split())) for block in report.blocks]


def wrap(text, width):
    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


def print_paragraphs(language, width):
    return [wrap(f"{label} {text}" if label else text, width) for _, label, text in TEXTS[language]]


@pytest.mark.parametrize("width", [45, 60, 72, 90, 110])
@pytest.mark.parametrize("language", TEXTS)
def test_paragraphs_with_blank_lines_between_them(language, width):
    assert read("\n\n".join(print_paragraphs(language, width))) == list(TEXTS[language])


@pytest.mark.parametrize("width", [45, 60, 72, 90])
@pytest.mark.parametrize("language", TEXTS)
def test_paragraphs_without_blank_lines(language, width):
    title, *below = print_paragraphs(language, width)
    assert read("\n\n".join([title, "\n".join(below)])) == list(TEXTS[language])


@pytest.mark.parametrize("width", [45, 60, 72, 90])
@pytest.mark.parametrize("language", TEXTS)
def test_a_blank_line_behind_every_line(language, width):
    assert read("\n\n".join("\n".join(print_paragraphs(language, width)).split("\n"))) == list(TEXTS[language])


@pytest.mark.parametrize("language", TEXTS)
def test_a_paragraph_indented_in_its_first_line(language):
    title, *below = print_paragraphs(language, 64)
    assert read("\n\n".join([title, "\n".join(f"    {text}" for text in below)])) == list(TEXTS[language])


PROSE = (
    "the experts who looked at the wells of the villages along the river told the ministers that most of them had been dug "
    "too near the bank and that none was covered so that the floods of every second year filled them with mud and sand while "
    "the pumps given by the fund stood unused in the store of the district for want of a pipe and of somebody who could "
    "mend them"
)


def make(*texts, language="en", gaps=(), **facts):
    return [PrintedLine(Line(text, number, **facts), number in gaps, language) for number, text in enumerate(texts)]


def tell(lines):
    return [(line.flow, line.after_gap) for line in unfold_lines(lines)]


def test_lines_that_are_full_go_on():
    lines = make(*textwrap.wrap(PROSE, 45))
    assert tell(lines) == [(None, False)] + [("continues", False)] * (len(lines) - 1)


def test_a_line_below_one_that_ended_before_its_width_stands_after_a_gap():
    first = textwrap.wrap(PROSE, 45)
    lines = make(*first[:-1], "who could mend them.", "Niger asked for more pipes")
    assert tell(lines)[-1] == (None, True)


def test_a_small_letter_goes_on_below_a_short_line():
    lines = make(*textwrap.wrap(PROSE, 45), "and for sand to be cleared")
    assert tell(lines)[-1] == (None, False)


def test_four_full_lines_tell_no_width_and_five_do():
    wrapped = textwrap.wrap(PROSE, 45)
    assert {flow for flow, _ in tell(make(*wrapped[:5]))} == {None}
    assert {flow for flow, _ in tell(make(*wrapped[:6]))} == {None, "continues"}


def test_lines_that_end_where_the_next_word_had_room_were_broken_by_a_writer():
    ragged = [line if place % 2 else line.rsplit(" ", 2)[0] for place, line in enumerate(textwrap.wrap(PROSE, 45))]
    assert {flow for flow, _ in tell(make(*ragged))} == {None}


@pytest.mark.parametrize("facts", [{"hint": "table"}, {"box": Box(1, 0, 0, 1, 1)}, {"flow": "starts"}])
def test_lines_of_which_the_page_tells_more_are_left(facts):
    lines = make(*textwrap.wrap(PROSE, 45), **facts)
    assert tell(lines) == [(line.flow, line.after_gap) for line in lines]


def test_capitals_break_where_they_like():
    lines = make(*textwrap.wrap(PROSE.upper(), 45))
    assert tell(lines) == [(None, False)] * len(lines)


def test_names_one_below_the_other_are_no_wrapped_text():
    names = ("Bintou Saro of the Republic of Niger", "Harlan Okobe of the Republic of Mali") * 5
    assert {flow for flow, _ in tell(make(*names))} == {None}


def test_below_a_full_line_that_ends_a_sentence_nothing_is_told():
    wrapped = textwrap.wrap(PROSE, 45)
    ended = [*wrapped[:-2], wrapped[-2][:-1] + ".", "Niger asked for more pipes"]
    assert tell(make(*ended))[-1] == (None, False)


def test_a_participle_behind_a_comma_begins_below_a_full_line():
    wrapped = textwrap.wrap(PROSE, 45)
    ended = [*wrapped[:-2], wrapped[-2][:-1] + ",", "Recalling what was said of the pipes"]
    assert tell(make(*ended))[-1] == (None, False)


def test_a_place_below_a_full_line_of_a_cover_begins():
    cover = (
        "Report of the experts of the river on the wells",
        "Niamey, Republic of Niger",
        "The pumps of the district",
    )
    lines = make(*textwrap.wrap(PROSE, 46), *cover, gaps=(len(textwrap.wrap(PROSE, 46)),))
    assert [flow for flow, _ in tell(lines)[-3:]] == [None, None, None]


def test_a_place_inside_a_sentence_goes_on():
    sentence = ("Report of the experts of the river on the wells", "Niamey, Republic of Niger, kept them in repair.")
    lines = make(*textwrap.wrap(PROSE, 46), *sentence, gaps=(len(textwrap.wrap(PROSE, 46)),))
    assert [flow for flow, _ in tell(lines)[-2:]] == [None, "continues"]


def test_an_arabic_sentence_goes_on_behind_a_comma_with_what_else_was_done():
    text = TEXTS["ar"][-1][2][:-1]
    wrapped = textwrap.wrap(f"{text} {text} {text}", 45)
    comma = f"{wrapped[0]:ه<44}،"
    ended = make(*wrapped[:-1], comma, "يدعو إلى حفر الآبار في القرى البعيدة", language="ar")
    assert ended[-1].acts
    assert tell(ended)[-1][0] == "continues"


def test_who_acts_below_a_title_of_full_lines_begins():
    wrapped = textwrap.wrap(PROSE, 45)
    lines = make(*wrapped[:-1], "The Ninth Session of the Conference was held")
    assert tell(lines)[-1] == (None, False)


def test_the_sentence_that_a_full_line_began_holds_no_cover():
    text = (
        "At the kind invitation of the Government of the host country, the Fifth Session of the Islamic Conference of "
        "Ministers of Water was convened in Cairo (Arab Republic of Egypt) from 27 Safar to 2 Rabi Al-Awwal 1437H (9 - 13 "
        "December 2015), and was opened by the Minister of Water of Egypt with verses from the Holy Quran."
    )
    below = ("1. The Conference took note of the report.", "2. The Conference thanked the host country.")
    found = read("\n\n".join(["Final Communiqué of the Fifth Session", wrap(text, 80), *below]))
    assert found[1] == ("preamble", None, text)
