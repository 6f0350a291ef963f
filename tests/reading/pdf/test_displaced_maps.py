import pytest

from oic_reports.reading.pdf.displaced_maps import find_displaced
from oic_reports.reading.pdf.font_codes import FontCodes
from oic_reports.reading.pdf.font_evidence import look_at_font
from oic_reports.reading.pdf.font_program import FontProgram
from oic_reports.reading.pdf.glyphs import LOST, NEIGHBOURS, UNMAPPED
from oic_reports.reading.pdf.labels import FontEntry

MEANT = "Decisionf t"


def make_font(raws, painted, false_blanks):
    """A font of these maps, with the codes that paint ink, and those of them that its map calls a blank."""
    raws = {code: UNMAPPED if code in false_blanks else text for code, text in raws.items()}
    program = FontProgram({}, frozenset(painted))
    return FontEntry(1, {}, raws, program, has_map=True, width=2, false_blanks=frozenset(false_blanks))


def displace(step, *, wraps=True, meant=MEANT):
    """A font whose map has for each code the text of the one ``step`` behind it; the outer one's is another's."""
    codes = dict(enumerate(meant, 1))
    raws = {code: codes.get(code + step, codes[1 if step > 0 else len(codes)]) for code in codes}
    if not wraps:
        raws[len(codes) if step > 0 else 1] = meant[1]
    painted = {code for code, text in codes.items() if text != " "}
    return make_font(raws, painted, {code for code in painted if raws[code] == " "})


@pytest.mark.parametrize("step", [1, -1])
def test_a_map_one_code_off_is_told_by_its_blank(step):
    assert find_displaced(displace(step)) == dict(enumerate(MEANT, 1))


@pytest.mark.parametrize(("step", "lost"), [(1, 1), (-1, len(MEANT))])
def test_what_the_map_has_lost_is_a_lost_sign(step, lost):
    assert find_displaced(displace(step, wraps=False)) == {**dict(enumerate(MEANT, 1)), lost: UNMAPPED}


@pytest.mark.parametrize(
    "font",
    [
        # nothing contradicts the map; a blank that paints ink alone does not, nor do two
        make_font(dict(enumerate(MEANT, 1)), {1, 2, 3, 4, 5, 6, 7, 8, 9, 11}, ()),
        make_font(dict(enumerate(MEANT, 1)), set(range(1, 12)), {10}),
        make_font({1: "a", 2: " ", 3: "b", 4: " ", 5: "c"}, {1, 2, 4, 5}, {2, 4}),
        # the glyph without ink is not beside the false blank; many have none; the outlines are not known
        make_font({1: "a", 2: " ", 3: "b", 4: "c", 5: "d"}, {1, 2, 3, 5}, {2}),
        make_font({1: "a", 2: " ", 3: "b", 4: "c", 5: "d"}, {1, 2}, {2}),
        make_font(dict(enumerate(MEANT, 1)), (), ()),
        # codes are missing
        make_font({1: "a", 2: " ", 3: "b", 7: "c"}, {1, 2, 7}, {2}),
    ],
)
def test_no_other_map_is_put_in_place(font):
    assert find_displaced(font) == {}


def test_a_displaced_map_is_told_as_a_whole():
    codes = FontCodes([displace(1, wraps=False)])
    look_at_font(codes, 0, is_rtl=False, is_of_clusters=False)
    assert codes.fonts[0].raws[10] == " "
    assert codes.told[0, 2] == ("e", NEIGHBOURS)
    assert codes.told[0, 1] == (UNMAPPED, LOST)
    assert len(codes.told) == len(MEANT) - 1
