"""The front matter of ``README.md``: the card of a dataset, by which ``load_dataset(FOLDER)`` finds the tables."""

from __future__ import annotations

from typing import Any

import yaml

from oic_reports.release.metadata.abstract import TITLE
from oic_reports.release.metadata.description import Description

# what is loaded when no name is said
_DEFAULT = "paragraphs"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_MORE = "1M<n<10M"


def print_front_matter(described: Description) -> str:
    """The YAML between two lines of dashes, with which the card begins."""
    rows = described.holdings.paragraphs
    card: dict[str, Any] = {
        "pretty_name": TITLE["en"],
        "language": [value for value, _ in described.holdings.languages],
        "license": "other",
        "license_name": "oic-texts-and-cc-by-4.0-annotations",
        "license_link": "LICENCES.md",
        "size_categories": [next((name for most, name in _SIZES if rows < most), _MORE)],
        "task_categories": ["text-classification", "text-retrieval"],
        "tags": ["diplomacy", "parquet"],
        "configs": [
            {
                "config_name": name,
                "data_files": [{"split": "train", "path": f"{name}.parquet"}],
                **({"default": True} if name == _DEFAULT else {}),
            }
            for name in sorted(described.schemas, key=lambda name: name != _DEFAULT)
            # a table without rows cannot be loaded: "corresponds to no data"
            if described.rows[name]
        ],
    }
    return f"---\n{yaml.safe_dump(card, allow_unicode=True, sort_keys=False, width=120)}---\n"
