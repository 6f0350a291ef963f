"""``documents/<document_id>.md``: each document to read, with the id of each paragraph to cite.

Running headers, page numbers and residue of sites are left out, and the page says so; every other paragraph stands in
its order, its printed number before it. No character of a text acts as a mark of Markdown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa

from oic_reports.release.archive import write_each
from oic_reports.release.documents import FURNITURE, Document, DocumentShelf, Row
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.files import find_part
from oic_reports.release.last_release import LastRelease
from oic_reports.resources import load_words

_FACTS = (
    "document_id", "work_id", "language", "document_type", "body", "title", "date", "date_end", "session", "symbol",
    "status", "city", "country_iso2",
)  # fmt: skip
_DATASET = "oic-reports"
_COLUMNS = ("eid", "role", "label", "parent_eid", "text")
# what means something to Markdown anywhere, and at the beginning of a line
_MARK = re.compile(r"([\\`*_\[\]<>|~])")
_OPENING = re.compile(r"^(\s*\d*)([#+=.)-])", re.MULTILINE)


def write_markdown(
    folder: Path,
    facts: ReleaseFacts,  # noqa: ARG001  (as all parts)
    tables: Mapping[str, pa.Table],
    last: LastRelease | None = None,
) -> None:
    """Write the page of every document; one that did not change comes from the last release."""
    write_each(folder, find_part("markdown"), DocumentShelf(tables, _COLUMNS), print_markdown, last)


def print_markdown(document: Document) -> str:
    """The page of a document: front matter (YAML, as JSON writes it), then its paragraphs.

    It follows from the document alone and names the received file, not the release: it stays while the document does.
    """
    said = {name: document.facts[name] for name in _FACTS if document.facts[name] is not None}
    source = document.source
    said |= {"source": source["url"] or source["file_name"], "source_sha256": source["sha256"], "dataset": _DATASET}
    lines = [
        "---",
        *(f"{name}: {json.dumps(value, ensure_ascii=False, default=str)}" for name, value in said.items()),
        "---",
    ]
    language = str(document.facts["language"])
    is_from_right = document.facts["direction"] == "rtl"
    body = [
        paragraph for row in document.paragraphs if row["role"] not in FURNITURE for paragraph in _print_paragraph(row)
    ]
    wrapped = [f'<div lang="{language}" dir="rtl">', "", *body, "</div>", ""] if is_from_right else body
    left_out = load_words("release", language)["documents_left_out"]
    return "\n".join([*lines, "", *wrapped, "---", "", f"*{left_out}*", ""])


def _print_paragraph(row: Row) -> Iterator[str]:
    """The lines of a paragraph, the empty one behind it too."""
    text = escape_markdown(str(row["text"])).replace("\n", "\\\n")
    mark = {"title": "# ", "heading": "## "}.get(str(row["role"]), "")
    if mark:
        # a heading is one line
        text = text.replace("\\\n", " ")
    number = f"**{escape_markdown(str(row['label']))}** " if row["label"] else ""
    depth = "> " if row["parent_eid"] else ""
    yield "\n".join(
        f"{depth}{line}" for line in f'{mark}<a id="{row["eid"]}"></a>{number}{text} `{row["eid"]}`'.split("\n")
    )
    yield ""


def escape_markdown(text: str) -> str:
    """A text none of whose characters acts as a mark."""
    return _OPENING.sub(r"\1\\\2", _MARK.sub(r"\\\1", text.replace("&", "&amp;")))
