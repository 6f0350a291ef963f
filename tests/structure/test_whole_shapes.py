"""Shapes of whole files: collections, letters, wrapped pages, notes, headings."""

from pathlib import Path

import pytest

from oic_reports.jobs.read import read_document
from oic_reports.reading.reader import read_bytes
from oic_reports.settings import Settings
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.report import NoReportError, build_reports

ROOT = Path(__file__).resolve().parents[2]
OPEN = ROOT / "tests" / "specimens" / "structure" / "open"


def build(text, name="x.txt"):
    return build_reports(read_bytes(text.encode(), name))


def test_a_collection_is_a_cover_and_its_documents():
    found = read_document(OPEN / "en_collection_1.txt", Settings(data_home=ROOT))
    assert found["document"]["part"] == 0
    numbers = [part["document"]["resolution_number"] for part in found["parts"]]
    assert numbers == ["1/34-E", "2/34-E", "3/34-E"]
    cover_id = found["document"]["document_id"]
    assert {part["document"]["collection_id"] for part in found["parts"]} == {cover_id}
    assert found["parts"][0]["document"]["document_id"] == "en-2007-05-15-cfm-resolution-1-34-e"
    eids = [block["eid"] for block in found["blocks"]]
    assert len(eids) == len(set(eids))
    for part in found["parts"]:
        assert eids.index(part["first_eid"]) < eids.index(part["last_eid"])
    assert "res_1-34-E__para_2" in eids


def test_a_letter_is_no_paragraph_of_the_report_that_it_carries():
    (report,) = build_reports(read_bytes((OPEN / "en_un_letter_1.txt").read_bytes(), "x.txt"))
    letter = [block.text for block in report.blocks if block.subrole == "covering_letter"]
    assert any("I have the honour to transmit" in text for text in letter)
    assert report.header.document_type == "final_communique"
    assert report.header.date == "1999-06-28"


def test_a_page_wrapped_in_an_answer_is_read_as_a_page():
    reading = read_bytes((OPEN / "en_json_1.html").read_bytes(), "x.json")
    assert reading.media_type == "text/html"
    assert not any("{" in line.text for line in reading.lines)


def test_a_starred_note_is_a_footnote():
    text = (
        "Report of the OIC Contact Group on Mali\n\n1. The Contact Group met in Jeddah on 2 May 2014 with the Commission*.\n\n"
        "2. The Meeting noted the report.\n\n3. The Meeting decided to meet again.\n\n"
        "* The Independent Permanent Human Rights Commission, seated in Jeddah.\n"
    )
    (report,) = build(text)
    assert report.blocks[-1].role == "footnote"
    (without,) = build(text.replace("Commission*.", "Commission."))
    assert without.blocks[-1].role != "footnote"


def test_a_letter_that_may_be_a_roman_number_follows_the_headings_before_it():
    parts = "".join(
        f"{letter}. {name}\n\n{n}. The Meeting noted the report on {name.lower()}.\n\n"
        for n, (letter, name) in enumerate([("A", "Trade"), ("B", "Health"), ("C", "Water")], 1)
    )
    (report,) = build(f"Report of the OIC Contact Group on Mali\n\nNew York, 2 May 2014\n\n{parts}")
    headings = [(block.label, block.ordinal) for block in report.blocks if block.role == "heading"]
    assert headings == [("A.", 1), ("B.", 2), ("C.", 3)]


def test_what_a_machine_translated_is_flagged():
    (report,) = build_reports(read_bytes((OPEN / "fr_machine_translation_1.html").read_bytes(), "x.html"))
    assert "machine_translation" in {flag.flag for flag in report.flags}


def test_a_numbered_note_below_the_text_is_a_footnote():
    text = (
        "Report of the OIC Contact Group on Mali\n\n1. The Contact Group met in Jeddah on 2 May 2014.\n\n"
        "2. The Meeting chose Bamako as its next seat.1\n\n3. The Meeting decided to meet again.\n\n"
        "1 The delegation of Niger reserved its position.\n"
    )
    (report,) = build(text)
    assert report.blocks[-1].role == "footnote"
    (without,) = build(text.replace("seat.1", "seat."))
    assert without.blocks[-1].role != "footnote"


def test_letters_below_a_paragraph_without_a_number_are_part_of_it():
    (report,) = build(
        "Report of the OIC Contact Group on Mali\n\nThe Contact Group met in Jeddah on 2 May 2014.\n\n"
        "The Chairman bade the delegations welcome.\n\nThe debate turned on three matters:\n\n"
        "(a) the roads of the north;\n\n(b) the schools of the south;\n\n(c) the wells between them.\n\n"
        "The Meeting thanked the Secretary General for his paper.\n"
    )
    items = [block for block in report.blocks if block.role == "list_item"]
    assert [block.label for block in items] == ["(a)", "(b)", "(c)"]


