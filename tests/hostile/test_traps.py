"""Addresses without end beside real pages: few requests are wasted, and no real page is lost."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from evil import Asked, Evil, page

WASTE = 0.10
_WORDS = ["แผน", "รายงาน", "ประกาศ", "คู่มือ", "ระเบียบ", "สถิติ", "ผลการดำเนินงาน", "งบประมาณ", "บุคลากร", "จัดซื้อ"]


def real_pages() -> list[str]:
    """Addresses as agencies write them: by path, and by every kind of query."""
    return [
        *(f"/ita/2569/o{number}" for number in range(1, 26)),
        *(f"/index.php?mo=10&art={42030975 + number}" for number in range(60)),
        *(f"/?id={number}" for number in range(366, 396)),
        *(f"/site?menu={number}" for number in range(1685, 1725)),
        *(f"/public/list/data/index/menu/{number}" for number in range(1685, 1735)),
        *(f"/procurement?month={month}&year={year}" for year in (2567, 2568, 2569) for month in range(1, 13)),
        *(f"/files?dir=plan/{year}" for year in range(2560, 2570)),
        *(f"/section.php?sid={number}" for number in range(20)),
    ]


class Agency:
    """The real pages, listed by ten to a section, and one trap that every section links to."""

    def __init__(self, evil: Evil, trap: Callable[[Asked], tuple[str, str] | None], door: str) -> None:
        self.real = real_pages()
        self._trap, self._door, self._evil = trap, door, evil
        sections = [self.real[start : start + 10] for start in range(0, len(self.real), 10)]
        doors = f'<a href="{door}">ดูทั้งหมด</a>'
        home = "".join(f'<a href="/section/{number}">หมวด {number}</a>' for number, _ in enumerate(sections))
        evil.pages["/"] = page(f"<h1>เทศบาลตัวอย่าง</h1>{home}{doors}", "หน้าแรก")
        for number, addresses in enumerate(sections):
            links = "".join(f'<a href="{address}">{_said(address)}</a> ' for address in addresses)
            evil.pages[f"/section/{number}"] = page(f"<h1>หมวด {number}</h1>{links}{doors}", "เทศบาลตัวอย่าง")
        for address in self.real:
            evil.pages[address] = page(f"<h1>{_said(address)}</h1><p>เนื้อหาของ {address}</p>{doors}", "เทศบาลตัวอย่าง")
        evil.otherwise = self._answer

    def _answer(self, asked: Asked) -> bytes | None:
        found = self._trap(asked)
        return page(found[1], found[0]) if found is not None else None

    def missed(self) -> list[str]:
        asked = {_plain(target) for target in self._evil.asked}
        return [address for address in self.real if _plain(address) not in asked]

    def wasted(self) -> list[str]:
        known = {_plain(address) for address in (*self.real, *self._evil.pages)}
        return [target for target in self._evil.pages_asked() if _plain(target) not in known]


def _said(address: str) -> str:
    return f"{_WORDS[len(address) % len(_WORDS)]} {address.rpartition('=')[2].rpartition('/')[2]}"


def _plain(target: str) -> str:
    parts = urlsplit(target)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() not in {"phpsessid", "fbclid"}]
    return f"{parts.path.partition(';')[0]}?{urlencode(sorted(kept))}"


def calendar(asked: Asked) -> tuple[str, str] | None:
    """Named like nothing in particular: only its pages show that it never ends."""
    if asked.path != "/activity":
        return None
    month = int(dict(parse_qsl(urlsplit(asked.target).query)).get("m", "0"))
    first = date(2026, 1, 15) + timedelta(days=30 * (month % 1000))
    ways = f'<a href="/activity?m={month + 1}">ถัดไป</a> <a href="/activity?m={month - 1}">ก่อนหน้า</a>'
    return "กิจกรรม", f"<h1>กิจกรรม {first:%m/%Y}</h1>{ways}"


def dated_calendar(asked: Asked) -> tuple[str, str] | None:
    if not asked.path.startswith("/event"):
        return None
    query = dict(parse_qsl(urlsplit(asked.target).query))
    day = date(int(query.get("year", "2026")), int(query.get("month", "1")), int(query.get("day", "1")))
    near = (day + timedelta(days=step) for step in (*range(1, 29), -1, -30, 31))
    cells = (f'<a href="/event?year={d.year}&month={d.month}&day={d.day}">{d.day}</a>' for d in near)
    return "ตารางงาน", f"<h1>ตารางงาน {day}</h1>{' '.join(cells)}"


def growing(asked: Asked) -> tuple[str, str] | None:
    if not asked.path.startswith("/gallery"):
        return None
    path = asked.path.rstrip("/")
    return (
        "ภาพ",
        "".join(f'<a href="{path}/{more}/">ภาพ</a> ' for more in ("album", "photo", "album/index.php/photo")),
    )


def filters(asked: Asked) -> tuple[str, str] | None:
    if asked.path != "/shop":
        return None
    chosen = dict(parse_qsl(urlsplit(asked.target).query))
    fields = {"type": "abc", "color": "xyz", "area": "pqr", "group": "klm"}
    ways = (
        f'<a href="/shop?{urlencode({**chosen, name: value})}">{name} {value}</a>'
        for name, values in fields.items()
        for value in values
    )
    orders = (
        f'<a href="/shop?{urlencode({**chosen, "sort": by, "limit": n})}">{by}</a>' for by in "ab" for n in (5, 50)
    )
    return "สินค้า", "".join(itertools.chain(ways, orders))


def endless_pages(asked: Asked) -> tuple[str, str] | None:
    if asked.path != "/board":
        return None
    number = int(dict(parse_qsl(urlsplit(asked.target).query)).get("page", "1"))
    nearby = "".join(f'<a href="/board?page={number + step}">{number + step}</a> ' for step in range(1, 6))
    return "กระดาน", f"<p>ไม่มีรายการ</p>{nearby}"


def random_names(asked: Asked) -> tuple[str, str] | None:
    if not asked.path.startswith("/go/"):
        return None
    seed = hash(asked.path) & 0xFFFFFFFFFFFF
    return "ไป", "".join(f'<a href="/go/{seed * 31 + step:016x}">ไป</a>' for step in range(5))


@pytest.mark.parametrize("pace", [{"rate": 300}, {"at_once": 32}], ids=["few at once", "many at once"])
@pytest.mark.parametrize(
    ("trap", "door"),
    [
        pytest.param(calendar, "/activity?m=0", id="calendar by another name"),
        pytest.param(dated_calendar, "/event?year=2026&month=1&day=1", id="calendar of days"),
        pytest.param(growing, "/gallery/", id="growing paths"),
        pytest.param(filters, "/shop?type=a", id="filters and orders"),
        pytest.param(endless_pages, "/board?page=1", id="page numbers without end"),
        pytest.param(random_names, "/go/0123456789abcdef", id="random names"),
    ],
)
def test_few_requests_are_wasted_and_no_page_is_lost(
    evil: Evil, crawled: Any, trap: Callable[[Asked], tuple[str, str] | None], door: str, pace: dict[str, int]
) -> None:
    agency = Agency(evil, trap, door)
    snapshot = crawled(evil.url, max_pages=600, **pace)
    assert agency.missed() == []
    assert len(agency.wasted()) <= WASTE * len(evil.pages_asked()), agency.wasted()
    assert snapshot.manifest.outcome == "completed"


def test_session_and_tracking_fields_make_no_new_page(evil: Evil, crawled: Any) -> None:
    """Every answer writes other session ids into its links, in path and query, in any case."""
    real = real_pages()
    count = itertools.count(1)

    def with_ids(address: str) -> str:
        number = next(count)
        if "?" not in address:
            return f"{address};jsessionid={number:032X}" if number % 2 else f"{address}?phpsessid={number:032x}"
        more = (f"PHPSESSID={number:032x}", f"sid={number:032x}", f"fbclid=Iw{number:030d}&utm_source=x{number}")
        return f"{address}&{more[number % 3]}"

    everything = ["/", *real]

    def answer(asked: Asked) -> bytes:
        links = "".join(f'<a href="{with_ids(address)}">{_said(address)}</a>' for address in everything)
        return page(f"<h1>{_plain(asked.target)}</h1>{links}")

    evil.otherwise = lambda asked: None if asked.path in {"/robots.txt", "/sitemap.xml"} else answer(asked)
    snapshot = crawled(evil.url, max_pages=600)
    assert snapshot.manifest.pages == len(everything)
    assert len(evil.pages_asked()) == len(everything)


@pytest.mark.parametrize("form", ["/p{}", "/?id={}", "/index.php?mo=1&art={}"])
@pytest.mark.parametrize(("ways", "most"), [(3, 90), (10, 200)])
def test_a_tree_of_pages_without_a_word_is_read_to_its_leaves(
    evil: Evil, crawled: Any, form: str, ways: int, most: int
) -> None:
    """Pages that say nothing but numbers and lead on to their like, and end: no trap, however they look."""
    evil.links("/", *(form.format(number) for number in range(ways)), words="")
    for number in range(most):
        following = range(ways * number + ways, min(most, ways * number + 2 * ways))
        evil.links(form.format(number), *map(form.format, following), words="")
    assert crawled(evil.url).manifest.skipped == {}
    assert len(set(evil.pages_asked())) == most + 1
