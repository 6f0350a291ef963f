from __future__ import annotations

import pytest

from oic_reports.reading.bilingual import part_languages

EN = "The Meeting thanked the Sudan for the wells that it has dug."
AR = "شكر الاجتماع السودان على الآبار التي حفرها على طول الحدود."
FR = "La réunion a remercié le Soudan pour les puits de la frontière."


def test_each_language_is_read_by_itself_row_after_row():
    assert part_languages([[EN, AR], [EN, AR]]) == [[(0, 0), (1, 0)], [(0, 1), (1, 1)]]
    assert part_languages([[EN, FR, AR], [EN, FR, AR]]) == [
        [(0, 0), (1, 0)],
        [(0, 1), (1, 1)],
        [(0, 2), (1, 2)],
    ]


def test_every_cell_is_read_once_also_those_across_the_table_and_numbers():
    rows = [["OIC/CG/2018"], ["1.", EN, AR], ["2.", EN, ""], [AR], ["3.", EN, AR]]
    parted = part_languages(rows)
    assert sorted(place for language in parted for place in language) == [
        (row, cell) for row, cells in enumerate(rows) for cell in range(len(cells))
    ]
    assert parted[0][:3] == [(0, 0), (1, 0), (1, 1)]
    assert (3, 0) in parted[1]


@pytest.mark.parametrize(
    "rows",
    [
        [[EN, AR]],
        [[EN, EN], [EN, EN]],
        [[EN, AR], [AR, EN], [EN, AR]],
        [["Mali", "مالي"], ["Niger", "النيجر"], ["Chad", "تشاد"]],
        [["1.", EN], ["2.", EN]],
        [],
    ],
    ids=["one row", "one language", "mixed", "names", "numbers", "empty"],
)
def test_other_tables_stay_tables(rows):
    assert part_languages(rows) is None
