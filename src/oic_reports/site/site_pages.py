"""A release to a site: which pages there are, what each is made of, and the order in which they are written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from oic_reports.isolation.parent import Limits
from oic_reports.resources import find_declared
from oic_reports.site import crops, overview
from oic_reports.site.changes_page import describe_changes
from oic_reports.site.coverage import count_coverage, draw_coverage, year_of
from oic_reports.site.names import check_id, name_body, slug_body
from oic_reports.site.page_words import Words
from oic_reports.site.quality_page import describe_quality
from oic_reports.site.release_contents import Holdings, Row
from oic_reports.site.rendering import Printer, print_start
from oic_reports.site.search_index import put_index
from oic_reports.site.shown_report import Neighbours, show_report
from oic_reports.site.site_folder import SiteFolder, mark_of
from oic_reports.site.together import align, find_pairs, order_versions
from oic_reports.tables.on_disk import let_go
from oic_reports.tables.schema import LANGUAGES

_HERE = Path(__file__).resolve().parent
# reports that a page names as of the same meeting
_MOST_RELATED = 20
# marks in the picture of the first page, and rows of its numbers: a first page is light; the rest is one page further
_MOST_MARKS = 80
_MOST_NUMBERS = 100
# reports or works after which memory of tables is given back
_BEFORE_LETTING_GO = 128
_LIMITS = Limits(seconds=180.0, memory_bytes=1 << 30, max_file_bytes=50 << 20, output_bytes=256 << 20)


@dataclass(frozen=True, slots=True)
class Built:
    """What came of it: the folder, the number of its files, of those written now, of reports without pictures."""

    folder: Path
    files: int
    written: int
    crops_missing: int


def build_site(
    release: Path,
    out: Path,
    *,
    find_raw: Callable[[str], Path] | None = None,
    contact: str | None = None,
    limits: Limits = _LIMITS,
) -> Built:
    """Make or bring up to date the site of a release.

    Args:
        release: the folder of the release.
        out: the folder of the site.
        find_raw: where a received file is, by its ``file_name``; None where received files are not here.
        contact: where errors are reported.
        limits: what the drawing of pages of one source may take.

    Raises:
        NoReleaseError: the folder is no release.
        UnsafeIdError: an id of the release cannot be the name of a page.
    """
    holdings = Holdings(release)
    site = SiteFolder(out)
    maker = _Maker(holdings, site, Printer(contact), contact or "")
    try:
        maker.put_fixed()
        missing = maker.put_reports(find_raw, limits)
        maker.put_together()
        maker.put_overview()
    finally:
        holdings.close()
    return Built(out, site.close(), site.written, missing)


@cache
def _mark_code() -> str:
    """A hash of everything that pages are made by: this folder, and the words of vocabularies."""
    parts = [path.read_bytes() for path in sorted(_HERE.rglob("*")) if path.is_file() and path.suffix != ".pyc"]
    schemas = find_declared("schemas")
    parts += [(schemas / name).read_bytes() for name in ("fields.yaml", "tables.yaml")]
    folder = schemas / "vocabularies"
    parts += [entry.read_bytes() for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)]
    return mark_of(*parts)


class _Maker:
    """Puts the pages of one release into one folder."""

    def __init__(self, holdings: Holdings, site: SiteFolder, printer: Printer, contact: str) -> None:
        self._holdings, self._site, self._printer = holdings, site, printer
        self._base = mark_of(_mark_code(), contact)
        self._words = {language: Words(language) for language in LANGUAGES}
        self._bodies: dict[str, list[overview.ListedBody]] = {}

    def put_fixed(self) -> None:
        """Scripts, styles, the release's own files, and what scripts read of it."""
        site, holdings = self._site, self._holdings
        site.put("index.html", self._base, print_start)
        for path in sorted((_HERE / "static").iterdir()):
            site.put(f"static/{path.name}", mark_of(self._base, path.name), path.read_bytes)
        put_index(holdings, site)
        for file in holdings.files:
            site.copy(f"data/{holdings.version}/{file.name}", holdings.folder / file.name, file.sha256)
        facts = {
            "version": holdings.version,
            "released": holdings.released,
            "title": holdings.package["title"],
            "author": "The oic-reports maintainers",
        }
        site.put("release.json", mark_of(facts), lambda: json.dumps(facts, ensure_ascii=False, indent=1) + "\n")
        rows = count_coverage(holdings)
        site.put("coverage.csv", mark_of(rows), lambda: _print_csv(rows))

    def put_reports(self, find_raw: Callable[[str], Path] | None, limits: Limits) -> int:
        """The pages of all reports; the number of those whose pictures are missing."""
        neighbours = _find_neighbours(self._holdings)
        missing = 0
        for number, (document_id, row) in enumerate(self._holdings.documents.items()):
            check_id(document_id)
            if number % _BEFORE_LETTING_GO == 0:
                let_go()
            pictures, why = self._cut(row, find_raw, limits)
            missing += why is not None
            around = neighbours[document_id]
            shown = [self._holdings.documents[name] for name in (*around.versions, *around.related)]
            held = self._holdings.rows_of("document_sources", document_id)
            sources = [self._holdings.sources.get(name) for name in (row["source_id"], *(h["source_id"] for h in held))]
            meeting = self._holdings.meetings.get(row["meeting_id"] or "")
            mark = mark_of(
                self._base, self._holdings.mark_of(document_id), around, shown, sources, meeting, pictures, why
            )
            for language, words in self._words.items():
                page = f"reports/{document_id}.html"
                make = partial(self._print_report, document_id, around, pictures, why, page, words)
                self._site.put(f"{language}/{page}", mark, make)
            self._site.put(f"json/{document_id}.json", mark, partial(self._print_json, document_id))
        return missing

    def _cut(
        self, row: Row, find_raw: Callable[[str], Path] | None, limits: Limits
    ) -> tuple[Mapping[str, Sequence[crops.Crop]], str | None]:
        source = self._holdings.sources.get(row["source_id"])
        if source is None or not crops.is_pdf(source):
            return {}, None
        boxes = self._holdings.rows_of("boxes", row["document_id"])
        path = find_raw(source["file_name"]) if find_raw else None
        pictures, why = crops.cut_crops(source, boxes, path, self._site.root, limits)
        for found in pictures.values():
            for picture in found:
                self._site.keep(picture.address)
        return pictures, why

    def _print_report(
        self,
        document_id: str,
        neighbours: Neighbours,
        pictures: Mapping[str, Sequence[crops.Crop]],
        why: str | None,
        page: str,
        words: Words,
    ) -> str:
        report = show_report(document_id, self._holdings, neighbours, pictures, why, words)
        return self._printer.print_page("reader", page, words, report=report)

    def _print_json(self, document_id: str) -> str:
        tables = {name: rows.to_pylist() for name, rows in self._holdings.slices_of(document_id)}
        content = {"document": self._holdings.documents[document_id], **tables}
        return json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n"

    def put_together(self) -> None:
        """A page for each work that is here in several languages."""
        documents = self._holdings.documents
        for number, (work, ids) in enumerate(_find_works(self._holdings).items()):
            if number % _BEFORE_LETTING_GO == 0:
                let_go()
            ordered = order_versions(documents, ids)
            pairs = self._holdings.list_pairs(work)
            mark = mark_of(self._base, *(self._holdings.mark_of(name) for name in ordered), pairs)
            for language, words in self._words.items():
                page = f"together/{work}.html"
                self._site.put(
                    f"{language}/{page}", mark, partial(self._print_together, work, ordered, pairs, page, words)
                )

    def _print_together(
        self, work: str, ordered: Sequence[str], pairs: Sequence[Row] | None, page: str, words: Words
    ) -> str:
        documents = self._holdings.documents
        paragraphs = [self._holdings.rows_of("paragraphs", name) for name in ordered]
        lines = align(paragraphs, find_pairs(paragraphs, pairs))
        versions = [overview.list_report(documents[name], words) for name in ordered]
        return self._printer.print_page("together", page, words, work=work, versions=versions, lines=lines)

    def put_overview(self) -> None:
        """The pages about the whole: few, and made of the whole release."""
        sums = next(file.sha256 for file in self._holdings.files if file.name == "SHA256SUMS")
        versions = self._holdings.folder.parent / "versions.json"
        mark = mark_of(self._base, sums, versions.read_bytes() if versions.is_file() else "")
        for language, words in self._words.items():
            for page, make in self._list_pages(words):
                self._site.put(f"{language}/{page}", mark, make)

    def _list_pages(self, words: Words) -> Iterator[tuple[str, Callable[[], str]]]:
        pages: dict[str, tuple[str, Callable[[], Mapping[str, Any]]]] = {
            "index.html": ("home", lambda: self._describe_home(words)),
            "reports.html": ("reports", lambda: self._draw(words) | {"bodies": self._list_bodies(words)}),
            "files.html": ("files", lambda: overview.describe_files(self._holdings, words)),
            "fields.html": ("fields", lambda: overview.describe_fields(self._holdings)),
            "values.html": ("values", lambda: overview.describe_values(self._holdings, words)),
            "quality.html": ("quality", lambda: describe_quality(self._holdings, words)),
            "changes.html": ("changes", lambda: describe_changes(self._holdings, words)),
            "search.html": ("search", lambda: self._describe_search(words)),
        }
        for slug in {slug_body(row) for row in self._holdings.documents.values()}:
            pages[f"bodies/{slug}.html"] = ("body", partial(self._find_body, words, slug))
        for page, (template, describe) in pages.items():
            yield page, partial(self._print, template, page, words, describe)

    def _print(self, template: str, page: str, words: Words, describe: Callable[[], Mapping[str, Any]]) -> str:
        return self._printer.print_page(template, page, words, **describe())

    def _list_bodies(self, words: Words) -> list[overview.ListedBody]:
        if words.language not in self._bodies:
            self._bodies[words.language] = overview.list_bodies(self._holdings, words)
        return self._bodies[words.language]

    def _find_body(self, words: Words, slug: str) -> dict[str, Any]:
        return {"body": next(body for body in self._list_bodies(words) if body.slug == slug)}

    def _draw(self, words: Words, most_marks: int | None = None) -> dict[str, Any]:
        coverage = draw_coverage(self._holdings, words, most_marks)
        is_short = most_marks is None or len(coverage.table) <= _MOST_NUMBERS
        return {
            "coverage": coverage,
            "coverage_table": coverage.table if is_short else [],
            "marks": overview.MARKS,
            "to_cell": "search.html?body={0}&from={1}&to={1}&language={2}".format,
            "to_year": "search.html?from={0}&to={0}".format,
        }

    def _describe_home(self, words: Words) -> dict[str, Any]:
        drawn = self._draw(words, _MOST_MARKS)
        return {
            **drawn,
            **overview.describe_home(self._holdings, drawn["coverage"], words),
        }

    def _describe_search(self, words: Words) -> dict[str, Any]:
        rows = self._holdings.documents.values()
        bodies = {slug_body(row): name_body(row, self._holdings, words) for row in rows}
        types = {row["document_type"] for row in rows}
        roles = self._holdings.count_values("paragraphs", "role")
        return {
            "version": self._holdings.version,
            "years": sorted(set(filter(None, map(year_of, rows)))),
            "options": {
                "language": [(name, words.name("languages", name)) for name in LANGUAGES],
                "body": sorted(bodies.items(), key=lambda item: item[1]),
                "type": sorted(
                    ((name, words.name("document_type_values", name)) for name in types), key=lambda i: i[1]
                ),
                "role": [(name, words.name("roles", name)) for name in roles],
            },
        }


