import pytest
from bidi.algorithm import get_display
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.reading.pdf.bidi import find_rtl_levels, read_line, reorder

WORDS = st.sampled_from(["اجتماع", "المنظمة", "في", "دعا", "الأعضاء", "رحب", "قرار", "وزراء"])
NUMBERS = st.sampled_from(["7", "2017", "15/5/2021", "1,250", "٢٠١٩", "١٢٫٥", "242"])
NAMES = st.sampled_from(["OIC", "G5 Sahel", "UNHCR", "IsDB", "S/2017/473"])
ENCLOSED = st.one_of(NUMBERS, NAMES, WORDS).map(lambda inner: f"({inner})")
PIECES = st.one_of(WORDS, WORDS, WORDS, NUMBERS, ENCLOSED)


@st.composite
def sentences(draw):
    """Arabic lines as reports have them: words, numbers, acronyms in brackets, punctuation at words' ends."""
    pieces = [draw(WORDS)]
    for piece in draw(st.lists(PIECES, max_size=8)):
        pieces.append(piece)
        # two numbers side by side, or a number beside Latin letters, have no one order
        pieces.append(draw(WORDS) + draw(st.sampled_from(["", "", "،", "؛"])))
    return " ".join(pieces) + draw(st.sampled_from(["", ".", ":"]))


def show(line, direction="R"):
    return list(get_display(line, base_dir=direction))


@given(sentences())
def test_what_the_bidirectional_algorithm_shows_is_read_back(line):
    assert read_line(show(line), is_rtl=True) == line


@given(st.lists(st.integers(min_value=1, max_value=3), max_size=12))
def test_reversing_runs_twice_changes_nothing(levels):
    order = reorder(levels)
    again = reorder([levels[place] for place in order])
    assert [order[place] for place in again] == list(range(len(levels)))


@pytest.mark.parametrize(
    "line",
    [
        "1- أكد الاجتماع التزامه",
        "رحب بالقرار 2374 (2017) الذي أنشأ نظاما",
        "بعثة الأمم المتحدة (MINUSMA).",
        "القوة المشتركة لمنطقة الساحل (G5 Sahel) في",
        "البنك الإسلامي للتنمية (IsDB)، ص.ب. 5925",
        "أي بنسبة ١٢٫٥٪ خلال الفترة",
        "الوثيقة OIC/CFM-45/2018/POL/SG.REP.7 المقدم من",
        "والبريد cabinet@oic-oci.org، وحث",
        "جائحة كوفيد-19 (COVID-19)، وتدعو",
        "«الإسلام والسلام» في داكار",
        "وأيد مفوضية اللاجئين UNHCR، IOM",
    ],
)
def test_lines_of_reports(line):
    assert read_line(show(line), is_rtl=True) == line


def test_a_range_after_arabic_letters_is_read_from_right_to_left():
    assert read_line(list("2018-2016 ةرتفلا"), is_rtl=True) == "الفترة 2016-2018"


def test_a_range_at_the_start_of_a_line_that_was_laid_out_by_itself():
    assert read_line(list("سرام 22-23"), is_rtl=True) == "22-23 مارس"


def test_the_last_numbers_of_a_telephone_number_are_no_range():
    assert read_line(list("0199-321-45-974"), is_rtl=True) == "974-45-321-0199"
    assert read_line(list("45-974"), is_rtl=True) == "45-974"


def test_a_telephone_number_at_the_start_of_a_line_that_was_laid_out_by_itself():
    assert read_line(list(".ديري نمل 00966-12-6522222"), is_rtl=True) == "00966-12-6522222 لمن يريد."
    # as the standard lays it out
    assert read_line(list(".ديري نمل 6522222-12-00966"), is_rtl=True) == "00966-12-6522222 لمن يريد."
    assert read_line(list("ديري نمل 03-12-2031"), is_rtl=True) == "2031-12-03 لمن يريد"


def test_a_range_of_pages_at_the_start_of_a_line_that_was_laid_out_by_itself():
    assert read_line(list(".7-19"), is_rtl=True) == "7-19."
    assert read_line(list("تاحفصلا نم 19-7"), is_rtl=True) == "7-19 من الصفحات"
    assert read_line(list(".4-2019"), is_rtl=True) == "2019-4."


