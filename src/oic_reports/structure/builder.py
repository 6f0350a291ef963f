"""Lines of the body to paragraphs: which line begins one, and which role it has by what stands around it."""

from __future__ import annotations

import re
from dataclasses import replace

from oic_reports.language.dates import find_dates
from oic_reports.model import Flag, Role
from oic_reports.resources import load_pattern
from oic_reports.structure.body_start import is_salutation
from oic_reports.structure.forms import find_forms, find_opening, fold_form, is_preambular, load_forms
from oic_reports.structure.hanging import find_acting_bullets, find_hanging_numbers, goes_on_in_items
from oic_reports.structure.headings import find_heading_label
from oic_reports.structure.joining import judge_joint
from oic_reports.structure.layout import Layout
from oic_reports.structure.listed import find_listed, find_listed_bullets
from oic_reports.structure.marking import Mark, Marked
from oic_reports.structure.numbering import is_number
from oic_reports.structure.paragraphs import Paragraph
from oic_reports.structure.printed_lines import PrintedLine, drop_vowels, is_closed, is_place_line
from oic_reports.structure.residue import is_glued, name_subrole
from oic_reports.structure.roles import ASIDE_ROLES, QUOTES, is_first_act, settle_roles, tells_opening
from oic_reports.structure.sequence import Label

# characters of a heading, or of a line of place and date; of a line with a colon that is more than a heading; of a
# heading below a gap
_HEADING_LENGTH = 90
_COLON_LENGTH = 40
# characters of a first paragraph in which it tells that a session ended
_OPENING = 200
_SHORT = 60
# share of the width of a heading in a wrapped text
_SHORT_OF_WIDTH = 0.6
# quotation marks, dashes and characters that could not be read, before the first word
_MARKS = re.compile(r"^[^\w(\[]+")
_PARTICIPLES = "preambular_openings"
# the paragraph that tells of the opening often has no number, and the numbers begin with 2
_OPENING_NUMBER = 2
# marks that a clause of a preamble ends with
_CLAUSE_ENDS = (",", "،", ";", "؛")
_COMMA = re.compile(r"[,،]\s")


