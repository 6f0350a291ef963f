"""The whole job as plain functions, each from a folder to a folder: what the flows call, and ``oic-reports build``.

Prefect is not known here, and no clock: the day of a release is an input.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from importlib.metadata import version as installed_version
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from oic_reports.checks.gx_library import load_ahead
from oic_reports.checks.quarantine import quarantine
from oic_reports.checks.verdict import Verdict
from oic_reports.disk.writing import say_unwritable
from oic_reports.errors import ForeseenError
from oic_reports.feed.compare import Earlier, make_feed
from oic_reports.feed.statements import FEED
from oic_reports.jobs.account import give_account
from oic_reports.jobs.assemble import Loader, assemble
from oic_reports.jobs.made import Known, find_known, is_of_code, keep_made, read_made, write_made
from oic_reports.jobs.selection import Selection
from oic_reports.jobs.settled import find_settled, keep_settled, mark_code, mark_run
from oic_reports.release.beside import Beside
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.id_history import extend_history, find_new_rows
from oic_reports.release.index import load_index, load_latest
from oic_reports.release.load import UNPACKED, Release, find_left_out, load_current, open_tables
from oic_reports.release.pieces import PIECES, Pieces
from oic_reports.release.publish import Published, publish
from oic_reports.release.rebuild import compare
from oic_reports.release.verify import verify_files
from oic_reports.release.version import next_version
from oic_reports.release.write import write_release
from oic_reports.settings import Settings
from oic_reports.sources.inbox import INBOX
from oic_reports.sources.object_store import StoreError
from oic_reports.sources.raw_store import StoredFile, list_store, open_store
from oic_reports.tables.on_disk import link_table, read_tables, write_table
from oic_reports.tables.schema import load_schema_version
from oic_reports.tables.tabulate import WRITTEN_AT_PUBLISHING
from oic_reports.work.keys import identify_code
from oic_reports.work.leaf_store import LeafStore
from oic_reports.work.make import Shelf, make_leaves

EXTRACTED = "extracted"
CHECKED = "checked"
_COMPARED = "compared"
_PLAN = "plan.json"
_VERDICT = "verdict.json"
# new paragraphs from which a process beside this one saves more time than its start takes, half a second
_WORTH_A_PROCESS = 8_192


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is going to publish: the facts of the release, and the files that its selection left out.

    ``mark`` is that of ``settled.mark_run``, None where the next run must try some file again.
    """

    facts: ReleaseFacts
    left_out: tuple[str, ...]
    mark: str | None = None


class NothingReceivedError(ForeseenError):
    """There is nothing to make a release of; the message says where a report may be put."""


def plan_facts(processed: Path, released: date, without: Sequence[str] = ()) -> ReleaseFacts:
    """The facts of the release that would come next, and what it is to be without."""
    version = next_version((entry.version for entry in load_index(processed)), released)
    code_version = installed_version("oic-reports")
    return ReleaseFacts(version, released.isoformat(), load_schema_version(), code_version, tuple(without))


def settle_day(day: date, files: Sequence[StoredFile], processed: Path) -> date:
    """The day of a release: never before what it knows of, since a clock may have jumped back.

    When a release is made anew, receipts of later days count for nothing; and days of releases go with their versions.

    Args:
        day: what the clock says.
        files: of the raw store, with the moments of their receipts.
        processed: where releases are.
    """
    told = [sighting.moment[:10] for stored in files for sighting in stored.source.sightings]
    told += [entry.released for entry in load_index(processed)]
    return max([day, *map(date.fromisoformat, told)])


def list_files(settings: Settings) -> list[StoredFile]:
    """Every file of the raw store.

    Raises:
        StoreError: the store does not answer.
    """
    return list(list_store(open_store(settings.raw, settings.raw_url, settings.copies)))


def open_leaves(settings: Settings) -> LeafStore:
    """The leaves of the code that runs.

    Raises:
        StoreError: what the object store needs is not installed, or its address is of no known kind.
    """
    place = settings.leaves_url or settings.leaves
    try:
        return LeafStore(place, identify_code())
    except (ImportError, ValueError) as error:
        msg = f"the store of leaves {place} cannot be opened: {error}"
        raise StoreError(msg) from error


