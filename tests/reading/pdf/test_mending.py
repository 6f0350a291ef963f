from pathlib import Path

import pytest
from damage import damage_maps

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.fonts import CodeOrder, FontProgram
from oic_reports.reading.pdf.glyphs import LEARNT, NAMED, UNMAPPED
from oic_reports.reading.pdf.labels import FontEntry
from oic_reports.reading.pdf.mending import _drop_hamzas, _tell

SPECIMENS = Path(__file__).parents[2] / "specimens" / "pdf"


def get_content(name):
    return (SPECIMENS / f"{name}.pdf").read_bytes()


def list_texts(reading):
    return [line.text for line in reading.lines]


def list_rules(reading):
    return {change.rule for line in reading.lines for change in line.decoded}


def fold(text):
    return "لا" if text in {"ﻻ", "ﻼ"} else text


@pytest.mark.parametrize("name", ["lo_kacst_just/d3", "reportlab_visual/ar1"])
@pytest.mark.parametrize("sign", ["\0", "\x1b", UNMAPPED, "\ue123", "\u44a1", "8", "S", None])
def test_a_lam_alef_without_its_character_is_learnt(name, sign):
    sound = get_content(name)
    damaged = read_pdf(damage_maps(sound, lambda text: sign if fold(text) == "لا" else text))
    assert list_texts(damaged) == list_texts(read_pdf(sound))
    assert LEARNT in list_rules(damaged)


def test_a_letter_that_the_map_names_by_another_is_learnt():
    sound = get_content("cairo_plex/b2ar2")
    damaged = read_pdf(damage_maps(sound, lambda text: "ث" if fold(text) == "لا" else text))
    assert list_texts(damaged) == list_texts(read_pdf(sound))


def test_a_kashida_that_is_mapped_to_a_digit_is_dropped():
    sound = get_content("gs_lo_naskh_kash/d1")
    damaged = read_pdf(damage_maps(sound, lambda text: "3" if text == "\u0640" else text))
    assert list_texts(damaged) == list_texts(read_pdf(sound))


def test_what_nothing_tells_is_a_lost_sign_and_no_other():
    reading = read_pdf(get_content("xel_naskh/d3"))
    texts = list_texts(reading)
    # the font has no Latin letters and no dash; its lam-alefs are learnt
    assert "في كوكس بازار خلال الفترة من 3 إلى 6 يناير 2018" in "\n".join(texts)
    assert f"اللاجئين {UNMAPPED * 7} والمنظمة" in "\n".join(texts)


def test_persian_letters_that_the_author_wrote_stay():
    text = " ".join(list_texts(read_pdf(get_content("lo_dejavu/d3"))))
    assert "جمهوریة ایران" in text


def test_a_file_whose_fonts_cannot_be_looked_at_is_read_as_it_is_and_says_so(monkeypatch):
    def fail(*_, **__):
        raise ValueError

    sound = get_content("lo_kacst_just/d3")
    damaged = damage_maps(sound, lambda text: "8" if fold(text) == "لا" else text)
    monkeypatch.setattr("oic_reports.reading.pdf.mending.FontFile", fail)
    with pytest.raises(UnreadableFileError) as refused:
        read_pdf(damaged)
    assert refused.value.reason == "ocr_needed"
    once = damage_maps(sound, lambda text: UNMAPPED if fold(text) == "لآ" else text)
    assert "fonts_unread" in read_pdf(once).notes


@pytest.mark.parametrize(
    ("raw", "name", "told"),
    [("أ", "\u0654", ("\u0654", NAMED)), ("لإ", "\u0655", ("\u0655", NAMED)), ("ا", "\u0654", None), ("أ", "أ", None)],
)
def test_a_hamza_that_is_mapped_to_its_whole_letter_is_told_by_its_name(raw, name, told):
    font = FontEntry(1, {}, {9: raw}, FontProgram({9: name}, frozenset({9})), has_map=True, width=4)
    assert _tell(font, 9, raw, CodeOrder(font.raws), is_arabic=True) == told


def test_a_ligature_of_a_font_that_paints_hamzas_apart_has_none():
    assert (_drop_hamzas("لأ"), _drop_hamzas("آ"), _drop_hamzas("لا")) == ("لا", "ا", "لا")
