"""Characters that are no text: folded or left out while reading, and counted.

Presentation forms (Unicode blocks FB50-FDFF and FE70-FEFF) are the shapes of letters, not letters: each becomes its
letters (NFKC, one by one; spacing marks become the bare mark). Direction marks, zero-width characters and controls are
left out. White space of every kind becomes one blank. What remains is NFC.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_FORMS = re.compile("[\ufb00-\ufb06\ufb1d-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f]")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
LINE_ENDS = re.compile("\r\n|[\r\n\v\f\u2028\u2029]")


def fold_form(form: str) -> str:
    """The letters of one presentation form, in logical order: ``\ufefb`` gives lam and alef."""
    letters = unicodedata.normalize("NFKC", form)
    return letters.strip(" \u0640") or letters if "\ufe70" <= form <= "\ufe7f" else letters


def clean_line(line: str, left_out: Counter[str]) -> str:
    """One line of text without what is no text; ``left_out`` is added to, by kind.

    Kinds: ``presentation_forms`` (folded), ``control`` (direction marks, zero-width and control characters).
    """
    line, folded = _FORMS.subn(lambda match: fold_form(match.group()), line)
    line, invisible = _INVISIBLE.subn("", line)
    line, controls = _CONTROLS.subn("", line)
    left_out["presentation_forms"] += folded
    left_out["control"] += invisible + controls
    return unicodedata.normalize("NFC", _SPACES.sub(" ", line).strip())
