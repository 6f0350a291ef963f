"""Hyphens of labels that were set from left to right."""

import pytest
from printed import make_lines

from oic_reports.model import Decoded
from oic_reports.reading.pdf.turned_labels import settle_turned_labels

ARABIC = {"is_rtl": True, "rtl_letters": 20, "flow": "starts"}


def settle(*labels, **more):
    lines = make_lines(*(f"{label} أخذ الفريق علما بالتقرير" for label in labels), **{**ARABIC, **more})
    settle_turned_labels(lines)
    return [line.text.split()[0] for line in lines]


def test_labels_that_count_up_have_their_hyphen_behind_them():
    assert settle("-1", "وفي", "-2", "-3") == ["1-", "وفي", "2-", "3-"]


@pytest.mark.parametrize(
    "labels",
    [
        # degrees, and too few to tell
        ["-5", "-12", "-3"],
        ["-1", "-2"],
        ["-2", "-3", "-4"],
        ["-1", "-2", "-2", "-3"],
        ["1-", "2-", "3-"],
    ],
)
def test_what_does_not_count_up_from_one_stays(labels):
    assert settle(*labels) == labels


def test_lines_that_go_on_have_no_labels():
    assert settle("-1", "-2", "-3", flow="continues") == ["-1", "-2", "-3"]


def test_a_label_that_was_put_right_stays():
    decoded = (Decoded(0, 1, "x", "pdf.learnt_map"),)
    assert settle("-1", "-2", "-3", decoded=decoded) == ["-1", "-2", "-3"]
