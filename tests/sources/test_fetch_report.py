"""The report of a fetch run: what it says, what it leaves to the counts, and what a server's words cannot do in it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from markdown_it import MarkdownIt

from oic_reports.resources import load_vocabulary
from oic_reports.sources.fetch_report import FetchReport
from oic_reports.sources.inbox import Taken
from oic_reports.sources.outcome import Outcome

BEGUN = datetime(2026, 11, 25, 2, 17, 5, tzinfo=UTC)
ENDED = BEGUN + timedelta(hours=1)
OUTCOMES = [row["value"] for row in load_vocabulary("fetch_outcomes")]
REASONS = [row["value"] for row in load_vocabulary("fetch_reasons")]
A, B = "http://a.example/1.html", "http://a.example/2.html"
# tokens of a parsed page that only structure or plain text, as the report itself writes them
OURS = {"text", "code_inline", "softbreak", "inline"} | {
    f"{name}_{end}" for name in ("heading", "paragraph", "bullet_list", "list_item") for end in ("open", "close")
}


def one(outcome="new", address=A, site="a", **values):
    return Outcome(address, site, outcome, **values)


def report(*outcomes, **values):
    return FetchReport(BEGUN, ENDED, outcomes=outcomes, **values)


def headings(text):
    return re.findall(r"^## (.*)$", text, re.MULTILINE)


def entries(text, heading):
    """The entries of the section that begins with a heading."""
    (section,) = [part for part in text.split("\n## ")[1:] if part.startswith(heading)]
    return [line.removeprefix("- ") for line in section.splitlines() if line.startswith("- ")]


def tokens(text):
    return [token for block in MarkdownIt("commonmark").parse(text) for token in (block, *(block.children or ()))]


# what is said


def test_the_name_is_the_moment_of_the_beginning():
    assert report().name == "2026-11-25T021705Z"


def test_every_outcome_is_counted_in_the_order_of_the_vocabulary():
    found = report(one("failed"), one("new"), one("new", B)).count()
    assert list(found) == OUTCOMES
    assert {name: number for name, number in found.items() if number} == {"new": 2, "failed": 1}


def test_the_headline_names_what_there_was():
    assert "2 new, 1 failed" in report(one("failed"), one("new"), one("new", B)).to_markdown().splitlines()


def test_a_run_without_addresses_says_so():
    text = report().to_markdown()
    assert text == "# Fetch of 2026-11-25 02:17 UTC\n\nNo address was visited.\n"


def test_what_has_not_changed_has_no_section():
    text = report(one("unchanged")).to_markdown()
    assert "1 unchanged" in text
    assert headings(text) == []
    assert A not in text


SECTIONS = {
    "New": report(one("new", file_name="reports/a/1.html")),
    "Changed": report(one("changed", file_name="reports/a/1.html")),
    "Moved for good": report(one("unchanged", moved_to=B)),
    "Failing for days": report(one("failed", reason="timeout", is_due=True)),
    "Working again": report(one("unchanged", recovered=True)),
    "Gone": report(one("gone", reason="gone")),
    "Refused": report(one("refused", reason="error_page")),
    "Failed": report(one("failed", reason="timeout")),
    "Not asked in this run": report(one("waiting", reason="run_over")),
    "Rows of the catalogue that were left out": report(left_out={A: "rule: why"}),
    "Inbox": report(taken=(Taken("x.pdf", "filed", "reports/2026/x.pdf", ""),)),
    "Proposed for the catalogue": report(proposed=[A]),
}


@pytest.mark.parametrize("heading", SECTIONS)
def test_a_section_appears_where_it_is_needed_and_alone(heading):
    (found,) = headings(SECTIONS[heading].to_markdown())
    assert found.startswith(heading)


def test_sections_stand_in_the_order_of_their_use():
    each = [outcome for name in SECTIONS for outcome in SECTIONS[name].outcomes]
    text = report(*each, left_out={A: "x"}, taken=SECTIONS["Inbox"].taken, proposed=[A]).to_markdown()
    assert [found.startswith(name) for found, name in zip(headings(text), SECTIONS, strict=True)] == [True] * 12


@pytest.mark.parametrize("outcome", ["new", "changed"])
def test_what_was_received_is_named_with_its_file(outcome):
    text = report(one(outcome, file_name="reports/a/1.html")).to_markdown()
    assert entries(text, outcome.capitalize()) == [f"`{A}`: `reports/a/1.html`"]


def test_a_copy_from_the_archive_is_called_one():
    text = report(one("new", reason="gone", file_name="reports/a/1.html", from_archive=True)).to_markdown()
    assert "from the archive" in entries(text, "New")[0]


def test_a_moved_address_is_named_with_the_new_one():
    assert entries(report(one("new", moved_to=B)).to_markdown(), "Moved") == [f"`{A}` is now `{B}`"]


def test_a_fault_is_named_with_its_meaning_and_detail():
    text = report(one("refused", reason="error_page", detail="'404 error' in the title")).to_markdown()
    assert entries(text, "Refused") == [f"`{A}`: an error page: `'404 error' in the title`"]


def test_a_failure_of_days_says_since_when_and_stands_in_one_section():
    outcome = one("failed", reason="timeout", is_due=True, failing_since=BEGUN - timedelta(days=4))
    text = report(outcome).to_markdown()
    assert len(headings(text)) == 1
    assert "since 2026-11-21" in entries(text, "Failing for days")[0]


def test_what_works_again_is_named():
    assert entries(report(one("unchanged", recovered=True)).to_markdown(), "Working again") == [f"`{A}`"]


@pytest.mark.parametrize(("outcome", "heading"), [("gone", "Gone"), ("refused", "Refused"), ("failed", "Failed")])
def test_what_is_as_before_is_counted_and_not_listed(outcome, heading):
    text = report(
        one(outcome, "http://a.example/old.html", reason="gone", is_repeated=True),
        one(outcome, "http://a.example/older.html", reason="gone", is_repeated=True),
        one(outcome, A, reason="gone"),
    ).to_markdown()
    assert entries(text, heading)[0] == "2 as before (in the JSON file)"
    assert "/old" not in text
    assert A in text


def test_what_waits_is_listed_each_time():
    text = report(one("waiting", reason="site_busy", is_repeated=True)).to_markdown()
    assert A in entries(text, "Not asked")[0]


def test_many_addresses_of_a_site_with_one_reason_are_one_entry():
    outcomes = [
        one("failed", f"http://{site}.example/{number}.html", site, reason=reason, detail="d")
        for site, reason, number in [
            ("b", "timeout", 1),
            ("a", "gone", 3),
            *(("a", "timeout", n) for n in range(4, 10)),
        ]
    ]
    assert entries(report(*outcomes).to_markdown(), "Failed") == [
        "`http://a.example/3.html`: the server says that nothing is there: `d`",
        "a: 6 addresses (all of them are in the JSON file): no answer in time, such as `http://a.example/4.html`: `d`",
        "`http://b.example/1.html`: no answer in time: `d`",
    ]


def test_a_group_that_fails_for_days_begins_with_its_first_failure():
    outcomes = [
        one("failed", address, reason="timeout", is_due=True, failing_since=BEGUN - timedelta(days=days))
        for address, days in ((A, 3), (B, 9))
    ]
    assert "since 2026-11-16" in entries(report(*outcomes).to_markdown(), "Failing for days")[0]


def test_a_long_list_is_cut_and_says_so():
    outcomes = [one("new", f"http://a.example/{number}.html", file_name="x") for number in range(130)]
    listed = entries(report(*outcomes).to_markdown(), "New")
    assert len(listed) == 101
    assert listed[-1].startswith("and 30 more")


def test_a_stopped_run_says_why_in_place_of_counts():
    text = report(stopped="nothing was fetched: nobody asked").to_markdown()
    assert text.splitlines()[2] == "Stopped: nothing was fetched: nobody asked"


def test_why_a_run_stopped_is_said_letter_for_letter():
    stopped = "nothing was fetched: say who asks (OIC_REPORTS_CONTACT: a mail address), see /Data/Raw/catalogue.csv"
    assert "OIC_REPORTS_CONTACT" in report(stopped=stopped).to_markdown()
    assert "/Data/Raw/catalogue.csv" in report(stopped=stopped).to_markdown()


def test_remarks_are_said():
    assert "- `index page x: timeout: y`" in report(remarks=["index page x: timeout: y"]).to_markdown().splitlines()


def test_notes_of_the_inbox_are_said():
    text = report(taken=(Taken("x.pdf", "left", None, "a link is not taken in"),)).to_markdown()
    assert entries(text, "Inbox") == ["`x.pdf`: left. a link is not taken in"]


# what a server's words cannot do

HOSTILE = {
    "back-ticks": "a`b``c```d",
    "closing span": "` **bold** ` # heading",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "comment": "<!-- ",
    "link": "[click](javascript:alert(1)) ![picture](http://evil.example/x.png)",
    "bare address": "<http://evil.example> http://evil.example",
    "new lines": "x\n\n## Heading\n\n- entry\n> quote\n```\ncode\r\n\r\n***\u2028# a\u2029# b\x0b# c\x85# d",
    "direction": "x\u202egnp.exe\u202c \u2066y\u2069 \u200f\u200e\u061c",
    "invisible": "x\u200b\u00ad\ufeff\U000e0041y",
    "controls": "x\x00\x1b[31m\x07\x9b\x7fy",
    "surrogate": "x\udc80y",
    "long": "z" * 10_000,
    "long line of marks": "`*_[" * 2_500,
    "entities": "&lt;b&gt; &#x202e;",
    "only marks": "```",
    "only white space": " \n\t ",
}


def quote(detail):
    """A report in which a server's words stand wherever they can."""
    address = f"http://a.example/{detail}"
    return report(
        one("new", address, file_name=detail),
        one("unchanged", address, moved_to=detail),
        one("unchanged", address, recovered=True),
        one("failed", address, reason="timeout", detail=detail, is_due=True),
        one("refused", address, reason="status", detail=detail),
        one("refused", A, "b", reason="status", detail=detail),
        one("refused", B, "b", reason="status", detail=detail),
        taken=(Taken(detail, "filed", None, ""),),
        left_out={address: "rule: why"},
        proposed=[address],
    )


