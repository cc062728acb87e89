"""Pages in the browser: what opens is opened, what a page loads is asked for politely, and no page can do harm."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from oit_checker.config import CrawlLimits, Politeness
from oit_checker.model.rendering import Lack
from oit_checker.snapshot import PageRecord, Snapshot
from spiders.browser import chromium
from spiders.browser import page as chromium_page
from spiders.crawl import crawl

pytestmark = pytest.mark.skipif(
    chromium.lack() is not None, reason="no Chromium here: apt-get install chromium-headless-shell, and the extra [js]"
)
LIST = "<h2>OIT</h2><ul>" + "".join(f'<li><a href="/o{n}.pdf">O{n} เอกสาร {n}</a></li>' for n in range(1, 6)) + "</ul>"

Site = Any
"""The fixture `site`: conftest.TinySite."""


def page(script: str, body: str = '<div id="app"></div>') -> str:
    return f"<html><head><title>OIT</title></head><body>{body}<script>{script}</script></body></html>"


def serve_list(site: Site, script: str, body: str = '<div id="app"></div>') -> None:
    site.html("/", page(script, body))
    site.pages["/list"] = (200, {"Content-Type": "application/json"}, json.dumps(LIST).encode())


def run(site: Site, folder: Path, *, resume: bool = False, **limits: object) -> Snapshot:
    return crawl(
        site.url,
        into=folder / "snapshot",
        limits=CrawlLimits(max_minutes=1, **limits),  # type: ignore[arg-type]
        politeness=Politeness(rate=0, at_once=32),
        boost=["OIT"],
        year=2569,
        resume=resume,
    )


def shown(snapshot: Snapshot) -> list[PageRecord]:
    return [record for record in snapshot.pages() if record.is_rendered]


def leads_to(record: PageRecord) -> set[str]:
    return {link.url.rpartition("/")[2] for link in record.links}


DOCUMENTS = {f"o{n}.pdf" for n in range(1, 6)}
OPEN = "const show = async () => { app.insertAdjacentHTML('beforeend', await (await fetch('/list')).json()); };"


@pytest.mark.parametrize(
    "opener",
    [
        pytest.param('<button class="accordion-button" aria-expanded="false">รายการ</button>', id="accordion"),
        pytest.param('<div class="card" data-year="2569">ปีงบประมาณ 2569</div>', id="a year that is clicked"),
        pytest.param('<a href="javascript:void show()">ดูทั้งหมด</a>', id="a link that runs a script"),
        pytest.param("<details><summary>รายการทั้งหมด</summary></details>", id="details"),
        pytest.param('<a href="#" data-toggle="tab">ข้อมูลสาธารณะ</a>', id="tab"),
        pytest.param("<div><span>O1 โครงสร้าง</span></div>", id="an item that nothing marks"),
    ],
)
def test_what_loads_on_a_click_is_opened(opener: str, site: Site, tmp_path: Path) -> None:
    listens = (
        "for (const el of app.querySelectorAll('button,summary,[data-year],[data-toggle],span')) el.onclick = show;"
    )
    serve_list(site, f"{OPEN} app.innerHTML = `{opener}`; {listens}")
    assert any(leads_to(record) >= DOCUMENTS for record in shown(run(site, tmp_path)))


@pytest.mark.parametrize(
    "never",
    [
        '<form action="/sent"><button>ดูทั้งหมด</button></form>',
        '<form action="/sent"><button type="button" onclick="this.form.submit()">ลบทั้งหมด</button></form>',
        "<button onclick=\"fetch('/sent')\">เข้าสู่ระบบ</button>",
        '<button onclick="fetch(\'/sent\')" aria-expanded="false">Delete all</button>',
    ],
)
def test_nothing_is_submitted(never: str, site: Site, tmp_path: Path) -> None:
    serve_list(site, f"app.innerHTML = `<p>กำลังโหลด</p>{never}`;")
    run(site, tmp_path)
    assert not [path for path in site.asked if "sent" in path]


def test_where_a_press_leads_becomes_a_link(site: Site, tmp_path: Path) -> None:
    opens = (
        "<a href='javascript:void window.open(`/o7.pdf`)'>O7 รายงาน</a>"
        "<span onclick='location.href=`/o8.html`'>O8 คู่มือ</span>"
    )
    serve_list(site, f'app.innerHTML = "{opens}";')
    (record, *_) = shown(run(site, tmp_path))
    told = {link.url.rpartition("/")[2]: link.text for link in record.links}
    assert told["o8.html"] == "O8 คู่มือ"
    assert told["o7.pdf"] == "O7 รายงาน"


def test_the_browser_asks_for_data_once_and_for_no_picture(site: Site, tmp_path: Path) -> None:
    script = (
        "app.innerHTML = '<img src=/big.png><link rel=stylesheet href=/style.css>';"
        "fetch('/list').then(r => r.json()).then(t => { app.innerHTML += t; });"
        "fetch('/list').then(r => r.json());"
        "new WebSocket(location.origin.replace('http', 'ws') + '/socket'); navigator.sendBeacon('/beacon', 'x');"
    )
    serve_list(site, script)
    snapshot = run(site, tmp_path)
    assert leads_to(shown(snapshot)[0]) >= DOCUMENTS
    asked = site.asked
    assert asked["/list"] == 1
    assert not {"/big.png", "/style.css", "/socket", "/beacon"} & asked.keys()
    assert asked["/"] == 1  # the page itself is not asked for again


def test_robots_txt_holds_for_what_a_page_loads(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /list\n")
    serve_list(site, f"app.innerHTML = 'กำลังโหลด'; {OPEN} show();")
    run(site, tmp_path)
    assert site.asked["/list"] == 0


HOSTILE: list[tuple[str, str, Lack | None]] = [
    ("stuck", "for (;;) {}", Lack.STUCK),
    ("alerts", "for (;;) alert('x');", None),
    ("asks before it is left", "onbeforeunload = () => 'x'; app.innerHTML = 'กำลังโหลด';", None),
    ("never settles", "setInterval(() => { app.innerHTML += '<p>x</p>'; }, 20);", Lack.NEVER_SETTLES),
    ("asks without end", "let n = 0; setInterval(() => fetch('/list?' + n++), 5);", None),
    ("moves on and on", "setInterval(() => { location.href = '/next?' + Math.random(); }, 50);", None),
    ("to an address inside", "location.href = 'http://192.168.1.1/admin';", Lack.LEADS_AWAY),
    ("opens windows", "setInterval(() => window.open('/pop'), 50); app.innerHTML = 'กำลังโหลด';", None),
    ("downloads", "location.href = '/o1.pdf'; app.innerHTML = 'กำลังโหลด';", None),
]


@pytest.mark.parametrize(("script", "why"), [pytest.param(script, why, id=name) for name, script, why in HOSTILE])
def test_a_page_that_will_not_behave_ends_no_audit(script: str, why: Lack | None, site: Site, tmp_path: Path) -> None:
    serve_list(site, script)
    site.html("/next", "<p>ต่อไป</p>")
    site.html("/ita", page(f"{OPEN} show();"))
    site.html("/", page(script, '<div id="app"></div><a href="/ita">ITA OIT</a>'))
    snapshot = run(site, tmp_path)
    assert snapshot.manifest.outcome in {"completed", "partial"}
    assert any(leads_to(record) >= DOCUMENTS for record in shown(snapshot)), "the next page is opened all the same"
    if why is not None:
        assert why in [page.why for page in snapshot.manifest.rendering.left]


def test_what_is_left_out_is_told(site: Site, tmp_path: Path) -> None:
    script = f"{OPEN} app.innerHTML = '<a href=/ita1>OIT 2569</a><a href=/ita2>ITA 2568</a>'; show();"
    serve_list(site, script)
    for path in ("/ita1", "/ita2"):
        site.html(path, page(f"{OPEN} show(); // {path}"))
    rendering = run(site, tmp_path, max_rendered=2).manifest.rendering
    assert rendering.pages == 2
    assert rendering.counts == {Lack.PAGES_PER_RUN: 1}
    assert [(left.why, left.may_hold_items) for left in rendering.left] == [(Lack.PAGES_PER_RUN, True)]


def test_a_page_that_did_not_change_is_opened_again(site: Site, tmp_path: Path) -> None:
    def once(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if "If-None-Match" in headers:
            return 304, {}, b""
        return 200, {"Content-Type": "text/html", "ETag": '"1"'}, page(f"{OPEN} show();").encode()

    serve_list(site, "app.innerHTML = '<a href=/ita>OIT 2569</a>';")
    site.pages["/ita"] = once
    run(site, tmp_path)
    again = run(site, tmp_path)
    assert again.manifest.not_modified == 1
    assert any(leads_to(record) >= DOCUMENTS for record in shown(again))


def test_pages_that_were_not_opened_yet_are_opened_when_the_crawl_goes_on(site: Site, tmp_path: Path) -> None:
    serve_list(site, f"{OPEN} app.innerHTML = 'กำลังโหลด'; show();")
    folder = tmp_path / "snapshot"
    first = run(site, tmp_path)
    pages = folder / "pages.jsonl"
    kept = [line for line in pages.read_bytes().splitlines(keepends=True) if b'"via": "browser"' not in line]
    kept = [line for line in kept if b'"via":"browser"' not in line]
    assert len(kept) < len(list(first.pages()))
    pages.write_bytes(b"".join(kept))
    Snapshot.resume(folder).note_begun(first.manifest.begun)
    assert any(leads_to(record) >= DOCUMENTS for record in shown(run(site, tmp_path, resume=True)))


def test_a_browser_that_does_not_start_is_our_fault_and_ends_nothing(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "bin" / "chromium-headless-shell"
    fake.parent.mkdir()
    fake.write_text("#!/bin/sh\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}:/usr/bin:/bin")
    serve_list(site, f"{OPEN} show();")
    rendering = run(site, tmp_path).manifest.rendering
    assert rendering.pages == 0
    assert rendering.counts == {Lack.NO_START: 1}


def test_a_script_from_elsewhere_is_loaded_under_the_rules_of_its_host(
    site: Site, elsewhere: Site, tmp_path: Path
) -> None:
    elsewhere.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /closed\n")
    elsewhere.pages["/lib.js"] = (200, {"Content-Type": "text/javascript"}, f"{OPEN} show();".encode())
    elsewhere.pages["/closed.js"] = (200, {"Content-Type": "text/javascript"}, b"app.innerHTML = '';")
    loads = (
        f'<div id="app"></div><script src="{elsewhere.url}/lib.js"></script><script src="{elsewhere.url}/closed.js">'
    )
    serve_list(site, "", f"{loads}</script>")
    (record, *_) = shown(run(site, tmp_path))
    assert leads_to(record) >= DOCUMENTS
    assert (elsewhere.asked["/robots.txt"], elsewhere.asked["/lib.js"], elsewhere.asked["/closed.js"]) == (1, 1, 0)


@pytest.mark.parametrize(
    ("address", "body", "is_sent"),
    [
        pytest.param("/wp-admin/admin-ajax.php", "action=get_oit&year=2569", True, id="asks for a list"),
        pytest.param("/api", "action=delete_post&id=5", False, id="names a change"),
        pytest.param("/vote", "choice=1", False, id="an address that names a change"),
        pytest.param("/api", "x" * 100_000, False, id="long"),
    ],
)
def test_what_a_script_sends(address: str, body: str, is_sent: bool, site: Site, tmp_path: Path) -> None:
    site.pages[address] = (200, {"Content-Type": "text/html"}, LIST.encode())
    send = f"fetch('{address}', {{method: 'POST', body: '{body}'}}).then(r => r.text())"
    serve_list(site, f"app.innerHTML = 'กำลังโหลด'; {send}.then(t => {{ app.innerHTML = t; }});")
    snapshot = run(site, tmp_path)
    assert (site.asked[address] == 1) is is_sent
    assert any(leads_to(record) >= DOCUMENTS for record in shown(snapshot)) is is_sent


@pytest.mark.parametrize(
    "hop", ["http://192.168.1.1/data", "http://169.254.169.254/latest/meta-data", "file:///etc/passwd"]
)
def test_no_page_reaches_an_address_inside(hop: str, site: Site, tmp_path: Path) -> None:
    site.pages["/hop"] = (302, {"Location": hop}, b"")
    asks = f"Promise.allSettled([fetch('/hop'), fetch('{hop}')]).then(all => {{ app.innerHTML = all.map(one => "
    serve_list(site, f"{asks}`<a href=/${{one.status}}.pdf>O1</a>`).join('') }});")
    (record, *_) = shown(run(site, tmp_path))
    assert leads_to(record) == {"rejected.pdf"}


def test_always_opens_what_may_hold_items_without_a_sign(site: Site, tmp_path: Path) -> None:
    site.links("/", "/ita/oit")
    site.links("/ita/oit", "/a.pdf", "/b.pdf", "/c.pdf", "/d.pdf")
    assert [record.fetched.final_url for record in shown(run(site, tmp_path, render="always"))] == [
        f"{site.url}/",
        f"{site.url}/ita/oit",
    ]
    assert shown(run(site, tmp_path)) == []


def test_what_robots_txt_keeps_from_a_page_is_told(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /list\n")
    serve_list(site, "app.innerHTML = '<a href=/ita>OIT 2569</a>';")
    site.html("/ita", page(f"app.innerHTML = 'กำลังโหลด'; {OPEN} show();"))
    (left,) = run(site, tmp_path).manifest.rendering.left
    assert (left.url, left.why, left.may_hold_items) == (f"{site.url}/ita", Lack.KEPT_OUT, True)


def test_a_slow_website_is_waited_for(site: Site, tmp_path: Path) -> None:
    def late(_: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        threading.Event().wait(chromium_page.MOST_S + 2)
        return 200, {"Content-Type": "application/json"}, json.dumps(LIST).encode()

    serve_list(site, f"app.innerHTML = 'กำลังโหลด'; {OPEN} show();")
    site.pages["/list"] = late
    snapshot = run(site, tmp_path)
    assert any(leads_to(record) >= DOCUMENTS for record in shown(snapshot))
    assert snapshot.manifest.rendering.counts == {}


def test_the_second_request_carries_the_cookies_of_the_first(site: Site, tmp_path: Path) -> None:
    told: list[str] = []

    def counted(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        told.append(headers.get("Cookie", ""))
        return 200, {"Content-Type": "text/plain", "Set-Cookie": "token=1; Path=/"}, b"x"

    site.pages["/token"] = counted
    site.pages["/data"] = counted
    serve_list(
        site, "fetch('/token').then(() => fetch('/data')).then(() => { app.innerHTML = '<a href=/a.pdf>O1</a>'; });"
    )
    run(site, tmp_path)
    assert told == ["", "token=1"]
