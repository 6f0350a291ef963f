"""Which organisation a text is of, by every form of ``organisations.csv``: the OIC, another one, an organ of a state.

Whose a text is, its title says, else the body that acts in its opening sentence; an organisation that is only mentioned
(among observers, as a partner, behind ``on the sidelines of``) says nothing. Seen on communiqués of ECOWAS, of the Gulf
council and of the Arab League, which name the OIC, and on those of the OIC, which name them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.particles import ARTICLE, BEFORE_FORM, EITHER_ARTICLE
from oic_reports.language.states import find_states, fold_name
from oic_reports.model import Language
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.forms import find_opening
from oic_reports.structure.names.bodies import find_body

# an organ of the United Nations is named in most texts: only the first words of a text, or its letterhead, count
Standing = Literal["own", "other", "organ", "state"]
_STANDINGS: dict[str, Standing] = {"own": "own", "other": "other", "organ": "organ", "state": "state"}
# an institution with a seat, members and a budget of its own (decision 0052): the OIC's texts name them all, so that a
# text is theirs only where the organ is named that governs them
_INSTITUTION = "institution"
# code points between the name of an organ and the organisation that it belongs to ("Council of … of the League")
_BELONGS = 40
# letters of a letterhead beyond the name: an article, an acronym in brackets
_LITTLE = 6
# code points before an organ of the United Nations or of a state that begins a text: a number, an article
_START = 8
# code points before and behind an institution in which the organ that governs it is named
_GOVERNED = 60
# code points behind a verb of thanks in which it is said to whom
_THANKED = 40
# ``LORGANISATION DE LA …``: an article that lost its apostrophe
_LOST_APOSTROPHE = r"(?:[ld](?=organisation\s))?"
# code points between an assembly and the organisation whose it is ("The General Assembly of COMSTECH")
_OF = 12


# a row of the vocabulary, and the range in which its form stands
_Form = tuple[dict[str, str], tuple[int, int]]


class FoundOrganisation(NamedTuple):
    """An organisation by id, how it stands to the OIC, and the half-open range of code points where its name stands."""

    organisation_id: str
    standing: Standing
    start: int
    end: int


class Owner(NamedTuple):
    """Whose a text is, and the words that say so; ``is_named`` tells an organisation's name from a mere council's."""

    standing: Standing
    evidence: str
    is_named: bool = True


def find_organisations(text: str, language: Language) -> list[FoundOrganisation]:
    """Every organisation that a text names, in order, none inside another (PUIC's name holds the OIC's).

    Names are found in capitals and without accents too; acronyms (``ECO``, ``AU``) as they are written. In Arabic,
    particles may stand before a name. A specialised or affiliated institution is found beside the organ that governs it
    (``General Assembly of the Islamic Chamber``), as another organisation.
    """
    forms = list(_find_forms(text, language))
    silent = _find_silent(text, forms, language)
    found: list[FoundOrganisation] = []
    for row, span in forms:
        if row["standing"] != _INSTITUTION:
            found.append(FoundOrganisation(row["organisation_id"], _STANDINGS[row["standing"]], *span))
        elif span not in silent:
            found.append(FoundOrganisation(row["organisation_id"], "other", *span))
    found = [each for each in found if not any(start <= each.start < end for start, end in silent)]
    found.sort(key=lambda each: (each.start, -each.end))
    return [each for i, each in enumerate(found) if not any(o.start <= each.start < o.end for o in found[:i])]


def find_silent(text: str, language: Language) -> list[tuple[int, int]]:
    """Half-open ranges of names that say nothing of whose a text is, whatever names they hold.

    ``International Islamic Conference on Education`` is anybody's; ``OIC Youth Forum`` is an institution.
    """
    return _find_silent(text, list(_find_forms(text, language)), language)


def find_institution(letterhead: Sequence[str], opening: str, language: Language) -> str | None:
    """The institution beside the OIC whose name is a line above a text, and the first that its opening names; or None.

    What such an institution states is its own, whatever organ governs it: a conference of the OIC that it convened
    begins with the name of that conference.
    """
    first = min(_find_forms(opening, language), key=lambda form: form[1][0], default=None)
    if first is None or first[0]["standing"] != _INSTITUTION:
        return None
    body = find_body(opening, language)
    if body and body.start < first[1][0]:
        return None
    for line in letterhead:
        for row, (start, end) in _find_forms(line, language):
            is_line = sum(map(str.isalpha, line)) - sum(map(str.isalpha, line[start:end])) <= _LITTLE
            if is_line and row["organisation_id"] == first[0]["organisation_id"]:
                return line.strip()
    return None


def find_institutions(text: str, language: Language) -> list[tuple[int, int]]:
    """The half-open ranges, in code points, of the institutions that a text names, in order, each once."""
    return sorted({span for row, span in _find_forms(text, language) if row["standing"] == _INSTITUTION})


def names_institution(symbol: str) -> bool:
    """Whether a symbol names an institution beside the OIC behind the OIC's letters, and no body.

    ``OIC/IOFS/2020/REP`` does; ``OIC/ISSF/ICYSM-2/2014/DEC`` is of a conference of the OIC that the institution served.
    Letters of a symbol are English ones above any text.
    """
    organ, *others = symbol.upper().split("/")[1:] or [""]
    found = (row for row, span in _find_forms(organ, "en") if span == (0, len(organ)))
    is_institution = any(row["standing"] == _INSTITUTION for row in found)
    bodies = tuple(row["code"] for row in load_vocabulary("symbol_codes") if row["kind"] in {"body", "counted_body"})
    return is_institution and not any(part.startswith(bodies) for part in others)


def find_thanked(headline: str, language: Language) -> str | None:
    """The organisation or institution, not the OIC, that a body of the OIC thanks in a headline, which it tells itself.

    ``OIC Council of Foreign Ministers commends efforts of ISESCO and adopts its recommendations``.
    """
    thanks = load_pattern("thanks_verb", language).search(headline)
    if thanks is None or find_body(headline[: thanks.start()], language) is None:
        return None
    reach = range(thanks.end(), thanks.end() + _THANKED)
    forms = (span for row, span in _find_forms(headline, language) if _STANDINGS.get(row["standing"]) != "own")
    return next((headline[start:end] for start, end in forms if start in reach), None)


def _find_silent(text: str, forms: Sequence[_Form], language: Language) -> list[tuple[int, int]]:
    ranges = [match.span() for match in load_pattern("namesake", language).finditer(text)]
    institutions = (span for row, span in forms if row["standing"] == _INSTITUTION)
    return [*ranges, *(span for span in institutions if not _is_governed(text, span, language))]


def _find_forms(text: str, language: Language) -> Iterator[_Form]:
    """Rows of the vocabulary whose forms stand in a text, each with its range."""
    folded = fold_name(text)
    for is_acronym in (False, True):
        pattern, rows = _forms(language, is_acronym=is_acronym)
        for match in pattern.finditer(text if is_acronym else folded) if rows else ():
            yield rows[match.lastgroup or ""], match.span(match.lastgroup or 0)


def _is_governed(text: str, span: tuple[int, int], language: Language) -> bool:
    """Whether the organ that governs an institution is named beside it (``Board of … of the IsDB``)."""
    organ = load_pattern("governing_organ", language)
    start, end = span
    before = text[max(0, start - _GOVERNED) : start]
    behind = text[end : end + _GOVERNED]
    belongs = load_pattern("belongs_to", language)
    between = [before[match.end() :] for match in organ.finditer(before)]
    # in Arabic the name follows the noun, or stands behind a particle
    is_behind = any(not words.strip() or belongs.fullmatch(words) for words in between)
    return is_behind or organ.match(behind.lstrip(" '’s")) is not None


@cache
def _forms(language: Language, *, is_acronym: bool) -> tuple[re.Pattern[str], dict[str, dict[str, str]]]:
    kind = "acronym" if is_acronym else "name"
    rows = [row for row in _list_rows() if (row["language"], row["kind"]) == (language, kind)]
    rows.sort(key=lambda row: (-len(row["form"]), row["form"]))
    groups = {f"g{number}": row for number, row in enumerate(rows)}
    joined = "|".join(f"(?P<{group}>{_write(row['form'], is_acronym=is_acronym)})" for group, row in groups.items())
    particles = {"ar": BEFORE_FORM, "fr": _LOST_APOSTROPHE}.get(language, "")
    return compile_pattern(rf"(?<!\w){particles}(?:{joined})(?!\w)"), groups


def _list_rows() -> list[dict[str, str]]:
    """The forms of organisations, and for an organ of ours every form in which the name of its body is printed."""
    rows = load_vocabulary("organisations")
    listed = {(row["language"], row["form"]) for row in rows}
    own = {row["organisation_id"] for row in rows if row["standing"] == "own"}
    named = (row for row in load_vocabulary("body_names") if row["body_id"] in own)
    more = [
        {
            "organisation_id": row["body_id"],
            "language": row["language"],
            "form": row["form"],
            "kind": "acronym" if row["form"].isupper() else "name",
            "standing": "own",
        }
        for row in named
        if (row["language"], row["form"]) not in listed
    ]
    return [*rows, *more]


def _write(form: str, *, is_acronym: bool) -> str:
    """A form as a pattern; the Arabic article stands as ``لل`` behind the preposition."""
    plain = form if is_acronym else fold_name(form)
    article = EITHER_ARTICLE if plain.startswith(ARTICLE) else ""
    words = re.split(r"[\s-]+", plain[len(ARTICLE) :] if article else plain)
    return article + r"[\s-]+".join(map(re.escape, words))


def find_title_owner(title: str, language: Language) -> Owner | None:
    """Whose a title says that the text is, or None.

    What it is about (``on cooperation with the African Union``) says nothing. A title that names the OIC is the OIC's,
    before or joined to whatever other organisation (``Joint Arab-Islamic Summit``); behind another one the OIC's name
    only says how that stands to it (``an affiliate of the OIC``). States say so where the text is between them.
    """
    subject = load_pattern("subject_of_title", language).search(title)
    head = title[: subject.start()] if subject else title
    addressee = load_pattern("addressee_of_title", language).search(head)
    if addressee and find_opening("document_types", head, language):
        # ``Declaration of the Forum to the Islamic Summit`` is of the Forum
        head = head[: addressee.start()]
    acts = load_pattern("headline_verb", language).search(head)
    if acts and any(map(str.isalpha, head[: acts.start()])) and not find_opening("document_types", head, language):
        # ``Pakistan welcomes the communiqué of the OIC``: whose the headline is stands before its verb
        head = head[: acts.start()]
    named = find_organisations(head, language)
    for standing in ("own", "other"):
        for each in named:
            if each.standing == standing and not _is_of_another(each, named, head, language):
                return Owner(each.standing, head[each.start : each.end])
    body = find_body(head, language)
    if body:
        return Owner("own", body.body, is_named=False)
    typed = find_opening("document_types", head, language)
    begin = typed.end("form") if typed else 0
    if named and named[0].standing == "state" and 0 <= named[0].start - begin <= _START:
        # ``Ministry of Foreign Affairs: press release``, ``Communiqué du Conseil des ministres de la République``
        return Owner("state", head[named[0].start : named[0].end])
    states = find_states(head, language)
    several = len({each.iso2 for each in states}) > 1
    of_states = load_pattern("of_states", language)
    is_theirs = several and (
        load_pattern("between", language).search(head) or of_states.search(head[: states[0].start])
    )
    is_theirs = is_theirs or load_pattern("of_few_states", language).search(head)
    return Owner("state", head.strip()) if is_theirs else None


def _is_of_another(
    found: FoundOrganisation, named: Sequence[FoundOrganisation], title: str, language: Language
) -> bool:
    """Whether a conference that a title names is another organisation's: ``Islamic Conference of the League``.

    So is the OIC's name where the other organisation stands before it, and no ``and`` joins the two.
    """
    if found.standing != "own":
        return False
    belongs = load_pattern("belongs_to", language)
    before = [other for other in named if other.standing == "other" and other.end <= found.start]
    joined = load_pattern("joined_by_and", language)
    if before and not any(joined.fullmatch(title[other.end : found.start]) for other in before):
        return True
    return any(
        other.standing == "other" and found.end <= other.start and belongs.fullmatch(title[found.end : other.start])
        for other in named
    )


def find_acting_owner(opening: str, language: Language) -> Owner | None:
    """Whose the body is that acts in a sentence that opens a text, or None: the first named that is no mention."""
    mention = load_pattern("mention", language)
    named = find_organisations(opening, language)
    acting = next((each for each in named if _acts(each, named) and not mention.search(opening[: each.start])), None)
    joint = _find_partner(opening, acting, named, language) if acting else None
    if joint:
        return Owner("own", opening[joint.start : joint.end])
    body = find_body(opening, language)
    if body and not mention.search(opening[: body.start]) and (acting is None or body.start < acting.start):
        # a council of ministers is that of the organisation that is named behind it
        is_its_own = acting is None or acting.start - body.start > _BELONGS + len(body.body)
        if is_its_own:
            return Owner("own", body.body, is_named=False)
    return Owner(acting.standing, opening[acting.start : acting.end]) if acting else None


def _find_partner(
    opening: str, acting: FoundOrganisation, named: Sequence[FoundOrganisation], language: Language
) -> FoundOrganisation | None:
    """The OIC where it acts beside the first organisation: ``of the League of Arab States and of the OIC``.

    So it does as the other party to an agreement: ``The League, …, of the one part, and the OIC``.
    """
    names: tuple[PatternName, ...] = ("joined_by_and", "other_party")
    for each in named:
        between = opening[acting.end : each.start]
        is_beside = each.standing == "own" and each.start >= acting.end
        if is_beside and any(load_pattern(name, language).fullmatch(between) for name in names):
            return each
    return None


def _acts(found: FoundOrganisation, named: Sequence[FoundOrganisation]) -> bool:
    """Whether an organisation that a sentence names may be the one that acts in it."""
    if found.standing not in {"organ", "state"}:
        return True
    return found.start <= _START and not any(found.end < other.start <= found.end + _OF for other in named)


def find_state(opening: str, language: Language) -> Owner | None:
    """The state, or the organ or officer of one, with which a sentence begins that opens a text, or None.

    A state that was host (``The Kingdom of Morocco hosted the Session``) only introduces the meeting.
    """
    officer = load_pattern("state_acts", language).match(opening)
    states = [each for each in find_states(opening, language) if not opening[: each.start].strip("0123456789.- ")]
    found = officer.group() if officer else opening[: states[0].end] if states else None
    if found is None or load_pattern("hosts", language).search(opening):
        return None
    return Owner("state", found.strip())


def find_letterhead_owner(lines: Sequence[str], language: Language) -> Owner | None:
    """The organisation whose name is a whole line above a text (``League of Arab States``), or None.

    An organ of a state need only begin its line (``مجلس الوزراء يعقد جلسته``).
    """
    for line in lines:
        named = find_organisations(line, language)
        rest = sum(map(str.isalpha, line)) - sum(sum(map(str.isalpha, line[each.start : each.end])) for each in named)
        begins = bool(named) and named[0].standing == "state" and not line[: named[0].start].strip()
        if named and (rest <= _LITTLE or (begins and len(named) == 1)):
            return Owner(named[0].standing, line.strip())
    return None
