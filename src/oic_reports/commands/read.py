"""``oic-reports read``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from oic_reports.commands.failure import REFUSED, WRONGLY_CALLED, fail
from oic_reports.commands.show import follow, has_colours, print_report
from oic_reports.errors import UnreadableFileError
from oic_reports.jobs.read import read_document, read_reading, share_readers, write_pictures
from oic_reports.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, nargs="+", metavar="FILE", help="a file, or a folder of files")
    parser.add_argument(
        "--format", choices=("json", "text", "lines"), default="json", help="lines: each with its rule, not judged"
    )
    parser.add_argument(
        "--address",
        metavar="URL",
        help="where the file is from, if no sidecar beside it says so: its site may be the OIC's",
    )
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="write a PNG of each paragraph of a PDF into DIR")


def run(options: argparse.Namespace) -> int:
    """Read files and print their reports; exit status 2 and a reason if one is refused.

    One file is one JSON object; of several files, or a folder, each is a line of JSON that begins with its name.
    """
    paths = list(_find_files(options.file))
    is_alone = paths == options.file and len(paths) == 1
    if not is_alone and (options.format == "lines" or options.pictures or options.address):
        return fail("--format lines, --pictures and --address are for one file", WRONGLY_CALLED)
    if options.address and not _is_web_address(options.address):
        return fail(f"--address {options.address!r} is no http or https address", WRONGLY_CALLED)
    if options.format == "lines":
        return _read_lines(paths[0])
    if is_alone:
        return _read_one(paths[0], options)
    return _read_many(paths, options.format)


def _is_web_address(address: str) -> bool:
    from oic_reports.sources.catalogue import canonical_address  # noqa: PLC0415  (only where one is given)

    try:
        canonical_address(address)
    except ValueError:
        return False
    return True


def _find_files(given: list[Path]) -> Iterator[Path]:
    """The files, those of folders in the order of their names; sidecars and what systems leave there are no reports."""
    for path in given:
        if path.is_dir():
            from oic_reports.sources.inbox import INBOX, OURS  # noqa: PLC0415  (of folders alone)

            inside = sorted(held for held in path.rglob("*") if held.is_file())
            names = set(inside)
            is_inbox = (Settings().raw / INBOX).resolve() in (path.resolve(), *path.resolve().parents)
            ours = OURS if is_inbox else frozenset()
            yield from (held for held in inside if held.name not in ours and not _is_passed_over(held, path, names))
        else:
            yield path


def _is_passed_over(path: Path, folder: Path, names: set[Path]) -> bool:
    from oic_reports.sources.junk import explain_junk  # noqa: PLC0415  (of folders alone)
    from oic_reports.sources.sidecar_place import SUFFIX  # noqa: PLC0415  (likewise)

    if path.name.endswith(SUFFIX) and path.with_name(path.name.removesuffix(SUFFIX)) in names:
        return True
    return any(part.startswith(".") or explain_junk(part) for part in path.relative_to(folder).parts)


def _read(path: Path, address: str | None = None) -> dict[str, Any]:
    """What the file holds, or its refusal."""
    try:
        return read_document(path, Settings(), address)
    except OSError as error:
        return {"rejected": {"reason": "file_unreadable", "detail": f"{path}: {error.strerror}"}}


def _read_one(path: Path, options: argparse.Namespace) -> int:
    document = _read(path, options.address)
    rejected: Any = document.get("rejected")
    if rejected is not None:
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
        return _refuse(path, rejected)
    _say_left_out(path, document)
    if options.pictures:
        status = _write_pictures(path, options.pictures, document)
        if status:
            return status
    if options.format == "json":
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(print_report(document, coloured=has_colours()))
    return 0


def _read_many(paths: list[Path], form: str) -> int:
    """Read one file after the other; a refused one does not stop the others."""
    refused = 0
    with share_readers(len(paths)), follow(paths) as followed:
        for path in followed:
            document = _read(path)
            rejected: Any = document.get("rejected")
            if form == "json":
                sys.stdout.write(json.dumps({"file": str(path), **document}, ensure_ascii=False) + "\n")
            elif rejected is None:
                sys.stdout.write(f"== {path}\n\n{print_report(document, coloured=has_colours())}\n")
            if rejected is not None:
                refused += 1
                _refuse(path, rejected)
            else:
                _say_left_out(path, document)
    sys.stderr.write(f"oic-reports: {len(paths) - refused} read, {refused} refused\n")
    return REFUSED if refused else 0


def _refuse(path: Path, rejected: dict[str, str]) -> int:
    return fail(f"{path} is refused: {rejected['reason']}: {rejected['detail']}", REFUSED)


def _say_left_out(path: Path, document: dict[str, Any]) -> None:
    """One line, if corrections were left out since they are of another text."""
    flags = [flag for part in (document, *document.get("parts", ())) for flag in part["flags"]]
    notes = [flag["note"] for flag in flags if flag["flag"] == "correction_stale"]
    if notes:
        more = f" (and {len(notes) - 1} more)" if len(notes) > 1 else ""
        sys.stderr.write(f"oic-reports: left out, since it does not fit {path}: {notes[0]}{more}\n")


def _read_lines(path: Path) -> int:
    """Print each line with its facts, its block and the rule that decided it, of a text that is refused, too."""
    from oic_reports.structure.explain import COLUMNS, explain_lines  # noqa: PLC0415  (no other format needs it here)

    try:
        reading = read_reading(path, Settings())
    except (UnreadableFileError, OSError) as error:
        return fail(f"{path} is refused: {error}", REFUSED)
    sys.stdout.write("\t".join(COLUMNS) + "\n")
    for row in explain_lines(reading):
        sys.stdout.write("\t".join(row) + "\n")
    return 0


def _write_pictures(path: Path, folder: Path, document: dict[str, Any]) -> int:
    try:
        count = write_pictures(path, document["blocks"], folder, Settings())
    except (UnreadableFileError, OSError) as error:
        return fail(f"no pictures of {path}: {error}")
    if not count:
        return fail(f"{path} has no pages: there is nothing to picture")
    sys.stderr.write(f"oic-reports: {count} pictures in {folder}\n")
    return 0
