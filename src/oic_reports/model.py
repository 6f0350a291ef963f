"""The nouns of a run, as frozen dataclasses: what each step takes and gives.

Offsets count Unicode code points and are half-open. Boxes are in PDF points from the top-left corner of a page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from oic_reports.codes import FlagName, RejectReason, RejectStage

Language = Literal["ar", "en", "fr"]
Role = Literal[
    "header",
    "title",
    "preamble",
    "operative",
    "heading",
    "list_item",
    "table",
    "footnote",
    "running_header",
    "page_mark",
    "annex",
    "signature",
    "closing",
    "boilerplate",
]
Confidence = Literal["high", "medium", "low"]
Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """A file was received from an address at a moment (ISO 8601, UTC)."""

    address: str
    moment: str


@dataclass(frozen=True, slots=True)
class Source:
    """One received file and what its sidecar says of it.

    ``source_id`` is ``src-`` and the first 16 hex digits of ``sha256``; ``file_name`` is relative to the ``raw/``
    folder; ``received`` is an ISO date; ``sightings`` tell when it was received from which address; ``supersedes`` is
    the sha256 of an earlier version that a person says it replaces; ``revises`` are ids of the sources whose place it
    has taken. What a sidecar would say is None where there is no
    valid one; ``sha256`` is empty where the file could not be opened.
    """

    source_id: str
    file_name: str
    sha256: str
    bytes: int
    media_type: str | None = None
    how_obtained: str | None = None
    received: str | None = None
    rights_note: str | None = None
    url: str | None = None
    archived_url: str | None = None
    declared_encoding: str | None = None
    sightings: tuple[Sighting, ...] = ()
    supersedes: str | None = None
    revises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """One rectangle on one page (1-based), in PDF points from the top-left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Decoded:
    """Code points ``[start, end)`` of a line that a reader put right: the file's character maps give ``before``."""

    start: int
    end: int
    before: str
    rule: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A mark that calls a note: its place in the text of its line, which lacks it, and how it is printed (`` ¹``).

    ``rule`` is the evidence for it; ``note_id`` names the note as the file does; ``note`` is the printed label of the
    note where one was found.
    """

    start: int
    text: str
    rule: str
    note_id: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line in logical order, white space collapsed; an empty text is a blank line.

    ``number`` is 1-based in the file. ``hint`` is what the markup said of the line: ``heading``, ``site`` (navigation,
    page furniture), ``link`` (all of it is link text), ``contents`` (a row of links to places of the page), ``item``,
    ``table``, ``break`` (a rule across the page); or what the page did: ``running_header``, ``page_mark``,
    ``footnote``. ``flow`` is what the printed page said of paragraphs: ``starts`` (one begins here), ``continues`` (it
    goes on), or None. ``decoded`` are changes that the reader made.
    ``confidence`` is how sure a recogniser was of the line's words on average, and no more than of its least sure
    figure (0 to 1), None where none was at work.
    ``marks`` call notes: they stand in the file, but not in ``text``. ``number_last`` is the number of the last of
    several lines that were put together again, None for a line as it is printed.
    """

    text: str
    number: int
    page: int | None = None
    box: Box | None = None
    hint: str | None = None
    flow: str | None = None
    decoded: tuple[Decoded, ...] = ()
    confidence: float | None = None
    marks: tuple[NoteMark, ...] = ()
    number_last: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of one file.

    ``left_out`` counts, by kind, the characters of the file that are no text of the report (markup, scripts, hidden
    text, direction marks) or that were folded (presentation forms). ``notes`` are flag names about the whole file.
    ``address`` is the one at which a web page says that it stands.
    """

    lines: tuple[Line, ...]
    reader: str
    media_type: str
    encoding: str | None
    language: Language
    direction: Literal["ltr", "rtl"]
    language_shares: tuple[tuple[str, float], ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    page_count: int | None = None
    agreement: float | None = None
    ocr_engine: str | None = None
    ocr_page_count: int | None = None
    converter: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingFacts:
    """What is kept of a ``Reading`` once its lines have become paragraphs; ``line_count`` are lines with text."""

    media_type: str
    encoding: str | None
    reader: str
    line_count: int
    left_out: tuple[tuple[str, int], ...] = ()
    page_count: int | None = None
    agreement: float | None = None
    ocr_engine: str | None = None
    ocr_page_count: int | None = None
    converter: str | None = None

    @classmethod
    def of(cls, reading: Reading) -> ReadingFacts:
        """The facts of a reading."""
        return cls(
            media_type=reading.media_type,
            encoding=reading.encoding,
            reader=reading.reader,
            line_count=sum(1 for line in reading.lines if line.text),
            left_out=reading.left_out,
            page_count=reading.page_count,
            agreement=reading.agreement,
            ocr_engine=reading.ocr_engine,
            ocr_page_count=reading.ocr_page_count,
            converter=reading.converter,
        )


def name_in_json(name: str) -> str:
    """The name of a field in JSON (``report_json``): a repair goes ``from`` one text ``to`` another."""
    return {"before": "from", "after": "to"}.get(name, name)


@dataclass(frozen=True, slots=True)
class Repair:
    """One change of ``text_raw``: its code points ``[raw_start, raw_end)``, equal to ``before``, become ``after``."""

    __pydantic_config__ = {"alias_generator": name_in_json, "populate_by_name": True}  # noqa: RUF012  (pydantic's)

    raw_start: int
    raw_end: int
    before: str
    after: str
    kind: str
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader of the data must know; ``start`` and ``end`` are offsets into ``text`` where they apply.

    An author's error is a flag with ``surface`` (as printed) and ``expected``: it is never repaired.
    """

    flag: FlagName
    rule: str
    severity: Severity = "info"
    start: int | None = None
    end: int | None = None
    surface: str | None = None
    expected: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a report, boilerplate too. ``eid`` is empty until ``identity`` has named it.

    ``label`` is the number as printed (``- 1-``), ``ordinal`` its value, ``numbering`` its kind (``decimal``,
    ``arabic-indic``, ``roman-lower`` ...). ``parent`` is the eid of the paragraph it belongs to. ``line_ends`` are the
    offsets in ``text_raw`` of the blanks that stand for the end of a printed line.
    """

    role: Role
    text_raw: str
    text: str
    subrole: str | None = None
    label: str | None = None
    ordinal: int | None = None
    numbering: str | None = None
    eid: str = ""
    parent: str | None = None
    language: str | None = None
    repairs: tuple[Repair, ...] = ()
    flags: tuple[Flag, ...] = ()
    boxes: tuple[Box, ...] = ()
    line_first: int | None = None
    line_last: int | None = None
    line_ends: tuple[int, ...] = ()
    page_first: int | None = None
    page_last: int | None = None
    structure_confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What a report says of itself. A fact that the report does not give is None.

    ``*_source`` says where a fact stood, ``*_evidence`` quotes the words, ``*_seq`` is the place of their paragraph
    among ``Report.blocks``, from 1. ``dateline_*`` and ``letter_date`` are facts of the source, never the meeting's.

    Dates are ISO strings of the Gregorian calendar; ``date_precision`` is ``day``, ``month`` or ``year``.
    ``part`` is 0 for the cover of a collection, 1 and so on for its documents or for those of a file that holds several
    without a cover, None for a report that is a file of its own; ``collection_id`` is the cover's document id, given by
    ``identity``.
    """

    language: Language
    document_type: str | None = None
    document_type_source: str | None = None
    document_type_evidence: str | None = None
    document_type_seq: int | None = None
    organisation: str = "oic"
    body_id: str | None = None
    body: str | None = None
    body_source: str | None = None
    body_evidence: str | None = None
    body_seq: int | None = None
    topic: str | None = None
    level: str | None = None
    level_source: str | None = None
    level_evidence: str | None = None
    level_seq: int | None = None
    symbol_raw: str | None = None
    symbol: str | None = None
    annex_raw: str | None = None
    annex: int | None = None
    status: str = "unknown"
    status_source: str | None = None
    status_evidence: str | None = None
    status_seq: int | None = None
    title: str | None = None
    title_source: str = "absent"
    title_supplied: str | None = None
    date: str | None = None
    date_end: str | None = None
    date_raw: str | None = None
    date_precision: str | None = None
    date_source: str | None = None
    date_evidence: str | None = None
    date_seq: int | None = None
    calendar: str | None = None
    venue: str | None = None
    venue_raw: str | None = None
    city: str | None = None
    country_iso2: str | None = None
    place_source: str | None = None
    place_evidence: str | None = None
    place_seq: int | None = None
    meeting_id: str | None = None
    parent_meeting_id: str | None = None
    session: int | None = None
    session_kind: str | None = None
    session_source: str | None = None
    session_evidence: str | None = None
    session_seq: int | None = None
    resolution_number: str | None = None
    resolution_number_raw: str | None = None
    resolution_number_source: str | None = None
    resolution_number_evidence: str | None = None
    resolution_number_seq: int | None = None
    dateline_raw: str | None = None
    dateline_date: str | None = None
    dateline_city: str | None = None
    letter_date: str | None = None
    collection_id: str | None = None
    part: int | None = None


