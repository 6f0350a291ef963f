"""Whole files from many producers, read to paragraphs: each against the text that it was made from."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from oic_reports.cleaning.clean import clean_blocks
from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.raised import RAISED, TO_LEVEL
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import segment

FOLDER = Path(__file__).parents[2] / "specimens" / "pdf"
# every paragraph of these comes out to the letter
RIGHT = {
    "ar1": "chromium fpdf2_shaped gs_chromium gs_lo_docx lo_docx lo_docx_kacst lo_odt_autonum qpdf_lin reportlab_visual"
    " typst weasyprint xelatex",
    "d1": "lo_amiri_just lo_dejavu",
    "d2": "chr_naskh_just chr_scheh lo_amiri_just lo_dejavu lo_naskh_kash lo_scheh_tight rlab_dejavu typ_naskh_just"
    " wsy_kacst wsy_kufi_just",
    "en1": "chromium fpdf2_shaped gs_chromium gs_lo_docx lo_docx lo_docx_kacst lo_odt_autonum qpdf_lin reportlab_visual"
    " typst weasyprint xelatex",
    "fr1": "chromium fpdf2_shaped gs_chromium gs_lo_docx lo_docx lo_docx_kacst lo_odt_autonum qpdf_lin reportlab_visual"
    " typst weasyprint xelatex",
    "d4": "fpdf lo_2col lo_lib_just wk wsy_2col xel",
    "t1": "wsy_tables lo_tables",
    "t2": "wsy_tables",
    "t3": "wsy_tables",
    "t4": "wsy_narrow",
    "t5": "wsy_dropcap",
    "t6": "wsy_note",
    "t7": "wsy_tables",
    "k1": "chr_mirza lo_paktype_just wsy_amiri_cairo",
    "m2": "lo_fustat",
    "k4": "gs_chr_notosans lo_thabit_gs lo_nazli_unit lo_kacst_kash",
    "k5": "fpdf_crop",
    "k7": "lo_charis_gs",
    "d5": "chr_noto fpdf lo_2col lo_lib_just typ_2col wk wsy_2col xel",
}
GARBAGE = [
    *(f"notounicode_lo_docx/{name}" for name in ("ar1", "en1", "fr1")),
    *(f"{producer}/{name}" for producer in ("wk_amiri_just", "gs_chr_scheh") for name in ("d1", "d2", "d3")),
    "scan/ar1",
    "scan/en1",
]


def normalise(text):
    return " ".join(unicodedata.normalize("NFC", text).replace("\u200e", "").split())


def drop_note_marks(text):
    """The text without raised figures: where a note is found, its mark is taken out of the text."""
    return re.sub(f"[{RAISED}]", "", text)


def list_expected(stem):
    truth = json.loads((FOLDER / "truth" / f"{stem}.json").read_text(encoding="utf-8"))
    paragraphs = []
    for block in truth["blocks"]:
        if block["kind"] == "table":
            paragraphs += [normalise(" ".join(row)) for row in block["rows"]]
        elif block["kind"] not in {"symbol", "header"}:
            paragraphs.append(normalise(f"{block.get('label') or ''} {block['text']}"))
    return paragraphs


def read(name):
    return read_bytes((FOLDER / f"{name}.pdf").read_bytes(), "report.pdf")


@pytest.mark.parametrize(
    "name", [f"{producer}/{stem}" for stem, producers in RIGHT.items() for producer in producers.split()]
)
def test_every_paragraph_of(name):
    blocks = build_reports(read(name))[0].blocks
    found = [
        drop_note_marks(normalise(f"{block.label or ''} {block.text}"))
        for block in blocks
        if block.role not in FURNITURE
    ]
    expected = [drop_note_marks(paragraph) for paragraph in list_expected(name.split("/")[1])]
    assert [paragraph for paragraph in expected if paragraph not in found] == []
    assert len(found) <= len(expected) + 2


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("chr_notosansar_abs/b1ar2", 0),
        ("tcpdf_furat/b1ar4", 0),
        ("gs_ebook_lo_garamond/b1en1", 0),
        ("cairo_plex/b2ar2", 2),
        ("xel_harmattan/b1ar3", 2),
        ("wsy_lato_2col/b1fr1", 2),
        ("lo_lateef_kash/b1ar2", 1),
        ("fpdf_naqsh/k2", 1),
        ("wsy_naskh_turned/k3", 0),
        ("typ_notonaskh/k3", 2),
        ("chr_naqsh/m2", 1),
        ("fpdf_cairo/m2", 2),
        ("lo_twoup/m2", 0),
        ("lo_ruqaa/ar1", 10),
        ("wsy_harmattan/b10ar1", 0),
        ("wsy_landscape/b10ar5", 0),
        # quotation marks, blanks under letters that are set closer, letters whose sign the file names with them
        ("chr_amiri/v1", 0),
        ("fpdf_amiri/v1", 0),
        ("typ_amiri/v1", 0),
        # signs of comparison, which maps name by their shape or by their meaning
        ("chr_signs/cmp1", 0),
        ("wsy_signs/cmp1", 0),
        ("lo_signs/cmp1", 0),
        # the code of the kashida, which no map names, is that of the tab, or of a line's end
        ("lo_code_kash/w7", 0),
        ("lo_code_kash/w8", 0),
        # glyphs of two signs at once have no name
        ("wsy_scheh_vocal/b10ar3", 4),
        # its euro is mapped to a letter, and nothing tells how the name of a language is divided
        ("ptx_2col/b10en2", 2),
    ],
)
def test_paragraphs_to_the_letter_of(name, missing):
    reading = read(name)
    text = normalise(" ".join(f"{b.label or ''} {b.text}" for b in clean_blocks(segment(reading), reading.language)))
    # the truth has the marks of notes as plain figures
    text = text.translate(TO_LEVEL)
    assert sum(paragraph not in text for paragraph in list_expected(name.split("/")[1])) <= missing


FURNITURE = {"running_header", "page_mark"}


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_never_given_out_as_text(name):
    with pytest.raises(UnreadableFileError) as refused:
        read(name)
    assert refused.value.reason == "ocr_needed"


@pytest.mark.parametrize("name", ["lo_docx/ar1", "chromium/fr1", "wsy_2col/d4"])
def test_each_line_stands_on_its_page(name):
    reading = read(name)
    assert reading.page_count == max(line.page for line in reading.lines)
    for line in reading.lines:
        assert 0 <= line.box.x0 < line.box.x1 <= 612
        assert 0 <= line.box.top < line.box.bottom <= 842.1


def test_each_paragraph_has_one_box_a_page():
    blocks = build_reports(read("lo_docx/ar1"))[0].blocks
    assert all(len(block.boxes) == 1 + block.page_last - block.page_first for block in blocks)


def test_all_characters_of_a_reading_are_in_its_blocks():
    for name in ("lo_docx/ar1", "xelatex/en1", "lo_2col/d4", "chr_scheh/d2"):
        reading = read(name)
        blocks = build_reports(reading)[0].blocks
        given = sorted("".join(line.text for line in reading.lines).replace(" ", ""))
        kept = sorted(
            "".join(f"{block.label or ''}{block.text_raw}" for block in blocks).replace(" ", "").replace("\n", "")
        )
        assert kept == given


def test_two_readers_agree_on_sound_files():
    text = read_pdf((FOLDER / "lo_docx" / "ar1.pdf").read_bytes())
    assert text.agreement > 0.999
    assert text.notes == []


@pytest.mark.parametrize("name", ["w7", "w8"])
def test_a_kashida_with_the_code_of_a_blank_parts_no_word(name):
    text = read_pdf((FOLDER / "lo_code_kash" / f"{name}.pdf").read_bytes())
    assert text.notes == []


@pytest.mark.parametrize("name", ["wsy_3col_titles/w3", "chr_3col_titles/w4"])
def test_paragraphs_of_columns_that_titles_cut_come_in_their_order(name):
    reading = read(name)
    text = normalise(" ".join(f"{b.label or ''} {b.text}" for b in clean_blocks(segment(reading), reading.language)))
    # notes stand at the foot of their page
    expected = [text[:30] for text in list_expected(name.split("/")[1]) if not re.match(r"\d ", text)]
    places = [text.find(beginning) for beginning in expected]
    assert -1 not in places
    assert places == sorted(places)


def test_the_same_file_gives_the_same_reading():
    assert read("chromium/ar1") == read("chromium/ar1")
