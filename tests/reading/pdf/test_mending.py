from pathlib import Path

import pytest
from damage import damage_maps

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.fonts import CodeOrder, FontProgram
from oic_reports.reading.pdf.glyphs import LEARNT, NAMED, UNMAPPED
from oic_reports.reading.pdf.labels import FontEntry
from oic_reports.reading.pdf.mending import Mender, _drop_hamzas, _is_false, _tell

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


def test_codes_that_a_simple_font_takes_for_accented_letters_are_learnt_or_lost():
    sound = get_content("reportlab_visual/ar1")
    damaged = read_pdf(damage_maps(sound, lambda text: UNMAPPED if text in {"ﻷ", "ﻸ"} else text))
    text = "\n".join(list_texts(damaged))
    assert text.count("لأ") + text.count(UNMAPPED) == "\n".join(list_texts(read_pdf(sound))).count("لأ")
    assert text.count("لأ") > 10 * text.count(UNMAPPED)


def test_a_letter_that_the_map_names_by_another_is_learnt():
    sound = get_content("cairo_plex/b2ar2")
    damaged = read_pdf(damage_maps(sound, lambda text: "ث" if fold(text) == "لا" else text))
    assert list_texts(damaged) == list_texts(read_pdf(sound))


def test_a_kashida_that_is_mapped_to_a_digit_is_dropped():
    sound = get_content("gs_lo_naskh_kash/d1")
    damaged = read_pdf(damage_maps(sound, lambda text: "3" if text == "\u0640" else text))
    assert list_texts(damaged) == list_texts(read_pdf(sound))


@pytest.mark.parametrize("name", ["lo_dejavu/d1", "lo_amiri_just/d1", "typ_naskh_just/d1", "chr_scheh/d1"])
def test_a_vowel_sign_that_is_mapped_to_its_first_cluster_is_told_from_its_letter(name):
    sound = get_content(name)
    damaged = read_pdf(damage_maps(sound, lambda text: "أُ" if text in {"أ", "\u064f"} else text))
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


@pytest.mark.parametrize(
    ("raw", "name", "high", "told"),
    [
        ("سُ", "\u064f", False, "\u064f"),
        ("سُّ", "\u0651\u064f", False, "\u0651\u064f"),
        ("سُ", "", True, "\u064f"),
        ("سُ", "", False, None),
        ("سُ", "س", True, None),
        ("سأ", "", True, None),
    ],
)
def test_a_vowel_sign_that_is_mapped_to_its_cluster(raw, name, high, told):
    program = FontProgram({9: name} if name else {}, frozenset({9}), high=frozenset({9} if high else ()))
    font = FontEntry(1, {}, {9: raw}, program, has_map=True, width=4)
    found = _tell(font, 9, raw, CodeOrder(font.raws), is_arabic=True)
    assert (found and found[0]) == told


def test_a_ligature_of_a_font_that_paints_hamzas_apart_has_none():
    assert (_drop_hamzas("لأ"), _drop_hamzas("آ"), _drop_hamzas("لا")) == ("لا", "ا", "لا")


def part_signs(raws, names, told, hamzated=frozenset(), high=frozenset()):
    """What a mender tells of a font of these maps and glyph names, beyond what it was told."""
    mender = Mender.__new__(Mender)
    mender._told = {(0, code): (text, NAMED) for code, text in told.items()}
    mender._suspects = []
    mender._is_of_clusters = False
    program = FontProgram(names, hamzated=hamzated, high=high)
    mender._part_signs(0, FontEntry(1, {}, raws, program, has_map=True, width=4))
    assert mender._suspects == [code for code in mender._told if code[1] not in told]
    return {code: text for (_, code), (text, _) in mender._told.items() if code not in told}


def test_where_hamzas_are_painted_apart_alefs_have_none():
    raws = {1: "\u0654", 2: "أ", 3: "لآ", 4: "ا", 5: "ب", 6: "ؤ", 7: "إ"}
    assert part_signs(raws, {}, {1: "\u0654"}) == {2: "ا", 3: "لا", 7: "ا"}
    # a glyph that is named with its hamza has it; what a rule told already stays
    assert part_signs(raws, {2: "أ", 3: "لا"}, {1: "\u0654", 7: "ب"}) == {3: "لا"}


def test_an_alef_that_is_composed_with_a_hamza_keeps_it():
    raws = {1: "\u0654", 2: "أ", 3: "إ"}
    assert part_signs(raws, {}, {1: "\u0654"}, hamzated=frozenset({3})) == {2: "ا"}


def test_where_vowel_signs_are_painted_apart_letters_have_none():
    raws = {1: UNMAPPED, 2: "عِ", 3: "بَ", 4: "أَِ", 5: "ج", 6: "\u0650", 7: UNMAPPED}
    # a sign that is named nowhere else stays with its letter
    assert part_signs(raws, {}, {1: "\u0650"}) == {2: "ع", 4: "أَ"}
    assert part_signs(raws, {}, {1: "\u0650", 7: "\u064e"}) == {2: "ع", 3: "ب", 4: "أ"}
    # a cluster of signs is one glyph
    assert part_signs({1: "أ\u0651", 2: "\u064f\u0651"}, {}, {1: "\u0651"}) == {}
    # one that its map names is painted for itself
    assert part_signs(raws, {}, {6: "\u0650"}) == {}


