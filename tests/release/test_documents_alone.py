"""Each document as Markdown and as Akoma Ntoso: valid, whole, in order, and no character of a text acts as a mark."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from oic_reports.release import archive
from oic_reports.release.akoma_ntoso import NAMESPACE, print_akoma_ntoso, write_akoma_ntoso
from oic_reports.release.documents import FURNITURE, Document, DocumentShelf
from oic_reports.release.markdown_documents import escape_markdown, print_markdown, write_markdown

ROLES = (
    "header",
    "title",
    "preamble",
    "operative",
    "heading",
    "list_item",
    "table",
    "footnote",
    "annex",
    "closing",
    "boilerplate",
)


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "akoma_ntoso" / "akomantoso30.xsd"))


@pytest.fixture(scope="module")
def documents(whole):
    return list(DocumentShelf(whole))


def row(eid, role, text="Text.", *, label=None, ordinal=None, parent=None, subrole=None):
    return {
        "eid": eid,
        "role": role,
        "text": text,
        "label": label,
        "ordinal": ordinal,
        "parent_eid": parent,
        "subrole": subrole,
    }


def document(documents, paragraphs, **facts):
    return Document({**documents[0].facts, **facts}, paragraphs, documents[0].source)


def read_paragraphs(xml):
    """Every text of a document in its order, numbers with what they number."""
    return ["".join(node.itertext()) for node in xml.iter(f"{{{NAMESPACE}}}p", f"{{{NAMESPACE}}}num")]


def test_the_reports_are_valid_and_whole(documents, facts, schema):
    for each in documents:
        xml = etree.fromstring(print_akoma_ntoso(each).encode())
        schema.assertValid(xml)
        said = [row for row in each.paragraphs if row["role"] not in FURNITURE]
        text = "\n".join(read_paragraphs(xml))
        place = 0
        for paragraph in said:
            place = text.index(paragraph["text"].split("\n")[0], place)
        eids = xml.xpath("//@eId")
        assert len(set(eids)) == len(eids)
        assert {paragraph["eid"] for paragraph in said} <= set(eids)


def test_the_schema_finds_what_is_wrong(documents, facts, schema):
    xml = print_akoma_ntoso(documents[0])
    for old, new in (
        ("<mainBody>", "<mainBody><wrong/>"),
        (' name="generation"', ""),
        ("</mainBody>", "</mainBody><preamble/>"),
    ):
        assert old in xml
        assert not schema.validate(etree.fromstring(xml.replace(old, new, 1).encode()))


def test_items_hang_on_their_paragraph(documents, facts, schema):
    rows = [
        row("para_1", "operative", "Decides:", label="1.", ordinal=1),
        row("para_1__point_a", "list_item", "first;", label="(a)", ordinal=1, parent="para_1"),
        row("para_1__point_a__point_i", "list_item", "deeper;", label="(i)", ordinal=1, parent="para_1__point_a"),
        row("para_1__p_2", "operative", "And further:", parent="para_1", subrole="continuation"),
        row("para_1__point_b", "list_item", "second.", label="(b)", ordinal=2, parent="para_1"),
        row("runhead_1", "running_header", "Annex"),
        row("para_2", "operative", "Thanks the host.", label="2.", ordinal=2),
    ]
    xml = etree.fromstring(print_akoma_ntoso(document(documents, rows)).encode())
    schema.assertValid(xml)
    assert read_paragraphs(xml) == [
        "1.",
        "Decides:",
        "(a)",
        "first;",
        "(i)",
        "deeper;",
        "And further:",
        "(b)",
        "second.",
        "2.",
        "Thanks the host.",
    ]
    items = {node.get("eId"): node for node in xml.iter(f"{{{NAMESPACE}}}item")}
    assert list(items) == ["para_1__point_a", "para_1__point_a__point_i", "para_1__point_b"]
    assert items["para_1__point_a"] in set(items["para_1__point_a__point_i"].iterancestors())
    paragraph = next(xml.iter(f"{{{NAMESPACE}}}paragraph"))
    assert all(paragraph in set(item.iterancestors()) for item in items.values())


@given(
    st.lists(st.tuples(st.sampled_from(ROLES), st.text(max_size=12), st.booleans(), st.integers(-1, 6)), max_size=9),
    st.booleans(),
)
def test_any_order_of_roles_is_valid_and_keeps_every_text(documents, facts, schema, shapes, has_date):
    rows = []
    for place, (role, text, is_numbered, parent) in enumerate(shapes):
        above = rows[parent]["eid"] if role == "list_item" and 0 <= parent < len(rows) else None
        number = place if is_numbered else None
        rows.append(
            row(
                f"e_{place}",
                role,
                f"T{place} {text}",
                label=(is_numbered and f"{place}.") or None,
                ordinal=number,
                parent=above,
            )
        )
    given_date = documents[0].facts["date"] if has_date else None
    xml = etree.fromstring(print_akoma_ntoso(document(documents, rows, date=given_date)).encode())
    assert schema.validate(xml), schema.error_log
    told = sorted(place for place, each in enumerate(rows) if each["role"] not in FURNITURE)
    found = sorted(int(number) for number in re.findall(r"\bT(\d+) ", " ".join(read_paragraphs(xml)) + " "))
    assert set(told) <= set(found)


MARKS = st.text(st.sampled_from("#*_-+=>`~[]()<>!|\\&;:./1aب\n \t"), max_size=40)


def read_markdown(page):
    """The text that is shown, white space apart."""
    html = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(page)
    return html, unescape(re.sub(r"<[^>]*>", "", html.replace("<br />", " "))).split()


@given(MARKS)
def test_no_character_acts_as_a_mark(text):
    html, shown = read_markdown("x" + escape_markdown(" ".join(text.split(" "))).replace("\n", "\\\n") + "x")
    assert "".join(shown) == "".join(f"x{text}x".split())
    assert set(re.findall(r"<(\w+)", html)) <= {"p", "br"}


def test_a_page_shows_every_paragraph_with_its_id(documents, facts):
    for each in documents:
        page = print_markdown(each)
        html, shown = read_markdown(page.split("---\n", 2)[2])
        for paragraph in each.paragraphs:
            is_shown = paragraph["role"] not in FURNITURE
            assert (f'<a id="{paragraph["eid"]}"></a>' in html) == is_shown
            if is_shown:
                assert "".join(paragraph["text"].split()) in "".join(shown)
        assert f'document_id: "{each.facts["document_id"]}"' in page
    assert 'dir="rtl"' in print_markdown(documents[0])
    assert 'dir="rtl"' not in print_markdown(documents[1])


def test_many_documents_go_into_one_archive(whole, facts, tmp_path, monkeypatch):
    for folder in ("loose", "packed", "again"):
        (tmp_path / folder).mkdir()
        monkeypatch.setattr(archive, "MOST_LOOSE", 2 if folder == "loose" else 1)
        write_markdown(tmp_path / folder, facts, whole)
        write_akoma_ntoso(tmp_path / folder, facts, whole)
    loose = {
        path.relative_to(tmp_path / "loose").as_posix(): path.read_bytes() for path in (tmp_path / "loose").rglob("*.*")
    }
    packed = {}
    for name in ("documents-markdown.zip", "documents-akoma-ntoso.zip"):
        assert (tmp_path / "packed" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()
        with zipfile.ZipFile(tmp_path / "packed" / name) as opened:
            packed |= {member: opened.read(member) for member in opened.namelist()}
    assert packed == loose
    assert len(packed) == 4
    assert not (tmp_path / "packed" / "documents").exists()
