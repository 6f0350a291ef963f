"""The pages of a release that people read: README, codebook, rights, report of the checks."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from oic_reports.checks.verdict import Verdict
from oic_reports.release.accuracy_card import print_accuracy
from oic_reports.release.codebook import print_codebooks
from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.rights import list_text_columns, load_rights
from oic_reports.release.readme import print_readmes
from oic_reports.release.release_notes import print_notes
from oic_reports.release.templating import open_templates
from oic_reports.release.validation_page import print_validation


def print_pages(described: Description, tables: Mapping[str, pa.Table], verdict: Verdict) -> dict[str, str]:
    """File name to content of every page for people, and of what they rest on: checks and measured accuracy."""
    environment = open_templates()
    rights = environment.get_template("LICENCES.md.jinja")
    return {
        **print_readmes(environment, described, tables),
        **print_codebooks(environment, described, tables),
        "LICENCES.md": rights.render(rights=load_rights(), columns=list_text_columns(described.schemas)),
        "notes.md": print_notes(environment, described, tables),
        "validation.html": print_validation(environment, described, tables, verdict),
        "validation.json": verdict.to_json(),
        **print_accuracy(),
    }
