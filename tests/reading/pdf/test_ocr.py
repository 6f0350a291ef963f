"""Recognition: what it needs, what it gives, and what it says where it is not to be had."""

import io
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from oic_reports.errors import UnreadableFileError
from oic_reports.isolation.parent import Limits, read_isolated
from oic_reports.reading.pdf import ocr, tesseract
from oic_reports.reading.pdf.commas import settle_commas, tell_sign
from oic_reports.reading.pdf.glyphs import GlyphPage
from oic_reports.reading.pdf.ocr import add_missing, find_band, find_bands
from oic_reports.reading.pdf.recognised_signs import put_right, settle_apostrophes
from oic_reports.reading.pdf.scan import deskew, even_light
from oic_reports.reading.pdf.second_look import look_again, merge_row, set_in_order
from oic_reports.reading.pdf.tesseract import Tesseract, Word
from oic_reports.reading.pdf.word_lines import is_upside_down, part_columns, to_lines
from oic_reports.reading.recognised import keep_recognised, load_recognised

FOLDER = Path(__file__).parents[2] / "specimens" / "pdf"
LIMITS = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=50 << 20, output_bytes=256 << 20)


def has_tesseract():
    command = shutil.which("tesseract")
    if command is None:
        return False
    listed = subprocess.run([command, "--list-langs"], capture_output=True, check=False, timeout=60).stdout.split()
    return {b"ara", b"eng", b"fra"} <= set(listed)


needs_tesseract = pytest.mark.skipif(not has_tesseract(), reason="Tesseract with ara, eng, fra is not installed")


def word(text, left, top=100.0, confidence=90.0, line=(1, 1, 1), width=None):
    return Word(text, left, top, left + (width or 10.0 * len(text)), top + 20.0, line, confidence)


@needs_tesseract
@pytest.mark.slow
def test_an_english_scan_through_the_whole_reader():
    reading = read_isolated(FOLDER / "scan" / "en1.pdf", LIMITS)
    text = " ".join(line.text for line in reading.lines)
    assert "The OIC Contact Group on Somalia met at Ministerial level on 27 September" in text
    assert reading.ocr_engine.startswith("tesseract")
    assert (reading.ocr_page_count, reading.page_count) == (1, 1)
    assert "ocr_text" in reading.notes
    assert all(line.confidence is not None for line in reading.lines)
    assert all(line.box.x0 < line.box.x1 <= 596 for line in reading.lines)


@needs_tesseract
@pytest.mark.slow
def test_an_arabic_scan_keeps_its_latin_words_and_labels():
    reading = read_isolated(FOLDER / "scan" / "ar1.pdf", LIMITS)
    text = "\n".join(line.text for line in reading.lines)
    assert "OIC/NY-ACM/2019/SAHEL/REP.FINAL" in text
    assert "فريق الاتصال" in text
    assert [label for label in ("1-", "2-", "3-", "4-") if f"\n{label} " in text] == ["1-", "2-", "3-", "4-"]


def test_without_the_command_the_reject_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFileError) as refused:
        read_isolated(FOLDER / "scan" / "en1.pdf", LIMITS)
    assert refused.value.reason == "ocr_missing"
    assert "tesseract-ocr-ara" in refused.value.detail


