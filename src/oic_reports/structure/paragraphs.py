"""One paragraph: the lines that make it, its text as they join, and the block that comes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from oic_reports.model import Block, Confidence, Decoded, Flag, Language, NoteMark, Repair, Role
from oic_reports.reading.plausibility import count_scripts
from oic_reports.structure.boxes import merge_boxes
from oic_reports.structure.lines import (
    PrintedLine,
)
from oic_reports.structure.note_marks import find_note_label
from oic_reports.structure.sequence import Label

_SURE = 0.8
_NAME_AND_NUMBER = re.compile(r"[A-Z]-$")
# an Arabic particle is written to its word; a line may be broken where the script changes
_PARTICLE = re.compile("(?:^| )(?:[وف][بلك]?|[بلك]|[وف]?(?:ال|لل|بال))$")
_AFTER_PARTICLE = re.compile("[A-Z0-9«(]")
_BROKEN = re.compile(r"(?:\w/|\d[-–]|[A-Za-z]@|(?:@|://|www\.)\S*[-._])$")


@dataclass(slots=True)
class Paragraph:
    """A block in the making: its lines (text without the label) and what is known of it."""

    role: Role
    lines: list[PrintedLine]
    texts: list[str]
    subrole: str | None = None
    label: Label | None = None
    flags: list[Flag] = field(default_factory=list)
    joint: str = " "

    @property
    def text_raw(self) -> str:
        """The text as printed, lines joined."""
        return self._join()[0]

    def _join(self) -> tuple[str, list[tuple[int, Decoded | NoteMark]]]:
        """The text of all lines, and what was put right and lifted in them, each with where it begins in the text."""
        joined = ""
        decoded: list[tuple[int, Decoded | NoteMark]] = []
        for line, text in zip(self.lines, self.texts, strict=True):
            if not text:
                continue
            if joined and not (self.joint == " " and _joins_closely(joined, text)):
                joined += self.joint
            # a label may be cut off before the text, or behind it
            offset = len(joined) - (0 if line.text.startswith(text) else len(line.text) - len(text))
            found: list[tuple[int, Decoded | NoteMark]] = [
                (change.start + offset, change) for change in line.line.decoded if change.start + offset >= len(joined)
            ]
            end = len(joined) + len(text)
            found += [(min(max(mark.start + offset, len(joined)), end), mark) for mark in line.line.marks]
            decoded += sorted(found, key=lambda item: item[0])
            joined += text
        return joined, decoded

    def _confidence_flags(self) -> tuple[Flag, ...]:
        """A flag where a recogniser was unsure of the lines, weighted by their length."""
        sure = [(line.line.confidence, len(line.text)) for line in self.lines if line.line.confidence is not None]
        if not sure:
            return ()
        mean = sum(confidence * length for confidence, length in sure) / max(sum(length for _, length in sure), 1)
        return (Flag("low_confidence", "ocr.confidence", "warning", note=f"{mean:.2f}"),) if mean < _SURE else ()

    def to_block(self, language: Language) -> Block:
        """The block, not yet cleaned: ``text`` is ``text_raw``."""
        text, decoded = self._join()
        candidate = self.label.candidate if self.label else None
        label = candidate.label if candidate else None
        begun = find_note_label(text) if self.role == "footnote" else None
        if begun and not any(start < begun.end() for start, _ in decoded):
            label, text = begun["label"], text[begun.end() :]
            decoded = [(start - begun.end(), change) for start, change in decoded]
        text_raw, repairs = _undo(text, decoded)
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
            line_last=last.number,
            page_first=first.page,
            page_last=last.page,
        )


def _flag_mark(start: int, mark: NoteMark) -> Flag:
    return Flag("note_mark", mark.rule, start=start, end=start, surface=mark.text.strip(), note=mark.note)


def _undo(text: str, decoded: Sequence[tuple[int, Decoded | NoteMark]]) -> tuple[str, tuple[Repair, ...]]:
    """The text as the file gives it, and the repairs that lead from it to the text."""
    raw = ""
    place = 0
    repairs: list[Repair] = []
    for start, change in decoded:
        raw += text[place:start]
        if isinstance(change, NoteMark):
            sure: Confidence = "medium" if change.rule == "note_mark.typed" else "high"
            end = len(raw) + len(change.text)
            repairs.append(Repair(len(raw), end, change.text, "", "note_mark", change.rule, sure))
            raw += change.text
            place = start
            continue
        end = start + change.end - change.start
        confidence: Confidence = "high" if change.rule == "pdf.glyph_name" else "medium"
        repairs.append(
            Repair(
                len(raw),
                len(raw) + len(change.before),
                change.before,
                text[start:end],
                "glyph_misread",
                change.rule,
                confidence,
            )
        )
        raw += change.before
        place = end
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
    """Whether a line was broken where no blank stood: after a bracket, or inside ``S/2017``, ``1-2``, ``COVID-19``."""
    if _NAME_AND_NUMBER.search(before) and after[0].isdigit():
        return True
    if _PARTICLE.search(before) and _AFTER_PARTICLE.match(after):
        return True
    return before[-1] in "([{" or (bool(_BROKEN.search(before)) and after[0].isalnum())
