"""Lines in which much stands together, and what they are parted into."""

from __future__ import annotations

from oic_reports.model import Line
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_blank
from oic_reports.structure.parting.glued import part_glued

PARAGRAPHS = (
    "The Conference of Ministers of Labour was held in Baku and was attended by twenty-six Member States.",
    "The Conference elected the representative of Indonesia to its Bureau and adopted the agenda.",
    "The Conference took note of the report of the Ankara Centre on the safety of work.",
    "The Conference decided to meet again in Jakarta in two years.",
)


def make(*texts: str) -> list[PrintedLine]:
    return drop_blank([Line(text, number) for number, text in enumerate(texts, 1)], "en")


def part(*texts: str) -> list[str]:
    return [line.text for line in part_glued(make(*texts), "en")]


def part_in(language: str, text: str) -> list[str]:
    return [line.text for line in part_glued(drop_blank([Line(text, 1)], language), language)]
