"""A whole fetch over a temporary data home: files of people, inbox, loopback hosts, reports, proposals."""

from __future__ import annotations

import csv
import errno
import itertools
import json
import os
import shutil
from pathlib import Path

import pytest
from server import FakeClock, Reply, Server
from sources_world import html

from oic_reports.disk.locking import hold_lock
from oic_reports.disk.writing import UnwritableError
from oic_reports.jobs.fetch import fetch_all, load_checked
from oic_reports.settings import Settings
from oic_reports.sources.catalogue import CatalogueError, CatalogueRow

CONTACT = "reports@example.org"
TEXT = "The Meeting reaffirmed its commitment to the unity of the country and called on all of the States.\n"
COLUMNS = CatalogueRow.__slots__


class Home:
    """A data home, and hosts that answer its addresses."""

    def __init__(self, folder, server):
        self.folder = folder
        self.raw = folder / "raw"
        self.raw.mkdir(parents=True)
        self.server = server
        self.write("sites.csv", ["site", "hosts", "delay_seconds", "note"], *([s, self.host(s), "", ""] for s in "ab"))
        self.write_catalogue(("a", "/1.html", {}))

    def host(self, site):
        return f"{site}.example:{self.server.port}"

    def address(self, site, path):
        return f"http://{self.host(site)}{path}"

    def write(self, name, *rows):
        with (self.raw / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def write_catalogue(self, *rows, name="catalogue.csv"):
        """Rows as (site, path, other cells)."""
        given = {"language": "en", "state": "active", "first_seen": "2026-11-24"}
        filled = [{"address": self.address(site, path), "site": site, **given, **cells} for site, path, cells in rows]
        self.write(name, COLUMNS, *([row.get(column, "") for column in COLUMNS] for row in filled))

    def write_rules(self, *rules):
        """Rules as (site, path of the index page, pattern behind the host)."""
        header = ["site", "index_address", "link_pattern", "language", "document_type", "note"]
        rows = [
            [site, self.address(site, path), f"https?://{site}[.]example:[0-9]+{p}", "", "", ""]
            for site, path, p in rules
        ]
        self.write("discovery.csv", header, *rows)

    def drop(self, name="brought.txt"):
        """Put a file into the inbox."""
        (self.raw / "inbox").mkdir(exist_ok=True)
        path = self.raw / "inbox" / name
        path.write_text(TEXT * 5, encoding="utf-8")
        return path

    def fetch(self, *, download=True, contact=CONTACT, **values):
        settings = Settings(data_home=self.folder, contact=contact, allow_loopback=True)
        return fetch_all(settings, self.server.clock, download=download, resolver=self.server.resolve, **values)

    def runs(self):
        """Names of the reports that were written."""
        return sorted(path.name for path in (self.raw / "runs").glob("*")) if (self.raw / "runs").exists() else []

    def proposals(self):
        with (self.raw / "proposals.csv").open(encoding="utf-8", newline="") as file:
            return {row["address"].split(str(self.server.port))[1]: row for row in csv.DictReader(file)}

    def files(self):
        """What lies in the folders of received files."""
        return sorted(path.name for path in (self.raw / "reports").rglob("*") if path.is_file())


def answer(request):
    """Every host has an index page, pages with a number, and no rules."""
    if request.path == "/":
        return Reply(body=b"<p><a href=1.html>known</a> <a href=7.html>Final Communique</a> <a href=x>no</a></p>")
    return html(request.host + request.path) if request.path.endswith(".html") else None


@pytest.fixture
def home(tmp_path):
    with Server(FakeClock()) as server:
        server.routes |= {"a.example": answer, "b.example": answer}
        yield Home(tmp_path / "home", server)


@pytest.fixture(scope="module")
def visited(tmp_path_factory):
    """A home after a run with everything in it, and the report of the run."""
    with Server(FakeClock()) as server:
        server.routes |= {"a.example": answer, "b.example": answer}
        home = Home(tmp_path_factory.mktemp("visited") / "home", server)
        home.write_catalogue(
            ("a", "/1.html", {}),
            ("a", "/bad.html", {"date": "yesterday"}),
            ("a", "/ignored.html", {"state": "ignored"}),
            ("b", "/1.html", {}),
            ("b", "/2.pdf", {}),
        )
        home.write_rules(("a", "/", "/[0-9]+[.]html"), ("b", "/missing", "/.*"))
        home.drop()
        before = (home.raw / "catalogue.csv").read_bytes()
        report = home.fetch()
        assert (home.raw / "catalogue.csv").read_bytes() == before
        yield home, report


# a run with everything in it


def test_good_addresses_are_visited(visited):
    home, report = visited
    assert [(outcome.address, outcome.outcome) for outcome in report.outcomes] == [
        (home.address("a", "/1.html"), "new"),
        (home.address("b", "/1.html"), "new"),
        (home.address("b", "/2.pdf"), "gone"),
    ]
    assert report.stopped is None
    assert all((home.raw / outcome.file_name).is_file() for outcome in report.outcomes if outcome.file_name)


def test_a_bad_row_is_left_out_and_named_with_the_reason(visited):
    home, report = visited
    assert list(report.left_out) == [home.address("a", "/bad.html")]
    assert "date" in report.left_out[home.address("a", "/bad.html")]
    assert home.server.asked("a.example", "/bad.html") == []


def test_a_row_that_is_not_wanted_is_not_asked_for(visited):
    home, _ = visited
    assert home.server.asked("a.example", "/ignored.html") == []


def test_the_inbox_is_taken_in_by_the_same_run(visited):
    home, report = visited
    assert [(entry.name, entry.outcome) for entry in report.taken] == [("brought.txt", "filed")]
    assert list((home.raw / "inbox").iterdir()) == []
    assert {"brought.txt", "brought.txt.json", "1.html", "1.html.json"} <= set(home.files())


def test_every_request_says_who_asks(visited):
    home, _ = visited
    agents = {request.headers["user-agent"] for request in home.server.requests}
    (agent,) = agents
    assert agent.startswith("oic-reports/")
    assert agent.endswith(f"(+{CONTACT})")


def test_a_run_keeps_the_pause_of_the_settings(visited):
    home, _ = visited
    times = [request.at for request in home.server.requests if request.host == "a.example"]
    assert len(times) == 3
    assert all(later - earlier >= 3 for earlier, later in itertools.pairwise(times))


def test_the_report_is_kept_in_both_forms(visited):
    home, report = visited
    assert home.runs() == [f"{report.name}.json", f"{report.name}.md"]
    assert (home.raw / "runs" / f"{report.name}.md").read_text(encoding="utf-8") == report.to_markdown()
    values = json.loads((home.raw / "runs" / f"{report.name}.json").read_text(encoding="utf-8"))
    assert values["counts"]["new"] == 2
    assert values["inbox"][0]["name"] == "brought.txt"
    assert values["proposed"] == [home.address("a", "/7.html")]
    assert report.ended > report.begun


def test_proposals_lie_in_a_file_of_the_catalogues_form(visited):
    home, report = visited
    assert report.proposed == [home.address("a", "/7.html")]
    (row,) = home.proposals().values()
    assert tuple(row) == COLUMNS
    assert (row["site"], row["title"], row["first_seen"]) == ("a", "Final Communique", "2026-11-25")


def test_an_index_page_that_fails_is_a_remark(visited):
    home, report = visited
    (remark,) = report.remarks
    assert remark.startswith(f"index page {home.address('b', '/missing')}: gone")


def test_nothing_is_left_on_its_way(visited):
    home, _ = visited
    assert list((home.raw / ".incoming").iterdir()) == []


# runs that visit nothing


def test_without_download_nothing_is_sent(home):
    home.drop()
    report = home.fetch(download=False, contact=None)
    assert [entry.outcome for entry in report.taken] == ["filed"]
    assert (list(report.outcomes), report.stopped) == ([], None)
    assert home.server.requests == []
    assert home.runs() == [f"{report.name}.json", f"{report.name}.md"]


def test_without_download_and_files_no_report_is_written(home):
    home.fetch(download=False)
    assert home.runs() == []


def test_without_a_contact_the_inbox_is_taken_in_and_nothing_is_sent(home):
    home.drop()
    report = home.fetch(contact=None)
    assert "OIC_REPORTS_CONTACT" in report.stopped
    assert [entry.outcome for entry in report.taken] == ["filed"]
    assert home.server.requests == []
    assert len(home.runs()) == 2


def test_the_kept_report_says_which_setting_is_missing(home):
    report = home.fetch(contact=None)
    assert "OIC_REPORTS_CONTACT" in (home.raw / "runs" / f"{report.name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("catalogue.csv", b"address,site\nx,y\n", "catalogue.csv, line 1: missing columns"),
        ("catalogue.csv", b"\xff\xfe", "catalogue.csv, line 1: not UTF-8"),
        ("catalogue.csv", ",".join(COLUMNS).encode() + b"\n,,\n1,2,3\n", "catalogue.csv, line 3: 3 cells"),
        ("sites.csv", b"site,hosts,delay_seconds,note\na,a.example,often,\n", "sites.csv, line 2"),
        ("discovery.csv", b"site\n", "discovery.csv, line 1"),
        ("catalogue.csv", None, "catalogue.csv: the file is missing"),
    ],
)
def test_a_damaged_file_stops_the_visits_with_its_name_and_line(home, name, content, where):
    home.drop()
    (home.raw / name).unlink(missing_ok=True)
    if content is not None:
        (home.raw / name).write_bytes(content)
    report = home.fetch()
    assert report.stopped.startswith("nothing was fetched: ")
    assert where in report.stopped
    assert [entry.outcome for entry in report.taken] == ["filed"]
    assert home.server.requests == []
    assert len(home.runs()) == 2


