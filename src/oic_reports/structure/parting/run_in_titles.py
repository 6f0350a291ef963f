"""Titles that were run together with what stands above or below them: lead, symbol, place, theme, text."""

from __future__ import annotations

import re
from itertools import pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_opening, read_type
from oic_reports.structure.lines.marks import find_symbol, is_origin_note
from oic_reports.structure.lines.printed_lines import PrintedLine, is_place_line, kind_of_front_line
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names import place_lines
from oic_reports.structure.names.place_names import TRIM, find_cities_apart, find_state_behind
from oic_reports.structure.page.press import find_quoted_text
from oic_reports.structure.page.release_words import opens_release
from oic_reports.structure.parting.run_in_clauses import SENTENCE, begins_paragraph

# characters of a title, and of its first words; of a line that holds a title and more; of a theme
_TITLE = 250
_SHORT = 12
_LONG = 60
# characters of a title of a speech with its place
_LONGEST_SPEECH = 400
_LONE = 40
# characters from a line's start in which a newspaper says that the text follows
_LEAD = 400
# characters in which a symbol stands, and before it (the number of a page)
_SYMBOL = 80
_BEFORE_SYMBOL = 4
# a theme of three words and more in quotation marks
_QUOTED_THEME = compile_pattern(r"[\"«“](?:[^\s\"«»“”]+\s+){2,}[^\"«»“”]+[\"»”]")
# the same in brackets
_BRACKETED_THEME = compile_pattern(r"\((?:[^\s()]+\s+){2,}[^()]+\)")
# characters in which the days before a speech stand, and behind them in which listeners are addressed
_ADDRESSED = 120
_BOTH = {"hijri", "gregorian"}
# letters of calendars between days and behind them
_ERAS = "HhAه\u0640م"
_ERA_BEHIND = compile_pattern(r"\s?(?:A?\.?H|AD|هـ?|م)\.?(?!\w)")
# edges of a line that is whole
_WHOLE = 2


def cut_head(line: PrintedLine, language: Language) -> list[str] | None:
    """The pieces of a line of a head that holds two kinds of lines; None where it does not."""
    texts = _cut_lead(line, language) or _cut_symbol(line) or _cut_origin(line) or _cut_days(line)
    return (
        texts
        or _cut_release(line)
        or _cut_place(line)
        or _cut_speech_place(line)
        or _cut_session(line)
        or _cut_theme(line)
        or _cut_type(line)
    )


def _cut_lead(line: PrintedLine, language: Language) -> list[str] | None:
    """The lead of a newspaper and the text that it gives, where both stand in one line; None where they do not."""
    if line.hint == "table":
        return None
    # every lead ends with a colon
    lead = load_pattern("lead_colon", language).search(line.text, 0, _LEAD) if ":" in line.text else None
    if lead is None:
        quoted = find_quoted_text(line.text, language)
        is_lead = quoted is not None and quoted < _LEAD
        return [line.text[:quoted].strip(), line.text[quoted:]] if is_lead else None
    begins_text = find_opening("document_types", line.text[lead.end() :], language)
    if len(line.text) - lead.end() < _LONG and not begins_text:
        return None
    return [line.text[: lead.end()].strip(), line.text[lead.end() :]]


def _cut_symbol(line: PrintedLine) -> list[str] | None:
    """A document symbol and the title or the language run together with it (``OIC/… RESOLUTIONS ON …``)."""
    symbol = find_symbol(line.text[:_SYMBOL])
    start = line.text.find(symbol) if symbol else -1
    if symbol is None or not 0 <= start <= _BEFORE_SYMBOL or line.hint == "table":
        return None
    rest = line.text[start + len(symbol) :]
    if line.is_closed and not rest.strip()[:_SHORT].isupper():
        # a sentence about a document; a title in capitals is none, though a whole text stands behind it
        return None
    is_title = len(rest) > _LONE and rest[:1].isspace() and begins_paragraph(rest.strip()[:1], line.language)
    is_title |= rest[:1].isspace() and is_origin_note(rest.strip())
    return [line.text[: start + len(symbol)], rest.strip()] if is_title else None


def _cut_origin(line: PrintedLine) -> list[str] | None:
    """The language of the original, and the title that was run together with it (``Original: English DECLARATION …``).

    It may name several languages: the title begins with the type of a document, or in capitals.
    """
    note = load_pattern("origin_note", "en").match(line.text) if line.hint != "table" else None
    if note is None:
        return None
    rest = line.text[note.end() :].lstrip()
    is_title = find_opening("document_types", rest, line.language) is not None or rest[:_SHORT].isupper()
    return [line.text[: note.end()].rstrip(), rest] if is_title else None


