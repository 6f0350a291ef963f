"""What stands in or below a title and has the words of another line: a place in a subject, a theme, another release."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import NoReportError, build_reports

RESOLUTION_AR = """القرار رقم 4/12-أق
{}

إن مؤتمر وزراء الخارجية الإسلامي المنعقد في دورته الثانية عشرة في نيامي، جمهورية النيجر، من 1 إلى 3 مايو 1983،

إذ يستذكر مبادئ الميثاق،

1- يقرر حفر الآبار.

2- يطلب من الأمين العام متابعة ذلك.
"""
RESOLUTION_EN = """Resolution No. 4/12-E
{}

The Twelfth Islamic Conference of Foreign Ministers, meeting in Niamey, Republic of Niger, from 1 to 3 May 1983,

Recalling the principles of the Charter,

1. Decides to dig wells.

2. Requests the Secretary General to follow up.
"""
RESOLUTION_FR = """Résolution N° 4/12-E
{}

La Douzième Conférence islamique des Ministres des Affaires étrangères, réunie à Niamey, République du Niger, du 1er au 3 mai 1983,

Rappelant les principes de la Charte,

1. Décide de creuser des puits.

2. Demande au Secrétaire général d’en assurer le suivi.
"""


def build(text):
    return build_reports(read_bytes(text.encode(), "page.txt"))


def read(text):
    """The title, and the blocks of the front as role, subrole and text."""
    report = build(text)[0]
    above = [block for block in report.blocks if block.role in {"title", "header"}]
    return report.header.title, [(block.subrole or block.role, block.text) for block in above]


@pytest.mark.parametrize(
    ("page", "subject"),
    [
        (RESOLUTION_AR, "بشأن اجتماع رؤساء الغرف التجارية للدول\nالأعضاء في اسطنبول"),
        (RESOLUTION_AR, "بشأن القدس"),
        (RESOLUTION_AR, "حول باماكو"),
        (RESOLUTION_EN, "on the Meeting of the Chambers of Commerce of the\nMember States in Istanbul"),
        (RESOLUTION_EN, "On Al-Quds"),
        (RESOLUTION_FR, "sur la réunion des chambres de commerce des\nÉtats membres à Istanbul"),
    ],
)
def test_a_subject_keeps_the_place_with_which_it_ends(page, subject):
    title, _ = read(page.format(subject))
    assert title.endswith(subject.replace("\n", " "))


@pytest.mark.parametrize(
    ("page", "subject", "place"),
    [
        (RESOLUTION_AR, "بشأن الآبار", "مدينة نيامي"),
        (RESOLUTION_AR, "بشأن الآبار", "المنعقد في نيامي"),
        (RESOLUTION_EN, "on Wells", "City of Niamey"),
        (RESOLUTION_FR, "sur les puits", "Ville de Niamey"),
    ],
)
def test_a_place_below_a_subject_is_a_line_of_its_own(page, subject, place):
    title, front = read(page.format(f"{subject}\n{place}"))
    assert place not in title
    assert ("place_date", place) in front


@pytest.mark.parametrize(
    ("page", "subject"),
    [
        (RESOLUTION_AR, 'بشأن\nإعلان يوم 3 مايو\n"يوم الآبار والسقاية في الدول الأعضاء"'),
        (RESOLUTION_EN, "on\nthe proclamation of\n“the Day of Wells in the Member States”"),
    ],
)
def test_quoted_words_of_a_subject_are_no_theme(page, subject):
    title, front = read(page.format(subject))
    assert title.endswith(subject.rsplit("\n", 1)[-1])
    assert "theme" not in dict(front)


COMMUNIQUE_AR = """البيان الختامي
للدورة الثلاثين للمؤتمر الإسلامي لوزراء الخارجية
{} نيامي – جمهورية النيجر
1 – 3 مايو 2003م

1. عقدت الدورة الثلاثون للمؤتمر الإسلامي لوزراء الخارجية في نيامي من 1 إلى 3 مايو 2003م.

2. شكر المؤتمر حكومة النيجر.
"""
COMMUNIQUE_EN = """FINAL COMMUNIQUÉ
OF THE THIRTIETH SESSION OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS
{} NIAMEY – REPUBLIC OF NIGER
1-3 MAY 2003

1. The Thirtieth Session of the Islamic Conference of Foreign Ministers was held in Niamey from 1 to 3 May 2003.

