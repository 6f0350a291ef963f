import numpy as np
from glyph_lines import make_layer, set_line

from oic_reports.reading.pdf.glyph_rows import GlyphRows
from oic_reports.reading.pdf.layer_index import LayerIndex
from oic_reports.reading.pdf.spaces import find_spaces


def read(rows, size=12.0):
    layer = make_layer(rows, size)
    order = np.argsort(layer.left, kind="stable")
    ink = np.array([i for i in order if layer.texts[i] != " "])
    blanks = np.array([i for i in order if layer.texts[i] == " "], np.int64)
    spaces = find_spaces(layer, LayerIndex.of(layer), GlyphRows.of([ink]), GlyphRows.of([blanks]), np.array([size]))
    return "".join((" " if space else "") + layer.texts[i] for i, space in zip(ink, spaces, strict=True))


def test_painted_blanks():
    assert read(set_line("to be or not")) == "to be or not"


def test_gaps_without_blanks():
    assert read(set_line("to be or not", paint_blanks=False)) == "to be or not"


def test_letter_spacing_is_no_word_space():
    rows = []
    left = 50.0
    for word in ("loose", "words", "here"):
        for letter in word:
            rows.append((letter, left, left + 6.0))
            left += 8.0
        rows.append((" ", left, left + 3.0))
        left += 5.0
    assert read(rows) == "loose words here"


def test_a_line_of_signs_and_figures_set_apart_is_no_letter_spaced_one():
    assert read(set_line("– rye : 3 140 t ; x", paint_blanks=False)) == "– rye : 3 140 t ; x"


def test_justified_lines_stretch_their_blanks():
    rows = [("a", 50.0, 56.0), (" ", 56.0, 56.0), ("b", 66.0, 72.0), (" ", 72.0, 72.0), ("c", 82.0, 88.0)]
    assert read(rows) == "a b c"


def test_letters_that_overlap_their_blank():
    rows = [("a", 50.0, 56.0), (" ", 55.5, 58.5), ("b", 57.5, 63.5)]
    assert read(rows) == "a b"


def test_a_blank_on_a_letter_is_not_between_two():
    rows = [("ن", 50.0, 58.0), (" ", 50.0, 53.0), ("ي", 58.0, 63.0), ("م", 63.0, 69.0)]
    assert read(rows) == "نيم"


def test_a_blank_without_width_needs_a_gap():
    rows = [("و", 50.0, 55.0), (" ", 55.5, 55.5), ("ي", 55.9, 60.0), (" ", 60.0, 60.0), ("م", 64.0, 70.0)]
    assert read(rows) == "وي م"


def test_an_alef_whose_stem_has_no_character_stays_with_its_lam():
    rows = [("أ", 50.0, 52.0), ("ل", 55.5, 58.0), (" ", 58.0, 61.0), *set_line("ab cd ef gh ij", left=61.0)]
    assert "أل" in read(rows)


def test_a_blank_without_width_counts_for_the_gap_beside_it():
    rows = [("د", 50.0, 56.0), ("م", 55.0, 60.0), (" ", 55.5, 55.5), ("ر", 63.0, 68.0), ("ك", 68.0, 74.0)]
    assert read(rows) == "دم رك"


def test_a_gap_at_a_letter_painted_off_the_line_is_none_where_blanks_are_painted():
    line = set_line("نص مع كلم ات")
    end = max(right for _, _, right, _ in line)
    assert read([*line, ("ر", end, end + 3.0, 98.0), ("ق", end + 6.5, end + 12.0, 100.0)]) == "نص مع كلم اترق"
    # in Latin script such a letter is a superscript
    line = set_line("on the 2 of may")
    end = max(right for _, _, right, _ in line)
    assert read([*line, ("t", end, end + 3.0, 96.0), ("C", end + 7.0, end + 13.0, 100.0)]).endswith("t C")


