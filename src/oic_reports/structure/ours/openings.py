"""How far the opening of a text reaches: the sentence that says who met, where and when, or who speaks.

It is among the first paragraphs: a verse, a list of those present or a heading may stand above it.
"""

from __future__ import annotations

# first paragraphs of which one is the opening
OPENING_BLOCKS = 2
# code points of a paragraph among these in which who met, and that they did, stands
OPENING_REACH = 500
# code points of the first paragraph where that alone must be the opening: what is further off is of another sentence
FIRST_REACH = 400
