"""Lines to paragraphs: which line goes on with the paragraph above it, and which begins one of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.model import Flag, Language, Role
from oic_reports.resources import load_pattern
from oic_reports.structure.lines import (
    PrintedLine,
    find_form,
    find_opening,
    is_closed,
    is_preambular,
    kind_of_front_line,
)
from oic_reports.structure.numbering import find_candidates
from oic_reports.structure.paragraphs import Paragraph
from oic_reports.structure.sequence import Label
from oic_reports.structure.tail import is_stray

_HEADING_LENGTH = 90
_ASIDE_ROLES = ("boilerplate", "page_mark", "running_header", "footnote")
_COLON_LENGTH = 40
_FULL_LINE = 0.8
_UNFINISHED = 40
_PART_OF_LINE = 25
_OPENING_REACH = 200
_NUMBERS = ("decimal", "arabic-indic", "ordinal-word")
_TO_BE = re.compile(r"\bbe\s+$")


def _is_number(label: Label) -> bool:
    """Whether a label is a number rather than a letter, a small roman number or a bullet."""
    return label.candidate.numbering in _NUMBERS


class BodyBuilder:
    """Takes the lines of the body in order and makes paragraphs of them."""

    def __init__(
        self, language: Language, width: int | None, labels: Sequence[Label | None], *, has_gaps: bool
    ) -> None:
        """Begin a body; ``width`` is that of hard-wrapped lines, ``labels`` are those of the body's lines.

        ``has_gaps`` says that blank lines part the paragraphs: two lines without one between belong together.
        """
        self.language = language
        self.width = width
        self.has_gaps = has_gaps
        self.is_numbered = any(label is not None and label.candidate.ordinal is not None for label in labels)
        self._numbers_left = sum(label is not None and _is_number(label) for label in labels)
        self._in_annex = False
        self.paragraphs: list[Paragraph] = []
        self._current: Paragraph | None = None
        self._interrupted = False
        self._has_number = False
        self._letters_hang = False

    def add_aside(self, line: PrintedLine, role: Role, subrole: str, *flags: Flag) -> None:
        """A line that is not of the text (furniture, residue): the paragraph before it may go on after it."""
        self.paragraphs.append(Paragraph(role, [line], [line.text], subrole, flags=list(flags)))
        self._interrupted = True

    def add_footnote(self, line: PrintedLine, *, goes_on: bool) -> None:
        """A line of a footnote, its first or one that goes on; the paragraph before it may go on after it."""
        last = self.paragraphs[-1] if self.paragraphs else None
        if last is not None and last.role == "footnote" and goes_on:
            last.lines.append(line)
            last.texts.append(line.text)
        else:
            self.paragraphs.append(Paragraph("footnote", [line], [line.text]))
        self._interrupted = True

    def add_single(self, line: PrintedLine, role: Role, subrole: str | None = None) -> None:
        """A line that is a block of its own and ends the paragraph before it."""
        self._start(Paragraph(role, [line], [line.text], subrole))
        self._current = None
        self._in_annex |= role == "annex"

    def add_signature(self, line: PrintedLine) -> None:
        """A line of a signature: office and name, one below the other, are one block."""
        last = self.paragraphs[-1] if self.paragraphs else None
        if last is not None and last.role == "signature" and not line.after_gap:
            last.lines.append(line)
            last.texts.append(line.text)
            last.joint = "\n"
        else:
            self.add_single(line, "signature")

    def add_labelled(self, line: PrintedLine, label: Label) -> None:
        """A line with a label: a new paragraph, list item or, without a number of its own, a bullet."""
        rest = label.candidate.rest
        is_bullet = label.candidate.ordinal is None
        self._numbers_left -= _is_number(label)
        is_lettered = not is_bullet and not _is_number(label)
        if is_lettered and label.depth == 0 and label.candidate.ordinal == 1:
            self._letters_hang = not self._has_number and self._is_below_text()
        hangs = self._in_annex or label.depth > 0 or (is_lettered and self._letters_hang)
        role: Role = "list_item" if hangs else "operative"
        if is_bullet:
            hangs = self.is_numbered or self._in_annex or self._is_below_bullet(label) or not self._lead_to_bullets()
            role = "list_item" if hangs else "operative"
        flags = [Flag(label.flag, "numbering.sequence", "warning", surface=label.candidate.label)] if label.flag else []
        if label.candidate.is_misread:
            flags.append(Flag("glyph_misread", "numbering.roman", "warning", surface=label.candidate.label))
        self._has_number |= not is_bullet and label.depth == 0 and not (is_lettered and self._letters_hang)
        self._start(Paragraph(role, [line], [rest], label=label, flags=flags))

    def _is_below_text(self) -> bool:
        """Whether the paragraph above leads to items that are part of it: it ends with a colon, and decides nothing."""
        above = next((p for p in reversed(self.paragraphs) if p.role not in _ASIDE_ROLES), None)
        return above is not None and above.text_raw.rstrip().endswith(":") and not self._lead_to_bullets()

    def _is_below_bullet(self, label: Label) -> bool:
        """Whether a bullet of another form hangs on the last one, which ends with a colon."""
        bullets = [p for p in self.paragraphs if p.label is not None and p.role in {"operative", "list_item"}]
        if not bullets or bullets[-1].label is None:
            return False
        last = bullets[-1]
        if last.role == "list_item":
            return last.label is not None and last.label.candidate.label == label.candidate.label
        is_other = last.label is not None and last.label.candidate.label != label.candidate.label
        return is_other and last.text_raw.rstrip().endswith(":")

    def _lead_to_bullets(self) -> bool:
        """Whether bullets are what is decided: the paragraph above them says so (``decided on the following:``)."""
        above = next((p for p in reversed(self.paragraphs) if p.label is None and p.role not in _ASIDE_ROLES), None)
        if above is None or above.role not in {"preamble", "operative"}:
            return True
        text = above.text_raw.rstrip()
        if load_pattern("first_person", self.language).match(text) and self._has_acted_before(above):
            return False
        leads_to = load_pattern("leads_to", self.language)
        return bool(leads_to.search(text)) or (self._is_deciding(text) and self._leads(text))

    def finish(self) -> list[Paragraph]:
        """All paragraphs, now that all are known.

        The first is preamble if it tells that the meeting was held and none did before. Where bullets or
        letters are what is decided, what stands above them is preamble.
        """
        for paragraph in self.paragraphs:
            if paragraph.role == "preamble":
                break
            if paragraph.role == "operative":
                is_bullet = paragraph.label is not None and paragraph.label.candidate.ordinal is None
                if not is_bullet and self._opens(paragraph.text_raw):
                    paragraph.role = "preamble"
                break
        self._add_ceremony()
        labelled = [
            (i, p.label) for i, p in enumerate(self.paragraphs) if p.role == "operative" and p.label is not None
        ]
        if labelled and not _is_number(labelled[0][1]):
            for paragraph in self.paragraphs[: labelled[0][0]]:
                if paragraph.role == "operative":
                    paragraph.role = "preamble"
        return self.paragraphs

    def _add_ceremony(self) -> None:
        """Numbered paragraphs that tell of the opening, right after the first one, are preamble too."""
        ceremony, acts = (load_pattern(name, self.language) for name in ("ceremony", "acts"))
        numbered = [p for p in self.paragraphs if p.label is not None and p.role in {"preamble", "operative"}]
        if not numbered or numbered[0].role != "preamble":
            return
        for paragraph in numbered[1:]:
            text = paragraph.text_raw[:_OPENING_REACH]
            if paragraph.role == "operative" and (not ceremony.search(text) or acts.search(text)):
                break
            paragraph.role = "preamble"

    def add_heading(self, line: PrintedLine, label: Label | None = None) -> None:
        """A line that heads a section."""
        text = label.candidate.rest if label else line.text
        self._start(Paragraph("heading", [line], [text], label=label))
        self._current = None

    def add_text(self, line: PrintedLine, following: PrintedLine | None, *, is_after_last: bool) -> None:
        """A line without a label: the paragraph goes on, or a new one without a number begins."""
        if self._current is not None and self._goes_on(self._current, line):
            self._current.lines.append(line)
            self._current.texts.append(line.text)
            self._interrupted = False
            return
        if (
            is_after_last
            and line.line.hint != "table"
            and kind_of_front_line(line.text, self.language) == "place_date"
            and len(line.text) < _HEADING_LENGTH
        ):
            self.add_single(line, "signature")
        elif is_after_last and is_stray(line) and line.line.hint != "table":
            flag = Flag("unrecognised_line", "tail.stray", "warning")
            self.add_aside(line, "boilerplate", "other", flag)
        elif line.line.hint == "table":
            self._start(Paragraph("table", [line], [line.text]))
        elif self._is_heading(line, following):
            self.add_heading(line)
        else:
            self._start(self._unnumbered(line))

    def _unnumbered(self, line: PrintedLine) -> Paragraph:
        text = line.text
        if self._in_annex:
            return Paragraph("annex", [line], [text])
        if self._has_number:
            return Paragraph("operative", [line], [text], "continuation")
        speaks_for_itself = load_pattern("first_person", self.language).match(text) is not None
        is_preamble = (
            self._numbers_left > 0
            or is_preambular(text, self.language)
            or (self._is_deciding(text) and not (speaks_for_itself and self._has_acted()))
            or (not self._has_acted() and (load_pattern("enacting", self.language).match(text) or self._opens(text)))
        )
        return Paragraph("preamble" if is_preamble else "operative", [line], [text])

    def _has_acted(self) -> bool:
        """Whether a paragraph that acts was met."""
        return any(paragraph.role == "operative" for paragraph in self.paragraphs)

    def _has_acted_before(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph without a label acts before a given one, and no item did yet."""
        acts = [p for p in self.paragraphs if p.role == "operative" and p is not paragraph]
        return bool(acts) and all(p.label is None for p in acts)

    def _is_deciding(self, text: str) -> bool:
        """Whether a short line leads to what is decided: ``The Foreign Ministers:``, ``decides:``."""
        return len(text) < _HEADING_LENGTH and load_pattern("deciding_line", self.language).match(text) is not None

    def _opens(self, text: str) -> bool:
        """Whether a paragraph tells that the meeting was held; ``cannot be held`` does not."""
        match = find_form("opening_verbs", text[:_OPENING_REACH], self.language)
        return match is not None and not _TO_BE.search(text[: match.start("form")])

    def _start(self, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)
        self._current = paragraph
        self._interrupted = False

    def _goes_on(self, current: Paragraph, line: PrintedLine) -> bool:
        before = current.text_raw
        if not before:
            return True
        if line.line.flow == "continues" and (current.role == "table") == (line.line.hint == "table"):
            return True
        if current.role == "heading" or line.line.hint in {"heading", "table"}:
            return False
        closed = is_closed(before)
        if before[-1] in ",;،؛." and find_opening("preambular_openings", line.text, self.language):
            return False
        speaks = load_pattern("speaks", self.language)
        if before[-1] in ",،" and len(line.text) < _UNFINISHED and line.text.endswith(":") and speaks.match(line.text):
            return False
        continues_small = bool(re.match(r"[a-zà-ÿ]", line.text))
        if line.after_gap or self._interrupted:
            unfinished = not closed and len(before) >= _UNFINISHED
            return unfinished and (continues_small or self._interrupted)
        if self.width is None:
            least = _PART_OF_LINE if self.has_gaps else _UNFINISHED
            return not closed and (continues_small or len(before) >= least)
        last_width = len(current.lines[-1].text)
        return not closed or last_width >= _FULL_LINE * self.width or continues_small

    def _leads(self, text: str) -> bool:
        """Whether a line names who decides, or says that decisions follow."""
        speaks, leads_to = (load_pattern(name, self.language) for name in ("speaks", "leads_to"))
        return bool(speaks.match(text) or leads_to.search(text))

    def _opens_items(self, text: str) -> bool:
        """Whether a line is a bullet or a lettered item: what stands above it leads to it, and heads no section."""
        candidates = find_candidates(text)
        return bool(candidates) and candidates[0].numbering not in {"decimal", "arabic-indic"}

    def _is_heading(self, line: PrintedLine, following: PrintedLine | None) -> bool:
        text = line.text
        if not self._has_number and self._is_deciding(text) and self._leads(text):
            return False
        if text.endswith(":") and following is not None and self._opens_items(following.text):
            return False
        if line.line.hint == "heading":
            return True
        if find_opening("preambular_openings", text, self.language) or text.endswith((",", "،")):
            return False
        if text.endswith(":") and len(text) > _COLON_LENGTH:
            return False
        if following is None or following.line.flow == "continues":
            return False
        if len(text) > _HEADING_LENGTH or (is_closed(text) and not text.endswith(":")):
            return False
        is_wrapped = self.width is not None or self.has_gaps
        if is_wrapped and not following.after_gap and not find_candidates(following.text):
            return False
        return line.after_gap or self.width is None
