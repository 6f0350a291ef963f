from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pdfminer.pdffont import PDFCIDFont
from pdfminer.pdftypes import PDFStream

from oic_reports.reading.pdf.font_program import FontProgram, _measure_shapes, _spell, _tell_program, read_program


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("uni0644.init", "ل"),
        ("uni06440645", "لم"),
        ("u0644_u0645.initial.lamMeem", "لم"),
        ("u064a_u0646.final.yehNoon", "ين"),
        ("afii57444", "ل"),
        ("glyph00012", ""),
        ("zero", "0"),
        ("f_f_i", "ffi"),
    ],
)
def test_letters_of_glyph_names(name, letters):
    spelled = _spell(name)
    assert spelled == letters or (name.startswith("afii") and "\u0600" < spelled < "\u0700")


def draw(*corners):
    """The outline of a polygon."""
    pen = TTGlyphPen(None)
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def draw_box(left, bottom, right, top):
    return draw((left, bottom), (left, top), (right, top), (right, bottom))


def compose(*parts):
    """A glyph of others, each a name, or a name with how far it is moved."""
    pen = TTGlyphPen({"stroke": None, "mark": None})
    for part in parts:
        name, x, y = part if isinstance(part, tuple) else (part, 0, 0)
        pen.addComponent(name, (1, 0, 0, 1, x, y))
    return pen.glyph()


def test_shapes_of_outlines():
    pen = TTGlyphPen({"bar": None})
    pen.addComponent("bar", (1, 0, 0, 1, 0, 0))
    outlines = {
        ".notdef": draw_box(0, 0, 500, 700),
        "bar": draw_box(0, 0, 280, 90),
        "thick": draw_box(0, -5, 280, 135),
        "stop": draw_box(0, 0, 140, 140),
        "row": draw(*((10 * step, 20 * (step % 2) + 110 * (step < 28)) for step in range(29)), (0, 0)),
        "composed": pen.glyph(),
        "mark": draw_box(0, 600, 100, 700),
        "stroke": draw_box(0, 0, 100, 700),
        "over": compose("stroke", ("mark", 0, 300)),
        "under": compose("stroke", ("mark", 0, -800)),
        "doubled": compose("stroke", ("stroke", 60, 0)),
    }
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap({})
    builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics({name: (140 if name == "stop" else 280, 0) for name in outlines})
    builder.setupHorizontalHeader()
    shapes = _measure_shapes(builder.font, list(outlines))
    assert {name for name, kinds in shapes.items() if "flat" in kinds} == {"bar", "thick", "composed"}
    assert {name for name, kinds in shapes.items() if "long" in kinds} == {"bar", "composed"}
    assert {name for name, kinds in shapes.items() if "hamzated" in kinds} == {"over", "under"}
    assert "single" in shapes["composed"]


class CidFont(PDFCIDFont):
    """A composite font with nothing but its program."""

    def __init__(self, program):
        self.descriptor = {"FontFile3": PDFStream({}, program)}


@pytest.mark.parametrize("program", [b"\x01\x00\x04\x01\x00", b"\x01\x00\x04\x01\x00\x01\x01\x01", b"OTTO\x00", b""])
def test_a_font_that_is_cut_says_nothing(program):
    assert read_program(CidFont(program), None) == FontProgram({})


def test_a_simple_font_finds_its_glyphs_by_its_encoding_where_the_program_has_no_other_table():
    builder = FontBuilder(1000, isTTF=True)
    outlines = {".notdef": draw_box(0, 0, 500, 700), "uacute": draw_box(0, 0, 90, 90), "one": draw_box(0, 0, 200, 600)}
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap({0xFA: "uacute", 0x31: "one"})
    builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics({name: (90 if name == "uacute" else 500, 0) for name in outlines})
    builder.setupHorizontalHeader()
    builder.font["cmap"].tables = [table for table in builder.font["cmap"].tables if table.platformID == 3]
    content = BytesIO()
    builder.save(content)
    told = _tell_program(content.getvalue(), None, ((0x31, "1"), (0xFA, "ú"), (0xFB, "û")), is_composite=False)
    # cairo names so a kashida that it puts with the Latin signs of an Arabic font
    assert (told.flat, told.painted) == ({0xFA}, {0x31, 0xFA})
