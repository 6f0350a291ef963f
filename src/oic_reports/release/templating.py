"""The pages' templates: escaped in HTML, safe in cells of Markdown tables."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


def open_templates() -> Environment:
    """The templates of ``templates/``; the filter ``cell`` is for values in cells of a Markdown table."""
    environment = Environment(
        loader=PackageLoader("oic_reports.release"),
        autoescape=select_autoescape(["html.jinja"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["cell"] = _escape_cell
    return environment


def _escape_cell(value: object) -> str:
    text = str(value).replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
    return " ".join(text.split())
