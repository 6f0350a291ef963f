"""The lead of a newspaper or an agency above a meeting's own text."""

from __future__ import annotations

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.page.press import _join, find_press_lead, find_quoted_text
from oic_reports.structure.report import build_reports

WE = "We, the Foreign Ministers of the Member States of the OIC, met in Jeddah."


def lead(text, language="en"):
    lines = drop_blank([Line(piece, number) for number, piece in enumerate(text.split("\n"), 1)], language)
    found = find_press_lead(lines, language)
    return None if found is None else lines[found].text


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("The following is the full text of the final communiqué:", "en"),
        ("Following is the official text of the declaration issued on Sunday:", "en"),
        ("Here is the text of the resolution:", "en"),
        ("ISLAMABAD, 19 Dec (APQ): The following is the text of the declaration adopted here on Sunday:", "en"),
        ("JEDDAH – The OIC issued the following communiqué on Monday:", "en"),
        ("Full text:", "en"),
        ("Text of the Joint Communiqué on the wells is as below:", "en"),
        ("The ministers adopted the “Niamey Declaration”, the complete text of which is given below:", "en"),
        ("The draft final communiqué, a copy of which this newspaper obtained, reads as follows:", "en"),
        ("The executive committee met here. Its statement, in full:", "en"),
        ("NIAMEY: The ministers ended their talks with the following communiqué:", "en"),
        ("Voici le texte intégral :", "fr"),
        ("Texte intégral", "fr"),
        ("Ils ont publié un communiqué dont nous reproduisons ci-dessous l’intégralité :", "fr"),
        ("Le sommet a publié sa déclaration, que voici dans sa totalité :", "fr"),
        ("Nous publions ci-après le texte de la déclaration :", "fr"),
        ("MOGADISCIO – L’OCI a publié le communiqué suivant :", "fr"),
        ("وفيما يلي نص البيان الختامي:", "ar"),
        ("وهذا نص البيان:", "ar"),
        ("النص الكامل للبيان الختامي", "ar"),
        ("وجاء البيان الختامي للقمة كاملا:", "ar"),
        ("جاء نص إعلان نيامي الصادر اليوم عن القمة كالآتي.", "ar"),
        ("الدوحة في 12 نوفمبر /قنب/ اختتمت القمة أعمالها. وفيما يلي نص البيان الختامي:", "ar"),
        ("مقديشو (وكالة) - أصدرت المنظمة البيان التالي في ختام الاجتماع:", "ar"),
    ],
)
def test_a_line_that_says_that_the_text_follows_ends_the_lead(line, language):
    body = {"en": WE, "fr": "Nous, ministres, réunis à Dakar,", "ar": "نحن وزراء الخارجية المجتمعين في جدة،"}[language]
    assert lead(f"A headline\n\n{line}\n\n{body}\n", language) == line
    assert lead(f"{body}\n\n{body}\n", language) is None


@pytest.mark.parametrize(
    ("line", "language", "is_found"),
    [
        ("وخرج المؤتمر بإعلان نيامي الذي جاء فيه ما يلي:", "ar", True),
        ("واختتم الوزراء مؤتمرهم، وصدر في ختامه (إعلان نيامي) وفيه ما يلي:", "ar", True),
        ("The ministers left us the Niamey Declaration, which reads:", "en", True),
        ("Les ministres ont laissé la Déclaration de Niamey ainsi libellée :", "fr", True),
        # what a newspaper picked out
        ("وخرج المؤتمر بإعلان نيامي، وأبرز ما جاء فيه ما يلي:", "ar", False),
        # the name of the text itself
        ("إعلان نيامي وجاء فيه ما يلي:", "ar", False),
    ],
)
def test_words_that_lead_to_those_who_met_end_a_lead(line, language, is_found):
    body = {"en": WE, "fr": "Nous, ministres, réunis à Dakar,", "ar": "نحن، وزراء العمل المجتمعين في جدة،"}[language]
    assert lead(f"A headline\n\n{line}\n\n{body}\n", language) == (line if is_found else None)
    # nobody speaks below
    assert lead(f"A headline\n\n{line}\n\n{line[:-1]}.\n", language) is None


