"""The role of a paragraph that has no label: preamble or operative, by its own words and by what stands above it."""

from __future__ import annotations

from oic_reports.model import Role
from oic_reports.resources import load_pattern
from oic_reports.structure.body.body_so_far import BodySoFar
from oic_reports.structure.body.deciding import acts_behind_comma, has_acting_clause, is_deciding, names_actors
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.body.roles import LEADING_MARKS, QUOTES, is_first_act, tells_opening
from oic_reports.structure.forms import find_forms, find_opening, fold_form, is_preambular, load_forms
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_vowels, is_closed

# characters of a first paragraph in which it tells that a session ended
_OPENING = 200
_COMMAS = (",", "،")


def make_unlabelled(body: BodySoFar, index: int, line: PrintedLine, rule: str) -> Paragraph:
    """The paragraph that begins with the line at ``index``, which has no label, by a rule."""
    text = line.text
    if body.in_annex:
        return Paragraph.of("annex", line, rule)
    if body.has_number:
        is_clause = line.participle is not None and text[-1:] != "."
        if is_clause and body.numbers_left and not body.has_acted():
            # numbers stand before the participles, on what tells of the meeting
            return Paragraph.of("preamble", line, rule)
        if body.is_above_lead(index):
            return Paragraph.of("preamble", line, rule)
        return Paragraph.of("operative", line, rule, subrole="continuation")
    return Paragraph.of(choose_role(body, text), line, rule)


def choose_role(body: BodySoFar, text: str, own: Paragraph | None = None) -> Role:
    """The role of a paragraph without a label, before any number; ``own`` is the paragraph, where it is begun."""
    if body.in_articles:
        return "operative"
    language = body.language
    text = drop_vowels(text)
    has_acted = body.has_operative(own)
    if not has_acted and load_pattern("body_acts", language).match(text):
        return "preamble" if body.counts_on else "operative"
    text = LEADING_MARKS.sub("", text)
    above = body.find_above(own)
    if is_first_act(text, above, language):
        return "operative"
    acts_within = text.rstrip(QUOTES)[-1:] == "." or acts_behind_comma(text, language)
    if has_acted and acts_within and find_opening("preambular_openings", text, language):
        # ``Recalling its resolution, the Meeting urged …``: no preamble stands below an act
        return "preamble" if body.counts_on else "operative"
    # what a later part begins with goes on from the sentence that its page cuts
    is_opening = not has_acted and (above.role == "preamble" if above else not body.is_later_part)
    if is_opening and _is_clause(body, text):
        return "preamble"
    is_act = load_pattern("act_opening", language).match(text) is not None
    if body.in_section and (is_act or (is_closed(text) and not is_preambular(text, language))):
        return "operative"
    speaks_for_itself = load_pattern("first_person", language).match(text) is not None
    is_preamble = (
        body.counts_on
        or load_pattern("invocation", language).match(text) is not None
        or is_preambular(text, language)
        or (is_deciding(text, language) and not (speaks_for_itself and has_acted))
        or (not has_acted and (names_actors(text, language) or _tells_of_meeting(body, text)))
        # ``The Member States of the Organisation,``: who acts, and the act is still to come
        or (not has_acted and text.rstrip(QUOTES + " ").endswith(_COMMAS))
    )
    return "preamble" if is_preamble else "operative"


def _is_clause(body: BodySoFar, text: str) -> bool:
    """Whether a paragraph among those of a preamble begins as one, though a full stop ends it."""
    form = load_pattern("preambular_form", body.language).match(text)
    is_act = load_pattern("act_opening", body.language).match(text)
    return form is not None and not is_act and not has_acting_clause(text, body.language)


def _tells_of_meeting(body: BodySoFar, text: str) -> bool:
    if body.is_later_part:
        return False
    came = load_pattern("attendance", body.language).match(text) is not None
    ended = body.find_above() is None and load_pattern("closes_session", body.language).search(text[:_OPENING])
    return (
        came
        or bool(ended)
        or tells_opening(text, body.language)
        or _is_told(body, text)
        or _is_circumstance(body, text)
    )


def _is_circumstance(body: BodySoFar, text: str) -> bool:
    """Whether a paragraph begins with a preposition and ends inside the sentence that who acts begins."""
    return text.rstrip().endswith(_COMMAS) and bool(load_pattern("prepositional", body.language).match(text))


def _is_told(body: BodySoFar, text: str) -> bool:
    """Whether a paragraph above the first act tells who spoke or came; in minutes that is what the text is for."""
    if body.is_extract or not load_pattern("person_speaks", body.language).match(text):
        return False
    return _is_minutes(body) is False


def _is_minutes(body: BodySoFar) -> bool | None:
    """Whether the head names a report, which tells who said what; None where it names no type at all."""
    forms = load_forms("document_types", body.language)
    types = [
        forms[fold_form(match.group("form"), body.language)]["document_type"]
        for line in body.marked.lines[: body.marked.start]
        for match in find_forms("document_types", line.text, body.language)
    ]
    return "report" in types if types else None
