"""What the page about changes shows: what is new and gone, every change with its cause, and the list of releases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow.compute as pc

from oic_reports.release.index import FILE, load_index
from oic_reports.release.version import parse_version
from oic_reports.site.names import direction_of, name_title
from oic_reports.site.page_words import Words
from oic_reports.site.release_contents import Holdings, Row

# rows of a list on the page; the rest is in the files
_MOST = 500


def count_changes(holdings: Holdings, words: Words) -> list[tuple[str, str]]:
    """Ids that are new in this release, and that are gone since it."""
    new: Counter[str] = Counter()
    retired = 0
    counted = holdings.count_together("id_history", ("id_kind", "first_version", "retired_version"))
    for (kind, first, last), count in counted.items():
        new[kind] += count * (first == holdings.version)
        retired += count * (last == holdings.version)
    return [
        (words["new_reports"], words.number(new["document"])),
        (words["new_paragraphs"], words.number(new["paragraph"])),
        (words["retired_ids"], words.number(retired)),
    ]


def describe_changes(holdings: Holdings, words: Words) -> dict[str, Any]:
    """New reports, the change feed where the release has one, and the list of releases beside it."""
    changes = holdings.rows("changes", _MOST)
    causes = holdings.count_together("changes", ("change", "cause"))
    return {
        "version": holdings.version,
        "changed": count_changes(holdings, words),
        "new_reports": [_name_report(holdings.documents[name]) for name in _list_new(holdings)],
        "causes": [
            {
                "change": words.name("change_kinds", change),
                "cause": words.name("change_causes", cause),
                "count": count,
            }
            for (change, cause), count in sorted(causes.items(), key=lambda item: (-item[1], str(item[0])))
        ],
        "feed": [_show_change(row, holdings, words) for row in changes],
        "feed_more": holdings.count_rows("changes") - len(changes),
        "releases": [
            {**row, "day": words.day(date.fromisoformat(row["released"])), "status_key": f"status_{row['status']}"}
            for row in reversed(_read_versions(holdings))
        ],
    }


def _list_new(holdings: Holdings) -> list[str]:
    """Ids of reports that are new in this release, as many as a page has place for."""
    history = holdings.table("id_history")
    if history is None:
        return []
    of_report = pc.equal(history["id_kind"], "document")
    is_new = pc.and_(of_report, pc.equal(history["first_version"], holdings.version))
    return [name for name in history["id"].filter(is_new).to_pylist() if name in holdings.documents][:_MOST]


def _name_report(row: Row) -> dict[str, str]:
    language = row["language"]
    return {
        "id": row["document_id"], "title": name_title(row), "language": language, "direction": direction_of(language)
    }  # fmt: skip


def _show_change(row: Mapping[str, Any], holdings: Holdings, words: Words) -> dict[str, str]:
    """One change; ``link`` is the page and place of what changed, empty where it is gone or is no text."""
    document_id = row["document_id"] or ""
    key = str(row["row_key"])
    place = f"#{key.partition('/')[2]}" if row["table_name"] == "paragraphs" and "/" in key else ""
    return {
        "table": row["table_name"],
        "key": key,
        "link": f"reports/{document_id}.html{place}" if document_id in holdings.documents else "",
        "change": words.name("change_kinds", row["change"]),
        "cause": words.name("change_causes", row["cause"]),
        "columns": str(row["changed_columns"] or ""),
        "old": str(row["old_text"] or ""),
        "new": str(row["new_text"] or ""),
    }


def _read_versions(holdings: Holdings) -> list[Row]:
    """The releases beside this one that are not newer, oldest first; none where there is no list."""
    folder = holdings.folder.parent
    if not (folder / FILE).is_file():
        return []
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
        for entry in load_index(folder)
        if parse_version(entry.version) <= own
    ]