@pytest.mark.parametrize(
    "line",
    [
        "The final communiqué reads in part:",
        "The draft statement, seen by this newspaper, says that palms will be felled:",
        "The full text is long:",
    ],
)
def test_a_line_that_leads_to_a_part_or_to_nothing_of_the_kind_ends_no_lead(line):
    assert lead(f"A headline\n\n{line}\n\n{WE}\n") is None


def test_a_story_with_a_dateline_ends_above_the_title_or_the_first_words():
    story = "JEDDAH, 3 May (APQ): The ministers ended their talks with a dinner."
    more = "Fish was served."
    assert lead(f"{story}\n\n{more}\n\nFinal Communiqué of the OIC\n\n1. The Meeting thanked the cook.") == more
    assert lead(f"{story}\n\n{more}\n\n{WE}") == more
    # no dateline: the line above a title is no lead
    assert lead(f"The ministers ended their talks.\n\n{more}\n\nFinal Communiqué of the OIC\n\n1. It.") is None
    # a sentence that names a communiqué is no title
    assert lead(f"{story}\n\n{more}\n\nThe communiqué of the OIC is long.\n\n{more}") is None
    # a title that begins with other words
    assert lead(f"{story}\n\n{more}\n\nWhat some of the delegates said of the long communiqué\n\n{more}") is None


def test_a_dateline_before_the_first_sentence_of_the_text_is_no_lead():
    assert lead("JEDDAH (APQ) – The Contact Group met on 3 May 2016.\n\n1. The Meeting thanked the host.") is None
    assert lead("1. JEDDAH – The OIC issued the following statement:\n\n2. The Meeting thanked the host.") is None
    assert (
        lead("الإثنين 3 ربيع الأول 1441 الخرطوم ( وكالة ) ــ عقد الفريق اجتماعه.\n\n1- أشاد الاجتماع بالتقدم.", "ar")
        is None
    )


def test_numbered_paragraphs_end_the_search():
    says = "The following is the text of the message:"
    assert lead(f"{WE}\n\n1. The Meeting thanked the host.\n\n{says}\n\nDear friends,") is None
    story = "JEDDAH (APQ) – The ministers dined."
    assert lead(f"{story}\n\n1. The Meeting thanked the host.\n\nFinal Communiqué\n\nMore.") is None


def test_text_that_runs_on_behind_the_formula_has_no_line_of_its_own():
    says = "The following is the full text of the communiqué:"
    assert lead(f"{says} {WE}\n\nThe Meeting thanked the host.") is None
    assert lead(f"{says} (unofficial)\n\n{WE}") == f"{says} (unofficial)"


def test_a_formula_may_be_wrapped_over_two_lines():
    assert lead(f"ISLAMABAD: The following is the full\ntext of the declaration:\n\n{WE}") == "text of the declaration:"


def test_what_no_press_lead_is():
    assert lead("The Meeting issued the following statement:\n\nThe Ministers regret the delay.") is None
    assert lead("أحيل إليكم نص البيان الصادر في جدة.\n\nالبيان الختامي\n\nعقد الاجتماع.", "ar") is None
    assert lead("The following is the full text of the communiqué:") is None
    far = "\n\n".join(f"Paragraph number {n} of a long story." for n in range(20))
    assert lead(f"{far}\n\nThe following is the full text of the communiqué:\n\n{WE}") is None


# Reaches


def story(paragraphs):
    return "\n\n".join(f"Paragraph number {n} of a long story." for n in range(paragraphs))


@pytest.mark.parametrize(("paragraphs", "is_found"), [(14, True), (15, False)])
def test_a_lead_has_fifteen_paragraphs_at_most(paragraphs, is_found):
    says = "The following is the full text of the communiqué:"
    assert lead(f"{story(paragraphs)}\n\n{says}\n\n{WE}") == (says if is_found else None)


