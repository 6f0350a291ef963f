"""Whole reports: our own specimens, and the two first ones in every shape in which such a text may arrive."""

from __future__ import annotations

import html
import json
import re
import textwrap
from collections import Counter
from pathlib import Path

import pytest

from oic_reports.identity.eids import name_blocks
from oic_reports.model import Line, Reading
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import NoReportError, build_reports
from oic_reports.structure.segment import segment

ROOT = Path(__file__).resolve().parents[2]
SPECIMENS = sorted(path for path in (ROOT / "tests" / "specimens").iterdir() if path.is_file() and path.suffix != ".md")
RAW = {"ar": ROOT / "raw/reports/000_9e80b411712b49da.txt", "en": ROOT / "raw/reports/004_a7ed7ae033aefd8a.txt"}
GOLD = {"ar": ROOT / "tests/gold/seed_ar_2013.json", "en": ROOT / "tests/gold/seed_en_2017.json"}
ROMAN = {b["label"][:-1]: b["ordinal"] for b in json.loads(GOLD["en"].read_text())["blocks"] if b["label"]}
LABEL = {"ar": re.compile(r"^- (\d+)- ", re.MULTILINE), "en": re.compile(r"^([ivx]+)\. ", re.MULTILINE)}


def build(path, name=None):
    return build_reports(read_bytes(path.read_bytes(), name or path.name))[0]


def outline(report):
    return [(block.role, block.label, block.ordinal) for block in report.blocks]


def test_french_specimen():
    report = build(ROOT / "tests/specimens/fr_somalia.txt")
    assert outline(report) == [
        ("header", None, None),
        ("header", None, None),
        ("title", None, None),
        ("header", None, None),
        ("header", None, None),
        ("preamble", None, None),
        ("operative", "1.", 1),
        ("operative", "2.", 2),
        ("list_item", "a)", 1),
        ("list_item", "b)", 2),
        ("list_item", "i.", 1),
        ("list_item", "ii.", 2),
        ("operative", "3.", 3),
        ("operative", None, None),
        ("operative", "5.", 5),
        ("signature", None, None),
        ("closing", None, None),
    ]
    header = report.header
    assert (header.document_type, header.body_id, header.symbol) == (
        "report",
        "cg-somalia",
        "OIC/CFM-45/2018/CG-SOM/REP",
    )
    assert (header.date, header.date_end, header.calendar) == ("2018-05-05", "2018-05-06", "both")
    assert (header.city, header.country_iso2, header.level) == ("Dhaka", "BD", "ministerial")
    assert [flag.flag for block in report.blocks for flag in block.flags] == ["number_gap"]


def test_english_specimen_numbered_from_the_first_sentence():
    report = build(ROOT / "tests/specimens/en_kashmir.txt")
    body = [item for item in outline(report) if item[0] in {"preamble", "operative", "list_item", "heading"}]
    assert body[:2] == [("preamble", "1.", 1), ("operative", "2.", 2)]
    assert [label for role, label, _ in body if role == "list_item"] == ["1.", "2.", "3.", "-", "-"]
    assert [ordinal for role, _, ordinal in body if role == "operative" and ordinal] == [2, 3, 4, 5]
    assert ("heading", None, None) in body
    assert [b.role for b in report.blocks][-3:] == ["page_mark", "boilerplate", "boilerplate"]
    assert report.header.document_type == "final_communique"
    assert report.header.body_id == "cg-jammu-kashmir"


def test_arabic_specimen():
    report = build(ROOT / "tests/specimens/ar_decisions.txt")
    header = report.header
    assert (header.document_type, header.status, header.body_id) == ("final_communique", "final", "cg-afghanistan")
    assert (header.date, header.calendar, header.city) == ("2020-11-26", "both", "Niamey")
    assert header.title == "البيان الختامي لاجتماع فريق الاتصال المعني بأفغانستان"
    body = [item for item in outline(report) if item[0] in {"preamble", "operative", "list_item", "closing"}]
    assert body == [
        ("preamble", "1-", 1),
        ("operative", "2-", 2),
        ("list_item", "أ-", 1),
        ("list_item", "ب-", 2),
        ("operative", "3-", 3),
        ("operative", None, None),
        ("operative", "4-", 4),
        ("closing", None, None),
    ]


def test_hard_wrapped_specimen():
    report = build(ROOT / "tests/specimens/en_wrapped.txt")
    texts = {block.ordinal: block.text for block in report.blocks if block.role == "operative"}
    assert texts[1].endswith("without precondition or delay of any kind.")
    assert texts[2].endswith("and thanked the host.")
    assert texts[3].startswith("The Meeting requested the Secretary General to submit")
    assert (report.header.level, report.header.city, report.header.date) == ("ambassadorial", "Jeddah", "2015-06-03")
    assert [block.role for block in report.blocks if block.role == "page_mark"] == ["page_mark"]


