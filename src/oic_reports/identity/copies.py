"""One report that was received from several places becomes one document; what is only like it is told.

Two files are copies where their reports pair off: the facts of their headers (language, meeting, type, number, status)
do not contradict each other, and the texts share most of their runs of words. The best copy is read (``_rank``), unless
one of them is published: what is published stays. Two published documents are never joined, since an id that somebody
has cited must not vanish. What is too unlike to be a copy, and too like to be passed over, is named (``Near``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from oic_reports.identity.likeness import (
    Sketch,
    estimate_share,
    find_contained,
    find_pairs,
    find_share,
    find_smallest,
    sketch,
)
from oic_reports.identity.texts import list_body
from oic_reports.model import Extraction, Header, Reject, Report, SourceCopy, TextMarks

Load = Callable[[Extraction], Extraction]

# share of runs from which two texts with the same facts are one report: a paragraph of ten is missing, or one word in
# fifteen is spelt otherwise
_COPY = 0.75
# the same of a copy and the best one, where others lie between them: what two copies lack adds up
_COPY_BETWEEN = 0.6
# the same where one of them does not tell its meeting or type
_COPY_UNSURE = 0.9
# share from which a text that lacks something is told from an extract: all of it is in the other one
_COPY_PART = 0.65
_CONTAINED = 0.97
# share from which two texts of one meeting and type are named; of others, only what is nearly the same
_NEAR = 0.3
_NEAR_ELSEWHERE = 0.9
# reports of one meeting and type up to which each is compared with each; more are compared as far as they may be alike
_FEW = 50
# words of a text that is compared at all: of fewer, chance makes likeness
_LEAST_WORDS = 40
# share that MinHash must promise for a pair to be read: what it promises is off by 0.04 on average
_WORTH_READING = 0.15
# the same of two texts that are not of one meeting and type: only a share of 0.9 counts there, of which MinHash is off
# by 0.03 on average
_WORTH_READING_ELSEWHERE = 0.75
# sketches that are in memory at a time: one takes some 6 kB, and 5 ms to make
_HELD = 4096
_DAMAGE = frozenset(
    {
        "excerpt",
        "foreign_letter_unresolved",
        "foreign_script",
        "glyph_loss",
        "lost_glyph_unresolved",
        "low_confidence",
        "machine_translation",
        "mojibake_undone",
        "ocr_text",
        "picture_page",
        "readers_disagree",
        "recognised_text_layer",
        "suspect_word",
        "truncated",
        "unread_ink",
    }
)
_STATUSES = frozenset({"draft", "final"})


@dataclass(frozen=True, slots=True)
class Near:
    """Two reports, each by its file (its place in the list) and its place there, and the share of their runs."""

    one: tuple[int, int]
    other: tuple[int, int]
    share: float


@dataclass(frozen=True, slots=True)
class Joined:
    """What is left to be published, copies as rejects, and the pairs that are only near."""

    extractions: Sequence[Extraction]
    near: Sequence[Near] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    """One report as it is compared: its file's place, its own, its header and what is told of its text."""

    file: int
    number: int
    header: Header
    marks: TextMarks


class _Reader:
    """Reads the texts that are compared, few of which are in memory at a time."""

    def __init__(self, extractions: Sequence[Extraction], load: Load) -> None:
        self._extractions = extractions
        self._load = load
        self.sketch = lru_cache(_HELD)(self._sketch)

    def _sketch(self, text: _Text) -> Sketch:
        report = self._load(self._extractions[text.file]).reports[text.number]
        return sketch(_join(report))


def mark_text(report: Report) -> TextMarks:
    """What is told of a report's text on its card."""
    text = sketch(_join(report))
    flags = [*report.flags, *(flag for block in report.blocks for flag in block.flags)]
    return TextMarks(
        find_smallest(text),
        text.words,
        sum(block.role == "operative" and block.ordinal is not None for block in report.blocks),
        sum(flag.flag in _DAMAGE for flag in flags),
    )


