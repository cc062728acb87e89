"""Under which heading and year a link stands, in which row, in a menu or not."""

import pytest

from oit_checker.documents.tree import parse_html
from oit_checker.documents.weblinks import harvest
from oit_checker.model.page import Link

LINK = '<a href="x.pdf">ไฟล์</a>'


def the_link(html: str) -> Link:
    return next(link for link in harvest(parse_html(html.encode()), "https://a.go.th/") if link.text == "ไฟล์")


@pytest.mark.parametrize(
    ("html", "heading"),
    [
        pytest.param(f"<h2>O1</h2><p>ก</p><ul><li>{LINK}</li></ul>", "O1", id="heading before the list"),
        pytest.param(f"<div><h2>O1</h2></div><div><div>{LINK}</div></div>", "O1", id="heading in its own wrapper"),
        pytest.param(f"<p><b>O1 โครงสร้าง</b></p>{LINK}", "O1 โครงสร้าง", id="bold line"),
        pytest.param(f"<div><b>O1</b> โครงสร้าง<br>{LINK}</div>", "O1 โครงสร้าง", id="line that begins bold"),
        pytest.param(f"<p>ดูที่ <b>นี่</b> {LINK}</p>", None, id="a bold word inside a line is no heading"),
        pytest.param(f"<details><summary>O2</summary><div>{LINK}</div></details>", "O2", id="summary"),
        pytest.param(f"<dl><dt>O3</dt><dd>{LINK}</dd></dl>", "O3", id="term"),
        pytest.param(f"<table><caption>O4</caption><tr><td>{LINK}</td></tr></table>", "O4", id="caption"),
        pytest.param(
            f"<table><tr><th colspan=2>ตัวชี้วัด 9.1</th></tr><tr><td>1</td><td>{LINK}</td></tr></table>",
            "ตัวชี้วัด 9.1",
            id="row that is all heading",
        ),
        pytest.param(f"<h2>O1</h2>{LINK}<h2>O2</h2>", "O1", id="the heading after it is not its own"),
        pytest.param(
            f'<div><aside><h3>ข่าว</h3><a href="n">น</a></aside></div><div>{LINK}</div>',
            None,
            id="the heading of another box",
        ),
        pytest.param(
            f"<h2>O1</h2><div><h3>ย่อย</h3><p>ก</p></div><p>{LINK}</p>", "ย่อย", id="a small box with a heading before it"
        ),
        pytest.param(
            f'<button class="accordion">O5</button><div class="panel">{LINK}</div>', "O5", id="button and its panel"
        ),
        pytest.param(
            f"<button>ก</button><button>ข</button><div>{LINK}</div>", None, id="a row of buttons is no heading"
        ),
        pytest.param(f'<form><button type="submit">ค้นหา</button></form><div>{LINK}</div>', None, id="search button"),
        pytest.param(f'<div class="card"><div class="card-header">O6</div>{LINK}</div>', "O6", id="card header"),
        pytest.param(
            f'<a class="navbar-brand"><strong>EB 2</strong></a><div>{LINK}</div>', "EB 2", id="anchor used as heading"
        ),
    ],
)
def test_heading(html: str, heading: str | None) -> None:
    assert the_link(html).heading == heading


TABS = """
<h1>การประเมิน ITA</h1>
<ul class="nav nav-tabs"><li><a href="#y69" data-toggle="tab">ปี 2569</a></li><li><a href="#y68">ปี 2568</a></li></ul>
<div class="tab-content">
 <div class="tab-pane active" id="y69"><h4>O1</h4><a href="new.pdf">ใหม่</a></div>
 <div class="tab-pane" id="y68"><h4>O1 รายงานปี 2567</h4>{link}</div>
</div>
"""
PANEL = (
    '<div class="accordion-item"><h2><button data-bs-target="#{id}">{label}</button></h2>'
    '<div id="{id}">{link}</div></div>'
)


