"""Learn how sure a block is whose line reads like this, and tell how often such blocks are right.

``python benchmarks/confidence.py`` prints, for the blocks of the rounds at first sight as they fell (``as_fell.py``),
how many are called high, medium and low (``structure/learnt/confidence.py``), and how many of each are right: each
fifth of the rounds is held out, of the classifier of lines and of what is learnt here. ``--folder FOLDER`` adds a round
whose pages are not in the repository (its name is the round's, behind an ``r``): it is never learnt from, and is the
fairest. ``--write`` learns from all and writes ``src/oic_reports/structure/learnt/confidence.csv``.

Learning is logistic regression with a small quadratic penalty. What is learnt from are probabilities that the
classifier of lines gives to pages which it has not seen: of those that it has seen it is too sure.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, cast
from unittest import mock

import numpy as np
import numpy.typing as npt
from as_fell import Fallen, load_fallen
from first_sight import squeeze
from line_classifier import SPECIMENS, Learner, Sample, find_file, gather, use_weights
from scipy import optimize

from oic_reports.model import Confidence, Role
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.learnt import confidence
from oic_reports.structure.learnt.confidence import estimate, measure, name_confidence
from oic_reports.structure.learnt.line_classifier import estimate_line
from oic_reports.structure.learnt.line_features import list_line_features
from oic_reports.structure.report import list_parts

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src" / "oic_reports" / "structure" / "learnt" / "confidence.csv"
FOLDS = 5
# strength of the penalty, of a weight's square against the loss of one block
PENALTY = 1.0
# digits of a weight that are kept
_DIGITS = 3
LEVELS: tuple[Confidence, ...] = ("high", "medium", "low")

Measures = Mapping[str, float]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Page:
    """A page as it fell: its blocks, those of its lines that were not put aside, and where each begins."""

    round: str
    language: str
    blocks: Sequence[Fallen]
    starts: Sequence[int]
    features: Sequence[Sequence[str]]


class Rated(NamedTuple):
    """The measures of a block of which a truth says whether it is right."""

    language: str
    role: str
    measures: Measures
    is_right: bool


# a block, and what it is called
Called = tuple[Rated, Confidence]


def list_pages(folders: Sequence[Path], rounds: Container[str] | None = None) -> Iterator[Page]:
    """The pages that the table of blocks has, from rounds of the repository (all, or some) and folders beside it."""
    blocks: dict[tuple[str, str], list[Fallen]] = defaultdict(list)
    for row in load_fallen():
        blocks[row.round, row.page].append(row)
    own = [path for path in sorted((SPECIMENS / "rounds").iterdir()) if rounds is None or path.name in rounds]
    for folder in [*own, *folders]:
        for path in sorted(folder.glob("*.json")):
            name = folder.name.removeprefix("r")
            if (name, path.stem) in blocks:
                yield _read_page(name, path, blocks[name, path.stem])


def _read_page(name: str, path: Path, blocks: Sequence[Fallen]) -> Page:
    truth = json.loads(path.read_text(encoding="utf-8"))
    file = find_file(path)
    address = truth.get("address")
    reading = read_bytes(file.read_bytes(), file.name)
    parts = list_parts(reading, [address] if address else [])
    lines, starts, whole = [], [], ""
    for line in (line for part in parts for paragraph in part.paragraphs for line in paragraph.lines):
        own = squeeze(line.text)
        at = len(whole)
        whole += own
        if own and any(block.start <= at < block.start + block.length for block in blocks):
            lines.append(line)
            starts.append(at)
    # a page that is read anew in another order says no longer where its blocks stood
    known = [block for block in blocks if whole.startswith(block.begins, block.start)]
    return Page(name, truth["language"], known, starts, list_line_features(lines))


def rate_page(page: Page) -> Iterator[Rated]:
    """The blocks of a page, measured by the classifier of lines; those that begin inside a line tell nothing."""
    likely = [estimate_line(features) for features in page.features]
    places = {start: place for place, start in enumerate(page.starts)}
    for block in page.blocks:
        if block.right is None or block.start not in places:
            continue
        first, end = places[block.start], block.start + block.length
        last = next((place for place in range(first + 1, len(likely)) if page.starts[place] >= end), len(likely))
        below = likely[last] if last < len(likely) else None
        measures = measure(cast("Role", block.role), likely[first:last], below, has_label=block.has_label)
        yield Rated(page.language, block.role, measures, block.right)


def learn(rated: Sequence[Rated]) -> dict[str, float]:
    """The weight of each measure."""
    names = sorted({name for one in rated for name in one.measures})
    matrix = np.array([[one.measures.get(name, 0.0) for name in names] for one in rated])
    signs = np.array([1.0 if one.is_right else -1.0 for one in rated])

    def tell_loss(weights: Floats) -> tuple[float, Floats]:
        odds = signs * (matrix @ weights)
        loss = np.logaddexp(0, -odds).sum() + PENALTY * (weights**2).sum() / 2
        slope = -(matrix.T @ (signs / (1 + np.exp(odds)))) + PENALTY * weights
        return float(loss), slope

    found = optimize.minimize(tell_loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return dict(zip(names, np.round(found.x, _DIGITS).tolist(), strict=True))


def measure_unseen(pages: Sequence[Page], samples: Sequence[Sample], beside: Sequence[str]) -> dict[str, list[Rated]]:
    """By round, its blocks as a classifier of lines measures them that has not seen the round."""
    learner = Learner(samples)
    names = sorted({page.round for page in pages} - set(beside))
    folds = [names[number::FOLDS] for number in range(FOLDS)] + ([list(beside)] if beside else [])
    found: dict[str, list[Rated]] = defaultdict(list)
    for held in folds:
        unseen = {f"round {name}" for name in (*held, *beside)}
        weights = learner.learn([place for place, sample in enumerate(samples) if sample.group not in unseen])
        with use_weights(weights):
            for page in pages:
                if page.round in held:
                    found[page.round] += rate_page(page)
    return found


def call_unseen(rated: Mapping[str, Sequence[Rated]], beside: Sequence[str]) -> dict[str, list[Called]]:
    """By round, what each of its blocks is called by weights that were not learnt from it."""
    names = sorted(set(rated) - set(beside))
    folds = [names[number::FOLDS] for number in range(FOLDS)] + ([list(beside)] if beside else [])
    called = {}
    for held in folds:
        weights = learn([one for name, own in rated.items() if name not in {*held, *beside} for one in own])
        with mock.patch.object(confidence, "_load_weights", lambda weights=weights: weights):
            for name in held:
                called[name] = [(one, name_confidence(estimate(one.measures))) for one in rated[name]]
    return called


def print_worth(called: Mapping[str, Sequence[Called]]) -> None:
    """Blocks of each level and the share of them that is right, in percent: by round, language and role."""
    everything = [pair for pairs in called.values() for pair in pairs]
    groups: dict[str, list[Called]] = {f"round {name}": list(own) for name, own in sorted(called.items())}
    for name in ("language", "role"):
        for value in sorted({getattr(one, name) for one, _ in everything}):
            groups[value] = [pair for pair in everything if getattr(pair[0], name) == value]
    print(f"{'':<12}{'blocks':>8}{'right':>8}" + "".join(f"{level:>10}{'right':>8}" for level in LEVELS))
    for group, pairs in [*groups.items(), ("all", everything)]:
        right = Counter(level for one, level in pairs if one.is_right)
        counts = Counter(level for _, level in pairs)
        cells = "".join(f"{counts[level]:>10}{_share(right[level], counts[level]):>8}" for level in LEVELS)
        print(f"{group:<12}{len(pairs):>8}{_share(right.total(), len(pairs)):>8}{cells}")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}" if whole else "-"


def write(weights: Mapping[str, float]) -> None:
    """The weights as ``confidence.csv``."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("measure", "weight"))
        writer.writerows(weights.items())


def main() -> None:
    """Print how often blocks of each level are right; learn the weights anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, action="append", default=[], help="a round that is not learnt from")
    parser.add_argument("--write", action="store_true", help="learn from all, and write the weights")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        samples = gather([], Path(scratch))
    beside = [folder.name.removeprefix("r") for folder in options.folder]
    rated = measure_unseen(list(list_pages(options.folder)), samples, beside)
    if options.write:
        write(learn([one for name, own in rated.items() if name not in beside for one in own]))
    print_worth(call_unseen(rated, beside))


if __name__ == "__main__":
    sys.exit(main())