class BodyBuilder:
    """Takes the marked lines of the body in order and makes paragraphs of them."""

    def __init__(self, marked: Marked, layout: Layout) -> None:
        """Begin the body of a document."""
        self._marked = marked
        self._layout = layout
        self._language = layout.language
        self._hanging = find_hanging_numbers(marked)
        self._acting_bullets = find_acting_bullets(marked, self._hanging)
        self._listed = find_listed(marked)
        self._listed_bullets = find_listed_bullets(marked)
        own = ((i, mark) for i, mark in enumerate(marked.marks) if mark is not None and mark.kind == "label")
        labels = [mark.label for i, mark in own if mark.label and i not in self._hanging]
        self._is_numbered = any(label.candidate.ordinal is not None for label in labels)
        # the first number that is left is not the first that was printed
        first = labels[0].candidate.ordinal if labels else None
        self._is_extract = first is not None and first > _OPENING_NUMBER and labels[0].flag == "number_gap"
        self._has_decimals = any(is_number(label.candidate) and label.depth == 0 for label in labels)
        self._numbers_left = sum(is_number(label.candidate) for label in labels)
        self._last_label = max(marked.find("label"), default=-1)
        self._paragraphs: list[Paragraph] = []
        self._current: Paragraph | None = None
        self._in_annex = False
        self._in_articles = False
        self._interrupted = False
        self._has_number = False
        self._letters_hang = False
        self._has_acting_item = False

    def build(self) -> list[Paragraph]:
        """All paragraphs of the body, in order."""
        for index in range(self._marked.start, len(self._marked.lines)):
            mark = self._marked.marks[index]
            if index == self._marked.declaring:
                self._start(Paragraph.of("preamble", self._marked.lines[index], "leads to what is declared"))
            elif mark is not None:
                self._add(index, self._marked.lines[index], mark)
        self._settle_current()
        settle_roles(self._paragraphs, self._language)
        return self._paragraphs

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
                self._in_annex = True
            case _:
                self._add_text(index, line)

    def _start(self, paragraph: Paragraph) -> None:
        self._settle_current()
        self._paragraphs.append(paragraph)
        self._has_acting_item |= paragraph.role == "operative" and paragraph.label is not None
        self._current = paragraph
        self._interrupted = False

    def _add_aside(self, paragraph: Paragraph) -> None:
        """A line that is not of the text (furniture, residue): the paragraph before it may go on after it."""
        self._paragraphs.append(paragraph)
        self._interrupted = True

    def _add_footnote(self, line: PrintedLine, mark: Mark) -> None:
        last = self._paragraphs[-1] if self._paragraphs else None
        if last is not None and last.role == "footnote" and mark.goes_on:
            last.add(line, mark.rule)
        else:
            self._paragraphs.append(Paragraph.of("footnote", line, mark.rule))
        self._interrupted = True

    def _add_single(self, paragraph: Paragraph) -> None:
        """A line that is a block of its own and ends the paragraph before it."""
        self._start(paragraph)
        self._current = None

    def _add_signature(self, line: PrintedLine, rule: str) -> None:
        """A line of a signature: office and name, one below the other, are one block."""
        last = self._paragraphs[-1] if self._paragraphs else None
        if last is not None and last.role == "signature" and not line.after_gap:
            last.add(line, rule)
            last.joint = "\n"
        else:
            self._add_single(Paragraph.of("signature", line, rule))

    def _add_heading(self, line: PrintedLine, rule: str, label: Label | None = None) -> None:
        text = label.candidate.rest if label else line.text
        self._in_articles |= line.is_article
        self._start(Paragraph("heading", [line], [text], label=label, rules=[rule]))
        self._current = None

    def _add_labelled(self, index: int, line: PrintedLine, label: Label) -> None:
        """A line with a label: a new paragraph, list item or, without a number of its own, a bullet."""
        # its number is not the report's own; it is a name below a colon
        is_hanging, is_listed = index in self._hanging, index in self._listed_bullets
        candidate = label.candidate
        is_paragraph = candidate.shape in self._acting_bullets and candidate.ordinal is None
        # a list of numbers may stand open above it
        depth = 1 if is_hanging else 0 if is_paragraph else label.depth
        label = replace(label, depth=depth)
        is_bullet = candidate.ordinal is None
        is_lettered = not is_bullet and not is_number(candidate)
        if is_lettered and label.depth == 0 and candidate.ordinal == 1:
            self._letters_hang = not self._has_number and self._is_below_text() and not self._is_below_opening()
        hangs = self._in_annex or label.depth > 0 or (is_lettered and self._letters_hang)
        if is_bullet:
            leads = self._leads_to_bullets(line.with_text(candidate.rest))
            is_part = self._is_numbered or self._is_below_bullet(label) or not leads
            hangs = self._in_annex or is_listed or (is_part and not is_paragraph)
        role: Role = "list_item" if hangs else "operative"
        acted = any(p.role == "operative" for p in self._paragraphs)
        if is_bullet and not acted and not self._has_number and self._is_preambular_item(candidate.rest):
            role = "preamble"
        if is_number(candidate) and self._is_above_decisions(index):
            role = "preamble"
        flags = [Flag(label.flag, "numbering.sequence", "warning", surface=candidate.label)] if label.flag else []
        if candidate.is_misread:
            flags.append(Flag("glyph_misread", "numbering.roman", "warning", surface=candidate.label))
        self._has_number |= not is_bullet and label.depth == 0 and not (is_lettered and self._letters_hang)
        rule = f"label {candidate.numbering} at depth {label.depth}"
        self._start(Paragraph(role, [line], [candidate.rest], label=label, flags=flags, rules=[rule]))
        self._numbers_left -= is_number(candidate) and not is_hanging

    def _is_above_decisions(self, index: int) -> bool:
        """Whether a line stands above those that a line leads to, or is of the paragraph that leads to them."""
        above_lead = self._marked.lead is not None and index <= self._marked.lead
        return above_lead or index < (self._marked.declaring or 0)

    def _is_preambular_item(self, rest: str) -> bool:
        """Whether a bullet above the first act is of the preamble: a participle, who acts, or the opening."""
        enacts = load_pattern("enacting", self._language).match(rest)
        if self._above() is None and tells_opening(rest, self._language):
            return True
        return enacts is not None or is_preambular(_MARKS.sub("", drop_vowels(rest)), self._language)

    def _above(self, *, unlabelled: bool = False) -> Paragraph | None:
        """The last paragraph of the text itself, or the last one without a label."""
        own = (p for p in reversed(self._paragraphs) if p.role not in ASIDE_ROLES)
        return next((p for p in own if not unlabelled or p.label is None), None)

    def _is_below_text(self) -> bool:
        """Whether the paragraph above leads to items that are part of it: it ends with a colon, and decides nothing."""
        above = self._above()
        return above is not None and above.ending.endswith(":") and not self._leads_to_bullets(None)

    def _is_below_opening(self) -> bool:
        """Whether the paragraph above tells that the meeting was held, and no list of numbers will follow."""
        above = self._above()
        return above is not None and not self._has_decimals and tells_opening(above.text_raw, self._language)

    def _is_below_bullet(self, label: Label) -> bool:
        """Whether a bullet of another form hangs on the last one, which ends with a colon."""
        labelled = (p for p in reversed(self._paragraphs) if p.role in {"operative", "list_item"})
        last = next((p for p in labelled if p.label is not None), None)
        if last is None or last.label is None:
            return False
        is_alike = last.label.candidate.label == label.candidate.label
        return is_alike if last.role == "list_item" else not is_alike and last.ending.endswith(":")

    def _leads_to_bullets(self, line: PrintedLine | None) -> bool:
        """Whether bullets are what is decided: the paragraph above says so (``decided on the following:``).

        Or they act themselves, below a line that leads to them (``the Council:``) or right below
        participles or those who speak (``We, the Ministers, …``).
        ``line`` is the bullet's own text; None where only the paragraph above is asked.
        """
        above = self._above(unlabelled=True)
        if above is None or above.role not in {"preamble", "operative"}:
            return True
        text = above.text_raw.rstrip()
        if load_pattern("first_person", self._language).match(text) and self._has_acted_before(above):
            return False
        if load_pattern("leads_to", self._language).search(text):
            return True
        if self._is_deciding(text) and self._leads(text):
            # ``The Group further noted:``: below paragraphs that act, bullets that do not are items
            return line is None or line.acts or not self._has_acted_before(above)
        if line is None or not line.acts or self._has_acted_before(above):
            return False
        is_clause = above.role == "preamble" and is_preambular(drop_vowels(text), self._language)
        speaks = above.role == "preamble" and load_pattern("declaring", self._language).match(drop_vowels(text))
        return text.endswith(":") or (is_clause and text.endswith(_CLAUSE_ENDS)) or speaks is not None

    def _has_acted_before(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph without a label acts before a given one, and no item did yet."""
        acts = (p for p in self._paragraphs if p.role == "operative" and p is not paragraph)
        return next(acts, None) is not None and not self._has_acting_item

    def _is_deciding(self, text: str) -> bool:
        """Whether a short line leads to what is decided: ``The Foreign Ministers:``, ``decides:``."""
        if len(text) >= _HEADING_LENGTH or load_pattern("deciding_line", self._language).match(text) is None:
            return False
        return not goes_on_in_items(text, self._language)

    def _leads(self, text: str) -> bool:
        """Whether a line names who decides, or says that decisions follow."""
        speaks, leads_to = (load_pattern(name, self._language) for name in ("speaks", "leads_to"))
        return bool(speaks.match(text) or leads_to.search(text))

    def _add_text(self, index: int, line: PrintedLine) -> None:
        """A line without a label: the paragraph goes on, or a new one without a number begins."""
        rule = "begins"
        if self._current is not None:
            is_stray = index > self._marked.last and len(line.text) < _SHORT and not line.is_closed
            # below the last number a link of the site may stand where a text was cut off
            self._interrupted &= not (is_stray and line.after_gap and line.text[:1].isupper())
            goes_on, rule = self._judge_joint(self._current, line)
            if goes_on:
                self._current.add(line, rule)
                self._interrupted = False
                return
        if index in self._listed:
            self._start(Paragraph.of("list_item", line, "name below a colon"))
            return
        if self._goes_on_signing(line):
            self._add_signature(line, "day below the place")
            return
        is_table = line.hint == "table"
        following = self._marked.lines[index + 1] if index + 1 < len(self._marked.lines) else None
        if index > self._marked.last and not is_table and self._is_tail_line(line):
            return
        if is_table:
            self._start(Paragraph.of("table", line, "table row"))
        elif self._is_place_and_day(line):
            self._add_signature(line, "place and date below the text")
        elif self._is_heading(line, following, parts=self._parts_series(index)):
            self._add_heading(line, "heading by form", find_heading_label(line))
        else:
            self._start(self._make_unnumbered(index, line, rule))

    def _goes_on_signing(self, line: PrintedLine) -> bool:
        """Whether a line right below the place of a signature is its day."""
        last = self._paragraphs[-1] if self._paragraphs else None
        is_below = last is not None and last.role == "signature" and not line.after_gap and not line.candidates
        return is_below and line.front_kind == "place_date" and bool(find_dates(line.text, line.language))

    def _is_tail_line(self, line: PrintedLine) -> bool:
        """Whether a line after the last paragraph was taken as place and date of a signature, or as unexplained."""
        is_formula = is_place_line(line.text, line.language) or bool(find_dates(line.text, line.language))
        if line.front_kind == "place_date" and is_formula and len(line.text) < _HEADING_LENGTH:
            self._add_signature(line, "place and date at the end")
            return True
        if line.participle or line.acts:
            return False
        if len(line.text) < _SHORT and not line.is_closed:
            flag = Flag("unrecognised_line", "tail.stray", "warning")
            self._add_aside(Paragraph.of("boilerplate", line, "stray line at the end", flag, subrole="other"))
            return True
        return False

    def _is_place_and_day(self, line: PrintedLine) -> bool:
        """Whether a line below what a meeting decided is its place and day: a page prints some texts twice."""
        if len(line.text) > _HEADING_LENGTH:
            return False
        above = self._above()
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
        if current.label is None and line.text[:1].isupper() and is_salutation(current.lines[-1]):
            # those who are addressed may be named one below the other; what is said to them begins anew
            is_alike = is_salutation(line) and not line.after_gap
            return is_alike, "goes on: salutation" if is_alike else "begins: below a salutation"
        verdict = judge_joint(current, line, self._layout, interrupted=self._interrupted)
        return verdict.goes_on, f"{'goes on' if verdict.goes_on else 'begins'}: {verdict.rule}"

    def _make_unnumbered(self, index: int, line: PrintedLine, rule: str) -> Paragraph:
        text = line.text
        if self._in_annex:
            return Paragraph.of("annex", line, rule)
        if self._has_number:
            is_clause = line.participle is not None and text[-1:] != "."
            if is_clause and self._numbers_left and not self._has_acted():
                # numbers stand before the participles, on what tells of the meeting
                return Paragraph.of("preamble", line, rule)
            if self._marked.lead is not None and index <= self._marked.lead:
                return Paragraph.of("preamble", line, rule)
            return Paragraph.of("operative", line, rule, subrole="continuation")
        return Paragraph.of(self._choose_role(text), line, rule)

    def _has_acted(self) -> bool:
        """Whether a paragraph so far says what the meeting did; one that tells who came or spoke does not."""
        acts = [load_pattern(name, self._language) for name in ("body_acts", "act_opening")]
        return any(p.role == "operative" and any(act.match(p.text_raw) for act in acts) for p in self._paragraphs)

    def _is_told(self, text: str) -> bool:
        """Whether a paragraph above the first act tells who spoke or came; in minutes that is what the text is for."""
        if self._is_extract or not load_pattern("person_speaks", self._language).match(text):
            return False
        return self._is_minutes() is False

    def _tells_of_meeting(self, text: str) -> bool:
        came = load_pattern("attendance", self._language).match(text) is not None
        ended = self._above() is None and load_pattern("closes_session", self._language).search(text[:_OPENING])
        return (
            came
            or bool(ended)
            or tells_opening(text, self._language)
            or self._is_told(text)
            or self._is_circumstance(text)
        )

    def _is_circumstance(self, text: str) -> bool:
        """Whether a paragraph begins with a preposition and ends inside the sentence that who acts begins."""
        return text.rstrip()[-1:] in {",", "،"} and bool(load_pattern("prepositional", self._language).match(text))

    def _is_minutes(self) -> bool | None:
        """Whether the head names a report, which tells who said what; None where it names no type at all."""
        forms = load_forms("document_types", self._language)
        types = [
            forms[fold_form(match.group("form"), self._language)]["document_type"]
            for line in self._marked.lines[: self._marked.start]
            for match in find_forms("document_types", line.text, self._language)
        ]
        return "report" in types if types else None

    def _settle_current(self) -> None:
        """The role of a paragraph without a label, now that all of its lines are known."""
        current = self._current
        if current is None or current.label or current.subrole or current.role not in {"preamble", "operative"}:
            return
        if len(current.lines) > 1:
            current.role = self._choose_role(current.text_raw, current)

    def _choose_role(self, text: str, own: Paragraph | None = None) -> Role:
        """The role of a paragraph without a label, before any number; ``own`` is the paragraph, where it is begun."""
        if self._in_articles:
            return "operative"
        text = drop_vowels(text)
        has_acted = any(p.role == "operative" for p in self._paragraphs if p is not own)
        if not has_acted and load_pattern("body_acts", self._language).match(text):
            return "preamble" if self._numbers_left > 0 and not self._is_extract else "operative"
        text = _MARKS.sub("", text)
        above = next((p for p in reversed(self._paragraphs) if p is not own and p.role not in ASIDE_ROLES), None)
        if is_first_act(text, above, self._language):
            return "operative"
        acts_within = text.rstrip(QUOTES)[-1:] == "." or self._acts_behind_comma(text)
        if has_acted and acts_within and find_opening(_PARTICIPLES, text, self._language):
            # ``Recalling its resolution, the Meeting urged …``: no preamble stands below an act
            return "preamble" if self._numbers_left > 0 and not self._is_extract else "operative"
        is_opening = not has_acted and (above is None or above.role == "preamble")
        if is_opening and self._is_clause(text):
            return "preamble"
        speaks_for_itself = load_pattern("first_person", self._language).match(text) is not None
        enacts = self._enacts(text)
        is_preamble = (
            (self._numbers_left > 0 and not self._is_extract)
            or load_pattern("invocation", self._language).match(text) is not None
            or is_preambular(text, self._language)
            or (self._is_deciding(text) and not (speaks_for_itself and has_acted))
            or (not has_acted and (enacts or self._tells_of_meeting(text)))
            # ``The Member States of the Organisation,``: who acts, and the act is still to come
            or (not has_acted and text.rstrip(QUOTES + " ").endswith((",", "،")))
        )
        return "preamble" if is_preamble else "operative"

    def _is_clause(self, text: str) -> bool:
        """Whether a paragraph among those of a preamble begins as one, though a full stop ends it."""
        form = load_pattern("preambular_form", self._language).match(text)
        clauses = [load_pattern(name, self._language) for name in ("body_acts", "person_speaks")]
        is_act = load_pattern("act_opening", self._language).match(text)
        acts = any(clause.match(text, comma.end()) for comma in _COMMA.finditer(text) for clause in clauses)
        return form is not None and not is_act and not acts

    def _enacts(self, text: str) -> bool:
        """Whether a text begins with those who act in it: an organ, or the member states."""
        actors = (load_pattern(name, self._language) for name in ("enacting", "states_of_oic"))
        return any(actor.match(text) for actor in actors)

    def _acts_behind_comma(self, text: str) -> bool:
        """Whether a clause of a sentence that leads to items acts: ``In view of this, we call upon them to:``."""
        acts = load_pattern("body_acts", self._language)
        return text.endswith(":") and any(acts.match(text, comma.end()) for comma in _COMMA.finditer(text))

    def _parts_series(self, index: int) -> bool:
        """Whether a line stands between a whole paragraph of the text's own numbering and the next number of it."""
        above = self._above()
        below = self._marked.marks[index + 1] if index + 1 < len(self._marked.marks) else None
        if above is None or above.label is None or below is None or below.label is None:
            return False
        last, following = above.label, below.label
        is_next = last.depth == following.depth == 0 and last.candidate.shape == following.candidate.shape
        is_next = (
            is_next and is_number(last.candidate) and following.candidate.ordinal == (last.candidate.ordinal or 0) + 1
        )
        return is_next and is_closed(above.ending) and not above.ending.endswith(":")

    def _is_heading(self, line: PrintedLine, following: PrintedLine | None, *, parts: bool) -> bool:
        """Whether a line is a heading by its form; ``parts``: it parts two numbers that follow one another."""
        text = line.text
        if not self._has_number and self._is_deciding(text) and self._leads(text):
            return False
        if text.endswith(":") and following is not None and _opens_items(following) and not line.is_article:
            return False
        ends = text.endswith(":") and goes_on_in_items(text, self._language)
        if ends or load_pattern("leads_to", self._language).search(text):
            # ``The following States took part:`` heads nothing, whatever stands below it
            return False
        if line.hint == "heading" or line.is_article or self._heads_agenda_item(line, following):
            return True
        if line.participle or line.ends_open or text.endswith((",", "،", "-", "‐")) or is_salutation(line):
            return False
        if not line.is_closed and self._enacts(text):
            # ``The Conference of Health Ministers, meeting in its Sixth``: who acts, in a line that was wrapped
            return False
        heads_number = following is not None and any(is_number(candidate) for candidate in following.candidates)
        acts = line.acts or line.tells_act or load_pattern("body_acts", self._language).match(line.plain)
        heads_number = heads_number and (line.is_titled or (parts and not acts))
        if text.endswith(":") and len(text) > _COLON_LENGTH and not heads_number:
            return False
        if following is None or following.flow == "continues":
            return False
        if following.is_small and not line.is_closed and not following.candidates:
            return False
        if self._ends_actor(line, following):
            return False
        if len(text) > _HEADING_LENGTH or (line.is_closed and not text.endswith(":")) or self._is_in_list(line):
            return False
        is_wrapped = self._layout.width is not None or self._layout.has_gaps
        if is_wrapped and not following.after_gap and not following.candidates and not self._heads_act(line, following):
            return False
        return line.after_gap or self._layout.width is None or self._parts_numbers(line, following)

    def _heads_agenda_item(self, line: PrintedLine, following: PrintedLine | None) -> bool:
        """Whether a line names an item of the agenda (``Agenda item 3: Transport``), with what was said of it below."""
        if following is None or line.is_closed or len(line.text) > _HEADING_LENGTH:
            return False
        is_text = following.is_closed and following.after_gap
        is_text = is_text or any(is_number(candidate) for candidate in following.candidates)
        return is_text and load_pattern("agenda_item", self._language).match(line.text) is not None

    def _ends_actor(self, line: PrintedLine, following: PrintedLine) -> bool:
        """Whether the last words of who acts stand on the next line: ``… of the Islamic`` above ``Conference,``."""
        names_actor = load_pattern("speaks", self._language).match(line.text) and not line.is_closed
        is_end = len(following.text) <= _SHORT and following.text.endswith((",", "،")) and not following.after_gap
        return bool(names_actor) and is_end and not following.participle and not following.candidates

    def _heads_act(self, line: PrintedLine, following: PrintedLine) -> bool:
        """Whether what the meeting did begins right below a short line: ``Gaza<br>The Council called``."""
        acts = load_pattern("body_acts", self._language).match(following.plain) is not None
        return acts and following.is_closed and len(line.text) < _SHORT and line.after_gap and not line.acts

    def _parts_numbers(self, line: PrintedLine, following: PrintedLine) -> bool:
        """Whether a short line stands between the end of a paragraph and a number, in a text without blank lines."""
        above = self._above()
        is_short = self._layout.width is not None and len(line.text) <= _SHORT_OF_WIDTH * self._layout.width
        heads = is_short and any(is_number(candidate) for candidate in following.candidates)
        return heads and not line.acts and above is not None and above.label is not None and is_closed(above.ending)

    def _is_in_list(self, line: PrintedLine) -> bool:
        """Whether a short line stands right below another that is no sentence either: names, one a line."""
        above = self._current
        if above is None or line.after_gap or above.label is not None or not above.lines:
            return False
        return len(above.lines) == 1 and not above.lines[0].is_closed and len(above.lines[0].text) < _SHORT


def _opens_items(line: PrintedLine) -> bool:
    """Whether a line is a bullet or a lettered item: what stands above it leads to it, and heads no section."""
    return bool(line.candidates) and line.candidates[0].numbering not in {"decimal", "arabic-indic"}


def make_residue(line: PrintedLine, rule: str) -> Paragraph:
    """A line of the site around the report."""
    flags = [Flag("concatenated_menu", "residue.glued")] if is_glued(line.text) else []
    return Paragraph.of("boilerplate", line, rule, *flags, subrole=name_subrole(line.text))


def make_furniture(line: PrintedLine, mark: Mark, *, is_inside: bool) -> Paragraph:
    """A running header or page mark; ``is_inside``: labelled paragraphs come after it."""
    role: Role = "page_mark" if mark.subrole == "page_mark" else "running_header"
    is_flagged = is_inside and role == "running_header"
    flags = [Flag("running_header_mid_text", "furniture.repeat")] if is_flagged else []
    return Paragraph.of(role, line, mark.rule, *flags, subrole=mark.subrole)
