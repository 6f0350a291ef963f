"""Name every document and paragraph of a run; find the same report received twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from oic_reports.identity.document_ids import propose_id
from oic_reports.identity.eids import name_blocks
from oic_reports.identity.matching import keep_eids
from oic_reports.identity.registry import KnownDocument, Registry
from oic_reports.identity.texts import print_fingerprint
from oic_reports.identity.versions import drop_superseded
from oic_reports.model import Extraction, Flag, Reject, Report, Sighting, SourceCopy

if TYPE_CHECKING:
    import pyarrow as pa

    from oic_reports.identity.copies import Near

Load = Callable[[Extraction], Extraction]


def identify(
    extractions: Sequence[Extraction], previous: Mapping[str, pa.Table] | None, until: str | None = None
) -> tuple[Extraction, ...]:
    """Give ids to all reports and their paragraphs, as ``name_documents`` and ``name_paragraphs`` do."""
    registry = Registry.from_tables(previous)
    named = name_documents(extractions, registry, until)
    return tuple(
        replace(extraction, reports=tuple(name_paragraphs(report, registry) for report in extraction.reports))
        for extraction in named
    )


def name_documents(
    extractions: Sequence[Extraction], registry: Registry, until: str | None = None, load: Load = lambda card: card
) -> tuple[Extraction, ...]:
    """Give ids to all reports; their paragraphs stay without.

    Args:
        extractions: what was read, in any order; the result is in the order of their file names. Cards will do.
        registry: what the last release named.
        until: an ISO day, where the last release is made anew: receipts of later days count for nothing.
        load: gives the extraction of a card with its blocks; asked only for those that share an address.

    A source that was published keeps its document id, whatever is now read of it. Among new ones that propose the
    same id, n follows the annex, else the sha256 of the file, never the order of arrival. Two files with the same
    text are one report: the one that was published, else the one that was received first, stays; the other is a
    reject. So are copies with nearly the same text (see ``copies``). A newer version of what came from the same address
    takes the place and the ids of the older one (see ``versions``).
    """
    known = extractions if until is None else [_forget_later(extraction, until) for extraction in extractions]
    ordered = sorted(known, key=lambda extraction: (extraction.source.file_name, extraction.source.sha256))
    distinct = _drop_duplicates(ordered, registry)
    is_settled = until is not None
    # a known copy has its place as what is published has: only a later version of its address takes it
    settled = registry.documents.keys() | registry.copies
    unique = drop_superseded(distinct, settled, registry.passed_over, is_settled=is_settled, load=load)
    # who takes over the ids of a published source is published, too
    heirs = {heir for source_id, heir in unique.heirs.items() if source_id in registry.documents}
    joined, near = _join_copies(unique.extractions, registry.documents.keys() | heirs, load)
    names = _choose_names(joined, unique.heirs, registry)
    named = [_put_names(extraction, names) for extraction in joined]
    return tuple(_flag_near(named, near))


def _join_copies(
    extractions: Sequence[Extraction], published: Collection[str], load: Load
) -> tuple[Sequence[Extraction], Sequence[Near]]:
    """What is left where files with the same reports are joined, and the pairs that are like each other."""
    if sum(len(extraction.reports) for extraction in extractions) <= 1:
        return extractions, ()
    from oic_reports.identity.copies import join_copies  # noqa: PLC0415  (loads numpy; one report has no copy)

    joined = join_copies(extractions, published, load)
    return joined.extractions, joined.near


def _flag_near(named: Sequence[Extraction], near: Sequence[Near]) -> Iterator[Extraction]:
    """The extractions with a flag on each report that is like another one and no copy of it."""
    flags: dict[tuple[int, int], list[Flag]] = {}
    for pair in near:
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            like = named[other[0]].reports[other[1]].document_id
            note = f"{like} (likeness {pair.share:.2f})"
            flags.setdefault(one, []).append(Flag("near_duplicate_of", "identity.likeness", "warning", note=note))
    for file, extraction in enumerate(named):
        reports = tuple(
            replace(report, flags=(*report.flags, *sorted(flags.get((file, number), ()), key=_read_note)))
            for number, report in enumerate(extraction.reports)
        )
        yield replace(extraction, reports=reports)


def _read_note(flag: Flag) -> str:
    return flag.note or ""


def name_paragraphs(report: Report, registry: Registry) -> Report:
    """Give ids to the paragraphs of a named report: those printed, those that it had, new ones (``matching``)."""
    known, minted = registry.find_blocks(report.document_id), registry.find_minted(report.document_id)
    blocks = keep_eids(name_blocks(report.blocks), known, minted, registry.find_retired(report.document_id))
    return replace(report, blocks=blocks)


def _forget_later(extraction: Extraction, until: str) -> Extraction:
    """The extraction as it was known at the end of a day; the first receipt of a file is never forgotten."""
    sightings = extraction.source.sightings
    first = min((sighting.moment for sighting in sightings), default="")
    kept = tuple(s for s in sightings if s.moment[:10] <= until or s.moment == first)
    return replace(extraction, source=replace(extraction.source, sightings=kept))


def _fingerprint(extraction: Extraction) -> str:
    return extraction.fingerprint or print_fingerprint(extraction.reports)


def _drop_duplicates(extractions: Sequence[Extraction], registry: Registry) -> list[Extraction]:
    first: dict[str, Extraction] = {}
    marks = {id(extraction): _fingerprint(extraction) for extraction in extractions if extraction.reports}

    def rank(extraction: Extraction) -> tuple[bool, str, str]:
        source = extraction.source
        return source.source_id not in registry.documents, source.received or "9999", source.sha256

    for extraction in sorted((e for e in extractions if e.reports), key=rank):
        first.setdefault(marks[id(extraction)], extraction)
    seen: dict[str, set[Sighting]] = {}
    copies: dict[str, list[SourceCopy]] = {}
    for extraction in extractions:
        if extraction.reports:
            mark = marks[id(extraction)]
            seen.setdefault(mark, set()).update(extraction.source.sightings)
            if first[mark] is not extraction:
                same = SourceCopy(extraction.source.source_id, "same_text", likeness=1.0, lacks=0.0, adds=0.0)
                copies.setdefault(mark, []).append(same)
    kept = []
    for extraction in extractions:
        original = first[marks[id(extraction)]] if extraction.reports else extraction
        if original is extraction:
            # the text was received whenever one of its files was
            sightings = tuple(sorted(seen[marks[id(extraction)]])) if extraction.reports else ()
            same_text = tuple(copies.get(marks[id(extraction)], ())) if extraction.reports else ()
            reports = tuple(replace(report, copies=same_text) for report in extraction.reports)
            kept.append(replace(extraction, source=replace(extraction.source, sightings=sightings), reports=reports))
            continue
        source = extraction.source
        detail = f"the same text as {original.source.file_name}, which stays"
        reject = Reject(source.source_id, source.file_name, "structure", "duplicate_report", detail)
        kept.append(replace(extraction, reports=(), rejects=(*extraction.rejects, reject)))
    return kept


def _choose_names(
    extractions: Sequence[Extraction], heirs: Mapping[str, str], registry: Registry
) -> dict[tuple[str, int], str]:
    known = {
        heir: registry.documents[source_id] for source_id, heir in heirs.items() if source_id in registry.documents
    }
    known |= registry.documents
    names: dict[tuple[str, int], str] = {}
    fresh: dict[str, list[tuple[int, str, int]]] = {}
    for extraction in extractions:
        source_id = extraction.source.source_id
        for number, report in enumerate(extraction.reports):
            published = _find_published(report, known.get(source_id, ()))
            if published:
                names[(source_id, number)] = published
            else:
                order = (report.header.annex or 0, source_id, number)
                fresh.setdefault(propose_id(report.header), []).append(order)
    taken = set(names.values())
    for proposed, waiting in sorted(fresh.items()):
        start = 1
        for _, source_id, number in sorted(waiting):
            name, start = _mint(proposed, source_id, taken, registry, start)
            names[(source_id, number)] = name
            taken.add(name)
    return names


def _find_published(report: Report, known: Sequence[KnownDocument]) -> str | None:
    """The id under which a report of a source was published: the only one, or that of its number or place."""
    header = report.header
    if header.part is None:
        return next((document.document_id for document in known if document.part in {None, 0}), None)
    if header.part == 1 and all(document.part is None for document in known):
        # what was read as one document holds more: the first keeps the name
        return next((document.document_id for document in known), None)
    if header.part and header.resolution_number:
        number = header.resolution_number
        return next((document.document_id for document in known if document.resolution_number == number), None)
    return next((document.document_id for document in known if document.part == header.part), None)


def _mint(proposed: str, source_id: str, taken: set[str], registry: Registry, start: int) -> tuple[str, int]:
    """The first id that nobody has or had, and the number from which to look for the next one.

    A retired id goes back only to the source that it was minted for: where one is passed over, the next source looks at
    it again.
    """
    number, next_start = start, None
    while True:
        candidate = proposed if number == 1 else f"{proposed}-{number}"
        owner = registry.minted.get(candidate, source_id)
        if candidate not in taken and owner == source_id:
            return candidate, next_start or number + 1
        if candidate not in taken:
            next_start = next_start or number
        number += 1


def _put_names(extraction: Extraction, names: Mapping[tuple[str, int], str]) -> Extraction:
    source_id = extraction.source.source_id
    reports = []
    has_cover = bool(extraction.reports) and extraction.reports[0].header.part == 0
    cover = names.get((source_id, 0)) if has_cover else None
    for number, report in enumerate(extraction.reports):
        header = replace(report.header, collection_id=cover) if report.header.part else report.header
        reports.append(replace(report, header=header, source_id=source_id, document_id=names[(source_id, number)]))
    return replace(extraction, reports=tuple(reports))
