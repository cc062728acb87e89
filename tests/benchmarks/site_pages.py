"""What stands at each address of the big made site: pure, and the same for the same plan on every machine.

The site is shaped like a Thai agency's. Its N pages (about 42 kB, some 125 links) hang in a tree of twelve branches
under the home page, with a menu, breadcrumbs, banners, and links from page to page. Among those are PDF files, links
that lead nowhere, redirects, pages under another order of their query's fields, and a calendar that goes on for ten
years. The agency's own ITA list of 2569 (`HUB`) offers pieces of evidence for O1–O25: PDF files and pages, of the right
year and of others, some of them gone. `big_site.py` serves it.
"""

from __future__ import annotations

import random
import re
import sys
import zlib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

sys.path.append(str(Path(__file__).resolve().parents[1] / "sites"))

import pdf_writer
from site_text import TITLES, paragraph, row, script, sentence, title

HUB = "/ita/oit-2569.html"
AGENCY = "เทศบาลเมืองวัดผล"
MONTHS = 120
BRANCHES = 12
_MENU, _BANNERS, _CATEGORIES = 80, 12, 16
_THAI_PATH = quote("ข่าวสาร")


class Kind(StrEnum):
    """What kind of thing was asked for."""

    PAGE = "page"
    HUB = "hub"
    DOCUMENT = "document"
    MISSING = "missing"
    REDIRECT = "redirect"
    CALENDAR = "calendar"
    ROBOTS = "robots"


@dataclass(frozen=True, slots=True)
class Plan:
    """How big the site is.

    evidence: pieces that its ITA list offers for each item; 0: it has no list. decoys: a quarter of the other pages and
    documents are named like an item too, so that there is much to choose from outside the list.
    """

    pages: int = 500
    evidence: int = 4
    seed: int = 2569
    decoys: bool = True


@dataclass(frozen=True, slots=True)
class Content:
    """What stands at an address. page is the number of one of the N pages; edition the run in which it last changed."""

    kind: Kind
    status: int = 200
    media_type: str = "text/html; charset=utf-8"
    body: bytes = b""
    location: str = ""
    page: int | None = None
    edition: int = 0


