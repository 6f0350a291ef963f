"""Where the body begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.body.addressed import is_salutation, take_addressed
from oic_reports.structure.forms import find_form, find_opening, is_preambular
from oic_reports.structure.lines.marks import find_symbol
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_vowels, is_closed, kind_of_front_line
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.lines.sequence import Label
from oic_reports.structure.names.datelines import find_dateline
from oic_reports.structure.names.officers import find_own_office
from oic_reports.structure.names.statute_types import read_statute_type
from oic_reports.structure.ours.agreements import opens_convention

# characters of a first line, or of a run of lines, that is prose; of one with the verb of an opening; of a paragraph
# that acts, below a title
_LONG = 100
_PROSE = 60
_LEAST_SENTENCE = 30
# characters of a sentence that tells of no meeting, and lines above it in which a title stands
_SENTENCE = 40
_TITLE_LINES = 4
# lines below the number of a chapter in which its first article stands: what the chapter is about
_CHAPTER_LINES = 2
_QUOTES = " «“\"'\ufffd"
_SENT = compile_pattern(r"^[^\W\d_][\w’' ]{2,30}\([^()]{4,80}\b(?:19|20)\d{2}\)\s+(?=\w)")
_OPENINGS = ("body_openings", "preambular_openings")
# characters of a run in which the verb of an opening stands, and of a line that is more than a name
_OPENING_REACH = 200
_TITLE_REACH = 40
# items in as many lines that make a list; lines and characters of a story above a title, and of that title
_LEAST_ITEMS = 3
_ITEMS = 8
_STORY = 15
_HEADLINE = 160
# lines of a cover that stand between the title of a charter and its first article
_COVER_LINES = 12
# lines from the top in which a page prints its headline, and again
_HEADLINES = 6
# the share of the widest line of a run that prose fills; lines that are enough to tell
_FULL = 0.6
_LEAST_RAGGED = 5
# characters that no printed line has: one that is longer was not wrapped
_PAGE_WIDTH = 130
_CLAUSE_ENDS = (",", ";", "،", "؛")
# characters of a paragraph, and ends of sentences inside it, that nothing but prose has; a number ends none
_PARAGRAPH = 300
_LEAST_ENDS = 2
# characters of a paragraph of several lines that the page tells, and that no title has
_TOLD = 200
_SENTENCE_END = compile_pattern(r"(?<=[^\W\d_]{3})[.!?؟]\s+(?=[A-ZÀ-Þ\u0600-\u06ff])")


def is_prose(lines: Sequence[PrintedLine], index: int, language: Language) -> bool:
    """Whether prose begins at a line: a sentence that tells of a meeting, a formula, or a long paragraph, no title."""
    # behind who sent it, and where and when: ``Jeddah (Example News - 9th Sep, 2022) We, …``
    run = _SENT.sub("", _run_text(lines, index).lstrip(_QUOTES))
    first = _SENT.sub("", _whole_text(lines, index).lstrip(_QUOTES)) or lines[index].text
    line = lines[index]
    is_inside = line.flow == "continues" or (index > 0 and _goes_on(lines[index - 1], line))
    is_inside = is_inside or (first == line.text and _names_occasion(lines[index : index + 2]))
    is_shouted = first.isupper() and language != "ar"
    runs_on = _runs_on(lines, index, first)
    if is_inside or line.hint in {"heading", "site"} or is_shouted or (_titles_speech(first, language) and not runs_on):
        return False
    # a participle that no vocabulary knows ends with a comma or a semicolon
    opens = first.endswith(_CLAUSE_ENDS) and is_preambular(first, language)
    is_long = len(run) >= _TITLE_REACH or (opens and _is_clause(lines[index + 1 : index + 2]))
    opens = opens or any(find_opening(name, first, language) for name in _OPENINGS)
    if runs_on or _holds_sentences(first) or (opens and is_long) or opens_convention(run, language):
        return True
    if load_pattern("clause_away", language).match(run) and find_form("opening_verbs", run, language):
        # ``In implementation of resolution No. 42/35-POL adopted by the``: what a line cites is not its title
        return True
    if _enacts(first, run, language) or _goes_on_from_page(lines, index) or _begins_sentences(lines, index):
        return True
    if _opens_story(lines, index) or _opens_release(first, run, language):
        return True
    # who acts, on a line of its own: ``The Islamic Conference of Foreign Ministers,``
    speaks = load_pattern("speaks", language).match(drop_vowels(first))
    is_actor = first.endswith((",", "،")) and not line.is_capital and speaks is not None
    if _states(first, language) or (index and is_actor) or is_salutation(line):
        return True
    if index and line.acts and first.endswith((".", ";", "؛")) and len(first) >= _LEAST_SENTENCE:
        return True
    is_clause = load_pattern("preambular_form", language).match(drop_vowels(first)) is not None
    is_sentence = first.endswith((".", "؛")) and len(first) >= _SENTENCE and (line.after_gap or is_clause)
    is_sentence = is_sentence and (is_clause or not line.names_type)
    if is_sentence and line.front_kind == "title" and _is_below_title(lines, index):
        return True
    if index and len(first) >= _LEAST_SENTENCE and first.endswith(".") and find_form("opening_verbs", first, language):
        return not find_symbol(first)
    if kind_of_front_line(first, language) in {"symbol", "place_date"}:
        return False
    if find_form("document_types", first[:_TITLE_REACH], language) and not is_closed(first):
        return False
    opening = find_form("opening_verbs", run[:_OPENING_REACH], language)
    if opening and len(run) >= _PROSE and (len(first) >= _PROSE or opening.start() < len(first)):
        is_alone = line.after_gap and len(run) == len(first)
        return is_closed(run) or (len(first) >= _LONG and not (is_alone and _acts(first[: opening.start()], language)))
    # the headline of a press release, with place and date below it
    is_headline = any(other.front_kind in {"place_date", "symbol"} for other in lines[index + 1 : index + 3])
    return (
        len(run) >= _LONG
        and is_closed(run)
        and len(first) >= _TITLE_REACH
        and not (is_headline and not is_closed(first))
        and not _is_ragged(_find_run(lines, index))
    )


def _names_occasion(lines: Sequence[PrintedLine]) -> bool:
    """Whether a line names a meeting above the line of its place and days: no body acts there.

    ``The International Conference on Wells,`` above ``Niamey, Niger, 8 – 9 May 2007``; ``held in Niamey on`` goes on
    with who acts.
    """
    if len(lines) < 2 or not lines[0].text.endswith((",", "،")):  # noqa: PLR2004
        return False
    below = lines[1]
    is_clause = below.is_small or below.participle is not None or below.text.endswith((*_CLAUSE_ENDS, "."))
    is_placed = below.front_kind == "place_date" and not is_clause
    return is_placed and load_pattern("meeting_participle", below.language).match(below.plain) is None


def _opens_story(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether an agency's dateline begins a wrapped line that goes on below: ``DAKAR, Sep 10 (APP): The heads of``.

    The number of a resolution looks like one, and its subject may begin small.
    """
    line, below = lines[index], lines[index + 1 : index + 2]
    goes_on = bool(below) and below[0].is_small and not below[0].after_gap and not line.is_closed
    return goes_on and not line.names_type and load_pattern("dateline", line.language).match(line.text) is not None