@pytest.mark.parametrize(("last", "number"), [("of palms, which reads as follows", 2), ("of palms and", 1)])
def test_the_end_of_lines_tells_whether_they_are_a_paragraph_however_many_they_are(last, number):
    told = ["the ministers spoke of wells and"] * 20
    lines = drop_blank([Line(text, place) for place, text in enumerate([*told, last, WE], 1)], "en")
    paragraphs = _join(lines)
    assert [paragraph.last for paragraph in paragraphs] == [20, 21][-number:]
    assert " ".join(paragraph.text for paragraph in paragraphs) == " ".join([*told, last, WE])


@pytest.mark.parametrize(("behind", "is_found"), [(60, True), (61, False)])
def test_sixty_code_points_may_follow_the_formula(behind, is_found):
    says = "The following is the full text of the communiqué:" + " " + "x" * (behind - 1)
    assert lead(f"{says}\n\n{WE}") == (says if is_found else None)


@pytest.mark.parametrize(("length", "is_found"), [(159, True), (160, False)])
def test_a_title_is_shorter_than_a_paragraph(length, is_found):
    title = "Final Communiqué ".ljust(length, "x")
    dated = "JEDDAH (APQ) – The ministers dined."
    assert lead(f"{dated}\n\n{title}\n\nThe hall was full.") == (dated if is_found else None)


@pytest.mark.parametrize(("before", "is_found"), [(30, True), (31, False)])
def test_the_type_stands_early_in_a_title(before, is_found):
    dated = "JEDDAH (APQ) – The ministers dined."
    title = "x" * (before - 1) + " Communiqué of the OIC"
    assert lead(f"{dated}\n\n{title}\n\nThe hall was full.") == (dated if is_found else None)


def test_what_was_issued_counts_below_a_dateline_only():
    issued = "JEDDAH – The OIC issued the following communiqué on Monday:"
    assert lead(f"{issued}\n\nThe Contact Group met in Jeddah.\n\nThe hall was full.") == issued
    assert lead(f"{issued.removeprefix('JEDDAH – ')}\n\nThe Contact Group met.\n\nThe hall was full.") is None


def test_a_line_with_a_colon_goes_before_a_headline_that_says_the_same():
    headline = "Here is the text of the communiqué of the summit"
    story = "The summit condemned the felling of palms."
    formula = "The full text of the communiqué follows:"
    assert lead(f"{headline}\n\n{story}\n\n{formula}\n\n{WE}\n") == formula
    assert lead(f"{headline}\n\n{story}\n\n{WE}\n") == headline
    # what those who met say is theirs
    assert lead(f"{headline}\n\n{WE}\n\n{formula}\n\n{story}\n") == headline


STORIES = {
    "en": (
        "Final communiqué of the OIC's foreign ministers",
        "The foreign ministers of the OIC ended their session in Niamey with a promise to dig wells for the herders.",
        "Here is the full text of the communiqué:",
        "We, the Ministers of the Organisation of Islamic Cooperation, gathered in Niamey for the Council of Ministers,",
        "Declare the following:",
        "We thank the herders for their patience.",
    ),
    "fr": (
        "Communiqué final des ministres de l’OCI",
        "Les chefs de la diplomatie de l’OCI ont achevé leur session à Niamey en promettant des puits aux éleveurs.",
        "Voici le texte intégral de ce communiqué :",
        "Nous, ministres de l’Organisation de la coopération islamique, réunis à Niamey pour le Conseil des ministres,",
        "Déclarons ce qui suit :",
        "Nous remercions les éleveurs de leur patience.",
    ),
    "ar": (
        "البيان الختامي لوزراء خارجية منظمة التعاون الإسلامي",
        "أنهى وزراء خارجية منظمة التعاون الإسلامي دورتهم في نيامي بعد أن وعدوا الرعاة بحفر آبار جديدة في السهول.",
        "وفيما يلي نص البيان:",
        "نحن وزراء خارجية الدول الأعضاء في منظمة التعاون الإسلامي المجتمعين في نيامي في مجلس وزراء الخارجية،",
        "نعلن ما يلي:",
        "نشكر الرعاة على صبرهم.",
    ),
}


