"""Which body a report is of: a contact group by its topic, else an organ by its names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.states import find_countries
from oic_reports.model import Header, Language
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.forms import find_form, find_forms, fold_form, load_forms
from oic_reports.structure.names.sessions import strip_ordinals

# words between a body and the ordinal of its own session; code points between its name and them
_OWN = compile_pattern(
    r"(?:\bفي\s+(?:أعمال\s+)?دورت(?:ه|ها)|\b(?:at|in|during)\s+its|\b(?:à|lors\s+de|dans|en|de|pendant)\s+sa)\W*$",
    re.IGNORECASE,
)
_OWN_REACH = 12

# how sessions are counted and named
Sessions = Literal["counted", "counted_named_by_days"]


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body by id and English name, its topic, and where in the text it stands.

    ``sessions`` is ``counted`` where its sessions are named by their numbers, ``counted_named_by_days`` where they have
    numbers and are named by their days all the same, None where they have none. ``states_between`` tells that it states
    things between its sessions too, so that a statement of it need not tell of a meeting: the columns ``sessions`` and
    ``states`` of ``bodies.csv``.
    """

    body_id: str
    body: str
    topic: str | None
    level: str | None
    start: int
    sessions: Sessions | None = None
    states_between: bool = False


def _search(name: PatternName, text: str, language: Language) -> re.Match[str] | None:
    return load_pattern(name, language).search(text)


def names_organisation(text: str, language: Language) -> bool:
    """Whether a text names the OIC or one of its summits."""
    return _search("organisation", text, language) is not None


@cache
def _bodies() -> dict[str, dict[str, str]]:
    return {row["body_id"]: row for row in load_vocabulary("bodies")}


def describe_body(body_id: str, start: int = 0) -> FoundBody | None:
    """A body of the vocabulary by its id."""
    row = _bodies().get(body_id)
    if row is None:
        return None
    sessions = next((kind for kind in get_args(Sessions) if kind == row["sessions"]), None)
    level, topic = row["level"] or None, row["topic"] or None
    return FoundBody(body_id, row["name_en"], topic, level, start, sessions, row["states"] == "between_sessions")


def find_body(text: str, language: Language) -> FoundBody | None:
    """The body that a text is of: a contact group that it names, else the organ that it names first.

    An ordinal may stand inside a name: ``المؤتمر الإسلامي السادس لوزراء الصحة``.
    """
    plain = strip_ordinals(text, language)
    found = _find_named(plain, language)
    if found is None or plain == text:
        return found or _find_named(text, language) or _find_parted(text, language) or _find_unusual(plain, language)
    as_printed = _find_named(text, language)
    if as_printed is None or as_printed.body_id != found.body_id:
        return found
    return as_printed


def _find_named(text: str, language: Language) -> FoundBody | None:
    group = _search("contact_group", text, language)
    if group is None and language == "ar":
        group = _search("contact_group_loose", text, language)
    if group:
        found = _read_topic(group.group("topic"), language, group.start())
        if found:
            return found
    others = load_pattern("body_of_others", language)
    organs = (match for match in find_forms("body_names", text, language) if not others.match(text, match.end("form")))
    organ = next(organs, None)
    if organ is None:
        loose = _search("body_cfm", text, language)
        return describe_body("cfm", loose.start()) if loose else None
    row = load_forms("body_names", language).get(fold_form(organ.group("form"), language))
    return describe_body(row["body_id"], organ.start()) if row else None


def _find_unusual(text: str, language: Language) -> FoundBody | None:
    """The organ in whose name the adjective of its session stands: ``Sommet extraordinaire de l’OCI``."""
    usual = load_pattern("extraordinary", language).sub("", text)
    return _find_named(re.sub(r"\s{2,}", " ", usual), language) if usual != text else None


def _find_parted(text: str, language: Language) -> FoundBody | None:
    """The organ whose name the OIC's parts: ``Conférence ministérielle de l’OCI (…) sur le rôle de la femme``."""
    named = list(load_pattern("inside_name", language).finditer(text))
    for match in named:
        found = find_form("body_names", text[: match.start()] + text[match.end() :], language)
        if found and found.start() < match.start() < found.end():
            row = load_forms("body_names", language)[fold_form(found.group("form"), language)]
            return describe_body(row["body_id"], found.start())
    return None


def find_bodies_beside(text: str, start: int, end: int, language: Language, *, reach: int) -> list[FoundBody]:
    """The organs whose sessions an ordinal at code points ``[start, end)`` may count: around it, or right beside it.

    ``القمة الإسلامية الرابعة عشرة``, ``the 44th Session of the Council of Foreign Ministers``, ``the
    Council, at its 44th``.

    Args:
        text: what holds the ordinal.
        start: where it begins.
        end: where it ends.
        language: that of the text.
        reach: code points between the ordinal and a name behind it, at most.
    """
    before, behind = text[:start].rstrip(), text[end:]
    around = [
        find_body(match.group("form"), language)
        for match in find_forms("body_names", f"{before}{behind}", language)
        if match.start("form") < len(before) <= match.end("form")
    ]
    below = find_body(behind, language)
    return [
        body
        for body in (*around, below if below and below.start <= reach else None, _find_owner(before, language))
        if body
    ]