@pytest.mark.parametrize("detail", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_words_stay_in_their_span_of_code(detail):
    text = quote(detail).to_markdown()
    found = tokens(text)
    assert {token.type for token in found} <= OURS
    harmless = tokens(quote("x").to_markdown())
    assert [t.type for t in found if t.type.endswith("_open")] == [t.type for t in harmless if t.type.endswith("_open")]
    outside = " ".join(token.content for token in found if token.type == "text")
    assert not re.search(r"evil|script|alert|bold|click|png|zz", outside)


@pytest.mark.parametrize("detail", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_words_bring_no_unseen_character(detail):
    text = quote(detail).to_markdown()
    assert all(letter.isprintable() for letter in text.replace("\n", ""))
    assert text.encode()


def test_a_long_detail_is_cut_at_300_characters():
    text = report(one("failed", reason="timeout", detail="z" * 10_000)).to_markdown()
    assert f"`{'z' * 300}…`" in text


@pytest.mark.parametrize(
    "words", ["a *b* **c**", "`d`", "[e](http://evil.example)", "<b>f</b>", "x\u202ey", "http://evil.example/x"]
)
def test_words_of_a_server_in_a_remark_are_no_mark_up(words):
    text = report(remarks=[f"index page {A}: redirect_broken: redirected to what is no address: {words}"]).to_markdown()
    found = tokens(text)
    assert {token.type for token in found} <= OURS
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)
    # a page that makes links of bare addresses finds none of theirs outside of code
    assert "http://evil" not in " ".join(token.content for token in found if token.type == "text")


# for programs


def test_json_has_everything():
    outcome = one(
        "failed",
        reason="timeout",
        detail="d`<é",
        file_name="reports/x",
        from_archive=True,
        moved_to=B,
        failing_since=BEGUN - timedelta(days=4),
        is_due=True,
        is_repeated=True,
        recovered=True,
    )
    assert all(getattr(outcome, name) for name in Outcome.__slots__)
    full = report(
        outcome,
        taken=(Taken("x.pdf", "filed", "reports/x.pdf", "note"),),
        left_out={A: "why"},
        proposed=(B,),
        remarks=("remark",),
        stopped="why",
    )
    values = json.loads(full.to_json())
    (row,) = values.pop("outcomes")
    assert datetime.fromisoformat(row.pop("failing_since")) == outcome.failing_since
    assert row == {name: getattr(outcome, name) for name in Outcome.__slots__ if name != "failing_since"}
    assert datetime.fromisoformat(values.pop("begun")) == BEGUN
    assert datetime.fromisoformat(values.pop("ended")) == ENDED
    assert values.pop("counts") == full.count()
    assert values == {
        "inbox": [{"name": "x.pdf", "outcome": "filed", "file_name": "reports/x.pdf", "note": "note"}],
        "left_out": {A: "why"},
        "proposed": [B],
        "remarks": ["remark"],
        "stopped": "why",
    }


def test_json_lists_what_markdown_only_counts():
    outcomes = [
        one("failed", f"http://a.example/{number}", reason="timeout", is_repeated=True) for number in range(200)
    ]
    assert len(json.loads(report(*outcomes).to_json())["outcomes"]) == 200


@pytest.mark.parametrize("detail", HOSTILE.values(), ids=list(HOSTILE))
def test_json_keeps_hostile_words_as_they_are_and_can_be_written(detail):
    content = report(one("failed", reason="timeout", detail=detail), taken=(Taken(detail, "left", None, ""),)).to_json()
    assert json.loads(content)["outcomes"][0]["detail"] == detail
    assert content.encode()


def test_moments_in_json_have_one_form():
    values = json.loads(report(one("failed", reason="timeout", failing_since=BEGUN)).to_json())
    assert values["outcomes"][0]["failing_since"] == values["begun"]


# the words of the report


@pytest.mark.parametrize("name", ["fetch_outcomes", "fetch_reasons"])
def test_every_value_has_a_meaning_in_three_languages(name):
    rows = load_vocabulary(name)
    assert len({row["value"] for row in rows}) == len(rows)
    for row in rows:
        assert re.fullmatch("[a-z]+(?:_[a-z]+)*", row["value"])
        assert list(row) == ["value", "en", "ar", "fr"]
        assert all(value and value == value.strip() for value in row.values()), row
        assert re.search("[\u0621-\u064a]", row["ar"])
        assert not re.search("[\u0600-\u06ff]", row["en"] + row["fr"])
        assert row["en"] != row["fr"]


def test_the_reasons_of_the_code_are_those_of_the_vocabulary(root):
    folder = root / "src" / "oic_reports"
    # what is wrong with a sidecar is another vocabulary's
    paths = [path for path in (folder / "sources").glob("*.py") if path.name != "sidecar.py"]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    named = {name for text in texts for name in re.findall(r'reason = "([a-z_]+)"', text)}
    assert {"robots_disallow", "site_busy", "too_large"} <= named
    assert named <= set(REASONS)


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_said_in_words(reason):
    meaning = next(row["en"] for row in load_vocabulary("fetch_reasons") if row["value"] == reason)
    assert meaning in entries(report(one("failed", reason=reason)).to_markdown(), "Failed")[0]


def test_what_waits_in_the_inbox_for_somebody_is_counted():
    taken = [Taken("x", outcome, None, "why") for outcome in ("left", "filed", "known", "passed_over", "left")]
    assert report(taken=taken).count_left() == 2
    assert report().count_left() == 0
