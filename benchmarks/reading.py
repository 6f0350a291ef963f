"""How right PDF files are read, and how fast, beside other readers on the same files in the same run.

``make bench-reading`` reads the specimens in ``tests/specimens/pdf``; another folder of the same form
(``<producer>/<id>.pdf`` and ``truth/<id>.json``) may be named. Readers that are not installed are left out with a note.

The strict character error rate is the Levenshtein distance by the length of the truth in percent, after white space was
collapsed, NFC applied and direction marks removed; vowel signs, kashidas and kinds of dashes count. Running headers and
page numbers are left out for every reader.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
import pypdfium2
from rapidfuzz.distance import Levenshtein

from oic_reports.cleaning.clean import clean_blocks
from oic_reports.errors import UnreadableFileError
from oic_reports.isolation.prepared import prepare
from oic_reports.jobs.read import read_trusted
from oic_reports.model import Block
from oic_reports.reading.pdf.document import read_pdf
from oic_reports.reading.raised import TO_LEVEL
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.segment import segment

SPECIMENS = Path(__file__).parents[1] / "tests" / "specimens" / "pdf"
# a PDF file gives the words of a character that stands for several (``ﷺ``): they are what is read (decision 0012)
_PHRASES = {ord(form): unicodedata.normalize("NFKC", form) for form in "\ufdf2\ufdfa\ufdfb"}
_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]")
_FURNITURE = {"running_header", "page_mark"}
_SPEED_PAGES = 200

Reader = Callable[[Path], list[str]]


def normalise(text: str) -> str:
    """A text as it is compared: one line, NFC, no direction marks; raised figures as plain ones, as in the truth."""
    plain = _MARKS.sub("", text).translate(_PHRASES)
    return " ".join(unicodedata.normalize("NFC", plain).translate(TO_LEVEL).split())


def list_paragraphs(truth: dict[str, Any]) -> list[str]:
    """The paragraphs that a file should give, in order; rows of tables are paragraphs."""
    found = []
    for block in truth["blocks"]:
        if block["kind"] == "table":
            found += [normalise(" ".join(row)) for row in block["rows"]]
        elif block["kind"] not in {"symbol", "header"}:
            found.append(normalise(f"{block.get('label') or ''} {block['text']}"))
    return found


def read_ours(path: Path) -> list[str]:
    """Our paragraphs before cleaning, as the page shows them; nothing where the file is refused."""
    try:
        reading = read_bytes(path.read_bytes(), path.name)
    except UnreadableFileError:
        return []
    # no judgement of whether it is a report: a letter is read like any other page
    blocks = clean_blocks(segment(reading), reading.language)
    return [f"{block.label or ''} {undo_cleaning(block)}" for block in blocks if block.role not in _FURNITURE]


def undo_cleaning(block: Block) -> str:
    """A block's text with the letter forms that its author used (a Farsi yeh, say): they stand in the truth."""
    text, place = "", 0
    for repair in block.repairs:
        text += block.text_raw[place : repair.raw_start]
        text += repair.before if repair.rule.startswith("arabic.") else repair.after
        place = repair.raw_end
    return text + block.text_raw[place:]


def read_pdfplumber(path: Path) -> list[str]:
    """Pdfplumber's lines."""
    with pdfplumber.open(path) as document:
        return [line for page in document.pages for line in (page.extract_text() or "").splitlines()]


def read_pypdfium2(path: Path) -> list[str]:
    """PDFium's own lines."""
    document = pypdfium2.PdfDocument(path)
    return [line for page in document for line in page.get_textpage().get_text_bounded().splitlines()]


def read_pypdf(path: Path) -> list[str]:
    """Pypdf's lines."""
    reader = import_module("pypdf").PdfReader(path)
    return [line for page in reader.pages for line in page.extract_text().splitlines()]


def read_pdftotext(path: Path) -> list[str]:
    """The lines of poppler's command."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, timeout=120)  # noqa: S607
    return done.stdout.decode("utf-8", errors="replace").splitlines()


def read_qalam(path: Path) -> list[str]:
    """Qalam's lines."""
    return str(import_module("qalam").extract_text(str(path))).splitlines()


def find_readers() -> dict[str, Reader]:
    """Readers that are installed, ours first."""
    readers: dict[str, Reader] = {"oic-reports": read_ours, "pdfplumber": read_pdfplumber, "pypdfium2": read_pypdfium2}
    for name, reader in (("pypdf", read_pypdf), ("qalam", read_qalam)):
        try:
            import_module(name)
        except ImportError:
            print(f"{name} is not installed: left out")
        else:
            readers[name] = reader
    if shutil.which("pdftotext"):
        readers["pdftotext"] = read_pdftotext
    else:
        print("pdftotext is not installed: left out")
    return readers


def drop_furniture(lines: Iterable[str], truth: dict[str, Any]) -> list[str]:
    """Lines without running headers and page numbers."""
    headers = {normalise(truth.get("header") or ""), normalise(truth.get("symbol") or "")}
    parts = [part for part in (normalise(truth.get("symbol") or ""), normalise(truth.get("header") or "")) if part]
    headers |= {" ".join(parts), " ".join(reversed(parts))}
    clean = [normalise(line) for line in lines]
    expected = set(list_paragraphs(truth))
    furniture = re.compile(r"[-– ]*\d{1,3}[-– ]*")
    return [
        line for line in clean if line and line not in headers and (line in expected or not furniture.fullmatch(line))
    ]


