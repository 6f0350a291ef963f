"""``REUSE.toml`` and ``LICENSES/``: under which licence each file is, as the REUSE specification 3.3 has it."""

from __future__ import annotations

import json

from oic_reports.release.files import load_file_kinds
from oic_reports.release.metadata.abstract import CREATOR
from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.rights import Licence, load_rights
from oic_reports.resources import find_declared
from oic_reports.tables.schema import LANGUAGES

FILE = "REUSE.toml"
LICENCES = "LICENSES"


def print_reuse(described: Description) -> dict[str, str]:
    """Path to content of the file and of the licences that it refers to."""
    rights = load_rights()
    year = described.facts.released[:4]
    ours = f"{year} {CREATOR}"
    texts = "Organisation of Islamic Cooperation (texts of the reports)"
    # pages that quote texts are written after the data
    quoting = (kind.path for kind in load_file_kinds() if not kind.is_ours and not kind.each)
    data = sorted({*(file.path for file in described.files if not file.kind.is_ours), *quoting})
    annotations = [
        (["**"], [ours], rights.annotations.id),
        # the last that fits a file holds
        (data, [ours, texts], rights.of_data),
    ]
    lines = ["version = 1", ""]
    for paths, holders, expression in annotations:
        lines += [
            "[[annotations]]",
            f"path = {_print_list(paths)}",
            'precedence = "override"',
            f"SPDX-FileCopyrightText = {_print_list(holders)}",
            f"SPDX-License-Identifier = {json.dumps(expression)}",
            "",
        ]
    return {
        FILE: "\n".join(lines),
        f"{LICENCES}/{rights.annotations.id}.txt": load_licence(rights.annotations),
        f"{LICENCES}/{rights.texts.id}.txt": _print_statement(rights.texts),
    }


def load_licence(licence: Licence) -> str:
    """The text of a licence that has one.

    Raises:
        FileNotFoundError: this installation lacks it.
    """
    return (find_declared(LICENCES) / f"{licence.id}.txt").read_text(encoding="utf-8")


def _print_list(words: list[str]) -> str:
    return "[" + ", ".join(json.dumps(word, ensure_ascii=False) for word in words) + "]"


def _print_statement(licence: Licence) -> str:
    """What holds where there is no licence, in the three languages."""
    return "\n\n".join(f"{licence.name[language]}\n\n{licence.statement[language]}" for language in LANGUAGES) + "\n"
