"""A ``Reading`` to a ``Report``: segment, clean, read the header, and judge whether it is a report at all."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from oic_reports.cleaning.clean import clean_blocks
from oic_reports.codes import FlagName
from oic_reports.model import Block, Flag, Header, Language, Reading, Report, Severity
from oic_reports.own_sites import find_own_site
from oic_reports.resources import load_pattern
from oic_reports.structure.front.cover import settle_days
from oic_reports.structure.header.inheritance import take_shared
from oic_reports.structure.header.printed_above import keep_printed_above
from oic_reports.structure.header.release_day import take_release_day
from oic_reports.structure.header.release_place import take_release_place
from oic_reports.structure.header.told_below import leave_told_below
from oic_reports.structure.header.told_session import leave_told_session
from oic_reports.structure.known_words import make_plain
from oic_reports.structure.learnt.confidence import rate_blocks
from oic_reports.structure.learnt.settling import settle_roles
from oic_reports.structure.lines.note_marks import part_note_marks
from oic_reports.structure.lines.printed_lines import is_closed
from oic_reports.structure.names.statute_types import STATUTES
from oic_reports.structure.ours.estimated import name_long_lines
from oic_reports.structure.ours.group_statements import find_spoken
from oic_reports.structure.ours.judgement import Judgement, NoReportError, judge
from oic_reports.structure.ours.own_signs import leads_to_decisions
from oic_reports.structure.ours.second_opinion import decide
from oic_reports.structure.ours.speech import name_speech
from oic_reports.structure.ours.statutes import name_statute
from oic_reports.structure.page.headline import name_headline
from oic_reports.structure.page.site import leave_site, stand_on
from oic_reports.structure.printed_header import read_printed_header
from oic_reports.structure.segment import LaidOut, Part, lay_out, segment_inner, segment_parts

__all__ = ["NoReportError", "build_reports", "list_judged", "list_parts"]

# characters of a notice of a site; a longer paragraph that speaks of machine translation is a text about it
_NOTICE = 300
# what a reader notes of a whole file, as a flag; a note that is not here is an error
_FLAG_OF_NOTE: Mapping[str, tuple[FlagName, Severity]] = {
    "replacement": ("glyph_loss", "warning"),
    "lost_signs": ("glyph_loss", "warning"),
    "truncated": ("truncated", "warning"),
    "ocr_text": ("ocr_text", "warning"),
    "readers_disagree": ("readers_disagree", "warning"),
    "recognised_text_layer": ("recognised_text_layer", "warning"),
    "text_off_page": ("text_off_page", "warning"),
    "hidden_text": ("hidden_text", "warning"),
    "recognised_fonts": ("recognised_fonts", "warning"),
    "doubtful_letters": ("doubtful_letters", "warning"),
    "unread_ink": ("unread_ink", "warning"),
    "fonts_unread": ("fonts_unread", "warning"),
    "picture_page": ("picture_page", "warning"),
    "tracked_changes": ("tracked_changes", "warning"),
    "mixed_language": ("mixed_language", "info"),
    "encoding_detected": ("encoding_detected", "info"),
    "encoding_declared_wrong": ("encoding_declared_wrong", "info"),
    "mojibake_undone": ("mojibake_undone", "info"),
}


# characters of the formulas with which a speech begins
_FORMULA = 80
# paragraphs from which the end of each but the last says how this text ends them; characters of it that a flag shows
_LEAST_BODY = 3
_END_WORDS = 40
_GOES_ON = (",", "،", ";", "؛", ":")
# how a text is judged: header, blocks and language to a judgement
Judge = Callable[[Header, Sequence[Block], Language], Judgement]


def build_reports(reading: Reading, addresses: Sequence[str] = ()) -> tuple[Report, ...]:
    """The reports of a reading, without ids: one, or the cover of a collection and each document in it.

    A file without a cover may hold several documents, in one language or more: each is judged by itself.

    Args:
        reading: what was read of a file.
        addresses: those from which it came; without any, a page says itself where it stands.

    Raises:
        NoReportError: the text is not the OIC's own (``judgement``).
    """
    laid_out, parts = _part(reading, addresses)
    if len(parts) == 1:
        _, report = _build_single(reading, laid_out, parts[0], addresses)
        return (report,)
    if parts[0].place == 0:
        return _build_collection(reading, parts)
    documents = _judge_documents(parts)
    if len(documents) == 1:
        documents = [replace(documents[0], place=None)]
    flags = _reading_flags(reading)
    reports = []
    for document in documents:
        report = _build_one(document, (), judge)
        reports.append(replace(report, flags=(*flags, *report.flags)))
        # what is said of the whole file is said once
        flags = ()
    return tuple(reports)


def list_judged(reading: Reading, addresses: Sequence[str] = ()) -> tuple[Header, Sequence[Block], Language]:
    """What is judged of a reading: facts of its first document or cover, all of its blocks, and its language."""
    _, (first, *rest) = _part(reading, addresses)
    header, _ = read_printed_header(first.blocks, first.language)
    blocks = [block for part in (first, *rest) for block in part.blocks]
    return header, make_plain(blocks, first.language), first.language


def list_parts(reading: Reading, addresses: Sequence[str] = ()) -> list[Part]:
    """The parts of which a reading's reports are built, with their paragraphs; those of a text that is refused, too."""
    laid_out, parts = _part(reading, addresses)
    if len(parts) == 1:
        with contextlib.suppress(NoReportError):
            return [_build_single(reading, laid_out, parts[0], addresses)[0]]
    return parts


