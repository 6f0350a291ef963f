"""Ways to damage a release: of its files, of its rows in every format, of what is said of it, of its list."""

from __future__ import annotations

import gzip
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import date

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from oic_reports.release.csv_files import write_csv
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.parquet import read_parquet, write_parquet
from oic_reports.tables.schema import load_tables

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
AR = "ar-2013-09-25-cg-mali-report"
EN = "en-2017-09-20-cg-mali-report"


def read_facts(folder):
    said = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return ReleaseFacts(said["version"], said["created"][:10], said["schemaVersion"], said["codeVersion"])


def rows(name, change):
    """A damage of the rows of a table, alike in all its formats."""

    def damage(folder):
        table = change(read_parquet(folder / f"{name}.parquet"))
        write_parquet(folder / f"{name}.parquet", load_tables()[name], table, read_facts(folder))
        write_csv(folder / f"{name}.csv.gz", table)

    return damage


def drop(place=0):
    return lambda table: pa.concat_tables([table.slice(0, place), table.slice(place + 1)])


def put(column, value, place=0):
    def change(table):
        values = table.column(column).to_pylist()
        values[place] = value(values[place]) if callable(value) else value
        index = table.column_names.index(column)
        return table.set_column(index, table.schema.field(index), pa.array(values, table.schema.field(index).type))

    return change


def find_placed(flags):
    """The first flag that tells where it stands."""
    return next(place for place, start in enumerate(flags.column("text_start").to_pylist()) if start is not None)


def words(name, old, new):
    """A damage of a text file."""

    def damage(folder):
        text = (folder / name).read_bytes().decode()
        assert old in text, f"{old} is not in {name}"
        (folder / name).write_bytes(text.replace(old, new, 1).encode())

    return damage


