"""What is right of pages that nobody tuned on: one round is a folder of pages, each with its truth in a JSON beside it.

``python benchmarks/first_sight.py FOLDER`` prints, by language: the share of stated facts that are true, of printed
facts that are stated, of headers that are wholly right, of blocks that are right (first and last words, role, label),
F1 of the blocks' boundaries, and of judgements (ours or not) that are right. ``--record NAME`` writes the round's rows
to ``first_sight.csv``: the first run of a round fills ``first``, later ones ``now`` (and the first one
``as_fell_blocks.csv``, from which ``confidence.py`` learns). ``--show`` prints every
difference: to be used only once the first figures are recorded.

The pages are ours: each shows the shape, the damage and the facts of a public page in other words. A round is kept out
of the repository until its classes were mended, so that nobody tunes on it; then it is one of the specimens
(``structure/rounds``), and a test sees that nothing of it is lost again. The pages of rounds 1 to 13 are not there, nor
those of 27 to 30, 33, 38 and 40, public pages themselves, beside such or not mended: no test holds what they give.

The label of an article is its number, with the noun that it counts or without (``Article 3:``, ``3``).

A block that the truth calls boilerplate as well (``role_any``) may be put aside; page marks and running headers that it
does not list count as residue does, and so does the labelled day of a page (``Date: 22/09/2006``), which most readers
do not list; the label of a heading may stand in its text.

The form of the truth: ``ours``, ``language``, ``shape``, ``family``, ``document`` (facts; null: not printed; a key that
is missing is not judged; a month without a day is ``2017-05``), ``blocks`` (``role``, ``role_any``, ``label``,
``begins``, ``ends``), ``front`` (false: only the body is judged as blocks, neither the lines above it nor those of the
page).

Covers count as the truth parts them. Careful readers part a cover in different ways (decision 0010 says what we call
one block): ``--by-lines`` compares titles and headers line by line, to see how much of what is wrong is that; it is
never recorded.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from oic_reports.jobs.read import read_trusted
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import fold_form, load_forms

ROOT = Path(__file__).resolve().parents[1]
TABLE = Path(__file__).parent / "first_sight.csv"
FACTS = (
    *("document_type", "body_id", "session", "date", "date_end", "city", "country_iso2", "symbol"),
    *("resolution_number", "status", "title"),
)
# furniture of pages need not be listed in a truth, as residue need not
_FURNITURE = {"running_header", "page_mark"}
_NO_BODY = {"title", "header", "running_header", "page_mark"}
COLUMNS = ("round", "page", "day", "language", "family", "shape", "ours", "facts", "first", "now")
# per cent of likeness at which two titles are one: a blank or a mark apart
TITLE = 96
ADOPTED = re.compile(
    r"\s+\(?(?:adopted|submitted|adopt[ée]+e?s?|المعتمدة?|الصادرة?)\s+(?:by|to|par|عن|من)\b", re.IGNORECASE
)

# the noun that numbers of articles count, at the start of a label in small letters without blanks
_ARTICLE = re.compile(r"^(?:article|art|rule|r[eè]gle|(?:ال)?(?:مادة|قاعدة))")
_MONTH = re.compile(r"\d{4}-\d{2}")

Page = Mapping[str, Any]


@dataclass
class Score:
    """What one page gave: counts by name, and the differences."""

    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    differences: list[str] = field(default_factory=list)

    def describe(self) -> str:
        """The counts in one cell of the table."""
        return " ".join(f"{name}={number}" for name, number in sorted(self.counts.items()))


def squeeze(text: object) -> str:
    """A text as it is compared: letters and digits only, in small letters, without kashidas."""
    return re.sub(r"[\W_\u0640]+", "", str(text)).lower()


def judge_page(path: Path, truth: Page, *, by_lines: bool = False) -> Score:
    """Read a page and compare it with its truth; ``by_lines``: however the lines of covers are parted."""
    return compare(read_trusted(path, truth.get("address")), truth, by_lines=by_lines)


def compare(found: Mapping[str, Any], truth: Page, *, by_lines: bool = False) -> Score:
    """Compare what was read of a page, in the form of ``oic-reports read``, with its truth."""
    score = Score()
    accepted = "rejected" not in found
    score.counts["judged"] = 1
    score.counts["judged_right"] = int(accepted == truth["ours"])
    if accepted != truth["ours"]:
        score.differences.append(f"accepted: {accepted}, ours: {truth['ours']} {found.get('rejected', '')}")
    if not truth["ours"]:
        return score
    document: Any = found.get("document", {})
    blocks: Any = found.get("blocks", [])
    _judge_facts(document, truth["document"], score)
    aside = {"boilerplate"} | (set() if truth.get("front", True) else _NO_BODY)
    wanted = [block for block in truth["blocks"] if block["role"] not in aside]
    given = [block for block in blocks if block["role"] not in aside or _is_either(block, wanted)]
    given = [block for block in given if not is_furniture(block) or _is_listed(block, wanted)]
    _judge_blocks(_part_fronts(given, wanted) if by_lines else given, wanted, score)
    return score


def _is_either(block: Page, wanted: Sequence[Page]) -> bool:
    """Whether a block put aside is one that the truth lists, though it may be put aside (a title that a site gives)."""
    return any(block["role"] in other.get("role_any", ()) and fits_block(block, other) for other in wanted)


def is_furniture(block: Page) -> bool:
    """Whether a block is the page's, which a truth need not list."""
    is_day = block["role"] == "header" and load_pattern("labelled_day", "en").match(block["text_raw"]) is not None
    return is_day or block["role"] in _FURNITURE


