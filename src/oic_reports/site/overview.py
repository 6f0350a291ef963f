"""What the pages about the release as a whole show: home, fields, values, quality, changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from oic_reports.resources import load_vocabulary
from oic_reports.site.coverage import Coverage, year_of
from oic_reports.site.names import name_body, name_days, name_place, name_title, slug_body
from oic_reports.site.page_words import Words
from oic_reports.site.release_contents import Holdings, ReleaseFile, Row
from oic_reports.tables.schema import LANGUAGES, TableSchema, load_tables

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
# rows of a list on a page; the rest is in the files
_MOST = 500


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
    accuracy = holdings.read_json("accuracy.json")
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
        "files": [_show_file(file, words) for file in holdings.files],
        "examples": find_examples(holdings),
        "citations": cite_dataset(holdings),
        "accuracy": list_accuracy(accuracy, words),
        "changed": count_changes(holdings, words),
    }


def list_held(holdings: Holdings) -> list[TableSchema]:
    """The declared tables that this release has."""
    return [table for name, table in load_tables().items() if (holdings.folder / f"{name}.parquet").is_file()]


def list_formats(holdings: Holdings) -> list[str]:
    """What follows the name of a table in the names of its files: ``parquet``, ``csv.gz``."""
    names = [table.name for table in list_held(holdings)]
    found = Counter(file.name.partition(".")[2] for file in holdings.files if file.name.partition(".")[0] in names)
    return sorted(found, key=lambda suffix: (suffix != "parquet", suffix))


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


def list_gaps(holdings: Holdings, coverage: Coverage, words: Words) -> list[str]:
    """What the release does not hold, as far as it can tell, in sentences."""
    rows = list(holdings.documents.values())
    comma = "، " if words.language == "ar" else ", "
    gaps = [words["gap_archive"]]
    missing = [language for language in LANGUAGES if language not in {row["language"] for row in rows}]
    if missing:
        gaps.append(f"{words['gap_language']} {comma.join(words.name('languages', name) for name in missing)}")
    if coverage.gaps:
        gaps.append(f"{words['gap_years']} {comma.join(coverage.gaps)}")
    works = Counter(row["work_id"] for row in rows)
    alone = sum(works[row["work_id"]] == 1 for row in rows)
    counted = {"gap_alone": alone, "gap_undated": coverage.undated, "gap_rejects": holdings.count_rows("rejects")}
    return gaps + [f"{words[key]}: {words.number(count)}" for key, count in counted.items() if count]


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


def cite_dataset(holdings: Holdings) -> list[Snippet]:
    """The release as text, BibTeX and RIS."""
    title, year = str(holdings.package["title"]), holdings.released[:4]
    author = "The oic-reports maintainers"
    bibtex = (
        f"@misc{{oic-reports-{holdings.version},\n  author = {{{{{author}}}}},\n  title = {{{{{title}}}}},\n"
        f"  year = {{{year}}},\n  version = {{{holdings.version}}},\n  note = {{Data set}}\n}}"
    )
    ris = f"TY  - DATA\nAU  - {author}\nTI  - {title}\nPY  - {year}\nET  - {holdings.version}\nER  - "
    return [
        Snippet("Text", f"{author}. {title}. Version {holdings.version}, {holdings.released}."),
        Snippet("BibTeX", bibtex),
        Snippet("RIS", ris),
    ]


def list_accuracy(accuracy: Any, words: Words) -> list[dict[str, str]]:  # noqa: ANN401  (a file of the release)
    """Rows of ``accuracy.json``, where it is a list of measures each with name, value and what it was measured on."""
    rows = accuracy.get("measures", []) if isinstance(accuracy, Mapping) else accuracy
    return [
        {
            "name": _in_words(row.get("name"), words),
            "value": str(row.get("value")),
            "on": _in_words(row.get("on"), words),
        }
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, Mapping) and row.get("name") is not None
    ]


def _in_words(value: Any, words: Words) -> str:  # noqa: ANN401  (a text, or a text in each language)
    return str(value.get(words.language, "")) if isinstance(value, Mapping) else str(value or "")


def count_changes(holdings: Holdings, words: Words) -> list[tuple[str, str]]:
    """Ids that are new in this release, and that are gone since it."""
    new: Counter[str] = Counter()
    retired = 0
    for row in holdings.rows("id_history"):
        new[row["id_kind"]] += row["first_version"] == holdings.version
        retired += row["retired_version"] == holdings.version
    return [
        (words["new_reports"], words.number(new["document"])),
        (words["new_paragraphs"], words.number(new["paragraph"])),
        (words["retired_ids"], words.number(retired)),
    ]


def describe_fields(holdings: Holdings) -> dict[str, Any]:
    """The declared tables of the release, from the one registry."""
    held = list_held(holdings)
    return {
        "declared": held,
        "row_counts": {table.name: holdings.count_rows(table.name) for table in held},
        "schema_version": holdings.package.get("schemaVersion", ""),
    }


def describe_values(holdings: Holdings) -> dict[str, Any]:
    """Every vocabulary that a column uses, and how often its values occur."""
    names = sorted({field.vocabulary for table in list_held(holdings) for field in table.fields if field.vocabulary})
    return {
        "vocabularies": [(name, load_vocabulary(name)) for name in names],
        "used": {name: count_values(holdings, *place) for name, place in _COUNTED.items() if name in names},
    }


def count_values(holdings: Holdings, table: str, column: str) -> dict[str, int]:
    """How often each value of a column occurs, most frequent first."""
    held = holdings.table(table)
    if held is None or column not in held.column_names:
        return {}
    counted = {pair["values"]: pair["counts"] for pair in held.column(column).value_counts().to_pylist()}
    return dict(sorted(((v, n) for v, n in counted.items() if v is not None), key=lambda item: (-item[1], item[0])))


def describe_quality(holdings: Holdings, words: Words) -> dict[str, Any]:
    """Checks, flags, repairs and rejects of the release."""
    checks = holdings.read_json("validation.json") or []
    made: dict[str, list[bool]] = {}
    for check in checks:
        made.setdefault(check["table"], []).append(bool(check["success"]))
    severities = Counter((row["flag"], row["severity"]) for row in holdings.rows("flags"))
    rejects = holdings.rows("rejects")
    return {
        "version": holdings.version,
        "warnings": [words[key] for key in words if key.startswith("warning_")],
        "checks": [{"table": table, "made": len(held), "held": sum(held)} for table, held in made.items()],
        "failed": [check for check in checks if not check["success"]],
        "flags": [
            {
                "value": flag,
                "name": words.name("flag_values", flag),
                "severity": words.name("severities", severity),
                "count": count,
            }
            for (flag, severity), count in sorted(severities.items(), key=lambda item: (-item[1], item[0]))
        ],
        "repairs": [
            {"value": kind, "name": words.name("repair_kinds", kind), "count": count}
            for kind, count in count_values(holdings, "repairs", "repair_kind").items()
        ],
        "rejects": rejects[:_MOST],
        "rejects_more": max(0, len(rejects) - _MOST),
    }


def describe_changes(holdings: Holdings, words: Words) -> dict[str, Any]:
    """New and retired ids, the change feed where the release has one, and the list of releases beside it."""
    new = [
        row["id"]
        for row in holdings.rows("id_history")
        if row["id_kind"] == "document" and row["first_version"] == holdings.version
    ]
    path = holdings.folder.parent / "versions.json"
    listed = _read_versions(holdings) if path.is_file() else []
    feed = holdings.table("changes")
    return {
        "changed": count_changes(holdings, words),
        "new_reports": [
            list_report(holdings.documents[name], words) for name in new[:_MOST] if name in holdings.documents
        ],
        "feed": None
        if feed is None or not feed.num_rows
        else {
            "columns": feed.column_names,
            "rows": [list(row.values()) for row in feed.slice(0, _MOST).to_pylist()],
            "more": max(0, feed.num_rows - _MOST),
        },
        "releases": [
            {**row, "day": words.day(date.fromisoformat(row["released"])), "status_key": f"status_{row['status']}"}
            for row in reversed(listed)
        ],
    }


def _read_versions(holdings: Holdings) -> list[Row]:
    """The releases beside this one that are not newer, oldest first."""
    from oic_reports.release.index import load_index  # noqa: PLC0415  (only where there is a list)
    from oic_reports.release.version import parse_version  # noqa: PLC0415  (likewise)

    own = parse_version(holdings.version)
    return [
        {
            "version": entry.version,
            "released": entry.released,
            "schema_version": entry.schema_version,
            "documents": entry.documents,
            "paragraphs": entry.paragraphs,
            "status": entry.status,
        }
        for entry in load_index(holdings.folder.parent)
        if parse_version(entry.version) <= own
    ]
