"""Learn what lines read like, and tell what that is worth on pages that were not learnt from.

``python benchmarks/line_classifier.py`` prints how many blocks of the rounds at first sight
(``tests/specimens/structure/rounds``) are right (bounds and role; no label) as the rules make them and as they are
settled (``structure/learnt``), each fifth of the rounds held out; the rules were mended for these pages and look better
there than they are. ``--folder FOLDER`` adds a round that is not in the repository: it is never learnt from, and is the
fairest. ``--write`` learns from all and writes ``src/oic_reports/structure/learnt/line_classifier.csv``.

Learnt from are the pages of the rounds, the specimens whose blocks are known whole, and composed ones
(``tests/structure/composed``), which are many and alike: each third counts. Lines that the rules put aside are not
looked at. The loss is that of multinomial logistic regression with a quadratic penalty; its minimum is found by L-BFGS.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import numpy.typing as npt
from scipy import optimize, sparse

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.learnt import line_classifier
from oic_reports.structure.learnt.line_classifier import BIAS, KINDS, UNIT, Kind
from oic_reports.structure.learnt.line_features import list_line_features
from oic_reports.structure.learnt.settling import ASIDE, settle_roles
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.report import list_parts

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "structure"))

from composed.fronts import list_fronts, write_front  # noqa: E402
from composed.outlines import list_outlines, write_outline  # noqa: E402
from composed.outlines_real import list_real_outlines, write_real_outline  # noqa: E402
from composed.papers import list_papers, write_paper  # noqa: E402
from composed.releases import list_releases, write_release  # noqa: E402
from first_sight import squeeze  # noqa: E402

SPECIMENS = ROOT / "tests" / "specimens" / "structure"
WEIGHTS = ROOT / "src" / "oic_reports" / "structure" / "learnt" / "line_classifier.csv"
# lines in which a feature occurs at least; strength of the penalty, of a weight's square against one line's loss
LEAST_LINES = 2
PENALTY = 1.0
STEPS = 120
# of the weights of a feature, in hundredths: a feature whose weights are all smaller is left out
LEAST_WEIGHT = 8
FOLDS = 5
# of composed pages each third is learnt from, of those of each kind
EACH = 3

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """The lines of one page that the rules take for its text: their features and kinds, and what the rules made."""

    group: str
    language: str
    features: list[list[str]]
    kinds: list[Kind]
    path: Path
    truth: Mapping[str, Any]


def gather(folders: Sequence[Path], composed: Path) -> list[Sample]:
    """The samples of all rounds, of folders beside the repository and of composed pages."""
    found = []
    for folder in sorted((SPECIMENS / "rounds").iterdir()):
        found += _sample_folder(folder, f"round {folder.name}")
    for folder in folders:
        found += _sample_folder(folder, f"beside {folder.name}")
    found += _sample_specimens(SPECIMENS / "open")
    for name, pages, write in (
        ("fronts", list_fronts(1, 0), write_front),
        ("releases", list_releases(1, 0), write_release),
        ("outlines", list_outlines(1), write_outline),
        ("real", list_real_outlines(1), write_real_outline),
        ("papers", list_papers(1), write_paper),
    ):
        folder = composed / name
        folder.mkdir()
        for page in pages[::EACH]:
            write(folder, page)
        found += _sample_folder(folder, "composed")
    return found


def _sample_folder(folder: Path, group: str) -> Iterator[Sample]:
    for path in sorted(folder.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if truth["ours"]:
            yield from _sample(find_file(path), truth, group)


def _sample_specimens(folder: Path) -> Iterator[Sample]:
    """The samples of specimens whose truth holds each block's whole text."""
    for path in sorted(folder.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        file = find_file(path)
        if not truth["rejected"] and file.suffix in {".txt", ".html"} and "blocks" in truth:
            blocks = [{**block, "begins": block["text"], "ends": block["text"]} for block in truth["blocks"]]
            yield from _sample(file, {"language": truth["language"], "blocks": blocks}, "specimens")


def find_file(path: Path) -> Path:
    """The page whose truth a JSON file is."""
    (file,) = (other for other in path.parent.glob(f"{path.stem}.*") if other.suffix != ".json")
    return file


def _sample(file: Path, truth: Mapping[str, Any], group: str) -> Iterator[Sample]:
    try:
        reading = read_bytes(file.read_bytes(), file.name)
    except UnreadableFileError:
        return
    address = truth.get("address")
    paragraphs = [p for part in list_parts(reading, [address] if address else []) for p in part.paragraphs]
    lines = [line for paragraph in paragraphs if paragraph.role not in ASIDE for line in paragraph.lines]
    kinds = tell_kinds(lines, truth["blocks"])
    if truth.get("front", True) is False:
        # what stands above the body is not told
        first = next((place for place, kind in enumerate(kinds) if kind != "aside"), 0)
        lines, kinds = lines[first:], kinds[first:]
    yield Sample(group, truth["language"], list_line_features(lines), kinds, file, truth)


def tell_kinds(lines: Sequence[PrintedLine], blocks: Sequence[Mapping[str, Any]]) -> list[Kind]:
    """The kind of each line by the blocks that a truth lists; a block that begins inside a line has none there."""
    starts, page = [], ""
    for line in lines:
        starts.append(len(page))
        page += squeeze(line.text)
    kinds: list[Kind] = ["aside"] * len(lines)
    place = 0
    for block in blocks:
        begins, ends = squeeze(block["begins"]), squeeze(block["ends"])
        start = page.find(begins, place)
        last = page.find(ends, max(start, start + len(begins) - len(ends)))
        if start < 0 or last < 0:
            continue
        place = last + len(ends)
        label = squeeze(block.get("label") or "")
        if label and not begins.startswith(label) and page.endswith(label, 0, start):
            start -= len(label)
        for number, at in enumerate(starts):
            if at == start and squeeze(lines[number].text):
                kinds[number] = "aside" if block["role"] in ASIDE else block["role"]
            elif start < at < place and block["role"] not in ASIDE:
                kinds[number] = "goes on"
    return kinds


class Learner:
    """The features of samples as a sparse table, whose rows are lines; learns from some of the samples."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        """Lay the table out, of features that are in enough lines."""
        counts = Counter(f for sample in samples for line in sample.features for f in set(line))
        self.columns = [BIAS, *sorted(name for name, count in counts.items() if count >= LEAST_LINES)]
        places = {name: place for place, name in enumerate(self.columns)}
        rows, kinds, owners = [], [], []
        for number, sample in enumerate(samples):
            for features, kind in zip(sample.features, sample.kinds, strict=True):
                rows.append([0, *sorted({places[name] for name in features if name in places})])
                kinds.append(KINDS.index(kind))
                owners.append(number)
        edges = np.cumsum([0, *(len(row) for row in rows)])
        ones = np.ones(edges[-1])
        self.matrix = sparse.csr_matrix((ones, np.concatenate(rows), edges), shape=(len(rows), len(self.columns)))
        self.kinds, self.owners = np.array(kinds), np.array(owners)

    def learn(self, chosen: Sequence[int]) -> dict[str, list[int]]:
        """The weights of each feature by kind, in hundredths, learnt from the samples with these numbers."""
        mask = np.isin(self.owners, chosen)
        matrix = self.matrix[mask]
        wanted = np.zeros((matrix.shape[0], len(KINDS)))
        wanted[np.arange(len(wanted)), self.kinds[mask]] = 1
        shape = (len(self.columns), len(KINDS))

        def tell_loss(flat: Floats) -> tuple[float, Floats]:
            weights = flat.reshape(shape)
            scores = matrix @ weights
            scores -= scores.max(axis=1, keepdims=True)
            powers = np.exp(scores)
            whole = powers.sum(axis=1, keepdims=True)
            loss = (np.log(whole[:, 0]) - (scores * wanted).sum(axis=1)).sum() + PENALTY * (weights**2).sum() / 2
            slope = matrix.T @ (powers / whole - wanted) + PENALTY * weights
            return float(loss), slope.ravel()

        found = optimize.minimize(
            tell_loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
        )
        weights = np.rint(found.x.reshape(shape) * UNIT).astype(int)
        return {
            name: row.tolist()
            for name, row in zip(self.columns, weights, strict=True)
            if name == BIAS or np.abs(row).max() >= LEAST_WEIGHT
        }


def use_weights(weights: Mapping[str, Sequence[int]]) -> mock._patch[Any]:
    """The classifier with other weights than those of its file."""
    return mock.patch.object(line_classifier, "_load_row", weights.get)


def judge(sample: Sample) -> dict[str, Counter[str]]:
    """How many blocks of a truth have the right bounds, and the right role too: of the rules, and as settled."""
    address = sample.truth.get("address")
    reading = read_bytes(sample.path.read_bytes(), sample.path.name)
    counts = {}
    parts = list_parts(reading, [address] if address else [])
    for name in ("rules", "settled"):
        texts = []
        for part in parts:
            blocks = part.blocks if name == "rules" else settle_roles(part.blocks, part.paragraphs)
            texts += [(squeeze(b.label or "") + squeeze(b.text_raw), squeeze(b.text_raw), b.role) for b in blocks]
        counts[name] = _count_right(texts, sample.truth["blocks"])
    return counts


def _count_right(texts: Sequence[tuple[str, str, str]], wanted: Sequence[Mapping[str, Any]]) -> Counter[str]:
    found: Counter[str] = Counter(blocks=len(wanted))
    place = 0
    for block in wanted:
        begins, ends = squeeze(block["begins"]), squeeze(block["ends"])
        for number in range(place, len(texts)):
            labelled, text, role = texts[number]
            if (text.startswith(begins) or labelled.startswith(begins)) and labelled.endswith(ends):
                place = number + 1
                found["bounds"] += 1
                found["right"] += role in {block["role"], *block.get("role_any", [])}
                break
    return found


def hold_out(samples: Sequence[Sample]) -> dict[str, dict[str, Counter[str]]]:
    """By group, what the rules and what the settled paragraphs have right, each group learnt from all others."""
    learner = Learner(samples)
    groups = sorted({sample.group for sample in samples if sample.group not in {"composed", "specimens"}})
    folds: dict[int, list[str]] = defaultdict(list)
    for number, group in enumerate(group for group in groups if group.startswith("round")):
        folds[number % FOLDS].append(group)
    folds[FOLDS] = [group for group in groups if group.startswith("beside")]
    found: dict[str, dict[str, Counter[str]]] = {group: defaultdict(Counter) for group in groups}
    for held in folds.values():
        if not held:
            continue
        known = [n for n, s in enumerate(samples) if s.group not in held and not s.group.startswith("beside")]
        weights = learner.learn(known)
        for sample in samples:
            if sample.group in held:
                with use_weights(weights):
                    for name, counts in judge(sample).items():
                        found[sample.group][name].update(counts)
    return found


def print_worth(found: Mapping[str, Mapping[str, Counter[str]]]) -> None:
    """Shares in percent, by group."""
    print(f"{'':<12}{'blocks':>8}{'bounds right':>15}{'role, too':>12}{'settled':>10}")
    whole: dict[str, Counter[str]] = defaultdict(Counter)
    for group, kinds in found.items():
        for name, counts in kinds.items():
            whole[name].update(counts)
        _print_row(group, kinds)
    _print_row("all", whole)


def _print_row(name: str, kinds: Mapping[str, Counter[str]]) -> None:
    rules, settled = kinds["rules"], kinds["settled"]
    shares = [100 * cell / rules["blocks"] for cell in (rules["bounds"], rules["right"], settled["right"])]
    print(f"{name:<12}{rules['blocks']:>8}{shares[0]:>15.1f}{shares[1]:>12.1f}{shares[2]:>10.1f}")


def write(weights: Mapping[str, Sequence[int]]) -> None:
    """The weights as ``line_classifier.csv``, in hundredths."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "weights"))
        writer.writerows((name, " ".join(map(str, row))) for name, row in sorted(weights.items()))


def main() -> None:
    """Print what the classifier is worth; learn it anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, action="append", default=[], help="a round that is not learnt from")
    parser.add_argument("--write", action="store_true", help="learn from all, and write the weights")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        samples = gather(options.folder, Path(scratch))
    if options.write:
        own = [sample for sample in samples if not sample.group.startswith("beside")]
        write(Learner(own).learn(range(len(own))))
        return
    print_worth(hold_out(samples))


if __name__ == "__main__":
    main()
