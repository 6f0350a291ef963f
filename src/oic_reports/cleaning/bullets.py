"""Bullets that a font does not know: a private-use sign, a box or a replacement character before a whole word.

Word's bullet is U+F0B7 (the font Symbol, code B7); a program without the font shows a box, one that cannot decode it
U+FFFD. The same signs stand for letters that were lost, but not before a word that is whole without them.
"""

from __future__ import annotations

import re

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.characters import SYMBOL_BULLETS
from oic_reports.language.letters import LOST
from oic_reports.language.lexicon import is_whole_word

_SYMBOL = compile_pattern(rf"(?P<label>[{SYMBOL_BULLETS}])\s*(?=[^\s{LOST}])")
_OTHER = compile_pattern(rf"(?P<label>[{LOST}])\s+(?=(?P<word>[^\W\d_]++))")


def find_bullet(line: str) -> re.Match[str] | None:
    """The bullet with which a line begins (group ``label``), if its font does not know it; the match ends at the text.

    None for all else: a sign that is written to a word, or before half a word.
    """
    symbol = _SYMBOL.match(line)
    if symbol:
        return symbol
    other = _OTHER.match(line)
    return other if other and is_whole_word(other.group("word")) else None
