"""Headings by their form: short lines without a label that head what stands below them."""

from __future__ import annotations

from oic_reports.codes import PatternName
from oic_reports.resources import load_pattern
from oic_reports.structure.body.addressed import is_salutation
from oic_reports.structure.body.body_so_far import BodySoFar
from oic_reports.structure.body.deciding import goes_on_in_items, is_deciding, names_actors, names_lead
from oic_reports.structure.lines.layout import has_room
from oic_reports.structure.lines.numbering import is_number
from oic_reports.structure.lines.printed_lines import PrintedLine, is_closed

# characters of a heading; of a line with a colon that is more than a heading; of a heading below a gap
_HEADING_LENGTH = 90
_COLON_LENGTH = 40
_SHORT = 60
# the words at a line's end that lead on; what a sentence begins with that does so with a colon
_LEADS: tuple[PatternName, ...] = ("leads_to", "leads_to_things")
_SENTENCES: tuple[PatternName, ...] = ("attendance", "body_acts")
# what stands between the last line of a page and the first one of the next
_ASIDE = ("furniture", "footnote")
# words of the number of an article: ``Article (1)``, ``المادة الثانية عشرة``
_ARTICLE_WORDS = 3
# characters of a heading that looks like a clause of a preamble
_TOPIC = 40
# share of the width of a heading in a wrapped text
_SHORT_OF_WIDTH = 0.6


def is_heading(body: BodySoFar, index: int) -> bool:
    """Whether the line at ``index``, which has no label, is a heading by its form."""
    lines = body.marked.lines
    line, following = lines[index], _find_below(body, index)
    text = line.text
    leads_to_decisions = is_deciding(text, body.language) and names_lead(text, body.language)
    if (not body.has_number and leads_to_decisions) or load_pattern("invocation", body.language).match(line.plain):
        # the name of God stands below a lead that was not told from the text, too
        return False
    if text.endswith(":") and following is not None and _opens_items(following) and not line.is_article:
        return False
    if _leads(line):
        return False
    is_numbered = line.is_article or line.is_chapter or _goes_on_from_chapter(body, line, following)
    is_numbered = is_numbered or _titles_article(body, line, following)
    if line.hint == "heading" or is_numbered or _heads_agenda_item(line, following):
        return True
    is_clause = line.participle is not None and not _parts_paragraphs(body, line, following)
    if is_clause or line.ends_open or text.endswith((",", "،", "-", "‐")) or is_salutation(line):
        return False
    if text.count("(") > text.count(")") or (not line.is_closed and names_actors(text, body.language)):
        # ``The Conference of Health Ministers, meeting in its Sixth``: who acts, in a line that was wrapped; so is one
        # that ends inside a bracket
        return False
    heads_number = following is not None and any(is_number(candidate) for candidate in following.candidates)
    acts = line.acts or line.tells_act or load_pattern("body_acts", body.language).match(line.plain)
    heads_number = heads_number and (line.is_titled or (_parts_series(body, index) and not acts))
    if text.endswith(":") and len(text) > _COLON_LENGTH and not heads_number:
        return False
    if following is None or following.flow == "continues":
        return False
    if following.is_small and not line.is_closed and not following.candidates:
        return False
    if _ends_actor(line, following):
        return False
    is_item = _is_in_list(body, line) and not _heads_next_number(line, following)
    if len(text) > _HEADING_LENGTH or (line.is_closed and not text.endswith(":")) or is_item:
        return False
    is_wrapped = body.layout.width is not None or body.layout.has_gaps
    if is_wrapped and not following.after_gap and not following.candidates and not _heads_act(line, following):
        return False
    parts_numbers = _parts_numbers(body, line, following) or _heads_next_number(line, following)
    return line.after_gap or body.layout.width is None or parts_numbers