def join_copies(
    extractions: Sequence[Extraction], published: Collection[str], load: Load = lambda card: card
) -> Joined:
    """Join the files that hold the same reports; the order of the extractions stays.

    Args:
        extractions: what was read, each text once, and one version of each address.
        published: ids of the sources that the last release has documents of.
        load: gives the extraction of a card with its blocks; asked only for those that may be alike.
    """
    texts = [
        _Text(file, number, report.header, report.marks or mark_text(report))
        for file, extraction in enumerate(extractions)
        for number, report in enumerate(extraction.reports)
    ]
    texts = [text for text in texts if text.marks.words >= _LEAST_WORDS]
    reader = _Reader(extractions, load)
    pairs = _compare(texts, reader)
    groups = _group(extractions, pairs, published, reader)
    result = list(extractions)
    by_file: dict[int, list[_Text]] = {}
    for text in texts:
        by_file.setdefault(text.file, []).append(text)
    for group in groups:
        _join_group(result, group, by_file, published, reader)
    near = [
        Near((a.file, a.number), (b.file, b.number), share)
        for a, b, share in pairs
        if result[a.file].reports and result[b.file].reports and _is_near(a, b, share)
    ]
    return Joined(tuple(result), tuple(near))


def _join(report: Report) -> str:
    return "\n".join(block.text for block in list_body((report,)))


def _compare(texts: Sequence[_Text], reader: _Reader) -> list[tuple[_Text, _Text, float]]:
    headers = [text.header for text in texts]
    meetings = [None if header.meeting_id is None else (header.meeting_id, header.document_type) for header in headers]
    found = set(
        find_pairs(
            [text.marks.hashes for text in texts],
            [header.language for header in headers],
            meetings,
            (_WORTH_READING, _WORTH_READING_ELSEWHERE),
        )
    )
    of_meetings: dict[tuple[object, ...], list[int]] = {}
    for place, text in enumerate(texts):
        if text.header.meeting_id is not None:
            key = (text.header.language, text.header.meeting_id, text.header.document_type)
            of_meetings.setdefault(key, []).append(place)
    for places in of_meetings.values():
        if len(places) <= _FEW:
            found.update(combinations(places, 2))
    pairs = ((texts[one], texts[other]) for one, other in sorted(found) if texts[one].file != texts[other].file)
    return [
        (one, other, find_share(reader.sketch(one), reader.sketch(other)))
        for one, other in pairs
        if _is_worth_reading(one, other)
    ]


def _is_worth_reading(one: _Text, other: _Text) -> bool:
    least = _WORTH_READING if _is_one_meeting(one.header, other.header) else _WORTH_READING_ELSEWHERE
    return estimate_share(one.marks.hashes, other.marks.hashes) >= least


def _list_facts(header: Header) -> tuple[object, ...]:
    """What two copies of one report cannot tell otherwise."""
    status = header.status if header.status in _STATUSES else None
    date = header.date if header.date_precision == "day" else None
    return (
        header.document_type, header.meeting_id, header.body_id, date, header.session, header.resolution_number,
        header.annex, status,
    )  # fmt: skip


def _contradict(one: Header, other: Header) -> bool:
    pairs = zip(_list_facts(one), _list_facts(other), strict=True)
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _is_copy(one: _Text, other: _Text, share: float, reader: _Reader) -> bool:
    if _contradict(one.header, other.header):
        return False
    is_told = all(
        header.meeting_id is not None and header.document_type is not None for header in (one.header, other.header)
    )
    if not is_told:
        return share >= _COPY_UNSURE
    if share >= _COPY:
        return True
    part, whole = sorted((reader.sketch(one), reader.sketch(other)), key=lambda each: each.runs.size)
    return share >= _COPY_PART and find_contained(part, whole) >= _CONTAINED


def _is_near(one: _Text, other: _Text, share: float) -> bool:
    return share >= (_NEAR if _is_one_meeting(one.header, other.header) else _NEAR_ELSEWHERE)


