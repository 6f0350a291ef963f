"""The roles of paragraphs that read otherwise than the rules made them.

The rules know what a page says of itself (numbers, gaps, markup); what it leaves open they guess, and guess worse on
pages that nobody saw than what was learnt from all of them does. So the classifier of lines speaks last, where it is
sure (decision 0120): behind the judgement and the facts, which know nothing of it. It parts, joins and drops nothing:
parting by it was tried, and was right as often as wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, get_args

from oic_reports.codes import PatternName
from oic_reports.model import Block, Role
from oic_reports.resources import load_pattern
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.forms import is_preambular
from oic_reports.structure.learnt.line_classifier import estimate_line
from oic_reports.structure.learnt.line_features import list_line_features

# the probability of a role, among those of a line that begins a paragraph, above which it goes before the rule's; and
# that of beginning one, below which the line says nothing of a role
IS = 0.9
BEGINS = 0.5
# the probability from which on what the rules call a preamble reads like one
EITHER = 0.5
# lines of a document that are looked at: covers, openings and the form of the text; what follows is told by its numbers
REACH = 200
# roles that are not of the text: the rules know them by where they stand on pages
ASIDE: frozenset[Role] = frozenset({"boilerplate", "page_mark", "running_header", "footnote"})
# roles that are told apart; titles, headers and headings hold facts, and rows of tables are told by their columns
TextRole = Literal["preamble", "operative", "list_item"]
ROLES: tuple[TextRole, ...] = get_args(TextRole)
# behind a clause of a sentence that is not whole
_GOES_ON = frozenset(",;،؛")
# patterns with which a paragraph of a preamble begins
_OF_A_PREAMBLE: tuple[PatternName, ...] = ("attendance", "invocation", "preambular_form")


class Likeness(NamedTuple):
    """The role that a paragraph reads like, other than its own, and how probable it is, above ``IS``."""

    role: TextRole
    share: float


def settle_roles(
    blocks: Sequence[Block], paragraphs: Sequence[Paragraph], *, has_preamble: bool = True
) -> tuple[Block, ...]:
    """The blocks of a document, some with the role that their paragraph surely reads like.

    A block that has another role than its paragraph was named by what knows more; where documents were put together,
    and blocks do not stand beside their paragraphs, all stay. ``has_preamble``: False for what somebody tells, a
    speech, a statement or a release: nothing opens it.
    """
    if len(blocks) != len(paragraphs):
        return tuple(blocks)
    found = find_likeness(paragraphs)
    if not has_preamble:
        found = {place: one for place, one in found.items() if one.role != "preamble"}
    return tuple(
        replace(block, role=found[place].role)
        if place in found and block.role == paragraphs[place].role and block.subrole == paragraphs[place].subrole
        else block
        for place, block in enumerate(blocks)
    )


def find_likeness(paragraphs: Sequence[Paragraph]) -> dict[int, Likeness]:
    """By the places of paragraphs, in order, the roles of which the classifier is surer than the rules.

    Items of one list have one role: what all of them read like together.
    """
    lines = [line for paragraph in paragraphs if paragraph.role not in ASIDE for line in paragraph.lines][:REACH]
    features = dict(zip(map(id, lines), list_line_features(lines), strict=True))
    known = [place for place, paragraph in enumerate(paragraphs) if paragraph.role in ROLES]
    found: dict[int, Likeness] = {}
    is_above_preamble = False
    for places in reversed(_group([paragraphs[place] for place in known])):
        first = paragraphs[known[places[0]]]
        read = [_read(features.get(id(paragraphs[known[place]].lines[0]), ())) for place in places]
        read_as, share = _choose(read)
        # the first paragraph opens a text, whatever it tells; nothing decides above what both call a preamble
        is_open = places[0] > 0 and not (read_as == "operative" and is_above_preamble)
        changes = share > IS and is_open and _may_change(first, read_as)
        if changes:
            found |= {known[place]: Likeness(read_as, share) for place in places}
        role = read_as if changes else first.role
        is_above_preamble |= role == "preamble" and any(one.get("preamble", 0) > EITHER for one in read)
    if _count_gaps(paragraphs, found) > _count_gaps(paragraphs, {}):
        # numbers that no longer follow each other are no list of their own
        return {place: one for place, one in found.items() if paragraphs[place].label is None}
    return found


def _count_gaps(paragraphs: Sequence[Paragraph], found: Mapping[int, Likeness]) -> int:
    """How often numbers of paragraphs do not follow each other from 1, or from 1 below a heading."""
    gaps, before, is_headed = 0, 0, False
    for place, paragraph in enumerate(paragraphs):
        role = found[place].role if place in found else paragraph.role
        ordinal = paragraph.label.candidate.ordinal if paragraph.label else None
        if role in {"operative", "preamble"} and ordinal is not None:
            gaps += ordinal != before + 1 and not (ordinal == 1 and is_headed)
            before, is_headed = ordinal, False
        is_headed |= role == "heading"
    return gaps


def _may_change(paragraph: Paragraph, role: Role) -> bool:
    """Whether a paragraph may change to a role: where the rules have a word or a mark to go by, they are right.

    What leads to a list is of the preamble, and so are recitals, formulas and who came; bullets hang as they lead.
    """
    line = paragraph.lines[0]
    if paragraph.label is not None:
        return (paragraph.role, role) == ("operative", "list_item") and paragraph.label.candidate.ordinal is not None
    leads = paragraph.ending.endswith(":")
    if (paragraph.role, role) == ("operative", "preamble"):
        return paragraph.subrole is None and (leads or line.participle is not None)
    if (paragraph.role, role) != ("preamble", "operative") or leads or line.participle:
        return False
    if paragraph.ending[-1:] in _GOES_ON:
        return False
    is_recital = is_preambular(line.plain, line.language) or "infinitive" in paragraph.rules[0]
    return not is_recital and not any(load_pattern(name, line.language).match(line.plain) for name in _OF_A_PREAMBLE)


def _group(paragraphs: Sequence[Paragraph]) -> list[list[int]]:
    """Places of paragraphs that have one role: those with labels of one form and depth below one paragraph, or one."""
    groups: list[list[int]] = []
    open_lists: dict[tuple[object, ...], list[int]] = {}
    for place, paragraph in enumerate(paragraphs):
        label = paragraph.label
        if label is None:
            groups.append([place])
            open_lists.clear()
            continue
        key = (label.candidate.numbering, label.depth, paragraph.role)
        if key in open_lists:
            open_lists[key].append(place)
        else:
            open_lists[key] = [place]
            groups.append(open_lists[key])
    return groups


def _choose(read: Sequence[Mapping[TextRole, float]]) -> tuple[TextRole, float]:
    """The role that paragraphs read like together, and how probable it is on the average of those that are known."""
    known = [shares for shares in read if shares]
    if not known:
        return ROLES[0], 0
    mean = {role: sum(shares[role] for shares in known) / len(known) for role in ROLES}
    role = max(ROLES, key=lambda name: mean[name])
    return role, mean[role]


def _read(features: Sequence[str]) -> Mapping[TextRole, float]:
    """The probability of each role for a paragraph with this first line; none where it may be no first line."""
    found = estimate_line(features)
    begins = 1 - found["goes on"] - found["aside"]
    if not features or begins <= BEGINS:
        return {}
    return {role: found[role] / begins for role in ROLES}