def test_letters_set_apart_are_words_where_wider_blanks_stand():
    rows = []
    left = 50.0
    for text in ("F I N A L", "R E P O R T"):
        rows += set_line(text, left)
        left = rows[-1][2] + 9.0
    assert read(rows) == "FINAL REPORT"


def test_a_row_of_single_letters_keeps_its_blanks():
    assert read(set_line("A B C D E F G H")) == "A B C D E F G H"


def test_what_follows_a_letter_that_ends_words_is_another_word():
    # from left to right; the blank is lost, and the next letter stands close
    rows = [("م", 50.0, 56.0), ("ك", 56.0, 62.0), ("ة", 62.4, 68.0), ("ر", 68.0, 74.0)]
    assert read(rows) == "مك ةر"
    # a point behind it is of its word
    assert read([(".", 58.0, 62.0), *rows[2:]]) == ".ةر"


def test_a_gap_as_wide_as_the_blank_of_a_narrow_font_is_a_space():
    rows = set_line("one two six ten ice old add ask", blank=2.0)
    assert rows[11][0] == " "
    assert read(rows[:11] + rows[12:]) == "one two six ten ice old add ask"


def test_a_number_that_is_painted_over_the_blank_behind_an_arabic_letter_is_another_word():
    rows = [("7", 50.0, 56.0), ("1", 56.0, 62.0), (" ", 58.0, 61.0), ("م", 61.0, 66.0), ("ع", 66.0, 72.0)]
    assert read(rows) == "71 مع"
    # the blank is none that the letter has behind it, or no number is over it
    rows[2] = (" ", 57.0, 60.0)
    assert read(rows) == "71مع"
    rows[1:3] = [("د", 56.0, 62.0), (" ", 58.0, 61.0)]
    assert read(rows) == "7دمع"


def test_a_letter_that_is_set_closer_over_the_blank_before_its_word_begins_it():
    rows = [("ك", 50.0, 56.0), (" ", 52.5, 56.6), ("ه", 56.6, 62.0)]
    assert read(rows) == "ك ه"
    # painted elsewhere, or beside neither
    assert read([rows[1], rows[0], rows[2]]) == "كه"
    assert read([rows[0], (" ", 51.5, 55.6), rows[2]]) == "كه"
    # figures stand closer
    assert read([("5", 50.0, 56.0), (" ", 52.5, 56.2), ("3", 56.2, 62.0)]) == "53"


def test_a_mark_of_a_few_signs_is_no_letter_spaced_line():
    rows = [("/", 50.0, 54.0), ("/", 54.0, 58.0), ("-", 61.5, 65.5), ("/", 69.0, 73.0), ("/", 73.0, 77.0)]
    assert read(rows) == "// - //"


def test_a_madda_that_is_broader_than_its_alef_parts_no_word():
    words = [*set_line("يلع ةوالت نم ةدع", left=100.0)]
    for letter in ("آ", "لآ"):
        parted = [("ت", 80.0, 87.0), (letter, 89.5, 91.0), (" ", 96.0, 100.0)]
        assert read([*parted, *words]) == f"ت{letter} يلع ةوالت نم ةدع"
    begun = [("ل", 76.0, 80.0), ("آ", 80.0, 82.0), ("ء", 84.5, 90.0), (" ", 96.0, 100.0)]
    assert read([*begun, *words]) == "لآ ء يلع ةوالت نم ةدع"
    assert read([("ت", 80.0, 87.0), ("ا", 89.5, 91.0), (" ", 96.0, 100.0), *words]) == "ت ا يلع ةوالت نم ةدع"


def set_narrow(gap, flat):
    """Words of two letters, a gap apart; the first ``flat`` gaps hold a blank without width."""
    rows = []
    left = 50.0
    for number in range(12):
        rows += [("a", left, left + 6.0), ("b", left + 6.0, left + 12.0)]
        left += 12.0
        if number < flat:
            rows.append((" ", left, left))
        left += gap
    return rows


