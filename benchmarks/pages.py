"""The dataset's pages by the number of reports: time of the first build and of one with nothing new, weight, search.

A release of generated reports in three languages (own words, 20 paragraphs each); search in headless Chromium over
as many paragraphs. Prints rows, and what the pages promise: linear time, nothing written anew, a first page of 100 KB,
700 MB of memory, a first result within 1.5 s and each further one within 100 ms; beside them the time in which the
same browser reads and folds every text, as a search without an index must. Each build runs in a process of its own.

    python benchmarks/pages.py [REPORTS…]
"""

from __future__ import annotations

import multiprocessing
import random
import shutil
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
from playwright.sync_api import Page, sync_playwright

from oic_reports.checks.verdict import Verdict
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.files import list_parts
from oic_reports.release.load import load_current
from oic_reports.release.write import write_release
from oic_reports.settings import Settings
from oic_reports.site.serving import open_server
from oic_reports.site.site_pages import build_site
from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.schema import load_tables

PARAGRAPHS = 20
# words of a paragraph: those of real reports have 50 to 70
WORDS = 55
BODIES = ("cfm", "is", "cg-mali", "cg-somalia", "cg-yemen")
ROOTS = {
    "ar": "اجتماع القدس الشريف الأمة الإسلامية منظمة التعاون دعم السلام الأمن التنمية مكافحة الإرهاب وزراء شؤون لجنة",
    "en": "meeting council ministers islamic cooperation peace security development resolution committee support",
    "fr": "réunion conseil ministres coopération islamique paix sécurité développement résolution comité soutien",
}
QUERIES = ("القُدس الشَّريف", "الارهاب", "security", "développement", "شئون", "needle", "light", '"conseil ministres"')
# paragraphs between two that hold the word "lighthouse": so hits lie all over the table
LIGHTHOUSES = 9_973
# reads and folds every text, and looks for a word in each
SCAN = """async (root) => {
  const { ShownTexts } = await import(`${root}static/shown_texts.js`);
  const { Folder } = await import(`${root}static/folding.js`);
  const { segments } = await (await fetch(`${root}search/index.json`)).json();
  let found = 0;
  for (const { texts, first, rows } of segments) {
    const shown = new ShownTexts(`${root}search/`, texts, first);
    for (let at = first; at < first + rows; at += 4096) {
      const wanted = Array.from({ length: Math.min(4096, first + rows - at) }, (_, more) => at + more);
      const folder = new Folder(1 << 16);
      for (const { text } of await shown.read(wanted)) { folder.add(text); folder.part(); }
      for (const text of folder.read().split("\\n")) found += text.includes(" needle ");
    }
  }
  return found;
}"""