def assemble_stage(
    folder: Path,
    files: Sequence[StoredFile],
    settings: Settings,
    selection: Selection,
    released: date,
    *,
    force: bool = False,
) -> tuple[dict[str, pa.Table], Plan]:
    """Lay out the tables of the files, and leave them with the plan for the next step.

    By force no row is taken from the last release. ``released`` is what the clock says (see ``settle_day``).

    Raises:
        NothingReceivedError: there are no files, and never were.
        CorrectionError: a correction is malformed, stale, or about a document that exists nowhere.
        DamagedIndexError, MissingReleaseError: what is published is damaged.
        UnwritableError: the disk refuses to write.
    """
    current = load_current(settings.processed)
    if not files and current is None:
        msg = (
            f"there is no report in {settings.raw}: put one into {settings.raw / INBOX}, or let"
            " OIC_REPORTS_DATA_HOME name the folder that raw/ and processed/ are in"
        )
        raise NothingReceivedError(msg)
    with say_unwritable(folder):
        shelf = Shelf(files, settings, open_leaves(settings))
        known = Known()
        if current and not force:
            known = find_known(settings.leaves, current.directory, current.tables, mark_code())
        assembled = assemble(
            shelf.list_cards(),
            current.tables if current else None,
            settings.corrections,
            folder / EXTRACTED,
            selection=selection,
            loader=Loader(shelf.load, shelf.load_report, shelf.find_key),
            known=known,
        )
        write_made(folder / EXTRACTED, assembled.made)
        mark = None if shelf.has_passing else mark_run(files, settings, selection, identify_code())
        day = settle_day(released, files, settings.processed)
        plan = Plan(plan_facts(settings.processed, day, settings.without), assembled.left_out, mark)
        (folder / EXTRACTED / _PLAN).write_text(json.dumps(asdict(plan)), encoding="utf-8")
    return assembled.tables, plan


def load_plan(folder: Path) -> Plan:
    """The plan that ``assemble_stage`` left."""
    plan = json.loads((folder / EXTRACTED / _PLAN).read_text(encoding="utf-8"))
    facts = ReleaseFacts(**{**plan["facts"], "without": tuple(plan["facts"]["without"])})
    return Plan(facts, tuple(plan["left_out"]), plan["mark"])


def check(
    tables: Mapping[str, pa.Table],
    previous: Mapping[str, pa.Table] | None,
    version: str,
    find_feed: Callable[[Mapping[str, pa.Table]], pa.Table] | None = None,
    unchanged: Collection[str] = (),
    into: Path | None = None,
) -> tuple[dict[str, pa.Table], Verdict]:
    """Check tables, put failing documents aside, add ``id_history`` and ``changes``, and check what is left.

    Args:
        tables: every declared table but those two.
        previous: the tables of the last release, None where there is none.
        version: the version that is planned.
        find_feed: gives ``changes`` of what is left; None: there is no release before.
        unchanged: documents that ``run_checks`` keeps.
        into: a folder for ``id_history``, so that memory does not hold it; None: it does.

    What is left is checked anew until no document fails: one may fail since another one is gone, as the documents of a
    collection do without its cover. What fails then is no document's fault, and stops the release: then there is no
    history to write.
    """
    from oic_reports.checks.run import run_checks  # noqa: PLC0415  (brings libraries that are slow to import)
    from oic_reports.checks.suites import check_table  # noqa: PLC0415  (likewise)
    from oic_reports.tables.schema import load_tables  # noqa: PLC0415  (with its user)

    kept = dict(tables)
    verdict = run_checks(kept, previous, unchanged)
    while verdict.rejected_documents:
        kept = quarantine(kept, verdict)
        verdict = run_checks(kept, previous, unchanged)
    if verdict.release_failures:
        return kept, verdict
    history = previous["id_history"] if previous else None
    kept["id_history"] = extend_history(history, kept, version, previous["paragraphs"] if previous else None, into)
    kept[FEED] = find_feed(kept) if find_feed else make_feed(None, kept, version)
    # rows of ids that stood there before have held before
    asked = {"id_history": find_new_rows(history, kept["id_history"])} if unchanged else {}
    of_last = [
        result
        for name in WRITTEN_AT_PUBLISHING
        for result in check_table(load_tables()[name], kept[name], asked.get(name))
    ]
    place = sum(result.table in tables for result in verdict.results)
    return kept, Verdict((*verdict.results[:place], *of_last, *verdict.results[place:]))


def prepare_checks() -> None:
    """Begin to load what ``check_stage`` needs, which takes seconds: files can be read meanwhile."""
    load_ahead()


def check_stage(folder: Path, settings: Settings) -> Verdict:
    """Check what ``assemble_stage`` left, and leave the result for publishing."""
    current = load_current(settings.processed)
    plan = load_plan(folder)
    tables = read_tables(folder / EXTRACTED)
    unchanged = read_made(folder / EXTRACTED).kept
    version = plan.facts.version
    earlier = (
        Earlier(current.entry.version, open_tables(current.directory, settings.processed / UNPACKED))
        if current
        else None
    )
    with say_unwritable(folder):
        kept, verdict = check(
            tables,
            current.tables if current else None,
            version,
            lambda left: make_feed(earlier, left, version, folder / _COMPARED, _list_same(left, unchanged)),
            unchanged,
            folder / _COMPARED,
        )
        shutil.rmtree(folder / CHECKED, ignore_errors=True)
        for name, table in kept.items():
            if table is tables.get(name):
                link_table(name, folder / EXTRACTED, folder / CHECKED)
            elif name in WRITTEN_AT_PUBLISHING:
                link_table(name, folder / _COMPARED, folder / CHECKED)
            else:
                write_table(folder / CHECKED, name, table)
        (folder / CHECKED / _VERDICT).write_text(verdict.to_json(), encoding="utf-8")
    return verdict


def _list_same(left: Mapping[str, pa.Table], unchanged: Collection[str]) -> set[str]:
    """Documents with the rows of the last release; one that has been put aside since is gone from there."""
    return set(left["documents"].column("document_id").to_pylist()).intersection(unchanged)