def _cut_days(line: PrintedLine) -> list[str] | None:
    """The days of a meeting, and the speech that was run together with them: ``5-6 Muharram …, 11-12 December …``.

    They are several, or in two calendars, and listeners are addressed behind them: a single day may begin a sentence.
    """
    text = line.text
    if len(text) <= _TITLE:
        return None
    end, days = 0, []
    for day in sorted(find_dates(text[:_ADDRESSED], line.language), key=lambda one: one.start):
        between = load_pattern("day_words", line.language).sub("", text[end : day.start])
        if between.strip(TRIM + _ERAS):
            break
        days.append(day)
        end = day.end
    if not any(day.iso_end for day in days) and {day.calendar for day in days} != _BOTH:
        return None
    era = _ERA_BEHIND.match(text, end)
    end = era.end() if era else end
    spoken = load_pattern("listeners", line.language).search(text, end, end + _ADDRESSED)
    return [text[:end], text[end:].lstrip(" ,،.:–—-")] if spoken else None


def _cut_speech_place(line: PrintedLine) -> list[str] | None:
    """The title of a speech, and the city run together with it, its state or its day behind: ``… Fund Jeddah 4 May``.

    A title that goes on with its place (``in Jeddah``, ``at the University of Jeddah``) is whole with it.
    """
    text = line.text
    is_spoken = read_type(find_opening("document_types", text, line.language), line.language) == "speech"
    is_spoken |= load_pattern("speech_title", line.language).match(text) is not None
    if not is_spoken or not _LONG <= len(text) <= _LONGEST_SPEECH or line.is_closed or line.candidates:
        return None
    if line.hint == "table" or load_pattern("subject_of_title", line.language).search(text):
        # ``… on the floods that struck Dhaka, Bangladesh``
        return None
    open_phrase = load_pattern("ends_open", line.language)
    for city in find_cities_apart(text, line.language):
        title, below = text[: city.start()].rstrip(), text[city.start() :]
        is_word = bool(title) and city.start() == city.start("form") and not open_phrase.search(title)
        is_placed = find_state_behind(text, city.end("form"), line.language)[1] is not None
        is_placed |= any(day.precision == "day" for day in find_dates(below, line.language))
        plain = load_pattern("day_words", line.language).sub(" ", below)
        if is_word and is_placed and title[-1].isalnum() and place_lines.is_place_line(plain, line.language):
            return [title, below]
    return None


def _cut_release(line: PrintedLine) -> list[str] | None:
    """A press release in one line: what calls it so, its headline, and the place and day run together with them.

    ``Press Release OIC Condemns Attack Jeddah, 4 May 2031``, ``Jeddah, 4 May 2031 Press Release …``: a headline has
    the places of which it tells in a phrase, and no day behind them.
    """
    text, language = line.text, line.language
    if not _LONE < len(text) <= _LONGEST_SPEECH or line.is_closed or line.candidates or line.hint == "table":
        return None
    end = place_lines.find_end_of_place(text, language)
    if end is not None:
        headline = text[end:].lstrip(TRIM)
        return [text[:end], headline] if opens_release(headline, language) else None
    open_phrase = load_pattern("ends_open", language)
    for city in find_cities_apart(text, language) if opens_release(text, language) else ():
        title, below = text[: city.start()].rstrip(), text[city.start() :]
        is_word = city.start() == city.start("form") and title[-1:].isalnum() and not open_phrase.search(title)
        if is_word and find_dates(below, language) and place_lines.is_place_line(below, language):
            return [title, below]
    return None


def _cut_place(line: PrintedLine) -> list[str] | None:
    """A title, and the place with its days that was run together with it (``… BANJUL, GAMBIA 4-5 MAY 2013``)."""
    text = line.text
    has_case = line.is_capital or line.language == "ar"
    if len(text) < _LONG or not has_case or line.is_closed or line.hint == "table" or not line.names_type:
        return None
    if line.candidates or text.endswith((",", "،")):
        # a numbered paragraph that goes on in the next line cites a document with its place
        return None
    open_phrase = load_pattern("ends_open", line.language)
    for city in find_cities_apart(text, line.language):
        title, below = text[: city.start()].rstrip(), text[city.start() :]
        # ``held in``: the place is of the title
        is_word = bool(title) and city.start() == city.start("form") and not open_phrase.search(title)
        is_word = is_word and not title.endswith(("(", "["))
        is_place = is_word and kind_of_front_line(below, line.language) == "place_date"
        if is_place and find_dates(below, line.language):
            return [title, below]
    return None


