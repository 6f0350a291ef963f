"""Declarations in articles: what the member states of the OIC declare is its text, and what they agree on is a treaty."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.resources import load_pattern
from oic_reports.structure.report import NoReportError, build_reports
from oic_reports.structure.segment import segment

DECLARATIONS = {
    "en": (
        "The Member States of the Organization of the Islamic Conference,",
        "Keenly aware of what each generation owes to the next,",
        "Proceeding from the above,",
        "Declare the following:",
        ("ARTICLE 1: Wells", "Every village has a right to clean water.", "ARTICLE 2"),
        ("(a) The State shall mend the pumps.", "(b) No one may be kept from them."),
    ),
    "fr": (
        "Les États membres de l’Organisation de la Coopération islamique,",
        "Conscients de ce que chaque génération doit à la suivante,",
        "Désireux de contribuer aux efforts de tous,",
        "Déclarent ce qui suit :",
        ("Article premier : De l’eau", "Chaque village a droit à l’eau potable.", "Article 2"),
        ("(a) L’État répare les pompes.", "(b) Nul n’en est privé."),
    ),
    "ar": (
        "إن الدول الأعضاء في منظمة المؤتمر الإسلامي",
        "إدراكا منها لما يدين به كل جيل للجيل الذي يليه،",
        "وانطلاقا مما تقدم،",
        "تعلن ما يأتي:",
        ("المادة 1: الماء", "لكل قرية حق في ماء نقي.", "المادة 2"),
        ("(أ) تصلح الدولة المضخات.", "(ب) لا يمنع منها أحد."),
    ),
}


def read(paragraphs):
    text = "\n\n".join(paragraphs)
    (report,) = build_reports(read_bytes(f"{text}\n".encode(), "page.txt"))
    return report


def write(language, formula=None):
    actor, aware, above, declares, article, items = DECLARATIONS[language]
    return [actor, aware, above, formula or declares, *article, *items]


@pytest.mark.parametrize("language", DECLARATIONS)
def test_what_the_member_states_declare_in_articles_is_a_text_of_the_organisation(language):
    report = read(write(language))
    assert [block.role for block in report.blocks] == [
        *["preamble"] * 4,
        *["heading", "operative", "heading", "operative", "operative"],
    ]
    assert report.blocks[4].text == DECLARATIONS[language][4][0]
    assert report.header.language == language


@pytest.mark.parametrize(
    ("language", "formula"),
    [
        ("en", "Have agreed as follows:"),
        ("fr", "Sont convenus de ce qui suit :"),
        ("ar", "قد اتفقت على ما يلي:"),
    ],
)
def test_what_the_member_states_agree_on_in_articles_is_a_treaty(language, formula):
    with pytest.raises(NoReportError, match="form of a law"):
        read(write(language, formula))


@pytest.mark.parametrize(
    ("language", "actor"),
    [
        ("en", "The Member States of the League of Arab States,"),
        ("fr", "Les États membres de l’Union africaine,"),
        ("ar", "إن الدول الأعضاء في جامعة الدول العربية"),
    ],
)
def test_what_the_states_of_another_organisation_declare_is_none_of_ours(language, actor):
    with pytest.raises(NoReportError):
        read([actor, *write(language)[1:]])


def test_a_recital_about_the_member_states_makes_no_law_theirs():
    recital = "Recalling that the Member States of the OIC declare the following:"
    with pytest.raises(NoReportError, match="form of a law"):
        read(["The Government of the Republic,", recital, *write("en")[1:]])


def test_letters_below_the_first_article_leave_what_stands_above_them_what_it_declares():
    title = "Doha Declaration of the Organisation of Islamic Cooperation on Wells"
    report = read([title, *write("en")])
    said = {block.text: block.role for block in report.blocks}
    assert said["Every village has a right to clean water."] == "operative"
    assert said["Proceeding from the above,"] == "preamble"


def test_numbers_below_a_later_article_leave_the_first_one_what_it_declares():
    items = ["1. The State shall mend the pumps.", "2. No one may be kept from them.", "3. Wells are deep."]
    report = read([*write("en")[:-2], *items])
    said = {block.text: block.role for block in report.blocks}
    assert said["Every village has a right to clean water."] == "operative"


@pytest.mark.parametrize("line", ["ARTICLE 2: the pumps, which are old,", "Article 2 shall be read with care."])
def test_a_sentence_about_an_article_heads_nothing(line):
    report = read([*write("en")[:6], line, "The wells are deep."])
    assert not any(block.role == "heading" and block.text == line for block in report.blocks)


@pytest.mark.parametrize(
    ("language", "formula"),
    [
        ("en", "Issue the following Declaration:"),
        ("fr", "Adoptent la Déclaration suivante :"),
        ("ar", "تُصدِر الإعلان الآتي:"),
        ("ar", "تعلن الآتي:"),
    ],
)
def test_the_declaration_may_be_issued_or_adopted_in_the_same_breath(language, formula):
    assert read(write(language, formula)).header.document_type == "declaration"


def test_a_long_sentence_that_ends_with_the_words_that_declare_makes_a_declaration():
    lead = "في مثل هذا اليوم من عام 1979 اجتمع وزراء خارجية الدول الإسلامية في فاس وأصدروا إعلانا عن الماء."
    actor = "إن الدول الأعضاء في منظمة المؤتمر الإسلامي بناء على ما تقدم من أسباب تعلن ما يلي:"
    report = read([lead, *DECLARATIONS["ar"][1:2], actor, *DECLARATIONS["ar"][4], *DECLARATIONS["ar"][5]])
    assert report.header.document_type == "declaration"
    assert report.header.document_type_evidence == "تعلن ما يلي:"


def test_signs_of_vowels_in_the_number_of_an_article_change_nothing():
    article = [
        "(المادّة الأُولى)",
        "لكلّ قرية حقّ في ماء نقيّ.",
        "(المادّة الثّانية)",
        "تصلح الدولة المضخّات القديمة في القرى كلّها.",
    ]
    report = read([*write("ar")[:4], *article])
    assert [block.role for block in report.blocks[-4:]] == ["heading", "operative"] * 2


@pytest.mark.parametrize(
    ("language", "first", "second", "items"),
    [
        ("ar", "المادة الأولى :", "المادة الثانية :", ("أ - للطفل اسم.", "ب - وله نسب.")),
        ("en", "Article 1:", "Article 2:", ("(a) A child has a name.", "(b) It has a home.")),
        ("fr", "Article premier :", "Article 2 :", ("1. L’enfant a un nom.", "2. Il a un foyer.")),
    ],
)
def test_the_items_of_each_article_begin_anew(language, first, second, items):
    report = read([*write(language)[:4], first, *items, second, *items])
    labelled = [block for block in report.blocks if block.label]
    assert [block.role for block in labelled] == ["operative"] * 4
    assert [block.ordinal for block in labelled] == [1, 2, 1, 2]
    assert not any(flag.flag == "number_repeat" for block in report.blocks for flag in block.flags)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("ar", "[المادة الأولى (الماء)]", "[المادة الثانية (المضخات)]"),
        ("en", "Article 1 (Water)", "Article 2 (Pumps)"),
        ("fr", "Article premier (De l’eau)", "Article 2 (Des pompes)"),
    ],
)
def test_an_article_may_have_its_name_in_brackets(language, first, second):
    said = write(language)
    blocks = read([*said[:4], first, said[5], second, *said[7:]]).blocks
    assert [block.text for block in blocks if block.role == "heading"] == [first, second]


@pytest.mark.parametrize(
    "line",
    [
        "المادة الحادية والعشرون",
        "المادة الخامسة بعد المائة",
        "المادة الثالثة والعشرون بعد المائة",
        "المادة الرابعة عشرة",
    ],
)
def test_an_article_above_twenty_is_one(line):
    assert load_pattern("article_line", "ar").match(line)
    assert not load_pattern("article_line", "ar").match(f"{line} من هذا النظام")


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("en", ("Article (1)\nWater", "Article (2)\nPumps and Engines")),
        ("fr", ("Article (premier)\nDe l’eau", "Article (2)\nDes pompes")),
        ("ar", ("المادة (1)\nالماء", "المادة (2)\nالمضخات")),
    ],
)
def test_the_name_of_an_article_stands_below_its_number_in_brackets(language, heads):
    said = write(language)
    page = "\n\n".join([*said[:4], heads[0], said[5], heads[1], *said[7:]])
    (report,) = build_reports(read_bytes(f"{page}\n".encode(), "page.txt"))
    assert [block.text for block in report.blocks if block.role == "heading"] == list(heads)


def test_a_sentence_right_below_the_number_of_an_article_heads_nothing():
    said = write("en")
    page = "\n\n".join([*said[:4], f"Article (1)\n{said[5]}", f"Article (2)\n{said[7]}", *said[8:]])
    (report,) = build_reports(read_bytes(f"{page}\n".encode(), "page.txt"))
    assert [block.text for block in report.blocks if block.role == "heading"] == ["Article (1)", "Article (2)"]


@pytest.mark.parametrize("heading", ["Article 2", "Article 2:"])
def test_letters_below_the_sentence_of_an_article_are_items_of_it(heading):
    said = write("en")
    numbers = ("1. A village has a well.", "2. It has a rope.")
    letters = ("(a) to keep the wells;", "(b) to keep the ropes.")
    blocks = read([*said[:4], "Article 1", *numbers, heading, "The villages agree:", *letters]).blocks
    assert [block.role for block in blocks if block.label] == ["operative"] * 2 + ["list_item"] * 2
    blocks = read([*said[:4], "Article 1", *numbers, heading, *letters]).blocks
    assert [block.role for block in blocks if block.label] == ["operative"] * 4


TREATIES = {
    "en": (
        "STATUTE OF THE ISLAMIC CENTRE FOR SEEDS\n\nThe Member States of the Organisation of Islamic Cooperation,\n",
        ("Article 1", "Definitions", "In this Statute the words below have these meanings:"),
        ("The Centre: the Islamic Centre for Seeds.", "The Board: the Board of Directors of the Centre."),
        ("Article 2", "The organs of the Centre are:", "The General Assembly", "The Board of Directors"),
        ("Article 3", "The Board shall:", "adopt the budget of the year;", "name the Director of the Centre."),
    ),
    "fr": (
        "STATUTS DU CENTRE ISLAMIQUE DES SEMENCES\n\nLes Etats membres de l’Organisation de la coopération islamique,\n",
        ("Article 1", "Définitions", "Aux fins des présents Statuts, on entend par :"),
        ("Centre : le Centre islamique des semences.", "Conseil : le Conseil d’administration du Centre."),
        ("Article 2", "Les organes du Centre sont :", "l’Assemblée générale", "le Conseil d’administration"),
        ("Article 3", "Le Conseil doit :", "adopter le budget de l’année ;", "nommer le Directeur du Centre."),
    ),
    "ar": (
        "النظام الأساسي للمركز الإسلامي للبذور\n\nإن الدول الأعضاء في منظمة التعاون الإسلامي،\n",
        ("المادة 1", "تعاريف", "يقصد بالألفاظ الآتية المعاني المبينة قرين كل منها:"),
        ("المركز: المركز الإسلامي للبذور.", "المجلس: مجلس إدارة المركز."),
        ("المادة 2", "أجهزة المركز هي:", "الجمعية العامة", "مجلس الإدارة"),
        ("المادة 3", "على المجلس أن يتولى:", "اعتماد ميزانية السنة؛", "تعيين مدير المركز."),
    ),
}


@pytest.mark.parametrize("form", ["", "{}. ", "{}- ", "{}) "])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_an_article_explains_or_lists_by_name_is_items(language, form):
    opening, article, words, organs, duties = TREATIES[language]
    lines = [opening, *article[:2], "", article[2], ""]
    lines += [form.format(place) + text for place, text in enumerate(words, 1)]
    lines += ["", *organs[:2], *((form or "{}. ").format(place) + text for place, text in enumerate(organs[2:], 1))]
    lines += ["", *duties[:2], *((form or "{}. ").format(place) + text for place, text in enumerate(duties[2:], 1))]
    roles = {block.text_raw: block.role for block in segment(read_bytes("\n".join(lines).encode(), "page.txt"))}
    assert [roles[text] for text in (*words, *organs[2:])] == ["list_item"] * 4
    assert [roles[text] for text in (article[2], organs[1], *duties[1:])] == ["operative"] * 5
