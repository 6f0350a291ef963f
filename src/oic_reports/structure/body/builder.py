"""Lines of the body to paragraphs: which line begins one, and which role it has by what stands around it."""

from __future__ import annotations

from dataclasses import replace

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.language.states import find_states
from oic_reports.model import Flag, Role
from oic_reports.resources import load_pattern
from oic_reports.structure.body.addressed import find_addressed, goes_on_addressing, is_salutation
from oic_reports.structure.body.body_so_far import BodySoFar
from oic_reports.structure.body.declaring import is_operative_heading
from oic_reports.structure.body.definitions import find_definitions
from oic_reports.structure.body.form_headings import is_below_article, is_heading
from oic_reports.structure.body.hanging import find_acting_bullets, find_hanging_numbers, find_headed_bullets
from oic_reports.structure.body.joining import judge_joint
from oic_reports.structure.body.leading import (
    ends_item,
    is_below_bullet,
    is_below_opening,
    is_below_text,
    is_bullet_of_text,
    is_preambular_item,
    leads_to_bullets,
)
from oic_reports.structure.body.listed import find_listed, find_listed_bullets, find_rows
from oic_reports.structure.body.marking import SECTION_RULES, Mark, Marked
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.body.roles import is_closing, settle_roles
from oic_reports.structure.body.surroundings import make_furniture, make_residue
from oic_reports.structure.body.unlabelled import choose_role, make_unlabelled
from oic_reports.structure.lines.headings import find_heading_label
from oic_reports.structure.lines.layout import Layout, has_room
from oic_reports.structure.lines.numbering import is_number
from oic_reports.structure.lines.printed_lines import PrintedLine, is_organisation, is_place_line
from oic_reports.structure.lines.sequence import Label
from oic_reports.structure.parting.run_in_clauses import begins_paragraph

# the share of a line that the name of a state takes if it is no more than that
_MOSTLY = 0.8
# what a page did with a line that is none of its text
_FURNITURE_HINTS = frozenset({"running_header", "page_mark"})
# characters of a line of place and date; of a line at the end that nothing explains
_PLACE_LENGTH = 90
_SHORT = 60
_TOLD_LENGTH = 240
# what no name and no headline at the end of a page has, but a sentence that breaks off
_CUT_SENTENCE = compile_pattern(
    r"(?:\s\S+){3}\s[\u0621-\u064a]$|،\s*و[\u0621-\u064a]{2}|^(?=(?:.*?\s[a-zà-ÿ]){4}).*,\s(?:and|but|et|mais)\s"
)


