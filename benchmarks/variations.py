"""What pages state when they are spelt or laid out otherwise: a page says the same whatever its form.

``python benchmarks/variations.py`` varies the pages of the rounds at first sight (``tests/specimens/structure/rounds``)
and those of ``--folder``, one variation at a time, and prints for each how many pages it changed, and of how many facts
the value was lost, found or changed, how many pages were judged otherwise, and how many have other roles of blocks. No
truth is asked. ``--only ha,hamza`` chooses variations, ``--every 5`` each fifth page, ``--show`` prints differences.

Spellings are told at ``structure/spelling.py`` (decision 0097); layouts are those of dumps, copies and viewers.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from first_sight import FACTS

from oic_reports.errors import UnreadableFileError
from oic_reports.model import Report
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

ROUNDS = Path(__file__).resolve().parents[1] / "tests" / "specimens" / "structure" / "rounds"
# characters of a line of a dump; lines of a front that are set in capitals
_WIDTH = 60
_FRONT = 8
# characters of a paragraph in one line, and how many of them a text has that is not wrapped
_PARAGRAPH = 200
_LEAST_PARAGRAPHS = 4
_MARKUP = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>)", re.DOTALL | re.IGNORECASE)
_STATED = tuple(name for name in FACTS if name != "title")
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_HAMZA_VERBS = "جتماع|جتمع|نعقد|نعقاد|ستضاف|ستعرض|ختتم|فتتح|ستثنائي|قتصادي|تفاقي|نتخب"


@dataclass(frozen=True)
class Variation:
    """A change of a text; ``languages`` in which it is one, and whether it is of lines, of which markup has none."""

    change: Callable[[str], str]
    languages: tuple[str, ...] = ("ar", "en", "fr")
    of_lines: bool = False


def _drop_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not "\u0300" <= sign <= "\u036f")


def _wrap(text: str) -> str:
    """A text of whole paragraphs in lines of one width; one that is wrapped already stays."""
    if sum(len(line) > _PARAGRAPH for line in text.split("\n")) < _LEAST_PARAGRAPHS:
        return text
    wrapped = (textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join("\n".join(lines) for lines in wrapped)


def _raise_front(text: str) -> str:
    lines = text.split("\n")
    front = [place for place, line in enumerate(lines) if line.strip()][:_FRONT]
    return "\n".join(
        line.upper() if place in front and len(line) < 2 * _WIDTH else line for place, line in enumerate(lines)
    )


VARIATIONS: dict[str, Variation] = {
    "accents": Variation(_drop_accents, ("fr",)),
    "bare alefs": Variation(lambda text: re.sub("[أإآ]", "ا", text), ("ar",)),
    "hamza": Variation(
        lambda text: re.sub(rf"(?<![\u0621-\u065f])([وفبل]?(?:ال|لل)?)ا(?={_HAMZA_VERBS})", r"\1إ", text), ("ar",)
    ),
    "ha": Variation(lambda text: re.sub("ة(?![\u0621-\u065f])", "ه", text), ("ar",)),
    "ya": Variation(lambda text: re.sub("ي(?![\u0621-\u065f])", "ى", text), ("ar",)),
    "digits": Variation(lambda text: text.translate(_ARABIC_INDIC), ("ar",)),
    "apostrophes": Variation(lambda text: text.replace("’", "'").replace("“", '"').replace("”", '"')),
    "dashes": Variation(lambda text: text.replace(" - ", " – ")),
    "double blanks": Variation(lambda text: re.sub(r"(?<=\S) (?=\S)", "  ", text)),
    "fixed blanks": Variation(lambda text: re.sub(r"(?<=\S) (?=\S)", "\u00a0", text)),
    "gaps": Variation(lambda text: re.sub(r"\n+", "\n\n", text), of_lines=True),
    "wrapped": Variation(_wrap, of_lines=True),
    "capitals": Variation(_raise_front, ("en", "fr"), of_lines=True),
    "indented": Variation(lambda text: re.sub(r"(?m)^(?=\S)", "      ", text), of_lines=True),
}


def vary(text: str, variation: Variation, *, is_markup: bool) -> str:
    """The text of a page with one change, its markup as it is."""
    if not is_markup:
        return variation.change(text)
    if variation.of_lines:
        return text
    return "".join(piece if place % 2 else variation.change(piece) for place, piece in enumerate(_MARKUP.split(text)))


def _read(text: str, page: Path, address: str | None) -> Report | None:
    try:
        return build_reports(read_bytes(text.encode(), page.name), [address] if address else [])[0]
    except (NoReportError, UnreadableFileError):
        return None


def compare(one: Report | None, other: Report | None) -> Iterator[tuple[str, str]]:
    """What a page states otherwise: ``lost``, ``found``, ``changed``, ``judged`` or ``roles``, and the difference."""
    if one is None or other is None:
        if one is not other:
            yield "judged", "refused" if other is None else "taken"
        return
    for name in _STATED:
        was, now = getattr(one.header, name, None), getattr(other.header, name, None)
        if was != now:
            yield "lost" if now is None else "found" if was is None else "changed", f"{name} {was} {now}"
    if [block.role for block in one.blocks] != [block.role for block in other.blocks]:
        yield "roles", f"{len(one.blocks)} {len(other.blocks)}"


def main() -> int:
    """Print what each variation changes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, action="append", default=[], help="further pages with their truths")
    parser.add_argument("--only", help="names of variations, parted by commas")
    parser.add_argument("--every", type=int, default=1, help="each so many pages")
    parser.add_argument("--show", action="store_true", help="print every difference")
    options = parser.parse_args()
    names = options.only.split(",") if options.only else list(VARIATIONS)
    truths = sorted(path for folder in (ROUNDS, *options.folder) for path in folder.rglob("*.json"))[:: options.every]
    pages: Counter[str] = Counter()
    counts: Counter[tuple[str, str]] = Counter()
    for path in truths:
        truth = json.loads(path.read_text(encoding="utf-8"))
        page = next(other for other in path.parent.glob(f"{path.stem}.*") if other.suffix != ".json")
        try:
            text = unicodedata.normalize("NFC", page.read_bytes().decode())
        except UnicodeDecodeError:
            # a page in an encoding of its own
            continue
        usual = _read(text, page, truth.get("address"))
        for name in names:
            variation = VARIATIONS[name]
            varied = vary(text, variation, is_markup=page.suffix != ".txt")
            if truth["language"] not in variation.languages or varied == text:
                continue
            pages[name] += 1
            for kind, told in compare(usual, _read(varied, page, truth.get("address"))):
                counts[name, kind] += 1
                if options.show:
                    print(f"  {name}: {path.parent.name}/{path.stem} {kind} {told}")
    kinds = ("lost", "found", "changed", "judged", "roles")
    print(f"{'variation':<16}{'pages':>8}" + "".join(f"{kind:>9}" for kind in kinds))
    for name in names:
        print(f"{name:<16}{pages[name]:>8}" + "".join(f"{counts[name, kind]:>9}" for kind in kinds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
