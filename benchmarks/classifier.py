"""Learn what texts of the OIC's own read like, and tell what that is worth on texts that were not learnt from.

``python benchmarks/classifier.py`` prints, for beginnings that were labelled by readers who saw no rule
(``tests/specimens/judged``, a fifth held out at a time) and for each round at first sight (all of it held out), how
many of ours are refused and how many of others taken, by the signs and by the classifier; of those refused how many
are taken after all (``second_opinion.SURE``) or named as likely (``LIKELY``), of those taken by signs how many are
flagged (``find_least``), rightly and wrongly. ``--folder FOLDER`` adds rounds that are not in the repository: they are
never learnt from. ``--write`` learns from all and writes ``src/oic_reports/structure/ours/classifier.csv``.

Learning is logistic regression with a quadratic penalty, by Newton's method, in the space of the samples, of which
there are fewer than features (Zhu and Hastie, "Kernel Logistic Regression and the Import Vector Machine", 2005). Both
kinds weigh the same in sum.
"""

from __future__ import annotations

import argparse
import csv
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from oic_reports.codes import RejectReason
from oic_reports.errors import UnreadableFileError
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.classifier import BIAS, UNIT, list_features
from oic_reports.structure.ours.estimated import has_enough_text
from oic_reports.structure.ours.judgement import NoReportError, weigh
from oic_reports.structure.ours.second_opinion import DOUBTED, LIKELY, SURE, find_least
from oic_reports.structure.ours.signs import find_signs
from oic_reports.structure.report import list_judged

ROOT = Path(__file__).resolve().parents[1]
SPECIMENS = ROOT / "tests" / "specimens"
WEIGHTS = ROOT / "src" / "oic_reports" / "structure" / "ours" / "classifier.csv"
# texts in which a feature occurs at least; features that are kept, those that weigh most
LEAST_TEXTS = 5
KEPT = 3000
# of the penalty: 1 by it is the strength of one sample against the weights' square
STRENGTH = 30
FOLDS = 5
_STEPS = 25
# change of a coefficient at which a step is the last
_CLOSE = 1e-9
# names of files that are reports, or none, by their label ``rejected``
_LABELLED = ("open", "held")

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """A text with its label, what the classifier looks at in it, and what the signs make of it.

    ``group`` is held out as one; a sample without one is only learnt from. ``may_be_taken``: no sign says whose it
    is, and there is enough of it to tell by its words; ``least``: the probability below which it is flagged.
    """

    group: str | None
    name: str
    language: str
    is_ours: bool
    features: frozenset[str]
    refused: RejectReason | None
    may_be_taken: bool
    least: float = DOUBTED


class Text(NamedTuple):
    """A labelled text before it is read: its bytes, the name of its file, and the address of its page."""

    name: str
    is_ours: bool
    content: bytes
    file: str
    address: Any


def gather(folders: Sequence[Path]) -> list[Sample]:
    """All labelled texts of the repository, and those of folders beside it, whose groups begin with ``beside``."""
    samples = []
    for path in sorted((SPECIMENS / "judged").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            truth = json.loads(line)
            fold = zlib.crc32(truth["id"].encode()) % FOLDS
            text = Text(truth["id"], truth["ours"], truth["text"].encode(), "x.txt", truth["address"])
            samples += _sample(f"judged {fold}", text)
    rounds = sorted((SPECIMENS / "structure" / "rounds").iterdir())
    for kind, paths in (("round", rounds), ("beside", folders)):
        for folder in paths:
            for path, truth in _list_truths(folder):
                text = Text(path.stem, bool(truth["ours"]), path.read_bytes(), path.name, truth.get("address"))
                samples += _sample(f"{kind} {folder.name}", text)
    for name in _LABELLED:
        for path, truth in _list_truths(SPECIMENS / "structure" / name):
            if path.suffix in {".txt", ".html"}:
                samples += _sample(None, Text(path.stem, not truth["rejected"], path.read_bytes(), path.name, None))
    return samples


def _list_truths(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(folder.glob("*.json")):
        (file,) = (other for other in folder.glob(f"{path.stem}.*") if other.suffix != ".json")
        yield file, json.loads(path.read_text(encoding="utf-8"))


def _sample(group: str | None, text: Text) -> list[Sample]:
    """The sample of a text; none of one in a language that is not read."""
    try:
        reading = read_bytes(text.content, text.file)
    except UnreadableFileError:
        return []
    header, blocks, language = list_judged(reading, [text.address] if text.address else [])
    signs = find_signs(header, blocks, language)
    refused: RejectReason | None = None
    is_unclaimed = False
    try:
        weigh(header, blocks, signs, language)
    except NoReportError as error:
        refused, is_unclaimed = error.reason, error.is_unclaimed
    features = list_features(header, blocks, signs, language)
    may_be_taken = is_unclaimed and has_enough_text(blocks, language)
    least = find_least(sign.name for sign in signs)
    return [Sample(group, text.name, language, text.is_ours, features, refused, may_be_taken, least)]


def learn(samples: Sequence[Sample]) -> dict[str, float]:
    """Weights by feature, the constant term among them; those that weigh least are left out."""
    counts = Counter(feature for sample in samples for feature in sample.features)
    names = sorted(feature for feature, count in counts.items() if count >= LEAST_TEXTS)
    places = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(samples), len(names) + 1))
    for row, sample in enumerate(samples):
        known = [places[feature] for feature in sample.features if feature in places]
        matrix[row, known] = 1 / np.sqrt(len(sample.features))
    # the constant term, hardly penalised
    matrix[:, -1] = 10
    ours = np.array([sample.is_ours for sample in samples], dtype=float)
    shares = np.where(ours == 1, len(samples) / (2 * ours.sum()), len(samples) / (2 * (1 - ours).sum()))
    learnt = matrix.T @ _solve(matrix @ matrix.T, ours, shares)
    weights = {name: float(learnt[place]) for name, place in places.items()}
    strongest = sorted(weights, key=lambda name: (-abs(weights[name]), name))[:KEPT]
    return {BIAS: float(learnt[-1] * 10)} | {name: weights[name] for name in sorted(strongest)}


