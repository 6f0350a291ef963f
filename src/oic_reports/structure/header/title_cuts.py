"""A title without what stands on its line and is none of it: place, days, who adopted it, their session, a theme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates, find_numeric_dates
from oic_reports.language.states import find_countries
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_forms, find_opening, read_type
from oic_reports.structure.header.title_lines import is_date, is_whole, names_session
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.datelines import find_day_behind
from oic_reports.structure.names.place_lines import is_place_line
from oic_reports.structure.names.place_names import TRIM, blank_dates
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.names.statute_types import read_statute_type
from oic_reports.structure.ours.givers import cut_giver

# what parts the words of a title from its place and day
_PARTING = compile_pattern(r"\s*[,،]\s*|\s*\((?=[^()]*\)\W*$)|\s+[-–—]\s+")
# a theme of three words and more in quotation marks, before the title
_THEME_ABOVE = compile_pattern(r"[“\"«]\s*(?:[^\s”\"»]+\s+){2,}[^\s”\"»]+\s*[”\"»][\s:–—-]*(?=\w)")
# a day, or several, in brackets at the end, whatever language its month is in: ``(06 Desember 2012)``
_DAY_AT_END = compile_pattern(
    r"\s*[(\[]\s*(?:\d{1,2}\s?[-–/]\s?)?\d{1,2}(?:st|nd|rd|th|er)?\.?\s+[^\W\d_]{3,12}\.?,?\s+(?:19|20)\d\d\s*[)\]]\W*$"
)
# the acronym of an organisation behind its name
_ACRONYM_AT_END = compile_pattern(r"\s*\(\s?[A-Z]{2,5}\s?\)$")
# the article before the name of a session
_ARTICLE_AT_END = compile_pattern(r"\s+(?:the|la|le)$", re.IGNORECASE)
# ``meeting`` as the name of a meeting: not ``Ministers meeting in Niamey``, nor behind a comma, nor before its day
_MEETING = compile_pattern(r"meeting\s*", re.IGNORECASE)
_WHO_MEET = compile_pattern(r"(?:s|[,،])\s+$", re.IGNORECASE)
_HELD_AT = compile_pattern(r"(?:in|at)\b", re.IGNORECASE)
# words of a title that stands twice in its line
_LEAST_AGAIN = 4
# types whose title is whole without the session that adopted them
_NAMED_BY_SUBJECT = frozenset({"declaration", "programme"})


def cut_posted_days(lines: Sequence[str], language: Language) -> list[str]:
    """The lines of a title without the day in figures that a site prints behind one, each line once.

    ``OIC Condemns the Closing of Schools - 2017-09-19`` above ``OIC Condemns the Closing of Schools``. Figures inside a
    line, or without a mark before them, are the line's own.
    """
    cut: list[str] = []
    for line in lines:
        behind = find_day_behind(line, language)
        own = line[: behind[0]] if behind else line
        if own and (not cut or own != cut[-1]):
            cut.append(own)
    return cut


def cut_theme(title: str, language: Language) -> str:
    """The title without the theme of its session on the same line, before it or behind it.

    ``… OF THE FIRST SUMMIT (Session of Unity)``, ``Resolution 4/5-P on the wells (Session of Unity)``.
    """
    bracketed = load_pattern("theme_bracket", language).search(title)
    if bracketed and read_number(title):
        # what a resolution is on is no session
        return title[: bracketed.start()].rstrip()
    theme = load_pattern("theme_inside", language).search(title)
    if theme is None or load_pattern("ends_open", language).search(title[: theme.start()]):
        return title
    before = title[: theme.start()]
    is_named = find_form("document_types", before, language) and find_sessions(before, language)
    return before.rstrip(" ,،:–—-") if is_named and not load_pattern("subject_line", language).search(before) else title


def cut_repeat(title: str) -> str:
    """A title that a page prints twice, one right behind the other, once; a short one may be a slogan."""
    words = title.split()
    half = len(words) // 2
    is_twice = half >= _LEAST_AGAIN and len(words) == 2 * half and words[:half] == words[half:]
    return " ".join(words[:half]) if is_twice else title


def cut_type_above(title: str, language: Language) -> str:
    """A title without its type before it, where that begins it anew: ``STATEMENT Statement of the Secretariat``."""
    typed = find_opening("document_types", title, language)
    rest = title[typed.end("form") :].lstrip(TRIM) if typed else ""
    begun = find_opening("document_types", rest, language)
    is_again = begun is not None and read_type(begun, language) == read_type(typed, language)
    return rest if is_again and is_whole([rest], language) else title


def cut_letterhead(title: str, language: Language) -> str:
    """The title of a text without the name of the organisation that a cover prints below it, on the same line.

    ``THE OIC PROGRAMME OF ACTION ORGANISATION OF ISLAMIC COOPERATION (OIC)``. In Arabic the name may complete the type.
    """
    whole = _ACRONYM_AT_END.sub("", title.rstrip())
    named = (match for match in load_pattern("organisation", language).finditer(whole) if match.end() == len(whole))
    letterhead = next(named, None) if language != "ar" else None
    if letterhead is None:
        return title
    above = whole[: letterhead.start()].rstrip()
    typed = find_forms("document_types", above, language)
    is_right_below = bool(typed) and typed[-1].end("form") == len(above)
    return above if is_right_below and is_whole([above], language) else title


def cut_theme_above(title: str, language: Language) -> str:
    """The title behind a theme in quotation marks, and the session that it is of: ``Fifth Session “Unity for All”``."""
    theme = _THEME_ABOVE.search(title)
    if theme is None or find_form("document_types", title[: theme.end()], language):
        return title
    session, rest = title[: theme.start()].strip(), title[theme.end() :]
    is_named = not session or names_session([session], language)
    begins = not session or find_opening("document_types", rest, language) is not None
    return rest if is_named and begins and is_whole([rest], language) else title


def cut_day_in_brackets(title: str, language: Language) -> str:
    """The title of a text without the day, or the language of the file, that a site prints in brackets behind it.

    The site's own language names the month: ``Oran Declaration (06 Desember 2012)``.
    """
    for mark in (load_pattern("language_in_brackets", "en"), _DAY_AT_END):
        above = mark.sub("", title)
        title = above if find_form("document_types", above, language) else title
    return title


def cut_session(title: str, language: Language) -> str:
    """The title of a declaration or a programme without the session that adopted it, which is named right behind it.

    ``AMMAN DECLARATION EIGHTH SESSION OF THE ISLAMIC CONFERENCE OF HEALTH MINISTERS``; ``Declaration of the Eighth
    Session`` is whole. A narrow column breaks the session's line too, so that no line names it. In Arabic the word for
    a session stands before its ordinal: nothing is cut there.
    """
    for session in find_sessions(title, language) if language != "ar" else ():
        above = _ARTICLE_AT_END.sub("", title[: session.start].rstrip(TRIM))
        typed = read_type(find_form("document_types", above, language), language)
        is_open = load_pattern("ends_open", language).search(title[: session.start].rstrip()) is not None
        if typed in _NAMED_BY_SUBJECT and not is_open and is_whole([above], language):
            return above if find_body(title[session.start :], language) else title
    return title


def cut_adoption(title: str, language: Language) -> str:
    """The title without who adopted the text on the same line: ``DECLARATION ADOPTED BY THE 40TH SESSION OF …``."""
    if read_statute_type(title, language):
        return cut_giver(title, language)
    adopted = load_pattern("adopted_inside", language).search(title)
    named = find_form("document_types", title[: adopted.start()], language) if adopted else None
    above = title[: adopted.start()].rstrip(" ,(") if adopted and named else title
    # ``Resolution issued by the Summit`` says no more than its type without who issued it
    return above if is_whole([above], language) else title


def cut_place(title: str, language: Language) -> str:
    """The title without place and day behind its last words: ``…, IFRANE, MOROCCO, 16-17 JANUARY 1995``."""
    end = _find_end_before_place(title, language)
    if end is not None:
        return title[:end].rstrip(" ,،(")
    typed = find_opening("document_types", title, language)
    tail = title[typed.end("form") :].lstrip() if typed else ""
    if typed and "," in tail and tail[0].isupper() and is_place_line(tail, language):
        # ``Communiqué final Secrétariat général de l’OCI Djeddah, Royaume d’Arabie saoudite``
        return title[: typed.end("form")]
    dates = [*find_dates(title, language), *find_numeric_dates(title, language)]
    ending = [found for found in dates if not title[found.end :].strip(" .)]") and found.precision == "day"]
    if not ending:
        return _cut_city(_cut_state(title, language), language)
    above = title[: min(found.start for found in ending)].rstrip(" ([")
    if any(found in ending for found in find_numeric_dates(title, language)):
        # a site prints the day of its posting in figures behind a headline
        return above.rstrip(" -–—|·:")
    if any(match.end("form") == len(above) for match in find_forms("document_types", above, language)):
        # ``Baku Declaration 10 June 2026``
        return above
    for mark in _PARTING.finditer(title):
        tail = title[mark.end() :].strip(" ()[]")
        if any(found.start < mark.start() < found.end for found in dates):
            # ``held from 19 – 23 April 2015``
            continue
        if load_pattern("weekday_end", language).search(title[: mark.start()]):
            # ``held on Tuesday, 5 October``: the day goes on with its phrase
            continue
        if tail and (is_place_line(tail, language) or _is_state(tail, language) or is_date(tail, language)):
            return title[: mark.start()].rstrip()
    is_alone = len(ending) == len(dates) and not load_pattern("ends_open", language).search(above)
    # ``Declaration of Baku 10 June 2026``
    is_weekday = load_pattern("weekday_end", language).search(above.rstrip(TRIM)) is not None
    return above if typed and is_alone and not is_weekday else title


def _cut_state(title: str, language: Language) -> str:
    """The title of a declaration that is named by a city, without the city's state: ``Niamey Declaration, Niger``.

    Of a title with a subject the state is a part of it: ``Declaration on the market of Zinder, Niger``.
    """
    for mark in _PARTING.finditer(title):
        above, tail = title[: mark.start()], title[mark.end() :].strip(" ()[].")
        typed = find_form("document_types", above, language)
        if read_type(typed, language) != "declaration" or typed is None or not _is_state(tail, language):
            continue
        named = above[: typed.start("form")] + " " + above[typed.end("form") :]
        if is_place_line(named, language):
            return above
    return title


def _cut_city(title: str, language: Language) -> str:
    """The title without the city and its state behind the session that met there: ``…, Niamey, Republic of the Niger``.

    Of what a title is about, a place is a part.
    """
    for mark in _PARTING.finditer(title):
        above, tail = title[: mark.start()], title[mark.end() :].strip(" ()[].")
        if load_pattern("subject_of_title", language).search(above):
            break
        is_placed = is_place_line(tail, language) and bool(find_countries(tail, language))
        if is_placed and is_whole([above], language) and find_body(above, language) is not None:
            return above
    return title


def _find_end_before_place(title: str, language: Language) -> int | None:
    """Where the title ends that goes on with where it was held; None if it does not.

    ``… TENUE DU 1ER AU 6 NOVEMBRE 2014, DJEDDAH - ARABIE SAOUDITE``, ``…, held at ministerial level in New York``.
    Where ``Meeting`` is a name, it is a part of the title, and so is what it was on: ``Group Meeting on Chad``.
    """
    for held in load_pattern("meeting_participle", language).finditer(title):
        above, behind = title[: held.start()], title[held.end() :]
        if not above or above.endswith("-"):
            # ``open-ended``
            continue
        is_name = _MEETING.fullmatch(held.group()) is not None and _is_name(held.group(), above)
        end = held.end() if is_name else held.start()
        if is_name and not _HELD_AT.match(behind):
            if is_place_line(behind, language) and find_dates(behind, language):
                return end
            continue
        return end if _tells_where_held(title[:end], behind, language) else None
    return None


def _is_name(meeting: str, above: str) -> bool:
    """Whether ``meeting`` behind these words is a name, and no verb of those who meet."""
    is_capital = meeting[0].isupper() and not above.isupper()
    return is_capital or _WHO_MEET.search(above) is None


def _tells_where_held(title: str, behind: str, language: Language) -> bool:
    """Whether the words behind ``held`` say where, or where and when, and the title before them is whole without."""
    if is_place_line(behind, language) and find_dates(behind, language):
        return True
    if _goes_on_with_subject(behind, language):
        return False
    is_named = any(find_form(name, behind, language) for name in ("cities", "venues"))
    is_named = is_named or bool(find_countries(behind, language))
    return is_named and is_whole([title], language) and not load_pattern("subject_of_title", language).search(title)


def _goes_on_with_subject(behind: str, language: Language) -> bool:
    """Whether the words behind ``held`` say what about, too: ``in Dakar on the floods in Chad``.

    ``on the sidelines of the Assembly`` and ``on 5 May`` are about nothing.
    """
    for about in load_pattern("subject_of_title", language).finditer(behind):
        rest = behind[about.end() :]
        is_beside = load_pattern("clause_beside", language).match(behind, about.start() + 1) is not None
        # a day may lack its year, and a weekday may stand before it
        is_day = rest[:1].isdigit() or any(
            len(rest[: found.start].split()) <= 1 for found in find_dates(rest, language)
        )
        if not is_beside and not is_day:
            return True
    return False


def _is_state(text: str, language: Language) -> bool:
    """Whether a text is the name of a state, with its days perhaps (``Kuwait, 26 – 29 January 1987``)."""
    rest = blank_dates(text, language).strip(TRIM)
    return any(found.end - found.start == len(rest) for found in find_countries(rest, language))
