"""Word files: the text as Word would show it with all changes accepted, paragraph by paragraph.

Automatic numbers are written out, since a reader of the page sees them (``docx_numbering``). Headers stand before the
body and footers after it, each text once; notes and text boxes stand after the paragraph that they belong to. The mark
of a note stands before the note, and, apart from the text, where the note is called (``raised``). What is not shown is
counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from oic_reports.codes import RejectReason
from oic_reports.errors import UnreadableFileError
from oic_reports.language.characters import make_line, tidy_line
from oic_reports.model import Line
from oic_reports.reading.docx_numbering import Counters, Numbering, print_number
from oic_reports.reading.docx_package import (
    MAIN_PART,
    Element,
    Package,
    choose_alternative,
    count_text,
    find_child,
    find_through,
    is_on,
    name_of,
    number_of,
    reference_of,
    value_of,
)
from oic_reports.reading.docx_styles import Styles
from oic_reports.reading.docx_table import Cell, Row, holds_table, print_table
from oic_reports.reading.docx_text import LINE_BREAK, NO_TEXT, PAGE_BREAK, Printed, Runs, refuse_foreign
from oic_reports.reading.raised import lift_marks, number_references
from oic_reports.resources import load_vocabulary

_NOTE_KINDS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass
class DocxText:
    """The lines of a Word file, and flag names about the whole of it."""

    lines: list[Line]
    notes: tuple[str, ...]


def read_docx(content: bytes, left_out: Counter[str]) -> DocxText:
    """The lines of a Word file in reading order, with a blank line between paragraphs, numbered from 1.

    ``left_out`` grows by kind: ``deleted`` (by tracked changes), ``comments``, ``hidden``, ``markup`` (instructions of
    fields, numbers of pages), and what ``fold_line`` counts. Notes: ``tracked_changes``, ``lost_signs``.

    Raises:
        UnreadableFileError: ``damaged_file``, ``encrypted``, ``too_large`` (``docx_package``); ``reader_failed``, if
            text of another file belongs to it; ``ocr_needed``, if it shows pictures and no text; ``no_report``, if it
            shows nothing.
    """
    document = _Document(Package(content), left_out)
    rows = [*document.read_furniture("header"), *document.read_body(), *document.read_furniture("footer")]
    if not rows:
        reason: RejectReason = "ocr_needed" if document.has_pictures() else "no_report"
        raise UnreadableFileError(reason, "the Word file shows no text")
    lines: list[Line] = []
    for row in rows:
        if lines and row.flow == "starts":
            lines.append(Line("", len(lines) + 1))
        line = lift_marks(make_line(row.text, len(lines) + 1, left_out, row.hint))
        lines.append(replace(line, flow=row.flow))
    runs = document.runs
    notes = {"tracked_changes": runs.has_changes, "lost_signs": runs.has_lost_signs}
    return DocxText(lines, tuple(note for note, is_there in notes.items() if is_there))


class _Document:
    """The parts of one file that hold text, and what they share."""

    def __init__(self, package: Package, left_out: Counter[str]) -> None:
        self.left_out = left_out
        self._package = package
        self._root = package.read(MAIN_PART)
        self._related = package.find_related()
        body = find_child(self._root, "body")
        if body is None:
            raise UnreadableFileError("damaged_file", f"{MAIN_PART} holds no text of Word")
        self._body = body
        self.styles = Styles(self._read_kind("styles"))
        self.numbering = Numbering(self._read_kind("numbering"), lambda style: self.styles.find_list(style)[0])
        self.runs = Runs(self.styles, left_out)
        settings = self._read_kind("settings")
        self._note_formats = {
            kind: value_of(find_child(settings, f"{kind}Pr", "numFmt")) or usual for kind, usual in _NOTE_KINDS.items()
        }
        self._notes: dict[str, dict[str | None, Element]] = {}
        self._note_counts: Counter[str] = Counter()
        comments = self._read_kind("comments")
        left_out["comments"] += 0 if comments is None else count_text(comments)

    def _read_kind(self, kind: str) -> Element | None:
        part = next((target for known, target in self._related.values() if known == kind), None)
        return self._package.read(part) if part else None

    def has_pictures(self) -> bool:
        """Whether the body holds a picture."""
        return any(name_of(element) in {"drawing", "pict", "object"} for element in self._root.iter())

    def read_body(self) -> list[Row]:
        """The lines of the body, with notes and text boxes."""
        return _Story(self).read(self._body)

    def read_furniture(self, kind: str) -> Iterator[Row]:
        """The lines of all headers or footers that a section names, each text once."""
        references: set[str] = set()
        texts: set[str] = set()
        for section in self._root.iter():
            if name_of(section) != "sectPr" or name_of(section.getparent()) == "sectPrChange":
                continue
            for reference in section:
                named = reference_of(reference)
                if name_of(reference) != f"{kind}Reference" or named in references:
                    continue
                references.add(named)
                for row in _Story(self).read(self._package.read(self._find_target(named))):
                    if row.text not in texts:
                        texts.add(row.text)
                        yield Row(row.text, "page_mark" if _is_page_number(row.text) else "running_header", "starts")

    def _find_target(self, reference: str) -> str:
        if reference not in self._related:
            raise UnreadableFileError("damaged_file", f"the Word file names a part that it does not hold ({reference})")
        return self._related[reference][1]

    def foresee_marks(self, printed: Printed) -> dict[str, str]:
        """The marks of the notes that a paragraph refers to, by their ids: they are counted when they are read."""
        counts = self._note_counts.copy()
        marks = {}
        for kind, note_id, is_counted in printed.notes:
            if is_counted:
                counts[kind] += 1
                marks[f"{kind}-{note_id}"] = print_number(counts[kind], self._note_formats[kind])
        return marks

    def read_note(self, kind: str, note_id: str, *, is_counted: bool) -> Iterator[Row]:
        """The lines of a note, its mark before the first; those after the first continue it."""
        if kind not in self._notes:
            part = self._read_kind(f"{kind}s")
            self._notes[kind] = {value_of(note, "id"): note for note in (() if part is None else part)}
        note = self._notes[kind].get(note_id)
        if note is None:
            raise UnreadableFileError(
                "damaged_file", f"the Word file refers to a {kind} that it does not hold ({note_id})"
            )
        self._note_counts[kind] += is_counted
        mark = print_number(self._note_counts[kind], self._note_formats[kind]) + " " if is_counted else ""
        for place, row in enumerate(_Story(self, is_note=True).read(note)):
            yield Row(row.text if place else mark + row.text, "footnote", "continues" if place else "starts")


def _is_page_number(text: str) -> bool:
    words = "|".join(re.escape(row["form"]) for row in load_vocabulary("page_words"))
    return not re.sub(rf"(?<!\w)(?:{words}|of|de|sur|من)(?!\w)|[\d\W_]", "", text)


@dataclass
class _Story:
    """One run of text with counters of its own: the body, a header, a note."""

    document: _Document
    is_note: bool = False
    rows: list[Row] = field(default_factory=list)
    carried: Printed = field(default_factory=Printed)

    def __post_init__(self) -> None:
        self.counters = Counters(self.document.numbering)

    def read(self, element: Element) -> list[Row]:
        """The lines of the paragraphs and tables in an element, apart from those read before."""
        rows, self.rows = self.rows, []
        carried, self.carried = self.carried, Printed()
        self._walk(element)
        self._print(self.carried, "", None)
        found, self.rows, self.carried = self.rows, rows, carried
        return found

    def _walk(self, element: Element) -> None:
        runs = self.document.runs
        for child in element:
            name = name_of(child)
            if name == "p":
                self._add_paragraph(child)
            elif name == "tbl":
                self._add_table(child)
            elif name == "altChunk":
                refuse_foreign(name)
            elif name in {"del", "moveFrom"}:
                runs.leave_out(child, "deleted")
            elif name == "mc:AlternateContent":
                for chosen in choose_alternative(child):
                    self._walk(chosen)
            elif name not in NO_TEXT:
                runs.has_changes |= name in {"ins", "moveTo"}
                self._walk(child)

    def _add_paragraph(self, paragraph: Element) -> None:
        runs, styles = self.document.runs, self.document.styles
        properties = find_child(paragraph, "pPr")
        mark = find_child(properties, "rPr")
        printed = runs.read(paragraph)
        printed = Printed(
            self.carried.text + printed.text, self.carried.boxes + printed.boxes, self.carried.notes + printed.notes
        )
        self.carried = Printed()
        is_joined = any(find_child(mark, name) is not None for name in ("del", "moveFrom"))
        runs.has_changes |= is_joined or find_child(mark, "ins") is not None
        if is_joined or value_of(find_child(properties, "framePr"), "dropCap") not in {None, "none"}:
            # without its end, a paragraph belongs to the next one, and so does a large initial
            self.carried = printed
            return
        own = is_on(find_child(mark, "vanish"))
        is_hidden = styles.hides(styles.name_style(properties)) if own is None else own
        label = "" if is_hidden and not printed.text.strip() else self._print_label(properties)
        self._print(printed, label, "heading" if styles.is_heading(properties) else None)

    def _print_label(self, properties: Element | None) -> str:
        styles = self.document.styles
        number, place, owner = styles.find_list(styles.name_style(properties))
        own = find_child(properties, "numPr")
        own_number = value_of(find_child(own, "numId"))
        own_place = number_of(find_child(own, "ilvl"))
        if own_number is not None:
            number, place = own_number, own_place
        elif number is not None:
            # a style stands at the level that names it
            found = self.document.numbering.find_list(number)
            named = [level for level, known in (found.levels if found else {}).items() if known.style == owner]
            place = own_place if own_place is not None else next(iter(named), place)
        return self.counters.print_next(number, place or 0) if number and number != "0" else ""

    def _print(self, printed: Printed, label: str, hint: str | None) -> None:
        printed.text = number_references(printed.text, {} if self.is_note else self.document.foresee_marks(printed))
        text = label + (printed.text.lstrip(f" {LINE_BREAK}{PAGE_BREAK}") if label else printed.text)
        for page in text.split(PAGE_BREAK):
            flow = "starts"
            for piece in page.split(LINE_BREAK):
                cleaned = tidy_line(piece, self.document.left_out)
                if cleaned:
                    self.rows.append(Row(cleaned, hint, flow))
                # an empty line between two stands for a new paragraph
                flow = "continues" if cleaned else "starts"
        fields, self.document.runs.fields = self.document.runs.fields, []
        for box in printed.boxes:
            self.rows += self.read(box)
        # a note in a note is none of Word
        for kind, note_id, is_counted in () if self.is_note else printed.notes:
            self.rows += self.document.read_note(kind, note_id, is_counted=is_counted)
        self.document.runs.fields = fields

    def _add_table(self, table: Element) -> None:
        rows = []
        for row in find_through(table, "tr"):
            properties = find_child(row, "trPr")
            kinds = {"deleted": find_child(properties, "del"), "hidden": find_child(properties, "hidden")}
            left_out = next((kind for kind, mark in kinds.items() if is_on(mark)), None)
            self.document.runs.has_changes |= find_child(properties, "ins") is not None
            if left_out:
                self.document.runs.leave_out(row, left_out)
            else:
                rows.append([Cell(self.read(cell), holds_table(cell)) for cell in find_through(row, "tc")])
        self.rows += print_table(rows)
