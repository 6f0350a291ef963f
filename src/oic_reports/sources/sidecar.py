"""The sidecar of a received file: ``<file>.json`` beside it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from oic_reports.codes import RejectReason
from oic_reports.errors import ForeseenError
from oic_reports.sources.regular import open_regular, print_name
from oic_reports.sources.sidecar_place import find_sidecar

# as sources.url_scheme of expectations/sources.json
_ADDRESS = r"^https?://[^\s/]+"
_MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".json": "application/json",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".odt": "application/vnd.oasis.opendocument.text",
}


class SidecarError(ForeseenError):
    """A sidecar is missing or malformed, or belongs to another content.

    ``reason`` is a value of ``schemas/vocabularies/reject_reasons.csv``.
    """

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Sidecar(BaseModel):
    """What is known of a received file. What is not known is null, never invented.

    Only the address must be answered for, with null at least; whatever else is not known may be left out.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str | None = Field(pattern=_ADDRESS, description="address from which the file, or its text, came")
    archived_url: str | None = Field(default=None, pattern=_ADDRESS, description="address of an archived copy")
    symbol: str | None = Field(default=None, description="document symbol, where it is known from elsewhere")
    how_obtained: str | None = Field(default=None, min_length=1, description="who or what brought the file, and how")
    received: dt.date = Field(description="day on which it was received")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    bytes: int = Field(ge=0)
    media_type: str | None = Field(default=None, pattern=r"^[a-z]+/[a-z0-9.+-]+$")
    encoding: str | None = Field(default=None, description="encoding that the server declared")
    rights_note: str | None = Field(default=None, min_length=1, description="what is known of rights in the text")
    note: str | None = None
    date: dt.date | None = Field(default=None, description="date of the document, where it is known from elsewhere")
    final_url: str | None = Field(default=None, description="address to which the server led, where it is another one")
    fetched: AwareDatetime | None = Field(default=None, description="moment at which the answer was complete, in UTC")
    status: int | None = Field(default=None, ge=100, le=599, description="status of the answer")
    supersedes: str | None = Field(
        default=None, description="sha256 of an earlier version that this one replaces although it is much shorter"
    )
    headers: dict[str, str] = Field(default_factory=dict, description="header fields of the answer that matter later")


def guess_media_type(path: Path) -> str | None:
    """The media type that the ending of a file's name promises; None where it promises none."""
    return _MEDIA_TYPES.get(path.suffix.lower())


def print_sidecar(sidecar: Sidecar) -> bytes:
    """A sidecar as the content of its file."""
    return (sidecar.model_dump_json(indent=2) + "\n").encode()


def load_sidecar(path: Path, today: dt.date | None = None) -> Sidecar:
    """The sidecar of a received file; one that tells no day of receipt gets ``today``, where that is given.

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
    return parse_sidecar(place.name, content, today)


def parse_sidecar(name: str, content: bytes | None, today: dt.date | None = None) -> Sidecar:
    """A sidecar from its content (None where there is no such file), as ``load_sidecar`` gives it.

    Raises:
        SidecarError: ``sidecar_missing`` or ``sidecar_malformed``, naming the fields that are wrong.
    """
    place = print_name(name.rsplit("/", 1)[-1])
    if content is None:
        raise SidecarError("sidecar_missing", f"there is no {place} beside the file: describe where the file is from")
    try:
        return Sidecar.model_validate_json(_date(content, today))
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors())
        raise SidecarError("sidecar_malformed", f"{place} is not as declared: {faults}") from error


def _date(content: bytes, today: dt.date | None) -> bytes:
    """The content with the day of receipt, where it tells none and there is one."""
    try:
        told = json.loads(content) if today else None
    except ValueError:
        # what is no JSON is named where it is parsed
        return content
    if today is None or not isinstance(told, dict) or told.get("received") is not None:
        return content
    return json.dumps({**told, "received": today.isoformat()}).encode()
