"""Whether a line goes on with the paragraph above it, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.lines.layout import Layout, has_room
from oic_reports.structure.lines.printed_lines import PrintedLine, is_closed

# characters of a paragraph that is surely no heading where it breaks off
_UNFINISHED = 40
# characters that are enough where blank lines part the paragraphs
_PART_OF_LINE = 25
# characters that no printed line has: one that is longer was not wrapped
_PAGE_WIDTH = 130
# lines that are enough to tell whether a paragraph is that long
_LAST_LINES = 3
# of the width: a line that long was filled, and what follows it may go on with it
_FULL_LINE = 0.8
# of the width: a line that short ends a paragraph or stands alone
_SHORT_LINE = 0.6
# marks that a paragraph before a participle ends with
_PARTED = ",;،؛.:)"
# ``Chairman : Republic of Guinea``, a line of a list
_FIELD = compile_pattern(r"[^.:;]{2,40}\s?:\s+\S.{0,60}$")
# marks with which no paragraph begins: ``State of Palestine`` above ``: Vice Chairman``
_INSIDE = ":;,.،؛)"
# ``(The list of participants is in Annex I.)``
_SENTENCE_IN_BRACKETS = compile_pattern(r"\([^()]+\.\)\W*")
_HYPHEN = compile_pattern(r"[^\W\d_][-‐‑]$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the line goes on, and the rule that said so."""

    goes_on: bool
    rule: str


def judge_joint(paragraph: Paragraph, line: PrintedLine, layout: Layout, *, interrupted: bool) -> Verdict:
    """Whether ``line`` goes on with a paragraph.

    Args:
        paragraph: the paragraph so far.
        line: the line below it.
        layout: how the file is laid out.
        interrupted: whether lines that are not of the text (furniture, notes) stand between.
    """
    before, last = paragraph.ending, paragraph.lines[-1]
    length = sum(map(len, paragraph.texts[-_LAST_LINES:]))
    if not before or line.text[0] in _INSIDE:
        return Verdict(goes_on=True, rule="mark of a sentence" if before else "label alone")
    closed = is_closed(before)
    if before[-1] in _PARTED and line.participle and (line.language == "ar" or line.text[:1].isupper()):
        return Verdict(goes_on=False, rule="participle")
    opening = "chapter" if line.is_chapter and not last.ends_open else _find_recital(paragraph, before, line)
    if opening is not None:
        return Verdict(goes_on=False, rule=opening)
    if before[-1] in ",;،؛" and line.acts and (line.text[:1].isupper() or line.after_gap):
        return Verdict(goes_on=False, rule="act")
    if before[-1] in ",،" and len(line.text) < _UNFINISHED and line.text.endswith(":") and _speaks(line):
        return Verdict(goes_on=False, rule="speaker")
    if _FIELD.match(last.text) and _FIELD.match(line.text) and not closed and not line.is_small:
        return Verdict(goes_on=False, rule="name and value")
    if _HYPHEN.search(before) and (not line.after_gap or line.is_small):
        return Verdict(goes_on=True, rule="hyphen")
    is_bracket = not closed and not line.candidates and _goes_on_in_bracket(last, line, length)
    if is_bracket or (last.ends_open and not (line.after_gap and line.hint)):
        return Verdict(goes_on=True, rule="bracket" if is_bracket else "open phrase")
    if line.after_gap or interrupted:
        # the title of a chapter at the foot of a page does not go on in the article below
        goes_on = not closed and (length >= _UNFINISHED or line.is_small) and (line.is_small or interrupted)
        return Verdict(goes_on and not (line.after_gap and line.is_article), "gap")
    if line.is_small:
        return Verdict(goes_on=True, rule="small letter")
    if layout.width is None:
        return _judge_unwrapped(before, last, length, layout)
    if not closed:
        is_heading = _heads_below_item(last, line, layout.width)
        return Verdict(goes_on=not is_heading, rule="capitals" if is_heading else "width")
    return _judge_by_width(paragraph, line, layout, layout.width)


