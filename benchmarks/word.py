"""How Word files are read beside python-docx and docx2python: what each loses of the page, on the same files.

``make bench-word`` reads the Word specimens that have their truth beside them (``tests/specimens/structure/open``), and
files with one thing each that Word shows or hides: a text box, tracked changes, hidden text, a note. The two peers are
no dependency; without them their rows are left out:

    .venv/bin/python -m pip install python-docx docx2python

A letter counts as lost where it stands in the truth and not in what was read, in order (white space, signs and marks
aside); an automatic number as there where the label stands before its text.
"""

from __future__ import annotations

import io
import json
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq

from oic_reports.reading.docx import read_docx

_ROOT = Path(__file__).parents[1] / "tests" / "specimens"
SPECIMENS = _ROOT / "structure" / "open"
NOTED = _ROOT / "word"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

Reader = Callable[[bytes], str]


def read_ours(content: bytes) -> str:
    """Our lines."""
    return "\n".join(line.text for line in read_docx(content, Counter()).lines)


def read_python_docx(content: bytes) -> str:
    """Paragraphs and cells of tables in order, as its documentation has it."""
    document = import_module("docx").Document(io.BytesIO(content))
    table = import_module("docx.table").Table
    lines = []
    for part in document.iter_inner_content():
        if isinstance(part, table):
            lines += [" ".join(cell.text for cell in row.cells) for row in part.rows]
        else:
            lines.append(part.text)
    return "\n".join(lines)


def read_docx2python(content: bytes) -> str:
    """The whole text, notes included; markers that it writes into it are taken out."""
    with import_module("docx2python").docx2python(io.BytesIO(content)) as document:
        return re.sub(r"----(?:foot|end)note\d+----", " ", str(document.text))


def find_readers() -> dict[str, Reader]:
    """Ours, and the peers that are installed."""
    readers: dict[str, Reader] = {"oic-reports": read_ours}
    for name, module, read in (
        ("python-docx", "docx", read_python_docx),
        ("docx2python", "docx2python", read_docx2python),
    ):
        try:
            import_module(module)
        except ImportError:
            print(f"{name} is not installed: its row is left out")
        else:
            readers[name] = read
    return readers


def keep_letters(text: str) -> str:
    """Letters and digits of a text, small."""
    return re.sub(r"[\W_]+", "", text).lower()


def count_lost(wanted: str, given: str) -> int:
    """Letters of a text that another lacks, in order."""
    return len(wanted) - int(LCSseq.similarity(wanted, given))


def measure_specimens(readers: Mapping[str, Reader]) -> None:
    """Print letters lost and labels there (their letters; sign by sign) over the specimens with a truth."""
    pairs = []
    for path in sorted(SPECIMENS.glob("*.docx")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        if gold["blocks"]:
            pairs.append((path.read_bytes(), [b for b in gold["blocks"] if b["role"] != "boilerplate"]))
    head = ("letters", "lost", "%", "labels", "there", "as shown", "ms a file")
    print(f"{len(pairs)} specimens".ljust(16) + "".join(f"{name:>10}" for name in head))
    for name, read in readers.items():
        sums: Counter[str] = Counter()
        started = time.process_time()
        shown = [" ".join(read(content).split()) for content, _ in pairs]
        spent = time.process_time() - started
        for printed, (_, blocks) in zip(shown, pairs, strict=True):
            text = keep_letters(printed)
            whole = keep_letters(" ".join(f"{b['label'] or ''} {b['text']}" for b in blocks))
            sums["letters"] += len(whole)
            sums["lost"] += count_lost(whole, text)
            for block in blocks:
                start = keep_letters(block["text"])[:30]
                if block["label"] and keep_letters(block["label"]):
                    sums["labels"] += 1
                    sums["labels there"] += keep_letters(block["label"]) + start in text
                    sums["as shown"] += f"{block['label']} {block['text'][:20]}" in printed
        share = f"{100 * sums['lost'] / sums['letters']:.2f}"
        row = (sums["letters"], sums["lost"], share, sums["labels"], sums["labels there"], sums["as shown"])
        row = (*row, f"{1000 * spent / len(pairs):.1f}")
        print(name.ljust(16) + "".join(f"{value:>10}" for value in row))


def make_file(body: str) -> bytes:
    """A Word file with that inside of its body."""
    names = f'xmlns:w="{_W}" xmlns:mc="{_MC}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="{_R}"'
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    schema = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{schema}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{types}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{schema}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{schema}/package/2006/relationships"/>',
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def list_traits() -> dict[str, tuple[str, list[str], list[str]]]:
    """What Word shows or hides: the body of a file, words that must be read, words that must not."""
    box = f"<w:txbxContent><w:p>{_run('boxed words')}</w:p></w:txbxContent>"
    picture = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    inserted = f'<w:ins w:id="1" w:author="a">{_run("inserted")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>deleted</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3" w:author="a">{_run("moved")}</w:moveFrom>'
    control = f"<w:sdt><w:sdtContent><w:p>{_run('controlled')}</w:p></w:sdtContent></w:sdt>"
    instruction = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF named</w:instrText>'
    field = f'{instruction}<w:fldChar w:fldCharType="separate"/><w:t>result</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    return {
        "text box": (f"<w:p>{_run('before')}{picture}</w:p>", ["before", "boxed words"], []),
        "inserted text": (f"<w:p>{_run('before ')}{inserted}</w:p>", ["before inserted"], []),
        "deleted text": (f"<w:p>{_run('before')}{deleted}</w:p>", ["before"], ["deleted"]),
        "moved text": (f"<w:p>{_run('before')}{moved}</w:p>", ["before"], ["moved"]),
        "hidden text": (f"<w:p>{_run('before')}{_run('hidden', '<w:vanish/>')}</w:p>", ["before"], ["hidden"]),
        "content control": (f"<w:p>{_run('before')}</w:p>{control}", ["before", "controlled"], []),
        "field": (f"<w:p>{field}</w:p>", ["result"], ["named"]),
    }


def measure_traits(readers: Mapping[str, Reader]) -> None:
    """Print for each trait what each reader makes of it."""
    print("\nwhat Word shows, as Word shows it".ljust(36) + "".join(f"{name:>14}" for name in readers))
    files = {name: (make_file(body), wanted, unwanted) for name, (body, wanted, unwanted) in list_traits().items()}
    files["footnote"] = ((NOTED / "en_sahel.docx").read_bytes(), ["Pledges received after 30 April"], [])
    for name, (content, wanted, unwanted) in files.items():
        verdicts: list[str] = []
        for read in readers.values():
            text = read(content)
            missing = [word for word in wanted if word not in text]
            extra: list[Any] = [word for word in unwanted if word in text]
            verdicts.append("lost" if missing else "not hidden" if extra else "right")
        print(name.ljust(35) + "".join(f"{verdict:>14}" for verdict in verdicts))


def main() -> int:
    """Print all figures."""
    readers = find_readers()
    measure_specimens(readers)
    measure_traits(readers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
