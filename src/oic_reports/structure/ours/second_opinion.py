"""The judgement of a text, beside what the text reads like: a second opinion.

The signs (``judgement``) say why they take or refuse a text. Where they take one that reads like a text of others, it
is refused, if that is sure, or a flag tells who uses the data. Where no sign says whose a text is, or signs of news
speak against it, and it reads like one of the OIC's own, it is taken with a flag, and states only the facts that stand
above it (``printed_above``). So is one that signs call another organisation's and that is nearly certain to be ours
(``NEARLY_SURE``). Where it may be one, the reject tells who looks after it. Decisions 0090, 0091 and 0099 say what that
is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from oic_reports.model import Block, Flag, Header, Language
from oic_reports.structure.ours.classifier import Estimate, estimate
from oic_reports.structure.ours.estimated import has_enough_text, name_form
from oic_reports.structure.ours.extracts import flag_excerpt
from oic_reports.structure.ours.judgement import Judgement, NoReportError, weigh
from oic_reports.structure.ours.sign_kinds import WEAK, SignName
from oic_reports.structure.ours.signs import find_signs
from oic_reports.structure.text_blocks import find_paragraphs

# probability of being the OIC's own below which one that its signs take is refused, unless it is spoken or a statute
REFUSED = 0.2
# below which one that is taken all the same is flagged
DOUBTED = 0.3
# the same for one of which no sign but weak ones (``WEAK``) says that it is ours
WEAKLY_DOUBTED = 0.5
# from which on one that is refused is named
LIKELY = 0.4
# from which on one that is refused is taken after all
SURE = 0.5
# the same for one that signs call another organisation's: of 223 such texts, held out when the words were learnt, two
# have it, both of them ours
NEARLY_SURE = 0.92
# what a judgement calls a text that a meeting or an organ states; speeches and statutes are told by their forms
_STATED = frozenset({None, "press_release"})


def decide(
    header: Header, blocks: Sequence[Block], language: Language, *, may_take: bool = True, may_refuse: bool = True
) -> Judgement:
    """As ``judge``, where the text reads like what its signs say; else what it reads like decides, or is told.

    ``may_take``: one of which no sign says whose it is may be taken by what it reads like. ``may_refuse``: one that
    signs take may be refused by it. ``origin_unsure``: it is taken, and reads like one of others. ``origin_estimated``:
    it is taken since it reads like the OIC's own; ``Judgement.is_estimated`` tells so as well.

    Raises:
        NoReportError: it is not the OIC's own, or nothing says so; the message tells if it reads like one.
    """
    signs = find_signs(header, blocks, language)
    opinion = estimate(header, blocks, signs, language)
    try:
        judgement = weigh(header, blocks, signs, language)
    except NoReportError as refused:
        is_others = refused.reason == "other_organisation"
        if opinion.probability < (NEARLY_SURE if is_others else LIKELY):
            raise
        least = find_least_to_take(refused)
        is_sure = least is not None and opinion.probability >= least
        if may_take and is_sure and has_enough_text(blocks, language):
            body = find_paragraphs(blocks, language)
            taken = Flag("origin_estimated", "judgement.classifier", "warning", note=f"{refused}; {_describe(opinion)}")
            kind = None if header.document_type or header.session else name_form(signs, body, language)
            return Judgement(signs, kind, (*flag_excerpt(blocks, body), taken), is_estimated=True)
        if is_others:
            raise
        msg = f"{refused}; yet it reads like one, look at it: {_describe(opinion)}"
        raise NoReportError(msg, refused.reason) from refused
    may_refuse = may_refuse and may_be_refused(judgement)
    if may_refuse and opinion.probability < REFUSED and has_enough_text(blocks, language):
        found = ", ".join(sign.name for sign in signs)
        taken_by = f"signs of the OIC's own ({found})" if found else "it names the OIC as its own"
        msg = f"{taken_by}, yet it reads like a text of others: {_describe(opinion)}"
        raise NoReportError(msg)
    if opinion.probability >= find_least(sign.name for sign in signs):
        return judgement
    doubt = Flag("origin_unsure", "judgement.classifier", "warning", note=_describe(opinion))
    return replace(judgement, flags=(*judgement.flags, doubt))


def find_least_to_take(refused: NoReportError) -> float | None:
    """The probability from which on a text that its signs refuse is taken by its words; None if nothing may take it.

    What has too little of what reports have beside signs of one was looked at already.
    """
    if refused.reason == "other_organisation":
        return NEARLY_SURE
    return SURE if refused.is_unclaimed or refused.reason == "news" else None


def may_be_refused(judgement: Judgement) -> bool:
    """Whether what a text reads like may refuse it: the forms of a speech and of a statute say enough."""
    return judgement.document_type in _STATED


def find_least(names: Iterable[SignName]) -> float:
    """The probability below which a text that its signs take is flagged, by these signs."""
    found = frozenset(names)
    return WEAKLY_DOUBTED if found and found <= WEAK else DOUBTED


def _describe(opinion: Estimate) -> str:
    words = ", ".join(repr(word) for word in opinion.words)
    return f"probability {opinion.probability:.2f} of being the OIC's own, by {words}"
