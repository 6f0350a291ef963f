"""The pages on this machine: a server on the loopback address that answers requests for parts of files.

Hosts of static files all do that; Python's own does not, and search reads only the pieces of a table that it needs.
"""

from __future__ import annotations

import re
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from oic_reports.site.rendering import POLICY

_RANGE = re.compile(r"bytes=(\d*)-(\d*)\Z")
_TYPES = {".js": "text/javascript", ".svg": "image/svg+xml", ".parquet": "application/vnd.apache.parquet"}


class _Handler(SimpleHTTPRequestHandler):
    """Files of a folder, whole or in part, never a listing of a folder."""

    protocol_version = "HTTP/1.1"
    # head and body go out one after the other: a body must not wait until the browser tells that it has the head
    disable_nagle_algorithm = True
    extensions_map = SimpleHTTPRequestHandler.extensions_map | _TYPES

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        asked = _RANGE.match(self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if asked is None or not path.is_file():
            return super().send_head()
        size = path.stat().st_size
        first, last = asked.groups()
        start = int(first) if first else max(0, size - int(last or 0))
        end = min(int(last), size - 1) if first and last else size - 1
        if start > end or not (first or last):
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        with path.open("rb") as file:
            file.seek(start)
            piece = file.read(end - start + 1)
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {start}-{end}/{size}")
        self.send_header("Content-Length", str(len(piece)))
        self.end_headers()
        return BytesIO(piece)

    def list_directory(self, path: object) -> None:  # noqa: ARG002  (as the base class has it)
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (as the base class has it)
        """Say nothing: who looks at pages is nobody's business."""


def open_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of a folder on 127.0.0.1, not serving yet; port 0 takes any that is free.

    Raises:
        OSError: the port is taken, or may not be used.
    """
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    server.daemon_threads = True
    return server