def publish_stage(folder: Path, settings: Settings, *, force: bool = False, dry_run: bool = False) -> Published:
    """Publish what ``check_stage`` left.

    Raises:
        ReleaseRefusedError: nothing is published; the message says why.
    """
    verdict = Verdict.from_json((folder / CHECKED / _VERDICT).read_text(encoding="utf-8"))
    plan = load_plan(folder)
    tables = read_tables(folder / CHECKED)
    current = load_current(settings.processed)
    published = publish(
        tables,
        verdict,
        settings.processed,
        facts=plan.facts,
        force=force,
        dry_run=dry_run,
        is_same_code=current is not None and is_of_code(settings.leaves, current.directory, mark_code()),
        beside=_find_beside(folder, settings, tables["documents"]),
        pieces=Pieces(settings.processed / PIECES, mark_code()),
    )
    if not dry_run:
        with say_unwritable(settings.leaves):
            _keep_notes(folder, settings, plan)
    return replace(published, account=give_account(tables, current.tables if current else None))


def _find_beside(folder: Path, settings: Settings, documents: pa.Table) -> Beside | None:
    """Processes beside this one, as many as read files, where enough is new: of the rest most is known (``pieces``)."""
    kept = pa.array(sorted(read_made(folder / EXTRACTED).kept), pa.string())
    new = documents.filter(pc.invert(pc.is_in(documents.column("document_id"), kept)))
    rows = pc.sum(new.column("paragraph_count")).as_py() or 0
    if settings.workers == 1 or rows < _WORTH_A_PROCESS:
        return None
    return Beside((folder / CHECKED,), settings.workers - 1)


def _keep_notes(folder: Path, settings: Settings, plan: Plan) -> None:
    """Leave for the next run what the current release was made of."""
    entry = load_latest(settings.processed)
    if entry is not None:
        keep_made(settings.leaves, read_made(folder / EXTRACTED), settings.processed / entry.version, mark_code())
    if plan.mark is not None:
        keep_settled(settings, plan.mark)


def find_unchanged(files: Sequence[StoredFile], settings: Settings, selection: Selection) -> Published | None:
    """What the last run came to, if this one would work on the same files, corrections and code; else None."""
    return find_settled(settings, mark_run(files, settings, selection, identify_code()))


def build(settings: Settings, released: date, say: Callable[[str], object]) -> Published:
    """The whole job without Prefect: read the store, check, publish.

    Args:
        settings: where things are, and limits.
        released: the day of the release.
        say: takes lines for a person.
    """
    files = list_files(settings)
    unchanged = find_unchanged(files, settings, Selection())
    if unchanged is not None:
        return unchanged
    prepare_checks()
    say(f"reading {len(files)} files")
    make_leaves(files, settings, open_leaves(settings))
    with _open_stage(settings) as folder:
        tables, _ = assemble_stage(folder, files, settings, Selection(), released)
        say(f"checking {tables['paragraphs'].num_rows} paragraphs of {tables['documents'].num_rows} documents")
        check_stage(folder, settings)
        return publish_stage(folder, settings)


@contextmanager
def _open_stage(settings: Settings) -> Iterator[Path]:
    with say_unwritable(settings.stage):
        settings.stage.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.stage, prefix="build-") as folder:
        yield Path(folder)


def check_rebuild(settings: Settings) -> list[str]:
    """Rebuild the current release aside, from its own files with its own version, and compare bytes.

    Returns what differs, one line a file; an empty list says that raw files, corrections, registry and code give the
    same bytes (promise 3). No leaf that is there is used.
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
    files = [stored for stored in list_files(settings) if stored.source.source_id in known]
    entry = current.entry
    facts = ReleaseFacts(
        entry.version,
        entry.released,
        entry.schema_version,
        entry.code_version,
        find_left_out(current.directory),
        entry.previous,
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        leaves = LeafStore(folder / "leaves", identify_code())
        make_leaves(files, settings, leaves)
        shelf = Shelf(files, settings, leaves)
        assembled = assemble(
            shelf.list_cards(),
            current.tables,
            settings.corrections,
            folder / EXTRACTED,
            until=entry.released,
            loader=Loader(shelf.load, shelf.load_report),
        )
        kept, verdict = check(
            assembled.tables,
            current.tables,
            facts.version,
            lambda left: _remake_feed(current, left, folder),
            into=folder / _COMPARED,
        )
        written = folder / "release"
        written.mkdir()
        write_release(written, facts, kept, verdict)
        return compare(directory, written)


def _remake_feed(current: Release, left: Mapping[str, pa.Table], folder: Path) -> pa.Table:
    """The feed of the current release made anew; its own where the release before is gone from here."""
    before = current.entry.previous
    if before is None:
        return make_feed(None, left, current.entry.version)
    if not (current.directory.parent / before).is_dir():
        return current.tables[FEED]
    earlier = Earlier(before, open_tables(current.directory.parent / before))
    return make_feed(earlier, left, current.entry.version, folder / _COMPARED)
