"""``oic-reports read``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from oic_reports.cleaning.correction_rows import CorrectionError
from oic_reports.commands.failure import REFUSED, fail
from oic_reports.errors import UnreadableFileError
from oic_reports.jobs.read import read_document, read_reading, write_pictures
from oic_reports.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--format", choices=("json", "text", "lines"), default="json", help="lines: each with its rule, not judged"
    )
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="write a PNG of each paragraph of a PDF into DIR")


def run(options: argparse.Namespace) -> int:
    """Read one file and print its report; exit status 2 and a reason if it is refused."""
    if options.format == "lines":
        return _read_lines(options.file)
    try:
        document = read_document(options.file, Settings())
    except CorrectionError as error:
        return fail(error)
    except OSError as error:
        document = {"rejected": {"reason": "file_unreadable", "detail": f"{options.file}: {error.strerror}"}}
    rejected: Any = document.get("rejected")
    if rejected is not None:
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
        return fail(f"{options.file} is refused: {rejected['reason']}: {rejected['detail']}", REFUSED)
    _say_left_out(options.file, document)
    if options.pictures:
        status = _write_pictures(options, document)
        if status:
            return status
    if options.format == "json":
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_print_text(document))
    return 0


def _say_left_out(path: Path, document: dict[str, Any]) -> None:
    """One line, if corrections were left out since they are of another text."""
    flags = [flag for part in (document, *document.get("parts", ())) for flag in part["flags"]]
    notes = [flag["note"] for flag in flags if flag["flag"] == "correction_stale"]
    if notes:
        more = f" (and {len(notes) - 1} more)" if len(notes) > 1 else ""
        sys.stderr.write(f"oic-reports: left out, since it does not fit {path}: {notes[0]}{more}\n")


def _read_lines(path: Path) -> int:
    """Print each line with its facts, its block and the rule that decided it; nothing is judged or cleaned."""
    from oic_reports.structure.explain import COLUMNS, explain_lines  # noqa: PLC0415  (no other format needs it here)

    try:
        reading = read_reading(path, Settings())
    except (UnreadableFileError, OSError) as error:
        return fail(f"{path} is refused: {error}", REFUSED)
    sys.stdout.write("\t".join(COLUMNS) + "\n")
    for row in explain_lines(reading):
        sys.stdout.write("\t".join(row) + "\n")
    return 0


def _write_pictures(options: argparse.Namespace, document: dict[str, Any]) -> int:
    try:
        count = write_pictures(options.file, document["blocks"], options.pictures, Settings())
    except (UnreadableFileError, OSError) as error:
        return fail(f"no pictures of {options.file}: {error}")
    if not count:
        return fail(f"{options.file} has no pages: there is nothing to picture")
    sys.stderr.write(f"oic-reports: {count} pictures in {options.pictures}\n")
    return 0


def _print_text(document: dict[str, Any]) -> str:
    """The report as a person would type it: labels and clean text, one paragraph after the other."""
    shown = [
        block for block in document["blocks"] if block["role"] not in {"boilerplate", "running_header", "page_mark"}
    ]
    lines = [" ".join(filter(None, (block["label"], block["text"]))) for block in shown]
    return "\n\n".join(lines) + "\n"
