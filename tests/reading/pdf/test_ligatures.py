import pytest
from drawn import make_file, make_stream

from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.pdf.ligatures import find_odd_words, has_folded, is_latin_word, learn_ligatures


def spell(word, codes):
    """Glyphs of a word: a letter by its own code, a sign given in ``codes`` by that one."""
    return [(letter, (0, codes.get(letter, ord(letter)))) for letter in word]


def test_ligatures_are_learnt_from_words_that_leave_one_choice():
    wrong = {"A": 900, "@": 901}
    words = [spell(word, wrong) for word in ("brieAng", "Afteen", "speciAc", "A@airs".replace("A", "a", 1), "e@ect")]
    words += [spell(word, {}) for word in ("Annex", "Assembly", "meeting")]
    assert learn_ligatures(words) == {(0, 900): "fi", (0, 901): "ff"}


def test_a_code_that_stands_in_a_word_is_no_ligature():
    words = [spell("MoU", {}), spell("Xkqzv", {"X": 900}), spell("Xhe", {"X": 900}), spell("Report", {"R": 900})]
    assert (0, 900) not in learn_ligatures([*words, spell("Xen", {"X": 900}), spell("meeting", {"m": 900})])


def test_nothing_is_learnt_where_two_ligatures_fit():
    # 'flow' and 'Thow' may both be meant by some list; a short word alone is no evidence
    assert learn_ligatures([spell("#t", {"#": 7})]) == {}


@pytest.mark.parametrize("text", ["the brieAng was", "foreign A@airs", "an e\ufffdect of"])
def test_odd_words(text):
    assert find_odd_words(text)


@pytest.mark.parametrize(
    "text", ["MINUSMA and the MoU", "see S/RES/2374 (2017)", "cabinet@oic-oci.org", "45th COVID-19"]
)
def test_words_that_are_not_odd(text):
    assert find_odd_words(text) == []


def test_words_of_english_and_french():
    assert is_latin_word("l’organisation")
    assert is_latin_word("well-being")
    assert not is_latin_word("brieAng")


def test_an_accented_letter_in_one_word_is_a_ligature_where_another_of_its_font_is():
    wrong = {"ü": 900, "û": 901}
    words = [spell(word, wrong) for word in ("déünir", "conüance")]
    assert learn_ligatures([*words, spell("Oûice", wrong)]) == {(0, 900): "fi", (0, 901): "ff"}
    assert learn_ligatures([spell("Oûice", wrong)]) == {}
    # it is a letter of a word that exists
    assert learn_ligatures([*words, spell("Oûice", wrong), spell("août", wrong)]) == {(0, 900): "fi"}
    # that font is sound
    other = [(text, (1, code)) for text, (_, code) in spell("Oûice", wrong)]
    assert learn_ligatures([*words, other]) == {(0, 900): "fi"}


def list_lost(*words):
    """Words as glyphs: a figure stands for a glyph without a character, of that code."""
    return [[("\ufffd" if sign.isdigit() else sign, (0, ord(sign))) for sign in word] for word in words]


def test_a_rare_word_does_not_keep_a_ligature_of_many_from_being_learnt():
    common = ["na1on", "sta1on", "elec1on", "por1on", "mo1on"]
    assert learn_ligatures(list_lost(*common, "zorben1ary")) == {(0, ord("1")): "ti"}
    # of few, each counts; and what many do not know is none
    assert learn_ligatures(list_lost("na1on", "zorben1ary")) == {}
    assert learn_ligatures(list_lost(*common, "zorben1ary", "karv1um", "xolp1on")) == {}


def test_of_two_ligatures_that_make_words_the_one_is_taken_that_the_document_has_not_yet():
    assert learn_ligatures(list_lost("sta1ng")) == {}
    assert learn_ligatures(list_lost("sta1ng", "nation")) == {(0, ord("1")): "ffi"}


def test_what_another_font_has_apart_tells_nothing_of_a_font():
    of_another = [(letter, (1, ord(letter))) for letter in "nation"]
    assert learn_ligatures([*list_lost("sta1ng"), of_another]) == {}


POINTS = {".": "period", "(": "parenleft", ")": "parenright", "2": "two"}


def name_bitmaps(used):
    """A font of pictures (Type 3) without a map, as TeX writes it: its codes are named, but for 28, which is ``fi``."""
    letters = {code: "a28" if code == 28 else chr(code) if chr(code).isalpha() else POINTS[chr(code)] for code in used}
    names = " ".join(f"{code}/{name}" for code, name in letters.items())
    glyphs = " ".join(f"/{name} 7 0 R" for name in sorted(set(letters.values())))
    return (
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 28/LastChar 122"
        f"/Widths[{' '.join(['600'] * 95)}]/Encoding<</Type/Encoding/Differences[{names}]>>/CharProcs<<{glyphs}>>"
        "/Resources<<>>>>"
    )


def draw_bitmap_font():
    """A page in a font of pictures, with a raised mark in another one."""
    lines = (
        "The of\x1cce took note of the bene\x1cts",
        "and of speci\x1cc certi\x1ccates for each of",
        "the \x1cfty states.",
    )
    used = sorted({ord(letter) for line in lines for letter in line if letter != " "})
    content = "".join(
        f"BT /F1 12 Tf {60 + 7.2 * place} {700 - 20 * row} Td ({letter}) Tj ET "
        for row, line in enumerate(lines)
        for place, letter in enumerate(line)
        if letter != " "
    )
    content += "".join(
        f"BT /F2 8 Tf {168 + 4.8 * place} 664 Td (\\{ord(sign):o}) Tj ET " for place, sign in enumerate("(2)")
    )
    return make_file(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>/Contents 4 0 R/MediaBox[0 0 595 842]>>",
        make_stream(content),
        name_bitmaps(used),
        name_bitmaps(map(ord, "()2")),
        make_stream("600 0 0 0 500 600 d1 0 0 500 600 re f"),
    )


def test_the_ligatures_of_a_font_of_pictures_are_told_by_words():
    lines = [line.text for line in read_pdf(draw_bitmap_font()).lines]
    assert lines == [
        "The office took note of the benefits",
        "and of specific certificates for each of",
        "the fifty states.(²)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "elle est üxée à Tunis",
        "la ratiücation du texte",
        "prend eûet demain",
        "the oýcial <text= is",
        "opens the <Dakar Plan= of 2031",
        "called it (<a new start=).",
        "<We begin\nagain.= He left",
    ],
)
def test_quotes_and_ligatures_of_maps_whose_bytes_were_laid_over_are_told(text):
    assert has_folded(text)


@pytest.mark.parametrize(
    "text",
    [
        "en août, dû à la fièvre; brûlé",
        "Türkiye and Curaçao",
        "Müller, Kübra Yıldırım",
        "p < 0.05 and q = 3",
        "x <= 4 and y >= 5, <10 = few",
        "<br> key=value",
        "zzüzz",
    ],
)
def test_signs_of_comparison_and_accented_letters_are_not(text):
    assert not has_folded(text)
