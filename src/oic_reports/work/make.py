"""Make the leaves that are missing, each in a process of its own; and load them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from oic_reports.codes import RejectReason
from oic_reports.isolation.extraction import ReadingSettings, extract_file
from oic_reports.isolation.fresh import open_nursery_for
from oic_reports.model import Block, Extraction, Report, Source
from oic_reports.sources.raw_store import StoredFile
from oic_reports.work.keys import make_key
from oic_reports.work.leaf import Card, DamagedLeafError, dump_leaf
from oic_reports.work.leaf_store import LeafStore

# reasons that tell of the machine, not of the file: a limit that was met, a program that is missing
_PASSING: frozenset[RejectReason] = frozenset(
    (
        "time_limit", "memory_limit", "reader_failed", "file_vanished", "file_unreadable", "converter_missing",
        "ocr_missing", "ocr_needed",
    )
)  # fmt: skip
# slow files that are named
_NAMED = 10
# parts of the store of which one is made anew each night
_SAMPLES = 100
# leaves whose paragraphs are held at once: the documents of a collection are asked for one by one
_HELD = 8


class WorkSettings(ReadingSettings, Protocol):
    """The settings that making leaves needs (see ``settings``)."""

    @property
    def recognised(self) -> Path:
        """Folder of recognised and converted texts."""

    @property
    def workers(self) -> int:
        """Files read at once."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a batch: leaves made and found, files without a report, the slowest ones (seconds, name)."""

    made: int = 0
    found: int = 0
    refused: int = 0
    slowest: tuple[tuple[float, str], ...] = ()

    def __add__(self, other: Made) -> Made:
        """The sum of two batches."""
        slowest = sorted((*self.slowest, *other.slowest), reverse=True)[:_NAMED]
        return Made(self.made + other.made, self.found + other.found, self.refused + other.refused, tuple(slowest))

    def and_all(self, other: Made) -> Made:
        """What became of all files, of which ours were made anew before: ``other`` finds them, and they count once."""
        both = self + other
        return Made(both.made, max(0, other.found - self.made), other.refused, both.slowest)


def make_leaves(files: Sequence[StoredFile], settings: WorkSettings, leaves: LeafStore, *, force: bool = False) -> Made:
    """Make the leaf of each file that has none; as many at once as the settings say.

    A leaf that the machine is to blame for is tried again by the next call, and never takes the place of a sound one.
    The same call twice does no harm.

    Args:
        files: files of the raw store.
        settings: limits, and how many at once.
        leaves: where leaves lie.
        force: make also those that are there.
    """
    made = Made()
    missing = []
    for stored in files:
        found = None if force else _find(stored, settings, leaves)
        if found is None:
            missing.append(stored)
        else:
            made += found
    with share_nursery(len(missing)), ThreadPoolExecutor(max_workers=settings.workers) as pool:
        return sum(pool.map(lambda stored: _make(stored, settings, leaves), missing), made)


def share_nursery(number: int) -> AbstractContextManager[None]:
    """Let the children of all batches that are made meanwhile come from one nursery, where files are many enough."""
    return open_nursery_for(number)


def _find(stored: StoredFile, settings: WorkSettings, leaves: LeafStore) -> Made | None:
    """What is known of a file; None if it must be read."""
    if stored.reject is not None:
        return Made(refused=1)
    known = leaves.find_card(make_key(stored.source, settings.recognised, leaves.code))
    if known is None or known.is_passing:
        return None
    return Made(found=1, refused=int(not known.reports))


def _make(stored: StoredFile, settings: WorkSettings, leaves: LeafStore) -> Made:
    before = time.monotonic()
    extraction = _extract(stored, settings, leaves)
    slowest = (round(time.monotonic() - before, 3), stored.source.file_name)
    return Made(made=1, refused=int(not extraction.reports), slowest=(slowest,))


def _extract(stored: StoredFile, settings: WorkSettings, leaves: LeafStore) -> Extraction:
    extraction = extract_file(stored.path, stored.source, settings, settings.recognised)
    is_passing = any(reject.reason in _PASSING for reject in extraction.rejects)
    # what was recognised just now is part of the key
    key = make_key(stored.source, settings.recognised, leaves.code)
    if is_passing and _is_sound(leaves, key):
        # what was read once stays, however busy the machine is today
        return extraction
    leaves.put(key, dump_leaf(extraction, is_passing=is_passing))
    return extraction


