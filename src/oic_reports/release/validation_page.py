"""``validation.html``: every check and what it found, and as many rows as a browser, and a telephone, bears.

What is cut off here is whole in the tables of the release; the page says how much that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import islice
from typing import Any

import pyarrow as pa
from jinja2 import Environment

from oic_reports.checks.verdict import CheckResult, Verdict
from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.wording import find_label

# rows of one table of the page: some 40 kB of HTML
_MOST = 200
_COLUMNS = [
    *("document_id", "language", "title", "title_supplied", "date", "body_id"),
    *("paragraph_count", "operative_count", "repair_count", "flag_count"),
]


def print_validation(
    environment: Environment, described: Description, tables: Mapping[str, pa.Table], verdict: Verdict
) -> str:
    """The page."""
    by_table: dict[str, list[CheckResult]] = {}
    for result in verdict.results:
        by_table.setdefault(result.table, []).append(result)
    documents = tables["documents"].select(_COLUMNS).to_pylist()
    repairs = (row for batch in tables["repairs"].to_batches() for row in batch.to_pylist())
    shown_repairs = list(islice((row for row in repairs if row["repair_kind"] != "markup"), _MOST))
    return environment.get_template("validation.html.jinja").render(
        facts=described.facts,
        holdings=described.holdings,
        by_table=by_table,
        passed=sum(result.success for result in verdict.results),
        failed=sum(not result.success for result in verdict.results),
        groups=_group(documents),
        # those with most flags first: they are to be looked at
        documents=sorted(documents, key=lambda row: (-row["flag_count"], row["document_id"]))[:_MOST],
        rejects=tables["rejects"].slice(0, _MOST).to_pylist(),
        reasons=_rank(tables["rejects"], "reason"),
        shown_repairs=shown_repairs,
        flags=_rank(tables["flags"], "flag"),
        repair_kinds=_rank(tables["repairs"], "repair_kind"),
    )


def _group(documents: list[dict[str, Any]]) -> list[tuple[str, str, int, int, int]]:
    """Body and language, with documents, paragraphs and flags."""
    counted: dict[tuple[str, str], list[int]] = {}
    for row in documents:
        of = counted.setdefault((find_label("bodies", row["body_id"] or "unknown", "en"), row["language"]), [0, 0, 0])
        for place, number in enumerate((1, row["paragraph_count"], row["flag_count"])):
            of[place] += number
    grouped = [
        (body, language, number, paragraphs, flags)
        for (body, language), (number, paragraphs, flags) in sorted(counted.items())
    ]
    return grouped[:_MOST]


def _rank(table: pa.Table, column: str) -> list[tuple[str, int]]:
    counted = Counter(table.column(column).to_pylist())
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))
