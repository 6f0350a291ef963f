"""One paragraph: the lines that make it, its text as they join, and the block that comes of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.characters import FOLDED_FORM, FOLDED_LIGATURE, FOLDED_LOOK_ALIKE
from oic_reports.language.particles import ARTICLE, CONJUNCTION, CONJUNCTIONS, EITHER_ARTICLE, PREPOSITIONS
from oic_reports.language.plausibility import count_scripts
from oic_reports.model import Block, Confidence, Decoded, Flag, Language, NoteMark, Repair, Role
from oic_reports.structure.body.boxes import merge_boxes
from oic_reports.structure.lines.note_marks import find_note_label
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.lines.sequence import Label

# confidence of recognition below which a reader is warned: of a paragraph on average, of one line in it
_SURE = 0.8
_SURE_OF_LINE = 0.6
# what a character stands for is known by Unicode, or by its bytes or the glyph's name in the file; all else was learnt
_KIND_OF_RULE = {FOLDED_FORM: "letter_form", FOLDED_LIGATURE: "ligature", FOLDED_LOOK_ALIKE: "foreign_script"}
_CERTAIN = {"pdf.glyph_name", "pdf.map_bytes", FOLDED_FORM, FOLDED_LIGATURE}
_NAME_AND_NUMBER = compile_pattern(r"[A-Z]-$")
# an Arabic particle is written to its word; a line may be broken where the script changes
_PARTICLE = compile_pattern(
    f"(?:^| )(?:[{CONJUNCTIONS}][{PREPOSITIONS}]?|[{PREPOSITIONS}]|{CONJUNCTION}(?:{EITHER_ARTICLE}|ب{ARTICLE}))$"
)
_AFTER_PARTICLE = compile_pattern("[A-Z0-9«(]")
_BREAKS = "/-–@._"
_BROKEN = compile_pattern(r"(?:\w/|://|\d[-–]|[A-Za-z]@|(?:@|://|www\.)\S*[-._])$")
_LATIN_BREAK = compile_pattern(r"[A-Za-z][/@._]$")
_ARABIC = compile_pattern("[\u0621-\u064a]")
# an address may be broken before a question of its own, which names a value, or between two
_ASKING = "?&="
_ASKS = compile_pattern(r"(?:://|www\.)\S*[?&=]$")
_ASKED = compile_pattern(r"[a-z0-9_.%-]+[=&]")
# a dash that is set close to the Latin word before it is so to the one behind it, and one that begins a line likewise
_DASHES = "–—"
_CLOSE_DASH = compile_pattern("[A-Za-z\u00c0-\u024f][–—]$")
_BEGINS_CLOSE = compile_pattern("[–—][A-Za-z\u00c0-\u024f]")
# a number in groups whose last one is not whole, which the width of a cell broke, and its rest
_BROKEN_NUMBER = compile_pattern(
    r"(?<![\d,.])\d{1,3}(?:(?P<sign>[,.٬])\d{3})(?:(?P=sign)\d{3})*(?P=sign)(?P<last>\d{1,2})$"
)
_REST_OF_NUMBER = compile_pattern(r"\d{1,2}")
_GROUP = 3
# characters of the end of a line that tell whether its word goes on: an address is longer than any word
_END = 300
_WORD_END = compile_pattern("[A-Za-z\u00c0-\u024f]$")


@dataclass(slots=True)
class Paragraph:
    """A block in the making: its lines (text without the label), what is known of it, and the rule behind each line."""

    role: Role
    lines: list[PrintedLine]
    texts: list[str]
    subrole: str | None = None
    label: Label | None = None
    flags: list[Flag] = field(default_factory=list)
    joint: str = " "
    rules: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, role: Role, line: PrintedLine, rule: str, *flags: Flag, **more: Any) -> Paragraph:  # noqa: ANN401
        """A paragraph that begins with a line, by a rule."""
        return cls(role, [line], [line.text], flags=list(flags), rules=[rule], **more)

    def add(self, line: PrintedLine, rule: str) -> None:
        """A line that goes on with the paragraph, by a rule."""
        self.lines.append(line)
        self.texts.append(line.text)
        self.rules.append(rule)

    @property
    def ending(self) -> str:
        """The last line's text that is not empty, or an empty one: how the paragraph ends so far."""
        return next((text for text in reversed(self.texts) if text), "")

    @property
    def text_raw(self) -> str:
        """The text as printed, lines joined."""
        return self._join()[0]

    def _join(self) -> tuple[str, list[tuple[int, Decoded | NoteMark]], list[int]]:
        """The text of all lines; what was put right and lifted in them, and where that begins; the blanks that join."""
        joined = ""
        decoded: list[tuple[int, Decoded | NoteMark]] = []
        line_ends: list[int] = []
        for line, text in zip(self.lines, self.texts, strict=True):
            if not text:
                continue
            if joined and not (self.joint == " " and _joins_closely(joined, text)):
                line_ends.append(len(joined))
                joined += self.joint
            # a label may be cut off before the text, or behind it
            offset = len(joined) - (0 if line.text.startswith(text) else len(line.text) - len(text))
            end = len(joined) + len(text)
            found: list[tuple[int, Decoded | NoteMark]] = [
                (min(max(mark.start + offset, len(joined)), end), mark) for mark in line.line.marks
            ]
            found += [
                (change.start + offset, change)
                for change in line.line.decoded
                if change.start + offset >= len(joined) and change.end + offset <= end
            ]
            # a mark stands before what begins at its place
            decoded += sorted(found, key=lambda item: item[0])
            joined += text
        return joined, decoded, line_ends

    def _confidence_flags(self) -> tuple[Flag, ...]:
        """A flag where a recogniser was unsure of the lines, weighted by their length, or of one of them."""
        sure = [(line.line.confidence, len(line.text)) for line in self.lines if line.line.confidence is not None]
        if not sure:
            return ()
        mean = sum(confidence * length for confidence, length in sure) / max(sum(length for _, length in sure), 1)
        least = min(confidence for confidence, _ in sure)
        value = mean if mean < _SURE else least
        is_unsure = mean < _SURE or least < _SURE_OF_LINE
        return (Flag("low_confidence", "ocr.confidence", "warning", note=f"{value:.2f}"),) if is_unsure else ()

    def to_block(self, language: Language) -> Block:
        """The block, not yet cleaned: ``text`` is ``text_raw``."""
        text, decoded, line_ends = self._join()
        candidate = self.label.candidate if self.label else None
        label = candidate.label if candidate else None
        begun = find_note_label(text) if self.role == "footnote" else None
        if begun and not any(start < begun.end() for start, _ in decoded):
            label, text = begun["label"], text[begun.end() :]
            decoded = [(start - begun.end(), change) for start, change in decoded]
            line_ends = [place - begun.end() for place in line_ends if place >= begun.end()]
        text_raw, repairs = _undo(text, decoded)
        starts = [start for start, _ in decoded]
        grown = [0, *accumulate(_count_gone(change) for _, change in decoded)]
        marks = [(start, change) for start, change in decoded if isinstance(change, NoteMark)]
        first, last = self.lines[0].line, self.lines[-1].line
        return Block(
            role=self.role,
            subrole=self.subrole,
            label=label,
            ordinal=candidate.ordinal if candidate else None,
            numbering=candidate.numbering if candidate else None,
            text_raw=text_raw,
            text=text,
            repairs=repairs,
            language=find_language(text, language),
            flags=(*self.flags, *self._confidence_flags(), *(_flag_mark(start, mark) for start, mark in marks)),
            boxes=merge_boxes([line.line.box for line in self.lines if line.line.box]),
            line_first=first.number,
            line_last=last.number_last or last.number,
            line_ends=tuple(place + grown[bisect_right(starts, place)] for place in line_ends),
            page_first=first.page,
            page_last=last.page,
        )