def _cut_session(line: PrintedLine) -> list[str] | None:
    """A title in capitals, who adopted it, and the theme of the session, which the next line may close.

    ``RESOLUTIONS ON … ADOPTED BY THE 44TH SESSION OF … (SESSION OF …``
    """
    if not line.is_capital or line.candidates or line.hint or not line.names_body:
        return None
    adopted = load_pattern("adopted_line", line.language)
    blanks = (blank for blank in re.finditer(r"\s(?=\w)", line.text) if adopted.match(line.text[blank.end() :]))
    # a resolution has its subject below
    turn = next(blanks, None) if line.names_type and read_number(line.text) is None else None
    is_title = turn is not None and find_form("document_types", line.text[: turn.start()], line.language) is not None
    turn = turn if is_title else None
    theme = line.text.find(" (") + 1
    is_theme = theme > 0 and load_pattern("theme_line", line.language).match(line.text[theme:]) is not None
    is_theme |= theme > 0 and _is_bracketed_theme(line.text[theme:], line.language)
    edges = [0, *([turn.end()] if turn else []), *([theme] if is_theme else []), len(line.text)]
    return [line.text[start:end].strip() for start, end in pairwise(edges)] if len(edges) > _WHOLE else None


def _cut_theme(line: PrintedLine) -> list[str] | None:
    """The theme of a session in brackets or quotation marks, and its place: ``(Session of …) NIAMEY, NIGER``.

    A page may have lost the first bracket; a short theme in brackets names the session as such.
    """
    quoted = _QUOTED_THEME.match(line.text)
    theme, mark, below = (quoted[0], " ", line.text[quoted.end() :].lstrip()) if quoted else line.text.partition(") ")
    theme = theme if quoted or not mark else f"{theme})"
    is_named = bool(mark) and load_pattern("theme_line", line.language).match(theme) is not None
    is_theme = quoted is not None or is_named or (theme.startswith("(") and len(theme) > _LONE)
    is_theme |= _is_bracketed_theme(theme, line.language)
    if not is_theme or not below or line.hint == "table":
        return None
    # a state may stand for its city: ``(Joint vision …) STATE OF KUWAIT 27-28 MAY 2015``
    is_dated = bool(find_dates(below, line.language)) and find_form("document_types", below, line.language) is None
    is_place = kind_of_front_line(below, line.language) == "place_date"
    is_place = is_place and (is_dated or is_place_line(below, line.language))
    return [theme, below] if is_place or (quoted is not None and _is_short_title(below, line.language)) else None


def _is_bracketed_theme(text: str, language: Language) -> bool:
    """Whether a text begins with a theme in brackets, which need not say that it is one; days stand in them, too."""
    words = _BRACKETED_THEME.match(text)
    return words is not None and not find_dates(words.group(), language)


def _is_short_title(text: str, language: Language) -> bool:
    """Whether a text is a title that ends with its type, and a day behind that: ``Dakar Declaration 3 May 1991``."""
    typed = find_form("document_types", text, language)
    days = find_dates(text, language)
    end = min((day.start for day in days), default=len(text))
    return typed is not None and not text[typed.end("form") : end].strip() and text[:1].isupper()


def _cut_type(line: PrintedLine) -> list[str] | None:
    """The type of a text, and the place that was run together with it: ``Final communiqué Jeddah, Saudi Arabia``.

    An Arabic noun goes on with the place (``إعلان القاهرة``), one that has its adjective does not.
    """
    typed = find_opening("document_types", line.text, line.language)
    if typed is None or line.hint == "table" or not line.text.startswith(typed.group().lstrip()):
        return None
    below = line.text[typed.end("form") :].strip()
    is_whole = " " in typed.group("form") or line.language != "ar"
    goes_on = load_pattern("title_continues", line.language).match(below) is not None
    is_place = "," in below or "،" in below
    if not (is_whole and is_place and begins_paragraph(below, line.language)) or goes_on:
        return None
    is_of_place = place_lines.is_place_line(below, line.language)
    return [line.text[: typed.end("form")].strip(), below] if is_of_place else None


def cut_title(line: PrintedLine) -> list[str] | None:
    """A title, and who acts, run together with it: ``RESOLUTION … The Conference, meeting in …,``."""
    text = line.text
    if line.candidates or not (line.is_closed or text.endswith((",", "،"))) or not line.names_type:
        return None
    enacts = load_pattern("enacting", line.language)
    for match in re.finditer(r"\s+(?=\w)", text[:_TITLE]):
        place = match.end()
        # within capitals a body may be named
        is_title = line.language != "ar" and text[place : place + 3].isupper()
        if begins_paragraph(text[place], line.language) and not is_title and enacts.match(text, place):
            title = text[: match.start()]
            names_type = find_form("document_types", title, line.language) and not SENTENCE.search(text[:place])
            # who speaks to listeners may say that he addresses them
            names_type = names_type and not load_pattern("listeners", line.language).search(title)
            return [title, text[place:]] if names_type else None
    return None