def test_a_second_fetch_at_the_same_time_does_nothing(home):
    home.drop()
    with hold_lock(home.raw / ".fetch" / "lock"):
        report = home.fetch()
    assert "another fetch is running" in report.stopped
    assert report.taken == ()
    assert (home.raw / "inbox" / "brought.txt").exists()
    assert home.server.requests == []
    assert home.runs() == []


def test_a_raw_folder_that_cannot_be_written_is_said_in_a_sentence(home):
    dropped = home.drop()
    (home.raw / ".fetch").write_text("a file where the folder of the fetch belongs", encoding="utf-8")
    with pytest.raises(UnwritableError, match=r"raw cannot be written \(File exists\): mend its owner"):
        home.fetch(download=False)
    assert dropped.is_file()


def test_a_raw_folder_that_may_only_be_read_does_no_harm_where_nothing_is_to_write(home, monkeypatch):
    def refuse(path, **_):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    (home.raw / "inbox").mkdir()
    monkeypatch.setattr(Path, "unlink", refuse)
    assert home.fetch(download=False).taken == ()


def test_what_an_interrupted_run_left_on_its_way_is_removed(home):
    left = home.raw / ".incoming" / "x" / "body"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"x")
    (home.raw / "inbox").mkdir(exist_ok=True)
    (home.raw / "inbox" / "report.txt").write_bytes(b"The Meeting agreed on the following.")
    home.fetch(download=False)
    assert not left.exists()