@dataclass(frozen=True, slots=True)
class SourceCopy:
    """A received file that holds the report of another one, which is read in its place.

    ``relation`` is a value of ``schemas/vocabularies/source_relations.csv``. ``likeness``, ``lacks`` and ``adds`` are
    shares of runs of three words, 0 to 1: those that both have, those of the read text that the copy lacks, those that
    it has besides.
    """

    source_id: str
    relation: Literal["same_text", "near_copy"]
    likeness: float
    lacks: float
    adds: float


@dataclass(frozen=True, slots=True)
class TextMarks:
    """What is told of a report's text without its blocks, so that copies are found by cards (``identity.copies``).

    ``hashes`` are its MinHash; ``words`` and ``numbered`` count words and numbered paragraphs, ``damage`` flags of
    damage.
    """

    hashes: tuple[int, ...]
    words: int
    numbered: int
    damage: int


@dataclass(frozen=True, slots=True)
class Report:
    """One document in one language: its header and its blocks in order.

    ``document_id`` is given by ``identity``, and so are ``copies``: other files that hold the same report. ``marks``
    are those of its text, on a card.
    """

    header: Header
    blocks: tuple[Block, ...]
    source_id: str = ""
    document_id: str = ""
    flags: tuple[Flag, ...] = ()
    copies: tuple[SourceCopy, ...] = ()
    marks: TextMarks | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """One file, or one document of it, that is not published, and why.

    ``stage`` is ``source``, ``read``, ``structure``, ``check`` or ``correction``; ``reason`` is a row of
    ``schemas/vocabularies/reject_reasons.csv``; ``detail`` tells a person what to look at.
    """

    source_id: str
    file_name: str
    stage: RejectStage
    reason: RejectReason
    detail: str
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came out of one source: reports, or a reject that says why not.

    ``fingerprint`` is that of the text of its reports (``identity.texts``); with it, ``identity`` can do without their
    blocks: such an extraction is a card (``work.leaf``). ``key`` tells one result of reading from another: the same
    file read to the same result has the same key on each machine; None where nothing is known of the file, or where
    the machine was at fault.
    """

    source: Source
    reading: ReadingFacts | None = None
    reports: tuple[Report, ...] = ()
    rejects: tuple[Reject, ...] = field(default=())
    fingerprint: str | None = None
    key: str | None = None
