"""Bullets of a symbol font in a PDF, as Word writes them: U+F0B7 in the font's character map."""

from __future__ import annotations

import pytest

from oic_reports.reading.pdf.gate import judge_page
from oic_reports.reading.pdf.glyph_text import fold_text
from oic_reports.reading.reader import read_bytes

BULLET = "\uf0b7"


def make_pdf(lines):
    """A page with a line of one font for each text, seen from the left; the character map is all that is known."""
    codes = {character: 65 + place for place, character in enumerate(sorted({c for line in lines for c in line}))}
    mapped = "\n".join(f"<{code:02X}> <{character.encode('utf-16-be').hex()}>" for character, code in codes.items())
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> "
        f"endcodespacerange\n{len(codes)} beginbfchar\n{mapped}\nendbfchar endcmap end end"
    )
    shown = " ".join(
        f"1 0 0 1 72 {740 - 18 * number} Tm <{''.join(f'{codes[c]:02X}' for c in line)}> Tj"
        for number, line in enumerate(lines)
    )
    streams = (f"BT /F1 12 Tf {shown} ET", to_unicode)
    widths = " ".join(["600"] * len(codes))
    font = f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 65/LastChar {64 + len(codes)}/ToUnicode 6 0 R"
    font += f"/Widths[{widths}]>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        font,
        *(f"<</Length {len(stream)}>>stream\n{stream}\nendstream" for stream in streams),
    ]
    content = b"%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj {written} endobj\n".encode()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(content)
    return content + b"xref\n0 7\n0000000000 65535 f \n" + table + trailer


@pytest.mark.parametrize(
    "lines",
    [
        (
            "The Council thanked the following states for it:",
            f"{BULLET} the states of the Council that met in Jeddah;",
            f"{BULLET} all other states, and the people of the region.",
        ),
        (
            "شكر المجلس الدول الآتية على ما قدمته من دعم:",
            f"{BULLET} الدول الأعضاء في منظمة التعاون الإسلامي؛",
            f"{BULLET} المملكة المغربية على كل ما قدمته للقدس.",
        ),
    ],
)
def test_bullets_stand_before_their_items(lines):
    is_rtl = "ش" in lines[0]
    reading = read_bytes(make_pdf([line[::-1] if is_rtl else line for line in lines]), "a.pdf")
    assert [line.text for line in reading.lines if line.text] == list(lines)


def test_a_bullet_is_no_lost_glyph_to_the_gate():
    page = [f"{BULLET} the Council of the states", f"{BULLET} in the city", f"{BULLET} and the report of it"]
    assert fold_text(BULLET) == BULLET
    assert judge_page(page).reason is None
    assert judge_page([line.replace(f"{BULLET} ", f"{BULLET}") for line in page]).reason == "unmapped_glyphs"
