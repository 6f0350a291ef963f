import pytest
from damage import damage_maps
from read_specimens import get_content, list_rules, list_texts

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.glyphs import LEARNT, UNMAPPED


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