def _part(reading: Reading, addresses: Sequence[str]) -> tuple[LaidOut, list[Part]]:
    """The lines of a reading, and its parts, each cleaned, and on the site on which it stands."""
    marked = replace(reading, lines=tuple(part_note_marks(reading)))
    laid_out = lay_out(marked)
    return laid_out, [_clean(part, reading, addresses) for part in segment_parts(marked, laid_out)]


def _clean(part: Part, reading: Reading, addresses: Sequence[str]) -> Part:
    site = find_own_site(addresses or [reading.address])
    return replace(part, blocks=stand_on(clean_blocks(part.blocks, part.language), site))


def _build_single(reading: Reading, laid_out: LaidOut, whole: Part, addresses: Sequence[str]) -> tuple[Part, Report]:
    """The only document of a file: the whole of it; else one inside it that is the OIC's own, by its signs alone.

    What no sign speaks for may be taken by what it reads like, once no such document was found; what signs call another
    organisation's only as a whole.

    One with a title goes before the whole without one, if nothing of a meeting's stands above it.

    Raises:
        NoReportError: neither is.
    """
    flags = _reading_flags(reading)
    own: Report | None = None
    try:
        own = _build_one(whole, flags, _judge_by_signs)
    except NoReportError as refused:
        if refused.reason == "other_organisation":
            return whole, _build_one(whole, flags, decide)
    if own is not None and own.header.title:
        return whole, own
    for part in segment_inner(laid_out, below_silence=own is not None):
        with contextlib.suppress(NoReportError):
            inner = _build_one(_clean(part, reading, addresses), flags, judge)
            if own is None or inner.header.title:
                return part, inner
    return whole, own or _build_one(whole, flags, decide)


def _build_collection(reading: Reading, parts: Sequence[Part]) -> tuple[Report, ...]:
    """The cover of a collection with its documents, which are judged together and take facts of it."""
    first, *rest = parts
    header, flags = read_printed_header(first.blocks, reading.language)
    whole = [block for part in parts for block in part.blocks]
    judgement = decide(header, make_plain(whole, reading.language), reading.language, may_take=False, may_refuse=False)
    header = replace(_take_type(header, judgement), part=0)
    documents = []
    for part in rest:
        own, own_flags = read_printed_header(part.blocks, reading.language, header)
        blocks = leave_site(part.blocks)
        own_flags = (*own_flags, *_type_flags(own), *_number_flags(blocks))
        rated, doubts = rate_blocks(settle_roles(blocks, part.paragraphs), part.paragraphs)
        documents.append(Report(replace(own, part=part.place), rated, flags=(*own_flags, *doubts)))
    header, flags = take_shared(header, flags, first.blocks, [document.header for document in documents])
    flags = (*_reading_flags(reading), *flags, *_origin_flags(whole, reading.language), *judgement.flags)
    covering, _ = rate_blocks(settle_days(leave_site(first.blocks), header), first.paragraphs)
    return (Report(header, covering, flags=(*flags, *_type_flags(header))), *documents)


