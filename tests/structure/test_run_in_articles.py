"""Articles that have their text behind their number, in one line: each is a paragraph with that number."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TITLES = {
    "en": "STATUTE OF THE ISLAMIC FUND FOR ORCHARDS OF THE ORGANIZATION OF ISLAMIC COOPERATION",
    "fr": "STATUT DU FONDS ISLAMIQUE DES VERGERS DE L’ORGANISATION DE LA COOPÉRATION ISLAMIQUE",
    "ar": "النظام الأساسي للصندوق الإسلامي للبساتين التابع لمنظمة التعاون الإسلامي",
}


def read(language, lines, joint="\n\n"):
    text = joint.join([TITLES[language], *lines])
    (report,) = build_reports(read_bytes(f"{text}\n".encode(), "page.txt"))
    return report


def tell(report):
    return [(block.role, block.label, block.ordinal) for block in report.blocks if block.role != "title"]


@pytest.mark.parametrize("joint", ["\n\n", "\n"])
@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ("Article 1:", "Article 2:", "Article 3:")),
        ("en", ("Article 1 -", "Article 2 -", "Article 3 -")),
        ("en", ("ARTICLE I.", "ARTICLE II.", "ARTICLE III.")),
        ("en", ("Rule 1.", "Rule 2.", "Rule 3.")),
        ("fr", ("Article premier :", "Article 2 :", "Article 3 :")),
        ("fr", ("Art. 1er. -", "Art. 2. -", "Art. 3. -")),
        ("fr", ("Règle 1 :", "Règle 2 :", "Règle 3 :")),
        ("ar", ("المادة (١) :", "المادة (٢) :", "المادة (٣) :")),
        ("ar", ("المادة الأولى:", "المادة الثانية:", "المادة الثالثة:")),
        ("ar", ("مادة 1-", "مادة 2-", "مادة 3-")),
        ("ar", ("القاعدة 1:", "القاعدة 2:", "القاعدة 3:")),
    ],
)
def test_an_article_that_runs_into_its_text_is_a_paragraph_with_its_number(language, labels, joint):
    said = {
        "en": ("The Fund has its seat in Jeddah.", "The Fund lends to:", "The Council meets twice a year."),
        "fr": ("Le Fonds a son siège à Djeddah.", "Le Fonds prête :", "Le Conseil se réunit deux fois l’an."),
        "ar": ("مقر الصندوق في مدينة جدة.", "يقرض الصندوق ما يلي:", "يجتمع المجلس مرتين في السنة."),
    }[language]
    items = {"en": ("a) growers;", "b) schools."), "fr": ("a) aux planteurs ;", "b) aux écoles.")}
    first, second = items.get(language, ("أ) الغارسين؛", "ب) المدارس."))
    one, two, three = (f"{label} {text}" for label, text in zip(labels, said, strict=True))
    report = read(language, [one, two, first, second, three], joint)
    assert report.header.document_type == "statute"
    assert tell(report) == [
        *[("operative", label, ordinal) for ordinal, label in enumerate(labels[:2], 1)],
        ("list_item", first.split()[0], 1),
        ("list_item", second.split()[0], 2),
        ("operative", labels[2], 3),
    ]


def test_the_text_of_an_article_may_look_like_its_title():
    lines = [
        "Article 1: The Fund has its seat in Jeddah.",
        "Article 2: The Council of the Fund shall be composed of nine members, whom the",
        "Conference elects for three years.",
        "Article 3: Each member has one vote.",
    ]
    report = read("en", lines, "\n")
    assert [ordinal for _, _, ordinal in tell(report)] == [1, 2, 3]
    assert report.blocks[2].text.endswith("whom the Conference elects for three years.")


@pytest.mark.parametrize(
    ("language", "article", "text"),
    [
        ("en", "Article {}: Membership", "All Member States are members. Article 7: its terms bind them."),
        ("en", "Rule {} - Decisions:", "Decisions are taken by consensus of those who are present."),
        ("fr", "Article {} : Siège", "Le Fonds a son siège à Djeddah, au Royaume d’Arabie saoudite."),
        ("ar", "المادة {}: العضوية", "جميع الدول الأعضاء في المنظمة أعضاء في الصندوق."),
    ],
)
def test_a_title_behind_the_number_of_an_article_is_its_heading(language, article, text):
    report = read(language, [part for number in (1, 2) for part in (article.format(number), text)])
    assert tell(report) == [("heading", None, None), ("operative", None, None)] * 2


def test_articles_that_a_number_quotes_are_its_items():
    text = """FINAL COMMUNIQUE OF THE SEVENTH SESSION OF THE ISLAMIC CONFERENCE ON WELLS
