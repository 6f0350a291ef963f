"""Marks of notes stand apart from their word, in every reader, and point to their note."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from oic_reports.cleaning.draft import apply_repairs
from oic_reports.model import Decoded, Line, NoteMark, Reading
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines import note_marks, notes
from oic_reports.structure.lines.cuts import cut_line, lift_spans, print_with_marks
from oic_reports.structure.lines.note_marks import part_note_marks
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.report import build_reports

SPECIMENS = Path(__file__).parents[1] / "specimens"
HEAD = {
    "en": "Report of the OIC Contact Group on Mali\n\n1. The Contact Group met in Jeddah on 2 May 2014.\n\n",
    "fr": "Rapport du Groupe de contact de l’OCI sur le Mali\n\n1. Le Groupe s’est réuni à Djeddah le 2 mai 2014.\n\n",
    "ar": "تقرير فريق الاتصال التابع لمنظمة التعاون الإسلامي المعني بمالي\n\n1. اجتمع الفريق في جدة يوم 2 مايو 2014.\n\n",
}


def build(content, name="x.txt"):
    reports = build_reports(read_bytes(content if isinstance(content, bytes) else content.encode(), name))
    blocks = [block for report in reports for block in report.blocks]
    assert all(apply_repairs(block.text_raw, block.repairs) == block.text for block in blocks)
    return blocks


def marks_of(blocks):
    """Each mark with the word before its place, and the note that it points to."""
    return [
        (flag.surface, block.text[: flag.start].split()[-1], flag.note)
        for block in blocks
        for flag in block.flags
        if flag.flag == "note_mark"
    ]


def notes_of(blocks):
    return [(block.label, block.text) for block in blocks if block.role == "footnote"]


@pytest.mark.parametrize(
    ("language", "sentence", "note", "expected"),
    [
        ("en", "2. It took note of the pledges¹ made.", "¹ Figures of the Office in Bamako.", ("¹", "pledges", "¹")),
        (
            "en",
            "2. It recalled the plan of 2013.1 It met again.",
            "1 The plan of the Office in Bamako.",
            ("1", "2013.", "1"),
        ),
        (
            "en",
            "2. It recalled the plan of 2013² and met again.",
            "² The plan of the Office in Bamako.",
            ("²", "2013", "²"),
        ),
        ("en", "2. It thanked the donors3 for that.", "3 Those on the list of the Office.", ("3", "donors", "3")),
        ("en", "2. It thanked the donors* for that.", "* Those on the list of the Office.", ("*", "donors", "*")),
        ("fr", "2. Il a pris note du rapport¹ de l’Envoyé.", "¹ Chiffres du Bureau de Bamako.", ("¹", "rapport", "¹")),
        (
            "fr",
            "2. Il s’est félicité du plan adopté à Niamey.2",
            "2 Chiffres du Bureau de Bamako.",
            ("2", "Niamey.", "2"),
        ),
        ("ar", "2. أخذ علماً بالتقرير¹ المقدم إليه.", "¹ وهي أرقام المكتب في باماكو حتى مارس.", ("¹", "بالتقرير", "¹")),
        ("ar", "2. شكر المانحين* على دعمهم.", "* وهم من في قائمة المكتب.", ("*", "المانحين", "*")),
    ],
)
def test_marks_of_plain_text_with_a_note_below(language, sentence, note, expected):
    text = f"{HEAD[language]}{sentence}\n\n3. {HEAD[language].split('. ', 1)[1].strip()}\n\n{note}\n"
    blocks = build(text)
    assert marks_of(blocks) == [expected]
    ((label, words),) = notes_of(blocks)
    assert f"{label} {words}" == note
    raw = " ".join(block.text_raw for block in blocks)
    assert sentence[3:] in raw
    # without the note nothing says that it is a mark
    without = build(text.replace(note, ""))
    assert marks_of(without) == []
    assert sentence[3:] in " ".join(block.text for block in without)


def test_numbers_that_look_like_marks_are_none():
    text = HEAD["en"] + (
        "2. It took note of COVID19 and of the 300 km² of land, at 10.2 percent, in the plan of 20131 and of the UN1 in Mali.\n\n"
        "3. It met again with the donors of the year, 1 in Gao.\n\n"
        "¹ Those on the list of the Office.\n\n2 The land is that of the Office in Bamako.\n"
    )
    blocks = build(text)
    assert marks_of(blocks) == []
    assert "300 km² of land, at 10.2 percent, in the plan of 20131 and of the UN1 in Mali" in " ".join(
        block.text for block in blocks
    )


def test_a_plain_figure_calls_its_note_once():
    text = HEAD["en"] + (
        "2. It thanked the donors1 for that.\n\n3. It named the project Sahel1 and met.\n\n1 Those on the list of the Office.\n"
    )
    assert marks_of(build(text)) == [("1", "donors", "1")]


PAGE = """<html><body><h1>Report of the OIC Contact Group on Mali</h1>
<p>1. The Contact Group met in Jeddah on 2 May 2014 for the 3<sup>rd</sup> time.</p>
<p>2. It took note of the report<sup>1</sup> and of the pledges<a href="#n2">[2]</a> of 2013<sup>3</sup> for 10<sup>6</sup> trees.</p>
<p>3. It met again in peace<sup>9</sup>.</p>
<p><sup>1</sup> Of the Office.</p><p><a href="#r2">[2]</a> As at 30 April.</p><p><sup>3</sup>In full.</p></body></html>"""


def test_marks_of_a_page_point_to_their_notes():
    blocks = build(PAGE)
    assert marks_of(blocks) == [
        ("¹", "report", "1"),
        ("[2]", "pledges", "[2]"),
        ("³", "2013", "3"),
        ("⁹", "peace", None),
    ]
    assert notes_of(blocks) == [("1", "Of the Office."), ("[2]", "As at 30 April."), ("3", "In full.")]
    (second,) = (block for block in blocks if block.ordinal == 2)
    assert second.text == "It took note of the report and of the pledges of 2013 for 10⁶ trees."
    assert second.text_raw == "It took note of the report¹ and of the pledges[2] of 2013³ for 10⁶ trees."
    assert [repair.kind for repair in second.repairs] == ["note_mark"] * 3


def test_flags_move_with_the_text_that_is_cleaned():
    page = PAGE.replace("It took note", "It **took note**")
    assert marks_of(build(page))[:2] == [("¹", "report", "1"), ("[2]", "pledges", "[2]")]


@pytest.mark.parametrize(("language", "word"), [("ar", "الأعضاء"), ("en", "States"), ("fr", "membres")])
def test_notes_of_a_word_file(language, word):
    blocks = build((SPECIMENS / "word" / f"{language}_sahel.docx").read_bytes())
    assert marks_of(blocks) == [("¹", word, "1")]
    assert [label for label, _ in notes_of(blocks)] == ["1"]


def test_raised_runs_and_several_notes_of_a_word_file():
    path = SPECIMENS / "word" / "en_sahel.docx"
    buffer = io.BytesIO()
    up = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    raised = f'wells</w:t></w:r><w:r>{up}<w:t>7</w:t></w:r><w:r>{up}<w:footnoteReference w:id="3"/></w:r><w:r><w:t xml:space="preserve"> on 9 km</w:t></w:r><w:r>{up}<w:t>2</w:t></w:r><w:r><w:t xml:space="preserve">'
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            part = old.read(entry).decode()
            part = part.replace("wells in the northern provinces;", f"{raised} in the north;")
            extra = '<w:footnote w:id="3"><w:p><w:r><w:t>A second note.</w:t></w:r></w:p></w:footnote></w:footnotes>'
            new.writestr(entry, part.replace("</w:footnotes>", extra))
    blocks = build(buffer.getvalue())
    assert marks_of(blocks) == [("¹", "States", "1"), ("⁷", "wells", None), ("²", "wells", "2")]
    assert any(block.text == "wells on 9 km² in the north;" for block in blocks)


def test_raised_figures_of_a_printed_page():
    lines = read_pdf((SPECIMENS / "pdf" / "gs_ebook_lo_garamond" / "b1en1.pdf").read_bytes()).lines
    assert [line.text[-4:] for line in lines if "(¹)" in line.text and line.hint != "footnote"] == [".(¹)"]
    reading = read_bytes((SPECIMENS / "pdf" / "gs_ebook_lo_garamond" / "b1en1.pdf").read_bytes(), "x.pdf")
    assert {
        (surface, word)
        for surface, word, _ in marks_of([block for report in build_reports(reading) for block in report.blocks])
    } == {("(¹)", "quarter."), ("(²)", "suit.")}


def test_a_line_that_is_cut_keeps_its_marks():
    marks = (NoteMark(3, "¹", "r"), NoteMark(8, "²", "r"), NoteMark(13, "³", "r"))
    line = Line("one. two. three", 1, marks=marks, decoded=(Decoded(5, 7, "TW", "r"),))
    first, second = cut_line(line, 0, 4), cut_line(line, 5, 15)
    assert print_with_marks(first) + " " + print_with_marks(second) == print_with_marks(line)
    assert [(change.start, change.end) for change in second.decoded] == [(0, 2)]
    assert first.decoded == ()
    # a mark in the white space belongs to the words before it
    # what a reader put right is not cut in two
    assert cut_line(line, 0, 6) is None
    assert [mark.start for mark in cut_line(Line("one. two", 1, marks=(NoteMark(5, "¹", "r"),)), 0, 4).marks] == [4]


def test_parts_that_are_lifted_stand_in_their_places():
    line = Line("one(1) two²(3) three", 1, marks=(NoteMark(10, "ⁿ", "r"),), decoded=(Decoded(15, 17, "TH", "r"),))
    lifted = lift_spans(line, {(3, 6): "a", (10, 11): "b", (11, 14): "c"})
    assert lifted.text == "one two three"
    assert [(mark.start, mark.text) for mark in lifted.marks] == [(3, "(1)"), (7, "ⁿ"), (7, "²"), (7, "(3)")]
    assert print_with_marks(lifted) == print_with_marks(line)
    assert [(change.start, change.end) for change in lifted.decoded] == [(8, 10)]
    # what a reader put right stays, and so does what a mark stands in
    assert lift_spans(line, {(16, 18): "a", (9, 11): "b"}) == line


def test_marks_that_follow_one_another_are_all_lifted():
    page = PAGE.replace("<sup>1</sup> and", "(1)(7) and").replace("<p><sup>1</sup> Of", "<p><sup>(1)</sup> Of")
    page = page.replace("</body>", "<p><sup>(7)</sup> Of the States.</p></body>")
    assert marks_of(build(page))[:2] == [("(1)", "report", "(1)"), ("(7)", "report", "(7)")]


def test_a_mark_before_folded_letters_stands_before_them():
    page = PAGE.replace("report<sup>1</sup> and", "report<sup>1</sup>\ufb01led and")
    (second,) = (block for block in build(page) if block.ordinal == 2)
    assert second.text.startswith("It took note of the reportfiled and")
    assert second.text_raw.startswith("It took note of the report¹\ufb01led and")


class CountedPattern:
    """A pattern that counts the texts in which it is looked for."""

    def __init__(self, pattern):
        self.pattern = pattern
        self.count = 0

    def finditer(self, text):
        self.count += 1
        return self.pattern.finditer(text)


@pytest.mark.parametrize(
    "form", ["{n} The delegation of Niger reserved its position.", "* Of the {n}th States in Gao.", "({n}) Of it."]
)
def test_each_line_is_looked_through_at_most_once_for_each_kind_of_call(form, monkeypatch):
    calls = {name: CountedPattern(getattr(notes, name)) for name in ("_STAR_CALL", "_NUMBER_CALL", "_BRACKET_CALL")}
    for name, pattern in calls.items():
        monkeypatch.setattr(notes, name, pattern)
    text = "____\n\n" + "\n\n".join(form.format(n=n % 90 + 1) for n in range(400))
    lines = drop_blank([Line(line, number) for number, line in enumerate(text.split("\n"), 1)], "en")
    notes.find_marked_notes(lines)
    # a line without the sign of a call is not looked through at all
    assert all(pattern.count <= len(lines) for pattern in calls.values())


def test_each_line_is_looked_through_once_for_typed_marks_however_many_notes_there_are(monkeypatch):
    names = ("_MARKDOWN", "_SIGN", "_RAISED_RUN", "_BRACKETED", "_TYPED")
    calls = {name: CountedPattern(getattr(note_marks, name)) for name in names}
    for name, pattern in calls.items():
        monkeypatch.setattr(note_marks, name, pattern)
    lines = [f"The report[^{n}] is here." for n in range(300)] + [
        f"[^{n}]: Of the Office in Bamako." for n in range(300)
    ]
    parted = part_note_marks(make_reading(lines))
    assert [line.marks[0].note for line in parted[:300]] == [f"[^{n}]:" for n in range(300)]
    assert {name: pattern.count for name, pattern in calls.items()} == dict.fromkeys(calls, 300)


def make_reading(lines):
    facts = {"reader": "plain", "media_type": "text/plain", "encoding": "utf-8", "language": "en", "direction": "ltr"}
    printed = tuple(Line(line, number) for number, line in enumerate(lines, 1))
    return Reading(printed, **facts, language_shares=(), left_out=())


@pytest.mark.parametrize("end", ["SG.2/Add.1", "SG.2 Rev.1", "SG.2 Corr.1"])
def test_the_number_that_ends_a_symbol_calls_no_note(end):
    sentence = f"2. It took note of document OIC/CG-MLI/2014/{end} and of the pledges made.1"
    blocks = build(f"{HEAD['en']}{sentence}\n\n1 Figures of the Office in Bamako.\n")
    assert [(mark, word) for mark, word, _ in marks_of(blocks)] == [("1", "made.")]
    assert any(f"{end} and" in block.text for block in blocks)


def test_a_mark_that_a_page_shows_raised_is_typed_nowhere():
    # the annex is the report's first, and stands like a word with a typed mark
    texts = ("2. It recalled the statement in its Annex.1 of the year.", "3. It noted the pledges\u00b9 made.")
    lines = (*(Line(text, place) for place, text in enumerate(texts, 1)), Line("1 Figures.", 3, 1, hint="footnote"))
    reading = Reading(lines, "pdf", "application/pdf", None, "en", "ltr")
    assert [[mark.text for mark in line.marks] for line in part_note_marks(reading)] == [[], ["\u00b9"], []]


def test_a_raised_mark_names_its_note_whatever_digits_that_is_written_with():
    texts = ("2. رحب المؤتمر بالقرار.¹ ودعا الدول.", "3. وأقر التقرير بحلول عام ٢٠٣٦³.")
    notes = ("١ أرقام مكتب المنظمة.", "٣ أرقام البنك.")
    lines = (
        *(Line(text, place) for place, text in enumerate(texts, 1)),
        *(Line(text, place, hint="footnote") for place, text in enumerate(notes, 3)),
    )
    reading = Reading(lines, "pdf", "application/pdf", None, "ar", "rtl")
    parted = part_note_marks(reading)
    assert [(mark.text, mark.note) for line in parted for mark in line.marks] == [("¹", "١"), ("³", "٣")]
    assert parted[1].text.endswith("عام ٢٠٣٦.")


@pytest.mark.parametrize(
    ("words", "is_called"),
    [
        ("يوم 12 مايو 2031م", True),
        ("سنة ٢٠٣١م", True),
        ("عام 2031 م", True),
        # metres
        ("بئرا مساحتها 2031م", False),
        ("بئرا مساحتها 500م", False),
    ],
)
def test_a_mark_behind_the_era_of_a_year_calls_its_note(words, is_called):
    sentence = f"2. أخذ علماً بالتقرير¹ وبأنه حفر {words}¹ في القرية."
    blocks = build(f"{HEAD['ar']}{sentence}\n\n3. شكر المانحين على دعمهم.\n\n¹ وهي أرقام المكتب في باماكو.\n")
    assert [surface for surface, _, _ in marks_of(blocks)] == ["¹", "¹"][: 1 + is_called]
