"""The title as printed, and one for a report that prints none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date as calendar_date

from rapidfuzz import fuzz

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import FoundDate, find_dates, find_numeric_dates
from oic_reports.language.states import find_countries
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.forms import LISTED_TYPES, find_form, find_forms, find_opening, is_preambular, read_type
from oic_reports.structure.header.sure_title import breaks_off_in_ordinal
from oic_reports.structure.lines.marks import find_symbol, is_rule
from oic_reports.structure.lines.resolutions import PLURAL, is_list, read_number
from oic_reports.structure.names.bodies import FoundBody, find_body
from oic_reports.structure.names.place_lines import is_place_line
from oic_reports.structure.names.place_names import TRIM, blank_dates
from oic_reports.structure.names.sessions import find_sessions

# what parts the words of a title from its place and day
_PARTING = compile_pattern(r"\s*[,،]\s*|\s*\((?=[^()]*\)\W*$)|\s+[-–—]\s+")
# an editor's words about a text, in square brackets
_EDITORS = compile_pattern(r"\[[^\[\]]*\]")
# the path to a page (``Files > 2000 > Summit``); a sign that closes a quotation leads nowhere
_PATH = compile_pattern(r"\S\s+[>»›]\s+\S")
_QUOTED = compile_pattern(r"«[^«»]*»|‹[^‹›]*›")
# where to write, call or look: behind a title it stands only where a whole cover was run into one line
_CONTACT = compile_pattern(r"\bhttps?:|\bwww\.|\w\s?@\s?\w|\b(?:phone|fax|t[eé]l)\s?[.:]", re.IGNORECASE)
# a theme of three words and more in quotation marks, before the title
_THEME_ABOVE = compile_pattern(r"[“\"«]\s*(?:[^\s”\"»]+\s+){2,}[^\s”\"»]+\s*[”\"»][\s:–—-]*(?=\w)")
# letters of a title from which on it is known when it comes again; those that name a declaration beside its type
_LEAST_AGAIN = 12
# letters that a title has more than one that a page cut short; per cent of likeness of what both begin with
_LEAST_MORE = 10
_LIKE = 95
_LEAST_NAME = 2
_ARTICLE_AT_END = compile_pattern(r"\s+(?:the|la|le)$", re.IGNORECASE)
# code points before the ordinal in a line that is a session's name: ``The ``, ``الدورة ``
_SESSION_REACH = 10
# types whose title is whole without the session that adopted them
_NAMED_BY_SUBJECT = frozenset({"declaration", "programme"})
# stands for the end of what a site prints above the text
_ABOVE = "\x00"
# words of the name of a paper
_WORDS_OF_PAPER = 3
# lines of a menu, and words of one of its entries
_ENTRIES = 3
_WORDS_OF_ENTRY = 3
# code points of the longest line that is a title; a longer one that a comma ends is a preamble
_LONGEST_LINE = 300


def read_title(blocks: Sequence[Block], language: Language) -> str | None:
    """The lines of the title, joined: without bylines, the site's lines, who adopted it, place, date and symbol.

    A line on which the text begins ends it.
    """
    lines: list[str] = []
    is_ended = False
    for block in blocks:
        if _is_of_text(block, language, is_first=not lines):
            # a title below is that of a text in another language
            break
        if _is_own(block, language):
            # a line of the cover stands out of its place
            is_broken = breaks_off_in_ordinal(" ".join(lines), language)
            if is_broken or _goes_further(block.text, lines, language):
                # a page cuts the title of the cover below it short
                lines, is_ended = [], False
            elif _is_said_again(block.text, lines, language):
                # the title of the cover once more, above the text
                break
            if _is_collection(lines, language) and read_number(block.text):
                # the title of the resolutions, above that of the one that the page gives
                lines, is_ended = [], False
            if is_ended and _is_whole(lines, language):
                break
            if is_ended and find_opening("document_types", block.text, language):
                # below ``RESOLUTIONS / ADOPTED BY …`` the title of the one that the page gives
                lines = []
            lines, is_ended = _add_lines(lines, block.text.split("\n"), language)
    lines = _keep_repeated(_leave_page_title([line for line in lines if line != _ABOVE], language), language)
    lines = _leave_release(lines, blocks, language)
    numbers = {number.normal for line in lines if (number := read_number(line))}
    if len(numbers) > 1:
        # the lines of an index
        lines = [line for line in lines if read_number(line) is None]
    elif numbers and _is_collection(lines, language):
        lines = lines[next(place for place, line in enumerate(lines) if read_number(line)) :]
    title = _cut_place(_cut_theme_above(" ".join(_leave_session(lines, language)), language), language)
    if load_pattern("organisation", language).fullmatch(title.strip()) or _CONTACT.search(title):
        # the letterhead of a page, or a cover with all that stands on it
        return None
    # a comma goes on with the place on a line of its own
    return _cut_session(_cut_adoption(_cut_theme(title, language), language), language).rstrip(" ,،|") or None


def _leave_release(lines: list[str], blocks: Sequence[Block], language: Language) -> list[str]:
    """The lines of a headline without the words that a text is a press release.

    ``COMMUNIQUÉ`` alone above it is the name of a site's column where another line says that it is one.
    """
    if len(lines) <= 1:
        return lines
    release = load_pattern("release_line", language)
    front = (line for block in blocks if block.role in {"title", "header"} for line in block.text.split("\n"))
    typed = read_type(find_opening("document_types", lines[0], language), language)
    is_column = typed == "communique" and not _is_whole(lines[:1], language) and any(map(release.match, front))
    if is_column and find_body(" ".join(lines), language) is None:
        lines = lines[1:]
    return [line for line in lines if not release.match(line)] or lines


def _cut_theme(title: str, language: Language) -> str:
    """The title without the theme of its session on the same line, before it or behind it.

    ``… OF THE FIRST SUMMIT (Session of Unity)``, ``“Building Bridges for All” Doha Declaration``.
    """
    theme = load_pattern("theme_inside", language).search(title)
    if theme is None or load_pattern("ends_open", language).search(title[: theme.start()]):
        return title
    before = title[: theme.start()]
    is_named = find_form("document_types", before, language) and find_sessions(before, language)
    return before.rstrip(" ,،:–—-") if is_named and not load_pattern("subject_line", language).search(before) else title


def _cut_theme_above(title: str, language: Language) -> str:
    """The title behind a theme in quotation marks, and the session that it is of: ``Fifth Session “Unity for All”``."""
    theme = _THEME_ABOVE.search(title)
    if theme is None or find_form("document_types", title[: theme.end()], language):
        return title
    session, rest = title[: theme.start()].strip(), title[theme.end() :]
    is_named = not session or _names_session([session], language)
    begins = not session or find_opening("document_types", rest, language) is not None
    return rest if is_named and begins and _is_whole([rest], language) else title


def _is_collection(lines: Sequence[str], language: Language) -> bool:
    """Whether a title is that of several documents: ``RESOLUTIONS ON …``, ``قرارات بشأن …``, none of them numbered.

    A site calls a column so, too: ``OIC – Resolutions``.
    """
    if not lines:
        return False
    ours = load_pattern("organisation", language).match(lines[0])
    named = find_opening("document_types", lines[0][ours.end() if ours else 0 :].lstrip(TRIM), language)
    return named is not None and named.group("form").lower().endswith(PLURAL) and read_number(lines[0]) is None


def _is_own(block: Block, language: Language) -> bool:
    """Whether a block is a title of the document, and none of an index or of a page that gives it."""
    is_title = block.role == "title" and block.subrole == "title" and not is_list(block.text)
    is_of_site = _heads_page(block.text.replace("\n", " "), language) or _is_menu(block.text, language)
    return is_title and not is_of_site


def _is_menu(text: str, language: Language) -> bool:
    """Whether lines are entries of a site's menu: several of a few words, each of its own, and no text named in any.

    ``Islamic Summit``, ``Foreign Affairs``, ``OIC Water Vision``.
    """
    lines = text.split("\n")
    if len(lines) < _ENTRIES or find_form("document_types", text.replace("\n", " "), language):
        return False
    goes_on = load_pattern("ends_open", language)
    are_short = all(len(line.split()) <= _WORDS_OF_ENTRY and not goes_on.search(line) for line in lines)
    has_verb = load_pattern("headline_verb", language).search(text) is not None
    return are_short and not has_verb and not any(line[:1].islower() for line in lines)


def _heads_page(title: str, language: Language) -> bool:
    """Whether a title says that the text is given below, in full or in part: what heads a page, and no document.

    ``Full text of the final communiqué of …``, ``Declaration of … (document)``, ``(continued) Tenth Session, …``.
    """
    return bool(load_pattern("text_of", language).match(title) or load_pattern("page_heading", "en").search(title))


def _cut_session(title: str, language: Language) -> str:
    """The title of a declaration or a programme without the session that adopted it, which is named right behind it.

    ``AMMAN DECLARATION EIGHTH SESSION OF THE ISLAMIC CONFERENCE OF HEALTH MINISTERS``; ``Declaration of the Eighth
    Session`` is whole. A narrow column breaks the session's line too, so that no line names it. In Arabic the word for
    a session stands before its ordinal: nothing is cut there.
    """
    for session in find_sessions(title, language) if language != "ar" else ():
        above = _ARTICLE_AT_END.sub("", title[: session.start].rstrip(TRIM))
        typed = read_type(find_form("document_types", above, language), language)
        is_open = load_pattern("ends_open", language).search(title[: session.start].rstrip()) is not None
        if typed in _NAMED_BY_SUBJECT and not is_open and _is_whole([above], language):
            return above if find_body(title[session.start :], language) else title
    return title


def _cut_adoption(title: str, language: Language) -> str:
    """The title without who adopted the text on the same line: ``DECLARATION ADOPTED BY THE 40TH SESSION OF …``."""
    adopted = load_pattern("adopted_inside", language).search(title)
    named = find_form("document_types", title[: adopted.start()], language) if adopted else None
    above = title[: adopted.start()].rstrip(" ,(") if adopted and named else title
    # ``Resolution issued by the Summit`` says no more than its type without who issued it
    return above if _is_whole([above], language) else title


def _says_again(text: str, lines: Sequence[str], language: Language) -> bool:
    """Whether a title block names the meeting and the type that the whole title above it named, in other words.

    ``Islamic Summit's complete Final Communiqué`` below ``Final Communiqué of the Islamic Summit``; a resolution has a
    number or a subject of its own.
    """
    above, again = " ".join(lines), text.replace("\n", " ")
    said, body = read_type(find_form("document_types", above, language), language), find_body(above, language)
    other = find_body(again, language)
    if body is None or other is None or said is None or said in LISTED_TYPES:
        return False
    return said == read_type(find_form("document_types", again, language), language) and body.body_id == other.body_id


def _comes_again(text: str, lines: Sequence[str]) -> bool:
    """Whether a title block begins as the lines above it did, with accents or without and however it is wrapped."""
    if text.split("\n", maxsplit=1)[0].strip() == lines[0]:
        return True
    again, above = _squeeze(text), _squeeze(" ".join(lines))
    return again == above or (len(above) >= _LEAST_AGAIN and above in again)


def _is_of_text(block: Block, language: Language, *, is_first: bool) -> bool:
    """Whether the text has begun with a block: an invocation above all titles does not begin it."""
    is_invocation = is_first and load_pattern("invocation", language).match(block.text) is not None
    return block.role in {"preamble", "operative"} and not is_invocation


def _is_said_again(text: str, lines: Sequence[str], language: Language) -> bool:
    """Whether a title block says the title above it again, which names its type."""
    if not lines or find_form("document_types", lines[0], language) is None:
        return False
    return _comes_again(text, lines) or _says_again(text, lines, language)


def _goes_further(text: str, lines: Sequence[str], language: Language) -> bool:
    """Whether a title block begins with the whole title above it, but for a letter or two, and says more."""
    if not lines or find_form("document_types", lines[0], language) is None or _is_collection(lines, language):
        return False
    above, again = _squeeze(" ".join(lines)), _squeeze(text)
    if not _LEAST_AGAIN <= len(above) <= len(again) - _LEAST_MORE:
        return False
    begun = again[: len(above)]
    # a number more or another one is of another text
    is_numbered_alike = [sign for sign in begun if sign.isdigit()] == [sign for sign in above if sign.isdigit()]
    return is_numbered_alike and fuzz.ratio(begun, above) >= _LIKE


def _leave_page_title(lines: list[str], language: Language) -> list[str]:
    """The lines from the last that begins with the type of the first on: what stands above is the page's title.

    Resolutions are several, and a line that ends open goes on below.
    """
    begun = read_type(find_opening("document_types", lines[0], language), language) if lines else None
    if begun is None or begun in LISTED_TYPES:
        return lines
    again = [
        place
        for place in range(1, len(lines))
        if read_type(find_opening("document_types", lines[place], language), language) == begun
        and not load_pattern("ends_open", language).search(lines[place - 1])
        and _is_whole([lines[0]], language)
        and _is_whole(lines[place:], language)
    ]
    return lines[again[-1] :] if again else lines


def _keep_repeated(lines: list[str], language: Language) -> list[str]:
    """The title that stands once more above the text, below the cover or the list of all that a page holds."""
    for place in range(1, len(lines)):
        if not find_form("document_types", lines[place], language):
            continue
        tail = _squeeze(" ".join(lines[place:]))
        if len(tail) >= _LEAST_AGAIN and tail in _squeeze(" ".join(lines[:place])):
            # a cover that calls the text a draft says more than the title below it
            is_draft = load_pattern("status_draft", language).match(lines[0]) is not None
            return lines[:place] if is_draft else lines[place:]
    return lines


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", text)).lower()


def _leave_session(lines: Sequence[str], language: Language) -> Sequence[str]:
    """The lines from the one that begins with a type on, where those above it only name the session and its motto."""
    for place, line in enumerate(lines):
        match = find_form("document_types", line, language)
        if match is None:
            continue
        is_whole = match.start("form") == 0 or match.end("form") == len(line.rstrip(" .:"))
        return lines[place:] if is_whole and _names_session(lines[:place], language) else lines
    return lines


def _names_session(lines: Sequence[str], language: Language) -> bool:
    """Whether lines name a meeting, and none of them ends inside a phrase that the next one goes on with."""
    if not lines or load_pattern("ends_open", language).search(lines[-1]):
        return False
    return find_body(" ".join(lines), language) is not None


def _cut_place(title: str, language: Language) -> str:
    """The title without place and day behind its last words: ``…, IFRANE, MOROCCO, 16-17 JANUARY 1995``."""
    held = load_pattern("meeting_participle", language).search(title)
    if held and held.start() and _tells_where_held(title[: held.start()], title[held.end() :], language):
        # ``… TENUE DU 1ER AU 6 NOVEMBRE 2014, DJEDDAH - ARABIE SAOUDITE``, ``…, held at ministerial level in New York``
        return title[: held.start()].rstrip(" ,،(")
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
        if tail and (is_place_line(tail, language) or _is_state(tail, language) or _is_date(tail, language)):
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
        if is_placed and _is_whole([above], language) and find_body(above, language) is not None:
            return above
    return title


def _tells_where_held(title: str, behind: str, language: Language) -> bool:
    """Whether the words behind ``held`` say where, or where and when, and the title before them is whole without."""
    if is_place_line(behind, language) and find_dates(behind, language):
        return True
    is_named = any(find_form(name, behind, language) for name in ("cities", "venues"))
    is_named = is_named or bool(find_countries(behind, language))
    return is_named and _is_whole([title], language) and not load_pattern("subject_of_title", language).search(title)


def _is_state(text: str, language: Language) -> bool:
    """Whether a text is the name of a state, with its days perhaps (``Kuwait, 26 – 29 January 1987``)."""
    rest = blank_dates(text, language).strip(TRIM)
    return any(found.end - found.start == len(rest) for found in find_countries(rest, language))


def _add_lines(above: Sequence[str], printed: Sequence[str], language: Language) -> tuple[list[str], bool]:
    """The lines of a title and those of its next block that are its own; and whether a line ends it."""
    lines = [*above]
    for place, line in enumerate(printed):
        text = line.strip().lstrip("_ ")
        begun = bool(lines)
        if load_pattern("transcript_line", "en").match(text):
            # above it a site prints what it calls the file
            lines = [] if place + 1 < len(printed) else [*lines, _ABOVE]
            continue
        if begun and lines[-1] == _ABOVE:
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
        if begun and (is_place_line(text, language) or _tells_where(text, language)):
            continue
        lines.append(text)
    return lines, False


def _ends_title(line: str, above: Sequence[str], language: Language) -> bool:
    """Whether a line below a title is no more of it: who adopted it, their session and its motto, or the text."""
    told = load_pattern("adopted_text", language).match(line) is not None and _is_whole(above, language)
    return told or _is_adopted(line, language) or _begins_session(line, above, language) or _begins_text(line, language)


def _is_adopted(line: str, language: Language) -> bool:
    """Whether a line says who adopted or issued the text above it, or the theme of the session."""
    names: tuple[PatternName, ...] = ("adopted_line", "issued_line", "theme_line")
    return any(load_pattern(name, language).match(line) for name in names)


def _is_whole(lines: Sequence[str], language: Language) -> bool:
    """Whether a title says more than its type: ``MAKKAH DECLARATION``; ``DRAFT FINAL COMMUNIQUE`` does not."""
    title = " ".join(lines)
    typed = find_form("document_types", title, language)
    rest = title[: typed.start("form")] + title[typed.end("form") :] if typed else ""
    return len(load_pattern("status_word", language).sub("", rest).strip(TRIM)) > _LEAST_NAME


def _begins_session(line: str, above: Sequence[str], language: Language) -> bool:
    """Whether a line is the name of the session that adopted the text, below a title that is whole without it.

    ``MAKKAH DECLARATION`` above ``THIRD SESSION OF THE …``; ``FINAL COMMUNIQUE`` alone is not whole. In Arabic
    more words may stand before the ordinal, where the body is named: ``الدورة الاستثنائية الثالثة لمؤتمر القمة``.
    """
    sessions = find_sessions(line, language) if _is_whole(above, language) else []
    if not sessions or load_pattern("title_continues", language).match(line):
        return False
    is_named = load_pattern("session_line", language).match(line) and find_body(line, language) is not None
    return sessions[0].start <= _SESSION_REACH or bool(is_named)


def _is_name_of_paper(line: str, language: Language) -> bool:
    """Whether a line above the number of an issue is the name of the paper: a few words, and none of a report."""
    is_short = len(line.split()) <= _WORDS_OF_PAPER
    return is_short and not find_form("document_types", line, language) and find_body(line, language) is None


def _tells_where(line: str, language: Language) -> bool:
    """Whether a line is a date, or goes on with ``held in``."""
    return _is_date(line, language) or load_pattern("meeting_participle", language).match(line) is not None


def _is_date(line: str, language: Language) -> bool:
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


def supply_title(
    document_type: str | None, body: FoundBody | None, city: str | None, found: FoundDate | None
) -> str | None:
    """A title for a report that prints none, in square brackets as librarians write it (ISBD)."""
    if not document_type or not body:
        return None
    name = f"OIC {body.body}" if body.body.startswith("Contact Group") else body.body
    pieces = [f"{document_type.replace('_', ' ').capitalize()} of the {name}"]
    if city:
        pieces.append(city)
    if found and found.precision == "day":
        day = calendar_date.fromisoformat(found.iso)
        pieces.append(f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}")
    return f"[{', '.join(pieces)}]"


_ENGLISH_MONTHS = [
    row["form"] for row in load_vocabulary("months") if (row["calendar"], row["language"]) == ("gregorian", "en")
][:12]
