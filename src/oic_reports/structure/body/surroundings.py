"""Paragraphs of lines that are not of the text: those of a site, running headers, numbers of pages."""

from __future__ import annotations

from oic_reports.model import Flag, Role
from oic_reports.structure.body.marking import Mark
from oic_reports.structure.body.paragraphs import Paragraph
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.lines.residue import is_glued, name_subrole


def make_residue(line: PrintedLine, rule: str) -> Paragraph:
    """A line of the site around the report."""
    flags = [Flag("concatenated_menu", "residue.glued")] if is_glued(line.text) else []
    return Paragraph.of("boilerplate", line, rule, *flags, subrole=name_subrole(line.text))


def make_furniture(line: PrintedLine, mark: Mark, *, is_inside: bool) -> Paragraph:
    """A running header or page mark; ``is_inside``: labelled paragraphs come after it."""
    role: Role = "page_mark" if mark.subrole == "page_mark" else "running_header"
    is_flagged = is_inside and role == "running_header"
    flags = [Flag("running_header_mid_text", "furniture.repeat")] if is_flagged else []
    return Paragraph.of(role, line, mark.rule, *flags, subrole=mark.subrole)
