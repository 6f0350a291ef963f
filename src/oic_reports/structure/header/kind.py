"""Which type of document a report is."""

from __future__ import annotations

from dataclasses import dataclass

from oic_reports.codes import PatternName
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.body.deciding import declares_below
from oic_reports.structure.forms import find_form, find_forms, find_opening, fold_form, load_forms
from oic_reports.structure.header.number import names_several
from oic_reports.structure.header.passages import Passages
from oic_reports.structure.header.symbols import SymbolFacts
from oic_reports.structure.lines.resolutions import find_number
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.evidence import BLANK, Evidence, Passage
from oic_reports.structure.names.statute_types import read_statute_type

# code points behind ``here is the text of`` in which the type is named
_ANNOUNCED_REACH = 40
# verbs of a resolution, since a declaration may have one; code points of the verb that is quoted
_SEVERAL = 2
_VERB = 40
# what a sentence may say that it follows: one text of its own
_ANNOUNCED = frozenset({"final_communique", "communique", "declaration", "statement", "resolution", "press_release"})
# endings of the words for several texts
_PLURAL = ("s", "ات")
_ANNOUNCING: tuple[PatternName, ...] = ("press_text", "press_issued", "text_caption")


@dataclass(frozen=True, slots=True)
class KindFact:
    """A type of ``document_type_values.csv`` and what it rests on."""

    document_type: str
    evidence: Evidence


def decide_kind_of_document(passages: Passages, symbol: SymbolFacts, language: Language) -> KindFact | None:
    """The type that the title names, else a header line, the symbol, the words by which the text was issued.

    A text without any of them that tells of a meeting is a report of it.
    """
    if passages.spoken:
        # whatever the title calls it: ``Statement by the Secretary General at``
        return KindFact("speech", passages.spoken)
    if passages.statute:
        return KindFact(*passages.statute)
    release = _find_release(passages, language)
    if release:
        return release
    is_resolution = passages.has_participles and len(passages.resolving) >= _SEVERAL
    declared = None if is_resolution else _find_declared(passages, language)
    if declared and passages.heads_story:
        # a newspaper calls it what it likes
        return declared
    named = _find_named(passages, language)
    if named:
        return _find_release_beside(named, passages, language) or named
    if symbol.document_type:
        return KindFact(symbol.document_type, Evidence("symbol", symbol.raw, symbol.seq))
    issued = next((fact for one in passages.openings if (fact := _find_issued(one, language))), None)
    announced = issued or _find_announced(passages, language)
    if announced and announced is not issued and passages.lead_ins and is_resolution:
        # a newspaper above a text calls it what it likes
        announced = _find_itself(passages, language) or announced
    if announced:
        return announced
    if declared:
        return declared
    called = _find_itself(passages, language)
    if called:
        return called
    if passages.declaring and _declares_untitled(passages, language):
        return KindFact("declaration", passages.declaring)
    given = (*passages.lead_ins, *passages.announcements)
    if passages.has_participles or any(_is_announced(passage, language) for passage in given):
        # a preamble of participles is that of a resolution where an organ requests and decides below it; what a
        # newspaper gives in full is no report, whatever it calls it
        return KindFact("resolution", passages.resolving[0].quote(0, _VERB)) if is_resolution else None
    return _find_report(passages, language)


def _declares_untitled(passages: Passages, language: Language) -> bool:
    """Whether those who met speak themselves, and call what they say nothing.

    A communiqué of theirs has numbers; what they decide or agree on (``Have agreed on the following:``) may be a
    resolution or an agreement.
    """
    deciding = load_pattern("deciding_line", language)
    is_told = bool(passages.openings or passages.lead_ins)
    is_decided = any(deciding.match(lead.printed) for lead in passages.leads)
    return is_told and not (passages.titles or passages.is_numbered or is_decided)


def _find_itself(passages: Passages, language: Language) -> KindFact | None:
    """The type that a text calls itself: ``the present final communiqué``, ``implementation of this resolution``."""
    return next((fact for one in passages.selves if (fact := _name(one, one.printed, language))), None)