def _heads_next_number(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether several words in capitals stand above a number that goes on: they head it, though a list stands above."""
    is_capital = line.text.isupper() and " " in line.text
    return is_capital and any(is_number(one) and (one.ordinal or 0) > 1 for one in following.candidates)


def _parts_paragraphs(body: BodySoFar, line: PrintedLine, following: PrintedLine | None) -> bool:
    """Whether a short line stands by itself between numbers that go on (``Sharing of water``): no clause acts there."""
    if not body.has_number or following is None or not (line.after_gap and following.after_gap) or line.is_closed:
        return False
    number = following.candidates[0] if following.candidates else None
    return number is not None and is_number(number) and (number.ordinal or 0) > 1 and len(line.text) <= _TOPIC


def _goes_on_from_chapter(body: BodySoFar, line: PrintedLine, following: PrintedLine | None) -> bool:
    """Whether a line right below the number of a chapter says what it is about: in capitals, or above an article."""
    last = body.last
    is_below = last is not None and last.role == "heading" and last.lines[0].is_chapter
    is_short = len(line.text) <= _HEADING_LENGTH and not (line.is_closed or line.candidates)
    is_above = following is not None and following.is_article
    return is_below and is_short and (line.is_capital or is_above)


def _titles_article(body: BodySoFar, line: PrintedLine, following: PrintedLine | None) -> bool:
    """Whether a line right below the number of an article, alone on its line, says what it is about: ``Objectives``.

    In capitals it may stand behind a gap. A blank line stands below it, or a number; an article that begins there ends
    as a sentence, or goes on.
    """
    is_below = is_below_article(body) and (not line.after_gap or line.text.isupper())
    is_short = len(line.text) <= _HEADING_LENGTH and not (line.is_closed or line.candidates or line.is_small)
    is_parted = following is not None and (
        following.after_gap or bool(following.candidates) or _had_room(body, line, following)
    )
    is_open = line.ends_open or line.text.endswith((",", "،", ":"))
    return is_below and is_short and is_parted and not is_open


def is_below_article(body: BodySoFar) -> bool:
    """Whether the number of an article, alone on its line, is the last thing that stands above."""
    last = body.last
    is_number = last is not None and last.role == "heading" and last.lines[-1].is_article
    return is_number and last is not None and len(last.lines[-1].text.split()) <= _ARTICLE_WORDS


def _had_room(body: BodySoFar, line: PrintedLine, following: PrintedLine) -> bool:
    """Whether a line ended before the next word had no room in it: nobody wrapped it there."""
    width = body.layout.width
    return not following.is_small and (width is None or has_room(line, following, width))


def _find_below(body: BodySoFar, index: int) -> PrintedLine | None:
    """The line below one, behind what else stands at the foot of its page and at the head of the next one."""
    lines, marks = body.marked.lines, body.marked.marks
    below = range(index + 1, len(lines))
    return next((lines[i] for i in below if (mark := marks[i]) is None or mark.kind not in _ASIDE), None)


def _leads(line: PrintedLine) -> bool:
    """Whether a line leads to what stands below it, whatever that is: ``The following States took part:``."""
    text, language = line.text, line.language
    if any(load_pattern(name, language).search(text) for name in _LEADS):
        return True
    tells = any(load_pattern(name, language).match(line.plain) for name in _SENTENCES)
    return text.endswith(":") and (
        goes_on_in_items(text, language) or tells or line.participle is not None or line.acts
    )


def _opens_items(line: PrintedLine) -> bool:
    """Whether a line is a bullet, a lettered item or an infinitive: what stands above leads to it, and heads nothing.

    ``Determined:`` above ``to preserve …``.
    """
    is_item = bool(line.candidates) and line.candidates[0].numbering not in {"decimal", "arabic-indic"}
    return is_item or load_pattern("recital_infinitive", line.language).match(line.plain) is not None


def _parts_series(body: BodySoFar, index: int) -> bool:
    """Whether a line stands between a whole paragraph of the text's own numbering and the next number of it."""
    above, marks = body.find_above(), body.marked.marks
    below = marks[index + 1] if index + 1 < len(marks) else None
    if above is None or above.label is None or below is None or below.label is None:
        return False
    last, following = above.label, below.label
    is_next = last.depth == following.depth == 0 and last.candidate.shape == following.candidate.shape
    is_next = is_next and is_number(last.candidate) and following.candidate.ordinal == (last.candidate.ordinal or 0) + 1
    return is_next and is_closed(above.ending) and not above.ending.endswith(":")


def _heads_agenda_item(line: PrintedLine, following: PrintedLine | None) -> bool:
    """Whether a line names an item of the agenda (``Agenda item 3: Transport``), with what was said of it below."""
    if following is None or line.is_closed or len(line.text) > _HEADING_LENGTH:
        return False
    is_text = following.is_closed and following.after_gap
    is_text = is_text or any(is_number(candidate) for candidate in following.candidates)
    return is_text and load_pattern("agenda_item", line.language).match(line.text) is not None


def _ends_actor(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether the last words of who acts stand on the next line: ``… of the Islamic`` above ``Conference,``."""
    names_actor = load_pattern("speaks", line.language).match(line.text) and not line.is_closed
    is_end = len(following.text) <= _SHORT and following.text.endswith((",", "،")) and not following.after_gap
    return bool(names_actor) and is_end and not following.participle and not following.candidates


def _heads_act(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether what the meeting did begins right below a short line: ``Gaza<br>The Council called``."""
    acts = load_pattern("body_acts", line.language).match(following.plain) is not None
    return acts and following.is_closed and len(line.text) < _SHORT and line.after_gap and not line.acts


def _parts_numbers(body: BodySoFar, line: PrintedLine, following: PrintedLine) -> bool:
    """Whether a short line stands between the end of a paragraph and a number, in a text without blank lines."""
    above, width = body.find_above(), body.layout.width
    is_short = width is not None and len(line.text) <= _SHORT_OF_WIDTH * width
    heads = is_short and any(is_number(candidate) for candidate in following.candidates)
    return heads and not line.acts and above is not None and above.label is not None and is_closed(above.ending)


def _is_in_list(body: BodySoFar, line: PrintedLine) -> bool:
    """Whether a short line stands right below another that is no sentence either: names, one a line."""
    above = body.current
    if above is None or line.after_gap or above.label is not None or not above.lines:
        return False
    return len(above.lines) == 1 and not above.lines[0].is_closed and len(above.lines[0].text) < _SHORT
