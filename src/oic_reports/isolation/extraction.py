"""One file to what was extracted of it, in a child process: read, structured, cleaned; a bad file is a reject."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from oic_reports.codes import RejectReason, RejectStage
from oic_reports.disk.writing import say_unwritable
from oic_reports.errors import UnreadableFileError
from oic_reports.isolation.parent import Limits
from oic_reports.isolation.working import work_isolated
from oic_reports.model import Extraction, ReadingFacts, Reject, Source
from oic_reports.reading.recognised import keep_recognised, load_recognised


class ReadingSettings(Protocol):
    """The settings that reading needs (see ``settings``)."""

    @property
    def read_seconds(self) -> float:
        """Wall seconds for one file."""

    @property
    def read_memory_bytes(self) -> int:
        """Address space for one file."""

    @property
    def read_output_bytes(self) -> int:
        """Largest result of reading one file."""

    @property
    def max_file_bytes(self) -> int:
        """Largest file that is read."""

    @property
    def ocr_seconds(self) -> float:
        """Wall seconds for a file whose pages are recognised."""

    @property
    def ocr_page_seconds(self) -> float:
        """Wall seconds for the recognition of one page."""

    @property
    def convert_seconds(self) -> float:
        """Wall seconds for the conversion of one old Word file."""

    @property
    def convert_memory_bytes(self) -> int:
        """Address space for it."""

    @property
    def convert_file_bytes(self) -> int:
        """Largest file that it may write."""

    @property
    def corrections(self) -> Path:
        """Folder of the corrections."""


def extract_file(path: Path, source: Source, settings: ReadingSettings, kept: Path | None = None) -> Extraction:
    """Read one file and build its reports; a file that gives none becomes a reject with a reason.

    Args:
        path: the file.
        source: what is known of it.
        settings: limits of reading.
        kept: the folder of recognised and converted texts; None: nothing is kept, and nothing that was kept is used.

    Raises:
        UnwritableError: a recognised or converted text cannot be kept.
    """
    try:
        known = load_recognised(kept, source.sha256) if kept else None
    except UnreadableFileError as error:
        return Extraction(source, rejects=(_reject(source, "read", error.reason, error.detail),))
    worked = work_isolated(path, make_limits(settings), source, known)
    if kept and known is None and worked.reading and (worked.reading.ocr_engine or worked.reading.converter):
        with say_unwritable(kept):
            keep_recognised(kept, source.sha256, worked.reading)
    facts = ReadingFacts.of(worked.reading) if worked.reading else None
    if worked.fault is None:
        return Extraction(source, facts, worked.reports)
    stage: RejectStage = "read" if worked.reading is None else "structure"
    reject = _reject(source, stage, worked.fault.reason, worked.fault.detail)
    return Extraction(source, facts, rejects=(reject,))


def make_limits(settings: ReadingSettings) -> Limits:
    """What reading one file may take, by the settings."""
    return Limits(
        settings.read_seconds,
        settings.read_memory_bytes,
        settings.max_file_bytes,
        settings.read_output_bytes,
        settings.ocr_seconds,
        settings.ocr_page_seconds,
        settings.convert_seconds,
        settings.convert_memory_bytes,
        settings.convert_file_bytes,
    )


def _reject(source: Source, stage: RejectStage, reason: RejectReason, detail: str) -> Reject:
    return Reject(source.source_id, source.file_name, stage, reason, detail)
