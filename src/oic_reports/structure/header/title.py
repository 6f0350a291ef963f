"""The title as printed."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from rapidfuzz import fuzz

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import LISTED_TYPES, find_form, find_opening, read_type
from oic_reports.structure.header.site_names import cut_site_name
from oic_reports.structure.header.sure_title import breaks_off_in_ordinal
from oic_reports.structure.header.title_cuts import (
    cut_adoption,
    cut_day_in_brackets,
    cut_letterhead,
    cut_place,
    cut_posted_days,
    cut_repeat,
    cut_session,
    cut_theme,
    cut_theme_above,
    cut_type_above,
)
from oic_reports.structure.header.title_lines import ABOVE, add_lines, is_whole, names_session
from oic_reports.structure.lines.resolutions import PLURAL, is_bare_number, is_list, read_number
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.place_names import TRIM
from oic_reports.structure.names.statute_types import read_statute_type

# where to write, call or look: behind a title it stands only where a whole cover was run into one line
_CONTACT = compile_pattern(r"\bhttps?:|\bwww\.|\w\s?@\s?\w|\b(?:phone|fax|t[eé]l)\s?[.:]", re.IGNORECASE)
# brackets, two and more, around the whole of a title
_BRACKETED = compile_pattern(r"\W*\({2,}\s*(?P<title>[^()].*?)\s*\){2,}\W*")
_CUT_AT_END = compile_pattern(r"\s*(?:…|\.{3})\s*$")
# letters of a title from which on it is known when it comes again
_LEAST_AGAIN = 12
# letters that a title has more than one that a page cut short; per cent of likeness of what both begin with
_LEAST_MORE = 10
_LIKE = 95
# lines of a menu, and words of one of its entries
_ENTRIES = 3
_WORDS_OF_ENTRY = 3


def read_title(blocks: Sequence[Block], language: Language) -> str | None:
    """The lines of the title, joined: without bylines, the site's lines, who adopted it, place, date and symbol.

    A line on which the text begins ends it.
    """
    lines: list[str] = []
    is_ended = False
    above: Block | None = None
    for block in blocks:
        if _is_of_text(block, language, is_first=not lines):
            # a title below is that of a text in another language
            break
        if block.subrole == "title_repeat" and _is_cut_of(lines, block.text):
            # a viewer cuts the name of a file, which stands whole below
            lines, is_ended = add_lines([], block.text.split("\n"), language)
        elif _is_own(block, language):
            # a line of the cover stands out of its place
            is_broken = breaks_off_in_ordinal(" ".join(lines), language)
            is_parted = above is not None and above.role != "title"
            is_own = is_parted and _is_called_otherwise(block.text, lines, language)
            if is_broken or is_own or _goes_further(block.text, lines, language):
                # a page cuts the title of the cover below it short
                lines, is_ended = [], False
            elif _is_said_again(block.text, lines, language):
                # the title of the cover once more, above the text
                break
            if _is_collection(lines, language) and read_number(block.text):
                # the title of the resolutions, above that of the one that the page gives
                lines, is_ended = [], False
            is_subject = is_ended and _takes_subject(lines, block.text, language)
            if is_ended and is_whole(lines, language) and not is_subject:
                break
            if is_ended and find_opening("document_types", block.text, language):
                # below ``RESOLUTIONS / ADOPTED BY …`` the title of the one that the page gives
                lines = []
            lines, is_ended = add_lines(lines, block.text.split("\n"), language)
        above = block
    lines = _leave_menu(cut_posted_days([line for line in lines if line != ABOVE], language), language)
    lines = _leave_bare_type(_keep_repeated(_leave_page_title(lines, language), language), language)
    lines = _leave_release(lines, blocks, language)
    numbers = {number.normal for line in lines if (number := read_number(line))}
    if len(numbers) > 1:
        # the lines of an index
        lines = [line for line in lines if read_number(line) is None]
    elif numbers and _is_collection(lines, language):
        lines = lines[next(place for place, line in enumerate(lines) if read_number(line)) :]
    joined = cut_site_name(" ".join(_leave_session(_leave_law(lines, language), language)), blocks, language)
    bracketed = _BRACKETED.fullmatch(joined)
    joined = cut_type_above(cut_repeat(bracketed["title"] if bracketed else joined), language)
    title = cut_place(cut_day_in_brackets(cut_theme_above(joined, language), language), language)
    if load_pattern("organisation", language).fullmatch(title.strip()) or _CONTACT.search(title):
        # the letterhead of a page, or a cover with all that stands on it
        return None
    # a comma goes on with the place on a line of its own
    title = cut_letterhead(cut_theme(title, language), language)
    return cut_session(cut_adoption(title, language), language).rstrip(" ,،|") or None


def _leave_release(lines: list[str], blocks: Sequence[Block], language: Language) -> list[str]:
    """The lines of a headline without the words that a text is a press release.

    ``COMMUNIQUÉ`` alone above it is the name of a site's column where another line says that it is one.
    """
    if len(lines) <= 1:
        return lines
    release = load_pattern("release_line", language)
    front = (line for block in blocks if block.role in {"title", "header"} for line in block.text.split("\n"))
    typed = read_type(find_opening("document_types", lines[0], language), language)
    is_column = typed == "communique" and not is_whole(lines[:1], language) and any(map(release.match, front))
    if is_column and find_body(" ".join(lines), language) is None:
        lines = lines[1:]
    return [line for line in lines if not release.match(line)] or lines


def _leave_bare_type(lines: list[str], language: Language) -> list[str]:
    """The lines without those that are no more than a type with which another, whole one begins: ``STATEMENT``.

    A site prints it above ``Statement of the General Secretariat on …``, or below; a cover goes on from it: ``REPORT``,
    ``OF THE FIRST SESSION``.
    """
    typed = [find_opening("document_types", line, language) for line in lines]
    kinds = [read_type(match, language) for match in typed]
    bare = [
        match is not None and not line[match.end("form") :].strip(TRIM)
        for line, match in zip(lines, typed, strict=True)
    ]
    told = {
        kind
        for kind, line, is_bare in zip(kinds, lines, bare, strict=True)
        if not is_bare and is_whole([line], language)
    }
    return [
        line for line, kind, is_bare in zip(lines, kinds, bare, strict=True) if not is_bare or kind not in told - {None}
    ]


def _leave_law(lines: list[str], language: Language) -> list[str]:
    """The lines from the title of a statute on, below a law of a state that ratifies or publishes it."""
    law = load_pattern("law_title", language)
    titled = next((place for place, line in enumerate(lines) if read_statute_type(line, language)), 0)
    return lines[titled:] if any(law.search(line) for line in lines[:titled]) else lines


def _is_collection(lines: Sequence[str], language: Language) -> bool:
    """Whether a title is that of several documents: ``RESOLUTIONS ON …``, ``قرارات بشأن …``, none of them numbered.

    A site calls a column so, too: ``OIC – Resolutions``; the report may stand before them: ``REPORT AND RESOLUTIONS``.
    """
    if not lines:
        return False
    if load_pattern("report_and_resolutions", language).match(lines[0]):
        return True
    ours = load_pattern("organisation", language).match(lines[0])
    named = find_opening("document_types", lines[0][ours.end() if ours else 0 :].lstrip(TRIM), language)
    return named is not None and named.group("form").lower().endswith(PLURAL) and read_number(lines[0]) is None


def _is_cut_of(lines: Sequence[str], text: str) -> bool:
    """Whether lines of a title end in dots, and a text begins with what stands before these and goes on."""
    above = " ".join(lines)
    dots = _CUT_AT_END.search(above)
    begun = _squeeze(above[: dots.start()]) if dots else ""
    return len(begun) >= _LEAST_AGAIN and _squeeze(text).startswith(begun)


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


def _leave_menu(lines: list[str], language: Language) -> list[str]:
    """The lines of a headline from the first of several words on, below entries of a menu that no gap parts from it."""
    longer = next((place for place, line in enumerate(lines) if len(line.split()) > _WORDS_OF_ENTRY), 0)
    entries = "\n".join(lines[: min(longer, _ENTRIES)])
    return lines[longer:] if longer >= _ENTRIES and _is_menu(entries, language) else lines


def _heads_page(title: str, language: Language) -> bool:
    """Whether a title says that the text is given below, in full or in part: what heads a page, and no document.

    ``Full text of the final communiqué of …``, ``Declaration of … (document)``, ``(continued) Tenth Session, …``. The
    text of a draft is the draft itself.
    """
    given = load_pattern("text_of", language).match(title) and not load_pattern("status_draft", language).match(title)
    return bool(given or load_pattern("page_heading", "en").search(title))


def _takes_subject(lines: Sequence[str], below: str, language: Language) -> bool:
    """Whether lines below who adopted the text are the subject of the number above: ``ON THE WELLS``."""
    return is_bare_number(" ".join(lines)) and load_pattern("subject_line", language).match(below) is not None


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


def _is_called_otherwise(text: str, lines: Sequence[str], language: Language) -> bool:
    """Whether a title below other lines begins with the type that the page's title above names in other words.

    ``5th Conference on Food - speech of the Secretary General``, the day, ``Speech of H.E. …, at the 5th Conference``.
    """
    if not lines or find_opening("document_types", lines[0], language) is not None:
        return False
    if load_pattern("status_draft", language).match(lines[0]):
        # a cover that calls the text a draft says more than the title below it
        return False
    begun = read_type(find_opening("document_types", text, language), language)
    said = read_type(find_form("document_types", " ".join(lines), language), language)
    return begun is not None and begun == said and is_whole(text.split("\n"), language)


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
        and is_whole([lines[0]], language)
        and is_whole(lines[place:], language)
    ]
    return lines[again[-1] :] if again else lines


def _keep_repeated(lines: list[str], language: Language) -> list[str]:
    """The title that stands once more above the text, below the cover or the list of all that a page holds."""
    squeezed = [_squeeze(line) for line in lines]
    whole, starts = "".join(squeezed), [0, *accumulate(map(len, squeezed))]

    def comes_again(place: int) -> bool:
        return whole.find(whole[starts[place] :], 0, starts[place]) >= 0

    # where all lines from one on stand above it, so do those from any later one on
    first = bisect_left(range(1, len(lines)), True, key=comes_again) + 1  # noqa: FBT003  (what is looked for)
    for place in range(first, len(lines)):
        is_long = len(whole) - starts[place] >= _LEAST_AGAIN
        if is_long and find_form("document_types", lines[place], language):
            # a cover that calls the text a draft says more than the title below it
            is_draft = load_pattern("status_draft", language).match(lines[0]) is not None
            return lines[:place] if is_draft else lines[place:]
    return lines


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", text)).lower()


def _name_body(lines: Sequence[str], language: Language) -> bool:
    """Whether lines above the title of a statute name the body that gave it, its session broken over them perhaps."""
    is_open = load_pattern("ends_open", language).search(lines[-1]) is not None
    return not is_open and find_body(" ".join(lines), language) is not None


def _leave_session(lines: Sequence[str], language: Language) -> Sequence[str]:
    """The lines from the one that begins with a type on, where those above it only name the session and its motto."""
    for place, line in enumerate(lines):
        match = find_form("document_types", line, language)
        if match is None and place and read_statute_type(line, language):
            return lines[place:] if _name_body(lines[:place], language) else lines
        if match is None:
            continue
        is_whole = match.start("form") == 0 or match.end("form") == len(line.rstrip(" .:"))
        return lines[place:] if is_whole and names_session(lines[:place], language) else lines
    return lines