Rabat, 3-4 May 2011

1. The Conference met in Rabat on 3 and 4 May 2011.
2. It recalled the Charter, of which two articles say:
Article 1: The wells belong to all.
Article 2: No well shall be closed.
3. It thanked the host country.
"""
    (report,) = build_reports(read_bytes(text.encode(), "page.txt"))
    assert [(block.role, block.ordinal) for block in report.blocks if block.label] == [
        *[("preamble", 1), ("operative", 2), ("list_item", 1), ("list_item", 2), ("operative", 3)]
    ]


@pytest.mark.parametrize(
    ("language", "lead", "cited"),
    [
        (
            "en",
            "The Conference recalled the Charter, which says:",
            ['"Article 3: All help each other.', 'Article 4: None harms another."'],
        ),
        ("en", "The Conference recalled the Charter:", ["Article 3: All help each other."]),
        (
            "fr",
            "La Conférence a rappelé la Charte :",
            ["« Article 5 : Tous s’entraident.", "Article 7 : Nul ne nuit à autrui »."],
        ),
        (
            "ar",
            "ذكر المؤتمر بالميثاق الذي ينص على ما يلي:",
            ["المادة 3: تتعاون الدول فيما بينها.", "المادة 4: لا ضرر ولا ضرار."],
        ),
    ],
)
def test_articles_of_another_text_number_nothing_in_this_one(language, lead, cited):
    said = {
        "en": (
            "FINAL COMMUNIQUE OF THE ISLAMIC CONFERENCE ON WELLS",
            "The Conference met in Rabat on 3 May 2011.",
            "It thanked the host country.",
        ),
        "fr": (
            "COMMUNIQUÉ FINAL DE LA CONFÉRENCE ISLAMIQUE SUR LES PUITS",
            "La Conférence s’est tenue à Rabat le 3 mai 2011.",
            "Elle a remercié le pays hôte.",
        ),
        "ar": (
            "البيان الختامي للمؤتمر الإسلامي للآبار",
            "عقد المؤتمر في الرباط يوم 3 مايو 2011.",
            "وشكر المؤتمر الدولة المضيفة.",
        ),
    }[language]
    (report,) = build_reports(read_bytes("\n\n".join([*said[:2], lead, *cited, said[2]]).encode(), "page.txt"))
    assert [block.text_raw for block in report.blocks][-len(cited) - 1 : -1] == cited
    assert not any(block.label or block.role == "heading" for block in report.blocks)


@pytest.mark.parametrize(
    "sentence",
    [
        "Article 5 of the Charter says that the wells belong to all.",
        "Rule 23 has served the Committee well in these years.",
        "Article 7, which the States signed, binds them all.",
    ],
)
def test_a_sentence_about_an_article_is_none(sentence):
    report = read("en", ["Article 1", "The Fund has its seat in Jeddah.", "Article 2", sentence])
    assert tell(report) == [("heading", None, None), ("operative", None, None)] * 2


def test_rows_of_contents_run_no_article_in():
    rows = [f"Article {number} - Title {number}...... {number + 2}" for number in (1, 2, 3)]
    heads = [(f"Article {number} - Title {number}", "The Fund has its seat in Jeddah.") for number in (1, 2, 3)]
    above = ["The Member States of the OIC,", "Recalling the decision of their ministers;", "Have agreed as follows:"]
    report = read("en", ["CONTENTS", *rows, *above, *(part for pair in heads for part in pair)])
    assert [role for role, _, _ in tell(report)][-6:] == ["heading", "operative"] * 3
