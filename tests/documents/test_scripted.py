"""Which pages need a browser: two signs, each with its quote, and never a page that is read well as it is sent."""

from __future__ import annotations

import pytest

from oit_checker.documents.scripted import SignKind, needs_browser, signs_of

TEXT = "<p>" + "ข้อมูลของหน่วยงานที่เผยแพร่ต่อสาธารณะ " * 12 + "</p>"
LINKS = "".join(f'<a href="/{n}">เอกสาร {n}</a> ' for n in range(6))
SCRIPT = "<script src=site.js></script>"
ASKS = "<script>fetch('/api').then(show)</script>"
ITEMS = "".join(f"<div class=item>O{n} ข้อมูล {n}</div>" for n in range(1, 8))


def kinds(body: str) -> set[SignKind]:
    return {sign.kind for sign in signs_of(f"<html><body>{body}</body></html>".encode())}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<div id=app></div>{SCRIPT}", id="an empty mount point"),
        pytest.param(f"<app-root></app-root>{SCRIPT}", id="angular"),
        pytest.param(f"<p>กำลังโหลดข้อมูล...</p>{LINKS}{ASKS}", id="loading"),
        pytest.param(f"<noscript>กรุณาเปิดใช้งาน JavaScript</noscript>{SCRIPT}", id="asks for JavaScript"),
        pytest.param(f"{TEXT}{LINKS}{ITEMS}{ASKS}", id="items without links, and a script that fetches"),
        pytest.param(f"<table><tr v-for='x in list'><td>{{{{ x.title }}}}</td></tr></table>{LINKS}{SCRIPT}", id="vue"),
        pytest.param(
            f"{TEXT}{LINKS}<select><option value=68>ปี 2568</option><option value=69>ปี 2569</option></select>{ASKS}",
            id="years to choose, and a script that fetches",
        ),
        pytest.param(f"{TEXT}{LINKS}<button data-url=/more>เพิ่ม</button>{ASKS}", id="loads on a click"),
        pytest.param("<p>OIT</p><script>" + "var a = [1, 2, 3];" * 400 + "</script>", id="far more script than words"),
    ],
)
def test_a_page_that_needs_a_browser(body: str) -> None:
    signs = signs_of(f"<html><body>{body}</body></html>".encode())
    assert needs_browser(signs)
    assert all(sign.quote for sign in signs if sign.kind is not SignKind.LITTLE_TEXT)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"{TEXT}{LINKS}", id="no script"),
        pytest.param(f"{TEXT}{LINKS}{SCRIPT}", id="a script"),
        pytest.param(f"{TEXT}{LINKS}{ASKS}", id="a script that fetches a counter"),
        pytest.param(f"<img src=/welcome.jpg><a href=/main>เข้าสู่เว็บไซต์</a>{SCRIPT}", id="a splash page"),
        pytest.param(
            f"{TEXT}{ASKS}<ul>" + "".join(f"<li>O{n} <a href=/{n}.pdf>เอกสาร</a></li>" for n in range(9)) + "</ul>",
            id="items with links",
        ),
        pytest.param(
            f"{TEXT}{LINKS}{ASKS}<a href='#y68' data-toggle=tab>ปี 2568</a><a href='#y69' data-toggle=tab>ปี 2569</a>"
            f"<div id=y68>{LINKS}</div><div id=y69>{LINKS}</div>",
            id="tabs whose panels are on the page",
        ),
        pytest.param(
            f"{TEXT}{LINKS}{ASKS}<select><option value='/ita?y=2568'>2568</option>"
            "<option value='/ita?y=2569'>2569</option></select>",
            id="years that are addresses",
        ),
        pytest.param(f"{TEXT}{LINKS}{ASKS}<p>4 ธ.ค. 2567</p><button>4 ธ.ค. 2567</button>", id="dates of news"),
    ],
)
def test_a_page_that_is_read_well_as_it_is_sent(body: str) -> None:
    assert not needs_browser(signs_of(f"<html><body>{body}</body></html>".encode()))


def test_little_text_and_few_links_are_one_fact_twice() -> None:
    assert kinds(f"<p>สวัสดี</p>{SCRIPT}") == {SignKind.LITTLE_TEXT, SignKind.FEW_LINKS}
    assert not needs_browser(signs_of(f"<p>สวัสดี</p>{SCRIPT}".encode()))