class BodyBuilder:
    """Takes the marked lines of the body in order and makes paragraphs of them."""

    def __init__(self, marked: Marked, layout: Layout) -> None:
        """Begin the body of a document."""
        self._marked = marked
        self._layout = layout
        self._hanging = find_hanging_numbers(marked)
        self._acting_bullets = find_acting_bullets(marked, self._hanging)
        self._rows = find_rows(marked)
        self._listed = find_listed(marked) - self._rows
        self._listed_bullets = find_listed_bullets(marked)
        self._addressed = find_addressed(marked.lines, marked.start)
        self._definitions = find_definitions(marked)
        self._last_label = max(marked.find("label"), default=-1)
        self._body = BodySoFar(marked, layout, self._hanging)
        self._interrupted = False
        self._item = -1
        self._letters_hang = False
        self._headed: frozenset[int] = frozenset()
        self._first_article: int | None = None

    def build(self) -> list[Paragraph]:
        """All paragraphs of the body, in order."""
        for index in range(self._marked.start, len(self._marked.lines)):
            mark = self._marked.marks[index]
            if index == self._marked.declaring and is_operative_heading(self._marked.lines[index]):
                self._add_heading(self._marked.lines[index], "heading of what is decided")
            elif index == self._marked.declaring:
                self._start(Paragraph.of("preamble", self._marked.lines[index], "leads to what is declared"))
            elif mark is not None:
                self._add(index, self._marked.lines[index], mark)
        self._settle_current()
        settle_roles(self._body.paragraphs, self._layout.language, is_later_part=self._body.is_later_part)
        return self._body.paragraphs

    def _add(self, index: int, line: PrintedLine, mark: Mark) -> None:
        match mark.kind:
            case "site":
                self._add_aside(make_residue(line, mark.rule))
            case "furniture":
                self._add_aside(make_furniture(line, mark, is_inside=index < self._last_label))
            case "separator":
                self._add_aside(Paragraph.of("boilerplate", line, mark.rule, subrole="separator"))
            case "excerpt":
                flag = Flag("excerpt", "structure.excerpt_mark", "warning")
                self._add_aside(Paragraph.of("boilerplate", line, mark.rule, flag, subrole="other"))
            case "footnote":
                self._add_footnote(line, mark)
            case "heading":
                self._add_heading(line, mark.rule, mark.label)
                self._body.in_section = mark.rule in SECTION_RULES and not self._names_preamble(line, mark.label)
            case "label" if mark.label is not None:
                self._add_labelled(index, line, mark.label)
            case "closing":
                self._add_single(Paragraph.of("closing", line, mark.rule, subrole="end_mark"))
            case "signature":
                self._add_signature(line, mark.rule)
            case "annex_title":
                self._add_heading(line, mark.rule)
            case "annex":
                self._add_single(Paragraph.of("annex", line, mark.rule))
                self._body.in_annex = True
            case _:
                self._add_text(index, line)

    def _start(self, paragraph: Paragraph) -> None:
        self._settle_current()
        self._body.begin(paragraph)
        self._interrupted = False

    @staticmethod
    def _names_preamble(line: PrintedLine, label: Label | None) -> bool:
        """Whether a heading is that of what stands before the text itself: ``I. Introduction``."""
        text = label.candidate.rest if label else line.plain
        return load_pattern("section_name", "en").match(text) is not None

    def _add_aside(self, paragraph: Paragraph) -> None:
        """A line that is not of the text (furniture, residue): the paragraph before it may go on after it."""
        self._body.paragraphs.append(paragraph)
        self._interrupted = True

    def _add_footnote(self, line: PrintedLine, mark: Mark) -> None:
        last = self._body.last
        if last is not None and last.role == "footnote" and mark.goes_on:
            last.add(line, mark.rule)
        else:
            self._body.paragraphs.append(Paragraph.of("footnote", line, mark.rule))
        self._interrupted = True

    def _add_single(self, paragraph: Paragraph) -> None:
        """A line that is a block of its own and ends the paragraph before it."""
        self._start(paragraph)
        self._body.current = None

    def _add_signature(self, line: PrintedLine, rule: str) -> None:
        """A line of a signature: office and name, one below the other, are one block."""
        last = self._body.last
        if last is not None and last.role == "signature" and not line.after_gap:
            last.add(line, rule)
            last.joint = "\n"
        else:
            self._add_single(Paragraph.of("signature", line, rule))

    def _add_heading(self, line: PrintedLine, rule: str, label: Label | None = None) -> None:
        text = label.candidate.rest if label else line.text
        last = self._body.last
        if (
            last is not None
            and last.role == "heading"
            and (not line.after_gap or (line.text.isupper() and is_below_article(self._body) and not line.is_article))
            and label is None
            and (
                last.lines[-1].is_article
                or (last.lines[0].is_chapter and not line.is_article and _is_set_alike(last.lines[0], line))
                or (rule == last.rules[-1] == SECTION_RULES[1] and line.is_capital)
            )
        ):
            # ``ARTICLE II``, ``CHAPTER I`` above what it is about; a heading in capitals over two lines
            last.add(line, rule)
            last.joint = "\n"
            return
        self._body.in_articles |= line.is_article
        self._start(Paragraph("heading", [line], [text], label=label, rules=[rule]))
        self._body.current = None

    def _add_labelled(self, index: int, line: PrintedLine, label: Label) -> None:
        """A line with a label: a new paragraph, list item or, without a number of its own, a bullet."""
        candidate = label.candidate
        is_bullet, is_lettered = candidate.ordinal is None, candidate.ordinal is not None and not is_number(candidate)
        above = self._body.find_above()
        if is_bullet and above is not None and above.role == "heading":
            self._headed = find_headed_bullets(self._marked, index)
        is_paragraph = is_bullet and (candidate.shape in self._acting_bullets or index in self._headed)
        # its number is not the report's own
        is_hanging = index in self._hanging
        self._item = index
        # a list of numbers may stand open above it
        label = replace(label, depth=1 if is_hanging else 0 if is_paragraph else label.depth)
        if is_lettered and label.depth == 0:
            self._letters_hang = self._do_letters_hang(label, line)
        hangs_as_letter = is_lettered and self._letters_hang
        if is_bullet:
            hangs = self._does_bullet_hang(index, label, line, is_paragraph=is_paragraph)
        else:
            is_participant = self._marked.lists_participant(index)
            hangs = self._body.in_annex or label.depth > 0 or hangs_as_letter or is_participant
        role = self._choose_labelled_role(index, label, hangs=hangs)
        flags = [Flag(label.flag, "numbering.sequence", "warning", surface=candidate.label)] if label.flag else []
        if candidate.is_misread:
            flags.append(Flag("glyph_misread", "numbering.roman", "warning", surface=candidate.label))
        is_own = not is_bullet and label.depth == 0 and index != self._body.lone
        self._body.has_number |= is_own and not hangs_as_letter
        rule = f"label {candidate.numbering} at depth {label.depth}"
        self._start(Paragraph(role, [line], [candidate.rest], label=label, flags=flags, rules=[rule]))
        self._body.numbers_left -= self._body.is_own_number(index, label) and not is_hanging

    def _do_letters_hang(self, label: Label, line: PrintedLine) -> bool:
        """Whether letters at no depth, from this one on, are items of what stands above, not paragraphs of the text."""
        is_first = label.candidate.ordinal == 1
        if self._body.has_number:
            # an article may have numbers, and the next one letters below its sentence
            is_in_article = self._body.in_articles and self._body.last is not None and self._body.last.role != "heading"
            return is_below_text(self._body) if is_first and is_in_article else self._letters_hang and not is_first
        if is_first:
            return is_below_text(self._body) and not is_below_opening(self._body)
        # an extract may begin with the later letters of a number that its page cuts
        return self._letters_hang or self._is_cut_item(line)

    def _does_bullet_hang(self, index: int, label: Label, line: PrintedLine, *, is_paragraph: bool) -> bool:
        """Whether a bullet is an item: of an annex, of names below a colon, or of a list that leads to no decisions."""
        leads = leads_to_bullets(self._body, line.with_text(label.candidate.rest))
        if is_bullet_of_text(self._body, line, label):
            self._body.bullets_of_text.add(label.candidate.shape)
            return self._body.in_annex
        is_part = self._body.is_numbered or is_below_bullet(self._body, label) or not leads
        return self._body.in_annex or index in self._listed_bullets or (is_part and not is_paragraph)

    def _choose_labelled_role(self, index: int, label: Label, *, hangs: bool) -> Role:
        candidate = label.candidate
        is_unnumbered = candidate.ordinal is None and not self._body.has_operative() and not self._body.has_number
        if is_unnumbered and is_preambular_item(self._body, candidate.rest):
            return "preamble"
        if is_number(candidate) and (self._body.is_above_decisions(index) or index == self._body.lone):
            return "preamble"
        return "list_item" if hangs else "operative"

    def _is_cut_item(self, line: PrintedLine) -> bool:
        """Whether a later letter, above all other text and numbers of its own, tells no act: a page cut its number."""
        is_first = self._body.find_above() is None and self._body.has_decimals
        return is_first and not (line.candidates[0].is_spelled or line.tells_act)

    def _add_text(self, index: int, line: PrintedLine) -> None:
        """A line without a label: the paragraph goes on, or a new one without a number begins."""
        rule = "begins"
        if self._add_found(index, line) or self._add_told(index, line):
            return
        if self._body.current is not None and not self._begins_name(index, line):
            is_stray = index > self._marked.last and len(line.text) < _SHORT and not line.is_closed
            # below the last number a link of the site may stand where a text was cut off
            self._interrupted &= not (is_stray and line.after_gap and line.text[:1].isupper())
            goes_on, rule = self._judge_joint(self._body.current, line)
            if ends_item(self._body, index):
                goes_on, rule = True, "goes on: inside a list"
            if goes_on:
                self._body.current.add(line, rule)
                self._interrupted = False
                return
        if self._marked.lists_participant(index) and line.hint != "table":
            self._add_participant(index, line)
            return
        if index in self._listed:
            self._start(Paragraph.of("list_item", line, "name below a colon"))
            return
        if self._goes_on_signing(line):
            self._add_signature(line, "day below the place")
            return
        is_table = line.hint == "table"
        if index > self._marked.last and not is_table and self._is_tail_line(index, line):
            return
        if is_table:
            self._start(Paragraph.of("table", line, "table row"))
        elif index == self._body.formula or self._is_place_and_day(line):
            self._add_signature(line, "place and date below the text")
        elif index + 1 not in self._definitions and is_heading(self._body, index):
            self._add_heading(line, "heading by form", find_heading_label(line))
        else:
            self._start(make_unlabelled(self._body, index, line, rule))

    def _add_found(self, index: int, line: PrintedLine) -> bool:
        """Whether a line was taken as what it was found to be: a row, a definition, one who is addressed."""
        if index in self._rows:
            self._start(Paragraph.of("table", line, "row of a table"))
        elif index in self._definitions:
            self._start(Paragraph.of("list_item", line, "definition"))
        elif index in self._addressed:
            self._add_address(index, line)
        else:
            return False
        return True

    def _add_told(self, index: int, line: PrintedLine) -> bool:
        """Whether a line was taken as the rest of a heading, or of a formula of the end, that the page says it is."""
        last = self._body.last
        if last is None or line.flow != "continues" or line.hint is not None or self._interrupted:
            return False
        above = last.lines[-1]
        is_below = above is self._marked.lines[index - 1] and not above.is_closed
        length = sum(len(each.text) for each in (*last.lines, line))
        if not is_below or last.role not in {"heading", "signature"} or length > _TOLD_LENGTH:
            return False
        last.add(line, "the page says so")
        return True

    def _add_address(self, index: int, line: PrintedLine) -> None:
        """A line of those who are addressed one by one: a name, and the office below it."""
        current, above = self._body.current, self._marked.lines[index - 1]
        if current is not None and goes_on_addressing(above, line):
            current.add(line, "goes on: one who is addressed")
        else:
            self._start(make_unlabelled(self._body, index, line, "begins: one who is addressed"))

    def _add_participant(self, index: int, line: PrintedLine) -> None:
        """A line of the list of participants: its heading, the state or organisation that follows, or who came."""
        states = find_states(line.text, line.language)
        is_state = bool(states) and not load_pattern("person_name", line.language).match(line.text)
        is_whole = is_state and states[0].end - states[0].start >= _MOSTLY * len(line.text.strip(" :"))
        if index == self._marked.participants or is_whole or is_organisation(line.text, line.language):
            self._add_heading(line, "heading among participants")
        else:
            self._start(Paragraph.of("list_item", line, "participant"))

    def _begins_name(self, index: int, line: PrintedLine) -> bool:
        """Whether a line is the next of the names below a colon, or of those who came: nobody wrapped the one above."""
        above, width = self._marked.lines[index - 1], self._layout.width
        is_listed = {index - 1, index} <= self._listed or self._marked.lists_participant(index)
        if not is_listed or above.text.endswith((",", "،")):
            return False
        return (
            width is None
            or (index in self._listed and above.is_closed)
            or (has_room(above, line, width) and not (line.is_small or above.ends_open))
        )

    def _goes_on_signing(self, line: PrintedLine) -> bool:
        """Whether a line right below the place of a signature is its day."""
        last = self._body.last
        is_below = last is not None and last.role == "signature" and not line.after_gap and not line.candidates
        return is_below and line.front_kind == "place_date" and bool(find_dates(line.text, line.language))

    def _is_tail_line(self, index: int, line: PrintedLine) -> bool:
        """Whether a line after the last paragraph was taken as a signature, a formula of the end, or as unexplained."""
        is_formula = is_place_line(line.text, line.language) or bool(find_dates(line.text, line.language))
        if line.front_kind == "place_date" and is_formula and len(line.text) < _PLACE_LENGTH:
            self._add_signature(line, "place and date at the end")
            return True
        if line.participle or line.acts or self._is_further_article(index, line):
            return False
        if is_closing(line.text, line.language):
            self._add_single(Paragraph.of("closing", line, "formula at the end", subrole="end_mark"))
            return True
        is_invocation = load_pattern("invocation", line.language).match(line.plain) is not None
        is_of_text = is_invocation or self._is_begun(index, line) or self._is_cut_off(index, line)
        if len(line.text) < _SHORT and not line.is_closed and not is_of_text:
            flag = Flag("unrecognised_line", "tail.stray", "warning")
            if line.line.page is not None:
                self._add_printed_tail(index, line, flag)
                return True
            self._add_aside(Paragraph.of("boilerplate", line, "stray line at the end", flag, subrole="other"))
            return True
        return False

    def _add_printed_tail(self, index: int, line: PrintedLine, flag: Flag) -> None:
        """A short line below the end of a text on a printed page, which has no site: who signs, or a heading."""
        below = (other for other in self._marked.lines[index + 1 :] if other.hint not in _FURNITURE_HINTS)
        if any(not other.is_page_mark for other in below):
            self._add_heading(line, "heading below the end")
        else:
            self._add_signature(line, "last line of a page")
        if self._body.last is not None:
            self._body.last.flags.append(flag)

    def _is_further_article(self, index: int, line: PrintedLine) -> bool:
        """Whether a line numbers an article below another one: what is under it need have no words of a report."""
        if not line.is_article:
            return False
        if self._first_article is None:
            self._first_article = next(i for i, above in enumerate(self._marked.lines) if above.is_article)
        return self._first_article < index

    def _is_begun(self, index: int, line: PrintedLine) -> bool:
        """Whether a line is the beginning of a paragraph, which goes on below or breaks off with the file.

        ``Their`` above ``papers …``; right below a wrapped text ``Our hearts therefore beat`` above ``with those of``,
        and as its last line ``The President of the Court, aft``: names and offices end with a capital word.
        """
        below = self._marked.lines[index + 1] if index + 1 < len(self._marked.lines) else None
        is_wrapped = not line.after_gap and self._layout.width is not None
        if below is None:
            return is_wrapped and line.text[-1].islower() and line.text.split()[-1][0].islower()
        is_word = " " not in line.text
        goes_on = line.ends_open or below.is_small if is_word else is_wrapped and below.is_small
        return not below.after_gap and goes_on

    def _is_cut_off(self, index: int, line: PrintedLine) -> bool:
        """Whether a text breaks off in a line: the last one inside a phrase, one that addresses listeners or is below.

        ``The Conference also decided - in``; ``Excellencies,`` above ``At the outset of my address, I``. A file that
        ends inside a word leaves its first letter, in Arabic; a comma and its conjunction stand in a sentence.
        """
        above = self._marked.lines[index - 1]
        is_last = index + 1 == len(self._marked.lines)
        is_broken = is_last and (line.ends_open or _CUT_SENTENCE.search(line.text) is not None)
        return not line.is_residue and (is_broken or is_salutation(line) or is_salutation(above))

    def _is_place_and_day(self, line: PrintedLine) -> bool:
        """Whether a line below what a meeting decided is its place and day: a page prints some texts twice."""
        if len(line.text) > _PLACE_LENGTH:
            return False
        above = self._body.find_above()
        if above is None or above.role != "operative" or above.label is not None or line.is_closed:
            return False
        is_formula = line.front_kind == "place_date" and is_place_line(line.text, line.language)
        return is_formula and any(day.precision == "day" for day in find_dates(line.text, line.language))

    def _judge_joint(self, current: Paragraph, line: PrintedLine) -> tuple[bool, str]:
        is_table = line.hint == "table"
        ending = current.ending
        if ending and line.flow == "continues" and (current.role == "table") == is_table:
            return True, "the page says so"
        if ending and (current.role in {"heading", "table"} or line.hint in {"heading", "table"}):
            return False, "begins"
        if self._ends_name(current, line):
            return False, "begins: below a name"
        begins = begins_paragraph(line.text, line.language)
        if current.label is None and begins and is_salutation(current.lines[-1]):
            # those who are addressed may be named over lines of one paragraph; what is said to them begins anew
            is_wrapped = self._layout.is_page or self._layout.width is not None
            is_alike = is_wrapped and is_salutation(line) and not line.after_gap
            return is_alike, "goes on: salutation" if is_alike else "begins: below a salutation"
        is_formula = load_pattern("invocation", line.language).match(current.lines[0].plain) is not None
        if current.label is None and begins and is_formula and is_salutation(line):
            return False, "begins: salutation below a formula"
        verdict = judge_joint(current, line, self._layout, interrupted=self._interrupted)
        return verdict.goes_on, f"{'goes on' if verdict.goes_on else 'begins'}: {verdict.rule}"

    def _ends_name(self, current: Paragraph, line: PrintedLine) -> bool:
        """Whether the last of a list of names ended while the next word had room: a wrapped text goes on below it."""
        above, width = current.lines[-1], self._layout.width
        is_name = self._item in self._hanging and current.label is not None and not (above.is_closed or above.ends_open)
        return is_name and width is not None and not line.is_small and has_room(above, line, width)

    def _settle_current(self) -> None:
        """The role of a paragraph without a label, now that all of its lines are known."""
        current = self._body.current
        if current is None or current.label or current.subrole or current.role not in {"preamble", "operative"}:
            return
        if len(current.lines) > 1:
            current.role = choose_role(self._body, current.text_raw, current)


def _is_set_alike(chapter: PrintedLine, title: PrintedLine) -> bool:
    """Whether the number of a chapter and what it is about are one heading: ``PART I`` above ``Aims`` are two."""
    return title.language == "ar" or title.text.isupper() or not chapter.text.isupper()