@pytest.mark.parametrize(
    ("html", "year"),
    [
        pytest.param(TABS.format(link=LINK), "ปี 2568", id="tab pane, not the open one, not the item's own year"),
        pytest.param(
            PANEL.format(id="a", label="ปี 2569", link="<p>ก</p>")
            + PANEL.format(id="b", label="ปีงบประมาณ ๒๕๖๘", link=LINK),
            "ปีงบประมาณ ๒๕๖๘",
            id="accordion",
        ),
        pytest.param(
            f"<details><summary>ปี 2568</summary><details><summary>O7 รายงาน ปี 2567</summary>{LINK}</details></details>",
            "ปี 2568",
            id="item inside a year",
        ),
        pytest.param(
            "<button onclick=\"openTab(event, 't68')\">2568</button>"
            "<button onclick=\"openTab(event, 't67')\">2567</button>"
            f'<div id="t68" class="tabcontent"><p>ก</p></div><div id="t67" class="tabcontent">{LINK}</div>',
            "2567",
            id="tabs by a script call",
        ),
        pytest.param(
            f'<button id="tab68">ปี 2568</button><div role="tabpanel" aria-labelledby="tab68">{LINK}</div>',
            "ปี 2568",
            id="aria-labelledby",
        ),
        pytest.param(
            f"<h2>ITA 2569</h2><p>ก</p><h2>ITA 2568</h2><ul><li>{LINK}</li></ul>",
            "ITA 2568",
            id="headings one after another",
        ),
        pytest.param(
            f"<p>ปีงบประมาณ พ.ศ. 2568</p><ul><li>{LINK}</li></ul>", "ปีงบประมาณ พ.ศ. 2568", id="plain line of a year"
        ),
        pytest.param(f"<h3>แผนการจัดซื้อจัดจ้าง ปี 2568</h3>{LINK}", "แผนการจัดซื้อจัดจ้าง ปี 2568", id="heading with a year"),
        pytest.param(f"<h3>แผนพัฒนา พ.ศ. 2566-2570</h3>{LINK}", None, id="a span of years is no year"),
        pytest.param(f"<h3>O13 รายงานผล ปี 2567</h3>{LINK}", None, id="the year in an item's title"),
        pytest.param(
            f"<div><button>2569</button><button>2568</button></div><div>{LINK}</div>", None, id="several years at once"
        ),
        pytest.param(LINK, None, id="none"),
    ],
)
def test_year_block(html: str, year: str | None) -> None:
    assert the_link(html).year_block == year


@pytest.mark.parametrize(
    ("html", "row"),
    [
        pytest.param(
            f"<table><tr><td>O1</td><td>โครงสร้าง</td><td>{LINK}</td></tr></table>", "O1 โครงสร้าง ไฟล์", id="table row"
        ),
        pytest.param(
            f"<table><tr><td>O1</td><td><ul><li>{LINK}</li></ul></td></tr></table>", "O1 ไฟล์", id="a list in a row"
        ),
        pytest.param(f"<ul><li>คู่มือ {LINK}</li></ul>", "คู่มือ ไฟล์", id="list item"),
        pytest.param(f"<p>คู่มือ {LINK}</p>", "คู่มือ ไฟล์", id="paragraph"),
        pytest.param(f'<div class="card"><h5>คู่มือ</h5>{LINK}</div>', "คู่มือ ไฟล์", id="card"),
        pytest.param(f"<ul><li>{LINK}</li></ul>", None, id="nothing but the link"),
        pytest.param(
            f"<table><tr><td>เมนู<table><tr><td>{LINK}</td></tr></table></td></tr></table>",
            None,
            id="a table that lays out the page",
        ),
    ],
)
def test_row(html: str, row: str | None) -> None:
    assert the_link(html).row == row