def test_an_annex_line_alone_opens_the_annex():
    (report,) = build(
        "Report of the OIC Contact Group on Mali\n\n1. The Contact Group met in Jeddah on 2 May 2014.\n\n"
        "2. The Meeting noted the report.\n\n3. The Meeting adopted the list below.\n\nANNEX\n\n1. A road to Kidal\n\n"
        "2. A school in Gao\n"
    )
    roles = [block.role for block in report.blocks if "ANNEX" in block.text or "Kidal" in block.text]
    assert roles == ["annex", "list_item"]


def test_notes_in_brackets_below_a_rule_are_no_list():
    text = (
        "Report of the OIC Contact Group on Mali\n\n1- The Contact Group met in Jeddah on 2 May 2014.\n\n"
        "2- It noted that half of the plan had been paid for.(1)\n\n3- It decided to meet again.\n\n"
        "____________\n\n(1) Figures of the Office in Bamako, which were\ngiven in March.\n\n(2) not called anywhere\n"
    )
    (report,) = build(text)
    notes = [(block.label, block.text) for block in report.blocks if block.role == "footnote"]
    assert notes == [("(1)", "Figures of the Office in Bamako, which were given in March.")]
    assert [block.text for block in report.blocks if block.ordinal == 2] == [
        "It noted that half of the plan had been paid for."
    ]
    # a mark that ends its clause may stand apart; a number inside the sentence calls nothing
    (apart,) = build(text.replace("for.(1)", "for (1)."))
    assert [block.label for block in apart.blocks if block.role == "footnote"] == ["(1)"]
    (inside,) = build(text.replace("been paid for.(1)", "been (1) paid for."))
    assert not [block for block in inside.blocks if block.role == "footnote"]
    (without,) = build(text.replace("for.(1)", "for."))
    assert not [block for block in without.blocks if block.role == "footnote"]


def test_a_document_named_at_the_end_of_a_wrapped_sentence_is_no_running_header():
    filler = "The Council went through the matters that the Senior Officials had put before it in their own paper"
    text = "Report of the OIC Contact Group on Mali\nOIC/CG-MALI/2014/REP\n\n" + "".join(
        f"{n}. {filler[:78]}\n{filler[78:]} and noted the report of the Secretary General, in\n"
        f"document OIC/CG-MALI/2014/SG/{n}.\n\n"
        for n in range(1, 6)
    )
    (report,) = build(text)
    numbered = [block.text for block in report.blocks if block.ordinal]
    assert [text.endswith(f"document OIC/CG-MALI/2014/SG/{n}.") for n, text in enumerate(numbered, 1)] == [True] * 5


def test_comments_below_a_page_are_no_paragraphs():
    page = (
        "<html><body><h1>Report of the OIC Contact Group on Mali</h1><p>The Contact Group met in Jeddah on 2 May 2014 "
        "to look at what the north of the country needs most.</p>"
        + "".join(f"<p>{n}. The Meeting noted the report on water, roads and schools, part {n}.</p>" for n in (1, 2, 3))
        + "<h3>3 comments</h3><div>This was most helpful to my studies, thank you.</div></body></html>"
    )
    (report,) = build(page, "x.html")
    assert {block.role for block in report.blocks if "helpful" in block.text} == {"boilerplate"}


def test_a_text_of_another_organisation_is_refused():
    text = (
        "Resolution 999 (1991)\n\nThe Security Council,\n\nRecalling the letters of Iraq, Kuwait and Saudi Arabia,\n\n"
        + "".join(f"{n}. Demands that Iraq, Kuwait and Jordan do what part {n} asks of them;\n\n" for n in range(1, 6))
    )
    with pytest.raises(NoReportError, match="another organisation"):
        build(text)
    (report,) = build(
        text.replace("The Security Council,", "The Contact Group on Iraq of the Organisation of Islamic Cooperation,")
    )
    assert report.header.body_id == "cg-iraq"


def test_a_law_is_no_report_however_many_of_its_paragraphs_are_numbered():
    law = "قرار بشأن الأموال\n\n" + "".join(
        f"{n}- يتولى المجلس حفظ الأموال المحجوزة وإدارتها.\n\n" for n in range(1, 8)
    )
    with pytest.raises(NoReportError, match="too little"):
        build(law)


@pytest.mark.parametrize(
    "name", ["فريق الاتصال المعني بالصومال", "مجموعة الاتصال المعنية بالصومال", "مجموعة الاتصال حول الصومال"]
)
def test_a_contact_group_has_several_arabic_names(name):
    body = find_body(f"تقرير اجتماع {name}", "ar")
    assert body is not None
    assert body.body_id == "cg-somalia"
