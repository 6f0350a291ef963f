"""Word files made of their XML: the parts of a package, and what stands in a body."""

from __future__ import annotations

import io
import zipfile
from collections import Counter

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.docx import read_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
KINDS = {"header1": "header", "header2": "header", "footer1": "footer"}


def part(root, inner):
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}">{inner}</w:{root}>'


def pack(parts, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def make_parts(body, **others):
    """The parts of a file: the inside of the body, and the inside of other parts by name (``numbering=...``)."""
    roots = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}
    related = "".join(
        f'<Relationship Id="{name}" Type="{R}/{KINDS.get(name, name)}" Target="{name}.xml"/>' for name in others
    )
    return {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>",
        **{f"word/{name}.xml": part(roots.get(name, name), inner) for name, inner in others.items()},
    }


def read(body, **others):
    left_out: Counter[str] = Counter()
    text = read_docx(pack(make_parts(body, **others)), left_out)
    return text, left_out


def show(body, **others):
    """Text and hint of each line that is not blank."""
    return [(line.text, line.hint) for line in read(body, **others)[0].lines if line.text]


def texts(body, **others):
    return [text for text, _ in show(body, **others)]


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner if inner.startswith('<') else run(inner)}</w:p>"


def item(text, number=1, level=0):
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(place, kind, text, more=""):
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels, nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def cell(*paragraphs):
    return f"<w:tc><w:tcPr/>{''.join(map(para, paragraphs))}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def refuse(content):
    with pytest.raises(UnreadableFileError) as caught:
        read_docx(content, Counter())
    return caught.value.reason


def section(*references):
    named = "".join(f'<w:{kind}Reference r:id="{name}"/>' for kind, name in references)
    return f"<w:sectPr>{named}</w:sectPr>"