class Pages:
    """The site of one plan, address by address."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.documents = max(20, plan.pages // 10)
        self.missing = max(10, plan.pages // 50)
        self.redirects = max(5, plan.pages // 100)
        rng = random.Random(plan.seed)
        self._titles = [title(rng, decoys=plan.decoys) for _ in range(400)]
        self._paragraphs = [paragraph(rng) for _ in range(600)]
        self._rows = [row(rng) for _ in range(200)]
        self._scripts = [script(rng, size) for size in (600, 2000, 4500)]
        self._head, self._menu, self._foot = _head(rng), self._menu_of(), self._foot_of(rng)
        self._numbers = {address: n for n in range(plan.pages) for address in _addresses(n)}

    def at(self, target: str, run: int = 0) -> Content:
        """What stands at a target (path and query) as of a run; half of the pages change from one run to the next."""
        number = self._numbers.get(target)
        if number is not None:
            edition = self.edition(number, run)
            return Content(Kind.PAGE, body=self.body(number, edition), page=number, edition=edition)
        if target == "/robots.txt":
            return Content(Kind.ROBOTS, media_type="text/plain", body=b"User-agent: *\nDisallow: /admin/\n")
        return self._special(target) or Content(Kind.MISSING, 404, body="<p>ไม่พบหน้าที่ต้องการ</p>".encode())

    def edition(self, number: int, run: int) -> int:
        """The run in which a page last changed."""
        changed = (r for r in range(run, 0, -1) if zlib.crc32(b"%d/%d/%d" % (self.plan.seed, number, r)) % 2)
        return next(changed, 0)

    def body(self, number: int, edition: int = 0) -> bytes:
        """Page `number` in one edition: place in the tree and title stay, text and other links are the edition's."""
        rng = random.Random(f"{self.plan.seed}/{number}/{edition}")
        title = self._title(number)
        parts = [self._head.replace(b"{title}", title.encode()), self._menu, self._crumbs(number)]
        parts.append(f'<h1>{title}</h1><p class="edition">หน้า {number} ฉบับที่ {edition}</p>\n'.encode())
        parts += rng.sample(self._paragraphs, rng.randint(3, 13))
        if rng.random() < 0.4:
            parts += [b'<table border="1">', *rng.sample(self._rows, rng.randint(8, 30)), b"</table>\n"]
        parts += [self._links(number, rng), rng.choice(self._scripts), self._foot]
        return b"".join(parts)

    def _special(self, target: str) -> Content | None:
        if (match := re.fullmatch(r"/files/doc-(\d+)\.pdf", target)) and int(match[1]) < self.documents:
            return _pdf(f"เอกสารเผยแพร่ ฉบับที่ {match[1]}", seed=int(match[1]))
        if (match := re.fullmatch(r"/go/(\d+)", target)) and int(match[1]) < self.redirects:
            return Content(Kind.REDIRECT, 301, location=address(_target(int(match[1]), self.plan.pages)))
        if (match := re.fullmatch(r"/calendar\?month=(\d+)", target)) and int(match[1]) < MONTHS:
            return Content(Kind.CALENDAR, body=_calendar(int(match[1])))
        if target == HUB and self.plan.evidence:
            return Content(Kind.HUB, body=self._hub())
        if (match := re.fullmatch(r"/ita/o(\d\d)-(\d+)\.(pdf|html)", target)) and int(match[2]) < self.plan.evidence:
            return self._evidence(int(match[1]), int(match[2]), match[3])
        return None

    def _crumbs(self, number: int) -> bytes:
        above = (number - 1) // BRANCHES if number else 0
        links = "".join(f'<a href="{_href(n)}">{self._title(n)}</a> &raquo; ' for n in (above, number))
        return f'<div class="breadcrumbs"><a href="/">หน้าแรก</a> &raquo; {links}</div><main>\n'.encode()

    def _links(self, number: int, rng: random.Random) -> bytes:
        below = range(number * BRANCHES + 1, min(number * BRANCHES + BRANCHES + 1, self.plan.pages))
        links = [(_href(n), self._title(n)) for n in below]
        links += [self._somewhere(rng) for _ in range(max(6, rng.randint(14, 32) - len(links)))]
        items = (f'<li class="item"><a href="{to}">{text}</a></li>\n' for to, text in links)
        return f'<ul class="list">\n{"".join(items)}</ul></main>\n'.encode()

    def _somewhere(self, rng: random.Random) -> tuple[str, str]:
        """Address and text of a link to one thing or another of the site; a tenth of the texts say only "more"."""
        draw = rng.random()
        if draw < 0.05:
            number = rng.randrange(self.documents)
            return f"/files/doc-{number}.pdf", f"{self._title(3 * number)} (PDF)"
        if draw < 0.07:
            number = rng.randrange(self.missing)
            return f"/lost/{number}.html", self._title(5 * number)
        if draw < 0.08:
            number = rng.randrange(self.redirects)
            return f"/go/{number}", self._title(_target(number, self.plan.pages))
        if draw < 0.09:
            return f"/calendar?month={rng.randrange(MONTHS)}", "ปฏิทินกิจกรรม"
        number = rng.randrange(self.plan.pages)
        text = "อ่านต่อ" if rng.random() < 0.1 else self._title(number)
        return rng.choice(_addresses(number)).replace("&", "&amp;"), text

    def _title(self, number: int) -> str:
        """The title of a page, which most links to it repeat."""
        return self._titles[zlib.crc32(b"%d/%d" % (self.plan.seed, number)) % len(self._titles)]

    def _menu_of(self) -> bytes:
        hub = f'<li><a href="{HUB}">การประเมินคุณธรรมและความโปร่งใส (ITA) 2569</a></li>' if self.plan.evidence else ""
        items = (
            f'<li id="menu-item-{n}" class="menu-item menu-item-type-custom">'
            f'<a href="{_href(n % self.plan.pages)}">{self._title(n % self.plan.pages)[:60]}</a></li>\n'
            for n in range(1, _MENU + 1)
        )
        return f'<nav id="main-nav" class="navbar"><ul class="menu">{hub}\n{"".join(items)}</ul></nav>\n'.encode()

    def _foot_of(self, rng: random.Random) -> bytes:
        banners = "".join(
            f'<li><a href="{_href(rng.randrange(self.plan.pages))}"><img src="/i/{k}.jpg" alt="แบนเนอร์ {k}"></a></li>\n'
            for k in range(_BANNERS)
        )
        return (
            f"<aside><ul>{banners}</ul></aside><footer><p>{AGENCY} เลขที่ 1 ถนนวัดผล โทรศัพท์ 0 2000 0000 "
            '<a href="mailto:saraban@example.go.th">saraban@example.go.th</a> <a href="#top">ขึ้นด้านบน</a></p>'
            '<p class="counter">ผู้เข้าชม <!--counter-->ครั้ง</p></footer></body></html>'
        ).encode()

    def _hub(self) -> bytes:
        rows = "".join(self._hub_row(number, title) for number, title in enumerate(TITLES, start=1))
        head = self._head.replace(b"{title}", b"OIT 2569")
        text = "<main><h1>การเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. 2569</h1>"
        return b"".join((head, self._menu, f"{text}<table>{rows}</table></main>".encode(), self._foot))

    def _hub_row(self, number: int, title: str) -> str:
        links = " ".join(
            f'<a href="{evidence_address(number, k)}">{title} ปี {_year(number, k)} ชิ้นที่ {k + 1}</a>'
            for k in range(self.plan.evidence)
        )
        return f"<tr><td>O{number}</td><td>{title}</td><td>{links}</td></tr>\n"

    def _evidence(self, number: int, k: int, form: str) -> Content | None:
        if number not in range(1, len(TITLES) + 1) or (number + 3 * k) % 10 == 7:
            return None
        title = f"{TITLES[number - 1]} ประจำปีงบประมาณ พ.ศ. {_year(number, k)}"
        seed = 1000 * number + k
        if form == "pdf":
            return _pdf(title, seed)
        text = b"".join(random.Random(seed).sample(self._paragraphs, 8))
        head = self._head.replace(b"{title}", title.encode())
        return Content(Kind.DOCUMENT, body=b"".join((head, f"<h1>{title}</h1>".encode(), text, self._foot)))