def test_an_address_that_is_divided_behind_its_scheme_keeps_it():
    assert read_line(list("https:// طبارلا"), is_rtl=True) == "الرابط https://"
    assert read_line(list("https :طبارلا"), is_rtl=True) == "الرابط: https"


def test_a_symbol_that_is_divided_behind_its_stroke_keeps_it():
    assert read_line(list("OIC/ قفو"), is_rtl=True) == "وفق OIC/"
    assert read_line(list("OIC/بآ"), is_rtl=True) == "آب/OIC"


def test_a_percent_sign_is_its_number_s_whichever_side_it_stands():
    assert read_line(list("ةدايز 35%"), is_rtl=True) == "35% زيادة"
    assert read_line(list("ةدايز %35"), is_rtl=True) == "35% زيادة"


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("نﻻود 1 250 000 غلبم", "مبلغ 1 250 000 دوﻻن"),
        ("3 001", "3 001"),
        ("٢٥٠ ٠٠٠ غلبم", "مبلغ ٢٥٠ ٠٠٠"),
        ("3 001,5 غلبم", "مبلغ 3 001,5"),
        # typed without regard to its direction: the blank parts it
        ("001 3 غلبم", "مبلغ 3 001"),
        # a telephone number, typed so
        ("6515222 12 966+ فتاه", "هاتف +966 12 6515222"),
        ("651 12 966 فتاه", "هاتف 966 12 651"),
        # two numbers
        ("2014 2013", "2013 2014"),
        ("15 20 ناتداملا", "المادتان 20 15"),
        ("12 1400 ناتداملا", "المادتان 1400 12"),
        ("12 ٢٥٠ ناتداملا", "المادتان ٢٥٠ 12"),
    ],
)
def test_digits_in_groups_of_three_are_one_number(seen, read):
    assert read_line(list(seen), is_rtl=True) == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("640 512 نود", "دون 512 640"),
        # a zero leads no number
        ("980 000 نود", "دون 980 000"),
        ("17 345 620 نود", "دون 17 345 620"),
        ("640,5 512 نود", "دون 512 640,5"),
    ],
)
def test_groups_begin_on_the_right_where_those_of_the_document_do(seen, read):
    assert read_line(list(seen), is_rtl=True, turns_groups=True) == read
    assert read_line(list("paid " + seen[:-4]), is_rtl=False, turns_groups=True) == "paid " + seen[:-4]


def test_groups_inside_a_left_to_right_line_begin_on_the_right_where_those_of_the_document_do():
    visual = ["paid ", *reversed("مبلغ"), " 512 640 ", *reversed("دينار")]
    assert read_line([*"".join(visual)], is_rtl=False, turns_groups=True) == "paid دينار 640 512 مبلغ"


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("رداصلا E-9/31 مقر رارقلا", "القرار رقم 9/31-E الصادر"),
        (".POL-12/48 رارقلاب", "بالقرار 12/48-POL."),
        ("رداصلا ICHAD-3/48 رارقلل اقفو", "وفقا للقرار 3/48-ICHAD الصادر"),
        # no word says that it is the number of a resolution, and these are none
        ("رداصلا E-9/31 فلملا", "الملف E-9/31 الصادر"),
        ("رداصلا E-9/31 راوحلل", "للحوار E-9/31 الصادر"),
        ("E-9/31/2020 مقر", "رقم E-9/31/2020"),
        ("ICFM-44/2017 مقر", "رقم ICFM-44/2017"),
        ("G5-9/31 مقر", "رقم G5-9/31"),
    ],
)
def test_the_suffix_of_a_resolution_follows_its_number(seen, read):
    assert read_line(list(seen), is_rtl=True) == read


def test_digits_in_groups_of_three_inside_a_left_to_right_line():
    visual = ["paid ", *reversed("مبلغ"), " 3 001 ", *reversed("دينار")]
    assert read_line([*"".join(visual)], is_rtl=False) == "paid دينار 3 001 مبلغ"


def test_a_telephone_number_keeps_its_order():
    assert read_line(list("+966 12 636 1400 :فتاه"), is_rtl=True) == "هاتف: +966 12 636 1400"


def test_a_sign_between_two_numbers_is_read_from_the_right_with_them():
    assert read_line(list("دفو لكل (2+6) دعاقم"), is_rtl=True) == "مقاعد (6+2) لكل وفد"


