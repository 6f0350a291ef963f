"""Why a release is refused, in one line: what follows from it first, the cause last, where a reader's eye rests."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from oic_reports.checks.verdict import CheckResult, Verdict

_MISSING = "rule.published_stay_published"
# as many as a line holds; the log and ``validate`` name all
_MOST = 3
_LONGEST = 200


def explain_refusal(verdict: Verdict, tables: Mapping[str, pa.Table], published: Mapping[str, str]) -> str | None:
    """A sentence on what stops a release; None if nothing does.

    Args:
        verdict: what the checks said.
        tables: those of this run.
        published: the documents of the last release, each with the id of its source.
    """
    failures = sorted(verdict.release_failures, key=lambda failure: failure.name != _MISSING)[:_MOST][::-1]
    number = len(verdict.release_failures)
    if not failures:
        return None
    said = [_explain(failure, tables, published) for failure in failures]
    more = f" ({number - _MOST} of them are not named)" if number > _MOST else ""
    stop = "1 check stops" if number == 1 else f"{number} checks stop"
    return f"{stop} this release, the last one stays as it is{more}: {'; '.join(said)}"


def _explain(failure: CheckResult, tables: Mapping[str, pa.Table], published: Mapping[str, str]) -> str:
    if failure.name == _MISSING:
        lost = [_explain_loss(name, tables, published) for name in failure.keys[:_MOST]]
        more = f" (and {failure.unexpected - _MOST} more)" if failure.unexpected > _MOST else ""
        return f"{failure.name}: {'; '.join(lost)}{more}"
    rows = f" ({', '.join(failure.keys[:_MOST])})" if failure.keys else ""
    return f"{failure.name} does not hold: {failure.why}{rows}"


def _explain_loss(document_id: str, tables: Mapping[str, pa.Table], published: Mapping[str, str]) -> str:
    """Why a published document is missing now: the reject of itself or of its file, else that its file is gone."""
    rejects = tables["rejects"].to_pylist()
    reject = next((row for row in rejects if row["document_id"] == document_id), None)
    source_id = published.get(document_id)
    reject = reject or next((row for row in rejects if row["source_id"] == source_id), None)
    if reject is None:
        return f"{document_id} was published and its file is gone: restore it, or withdraw the report in corrections/"
    why = f"{reject['file_name']} is rejected: {reject['reason']}: {reject['detail']}"
    return f"{document_id} was published and would be missing: {why[:_LONGEST]}"
