"""The demo municipality, served as websites that scripts make: the same contents, shown only by a browser."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from oit_checker import demo

Answer = tuple[int, str, bytes]
Make = Callable[[str, Mapping[str, list[str]]], Answer | None]
HTML, JSON, SCRIPT = "text/html; charset=utf-8", "application/json", "text/javascript"
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)


def plain(path: str) -> Answer | None:
    """What the demo itself has at a path."""
    body = demo._body(path)
    if body is None:
        return None
    ending = demo.SHORT_ADDRESSES.get(path, path).rpartition(".")[2]
    return 200, demo.MEDIA_TYPES.get(ending, "application/octet-stream"), body


def inside(path: str) -> str:
    """What stands in the body of one of the demo's pages."""
    answer = plain(path)
    found = _BODY.search(answer[2].decode()) if answer is not None else None
    return found[1] if found is not None else ""


def shell(script: str, *, title: str = demo.AGENCY, body: str = '<div id="app"></div>') -> Answer:
    """An empty page that a script fills."""
    text = (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}<script>{script}</script></body></html>"
    )
    return 200, HTML, text.encode()


def html(text: str) -> Answer:
    return 200, HTML, text.encode()


def data(value: object) -> Answer:
    return 200, JSON, json.dumps(value).encode()


@contextmanager
def serve(make: Make, asked: list[str] | None = None, waits: Mapping[str, float] | None = None) -> Iterator[str]:
    """Serve what `make` gives, and the demo besides; yields the home address. asked takes each path as it is asked."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            self.rfile.read(length)
            if asked is not None:
                asked.append(f"{self.command} {self.path}")
            parts = urlsplit(self.path)
            path = unquote(parts.path)
            threading.Event().wait((waits or {}).get(path, 0.0))
            answer = make(path, parse_qs(parts.query)) or plain(path) or (404, HTML, "ไม่พบหน้า".encode())
            self.send_response(answer[0])
            self.send_header("Content-Type", answer[1])
            if 300 <= answer[0] < 400:
                self.send_header("Location", answer[2].decode())
            self.send_header("Content-Length", str(len(answer[2])))
            self.end_headers()
            try:
                self.wfile.write(answer[2])
            except OSError:
                self.close_connection = True

        do_POST = do_GET  # noqa: N815 (the name http.server asks for)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