def _find_report(passages: Passages, language: Language) -> KindFact | None:
    """A report by the sentence that tells that a meeting met, of a text that says nothing else of itself.

    What is said by ``we`` reports nothing, nor does what calls itself by another type: ``Recommendations of``. The
    paragraphs of a report are numbered: prose on a meeting may be a press release, or what a site says of it.
    """
    unlisted = load_pattern("unlisted_type", language)
    is_unlisted = any(unlisted.match(title.printed) for title in passages.titles)
    if passages.is_of_leaders or not passages.is_numbered or is_unlisted:
        return None
    for passage in passages.openings:
        verb = find_form("opening_verbs", passage.printed, language)
        if verb and passage.is_finite and not load_pattern("declaring", language).match(passage.printed):
            return KindFact("report", passage.quote(*verb.span("form")))
    return None


def _find_named(passages: Passages, language: Language) -> KindFact | None:
    """The type that title or header name; the numbers of many resolutions are an index of what follows."""
    is_index = names_several(passages)
    if not is_index and (numbered := _read_number_word(passages, on_its_own=True)):
        return numbered
    given = None if is_index else _find_given(passages, language)
    if given:
        return given
    of_page = _find_titles_of_others(passages, language)
    for passage in passages.fronts:
        if passage.seq in of_page:
            continue
        named = None if is_index and find_number(passage.printed) else _name(passage, passage.printed, language)
        if named:
            return named
    return None if is_index else _read_number_word(passages)


def _find_given(passages: Passages, language: Language) -> KindFact | None:
    """The resolution that a page gives below the title of a report and of all resolutions, by its number."""
    collected = load_pattern("report_and_resolutions", language)
    above = next((place for place, title in enumerate(passages.titles) if collected.match(title.printed)), None)
    for title in passages.titles[above + 1 :] if above is not None else ():
        number = find_number(title.printed)
        if number:
            return KindFact("resolution", title.quote(0, number.end))
    return None


def _find_titles_of_others(passages: Passages, language: Language) -> frozenset[int]:
    """The blocks of the page's titles, where the text calls itself what no type stands for: ``Charter of the OIC``.

    A page may have the title of another document of the same meeting.
    """
    calls_itself = any(
        read_statute_type(title.printed, language) and find_form("document_types", title.printed, language) is None
        for title in passages.titles
    )
    return frozenset(title.seq for title in passages.page_titles) if calls_itself else frozenset()


def _find_issued(passage: Passage, language: Language) -> KindFact | None:
    """The type that a first sentence says the meeting issued: ``which adopted this declaration``."""
    issued = load_pattern("text_type", language).search(passage.printed)
    form = find_form("document_types", issued.group("type"), language) if issued else None
    if not issued or not form:
        return None
    row = load_forms("document_types", language)[fold_form(form.group("form"), language)]
    return KindFact(row["document_type"], passage.quote(issued.start(), issued.start("type") + form.end("form")))


def _find_declared(passages: Passages, language: Language) -> KindFact | None:
    """A declaration by the line that leads to what it declares: ``HEREBY DECLARE:``, ``Déclarons ce qui suit :``."""
    line, end = load_pattern("declares_line", language), load_pattern("states_declare", language)
    for passage in passages.leads:
        match = line.match(passage.printed)
        if match is None and declares_below(passage.printed, language):
            match = end.search(passage.printed)
        if match:
            return KindFact("declaration", passage.quote(*match.span()))
    return None


def _find_announced(passages: Passages, language: Language) -> KindFact | None:
    """The type that a lead, or one of the first paragraphs, says that the text which follows is of.

    A headline that speaks of the communiqué may stand above ``The text of the resolution:``, which is nearer.
    """
    for passage in reversed(passages.lead_ins):
        announced = _announce(passage, language) or _name_document(passage, language)
        if announced:
            return announced
    return next((fact for one in passages.announcements if (fact := _read_announcement(one, language))), None)


def _read_number_word(passages: Passages, *, on_its_own: bool = False) -> KindFact | None:
    """The type that the number of a resolution says, where its word is cut short: ``Res. No. 41/21-P``.

    ``on_its_own``: outside the title, which a site may have given the page.
    """
    for line, _ in passages.lines:
        number = None if on_its_own and line.source == "title" else find_number(line.printed)
        if number and line.printed[: number.start].strip():
            return KindFact("resolution", line.quote(0, number.end))
    return None


