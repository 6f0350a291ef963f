"""What the pages about the release as a whole show: home, fields, values, lists of reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from oic_reports.release.files import load_file_kinds
from oic_reports.resources import load_vocabulary
from oic_reports.site.changes_page import count_changes
from oic_reports.site.coverage import Coverage, year_of
from oic_reports.site.measured import read_card
from oic_reports.site.names import name_body, name_days, name_place, name_title, slug_body
from oic_reports.site.page_words import Words
from oic_reports.site.release_contents import Holdings, ReleaseFile, Row
from oic_reports.tables.schema import LANGUAGES, TableSchema, load_published

# shapes of a language's mark in three sizes, around its middle: a square, a circle, a triangle
MARKS = {
    "ar": ("M-3-3H3V3H-3Z", "M-3.8-3.8H3.8V3.8H-3.8Z", "M-4.6-4.6H4.6V4.6H-4.6Z"),
    "en": tuple(f"M-{r} 0A{r} {r} 0 1 1 {r} 0A{r} {r} 0 1 1-{r} 0Z" for r in (3.2, 4.1, 5)),
    "fr": ("M0-3.4L3.6 3H-3.6Z", "M0-4.3L4.6 3.8H-4.6Z", "M0-5.1L5.6 4.6H-5.6Z"),
}
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_NAMES_OF_CODE = {"sql": "DuckDB", "r": "R", "console": "Shell"}
# columns of tables whose values are counted, by vocabulary
_COUNTED = {
    "roles": ("paragraphs", "role"), "subroles": ("paragraphs", "subrole"), "flag_values": ("flags", "flag"),
    "severities": ("flags", "severity"), "repair_kinds": ("repairs", "repair_kind"),
    "reject_reasons": ("rejects", "reason"), "document_type_values": ("documents", "document_type"),
    "languages": ("documents", "language"), "levels": ("documents", "level"), "statuses": ("documents", "status"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of code or a citation, and what it is called."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ListedReport:
    """A report in a list."""

    id: str
    title: str
    language: str
    direction: str
    language_name: str
    type_name: str
    day: str
    place: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body and its reports, newest year first, the undated last."""

    name: str
    slug: str
    count: int
    years: str
    by_year: Sequence[tuple[str, Sequence[ListedReport]]]


def list_report(row: Row, words: Words) -> ListedReport:
    """A report as lists show it."""
    return ListedReport(
        row["document_id"],
        name_title(row),
        row["language"],
        row["direction"],
        words.name("languages", row["language"]),
        words.name("document_type_values", row["document_type"]),
        name_days(row, words),
        name_place(row, words),
        row["paragraph_count"],
    )


def list_bodies(holdings: Holdings, words: Words) -> list[ListedBody]:
    """All bodies with their reports, by number of reports."""
    found: dict[str, list[Row]] = {}
    for row in holdings.documents.values():
        found.setdefault(slug_body(row), []).append(row)
    bodies = []
    for slug, rows in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        by_year: dict[str, list[Row]] = {}
        for row in sorted(rows, key=lambda row: (str(row["date"] or ""), row["work_id"], row["language"])):
            by_year.setdefault(year_of(row), []).append(row)
        years = sorted(year for year in by_year if year)
        span = "" if not years else years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
        listed = [
            (year, [list_report(row, words) for row in by_year[year]])
            for year in sorted(by_year, key=lambda year: year or "-", reverse=True)
        ]
        bodies.append(ListedBody(name_body(rows[0], holdings, words), slug, len(rows), span, listed))
    return bodies


def describe_home(holdings: Holdings, coverage: Coverage, words: Words) -> dict[str, Any]:
    """What the home page shows beside the coverage."""
    counts = Counter(row["language"] for row in holdings.documents.values())
    years = sorted(filter(None, map(year_of, holdings.documents.values())))
    formats = list_formats(holdings)
    return {
        "version": holdings.version,
        "released": words.day(date.fromisoformat(holdings.released)),
        "counts": [
            (words["reports"], words.number(len(holdings.documents))),
            (words["paragraphs"], words.number(holdings.count_rows("paragraphs"))),
            (words["bodies"], words.number(len({slug_body(row) for row in holdings.documents.values()}))),
            (words["years"], "–".join(dict.fromkeys([years[0], years[-1]])) if years else words["unknown"]),
            *((words.name("languages", language), words.number(counts[language])) for language in ("ar", "en", "fr")),
        ],
        "gaps": list_gaps(holdings, coverage, words),
        "formats": formats,
        "tables": [_describe_files(table, holdings, formats, words) for table in list_held(holdings)],
        "kinds": _list_kinds(holdings, words),
        "examples": find_examples(holdings),
        "citations": cite_dataset(holdings, words),
        "accuracy": read_card(holdings, words),
        "changed": count_changes(holdings, words),
    }


def describe_files(holdings: Holdings, words: Words) -> dict[str, Any]:
    """Every file of the release, with its size and hash."""
    return {"version": holdings.version, "files": [_show_file(file, words) for file in holdings.files]}


