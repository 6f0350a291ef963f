"""What people found wrong: rows of ``corrections/*.yaml``, each with a guard and a reason.

A row names a paragraph (or a document) by id and says what it expects to find there; where the text has changed, the
row is stale and the run stops, so that nobody corrects what is no longer there. Actions:

``replace``: the text ``expect`` of a paragraph becomes ``replace``, logged as a repair of kind ``correction``;
``sic``: the text ``expect`` is the author's error; it stays and is flagged with the ``expected`` form;
``set_fact``: the header's ``field``, now ``expect``, becomes ``value``;
``withdraw``: the document is not published any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import yaml

from oic_reports.cleaning.draft import Draft
from oic_reports.model import Block, Extraction, Flag, Header, Reject, Report

_REQUIRED = {
    "replace": {"paragraph_id", "expect", "replace"},
    "sic": {"paragraph_id", "expect", "expected"},
    "set_fact": {"document_id", "field", "expect", "value"},
    "withdraw": {"document_id"},
}
_ALWAYS = {"id", "action", "reason", "reported"}


class CorrectionError(Exception):
    """A row of a corrections file is malformed or stale; the message names the file and the row."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One row: where it stands, what it does to which document, and the action's own values."""

    name: str
    action: str
    document_id: str
    eid: str | None
    values: dict[str, Any]
    reason: str


def load_corrections(folder: Path) -> tuple[Correction, ...]:
    """Every row of ``folder``'s YAML files, in the order of file names.

    Raises:
        CorrectionError: a file is no list of rows, a row lacks a key or has one too many, or an id stands twice.
    """
    corrections: list[Correction] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            rows = yaml.safe_load(path.read_text(encoding="utf-8"))
        except yaml.YAMLError as error:
            msg = f"corrections/{path.name} is no valid YAML: {error}"
            raise CorrectionError(msg) from error
        if rows is not None and not isinstance(rows, list):
            msg = f"corrections/{path.name} must hold a list of rows"
            raise CorrectionError(msg)
        corrections += [
            _parse(row, f"corrections/{path.name}, row {number}") for number, row in enumerate(rows or [], 1)
        ]
    ids = [correction.name.rsplit(" ", 1)[-1] for correction in corrections]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        msg = f"these correction ids stand twice: {', '.join(twice)}"
        raise CorrectionError(msg)
    return tuple(corrections)


def _parse(row: Any, place: str) -> Correction:  # noqa: ANN401  (YAML gives anything; this is where it is checked)
    if not isinstance(row, dict) or row.get("action") not in _REQUIRED:
        msg = f"{place}: a row needs an action, one of {', '.join(_REQUIRED)}"
        raise CorrectionError(msg)
    expected = _ALWAYS | _REQUIRED[row["action"]]
    wrong = sorted(expected ^ set(row))
    if wrong:
        msg = f"{place}: missing or unknown keys: {', '.join(wrong)}"
        raise CorrectionError(msg)
    target = str(row.get("paragraph_id") or row["document_id"])
    document_id, _, eid = target.partition("/")
    header_fields = {field.name for field in fields(Header)}
    if row["action"] == "set_fact" and row["field"] not in header_fields:
        msg = f"{place}: {row['field']} is no header field"
        raise CorrectionError(msg)
    values = {key: row[key] for key in _REQUIRED[row["action"]]}
    return Correction(f"{place}: {row['id']}", row["action"], document_id, eid or None, values, str(row["reason"]))


def apply_corrections(extractions: Sequence[Extraction], corrections: Sequence[Correction]) -> tuple[Extraction, ...]:
    """The extractions with every row applied whose document is among them.

    Where a publisher has revised a document (its source has taken the place of another one), a row that is stale by
    that is left out, with a flag.

    Raises:
        CorrectionError: a row is stale: its paragraph is gone, or does not hold what the row expects.
    """
    return tuple(_correct_extraction(extraction, corrections) for extraction in extractions)


def _correct_extraction(extraction: Extraction, corrections: Sequence[Correction]) -> Extraction:
    reports = []
    rejects = list(extraction.rejects)
    for report in extraction.reports:
        rows = [row for row in corrections if row.document_id == report.document_id]
        withdrawn = next((row for row in rows if row.action == "withdraw"), None)
        if withdrawn:
            source = extraction.source
            rejects.append(
                Reject(
                    source.source_id, source.file_name, "correction", "withdrawn", withdrawn.reason, report.document_id
                )
            )
            continue
        for row in rows:
            try:
                report = _correct_report(report, row)  # noqa: PLW2901  (each row works on what the one before left)
            except CorrectionError as error:
                if not extraction.source.revises:
                    raise
                flag = Flag("correction_stale", "correction.stale", "warning", note=str(error))
                report = replace(report, flags=(*report.flags, flag))  # noqa: PLW2901  (likewise)
        reports.append(report)
    return replace(extraction, reports=tuple(reports), rejects=tuple(rejects))


def _correct_report(report: Report, row: Correction) -> Report:
    if row.action == "set_fact":
        name = row.values["field"]
        found = getattr(report.header, name)
        if found != row.values["expect"]:
            msg = f"{row.name} is stale: {name} is {found!r}, not {row.values['expect']!r}; mend or remove the row"
            raise CorrectionError(msg)
        flag = Flag("corrected", f"correction.{name}", note=row.reason)
        header = replace(report.header, **{name: row.values["value"]})
        return replace(report, header=header, flags=(*report.flags, flag))
    place = next((i for i, block in enumerate(report.blocks) if block.eid == row.eid), None)
    if place is None:
        msg = f"{row.name} is stale: there is no paragraph {row.document_id}/{row.eid}; mend or remove the row"
        raise CorrectionError(msg)
    blocks = list(report.blocks)
    blocks[place] = _correct_block(blocks[place], row)
    return replace(report, blocks=tuple(blocks))


def _correct_block(block: Block, row: Correction) -> Block:
    expect = str(row.values["expect"])
    if block.text.count(expect) != 1:
        found = block.text.count(expect)
        msg = f"{row.name} is stale: {expect!r} stands {found} times in the paragraph, not once; mend or remove the row"
        raise CorrectionError(msg)
    start = block.text.index(expect)
    if row.action == "sic":
        flag = Flag(
            "sic", "correction.sic", "info", start, start + len(expect), expect, str(row.values["expected"]), row.reason
        )
        return replace(block, flags=(*block.flags, flag))
    draft = Draft.of(block)
    draft.change(
        start, start + len(expect), str(row.values["replace"]), kind="correction", rule="correction", confidence="high"
    )
    flag = Flag("corrected", "correction.text", note=row.reason)
    return replace(block, text=draft.text, repairs=draft.sorted_repairs, flags=(*draft.flags, flag))
