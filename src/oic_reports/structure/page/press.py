"""The lead that a newspaper or an agency puts above a meeting's own text.

Shapes as printed: ``The following is the full text of the communiqué:``; ``Voici le texte intégral :``;
``وفيما يلي نص البيان الختامي:``; a paragraph with a dateline (``ISLAMABAD, 19 Dec (APP): …``,
``الدوحة في 12 نوفمبر /قنا/``) above the title or the first words of a declaration. A dateline that stands in front of
the meeting's own first sentence is no lead: that paragraph is the text's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_opening
from oic_reports.structure.lines.numbering import find_candidates
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_vowels, is_closed
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names.bodies import find_body, names_organisation
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.page.hosted import is_hosts_caption

# paragraphs from the top among which a lead ends: a headline, a byline, a story of some paragraphs
_REACH = 15
# lines above a lead without a dateline: a headline, and what the page calls the text
_HEADLINES = 2
# code points behind the formula on its line beyond which the text itself runs on there, so that no line ends the lead
_RUN_IN = 60
# code points at the end of lines in which a mark or words close them
_END_REACH = 200
# code points of a line that is a title, and of one before its type
_TITLE_LENGTH = 160
_TYPE_REACH = 30
# code points of a sentence that tells of a meeting
_STORY = 80
_CUT = ("...", "…")
# a colon and the mark that opens a quotation, which a site may print the wrong way round
_QUOTATION = compile_pattern(r":\s*[«»\"“”]\s*")
_QUOTATION_END = compile_pattern(r"[«»\"“”]")


class _Paragraph(NamedTuple):
    """The text of lines that no gap parts, and the index of the last of them."""

    text: str
    last: int


def find_press_lead(lines: Sequence[PrintedLine], language: Language) -> int | None:
    """The index of the last line of a press lead above the meeting's own text, or None where there is none.

    Args:
        lines: the printed lines of one document, from its top.
        language: the language of the document.
    """
    paragraphs = _join(lines)
    found = _find_announced(paragraphs, lines, language)
    if found is None:
        found = _find_dateline(paragraphs, language)
    if found is None:
        found = _find_told_twice(paragraphs, language)
    if found is None:
        found = _find_given(lines)
    return None if found is None or found >= len(lines) - 1 else found


def find_quoted_text(text: str, language: Language) -> int | None:
    """Where a text begins that a newspaper quotes behind the words that lead to it; None where it quotes none.

    ``وجاء في البيان الختامي: «إدراكا منا …``: a preamble, whose quotation does not end in the same paragraph.
    """
    mark = _QUOTATION.search(text)
    if mark is None or _QUOTATION_END.search(text, mark.end()):
        return None
    leads = _leads_to_text(text[: mark.start() + 1], language)
    return mark.end() if leads and _enacts(text[mark.end() :], language) else None


def _join(lines: Sequence[PrintedLine]) -> list[_Paragraph]:
    joined: list[range] = []
    end = ""
    for index, line in enumerate(lines):
        goes_on = bool(joined) and not line.after_gap and not _ends(end, line.language)
        if goes_on and not find_candidates(line.text):
            joined[-1] = range(joined[-1].start, index + 1)
            end = f"{end} {line.text}"[-_END_REACH:]
        elif len(joined) == _REACH:
            break
        else:
            joined.append(range(index, index + 1))
            end = line.text[-_END_REACH:]
    return [_Paragraph(" ".join(lines[index].text for index in run), run[-1]) for run in joined]


def _ends(text: str, language: Language) -> bool:
    """Whether lines that end so are a paragraph: a mark closes them, or words that lead to the text below without."""
    return is_closed(text) or load_pattern("leads_below", language).search(text) is not None


def _find_announced(paragraphs: Sequence[_Paragraph], lines: Sequence[PrintedLine], language: Language) -> int | None:
    """The last line of the paragraph that says that the text follows, before any numbered paragraph.

    A headline may say so too (``Here is the text of the communiqué``): a line with a colon below its story goes before.
    """
    declares, article = load_pattern("declaring", language), load_pattern("article_line", language)
    headline: int | None = None
    for place, paragraph in enumerate(paragraphs):
        if _is_numbered(paragraph.text) or (headline is not None and declares.match(paragraph.text)):
            break
        if article.match(paragraph.text):
            # the text itself has begun
            break
        below = paragraphs[place + 1].text if place + 1 < len(paragraphs) else ""
        # no gap may part the lead from the headline above it
        told = (paragraph.text, lines[paragraph.last].text)
        if declares.match(drop_vowels(below)) and any(_leads_to_text(text, language) for text in told):
            return paragraph.last
        if find_quoted_text(f"{paragraph.text} {below}", language) == len(paragraph.text) + 1:
            return paragraph.last
        if place <= _HEADLINES and _leads_to_text(paragraph.text, language) and _begins_preamble(below, language):
            return paragraph.last
        if load_pattern("text_caption", language).match(paragraph.text) and _enacts(below, language):
            return paragraph.last
        start = _find_formula(paragraph, language)
        if start is None or is_hosts_caption(paragraph.text, below):
            continue
        _, colon, behind = paragraph.text[start:].partition(":")
        if colon:
            return headline if len(behind) > _RUN_IN else paragraph.last
        if headline is None:
            headline = paragraph.last
    return headline


def _begins_preamble(text: str, language: Language) -> bool:
    """Whether a paragraph names who met and breaks off with a comma or a semicolon, as the first of a preamble does."""
    return text.rstrip().endswith((",", ";", "،", "؛")) and load_pattern("enacting", language).match(text) is not None


def _enacts(text: str, language: Language) -> bool:
    """Whether a paragraph is the first of a text: who met, or a participle of its preamble."""
    is_opened = find_opening("preambular_openings", drop_vowels(text), language) is not None
    return is_opened or load_pattern("enacting", language).match(text) is not None


def _leads_to_text(text: str, language: Language) -> bool:
    """Whether a paragraph names the text below it, and who met speak there: ``خرج المؤتمر بإعلان باكو وجاء فيه:``."""
    named = find_form("document_types", text, language)
    is_part = load_pattern("in_part", language).search(text) is not None
    if named is None or is_part or find_opening("document_types", text, language):
        return False
    *_, (start, end) = split_sentences(text)
    return text.endswith(":") and load_pattern("text_announced", language).search(text[start:end]) is not None


def _find_formula(paragraph: _Paragraph, language: Language) -> int | None:
    """Where in a paragraph the words begin that say that a text follows; None where it does not say so."""
    says, issued = load_pattern("press_text", language), load_pattern("press_issued", language)
    # who sends a text under a letter says so in the same words
    match = None if load_pattern("transmits", language).search(paragraph.text) else says.search(paragraph.text)
    if match is None and _has_dateline(paragraph, language):
        match = issued.search(paragraph.text)
    return match.start() if match else None


def _find_dateline(paragraphs: Sequence[_Paragraph], language: Language) -> int | None:
    """The last line before the title or the opening words of a text below a paragraph with a dateline."""
    dated = next((i for i, paragraph in enumerate(paragraphs) if _has_dateline(paragraph, language)), None)
    if dated is None:
        return None
    declares = load_pattern("declaring", language)
    for place in range(dated + 1, len(paragraphs)):
        text = paragraphs[place].text
        if _is_title(text, language) or declares.match(text):
            return paragraphs[place - 1].last
        if _is_numbered(text):
            return None
    return None


def _find_told_twice(paragraphs: Sequence[_Paragraph], language: Language) -> int | None:
    """The last line above the number one that tells with its day that the meeting was held, which prose above told.

    A text of the meeting's own tells it once: ``1. The Meeting was opened by …`` has no day.
    """
    first = next((i for i, paragraph in enumerate(paragraphs) if _is_numbered(paragraph.text)), 0)
    number = next(iter(find_candidates(paragraphs[first].text)), None)
    if not first or number is None or number.ordinal != 1 or not _tells_day(number.rest, language):
        return None
    told = any(is_closed(paragraph.text) and _tells_day(paragraph.text, language) for paragraph in paragraphs[:first])
    return paragraphs[first - 1].last if told else None


def _find_given(lines: Sequence[PrintedLine]) -> int | None:
    """The last line above the numbered title of a resolution with who acts below it, where prose stands above it.

    A ministry tells of a session, and gives one of its resolutions: ``Resolution No. 3/4-POL on Wells`` above ``The
    Fourth Session …, held in``. Above it nobody acts, nothing is numbered and no line begins
    as the title of a text.
    """
    for index, line in enumerate(lines[: _REACH * 2]):
        below = lines[index + 1 : index + 3]
        if read_number(line.text) is not None and not line.is_closed and any(one.enacts for one in below):
            above = lines[:index]
            told = [one for one in above if one.is_closed and len(one.text) >= _STORY and one.tells_of_meeting]
            return index - 1 if told else None
        is_numbered = any(candidate.ordinal is not None for candidate in line.candidates)
        is_title = find_opening("document_types", line.plain, line.language) is not None and not line.is_closed
        acts = load_pattern("body_acts", line.language).match(line.plain) is not None
        begins_text = line.participle is not None or (line.enacts and not line.is_closed) or acts
        if begins_text or is_numbered or line.symbol or is_title:
            return None
    return None


def _tells_day(text: str, language: Language) -> bool:
    """Whether a text begins with a sentence that tells on which day the OIC or a body of it met."""
    sentence = text[slice(*split_sentences(text)[0])]
    is_ours = names_organisation(sentence, language) or find_body(sentence, language) is not None
    days = any(date.precision == "day" for date in find_dates(sentence, language))
    return is_ours and days and load_pattern("meeting_finite", language).search(sentence) is not None


def _is_numbered(text: str) -> bool:
    """Whether a paragraph begins with a number or a letter; a star or a dash stands before datelines too."""
    return any(candidate.ordinal is not None for candidate in find_candidates(text))


def _has_dateline(paragraph: _Paragraph, language: Language) -> bool:
    """Whether a paragraph of prose begins with a place, a day and an agency, or with the first of them and a dash."""
    # a title that a viewer cut short (``RAPPORT DE LA TRENTE-SEPTIÈME …``) is no prose
    is_prose = is_closed(paragraph.text) and not paragraph.text.endswith(_CUT)
    # ``AGENDA ITEM 2: Transport`` is no place
    is_prose = is_prose and load_pattern("agenda_item", language).match(paragraph.text) is None
    return is_prose and load_pattern("dateline", language).match(paragraph.text) is not None


def _is_title(text: str, language: Language) -> bool:
    match = find_form("document_types", text, language)
    is_short = len(text) < _TITLE_LENGTH and not is_closed(text)
    return match is not None and is_short and match.start("form") <= _TYPE_REACH
