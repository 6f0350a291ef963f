"""Templates to pages: what comes from data is escaped, and no page may run or load what is not the site's."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from oic_reports.site.page_words import Words
from oic_reports.tables.schema import LANGUAGES

# no inline script or style, nothing from elsewhere; pages may ask only their own host
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self';"
    " base-uri 'none'; form-action 'self'"
)
NAVIGATION = (
    ("nav_home", "index.html"),
    ("nav_reports", "reports.html"),
    ("nav_search", "search.html"),
    ("nav_fields", "fields.html"),
    ("nav_quality", "quality.html"),
    ("nav_changes", "changes.html"),
)


def break_name(name: str) -> Markup:
    """A name of a program's kind, whose line may end after each ``_``."""
    return escape(name).replace("_", Markup("_<wbr>"))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("oic_reports.site"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["breakable"] = break_name
    return environment


class Printer:
    """Prints the pages of one site."""

    def __init__(self, contact: str | None) -> None:
        """``contact`` is where errors are reported: a mail address, or an address of the web; None for nowhere."""
        self._contact = contact or ""

    def print_page(self, template: str, address: str, words: Words, **content: Any) -> str:  # noqa: ANN401  (what a template asks for)
        """A page at ``<language>/<address>``."""
        return (
            _environment()
            .get_template(f"{template}.html.jinja")
            .render(
                w=words,
                policy=POLICY,
                address=address,
                here=address,
                root="../" * (1 + address.count("/")),
                languages=LANGUAGES,
                navigation=NAVIGATION,
                contact=self._contact,
                **content,
            )
        )


def print_start() -> str:
    """The page at the root, where a language is chosen."""
    template = _environment().get_template("start.html.jinja")
    return template.render(policy=POLICY, all_words=[Words(language) for language in LANGUAGES])
