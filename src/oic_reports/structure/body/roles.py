"""Roles that follow from the paragraphs around: the opening, the ceremony, the first act below a preamble."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.body.deciding import decides_behind_comma, has_acting_clause, names_actors
from oic_reports.structure.body.joining import opens_recital
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.forms import find_form, find_opening, is_preambular
from oic_reports.structure.lines.numbering import is_number
from oic_reports.structure.lines.printed_lines import drop_vowels

# what stands between paragraphs and is not of the text
ASIDE_ROLES = ("boilerplate", "page_mark", "running_header", "footnote")
# quotation marks, dashes and characters that could not be read, before the first word
LEADING_MARKS = compile_pattern(r"^[^\w(\[]+")
QUOTES = " «“»”\"'\ufffd"
# characters in which the verb stands that tells of the meeting; the first sentence may name other meetings before
_OPENING_REACH = 200
_FIRST_REACH = 400
# characters of a formula at the end of a text
_FORMULA = 140
_TEXT_ROLES = ("preamble", "operative", "list_item", "table")
# participles that make a preamble, and paragraphs above them
_SEVERAL = 2
_PARAGRAPHS_ABOVE = 3
_TO_BE = compile_pattern(r"\bbe\s+$")
_GOES_ON = (",", "،", ";", "؛", ":")


def tells_opening(text: str, language: Language, reach: int = _OPENING_REACH) -> bool:
    """Whether a paragraph tells that the meeting was held; ``cannot be held`` does not."""
    text = drop_vowels(text[:reach])
    match = find_form("opening_verbs", text, language)
    return match is not None and not _TO_BE.search(text[: match.start("form")])


def is_first_act(text: str, above: Paragraph | None, language: Language) -> bool:
    """Whether a paragraph acts, in a whole sentence, right below participles: numbers further down are another's."""
    if above is None or above.role != "preamble" or not above.ending.endswith(_GOES_ON):
        return False
    is_act = load_pattern("act_opening", language).match(text) is not None and text.rstrip(QUOTES)[-1:] == "."
    return is_act and is_preambular(above.text_raw, language)


def settle_roles(paragraphs: Sequence[Paragraph], language: Language, *, is_later_part: bool = False) -> None:
    """Roles now that all paragraphs are known.

    The first is preamble if it tells that the meeting was held and none did before; what a later part of a document
    begins with does not. Where bullets or letters are what is decided, what stands above them is preamble, but for an
    act below participles.
    """
    for paragraph in [] if is_later_part else paragraphs:
        if paragraph.role == "preamble":
            break
        if paragraph.role == "operative":
            is_bullet = paragraph.label is not None and paragraph.label.candidate.ordinal is None
            enacts = load_pattern("enacting", language).match(paragraph.text_raw)
            acts = load_pattern("body_acts", language).match(paragraph.text_raw)
            if not is_bullet and not acts and (enacts or tells_opening(paragraph.text_raw, language, _FIRST_REACH)):
                paragraph.role = "preamble"
            break
    _settle_closing(paragraphs, language)
    _settle_clauses(paragraphs, language)
    _settle_further_clauses(paragraphs, language)
    _settle_numbered_clauses(paragraphs, language)
    _settle_accepted(paragraphs, language)
    _settle_ceremony(paragraphs, language)
    labelled = [(i, p.label) for i, p in enumerate(paragraphs) if p.role == "operative" and p.label is not None]
    if not labelled or is_number(labelled[0][1].candidate):
        return
    above: Paragraph | None = None
    article = load_pattern("article_line", language)
    for paragraph in paragraphs[: labelled[0][0]]:
        if paragraph.role == "heading" and article.match(drop_vowels(paragraph.text_raw)):
            # below its first article a text declares, with letters or without
            break
        if paragraph.role == "operative" and not is_first_act(paragraph.text_raw, above, language):
            paragraph.role = "preamble"
        above = above if paragraph.role in ASIDE_ROLES else paragraph


def is_closing(text: str, language: Language) -> bool:
    """Whether a text is one of the formulas with which texts end, or takes leave of listeners and says no more.

    ``والله أعلم``, ``And Allah knows best``; thanks, wishes and greetings: ``I thank you for your attention.``
    """
    if len(text) > _FORMULA:
        return False
    names: tuple[PatternName, ...] = ("closing_formula", "farewell")
    return any(load_pattern(name, language).fullmatch(drop_vowels(text)) for name in names)


def _settle_closing(paragraphs: Sequence[Paragraph], language: Language) -> None:
    """The formulas below the last paragraph of the text, and the thanks that end a speech: above it they are of it."""
    text = [p for p in paragraphs if p.role in _TEXT_ROLES]
    while len(text) > 1 and text[-1].label is None and is_closing(text[-1].text_raw, language):
        formula = text.pop()
        formula.role, formula.subrole = "closing", "end_mark"


def _settle_clauses(paragraphs: Sequence[Paragraph], language: Language) -> None:
    """The participles of a preamble, and what stands above them, whatever it tells, unless somebody acts.

    One among them (``Recalls …;``) is of the preamble as they are.
    """
    text = [p for p in paragraphs if p.role in {"preamble", "operative"}]
    clauses = [place for place, p in enumerate(text) if _is_clause(p, language)]
    if len(clauses) < _SEVERAL or clauses[0] > _PARAGRAPHS_ABOVE:
        return
    above = text[: clauses[0]]
    acts = [load_pattern(name, language) for name in ("body_acts", "act_opening")]
    if any(p.label is not None or any(act.match(drop_vowels(p.text_raw)) for act in acts) for p in above):
        return
    last = clauses[0]
    for number, place in enumerate(clauses[1:], 1):
        follows = clauses[number + 1 : number + 2] == [place + 1]
        is_among = place - 1 == last + 1 and follows and text[last + 1].label is None
        # ``We pledge:`` above ``to mend …``
        is_among = is_among and not load_pattern("leads_to", language).search(text[last + 1].text_raw)
        if place > last + 1 and not is_among:
            break
        last = place
    for paragraph in text[: last + 1]:
        paragraph.role = "preamble"