2. The Conference thanked the Government of Niger.
"""


@pytest.mark.parametrize(
    ("page", "theme", "place"),
    [
        (COMMUNIQUE_AR, "(دورة الماء والسلام)", "نيامي – جمهورية النيجر"),
        (COMMUNIQUE_AR, "دورة الماء والسلام )", "نيامي – جمهورية النيجر"),
        (COMMUNIQUE_EN, "(SESSION OF PEACE)", "NIAMEY – REPUBLIC OF NIGER"),
        (COMMUNIQUE_EN, "SESSION OF WATER AND PEACE)", "NIAMEY – REPUBLIC OF NIGER"),
    ],
)
def test_a_theme_and_its_place_on_one_line_are_parted(page, theme, place):
    title, front = read(page.format(theme))
    assert place not in title
    assert front[1][0] == "theme"
    assert front[2] == ("place_date", place)


def test_a_city_that_goes_on_with_its_state_is_found_between_commas():
    page = """(تابع) مؤتمر وزراء الخارجية الإسلامي السابع عشر، عمان، المملكة الأردنية الهاشمية، القرارات السياسية، القرار الرقم 23/17-س

وإذ يذكر بقراره الخاص بالآبار،

وإذ يعي أن الماء حق للجميع،

1- يقرر حفر الآبار.
"""
    header = build(page)[0].header
    assert (header.city, header.country_iso2) == ("Amman", "JO")
    # the sultanate is no city
    oman = build(page.replace("عمان، المملكة الأردنية الهاشمية", "عمان، سلطنة عمان"))[0].header
    assert oman.city is None


@pytest.mark.parametrize("number", ["القرار الرقم 50/8- س (ق.إ)", "القرار الرقم 50/8- س"])
def test_a_title_that_begins_and_ends_with_brackets_is_no_remark(number):
    page = f"""(تابع) الدورة الثامنة لمؤتمر القمة الإسلامي، طهران، الجمهورية الإسلامية الإيرانية، القرارات السياسية الخاصة بالآبار، {number}

وإذ يعي أن الماء حق للجميع،

وإذ يدرك حاجة القرى إليه،

1- يقرر حفر الآبار.
"""
    assert build(page)[0].blocks[0].role == "title"


WORDS = ("رابعا", "خامسا", "سادسا")
ACTS = ("يناشد الدول الأعضاء أن تحفر الآبار.", "يقرر أن تمضي اللجنة في عملها.", "يطلب من الأمين العام أن يرفع تقريرا.")


def test_ordinals_in_words_number_a_later_part():
    head = "(تابع) مؤتمر القمة الإسلامي الرابع في الدار البيضاء- القرارات السياسية- القرار الرقم 6/4- س\n\n"
    cut = "لحفر الآبار وإقامة السدود الصغيرة في القرى.\n\n"
    items = [f"{word}- {act}" for word, act in zip(WORDS, ACTS, strict=True)]
    blocks = build(head + cut + "\n\n".join(items))[0].blocks
    assert [(block.label, block.ordinal) for block in blocks[-3:]] == [
        ("رابعا-", 4),
        ("خامسا-", 5),
        ("سادسا-", 6),
    ]
    # headings of sections are none
    names = "\n\n".join(
        f"{word}- الشؤون {name}" for word, name in zip(WORDS, ("المالية", "الثقافية", "الإدارية"), strict=True)
    )
    assert not [b for b in build(head + cut + names + "\n\n" + cut)[0].blocks if b.role == "operative" and b.label]


RELEASES_AR = """بيانات وتصريحات 31

الأمانة العامة لمنظمة التعاون الإسلامي

تندد بالهجوم على قرية في مالي

نددت الأمانة العامة لمنظمة التعاون الإسلامي بالهجوم الذي استهدف قرية في وسط مالي وأودى بحياة عدد من سكانها.

وأعربت الأمانة العامة للمنظمة عن تضامنها مع جمهورية مالي، حكومة وشعبا.

بيان صحفي

منظمة التعاون الإسلامي

ترحب باتفاق المياه

جدة، 21 يونيو 2017

