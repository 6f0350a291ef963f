import pytest
from printed import make_line

from oic_reports.reading.pdf.parted_marks import join_parted_marks


def join(*texts, flow="continues", region=0):
    lines = [make_line(text, 100.0 + 15 * number, flow=flow) for number, text in enumerate(texts)]
    lines[-1].region = region
    join_parted_marks(lines)
    return [line.text for line in lines]


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["كل ستة أشهر)", "٢)."], ["كل ستة أشهر(٢)."]),
        (["كل ستة أشهر(", "2). وقرر"], ["كل ستة أشهر(2).", "وقرر"]),
        (["منظمات دولية(١", "(. وافتتحت"], ["منظمات دولية(١).", "وافتتحت"]),
        (["منظمات دولية(12", ") وافتتحت"], ["منظمات دولية(12)", "وافتتحت"]),
        (["وفد (من مالي) وغيره", "شاركوا»)", "3)، ثم"], ["وفد (من مالي) وغيره", "شاركوا»(3)،", "ثم"]),
    ],
)
def test_a_mark_in_two_lines_goes_to_its_word(texts, joined):
    assert join(*texts) == joined


@pytest.mark.parametrize(
    "texts",
    [
        # the bracket closes what was opened above, and labels begin lines
        ["وفد (من مالي", "والنيجر)", "2) وفد تشاد"],
        ["وفد (من مالي والنيجر)", "2) وفد تشاد"],
        ["القرار رقم (", "2) من"],
        ["القرار (22", "(أ) منه"],
        ["في عام (2024", "2025) ثم"],
        ["كل ستة أشهر)", "والسنة 2)."],
        ["كل ستة أشهر)", "123)."],
    ],
)
def test_other_brackets_stay(texts):
    assert join(*texts) == texts


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["مجلس وزراء الخارجية", "¹، وإذ تأخذ"], ["مجلس وزراء الخارجية¹،", "وإذ تأخذ"]),
        (["مجلس وزراء الخارجية", "¹²."], ["مجلس وزراء الخارجية¹²."]),
        # a unit, and a word that is written to it
        (["مساحتها 14 كم", "²و"], ["مساحتها 14 كم", "²و"]),
    ],
)
def test_a_raised_mark_at_the_beginning_of_a_line_goes_to_the_word_above(texts, joined):
    assert join(*texts) == joined
    # notes begin so
    assert join(*texts, flow="starts") == texts


def test_lines_that_begin_a_paragraph_or_stand_in_another_column_stay():
    texts = ["كل ستة أشهر)", "٢). وقرر"]
    assert join(*texts, flow="starts") == texts
    assert join("كل ستة أشهر)", "٢).", flow="starts") == ["كل ستة أشهر(٢)."]
    assert join(*texts, region=1) == texts


def test_a_hyphen_behind_which_a_latin_word_goes_on_below_is_behind_it():
    assert join("على العنوان -press", "office@seed.example خلال") == ["على العنوان press-", "office@seed.example خلال"]
    for texts in (["على العنوان -press", "وغيره"], ["على العنوان -B", "office"], ["العنوان -press", "Office"]):
        assert join(*texts) == texts
