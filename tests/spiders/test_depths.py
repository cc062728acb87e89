"""The depth limit is about the fewest clicks, whatever way the crawl went first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from oit_checker.config import Politeness
from oit_checker.snapshot import Snapshot
from spiders.depths import fewest_clicks
from spiders.frontier import Frontier

Crawl = Callable[..., Snapshot]


def test_a_page_met_first_at_the_end_of_a_long_way_is_opened_by_the_short_one(site: Any, crawled: Crawl) -> None:
    """What speaks of ITA is followed first, and its end shows the very link that a nearer page shows later."""
    others = "".join(f'<a href="/f{n}">หน้า {n}</a>' for n in range(8))
    site.html("/", f'<a href="/i1">ITA ปี 2569</a>{others}<a href="/z">ข่าวทั่วไป</a>')
    site.otherwise = lambda path: (200, {"Content-Type": "text/html"}, path.encode()) if path[:2] == "/f" else None
    site.html("/i1", '<a href="/i2">ITA รายการ OIT</a>')
    site.html("/i2", '<a href="/i3">ITA รายการ OIT ต่อ</a>')
    site.html("/i3", '<a href="/x">แผนที่</a>')
    site.html("/z", '<a href="/x">แผนที่</a> <p>ข่าว</p>')
    site.html("/x", "ก")
    snapshot = crawled(site.url, max_depth=3, year=2569, politeness=Politeness(rate=50, at_once=1, timeout_s=5))
    assert site.order.index("/i3") < site.order.index("/z")
    page = snapshot.page(f"{site.url}/x")
    assert page is not None
    assert page.depth == 2
    assert snapshot.manifest.outcome == "completed"


def test_what_is_too_deep_by_every_way_stays_unopened(site: Any, crawled: Crawl) -> None:
    for n in range(5):
        site.links(f"/{n}" if n else "/", f"/{n + 1}")
    snapshot = crawled(site.url, max_depth=2)
    assert site.asked["/3"] == 0
    clicks = fewest_clicks(snapshot.folder, f"{site.url}/", Frontier.key_of)
    assert sorted(clicks.values()) == [0, 1, 2, 3]
