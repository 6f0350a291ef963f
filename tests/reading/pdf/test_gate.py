import pytest

from oic_reports.reading.pdf.gate import count_unknown, judge_page
from oic_reports.reading.pdf.glyphs import UNMAPPED

ARABIC = [
    "عقد فريق الاتصال التابع لمنظمة التعاون الإسلامي اجتماعا على المستوى الوزاري يوم 24 سبتمبر 2019",
    "على هامش أعمال الدورة الرابعة والسبعين للجمعية العامة للأمم المتحدة (MINUSMA)، واستعرض الاجتماع",
    "آخر المستجدات الأمنية والإنسانية، واستمع إلى إحاطة قدمها الأمين العام للمنظمة وIRCICA.",
]
ENGLISH = ["The Contact Group held its meeting on the margins of the 72nd session of the General Assembly."]


@pytest.mark.parametrize(
    "lines",
    [
        ARABIC,
        ENGLISH,
        ["La réunion a réaffirmé son attachement à l’unité de la République du Mali ; elle a condamné les attaques."],
        ["قطر 2,500,000 2016", "الكويت 1,000,000 2017", "جيبوتي 75,000 2018"],
        ["Qatar 2,500,000", "Kuwait 1,000,000", "Djibouti 75,000", "H.E. Mr. Mevlüt Çavuşoğlu"],
        ["OIC/CFM-44/2017/REP.2", "Annex-VII"],
        ["3-", "المرفق الثالث"],
    ],
)
def test_good_pages_pass(lines):
    assert judge_page(lines).reason is None


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda text: text.replace("ال", UNMAPPED), "unmapped_glyphs"),
        (lambda text: text.replace("لا", "'"), "damaged_words"),
        (lambda text: text.replace("ر", "7").replace("د", "/"), "damaged_words"),
        (lambda text: text.replace("ا", "䐧"), "damaged_words"),
        (lambda text: text.replace("لا", "؝ل"), "damaged_words"),
        (lambda text: text[::-1], "reversed_order"),
        (lambda text: text.translate(str.maketrans("اتنمليرس", "خووظعىثف")), "no_words"),
        (lambda text: text[:0], "no_text"),
    ],
)
def test_garbage_does_not(damage, reason):
    verdict = judge_page([damage(line) for line in ARABIC])
    assert verdict.reason in {reason, "no_words"} if reason == "reversed_order" else verdict.reason == reason


def test_latin_letters_without_sense():
    shifted = "".join(chr(ord(c) + 3) if c.isalpha() else c for c in ENGLISH[0])
    assert judge_page([shifted] * 4).reason in {"no_words", "foreign_codes"}
    assert judge_page(["!\"#$%&'()*+,-./ " * 8]).reason == "no_words"


def test_one_odd_word_is_doubtful_but_passes():
    verdict = judge_page([*ARABIC, "كلمة فيها ح'رف"])
    assert (verdict.reason, verdict.is_doubtful) == (None, True)


@pytest.mark.parametrize(
    ("line", "is_doubtful"),
    [
        ("توصيات فريق الخ h براء في", True),
        ("من h إلى k في", False),
        ("القعدة 1447ه\u02d8، الموافق", True),
        ("\u02d8 القعدة", False),
        ("و¡ثيرت مسألة", True),
        ("الاجتماع²و القرار", False),
    ],
)
def test_what_no_map_names_between_the_letters_of_a_word_is_doubtful(line, is_doubtful):
    verdict = judge_page([*ARABIC, line])
    assert (verdict.reason, verdict.is_doubtful) == (None, is_doubtful)


def test_lost_signs_can_be_borne_and_wrong_ones_cannot():
    lost = judge_page([*ARABIC, f"كلمات فيها ح{UNMAPPED}رف وح{UNMAPPED}رف وح{UNMAPPED}رف"])
    wrong = judge_page([*ARABIC, "كلمات فيها ح'رف وح'رف وح'رف"])
    assert (lost.reason, lost.is_bearable) == ("unmapped_glyphs", True) or (lost.reason, lost.is_bearable) == (
        "damaged_words",
        True,
    )
    assert (wrong.reason, wrong.is_bearable) == ("damaged_words", False)
    assert not judge_page([line.replace("ا", UNMAPPED) for line in ARABIC]).is_bearable


