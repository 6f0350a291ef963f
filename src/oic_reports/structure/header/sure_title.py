"""Whether what stands where a title would is one, and says nothing else: a title that is not sure is not stated.

A title names a type of document at its beginning or its end, or the number of a resolution; a press release and a
speech have a headline. What other columns hold is no part of it.
"""

from __future__ import annotations

import re

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates, find_numeric_dates
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_forms, find_opening
from oic_reports.structure.lines.marks import find_symbol, is_origin_note
from oic_reports.structure.lines.menus import holds_menu
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names.bodies import find_body, is_acronym
from oic_reports.structure.names.sessions import find_sessions

# the end of a sentence inside a title: what follows is a caption or a lead; ``Prof.`` ends none
_SENTENCE_INSIDE = compile_pattern(r"[a-zà-ÿ\u0621-\u064a]{5,}[.!?؟]\s+\W*(?=[A-ZÀ-Þ\u0621-\u064a])")
# a viewer of documents cuts the name of a file, in its middle or at its end: ``RESOLUTIONS ON … in the Sahel...``; more
# dots than three are an ornament
_CUT = compile_pattern(r"(?<![.…])(?:…|\.{3})(?![.…])")
# code points before the type that begins a title (``TEXT OF THE FINAL COMMUNIQUÉ``), or behind the one that ends it
_TYPE_REACH = 40
# words of the other script from which on a title is two columns in one: an acronym or a name has fewer
_COLUMN = 4
_LATIN, _ARABIC = re.compile(r"[A-Za-zÀ-ÿ]{2,}"), re.compile("[\u0621-\u064a]{2,}")
# an article and one word or two
_ORDINAL_AT_END = compile_pattern(r"\b(?:the|la|le)\s+[\w-]+(?:\s[\w-]+)?\s*$", re.IGNORECASE)
# the suffix of an ordinal without its figure, behind an article and before a word or two: ``XXIV th``, ``en RD Congo``
# are none
_SUFFIX_ALONE = compile_pattern(
    r"\b(?:the|la|le)\s+(?:[eèé]me|th|nd|rd)\s+(?P<counted>[^\W\d_]+(?:\s[^\W\d_]+)?)", re.IGNORECASE
)
# words of a person's name with a title before it
_NAME_WORDS = 8


def is_sure_title(title: str, language: Language, *, is_given_by_others: bool) -> bool:
    """Whether a title is the text's own, whole and alone.

    Args:
        title: the joined lines of the title blocks.
        language: the text's language.
        is_given_by_others: somebody else tells above the text that it follows, so that a headline is theirs.
    """
    if is_given_by_others and is_headline(title, language):
        return False
    if load_pattern("ends_open", language).search(title):
        # a line is lost
        return False
    if breaks_off_in_ordinal(title, language) or holds_menu(title):
        return False
    if load_pattern("counts_texts", language).search(title) and not find_opening("document_types", title, language):
        # ``OIC: several resolutions on Palestine adopted``: who tells of texts counts them
        return False
    if load_pattern("gives_below", language).search(title):
        # ``We printed the first parts of the communiqué; the last part follows:``
        return False
    if load_pattern("column_label", language).match(title) or load_pattern("file_language", language).search(title):
        # ``News and Press Releases`` is a column of a site, ``Wells Committee English Report`` a file
        return False
    if tells_act(title, language) or names_meeting_alone(title, language) or names_person_alone(title, language):
        return False
    if is_acronym(title, language):
        return False
    return _names_type_where_titles_do(title, language) and not _says_more(title, language)


def breaks_off_in_ordinal(title: str, language: Language) -> bool:
    """Whether a title ends with an ordinal whose word for a session stands on another line: ``… DE JAKARTA LA 3e``.

    Who adopted the text may stand behind it; or the figure is lost, and its suffix stands alone (``A LA EME SESSION``).
    In Arabic the word stands before its ordinal.
    """
    suffix = _SUFFIX_ALONE.search(title) if language != "ar" else None
    if suffix and load_pattern("meeting_noun", language).search(suffix["counted"]):
        return True
    adopted = load_pattern("status_adopted", language).search(title)
    above = (title[: adopted.start()] if adopted else title).rstrip()
    if language == "ar" or not _ORDINAL_AT_END.search(above):
        return False
    return any(found.end >= len(above) for found in find_sessions(f"{above} Session", language))


def is_headline(title: str, language: Language) -> bool:
    """Whether a title is that of a newspaper above a text that it gives: something acts in it.

    ``OIC meeting calls for peace``. A type that begins it is a title.
    """
    if find_opening("document_types", title, language):
        return False
    verb = load_pattern("headline_verb", language).search(title)
    named = find_form("document_types", title, language)
    return verb is not None and (named is None or verb.start() < named.start("form"))


def names_meeting_alone(title: str, language: Language) -> bool:
    """Whether a title is the name of a session and names no text: ``The Fourteenth Session of the Islamic Summit``.

    A headline in which the meeting does something is none.
    """
    if find_form("document_types", title, language) or load_pattern("headline_verb", language).search(title):
        return False
    is_session = load_pattern("session_line", language).match(title) is not None
    return is_session and bool(find_sessions(title, language)) and find_body(title, language) is not None


def names_person_alone(title: str, language: Language) -> bool:
    """Whether a title is the name of a person, as a newspaper prints it below a picture: ``Dr. Omar Sy``."""
    is_named = load_pattern("person_name", language).match(title) is not None
    is_headline_too = load_pattern("headline_verb", language).search(title) is not None
    is_typed = find_form("document_types", title, language) is not None
    return is_named and not is_headline_too and not is_typed and len(title.split()) <= _NAME_WORDS


def tells_act(title: str, language: Language) -> bool:
    """Whether a document acts in a title, which is a newspaper's headline then: ``OIC communiqué urges …``."""
    named = find_form("document_types", title, language)
    return named is not None and load_pattern("type_acts", language).match(title, named.end("form")) is not None


def _names_type_where_titles_do(title: str, language: Language) -> bool:
    """Whether the types that a title names stand where those of titles do, or none is named, as in a headline.

    In a menu (``About General Secretariat Resolutions Publications``) one stands among other words.
    """
    typed = [match.span("form") for match in find_forms("document_types", title, language)]
    if not typed or read_number(title) or find_body(title, language):
        return True
    return typed[0][0] <= _TYPE_REACH or len(title) - typed[-1][1] <= _TYPE_REACH


def _says_more(title: str, language: Language) -> bool:
    """Whether a title holds what is of another line: a symbol, an original language, who adopted it, days of two.

    A sentence that ends in it is a caption, or a newspaper's lead; with words left out it is a viewer's; in two scripts
    it is what two columns print beside each other.
    """
    if _SENTENCE_INSIDE.search(title) or _CUT.search(title):
        return True
    if min(len(script.findall(title)) for script in (_LATIN, _ARABIC)) >= _COLUMN:
        return True
    if load_pattern("adopted_line", language).match(title) or is_origin_note(title):
        return True
    if find_symbol(title) and find_form("document_types", title, language) and not read_number(title):
        return True
    if find_numeric_dates(title, language):
        # a site writes its days in figures: ``Thursday 1438/4/21 - 2017/01/19``
        return True
    subject = load_pattern("subject_of_title", language).search(title)
    own = title[: subject.start()] if subject else title
    days = {(found.iso, found.calendar) for found in find_dates(own, language) if found.precision == "day"}
    return len(days) > 1