def _opens_release(first: str, run: str, language: Language) -> bool:
    """Whether a line begins with a dateline, and its text behind it: ``Baku, 6 May 2023 – The OIC``.

    The text may be wrapped; what a cover prints of a place and days has no text behind it.
    """
    dateline = find_dateline(run, language, 1)
    if dateline is None or dateline.city is None or dateline.end >= len(first) or not is_closed(run):
        return False
    return find_form("document_types", run[dateline.end :][:_TITLE_REACH], language) is None


def _begins_sentences(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a whole sentence begins at a line, and another below it: prose, though it tells of no meeting.

    A headline has no full stop; what a page prints twice has one line below the other.
    """
    below = _find_sentence_end(lines, index)
    if below is None or below == len(lines) or lines[below].normal == lines[index].normal:
        return False
    return _find_sentence_end(lines, below) is not None


def _find_sentence_end(lines: Sequence[PrintedLine], index: int) -> int | None:
    """The index below the last line of a sentence that begins at a line, wrapped or not; None where none does."""
    first = lines[index]
    end = index + 1
    while end < len(lines) and lines[end].is_small and not lines[end].after_gap and not lines[end - 1].is_closed:
        end += 1
    whole = lines[index:end]
    is_other = first.front_kind in {"symbol", "place_date"} or first.names_type or first.is_capital
    is_other |= any(line.is_residue or line.candidates or line.hint in {"heading", "site", "link"} for line in whole)
    is_sentence = whole[-1].text.endswith(".") and sum(len(line.text) for line in whole) >= _SENTENCE
    return None if is_other or not is_sentence else end


def _is_clause(below: Sequence[PrintedLine]) -> bool:
    """Whether the line below, if there is one, is a clause of a preamble too."""
    return any(line.text.endswith(_CLAUSE_ENDS) and is_preambular(line.plain, line.language) for line in below)


def _goes_on_from_page(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line goes on with what a copy has left out above it.

    It tells who took part, or is the rest of a paragraph of a preamble: a participle begins the next one.
    """
    line, below = lines[index], lines[index + 1 : index + 2]
    if line.is_closed and load_pattern("attendance", line.language).match(line.plain):
        return True
    is_clause = line.text.endswith(_CLAUSE_ENDS) and len(line.text) >= _PROSE
    is_clause = is_clause and not (line.is_capital or line.names_type)
    return is_clause and bool(below) and below[0].participle is not None and below[0].flow != "continues"


def _goes_on(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line goes on with the phrase that the one right above it broke off: ``Rapport sur le`` above it."""
    is_inside = before.ends_open or (line.is_small and not before.is_closed)
    return is_inside and not line.after_gap and not before.line.box


def _runs_on(lines: Sequence[PrintedLine], index: int, text: str) -> bool:
    """Whether the page sets a line and those below it as one paragraph that is a sentence, longer than titles are."""
    is_told = index + 1 < len(lines) and lines[index + 1].flow == "continues"
    is_other = lines[index].names_type or lines[index].is_capital or lines[index].front_kind in {"symbol", "place_date"}
    return is_told and not is_other and len(text) >= _TOLD and text.endswith(".")


def _holds_sentences(text: str) -> bool:
    """Whether a line is a paragraph of sentences, whatever it begins with: its place and days, or another day."""
    return len(text) >= _PARAGRAPH and len(_SENTENCE_END.findall(text)) >= _LEAST_ENDS and not _is_capital(text)


def _titles_speech(text: str, language: Language) -> bool:
    """Whether a line is the title of a speech of an officer of the OIC, however long, and its subject a question."""
    titled = load_pattern("speech_title", language).match(text)
    is_officer = titled is not None and find_own_office(titled.group("speaker"), language) is not None
    return is_officer and len(text) < _OPENING_REACH and not text.endswith((".", ":", "؛", ";"))


def _states(text: str, language: Language) -> bool:
    """Whether a whole sentence says what the OIC, or an organ of it, states; a headline is no sentence."""
    is_sentence = text.endswith((".", "؛")) and len(text) >= _SENTENCE
    return is_sentence and load_pattern("oic_states", language).match(text) is not None


def _enacts(first: str, run: str, language: Language) -> bool:
    """Whether a line begins with those who enact the text; the member states alone may stand above all of it."""
    states = load_pattern("states_of_oic", language).match(first)
    if states and (language == "ar" or first.endswith(",")):
        return True
    enacts = load_pattern("enacting", language).match(run)
    if enacts is None or len(run) < _TITLE_REACH or _is_capital(run):
        return False
    is_open = len(run) == len(first) and first[-1].isalnum()
    return not (is_open and _acts(enacts.group(), language))


def _acts(text: str, language: Language) -> bool:
    """Whether somebody acts in words, as in a headline: ``The Commission concludes its 6th Session in Jeddah held``."""
    return load_pattern("headline_verb", language).search(text) is not None


def _is_below_title(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line that names a type of document stands a few lines above."""
    return any(line.names_type and not line.is_closed for line in lines[max(0, index - _TITLE_LINES) : index])


def _is_capital(text: str) -> bool:
    """Whether most letters of a text are capitals: it is a title."""
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))