def test_lone_capitals_are_damage_where_no_digits_are():
    classes = ["قسم الاجتماع البلديات إلى الفئة A و الفئة B حسب الضرر وطلب من الفئة A تقديم تقريرها"]
    assert judge_page([*classes, "1. 2. 3. 4. 12/48"]).reason is None
    assert judge_page([*classes, "في المادة C من الفقرة B"]).reason == "damaged_words"


def test_the_better_of_two_readings_has_fewer_words_that_are_none():
    assert count_unknown(["رحب الاجتماعبالقرار"], ["رحب الاجتماع بالقرار"]) == (1, 0)
    assert count_unknown(ARABIC, ARABIC) == (0, 0)


KEYBOARD = str.maketrans("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ", "qwertyuiop[]asdfghjkl;'zxcvnm,./")


@pytest.mark.parametrize(
    "write",
    [
        lambda text: text.encode("cp1256", "ignore").decode("latin-1"),
        lambda text: "".join("ÿþ"[len(word) % 2] * len(word) + " " for word in text.split()),
        lambda text: text.translate(KEYBOARD).replace("أ", "H").replace("إ", "Y"),
    ],
)
def test_letters_of_fonts_from_before_unicode_are_no_text(write):
    assert judge_page([write(line) for line in ARABIC]).reason in {"foreign_codes", "no_words"}


def test_other_languages_in_latin_letters_pass():
    turkish = "Büyük Millet Meclisi Başkanı İslam İşbirliği Teşkilatı Genel Sekreteri ile görüştü ve çalışmaları övdü."
    assert judge_page([turkish] * 3).reason is None


def test_one_letter_that_names_a_language_is_no_damage():
    assert (
        judge_page(["تعتبر البرمجة بلغة R و Python من الأدوات كل من R و Python مكتبات استخدام R و أيضا R في"]).reason
        is None
    )


def test_a_page_whose_hamzas_were_left_out_is_wrong():
    lines = [line.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا") for line in ARABIC * 2]
    assert judge_page(lines, left_out=3).reason is None
    verdict = judge_page(lines, left_out=12)
    assert (verdict.reason, verdict.is_bearable) == ("damaged_words", False)
    assert judge_page(ARABIC * 2, left_out=12).reason is None


@pytest.mark.parametrize("letter", ["á", "û"])
def test_an_accented_letter_in_arabic_words_is_doubtful(letter):
    assert judge_page([f"مقر ا {letter} مم المتحدة"]).is_doubtful
    assert judge_page([f"الجمعية العامة ل{letter} مم المتحدة"]).is_doubtful
    assert not judge_page(["مقر الأمم المتحدة", "une fête à Paris"]).is_doubtful


def test_words_that_a_lone_latin_letter_parts_are_damaged():
    parted = "نكل H ف الأمان H ة العام H ة بإع H داد قائم H ة بالأدوي H ة الأساس H ية تض H م ما لا يقل عن صنف"
    assert judge_page([parted]).reason == "damaged_words"
    # a letter that names something stands between words
    named = "رحب الاجتماع بتوزيع فيتامين A على الأطفال وفيتامين A على النساء ولقاح الفئة B في المخيمات"
    assert not judge_page([named]).is_doubtful


def test_a_hamza_that_came_out_as_a_letter_of_its_own_is_damage():
    text = "استمع الاجتماع إلى الأمين العام وأاكد أان الدول األإعضاء ملتزمة بما جاء في البيان"
    assert judge_page([text]).reason == "damaged_words"
    assert not judge_page([text.replace("أا", "أ").replace("األإ", "الأ")]).is_doubtful


@pytest.mark.parametrize("text", ["-----//-----", "*   *   *   *   *   *   *   *   *   *   *   *", "________________"])
def test_an_ornament_alone_on_a_page_is_no_lost_text(text):
    assert judge_page([text]).reason is None


def test_points_of_many_kinds_or_of_many_lines_are_lost_text():
    assert judge_page(["-;-!!-//--(;-!!"]).reason == "no_words"
    assert judge_page(["-----//-----"] * 8).reason == "no_words"
