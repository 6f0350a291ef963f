"""What the classifier of lines looks at in each line: its words, signs and facts, and those of its neighbours.

A feature is a text, ``name=value``; those of the line above and below begin with ``above`` and ``below``. Nothing of
what the rules made of a line is among them: they were written on the pages that the weights are learnt from, and would
seem surer there than they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from oic_reports.structure.forms import fold_form
from oic_reports.structure.lines.found_once import found_once
from oic_reports.structure.lines.printed_lines import PrintedLine

# code points of a line whose words are looked at, at its start and at its end; words of a start each by itself
_REACH = 240
_FIRST_WORDS = 12
# what a line is measured by: the length that a tenth of the lines of a text exceed
_WIDE = 0.9
# lengths are told in quarters of that, and in steps of so many code points
_QUARTERS, _MOST_QUARTERS = 4, 6
_STEP, _LONGEST = 20, 400
# lines that are told apart by how far from the first they stand, three by three
_THREE, _MOST_THREES = 3, 6
_TENTHS = 10
# digits of a number that its shape tells
_DIGITS = 4
# facts of which it counts whether any line above has them, or any below: what a text is made of
_WHOLE = frozenset({"acts", "decimal", "arabic-indic", "bullet", "participle", "tells_of_meeting", "opens_body"})
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")


class _Own(NamedTuple):
    """What is looked at in a line alone."""

    words: list[str]
    shapes: str
    behind: str
    last: str
    end: str
    is_capital: bool
    facts: list[str]


@found_once
def _look_at(line: PrintedLine) -> _Own:
    text = line.text
    tokens = _TOKEN.findall(text[:_REACH])
    words = [_plain(word) for word in _TOKEN.findall(fold_form(text[:_REACH], line.language))]
    end = text if len(text) <= _REACH else text[-_REACH:]
    last = [_plain(word) for word in _TOKEN.findall(fold_form(end, line.language))[-2:]]
    begins_with_sign = bool(words) and not words[0][0].isalpha()
    capitals, small = sum(map(str.isupper, text[:_REACH])), sum(map(str.islower, text[:_REACH]))
    return _Own(
        words=words,
        shapes="_".join(_tell_shape(token) for token in tokens[:3]),
        behind=" ".join(words[1:3]) if begins_with_sign else "",
        last=" ".join(last),
        end="a" if text[-1:].isalnum() else text[-1:],
        is_capital=capitals > small,
        facts=[fact.partition("=")[0] for fact in line.describe().split()],
    )


def _plain(word: str) -> str:
    return "0" if word.isdigit() else word


def _tell_shape(token: str) -> str:
    """A number by its digits, a word by its capitals, a sign as itself."""
    if token.isdigit():
        return "0" * min(len(token), _DIGITS)
    if not token.isalnum():
        return token
    if len(token) == 1:
        return "x"
    if token.isupper():
        return "X"
    return "Xx" if token[0].isupper() else "xx"


def list_line_features(lines: Sequence[PrintedLine]) -> list[list[str]]:
    """The features of each line of a text, which knows no line outside of it."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(len(lengths) * _WIDE)] if lengths else 1
    counts = Counter(line.text for line in lines)
    kinds = [_WHOLE.intersection(_look_at(line).facts) for line in lines]
    ahead = Counter(kind for own in kinds for kind in own)
    behind: Counter[str] = Counter()
    found = []
    for place, line in enumerate(lines):
        features = _list_own(line, width)
        ahead.subtract(kinds[place])
        features += [f"some above={kind}" for kind in sorted(behind)]
        features += [f"some below={kind}" for kind in sorted(_WHOLE) if ahead[kind]]
        behind.update(kinds[place])
        if counts[line.text] > 1:
            features.append("repeated")
        features.append(f"three={min(place // _THREE, _MOST_THREES)}")
        features.append(f"tenth={_TENTHS * place // len(lines)}")
        features += _list_above(lines[place - 1], line, width) if place else ["first line"]
        features += _list_below(lines[place + 1], width) if place + 1 < len(lines) else ["last line"]
        found.append(features)
    return found


def _list_own(line: PrintedLine, width: int) -> list[str]:
    own = _look_at(line)
    words = own.words
    features = [
        f"language={line.language}",
        f"begins={' '.join(words[:1])}",
        f"begins={' '.join(words[:2])}",
        f"begins={' '.join(words[:3])}",
        f"ends={own.last.rpartition(' ')[2]}",
        f"ends={own.last}",
        f"shape={own.shapes}",
        f"quarters={_measure(line, width)}",
        f"length={min(len(line.text), _LONGEST) // _STEP}",
        f"gap={line.after_gap}",
        f"end={own.end}",
        f"capital={own.is_capital}",
        *(f"word={word}" for word in dict.fromkeys(words[:_FIRST_WORDS])),
        *(f"fact={fact}" for fact in own.facts),
    ]
    if own.behind:
        features += [f"behind={own.behind}", f"behind={own.behind.rpartition(' ')[2]}"]
    return features


def _list_above(above: PrintedLine, line: PrintedLine, width: int) -> list[str]:
    own, this = _look_at(above), _look_at(line)
    quarters = _measure(above, width)
    shape = this.shapes.partition("_")[0]
    return [
        f"above end={own.end}",
        f"above ends={own.last.rpartition(' ')[2]}",
        f"above begins={' '.join(own.words[:1])}",
        f"above quarters={quarters}",
        f"above capital={own.is_capital}",
        f"above shape={own.shapes}",
        f"above behind={own.behind}",
        f"above length={min(len(above.text), _LONGEST) // _STEP}",
        f"above end, shape={own.end} {shape}",
        f"above end, gap={own.end} {line.after_gap}",
        f"above quarters, gap, end={quarters} {line.after_gap} {own.end}",
        *(f"above fact={fact}" for fact in own.facts),
    ]


def _list_below(below: PrintedLine, width: int) -> list[str]:
    own = _look_at(below)
    return [
        f"below begins={' '.join(own.words[:1])}",
        f"below gap={below.after_gap}",
        f"below quarters={_measure(below, width)}",
        f"below shape={own.shapes}",
        f"below capital={own.is_capital}",
        f"below behind={own.behind}",
        *(f"below fact={fact}" for fact in own.facts),
    ]


def _measure(line: PrintedLine, width: int) -> int:
    """The length of a line in quarters of a wide one."""
    return min(len(line.text) * _QUARTERS // max(width, 1), _MOST_QUARTERS)