def make_tables(reports: int) -> dict[str, list[dict[str, Any]]]:
    """Rows of generated reports; the last paragraph of all holds a word that stands nowhere else."""
    chance = random.Random(5)  # noqa: S311  (a fixed shuffle is no secret)
    words = {}
    for language, roots in ROOTS.items():
        known = roots.split()
        # many words, as a language has: some ten thousand that are rare, made of two to four roots
        words[language] = known * 150 + ["".join(chance.choices(known, k=chance.randint(2, 4))) for _ in range(30_000)]
    model = load_current(Settings().processed)
    if model is None:
        sys.exit("there is no release to take the form of rows from: make dataset")
    pattern = {name: model.tables[name].slice(0, 1).to_pylist() for name in ("documents", "paragraphs", "sources")}
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in load_tables()}
    for number in range(reports):
        language = ("ar", "en", "fr")[number * 3 // reports]
        day = date(1970, 1, 1) + timedelta(days=number % 20000)
        body = BODIES[number % len(BODIES)]
        work = f"{day.isoformat()}-{body}-report-{number}"
        name = f"{language}-{work}"
        tables["documents"].append(
            pattern["documents"][0]
            | {
                "document_id": name, "work_id": work, "language": language, "body_id": body, "date": day,
                "direction": "rtl" if language == "ar" else "ltr", "paragraph_count": PARAGRAPHS, "meeting_id": None,
                "title": f"{ROOTS[language][:40]} {number}", "source_id": "src-1",
            }
        )  # fmt: skip
        for seq in range(1, PARAGRAPHS + 1):
            text = " ".join(chance.choices(words[language], k=WORDS))
            tables["paragraphs"].append(
                pattern["paragraphs"][0]
                | {
                    "paragraph_id": f"{name}/para_{seq}", "document_id": name, "language": language, "seq": seq,
                    "eid": f"para_{seq}", "role": "operative", "subrole": None, "label": f"{seq}.", "ordinal": seq,
                    "text": text, "text_raw": text, "text_language": language, "char_count": len(text),
                }
            )  # fmt: skip
    for row in tables["paragraphs"][::LIGHTHOUSES]:
        row["text"] = row["text_raw"] = f"{row['text']} lighthouse"
    tables["paragraphs"][-1] |= {"text": "a needle", "text_raw": "a needle"}
    tables["sources"] = [pattern["sources"][0] | {"source_id": "src-1"}]
    return tables


def make_release(folder: Path, reports: int) -> Path:
    """A release of generated reports, without the formats that the pages do not read."""
    rows = make_tables(reports)
    release = folder / "2026.11.0"
    release.mkdir(parents=True)
    filled = {
        name: pa.Table.from_pylist(rows[name], schema=to_arrow_schema(table)) for name, table in load_tables().items()
    }
    facts = ReleaseFacts("2026.11.0", "2026-11-20", "1.0.0", "0.1.0", without=list_parts())
    write_release(release, facts, filled, Verdict(()))
    return release


def time_search(site: Path) -> None:
    """Search in a browser: the first result of a fresh page, and of further questions on it."""
    with open_server(site, 0) as server, sync_playwright() as driver:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        base = f"http://127.0.0.1:{server.server_port}/en/search.html"
        for query in QUERIES:
            page = browser.new_context().new_page()
            began = time.perf_counter()
            page.goto(f"{base}?q={query}")
            page.wait_for_selector("#results li", timeout=60_000)
            first = time.perf_counter() - began
            page.wait_for_selector("#state[data-ended=true]", timeout=60_000)
            shown = page.locator("#results li").count()
            ended = time.perf_counter() - began
            print(f"search  first result {first:5.2f} s, all {shown:2d} shown {ended:5.2f} s  {query}")
            if query == QUERIES[0]:
                for further in QUERIES:
                    first_hit, all_hits = _ask(page, further)
                    print(f"search  further {first_hit:4d} ms, all shown {all_hits:4d} ms  {further}")
                root = f"http://127.0.0.1:{server.server_port}/"
                began = time.perf_counter()
                page.evaluate(SCAN, root)
                scanned = time.perf_counter() - began
                print(f"search  without the index {scanned:5.1f} s, {scanned / first:.0f} times the first result")
            page.context.close()
        browser.close()
        server.shutdown()


def _ask(page: Page, query: str) -> tuple[int, int]:
    """Milliseconds from the question to its first result and to all that are shown, as the worker measured them."""
    page.evaluate("document.querySelector('#state').dataset.ended = 'false'")
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.wait_for_selector("#state[data-ended=true]", timeout=60_000)
    return int(page.get_attribute("#state", "data-first") or 0), int(page.get_attribute("#state", "data-ms") or 0)


def build(release: Path, site: Path) -> str:
    """Build a site; what it took."""
    began, before = time.perf_counter(), time.process_time()
    built = build_site(release, site)
    took, worked = time.perf_counter() - began, time.process_time() - before
    memory = _read_peak() // 1024
    return f"{took:6.1f} s, {worked:6.1f} of the processor, {memory} MB, {built.files} files, {built.written} written"


def _read_peak() -> int:
    """The most memory that this process has had, in kB; getrusage would count that of the one that began it, too."""
    (line,) = (line for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines() if "VmHWM" in line)
    return int(line.split()[1])


def _build_alone(release: Path, site: Path) -> str:
    """Build in a process of its own, so that memory is that of the build."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as alone:
        return alone.submit(build, release, site).result()


def main() -> None:
    """Build sites of the given numbers of reports; search the last."""
    sizes = [int(size) for size in sys.argv[1:]] or [1000, 10_000]
    for reports in sizes:
        with tempfile.TemporaryDirectory() as folder:
            release = make_release(Path(folder) / "processed", reports)
            site = Path(folder) / "site"
            for name in ("first", "again"):
                print(f"build   {reports:6d} reports, {name}: {_build_alone(release, site)}")
            index = sum(path.stat().st_size for path in (site / "search").iterdir())
            table = (release / "paragraphs.parquet").stat().st_size
            print(f"weight  index of words {index / 1e6:.1f} MB, {100 * index / table:.0f} % of the table")
            shared = sum((site / "static" / name).stat().st_size for name in ("site.css", "site.js", "mark.svg"))
            pages = [shared + (site / language / "index.html").stat().st_size for language in ROOTS]
            print(f"weight  first page in {', '.join(ROOTS)}: {', '.join(f'{size / 1000:.0f}' for size in pages)} kB")
            if reports == sizes[-1]:
                time_search(site)


if __name__ == "__main__":
    main()
