"""Serve one of the test sites on loopback.

    python tests/sites/serving.py tests/sites/clean_hub --port 8900

A site is a folder: its files as they are, `site.toml` with the documents to make and the addresses that behave oddly,
and `truth.yaml`, which a careful assessor would sign. Names that start with "_" and these two files are not served.

    agency = "สถาบันตัวอย่าง"
    unknown = "not_found"                     # what any other address gets: a behaviour's name
    [documents]                               # address = source in evidence/, or "./…" in the site's own folder
    "files/o7.pdf" = "o07"                    # html, pdf, docx, xlsx, csv: by the address
    "files/old.pdf" = {from = "o07", year = 2568}   # the same text, made for another assessed year
    "files/all.zip" = {holds = ["files/o7.pdf"]}    # other documents of this list, packed
    [[routes]]
    path = "/gone.html"                       # or with *, as in "/calendar/*"
    do = "status"                             # a behaviour of behaviours.py, with its own keys
    status = 410
"""

from __future__ import annotations

import argparse
import fnmatch
import hashlib
import mimetypes
import threading
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import unquote, urlsplit

import documents
import pdf_writer
from behaviours import BEHAVIOURS, Answer, Asked

HERE = Path(__file__).parent
ASSESSED_YEAR = 2569
_LAYOUT = """<!DOCTYPE html>
<html lang="th"><head><meta charset="utf-8"><title>$title - $agency</title></head>
<body><header><a href="/">หน้าแรก $agency</a></header><main>
$content
</main><footer>$agency เลขที่ 1 ถนนตัวอย่าง</footer></body></html>
"""
_TYPES = {
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(slots=True)
class Request:
    method: str
    target: str
    status: int


@dataclass
class Site:
    """What a folder answers; `asked` is the log of requests in their order."""

    folder: Path
    asked: list[Request] = field(default_factory=list)

    @cached_property
    def plan(self) -> dict[str, Any]:
        return tomllib.loads((self.folder / "site.toml").read_text("utf-8"))

    @cached_property
    def layout(self) -> str:
        own = self.folder / "_layout.html"
        return own.read_text("utf-8") if own.exists() else _LAYOUT

    def words(self, year: int = ASSESSED_YEAR) -> dict[str, str]:
        """What $agency, $year, $last, $before and $next stand for in a document of that assessed year."""
        years = {"year": year, "last": year - 1, "before": year - 2, "next": year + 1}
        return {"agency": self.plan["agency"]} | {name: str(be) for name, be in years.items()}

    def answer(self, target: str) -> Answer:
        """The answer to a request target; the first route whose path fits goes before documents and files."""
        asked = Asked(target, sum(1 for request in self.asked if request.target == target), self.stored)
        for route in self.plan.get("routes", []):
            if fnmatch.fnmatchcase(asked.path, route["path"]):
                keys = {key: value for key, value in route.items() if key not in ("path", "do")}
                return BEHAVIOURS[route["do"]](asked, **keys)
        return self.stored(asked.path) or BEHAVIOURS[self.plan.get("unknown", "not_found")](asked)

    def stored(self, path: str) -> Answer | None:
        """A document or a file of the site, or None."""
        name = path.strip("/") or "index.html"
        if path.endswith("/") and name != "index.html":
            name += "/index.html"
        if name in self.plan.get("documents", {}):
            return _typed(self.form(name), self.document(name))
        place = (self.folder / name).resolve()
        hidden = name.startswith(("_", "site.toml", "truth.yaml")) or not place.is_relative_to(self.folder.resolve())
        return None if hidden or not place.is_file() else _typed(name.rpartition(".")[2], place.read_bytes())

    def form(self, name: str) -> str:
        """html, pdf, docx, xlsx, csv or png: as site.toml says, else by the address."""
        entry = self.plan["documents"][name]
        return str(entry["as"]) if "as" in entry and not isinstance(entry, str) else name.rpartition(".")[2]

    def document(self, name: str) -> bytes:
        """Make one document of site.toml."""
        entry = self.plan["documents"][name]
        entry = {"from": entry} if isinstance(entry, str) else entry
        if "holds" in entry:
            return documents.packed({held.rpartition("/")[2]: self.document(held) for held in entry["holds"]})
        if entry["from"] in ("scan", "png"):
            return pdf_writer.scan() if entry["from"] == "scan" else pdf_writer.png()
        place = (
            self.folder / entry["from"] if entry["from"].startswith("./") else HERE / f"evidence/{entry['from']}.txt"
        )
        words = self.words(entry.get("year", ASSESSED_YEAR)) | entry.get("words", {})
        source = Template(place.read_text("utf-8")).substitute(words)
        return self._made(self.form(name), source)

    def _made(self, form: str, source: str) -> bytes:
        if form == "html":
            title = documents.title_of(source)
            content = documents.to_html(source, photo="/photo.png")
            return Template(self.layout).safe_substitute(self.words(), title=title, content=content).encode()
        makers = {
            "pdf": documents.to_pdf,
            "docx": documents.to_docx,
            "xlsx": documents.to_xlsx,
            "csv": documents.to_csv,
        }
        return makers[form](source)


def _typed(form: str, body: bytes) -> Answer:
    media_type = _TYPES.get(form) or mimetypes.guess_type(f"file.{form}")[0] or "application/octet-stream"
    return Answer(body=body, headers={"Content-Type": media_type})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        split = urlsplit(self.path)
        target = unquote(split.path) + (f"?{split.query}" if split.query else "")
        answer = self.site.answer(target)
        self.site.asked.append(Request(self.command, target, answer.status))
        time.sleep(min(answer.delay_s, 3.0))
        if answer.drop:
            self.close_connection = True
            return
        self._send(answer)

    do_HEAD = do_POST = do_GET  # noqa: N815 (the names http.server asks for)

    def _send(self, answer: Answer) -> None:
        etag = f'"{hashlib.sha1(answer.body).hexdigest()[:16]}"'
        fresh = answer.status == 200 and self.headers.get("If-None-Match") == etag
        body = b"" if fresh else answer.body
        self.send_response(304 if fresh else answer.status)
        for name, value in {"ETag": etag, "Content-Length": str(len(body)), **answer.headers}.items():
            self.send_header(name, value.replace("{port}", str(self.server.server_address[1])))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """The site keeps its own log."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """A client that hangs up early is no news."""


@contextmanager
def serve(folder: Path | str, port: int = 0) -> Iterator[tuple[str, Site]]:
    """Serve a site folder on 127.0.0.1 while the block runs; yields its home address and the site."""
    site = Site(Path(folder))
    server = _Server(("127.0.0.1", port), type("Handler", (_Handler,), {"site": site}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", site
    finally:
        server.shutdown()
        server.server_close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve one test site on loopback until Ctrl-C.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=8900)
    options = parser.parse_args()
    with serve(options.folder, options.port) as (url, _):
        print(url)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("stopped")


if __name__ == "__main__":
    main()