def _is_listed(block: Page, wanted: Sequence[Page]) -> bool:
    return any(fits_block(block, other) for other in wanted)


def _part_fronts(given: Sequence[Page], wanted: Sequence[Page]) -> list[Page]:
    """The blocks, each title or header parted into the lines that the truth calls blocks of the front.

    A header of the truth inside a title (who adopted it, the theme of a session) has the role that it has there.
    """
    fronts = [block for block in wanted if block["role"] in {"title", "header"}]
    parted: list[Page] = []
    for block in given:
        lines = block["text_raw"].split("\n")
        start = 0
        while block["role"] in {"title", "header"} and start < len(lines):
            ends = range(start + 1, len(lines) + 1)
            pieces = [{**block, "text_raw": "\n".join(lines[start:end])} for end in ends]
            found = next(((p, front) for front in fronts for p in pieces if fits_block(p, front)), None)
            piece, front = found or (pieces[-1], block)
            parted.append({**piece, "role": front["role"] if start else piece["role"]})
            start += piece["text_raw"].count("\n") + 1
        if block["role"] not in {"title", "header"}:
            parted.append(block)
    return parted


def fits_block(given: Page, wanted: Page) -> bool:
    """Whether a block has the first and the last words of one of a truth."""
    return _fits(given, squeeze(wanted["begins"]), squeeze(wanted["ends"]))


def _judge_facts(document: Mapping[str, Any], truth: Mapping[str, Any], score: Score) -> None:
    wrong = 0
    for name in FACTS:
        if name not in truth:
            continue
        wanted, given = truth[name], document.get(name)
        wanted, given = (None if value == "unknown" else value for value in (wanted, given))
        right = _is_equal(name, wanted, given, document)
        score.counts["stated"] += given is not None
        score.counts["stated_true"] += given is not None and right
        score.counts["printed"] += wanted is not None
        score.counts["printed_stated"] += wanted is not None and right
        wrong += not right
        if not right:
            score.differences.append(f"{name}: {given!r}, printed {wanted!r}")
    score.counts["headers"] = 1
    score.counts["headers_right"] = int(not wrong)


def _is_equal(name: str, wanted: object, given: object, document: Mapping[str, Any]) -> bool:
    if wanted is None or given is None:
        return wanted is given
    if name == "title":
        # who adopted a text is no part of its title, whatever stands on the page
        titles = {squeeze(wanted), squeeze(ADOPTED.split(str(wanted))[0])}
        return any(fuzz.ratio(title, squeeze(given)) >= TITLE for title in titles)
    if name == "date" and _MONTH.fullmatch(str(wanted)):
        # the data states the first day of a month, and that no more is known
        return document.get("date_precision") == "month" and str(given).startswith(f"{wanted}-")
    if name == "resolution_number":
        return squeeze(wanted) in {squeeze(given), squeeze(document.get("resolution_number_raw"))}
    if name == "city":
        # a city has several English names: Mecca and Makkah
        forms = load_forms("cities", "en")
        wanted, given = (forms.get(fold_form(str(city), "en"), {}).get("city", city) for city in (wanted, given))
    return squeeze(wanted) == squeeze(given)


