"""A fictional municipality to try the checker on: a small website that ships with the package and needs no network.

    with serve() as url:      # http://127.0.0.1:PORT/
        ...

Pages under site/ are fragments that share one layout; documents are files. The site is mostly in order and has one
instructive fault of each kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Thread
from urllib.parse import unquote, urlsplit

from oit_checker.patterns import regex

AGENCY = "เทศบาลตำบลตัวอย่าง"
SHORT_ADDRESSES = {"/": "/index.html", "/ita": "/ita/2569.html", "/ita/": "/ita/2569.html"}
MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_HEADING = regex(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_SAFE_NAME = regex(r"[a-z0-9][a-z0-9.-]*")


@contextmanager
def serve() -> Iterator[str]:
    """Serve the demo site on a free port of 127.0.0.1 while the block runs; yields its home address."""
    server = _Server(("127.0.0.1", 0), _Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def _body(path: str) -> bytes | None:
    """What stands at a decoded path, or None; nothing outside the packaged site can be named."""
    parts = SHORT_ADDRESSES.get(path, path).split("/")[1:]
    if not all(_SAFE_NAME.fullmatch(part) for part in parts):
        return None
    place = files(__name__).joinpath("site", *parts)
    if not place.is_file():
        return None
    return _in_layout(place.read_text("utf-8")) if parts[-1].endswith(".html") else place.read_bytes()


def _in_layout(content: str) -> bytes:
    layout = files(__name__).joinpath("site", "_layout.html").read_text("utf-8")
    heading = _HEADING.search(content)
    title = unescape(re.sub(r"<[^>]+>", "", heading[1])).strip() if heading else AGENCY
    shown = title if title == AGENCY else f"{title} | {AGENCY}"
    return layout.replace("{title}", shown).replace("{content}", content).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        body = _body(path)
        missing = body is None
        page = _in_layout("<h1>ไม่พบหน้าที่ต้องการ (404)</h1><p>ไม่มีไฟล์หรือหน้านี้ในเว็บไซต์</p>") if body is None else body
        extension = "html" if missing else SHORT_ADDRESSES.get(path, path).rpartition(".")[2]
        self.send_response(404 if missing else 200)
        self.send_header("Content-Type", MEDIA_TYPES.get(extension, "application/octet-stream"))
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    do_HEAD = do_GET  # noqa: N815 (the name http.server asks for)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal belongs to the audit."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that hangs up early is no news."""