def _find_release(passages: Passages, language: Language) -> KindFact | None:
    """A line that says who issued a press release: the headline above it may call the text a statement."""
    issued_by = load_pattern("release_issued", language)
    for passage in passages.fronts:
        release = issued_by.match(passage.printed)
        if release:
            return KindFact("press_release", passage.quote(*release.span()))
    return None


def _find_release_beside(named: KindFact, passages: Passages, language: Language) -> KindFact | None:
    """A line ``COMMUNIQUÉ DE PRESSE`` beside the bare word ``COMMUNIQUÉ``, which may be the name of a site's column.

    The title of a meeting's own communiqué names the meeting.
    """
    if named.document_type != "communique" or any(find_body(title.own, language) for title in passages.titles):
        return None
    release = load_pattern("release_line", language)
    line = next((one for one in passages.fronts if release.match(one.printed)), None)
    return KindFact("press_release", line.quote(0, len(line.printed))) if line else None


def _name_document(passage: Passage, language: Language) -> KindFact | None:
    """The type with which what a lead says of the document begins: ``the last part of the final communiqué of …``."""
    own = passage.own.lstrip(BLANK)
    return _name(passage, passage.own, language) if find_opening("document_types", own, language) else None


def _is_announced(passage: Passage, language: Language) -> bool:
    return any(load_pattern(name, language).search(passage.printed) for name in _ANNOUNCING)


def _announce(passage: Passage, language: Language) -> KindFact | None:
    """The type that a press lead names right where it says that the text follows: ``the text of the final communiqué``.

    Of several forms the last before the colon: ``adopted, after a speech, the following resolution:``.
    """
    for name in _ANNOUNCING:
        match = load_pattern(name, language).search(passage.printed)
        if match is None:
            continue
        near = passage.printed[: match.end() + _ANNOUNCED_REACH]
        forms = [form for form in find_forms("document_types", near, language) if form.end("form") > match.start()]
        if forms:
            row = load_forms("document_types", language)[fold_form(forms[0].group("form"), language)]
            return KindFact(row["document_type"], passage.quote(*forms[0].span("form")))
    return None


def _read_announcement(passage: Passage, language: Language) -> KindFact | None:
    """The one text that a sentence of the first paragraphs leads to: ``ended by issuing the following communiqué:``.

    Several decisions that follow are those of the text itself, and a report that is named is one that was considered.
    """
    match = load_pattern("text_announced", language).search(passage.printed)
    if match is None:
        return None
    forms = find_forms("document_types", passage.printed[: match.end()], language)
    named = [form for form in forms if form.start() >= match.start()]
    sentence = split_sentences(passage.printed)[-1][0]
    above = [form for form in forms if form.start() < sentence]
    if not named or (above and named[-1].group("form").lower() in above[-1].group("form").lower()):
        # ``the final communiqué … . Text of the communiqué:``
        named = above
    if not named:
        return None
    last = named[-1]
    row = load_forms("document_types", language)[fold_form(last.group("form"), language)]
    if row["document_type"] not in _ANNOUNCED or last.group("form").lower().endswith(_PLURAL):
        return None
    return KindFact(row["document_type"], passage.quote(*last.span("form")))


def _name(passage: Passage, text: str, language: Language) -> KindFact | None:
    match = find_form("document_types", text, language)
    if match is None:
        return None
    row = load_forms("document_types", language)[fold_form(match.group("form"), language)]
    progress = load_pattern("progress_report", language).search(text, match.end("form"))
    subject = load_pattern("subject_line", language).search(text, match.end("form"))
    is_about = subject is not None and progress is not None and subject.start() < progress.start()
    if row["document_type"] == "programme" and progress and not is_about:
        # ``OIC PROGRAMME OF ACTION PROGRESS REPORT 2019``; ``… on the drawing up of a progress report`` is a programme
        return KindFact("report", passage.quote(*progress.span()))
    return KindFact(row["document_type"], passage.quote(*match.span("form")))
