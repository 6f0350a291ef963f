"""Learn what texts of the OIC's own read like, and tell what that is worth on texts that were not learnt from.

``python benchmarks/classifier.py`` prints, for beginnings that were labelled by readers who saw no rule
(``tests/specimens/judged``, a tenth held out at a time) and for each round at first sight (all of it held out), how
many of ours are refused and how many of others taken, by the signs, by the classifier, and by both as
``second_opinion`` puts them together; of those refused by signs how many are taken after all (``find_least_to_take``)
or named as likely (``LIKELY``), of those taken by signs how many are refused (``REFUSED``) or flagged (``find_least``),
rightly and wrongly. A text that has much in common with one that is held out is not learnt from either. ``--folder
FOLDER`` adds rounds that are not in the repository: they are never learnt from. ``--write`` learns from all and writes
``src/oic_reports/structure/ours/classifier.csv``.

The signs were written on rounds 14 to 35, and were mended for some of the labelled beginnings: there they look better
than they are, at rounds above all. A folder beside the repository is the fairest.

Learning is logistic regression with a quadratic penalty, by Newton's method, in the space of the samples, of which
there are fewer than features (Zhu and Hastie, "Kernel Logistic Regression and the Import Vector Machine", 2005). Both
kinds weigh the same in sum.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from oic_reports.codes import RejectReason
from oic_reports.errors import UnreadableFileError
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.forms import fold_form
from oic_reports.structure.ours.classifier import (
    BIAS,
    KINDS,
    UNIT,
    Features,
    Kind,
    Learnt,
    list_features,
    rate,
    weigh_one,
)
from oic_reports.structure.ours.estimated import has_enough_text
from oic_reports.structure.ours.judgement import NoReportError, weigh
from oic_reports.structure.ours.second_opinion import (
    DOUBTED,
    LIKELY,
    REFUSED,
    SURE,
    find_least,
    find_least_to_take,
    may_be_refused,
)
from oic_reports.structure.ours.signs import find_signs
from oic_reports.structure.report import list_judged

ROOT = Path(__file__).resolve().parents[1]
SPECIMENS = ROOT / "tests" / "specimens"
WEIGHTS = ROOT / "src" / "oic_reports" / "structure" / "ours" / "classifier.csv"
# texts in which a feature occurs at least; features that are kept, those that weigh most
LEAST_TEXTS = 4
KEPT = 10_000
# of the penalty: 1 by it is the strength of one sample against the weights' square
STRENGTH = 30
FOLDS = 10
_STEPS = 25
# change of a coefficient at which a step is the last
_CLOSE = 1e-6
# words in a row that are compared, words from the first on among them; a row in more texts than this is a formula
_ROW = 4
_COMPARED = 260
_FORMULA = 40
# rows that two texts of one group share at least, and their share of the shorter one's
_LEAST_SHARED = 8
_SHARED = 0.25
# names of files that are reports, or none, by their label ``rejected``
_LABELLED = ("open", "held")

# of the column of the constant term: the larger, the less the penalty is felt there
_CONSTANT = 10

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Sample:
    """A text with its label, what the classifier looks at in it, and what the signs make of it.

    ``group`` is held out as one; a sample without one is only learnt from. ``may_be_taken``: its words may take it
    though its signs refuse it, and there is enough of it to tell by them, from the probability ``taken_from`` on;
    ``may_be_refused``: its signs take it, and its words may refuse it; ``least``: the probability below which it is
    flagged; ``rows``: its first words, four in a row, as numbers.
    """

    group: str | None
    name: str
    language: str
    is_ours: bool
    features: Features
    refused: RejectReason | None
    may_be_taken: bool
    may_be_refused: bool = False
    least: float = DOUBTED
    taken_from: float = SURE
    rows: frozenset[int] = frozenset()


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
            text = Text(truth["id"], truth["ours"], truth["text"].encode(), "x.txt", truth["address"])
            samples += _sample("judged", text)
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
    least_to_take: float | None = None
    is_refusable = False
    try:
        is_refusable = may_be_refused(weigh(header, blocks, signs, language))
    except NoReportError as error:
        refused, least_to_take = error.reason, find_least_to_take(error)
    is_long = has_enough_text(blocks, language)
    sample = Sample(
        group,
        text.name,
        language,
        text.is_ours,
        list_features(header, blocks, signs, language),
        refused,
        may_be_taken=least_to_take is not None and is_long,
        may_be_refused=is_refusable and is_long,
        least=find_least(sign.name for sign in signs),
        taken_from=least_to_take or SURE,
        rows=_list_rows(fold_form("\n".join(block.text for block in blocks), language)),
    )
    return [sample]


def _list_rows(text: str) -> frozenset[int]:
    words = [word for word in text.split() if word.isalpha()][:_COMPARED]
    rows = (" ".join(words[place : place + _ROW]) for place in range(len(words) - _ROW + 1))
    return frozenset(zlib.crc32(row.encode()) for row in rows)


def find_families(samples: Sequence[Sample]) -> list[int]:
    """A number for each sample, one for those that have much of their words in common: they are held out together."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, sample in enumerate(samples):
        for row in sample.rows:
            places[row].append(place)
    shared = Counter(pair for own in places.values() if len(own) <= _FORMULA for pair in combinations(own, 2))
    family = list(range(len(samples)))
    for (one, other), count in shared.items():
        shorter = min(len(samples[one].rows), len(samples[other].rows))
        if count >= _LEAST_SHARED and count > _SHARED * shorter and family[one] != family[other]:
            kept, left = family[one], family[other]
            family = [kept if number == left else number for number in family]
    return family


