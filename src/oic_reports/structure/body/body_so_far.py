"""What is known of a body while its paragraphs are made: those so far, the one that is open, how its numbers count."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.resources import load_pattern
from oic_reports.structure.body.marking import Marked
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.body.roles import ASIDE_ROLES
from oic_reports.structure.body.tail import find_formula_above
from oic_reports.structure.lines.layout import Layout
from oic_reports.structure.lines.numbering import is_number
from oic_reports.structure.lines.sequence import Label

# the paragraph that tells of the opening often has no number, and the numbers begin with 2
_OPENING_NUMBER = 2


class BodySoFar:
    """The paragraphs that are made, and what the next line is judged by.

    ``current`` is the paragraph that may go on; ``has_number`` tells that a number or letter of the text's own came,
    ``in_section`` that a heading of several stands above, ``has_acting_item`` that a paragraph with a label acts,
    ``numbers_left`` how many numbers are still to come; ``is_numbered`` that labels count at all, ``has_decimals`` that
    numbers of the text's own do, ``is_extract`` that the first number that is left is not the first that was printed,
    ``is_later_part`` that what stands above the body says it goes on from another page, and no number is the first;
    ``has_operative_above`` tells that a paragraph above the open one is operative;
    ``bullets_of_text`` are the shapes of bullets with which paragraphs of the text itself begin;
    ``formula`` is the line of place and day that ends the text, None where it ends otherwise; ``lone`` the line with a
    number that counts nothing, None where none does.
    """

    def __init__(self, marked: Marked, layout: Layout, hanging: frozenset[int]) -> None:
        """Begin the body of a document; ``hanging``: lines whose numbers are not the report's own."""
        self.marked = marked
        self.layout = layout
        self.language = layout.language
        own = [(i, mark) for i, mark in enumerate(marked.marks) if mark is not None and mark.kind == "label"]
        labels = [mark.label for i, mark in own if mark.label and i not in hanging]
        first = labels[0].candidate.ordinal if labels else None
        numbered = [
            i for i, mark in own if mark.label and mark.label.candidate.ordinal is not None and i not in hanging
        ]
        self.lone = self._find_lone(numbered)
        self.is_numbered = bool(numbered) and self.lone is None
        self.is_extract = first is not None and first > _OPENING_NUMBER and labels[0].flag == "number_gap"
        above = marked.lines[: marked.start]
        goes_on = any(load_pattern("extract_mark", "en").match(line.text) for line in above)
        self.is_later_part = goes_on and first != 1
        self.has_decimals = any(is_number(label.candidate) and label.depth == 0 for label in labels)
        annex = min((i for i in marked.find("annex") if i >= marked.start), default=len(marked.lines))
        self.formula = find_formula_above(marked.lines, marked.start, annex)
        # what annexes count, and what stands below the formula that ends the text, is not the text's own
        self._end = annex if self.formula is None else self.formula
        self.numbers_left = sum(self.is_own_number(i, mark.label) for i, mark in own if mark.label and i not in hanging)
        self.paragraphs: list[Paragraph] = []
        # those of the text itself, and of them those without a label
        self._own: list[Paragraph] = []
        self._unlabelled: list[Paragraph] = []
        self.current: Paragraph | None = None
        self.has_operative_above = False
        self.in_annex = False
        self.in_articles = False
        self.in_section = False
        self.has_number = False
        self.has_acting_item = False
        self.bullets_of_text: set[str] = set()

    def is_own_number(self, index: int, label: Label) -> bool:
        """Whether the label of a line is a number that counts in the text itself, above its annexes."""
        return is_number(label.candidate) and index < self._end

    def _find_lone(self, numbered: Sequence[int]) -> int | None:
        """The only number of a text, a 1 before those who act: what they do stands below it in bullets."""
        if len(numbered) != 1:
            return None
        line = self.marked.lines[numbered[0]]
        first = line.candidates[0]
        names = [load_pattern(name, self.language) for name in ("first_person", "enacting")]
        acts = first.ordinal == 1 and any(name.match(first.rest) for name in names)
        bullets = any(mark is not None and mark.kind == "label" for mark in self.marked.marks[numbered[0] + 1 :])
        return numbered[0] if acts and bullets else None

    @property
    def counts_on(self) -> bool:
        """Whether numbers are still to come, in a text that is there from its first one on."""
        return self.numbers_left > 0 and not self.is_extract

    @property
    def last(self) -> Paragraph | None:
        """The last paragraph of any role."""
        return self.paragraphs[-1] if self.paragraphs else None

    def find_above(self, own: Paragraph | None = None, *, unlabelled: bool = False) -> Paragraph | None:
        """The last paragraph of the text itself but ``own``, or the last one without a label."""
        text = self._unlabelled if unlabelled else self._own
        return next((p for p in reversed(text) if p is not own), None)

    def has_operative(self, own: Paragraph | None = None) -> bool:
        """Whether a paragraph so far, but ``own``, is operative."""
        is_current = self.current is not None and self.current is not own and self.current.role == "operative"
        return self.has_operative_above or is_current

    def begin(self, paragraph: Paragraph) -> None:
        """Begin a paragraph: the role of the one that was open is settled."""
        self.has_operative_above |= self.current is not None and self.current.role == "operative"
        self.paragraphs.append(paragraph)
        self.has_acting_item |= paragraph.role == "operative" and paragraph.label is not None
        self.current = paragraph
        if paragraph.role not in ASIDE_ROLES:
            self._own.append(paragraph)
            self._unlabelled += [paragraph] if paragraph.label is None else []

    def has_acted(self) -> bool:
        """Whether a paragraph so far says what the meeting did; one that tells who came or spoke does not."""
        acts = [load_pattern(name, self.language) for name in ("body_acts", "act_opening")]
        return any(p.role == "operative" and any(act.match(p.text_raw) for act in acts) for p in self.paragraphs)

    def is_above_decisions(self, index: int) -> bool:
        """Whether a line stands above those that a line leads to, or is of the paragraph that leads to them."""
        return self.is_above_lead(index) or index < (self.marked.declaring or 0)

    def is_above_lead(self, index: int) -> bool:
        """Whether a line is of a numbered paragraph that leads to decisions, or stands above it."""
        return self.marked.lead is not None and index <= self.marked.lead