def _heads_below_item(last: PrintedLine, line: PrintedLine, width: int) -> bool:
    """Whether a line in capitals heads what is below it, where the item above ended before its line was full."""
    is_heading = line.text.isupper() and not last.text.isupper() and not line.candidates and " " in line.text
    return is_heading and last.text[-1] not in ",،-" and has_room(last, line, width)


def _find_recital(paragraph: Paragraph, before: str, line: PrintedLine) -> str | None:
    """The rule by which a line opens a recital below another, behind its semicolon or the colon that leads to them."""
    form = load_pattern("preambular_form", line.language)
    if before[-1] in ";؛" and line.text[:1].isupper() and form.match(line.text):
        return "form of a participle"
    is_among = paragraph.role == "preamble" or opens_recital(paragraph.texts[0], line.language)
    if before[-1] in ":;؛" and is_among and opens_recital(line.text, line.language):
        return "infinitive of a recital"
    return None


def opens_recital(text: str, language: Language) -> bool:
    """Whether a line opens as the recitals of a charter do below ``We, the Member States, determined:``: ``to …``."""
    return load_pattern("recital_infinitive", language).match(text) is not None


def _judge_unwrapped(before: str, last: PrintedLine, length: int, layout: Layout) -> Verdict:
    """Whether a paragraph of a text whose lines were not wrapped breaks off inside a sentence, as a few lines may."""
    if layout.parts_by_lines or (before[-1] in ",،" and len(last.text) > _PAGE_WIDTH):
        return Verdict(goes_on=False, rule="line of its own")
    least = _PART_OF_LINE if layout.has_gaps else _UNFINISHED
    return Verdict(not is_closed(before) and length >= least, "unfinished")


def _judge_by_width(paragraph: Paragraph, line: PrintedLine, layout: Layout, width: int) -> Verdict:
    """Whether a line of a wrapped text goes on below the end of a sentence: that line was full, and this one is too."""
    if line.is_capital and not paragraph.lines[-1].is_capital:
        return Verdict(goes_on=False, rule="capitals below a sentence")
    if (not line.is_closed or _heads(line)) and len(line.text) <= _SHORT_LINE * width:
        # neither the middle of a paragraph, which fills its lines, nor its end
        return Verdict(goes_on=False, rule="short line")
    if paragraph.label is None and not layout.has_gaps and _begins_act(line):
        return Verdict(goes_on=False, rule="act below a full line")
    last = paragraph.lines[-1]
    if layout.filled is not None:
        return Verdict(not _had_room(last, line, layout), "no room for the next word")
    return Verdict(len(last.text) >= _FULL_LINE * width, "width")


def _had_room(before: PrintedLine, line: PrintedLine, layout: Layout) -> bool:
    """Whether the next word had room in a line of a text that a program wrapped: it did not break the line there."""
    word = line.text.split(maxsplit=1)[0]
    return layout.filled is not None and len(before.text) + 1 + len(word) <= layout.filled


def _goes_on_in_bracket(last: PrintedLine, line: PrintedLine, length: int) -> bool:
    """Whether a line ends the bracket that the one above opened, or opens one below a paragraph that broke off."""
    ends = last.text.count("(") > last.text.count(")") and line.text.count(")") > line.text.count("(")
    is_own = line.after_gap and _SENTENCE_IN_BRACKETS.fullmatch(line.text) is not None
    return ends or (length >= _UNFINISHED and line.text.startswith("(") and not is_own)


def _heads(line: PrintedLine) -> bool:
    """Whether a line that a colon ends may be a heading: it names nobody who acts, and leads to no decisions."""
    return line.text.endswith(":") and not (line.acts or _begins_act(line) or _speaks(line) or _leads(line))


def _leads(line: PrintedLine) -> bool:
    return load_pattern("leads_to", line.language).search(line.text) is not None


def _begins_act(line: PrintedLine) -> bool:
    """Whether a line begins as a paragraph without a number does: with what a meeting did, or what leads to it."""
    names: tuple[PatternName, ...] = ("body_acts", "deciding_line")
    return any(load_pattern(name, line.language).match(line.text) for name in names)


def _speaks(line: PrintedLine) -> bool:
    return load_pattern("speaks", line.language).match(line.text) is not None
