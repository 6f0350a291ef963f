"""Histories at random: files that come and go at addresses, a release after some of them.

Whatever a site does, no published document vanishes, no id changes hands unduly, and the order of files means nothing. At
every commit there are twelve histories at one address and twelve at three; `make nightly` has 200 of each.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace

import pytest

from oic_reports.identity.identify import identify
from oic_reports.model import Sighting
from oic_reports.release.id_history import extend_history
from oic_reports.tables.tabulate import tabulate

ADDRESSES = [f"http://{name}.example/report" for name in "abc"]
STEPS = 9


def drop(number):
    return lambda blocks: tuple(block for place, block in enumerate(blocks) if place != number)


def reword(number):
    def change(blocks):
        text = f"{blocks[number].text} Amended."
        return (*blocks[:number], replace(blocks[number], text=text, text_raw=text), *blocks[number + 1 :])

    return change


def keep(share):
    return lambda blocks: blocks[: max(3, round(len(blocks) * share))]


def swap_words(blocks):
    """Another document: every second word is another one."""
    texts = [" ".join(f"{w}q" if n % 2 else w for n, w in enumerate(block.text.split())) for block in blocks]
    return tuple(replace(block, text=text, text_raw=text) for block, text in zip(blocks, texts, strict=True))


CHANGES = {
    "whole": lambda blocks: blocks,
    "word": reword(5),
    "other word": reword(9),
    "without one": drop(6),
    "without one, a word": lambda blocks: reword(9)(drop(6)(blocks)),
    "most": keep(0.85),
    "half": keep(0.55),
    "half, a word": lambda blocks: reword(4)(keep(0.55)(blocks)),
    "another": swap_words,
}


def make(base, name, sightings):
    change, _, redated = name
    number = hashlib.sha256(repr(name).encode()).hexdigest()[:16]
    source = replace(
        base.source,
        source_id=f"src-{number}",
        sha256=number * 4,
        file_name=f"reports/x/{number}/report.html",
        received=min(moment for _, moment in sightings)[:10],
        sightings=tuple(sorted(Sighting(*sighting) for sighting in sightings)),
    )
    (report,) = base.reports
    header = replace(report.header, date="2018-01-05") if redated else report.header
    blocks = tuple(replace(block, eid=None) for block in CHANGES[change](report.blocks))
    changed = replace(report, source_id=source.source_id, document_id=None, header=header, blocks=blocks)
    return replace(base, source=source, reports=(changed,), rejects=())


def print_outcome(extractions):
    return [
        (e.source.file_name, [r.document_id for r in e.reports], [r.reason for r in e.rejects]) for e in extractions
    ]


def pytest_generate_tests(metafunc):
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(metafunc.config.getoption("--histories")))


@pytest.mark.parametrize("places", [1, 3], ids=["one address", "three addresses"])
def test_no_published_document_vanishes(extractions, seed, places):
    base = next(e for e in extractions if e.reports[0].header.language == "en")
    chance = random.Random(seed)
    received, latest = {}, {}
    previous, published = None, set()
    for day in range(1, STEPS + 1):
        address = chance.choice(ADDRESSES[:places])
        name = (chance.choice(list(CHANGES)), chance.choice([0, 0, 0, 1]), chance.random() < 0.2)
        if latest.get(address) == name:
            continue
        latest[address] = name
        received.setdefault(name, []).append((address, f"2026-12-{day:02}T02:00:00+00:00"))
        files = [make(base, name, sightings) for name, sightings in received.items()]
        named = identify(files, previous)
        shuffled = chance.sample(files, len(files))
        assert print_outcome(identify(shuffled, previous)) == print_outcome(named)
        if chance.random() < 0.3:
            continue
        tables = tabulate(named)
        history = extend_history(previous["id_history"] if previous else None, tables, f"2026.12.{day}")
        tables["id_history"] = history
        documents = set(tables["documents"].column("document_id").to_pylist())
        assert published <= documents
        # the release can be made anew from its own tables, whatever came since
        again = identify(files, tables, f"2026-12-{day:02}")
        assert print_outcome(again) == print_outcome(named)
        assert extend_history(history, {**tabulate(again)}, f"2026.12.{day}").equals(history)
        previous, published = tables, documents
