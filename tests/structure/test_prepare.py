from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.language.characters import make_line, unfold_line
from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.parting.prepare import prepare_lines
from oic_reports.structure.parting.run_in_lists import _FIRST_RUN_IN, _MARKED_NUMBER, _RUN_IN
from oic_reports.structure.report import build_reports


def prepare(*texts, language="en", gaps=True):
    lines = [PrintedLine(Line(text, number), gaps, language) for number, text in enumerate(texts, 1)]
    return [(line.text, line.line.flow) for line in prepare_lines(lines, language)]


def test_a_list_that_runs_in_one_line_is_parted_at_its_numbers():
    text = "The Summit: 1. Rejects the decision. 2. Calls for 2.5 million dollars in 2018. 3. Thanks the host."
    assert prepare(text) == [
        ("The Summit:", None),
        ("1. Rejects the decision.", "starts"),
        ("2. Calls for 2.5 million dollars in 2018.", "starts"),
        ("3. Thanks the host.", "starts"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Meeting noted articles 1. of the Charter and 2. of the Statute, and asked for nothing else at all.",
        "It recalled that in 2013. 4. May was the day on which the agreement had been signed by all the parties.",
    ],
)
def test_numbers_that_make_no_series_part_nothing(text):
    assert prepare(text) == [(text, None)]


def test_arabic_indic_numbers_in_brackets():
    text = "(١) أدان المجتمعون الهجوم الذي وقع في العاصمة. (٢) طالبوا بوقف إطلاق النار فورا. (٣) شكروا الدولة المضيفة."
    assert [piece for piece, _ in prepare(text, language="ar")] == [
        "(١) أدان المجتمعون الهجوم الذي وقع في العاصمة.",
        "(٢) طالبوا بوقف إطلاق النار فورا.",
        "(٣) شكروا الدولة المضيفة.",
    ]


def test_participles_that_share_a_line():
    text = "Recalling the earlier resolutions on the matter; Noting the report, and the annex to it; Aware of the need,"
    assert [piece for piece, _ in prepare(text)] == [
        "Recalling the earlier resolutions on the matter;",
        "Noting the report, and the annex to it;",
        "Aware of the need,",
    ]
    arabic = "إذ يستذكر قراراته السابقة في هذا الشأن؛ وإذ يلاحظ أن ثلث المدارس قد هدم؛ وإذ يقدر جهود الوساطة؛"
    assert len(prepare(arabic, language="ar")) == 3


def test_a_participle_alone_goes_on_in_the_next_line():
    assert prepare("Recalling", "earlier resolutions on the protection of monuments;") == [
        ("Recalling", None),
        ("earlier resolutions on the protection of monuments;", "continues"),
    ]
    assert prepare("Recalling", "The Meeting agreed.")[1][1] is None


def test_a_label_behind_a_wrapped_arabic_paragraph():
    lines = [
        PrintedLine(Line("نبه الاجتماع إلى خطر المجاعة في سنة", 1), after_gap=True),
        PrintedLine(Line("2021 بأنها الأقسى منذ عقدين. -2", 2), after_gap=False),
    ]
    moved = prepare_lines(lines, "ar")
    assert [line.text for line in moved] == [
        "نبه الاجتماع إلى خطر المجاعة في سنة -2",
        "2021 بأنها الأقسى منذ عقدين.",
    ]
    assert moved[1].line.flow == "continues"