def test_the_gaps_of_blanks_without_width_tell_what_a_narrow_space_is():
    assert read(set_narrow(1.9, 9)) == " ".join(["ab"] * 12)
    # few tell nothing, and narrower gaps are none
    assert read(set_narrow(1.9, 5)) == "ab ab ab ab ab ababababababab"
    rows = [*set_narrow(1.9, 9), ("c", 250.0, 256.0), ("d", 256.9, 262.0)]
    assert read(rows).endswith(" cd")


def read_lines(lines, size=12.0):
    """The last of several lines, each of rows of one baseline."""
    layer = make_layer([(*row, 100.0 + 20 * number) for number, rows in enumerate(lines) for row in rows], size)
    index = LayerIndex.of(layer)
    kinds = [[], []]
    for number in range(len(lines)):
        own = [i for i in np.argsort(layer.left, kind="stable") if layer.baseline[i] == 100.0 + 20 * number]
        for is_blank, kind in enumerate(kinds):
            kind.append(np.array([i for i in own if (layer.texts[i] == " ") == bool(is_blank)], np.int64))
    ink, blanks = map(GlyphRows.of, kinds)
    spaces = find_spaces(layer, index, ink, blanks, np.full(len(lines), size))
    glyphs = ink.glyphs.tolist()[-len(kinds[0][-1]) :]
    return "".join(
        (" " if space else "") + layer.texts[i] for i, space in zip(glyphs, spaces[-len(glyphs) :], strict=True)
    )


WORDS = [("ب", 50.0, 56.0), ("ن", 56.0, 62.0), (" ", 62.0, 65.0), ("ك", 65.0, 71.0), ("م", 71.0, 77.0)]


def test_letters_of_an_arabic_word_that_stand_apart_are_one_where_other_lines_have_blanks():
    name = [("ن", 50.0, 56.0), ("ي", 56.0, 62.0), ("ر", 64.0, 70.0), ("ب", 70.0, 76.0)]
    assert read_lines([*[WORDS] * 6, name]) == "نيرب"
    # where others have none either, it parts two words
    bare = [row for row in WORDS if row[0] != " "]
    assert read_lines([*[bare] * 6, name]) == "ني رب"
    assert read_lines([*[WORDS] * 6, [("a", *row[1:]) for row in name]]) == "aa aa"


def set_waw(gap, blank=1.8):
    """Seven words of a narrow font, then from the right a waw and a word with a gap between."""
    rows = set_line("ام " * 7, left=50.0, blank=blank)
    left = rows[-1][2] + 12.0
    return [
        *rows,
        *set_line("ذا", left=rows[-1][2]),
        ("و", left + gap, left + gap + 6.0),
        *set_line(" ام", left=left + gap + 6.0),
    ]


def test_the_and_that_is_written_to_its_word_is_parted_by_a_blank_alone():
    assert read(set_waw(1.7)).endswith(" ذاو ام")
    assert read(set_waw(3.0)).endswith(" ذا و ام")
    rows = set_waw(1.8)
    waw = next(row for row in rows if row[0] == "و")
    assert read([*rows, (" ", waw[1] - 1.8, waw[1])]).endswith(" ذا و ام")
    # a waw that ends a word is none
    rows = [
        (text, left + 6.0, right + 6.0, base) if left > waw[1] else (text, left, right, base)
        for text, left, right, base in ((*row, 100.0)[:4] for row in rows)
    ]
    assert read([*rows, ("ب", waw[2], waw[2] + 6.0)]).endswith(" ذا وب ام")


def test_a_blank_under_a_number_whose_figures_touch_parts_it_from_the_word_beside():
    line = [("ط", 40.0, 48.0), (" ", 48.0, 60.0), ("١", 51.0, 54.5), ("٢", 54.4, 60.0), ("٠", 59.6, 63.0)]
    assert read(line) == "ط ١٢٠"
    # figures that stand apart are two numbers
    apart = [("ط", 40.0, 48.0), ("١", 48.0, 54.0), (" ", 54.0, 57.0), ("٢", 57.0, 63.0)]
    assert read(apart) == "ط١ ٢"
