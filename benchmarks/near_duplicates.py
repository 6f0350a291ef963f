"""How long it takes to find copies among many documents, and whether they are found. ``make bench-copies``.

Invented texts, four in five of them once, the others twice: as they are, with one word in fifty changed and a paragraph
less. Half of all documents are of meetings with other reports. Nothing is read: ``identity.copies`` alone is measured.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time

from oic_reports.identity.copies import join_copies
from oic_reports.model import Block, Extraction, Header, Report, Source

_LEXICON = 20_000
_PARAGRAPHS = 12
_WORDS = 45
# share of the texts that come twice, and of the words that are then others
_TWICE = 0.2
_CHANGED = 0.02


def make(number: int, paragraphs: list[str], meeting: str) -> Extraction:
    """One file with one report."""
    digest = f"{number:064x}"
    blocks = tuple(
        Block(role="operative", text_raw=text, text=text, language="en", ordinal=place)
        for place, text in enumerate(paragraphs, 1)
    )
    header = Header("en", document_type="report", body_id="cfm", meeting_id=meeting)
    source = Source(f"src-{digest[-16:]}", f"reports/{number}.txt", digest, 9, received="2026-11-01")
    return Extraction(source, reports=(Report(header, blocks),))


def make_all(count: int) -> tuple[list[Extraction], int]:
    """The files, and how many of them are copies."""
    drawn = random.Random(0)  # noqa: S311  (the same texts each time)
    lexicon = ["".join(drawn.choices("abdefgiklmnoprstu", k=drawn.randint(3, 9))) for _ in range(_LEXICON)]
    weights = [1 / (rank + 10) for rank in range(_LEXICON)]
    files: list[Extraction] = []
    copies = 0
    while len(files) < count:
        paragraphs = [" ".join(drawn.choices(lexicon, weights, k=_WORDS)) for _ in range(_PARAGRAPHS)]
        meeting = f"cfm-{len(files) // 20 if len(files) % 2 else len(files) + count}"
        files.append(make(len(files), paragraphs, meeting))
        if drawn.random() < _TWICE and len(files) < count:
            other = [
                " ".join(drawn.choice(lexicon) if drawn.random() < _CHANGED else word for word in text.split())
                for text in paragraphs[1:]
            ]
            files.append(make(len(files), other, meeting))
            copies += 1
    return files, copies


def main() -> int:
    """Print one line for each number of documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", default=[5_000, 20_000])
    for count in parser.parse_args().counts:
        files, copies = make_all(count)
        begun = time.perf_counter(), time.process_time()
        joined = join_copies(files, ())
        wall, processor = time.perf_counter() - begun[0], time.process_time() - begun[1]
        found = sum(not extraction.reports for extraction in joined.extractions)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(
            f"{count} documents: {wall:.1f} s ({processor:.1f} s of a processor), {memory:.0f} MB at most;"
            f" {found} of {copies} copies found, {len(joined.near)} pairs only near\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
