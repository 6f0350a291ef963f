"""What every document of a release says of it."""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "OIC reports: paragraphs of the reports of the Organisation of Islamic Cooperation"
DESCRIPTION = (
    "Reports of the Organisation of Islamic Cooperation (contact groups, ministers' councils, summits) in Arabic,"
    " English and French, paragraph by paragraph: raw text, repaired text, every repair, printed numbers, header facts,"
    " and the source of each. Made by the open pipeline oic-reports and checked before release."
)

# of annotations and metadata; texts stay whose they are
LICENCE = "CC-BY-4.0"


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """The inputs of a release that are not in its tables.

    ``without`` names the parts that it is to be without, ``previous`` is the version that it follows.
    """

    version: str
    released: str
    schema_version: str
    code_version: str
    without: tuple[str, ...] = ()
    previous: str | None = None