def _find_owner(before: str, language: Language) -> FoundBody | None:
    """The organ whose session it is by a pronoun behind its name: ``the Council of Foreign Ministers, at its``."""
    own = _OWN.search(before)
    named = list(find_forms("body_names", before[: own.start()], language)) if own else []
    if own is None or not named or own.start() - named[-1].end("form") > _OWN_REACH:
        return None
    return find_body(named[-1].group("form"), language)


def ends_name(above: str, line: str, language: Language) -> bool:
    """Whether a line is the end of a body's name that begins in the line above it: ``COMITÉ`` above ``AL-QODS``."""
    whole = f"{above} {line}"
    named = [match.span("form") for match in find_forms("body_names", whole, language)]
    return any(start < len(above) and end == len(whole) for start, end in named)


def is_in_name(text: str, place: int, language: Language) -> bool:
    """Whether words at a place, which might say what a meeting is about, are of its body's name.

    ``حول دور المرأة`` in ``المؤتمر الوزاري الثالث حول دور المرأة``, an ordinal inside the name.
    """
    before = strip_ordinals(text[:place], language)
    plain = before + text[place:]
    return any(match.start() < len(before) < match.end() for match in find_forms("body_names", plain, language))


def find_other_bodies(text: str, language: Language) -> list[FoundBody]:
    """Every organ (no contact groups) that a text names, in order: among them the meeting it was held beside."""
    forms = load_forms("body_names", language)
    found = []
    for match in find_forms("body_names", text, language):
        row = forms.get(fold_form(match.group("form"), language))
        body = describe_body(row["body_id"], match.start()) if row else None
        if body:
            found.append(body)
    return found


def _read_topic(printed: str, language: Language, start: int) -> FoundBody | None:
    name = load_pattern("topic_end", language).sub("", printed).strip(" \"'«»“”()-–")
    known = _find_known_topic(printed, name, language)
    if known:
        return describe_body(known, start)
    slug = _to_slug(name)
    if not slug or len(name.split()) > 8:  # noqa: PLR2004
        return None
    if language == "en":
        return FoundBody(f"cg-{slug}", f"Contact Group on {name}", name, None, start)
    return FoundBody(f"cg-{slug}", "Contact Group", name, None, start)


def _find_known_topic(printed: str, name: str, language: Language) -> str | None:
    """The contact group that a topic names: a people beside its state (``Myanmar’s Rohingya Minority``) goes first."""
    forms = load_forms("contact_group_topics", language)
    of_states = set(_groups_on_states().values())
    longest = sorted(forms, key=len, reverse=True)
    folded = fold_form(name, language)
    for form in longest:
        group = f"cg-{forms[form]['topic_id']}"
        is_of_topic = form in folded and group not in of_states
        if is_of_topic and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", folded):
            return group
    folded = fold_form(printed, language)
    for form in longest:
        if folded.startswith(form) and re.match(rf"{re.escape(form)}(?!\w)", folded):
            return f"cg-{forms[form]['topic_id']}"
    return _find_group_on_state(printed, language)


def _find_group_on_state(topic: str, language: Language) -> str | None:
    """The contact group on the state with whose name, in any form, a topic begins: ``the Republic of Yemen``."""
    countries = find_countries(topic, language)
    if not countries or re.search(r"\w{4}", topic[: countries[0].start]):
        return None
    return _groups_on_states().get(countries[0].iso2)


@cache
def _groups_on_states() -> dict[str, str]:
    """Contact groups whose topic is a state and nothing else, by the state's code."""
    groups = {}
    for body_id, row in _bodies().items():
        name = row["topic"].removeprefix("the ")
        countries = find_countries(name, "en") if body_id.startswith("cg-") else []
        if countries and (countries[0].start, countries[0].end) == (0, len(name)):
            groups[countries[0].iso2] = body_id
    return groups


def _to_slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")


def tells_of_meeting(header: Header) -> bool:
    """Whether a statement tells of a meeting; some organs state things between their sessions too."""
    body = describe_body(header.body_id) if header.body_id is not None else None
    states_between = body is not None and body.states_between
    return header.body_id is not None and (not states_between or header.session is not None)


def is_acronym(text: str, language: Language) -> bool:
    """Whether a text is the acronym of a body and no more, as its site prints it above all pages: ``COMSTECH``."""
    named = find_form("body_names", text, language) if text.isupper() and " " not in text.strip() else None
    return named is not None and named.group("form") == text.strip()