رحبت الأمانة العامة لمنظمة التعاون الإسلامي باتفاق المياه الذي وقعته دول الحوض في نيامي ودعت إلى تنفيذه.
"""


def test_each_release_of_a_page_has_its_own_facts():
    first, second = build(RELEASES_AR)
    assert first.header.title == "الأمانة العامة لمنظمة التعاون الإسلامي تندد بالهجوم على قرية في مالي"
    assert (first.header.date, first.header.city) == (None, None)
    assert (second.header.date, second.header.city) == ("2017-06-21", "Jeddah")


def test_what_stays_below_a_release_gives_it_no_day():
    joint = "أعلنت الأمم المتحدة أن بعثة زارت القرية قبل أيام قليلة لتقييم حاجات سكانها من الماء والغذاء والدواء."
    page = RELEASES_AR.replace(RELEASES_AR.rsplit("\n\n", 1)[-1], joint + "\n")
    page = page.replace("منظمة التعاون الإسلامي\n\nترحب باتفاق المياه", "بعثة مشتركة تزور القرية")
    (report,) = build(page)
    assert (report.header.date, report.header.city) == (None, None)
    assert report.blocks[-1].text == joint


def test_a_release_that_names_the_next_one_goes_on_without_a_dateline():
    (report,) = build(RELEASES_AR.replace("جدة، 21 يونيو 2017\n\n", ""))
    assert report.header.document_type == "press_release"


OWN_PAGE_AR = """التاريخ: 19/12/2010
أُفتتح اليوم في طهران برعاية فخامة الرئيس د. محمود أحمدي المؤتمر الوزاري الثالث حول دور المرأة في تنمية الدول الأعضاء في منظمة المؤتمر الإسلامي. وأبرز الأمين العام أهمية الماء للقرى.
"""


def test_a_meeting_told_on_the_organisations_own_page_is_its_text():
    header = build(OWN_PAGE_AR)[0].header
    assert (header.body_id, header.session, header.city) == ("mc-women", 3, "Tehran")


def test_a_day_above_what_another_organisation_says_makes_it_none_of_ours():
    page = (
        "Date: 12/03/2019\n\nThe United Nations welcomed the communiqué of the Islamic Summit and asked for dialogue.\n"
    )
    with pytest.raises(NoReportError):
        build(page)


def test_a_later_part_that_begins_with_the_name_of_a_state_is_not_that_states():
    head = (
        "{}مؤتمر وزراء الخارجية الإسلامي الثاني عشر في بغداد - الجمهورية العراقية 1 - 5 يونيه 1981 - البيان الختامي\n\n"
    )
    text = """الجمهورية التركية كلمات عبروا فيها عن شكرهم للبلد المضيف.

وأعرب المؤتمر عن أحر تعازيه لجمهورية بنجلاديش.

واعتبر المؤتمر أن الماء حق للجميع.
"""
    assert build(head.format("(تابع) ") + text)[0].header.session == 12


@pytest.mark.parametrize("lead", ["خرج المؤتمر بتوصيات هذا نصها الرسمي:", "وأصدر المجتمعون بيانا إليكم نصه:"])
def test_a_text_in_the_line_of_its_lead_is_parted_from_it(lead):
    text = (
        "إن المؤتمر الإسلامي لوزراء الإعلام في دورته الثامنة المنعقدة في الرباط يومي 13 و14 يناير 2009 يقرر الآتي: "
        "1- يعتمد ميثاق شرف. 2- يدعو إلى فتح المكاتب. 3- يوصي بإنشاء جائزة."
    )
    blocks = build(f"{lead} {text}\n")[0].blocks
    assert (blocks[0].role, blocks[0].subrole, blocks[0].text) == ("boilerplate", "press_lead", lead)


@pytest.mark.parametrize("page", ["اين عقد ثاني مؤتمر قمة اسلامي\n", ""])
def test_an_account_of_what_was_done_most_is_a_digest(page):
    told = "عقد مؤتمر القمة الإسلامي الثاني في لاهور من 22 إلى 24 فبراير 1974م."
    led = "وكان من أبرز ما تم في هذه القمة:" if not page else "وجاءت القرارات كالتالي:"
    items = "\n".join(f"{number}- التأكيد على صون الآبار القديمة في القرى والمدن." for number in (1, 2, 3))
    with pytest.raises(NoReportError):
        build(f"{page}{told} {led}\n{items}\n")


def test_a_name_with_its_handle_is_that_of_who_writes():
    text = "عبر الأمين العام لمنظمة التعاون الإسلامي عن اعتزازه بروح التوافق التي حظي بها اجتماع المياه في نيامي."
    assert build(f"جدة، 3 مايو 2016\n\n{text}\n")[0].header.document_type == "press_release"
    for handle in ("writer_of_wells@", "@writer_of_wells"):
        with pytest.raises(NoReportError):
            build(f"عمر سي (جدة) {handle}\n\n{text}\n")


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "منظمة التعاون الإسلامي {} قمة جدة للأمن",
            "رحبت الأمانة العامة لمنظمة التعاون الإسلامي بمخرجات القمة وأشادت بقراراتها.",
        ),
        (
            "The OIC {} the outcome of the Jeddah Summit on security",
            "The General Secretariat of the Organisation of Islamic Cooperation welcomed the outcome of the meeting.",
        ),
        (
            "L’OCI {} les résultats du Sommet de Djeddah sur la sécurité",
            "Le Secrétariat général de l’Organisation de la Coopération islamique a salué les résultats de la réunion.",
        ),
    ],
)
def test_what_a_headline_welcomes_was_held_elsewhere(headline, text):
    verbs = {"منظمة": ("ترحب بنتائج", "تعرض نتائج"), "The": ("welcomes", "presents"), "L’OCI": ("salue", "présente")}
    stance, other = verbs[headline.split()[0]]
    assert build(f"{headline.format(stance)}\n\n{text}\n")[0].header.city is None
    assert build(f"{headline.format(other)}\n\n{text}\n")[0].header.city == "Jeddah"


@pytest.mark.parametrize("name", ["ميثاق\nمنظمة الآبار والسقاية", "اتفاقية صون الآبار", "النظام الأساسي لمجلس الماء"])
def test_a_text_that_no_type_names_takes_none_from_its_page(name):
    page = f"""البيان الختامي الصادر عن الدورة العاشرة لمؤتمر القمة الإسلامي