@pytest.mark.parametrize("language", STORIES)
def test_the_title_above_a_newspapers_story_is_the_newspapers(language):
    headline, story, formula, *text = STORIES[language]
    told = build_reports(read_bytes("\n\n".join([headline, story, formula, *text]).encode(), "x.txt"))[0].header
    assert (told.title, told.document_type) == (None, "declaration")
    given = build_reports(read_bytes("\n\n".join([headline, formula, *text]).encode(), "x.txt"))[0].header
    assert (given.title, given.document_type) == (headline, "final_communique")


TOLD = {
    "en": (
        "The Organisation of Islamic Cooperation met in Tunis on 19 January 2017 to speak of orchards, to which few come.",
        "The communiqué names the orchards.",
        "1. The Foreign Ministers of the Organisation of Islamic Cooperation (OIC) met in Tunis on 19 January 2017.",
        "2. The Meeting called for water.",
    ),
    "fr": (
        "L'Organisation de la coopération islamique s'est réunie ce jeudi 19 janvier 2017 à Tunis pour parler des vergers.",
        "Le communiqué nomme les vergers.",
        "1. Les ministres des Affaires étrangères de l’Organisation de la Coopération Islamique (OCI) se sont réunis à Tunis le 19 janvier 2017.",
        "2. La Réunion a demandé de l’eau.",
    ),
    "ar": (
        "اجتمعت منظمة التعاون الإسلامي في تونس يوم 19 يناير 2017 للحديث عن البساتين.",
        "ويذكر البيان أسماء البساتين.",
        "1. اجتمع وزراء خارجية الدول الأعضاء في منظمة التعاون الإسلامي في تونس يوم 19 يناير 2017.",
        "2. دعا الاجتماع إلى توفير المياه.",
    ),
}


@pytest.mark.parametrize("language", TOLD)
def test_what_the_number_one_tells_again_with_its_day_was_a_lead(language):
    assert lead("\n\n".join(TOLD[language]), language) == TOLD[language][1]


def test_an_opening_that_the_number_one_goes_on_with_is_no_lead():
    first, *_, last = TOLD["en"]
    for number in ("1. The Meeting was opened by the President.", "1. He spoke of the Conference held on 3 May 2016."):
        assert lead(f"{first}\n\n{number}\n\n{last}") is None
    assert lead("\n\n".join(["Tunis, 19 January 2017", *TOLD["en"][2:]])) is None


QUOTED = {
    "ar": ("جاء في البيان الختامي للدورة", "إدراكاً منا لما للبساتين من شأن في حياة الناس.", "نعلن عزمنا على غرس الأشجار."),
    "en": ("The final communiqué of the session reads", "Recalling the worth of orchards to the valley.", "We resolve to plant trees."),
    "fr": ("Les ministres ont adopté la déclaration suivante", "Rappelant la valeur des vergers de la vallée.", "Nous décidons de planter."),
}  # fmt: skip


@pytest.mark.parametrize("mark", ["«", "»", "“", '"'])
@pytest.mark.parametrize("language", QUOTED)
def test_a_text_may_be_quoted_on_the_line_that_leads_to_it(language, mark):
    leads, recalls, resolves = QUOTED[language]
    assert find_quoted_text(f"{leads}: {mark} {recalls}", language) == len(f"{leads}: {mark} ")
    assert lead(f"A headline\n\n{leads}: {mark}\n\n{recalls}\n\n{resolves}\n", language) == f"{leads}: {mark}"
    # what a newspaper quotes in one sentence is no text
    assert find_quoted_text(f"{leads}: «{recalls}»", language) is None
    assert find_quoted_text(f"{leads}: «{resolves}", language) is None
    assert find_quoted_text(f"{leads}: {recalls}", language) is None
