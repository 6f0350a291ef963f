"""Whether ids survive another reading: every specimen is read, named, disturbed, and named again by what was known.

``make bench-ids`` disturbs readings (noise in letters and numbers, lines lost or put before, the text as another reader
gives it) and blocks (another order, numbers moved, texts exchanged or rewritten, paragraphs split and joined), and
prints for each kind

- how many paragraphs whose text is the same have the id that they had (of one text several times, as many as can);
- how many ids stand at another text than before: an id that moved;
- how many splits and joins ``id_history`` would tell.

Two texts are the same where their folded words are; an id moved where its old and new text are unlike, or its old text
stands under another id. ``--few N`` takes N specimens, as the test in CI does; ``--seed`` gives other disturbances.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapidfuzz import fuzz

from oic_reports.errors import UnreadableFileError
from oic_reports.identity.eids import name_blocks
from oic_reports.identity.likeness import fold_words
from oic_reports.identity.matching import keep_eids
from oic_reports.identity.registry import KnownBlock
from oic_reports.identity.relations import find_relations
from oic_reports.model import Block, Reading, Report
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import NoReportError, build_reports

ROOT = Path(__file__).resolve().parents[1]
SPECIMENS = ROOT / "tests" / "specimens"
_KINDS = {".txt", ".html", ".md", ".docx", ".pdf"}
# likeness in per cent below which two texts are two texts, and the same where one is part of the other
_UNLIKE, _UNLIKE_PART = 60, 80
# shares of letters that noise changes, of numbers that it misreads, of lines that it loses
_NOISE, _MISREAD, _LOST = 0.01, 0.2, 0.05

_OTHER_WORDS = (
    "quarry", "lantern", "orchard", "saddle", "mirror", "copper", "window", "ferry", "basket", "thunder", "garden"
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """Counts of one kind of disturbance; ``lost`` and ``moved`` name examples."""

    same: int = 0
    kept: int = 0
    ids: int = 0
    told: int = 0
    moved: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def list_readings(few: int | None, *, with_pdf: bool) -> Iterator[tuple[str, Reading]]:
    """Name and reading of each specimen that can be read; ``few`` of them, spread over all."""
    paths = [path for path in sorted(SPECIMENS.rglob("*")) if path.suffix in _KINDS and "truth" not in path.parts]
    paths = [path for path in paths if path.suffix != ".pdf" or with_pdf]
    step = max(1, len(paths) // few) if few else 1
    for path in paths[::step]:
        try:
            yield str(path.relative_to(SPECIMENS)), read_bytes(path.read_bytes(), path.name)
        except (UnreadableFileError, ValueError):
            continue


def build(reading: Reading) -> tuple[Report, ...]:
    """The reports of a reading; none where it is refused."""
    try:
        return build_reports(reading)
    except NoReportError:
        return ()


# disturbances of what was read


def blur(reading: Reading, rng: random.Random) -> Reading:
    """Letters misread, dropped and doubled."""
    return _each_line(reading, lambda text: "".join(_blur(character, rng) for character in text))


def _blur(character: str, rng: random.Random) -> str:
    if rng.random() > _NOISE or not character.isalnum():
        return character
    return rng.choice(["", character * 2, chr(ord(character) + 1)])


def misread_numbers(reading: Reading, rng: random.Random) -> Reading:
    """Numbers at the start of lines, some of them with another digit or none."""

    def misread(text: str) -> str:
        head, body = text[:4], text[4:]
        if not any(character.isdecimal() for character in head) or rng.random() > _MISREAD:
            return text
        return "".join(rng.choice("0123456789") if character.isdecimal() else character for character in head) + body

    return _each_line(reading, misread)


def lose_lines(reading: Reading, rng: random.Random) -> Reading:
    """Some lines are not read."""
    return replace(reading, lines=tuple(line for line in reading.lines if rng.random() > _LOST))


def put_before(reading: Reading, _: random.Random) -> Reading:
    """A menu stands before the text."""
    if not reading.lines or reading.lines[0].page is not None:
        return reading
    menu = [replace(reading.lines[0], text=text) for text in ("Home", "About us", "")]
    return replace(reading, lines=(*menu, *reading.lines))


def _each_line(reading: Reading, change: Callable[[str], str]) -> Reading:
    return replace(reading, lines=tuple(replace(line, text=change(line.text)) for line in reading.lines))


def read_again(report: Report, _: random.Random) -> tuple[Report, ...]:
    """The text as another reader gives it: one paragraph a line, without pages and fonts."""
    lines = [" ".join(filter(None, (block.label, block.text))) for block in report.blocks]
    return build(read_bytes("\n\n".join(lines).encode(), "again.txt"))


# disturbances of paragraphs


def reorder(blocks: Sequence[Block], rng: random.Random) -> list[Block]:
    """Parts of a text in another order, as columns that were read the wrong way."""
    cuts = sorted(rng.sample(range(len(blocks) + 1), min(4, len(blocks) + 1)))
    parts = [list(blocks[first:last]) for first, last in zip([0, *cuts], [*cuts, len(blocks)], strict=True)]
    rng.shuffle(parts)
    return [block for part in parts for block in part]


def move_numbers(blocks: Sequence[Block], _: random.Random) -> list[Block]:
    """A new first paragraph: the numbers of all others move by one."""
    numbered = [place for place, block in enumerate(blocks) if block.role == "operative" and block.ordinal]
    if not numbered:
        return list(blocks)
    moved = [
        replace(block, ordinal=block.ordinal + 1, label=f"{block.ordinal + 1}.")
        if block.role == "operative" and block.ordinal
        else block
        for block in blocks
    ]
    first = blocks[numbered[0]]
    new = "A paragraph that nobody had before, about quarries, lighthouses and the price of salt."
    return [*moved[: numbered[0]], replace(first, text=new, text_raw=new, repairs=()), *moved[numbered[0] :]]


def exchange(blocks: Sequence[Block], rng: random.Random) -> list[Block]:
    """Texts of paragraphs change places, and their numbers do not."""
    places = [place for place, block in enumerate(blocks) if block.role == "operative" and block.ordinal]
    texts = [blocks[place].text for place in places]
    rng.shuffle(texts)
    changed = list(blocks)
    for place, text in zip(places, texts, strict=True):
        changed[place] = replace(blocks[place], text=text, text_raw=text, repairs=())
    return changed


def rewrite(blocks: Sequence[Block], rng: random.Random) -> list[Block]:
    """Some paragraphs have wholly other texts, and the numbers and places of the old ones."""
    return [
        replace(block, text=text, text_raw=text, repairs=())
        if block.role == "operative" and rng.random() < _MISREAD
        else block
        for block in blocks
        for text in [" ".join(rng.choices(_OTHER_WORDS, k=30))]
    ]


def split(blocks: Sequence[Block], rng: random.Random) -> list[Block]:
    """Long paragraphs fall apart: the rest has no number."""
    result: list[Block] = []
    for block in blocks:
        words = block.text.split(" ")
        if block.role == "operative" and len(words) > 24 and rng.random() < _MISREAD:  # noqa: PLR2004  (long)
            half = len(words) // 2
            result += [
                replace(block, text=" ".join(words[:half]), text_raw=" ".join(words[:half]), repairs=()),
                replace(
                    block, text=" ".join(words[half:]), text_raw=" ".join(words[half:]), repairs=(), label=None,
                    ordinal=None, subrole="continuation",
                ),
            ]  # fmt: skip
        else:
            result.append(block)
    return result


def join(blocks: Sequence[Block], rng: random.Random) -> list[Block]:
    """Neighbours become one: the second one's number is lost in the text."""
    result: list[Block] = []
    for block in blocks:
        both = result and result[-1].role == block.role == "operative"
        if both and len(block.text.split()) > 8 and rng.random() < _MISREAD:  # noqa: PLR2004  (more than a heading)
            text = f"{result[-1].text} {block.text}"
            result[-1] = replace(result[-1], text=text, text_raw=text, repairs=())
        else:
            result.append(block)
    return result