class Table(NamedTuple):
    """Samples in rows, features in columns, the constant term last; ``products`` of each row with each other."""

    columns: list[tuple[Kind, str]]
    matrix: Rows
    products: Floats
    ours: Floats


def lay_out(samples: Sequence[Sample]) -> Table:
    """The table of samples, of features that are in enough texts."""
    counts = Counter((kind, feature) for sample in samples for kind in KINDS for feature in sample.features[kind])
    columns = sorted(column for column, count in counts.items() if count >= LEAST_TEXTS)
    places = {column: place for place, column in enumerate(columns)}
    matrix = np.zeros((len(samples), len(columns) + 1), dtype=np.float32)
    for row, sample in enumerate(samples):
        for kind in KINDS:
            found = sample.features[kind]
            known = [places[kind, feature] for feature in found if (kind, feature) in places]
            matrix[row, known] = weigh_one(kind, len(found))
    # the constant term, hardly penalised
    matrix[:, -1] = _CONSTANT
    ours = np.array([sample.is_ours for sample in samples], dtype=float)
    return Table(columns, matrix, (matrix @ matrix.T).astype(float), ours)


def learn(table: Table, rows: Sequence[int] | None = None) -> Learnt:
    """Weights by feature, and the constant term, of some rows of a table, or of all; the least are left out."""
    learnt_from = np.arange(len(table.ours)) if rows is None else np.array(rows)
    ours = table.ours[learnt_from]
    shares = np.where(ours == 1, len(ours) / (2 * ours.sum()), len(ours) / (2 * (1 - ours).sum()))
    found = _solve(table.products[np.ix_(learnt_from, learnt_from)], ours, shares)
    learnt = table.matrix[learnt_from].T @ found.astype(np.float32)
    weights: dict[Kind, dict[str, float]] = {kind: {} for kind in KINDS}
    strongest = np.argsort(-np.abs(learnt[:-1]), kind="stable")[:KEPT]
    for place in sorted(strongest):
        kind, feature = table.columns[place]
        weights[kind][feature] = float(learnt[place])
    return Learnt(float(learnt[-1]) * _CONSTANT, weights)


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


def find_probability(sample: Sample, learnt: Learnt) -> float:
    """The probability that a sample is ours, as ``classifier.estimate`` finds it."""
    return 1 / (1 + math.exp(-rate(sample.features, learnt)))


