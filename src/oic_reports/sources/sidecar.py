"""The sidecar of a received file: ``<file>.json`` beside it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from oic_reports.codes import RejectReason
from oic_reports.sources.regular import open_regular, print_name

SUFFIX = ".json"
# as sources.url_scheme of expectations/sources.json
_ADDRESS = r"^https?://[^\s/]+"
RIGHTS = (
    "Issued by an intergovernmental organisation for public information; no licence text found. The text stays theirs;"
    " our annotations are CC BY 4.0."
)


class SidecarError(Exception):
    """A sidecar is missing or malformed, or belongs to another content.

    ``reason`` is a value of ``schemas/vocabularies/reject_reasons.csv``.
    """

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Sidecar(BaseModel):
    """What is known of a received file. What is not known is null, never invented."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str | None = Field(pattern=_ADDRESS, description="address from which the file, or its text, came")
    archived_url: str | None = Field(default=None, pattern=_ADDRESS, description="address of an archived copy")
    symbol: str | None = Field(default=None, description="document symbol, where it is known from elsewhere")
    how_obtained: str = Field(min_length=1, description="who or what brought the file, and how")
    received: dt.date = Field(description="day on which it was received")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    bytes: int = Field(ge=0)
    media_type: str = Field(pattern=r"^[a-z]+/[a-z0-9.+-]+$")
    encoding: str | None = Field(default=None, description="encoding that the server declared")
    rights_note: str = Field(min_length=1)
    note: str | None = None
    date: dt.date | None = Field(default=None, description="date of the document, where it is known from elsewhere")
    final_url: str | None = Field(default=None, description="address to which the server led, where it is another one")
    fetched: AwareDatetime | None = Field(default=None, description="moment at which the answer was complete, in UTC")
    status: int | None = Field(default=None, ge=100, le=599, description="status of the answer")
    supersedes: str | None = Field(
        default=None, description="sha256 of an earlier version that this one replaces although it is much shorter"
    )
    headers: dict[str, str] = Field(default_factory=dict, description="header fields of the answer that matter later")


def find_sidecar(path: Path) -> Path:
    """Where the sidecar of a file is, whether it is there or not."""
    return path.with_name(path.name + SUFFIX)


def load_sidecar(path: Path) -> Sidecar:
    """The sidecar of a received file.

    Raises:
        SidecarError: ``sidecar_missing`` or ``sidecar_malformed``, naming the fields that are wrong.
    """
    place = find_sidecar(path)
    try:
        with open_regular(place) as file:
            content = file.read()
    except FileNotFoundError:
        content = None
    except OSError as error:
        raise SidecarError("sidecar_malformed", f"{print_name(place.name)} cannot be read: {error.strerror}") from error
    return parse_sidecar(place.name, content)


def parse_sidecar(name: str, content: bytes | None) -> Sidecar:
    """A sidecar from its content; None where there is no such file.

    Raises:
        SidecarError: ``sidecar_missing`` or ``sidecar_malformed``, naming the fields that are wrong.
    """
    place = print_name(name.rsplit("/", 1)[-1])
    if content is None:
        raise SidecarError("sidecar_missing", f"there is no {place} beside the file: describe where the file is from")
    try:
        return Sidecar.model_validate_json(content)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors())
        raise SidecarError("sidecar_malformed", f"{place} is not as declared: {faults}") from error
