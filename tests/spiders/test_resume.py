"""A crawl that was killed is gone on with: nothing that was read is asked for again, and nothing is left out."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from oit_checker.config import CrawlLimits, Politeness
from oit_checker.errors import UsageError
from oit_checker.snapshot import Snapshot
from spiders.crawl import crawl

Crawl = Callable[..., Snapshot]
MANY = 60
RUN = """
import sys
from pathlib import Path
from oit_checker.config import Politeness
from spiders.crawl import crawl
crawl(sys.argv[1], into=Path(sys.argv[2]), politeness=Politeness(rate=100, timeout_s=5, at_once=4), resume=True)
"""


@pytest.fixture
def many(site: Any) -> Any:
    """A site of MANY pages, each of which leads to a few others; slow enough to be killed in the middle."""
    paths = [f"/p{n}" for n in range(MANY)]
    site.links("/", *paths[:3])
    for n, path in enumerate(paths):
        words = "".join(chr(ord("ก") + int(digit)) for digit in str(n)) * 3
        links = "".join(f'<a href="{link}">{link}</a>' for link in paths[3 * n + 3 : 3 * n + 6])
        site.html(path, f"<title>{words}</title><p>{words}</p>{links}")
    site.delay_s = 0.03
    return site


def addresses(snapshot: Snapshot) -> list[str]:
    return sorted(record.fetched.final_url for record in snapshot.pages() if record.fetched.body_sha256)


def start(site: Any, folder: Path) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[2])
    return subprocess.Popen(
        [sys.executable, "-c", RUN, site.url, str(folder)],
        env={**os.environ, "PYTHONPATH": root},
        start_new_session=True,
    )


def kill_all(process: subprocess.Popen[bytes], number: int) -> None:
    """Send a signal to the crawl's parent, and if it is SIGKILL to the child as well, as a power failure would."""
    children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, check=False)
    for pid in (process.pid, *map(int, children.stdout.split() if number == signal.SIGKILL else ())):
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue
    process.wait(20)


@pytest.mark.parametrize("seed", range(3))
def test_killed_again_and_again_it_ends_whole(many: Any, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    folder = tmp_path / "snapshot"
    for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGKILL):
        before = many.asked.total()
        process = start(many, folder)
        deadline = time.monotonic() + 20
        wanted = before + rng.randrange(1, 22)
        while many.asked.total() < wanted and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        kill_all(process, number)
    snapshot = crawl(many.url, into=folder, politeness=Politeness(rate=0, timeout_s=5), resume=True)
    assert snapshot.manifest.outcome == "completed"
    assert addresses(snapshot) == sorted([f"{many.url}/", *(f"{many.url}/p{n}" for n in range(MANY))])
    assert snapshot.manifest.pages == MANY + 1
    # What was under way at a kill is asked for again: four at once, three kills.
    again = sum(count - 1 for path, count in many.asked.items() if path.startswith("/p"))
    assert again <= 3 * 4


def test_a_stopped_crawl_goes_on_where_it_stopped(many: Any, crawled: Crawl) -> None:
    def stop_soon() -> None:
        while many.asked.total() < 15:
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=stop_soon).start()
    slow = Politeness(rate=40, timeout_s=5, at_once=2)
    first = crawled(many.url, politeness=slow)
    assert (first.manifest.outcome, first.manifest.can_go_on) == ("partial", True)
    had = addresses(first)
    many.asked.clear()
    again = crawled(many.url, resume=True)
    assert (again.manifest.outcome, again.manifest.pages) == ("completed", MANY + 1)
    assert (again.manifest.started_at, again.manifest.run_id) == (first.manifest.started_at, first.manifest.run_id)
    assert any("ทำต่อจากเดิม" in note for note in again.manifest.notes)
    assert not [url for url in had if many.asked[url.removeprefix(many.url)]]


def test_more_pages_may_be_asked_of_a_crawl_that_reached_its_limit(many: Any, crawled: Crawl) -> None:
    assert crawled(many.url, max_pages=10).manifest.pages == 10
    assert crawled(many.url, max_pages=30, resume=True).manifest.pages == 30
    assert many.asked["/robots.txt"] == 2


def test_without_resume_a_new_crawl_begins(many: Any, crawled: Crawl) -> None:
    crawled(many.url, max_pages=10)
    many.asked.clear()
    assert crawled(many.url, max_pages=5).manifest.pages == 5
    assert many.asked["/"] == 1


