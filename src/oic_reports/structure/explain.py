"""Each printed line with its facts, its block, and the rule that decided it: for a person who asks why.

The blocks are those of ``segment``, before anything is cleaned or named, with the role that they read like
(``learnt``): of the documents that ``build_reports`` makes of a file, and of one that it finds inside a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from oic_reports.model import Reading
from oic_reports.structure.learnt.settling import find_likeness
from oic_reports.structure.report import list_parts

COLUMNS = ("part", "block", "role", "page", "line", "gap", "rule", "facts", "label", "text")


def explain_lines(reading: Reading) -> Iterator[tuple[str, ...]]:
    """One row a line, columns as ``COLUMNS``; ``block`` counts from 1 within its part, ``line`` is the file's.

    A line that held several paragraphs gives as many rows; one that was joined to another keeps its own.
    """
    for part_number, part in enumerate(list_parts(reading)):
        likeness = find_likeness(part.paragraphs)
        for block_number, paragraph in enumerate(part.paragraphs, 1):
            read = likeness.get(block_number - 1)
            role = f"{paragraph.role}/{paragraph.subrole}" if paragraph.subrole else paragraph.role
            role = read.role if read else role
            for place, (line, rule) in enumerate(zip(paragraph.lines, paragraph.rules, strict=True)):
                label = paragraph.label.candidate.label if paragraph.label and place == 0 else ""
                yield (
                    str(part_number),
                    str(block_number),
                    role,
                    str(line.line.page or ""),
                    str(line.line.number),
                    "gap" if line.after_gap else "",
                    f"{rule}; reads like {read.role} ({read.share:.2f})" if read and not place else rule,
                    line.describe(),
                    label,
                    line.text,
                )
