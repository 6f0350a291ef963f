"""Labels at the end of the first line of their paragraphs, as word processors set for Arabic print them."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.parting.labels_behind import LEAST_BEHIND
from oic_reports.structure.report import build_reports

EN = """FINAL COMMUNIQUE
OF THE SECOND MEETING OF THE CONTACT GROUP ON SOMALIA
JEDDAH, KINGDOM OF SAUDI ARABIA
12 MARCH 2015

The Contact Group on Somalia held its second meeting in Jeddah on 12 March 2015.

The Meeting took note of the progress that the Federal Government had made .1
since the first meeting and asked the General Secretariat to send a mission
to Mogadishu before the end of the year.
It called on Member States to give the hospitals of the capital the equipment .2
that they had promised in Djibouti.
{third}
for the relief of the drought in the central regions.
"""
THIRD = "The Meeting urged the Islamic Development Bank to open a line of credit .3"


def _read(text: str):
    return build_reports(read_bytes(text.encode(), "page.txt"))[0]


def test_the_label_goes_before_its_words():
    report = _read(EN.format(third=THIRD))
    labelled = [block for block in report.blocks if block.label]
    assert [(block.label, block.ordinal) for block in labelled] == [(".1", 1), (".2", 2), (".3", 3)]
    assert labelled[0].text == (
        "The Meeting took note of the progress that the Federal Government had made since the first meeting and asked "
        "the General Secretariat to send a mission to Mogadishu before the end of the year."
    )
    assert labelled[1].text.endswith("they had promised in Djibouti.")


def test_a_page_may_begin_with_a_later_number():
    text = EN.format(third=THIRD)
    for number in (3, 2, 1):
        text = text.replace(f" .{number}\n", f" .{number + 7}\n")
    assert [block.ordinal for block in _read(text).blocks if block.label] == [8, 9, 10]


@pytest.mark.parametrize(
    "third",
    [
        "The Meeting urged the Islamic Development Bank to open a line of credit",
        "The Meeting urged the Islamic Development Bank to open a line of credit .9",
        "The Meeting urged the Islamic Development Bank to lower its rate to 0 .3",
    ],
)
def test_figures_that_do_not_go_on_stay_in_the_text(third: str):
    assert LEAST_BEHIND == 3
    report = _read(EN.format(third=third))
    assert not [block for block in report.blocks if block.label]
    assert "had made .1 since" in " ".join(block.text for block in report.blocks)


NOTED = """Report of the Ninth Session of the COMCEC

The Ninth Session of the COMCEC was held in Istanbul on 1 September 1993. It recalled the plan that is named in note .1
and the other one, which the experts had drawn up in Ankara, of note .2
and went on with both as the paper of the Bank says in note .3
on its last page.
"""
NUMBERED = """Report of the Ninth Session of the COMCEC

1. The share of wool in the exports of the countries that took part reached .1
and fell afterwards.

2. The share of silk in the exports of the countries that took part reached .2
and rose afterwards.

3. The share of jute in the exports of the countries that took part reached .3
and stayed there.
"""


def test_marks_of_notes_inside_a_paragraph_are_no_labels():
    assert [block.text for block in _read(NOTED).blocks if "note .2" in block.text and "note .3" in block.text]


def test_figures_at_the_ends_of_numbered_paragraphs_are_no_labels():
    labelled = [block for block in _read(NUMBERED).blocks if block.label]
    assert [(block.label, block.ordinal) for block in labelled] == [("1.", 1), ("2.", 2), ("3.", 3)]
    assert labelled[0].text.endswith("took part reached .1 and fell afterwards.")


def test_a_stray_figure_above_hides_no_series():
    text = EN.format(third=THIRD).replace(
        "held its second meeting in Jeddah", "held its second meeting, at a rate of .75\nin Jeddah"
    )
    assert [block.ordinal for block in _read(text).blocks if block.label] == [1, 2, 3]