BODY = {"preamble", "operative", "list_item", "heading", "page_mark", "boilerplate"}


@pytest.mark.parametrize(
    ("name", "facts", "body"),
    [
        (
            "en_resolution.txt",
            ("resolution", "cfm", "2017-07-10", "2017-07-11", "Abidjan", "cfm-44"),
            "preamble preamble preamble preamble preamble operative:1 operative:2 operative:3",
        ),
        (
            "ar_resolution.txt",
            ("resolution", "cfm", "2017-07-10", "2017-07-11", "Abidjan", "cfm-44"),
            "preamble preamble preamble operative:1 operative:2 operative:3",
        ),
        (
            "ar_declaration.txt",
            ("declaration", "cg-somalia", "2023-03-17", None, "Nouakchott", "cg-somalia-2023-03-17"),
            "preamble preamble list_item list_item list_item page_mark heading:1 operative:1 operative:2 heading:2 operative:3",
        ),
        (
            "en_participles.txt",
            ("communique", "cg-jammu-kashmir", "2021-09-23", None, "New York", "cg-jammu-kashmir-2021-09-23"),
            "preamble preamble preamble preamble preamble operative operative operative",
        ),
        (
            "fr_old_page.html",
            ("final_communique", "cg-mali", "2013-09-25", None, "New York", "cg-mali-2013-09-25"),
            "boilerplate boilerplate preamble:1 operative:2 operative:3 boilerplate",
        ),
        (
            "en_blog_copy.txt",
            ("final_communique", "cg-somalia", "2014-09-28", None, "Istanbul", "cg-somalia-2014-09-28"),
            "boilerplate boilerplate preamble:1 operative:2 operative:3 boilerplate boilerplate",
        ),
    ],
)
def test_other_ways_of_building_a_report(name, facts, body):
    report = build(ROOT / "tests/specimens" / name)
    header = report.header
    found = (header.document_type, header.body_id, header.date, header.date_end, header.city, header.meeting_id)
    assert found == facts
    roles = [
        block.role + (f":{block.ordinal}" if block.ordinal else "") for block in report.blocks if block.role in BODY
    ]
    assert " ".join(roles) == body


@pytest.mark.parametrize("path", [*SPECIMENS, *RAW.values()], ids=lambda path: path.stem)
def test_no_character_is_lost_or_doubled(path):
    reading = read_bytes(path.read_bytes(), path.name)
    report = build_reports(reading)[0]
    read = Counter("".join("".join(line.text for line in reading.lines).split()))
    kept = Counter("".join("".join((block.label or "") + block.text_raw for block in report.blocks).split()))
    assert kept == read


def number_of(language, match):
    return int(match.group(1)) if language == "ar" else ROMAN[match.group(1)]


def relabel(form):
    def change(text, language):
        return LABEL[language].sub(lambda m: form(number_of(language, m)) + " ", text)

    return change


def wrap(width):
    def change(text, _):
        lines = text.split("\n")
        return "\n".join(textwrap.fill(x, width, break_long_words=False, break_on_hyphens=False) for x in lines)

    return change


def to_html(kind):
    def change(text, language):
        lines = [line for line in text.split("\n") if line.strip()]
        if kind == "br":
            body = "<div>" + "<br>\n".join(html.escape(line) for line in text.split("\n")) + "</div>"
        elif kind == "table":
            rows = []
            for line in lines:
                m = LABEL[language].match(line)
                cells = (m.group().strip(), line[m.end() :]) if m else (line,)
                rows.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>")
            body = f"<table>{''.join(rows)}</table>"
        else:
            body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
        menu = "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News room</a></li></ul></nav>"
        return f"<!DOCTYPE html><html><head><title>x</title></head><body>{menu}<script>var a=1;</script>{body}</body></html>"

    return change