def hold_out(samples: Sequence[Sample]) -> dict[str, list[tuple[Sample, float]]]:
    """Each group with the probabilities of its samples, learnt from all others but their families.

    What is labelled is held out a part at a time, by families; what is beside is never learnt from.
    """
    families = find_families(samples)
    table = lay_out(samples)
    parts: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, sample in enumerate(samples):
        if sample.group:
            fold = zlib.crc32(str(families[place]).encode()) % FOLDS if sample.group == "judged" else 0
            parts[sample.group, fold].append(place)
    found: dict[str, list[tuple[Sample, float]]] = defaultdict(list)
    for (group, _), held in sorted(parts.items()):
        kin = {families[place] for place in held}
        rows = [place for place, sample in enumerate(samples) if families[place] not in kin and not is_beside(sample)]
        learnt = learn(table, rows)
        found[group] += [(samples[place], find_probability(samples[place], learnt)) for place in held]
    return found


def is_beside(sample: Sample) -> bool:
    """Whether a sample stands beside the repository: it is never learnt from."""
    return (sample.group or "").startswith("beside")


def print_worth(found: dict[str, list[tuple[Sample, float]]]) -> None:
    """What signs and classifier get wrong, and what the second opinion says of it, by group and language."""
    groups = {"judged": found["judged"]}
    for language in ("ar", "en", "fr"):
        groups[f"judged {language}"] = [pair for pair in found["judged"] if pair[0].language == language]
    groups |= {group: pairs for group, pairs in found.items() if group != "judged"}
    heads = ("ours", "others", "signs: refused", "taken", "words: refused", "taken", "both: refused", "taken")
    heads += ("taken: ours", "others", "refused: others", "ours", "named: ours", "others", "flagged: others", "ours")
    print(f"{'texts':<12}" + "".join(f"{head:>17}" for head in heads))
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
            sum(not is_taken(pair) for pair in ours),
            sum(map(is_taken, others)),
            sum(map(is_taken_after_all, ours)),
            sum(map(is_taken_after_all, others)),
            sum(map(is_refused_after_all, others)),
            sum(map(is_refused_after_all, ours)),
            sum(map(is_named, ours)),
            sum(map(is_named, others)),
            sum(map(is_flagged, others)),
            sum(map(is_flagged, ours)),
        )
        print(f"{group:<12}" + "".join(f"{cell:>17}" for cell in cells))


def is_taken(pair: tuple[Sample, float]) -> bool:
    """Whether a text is taken in the end, as ``second_opinion`` decides."""
    sample, _ = pair
    return is_taken_after_all(pair) or (sample.refused is None and not is_refused_after_all(pair))


def is_refused_after_all(pair: tuple[Sample, float]) -> bool:
    """Whether a text that the signs take is refused by its words."""
    sample, probability = pair
    return sample.may_be_refused and probability < REFUSED


def is_taken_after_all(pair: tuple[Sample, float]) -> bool:
    """Whether a text that the signs refuse is taken by its words."""
    sample, probability = pair
    return sample.may_be_taken and probability >= sample.taken_from


def is_named(pair: tuple[Sample, float]) -> bool:
    """Whether the reject of a text says that it reads like the OIC's own."""
    sample, probability = pair
    is_refused = sample.refused not in {None, "other_organisation"} and not is_taken_after_all(pair)
    return is_refused and probability >= LIKELY


def is_flagged(pair: tuple[Sample, float]) -> bool:
    """Whether a text that is taken is flagged as one that reads like others'."""
    sample, probability = pair
    return sample.refused is None and not is_refused_after_all(pair) and probability < sample.least


def write(learnt: Learnt) -> None:
    """The weights as ``classifier.csv``, in thousandths."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("kind", "feature", "weight"))
        writer.writerow(("", BIAS, round(learnt.bias * UNIT)))
        rows = ((kind, feature, weight) for kind in KINDS for feature, weight in learnt.weights[kind].items())
        writer.writerows((kind, feature, round(weight * UNIT)) for kind, feature, weight in rows)


def main() -> None:
    """Print what the classifier is worth; learn it anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, action="append", default=[], help="a round that is not learnt from")
    parser.add_argument("--write", action="store_true", help="learn from all, and write the weights")
    options = parser.parse_args()
    samples = gather(options.folder)
    if options.write:
        write(learn(lay_out([sample for sample in samples if not is_beside(sample)])))
    print_worth(hold_out(samples))


if __name__ == "__main__":
    main()
