"""The judgement of a text, beside what the text reads like: a second opinion.

The signs (``judgement``) say why they take or refuse a text. Where they take one that reads like a text of others, a
flag tells who uses the data. Where no sign says whose a text is, and it reads like one of the OIC's own beyond doubt,
it is taken with a flag, and states only the facts that stand above it (``printed_above``). Where it may be one, the
reject tells who looks after it. Decisions 0090 and 0091 say what that is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from oic_reports.model import Block, Flag, Header, Language
from oic_reports.structure.ours.classifier import Estimate, estimate
from oic_reports.structure.ours.estimated import has_enough_text
from oic_reports.structure.ours.extracts import flag_excerpt
from oic_reports.structure.ours.judgement import Judgement, NoReportError, weigh
from oic_reports.structure.ours.sign_kinds import WEAK, SignName
from oic_reports.structure.ours.signs import find_signs
from oic_reports.structure.text_blocks import find_paragraphs

# probability of being the OIC's own below which one that is taken is flagged
DOUBTED = 0.15
# the same for one of which no sign but weak ones (``WEAK``) says that it is ours
WEAKLY_DOUBTED = 0.5
# from which on one that is refused is named
LIKELY = 0.6
# from which on one that is refused is taken after all
SURE = 0.75


def decide(header: Header, blocks: Sequence[Block], language: Language, *, by_words: bool = True) -> Judgement:
    """As ``judge``, with a flag where the text reads like what the signs do not say.

    ``by_words``: one of which no sign says whose it is may be taken by what it reads like. ``origin_unsure``: it is
    taken, and reads like one of others. ``origin_estimated``: it is taken since it reads like the OIC's own;
    ``Judgement.is_estimated`` tells so as well.

    Raises:
        NoReportError: it is not the OIC's own, or nothing says so; the message tells if it reads like one.
    """
    signs = find_signs(header, blocks, language)
    opinion = estimate(header, blocks, signs, language)
    try:
        judgement = weigh(header, blocks, signs, language)
    except NoReportError as refused:
        if refused.reason == "other_organisation" or opinion.probability < LIKELY:
            raise
        # what has signs of news, or too little of what reports have beside signs of one, was looked at already
        is_sure = by_words and refused.is_unclaimed and opinion.probability >= SURE
        if is_sure and has_enough_text(blocks, language):
            body = find_paragraphs(blocks, language)
            taken = Flag("origin_estimated", "judgement.classifier", "warning", note=f"{refused}; {_describe(opinion)}")
            return Judgement(signs, flags=(*flag_excerpt(blocks, body), taken), is_estimated=True)
        msg = f"{refused}; yet it reads like one, look at it: {_describe(opinion)}"
        raise NoReportError(msg, refused.reason) from refused
    if opinion.probability >= find_least(sign.name for sign in signs):
        return judgement
    doubt = Flag("origin_unsure", "judgement.classifier", "warning", note=_describe(opinion))
    return replace(judgement, flags=(*judgement.flags, doubt))


def find_least(names: Iterable[SignName]) -> float:
    """The probability below which a text that its signs take is flagged, by these signs."""
    found = frozenset(names)
    return WEAKLY_DOUBTED if found and found <= WEAK else DOUBTED


def _describe(opinion: Estimate) -> str:
    words = ", ".join(repr(word) for word in opinion.words)
    return f"probability {opinion.probability:.2f} of being the OIC's own, by {words}"