def test_a_latin_word_divided_at_the_line_s_end_keeps_its_hyphen():
    assert read_line([*"TPS-( ", *reversed("الأفضليات")], is_rtl=True) == "الأفضليات (TPS-"


def test_arabic_inside_an_english_line():
    visual = ["the word ", *reversed("سلام"), " means peace"]
    assert read_line([*"".join(visual)], is_rtl=False) == "the word سلام means peace"
    assert read_line([*"see 12 ", *reversed("صفحة"), *" here"], is_rtl=False) == "see 12 صفحة here"


def test_a_line_without_arabic_letters_is_left_as_it_is():
    assert read_line(list("OIC/NY-ACM/2019/REP.FINAL"), is_rtl=True) == "OIC/NY-ACM/2019/REP.FINAL"


def test_levels_of_a_mixed_line():
    cells = list("(2017) 2374 ر")
    kinds = ["N", "E", "E", "E", "E", "N", "N", "E", "E", "E", "E", "N", "R"]
    assert find_rtl_levels(cells, "".join(kinds)) == [1, 2, 2, 2, 2, 1, 1, 2, 2, 2, 2, 1, 1]


def test_the_symbol_of_a_unit_follows_its_number():
    assert read_line(list("(MW 264 :ةقاطلا)"), is_rtl=True) == "(الطاقة: 264 MW)"
    assert read_line(list("AGENDA 2030 ةطخ"), is_rtl=True) == "خطة AGENDA 2030"
    assert read_line(list("dpi 300 ةقدب"), is_rtl=True) == "بدقة 300 dpi"
    assert read_line(list("ppm 410 زواجت"), is_rtl=True) == "تجاوز 410 ppm"
    # a word that is no unit goes before its number
    assert read_line(list("COVID 19 ءابو"), is_rtl=True) == "وباء COVID 19"


def test_a_sign_of_degrees_follows_its_number():
    assert read_line(list("C°1,1 وحنب"), is_rtl=True) == "بنحو 1,1°C"
    assert read_line(list("C ± 2°18 ةرارحلا"), is_rtl=True) == "الحرارة 18°C ± 2"
    # in Latin text nothing is turned
    assert read_line(list("at 18°C today"), is_rtl=False) == "at 18°C today"


