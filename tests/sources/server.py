"""A server on loopback that plays many hosts and every fault, with a clock that nobody waits for.

All host names lead to it (see ``resolve``); what a host answers is a function from a request to a reply. It notes when,
by the clock of the test, each request came, and how many a host had open at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

_RESET = struct.pack("ii", 1, 0)


class FakeClock:
    """Time that goes on only when somebody sleeps."""

    def __init__(self):
        self._start = datetime(2026, 11, 25, 2, 17, tzinfo=UTC)
        self._seconds = 0.0
        self._lock = threading.Lock()

    def now(self):
        return self._start + timedelta(seconds=self._seconds)

    def monotonic(self):
        return self._seconds

    def sleep(self, seconds):
        with self._lock:
            self._seconds += seconds


@dataclass
class Request:
    host: str
    path: str
    headers: dict
    at: float


@dataclass
class Reply:
    """An answer; ``raw`` stands for all of its head and body; ``pieces`` are sent one by one after the head, ``end`` is close, reset or stall."""

    status: int = 200
    headers: dict = field(default_factory=dict)
    body: bytes = b""
    pieces: object = None
    end: str = "keep"
    length: object = "right"
    raw: bytes | None = None


class Server:
    """``with Server(clock) as server: server.routes["a.example"] = lambda request: Reply(body=…)``."""

    def __init__(self, clock, ssl_context=None):
        self.clock = clock
        self.routes = {}
        self.requests = []
        self.most_at_once = Counter()
        self._open = Counter()
        self._ssl = ssl_context
        self._ready = threading.Event()

    def __enter__(self):
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def _run(self):
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self):
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0, ssl=self._ssl)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    def resolve(self, host, port):  # noqa: ARG002  (as a resolver is called)
        if host.startswith("unknown"):
            raise OSError("no such name")
        return ["127.0.0.1"]

    def address(self, host, path="/"):
        scheme = "https" if self._ssl else "http"
        return f"{scheme}://{host}:{self.port}{path}"

    def asked(self, host, path=None):
        """The requests that a host got, rules of robots apart."""
        return [
            r for r in self.requests if r.host == host and r.path != "/robots.txt" and (path is None or r.path == path)
        ]

    async def _connect(self, reader, writer):
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                while await self._answer(reader, writer):
                    pass
            writer.close()
        except asyncio.CancelledError:
            writer.transport.abort()

    async def _answer(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head[1:] if line)}
        host = headers["host"].rsplit(":", 1)[0]
        request = Request(host, head[0].split(" ")[1], headers, self.clock.monotonic())
        self.requests.append(request)
        self._open[host] += 1
        self.most_at_once[host] = max(self.most_at_once[host], self._open[host])
        try:
            return await self._send(writer, self._find_reply(request))
        finally:
            self._open[host] -= 1

    def _find_reply(self, request):
        route = self.routes.get(request.host)
        reply = route(request) if route else None
        if reply is None:
            return Reply(404, body=b"not found")
        return reply

    async def _send(self, writer, reply):
        if reply.raw is not None:
            writer.write(reply.raw)
            await writer.drain()
            await self._send_pieces(writer, reply.pieces)
            return False
        headers = dict(reply.headers)
        if reply.length == "right":
            headers["Content-Length"] = len(reply.body)
        elif reply.length is not None:
            headers["Content-Length"] = reply.length
        lines = [f"HTTP/1.1 {reply.status} X", *(f"{k}: {v}" for k, v in headers.items()), "", ""]
        writer.write("\r\n".join(lines).encode("latin-1") + reply.body)
        await writer.drain()
        await self._send_pieces(writer, reply.pieces)
        if reply.end == "stall":
            await self._stop.wait()
        if reply.end == "reset":
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            writer.transport.abort()
        return reply.end == "keep" and reply.length is not None

    async def _send_pieces(self, writer, pieces):
        for piece in pieces or ():
            if self._stop.is_set():
                return
            writer.write(piece)
            await writer.drain()