def test_without_a_language_the_reject_names_it(monkeypatch, tmp_path):
    fake = tmp_path / "tesseract"
    fake.write_text("#!/bin/sh\necho 'List of available languages'\necho eng\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(UnreadableFileError, match="lacks ara, fra"):
        ocr.Recogniser(1.0)


def test_a_recogniser_that_hangs_is_stopped(monkeypatch, tmp_path):
    fake = tmp_path / "tesseract"
    fake.write_text(
        "#!/bin/sh\ncase $1 in --*) printf 'x\\nara\\neng\\nfra\\n';; *) exec sleep 60;; esac\n", encoding="utf-8"
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(UnreadableFileError) as refused:
        Tesseract(0.2).read(Image.new("L", (10, 10), 255), "eng", "6")
    assert refused.value.reason == "time_limit"


@pytest.mark.parametrize("angle", [-2.0, 1.5])
def test_a_turned_page_is_set_level(angle):
    page = np.full((600, 900), 255, np.uint8)
    page[60:540:40, 100:800] = 0
    page[61:541:40, 100:800] = 0
    turned = Image.fromarray(page).rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
    rows = np.asarray(deskew(turned)).min(axis=1) < 128
    assert rows.sum() < 120


class Engine:
    """Gives what it was told for each picture, by language."""

    def __init__(self, **readings):
        self.readings = readings
        self.asked = []

    def read_all(self, images, languages, mode):
        self.asked.append((languages, mode, [image.size for image in images]))
        return [self.readings[languages].pop(0) for _ in images]


PAGE = Image.new("L", (1000, 400), 255)


def test_latin_words_and_numbers_of_an_arabic_line_are_read_by_the_latin_model():
    arabic = [word("عام", 300.0), word("2249", 240.0), word("(3/117", 150.0, confidence=20.0), word("مالي", 100.0)]
    seen = [[word(".2249", 5.0, top=5.0)], [word(",(MINUSMA)", 5.0, top=5.0, confidence=93.0)]]
    engine = Engine(ara=[[]], eng=seen)
    found = look_again(engine, arabic, PAGE, "ara")
    assert [w.text for w in found] == ["عام", "2249.", "(MINUSMA)،", "مالي"]
    assert (found[2].before, found[2].rule) == ("(3/117", "ocr.second_look")


@pytest.mark.parametrize(
    ("given", "seen", "text"), [("2-3", "3", "3-"), ("7.", "7", "7."), ("4-", "-4", "4-"), ("5", "5", "5")]
)
def test_a_label_keeps_its_sign(given, seen, text):
    engine = Engine(ara=[[]], eng=[[word(seen, 5.0, top=5.0)]])
    assert look_again(engine, [word(given, 300.0), word("قرر", 100.0)], PAGE, "ara")[0].text == text


def test_the_latin_model_is_not_believed_where_it_is_not_sure():
    arabic = [word("عام", 300.0), word("2349", 240.0), word("مالي", 100.0)]
    engine = Engine(ara=[[]], eng=[[word("23d", 5.0, top=5.0, confidence=30.0)]])
    assert [w.text for w in look_again(engine, arabic, PAGE, "ara")] == ["عام", "2349", "مالي"]


def test_figures_that_two_models_read_differently_are_doubtful_whichever_is_taken():
    # a mark that is raised, and a sign before its number, change what one of them sees
    same = [word("2031", 700.0), word("1452", 600.0), word("350", 500.0)]
    arabic = [word("عام", 800.0), *same, word("0042", 240.0), word("مالي", 100.0)]
    seen = [[word(each.text, 5.0, top=5.0)] for each in same]
    for sure, text in ((90.0, "2004"), (10.0, "0042")):
        engine = Engine(ara=[[]], eng=[*seen, [word("2004", 5.0, top=5.0, confidence=sure)]])
        found = look_again(engine, arabic, PAGE, "ara")
        assert [(w.text, w.confidence) for w in found if w.confidence < 60] == [(text, 0.0)]


def test_a_page_in_digits_that_neither_model_knows_is_doubtful():
    arabic = [word("عام", 300.0), word("545١", 240.0), word("مالي", 100.0)]
    engine = Engine(ara=[[]], eng=[[word("1222", 5.0, top=5.0, confidence=80.0)]])
    found = look_again(engine, arabic, PAGE, "ara")
    assert [(w.text, w.confidence) for w in found] == [("عام", 90.0), ("545١", 0.0), ("مالي", 90.0)]


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        ("%62", "62%"),
        ("-2", "2-"),
        (".2022", "2022."),
        (".(CFM-48/REP.7", "CFM-48/REP.7)."),
        ("(LCBC)", "(LCBC)"),
        ("(2017)", "(2017)"),
        (",(IsDB)", "(IsDB)،"),
        ("/OIC/CFM", "OIC/CFM/"),
    ],
)
def test_signs_that_the_page_shows_left_of_a_piece_end_it(seen, text):
    assert set_in_order(seen) == text


def test_a_word_that_is_none_gives_way_to_one_and_no_other_does():
    first = [word("اجتماع", 300.0, width=80.0), word("قدنته", 200.0, width=80.0), word("1963", 100.0, width=80.0)]
    second = [word("اجتماعي", 300.0, width=80.0), word("قدمته", 200.0, width=80.0), word("1968", 100.0, width=80.0)]
    assert [w.text for w in merge_row(first, second, "ar")] == ["اجتماع", "قدمته", "1963"]