def _solve(kernel: Floats, ours: Floats, shares: Floats) -> Floats:
    """The samples' coefficients at the minimum of the penalised loss, by Newton's method."""
    found = np.zeros(len(ours))
    for _ in range(_STEPS):
        probability = 1 / (1 + np.exp(-np.clip(kernel @ found, -30, 30)))
        curve = np.maximum(shares * probability * (1 - probability), 1e-9)
        aim = kernel @ found + shares * (ours - probability) / curve
        step = np.linalg.solve(kernel + np.diag(1 / (STRENGTH * curve)), aim)
        if np.abs(step - found).max() < _CLOSE:
            break
        found = step
    return found


def rate(sample: Sample, weights: dict[str, float]) -> float:
    """The probability that a sample is ours, as ``classifier.estimate`` finds it."""
    score = sum(weights.get(feature, 0) for feature in sample.features) / np.sqrt(max(len(sample.features), 1))
    return float(1 / (1 + np.exp(-(score + weights[BIAS]))))


def hold_out(samples: Sequence[Sample]) -> dict[str, list[tuple[Sample, float]]]:
    """Each group with the probabilities of its samples, learnt from all others; what is beside is never learnt from."""
    inside = [sample for sample in samples if not (sample.group or "").startswith("beside")]
    whole = learn(inside)
    found = {}
    for group in sorted({sample.group for sample in samples if sample.group}):
        weights = whole if group.startswith("beside") else learn([sample for sample in inside if sample.group != group])
        found[group] = [(sample, rate(sample, weights)) for sample in samples if sample.group == group]
    return found


def print_worth(found: dict[str, list[tuple[Sample, float]]]) -> None:
    """What signs and classifier get wrong, and what the second opinion says of it, by group and language."""
    groups = {"judged": [pair for group, pairs in found.items() if group.startswith("judged") for pair in pairs]}
    for language in ("ar", "en", "fr"):
        groups[f"judged {language}"] = [pair for pair in groups["judged"] if pair[0].language == language]
    groups |= {group: pairs for group, pairs in found.items() if not group.startswith("judged")}
    heads = ("ours", "others", "signs: refused", "taken", "words: refused", "taken", "after all: ours", "others")
    heads += ("named: ours", "others", "flagged: others", "ours")
    print(f"{'texts':<12}" + "".join(f"{head:>16}" for head in heads))
    for group, pairs in groups.items():
        ours = [pair for pair in pairs if pair[0].is_ours]
        others = [pair for pair in pairs if not pair[0].is_ours]
        cells = (
            len(ours),
            len(others),
            sum(sample.refused is not None for sample, _ in ours),
            sum(sample.refused is None for sample, _ in others),
            sum(probability < 1 / 2 for _, probability in ours),
            sum(probability >= 1 / 2 for _, probability in others),
            sum(map(is_taken_after_all, ours)),
            sum(map(is_taken_after_all, others)),
            sum(map(is_named, ours)),
            sum(map(is_named, others)),
            sum(map(is_flagged, others)),
            sum(map(is_flagged, ours)),
        )
        print(f"{group:<12}" + "".join(f"{cell:>16}" for cell in cells))


def is_taken_after_all(pair: tuple[Sample, float]) -> bool:
    """Whether a text that the signs refuse is taken by its words."""
    sample, probability = pair
    return sample.may_be_taken and probability >= SURE


def is_named(pair: tuple[Sample, float]) -> bool:
    """Whether the reject of a text says that it reads like the OIC's own."""
    sample, probability = pair
    is_refused = sample.refused not in {None, "other_organisation"} and not is_taken_after_all(pair)
    return is_refused and probability >= LIKELY


def is_flagged(pair: tuple[Sample, float]) -> bool:
    """Whether a text that is taken is flagged as one that reads like others'."""
    sample, probability = pair
    return sample.refused is None and probability < sample.least


def write(weights: dict[str, float]) -> None:
    """The weights as ``classifier.csv``, in thousandths."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerows((feature, round(weight * UNIT)) for feature, weight in weights.items())


def main() -> None:
    """Print what the classifier is worth; learn it anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, action="append", default=[], help="a round that is not learnt from")
    parser.add_argument("--write", action="store_true", help="learn from all, and write the weights")
    options = parser.parse_args()
    samples = gather(options.folder)
    if options.write:
        write(learn([sample for sample in samples if not (sample.group or "").startswith("beside")]))
    print_worth(hold_out(samples))


if __name__ == "__main__":
    main()
