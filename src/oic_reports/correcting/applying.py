"""What people found wrong: rows of ``corrections/*.yaml`` (or ``.yml``), each with a guard and a reason.

A row names a paragraph (or a document) by id and says what it expects to find there; where the text has changed, the
row is stale and the run stops, so that nobody corrects what is no longer there. With ``sha256`` or ``source_id`` it
belongs to that file alone, and does nothing to another one that has the document's id. Actions:

``replace``: the text ``expect`` of a paragraph becomes ``replace``, logged as a repair of kind ``correction``;
``sic``: the text ``expect`` is the author's error; it stays and is flagged with the ``expected`` form;
``set_fact``: the header's ``field``, now ``expect``, becomes ``value`` (see ``facts_by_hand``);
``withdraw``: the document is not published any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from oic_reports.cleaning.draft import Draft
from oic_reports.correcting.correction_rows import Correction, CorrectionError
from oic_reports.correcting.facts_by_hand import set_fact
from oic_reports.model import Block, Extraction, Flag, Reject, Report


def apply_corrections(
    extractions: Sequence[Extraction], corrections: Sequence[Correction], *, is_collection: bool = True
) -> tuple[Extraction, ...]:
    """The extractions with every row applied whose document, and whose file, is among them.

    A row that does not fit is left out, with the flag ``correction_stale``, where the document is another than the row
    was written for: its source has taken the place of another one (the publisher has revised it), the row names
    another file, or a file is read by itself.

    Args:
        extractions: what was read and named.
        corrections: the rows.
        is_collection: whether these are the files of a dataset, and not one that is read by itself.

    Raises:
        CorrectionError: a row is stale: its paragraph is gone, or does not hold what the row expects.
    """
    return tuple(_correct_extraction(extraction, corrections, is_collection) for extraction in extractions)


def check_targets(
    corrections: Sequence[Correction], extractions: Sequence[Extraction], published: AbstractSet[str]
) -> None:
    """See to it that every row is about something: a misspelt one would be passed over, and its text be published.

    A row's document is there if a file of this run gives it, or if it was published at any time. A row that names a
    file is about a document of that file; where the file gives none in this run, it waits.

    Args:
        corrections: the rows.
        extractions: all files of the run, named, selected or not.
        published: ids of documents, and ids and sha256 of sources, that were ever published.

    Raises:
        CorrectionError: a document or a file exists nowhere, or the document is not one of the file.
    """
    given = {report.document_id for extraction in extractions for report in extraction.reports}
    for row in corrections:
        if not row.is_bound:
            if row.document_id not in given and row.document_id not in published:
                msg = (
                    f"{row.name}: there is no document {row.document_id}, in this run or published; mend or remove the"
                    " row (if its file is rejected in this run, add the file's sha256 to the row)"
                )
                raise CorrectionError(msg)
            continue
        files = [extraction for extraction in extractions if row.belongs_to(extraction.source)]
        if not files and published.isdisjoint({row.sha256, row.source_id}):
            msg = f"{row.name}: there is no file {row.sha256 or row.source_id}; mend or remove the row"
            raise CorrectionError(msg)
        found = {report.document_id for extraction in files for report in extraction.reports}
        if found and row.document_id not in found:
            msg = f"{row.name}: its file gives {', '.join(sorted(found)[:3])}, not {row.document_id}; mend the row"
            raise CorrectionError(msg)


def _correct_extraction(
    extraction: Extraction,
    corrections: Sequence[Correction],
    is_collection: bool,  # noqa: FBT001  (private)
) -> Extraction:
    source = extraction.source
    may_be_stale = bool(source.revises) or not is_collection
    reports = []
    rejects = list(extraction.rejects)
    for report in extraction.reports:
        named = [row for row in corrections if row.document_id == report.document_id]
        rows = [row for row in named if row.belongs_to(source)]
        stale = [f"{row.name} belongs to another file" for row in named if row not in rows]
        withdrawn = next((row for row in rows if row.action == "withdraw"), None)
        if withdrawn:
            why = withdrawn.reason
            rejects.append(
                Reject(source.source_id, source.file_name, "correction", "withdrawn", why, report.document_id)
            )
            continue
        for row in rows:
            try:
                report = _correct_report(report, row)  # noqa: PLW2901  (each row works on what the one before left)
            except CorrectionError as error:
                if not may_be_stale:
                    raise
                stale.append(str(error))
        flags = tuple(Flag("correction_stale", "correction.stale", "warning", note=note) for note in stale)
        reports.append(replace(report, flags=(*report.flags, *flags)))
    return replace(extraction, reports=tuple(reports), rejects=tuple(rejects))


def _correct_report(report: Report, row: Correction) -> Report:
    if row.action == "set_fact":
        name = row.values["field"]
        found = getattr(report.header, name)
        if found != row.values["expect"]:
            msg = f"{row.name} is stale: {name} is {found!r}, not {row.values['expect']!r}; mend or remove the row"
            raise CorrectionError(msg)
        flag = Flag("corrected", f"correction.{name}", note=row.reason)
        header = set_fact(report.header, str(name), row.values["value"], row.name)
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