def test_a_label_and_a_word_that_were_read_as_a_number_are_told_apart():
    second = [word("1-", 360.0, width=20.0), word("أكد", 300.0, width=50.0)]
    assert merge_row([word("511", 300.0, width=80.0)], second, "ar")[0].text == "1- أكد"
    assert merge_row([word("4", 300.0, width=80.0)], second, "ar")[0].text == "4"


def test_a_word_that_was_read_as_two_is_one():
    first = [word("ا", 370.0, width=10.0), word("ستضافة", 290.0, width=70.0)]
    assert [w.text for w in merge_row(first, [word("استضافة", 290.0, width=90.0)], "ar")] == ["استضافة"]


def draw(*boxes, size=(40, 60)):
    """Ink in boxes (left, top, right, bottom) of a picture."""
    ink = np.zeros(size[::-1], np.bool_)
    for left, top, right, bottom in boxes:
        ink[top:bottom, left:right] = True
    return ink


DOT, LOW_DOT, COMMA = (5, 20, 11, 27), (5, 34, 11, 40), (5, 20, 11, 31)
LETTER = (20, 5, 39, 45)


@pytest.mark.parametrize(
    ("boxes", "sign"),
    [
        ([DOT, LETTER], "."),
        ([COMMA, LETTER], "،"),
        ([DOT, LOW_DOT], ":"),
        ([COMMA, LOW_DOT], "؛"),
        ([(5, 10, 10, 22), (12, 10, 17, 22)], "»"),
        ([(5, 24, 16, 28)], None),
        ([LETTER], None),
    ],
)
def test_a_sign_is_told_by_its_shape(boxes, sign):
    assert tell_sign(draw(*boxes)) == sign


def settle(text, *boxes, left=10.0, width=40.0):
    greys = np.where(draw(*boxes, size=(80, 70)), 0, 255).astype(np.uint8)
    (found,) = settle_commas([Word(text, left, 10.0, left + width, 50.0, (1, 1, 1), 90.0)], Image.fromarray(greys))
    return found.text


DIGITS = [(24, 20, 30, 48), (34, 20, 40, 48)]


@pytest.mark.parametrize(
    ("given", "boxes", "text"),
    [
        ("الإنسانية»", [(10, 34, 16, 46), (30, 12, 60, 48)], "الإنسانية،"),
        ("النظرء", [(10, 34, 16, 46), (30, 12, 60, 48)], "النظر،"),
        ("النظر.", [(10, 40, 16, 46), (30, 12, 60, 48)], "النظر."),
        ("شيء", [(10, 34, 16, 46), (30, 12, 60, 48)], "شيء"),
        ("22", [(10, 34, 16, 46), *DIGITS], "22،"),
        ("622", [(10, 34, 16, 46), *DIGITS], "22،"),
        ("$22", [(10, 30, 16, 40), (10, 42, 15, 47), *DIGITS], "22؛"),
        ("22", DIGITS, "22"),
        ("4.2", [(24, 20, 30, 48), (32, 44, 35, 48), (38, 20, 44, 48)], "4.2"),
    ],
)
def test_commas_are_told_from_points_and_hamzas(given, boxes, text):
    assert settle(given, *boxes) == text


@pytest.mark.parametrize(
    ("given", "settled"),
    [
        (["s’est", "l'OCI", "d'une"], ["s’est", "l’OCI", "d’une"]),
        (["s'est", "l'OCI", "d'une"], ["s'est", "l'OCI", "d'une"]),
        (["s’est", "l'a", "l'b", "l'c", "l'd"], ["s’est", "l'a", "l'b", "l'c", "l'd"]),
    ],
)
def test_a_page_has_one_kind_of_apostrophe(given, settled):
    found = settle_apostrophes([word(text, 100.0) for text in given])
    assert [w.text for w in found] == settled
    assert all((w.rule == "ocr.apostrophe") == (w.text != text) for w, text in zip(found, given, strict=True))


def test_paper_is_white_everywhere():
    grey = np.tile(np.linspace(150, 230, 320).astype(np.uint8), (320, 1))
    grey[160:163, 100:200] = 30
    even = np.asarray(even_light(Image.fromarray(grey)))
    assert even[100].min() > 220
    assert even[161, 150] < 60