@pytest.mark.parametrize(
    ("island", "text"),
    [
        ("water@icdt-", "التالي: water@icdt-"),
        ("OIC/WATER-", "الوثيقة OIC/WATER-"),
        ("first-", "الوثيقة -first"),
    ],
)
def test_an_address_or_a_symbol_divided_at_the_end_of_a_line_keeps_its_hyphen(island, text):
    word = text.split()[0]
    cells = [*island, " ", *show(word)]
    assert read_line(cells, is_rtl=True) == text


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("،dpi 600 ةقدب", "بدقة 600 dpi،"),
        ("ppm 12 نم لقأ", "أقل من 12 ppm"),
        ("µg/m³ 35 غلب", "بلغ 35 µg/m³"),
        (".kWp 75و", "و75 kWp."),
        # no unit: what stands so may be a name and its number
        ("ISO 600 رايعم", "معيار ISO 600"),
        ("DPI 600 رايعم", "معيار DPI 600"),
    ],
)
def test_units_of_measure_follow_their_numbers(seen, read):
    assert read_line(list(seen), is_rtl=True) == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("C°2,5 ةجردب", "بدرجة 2,5°C"),
        ("،C ± 3°21 ةرارح", "حرارة 21°C ± 3،"),
        # no scale of temperatures
        ("N 2°18 عقوم", "موقع N 2°18"),
    ],
)
def test_the_scale_of_a_temperature_follows_its_degrees(seen, read):
    assert read_line(list(seen), is_rtl=True) == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        (".71.25$ غلبم", "مبلغ $71.25."),
        ("$71.25 غلبم", "مبلغ 71.25$"),
        # no Arabic letters come before it
        ("غلبم 71.25$", "71.25$ مبلغ"),
        ("غلبم 71%", "71% مبلغ"),
    ],
)
def test_the_sign_of_a_currency_stands_where_it_was_typed(seen, read):
    assert read_line(list(seen), is_rtl=True) == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("(ةنس +18) نوبخانلا", "الناخبون (18+ سنة)"),
        ("؛(+162 رايعملا) ةخسن", "نسخة (المعيار 162+)؛"),
        # telephone numbers
        ("+20 2 33 فتاه", "هاتف +20 2 33"),
        ("(+20) 2 33 فتاه", "هاتف 33 2 (+20)"),
        ("+4420 فتاه", "هاتف +4420"),
    ],
)
def test_a_sign_on_the_left_of_an_age_follows_it(seen, read):
    assert read_line(list(seen), is_rtl=True) == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        # as the standard lays it out, and as it was set from left to right
        ("ىلإ %14± رادقمب", "بمقدار ±14% إلى"),
        ("ىلإ ±14% رادقمب", "بمقدار ±14% إلى"),
        ("ىلإ ±3 نم", "من ±3 إلى"),
    ],
)
def test_a_sign_of_more_or_less_stands_before_its_number(seen, read):
    assert read_line(list(seen), is_rtl=True) == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        (".Gb/s 40 ةعسب", "بسعة 40 Gb/s."),
        ("(Mbit/s 20 ىلإ Mbit/s 5 نم)", "(من 5 Mbit/s إلى 20 Mbit/s)"),
        # a name that ends in a number
        ("ESA 20 جمانرب", "برنامج ESA 20"),
    ],
)
def test_units_of_rates_follow_their_numbers(seen, read):
    assert read_line(list(seen), is_rtl=True) == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("؛K-9 – 1.أ :لسالس", "سلاسل: أ.1 – K-9؛"),
        ("OAPEC 3-ب دنبلا", "البند ب-3 OAPEC"),
        # a number that no letter by itself stands before
        ("K-9 – 1 لسالس", "سلاسل K-9 – 1"),
        ("K-9 – 1.لسالس", "سلاسل.K-9 – 1"),
    ],
)
def test_the_number_of_a_lettered_label_is_of_no_latin_word_behind_it(seen, read):
    assert read_line(list(seen), is_rtl=True) == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("OIC-TEC/( كرتشم", "مشترك (OIC-TEC/"),
        ("http://a.example/list? ةباوبلا", "البوابة http://a.example/list?"),
        # a question that ends behind a Latin word
        ("؟OIC يه ام", "ما هي OIC؟"),
        ("?OIC يه ام", "ما هي OIC?"),
    ],
)
def test_what_a_line_ends_behind_a_sign_of_is_one_with_it(seen, read):
    assert read_line(list(seen), is_rtl=True) == read


@pytest.mark.parametrize("shown", ["the aflaj (جالفأ( and", "the aflaj )جالفأ) and", "the aflaj )جالفأ( and"])
def test_brackets_around_arabic_words_in_a_latin_line_enclose_them(shown):
    assert read_line(list(shown), is_rtl=False) == "the aflaj (أفلاج) and"


def test_other_brackets_of_a_latin_line_stay():
    assert read_line(list("f(g(x)) جالفأ, 1) and"), is_rtl=False) == "f(g(x)) أفلاج, 1) and"


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        # set by itself, left of what it follows
        (["¹", ".", *"2036", " ", "م", "ا", "ع"], "عام 2036.¹"),
        ([".", "¹", *"٢٠٣٦", " ", "م", "ا", "ع"], "عام ٢٠٣٦¹."),
        (["¹²", "%", "1", "5", " ", "ن", "م"], "من 15%¹²"),
        (["²", *"OIC", " ", "ن", "م"], "من OIC²"),
        (["²", "(", "7", ")", " ", "ن", "م"], "من (7)²"),
        # typed, and so set with the number
        ([*"2036", ".", "¹", " ", "م", "ا", "ع"], "عام 2036.¹"),
        ([*"٢٠٣٦", "¹²", " ", "م", "ا", "ع"], "عام ٢٠٣٦¹²"),
        ([*"1,250", "،", "³", " ", "ن", "م"], "من 1,250،³"),
        # of the word on its right, not of the Latin one behind that
        ([*"OIC", " ", "²", "ن", "م"], "من² OIC"),
        ([*"12", " ", "²", "ن", "م"], "من² 12"),
        ([*"km", "²", " ", *"300", " ", "ن", "م"], "من 300 km²"),
    ],
)
def test_a_raised_number_is_no_part_of_the_number_that_it_follows(seen, read):
    assert read_line(seen, is_rtl=True) == read