def package(change):
    """A damage of the descriptor."""

    def damage(folder):
        described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        change(described)
        (folder / "datapackage.json").write_text(
            json.dumps(described, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )

    return damage


def described(name, change):
    """A damage of another description."""

    def damage(folder):
        content = json.loads((folder / name).read_text(encoding="utf-8"))
        change(content)
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        assert text != (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text, encoding="utf-8")

    return damage


def fields_of(described):
    return [field for row in described["resources"] for field in row["schema"]["fields"]]


def entry(**changes):
    """A damage of the list beside the folder."""

    def damage(folder):
        path = folder.parent / "versions.json"
        listed = json.loads(path.read_text(encoding="utf-8"))
        listed["releases"][0] |= changes
        path.write_text(json.dumps(listed), encoding="utf-8")

    return damage


def verdict(change):
    def damage(folder):
        told = json.loads((folder / "validation.json").read_text(encoding="utf-8"))
        change(told)
        (folder / "validation.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    return damage


def resource(key, value, place=0):
    return package(lambda described: described["resources"][place].update({key: value}))


# damages of rows, done in all formats alike: only what is said elsewhere tells of them
ROWS = {
    "a paragraph is dropped": rows("paragraphs", drop(3)),
    "the last paragraph is dropped": rows("paragraphs", drop(34)),
    "a document is dropped": rows("documents", drop(1)),
    "a repair is dropped": rows("repairs", drop(2)),
    "a flag is dropped": rows("flags", drop(1)),
    "flags are emptied": rows("flags", lambda table: table.slice(0, 0)),
    "repairs are emptied": rows("repairs", lambda table: table.slice(0, 0)),
    "a source is dropped": rows("sources", drop(0)),
    "a meeting is dropped": rows("meetings", drop(0)),
    "an id loses its history": rows("id_history", drop(5)),
    "the history is emptied": rows("id_history", lambda table: table.slice(0, 0)),
    "a paragraph stands twice": rows("paragraphs", lambda table: pa.concat_tables([table, table.slice(4, 1)])),
    "a date is changed": rows("documents", put("date", date(2013, 9, 26))),
    "a date is emptied": rows("documents", put("date", None)),
    "a date is after the receipt": rows("documents", put("date", date(2031, 1, 1))),
    "a status is changed": rows("documents", put("status", "final")),
    "a language is changed": rows("documents", put("language", "fr")),
    "a type is changed": rows("documents", put("document_type", "communique")),
    "a title is changed": rows("documents", put("title", "Another title")),
    "a symbol is changed": rows("documents", put("symbol", "OIC/X")),
    "a count is changed": rows("documents", put("paragraph_count", 99)),
    "a work is changed": rows("documents", put("work_id", "2013-09-25-cg-mali-statement")),
    "a text is changed": rows("paragraphs", put("text", "Another text.", 20)),
    "a text loses a letter": rows("paragraphs", put("text", lambda text: text[1:], 9)),
    "a raw text is changed": rows("paragraphs", put("text_raw", lambda text: text + " and more", 20)),
    "a number is changed": rows("paragraphs", put("ordinal", 99, 8)),
    "a role is changed": rows("paragraphs", put("role", "preamble", 22)),
    "two paragraphs change places": rows("paragraphs", lambda t: put("seq", 7, 7)(put("seq", 8, 6)(t))),
    "a length is changed": rows("paragraphs", put("char_count", 1, 12)),
    "a parent is changed": rows("paragraphs", put("parent_eid", "para_77", 12)),
    "an eid is changed": rows("paragraphs", put("eid", "para_77", 12)),
    "what a repair repaired is changed": rows("repairs", put("from_text", "x", 1)),
    "what a repair gave is changed": rows("repairs", put("to_text", "x", 1)),
    "the place of a repair is changed": rows("repairs", put("raw_start", 0, 1)),
    "a flag points elsewhere": rows("flags", lambda table: put("surface", "x", find_placed(table))(table)),
    "a flag is of another kind": rows("flags", put("flag", "sic", 0)),
    "an address is changed": rows("sources", put("url", "https://example.org/", 0)),
    "the hash of a source is changed": rows("sources", put("sha256", "0" * 64)),
    "a source is of another day": rows("sources", put("received", date(2001, 1, 1))),
    "a meeting moves": rows("meetings", put("city", "Paris")),
    "an id is older than it is": rows("id_history", put("first_version", "2025.1.0")),
    "an id is from tomorrow": rows("id_history", put("first_version", "2031.1.0")),
    "an id is retired": rows("id_history", put("retired_version", "2026.11.0")),
    "an id is of another source": rows("id_history", put("source_id", "src-0123456789abcdef")),
}
# damages of what is said of the data, and of the forms that people open
SAID = {
    "the licence is CC0": package(lambda p: p["licenses"][0].update(name="CC0-1.0")),
    "there is no licence": package(lambda p: p.pop("licenses")),
    "another licence is cited": words("CITATION.cff", "type: dataset", "type: dataset\nlicense: CC0-1.0"),
    "the cited abstract gives the texts away": words("CITATION.cff", "under CC BY 4.0", "under CC0"),
    "the rights are given away": words("LICENCES.md", "are not ours and we do not license them", "are nobody's"),
    "the texts are CC BY": package(lambda p: p["licenses"].pop()),
    "a column of texts is ours": package(lambda p: [f.update(license="CC-BY-4.0") for f in fields_of(p)]),
    "croissant is CC0": described("croissant.json", lambda c: c.update(license=CC0)),
    "croissant has another abstract": described("croissant.json", lambda c: c.update(description="All reports.")),
    "croissant has another hash": described("croissant.json", lambda c: c["distribution"][0].update(sha256="0" * 64)),
    "croissant has another meaning": described(
        "croissant.json", lambda c: c["recordSet"][0]["field"][0].update(description="An id.")
    ),
    "croissant is of another day": described("croissant.json", lambda c: c.update(datePublished="2026-11-25")),
    "schema.org is CC0": described("schema-org.jsonld", lambda c: c.update(license=[CC0, "LICENCES.md"])),
    "a file of schema.org is CC0": described("schema-org.jsonld", lambda c: c["distribution"][0].update(license=CC0)),
    "schema.org has another length": described(
        "schema-org.jsonld", lambda c: c["distribution"][0].update(contentSize="1 B")
    ),
    "schema.org has another abstract": words("schema-org.jsonld", "2 documents", "3 documents"),
    "schema.org names no language": described("schema-org.jsonld", lambda c: c.pop("inLanguage")),
    "DCAT is CC0": words("dcat.jsonld", '"dct:identifier": "CC-BY-4.0 AND', '"dct:identifier": "CC0-1.0 AND'),
    "DCAT licenses the texts": words("dcat.jsonld", "are not ours and we do not license them", "are ours"),
    "DCAT has another abstract": words("dcat.jsonld", "2 documents", "3 documents"),
    "DCAT has another hash": described(
        "dcat.jsonld",
        lambda c: c["@graph"][0]["dcat:distribution"][0]["spdx:checksum"].update({"spdx:checksumValue": "0" * 64}),
    ),
    "DataCite is CC0": described("datacite.json", lambda c: c["rightsList"][0].update(rightsIdentifier="CC0-1.0")),
    "DataCite licenses the texts": described("datacite.json", lambda c: c["rightsList"].pop()),
    "DataCite has another abstract": described(
        "datacite.json", lambda c: c["descriptions"][1].update(description="كل التقارير")
    ),
    "DataCite counts wrong": words("datacite.json", "35 paragraphs", "36 paragraphs"),
    "REUSE is CC0": words("REUSE.toml", "CC-BY-4.0", "CC0-1.0"),
    "REUSE licenses the texts": words("REUSE.toml", " AND LicenseRef-OIC-Texts", ""),
    "a licence is another one": words("LICENSES/CC-BY-4.0.txt", "Attribution 4.0", "Zero 1.0"),
    "a licence is gone": lambda folder: (folder / "LICENSES" / "LicenseRef-OIC-Texts.txt").unlink(),
    "the card is CC0": words("README.md", "license: other", "license: cc0-1.0"),
    "the card names another language": words("README.md", "language:\n- ar", "language:\n- fr"),
    "the card loads another table": words("README.md", "path: paragraphs.parquet", "path: repairs.parquet"),
    "a table lacks a meaning": words("codebook.md", "One row for each report in one language.", "Reports."),
    "another version": package(lambda p: p.update(version="2026.11.7")),
    "another day": package(lambda p: p.update(created="2026-11-25T00:00:00Z")),
    "another version is cited": words("CITATION.cff", "version: 2026.11.0", "version: 2026.11.1"),
    "another day is cited": words("CITATION.cff", "2026-11-24", "2026-11-25"),
    "another schema": package(lambda p: p.update(schemaVersion="9.0.0")),
    "another row count": resource("rowCount", 3),
    "another hash of rows": resource("rowsSha256", "0" * 64),
    "no hash of rows": package(lambda p: [row.pop("rowsSha256") for row in p["resources"]]),
    "a table is not described": package(lambda p: p.update(resources=p["resources"][2:])),
    "a vocabulary is wider": words("datapackage.json", '"enum": [', '"enum": ["any",'),
    "a key is not declared": package(lambda p: [row["schema"].pop("foreignKeys", None) for row in p["resources"]]),
    "a figure in the readme": words("README.md", "2 documents", "3 documents"),
    "a figure in the Arabic readme": words("README.ar.md", "وثيقتان", "3 وثائق"),
    "a measure of the accuracy": words("accuracy.csv", "gold,,,ar", "gold,,,en"),
    "a meaning in the codebook": words("codebook.md", "paragraph", "sentence"),
    "a meaning in the Arabic codebook": words("codebook.ar.md", "فقرة", "جملة"),
    "a check is hidden": verdict(lambda results: results.pop(3)),
    "a check looked at more": verdict(lambda results: results[3].update(evaluated=999)),
    "a failure on the page": words("validation.html", "</main>", "<p>All is well.</p></main>"),
    "a row of the CSV": lambda folder: write_csv(
        folder / "paragraphs.csv.gz", pq.read_table(folder / "paragraphs.parquet").slice(1)
    ),
    "a file is missing": lambda folder: (folder / "codebook.fr.md").unlink(),
}


def packed(name, old, new):
    """A damage of what is within a packed file."""

    def damage(folder):
        content = gzip.decompress((folder / name).read_bytes())
        assert old.encode() in content
        (folder / name).write_bytes(gzip.compress(content.replace(old.encode(), new.encode(), 1)))

    return damage


def cell(sheet, value):
    """A damage of one cell of the workbook, or of one that was empty."""

    def damage(folder):
        book = openpyxl.load_workbook(folder / "oic-reports.xlsx")
        book[sheet]["C3"] = value
        book.save(folder / "oic-reports.xlsx")

    return damage


def member(name, old, new):
    """A damage of a member of the workbook, all else as it was."""

    def damage(folder):
        path = folder / "oic-reports.xlsx"
        with zipfile.ZipFile(path) as book:
            members = {each: book.read(each.filename) for each in book.infolist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            for each, content in members.items():
                is_hit = each.filename == name
                assert not is_hit or old.encode() in content
                book.writestr(each, content.replace(old.encode(), new.encode(), 1) if is_hit else content)

    return damage


def sql(statement):
    """A damage of the database."""

    def damage(folder):
        with closing(sqlite3.connect(folder / "oic-reports.sqlite")) as database:
            before = database.total_changes
            database.execute(statement)
            assert database.total_changes > before or statement.startswith("create")
            database.commit()

    return damage


def parquet(name, column, value):
    """A damage of one Parquet file that other files are made of the same rows as."""

    def damage(folder):
        path = folder / f"{name}.parquet"
        table = pq.read_table(path)
        pq.write_table(put(column, value)(table), path)

    return damage


# damages of the forms that people open, the tables being sound
FORMS = {
    "a cell of the workbook": cell("paragraphs", "x"),
    "a word of the workbook": member("xl/worksheets/sheet2.xml", "UN Headquarters", "Headquarters"),
    "a meaning in the workbook": member("xl/worksheets/sheet13.xml", "<t", "<t "),
    "a text of the database": sql("update paragraphs set text = 'x' where rowid = 20"),
    "a row of the database": sql("delete from flags where rowid = 3"),
    "a table more in the database": sql("create table more (x)"),
    "a meaning in the database": sql("update codebook set meaning_fr = 'x' where rowid = 5"),
    "a letter of the database": sql("delete from folding where letter = 'أ'"),
    "a word of the search": sql("insert into search (rowid, folded, stripped) values (99, 'x', '')"),
    "a question of the database": sql("update saved_queries set sql = 'select 1'"),
    "a text of the JSON lines": packed("documents.jsonl.gz", "Kidal", "Gao"),
    "a pair of the bitext": packed("bitext.tsv.gz", "other_text", "text_other"),
    "a text of one language": parquet("by-language/en/paragraphs", "text", "x"),
    "a fact of one language": parquet("by-language/ar/documents", "title", "x"),
    "a fact of the corpus of one language": parquet("by-language/ar/corpus", "body", "x"),
    "a fact of the corpus": lambda folder: (
        parquet("corpus", "body", "x")(folder),
        write_csv(folder / "corpus.csv.gz", pq.read_table(folder / "corpus.parquet")),
    ),
    "a text of a page": words(f"documents/{EN}.md", "Meeting", "Assembly"),
    "a number of a page": words(f"documents/{AR}.md", "para_4", "para_5"),
    "a text of an XML": words(f"documents/{EN}.xml", "Meeting", "Assembly"),
    "a date of an XML": words(f"documents/{AR}.xml", "2013-09-25", "2013-09-26"),
    "a file of a language is missing": lambda folder: (folder / "by-language" / "fr" / "corpus.parquet").unlink(),
    "a page is missing": lambda folder: (folder / "documents" / f"{EN}.md").unlink(),
    "a part is said to be left out": package(lambda p: p.update(without=["xlsx"])),
    "a file more": lambda folder: (folder / "documents" / "more.md").write_text("x"),
}
# damages of the list beside the folder
LISTED = {
    "the list counts wrong": entry(documents=3),
    "the list counts paragraphs wrong": entry(paragraphs=3),
    "the list has another fingerprint": entry(fingerprint="0" * 64),
    "the list has other sums": entry(sums_sha256="0" * 64),
    "the list has another day": entry(released="2026-11-25"),
    "the list has another schema": entry(schema_version="1.0.0"),
    "the list has other code": entry(code_version="9.9.9"),
    "the list has another predecessor": entry(previous="2026.10.0"),
    "the list says withdrawn": entry(status="withdrawn", reason="asked for"),
    "the list does not have it": entry(version="2026.12.0"),
}
