"""Pages as they are served on this machine."""

from __future__ import annotations

import json
import socket
import threading
import urllib.request
from functools import partial
from urllib.error import HTTPError

import pytest

from oic_reports.site.serving import open_server


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [("bytes=0-3", 206, "bytes 0-3/"), ("bytes=-4", 206, "bytes "), ("bytes=9-", 206, "bytes 9-"), (None, 200, None)],
)
def test_parts_of_files_are_served(address, demonstration, asked, status, told):
    url = f"{address}data/{demonstration.name}/paragraphs.parquet"
    content = (demonstration / "paragraphs.parquet").read_bytes()
    request = urllib.request.Request(url, headers={"Range": asked} if asked else {})  # noqa: S310  (loopback)
    with urllib.request.urlopen(request) as answer:  # noqa: S310  (loopback)
        assert answer.status == status
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        body = answer.read()
        if told:
            assert answer.headers["Content-Range"].startswith(told)
    expected = {"bytes=0-3": content[:4], "bytes=-4": content[-4:], "bytes=9-": content[9:], None: content}
    assert body == expected[asked]


def test_an_answer_does_not_wait_until_its_head_has_come(site):
    """Nagle's algorithm would hold back what follows a head, and browsers tell late that they have a head alone."""
    told = []
    with open_server(site, 0) as server:

        class Watched(server.RequestHandlerClass.func):
            def do_GET(self):  # noqa: N802  (as the base class has it)
                told.append(self.connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
                super().do_GET()

        server.RequestHandlerClass = partial(Watched, directory=str(site))
        threading.Thread(target=server.handle_request, daemon=True).start()
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/release.json") as answer:
            assert json.load(answer)["version"]
    assert told == [1]


def test_folders_are_not_listed(address):
    with pytest.raises(HTTPError, match="404"):
        urllib.request.urlopen(f"{address}data/")  # noqa: S310  (loopback)
