"""Of the sentences that tell that a meeting met, those that tell of this one."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.evidence import Passage, whole
from oic_reports.structure.names.sessions import find_sessions

# characters of a speech's paragraph in which its session is named, and behind the number of a session its body
_OCCASION_REACH = 1500
_NAME_REACH = 60


def keep_own_openings(
    openings: Sequence[Passage], titles: Sequence[Passage], language: Language, *, is_placed: bool = False
) -> tuple[Passage, ...]:
    """The first opening sentence of the meeting that the titles name, and those beside it that go on telling of it.

    ``is_placed``: lines of the front say where or when the meeting was. Of a text that is given to a session, they do;
    who drew it up (``The Group met twice``) met elsewhere.
    """
    if is_placed and any(_is_given(title, language) for title in titles):
        openings = [one for one in openings if find_body(one.own, language) or find_sessions(one.own, language)]
    openings = _leave_earlier(_leave_others(openings, titles, language), titles, language)
    return tuple(_go_on(openings, language))


def _is_given(title: Passage, language: Language) -> bool:
    """Whether a title says to which session the text is given: ``Report of the Group to the Fifth Session of``."""
    given = load_pattern("given_to_session", language)
    return any(given.search(title.printed[: found.start]) for found in find_sessions(title.printed, language))


def _leave_others(openings: Sequence[Passage], titles: Sequence[Passage], language: Language) -> Sequence[Passage]:
    """The openings without those that come before the first of the body that the title names and tell of another one.

    ``The Third Extraordinary Summit held in Makkah decided to set up a committee. … convened the Meeting of the
    Committee in Jeddah``.
    """
    bodies = [body.body_id for title in titles if (body := find_body(title.own, language))]
    if not bodies:
        return openings
    for place, one in enumerate(openings):
        body = find_body(one.own, language)
        if body is None and not find_sessions(one.own, language):
            return openings
        if body is not None and body.body_id == bodies[0]:
            return openings[place:]
    return openings


def _leave_earlier(openings: Sequence[Passage], titles: Sequence[Passage], language: Language) -> Sequence[Passage]:
    """The openings from the one on that counts the meeting as the title does, where those before it count others.

    ``Report of the Second Meeting``: ``The first meeting was held in Nairobi. The second meeting took place in …``.
    """
    named = {found.number for title in titles for found in find_sessions(title.own, language)}
    counted = [{found.number for found in find_sessions(one.own, language)} for one in openings]
    own = next((place for place, numbers in enumerate(counted) if numbers & named), 0)
    return openings[own:] if all(numbers for numbers in counted[:own]) else openings


def _go_on(openings: Sequence[Passage], language: Language) -> list[Passage]:
    """The first opening sentence, and those of its paragraph and the next that go on telling of the same meeting."""
    if not openings:
        return []
    first = openings[0]
    sessions = {found.number for found in find_sessions(first.own, language)}
    body = find_body(first.own, language)
    kept = [first]
    for one in openings[1:]:
        other = find_body(one.own, language)
        named = {found.number for found in find_sessions(one.own, language)}
        is_other = (other and body and other.body_id != body.body_id) or (sessions and named and not sessions & named)
        # ``at its 18th session held in``: the text's own sentence below the lead of a newspaper counts it again
        goes_on = one.is_finite or bool(sessions & named)
        if goes_on and one.seq <= first.seq + 1 and not is_other:
            kept.append(one)
    return kept


def find_occasion(blocks: Sequence[Block], language: Language) -> list[Passage]:
    """The session to which an untitled speech is held, as it says itself: ``à l’occasion de cette 40ème session``."""
    occasion = load_pattern("spoken_occasion", language)
    for seq, block in enumerate(blocks, 1):
        if block.role not in {"preamble", "operative"}:
            continue
        for match in occasion.finditer(block.text[:_OCCASION_REACH]):
            named = block.text[match.start("session") : match.end() + _NAME_REACH]
            if find_sessions(named, language) and find_body(named, language):
                return [whole(named, "first_sentence", seq)]
    return []
