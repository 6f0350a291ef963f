"""Specimens of every shape: no character is lost, and a text gives the same ids from text, page and Word-like lines."""

import html
import json
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.identity.eids import name_blocks
from oic_reports.language.characters import fold_line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.cuts import print_with_marks
from oic_reports.structure.report import NoReportError, build_reports
from oic_reports.tables.schema import load_tables

FOLDER = Path(__file__).resolve().parents[1] / "specimens" / "structure"
FILES = sorted(path for path in FOLDER.glob("*/*") if path.is_file() and path.suffix != ".json")
_SHORT = 40
TEXTS = [path for path in FILES if path.suffix == ".txt"]


def read(content, name):
    """A reading and its reports; nothing for a file that is refused."""
    try:
        reading = read_bytes(content, name)
        return reading, build_reports(reading)
    except (UnreadableFileError, NoReportError):
        return None, ()


@cache
def read_specimen(path):
    """A specimen as it is: several tests look at the same reading."""
    return read(path.read_bytes(), path.name)


def squeeze(text):
    return Counter("".join(text.split()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_character_is_lost_or_doubled(path):
    reading, reports = read_specimen(path)
    if reading is None:
        return
    kept = "".join((block.label or "") + block.text_raw for report in reports for block in report.blocks)
    # raw texts keep presentation forms as they were read; a reading gives their letters
    assert squeeze(fold_line(kept, Counter())[0]) == squeeze("".join(map(print_with_marks, reading.lines)))


def test_specimens_that_are_reports_are_read():
    wanted = [
        path for path in FILES if not json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["rejected"]
    ]
    refused = [path.name for path in wanted if not read_specimen(path)[1]]
    assert len(refused) < len(wanted) / 100


def test_every_value_is_of_its_vocabulary():
    """What a specimen gives can be published: no value that the declared tables do not know."""
    tables = load_tables()
    documents = {field.name: field.values for field in tables["documents"].fields if field.values}
    paragraphs = {field.name: field.values for field in tables["paragraphs"].fields if field.values}
    # a block's own language is the column text_language
    paragraphs["language"] = paragraphs.pop("text_language")
    flags = {field.name: field.values for field in tables["flags"].fields if field.values}
    unknown = set()
    for path in FILES:
        for report in read_specimen(path)[1]:
            found = [(documents, report.header)]
            found += [(paragraphs, block) for block in report.blocks]
            found += [(flags, flag) for each in (report, *report.blocks) for flag in each.flags]
            for declared, thing in found:
                for name, values in declared.items():
                    value = getattr(thing, name, None)
                    if value is not None and value not in values:
                        unknown.add((name, value, path.name))
    assert unknown == set()


def outline(reports):
    """Ids and texts of all paragraphs with a number."""
    return [
        (number, block.eid, " ".join(block.text.split()))
        for number, report in enumerate(reports)
        for block in name_blocks(report.blocks)
        if block.ordinal is not None and block.role in {"operative", "preamble", "list_item"}
    ]


def to_page(text):
    lines = [line for line in text.split("\n") if line.strip()]
    return "<html><body>" + "".join(f"<p>{html.escape(line)}</p>\n" for line in lines) + "</body></html>"


def to_breaks(text):
    return "<html><body><div>" + "<br>\n".join(html.escape(line) for line in text.split("\n")) + "</div></body></html>"


def is_wrapped(text):
    """Whether paragraphs are broken into lines: as a page of one paragraph a line they would be other paragraphs."""
    return any(len(a) > _SHORT and a[-1] not in ".;:؛،!?)»" and b.strip() for a, b in pairwise(text.split("\n")))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_ids_are_the_same_in_another_shape(path):
    reading, reports = read_specimen(path)
    if reading is None or reading.encoding != "utf-8":
        return
    text = path.read_text(encoding="utf-8")
    shapes = {"lines of Windows": text.replace("\n", "\r\n"), "line breaks": to_breaks(text)}
    shapes["no-break spaces"] = text.replace(". ", ".\u00a0\u00a0")
    if not is_wrapped(text):
        shapes["a page"] = to_page(text)
    wanted = outline(reports)
    assert [name for name, shape in shapes.items() if outline(read(shape.encode(), path.name)[1]) != wanted] == []


@pytest.mark.parametrize("name", ["lo_docx/ar1", "lo_docx/fr1", "chromium/en1", "typst/ar1"])
def test_ids_are_the_same_from_a_pdf_file_and_its_text(name):
    _, reports = read((FOLDER.parent / "pdf" / f"{name}.pdf").read_bytes(), "x.pdf")
    aside = {"boilerplate", "page_mark", "running_header", "footnote"}
    blocks = [block for block in reports[0].blocks if block.role not in aside]
    text = "\n\n".join(f"{block.label or ''} {block.text}".strip() for block in blocks)
    _, again = read(text.encode(), "x.txt")
    kinds = {"preamble", "operative", "list_item"}
    named = [
        [(block.eid, block.parent) for block in name_blocks(report.blocks) if block.role in kinds]
        for report in (reports[0], again[0])
    ]
    assert len(named[0]) > 5
    assert named[0] == named[1]
