"""Types of flow parameters: Prefect writes them into the schema by which the server refuses a wrong value at once.

Descriptions stand in ``json_schema_extra`` since Prefect puts what a docstring says in the place of ``description``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from oic_reports.jobs.selection import list_bodies

# digits come first in classes of letters: Prefect prints no [a-z…], which it takes for a mark of style
_DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"

Since = Annotated[
    str | None,
    Field(
        title="since",
        json_schema_extra={
            "description": "Bring in new reports of meetings that ended on this day or later: YYYY-MM-DD."
        },
        pattern=_DAY,
    ),
]
Until = Annotated[
    str | None,
    Field(
        title="until",
        json_schema_extra={
            "description": "Bring in new reports of meetings that began on this day or earlier: YYYY-MM-DD."
        },
        pattern=_DAY,
    ),
]
Language = Annotated[
    Literal["ar", "en", "fr"] | None,
    Field(title="language", json_schema_extra={"description": "Bring in new reports in this language only."}),
]
Body = Annotated[
    # the server compares with the list; what runs without one is told by ``Selection.check``
    Annotated[str, Field(json_schema_extra={"enum": list(list_bodies())})] | None,
    Field(
        title="body",
        json_schema_extra={"description": "Bring in new reports of this body only: an id of the vocabulary of bodies."},
    ),
]
Source = Annotated[
    str | None,
    Field(
        title="source",
        json_schema_extra={
            "description": "Bring in new reports of this file (a source_id, src-…) or of this site (of raw/sites.csv)."
        },
        pattern=r"^(src-[0-9a-f]{16}|[0-9a-z]+(-[0-9a-z]+)*)$",
    ),
]
Document = Annotated[
    str | None,
    Field(
        title="document",
        json_schema_extra={"description": "Bring in this one report: a document id, ar-2013-09-25-cg-mali-report."},
        pattern=r"^(ar|en|fr)-[0-9a-z]+(-[0-9a-z]+)*$",
    ),
]
Force = Annotated[
    bool,
    Field(
        title="force",
        json_schema_extra={
            "description": "Read anew what is selected, and publish even if the data are those of the current release."
        },
    ),
]
DryRun = Annotated[
    bool,
    Field(
        title="dry_run",
        json_schema_extra={"description": "Do everything but publish; say of each report what would change, and why."},
    ),
]
Download = Annotated[
    bool,
    Field(
        title="download",
        json_schema_extra={
            "description": "Visit the addresses of raw/catalogue.csv; without it only raw/inbox/ is taken in, offline."
        },
    ),
]
Site = Annotated[
    str | None,
    Field(
        title="site",
        json_schema_extra={"description": "Visit the addresses of this site only: an id of raw/sites.csv."},
        pattern=r"^[0-9a-z]+(-[0-9a-z]+)*$",
    ),
]
Stage = Annotated[
    str,
    Field(
        title="stage",
        json_schema_extra={
            "description": "Name of the folder in processed/.stage/ through which steps hand over their results."
        },
        pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,79}$",
    ),
]