def test_the_lock_is_free_after_a_run(home):
    home.fetch(download=False)
    assert home.fetch(download=False).stopped is None


def test_a_name_that_is_no_text_stops_no_run(home):
    # names out of old archives are in the code page of their maker
    home.drop("plain.txt")
    shutil.move(home.raw / "inbox" / "plain.txt", home.raw / "inbox" / os.fsdecode("تقرير.txt".encode("cp1256")))
    report = home.fetch(download=False)
    assert [entry.outcome for entry in report.taken] == ["filed"]
    assert len(home.runs()) == 2


# what is checked before


def test_a_site_that_fails_its_check_stops_all(home):
    home.write("sites.csv", ["site", "hosts", "delay_seconds", "note"], ["A Site", home.host("a"), "", ""])
    with pytest.raises(CatalogueError, match=r"sites\.id_grammar"):
        load_checked(home.raw)


def test_a_bad_rule_leaves_its_index_page_out(home):
    home.write_rules(("a", "/", "/("), ("b", "/", "/.*"))
    catalogue, left_out = load_checked(home.raw)
    assert [rule.site for rule in catalogue.rules] == ["b"]
    assert list(left_out) == [home.address("a", "/")]


def test_an_index_page_on_an_unknown_host_is_left_out(home):
    home.write_rules(("c", "/", "/.*"))
    catalogue, left_out = load_checked(home.raw)
    assert catalogue.rules == ()
    assert list(left_out) == [home.address("c", "/")]