def test_what_a_reader_folded_goes_with_the_part_that_holds_it():
    text = "1. شكر المجلس ﷲ على نعمه الكثيرة كلها. 2. رحب المجلس بالتقرير. 3. دعا المجلس الأعضاء إلى العمل معا."
    line = make_line(text, 1, Counter())
    parts = prepare_lines([PrintedLine(line, after_gap=True)], "ar")
    assert len(parts) == 3
    assert [unfold_line(part.line) for part in parts] == [
        text[: text.index(" 2.")],
        *text[text.index("2.") :].split(" 3")[:1],
        text[text.index("3.") :],
    ]
    assert [[change.before for change in part.line.decoded] for part in parts] == [["ﷲ"], [], []]


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        ("Communiqué final Secrétariat général de l’OCI Djeddah, Royaume d’Arabie saoudite", "fr", "Communiqué final"),
        ("Final Communiqué Jeddah, Kingdom of Saudi Arabia", "en", "Final Communiqué"),
        ("البيان الختامي جدة، المملكة العربية السعودية", "ar", "البيان الختامي"),
        ("Déclaration de Djeddah, Royaume d’Arabie saoudite", "fr", None),
        ("DECLARATION OF MAKKAH, SAUDI ARABIA", "en", None),
        ("إعلان القاهرة، جمهورية مصر العربية", "ar", None),
        ("Report The Ministers met in Jeddah, Saudi Arabia", "en", None),
    ],
)
def test_a_type_is_parted_from_the_place_behind_it(text, language, title):
    line = PrintedLine(Line(text, 1), after_gap=True, language=language)
    first = prepare_lines([line], language)[0]
    assert first.text == (title or text)


@pytest.mark.parametrize(
    ("note", "title", "language"),
    [
        ("Original: English", "BANJUL DECLARATION ON THE FISHERIES OF THE COAST", "en"),
        ("Original: Arabic, English and French", "Final Communiqué of the Contact Group on Mali", "en"),
        ("ORIGINAL : ANGLAIS", "DECLARATION DE BANJUL SUR LA PECHE", "fr"),
        ("الأصل: عربي", "إعلان بانجول بشأن مصايد الأسماك", "ar"),
    ],
)
def test_the_language_of_the_original_is_no_part_of_the_title_behind_it(note, title, language):
    assert [text for text, _ in prepare(f"{note} {title}", language=language)] == [note, title]


@pytest.mark.parametrize(
    "text", ["Original: English version of the text", "Original documents were shown to the ministers"]
)
def test_a_note_with_more_words_is_no_note_and_title(text):
    assert [piece for piece, _ in prepare(text)] == [text]


@pytest.mark.parametrize(
    ("paragraph", "formula", "language"),
    [
        ("7. We thank the people of The Gambia for a warm welcome.", "Done at Banjul, on 26 July", "en"),
        ("The Ministers thanked their host for the warm welcome!", "Issued in Banjul on 26 July 2015.", "en"),
        ("7. Nous remercions le peuple gambien de son accueil chaleureux.", "Fait à Banjul, le 26 juillet 2015", "fr"),
        ("7- نشكر شعب غامبيا على حسن الاستقبال وكرم الضيافة.", "حرر في بانجول، 26 يوليو 2015", "ar"),
    ],
)
def test_the_formula_of_place_and_day_is_parted_from_the_last_paragraph(paragraph, formula, language):
    assert [text for text, _ in prepare(f"{paragraph} {formula}", language=language)] == [paragraph, formula]


@pytest.mark.parametrize(
    "text",
    [
        # no day, and a sentence that goes on
        "The Meeting recalled the agreement that was reached last year. Done at the request of the host",
        "The Meeting recalled the agreement of the year. Adopted in Doha on 5 May 2014. It asked for more time.",
    ],
)
def test_a_sentence_like_a_formula_stays(text):
    assert [piece for piece, _ in prepare(text)] == [text]


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ("Full text of the final communiqué:", "en"),
        ("Texte intégral du communiqué final :", "fr"),
        ("النص الكامل للبيان الختامي", "ar"),
    ],
)
def test_a_lead_is_parted_from_the_first_number_that_stands_right_behind_it(head, language):
    first = {"en": "1. The Meeting was held.", "fr": "1. La Réunion s’est tenue.", "ar": "1. عقد الاجتماع."}[language]
    second = {"en": "2. It thanked the host.", "fr": "2. Elle a remercié.", "ar": "2. شكر الاجتماع."}[language]
    assert [text for text, _ in prepare(head + first, second, language=language)] == [head, first, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # no type of document before it, no second number below, a number behind a word
        ("The hall was full:1. The Meeting was held.", "2. It thanked the host."),
        ("Full text of the final communiqué:1. The Meeting was held.", "3. It thanked the host."),
        ("The communiqué of section 1. The Meeting was held.", "2. It thanked the host."),
    ],
)
def test_a_number_that_nothing_proves_the_first_is_not_cut_off(first, second):
    assert [text for text, _ in prepare(first, second)] == [first, second]