def _is_one_meeting(one: Header, other: Header) -> bool:
    """Whether two texts are of one meeting and type, and no two resolutions of it."""
    numbers = {one.resolution_number, other.resolution_number} - {None}
    is_same = (one.meeting_id, one.document_type) == (other.meeting_id, other.document_type)
    return one.meeting_id is not None and is_same and len(numbers) < 2  # noqa: PLR2004


def _group(
    extractions: Sequence[Extraction],
    pairs: Sequence[tuple[_Text, _Text, float]],
    published: Collection[str],
    reader: _Reader,
) -> list[list[int]]:
    """Files that are copies of each other, at most one published one in each group."""
    paired: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for one, other, share in pairs:
        if _is_copy(one, other, share, reader):
            paired.setdefault((one.file, other.file), set()).add((one.number, other.number))
    groups = {file: [file] for file in range(len(extractions))}
    for (first, second), numbers in sorted(paired.items()):
        count = len(extractions[first].reports)
        if count != len(extractions[second].reports) or not numbers >= {(number, number) for number in range(count)}:
            continue
        if groups[first] is groups[second]:
            continue
        both = [*groups[first], *groups[second]]
        if sum(extractions[file].source.source_id in published for file in both) > 1:
            continue
        for file in both:
            groups[file] = both
    distinct = {id(group): group for group in groups.values() if len(group) > 1}
    return list(distinct.values())


def _join_group(
    result: list[Extraction],
    group: Sequence[int],
    texts: Mapping[int, Sequence[_Text]],
    published: Collection[str],
    reader: _Reader,
) -> None:
    """Read the best of a group, and turn into rejects those of the others that are copies of it, not only of others."""
    best = min(group, key=lambda file: _rank(result[file], texts[file], published))
    own = texts[best]
    heads = [text.header for text in own]
    reports = list(result[best].reports)
    for file in sorted(group):
        theirs = texts[file]
        shares = [find_share(reader.sketch(a), reader.sketch(b)) for a, b in zip(own, theirs, strict=True)]
        if (
            file == best
            or min(shares) < _COPY_BETWEEN
            or any(map(_contradict, heads, [text.header for text in theirs]))
        ):
            continue
        extraction = result[file]
        source = extraction.source
        for read, copy in zip(own, theirs, strict=True):
            described = _describe(source.source_id, reader.sketch(copy), reader.sketch(read))
            # what had the text of the copy is now a copy of what is read
            same = [replace(described, source_id=each.source_id) for each in extraction.reports[copy.number].copies]
            report = reports[read.number]
            reports[read.number] = replace(report, copies=(*report.copies, described, *same))
        detail = f"the report of {result[best].source.file_name}, which is read; likeness {min(shares):.2f}"
        reject = Reject(source.source_id, source.file_name, "structure", "duplicate_report", detail)
        result[file] = replace(extraction, reports=(), rejects=(*extraction.rejects, reject))
    result[best] = replace(result[best], reports=tuple(reports))


def _describe(source_id: str, copy: Sketch, read: Sketch) -> SourceCopy:
    return SourceCopy(
        source_id,
        "near_copy",
        round(find_share(copy, read), 4),
        round(1 - find_contained(read, copy), 4),
        round(1 - find_contained(copy, read), 4),
    )


def _rank(extraction: Extraction, texts: Sequence[_Text], published: Collection[str]) -> tuple[object, ...]:
    """The written rule by which the best copy is chosen; the smallest is the best.

    What is published stays; then what tells more of its facts; what was not recognised from pictures; what has less
    damage; what has more numbered paragraphs; what has more words; what was received first; the smaller hash.
    """
    source, reading = extraction.source, extraction.reading
    headers = [report.header for report in extraction.reports]
    unknown = sum(fact is None for h in headers for fact in (h.document_type, h.body_id, h.date, h.meeting_id))
    return (
        source.source_id not in published,
        unknown,
        reading is not None and reading.ocr_engine is not None,
        sum(text.marks.damage for text in texts),
        -sum(text.marks.numbered for text in texts),
        -sum(text.marks.words for text in texts),
        source.received or "9999",
        source.sha256,
    )