def _settle_further_clauses(paragraphs: Sequence[Paragraph], language: Language) -> None:
    """Participles between numbers that begin anew: a resolution without a title stands below another.

    What stands right above them and goes on in them says who acts.
    """
    text = [p for p in paragraphs if p.role in {"preamble", "operative"}]
    for place, paragraph in enumerate(text):
        if paragraph.label is None or paragraph.label.candidate.ordinal != 1:
            continue
        first = place
        while first and text[first - 1].label is None and text[first - 1].role == "operative":
            first -= 1
        above = text[first:place]
        if len(above) < _SEVERAL or not first:
            continue
        begins = 0 if _is_clause(above[0], language) else 1
        is_led = not begins or above[0].ending.endswith(_GOES_ON)
        if is_led and len(above) - begins >= _SEVERAL and all(_is_clause(p, language) for p in above[begins:]):
            for recital in above:
                recital.role, recital.subrole = "preamble", None


def _settle_numbered_clauses(paragraphs: Sequence[Paragraph], language: Language) -> None:
    """Participles that are numbered, from the first number on, above the one that acts: the numbers may go on there.

    ``1. We, the Ministers, …, 2. Recalling …; Hereby resolve to: 3. Build …``; who acts may stand above or among them.
    A list that a line leads to (``the following measures:``) is what was decided, however it begins.
    """
    text = [p for p in paragraphs if p.role in {"preamble", "operative"}]
    first = next((place for place, p in enumerate(text) if p.label is not None), 0)
    if first and (text[first - 1].ending.endswith(":") or any(p.role == "operative" for p in text[:first])):
        return
    end, clauses = first, 0
    while end < len(text) and _is_numbered_clause(text[end], language, is_first=end == first):
        clauses += not names_actors(text[end].text_raw, language)
        end += 1
    acts = [load_pattern(name, language) for name in ("act_opening", "body_acts")]
    if clauses < _SEVERAL or end == len(text):
        return
    leads = text[end].label is None and text[end].ending.endswith(":") and len(text[end].text_raw) <= _FORMULA
    if leads or any(act.match(drop_vowels(text[end].text_raw)) for act in acts):
        for paragraph in text[first : end + leads]:
            paragraph.role = "preamble"


def _is_numbered_clause(paragraph: Paragraph, language: Language, *, is_first: bool) -> bool:
    """Whether a paragraph with a number opens as a recital, and nobody acts in it, or is the first and names who acts.

    One without a number may say who acts among those that have one.
    """
    text = drop_vowels(paragraph.text_raw)
    if names_actors(text, language):
        return (is_first or paragraph.label is None) and paragraph.ending.endswith(_GOES_ON)
    if paragraph.label is None or paragraph.label.candidate.ordinal is None:
        return False
    opens = find_opening("preambular_openings", text, language) is not None or opens_recital(text, language)
    acts = has_acting_clause(text, language) or decides_behind_comma(text, language)
    return opens and (paragraph.ending.endswith(_GOES_ON) or not acts)


def _settle_accepted(paragraphs: Sequence[Paragraph], language: Language) -> None:
    """What stands above the first chapter or article of a charter, down to where those who agree say that they do.

    ``Have agreed to … and adopted this Charter.``: the aims above it, in infinitives or behind bullets, decide nothing.
    """
    text = [p for p in paragraphs if p.role not in ASIDE_ROLES]
    heads = (place for place, p in enumerate(text) if p.role == "heading" and _heads_articles(p))
    first = next(heads, 0)
    above = text[:first]
    accepts = load_pattern("accepts_statute", language)
    if (
        not above
        or above[-1].role not in {"preamble", "operative", "list_item"}
        or not accepts.match(drop_vowels(above[-1].text_raw))
    ):
        return
    for paragraph in above:
        is_plain = paragraph.label is None or paragraph.label.candidate.ordinal is None
        if paragraph.role in {"operative", "list_item"} and is_plain:
            paragraph.role = "preamble"


def _heads_articles(paragraph: Paragraph) -> bool:
    return paragraph.lines[0].is_chapter or paragraph.lines[0].is_article


def _is_clause(paragraph: Paragraph, language: Language) -> bool:
    """Whether a paragraph without a label opens as a recital, and goes on in the next or says nothing more."""
    text = drop_vowels(paragraph.text_raw)
    opens = find_opening("preambular_openings", text, language) is not None or opens_recital(text, language)
    if paragraph.label is not None or not opens:
        return False
    return paragraph.ending.endswith(_GOES_ON) or not has_acting_clause(text, language)


def _settle_ceremony(paragraphs: Sequence[Paragraph], language: Language) -> None:
    """Numbered paragraphs that tell of the opening, right after the first one, are preamble too."""
    ceremony, acts = (load_pattern(name, language) for name in ("ceremony", "acts"))
    numbered = [p for p in paragraphs if p.label is not None and p.role in {"preamble", "operative"}]
    if not numbered or numbered[0].role != "preamble":
        return
    for paragraph in numbered[1:]:
        text = paragraph.text_raw[:_OPENING_REACH]
        if paragraph.role == "operative" and (not ceremony.search(text) or acts.search(text)):
            break
        paragraph.role = "preamble"
