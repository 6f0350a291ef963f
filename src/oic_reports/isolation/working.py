"""What becomes of one file in a child process (``report_child``): its reading, its reports, or the fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from oic_reports.errors import UnreadableFileError, parse_refusal
from oic_reports.isolation.parent import MACHINE_FAULTS, Limits, ask_child, convert_isolated, make_reading_request
from oic_reports.model import Reading, Report, Source
from oic_reports.own_sites import list_addresses
from oic_reports.report_json import dump_reading, parse_reading, parse_reports

_CHILD = "oic_reports.isolation.report_child"


@dataclass(frozen=True, slots=True)
class Worked:
    """What was made of a file. A fault with a reading is one of structure or cleaning, without one of reading."""

    reading: Reading | None = None
    reports: tuple[Report, ...] = ()
    fault: UnreadableFileError | None = None


def work_isolated(path: Path, limits: Limits, source: Source, known: Reading | None = None) -> Worked:
    """Read a file and structure what was read; what may be the machine's fault is tried once more before it counts.

    Args:
        path: the file.
        limits: what the child may take.
        source: what is known of the file.
        known: what was read of it before; then it is not read again.
    """
    worked = _try(path, limits, source, known)
    if worked.fault is not None and worked.fault.reason in MACHINE_FAULTS:
        worked = _try(path, limits, source, worked.reading)
    if worked.fault is not None and worked.reading is not None and worked.fault.reason == "reader_failed":
        # it ended while a rule was at work
        return replace(worked, fault=UnreadableFileError("rule_failed", worked.fault.detail))
    return worked


def _try(path: Path, limits: Limits, source: Source, known: Reading | None) -> Worked:
    """One try; if the file needs another program (recognition, conversion), once more with its help."""
    addresses = list_addresses(source)
    if known is not None:
        return _ask(
            {"path": str(path), "reading": dump_reading(known), "addresses": addresses, **asdict(limits)}, limits, known
        )
    facts = source.declared_encoding, source.sha256
    worked = _ask({**make_reading_request(path, limits, *facts, None), "addresses": addresses}, limits)
    if worked.fault is None or worked.reading is not None:
        return worked
    if worked.fault.reason == "converter_missing":
        return _convert(path, limits, source)
    if worked.fault.reason != "ocr_needed":
        return worked
    longer = replace(limits, seconds=limits.ocr_seconds)
    return _ask({**make_reading_request(path, longer, *facts, limits.ocr_page_seconds), "addresses": addresses}, longer)


def _convert(path: Path, limits: Limits, source: Source) -> Worked:
    """Have an old Word file converted, then work on what came of it as on any Word file."""
    try:
        with convert_isolated(path, limits, source.sha256) as converted:
            request = make_reading_request(converted.path, limits, None, None, None)
            worked = _ask({**request, "addresses": list_addresses(source)}, limits)
    except UnreadableFileError as fault:
        return Worked(fault=fault)
    return replace(worked, reading=worked.reading and converted.name_in(worked.reading))


def _ask(request: Mapping[str, Any], limits: Limits, known: Reading | None = None) -> Worked:
    answers = ask_child(_CHILD, request, limits)
    reading = known
    for answer in answers.values:
        try:
            if "reason" in answer:
                return Worked(reading, fault=parse_refusal(answer))
            if "reports" in answer and reading is not None:
                return Worked(reading, parse_reports(answer["reports"]))
            reading = known or parse_reading(answer["reading"])
        except UnreadableFileError as fault:
            return Worked(reading, fault=fault)
        except (KeyError, TypeError):
            break
    return Worked(reading, fault=answers.fault or UnreadableFileError("reader_failed", "the reader gave no answer"))