def _whole_text(lines: Sequence[PrintedLine], index: int) -> str:
    """A line with those that surely continue it."""
    end = index + 1
    while end < len(lines) and lines[end].flow == "continues":
        end += 1
    return " ".join(line.text for line in lines[index:end])


def _run_text(lines: Sequence[PrintedLine], index: int) -> str:
    """The text from a line to the next blank line or label, at most 30 lines."""
    return " ".join(line.text for line in _find_run(lines, index))


def _find_run(lines: Sequence[PrintedLine], index: int) -> list[PrintedLine]:
    run = [lines[index]]
    for above, line in pairwise(lines[index : index + 30]):
        if line.after_gap or line.candidates or line.is_rule or _is_title_line(line):
            break
        if line.is_residue or (not above.ends_open and (line.enacts or len(line.text) > _PAGE_WIDTH)):
            break
        run.append(line)
        if line.is_closed:
            break
    return run


def _is_ragged(run: Sequence[PrintedLine]) -> bool:
    """Whether lines are of a cover printed without a gap: most are much shorter than the widest, which prose fills."""
    lengths = [len(line.text) for line in run]
    full = sum(length >= _FULL * max(lengths) for length in lengths[:-1])
    return len(run) >= _LEAST_RAGGED and full < len(run) / 2