@pytest.mark.parametrize(
    ("html", "in_menu"),
    [
        pytest.param(f"<nav>{LINK}</nav>", True, id="nav"),
        pytest.param(f"<header><div>{LINK}</div></header>", True, id="header"),
        pytest.param(f"<footer>{LINK}</footer>", True, id="footer"),
        pytest.param(f'<div role="navigation">{LINK}</div>', True, id="role"),
        pytest.param(f'<ul id="mainMenu"><li>{LINK}</li></ul>', True, id="mainMenu"),
        pytest.param(f'<div class="site-footer">{LINK}</div>', True, id="site-footer"),
        pytest.param(f'<ol class="breadcrumb">{LINK}</ol>', True, id="breadcrumb"),
        pytest.param(f"<article><header>{LINK}</header></article>", False, id="the header of an article"),
        pytest.param(f'<div class="menu-content">{LINK}</div>', False, id="menu-content"),
        pytest.param(f'<body class="has-sidebar">{LINK}</body>', False, id="has-sidebar"),
        pytest.param(f'<section class="news nav-arrow-b">{LINK}</section>', False, id="nav-arrow"),
        pytest.param(f'<nav><div class="nav nav-tabs">{LINK}</div></nav>', False, id="tabs of a list"),
        pytest.param(
            f"<header><nav>ก</nav><main>{LINK}</main><footer></footer></header>", False, id="a header never closed"
        ),
        pytest.param(f'<div class="navbar">{"ข้อความยาว " * 100}{LINK}</div>', False, id="a menu full of running text"),
    ],
)
def test_in_menu(html: str, in_menu: bool) -> None:
    assert the_link(html).in_menu is in_menu


@pytest.mark.parametrize(
    ("html", "row"),
    [
        pytest.param(f"<ul><li>{LINK}</li></ul>", None, id="a row that holds the link alone"),
        pytest.param(f"<ul><li> <span>{LINK}</span> </li></ul>", None, id="in a wrapper"),
        pytest.param(f"<ul><li>{LINK} 5 ม.ค.</li></ul>", "ไฟล์ 5 ม.ค.", id="a date behind it"),
        pytest.param(f"<ul><li>1. {LINK}</li></ul>", "1. ไฟล์", id="a number before it"),
        pytest.param(f"<ul><li>ก<ul><li>{LINK}</li></ul></li></ul>", "ก ไฟล์", id="the row around the row"),
        pytest.param(f"<ul><li>{LINK}<i></i>ก</li></ul>", "ไฟล์ก", id="words behind another element"),
        pytest.param('<ul><li><a href="x" title="ไฟล์">– –</a></li></ul>', "– –", id="a link named by its title"),
        pytest.param('<ul><li><a href="x"><b>ไฟ</b>ล์</a></li></ul>', None, id="a link with elements in it"),
    ],
)
def test_row_says_more_than_its_link(html: str, row: str | None) -> None:
    assert the_link(html).row == row


MENU = "".join(f'<p><a href="{number}">เมนู {number}</a></p>' for number in range(6))


def test_the_row_that_lays_out_a_page_is_no_row_of_what_is_shown_beside_the_menu() -> None:
    def row_of(html: str) -> str | None:
        links = harvest(parse_html(html.encode()), "https://a.go.th/")
        return next(link for link in links if link.element == "iframe").row

    frame = '<iframe src="https://a.go.th/o1.pdf"></iframe>'
    assert row_of(f"<table><tr><td>{MENU}</td><td><b>แผนที่</b>{frame}</td></tr></table>") is None
    assert row_of(f"<table><tr><td>O1</td><td>โครงสร้าง</td><td>{frame}</td></tr></table>") == "O1 โครงสร้าง"


def test_what_stands_around_the_links_of_a_menu_is_left_out_where_nobody_asks() -> None:
    page = f"<nav><h3>ปี 2569</h3><ul><li>ใหม่ {LINK}</li></ul></nav><h3>ปี 2568</h3><ul><li>เก่า {LINK}</li></ul>"

    def around(*, bare_menus: bool) -> list[tuple[str | None, str | None, str | None]]:
        links = harvest(parse_html(page.encode()), "https://a.go.th/", bare_menus=bare_menus)
        return [(link.heading, link.row, link.year_block) for link in links]

    own = ("ปี 2568", "เก่า ไฟล์", "ปี 2568")
    assert around(bare_menus=False) == [("ปี 2569", "ใหม่ ไฟล์", "ปี 2569"), own]
    assert around(bare_menus=True) == [("ปี 2569", None, None), own]
