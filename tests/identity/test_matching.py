"""An id follows its text: through other numbers, other orders, noise, splits and joins; it never moves to another."""

from __future__ import annotations

import pytest

from oic_reports.identity.eids import name_blocks
from oic_reports.identity.matching import keep_eids, mark_text
from oic_reports.identity.registry import KnownBlock
from oic_reports.identity.relations import Relation, find_relations
from oic_reports.model import Block

TEXTS = (
    "The Meeting commended the mediators for their patience during the talks in the capital.",
    "The Meeting called upon donors to honour the pledges that they made at the conference of March.",
    "The Meeting decided to hold its next session on the margins of the annual coordination meeting.",
    "The Meeting expressed its gratitude to the host country for the generous hospitality extended to all.",
)
OTHER = "Quarries, lighthouses and the price of salt were nobody's concern until the ferry came late that evening."


def block(text, number=None, role="operative", raw=None, **facts):
    label = None if number is None else f"{number}."
    return Block(role=role, text_raw=raw or text, text=text, language="en", label=label, ordinal=number, **facts)


def numbered(*texts):
    return [block(text, number) for number, text in enumerate(texts, 1)]


def publish(blocks):
    named = name_blocks(blocks)
    return [KnownBlock(each.eid, each.text, each.text_raw) for each in named]


def name_again(blocks, known, retired=None):
    minted = frozenset(each.eid for each in known) | frozenset(retired or ())
    return [each.eid for each in keep_eids(name_blocks(blocks), known, minted, retired)]


OLD = publish(numbered(*TEXTS))


def test_a_paragraph_that_was_found_before_them_moves_no_id():
    assert name_again(numbered(OTHER, *TEXTS), OLD) == ["para_1-2", "para_1", "para_2", "para_3", "para_4"]


def test_numbers_that_are_misread_lost_or_exchanged_move_no_id():
    assert name_again([block(TEXTS[0], 7), *numbered(*TEXTS)[1:]], OLD)[0] == "para_1"
    assert name_again([block(text) for text in TEXTS], OLD) == ["para_1", "para_2", "para_3", "para_4"]
    exchanged = [block(text, number) for text, number in zip(TEXTS, (2, 1, 4, 3), strict=True)]
    assert name_again(exchanged, OLD) == ["para_1", "para_2", "para_3", "para_4"]


def test_another_order_moves_no_id():
    assert name_again([block(TEXTS[place], place + 1) for place in (2, 3, 0, 1)], OLD) == [
        "para_3", "para_4", "para_1", "para_2",
    ]  # fmt: skip


def test_another_text_under_a_number_has_an_id_of_its_own():
    assert name_again(numbered(TEXTS[0], OTHER, *TEXTS[2:]), OLD) == ["para_1", "para_2-2", "para_3", "para_4"]


def test_a_text_that_was_read_badly_keeps_the_id_of_its_number():
    bad = TEXTS[1].replace("e", "").replace("o", "0")
    assert name_again(numbered(TEXTS[0], bad, *TEXTS[2:]), OLD)[1] == "para_2"
    # with another number as well, it stands where it stood
    blurred = TEXTS[1].replace("donors", "d0nors")
    assert name_again([block(TEXTS[0], 1), block(blurred, 8), *numbered(*TEXTS)[2:]], OLD)[1] == "para_2"


def test_a_formula_with_another_number_and_place_is_another_paragraph():
    formula = "Requests the Secretary General to follow up the implementation of resolution {} and report on it."
    known = publish(numbered(*(formula.format(word) for word in ("ten", "two", "six"))))
    again = [block(formula.format(word), number) for number, word in ((1, "ten"), (3, "six"), (4, "new"))]
    assert name_again(again, known) == ["para_1", "para_3", "para_4"]


def test_a_corrected_text_is_known_by_what_was_read():
    """The published text was corrected from one word to another one altogether; reading gives the old one again."""
    known = [*OLD[:1], KnownBlock("para_2", OTHER, TEXTS[1]), *OLD[2:]]
    assert name_again(numbered(*TEXTS), known) == ["para_1", "para_2", "para_3", "para_4"]


def test_one_text_several_times_keeps_its_ids_in_their_order():
    header = [block("Annex VII", role="running_header")] * 3
    known = publish(header)
    assert name_again(header, known) == ["runhead_1", "runhead_2", "runhead_3"]
    # as they were published, whatever the order of their counts
    turned = [known[1], known[0], known[2]]
    assert name_again(header, turned) == ["runhead_2", "runhead_1", "runhead_3"]
    assert name_again(header[:2], known) == ["runhead_1", "runhead_2"]


def test_a_retired_id_goes_back_to_its_own_text_alone():
    known, retired = OLD[:2], {"para_3": mark_text(TEXTS[2]), "para_4": None}
    assert name_again(numbered(*TEXTS[:3]), known, retired) == ["para_1", "para_2", "para_3"]
    assert name_again(numbered(*TEXTS[:2], OTHER), known, retired) == ["para_1", "para_2", "para_3-2"]
    # of an old tombstone nobody knows the text
    assert name_again(numbered(*TEXTS), known, retired)[3] == "para_4-2"
    # under another number, too
    assert name_again([*numbered(*TEXTS[:2]), block(TEXTS[2], 9)], known, retired)[2] == "para_3"


def test_items_follow_their_paragraph():
    item = {"role": "list_item", "numbering": "alpha-latin-lower"}
    old = [*numbered(TEXTS[0]), block("first of the items", 1, **item), block("second one of the items", 2, **item)]
    known = publish(old)
    assert [each.eid for each in known] == ["para_1", "para_1__point_a", "para_1__point_b"]
    now = [block(OTHER, 1), block(TEXTS[0], 2), *old[1:], block("a third and wholly different thing", 3, **item)]
    named = keep_eids(name_blocks(now), known, frozenset(each.eid for each in known))
    assert [each.eid for each in named] == [
        "para_1-2", "para_1", "para_1__point_a", "para_1__point_b", "para_1__point_c",
    ]  # fmt: skip
    assert [each.parent for each in named[2:]] == ["para_1"] * 3


def test_a_split_paragraph_keeps_its_id_for_the_part_with_its_number():
    whole = f"{TEXTS[0]} {TEXTS[1]}"
    known = publish(numbered(whole, TEXTS[2]))
    parts = [block(TEXTS[0], 1), block(TEXTS[1], subrole="continuation"), block(TEXTS[2], 2)]
    assert name_again(parts, known) == ["para_1", "para_1__p_2", "para_2"]
    before = {each.eid: each.text for each in known}
    after = {"para_1": TEXTS[0], "para_1__p_2": TEXTS[1], "para_2": TEXTS[2]}
    assert list(find_relations(before, after)) == [Relation("para_1__p_2", "split", "para_1")]
    assert list(find_relations(after, before)) == [Relation("para_1__p_2", "merged", "para_1")]


def test_joined_paragraphs_are_the_first_of_them():
    joined = [block(f"{TEXTS[0]} {TEXTS[1]}", 1), *numbered(*TEXTS)[2:]]
    assert name_again(joined, OLD) == ["para_1", "para_3", "para_4"]


@pytest.mark.parametrize("after", [{"a": TEXTS[0], "c": "short"}, {"a": TEXTS[0], "b": f"{TEXTS[1]} more", "c": OTHER}])
def test_what_is_no_relation(after):
    assert list(find_relations({"a": TEXTS[0], "b": TEXTS[1]}, after)) == []
