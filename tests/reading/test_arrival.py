"""The judge of what arrived, on specimens of error pages, cut files and sound documents of many servers."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oic_reports.reading.arrival import judge_arrival
from oic_reports.reading.page_faults import find_page_fault
from oic_reports.resources import load_vocabulary

SPECIMENS = Path(__file__).resolve().parents[1] / "specimens" / "received"
REASONS = {row["value"] for row in load_vocabulary("fetch_reasons")}
PROSE = "The Meeting took note of the report of the Chairman and expressed its thanks to the host country. " * 3


def read_truth(name):
    with (SPECIMENS / name / "truth.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def judge(name, row):
    path = SPECIMENS / name / row["file"]
    return judge_arrival(path, row["declared_type"] or None, is_complete=bool(row["content_length"]))


@pytest.mark.parametrize("row", read_truth("open"), ids=lambda row: row["file"])
def test_open_specimens(row):
    arrival = judge("open", row)
    assert (arrival.fault is not None) == (row["verdict"] == "refuse"), (arrival, row["note"])


def is_report(path):
    """Whether a specimen is one; what is not may be any page."""
    truth = path.with_suffix(".json")
    return not truth.exists() or json.loads(truth.read_text(encoding="utf-8")).get("ours", True)


REPORTS = [
    path
    for path in (SPECIMENS.parent / "structure").rglob("*")
    if path.suffix in {".html", ".txt", ".md", ".docx"} and is_report(path)
]


def test_no_report_is_refused():
    """The specimens of structure are reports, short ones and such with lines of sites among them."""
    refused = {path.name: judge_arrival(path, None, is_complete=True) for path in REPORTS}
    assert len(refused) > 150
    assert [name for name, arrival in refused.items() if arrival.fault and "empty" not in name] == []


def test_held_specimens_are_mostly_judged_right():
    """These were never read by whoever wrote the rules; the figures are in the README."""
    rows = read_truth("held")
    right = {verdict: [] for verdict in ("accept", "refuse")}
    for row in rows:
        arrival = judge("held", row)
        right[row["verdict"]].append((arrival.fault is not None) == (row["verdict"] == "refuse"))
    assert sum(right["accept"]) / len(right["accept"]) > 0.95
    assert sum(right["refuse"]) / len(right["refuse"]) > 0.85


def test_every_fault_is_a_reason():
    faults = {judge(name, row).fault for name in ("open", "held") for row in read_truth(name)} - {None}
    assert len(faults) >= 7
    assert faults <= REASONS
    assert {row["fault"] for row in load_vocabulary("page_faults")} <= REASONS


def write(tmp_path, content):
    path = tmp_path / "file"
    path.write_bytes(content)
    return path


def test_only_the_ends_of_a_large_file_are_read(tmp_path):
    whole = b"%PDF-1.7\n" + b"x" * 3_000_000 + b"\nstartxref\n9\n%%EOF\n"
    assert judge_arrival(write(tmp_path, whole), None, is_complete=True).fault is None
    assert judge_arrival(write(tmp_path, whole[:-3000]), None, is_complete=True).fault == "truncated"
    page = b"<html><body>" + f"<p>{PROSE}</p>".encode() * 9000 + b"</body></html>"
    assert judge_arrival(write(tmp_path, page), None, is_complete=False).fault is None
    assert judge_arrival(write(tmp_path, page[:-25]), None, is_complete=False).fault == "truncated"


def test_a_page_cut_in_mid_sentence_is_seen_where_no_length_was_declared(tmp_path):
    page = f"<html><body><p>{PROSE}</p><p>The Meeting also".encode()
    assert judge_arrival(write(tmp_path, page), None, is_complete=False).fault == "truncated"
    assert judge_arrival(write(tmp_path, page), None, is_complete=True).fault is None
    assert judge_arrival(write(tmp_path, page + b"<a hre"), None, is_complete=True).fault == "truncated"


def test_a_word_file_and_other_archives(tmp_path):
    def pack(*names):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name in names:
                archive.writestr(name, "x" * 500)
        return file.getvalue()

    word = pack("[Content_Types].xml", "word/document.xml")
    assert judge_arrival(write(tmp_path, word), None, is_complete=True).fault is None
    assert judge_arrival(write(tmp_path, word[:-30]), None, is_complete=True).fault == "truncated"
    assert judge_arrival(write(tmp_path, word[200:]), None, is_complete=True).fault == "unknown_type"
    assert judge_arrival(write(tmp_path, pack("a.txt")), None, is_complete=True).fault == "unknown_type"
    # the archive says where its directory is: a piece lost from the middle is seen
    assert judge_arrival(write(tmp_path, word[:100] + word[300:]), None, is_complete=True).fault == "truncated"


@pytest.mark.parametrize(
    "said",
    [
        "الصفحة التي تبحث عنها غير موجودة",
        "Désolé, la page demandée est introuvable",
        "We could not find the page you requested",
        "Le service est temporairement indisponible",
        "الموقع تحت الصيانة حالياً",
    ],
)
def test_what_a_heading_says_before_a_menu(said):
    menu = "".join(
        f"<li><a href='/{n}'>News of the Organisation, number {n}, with a long title</a></li>" for n in range(60)
    )
    assert find_page_fault(f"<html><body><h1>{said}</h1><ul>{menu}</ul></body></html>").fault == "error_page"


def test_the_same_words_in_a_report_mean_nothing():
    said = "The page was not found in the archive. Access denied to the mission. Sign in Jeddah. "
    page = f"<html><title>Report</title><body>{f'<p>{PROSE}{said}</p>' * 6}</body></html>"
    assert find_page_fault(page) is None


@given(st.binary(max_size=3000), st.sampled_from([None, "text/html", "text/css", "application/pdf; charset=x"]))
@settings(max_examples=200)
def test_any_bytes_get_a_verdict(tmp_path_factory, content, declared):
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(content)
    arrival = judge_arrival(path, declared, is_complete=False)
    assert (arrival.media_type is not None) or arrival.fault in REASONS


@given(
    st.lists(
        st.sampled_from(
            ["<>/=\"'!-abp{}&;#", "\n\x00\x01\x04é", "ا", "<p>", "<a ", "</a>", "<!--", "-->", "<script", "&#0;"]
        )
    )
)
def test_any_markup_gets_a_verdict(pieces):
    find_page_fault("".join(pieces) + PROSE)


@pytest.mark.parametrize(
    "before", ["<svg class='i'/>", "<!-->", "<!--->", "<svg>", "<select><option>x", "<template/>", "<!-- x -->" * 40]
)
def test_what_stands_before_a_text_does_not_hide_it(tmp_path, before):
    page = f"<html><body>{before}<h1>Report</h1>{f'<p>{PROSE}</p>' * 4}</body></html>"
    assert find_page_fault(page) is None
    assert judge_arrival(write(tmp_path, page.encode()), None, is_complete=True).fault is None


@pytest.mark.parametrize("begin", ["<script>", "<!-- ", "<style>"])
def test_what_is_never_closed_hides_the_rest_as_in_a_browser(begin):
    assert find_page_fault(f"<html><body>{begin}{f'<p>{PROSE}</p>' * 4}").fault in {"empty", "challenge_page"}


def test_a_page_that_is_not_closed_is_a_doubt(tmp_path):
    page = f"<html><body>{f'<p>{PROSE}</p>' * 4}".encode()
    arrival = judge_arrival(write(tmp_path, page), None, is_complete=False)
    assert (arrival.fault, arrival.is_doubt) == ("truncated", True)
    assert judge_arrival(write(tmp_path, page), None, is_complete=True).fault is None


def test_a_text_that_ends_in_mid_word_is_a_doubt(tmp_path):
    text = (PROSE + "and the Con").encode()
    assert judge_arrival(write(tmp_path, text), None, is_complete=False).is_doubt
    assert judge_arrival(write(tmp_path, text), None, is_complete=True).fault is None