OF_READINGS = {"noise": blur, "numbers misread": misread_numbers, "lines lost": lose_lines, "a menu before": put_before}
OF_BLOCKS = {
    "another order": reorder, "numbers moved": move_numbers, "texts exchanged": exchange, "texts rewritten": rewrite,
    "split": split, "joined": join,
}  # fmt: skip


def compare(name: str, old: Sequence[Block], disturbed: Sequence[Block], tally: Tally) -> None:
    """Name disturbed blocks by what is known, and count."""
    known = [KnownBlock(block.eid, block.text, block.text_raw) for block in old]
    new = keep_eids(name_blocks(disturbed), known, frozenset(block.eid for block in old))
    if len({block.eid for block in new}) < len(new):
        tally.moved.append(f"{name}: an id stands twice")
    before, after = _by_text(old), _by_text(new)
    for text in before.keys() & after.keys():
        possible = min(len(before[text]), len(after[text]))
        kept = min(possible, len(before[text] & after[text]))
        tally.same += possible
        tally.kept += kept
        if kept < possible:
            tally.lost.append(f"{name}: {sorted(before[text])} -> {sorted(after[text])}: {text[:50]}")
    texts = {block.eid: block.text for block in old}
    tally.told += sum(1 for _ in find_relations(texts, {str(block.eid): block.text for block in new}))
    for block in new:
        if block.eid in texts:
            tally.ids += 1
            if _has_moved(texts[block.eid], block.text, before, after):
                tally.moved.append(f"{name}: {block.eid}: {texts[block.eid][:50]!r} -> {block.text[:50]!r}")