def test_with_nothing_to_go_on_with_a_new_crawl_begins(many: Any, crawled: Crawl) -> None:
    assert crawled(many.url, resume=True).manifest.outcome == "completed"
    many.asked.clear()
    assert crawled(many.url, resume=True).manifest.pages == MANY + 1
    assert many.asked["/p1"] == 1


def test_another_sites_crawl_is_not_gone_on_with(many: Any, tmp_path: Path) -> None:
    limits = CrawlLimits(max_pages=3)
    crawl(many.url, into=tmp_path / "s", limits=limits, politeness=Politeness(rate=0))
    with pytest.raises(UsageError, match="เป็นของ http") as refused:
        crawl("https://other.go.th", into=tmp_path / "s", resume=True)
    assert "--resume" in str(refused.value)


def test_a_half_written_line_is_mended(many: Any, crawled: Crawl) -> None:
    snapshot = crawled(many.url, max_pages=10)
    with (snapshot.folder / "pages.jsonl").open("ab") as out:
        out.write(b'{"fetched": {"url": "http')
    manifest = json.loads((snapshot.folder / "manifest.json").read_text())
    assert manifest["can_go_on"]
    again = crawled(many.url, resume=True)
    assert len(addresses(again)) == MANY + 1


def test_a_page_that_was_under_way_when_a_redirect_to_it_came_is_not_lost(site: Any, crawled: Crawl) -> None:
    site.links("/", "/page", "/moved", "/one", "/two")
    for path in ("/page", "/one", "/two"):
        site.links(path)
    site.move("/moved", "/page")
    snapshot = crawled(site.url, max_pages=3, politeness=Politeness(rate=50, timeout_s=5, at_once=1))
    pages = snapshot.folder / "pages.jsonl"
    whole = pages.read_bytes().splitlines(keepends=True)
    told = [json.loads(line)["fetched"] for line in whole]
    assert [(f["http_status"], f["url"], f["final_url"]) for f in told][1:3] == [
        (200, f"{site.url}/page", f"{site.url}/page"),
        (301, f"{site.url}/moved", f"{site.url}/page"),
    ]
    pages.write_bytes(whole[0] + whole[2])  # as if the page's answer had not come before the end
    again = crawled(site.url, resume=True)
    assert f"{site.url}/page" in addresses(again)


def test_pages_read_before_count_once_against_the_share_of_their_shape(site: Any, crawled: Crawl) -> None:
    paths = [f"/news/2026/{month:02d}/" for month in range(1, 13)] + [
        f"/news/2025/{month:02d}/" for month in range(5, 13)
    ]
    site.links("/", *paths)
    for path in paths:
        site.links(path)
    assert crawled(site.url, max_pages=16).manifest.pages == 16
    assert crawled(site.url, resume=True).manifest.pages == len(paths) + 1


def refusing(status: int) -> Callable[[dict[str, str]], Any]:
    return lambda headers: (status, {"Content-Type": "text/html"}, b"later")


def test_what_an_outage_kept_from_us_is_asked_for_again(many: Any, crawled: Crawl) -> None:
    had = {path: page for path, page in many.pages.items() if path not in {"/", "/p0", "/p1", "/p2"}}
    many.pages.update({path: refusing(403) for path in had})
    first = crawled(many.url)
    assert (first.manifest.outcome, first.manifest.can_go_on) == ("partial", True)
    many.pages.update(had)
    again = crawled(many.url, resume=True)
    assert (again.manifest.outcome, again.manifest.refused) == ("completed", 0)
    assert len(addresses(again)) == MANY + 1
    assert all(record.fetched.http_status == 200 for record in again.pages() if "/p" in record.fetched.url)


def test_going_on_while_the_site_is_down_calls_nothing_read(many: Any, crawled: Crawl) -> None:
    assert crawled(many.url, max_pages=10).manifest.pages == 10
    many.pages["/robots.txt"] = refusing(500)
    down = crawled(many.url, resume=True, max_minutes=0.4)
    assert (down.manifest.outcome, down.manifest.can_go_on, down.manifest.pages) == ("partial", True, 10)
    assert down.manifest.skipped.get("robots", 0) == 0
    del many.pages["/robots.txt"]
    assert len(addresses(crawled(many.url, resume=True))) == MANY + 1