def test_a_line_without_a_word_is_found_and_specks_are_not():
    page = np.full((400, 600), 255, np.uint8)
    page[100:120, 100:500] = page[200:220, 100:500] = 0
    page[300:304, 100:110] = 0
    words = [Word("agreed", 100.0, 100.0, 500.0, 120.0, (1, 1, 1), 90.0)]
    assert find_bands(Image.fromarray(page), words) == [(94, 194, 505, 226)]


def test_the_language_is_told_by_the_part_with_most_print():
    page = np.full((1000, 100), 255, np.uint8)
    # the filled head of a table is no print
    page[100:200] = 0
    page[700:800:4, ::2] = 0
    band = np.asarray(find_band(Image.fromarray(page)))
    assert band.shape == (140, 100)
    assert (band < 100).sum() == 25 * 50


def test_words_that_only_the_other_reading_saw_are_added():
    words = [word("agreed", 100.0)]
    other = [
        word("1.", 60.0, width=20.0),
        word("agreed", 100.0),
        word("~", 400.0),
        word("faint", 500.0, confidence=10.0),
    ]
    assert [w.text for w in add_missing(words, other)] == ["agreed", "1."]


def test_a_label_that_was_split_off_joins_its_line():
    page = GlyphPage(1, 595.0, 842.0, [])
    words = [word("agreed", 100.0), word("1.", 60.0, line=(2, 1, 1)), word("next", 100.0, top=140.0, line=(1, 1, 2))]
    assert [line.text for line in to_lines(words, page, 4.0)] == ["1. agreed", "next"]


def test_lines_carry_their_confidence_and_place_in_points():
    (line,) = to_lines([word("agreed", 100.0, confidence=80.0)], GlyphPage(3, 595.0, 842.0, []), 4.0)
    assert (line.confidence, line.left, line.page) == (0.8, 25.0, 3)


def test_a_line_is_no_surer_than_its_figures():
    words = [word("agreed", 100.0), word("2028", 240.0, confidence=34.0), word("together", 300.0, confidence=20.0)]
    (line,) = to_lines(words, GlyphPage(1, 595.0, 842.0, []), 4.0)
    assert line.confidence == 0.34
    (line,) = to_lines([words[0], words[2]], GlyphPage(1, 595.0, 842.0, []), 4.0)
    assert line.confidence == pytest.approx((6 * 0.9 + 8 * 0.2) / 14, abs=0.001)


@pytest.mark.parametrize(
    ("given", "text", "rule"),
    [
        ("-5 أعرب الاجتماع", "5- أعرب الاجتماع", "ocr.label"),
        ("جدة، 7-3 ديسمبر 2028", "جدة، 3-7 ديسمبر 2028", "ocr.range"),
        ("الفقرات 137-120.", "الفقرات 120-137.", "ocr.range"),
        ("في الفترة 6/6/2029-2،", "في الفترة 2-6/6/2029،", "ocr.range"),
        ("خطة العمل (2031-2027)", "خطة العمل (2027-2031)", "ocr.range"),
    ],
)
def test_what_the_engine_takes_for_something_else_is_put_right_and_logged(given, text, rule):
    found, changes = put_right(given)
    assert found == text
    (change,) = changes
    assert change.rule == rule
    assert given[change.start : change.start + len(change.before)] == change.before


@pytest.mark.parametrize(
    "text",
    [
        "شيء من ذلك",
        "يومي 3-7 ديسمبر",
        "الأعوام 2027-31",
        "القرار 12/48-س",
        "على الرقم 966-12-6515222",
        "الوثيقة OIC/CFM-48-12",
        "بنسبة 12.5-3.5",
        "الدورة 5-5",
    ],
)
def test_a_line_without_a_turned_label_or_range_stays(text):
    assert put_right(text) == (text, ())


def test_what_the_second_look_put_right_is_logged_in_its_line():
    words = [
        word("قرر", 300.0),
        Word("استضافة", 200.0, 100.0, 280.0, 120.0, (1, 1, 1), 90.0, "ا ستضافة", "ocr.second_look"),
    ]
    (line,) = to_lines(words, GlyphPage(1, 595.0, 842.0, []), 4.0)
    (change,) = line.decoded
    assert (line.text[change.start : change.end], change.before) == ("استضافة", "ا ستضافة")


