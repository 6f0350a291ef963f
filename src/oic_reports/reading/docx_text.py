"""What one paragraph of a Word file prints: its runs, as accepted changes, fields and hidden text leave them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.docx_package import (
    Element,
    choose_alternative,
    count_text,
    find_child,
    is_on,
    name_of,
    value_of,
)
from oic_reports.reading.docx_styles import Styles
from oic_reports.reading.raised import wrap_figure, wrap_reference

LINE_BREAK, PAGE_BREAK = "\n", "\f"
# properties hold no text; "rt" is what stands above a ruby
NO_TEXT = frozenset({"", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "tblGrid", "rt"})
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_SIGNS = {"tab": " ", "ptab": " ", "cr": LINE_BREAK, "br": LINE_BREAK, "noBreakHyphen": "-", "sym": ""}
_UNKNOWN_SIGN = "\ufffd"
_SIGN_FONTS = {
    "symbol": {0x2D: "−", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xBE: "—"},
    "wingdings": {0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xFC: "✓"},
}
_PRIVATE = range(0xF000, 0xF100)


@dataclass
class Printed:
    r"""What a paragraph prints: its text (``\n`` ends a line, ``\f`` a page), and what stands beside it.

    ``boxes`` are the contents of its text boxes, ``notes`` the references to notes: kind, id, and whether the note
    is counted (its mark is not the author's own).
    """

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str, bool]] = field(default_factory=list)


@dataclass
class _Field:
    """A field that is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False

    def is_shown(self) -> bool:
        name = self.instruction.upper().split()[:1]
        return self.in_result and _PAGE_FIELDS.isdisjoint(name)


class Runs:
    """Reads paragraph after paragraph of one file; a field may go on from one to the next.

    ``left_out`` grows by kind: ``deleted``, ``hidden``, ``markup`` (instructions of fields, numbers of pages).
    """

    def __init__(self, styles: Styles, left_out: Counter[str]) -> None:
        self.has_changes = False
        self.has_lost_signs = False
        self.fields: list[_Field] = []
        self._styles = styles
        self._left_out = left_out
        self._printed = Printed()
        self._is_style_hidden = False

    def read(self, paragraph: Element) -> Printed:
        """What a paragraph (``w:p``) prints.

        Raises:
            UnreadableFileError: ``reader_failed``, if text of another file belongs here.
        """
        self._printed = Printed()
        self._is_style_hidden = self._styles.hides(self._styles.name_style(find_child(paragraph, "pPr")))
        self._walk(paragraph)
        return self._printed

    def leave_out(self, element: Element, kind: str) -> None:
        """Count the text of an element that is not shown."""
        self._left_out[kind] += count_text(element)
        self.has_changes |= kind == "deleted"

    def _walk(self, element: Element) -> None:
        for child in element:
            name = name_of(child)
            if name in {"t", "m:t"}:
                self._add(_trim(child))
            elif name in {"del", "moveFrom", "delText"}:
                self.leave_out(child, "deleted")
            elif name == "r":
                self._walk_run(child)
            elif name in {"fldChar", "fldSimple", "instrText"}:
                self._walk_field(child, name)
            elif name in _SIGNS:
                self._add(self._find_sign(child, name))
            elif name == "txbxContent":
                self._printed.boxes.append(child)
            elif name in {"footnoteReference", "endnoteReference"}:
                is_counted = value_of(child, "customMarkFollows") not in {"1", "true", "on"}
                kind, note_id = name.removesuffix("Reference"), value_of(child, "id") or ""
                self._printed.notes.append((kind, note_id, is_counted))
                self._add(wrap_reference(f"{kind}-{note_id}") if is_counted else "")
            elif name == "mc:AlternateContent":
                for chosen in choose_alternative(child):
                    self._walk(chosen)
            elif name in {"subDoc", "altChunk"}:
                refuse_foreign(name)
            elif name not in NO_TEXT:
                self.has_changes |= name in {"ins", "moveTo"}
                self._walk(child)

    def _walk_run(self, run: Element) -> None:
        properties = find_child(run, "rPr")
        own = is_on(find_child(properties, "vanish"))
        # the styles of paragraph and run each switch it over (ECMA-376-1, 17.7.3)
        by_style = self._is_style_hidden != self._styles.hides(value_of(find_child(properties, "rStyle")) or "")
        if not (by_style if own is None else own):
            self._walk_shown(run, is_raised=value_of(find_child(properties, "vertAlign")) == "superscript")
            return
        self._left_out["hidden"] += count_text(run)
        for child in run:
            # a field may begin in hidden text and end outside of it
            if name_of(child) in {"fldChar", "instrText"}:
                self._walk_field(child, name_of(child))

    def _walk_shown(self, run: Element, *, is_raised: bool) -> None:
        before = self._printed.text
        self._walk(run)
        figure = wrap_figure(self._printed.text.removeprefix(before)) if is_raised else None
        if figure:
            self._printed.text = before + figure

    def _walk_field(self, element: Element, name: str) -> None:
        if name == "instrText":
            text = element.text or ""
            self._left_out["markup"] += _count(text)
            if self.fields:
                self.fields[-1].instruction += text
        elif name == "fldSimple":
            instruction = value_of(element, "instr") or ""
            self._left_out["markup"] += _count(instruction)
            self.fields.append(_Field(instruction, in_result=True))
            self._walk(element)
            self.fields.pop()
        elif value_of(element, "fldCharType") == "begin":
            self.fields.append(_Field())
        elif self.fields and value_of(element, "fldCharType") == "separate":
            self.fields[-1].in_result = True
        elif self.fields and value_of(element, "fldCharType") == "end":
            self.fields.pop()

    def _add(self, text: str) -> None:
        if all(found.is_shown() for found in self.fields):
            self._printed.text += text
        else:
            self._left_out["markup"] += _count(text)

    def _find_sign(self, element: Element, name: str) -> str:
        """What an element without text prints; for a ``w:sym`` of an unknown glyph, U+FFFD."""
        if name == "br" and value_of(element, "type") in {"page", "column"}:
            return PAGE_BREAK
        if name != "sym":
            return _SIGNS[name]
        code = value_of(element, "char") or ""
        number = int(code, 16) if len(code) == 4 and set(code) <= set("0123456789abcdefABCDEF") else 0  # noqa: PLR2004
        signs = _SIGN_FONTS.get((value_of(element, "font") or "").lower(), {})
        low = number - _PRIVATE.start if number in _PRIVATE else number
        if low in signs:
            return signs[low]
        if number < 0x20 or 0xD800 <= number < 0xF900:  # noqa: PLR2004  (controls, surrogates, private use)
            self.has_lost_signs = True
            return _UNKNOWN_SIGN
        return chr(number)


def refuse_foreign(name: str) -> None:
    """Refuse a file part of whose text stands in another file, or in a part of another kind.

    Raises:
        UnreadableFileError: ``reader_failed``.
    """
    raise UnreadableFileError("reader_failed", f"some of the text is that of another file that is bound in (w:{name})")


def _count(text: str) -> int:
    return sum(not character.isspace() for character in text)


def _trim(element: Element) -> str:
    """The text of a ``w:t``: blanks at its ends count only where ``xml:space`` keeps them."""
    text = "".join(" " if character in "\t\r\n" else character for character in element.text or "")
    if text == text.strip(" "):
        return text
    spaces = (found.get("{http://www.w3.org/XML/1998/namespace}space") for found in (element, *element.iterancestors()))
    return text if next(filter(None, spaces), "default") == "preserve" else text.strip(" ")