def test_a_bad_rule_takes_no_row_with_it(home):
    # the report's own page may be the index of others
    home.write_rules(("a", "/1.html", "/("))
    catalogue, _ = load_checked(home.raw)
    assert [row.address for row in catalogue.rows] == [home.address("a", "/1.html")]


def test_a_bad_rule_takes_no_other_rule_of_its_page_with_it(home):
    home.write_rules(("a", "/", "/("), ("a", "/", "/en/.*"))
    catalogue, _ = load_checked(home.raw)
    assert [rule.link_pattern for rule in catalogue.rules] == ["https?://a[.]example:[0-9]+/en/.*"]


# further runs


def test_one_site_alone(home):
    home.write_catalogue(("a", "/1.html", {}), ("b", "/1.html", {}))
    home.write_rules(("a", "/", "/.*"), ("b", "/", "/.*"))
    report = home.fetch(site="b")
    assert [outcome.site for outcome in report.outcomes] == ["b"]
    assert {request.host for request in home.server.requests} == {"b.example"}
    assert {row["site"] for row in home.proposals().values()} == {"b"}


def test_proposals_of_an_earlier_run_stay_until_somebody_deals_with_them(home):
    home.write_rules(("a", "/", "/[0-9]+[.]html"))
    home.write_catalogue(("b", "/earlier.html", {}), ("b", "/dealt-with.html", {}), name="proposals.csv")
    home.write_catalogue(("a", "/1.html", {}), ("b", "/dealt-with.html", {"state": "ignored"}))
    report = home.fetch()
    assert list(home.proposals()) == ["/earlier.html", "/7.html"]
    assert report.proposed == [home.address("a", "/7.html")]


def test_a_row_that_was_left_out_is_not_proposed_as_a_new_one(home):
    home.write_rules(("a", "/", "/[0-9]+[.]html"))
    home.write_catalogue(("a", "/1.html", {}), ("a", "/7.html", {"state": "ignord"}))
    report = home.fetch()
    assert list(report.left_out) == [home.address("a", "/7.html")]
    assert list(report.proposed) == []


@pytest.mark.parametrize("content", [b"address;site\n", b"\xff\xfe"], ids=["semicolons", "not UTF-8"])
def test_a_damaged_file_of_proposals_is_said_and_kept(home, content):
    home.write_rules(("a", "/", "/[0-9]+[.]html"))
    (home.raw / "proposals.csv").write_bytes(content)
    report = home.fetch()
    assert [outcome.outcome for outcome in report.outcomes] == ["new"]
    assert "proposals.csv" in report.to_markdown()
    assert (home.raw / "proposals.csv").read_bytes() == content
    assert len(home.runs()) == 2


def test_a_contact_that_no_header_can_hold_is_said(home):
    report = home.fetch(contact="Équipe des rapports, reports@example.org")
    assert "OIC_REPORTS_CONTACT" in report.stopped
    assert home.server.requests == []


@pytest.mark.parametrize("step", ["keep_rests", "mark_told"])
def test_a_store_that_goes_away_at_the_end_leaves_the_report_of_what_was_received(home, monkeypatch, step):
    from oic_reports.sources.fetch_run import FetchRun
    from oic_reports.sources.object_store import StoreError

    home.write_rules(("a", "/", "/[0-9]+[.]html"))
    run = FetchRun.run

    def run_and_lose(self, rows):
        outcomes = run(self, rows)

        def fail(*_):
            raise StoreError("the object store cannot be written")

        monkeypatch.setattr(FetchRun, step, fail)
        return outcomes

    monkeypatch.setattr(FetchRun, "run", run_and_lose)
    report = home.fetch()
    assert "the object store cannot be written" in report.stopped
    assert [outcome.outcome for outcome in report.outcomes] == ["new"]
    (kept,) = (home.raw / "runs").glob("*.json")
    assert json.loads(kept.read_text())["counts"]["new"] == 1
