"""The lines of a title, gathered block by block: which are of it, and which line ends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_opening, is_preambular
from oic_reports.structure.lines.marks import find_symbol, is_rule
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names.bodies import ends_name, find_body
from oic_reports.structure.names.datelines import is_day_line
from oic_reports.structure.names.place_lines import is_place_line
from oic_reports.structure.names.place_names import TRIM
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.ours.speech import read_speech_title

# an editor's words about a text, in square brackets
_EDITORS = compile_pattern(r"\[[^\[\]]*\]")
# the path to a page (``Files > 2000 > Summit``); a sign that closes a quotation leads nowhere
_PATH = compile_pattern(r"\S\s+[>»›]\s+\S")
# what a list of mails or a mail program puts before a subject
_TAG = compile_pattern(
    r"\W*(?:\[[\w][\w .:_-]{1,40}\]|(?:re|fwd?|tr|rép|subject|subj|objet|sujet|الموضوع|رد)\s?:)\s+(?=\S)", re.IGNORECASE
)
_SUFFIXED = compile_pattern(r"\d+\s?[a-zà-ÿ]{1,3}\b")
_QUOTED = compile_pattern(r"«[^«»]*»|‹[^‹›]*›")
# letters that name a declaration beside its type
_LEAST_NAME = 2
# lines in which a title has said more than its type, if it does: no cover has more status words, one a line
_TELLING = 12
# code points before the ordinal in a line that is a session's name: ``The ``, ``الدورة ``
_SESSION_REACH = 10
# stands for the end of what a site prints above the text
ABOVE = "\x00"
# words of the name of a paper
_WORDS_OF_PAPER = 3
# code points of the longest line that is a title; a longer one that a comma ends is a preamble
_LONGEST_LINE = 300


def add_lines(above: Sequence[str], printed: Sequence[str], language: Language) -> tuple[list[str], bool]:
    """The lines of a title and those of its next block that are its own; and whether a line ends it."""
    lines = [*above]
    for place, line in enumerate(printed):
        text = line.strip().lstrip("_ ")
        begun = bool(lines)
        text = text if begun else _cut_tag(text, language)
        if load_pattern("transcript_line", "en").match(text):
            # above it a site prints what it calls the file
            lines = [] if place + 1 < len(printed) else [*lines, ABOVE]
            continue
        if begun and lines[-1] == ABOVE:
            lines, begun = [], False
        goes_on = begun and load_pattern("ends_open", language).search(lines[-1]) is not None
        if goes_on:
            lines.append(text)
            continue
        if begun and _ends_title(text, lines, language):
            return lines, True
        if begun and load_pattern("issue_line", language).match(text) and _is_name_of_paper(lines[-1], language):
            lines.pop()
            continue
        if begun and (_EDITORS.fullmatch(text) or load_pattern("release_line", language).match(text)):
            continue
        if begun and text == lines[-1]:
            # a page prints its headline once more
            continue
        if is_rule(text) or load_pattern("title_byline", language).match(text) or _PATH.search(_QUOTED.sub("", text)):
            continue
        if len(text) > _LONGEST_LINE and text[-1] in ",;،؛":
            return lines, True
        if find_symbol(text) and not find_form("document_types", text, language):
            continue
        is_placed = begun and (is_place_line(text, language) or _tells_where(text, language))
        if is_placed and not ends_name(lines[-1], text, language):
            continue
        lines.append(text)
    return lines, False


def _cut_tag(line: str, language: Language) -> str:
    """The first line of a title without what a list of mails puts before a subject: ``[Wells-News 12] Re:``.

    What names a type, a number or a body in brackets is the title's own.
    """
    while (tag := _TAG.match(line)) and not _says_what(tag.group(), language):
        line = line[tag.end() :]
    return line


def _says_what(tag: str, language: Language) -> bool:
    is_named = find_form("document_types", tag, language) is not None or read_number(tag) is not None
    return (
        is_named
        or load_pattern("status_word", language).search(tag) is not None
        or find_body(tag, language) is not None
    )


def _ends_title(line: str, above: Sequence[str], language: Language) -> bool:
    """Whether a line below a title is no more of it: who adopted it, their session and its motto, or the text."""
    told = load_pattern("adopted_text", language).match(line) is not None and is_whole(above, language)
    told = told or load_pattern("floor_given", language).match(line) is not None
    told = told or _names_occasion(line, above, language)
    told = told or _heads_contents(line, language) or _is_theme_below(line, above, language)
    return told or _is_adopted(line, language) or _begins_session(line, above, language) or _begins_text(line, language)


def _heads_contents(line: str, language: Language) -> bool:
    """Whether a line begins with the heading of contents, in several words: ``TABLE OF CONTENTS FOREWORD``."""
    heading = find_opening("index_words", line, language)
    return (
        heading is not None and " " in heading.group("form") and (language == "ar" or heading.group("form").isupper())
    )


def _names_occasion(line: str, above: Sequence[str], language: Language) -> bool:
    """Whether a line below the whole title of a speech names the meeting again: ``The Conference on Wells,``."""
    is_name = (
        line[:1].isupper() and line.endswith(",") and load_pattern("meeting_noun", language).search(line) is not None
    )
    return is_name and not above[-1].endswith(",") and read_speech_title(" ".join(above), language) is not None


def _is_adopted(line: str, language: Language) -> bool:
    """Whether a line says who adopted or issued the text above it, or the theme of the session."""
    names: tuple[PatternName, ...] = ("adopted_line", "issued_line", "theme_line")
    return any(load_pattern(name, language).match(line) for name in names)


def is_whole(lines: Sequence[str], language: Language) -> bool:
    """Whether a title says more than its type: ``MAKKAH DECLARATION``; ``DRAFT FINAL COMMUNIQUE`` does not.

    The lines that it begins with tell it.
    """
    title = " ".join(lines[:_TELLING])
    typed = find_form("document_types", title, language)
    rest = title[: typed.start("form")] + title[typed.end("form") :] if typed else ""
    return len(load_pattern("status_word", language).sub("", rest).strip(TRIM)) > _LEAST_NAME


def _begins_session(line: str, above: Sequence[str], language: Language) -> bool:
    """Whether a line is the name of the session that adopted the text, below a title that is whole without it.

    ``MAKKAH DECLARATION`` above ``THIRD SESSION OF THE …``; ``FINAL COMMUNIQUE`` alone is not whole. In Arabic
    more words may stand before the ordinal, where the body is named: ``الدورة الاستثنائية الثالثة لمؤتمر القمة``.
    """
    is_named = is_whole(above, language) or _names_subject(above, line, language)
    sessions = find_sessions(line, language) if is_named else []
    if not sessions or load_pattern("title_continues", language).match(line):
        return False
    is_body = load_pattern("session_line", language).match(line) and find_body(line, language) is not None
    return sessions[0].start <= _SESSION_REACH or bool(is_body)


def _names_subject(above: Sequence[str], line: str, language: Language) -> bool:
    """Whether a title without a type is whole above the name of a session: both in capitals, and nobody acts in it.

    ``MEDIA STRATEGY AGAINST DROUGHT`` above ``11TH SESSION OF THE CONFERENCE``.
    """
    title = " ".join(above)
    acts = load_pattern("headline_verb", language).search(title) or load_pattern("ends_open", language).search(title)
    # the suffix of an ordinal is small: ``11ème``
    is_capital = title.isupper() and _SUFFIXED.sub("", line).isupper()
    return is_capital and len(title.split()) > _WORDS_OF_PAPER and not acts


def _is_theme_below(line: str, above: Sequence[str], language: Language) -> bool:
    """Whether a line is a theme without brackets below a title that names the session: ``Session of Wells``."""
    title = " ".join(above)
    is_theme = load_pattern("theme_alone", language).match(line) is not None and find_body(line, language) is None
    return is_theme and find_body(title, language) is not None and bool(find_sessions(title, language))


def _is_name_of_paper(line: str, language: Language) -> bool:
    """Whether a line above the number of an issue is the name of the paper: a few words, and none of a report."""
    is_short = len(line.split()) <= _WORDS_OF_PAPER
    return is_short and not find_form("document_types", line, language) and find_body(line, language) is None


def _tells_where(line: str, language: Language) -> bool:
    """Whether a line is a date, or goes on with ``held in``."""
    is_day = is_date(line, language) or is_day_line(line)
    return is_day or load_pattern("meeting_participle", language).match(line) is not None


def is_date(line: str, language: Language) -> bool:
    """Whether a line holds a date and no word beside it."""
    left = line
    for found in reversed(find_dates(line, language)):
        left = left[: found.start] + left[found.end :]
    return left != line and not re.search(r"[^\W\d_]{4,}", left)


def _begins_text(line: str, language: Language) -> bool:
    """Whether a line is the text's own: it enacts, acts or opens with a participle of a preamble."""
    if load_pattern("enacting", language).match(line):
        return True
    if find_opening("preambular_openings", line, language) and is_preambular(line, language):
        return True
    return language == "ar" and line.endswith((".", "؛", ";")) and line.split(" ", maxsplit=1)[0][:1] in {"ي", "ت"}


def names_session(lines: Sequence[str], language: Language) -> bool:
    """Whether lines name a meeting, and none of them ends inside a phrase that the next one goes on with."""
    if not lines or load_pattern("ends_open", language).search(lines[-1]):
        return False
    return find_body(" ".join(lines), language) is not None
