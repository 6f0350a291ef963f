"""Signs that the engine takes for others, in the text of a recognised line."""

from __future__ import annotations

import re

from oic_reports.model import Decoded

_LABEL = re.compile(r"-(\d{1,3})(?= |$)")


def put_right(text: str) -> tuple[str, tuple[Decoded, ...]]:
    """An Arabic line with its label, and this change: the engine gives a label in the order in which it is seen."""
    label = _LABEL.match(text)
    if label is None:
        return text, ()
    return f"{label.group(1)}-{text[label.end() :]}", (Decoded(0, label.end(), label.group(), "ocr.label"),)