def list_held(holdings: Holdings) -> list[TableSchema]:
    """The declared tables that this release has."""
    return [table for name, table in load_published().items() if (holdings.folder / f"{name}.parquet").is_file()]


def list_formats(holdings: Holdings) -> list[str]:
    """What follows the names of tables in the names of files: ``parquet``, ``csv.gz``."""
    names = [table.name for table in list_held(holdings)]
    found = Counter(file.name.partition(".")[2] for file in holdings.files if file.name.partition(".")[0] in names)
    shared = [suffix for suffix, count in found.items() if count > 1]
    return sorted(shared, key=lambda suffix: (suffix != "parquet", suffix))


def _describe_files(table: TableSchema, holdings: Holdings, formats: Sequence[str], words: Words) -> dict[str, Any]:
    by_name = {file.name: file for file in holdings.files}
    files = [by_name.get(f"{table.name}.{suffix}") for suffix in formats]
    return {
        "name": table.name,
        "meaning": table.meaning[words.language],
        "rows": words.number(holdings.count_rows(table.name)),
        "files": [None if file is None else _show_file(file, words) for file in files],
    }


def _show_file(file: ReleaseFile, words: Words) -> dict[str, str]:
    return {"name": file.name, "sha256": file.sha256, "shown_size": words.size(file.size)}


def _list_kinds(holdings: Holdings, words: Words) -> list[dict[str, Any]]:
    """The kinds of files that are no tables, what each is for, and the first of each kind."""
    found = []
    for kind in load_file_kinds():
        files = [file for file in holdings.files if kind.parse(file.name) is not None]
        if files and "table" not in kind.each:
            said = {"title": kind.title[words.language], "purpose": kind.purpose[words.language], "count": len(files)}
            found.append(said | _show_file(files[0], words))
    return found


def list_gaps(holdings: Holdings, coverage: Coverage, words: Words) -> list[str]:
    """What the release does not hold, as far as it can tell, in sentences."""
    rows = list(holdings.documents.values())
    comma = "، " if words.language == "ar" else ", "
    gaps = [words["gap_archive"]]
    missing = [language for language in LANGUAGES if language not in {row["language"] for row in rows}]
    if missing:
        gaps.append(f"{words['gap_language']} {comma.join(words.name('languages', name) for name in missing)}")
    if coverage.gaps:
        # two years stay on one line
        spans = (span.replace("–", "\u2060–\u2060") for span in coverage.gaps)
        gaps.append(f"{words['gap_years']} {comma.join(spans)}")
    works = Counter(row["work_id"] for row in rows)
    alone = sum(works[row["work_id"]] == 1 for row in rows)
    counted = {"gap_alone": alone, "gap_undated": coverage.undated, "gap_rejects": holdings.count_rows("rejects")}
    return gaps + [f"{words[key]}{words['colon']} {words.number(count)}" for key, count in counted.items() if count]


def find_examples(holdings: Holdings) -> list[Snippet]:
    """The pieces of code of the release's own README, which tests run."""
    path = holdings.folder / "README.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = []
    for language, code in _FENCE.findall(text):
        first = code.partition("\n")[0]
        name = first.lstrip("#- ").strip() if first.startswith(("#", "--")) else _NAMES_OF_CODE.get(language, language)
        body = code.partition("\n")[2] if first.startswith(("#", "--")) else code
        found.append(Snippet(name, body.rstrip()))
    return found


def cite_dataset(holdings: Holdings, words: Words) -> list[Snippet]:
    """The release as text, BibTeX and RIS."""
    title, year = str(holdings.package["title"]), holdings.released[:4]
    author = "The oic-reports maintainers"
    bibtex = (
        f"@misc{{oic-reports-{holdings.version},\n  author = {{{{{author}}}}},\n  title = {{{{{title}}}}},\n"
        f"  year = {{{year}}},\n  version = {{{holdings.version}}},\n  note = {{Data set}}\n}}"
    )
    ris = f"TY  - DATA\nAU  - {author}\nTI  - {title}\nPY  - {year}\nET  - {holdings.version}\nER  - "
    return [
        Snippet(words["text"], f"{author}. {title}. Version {holdings.version}, {holdings.released}."),
        Snippet("BibTeX", bibtex),
        Snippet("RIS", ris),
    ]


def describe_fields(holdings: Holdings) -> dict[str, Any]:
    """The declared tables of the release, from the one registry."""
    held = list_held(holdings)
    return {
        "declared": held,
        "row_counts": {table.name: holdings.count_rows(table.name) for table in held},
        "schema_version": holdings.package.get("schemaVersion", ""),
    }


def describe_values(holdings: Holdings, words: Words) -> dict[str, Any]:
    """Every vocabulary that a column uses, and how often its values occur; the language of ``words`` comes first."""
    names = sorted({field.vocabulary for table in list_held(holdings) for field in table.fields if field.vocabulary})
    return {
        "shown_languages": sorted(LANGUAGES, key=lambda language: language != words.language),
        "vocabularies": [(name, load_vocabulary(name)) for name in names],
        "used": {name: holdings.count_values(*place) for name, place in _COUNTED.items() if name in names},
    }