def find_body_start(
    lines: Sequence[PrintedLine], labels: Sequence[Label | None], language: Language, skipped: set[int]
) -> int:
    """The index of the first line of the body: its first label of the report's own numbering, or prose before it."""
    headline = _find_headline_again(lines)
    for index, label in enumerate(labels):
        if index <= headline:
            continue
        # lines of a site may stand right above the first sentence: the run that they begin ends as prose does
        if index in skipped or (label is None and lines[index].is_residue):
            continue
        is_number = label is not None and label.depth == 0 and label.candidate.ordinal is not None
        begins = _begins_items(lines, labels, index) or _is_below_section(lines, index, skipped)
        begins = begins or _begins_bulleted(lines, index, language)
        if is_number or begins or _begins_articles(lines, index, skipped):
            return index
        if is_prose(lines, index, language) and not _has_title_below(lines, labels, index):
            return take_addressed(lines, index)
    return len(lines)


def names_section(line: PrintedLine) -> bool:
    """Whether a line is the name of a text's first section, ``Introduction``, and no link to it."""
    return load_pattern("section_name", "en").match(line.plain) is not None and line.hint not in {"site", "link"}


def _is_below_section(lines: Sequence[PrintedLine], index: int, skipped: set[int]) -> bool:
    """Whether a line stands right below the name of a text's first section, and that below the title of the text."""
    above = index - 1
    is_begun = above > 0 and above not in skipped and names_section(lines[above]) and not lines[above].is_residue
    is_cover = lines[index].front_kind in {"symbol", "place_date"} or lines[index].names_type
    return is_begun and not is_cover and any(line.names_type for line in lines[:above])


def _begins_articles(lines: Sequence[PrintedLine], index: int, skipped: set[int]) -> bool:
    """Whether a line numbers an article, or the chapter right above it, below the title of a charter or a convention.

    Contents may stand between the title and the text.
    """
    below = lines[index + 1 : index + 1 + _CHAPTER_LINES]
    if not (lines[index].is_article or (lines[index].is_chapter and any(line.is_article for line in below))):
        return False
    above = [lines[i] for i in range(index) if i not in skipped][-_COVER_LINES:]
    return any(read_statute_type(line.plain, line.language) for line in above)