def address(number: int) -> str:
    """Where page `number` stands, as target."""
    return _addresses(number)[0]


def evidence_address(number: int, k: int) -> str:
    """Where piece k of an item's evidence stands: three PDF files, then a page."""
    return f"/ita/o{number:02d}-{k}.{'html' if k % 4 == 3 else 'pdf'}"


def _addresses(number: int) -> tuple[str, ...]:
    """The spellings of one page's target: four shapes, and two orders of the fields of a query."""
    form = number % 10
    if number == 0:
        return ("/",)
    if form < 5:
        return (f"/content/{number}/",)
    if form < 7:
        category = number % _CATEGORIES
        return f"/index.php?cat={category}&id={number}", f"/index.php?id={number}&cat={category}"
    return (f"/{_THAI_PATH}/{number}",) if form == 7 else (f"/th/page/{number}.html",)


def _target(number: int, pages: int) -> int:
    """The page to which redirect `number` leads."""
    return number * 7 % pages


def _href(number: int) -> str:
    return address(number).replace("&", "&amp;")


def _year(number: int, k: int) -> int:
    return 2569 - (number + k) % 3


def _head(rng: random.Random) -> bytes:
    styles = "".join(f".c{k}{{margin:{rng.randint(0, 30)}px;color:#{rng.randrange(1 << 24):06x}}}\n" for k in range(40))
    files = "".join(
        f'<link rel="stylesheet" href="/css/{k}.css"><script src="/js/{k}.js"></script>\n' for k in range(9)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="th"><head><meta charset="utf-8"><title>{{title}} - {AGENCY}</title>\n'
        f'{files}<style>\n{styles}</style></head>\n<body><header><a href="/" class="logo">{AGENCY}</a></header>\n'
    ).encode()


def _calendar(month: int) -> bytes:
    links = "".join(f'<a href="/calendar?month={m}">เดือน {m}</a> ' for m in (month - 1, month + 1) if 0 <= m < MONTHS)
    return f"<html><title>ปฏิทินกิจกรรม</title><body><h1>ปฏิทินกิจกรรม {month}</h1>{links}</body></html>".encode()


@lru_cache(maxsize=4096)
def _pdf(title: str, seed: int) -> Content:
    """A PDF of one to six pages with a text layer; every fourth line is a row of a plan's table."""
    rng = random.Random(seed)
    lines = [[title], ["ที่", "โครงการ/กิจกรรม", "งบประมาณ", "ระยะเวลา", "ผู้รับผิดชอบ"]]
    for n in range(rng.randint(20, 250)):
        row = [str(n), sentence(rng, 1), f"{rng.randrange(10**6):,}", "ม.ค. 2569", "กองคลัง"]
        lines.append(row if n % 4 == 0 else [sentence(rng, 2)])
    return Content(Kind.DOCUMENT, media_type="application/pdf", body=pdf_writer.write(lines, title=title))