@pytest.mark.parametrize(
    ("lead", "language"),
    [
        ("Text of the Joint Communiqué on the wells is as bellow:", "en"),
        ("Texte intégral du communiqué du sommet :", "fr"),
    ],
)
def test_the_lead_of_a_newspaper_is_parted_from_the_text_in_its_line(lead, language):
    text = "“The Ministers, having met in Islamabad on 22 March 2022, having heard the report of their experts,"
    assert [piece for piece, _ in prepare(f"{lead} {text}", language=language)] == [lead, text]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "A) Wells of the coast 3 B) Dams 5 C) Canals and locks 7",
            ["A) Wells of the coast 3", "B) Dams 5", "C) Canals and locks 7"],
        ),
        ("A Puits de la côte 3 B Barrages 5", ["A Puits de la côte 3", "B Barrages 5"]),
        # pages that fall, letters that leave one out, no page at the end
        ("A) Wells of the coast 5 B) Dams 3", ["A) Wells of the coast 5 B) Dams 3"]),
        ("A) Wells of the coast 3 C) Dams 5", ["A) Wells of the coast 3 C) Dams 5"]),
        ("A) Wells of the coast 3 B) Dams", ["A) Wells of the coast 3 B) Dams"]),
    ],
)
def test_rows_that_letters_count_are_parted(text, pieces):
    assert [piece for piece, _ in prepare(text)] == pieces


def test_the_month_of_a_copy_stands_before_a_text_that_was_cut_off():
    text = "We, the Ministers of the Member States of the OIC, meeting in Niamey on the wells of the valley and of the"
    assert [piece for piece, _ in prepare(f"date 2031-04 {text}")] == ["date 2031-04", text]
    assert len(prepare("date 2031-04 of the report")) == 1


@given(st.text("a.1)( -٢Z", max_size=14))
def test_no_run_in_number_is_passed_over(text):
    if _RUN_IN.search(text) or _FIRST_RUN_IN.search(text):
        assert _MARKED_NUMBER.search(text)


@pytest.mark.parametrize(
    ("language", "title", "actors", "words"),
    [
        ("fr", "ACCORD DE COOPÉRATION SUR LES PUITS", "Les Etats membres de l'Organisation de la Coopération islamique,",
         ("Considérant", "que les puits sont anciens,", "Considérant", "que l'eau se fait rare,", "Réaffirmant",
          "Leur désir de les entretenir,", "Sont convenus de ce qui suit :")),
        ("en", "AGREEMENT ON THE CARE OF WELLS", "The Member States of the Organisation of Islamic Cooperation,",
         ("Considering", "that the wells are old,", "Considering", "that water is scarce,", "Reaffirming",
          "Their wish to keep them,", "Have agreed as follows:")),
    ],
)  # fmt: skip
def test_a_participle_alone_on_its_line_goes_on_and_is_no_running_header(language, title, actors, words):
    assert language in {"en", "fr"}
    text = "\n\n".join([title, actors, *words, "Article 1", "Wells are kept by those who use them.", "Article 2",
                        "They are counted each year."])  # fmt: skip
    (report,) = build_reports(read_bytes(f"{text}\n".encode(), "page.txt"))
    assert not [block for block in report.blocks if block.role == "running_header"]
    found = [block.text_raw for block in report.blocks if block.role == "preamble"]
    assert found == [actors, *(f"{words[i]} {words[i + 1]}" for i in (0, 2, 4)), words[6]]