def _build_one(part: Part, flags: tuple[Flag, ...], judging: Judge, *, judged: Judgement | None = None) -> Report:
    """A document that stands for itself; ``judged``: its judgement, where it was judged before its blocks were named.

    Raises:
        NoReportError: it is not the OIC's own.
    """
    header, own_flags = read_printed_header(part.blocks, part.language)
    judgement = judged or judging(header, make_plain(part.blocks, part.language), part.language)
    if judgement.is_estimated and judged is None:
        named = name_long_lines(part.blocks, part.language)
        return _build_one(replace(part, blocks=named), flags, judging, judged=judgement)
    is_release = "press_release" in {header.document_type, judgement.document_type}
    # ``Type: Statement`` above a headline
    is_labelled = (header.document_type, header.document_type_source) == ("statement", "header")
    if (is_release or (is_labelled and header.title is None)) and not _has_headline(header, part.language):
        named = name_headline(part.blocks, part.language)
        if named != part.blocks:
            return _build_one(replace(part, blocks=named), flags, judging, judged=judged)
    if judgement.document_type == "speech":
        titled = name_speech(part.blocks, find_spoken(part.blocks, part.language))
        if titled != part.blocks:
            return _build_one(replace(part, blocks=titled), flags, judging)
    if judgement.document_type in STATUTES:
        titled = name_statute(part.blocks, part.language)
        if titled != part.blocks:
            return _build_one(replace(part, blocks=titled), flags, judging)
    is_speech = "speech" in {header.document_type, judgement.document_type}
    is_told = is_speech or judgement.document_type in {"press_release", "statement"}
    is_told = is_told or (is_release and not _decides(part))
    if is_told:
        part = replace(part, blocks=tuple(_take_as_told(block, part.language) for block in part.blocks))
    if is_release:
        header, own_flags = leave_told_below(header, own_flags, part.blocks, part.language)
    is_stated = judgement.is_statement or is_labelled
    if (is_stated and not is_speech) or is_release or judgement.document_type == "statement":
        header, own_flags = take_release_day(header, own_flags, part.blocks, part.language)
        header, own_flags = take_release_place(header, own_flags, part.blocks, part.language)
    if is_release:
        header, own_flags = leave_told_session(header, own_flags, part.blocks, part.language)
    header, own_flags = _keep_stated(header, own_flags, judgement, part)
    flags = (*flags, *own_flags, *_origin_flags(part.blocks, part.language), *judgement.flags)
    header = replace(_take_type(header, judgement), part=part.place)
    blocks = leave_site(part.blocks)
    flags = (*flags, *_type_flags(header), *_number_flags(blocks), *_end_flags(blocks))
    settled = settle_roles(settle_days(blocks, header), part.paragraphs, has_preamble=not is_told)
    rated, doubts = rate_blocks(settled, part.paragraphs)
    return Report(header, rated, flags=(*flags, *doubts))


def _judge_by_signs(header: Header, blocks: Sequence[Block], language: Language) -> Judgement:
    """The judgement of a text by its signs, against which what it reads like may speak, and not for it.

    Raises:
        NoReportError: it is not the OIC's own, or reads like a text of others.
    """
    return decide(header, blocks, language, may_take=False)


def _decides(part: Part) -> bool:
    """Whether a meeting speaks in a press release: a paragraph leads to what it decided."""
    return any(leads_to_decisions(block.text, part.language) for block in part.blocks if block.role == "preamble")


def _take_as_told(block: Block, language: Language) -> Block:
    """A paragraph of a speech, a statement or a release: none opens it as the paragraph on who met does a report."""
    invocation = load_pattern("invocation", language)
    is_formula = len(block.text) < _FORMULA and invocation.match(block.text) is not None
    return replace(block, role="operative") if block.role == "preamble" and not is_formula else block