def _find_headline_again(lines: Sequence[PrintedLine]) -> int:
    """The line on which a page prints its headline again, below the day of posting; -1 where it does not.

    Where a number or the end of a sentence stands between, it is the head of a further page.
    """
    names: list[str] = []
    found = -1
    for index, line in enumerate(lines[:_HEADLINES]):
        if line.is_closed or (line.candidates and line.front_kind != "place_date"):
            break
        if len(line.normal) >= _TITLE_REACH and line.normal in names:
            found = index
        names.append(line.normal)
    return found


def _is_title_line(line: PrintedLine) -> bool:
    """Whether a line is the title of a document by its first words; a line that wraps a sentence begins small."""
    named = find_opening("document_types", line.plain, line.language)
    begins = line.plain[:1].isupper() or read_number(line.text) is not None
    return named is not None and begins and not line.is_closed and not line.ends_open


def _begins_items(lines: Sequence[PrintedLine], labels: Sequence[Label | None], index: int) -> bool:
    """Whether bullets stand right below a title: an extract that begins within a list; buttons of a site are none."""
    bullets = sum(
        label is not None and label.candidate.ordinal is None and not line.is_residue
        for line, label in zip(lines[index : index + _ITEMS], labels[index : index + _ITEMS], strict=True)
    )
    is_bullet = labels[index] is not None and bullets >= _LEAST_ITEMS and not lines[index].is_residue
    return is_bullet and any(line.names_type for line in lines[:index])


def _begins_bulleted(lines: Sequence[PrintedLine], index: int, language: Language) -> bool:
    """Whether a preamble begins of which a page set a bullet before each paragraph: with who acts, or a participle."""
    first, below = lines[index].candidates[:1], lines[index + 1 : index + 2]
    if not first or first[0].ordinal is not None or not below or not below[0].candidates:
        return False
    rest = drop_vowels(first[0].rest)
    opens = _enacts(rest, rest, language) or (rest.endswith(_CLAUSE_ENDS) and is_preambular(rest, language))
    return opens and below[0].candidates[0].shape == first[0].shape


def _has_title_below(lines: Sequence[PrintedLine], labels: Sequence[Label | None], index: int) -> bool:
    """Whether the title of the document stands below a line: that line is a notice or a story above it."""
    line = lines[index]
    if load_pattern("invocation", line.language).match(line.plain):
        return any(_is_title_line(other) or other.front_kind == "symbol" for other in lines[index + 1 : index + _ITEMS])
    # who acts may be named over several lines
    run = _run_text(lines, index)
    if line.participle and _is_quoted_above(lines, labels, index):
        return True
    if line.participle or line.opens_body or load_pattern("enacting", line.language).match(run):
        return False
    for place in range(index + 1, min(index + _STORY, len(lines))):
        other = lines[place]
        if labels[place] is not None and labels[place].candidate.ordinal is not None:  # type: ignore[union-attr]
            return False
        if other.participle and other.text.endswith(_CLAUSE_ENDS):
            # the preamble goes on
            return False
        is_title = other.names_type and not other.is_closed and other.after_gap and len(other.text) < _HEADLINE
        is_title = is_title and not other.participle and not lines[place - 1].text.endswith(":")
        if is_title and (other.names_body or other.is_capital):
            return True
    return False


def _is_quoted_above(lines: Sequence[PrintedLine], labels: Sequence[Label | None], index: int) -> bool:
    """Whether a recital is quoted above the text that it is of: the title stands below it, and who acts below that.

    No number stands between, and nobody acts above: a recital of the text itself has those who act above it.
    """
    states = load_pattern("states_of_oic", lines[index].language)
    if any(line.enacts or states.match(line.plain) for line in lines[:index]):
        return False
    end = min(index + _STORY, len(lines))
    counted = (label is not None and label.candidate.ordinal is not None for label in labels[index:end])
    end = next((index + place for place, is_counted in enumerate(counted) if is_counted), end)
    title = next((place for place in range(index + 1, end) if _is_title_line(lines[place])), None)
    if title is None:
        return False
    below = lines[title + 1 : title + 1 + _TITLE_LINES + 1]
    return any(line.enacts or (states.match(line.plain) and line.text.endswith(_CLAUSE_ENDS)) for line in below)