@pytest.mark.parametrize("told", [{}, {1: "\u064b"}, {1: "ا"}])
def test_where_none_is_painted_apart_alefs_keep_theirs(told):
    assert part_signs({1: "\u0654", 2: "أ", 3: "لآ"}, {}, told) == {}


def test_the_body_of_a_letter_whose_bar_alone_is_mapped_is_learnt():
    # Amiri paints a hah in ``المانحين`` as a bar and a body; poppler maps the bar to the letter, the body to nothing
    texts = list_texts(read_pdf(get_content("wsy_amiri_cairo/k1")))
    assert "مؤتمر المانحين المنعقد في الكويت؛" in "\n".join(texts).replace("\u0640", "")


def test_brackets_of_a_verse_are_no_lost_signs():
    texts = list_texts(read_pdf(get_content("wsy_naskh_turned/k3")))
    assert ["﴿" in text for text in texts].count(True) == 1
    assert not any(UNMAPPED in text for text in texts)


def test_the_kashida_that_a_font_sets_between_lam_and_kaf_is_none_of_the_text():
    # the one of the abbreviation of Hijri, which was typed, stays
    text = " ".join(list_texts(read_pdf(get_content("wsy_amiri_cairo/k1"))))
    assert "القرآن الكريم" in text
    assert "1448هـ" in text


def test_a_form_of_a_letter_that_the_map_names_by_another_is_told_where_nothing_else_is_doubtful():
    sound = get_content("lo_docx/ar1")
    damaged = read_pdf(damage_maps(sound, lambda text: "غ" if text == "ع" else text))
    words, found = " ".join(list_texts(read_pdf(sound))).split(), " ".join(list_texts(damaged)).split()
    wrong = [other for one, other in zip(words, found, strict=True) if one != other]
    # one form of it stands in two words only, which are many: that is noted
    assert len({word.strip(".,،").removeprefix("ال") for word in wrong}) <= 5
    assert "doubtful_letters" in damaged.notes


def test_a_latin_letter_that_the_map_names_by_another_is_told():
    sound = get_content("lo_docx/en1")
    damaged = read_pdf(damage_maps(sound, lambda text: "n" if text == "m" else text))
    lines, found = list_texts(read_pdf(sound)), list_texts(damaged)
    # a font of two words tells nothing
    assert sum(one != other for one, other in zip(lines, found, strict=True)) <= 2
    assert "doubtful_letters" in damaged.notes


def test_a_map_that_is_told_to_be_false_leaves_doubt_though_all_words_exist():
    sound = get_content("cairo_plex/b2ar2")
    damaged = read_pdf(damage_maps(sound, lambda text: "ث" if text == "م" else text))
    assert "doubtful_letters" in damaged.notes
    # a lam-alef without a character, or with a sign, is no letter that is named by another
    lost = read_pdf(damage_maps(sound, lambda text: UNMAPPED if fold(text) == "لا" else text))
    assert "doubtful_letters" not in lost.notes


def test_letters_that_stay_doubtful_are_noted():
    sound = get_content("lo_docx/fr1")
    # English has these words with a letter in between
    damaged = read_pdf(damage_maps(sound, lambda text: "è" if text == "é" else text))
    assert "doubtful_letters" in damaged.notes
    assert "doubtful_letters" not in read_pdf(sound).notes


def test_what_is_painted_over_an_alef_is_its_sign_not_another_alef():
    raws = {1: "\u0654", 2: "آ", 3: "أ\u064e", 4: "\u064e", 5: "لأ", 6: "أ"}
    found = part_signs(raws, {}, {1: "\u0654"}, high=frozenset({1, 2, 3, 4, 5}))
    assert found == {2: "\u0653", 3: "\u0654\u064e", 5: "لا", 6: "ا"}


@pytest.mark.parametrize(
    ("raws", "is_false"),
    [
        ({1: "7", 2: UNMAPPED, 3: UNMAPPED}, False),  # what the map names is right
        ({1: "4", 2: UNMAPPED, 3: UNMAPPED}, True),
        ({1: UNMAPPED, 2: UNMAPPED, 3: UNMAPPED}, True),  # it names nothing: blanks have no code either
    ],
)
def test_a_code_without_a_character_does_not_contradict_its_map(raws, is_false):
    font = FontEntry(1, {}, raws, FontProgram({}), has_map=True, width=4)
    decided = {(0, 1): "7", (0, 2): "ب", (0, 3): "ر"}
    assert _is_false(0, font, decided, {(0, 1): 2, (0, 2): 9, (0, 3): 9}) is is_false


def test_the_map_of_a_font_tells_the_order_of_a_ligature():
    mender = Mender.__new__(Mender)
    mender._told, mender._suspects, mender._others = {}, [], []
    mender._is_of_clusters, mender._is_rtl = True, True
    raws = {1: "لم", 2: "ب", 3: "ال", 4: "fi"}
    mender._look_at(0, FontEntry(1, {}, raws, FontProgram({}), has_map=True, width=4))
    assert {code: text for (_, code), (text, _) in mender._told.items()} == {1: "لم", 3: "لا"}
    assert mender._suspects == list(mender._told)