def _keep_stated(
    header: Header, flags: tuple[Flag, ...], judgement: Judgement, part: Part
) -> tuple[Header, tuple[Flag, ...]]:
    """The facts that a judgement lets a text state, with the flags of them."""
    if not judgement.is_estimated:
        return header, flags
    return keep_printed_above(header, flags, part.blocks, part.language)


def _has_headline(header: Header, language: Language) -> bool:
    """Whether a press release has a title beyond the words that it is one."""
    return header.title is not None and not load_pattern("release_line", language).match(header.title)


def _take_type(header: Header, judgement: Judgement) -> Header:
    if judgement.document_type in {None, header.document_type}:
        return header
    return replace(header, document_type=judgement.document_type, document_type_source="first_sentence")


def _type_flags(header: Header) -> tuple[Flag, ...]:
    """A flag where a text calls itself nothing, and its form does not say what it is."""
    return () if header.document_type else (Flag("no_document_type", "header.missing", "warning"),)


def _judge_documents(parts: Sequence[Part]) -> list[Part]:
    """The documents of a file that are the OIC's own, by their signs alone: what stands around them is not theirs.

    A text of others beside them is boilerplate of the document that it follows; one of which nothing says whose it is
    stays with that document.

    Raises:
        NoReportError: none of them is.
    """
    own: list[Part] = []
    above: list[Block] = []
    fault: NoReportError | None = None
    for part in parts:
        try:
            _build_one(part, (), judge)
        except NoReportError as refused:
            fault = fault or refused
            is_of_others = refused.reason != "no_report"
            blocks = [_put_aside(block) if is_of_others else _keep_below(block) for block in part.blocks]
            if own:
                own[-1] = replace(own[-1], blocks=(*own[-1].blocks, *blocks))
            else:
                above += blocks if is_of_others else part.blocks
        else:
            own.append(replace(part, blocks=(*above, *part.blocks), place=len(own) + 1))
            above = []
    if fault and not own:
        raise fault
    return own


def _keep_below(block: Block) -> Block:
    """A block of a text that stays below a document: its title and its place and day are none of that document's."""
    return replace(block, role="heading", subrole="other") if block.role in {"title", "header"} else block


def _put_aside(block: Block) -> Block:
    if block.role == "boilerplate":
        return block
    return replace(block, role="boilerplate", subrole="other_document", ordinal=None, parent=None)


def _reading_flags(reading: Reading) -> tuple[Flag, ...]:
    flags = []
    for note in reading.notes:
        name, severity = _FLAG_OF_NOTE[note]
        detail = f"read as {reading.encoding}" if "encoding" in note or "mojibake" in note else None
        flags.append(Flag(name, f"reading.{note}", severity, note=detail))
    return tuple(flags)


def _origin_flags(blocks: Sequence[Block], language: Language) -> tuple[Flag, ...]:
    """Flags for a text that its site says a machine translated."""
    notice = load_pattern("machine_translation", "en")
    for block in blocks:
        may_be_notice = block.role == "boilerplate" or len(block.text) < _NOTICE
        match = notice.search(block.text) if may_be_notice else None
        if match:
            return (Flag("machine_translation", f"origin.{language}", "warning", surface=match.group()),)
    return ()


def _end_flags(blocks: Sequence[Block]) -> tuple[Flag, ...]:
    """A flag where the last paragraph of a file has no end, as every other one has, and nothing follows it."""
    body = [block for block in blocks if block.role in {"preamble", "operative", "list_item"}]
    if len(body) < _LEAST_BODY or body[-1] is not blocks[-1] or is_closed(body[-1].text):
        return ()
    if not all(is_closed(block.text) or block.text.rstrip()[-1:] in _GOES_ON for block in body[:-1]):
        return ()
    return (Flag("truncated", "report.open_end", "warning", surface=body[-1].text[-_END_WORDS:]),)


def _number_flags(blocks: Sequence[Block]) -> tuple[Flag, ...]:
    numbered = any(block.ordinal is not None and block.role in {"operative", "preamble"} for block in blocks)
    return () if numbered else (Flag("no_numbered_paragraph", "structure.numbering"),)