def test_recognised_texts_are_kept_by_content(tmp_path):
    reading = read_isolated(FOLDER / "wk" / "d5.pdf", LIMITS)
    keep_recognised(tmp_path / "recognised", "ab" * 32, reading)
    assert load_recognised(tmp_path / "recognised", "ab" * 32) == reading
    assert load_recognised(tmp_path / "recognised", "cd" * 32) is None
    assert [path.name for path in (tmp_path / "recognised").iterdir()] == [f"{'ab' * 32}.json"]


def test_images_go_in_by_a_pipe_and_words_come_out_by_image(monkeypatch):
    seen = {}
    header = "level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\t")
    rows = ["5 1 1 1 1 1 10 20 30 40 96.5 agreed", "4 1 1 1 1 0 0 0 9 9 -1 ", "5 2 1 1 1 1 1 2 3 4 50 \u200ex"]

    def run(command, **more):
        tiff = Image.open(io.BytesIO(more["input"]))
        seen.update(command=command, frames=tiff.n_frames, threads=more["env"]["OMP_THREAD_LIMIT"])
        return subprocess.CompletedProcess(
            command, 0, "\n".join([header, *(r.replace(" ", "\t") for r in rows)]).encode(), b""
        )

    monkeypatch.setattr(tesseract.subprocess, "run", run)
    engine = object.__new__(Tesseract)
    engine._command, engine._seconds = "tesseract", 1.0
    found = engine.read_all([Image.new("L", (8, 9), 255), Image.new("L", (5, 5), 255)], "eng", "7")
    assert found == [
        [Word("agreed", 10.0, 20.0, 40.0, 60.0, (1, 1, 1), 96.5)],
        [Word("x", 1.0, 2.0, 4.0, 6.0, (1, 1, 1), 50.0)],
    ]
    assert seen["command"] == ["tesseract", "stdin", "stdout", "--dpi", "300", "-l", "eng", "--psm", "7", "tsv"]
    assert (seen["frames"], seen["threads"]) == (2, "1")
    assert engine.read_all([], "eng", "7") == []


def test_words_of_two_columns_are_parted():
    words = []
    for row in range(6):
        for number, left in enumerate((100, 300, 500, 1300, 1500, 1700)):
            text = "abcdefgh" if number < 3 else "stuvwxyz"
            words.append(Word(text, left, 100 + 60 * row, left + 170, 140 + 60 * row, (1, 1, row), 90.0))
    columns = part_columns(words)
    assert [{word.text for word in column} for column in columns] == [{"abcdefgh"}, {"stuvwxyz"}]


def test_words_that_stand_on_their_head():
    upright = [
        Word(text, 100 * n, 0, 100 * n + 80, 20, (1, 1, 1), 90.0)
        for n, text in enumerate(["ab", "cd", "ef", "gh", "ij"])
    ]
    assert not is_upside_down(upright)
    assert is_upside_down(upright[::-1])


def test_figures_of_two_scripts_in_one_word_make_all_figures_of_the_page_doubtful():
    def read_confidences(*texts):
        words = [
            word(text, 400.0 - 90.0 * place, top=100.0 + 40.0 * row, line=(1, 1, row))
            for row, line in enumerate(texts)
            for place, text in enumerate(line.split())
        ]
        return [line.confidence for line in to_lines(words, GlyphPage(1, 595.0, 842.0, []), 1.0)]

    assert read_confidences("مساحته ١66 دونما", "منذ 1967", "في القدس") == [0.0, 0.0, 0.9]
    assert read_confidences("مساحته 166 دونما", "منذ ١٩٦٧", "في القدس") == [0.9, 0.9, 0.9]


def test_a_scrap_of_latin_letters_in_an_arabic_line_makes_it_doubtful():
    def read_confidence(*texts):
        words = [word(text, 400.0 - 90.0 * place) for place, text in enumerate(texts)]
        (line,) = to_lines(words, GlyphPage(1, 595.0, 842.0, []), 1.0)
        return line.confidence

    assert read_confidence("ll", "يدين", "جميع", "أعمال") == 0.0
    assert read_confidence("UN", "يدين", "جميع", "أعمال") == 0.9
    assert read_confidence("to", "condemn", "all", "acts") == 0.9