SHAPES = {
    "crlf": lambda text, _: text.replace("\n", "\r\n"),
    "no blank lines": lambda text, _: re.sub(r"\n+", "\n", text),
    "wrapped at 70": wrap(70),
    "wrapped at 95": wrap(95),
    "wrapped, no blank lines": lambda text, language: re.sub(r"\n+", "\n", wrap(70)(text, language)),
    "N.": relabel(lambda n: f"{n}."),
    "(N)": relabel(lambda n: f"({n})"),
    "N)": relabel(lambda n: f"{n})"),
    "N/": relabel(lambda n: f"{n}/"),
    "N -": relabel(lambda n: f"{n} -"),
    "N:-": relabel(lambda n: f"{n}:-"),
    "letters": relabel(lambda n: f"({'abcdefghijklmn'[n - 1]})"),
    "Arabic-Indic digits": relabel(lambda n: "".join("٠١٢٣٤٥٦٧٨٩"[int(d)] for d in str(n)) + "-"),
    "bold numbers": relabel(lambda n: f"**{n}.**"),
    "direction marks": lambda text, language: LABEL[language].sub(lambda m: "\u200f" + m.group(), text),
    "no-break spaces": lambda text, language: LABEL[language].sub(lambda m: m.group().strip() + "\u00a0" * 3, text),
    "numbers on their own line": lambda text, language: LABEL[language].sub(
        lambda m: f"{number_of(language, m)} -\n", text
    ),
    "page marks": lambda text, language: LABEL[language].sub(
        lambda m: m.group() if number_of(language, m) != 5 else f"- 2 -\n\n{m.group()}", text
    ),
    "indented": lambda text, _: "\n".join("    " + line for line in text.split("\n")),
    "html paragraphs": to_html("p"),
    "html line breaks": to_html("br"),
    "html table": to_html("table"),
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_the_same_report_in_another_shape(shape, language):
    text = SHAPES[shape](RAW[language].read_text(encoding="utf-8"), language)
    report = build_reports(read_bytes(text.encode(), "x.txt"))[0]
    gold = json.loads(GOLD[language].read_text(encoding="utf-8"))
    expected = {b["ordinal"]: b["text"] for b in gold["blocks"] if b["role"] == "operative"}
    assert {b.ordinal: b.text for b in report.blocks if b.role == "operative"} == expected
    eids = [b.eid for b in name_blocks(report.blocks) if b.role in {"preamble", "operative"}]
    assert eids == [b["eid"] for b in gold["blocks"] if b["role"] in {"preamble", "operative"}]
    preamble = [b["text"] for b in gold["blocks"] if b["role"] == "preamble"]
    assert [b.text for b in report.blocks if b.role == "preamble"] == preamble
    facts = ("document_type", "body_id", "date", "symbol", "annex", "title", "city", "status", "level")
    assert {name: getattr(report.header, name) for name in facts} == {name: gold["document"][name] for name in facts}


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><h1>Opening hours</h1><p>The office is open from nine to five on all of the days of the week.</p></body></html>",
        "<html><body><p>404 Not Found. The page that you asked for is not on this server, or it has been moved.</p></body></html>",
        "1. Take the eggs and the flour.\n2. Mix them with the milk in a bowl.\n3. Bake it for an hour in the oven.\n",
        "The match was held on Sunday and it was won by the team from the north in the last minute of the game.\n",
    ],
)
def test_what_is_no_report(text):
    with pytest.raises(NoReportError):
        build_reports(read_bytes(text.encode(), "x.txt"))[0]


def test_a_long_report():
    items = "\n\n".join(
        f"{n}. The Meeting called on the Member States of the OIC to act on matter {n}." for n in range(1, 900)
    )
    text = f"REPORT OF THE OIC CONTACT GROUP ON MALI\n\nThe OIC Contact Group on Mali met in New York on 20 May 2014.\n\n{items}\n"
    report = build_reports(read_bytes(text.encode(), "x.txt"))[0]
    assert sum(block.role == "operative" for block in report.blocks) == 899


@pytest.mark.parametrize(
    ("confidences", "flagged"),
    [
        ((0.95, 0.95, 0.95), False),
        ((0.95, 0.95, 0.3), True),  # a figure that is not known, in a paragraph that is
        ((0.95, 0.95, 0.65), False),
        ((0.7, 0.8, 0.7), True),
        ((None, None, None), False),
    ],
)
def test_a_reader_is_warned_of_a_paragraph_that_was_recognised_badly_and_of_a_line_in_it(confidences, flagged):
    texts = [
        "1. The Meeting took note of the report on the pledges",
        "made in Jeddah by the Member States in the year",
        "of 2028.",
    ]
    lines = [Line("Final Communique of the Meeting", 1)]
    rows = zip(texts, confidences, strict=True)
    lines += [Line(text, number, confidence=value) for number, (text, value) in enumerate(rows, 2)]
    blocks = segment(Reading(tuple(lines), "pdf", "application/pdf", None, "en", "ltr"))
    flags = [flag.flag for block in blocks for flag in block.flags]
    assert ("low_confidence" in flags) is flagged
