"""The command ``oic-reports``: read a file, check the catalogue, build, verify and rebuild releases."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from oic_reports.settings import print_faults

# exit status of a file that is refused
REJECTED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the result is its exit status: 0 done, 1 failed, 2 refused or wrongly called."""
    parser = _make_parser()
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except ValidationError as error:
        return _fail(print_faults(error), REJECTED)
    except BrokenPipeError:
        # the reader of our output has seen enough; nothing may be written at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="oic-reports", description="Reports of the OIC, paragraph by paragraph.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    read = commands.add_parser("read", help="read one file and print its report", description=_read.__doc__)
    read.add_argument("file", type=Path, metavar="FILE")
    read.add_argument(
        "--format", choices=("json", "text", "lines"), default="json", help="lines: each with its rule, not judged"
    )
    read.add_argument("--pictures", type=Path, metavar="DIR", help="write a PNG of each paragraph of a PDF into DIR")
    read.set_defaults(run=_read)
    build = commands.add_parser("build", help="build a release from raw/, without Prefect", description=_build.__doc__)
    build.set_defaults(run=_build)
    verify = commands.add_parser("verify", help="prove a release offline", description=_verify.__doc__)
    verify.add_argument("directory", type=Path, metavar="DIR")
    verify.set_defaults(run=_verify)
    rebuild = commands.add_parser(
        "rebuild-check", help="rebuild the current release and compare", description=_rebuild.__doc__
    )
    rebuild.set_defaults(run=_rebuild)
    catalogue = commands.add_parser(
        "catalogue", help="check the addresses of raw/catalogue.csv", description=_catalogue.__doc__
    )
    catalogue.set_defaults(run=_catalogue)
    return parser


def _fail(message: object, status: int = 1) -> int:
    sys.stderr.write(f"oic-reports: {message}\n")
    return status


def _read(options: argparse.Namespace) -> int:
    """Read one file and print its report; exit status 2 and a reason if it is refused."""
    from oic_reports.cleaning.corrections import CorrectionError  # noqa: PLC0415  (each command loads what it needs)
    from oic_reports.extract import read_document  # noqa: PLC0415  (likewise)
    from oic_reports.settings import Settings  # noqa: PLC0415  (likewise)

    if options.format == "lines":
        return _read_lines(options.file)
    try:
        document = read_document(options.file, Settings())
    except CorrectionError as error:
        return _fail(error)
    except OSError as error:
        document = {"rejected": {"reason": "file_unreadable", "detail": f"{options.file}: {error.strerror}"}}
    rejected: Any = document.get("rejected")
    if rejected is not None:
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
        return _fail(f"{options.file} is refused: {rejected['reason']}: {rejected['detail']}", REJECTED)
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
    from oic_reports.extract import read_reading  # noqa: PLC0415  (likewise)
    from oic_reports.reading.errors import UnreadableFileError  # noqa: PLC0415  (likewise)
    from oic_reports.settings import Settings  # noqa: PLC0415  (likewise)
    from oic_reports.structure.explain import COLUMNS, explain_lines  # noqa: PLC0415  (likewise)

    try:
        reading = read_reading(path, Settings())
    except (UnreadableFileError, OSError) as error:
        return _fail(f"{path} is refused: {error}", REJECTED)
    sys.stdout.write("\t".join(COLUMNS) + "\n")
    for row in explain_lines(reading):
        sys.stdout.write("\t".join(row) + "\n")
    return 0


def _write_pictures(options: argparse.Namespace, document: dict[str, Any]) -> int:
    from oic_reports.extract import write_pictures  # noqa: PLC0415  (likewise)
    from oic_reports.reading.errors import UnreadableFileError  # noqa: PLC0415  (likewise)
    from oic_reports.settings import Settings  # noqa: PLC0415  (likewise)

    try:
        count = write_pictures(options.file, document["blocks"], options.pictures, Settings())
    except (UnreadableFileError, OSError) as error:
        return _fail(f"no pictures of {options.file}: {error}")
    if not count:
        return _fail(f"{options.file} has no pages: there is nothing to picture")
    sys.stderr.write(f"oic-reports: {count} pictures in {options.pictures}\n")
    return 0


def _print_text(document: dict[str, Any]) -> str:
    """The report as a person would type it: labels and clean text, one paragraph after the other."""
    shown = [
        block for block in document["blocks"] if block["role"] not in {"boilerplate", "running_header", "page_mark"}
    ]
    lines = [" ".join(filter(None, (block["label"], block["text"]))) for block in shown]
    return "\n\n".join(lines) + "\n"


def _build(_: argparse.Namespace) -> int:
    """Build a release from what lies in raw/."""
    from oic_reports.build import FORESEEN, build  # noqa: PLC0415  (slow to import)
    from oic_reports.settings import Settings  # noqa: PLC0415  (likewise)

    try:
        published = build(Settings(), datetime.now(UTC).date(), lambda line: sys.stderr.write(f"{line}\n"))
    except FORESEEN as error:
        return _fail(error)
    sys.stdout.write(f"{published.message}\n{published.directory or ''}\n")
    return 0


def _verify(options: argparse.Namespace) -> int:
    """Prove a release offline; exit status 1 and a line for each fault otherwise."""
    from oic_reports.release.verify import verify  # noqa: PLC0415  (loads pyarrow)

    problems = verify(options.directory)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    if problems:
        return _fail(f"{options.directory} does not verify: {len(problems)} problems")
    sys.stdout.write(f"{options.directory} verifies\n")
    return 0


def _rebuild(_: argparse.Namespace) -> int:
    """Rebuild the current release aside and compare its bytes; exit status 1 if any file differs."""
    from oic_reports.build import FORESEEN, check_rebuild  # noqa: PLC0415  (slow to import)
    from oic_reports.settings import Settings  # noqa: PLC0415  (likewise)

    try:
        differences = check_rebuild(Settings())
    except FORESEEN as error:
        return _fail(error)
    for difference in differences:
        sys.stdout.write(f"{difference}\n")
    if differences:
        return _fail("the current release does not rebuild to the same bytes: publish a new version")
    sys.stdout.write("the current release rebuilds to the same bytes\n")
    return 0


def _catalogue(_: argparse.Namespace) -> int:
    """Check the catalogue, its sites and its rules of discovery; exit status 1 and a line for each fault otherwise."""
    from oic_reports.fetch import load_checked  # noqa: PLC0415  (slow to import)
    from oic_reports.settings import Settings  # noqa: PLC0415  (likewise)
    from oic_reports.sources.catalogue import CatalogueError, find_lines  # noqa: PLC0415  (likewise)

    try:
        catalogue, bad = load_checked(Settings().raw)
    except CatalogueError as error:
        return _fail(error)
    lines = find_lines(Settings().raw)
    for address, why in bad.items():
        place = ", ".join(f"line {line}" for line in lines.get(address, ()))
        sys.stdout.write(f"{place or 'discovery.csv'}: {address}: {why}\n")
    if bad:
        return _fail(f"{len(bad)} addresses of the catalogue cannot be used; the others can")
    states = Counter(row.state for row in catalogue.rows)
    counted = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
    sys.stdout.write(f"the catalogue holds {counted}, on {len(catalogue.sites)} sites\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
