"""How well blocks are told apart, by how a page lays its text out: with the texts of real specimens, not of a grammar.

``python benchmarks/layouts.py`` takes the pages of the rounds at first sight that are ours, and of whose blocks one at
most is wrong, prints the blocks that were found anew in each layout, reads that, and counts the blocks that come out as
they went in (text, role, label). ``plain`` has a blank line between paragraphs; of the other layouts only blocks that
are right there count. ``--every 8 --offset 3`` takes each eighth page from the third on, ``--only wrapped,spaced``
chooses layouts, ``--show`` prints what comes out otherwise.

The front stays as it is printed, with blank lines between its blocks. Not every layout can be read back: texts
in one line have lost where their paragraphs end, and only numbers, participles and forms of address are left to tell.
"""

from __future__ import annotations

import argparse
import html
import json
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from first_sight import ROOT, compare, squeeze

from oic_reports.errors import UnreadableFileError
from oic_reports.jobs.read import read_trusted
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

ROUNDS = ROOT / "tests" / "specimens" / "structure" / "rounds"
# characters of a printed line
_WIDTH = 70
# blocks of a page from which on it is taken, and how many of them may be wrong
_LEAST = 6
_WRONG = 1
_ASIDE = {"boilerplate", "running_header", "page_mark"}


class Paragraph(NamedTuple):
    """A block as it was found: role, label and text."""

    role: str
    label: str | None
    text: str

    @property
    def has_label(self) -> bool:
        """Whether the label is printed before the text, and is no part of it."""
        label = squeeze(self.label or "")
        return bool(self.label) and (not label or not squeeze(self.text).startswith(label))

    def print(self, joint: str = " ") -> str:
        """The paragraph with its label."""
        return f"{self.label}{joint}{self.text}" if self.has_label else self.text

    def print_line(self) -> str:
        """The paragraph in one line."""
        return self.print().replace("\n", " ")

    def wrap(self) -> str:
        """The paragraph in lines of one width."""
        lines = textwrap.wrap(self.print_line(), _WIDTH, break_long_words=False, break_on_hyphens=False)
        return "\n".join(lines)


Layout = Callable[[Sequence[Paragraph], Sequence[Paragraph]], str]


def _print_front(front: Sequence[Paragraph], body: str) -> str:
    return "\n\n".join([*(paragraph.print() for paragraph in front), body])


def _print_page(body: str) -> str:
    return f"<html><body>{body}</body></html>"


def _mark_up(paragraph: Paragraph, tag: str) -> str:
    text = html.escape(paragraph.print()).replace("\n", "<br>")
    return f"<{tag}>{text}</{tag}>\n"


def _join_labels(body: Sequence[Paragraph]) -> str:
    """The body, each number written right behind the sentence before it."""
    return "".join(
        one.print_line() if one.has_label and one.role != "heading" else f"\n\n{one.print_line()}" for one in body
    )


LAYOUTS: Mapping[str, Layout] = {
    "plain": lambda front, body: _print_front(front, "\n\n".join(one.print() for one in body)),
    "lines": lambda front, body: _print_front(front, "\n".join(one.print_line() for one in body)),
    "wrapped, gaps": lambda front, body: _print_front(front, "\n\n".join(one.wrap() for one in body)),
    "wrapped": lambda front, body: _print_front(front, "\n".join(one.wrap() for one in body)),
    "indented": lambda front, body: _print_front(front, "\n".join(f"    {one.wrap()}" for one in body)),
    "spaced": lambda front, body: _print_front(front, "\n\n".join(one.wrap().replace("\n", "\n\n") for one in body)),
    "labels alone": lambda front, body: _print_front(
        front, "\n\n".join(one.print("\n" if one.role != "heading" else " ") for one in body)
    ),
    "labels without blank": lambda front, body: _print_front(front, "\n\n".join(one.print("") for one in body)),
    "numbers behind sentences": lambda front, body: _print_front(front, _join_labels(body)),
    "one line": lambda front, body: _print_front(front, " ".join(one.print_line() for one in body)),
    "html, p": lambda front, body: _print_page("".join(_mark_up(one, "p") for one in (*front, *body))),
    "html, br": lambda front, body: _print_page(
        "".join(_mark_up(one, "p") for one in front)
        + "<div>"
        + "<br>\n".join(html.escape(one.print_line()) for one in body)
        + "</div>"
    ),
    "html, div": lambda front, body: _print_page("".join(_mark_up(one, "div") for one in (*front, *body))),
}