def _flag_mark(start: int, mark: NoteMark) -> Flag:
    return Flag("note_mark", mark.rule, start=start, end=start, surface=mark.text.strip(), note=mark.note)


def _count_gone(change: Decoded | NoteMark) -> int:
    """How many characters more the file has at a change than the text."""
    return len(change.text) if isinstance(change, NoteMark) else len(change.before) - (change.end - change.start)


def _undo(text: str, decoded: Sequence[tuple[int, Decoded | NoteMark]]) -> tuple[str, tuple[Repair, ...]]:
    """The text as the file gives it, and the repairs that lead from it to the text."""
    raw = ""
    place = 0
    repairs: list[Repair] = []
    for start, change in decoded:
        raw += text[place:start]
        if isinstance(change, NoteMark):
            before, after, kind = change.text, "", "note_mark"
            is_sure = change.rule != "note_mark.typed"
        else:
            before, after = change.before, text[start : start + change.end - change.start]
            kind = _KIND_OF_RULE.get(change.rule, "glyph_misread")
            is_sure = change.rule in _CERTAIN
        sure: Confidence = "high" if is_sure else "medium"
        repairs.append(Repair(len(raw), len(raw) + len(before), before, after, kind, change.rule, sure))
        raw += before
        place = start + len(after)
    return raw + text[place:], tuple(repairs)


def find_language(text: str, language: Language) -> str:
    """The language of a paragraph: the document's, ``en`` for Latin letters in an Arabic one, ``zxx`` for none."""
    scripts = count_scripts(text)
    if not scripts:
        return "zxx"
    arabic, latin = scripts["ARABIC"], scripts["LATIN"]
    if language == "ar":
        return "ar" if arabic >= latin else "en"
    return language if latin >= arabic else "ar"


def _joins_closely(before: str, after: str) -> bool:
    """Whether a line was broken where no blank stood: at a bracket, a close dash, inside ``S/2017``, ``COVID-19``."""
    # what stands before grows with the paragraph: its end tells
    before = before[-_END:]
    last = before[-1]
    if last in "([{":
        return True
    if last == "-" and after[0].isdigit() and _NAME_AND_NUMBER.search(before):
        return True
    if _AFTER_PARTICLE.match(after) and _PARTICLE.search(before):
        return True
    if last in _DASHES and after[0].isalpha() and _CLOSE_DASH.search(before):
        return True
    if _BEGINS_CLOSE.match(after) and _WORD_END.search(before):
        return True
    if last in _ASKING and _ASKED.match(after) and _ASKS.search(before):
        return True
    if _REST_OF_NUMBER.fullmatch(after) and (number := _BROKEN_NUMBER.search(before)):
        return len(number["last"]) + len(after) == _GROUP
    if _ARABIC.match(after) and _LATIN_BREAK.search(before):
        # an address goes on in its own letters
        return False
    return last in _BREAKS and after[0].isalnum() and bool(_BROKEN.search(before))
