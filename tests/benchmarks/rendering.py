"""What opening pages in a browser costs: seconds and memory where they need it, and next to nothing where none does.

    python tests/benchmarks/rendering.py --pages 30          # pages made by script, and a plain site of 300 pages
    python tests/benchmarks/rendering.py --plain 2000

The pages made by script are empty shells; each fetches 26 links and shows them. Time is the crawl of them less that of
the same crawl without a browser, by page, the start of the browser counted in; memory is the proportional share (PSS)
of this process and all below it. For the plain site the time is told that deciding about all its pages takes, as a
share of the CPU time of the audit.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil
from measuring import AUDIT, measure, note, print_table, serving

from oit_checker.config import CrawlLimits, Politeness
from oit_checker.snapshot import Snapshot
from spiders.browser.queue import Browsing
from spiders.browser.weight import descendants
from spiders.crawl import crawl
from spiders.ending import Ending
from spiders.frontier import Frontier
from spiders.interest import Interest
from spiders.job import Job
from spiders.past import Past
from spiders.place import Place
from spiders.recorder import Recorder

_SHELL = (
    '<!DOCTYPE html><html><head><title>OIT</title></head><body><div id="root"></div><script src="/app.js"></script>'
)
_APP = """
fetch('/data' + location.pathname).then((answer) => answer.json()).then((items) => {
  const lines = items.map((one) => `<p><a href="${one.url}">${one.text}</a></p>`);
  document.getElementById('root').innerHTML = lines.join('');
});
"""


def held_mb(pids: list[int]) -> float:
    """The proportional share of memory (PSS) of these processes, in MB; those that have ended hold none."""
    held = 0.0
    for pid in pids:
        with suppress(psutil.Error):
            held += psutil.Process(pid).memory_full_info().pss / 1024 / 1024
    return held


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    pages = 30

    def do_GET(self) -> None:
        if self.path.startswith("/data"):
            ways = [{"url": f"/ita/{n}", "text": f"O{n} ข้อมูล OIT {n}"} for n in range(1, self.pages)]
            files = [{"url": f"{self.path}/{n}.pdf", "text": f"O{n}"} for n in range(26)]
            kind, body = "application/json", json.dumps(ways if self.path == "/data/" else files).encode()
        elif self.path == "/app.js":
            kind, body = "text/javascript", _APP.encode()
        else:
            kind, body = "text/html; charset=utf-8", _SHELL.encode()
        self.send_response(404 if self.path in {"/robots.txt", "/sitemap.xml"} else 200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def scripted_site(pages: int) -> Iterator[str]:
    handler = type("Handler", (_Handler,), {"pages": pages})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def peak_mb() -> Iterator[list[float]]:
    """The most memory that this process and all below it hold, sampled five times a second; its start left out."""
    most, ended, first = [0.0], threading.Event(), held_mb([os.getpid()])

    def look() -> None:
        while not ended.wait(0.2):
            most[0] = max(most[0], held_mb([os.getpid(), *descendants(os.getpid())]) - first)

    watcher = threading.Thread(target=look)
    watcher.start()
    yield most
    ended.set()
    watcher.join()


def scripted(pages: int) -> list[object]:
    with scripted_site(pages) as site, tempfile.TemporaryDirectory() as folder:
        seconds = {}
        for render in ("never", "auto"):
            began = time.perf_counter()
            with peak_mb() as most:
                snapshot = crawl(
                    site,
                    into=Path(folder) / render,
                    limits=CrawlLimits(render=render, max_rendered=pages),  # type: ignore[arg-type]
                    politeness=Politeness(rate=0, at_once=32),
                    boost=["OIT"],
                    year=2569,
                )
            seconds[render] = time.perf_counter() - began
        told = snapshot.manifest.rendering
        per_page = (seconds["auto"] - seconds["never"]) / max(1, told.pages)
        return [told.pages, f"{per_page:.2f}", f"{most[0]:.0f}", told.requests, sum(told.counts.values())]


def deciding_s(folder: Path) -> tuple[float, int]:
    """The seconds that it takes to decide about every page of a snapshot, and how many would be opened."""
    snapshot = Snapshot.open(folder)
    limits, politeness = CrawlLimits(render="never"), Politeness()
    job = Job("", str(folder), snapshot.manifest.hosts, limits, politeness, (), ("OIT",), 2569)
    frontier = Frontier(job.hosts, limits, Interest(job.phrases, job.boost, job.year).of_link)
    recorder = Recorder(snapshot, (), Past(None, ""))
    browsing = Browsing(job, snapshot, recorder, frontier, Ending())
    frontier.follow = lambda *_, **__: None  # type: ignore[method-assign]
    records = [record for record in snapshot.pages() if record.fetched.body_sha256 is not None]
    bodies = [snapshot.body(record.fetched.body_sha256 or "") for record in records]
    began, taken = time.process_time(), 0
    for record, body in zip(records, bodies, strict=True):
        taken += browsing._takes(record, Place(record.fetched.final_url, "", record.depth, record.parent, 60), body)
    return time.process_time() - began, taken


def plain(pages: int) -> list[object]:
    with serving("--pages", str(pages)) as site, tempfile.TemporaryDirectory() as folder:
        cost = measure([*AUDIT, site.url, "--output", folder, "--quiet", "--rate", "0", "--max-pages", str(pages)])
        seconds, taken = deciding_s(Path(folder) / "snapshot")
        return [pages, f"{cost.cpu_s:.1f}", f"{1000 * seconds / pages:.2f}", f"{100 * seconds / cost.cpu_s:.2f}", taken]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=30)
    options.add_argument("--plain", type=int, default=300)
    given = options.parse_args()
    if given.pages:
        note("pages made by script")
        header = ("opened", "s/page", "peak MB (PSS)", "requests of pages", "not seen")
        print_table(header, [scripted(given.pages)])
    if given.plain:
        note("a plain site, every page of it taken for a likely one")
        header = ("pages", "CPU s of the audit", "ms a page to decide", "% of the audit", "opened")
        print_table(header, [plain(given.plain)])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
