"""Cards to tables on disk: named, selected, corrected, tabulated; paragraphs are loaded one report at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.correcting.applying import apply_corrections, check_targets
from oic_reports.correcting.correction_rows import Correction, load_corrections
from oic_reports.identity.identify import name_documents, name_paragraphs
from oic_reports.identity.registry import Registry
from oic_reports.jobs.made import Known, MadeOf, mark_report
from oic_reports.jobs.selection import Selection
from oic_reports.model import Extraction, Reject, Report
from oic_reports.tables.document_rows import take_documents
from oic_reports.tables.fit import find_misfits
from oic_reports.tables.on_disk import open_writers, read_tables
from oic_reports.tables.tabulate import Tabulator, list_written

# the header alone is corrected before reports are chosen
_OF_HEADERS = frozenset({"set_fact", "withdraw"})


@dataclass(frozen=True, slots=True)
class Loader:
    """How paragraphs are found: of all reports of a card, and of one of them by its number, from 0.

    ``find_key`` gives the leaf key of a card.
    """

    load: Callable[[Extraction], Extraction] = lambda extraction: extraction
    load_report: Callable[[Extraction, int], Report] = lambda extraction, number: extraction.reports[number]
    find_key: Callable[[Extraction], str] = lambda _: ""


# extractions that are in memory whole
IN_MEMORY = Loader()


def assemble(
    extractions: Iterable[Extraction],
    previous: Mapping[str, pa.Table] | None,
    corrections_folder: Path,
    into: Path,
    *,
    selection: Selection | None = None,
    until: str | None = None,
    loader: Loader = IN_MEMORY,
    known: Known | None = None,
) -> Assembled:
    """Name, correct, select and tabulate what was read.

    A newer version of what is published is checked here already: if it fails, the older one stays.

    Args:
        extractions: what was read; cards will do.
        previous: the tables of the last release, or None.
        corrections_folder: what people found wrong.
        into: an empty or missing folder, for tables on disk.
        selection: which new reports are brought in; None: all.
        until: the day of the last release, where that is made anew.
        loader: how the paragraphs of cards are found.
        known: of what the documents of the last release were made; None: nothing is taken from there.

    Raises:
        CorrectionError: a correction is malformed, stale, or about a document that exists nowhere.
    """
    corrections = load_corrections(corrections_folder)
    run = _Run(previous, Registry.from_tables(previous), corrections, until, loader, known or Known())
    waiting = list(extractions)
    while True:
        chosen, left_out = _choose(waiting, run, selection or Selection())
        tables, made = _tabulate(chosen, run, into)
        failed = _find_failed_versions(tables, previous)
        if not failed:
            return Assembled(tables, left_out, made)
        waiting = [_bar(extraction, failed) for extraction in waiting]


@dataclass(frozen=True, slots=True)
class Assembled:
    """The tables of a run, the names of the files that were left out, and of what each document was made."""

    tables: dict[str, pa.Table]
    left_out: tuple[str, ...]
    made: MadeOf


@dataclass(frozen=True, slots=True)
class _Run:
    previous: Mapping[str, pa.Table] | None
    registry: Registry
    corrections: Sequence[Correction]
    until: str | None
    loader: Loader
    known: Known


def _choose(
    extractions: Sequence[Extraction], run: _Run, selection: Selection
) -> tuple[list[Extraction], tuple[str, ...]]:
    """The named files whose reports are brought in or were published, and the names of the others."""
    named = name_documents(extractions, run.registry, run.until, run.loader.load)
    if run.until is None and extractions:
        # a release that is made anew has only its own files: rows of later ones are about nothing there;
        # and an empty store is a fault of its own, which the checks name
        check_targets(run.corrections, named, _list_published(run.previous))
    published = {known.document_id for documents in run.registry.documents.values() for known in documents}
    of_headers = [row for row in run.corrections if row.action in _OF_HEADERS]
    kept, left_out = [], []
    for extraction in named:
        (corrected,) = apply_corrections((extraction,), of_headers)
        is_chosen = not corrected.reports or any(
            selection.holds(report, extraction.source) for report in corrected.reports
        )
        # a newer version of a published report comes from a source of its own
        is_published = any(report.document_id in published for report in corrected.reports)
        if is_chosen or is_published or extraction.source.source_id in run.registry.documents:
            kept.append(extraction)
        else:
            left_out.append(extraction.source.file_name)
    return kept, tuple(left_out)


def _tabulate(extractions: Sequence[Extraction], run: _Run, into: Path) -> tuple[dict[str, pa.Table], MadeOf]:
    """Write the tables of named files, document by document in the order of ids."""
    rejects: list[list[tuple[int, Reject]]] = [[] for _ in extractions]
    kept: list[list[Report]] = [[] for _ in extractions]
    misfits = find_misfits(extractions)
    waiting: list[tuple[str, int, int]] = []
    for place, extraction in enumerate(extractions):
        if place in misfits:
            rejects[place].append((0, misfits[place].reject(extraction)))
            continue
        waiting += [(report.document_id, place, number) for number, report in enumerate(extraction.reports)]
    corrections: dict[str, list[Correction]] = {}
    for row in run.corrections:
        corrections.setdefault(row.document_id, []).append(row)
    noted = MadeOf()
    with open_writers(into, list_written()) as writers:
        tabulator = Tabulator(writers)
        for document_id, place, number in sorted(waiting):
            extraction = extractions[place]
            rows = corrections.get(document_id, [])
            mark = mark_report(run.loader.find_key(extraction), extraction, number, rows)
            noted.marks[document_id] = mark
            known = run.known.find(document_id, mark)
            if known is None:
                report = name_paragraphs(run.loader.load_report(extraction, number), run.registry)
            else:
                # what its paragraphs are is known: the header alone is looked at
                report = replace(extraction.reports[number], blocks=())
                rows = [row for row in rows if row.action in _OF_HEADERS]
            (corrected,) = apply_corrections((replace(extraction, reports=(report,), rejects=()),), rows)
            rejects[place] += [(number, reject) for reject in corrected.rejects]
            for made in corrected.reports:
                misfit = tabulator.add(made, known)
                if misfit is not None:
                    rejects[place].append((number, misfit.reject(extraction, document_id)))
                    continue
                kept[place].append(replace(made, blocks=()))
                if known is not None:
                    noted.kept.add(document_id)
        tabulator.finish(
            _leave(extraction, kept[place], rejects[place]) for place, extraction in enumerate(extractions)
        )
    return read_tables(into), noted


def _leave(extraction: Extraction, kept: Sequence[Report], rejects: list[tuple[int, Reject]]) -> Extraction:
    """A file with the reports that are in the tables, and a reject for each that is not, in their order."""
    added = tuple(reject for _, reject in sorted(rejects, key=lambda entry: entry[0]))
    has_fault = any(reject.document_id is None for reject in added)
    reading = None if has_fault else extraction.reading
    return replace(extraction, reading=reading, reports=tuple(kept), rejects=(*extraction.rejects, *added))


def _find_failed_versions(tables: Mapping[str, pa.Table], previous: Mapping[str, pa.Table] | None) -> dict[str, str]:
    """Sources whose documents fail though others could be read in their place, each with what is wrong with it.

    They took the place of published ones, or were chosen among copies.
    """
    before = _list_sources(previous) if previous is not None else {}
    put_aside = {
        row["source_id"]: row["detail"]
        for row in tables["rejects"].to_pylist()
        if row["stage"] == "check" and before.get(row["document_id"], row["source_id"]) != row["source_id"]
    }
    sources = _list_sources(tables)
    replaced = {source_id for name, source_id in sources.items() if before.get(name, source_id) != source_id}
    related = tables["document_sources"].select(["document_id", "relation"]).to_pylist()
    copied = {row["document_id"] for row in related if row["relation"] == "near_copy"} - before.keys()
    replaced |= {sources[name] for name in copied}
    if not replaced:
        return put_aside
    from oic_reports.checks.run import run_checks  # noqa: PLC0415  (brings libraries that are slow to import)

    rejected = run_checks(_take_sources(tables, replaced), previous).rejected_documents
    failed = {
        name: reasons
        for name, reasons in rejected.items()
        if name in copied or before.get(name, sources[name]) != sources[name]
    }
    return put_aside | {sources[name]: "; ".join(failed[name]) for name in sorted(failed)}


def _list_sources(tables: Mapping[str, pa.Table]) -> dict[str, str]:
    """Document id to the id of its source."""
    rows = tables["documents"].select(["document_id", "source_id"]).to_pylist()
    return {row["document_id"]: row["source_id"] for row in rows}


def _take_sources(tables: Mapping[str, pa.Table], sources: Iterable[str]) -> dict[str, pa.Table]:
    """The tables of some sources alone."""
    wanted = pa.array(sorted(sources), pa.string())
    taken = dict(tables)
    for name in ("documents", "sources", "rejects"):
        taken[name] = tables[name].filter(pc.is_in(tables[name].column("source_id"), wanted))
    # sources that are only copies are left out with their relation
    related = tables["document_sources"]
    taken["document_sources"] = related.filter(pc.equal(related.column("relation"), "published"))
    documents = taken["documents"].column("document_id").to_pylist()
    for name in ("document_sources", "paragraphs", "flags", "boxes", "repairs"):
        taken[name] = take_documents(taken[name], documents)
    return taken


def _bar(extraction: Extraction, failed: Mapping[str, str]) -> Extraction:
    source = extraction.source
    if source.source_id not in failed:
        return extraction
    detail = f"another version or copy of this report is read in its place: {failed[source.source_id]}"
    reject = Reject(source.source_id, source.file_name, "check", "check_failed", detail)
    return replace(extraction, reports=(), rejects=(*extraction.rejects, reject))


def _list_published(previous: Mapping[str, pa.Table] | None) -> frozenset[str]:
    """Ids of all documents that were ever published or withdrawn, and of their sources, with the sha256 of these."""
    if previous is None:
        return frozenset()
    history = previous["id_history"].select(["id", "id_kind", "source_id"])
    of_documents = history.filter(pc.equal(history.column("id_kind"), "document")).to_pylist()
    found = {row["id"] for row in of_documents} | set(pc.unique(history.column("source_id")).to_pylist())
    found |= {name for row in previous["sources"].select(["source_id", "sha256"]).to_pylist() for name in row.values()}
    found |= set(previous["rejects"].column("document_id").to_pylist())
    return frozenset(name for name in found if name is not None)
