"""One file for ``oic-reports read``: extracted, named and corrected by itself, and printed as JSON values."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import re
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from oic_reports.correcting.applying import apply_corrections
from oic_reports.correcting.correction_rows import load_corrections
from oic_reports.errors import UnreadableFileError
from oic_reports.identity.identify import identify
from oic_reports.isolation.extraction import ReadingSettings, extract_file, make_limits
from oic_reports.isolation.fresh import open_nursery_for
from oic_reports.isolation.parent import cut_isolated, read_isolated
from oic_reports.model import (
    Box,
    Extraction,
    Reading,
    ReadingFacts,
    Report,
    Source,
)
from oic_reports.own_sites import list_addresses
from oic_reports.report_json import print_block, print_document
from oic_reports.sources.regular import open_regular, print_name
from oic_reports.sources.sidecar_place import find_sidecar

_LOGGER = logging.getLogger(__name__)


def write_pictures(path: Path, blocks: Sequence[Mapping[str, Any]], folder: Path, settings: ReadingSettings) -> int:
    """Write a PNG for each rectangle of each block (as ``print_block`` gives them); how many were written.

    Names are ``<place>_<eid>_<page>.png``, so that they sort as the blocks do.

    Raises:
        UnreadableFileError: the file cannot be rendered.
        OSError: the folder cannot be written.
    """
    named = [(place, block["eid"], Box(**box)) for place, block in enumerate(blocks, 1) for box in block["boxes"]]
    if not named:
        return 0
    pictures = cut_isolated(path, [box for _, _, box in named], make_limits(settings))
    folder.mkdir(parents=True, exist_ok=True)
    for number, ((place, eid, box), picture) in enumerate(zip(named, pictures, strict=True)):
        name = re.sub(r"[^A-Za-z0-9_.-]", "-", f"{place:04}_{eid}_p{box.page}")
        again = sum(earlier == (place, eid, box.page) for earlier in ((p, e, b.page) for p, e, b in named[:number]))
        (folder / f"{name}{f'_{again + 1}' if again else ''}.png").write_bytes(picture)
    return len(pictures)


def share_readers(number: int) -> AbstractContextManager[None]:
    """Let the processes that read so many files, one after the other, start as fast as their number is worth."""
    return open_nursery_for(number)


def describe_source(path: Path, address: str | None = None) -> Source:
    """The source of a single file; what a sidecar beside it says does not count, but for the address.

    Args:
        path: the file.
        address: where it is from; None: where the sidecar says, if there is a valid one.

    Raises:
        OSError: the file cannot be opened, or is no file.
    """
    content = hashlib.sha256()
    size = 0
    with open_regular(path) as file:
        while chunk := file.read(1 << 20):
            content.update(chunk)
            size += len(chunk)
    digest = content.hexdigest()
    return Source(f"src-{digest[:16]}", print_name(path.name), digest, size, url=address or _find_address(path, digest))


def _find_address(path: Path, digest: str) -> str | None:
    """The address that the sidecar of a file gives for this very content; a sidecar that cannot be used is named."""
    if not find_sidecar(path).is_file():
        return None
    from oic_reports.sources.sidecar import SidecarError, load_sidecar  # noqa: PLC0415  (few files have one here)

    try:
        # a run fills in the day of receipt
        sidecar = load_sidecar(path, dt.datetime.now(dt.UTC).date())
    except SidecarError as error:
        _LOGGER.warning("oic-reports: where %s is from is not known: %s", print_name(path.name), error.detail)
        return None
    return sidecar.url if sidecar.sha256 == digest else None


def read_reading(path: Path, settings: ReadingSettings) -> Reading:
    """What the reader gives for a single file, whether it is a report or not.

    Raises:
        UnreadableFileError: with a reason code.
        OSError: the file cannot be opened.
    """
    source = describe_source(path)
    return read_isolated(path, make_limits(settings), source.declared_encoding, source.sha256)


def read_document(path: Path, settings: ReadingSettings, address: str | None = None) -> dict[str, object]:
    """One file as the JSON of ``oic-reports read``: ``document`` and ``blocks``, or ``rejected``.

    Args:
        path: the file.
        settings: limits of reading, and the corrections.
        address: where it is from, if its sidecar does not say it.

    Corrections that do not fit this file are left out; the flag ``correction_stale`` says so.

    Raises:
        CorrectionError: a file of corrections is malformed.
        OSError: the file cannot be opened.
    """
    extraction = extract_file(path, describe_source(path, address), settings)
    (identified,) = identify((extraction,), None)
    corrections = load_corrections(settings.corrections)
    (corrected,) = apply_corrections((identified,), corrections, is_collection=False)
    return _print_extraction(corrected)


def read_trusted(path: Path, address: str | None = None) -> dict[str, object]:
    """As ``read_document``, but in this process and without corrections: for files of our own, never for a stranger's.

    Raises:
        OSError: the file cannot be opened.
    """
    from oic_reports.reading.reader import read_bytes  # noqa: PLC0415  (a stranger's file is read in another process)
    from oic_reports.structure.report import NoReportError, build_reports  # noqa: PLC0415  (likewise)

    source = describe_source(path, address)
    try:
        reading = read_bytes(path.read_bytes(), path.name)
        extraction = Extraction(source, ReadingFacts.of(reading), build_reports(reading, list_addresses(source)))
    except UnreadableFileError as error:
        return {"rejected": {"reason": error.reason, "detail": error.detail}}
    except NoReportError as error:
        return {"rejected": {"reason": error.reason, "detail": str(error)}}
    (identified,) = identify((extraction,), None)
    return _print_extraction(identified)


def _print_extraction(corrected: Extraction) -> dict[str, object]:
    if not corrected.reports:
        reject = corrected.rejects[0]
        return {"rejected": {"reason": reject.reason, "detail": reject.detail}}
    first, *parts = corrected.reports
    blocks = [print_block(block) for block in first.blocks]
    printed = {**print_document(first), "blocks": blocks}
    if parts:
        # a cover is the file's; where several documents stand side by side, the first is one of them
        own = [] if first.header.part == 0 else [_describe_part(first, list(blocks))]
        printed["parts"] = own + [_print_part(part, blocks) for part in parts]
        printed["blocks"] = blocks
    return printed


def _print_part(part: Report, blocks: list[Mapping[str, object]]) -> Mapping[str, object]:
    """A document of a collection; its blocks are added to those of the file, their eids prefixed by its own."""
    number = part.header.resolution_number
    name = re.sub(r"[^\w()]+", "-", number or str(part.header.part))
    prefix = f"res_{name}" if number or part.header.collection_id else f"doc_{name}"
    own = []
    for block in part.blocks:
        parent = f"{prefix}__{block.parent}" if block.parent else None
        own.append({**print_block(block), "eid": f"{prefix}__{block.eid}", "parent": parent})
    blocks += own
    return _describe_part(part, own)


def _describe_part(part: Report, own: Sequence[Mapping[str, object]]) -> Mapping[str, object]:
    return {**print_document(part), "first_eid": own[0]["eid"], "last_eid": own[-1]["eid"]}
