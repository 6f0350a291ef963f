"""Whether the paragraph above leads to a bullet or a letter, which then is part of it, or one of the text's own."""

from __future__ import annotations

from oic_reports.resources import load_pattern
from oic_reports.structure.body.body_so_far import BodySoFar
from oic_reports.structure.body.deciding import is_deciding, names_lead
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.body.roles import LEADING_MARKS, tells_opening
from oic_reports.structure.forms import is_preambular
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_vowels, is_closed
from oic_reports.structure.lines.sequence import Label

# marks that a clause of a preamble ends with
_CLAUSE_ENDS = (",", "،", ";", "؛")
# marks with which a list goes on; characters of a bullet that says something
_GOING_ON = (":", ";", "؛")
_SENTENCE = 60


def is_below_text(body: BodySoFar) -> bool:
    """Whether the paragraph above leads to items that are part of it: it ends with a colon, and decides nothing.

    Articles lead to what they are about: ``The organs are the following:``.
    """
    above = body.find_above()
    is_led = above is not None and above.ending.endswith(":")
    is_in_article = body.in_articles and above is not None and above.role != "heading"
    return is_led and (is_in_article or not leads_to_bullets(body, None))


def is_below_opening(body: BodySoFar) -> bool:
    """Whether the paragraph above tells that the meeting was held, and no list of numbers will follow."""
    above = body.find_above()
    return above is not None and not body.has_decimals and tells_opening(above.text_raw, body.language)


def is_below_bullet(body: BodySoFar, label: Label) -> bool:
    """Whether a bullet of another form hangs on the last one, which ends with a colon."""
    labelled = (p for p in reversed(body.paragraphs) if p.role in {"operative", "list_item"})
    last = next((p for p in labelled if p.label is not None), None)
    if last is None or last.label is None:
        return False
    is_alike = last.label.candidate.label == label.candidate.label
    return is_alike if last.role == "list_item" else not is_alike and last.ending.endswith(":")


def is_bullet_of_text(body: BodySoFar, line: PrintedLine, label: Label) -> bool:
    """Whether a bullet begins a paragraph of a numbered text that gives some of them one, as newspapers do.

    A sentence, below a whole one or nothing at all: above the first number, or with the bullet of such a paragraph.
    """
    above, candidate = body.find_above(), label.candidate
    is_whole = above is None or (is_closed(above.ending) and not above.ending.endswith(_GOING_ON))
    is_sentence = line.is_closed and len(candidate.rest) > _SENTENCE and not line.text.endswith(_GOING_ON)
    is_known = candidate.shape in body.bullets_of_text or not body.has_number
    is_below_item = above is not None and above.role == "list_item"
    return body.is_numbered and is_whole and is_sentence and is_known and not is_below_item


def ends_item(body: BodySoFar, index: int) -> bool:
    """Whether a line ends the item above, which breaks off right there: the next item of its list is below.

    It is the shorter part: a name that a letter counts stands above its text.
    """
    above, marks, line = body.current, body.marked.marks, body.marked.lines[index]
    mark = marks[index + 1] if index + 1 < len(marks) else None
    below = mark.label if mark is not None else None
    if above is None or above.label is None or below is None or above.label.candidate.ordinal is None:
        return False
    one, other = above.label.candidate, below.candidate
    is_next = one.shape == other.shape and other.ordinal == (one.ordinal or 0) + 1
    is_end = line.is_closed and not (line.after_gap or line.acts) and len(line.text) < len(above.text_raw)
    return above.role == "list_item" and is_next and is_end and not is_closed(above.ending)


def leads_to_bullets(body: BodySoFar, line: PrintedLine | None) -> bool:
    """Whether bullets are what is decided: the paragraph above says so (``decided on the following:``).

    Or they act themselves, below a line that leads to them (``the Council:``) or right below
    participles or those who speak (``We, the Ministers, …``).
    ``line`` is the bullet's own text; None where only the paragraph above is asked.
    """
    language = body.language
    above = body.find_above(unlabelled=True)
    if above is None or above.role not in {"preamble", "operative"}:
        return True
    text = above.text_raw.rstrip()
    if load_pattern("first_person", language).match(text) and _has_acted_before(body, above):
        return False
    if load_pattern("leads_to", language).search(text):
        return True
    if is_deciding(text, language) and names_lead(text, language):
        # ``The Group further noted:``: below paragraphs that act, bullets that do not are items
        return line is None or line.acts or not _has_acted_before(body, above)
    if line is None or not line.acts or _has_acted_before(body, above):
        return False
    is_clause = above.role == "preamble" and is_preambular(drop_vowels(text), language)
    speaks = above.role == "preamble" and load_pattern("declaring", language).match(drop_vowels(text))
    return text.endswith(":") or (is_clause and text.endswith(_CLAUSE_ENDS)) or speaks is not None


def _has_acted_before(body: BodySoFar, paragraph: Paragraph) -> bool:
    """Whether a paragraph without a label acts before a given one, and no item did yet."""
    return body.has_operative(paragraph) and not body.has_acting_item


def is_preambular_item(body: BodySoFar, rest: str) -> bool:
    """Whether a bullet above the first act is of the preamble: a participle, who acts, or the opening."""
    enacts = load_pattern("enacting", body.language).match(rest)
    if body.find_above() is None and tells_opening(rest, body.language):
        return True
    return enacts is not None or is_preambular(LEADING_MARKS.sub("", drop_vowels(rest)), body.language)
