"""``REUSE.toml`` and ``LICENSES/``: under which licence each file is, as the REUSE specification 3.3 has it."""

from __future__ import annotations

import json

from oic_reports.release.metadata.abstract import CREATOR
from oic_reports.release.metadata.description import Description
from oic_reports.release.metadata.rights import Licence, load_rights
from oic_reports.tables.schema import LANGUAGES

FILE = "REUSE.toml"
LICENCES = "LICENSES"
# results of checks and the report of them quote the texts that they are about
_QUOTING = ("validation.html", "validation.json")


def print_reuse(described: Description) -> dict[str, str]:
    """Path to content of the file and of the notices that it refers to."""
    rights = load_rights()
    year = described.facts.released[:4]
    ours = f"{year} {CREATOR}"
    texts = "Organisation of Islamic Cooperation (texts of the reports)"
    data = sorted({*(file.path for file in described.files if not file.kind.is_ours), *_QUOTING})
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
    notices = {f"{LICENCES}/{part.id}.txt": _print_notice(part) for part in (rights.annotations, rights.texts)}
    return {FILE: "\n".join(lines), **notices}


def _print_list(words: list[str]) -> str:
    return "[" + ", ".join(json.dumps(word, ensure_ascii=False) for word in words) + "]"


def _print_notice(licence: Licence) -> str:
    """What holds, in the three languages, and where the text of the licence is."""
    blocks = [f"{licence.name[language]}\n\n{licence.statement[language]}" for language in LANGUAGES]
    if licence.page:
        blocks.append(f"{licence.page}legalcode")
    return "\n\n".join(blocks) + "\n"