def _find_works(holdings: Holdings) -> dict[str, list[str]]:
    """Work to its reports, of the works that are here in two languages or three, once in each."""
    works: dict[str, list[str]] = {}
    for document_id, row in holdings.documents.items():
        works.setdefault(check_id(row["work_id"]), []).append(document_id)
    documents = holdings.documents
    return {
        work: ids
        for work, ids in works.items()
        if len(ids) > 1 and len({documents[name]["language"] for name in ids}) == len(ids)
    }


def _find_neighbours(holdings: Holdings) -> dict[str, Neighbours]:
    """What each report leads to."""
    works = _find_works(holdings)
    meetings: dict[str, list[str]] = {}
    for document_id, row in holdings.documents.items():
        if row["meeting_id"]:
            meetings.setdefault(row["meeting_id"], []).append(document_id)
    found = {}
    for document_id, row in holdings.documents.items():
        versions = [name for name in works.get(row["work_id"], ()) if name != document_id]
        of_meeting = meetings.get(row["meeting_id"] or "", ())
        related = [name for name in of_meeting if name != document_id and name not in versions]
        found[document_id] = Neighbours(
            tuple(versions), tuple(related[:_MOST_RELATED]), row["work_id"] if versions else None
        )
    return found


def _print_csv(rows: Sequence[Row]) -> str:
    sink = io.StringIO()
    if rows:
        writer = csv.DictWriter(sink, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
    return sink.getvalue()
