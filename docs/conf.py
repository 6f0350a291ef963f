"""The documentation as pages, by Sphinx: ``make docs``. Neither building nor reading them asks the network."""

from __future__ import annotations

import sys
from importlib.metadata import version as find_version
from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from made_pages import ROOT_PAGES, write_pages  # noqa: E402, I001  (found by the line above)


project = "oic-reports"
author = "The oic-reports maintainers"
version = release = find_version("oic-reports")
copyright = author  # noqa: A001  (Sphinx's name)

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
exclude_patterns = ["*.ipynb"]  # shown by a page that is made
html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["pages.css"]
html_title = "oic-reports"
html_show_sphinx = False
html_copy_source = False
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]  # a decision begins with its number
autodoc_member_order = "bysource"
autodoc_typehints = "description"
nitpicky = False

# what stands where in the menu; the pages themselves link in their own words
_MENU = {
    "index": (
        ("Tutorials", ["using-the-data", "reference/analysis", "first-report"]),
        ("How to", ["adding-a-report", "adding-a-source", "correcting", "operations", "scale"]),
        (
            "Reference",
            [f"reference/{name}" for name in ("commands", "settings", "tables", "vocabularies", "modules")],
        ),
        ("Explanation", ["quality", "id-policy", "schema-policy", "decisions/index"]),
        (
            "Project",
            [f"{title} <project/{page}>" for page, (_, title) in ROOT_PAGES.items()],
        ),
    ),
    "decisions/index": (("", sorted(path.stem for path in (HERE / "decisions").glob("[0-9]*.md"))),),
}


def _add_menu(_: Sphinx, name: str, source: list[str]) -> None:
    """Put a page's part of the menu below it, unseen."""
    for caption, pages in _MENU.get(name, ()):
        said = f":caption: {caption}\n" if caption else ""
        source[0] += f"\n```{{toctree}}\n:hidden:\n{said}\n" + "\n".join(pages) + "\n```\n"


def _lead_to_pages(_: Sphinx, __: str, source: list[str]) -> None:
    """Links to files at the root that are pages here lead to these pages."""
    for page, (file, _title) in ROOT_PAGES.items():
        source[0] = source[0].replace(f"](../{file})", f"](project/{page}.md)")


def setup(app: Sphinx) -> None:
    """Make the pages that are made, and connect what is done to each page as it is read."""
    write_pages(HERE)
    app.add_lexer("csv", TextLexer)
    app.connect("source-read", _add_menu)
    app.connect("source-read", _lead_to_pages)
