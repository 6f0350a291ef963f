"""From bytes to a ``Reading``: which kind of file, which encoding, which lines, which language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from oic_reports.errors import UnreadableFileError
from oic_reports.language.identification import decide_language
from oic_reports.model import Line, Reading
from oic_reports.reading.encoding import decode_text
from oic_reports.reading.escapes import undo_escapes
from oic_reports.reading.kinds import DOCX, OLD_WORD, detect_media_type
from oic_reports.reading.old_word import INSTALL, check_old_word
from oic_reports.reading.quoted import leave_quote_marks
from oic_reports.reading.wrapped import unwrap_page

if TYPE_CHECKING:
    from oic_reports.reading.pdf.ocr import Recogniser

TEXT_TYPES = ("text/plain", "text/markdown", "text/html")
# the longest OIC collections hold 2 million characters, their longest paragraphs 10,000
_LONGEST_LINE = 100_000
_LONGEST_TEXT = 4_000_000
_LEFT_OUT = ("markup", "hidden", "control", "kashida", "double", "off_page", "presentation_forms")


def read_bytes(
    content: bytes, file_name: str, declared_encoding: str | None = None, page_seconds: float | None = None
) -> Reading:
    """Read one file.

    Args:
        content: the file as received.
        file_name: its name; only the ending of a Markdown file counts.
        declared_encoding: what the server said, if it is known.
        page_seconds: how long the recognition of one page may take; None: a file that needs it is refused.

    Raises:
        UnreadableFileError: with a reason code, if the file gives no trustworthy text; ``converter_missing`` for an
            old Word file that may be converted (``isolation.parent`` does so).
    """
    media_type = detect_media_type(content, file_name)
    if media_type == "application/pdf":
        return _read_pdf(content, page_seconds)
    if media_type == DOCX:
        return _read_docx(content)
    if media_type in OLD_WORD:
        check_old_word(content, media_type)
        raise UnreadableFileError("converter_missing", f"{media_type} is read through LibreOffice: install {INSTALL}")
    if media_type not in TEXT_TYPES:
        raise UnreadableFileError(
            "unsupported_media_type", f"{media_type} is not read; PDF, Word, RTF, ODF, text, Markdown and HTML are"
        )
    decoded = decode_text(content, declared_encoding)
    left_out: Counter[str] = Counter()
    page = unwrap_page(decoded.text)
    if page is not None:
        media_type = "text/html"
        left_out["markup"] += len(decoded.text) - len(page)
    shown = undo_escapes(page or decoded.text, media_type)
    lines = leave_quote_marks(_read_lines(shown, media_type, left_out), left_out)
    _refuse_endless(lines)
    verdict = decide_language([line.text for line in lines if line.hint != "site"])
    undone = ("mojibake_undone",) if shown != (page or decoded.text) else ()
    notes = [*dict.fromkeys((*decoded.notes, *undone)), *(("mixed_language",) if verdict.is_mixed else ())]
    return Reading(
        lines=tuple(lines),
        reader=media_type.removeprefix("text/"),
        media_type=media_type,
        encoding=decoded.encoding,
        language=verdict.language,
        direction=verdict.direction,
        language_shares=verdict.shares,
        left_out=tuple((kind, left_out[kind]) for kind in _LEFT_OUT),
        notes=tuple(notes),
        address=_find_address(shown) if media_type == "text/html" else None,
    )


def _find_address(page: str) -> str | None:
    from oic_reports.reading.page_address import find_page_address  # noqa: PLC0415  (lxml is loaded only for pages)

    return find_page_address(page)


def _read_pdf(content: bytes, page_seconds: float | None) -> Reading:
    from oic_reports.reading.pdf.document import read_pdf  # noqa: PLC0415  (PDFium is loaded only for PDF files)

    try:
        recogniser = _start_recogniser(page_seconds) if page_seconds else None
    except UnreadableFileError as missing:
        # what a scanner's recogniser laid under its pictures is better than nothing
        try:
            text = read_pdf(content, None, trusts_layers=True)
        except UnreadableFileError as error:
            raise (missing if error.reason == "ocr_needed" else error) from None
    else:
        text = read_pdf(content, recogniser)
    _refuse_endless(text.lines)
    verdict = decide_language([line.text for line in text.lines if line.hint not in {"running_header", "page_mark"}])
    return Reading(
        lines=tuple(text.lines),
        reader="pdf",
        media_type="application/pdf",
        encoding=None,
        language=verdict.language,
        direction=verdict.direction,
        language_shares=verdict.shares,
        left_out=tuple((kind, text.left_out[kind]) for kind in _LEFT_OUT),
        notes=(
            *text.notes,
            *(("mixed_language",) if verdict.is_mixed else ()),
            *(("ocr_text",) if text.ocr_pages else ()),
        ),
        page_count=text.page_count,
        agreement=text.agreement,
        ocr_engine=text.ocr,
        ocr_page_count=len(text.ocr_pages),
    )


def _start_recogniser(page_seconds: float) -> Recogniser:
    from oic_reports.reading.pdf.ocr import Recogniser  # noqa: PLC0415  (only where pages are to be recognised)

    return Recogniser(page_seconds)


def _read_docx(content: bytes) -> Reading:
    from oic_reports.reading.docx import read_docx  # noqa: PLC0415  (lxml is loaded only for Word files and pages)

    left_out: Counter[str] = Counter()
    text = read_docx(content, left_out)
    _refuse_endless(text.lines)
    verdict = decide_language([line.text for line in text.lines if line.hint not in {"running_header", "page_mark"}])
    return Reading(
        lines=tuple(text.lines),
        reader="docx",
        media_type=DOCX,
        encoding=None,
        language=verdict.language,
        direction=verdict.direction,
        language_shares=verdict.shares,
        left_out=tuple((kind, left_out[kind]) for kind in (*_LEFT_OUT, "deleted", "comments")),
        notes=(*text.notes, *(("mixed_language",) if verdict.is_mixed else ())),
    )


def _refuse_endless(lines: list[Line]) -> None:
    """Refuse what no report is: it would take hours to look through."""
    longest, total = max((len(line.text) for line in lines), default=0), sum(len(line.text) for line in lines)
    if longest > _LONGEST_LINE:
        raise UnreadableFileError("too_large", f"a line of {longest:,} characters")
    if total > _LONGEST_TEXT:
        raise UnreadableFileError("too_large", f"a text of {total:,} characters")


def _read_lines(text: str, media_type: str, left_out: Counter[str]) -> list[Line]:
    if media_type == "text/html":
        from oic_reports.reading.html import read_html  # noqa: PLC0415  (lxml is loaded only for pages)

        return read_html(text, left_out)
    if media_type == "text/markdown":
        from oic_reports.reading.markdown import read_markdown  # noqa: PLC0415  (likewise)

        return read_markdown(text, left_out)
    from oic_reports.reading.plain import read_plain  # noqa: PLC0415  (all three alike)

    return read_plain(text, left_out)