المصدر: "منظمة المؤتمر الإسلامي، جدة"

{name}

نحن الدول الأعضاء في منظمة المؤتمر الإسلامي؛

إذ نستحضر قيمنا؛

وإذ نسترشد بالميثاق؛

نقرر حفر الآبار.
"""
    header = build(page)[0].header
    assert (header.title, header.document_type) == (name.replace("\n", " "), None)
    # a heading below the title of a later part is none
    heading = page.replace(name, "الشؤون المالية").replace("البيان", "(تابع) البيان")
    assert build(heading)[0].header.document_type == "final_communique"


@pytest.mark.parametrize(
    "cut",
    [
        "نشاطها في القرى بغية حفر الآبار ومساعدة الدول في جهودها لسقاية الناس في المناطق الجافة.",
        "لجمهورية النيجر بصفته رئيسا لاجتماع كبار الموظفين (الذي انعقد يوم 20 أغسطس 1982) تقرير الاجتماع.",
    ],
)
def test_what_a_later_part_begins_with_is_no_preamble(cut):
    page = f"""{{}}مؤتمر وزراء الخارجية الإسلامي الثالث عشر في نيامي - جمهورية النيجر 22 - 26 أغسطس 1982 - البيان الختامي

المصدر: "منظمة المؤتمر الإسلامي، جدة"

{cut}

وناشد المؤتمر الدول الأعضاء حفر الآبار.
"""
    assert [block.role for block in build(page.format("(تابع) "))[0].blocks[-2:]] == ["operative", "operative"]
    assert [block.role for block in build(page.format(""))[0].blocks[-2:]] == ["preamble", "operative"]


@pytest.mark.parametrize(
    ("page_title", "title", "place", "days"),
    [
        (
            "البيان الختامي لمؤتمر وزراء الخارجية الإسلامي الثالث بجدة 29 فبراير - 4 مارس 1972",
            "البيان الختامي",
            ("Jeddah", "SA"),
            ("1972-02-29", "1972-03-04"),
        ),
        # of another session of the body
        (
            "البيان الختامي لمؤتمر وزراء الخارجية الإسلامي الثالث بجدة 29 فبراير - 4 مارس 1972",
            "البيان الختامي للدورة العاشرة لمؤتمر وزراء الخارجية الإسلامي",
            (None, None),
            (None, None),
        ),
    ],
)
def test_what_a_page_calls_its_text_says_place_and_days_last_of_all(page_title, title, place, days):
    page = f"""{page_title}

المصدر: "منظمة المؤتمر الإسلامي، جدة"

{title}

1- عقد وزراء الخارجية اجتماعهم وانتخبوا هيئة المكتب.

2- حث المؤتمر الدول الأعضاء على حفر الآبار.
"""
    header = build(page)[0].header
    assert ((header.city, header.country_iso2), (header.date, header.date_end)) == (place, days)


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("البيان الختامي للدورة الخامسة لمؤتمر القمة الإسلامي، الكويت، 26-29 يناير 1987", 0),
        ("البيان الختامي للدورة الخامسة لمؤتمر القمة الإسلامي - الكويت 26-29 يناير 1987", 0),
        ("Final Communique of the Fifth Islamic Summit Conference, Kuwait, 26-29 January 1987", 1),
        ("Communiqué final de la cinquième Conférence islamique au Sommet, Koweït, 26-29 janvier 1987", 2),
    ],
)
def test_a_state_between_commas_right_before_its_days_is_the_place(title, printed):
    act = (
        "1- وانتخب المؤتمر هيئة المكتب بالإجماع.",
        "1. The Conference elected its Bureau unanimously.",
        "1. La Conférence a élu son Bureau à l’unanimité.",
    )[printed]
    header = build(f"{title}\n\n{act}\n")[0].header
    assert (header.country_iso2, header.date, header.date_end) == ("KW", "1987-01-26", "1987-01-29")


@pytest.mark.parametrize("place", ["جدة، 26-29 يناير 1987", "الكويت، 26-29 يناير 1987"])
def test_a_title_ends_without_the_comma_before_its_place(place):
    page = f"البيان الختامي للدورة الخامسة لمؤتمر القمة الإسلامي، {place}\n\n1- وانتخب المؤتمر هيئة المكتب بالإجماع.\n"
    assert build(page)[0].header.title == "البيان الختامي للدورة الخامسة لمؤتمر القمة الإسلامي"
