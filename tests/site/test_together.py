"""Versions of a text in other languages, side by side: which paragraph stands beside which."""

from __future__ import annotations

from oic_reports.site.together import align, find_pairs


def rows(document, *eids):
    return [
        {
            "paragraph_id": f"{document}/{eid}",
            "eid": eid,
            "role": "operative",
            "label": None,
            "text": eid,
            "text_language": "en",
        }
        for eid in eids
    ]


def lay_out(*versions, pairs=None):
    """Eid and the eids of each cell, line by line."""
    named = [rows(f"d{number}", *eids) for number, eids in enumerate(versions)]
    lines = align(named, find_pairs(named, pairs))
    return [(line.eid, *([piece.eid for piece in cell] for cell in line.cells)) for line in lines]


def pair(eid, first=0, second=1):
    return {"paragraph_id": f"d{first}/{eid}", "other_paragraph_id": f"d{second}/{eid}"}


def test_without_a_table_of_pairs_versions_stand_side_by_side_by_their_numbers():
    assert lay_out(["p_1", "para_1", "para_2", "para_3"], ["p_1", "p_2", "para_1", "para_3", "end"]) == [
        (None, ["p_1"], ["p_1", "p_2"]),
        ("para_1", ["para_1"], ["para_1"]),
        (None, ["para_2"], []),
        ("para_3", ["para_3"], ["para_3"]),
        (None, [], ["end"]),
    ]


def test_versions_stand_side_by_side_as_the_release_pairs_them():
    found = lay_out(
        ["title", "p_1", "para_1", "para_2"], ["title", "para_1", "p_1"], pairs=[pair("title"), pair("p_1")]
    )
    assert found == [
        ("title", ["title"], ["title"]),
        (None, [], ["para_1"]),
        ("p_1", ["p_1"], ["p_1"]),
        (None, ["para_1", "para_2"], []),
    ]


def test_what_two_of_three_versions_have_stands_beside_a_gap():
    found = lay_out(
        ["para_1", "para_2", "para_3"],
        ["para_1", "para_3"],
        ["para_1", "para_2", "para_3", "end"],
        pairs=[pair("para_1"), pair("para_1", 0, 2), pair("para_2", 0, 2), pair("para_3"), pair("para_3", 1, 2)],
    )
    assert found == [
        ("para_1", ["para_1"], ["para_1"], ["para_1"]),
        ("para_2", ["para_2"], [], ["para_2"]),
        ("para_3", ["para_3"], ["para_3"], ["para_3"]),
        (None, [], [], ["end"]),
    ]


def test_numbers_that_two_versions_print_in_another_order_do_not_cross():
    found = lay_out(["para_1", "para_2", "para_3"], ["para_2", "para_3", "para_1"])
    assert [line[0] for line in found if line[0]] == ["para_2", "para_3"]


def test_three_versions_in_three_orders_lose_no_paragraph():
    versions = ["para_1", "para_2", "x"], ["para_2", "para_3", "y"], ["para_3", "para_1", "z"]
    found = lay_out(*versions)
    for place, version in enumerate(versions, start=1):
        assert [eid for line in found for eid in line[place]] == list(version)
