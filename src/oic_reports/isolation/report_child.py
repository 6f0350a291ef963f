"""The child process of ``extraction``: reads a file and structures what was read, under one limit of time and memory.

A request comes as JSON on stdin. Answers are lines of JSON on stdout: first the reading, then its reports; either may
be a refusal (``reason``, ``detail``) instead, which is the last line. So the parent knows how far a child came that
ended before its time, and need not read again what was read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from oic_reports.isolation.reading_child import ADDRESS_SPACE_EXHAUSTED, limit, read_requested

if TYPE_CHECKING:
    from oic_reports.model import Reading


def _work(request: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    from oic_reports.errors import UnreadableFileError  # noqa: PLC0415  (after the limits)
    from oic_reports.report_json import dump_reading, parse_reading  # noqa: PLC0415  (likewise)

    known = request.get("reading")
    try:
        reading = read_requested(request) if known is None else parse_reading(known)
    except UnreadableFileError as error:
        yield {"reason": error.reason, "detail": error.detail}
        return
    yield {"reading": dump_reading(reading)}
    yield _structure(reading, request.get("addresses", ()))


def _structure(reading: Reading, addresses: Sequence[str]) -> dict[str, Any]:
    from oic_reports.errors import describe_fault  # noqa: PLC0415  (after the limits)
    from oic_reports.report_json import dump_noun  # noqa: PLC0415  (likewise)
    from oic_reports.structure.report import NoReportError, build_reports  # noqa: PLC0415  (likewise)

    try:
        return {"reports": dump_noun(build_reports(reading, addresses))}
    except NoReportError as error:
        return {"reason": error.reason, "detail": str(error)}
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  (whatever a rule does on one text is that text's reject, with its place)
        return {"reason": "rule_failed", "detail": describe_fault(error)}


def main() -> int:
    """Answer one request; exit status 71 says that the memory limit was met."""
    request = json.loads(sys.stdin.buffer.read())
    limit(request)
    try:
        for answer in _work(request):
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
    except (MemoryError, RecursionError):
        return ADDRESS_SPACE_EXHAUSTED
    except BrokenPipeError:
        # the parent has heard enough
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
