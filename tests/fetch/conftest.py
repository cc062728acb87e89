"""A loopback site whose answers are written as raw bytes, so that it can also hang, break off and lie."""

from __future__ import annotations

import contextlib
import hashlib
import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest


def answer(
    body: bytes = b"", *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", headers: tuple[str, ...] = ()
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    if kind:
        lines.append(f"Content-Type: {kind}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@dataclass
class Request:
    path: str
    headers: dict[str, str]


Page = bytes | Callable[[Request, socket.socket], bytes | None]


@dataclass
class Site:
    """pages: path → raw answer, or a function that gives one (or None, having done as it liked with the socket)."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    """When each request of `asked` came, by this server's own clock."""
    busy: int = 0
    most_busy: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    over: threading.Event = field(default_factory=threading.Event)
    port: int = 0
    scheme: str = "http"

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def give(self, request: Request, connection: socket.socket) -> bytes | None:
        page = self.pages.get(request.path, answer(b"no such page", status="404 Not Found"))
        return page if isinstance(page, bytes) else page(request, connection)


def _read_request(connection: socket.socket) -> Request | None:
    raw = b""
    while b"\r\n\r\n" not in raw:
        part = connection.recv(4096)
        if not part:
            return None
        raw += part
        if raw.startswith(b"\x16"):  # a TLS greeting to a plain server
            return Request("/tls", {})
    first, *lines = raw.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Request(first.split(" ")[1], headers)


@contextlib.contextmanager
def serving(site: Site, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            connection = self.request
            with contextlib.suppress(OSError):
                if tls is not None:
                    connection = tls.wrap_socket(connection, server_side=True)
                request = _read_request(connection)
                if request is not None:
                    self._serve(request, connection)
                connection.close()

        def _serve(self, request: Request, connection: socket.socket) -> None:
            with site.lock:
                site.asked.append(request.path)
                site.times.append(time.monotonic())
                site.busy += 1
                site.most_busy = max(site.busy, site.most_busy)
            try:
                raw = site.give(request, connection)
            finally:
                with site.lock:
                    site.busy -= 1
            if raw:
                connection.sendall(raw)

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        request_queue_size = 128

    with Server(("127.0.0.1", 0), Handler) as server:
        site.port = server.server_address[1]
        site.scheme = "https" if tls else "http"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            site.over.set()
            server.shutdown()
            thread.join()


class Bodies(dict[str, bytes]):
    def keep_body(self, body: bytes) -> str:
        sha = hashlib.sha256(body).hexdigest()
        self[sha] = body
        return sha


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as started:
        yield started


@pytest.fixture
def other_site() -> Iterator[Site]:
    with serving(Site()) as started:
        yield started


@pytest.fixture
def bodies() -> Bodies:
    return Bodies()


@pytest.fixture
def raw_answer() -> Callable[..., bytes]:
    return answer


@pytest.fixture
def serve() -> Callable[..., contextlib.AbstractContextManager[Site]]:
    """Start another site: serve(pages, tls_context)."""
    return lambda pages, tls=None: serving(Site(dict(pages)), tls)
