"""Pictures of paragraphs as they are printed: cut out of the source's pages once, kept by what they show.

A PDF is a stranger’s program: it is rendered in a child process with limits of time and memory,
and what comes back is taken as a picture only if it begins as a PNG does.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from oic_reports.errors import UnreadableFileError
from oic_reports.isolation.parent import Limits, cut_isolated
from oic_reports.model import Box
from oic_reports.release.checksums import hash_of
from oic_reports.site.release_contents import Row

FOLDER = "crops"
_PDF = "application/pdf"
# the first bytes of a PNG, up to its width and height: signature, length and name of the first chunk, two numbers
_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_SIZES = struct.Struct(">II")
# pixels of a picture for one of the page that shows it
_DENSITY = 2
# what names of pictures depend on beside what they show: to be raised when pictures are made in another way
_MADE = "1"


@dataclass(frozen=True, slots=True)
class Crop:
    """A picture: its address in the site, its size in pixels of a page, and the printed page that it is of."""

    address: str
    width: int
    height: int
    page: int


def address_of(sha256: str, box: Row) -> str:
    """Where the picture of a box of a source stands in the site."""
    shown = f"{_MADE} {sha256} {box['page']} {box['x0']} {box['top']} {box['x1']} {box['bottom']}"
    name = hashlib.sha256(shown.encode()).hexdigest()[:24]
    return f"{FOLDER}/{name[:2]}/{name}.png"


def is_pdf(source: Row) -> bool:
    """Whether pages of a source can be shown."""
    return bool(source["media_type"] == _PDF)


def cut_crops(
    source: Row, boxes: Sequence[Row], path: Path | None, site: Path, limits: Limits
) -> tuple[Mapping[str, list[Crop]], str | None]:
    """Pictures by paragraph id, made where they are not there yet; and the key of the words why some are missing.

    Args:
        source: the row of the received file.
        boxes: rows of ``boxes`` of one report.
        path: the file, None where it is not here.
        site: the folder of the site.
        limits: what the child process may take.
    """
    wanted = [(box, address_of(source["sha256"] or "", box)) for box in boxes]
    missing = [(box, address) for box, address in wanted if not (site / address).is_file()]
    why = _make(source, missing, path, site, limits) if missing else None
    found: dict[str, list[Crop]] = {}
    for box, address in wanted:
        size = _measure(site / address)
        if size is not None:
            crop = Crop(address, -(-size[0] // _DENSITY), -(-size[1] // _DENSITY), box["page"])
            found.setdefault(box["paragraph_id"], []).append(crop)
    return found, why


def _make(source: Row, missing: Sequence[tuple[Row, str]], path: Path | None, site: Path, limits: Limits) -> str | None:
    if path is None or not path.is_file() or hash_of(path) != source["sha256"]:
        return "crops_no_file"
    ordered = sorted(missing, key=lambda pair: pair[0]["page"])
    boxes = [Box(box["page"], box["x0"], box["top"], box["x1"], box["bottom"]) for box, _ in ordered]
    try:
        pictures = cut_isolated(path, boxes, limits)
    except UnreadableFileError:
        return "crops_failed"
    for (_, address), picture in zip(ordered, pictures, strict=False):
        if picture.startswith(_PNG):
            target = site / address
            target.parent.mkdir(parents=True, exist_ok=True)
            aside = target.with_suffix(".part")
            aside.write_bytes(picture)
            aside.replace(target)
    return None if len(pictures) == len(boxes) else "crops_failed"


def _measure(path: Path) -> tuple[int, int] | None:
    """Width and height of a PNG in its pixels; None where there is no such file."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_PNG) + _SIZES.size)
    except OSError:
        return None
    if not head.startswith(_PNG) or len(head) < len(_PNG) + _SIZES.size:
        return None
    width, height = _SIZES.unpack(head[len(_PNG) :])
    return width, height
