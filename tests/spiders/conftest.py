"""A small agency site on loopback, and a crawl of it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from oit_checker.config import CrawlLimits, Politeness
from oit_checker.snapshot import Snapshot
from spiders.crawl import crawl

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class TinySite:
    """Answers by path (with query); what is not there is 404. asked counts requests, in order in `order`."""

    url: str = ""
    pages: dict[str, Answer | Callable[[dict[str, str]], Answer]] = field(default_factory=dict)
    otherwise: Callable[[str], Answer | None] = lambda path: None
    asked: Counter[str] = field(default_factory=Counter)
    order: list[str] = field(default_factory=list)
    delay_s: float = 0.0

    def html(
        self, path: str, body: str, *, encoding: str = "utf-8", content_type: str = "text/html", status: int = 200
    ) -> None:
        self.pages[path] = (status, {"Content-Type": content_type}, body.encode(encoding))

    def links(self, path: str, *hrefs: str) -> None:
        self.html(path, "".join(f'<p><a href="{href}">{href}</a></p>' for href in hrefs))

    def move(self, path: str, to: str, status: int = 301) -> None:
        self.pages[path] = (status, {"Location": to}, b"")

    def answer(self, path: str, headers: dict[str, str]) -> Answer:
        self.asked[path] += 1
        self.order.append(path)
        known = self.pages.get(path) or self.otherwise(path)
        if known is None:
            return 404, {"Content-Type": "text/html"}, "ไม่พบหน้า".encode()
        return known(headers) if callable(known) else known


@contextmanager
def served() -> Iterator[TinySite]:
    """A site of its own on a free port."""
    tiny = TinySite()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if tiny.delay_s:
                threading.Event().wait(tiny.delay_s)
            status, headers, body = tiny.answer(self.path, dict(self.headers.items()))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                self.close_connection = True

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.do_GET()

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    tiny.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield tiny
    server.shutdown()
    server.server_close()


@pytest.fixture
def site() -> Iterator[TinySite]:
    with served() as tiny:
        yield tiny


@pytest.fixture
def elsewhere() -> Iterator[TinySite]:
    """Another host, from which a page of the site may load something."""
    with served() as tiny:
        yield tiny


UNLIMITED = Politeness(rate=0, timeout_s=5)
Crawl = Callable[..., Snapshot]


@pytest.fixture
def crawled(tmp_path: Path) -> Crawl:
    """Crawl a site without delay into a fresh folder; keyword arguments are limits, or `crawl`'s own."""

    def run(url: str, *, politeness: Politeness = UNLIMITED, **given: Any) -> Snapshot:
        names = ("hosts", "phrases", "boost", "year", "progress", "fresh", "resume")
        own = {name: given.pop(name) for name in names if name in given}
        return crawl(url, into=tmp_path / "snapshot", limits=CrawlLimits(**given), politeness=politeness, **own)

    return run
