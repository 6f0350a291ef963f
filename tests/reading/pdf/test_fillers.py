import pytest

from oic_reports.reading.pdf.fillers import drop_fillers

LOST = "\ufffd"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"حكومة المم{LOST}لكة العربية", "حكومة المملكة العربية"),
        (f"البريد الإ{LOST}لكتروني", "البريد الإلكتروني"),
        (f"الح{LOST}{LOST}كومات", "الحكومات"),
    ],
)
def test_a_filler_is_dropped_from_a_word_that_exists_without_it(text, expected):
    found, changes = drop_fillers(text)
    assert found == expected
    rebuilt, place = "", 0
    for change in changes:
        assert change.start == change.end
        rebuilt += found[place : change.start] + change.before
        place = change.start
    assert rebuilt + found[place:] == text


@pytest.mark.parametrize(
    "text",
    [
        # the letter may be lost: a word stands there with one, or none stands there without
        f"ال{LOST}ساعدة",
        f"ع{LOST}ليات",
        f"كتا{LOST}ب",
        f"{LOST}المملكة",
        f"المملكة{LOST} العربية",
        "لا شيء مفقود",
    ],
)
def test_what_may_be_a_letter_stays(text):
    assert drop_fillers(text) == (text, ())


def test_the_hamza_of_a_lost_lam_alef_may_stand_on_the_alef_before_it():
    text = f"تهريب أ{LOST}سلحة"
    assert drop_fillers(text) == (text, ())