def _by_text(blocks: Sequence[Block]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for block in blocks:
        found[_fold(block.text)].add(block.eid)
    return found


def _fold(text: str) -> str:
    return " ".join(fold_words(text)) or text


def _has_moved(old: str, new: str, before: dict[str, set[str]], after: dict[str, set[str]]) -> bool:
    one, other = _fold(old), _fold(new)
    if one == other:
        return False
    is_unlike = fuzz.ratio(one, other) < _UNLIKE and fuzz.partial_ratio(one, other) < _UNLIKE_PART
    # its old text stands under an id that this text did not have
    return is_unlike or bool(after.get(one, set()) - before[one])


def measure(few: int | None, seed: int, *, with_pdf: bool) -> dict[str, Tally]:
    """A tally for each kind of disturbance."""
    tallies = {name: Tally() for name in ("nothing", *OF_READINGS, "another reader", *OF_BLOCKS)}
    for name, reading in list_readings(few, with_pdf=with_pdf):
        rng = random.Random(f"{seed} {name}")  # noqa: S311  (a benchmark)
        reports = build(reading)
        for number, report in enumerate(reports):
            named = name_blocks(report.blocks)
            compare(name, named, report.blocks, tallies["nothing"])
            for kind, change in OF_BLOCKS.items():
                compare(name, named, change(report.blocks, rng), tallies[kind])
            again = read_again(report, rng)
            if len(again) == 1:
                compare(name, named, again[0].blocks, tallies["another reader"])
            for kind, disturb in OF_READINGS.items():
                others = build(disturb(reading, rng)) if number == 0 else ()
                if len(others) == len(reports) == 1:
                    compare(name, named, others[0].blocks, tallies[kind])
    return tallies


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--few", type=int, help="specimens to take")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--pdf", action="store_true", help="PDF specimens too, which take minutes")
    parser.add_argument("--show", action="store_true", help="name what was lost or moved")
    options = parser.parse_args()
    started = time.monotonic()
    tallies = measure(options.few, options.seed, with_pdf=options.pdf)
    print(f"{'disturbed by':<18}{'same text':>10}{'kept':>9}{'in %':>10}{'ids seen':>10}{'moved':>8}{'related':>9}")
    total: Counter[str] = Counter()
    for name, tally in tallies.items():
        total.update(same=tally.same, kept=tally.kept, ids=tally.ids, moved=len(tally.moved))
        print(f"{name:<18}{_row(tally.same, tally.kept, tally.ids, len(tally.moved))}{tally.told:>9}")
        if options.show:
            for line in [*(f"  lost {each}" for each in tally.lost[:8]), *(f"  moved {e}" for e in tally.moved[:8])]:
                print(line)
    print(f"{'all':<18}{_row(total['same'], total['kept'], total['ids'], total['moved'])}")
    print(f"{time.monotonic() - started:.0f} seconds")


def _row(same: int, kept: int, ids: int, moved: int) -> str:
    return f"{same:>10}{kept:>9}{100 * kept / max(1, same):>10.3f}{ids:>10}{moved:>8}"


if __name__ == "__main__":
    main()