def _is_sound(leaves: LeafStore, key: str) -> bool:
    known = leaves.find_card(key)
    if known is None or known.is_passing:
        return False
    try:
        leaves.load_blocks(key)
    except DamagedLeafError:
        return False
    return True


def check_sample(files: Sequence[StoredFile], settings: WorkSettings, leaves: LeafStore, turn: int) -> list[str]:
    """Make one leaf in a hundred anew, and name the files whose leaf is another now; the new leaf stays.

    A leaf is a pure function of its file and key: another one tells of a machine or a library that cannot be trusted.

    Args:
        files: files of the raw store.
        settings: limits, and how many at once.
        leaves: where leaves lie.
        turn: which hundredth, 0 to 99: the day of the year, say.
    """
    drawn = [
        stored
        for stored in files
        if stored.reject is None and int(stored.source.sha256[:8], 16) % _SAMPLES == turn % _SAMPLES
    ]

    def read(stored: StoredFile) -> bytes | None:
        return leaves.read(make_key(stored.source, settings.recognised, leaves.code))

    before = [(stored, leaf) for stored in drawn if (leaf := read(stored)) is not None]
    make_leaves([stored for stored, _ in before], settings, leaves, force=True)
    return [stored.source.file_name for stored, leaf in before if read(stored) != leaf]


class Shelf:
    """The leaves of the files of a run: cards of all, paragraphs one report at a time.

    ``has_passing`` says, once all cards are listed, that the machine was at fault with one: the next run tries again.
    """

    def __init__(self, files: Iterable[StoredFile], settings: WorkSettings, leaves: LeafStore) -> None:
        # two names may be printed alike, not with the same id
        self._files = {_name(stored.source): stored for stored in files}
        self._settings = settings
        self._leaves = leaves
        self._load = lru_cache(_HELD)(self._load_anew)
        self.has_passing = False

    def list_cards(self) -> Iterator[Extraction]:
        """An extraction without paragraphs for each file, in the order of the files; missing leaves are made."""
        for stored in self._files.values():
            if stored.reject is not None:
                yield Extraction(stored.source, rejects=(stored.reject,))
                continue
            card = self._find_card(stored)
            self.has_passing |= card.is_passing
            yield card.describe(stored.source)

    def load(self, card: Extraction) -> Extraction:
        """The extraction with the paragraphs of all its reports, which must be those of its leaf."""
        blocks = self._load(_name(card.source))
        reports = zip(card.reports, blocks, strict=True)
        return replace(card, reports=tuple(replace(report, blocks=own) for report, own in reports))

    def load_report(self, card: Extraction, number: int) -> Report:
        """One report of a card with its paragraphs; ``number`` counts from 0."""
        return replace(card.reports[number], blocks=self._load(_name(card.source))[number])

    def find_key(self, card: Extraction) -> str:
        """The leaf key of a card's file; empty where it has no leaf."""
        stored = self._files[_name(card.source)]
        return "" if stored.reject is not None else self._key(stored)

    def _find_card(self, stored: StoredFile) -> Card:
        card = self._leaves.find_card(self._key(stored))
        if card is None:
            _extract(stored, self._settings, self._leaves)
            card = self._leaves.find_card(self._key(stored))
        if card is None:
            msg = f"the leaf of {stored.source.file_name} cannot be read back: look at the disk of processed/.work"
            raise DamagedLeafError(msg)
        return card

    def _key(self, stored: StoredFile) -> str:
        return make_key(stored.source, self._settings.recognised, self._leaves.code)

    def _load_anew(self, name: tuple[str, str]) -> tuple[tuple[Block, ...], ...]:
        stored = self._files[name]
        try:
            return self._leaves.load_blocks(self._key(stored))
        except (FileNotFoundError, DamagedLeafError):
            _extract(stored, self._settings, self._leaves)
            return self._leaves.load_blocks(self._key(stored))


def _name(source: Source) -> tuple[str, str]:
    return source.file_name, source.source_id