def find_pages(every: int, offset: int) -> Iterator[tuple[str, list[Paragraph]]]:
    """The pages that are read rightly: name, and blocks in order."""
    paths = sorted(ROUNDS.glob("*/*.json"))
    for path in paths[offset % every :: every]:
        truth = json.loads(path.read_text(encoding="utf-8"))
        (file,) = (other for other in path.parent.glob(f"{path.stem}.*") if other.suffix != ".json")
        found: Any = read_trusted(file, truth.get("address")) if truth["ours"] else {"rejected": {}}
        if "rejected" in found:
            continue
        counts = compare(found, truth).counts
        if counts["blocks"] < _LEAST or counts["blocks_right"] < counts["blocks"] - _WRONG:
            continue
        blocks: list[dict[str, Any]] = [block for block in found["blocks"] if block["role"] not in _ASIDE]
        yield f"{path.parent.name}/{path.stem}", [Paragraph(b["role"], b["label"], b["text_raw"]) for b in blocks]


def read_layout(paragraphs: Sequence[Paragraph], layout: Layout) -> list[Paragraph]:
    """The blocks of a page in a layout; none where it is refused."""
    place = next((i for i, one in enumerate(paragraphs) if one.role not in {"title", "header"}), len(paragraphs))
    text = layout(paragraphs[:place], paragraphs[place:])
    name = "page.html" if text.startswith("<html>") else "page.txt"
    try:
        reports = build_reports(read_bytes(f"{text}\n".encode(), name))
    except (UnreadableFileError, NoReportError):
        return []
    return [Paragraph(block.role, block.label, block.text_raw) for report in reports for block in report.blocks]


def find_right(wanted: Sequence[Paragraph], given: Sequence[Paragraph]) -> list[bool]:
    """For each paragraph whether it came out as it went in."""
    left = Counter((one.role, squeeze(one.label or ""), squeeze(one.text)) for one in given)
    right = []
    for one in wanted:
        key = one.role, squeeze(one.label or ""), squeeze(one.text)
        right.append(left[key] > 0)
        left[key] -= 1
    return right


def main() -> int:
    """Print the blocks right by layout, in percent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take each so many-th page")
    parser.add_argument("--offset", type=int, default=0, help="the first page taken")
    parser.add_argument("--only", help="layouts, with commas between them")
    parser.add_argument("--show", action="store_true", help="print what comes out otherwise")
    options = parser.parse_args()
    names = [name for name in LAYOUTS if not options.only or name in options.only.split(",")]
    total: dict[str, Counter[bool]] = defaultdict(Counter)
    for page, paragraphs in find_pages(options.every, options.offset):
        plain = find_right(paragraphs, read_layout(paragraphs, LAYOUTS["plain"]))
        total["plain"].update(plain)
        for name in names:
            if name == "plain":
                continue
            right = find_right(paragraphs, read_layout(paragraphs, LAYOUTS[name]))
            total[name].update(now for now, before in zip(right, plain, strict=True) if before)
            changed = zip(paragraphs, right, plain, strict=True) if options.show else ()
            wrong = [one for one, now, before in changed if before and not now]
            for one in wrong:
                print(f"  {page} {name}: {one.role} {one.label} {one.text[:60]!r}")
    for name, counts in total.items():
        print(f"{name:<26}{counts.total():>7}{100 * counts[True] / max(1, counts.total()):>7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
