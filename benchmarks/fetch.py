"""Fetching beside a plain loop with the same HTTP library: requests, time, and memory with the size of a body.

A server in a process of its own plays ten hosts on loopback; politeness is switched off. ``make bench-fetch`` prints:
the requests and seconds of 1,000 addresses in a first run and in one where nothing has changed, ours beside a loop that
only gets and writes, in turns; and the peak memory of a run that receives one body of 1 to 45 MB.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import httpx

from oic_reports.reading.arrival import judge_arrival
from oic_reports.sources.catalogue import Catalogue, CatalogueRow, Site
from oic_reports.sources.client import Client, Limits
from oic_reports.sources.clock import SystemClock
from oic_reports.sources.download import Manners
from oic_reports.sources.fetch_run import Conduct, FetchRun
from oic_reports.sources.folder import FolderStore

HOSTS = 10
ADDRESSES = 1000
ROUNDS = 3
SIZES_MB = (1, 10, 45)
PARAGRAPH = "<p>The Meeting took note of the report of the Chairman and thanked the host country for its care.</p>\n"


class Handler(BaseHTTPRequestHandler):
    """Pages of 20 kB, and PDF files of the size that their name says; conditional requests get 304."""

    protocol_version = "HTTP/1.1"
    # else each answer waits for an acknowledgement of its head
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer."""
        self.server.count += 1  # type: ignore[attr-defined]
        if self.path == "/robots.txt":
            self._send(404, b"")
        elif "If-None-Match" in self.headers:
            self._send(304, b"")
        elif self.path.startswith("/size"):
            megabytes = int(self.path.removeprefix("/size").removesuffix(".pdf"))
            self._send(200, b"%PDF-1.4\n" + b"x" * (megabytes << 20) + b"\nstartxref\n9\n%%EOF\n")
        elif self.path == "/count":
            self._send(200, str(self.server.count).encode())  # type: ignore[attr-defined]
        else:
            name = f"{self.headers['Host']} {self.path}"
            self._send(200, f"<html><body><h1>{name}</h1>{PARAGRAPH * 200}</body></html>".encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("ETag", '"1"')
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status == 200:  # noqa: PLR2004  (OK)
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(connection: Connection) -> None:
    """Answer on a free port of loopback until the parent ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.count = 0  # type: ignore[attr-defined]
    connection.send(server.server_address[1])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    connection.recv()


def make_row(address: str, site: str) -> CatalogueRow:
    """A row of the catalogue that says nothing but the address."""
    values = dict.fromkeys(CatalogueRow.__slots__)
    given = {"address": address, "site": site, "language": "en", "other_languages": (), "state": "active"}
    return CatalogueRow(**{**values, **given, "first_seen": "2026-11-25"})


def make_run(raw: Path, rows: list[CatalogueRow]) -> FetchRun:
    """A fetch run without politeness over these rows."""
    sites = {row.site: Site(row.site, (httpx.URL(row.address).netloc.decode(),), None, None) for row in rows}
    client = Client(
        "oic-reports-bench (loopback)",
        Limits(10, 30, 600, 50 << 20),
        SystemClock(),
        lambda *_: ["127.0.0.1"],
        allow_loopback=True,
    )
    conduct = Conduct(0.0, 6, 5, 1e9, 3.0, Manners(3, 0.0, 10.0, 5))
    return FetchRun(
        Catalogue(tuple(rows), sites, ()),
        FolderStore(raw),
        client,
        lambda path, declared, whole: judge_arrival(path, declared, is_complete=whole),
        conduct,
        SystemClock(),
    )


def fetch(raw: Path, rows: list[CatalogueRow]) -> None:
    """One run of ours."""
    run = make_run(raw, rows)
    run.run(rows)


def loop(raw: Path, rows: list[CatalogueRow]) -> None:
    """The plain loop: get, write; the tag of the last time is sent along."""
    raw.mkdir(parents=True, exist_ok=True)
    with httpx.Client() as client:
        for number, row in enumerate(rows):
            path = raw / f"{number}.html"
            headers = {"Host": httpx.URL(row.address).netloc.decode()}
            if path.exists():
                headers["If-None-Match"] = '"1"'
            answer = client.get(str(httpx.URL(row.address).copy_with(host="127.0.0.1")), headers=headers)
            if answer.status_code == httpx.codes.OK:
                path.write_bytes(answer.content)


def measure(
    port: int, work: Callable[[Path, list[CatalogueRow]], None], raw: Path, rows: list[CatalogueRow]
) -> tuple[int, float]:
    """Requests and seconds."""
    before = int(httpx.get(f"http://127.0.0.1:{port}/count").text)
    begun = time.perf_counter()
    work(raw, rows)
    seconds = time.perf_counter() - begun
    return int(httpx.get(f"http://127.0.0.1:{port}/count").text) - before - 1, seconds


def find_peak(port: int, megabytes: int, connection: Connection) -> None:
    """Send the growth of the peak memory, in bytes, while one body is received."""
    with tempfile.TemporaryDirectory() as folder:
        row = make_row(f"http://h0.example:{port}/size{megabytes}.pdf", "h0")
        run = make_run(Path(folder), [row])
        (outcome,) = run.run([row])
        assert outcome.outcome == "new", outcome  # noqa: S101  (a wrong run measures nothing)
    connection.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10)


def main() -> int:
    """Measure and print."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    rows = [make_row(f"http://h{n % HOSTS}.example:{port}/{n}.html", f"h{n % HOSTS}") for n in range(ADDRESSES)]
    found: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            for kind in ("first run", "nothing changed"):
                for name, work in (("oic-reports", fetch), ("plain loop", loop)):
                    found.setdefault((kind, name), []).append(measure(port, work, Path(folder) / name, rows))
    print(f"{ADDRESSES} addresses on {HOSTS} hosts, median of {ROUNDS}, politeness off")
    for kind in ("first run", "nothing changed"):
        seconds = {name: median(s for _, s in found[kind, name]) for name in ("oic-reports", "plain loop")}
        for name, value in seconds.items():
            print(f"  {kind}, {name}: {found[kind, name][0][0]} requests, {value:.2f} s")
        print(f"  {kind}, ratio: {seconds['oic-reports'] / seconds['plain loop']:.2f}")
    print("peak memory of a run that receives one body")
    for megabytes in SIZES_MB:
        mine, yours = context.Pipe()
        child = context.Process(target=find_peak, args=(port, megabytes, yours))
        child.start()
        print(f"  {megabytes} MB: {mine.recv() / (1 << 20):.0f} MB")
        child.join()
    ours.send("end")
    return 0


if __name__ == "__main__":
    sys.exit(main())
