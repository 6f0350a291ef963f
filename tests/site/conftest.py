"""The demonstration and its pages, made once for all workers; a browser, where there is one."""

from __future__ import annotations

import os
import shutil
import threading

import pytest
from demonstration import AXE, find_raw, make_release

from oic_reports.disk.locking import LockedError, hold_lock
from oic_reports.site.serving import open_server
from oic_reports.site.site_pages import build_site

CHROMIUM = shutil.which("chromium")
# the sandbox of a browser does not work for root in a container; nothing may call home
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """The release; the first worker that asks makes it."""
    base = tmp_path_factory.getbasetemp()
    home = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demonstration"
    waiting = threading.Event()
    while True:
        try:
            with hold_lock(home.with_suffix(".lock")):
                done = home / "done"
                if not done.is_file():
                    shutil.rmtree(home, ignore_errors=True)
                    home.mkdir(parents=True)
                    done.write_text(str(make_release(home)), encoding="utf-8")
                return home / "processed" / done.read_text(encoding="utf-8").rpartition("/")[2]
        except LockedError:
            waiting.wait(0.5)


@pytest.fixture(scope="session")
def site(demonstration, tmp_path_factory):
    """The pages of the demonstration."""
    out = tmp_path_factory.mktemp("site")
    build_site(demonstration, out, find_raw=find_raw(demonstration), contact="errors@example.org")
    return out


@pytest.fixture(scope="session")
def address(site):
    with open_server(site, 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here: apt install chromium")
    if not AXE.is_file():
        pytest.skip("the checker of the pages is not installed: make site-scripts")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield running
        running.close()
