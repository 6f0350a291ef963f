"""The whole job as plain functions, each from a folder to a folder: what the flows call, and ``oic-reports build``.

Prefect is not known here, and no clock: the day of a release is an input.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import date
from importlib.metadata import version as installed_version
from pathlib import Path

import pyarrow as pa

from oic_reports.checks.quarantine import quarantine
from oic_reports.checks.verdict import Verdict
from oic_reports.cleaning.correction_rows import CorrectionError, load_corrections
from oic_reports.cleaning.corrections import apply_corrections, check_targets
from oic_reports.extract import extract_file
from oic_reports.identity.history import extend_history
from oic_reports.identity.identify import identify
from oic_reports.model import Extraction, Reject, Report
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.index import DamagedIndexError, load_index
from oic_reports.release.load import MissingReleaseError, load_current
from oic_reports.release.publish import Published, ReleaseRefusedError, publish
from oic_reports.release.rebuild import compare
from oic_reports.release.verify import verify_files
from oic_reports.release.version import next_version
from oic_reports.release.write import write_release
from oic_reports.settings import Settings
from oic_reports.sources.objects import StoreError
from oic_reports.sources.store import StoredFile, list_store, open_store
from oic_reports.account import give_account
from oic_reports.tables.fit import put_aside_misfits
from oic_reports.tables.schema import load_schema_version
from oic_reports.tables.store import read_tables, write_tables
from oic_reports.tables.tabulate import tabulate

# what may stop a run, each with a sentence for a person
FORESEEN = (
    ReleaseRefusedError, CorrectionError, DamagedIndexError, MissingReleaseError, StoreError
)  # fmt: skip
EXTRACTED = "extracted"
CHECKED = "checked"
_PLAN = "plan.json"
_VERDICT = "verdict.json"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which new reports a run brings in; what is published stays, whatever is selected. None selects all."""

    since: str | None = None
    until: str | None = None
    language: str | None = None
    body: str | None = None

    def holds(self, report: Report) -> bool:
        """Whether a report is selected; one without a date is not, where dates are."""
        header = report.header
        if (self.since or self.until) and header.date is None:
            return False
        last = header.date_end or header.date or ""
        return (
            (self.since is None or last >= self.since)
            and (self.until is None or (header.date or "") <= self.until)
            and self.language in {None, header.language}
            and self.body in {None, header.body_id}
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is going to publish: the facts of the release, and the files that its selection left out."""

    facts: ReleaseFacts
    left_out: tuple[str, ...]


def plan_facts(processed: Path, released: date) -> ReleaseFacts:
    """The facts of the release that would come next."""
    version = next_version((entry.version for entry in load_index(processed)), released)
    return ReleaseFacts(version, released.isoformat(), load_schema_version(), installed_version("oic-reports"))


def read_files(files: Sequence[StoredFile], settings: Settings) -> list[Extraction]:
    """Read files, several at once, each in a process of its own; in the order given, whatever ends first."""

    def read(stored: StoredFile) -> Extraction:
        if stored.reject is not None:
            return Extraction(stored.source, rejects=(stored.reject,))
        return extract_file(stored.path, stored.source, settings, settings.recognised)

    with ThreadPoolExecutor(max_workers=settings.workers) as pool:
        return list(pool.map(read, files))


def assemble(
    extractions: Iterable[Extraction], settings: Settings, selection: Selection, until: str | None = None
) -> tuple[dict[str, pa.Table], tuple[str, ...]]:
    """Name, correct, select and tabulate what was read; also the names of the files that were left out.

    A newer version of what is published is checked here already: if it fails, the older one stays.

    Args:
        extractions: what was read.
        settings: where things are.
        selection: which new reports are brought in.
        until: the day of the last release, where that is made anew.

    Raises:
        CorrectionError: a correction is malformed, stale, or about a document that exists nowhere.
    """
    current = load_current(settings.processed)
    previous = current.tables if current else None
    waiting = list(extractions)
    while True:
        tables, left_out = _assemble(waiting, previous, settings, selection, until)
        failed = _find_failed_versions(tables, previous)
        if not failed:
            return tables, left_out
        waiting = [_bar(extraction, failed) for extraction in waiting]


def _find_failed_versions(tables: dict[str, pa.Table], previous: dict[str, pa.Table] | None) -> dict[str, str]:
    """Sources whose documents took the place of published ones and fail, each with what is wrong with them."""
    from oic_reports.checks.run import run_checks  # noqa: PLC0415  (brings libraries that are slow to import)

    if previous is None:
        return {}
    before = {row["document_id"]: row["source_id"] for row in previous["documents"].to_pylist()}
    put_aside = {
        row["source_id"]: row["detail"]
        for row in tables["rejects"].to_pylist()
        if row["stage"] == "check" and before.get(row["document_id"], row["source_id"]) != row["source_id"]
    }
    sources = {row["document_id"]: row["source_id"] for row in tables["documents"].to_pylist()}
    replaced = {name for name, source_id in sources.items() if before.get(name, source_id) != source_id}
    if not replaced:
        return put_aside
    rejected = run_checks(tables, previous).rejected_documents
    return put_aside | {sources[name]: "; ".join(rejected[name]) for name in sorted(replaced & set(rejected))}


def _bar(extraction: Extraction, failed: Mapping[str, str]) -> Extraction:
    source = extraction.source
    if source.source_id not in failed:
        return extraction
    detail = f"a newer version of a published report, which stays: {failed[source.source_id]}"
    reject = Reject(source.source_id, source.file_name, "check", "check_failed", detail)
    return replace(extraction, reports=(), rejects=(*extraction.rejects, reject))


def _assemble(
    extractions: Sequence[Extraction],
    previous: dict[str, pa.Table] | None,
    settings: Settings,
    selection: Selection,
    until: str | None,
) -> tuple[dict[str, pa.Table], tuple[str, ...]]:
    published = set(previous["documents"].column("document_id").to_pylist()) if previous else set()
    sources = set(previous["documents"].column("source_id").to_pylist()) if previous else set()
    named = identify(extractions, previous, until)
    corrections = load_corrections(settings.corrections)
    if until is None and extractions:
        # a release that is made anew has only its own files: rows of later ones are about nothing there;
        # and an empty store is a fault of its own, which the checks name
        check_targets(corrections, named, _list_published(previous))
    corrected = apply_corrections(named, corrections)
    kept, left_out = [], []
    for extraction in corrected:
        is_chosen = not extraction.reports or any(selection.holds(report) for report in extraction.reports)
        # a newer version of a published report comes from a source of its own
        is_published = any(report.document_id in published for report in extraction.reports)
        if is_chosen or is_published or extraction.source.source_id in sources:
            kept.append(extraction)
        else:
            left_out.append(extraction.source.file_name)
    return tabulate(map(put_aside_misfits, kept)), tuple(left_out)


def _list_published(previous: Mapping[str, pa.Table] | None) -> frozenset[str]:
    """Ids of all documents that were ever published or withdrawn, and of their sources, with the sha256 of these."""
    if previous is None:
        return frozenset()
    history = previous["id_history"].to_pylist()
    found = {row["id"] for row in history if row["id_kind"] == "document"} | {row["source_id"] for row in history}
    found |= {name for row in previous["sources"].to_pylist() for name in (row["source_id"], row["sha256"])}
    return frozenset(found | {row["document_id"] for row in previous["rejects"].to_pylist()} - {None})


def stage_tables(folder: Path, tables: dict[str, pa.Table], plan: Plan) -> None:
    """Leave extracted tables for the next step."""
    write_tables(folder / EXTRACTED, tables)
    (folder / EXTRACTED / _PLAN).write_text(json.dumps(asdict(plan)), encoding="utf-8")


def load_plan(folder: Path) -> Plan:
    """The plan that ``stage_tables`` left."""
    plan = json.loads((folder / EXTRACTED / _PLAN).read_text(encoding="utf-8"))
    return Plan(ReleaseFacts(**plan["facts"]), tuple(plan["left_out"]))


def check(
    tables: dict[str, pa.Table], previous: dict[str, pa.Table] | None, version: str
) -> tuple[dict[str, pa.Table], Verdict]:
    """Check tables, put failing documents aside, add ``id_history``, and check what is left.

    What is left is checked anew until no document fails: one may fail since another one is gone, as the documents of a
    collection do without its cover. What fails then is no document's fault, and stops the release: then there is no
    history to write.
    """
    from oic_reports.checks.run import run_checks  # noqa: PLC0415  (brings libraries that are slow to import)
    from oic_reports.checks.suites import check_table  # noqa: PLC0415  (likewise)
    from oic_reports.tables.schema import load_tables  # noqa: PLC0415  (with its user)

    kept = dict(tables)
    verdict = run_checks(kept, previous)
    while verdict.rejected_documents:
        kept = quarantine(kept, verdict)
        verdict = run_checks(kept, previous)
    if verdict.release_failures:
        return kept, verdict
    history = previous["id_history"] if previous else None
    kept["id_history"] = extend_history(history, kept, version)
    of_history = check_table(load_tables()["id_history"], kept["id_history"])
    place = sum(result.table in tables for result in verdict.results)
    return kept, Verdict((*verdict.results[:place], *of_history, *verdict.results[place:]))


def check_stage(folder: Path, settings: Settings) -> Verdict:
    """Check what ``stage_tables`` left, and leave the result for publishing."""
    current = load_current(settings.processed)
    plan = load_plan(folder)
    kept, verdict = check(read_tables(folder / EXTRACTED), current.tables if current else None, plan.facts.version)
    write_tables(folder / CHECKED, kept)
    (folder / CHECKED / _VERDICT).write_text(verdict.to_json(), encoding="utf-8")
    return verdict


def publish_stage(folder: Path, settings: Settings, *, force: bool = False, dry_run: bool = False) -> Published:
    """Publish what ``check_stage`` left.

    Raises:
        ReleaseRefusedError: nothing is published; the message says why.
    """
    verdict = Verdict.from_json((folder / CHECKED / _VERDICT).read_text(encoding="utf-8"))
    facts = load_plan(folder).facts
    tables = read_tables(folder / CHECKED)
    current = load_current(settings.processed)
    published = publish(tables, verdict, settings.processed, facts=facts, force=force, dry_run=dry_run)
    return replace(published, summary=give_account(tables, current.tables if current else None))


def build(settings: Settings, released: date, say: Callable[[str], object]) -> Published:
    """The whole job without Prefect: read the store, check, publish.

    Args:
        settings: where things are, and limits.
        released: the day of the release.
        say: takes lines for a person.
    """
    files = list(list_store(open_store(settings.raw, settings.raw_url, settings.copies)))
    say(f"reading {len(files)} files")
    tables, _ = assemble(read_files(files, settings), settings, Selection())
    say(f"checking {tables['paragraphs'].num_rows} paragraphs of {tables['documents'].num_rows} documents")
    facts = plan_facts(settings.processed, released)
    current = load_current(settings.processed)
    kept, verdict = check(tables, current.tables if current else None, facts.version)
    published = publish(kept, verdict, settings.processed, facts=facts)
    return replace(published, summary=give_account(kept, current.tables if current else None))


def check_rebuild(settings: Settings) -> list[str]:
    """Rebuild the current release aside, from its own files with its own version, and compare bytes.

    Returns what differs, one line a file; an empty list says that raw files, corrections, registry and code give the
    same bytes (promise 3).
    """
    current = load_current(settings.processed)
    if current is None:
        return ["there is no release to rebuild"]
    return [*verify_files(current.directory), *find_rebuild_differences(settings, current.directory)]


def find_rebuild_differences(settings: Settings, directory: Path) -> list[str]:
    """What differs between a folder and the current release made anew, one line a file."""
    current = load_current(settings.processed)
    if current is None:
        return ["there is no release to rebuild"]
    known = set(current.tables["sources"].column("source_id").to_pylist())
    files = [
        stored
        for stored in list_store(open_store(settings.raw, settings.raw_url, settings.copies))
        if stored.source.source_id in known
    ]
    tables, _ = assemble(read_files(files, settings), settings, Selection(), current.entry.released)
    entry = current.entry
    facts = ReleaseFacts(entry.version, entry.released, entry.schema_version, entry.code_version)
    kept, verdict = check(tables, current.tables, facts.version)
    with tempfile.TemporaryDirectory() as folder:
        write_release(Path(folder), facts, kept, verdict)
        return compare(directory, Path(folder))
