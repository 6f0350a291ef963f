"""The judgement of a text, beside what the text reads like: a second opinion, which says so and decides nothing.

The signs (``judgement``) say why they take or refuse a text. Where they take one that reads like a text of others, a
flag tells who uses the data; where they refuse one that reads like the OIC's own, the reject tells who looks after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.model import Block, Flag, Header, Language
from oic_reports.structure.ours.classifier import Estimate, estimate
from oic_reports.structure.ours.judgement import Judgement, NoReportError, weigh
from oic_reports.structure.ours.signs import find_signs

# probability of being the OIC's own below which one that is taken is flagged
DOUBTED = 0.15
# from which on one that is refused is named
LIKELY = 0.6


def decide(header: Header, blocks: Sequence[Block], language: Language) -> Judgement:
    """As ``judge``, with a flag ``origin_unsure`` where the text reads like one of others.

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
        msg = f"{refused}; yet it reads like one, look at it: {_describe(opinion)}"
        raise NoReportError(msg, refused.reason) from refused
    if opinion.probability >= DOUBTED:
        return judgement
    doubt = Flag("origin_unsure", "judgement.classifier", "warning", note=_describe(opinion))
    return replace(judgement, flags=(*judgement.flags, doubt))


def _describe(opinion: Estimate) -> str:
    words = ", ".join(repr(word) for word in opinion.words)
    return f"probability {opinion.probability:.2f} of being the OIC's own, by {words}"