def _judge_blocks(given: Sequence[Page], wanted: Sequence[Page], score: Score) -> None:
    score.counts["blocks"] = len(wanted)
    score.counts["blocks_given"] = len(given)
    place = 0
    for block in wanted:
        begins, ends = squeeze(block["begins"]), squeeze(block["ends"])
        hits = (i for i in range(place, len(given)) if _fits(given[i], begins, ends))
        hit = next(hits, None)
        if hit is None:
            score.differences.append(f"no block {block['role']} {block.get('label')} {block['begins']!r}")
            continue
        place = hit + 1
        score.counts["bounds_right"] += 1
        roles = {block["role"], *block.get("role_any", [])}
        role_right = given[hit]["role"] in roles
        label = squeeze(given[hit]["label"] or "")
        # a truth may leave the label of a heading in its text, and so may we that of an article
        is_within = not block.get("label") and label and begins.startswith(label)
        own = squeeze(block.get("label") or "")
        noun = _ARTICLE.match(begins)
        is_titled = not label and noun is not None and begins.startswith(noun.group() + own)
        label_right = is_within or is_titled or own in {label, _ARTICLE.sub("", label)}
        score.counts["blocks_right"] += role_right and label_right
        if not (role_right and label_right):
            found = f"{given[hit]['role']} {given[hit]['label']!r}"
            score.differences.append(f"{found}, truth {block['role']} {block.get('label')!r}: {block['begins']!r}")


def _fits(block: Page, begins: str, ends: str) -> bool:
    text = squeeze(block["text_raw"])
    labelled = squeeze(block["label"] or "") + text
    return (text.startswith(begins) or labelled.startswith(begins)) and labelled.endswith(ends)


def print_shares(scores: Mapping[str, Sequence[Score]]) -> None:
    """The figures by language, in percent."""
    heads = ("pages", "true", "stated", "header", "blocks", "F1", "judged")
    print("language" + "".join(f"{head:>9}" for head in heads))
    everything = [score for group in scores.values() for score in group]
    for language, group in [*sorted(scores.items()), ("all", everything)]:
        total: dict[str, int] = defaultdict(int)
        for score in group:
            for name, number in score.counts.items():
                total[name] += number
        pairs = (("stated_true", "stated"), ("printed_stated", "printed"), ("headers_right", "headers"))
        shares = [_share(total[a], total[b]) for a, b in (*pairs, ("blocks_right", "blocks"))]
        shares.append(_share(2 * total["bounds_right"], total["blocks"] + total["blocks_given"]))
        shares.append(_share(total["judged_right"], total["judged"]))
        print(f"{language:<8}{len(group):>9}" + "".join(f"{share:>9}" for share in shares))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def record(name: str, pages: Mapping[str, tuple[Page, Score]]) -> None:
    """Write the round's rows: the first run fills ``first``, each run ``now``."""
    rows = list(csv.DictReader(TABLE.open(encoding="utf-8"))) if TABLE.exists() else []
    known = {(row["round"], row["page"]): row for row in rows}
    for page, (truth, score) in pages.items():
        row = known.get((name, page))
        if row is None:
            row = dict.fromkeys(COLUMNS, "")
            row |= {"round": name, "page": page, "day": datetime.now(UTC).date().isoformat(), "first": score.describe()}
            row |= {key: str(truth.get(key, "")) for key in ("language", "family", "shape", "ours")}
            facts = {
                name: fact for name, fact in truth.get("document", {}).items() if name in FACTS and name != "title"
            }
            row["facts"] = json.dumps(facts, ensure_ascii=False)
            rows.append(row)
        row["now"] = score.describe()
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: (row["round"], row["page"])))


def main() -> int:
    """Score one round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--record", metavar="NAME", help="write the round's rows to first_sight.csv")
    parser.add_argument("--show", action="store_true", help="print every difference")
    parser.add_argument("--by-lines", action="store_true", help="covers are compared line by line; not recorded")
    options = parser.parse_args()
    if options.record and options.by_lines:
        parser.error("a round is recorded as the truth parts covers")
    pages: dict[str, tuple[Page, Score]] = {}
    for path in sorted(options.folder.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        (file,) = (other for other in options.folder.glob(f"{path.stem}.*") if other.suffix != ".json")
        pages[path.stem] = truth, judge_page(file, truth, by_lines=options.by_lines)
    groups: dict[str, list[Score]] = defaultdict(list)
    for truth, score in pages.values():
        groups[truth["language"]].append(score)
    print_shares(groups)
    if options.show:
        for page, (_, score) in pages.items():
            for line in score.differences:
                print(f"  {page} {line}")
    if options.record:
        from as_fell import add_round  # noqa: PLC0415  (it compares blocks as this module does)

        record(options.record, pages)
        add_round(options.record, options.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
