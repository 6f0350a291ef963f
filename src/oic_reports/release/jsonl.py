"""``documents.jsonl.gz``: one document a line, with its facts, its source and its paragraphs in order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from oic_reports.release.documents import DocumentShelf
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.gzip_files import open_packed

# what a paragraph says that its document says as well
_TOLD_ABOVE = ("document_id", "language")
_SOURCE = ("source_id", "file_name", "url", "archived_url", "received", "sha256", "rights_note")


def write_jsonl(folder: Path, facts: ReleaseFacts, tables: Mapping[str, pa.Table]) -> None:  # noqa: ARG001  (as all parts)
    """Write the file; every line has every key, null where nothing is known, so that readers see one form."""
    columns = [name for name in tables["paragraphs"].column_names if name not in _TOLD_ABOVE]
    with open_packed(folder / "documents.jsonl.gz") as file:
        for document in DocumentShelf(tables, columns):
            line = {
                **{name: value for name, value in document.facts.items() if name != "source_id"},
                "source": {name: document.source[name] for name in _SOURCE},
                "paragraphs": document.paragraphs,
            }
            file.write(json.dumps(line, ensure_ascii=False, default=str).encode() + b"\n")