def measure(lines: Sequence[str], truth: dict[str, Any]) -> tuple[float, float, float, float]:
    """Error rate in percent, share of paragraphs right, F1 of paragraph starts, share of mixed words intact."""
    expected = list_paragraphs(truth)
    kept = drop_furniture(lines, truth)
    text, body = " ".join(kept), " ".join(expected)
    error = 100 * Levenshtein.distance(body, text) / len(body)
    right = sum(paragraph in text for paragraph in expected) / len(expected)
    starts = {paragraph[:15] for paragraph in expected}
    found = [line[:15] for line in kept]
    hits = len(starts & set(found))
    f1 = 2 * hits / (len(starts) + len(found)) if found else 0.0
    words = body.split()
    mixed = [
        " ".join(words[max(place - 1, 0) : place + 2])
        for place, word in enumerate(words)
        if re.search(r"[\d()\[\]«»A-Za-z]", word)
    ]
    intact = sum(group in text for group in mixed) / len(mixed) if mixed else 1.0
    return error, right, f1, intact


def compare(folder: Path) -> None:
    """Print the accuracy of all readers on all specimens."""
    readers = find_readers()
    truths = {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "truth").glob("*.json"))
    }
    results: dict[tuple[str, str], list[tuple[str, tuple[float, float, float, float]]]] = defaultdict(list)
    refused: list[str] = []
    for path in sorted(folder.glob("*/*.pdf")):
        truth = truths.get(path.stem)
        if truth is None or path.parent.name == "scan":
            continue
        for name, reader in readers.items():
            lines = reader(path)
            if name == "oic-reports" and not lines:
                refused.append(f"{path.parent.name}/{path.name}")
                break
            results[name, truth["lang"]].append((f"{path.parent.name}/{path.stem}", measure(lines, truth)))
    print(f"\nrefused (no text that can be trusted): {', '.join(refused) or 'none'}")
    columns = (("reader", 14), ("", 4), ("files", -6), ("CER median", -12), ("worst", -8), ("paragraphs right", -18))
    columns += (("starts F1", -11), ("mixed intact", -14))
    head = "".join(f"{name:>{-width}}" if width < 0 else f"{name:<{width}}" for name, width in columns)
    for language in ("ar", "en", "fr"):
        print(f"\n{head}")
        for name in readers:
            rows = results[name, language]
            errors = [values[0] for _, values in rows]
            means = [sum(values[i] for _, values in rows) / len(rows) for i in (1, 2, 3)]
            worst = max(rows, key=lambda row: row[1][0])
            print(
                f"{name:<14}{language:<4}{len(rows):>6}{median(errors):>12.2f}{worst[1][0]:>8.2f}{means[0]:>18.3f}"
                f"{means[1]:>11.3f}{means[2]:>14.3f}   {worst[0]}"
            )
    print("\nour error rate by file, where it is not 0:")
    for language in ("ar", "en", "fr"):
        for file_name, values in results["oic-reports", language]:
            if values[0] > 0:
                print(f"  {file_name:<28}{values[0]:>7.2f} %   paragraphs right {values[1]:.2f}")


def _lengthen(path: Path, pages: int) -> bytes:
    """A file of many pages, made of one file's pages again and again."""
    source, target = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument.new()
    while len(target) < pages:
        target.import_pages(source)
    buffer = io.BytesIO()
    target.save(buffer)
    return buffer.getvalue()


def time_readers(folder: Path) -> None:
    """Print pages a second of CPU time, ours (to lines, to JSON) and two readers beside it, and our peak memory.

    Start is left out: word lists and patterns are kept and loaded before.
    """
    prepare()
    print(f"\n{'pages per CPU second':<24}{'to lines':>14}{'to JSON':>14}{'pdfplumber':>14}{'pypdfium2':>14}")
    for producer, stem in (("lo_docx", "ar1"), ("chromium", "ar1"), ("lo_docx", "fr1"), ("chromium", "en1")):
        content = _lengthen(folder / producer / f"{stem}.pdf", _SPEED_PAGES)
        _print(_lengthen(folder / producer / f"{stem}.pdf", 2))
        speeds = []
        ours = ((read_pdf, _SPEED_PAGES), (_print, _SPEED_PAGES))
        for read, pages in (*ours, (_plumb, 20), (_pdfium, _SPEED_PAGES)):
            part = content if pages == _SPEED_PAGES else _lengthen(folder / producer / f"{stem}.pdf", pages)
            started = time.process_time()
            read(part)
            speeds.append(pages / (time.process_time() - started))
        print(f"{producer + '/' + stem:<24}" + "".join(f"{speed:>14.0f}" for speed in speeds))
    print(f"peak memory of this run: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def _print(content: bytes) -> str:
    """All that ``oic-reports read`` prints, in this process."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        return json.dumps(read_trusted(Path(file.name)), ensure_ascii=False, indent=1)


def _plumb(content: bytes) -> None:
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page in document.pages:
            page.extract_text()
            page.close()


def _pdfium(content: bytes) -> None:
    for page in pypdfium2.PdfDocument(content):
        page.get_textpage().get_text_bounded()


def main() -> int:
    """Print accuracy, then speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SPECIMENS)
    parser.add_argument("--speed", action="store_true", help="speed alone")
    options = parser.parse_args()
    folder = options.folder
    if not options.speed:
        compare(folder)
    if (folder / "lo_docx" / "ar1.pdf").is_file():
        time_readers(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
