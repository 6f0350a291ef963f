"""The form of a leaf: a card (all but paragraphs), then the paragraphs, each compressed, with its length and checksum.

Cards are small: names are given by cards alone, and paragraphs are loaded one report at a time. A leaf knows nothing of
where its file came from, so that a new sidecar makes no new leaf.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pyarrow as pa
from pydantic import TypeAdapter, ValidationError

from oic_reports.codes import RejectReason, RejectStage
from oic_reports.errors import ForeseenError
from oic_reports.identity.copies import mark_text
from oic_reports.identity.texts import print_fingerprint
from oic_reports.model import Block, Extraction, ReadingFacts, Reject, Report, Source

_MAGIC = b"oicleaf1"
# lengths and CRC-32 of the two parts, and the sizes that they unpack to
_HEAD = struct.Struct("<8s6I")
HEAD_BYTES = _HEAD.size
# zstd: 3 is its default, 9 is a tenth smaller and takes four times as long
_LEVEL = 3


class DamagedLeafError(ForeseenError):
    """A leaf is cut off or altered: it is made again."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file, or a report of it, is not published: a reject without its source."""

    stage: RejectStage
    reason: RejectReason
    detail: str


@dataclass(frozen=True, slots=True)
class Card:
    """A leaf without its paragraphs. ``is_passing`` says that the machine was at fault: the next run tries again."""

    reading: ReadingFacts | None = None
    reports: tuple[Report, ...] = ()
    faults: tuple[Fault, ...] = ()
    fingerprint: str | None = None
    key: str | None = None
    is_passing: bool = False

    def describe(self, source: Source) -> Extraction:
        """The card as an extraction of a source: its reports without paragraphs."""
        rejects = tuple(Reject(source.source_id, source.file_name, f.stage, f.reason, f.detail) for f in self.faults)
        return Extraction(source, self.reading, self.reports, rejects, self.fingerprint, self.key)


@dataclass(frozen=True, slots=True)
class Head:
    """Where the parts of a leaf are: lengths, checksums and unpacked sizes of card and paragraphs."""

    card: int
    card_sum: int
    card_size: int
    blocks: int
    blocks_sum: int
    blocks_size: int


def dump_leaf(extraction: Extraction, *, is_passing: bool) -> bytes:
    """The leaf of what was read of a file, the same bytes for the same extraction."""
    card = Card(
        extraction.reading,
        tuple(replace(report, blocks=(), marks=None) for report in extraction.reports),
        tuple(Fault(reject.stage, reject.reason, reject.detail) for reject in extraction.rejects),
    )
    blocks = _write(_blocks_form(), tuple(report.blocks for report in extraction.reports))
    key = None if is_passing else _print_key(_write(_card_form(), card), blocks)
    card = replace(
        card,
        reports=tuple(
            replace(own, marks=mark_text(report)) for own, report in zip(card.reports, extraction.reports, strict=True)
        ),
        fingerprint=print_fingerprint(extraction.reports) if extraction.reports else None,
        key=key,
        is_passing=is_passing,
    )
    head, packed = [], []
    for part in (_write(_card_form(), card), blocks):
        content = pa.Codec("zstd", _LEVEL).compress(part, asbytes=True)
        head += [len(content), zlib.crc32(content), len(part)]
        packed.append(content)
    return _HEAD.pack(_MAGIC, *head) + b"".join(packed)


def _print_key(card: bytes, blocks: bytes) -> str:
    """The published key of an extraction: the sha256, as hex digits, of what was read, not of what read it.

    The key under which a leaf lies holds code, libraries and the release of Python; each comment in the code makes
    another one, and another release of every row, were it published (docs/decisions/0031-rooms.md).
    """
    return hashlib.sha256(len(card).to_bytes(8, "big") + card + blocks).hexdigest()


def parse_head(content: bytes) -> Head:
    """The first ``HEAD_BYTES`` of a leaf.

    Raises:
        DamagedLeafError: they are no head of a leaf.
    """
    if len(content) < HEAD_BYTES or not content.startswith(_MAGIC):
        raise DamagedLeafError("no leaf of this form")
    return Head(*_HEAD.unpack(content[:HEAD_BYTES])[1:])


def parse_card(head: Head, content: bytes) -> Card:
    """The card from its bytes.

    Raises:
        DamagedLeafError: they are not what was written.
    """
    try:
        return _card_form().validate_json(_unpack(content, head.card, head.card_sum, head.card_size))
    except ValidationError as error:
        raise DamagedLeafError("a card that is not as declared") from error


def parse_blocks(head: Head, content: bytes) -> tuple[tuple[Block, ...], ...]:
    """The paragraphs of each report from their bytes.

    Raises:
        DamagedLeafError: they are not what was written.
    """
    try:
        return _blocks_form().validate_json(_unpack(content, head.blocks, head.blocks_sum, head.blocks_size))
    except ValidationError as error:
        raise DamagedLeafError("paragraphs that are not as declared") from error


def _write(form: TypeAdapter[Any], part: Any) -> bytes:  # noqa: ANN401  (either part)
    """A part as JSON, with the names of ``report_json``, without what is as it is by rule."""
    return form.dump_json(part, exclude_defaults=True, by_alias=True)


def _unpack(content: bytes, length: int, checksum: int, size: int) -> bytes:
    if len(content) != length or zlib.crc32(content) != checksum:
        raise DamagedLeafError("cut off or altered")
    unpacked: bytes = pa.Codec("zstd").decompress(content, size, asbytes=True)
    return unpacked


@cache
def _card_form() -> TypeAdapter[Card]:
    return TypeAdapter(Card)


@cache
def _blocks_form() -> TypeAdapter[tuple[tuple[Block, ...], ...]]:
    return TypeAdapter(tuple[tuple[Block, ...], ...])
