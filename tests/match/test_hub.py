"""Hubs in the forms that agencies give them: each test makes one from the checklist's own titles and reads it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.documents.tree import parse_html
from oit_checker.match.hub import Hub, HubBlock, block_for_year, hub_likelihood, item_for_entry, read_hub
from oit_checker.model.checklist import Checklist
from oit_checker.model.page import Link
from oit_checker.model.year import FiscalYear

URL = "https://www.example.go.th/page/ita"
FOOTER = """
<div class="footer-bottom"><h5>ลิงก์ที่เกี่ยวข้อง</h5><ul><li><a href="/sitemap">แผนผังเว็บไซต์</a></li>
<li><a href="https://www.facebook.com/agency">Facebook</a></li></ul></div>
<footer><p>สำนักงานตัวอย่าง ถนนราชดำเนิน</p><a href="/contact">ติดต่อเรา</a><a href="/privacy">นโยบายเว็บไซต์</a></footer>"""
MENU = """<header><nav><ul><li><a href="/">หน้าหลัก</a></li><li><a href="/about">เกี่ยวกับหน่วยงาน</a></li>
<li><a href="/ita">ITA</a></li><li><a href="https://itas.nacc.go.th/">ITAS</a></li></ul></nav></header>"""


@dataclass(frozen=True)
class Row:
    code: str
    title: str
    href: str


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return load_checklist("nacc-2569")


@pytest.fixture
def rows(checklist: Checklist) -> list[Row]:
    return rows_of(checklist, 2569)


def rows_of(checklist: Checklist, year: int) -> list[Row]:
    """The year's list: the checklist's own, or one of its other lists."""
    if year == checklist.fiscal_year:
        return [
            Row(item.code, item.title_th, f"/{year}/{item.code.lower()}.pdf")
            for item in checklist.items
            if not item.provisional
        ]
    other = next(other for other in checklist.other_lists if other.id == f"nacc-{year}")
    return [Row(code, title, f"/{year}/{code.lower()}.pdf") for code, (title, _) in other.titles.items()]


def page(
    body: str, title: str = "การประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2569", *, menu: str = MENU, footer: str = FOOTER
) -> bytes:
    return f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{menu}{body}{footer}</body></html>".encode()


def hub_of(body: bytes, checklist: Checklist, url: str = URL) -> Hub:
    hub = read_hub(parse_html(body), url, checklist)
    assert hub is not None
    return hub


def block_of(body: bytes, checklist: Checklist, year: int = 2569, url: str = URL) -> HubBlock:
    block = block_for_year(hub_of(body, checklist, url), FiscalYear(year))
    assert block is not None
    return block


def pairs(block: HubBlock) -> dict[str, list[str]]:
    return {entry.code or entry.title: [link.href for link in entry.links] for entry in block.entries}


def wanted(rows: Sequence[Row]) -> dict[str, list[str]]:
    return {row.code: [row.href] for row in rows}


def listed(rows: Sequence[Row], form: Callable[[Row], str]) -> str:
    return "".join(map(form, rows))


# --- one list on a page, in many forms


def table(rows: Sequence[Row]) -> str:
    inner = listed(rows, lambda r: f"<tr><td>{r.code}</td><td>{r.title}</td><td><a href='{r.href}'>ดูข้อมูล</a></td></tr>")
    return f"<table><tr><th>ข้อ</th><th>ข้อมูล</th><th>ลิงก์</th></tr><tr><td colspan=3>ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน</td></tr>{inner}</table>"


def table_with_spans(rows: Sequence[Row]) -> str:
    first = "<tr><td rowspan='4'>9.1 ข้อมูลพื้นฐาน</td>"
    inner = listed(
        rows,
        lambda r: (
            f"{first if r.code == 'O1' else '<tr>'}<td>{r.code} {r.title}</td><td><a href='{r.href}'><img src='pdf.png'></a></td></tr>"
        ),
    )
    return f"<table class='table'><tbody>{inner}</tbody></table>"


def link_lists(rows: Sequence[Row]) -> str:
    return "<ul>" + listed(rows, lambda r: f"<li><a href='{r.href}'>{r.code} {r.title}</a></li>") + "</ul>"


def bold_lines(rows: Sequence[Row]) -> str:
    return (
        "<div class='entry-content'>"
        + listed(
            rows,
            lambda r: f"<p><strong>{r.code}&nbsp;{r.title}</strong></p>\\n<p><a href='{r.href}'>– เอกสาร</a></p>\\n",
        )
        + "</div>"
    )


def headings(rows: Sequence[Row]) -> str:
    return (
        "<section>"
        + listed(
            rows,
            lambda r: (
                f"<h4>{r.code} : {r.title}</h4><ol><li>แสดงรายละเอียด ดังนี้<ul><li>1) ชื่อ</li><li>2) ตำแหน่ง</li></ul></li></ol><a href='{r.href}'>คลิก</a>"
            ),
        )
        + "</section>"
    )


def broken_lines(rows: Sequence[Row]) -> str:
    return "<div>" + listed(rows, lambda r: f"{r.code} {r.title} <a href='{r.href}'>ดูรายละเอียด</a><br>") + "</div>"


def one_paragraph(rows: Sequence[Row]) -> str:
    return (
        "<p>" + listed(rows, lambda r: f"<span>{r.code} {r.title}</span> <a href='{r.href}'>[ดาวน์โหลด]</a> ") + "</p>"
    )


def definition_list(rows: Sequence[Row]) -> str:
    return (
        "<dl>"
        + listed(rows, lambda r: f"<dt>{r.code.lower()} {r.title}</dt><dd><a href='{r.href}'>เปิดดู</a></dd>")
        + "</dl>"
    )


def accordion(rows: Sequence[Row]) -> str:
    def item(r: Row) -> str:
        return (
            f"<div class='accordion-item'><h2 class='accordion-header'><button class='accordion-button' data-bs-toggle='collapse' "
            f"data-bs-target='#c{r.code}'>{r.code} {r.title}</button></h2><div id='c{r.code}' class='accordion-collapse collapse'>"
            f"<div class='accordion-body'><p>องค์ประกอบด้านข้อมูล</p><a href='{r.href}'>เอกสารแนบ</a></div></div></div>"
        )

    def group(name: str, some: Sequence[Row]) -> str:
        return f"<div class='card'><div class='card-header'><button data-bs-target='#g{some[0].code}'>{name}</button></div><div id='g{some[0].code}' class='collapse'>{listed(some, item)}</div></div>"

    return (
        group("ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน (O1 - O4)", rows[:4])
        + group("9.2 การบริหารงาน (O5 - O10)", rows[4:10])
        + group("ตัวชี้วัดที่ 10 การป้องกันการทุจริต (O11–O25)", rows[10:])
    )


def details(rows: Sequence[Row]) -> str:
    """Each item a <details>, with older years of its own inside."""
    return listed(
        rows,
        lambda r: (
            f"<details><summary>{r.code} {r.title}</summary><h5>ปี 2568</h5><p>ไม่มี</p><h5>ปี 2567</h5><a href='{r.href}'>ไฟล์</a></details>"
        ),
    )


def cards(rows: Sequence[Row]) -> str:
    return (
        "<div class='row'>"
        + listed(
            rows,
            lambda r: (
                f"<div class='col-md-3'><a href='{r.href}' class='card'><div class='circle'>{r.code}</div><div class='card-body'><p>{r.title}</p></div></a></div>"
            ),
        )
        + "</div>"
    )


def cards_with_button(rows: Sequence[Row]) -> str:
    return (
        "<div class='grid'>"
        + listed(
            rows,
            lambda r: (
                f"<div class='box'><span class='badge'>{r.code}</span><div>{r.title}</div><div><button onclick=\"window.open('{r.href}')\">เปิด</button></div></div>"
            ),
        )
        + "</div>"
    )


def contents_and_sections(rows: Sequence[Row]) -> str:
    toc = listed(rows, lambda r: f"<li><a href='#{r.code.lower()}'>{r.code} {r.title}</a></li>")
    return f"<ul>{toc}</ul>" + listed(
        rows,
        lambda r: (
            f"<section><h3 id='{r.code.lower()}'>{r.code} {r.title}</h3><p><a href='{r.href}'>เอกสาร</a></p></section>"
        ),
    )


def contents_and_uncoded_sections(rows: Sequence[Row]) -> str:
    toc = listed(rows, lambda r: f"<a class='btn' href='#s{r.code}'>{r.code} {r.title}</a>")
    return f"<div>{toc}</div>" + listed(
        rows, lambda r: f"<div id='s{r.code}'><h3>{r.title}</h3><p><a href='{r.href}'>เอกสาร</a></p></div>"
    )


def contents_and_marks(rows: Sequence[Row]) -> str:
    """Old pages: <a name> before an uncoded heading, everything in one box."""
    toc = listed(rows, lambda r: f"<li><a href='#i{r.code}'>{r.code} {r.title}</a></li>")
    inner = listed(rows, lambda r: f"<a name='i{r.code}'></a><h3>{r.title}</h3><p><a href='{r.href}'>เอกสาร</a></p>")
    return f"<ul>{toc}</ul><div>{inner}</div>"


def contents_and_headings(rows: Sequence[Row]) -> str:
    toc = listed(rows, lambda r: f"<li><a href='#i{r.code}'>{r.code} {r.title}</a></li>")
    return (
        f"<ul>{toc}</ul><div>"
        + listed(rows, lambda r: f"<h3 id='i{r.code}'>{r.title}</h3><p><a href='{r.href}'>เอกสาร</a></p>")
        + "</div>"
    )


def pills(rows: Sequence[Row]) -> str:
    tabs = listed(
        rows, lambda r: f"<a class='nav-link' data-toggle='pill' href='#p{r.code}' role='tab'>{r.code} {r.title}</a>"
    )
    panes = listed(
        rows, lambda r: f"<div class='tab-pane' id='p{r.code}'><ul><li><a href='{r.href}'>ไฟล์</a></li></ul></div>"
    )
    return f"<div class='row'><div class='col-3'><div class='nav flex-column nav-pills'>{tabs}</div></div><div class='col-9'><div class='tab-content'>{panes}</div></div></div>"


def modals(rows: Sequence[Row]) -> str:
    links = listed(
        rows, lambda r: f"<li><a href='#' data-toggle='modal' data-target='#m{r.code}'>{r.code} {r.title}</a></li>"
    )
    shown = listed(
        rows,
        lambda r: (
            f"<div class='modal fade' id='m{r.code}' role='dialog'><div class='modal-body'><iframe src='{r.href}'></iframe></div></div>"
        ),
    )
    return f"<ul>{links}</ul>{shown}"


def code_behind(rows: Sequence[Row]) -> str:
    return "<ul>" + listed(rows, lambda r: f"<li>{r.title} ({r.code}) <a href='{r.href}'>คลิก</a></li>") + "</ul>"


def zero_codes(rows: Sequence[Row]) -> str:
    return listed(rows, lambda r: f"<div class='alert'><a href='{r.href}'>0{r.code[1:]} {r.title}</a></div>")


def thai_codes(rows: Sequence[Row]) -> str:
    digits = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    return listed(rows, lambda r: f"<p>O{r.code[1:].translate(digits)} {r.title} <a href='{r.href}'>เอกสาร</a></p>")


def apart(rows: Sequence[Row]) -> str:
    """A site builder: every heading and every button in boxes of its own."""
    return listed(
        rows,
        lambda r: (
            f"<section><div><div><div role='heading' aria-level='2'><span>{r.code} {r.title}</span></div></div></div>"
            f"<div><div><div><a href='{r.href}'><span>ดูข้อมูล</span></a></div></div></div></section>"
        ),
    )


def icons(rows: Sequence[Row]) -> str:
    return (
        "<table>"
        + listed(
            rows,
            lambda r: (
                f"<tr><td><a href='{r.href}'><img src='/i/pdf.png' alt='pdf'></a></td><td>{r.code}. {r.title}</td></tr>"
            ),
        )
        + "</table>"
    )


def flat_in_body(rows: Sequence[Row]) -> str:
    return listed(rows, lambda r: f"<p><b>{r.code} {r.title}</b></p><ul><li><a href='{r.href}'>ไฟล์</a></li></ul>") + (
        "<h3>ข่าวล่าสุด</h3><ul><li><a href='/news/1'>ประชุมประจำเดือน</a></li></ul>"
    )


FORMS = [
    table, table_with_spans, link_lists, bold_lines, headings, broken_lines, one_paragraph, definition_list, accordion, details,
    cards, cards_with_button, contents_and_sections, contents_and_uncoded_sections, contents_and_marks, contents_and_headings, pills, modals, code_behind, zero_codes,
    thai_codes, apart, icons, flat_in_body,
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_list_is_read_in_any_form(form: Callable[[Sequence[Row]], str], rows: list[Row], checklist: Checklist) -> None:
    block = block_of(page(f"<main><h1>ITA 2569</h1>{form(rows)}</main>"), checklist)
    assert pairs(block) == wanted(rows)
    assert (block.fiscal_year, block.instrument, block.prefix) == (2569, checklist.id, "O")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_every_entry_is_its_own_item(
    form: Callable[[Sequence[Row]], str], rows: list[Row], checklist: Checklist
) -> None:
    block = block_of(page(f"<main><h1>ITA 2569</h1>{form(rows)}</main>"), checklist)
    found = {entry.code: item_for_entry(entry, block, checklist) for entry in block.entries}
    assert {code: known and known[0].code for code, known in found.items()} == {row.code: row.code for row in rows}


# --- titles alone


def titles_alone(rows: Sequence[Row]) -> str:
    return "<ul>" + listed(rows, lambda r: f"<li><a href='{r.href}'>{r.title}</a></li>") + "</ul>"


def numbered_titles(rows: Sequence[Row]) -> str:
    return listed(
        rows,
        lambda r: (
            f"<p><strong>{r.code[1:]}. {r.title} ประจำปีงบประมาณ พ.ศ. 2569</strong></p><p><a href='{r.href}'>เอกสาร</a></p>"
        ),
    )


@pytest.mark.parametrize("form", [titles_alone, numbered_titles], ids=lambda form: form.__name__)
def test_titles_without_codes_are_a_list(
    form: Callable[[Sequence[Row]], str], rows: list[Row], checklist: Checklist
) -> None:
    block = block_of(page(f"<main><h1>ITA ปี 2569</h1>{form(rows)}</main>"), checklist)
    assert [entry.code for entry in block.entries] == [None] * len(rows)
    known = [item_for_entry(entry, block, checklist) for entry in block.entries]
    assert [found and found[0].code for found in known] == [row.code for row in rows]
    assert [[link.href for link in entry.links] for entry in block.entries] == [[row.href] for row in rows]


# --- several years on a page


def tabs(rows: Sequence[Row], older: Sequence[Row]) -> str:
    return (
        "<ul class='nav nav-tabs'><li><a data-toggle='tab' href='#y69'>ปี 2569</a></li><li><a data-toggle='tab' href='#y68'>ปี 2568</a></li></ul>"
        f"<div class='tab-content'><div id='y69' class='tab-pane active'>{table(rows)}</div><div id='y68' class='tab-pane'>{table(older)}</div></div>"
    )


def tabs_by_script(rows: Sequence[Row], older: Sequence[Row]) -> str:
    return (
        "<div><button onclick=\"openYear(event, 'a')\">2569</button><button onclick=\"openYear(event, 'b')\">2568</button></div>"
        f"<div id='a' class='tabcontent'>{link_lists(rows)}</div><div id='b' class='tabcontent'>{link_lists(older)}</div>"
    )


def tabs_without_ids(rows: Sequence[Row], older: Sequence[Row]) -> str:
    return f"<div class='t'><span>ปี 2569</span></div><div class='t'><span>ปี 2568</span></div><div>{bold_lines(rows)}</div><div>{bold_lines(older)}</div>"


def elementor(rows: Sequence[Row], older: Sequence[Row]) -> str:
    def tab(number: int, year: int, some: Sequence[Row]) -> str:
        return (
            f"<div><div id='t{number}' role='tab' aria-controls='c{number}'><a>ITA {year}</a></div>"
            f"<div id='c{number}' role='tabpanel' aria-labelledby='t{number}'>{bold_lines(some)}</div></div>"
        )

    return tab(1, 2568, older) + tab(2, 2569, rows)


def summaries(rows: Sequence[Row], older: Sequence[Row]) -> str:
    return f"<details open><summary>ITA69</summary>{details(rows)}</details><details><summary>OIT2025</summary>{details(older)}</details>"


def year_headings(rows: Sequence[Row], older: Sequence[Row]) -> str:
    return f"<h2>การประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๘</h2>{link_lists(older)}<h2>การประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๙</h2>{link_lists(rows)}"


@pytest.mark.parametrize(
    "form",
    [tabs, tabs_by_script, tabs_without_ids, elementor, summaries, year_headings],
    ids=lambda form: form.__name__,
)
def test_years_on_one_page_are_kept_apart(
    form: Callable[[Sequence[Row], Sequence[Row]], str], rows: list[Row], checklist: Checklist
) -> None:
    older = rows_of(checklist, 2568)
    hub = hub_of(page(f"<main><h1>การประเมินคุณธรรมและความโปร่งใส (ITA)</h1>{form(rows, older)}</main>", "ITA"), checklist)
    by_year = {block.fiscal_year: block for block in hub.blocks}
    assert set(by_year) == {2569, 2568}
    assert pairs(by_year[2569]) == wanted(rows)
    assert pairs(by_year[2568]) == wanted(older)
    assert [by_year[2569].instrument, by_year[2568].instrument] == [checklist.id, "nacc-2568"]


def test_asked_year_that_is_not_there_gives_no_block(checklist: Checklist) -> None:
    hub = hub_of(page(f"<main><h1>ITA 2568</h1>{table(rows_of(checklist, 2568))}</main>", "ITA 2568"), checklist)
    assert block_for_year(hub, FiscalYear(2569)) is None


def test_years_as_columns_of_one_table(rows: list[Row], checklist: Checklist) -> None:
    inner = listed(
        rows,
        lambda r: (
            f"<tr><td>{r.code}</td><td>{r.title}</td><td><a href='/2568{r.href}'>ดู</a></td><td><a href='{r.href}'>ดู</a></td></tr>"
        ),
    )
    body = f"<main><h1>ITA</h1><table><tr><th>ข้อ</th><th>รายการ</th><th>ปี 2568</th><th>ปี 2569</th></tr>{inner}</table></main>"
    hub = hub_of(page(body, "ITA"), checklist)
    assert pairs(block_for_year(hub, 2569) or hub.blocks[0]) == wanted(rows)
    assert pairs(block_for_year(hub, 2568) or hub.blocks[0]) == {row.code: [f"/2568{row.href}"] for row in rows}


@pytest.mark.parametrize(
    ("title", "url", "year"),
    [
        pytest.param("ITA ประจำปี 2569", "https://www.example.go.th/p/1", 2569, id="title of the page"),
        pytest.param("ความโปร่งใส", "https://www.example.go.th/ita/2568/", 2568, id="address"),
        pytest.param("ความโปร่งใส", "https://www.example.go.th/ITA64.php", 2564, id="short year in the address"),
        pytest.param("OIT2025", "https://www.example.go.th/p/1", 2568, id="Christian year in the title"),
        pytest.param("ความโปร่งใส ITA", "https://www.example.go.th/p/1", None, id="no year anywhere"),
    ],
)
def test_year_of_a_page_with_one_list(
    title: str, url: str, year: int | None, rows: list[Row], checklist: Checklist
) -> None:
    hub = hub_of(page(f"<main>{table(rows)}</main>", title), checklist, url)
    assert [block.fiscal_year for block in hub.blocks] == [year]


# --- codes that mislead


def test_list_numbered_by_another_year_is_read_by_topic_and_said_so(checklist: Checklist) -> None:
    block = block_of(page(f"<main><h1>OIT 2569</h1>{table(rows_of(checklist, 2568))}</main>"), checklist)
    assert block.instrument == "nacc-2568"
    assert any("โปรแกรมจึงเทียบด้วยชื่อเรื่อง" in note for note in block.notes)
    items = {entry.code: item_for_entry(entry, block, checklist) for entry in block.entries}
    for_code = {code: known[0].code for code, known in items.items() if known is not None}
    assert (for_code["O21"], for_code["O25"], for_code["O26"]) == ("O20", "O23", "O24")


def test_misprinted_code_gives_way_to_title_and_order(rows: list[Row], checklist: Checklist) -> None:
    misprinted = [Row("O12" if row.code == "O13" else row.code, row.title, row.href) for row in rows]
    block = block_of(page(f"<main><h1>ITA 2569</h1>{table(misprinted)}</main>"), checklist)
    assert pairs(block) == wanted(rows)
    assert any("O13" in note and "O12" in note for note in block.notes)


def test_item_without_its_code_stands_between_its_neighbours(rows: list[Row], checklist: Checklist) -> None:
    body = "<main><h1>ITA 2569</h1>" + listed(
        rows, lambda r: f"<h4>{'' if r.code == 'O7' else r.code} {r.title}</h4><p><a href='{r.href}'>เอกสาร</a></p>"
    )
    block = block_of(page(f"{body}</main>"), checklist)
    found = {
        (known := item_for_entry(entry, block, checklist)) and known[0].code: [link.href for link in entry.links]
        for entry in block.entries
    }
    assert found == wanted(rows)


def test_codes_alone_count_under_the_checklists_own_year(rows: list[Row], checklist: Checklist) -> None:
    body = (
        "<main><h1>ITA 2569</h1>" + listed(rows, lambda r: f"<a class='btn' href='{r.href}'>{r.code}</a> ") + "</main>"
    )
    block = block_of(page(body), checklist)
    assert pairs(block) == wanted(rows)
    assert {known[0].code for entry in block.entries if (known := item_for_entry(entry, block, checklist))} == {
        row.code for row in rows
    }


def test_codes_alone_under_another_year_are_no_items(rows: list[Row], checklist: Checklist) -> None:
    body = (
        "<main><h1>ITA 2567</h1>" + listed(rows, lambda r: f"<a class='btn' href='{r.href}'>{r.code}</a> ") + "</main>"
    )
    block = block_of(page(body, "ITA 2567"), checklist, 2567)
    assert [item_for_entry(entry, block, checklist) for entry in block.entries] == [None] * len(rows)


def test_other_instruments_are_never_items(checklist: Checklist) -> None:
    titles = [
        "หน่วยงานมีการวางระบบโดยการกำหนดมาตรการการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน",
        "หน่วยงานมีการเปิดเผยข้อมูลข่าวสารที่เป็นปัจจุบัน",
        "รายงานผลการดำเนินการป้องกันการทุจริต",
        "แผนปฏิบัติการป้องกันการทุจริต",
    ]
    body = "".join(
        f"<p><b>MOIT{number} {title}</b></p><p><a href='/m{number}.pdf'>1.1 บันทึกข้อความ</a></p>"
        for number, title in enumerate(titles, 1)
    )
    block = block_of(page(f"<main><h1>MOIT ปี 2569</h1><div>{body}</div></main>"), checklist)
    assert (block.prefix, len(block.entries)) == ("MOIT", 4)
    assert [item_for_entry(entry, block, checklist) for entry in block.entries] == [None] * 4


# --- where an item begins and ends


def test_links_of_an_item_stay_together(rows: list[Row], checklist: Checklist) -> None:
    body = "<main><h1>ITA 2569</h1><div>" + listed(
        rows,
        lambda r: (
            f"<p><strong>{r.code} {r.title}</strong></p><p><a href='/a{r.href}'>–</a><a href='{r.href}'>{r.code.lower()}-ไฟล์ (Excel)</a></p>"
            f"<p><b>ข่าวที่เกี่ยวข้อง</b></p><ul><li><a href='#'>รออัปเดต</a></li><li><a href='/b{r.href}'>1. อบรม</a></li></ul>"
        ),
    )
    block = block_of(page(f"{body}</div></main>"), checklist)
    assert pairs(block) == {row.code: [f"/a{row.href}", row.href, "#", f"/b{row.href}"] for row in rows}


def test_code_in_a_link_inside_another_item_is_a_reference(rows: list[Row], checklist: Checklist) -> None:
    def item(r: Row) -> str:
        refers = "<p><a href='/2569/o7.pdf'>O7 รายงานผลการดำเนินงานประจำปี</a></p>" if r.code == "O12" else ""
        return f"<h3>{r.code} {r.title}</h3><div>{refers}<p><a href='{r.href}'>เอกสาร</a></p></div>"

    found = pairs(block_of(page(f"<main><h1>ITA 2569</h1>{listed(rows, item)}</main>"), checklist))
    assert found["O7"] == ["/2569/o7.pdf"]
    assert found["O12"] == ["/2569/o7.pdf", "/2569/o12.pdf"]


def test_national_system_and_comments_are_no_evidence(rows: list[Row], checklist: Checklist) -> None:
    body = listed(
        rows[:5],
        lambda r: (
            f"<h4>{r.code} {r.title}</h4><p><a href='{r.href}'>ไฟล์</a><a href='https://itas.nacc.go.th/go/eit/x'>EIT</a></p>"
        ),
    )
    hidden = listed(rows[5:], lambda r: f"<!-- <h4>{r.code} {r.title}</h4><a href='{r.href}'>ไฟล์</a> -->")
    assert pairs(block_of(page(f"<main><h1>ITA 2569</h1>{body}{hidden}</main>"), checklist)) == wanted(rows[:5])


@pytest.mark.parametrize(("first", "last"), [pytest.param(0, 4, id="9.1"), pytest.param(10, 12, id="9.3, two items")])
def test_page_of_one_sub_indicator_is_a_part_of_the_hub(
    first: int, last: int, rows: list[Row], checklist: Checklist
) -> None:
    block = block_of(page(f"<main><h1>ITA 2569</h1>{bold_lines(rows[first:last])}</main>"), checklist)
    assert pairs(block) == wanted(rows[first:last])


def test_list_in_a_menu_is_read_where_the_page_has_no_other(rows: list[Row], checklist: Checklist) -> None:
    menu = f"<nav><ul><li><a href='/ita'>OIT 2569</a>{link_lists(rows)}</li></ul></nav>"
    older = rows_of(checklist, 2568)
    assert pairs(hub_of(page("<main><p>ยินดีต้อนรับ</p></main>", menu=menu), checklist).blocks[0]) == wanted(rows)
    both = hub_of(page(f"<main><h1>ITA 2568</h1>{table(older)}</main>", "ITA 2568", menu=menu), checklist)
    assert [pairs(block) for block in both.blocks] == [wanted(older)]


def long_page(rows: Sequence[Row], matter: dict[str, str]) -> str:
    toc = listed(rows, lambda r: f"<li><a href='#{r.code}'>{r.code} {r.title}</a></li>")
    sections = listed(
        rows,
        lambda r: (
            f"<section id='{r.code}'><h3>{r.code} {r.title}</h3>{matter.get(r.code, f'<a href={r.href}>ไฟล์</a>')}<p><a href='#top'>กลับขึ้นด้านบน</a></p></section>"
        ),
    )
    return page(f"<main id='top'><h1>ITA 2569</h1><ol>{toc}</ol>{sections}</main>").decode()


def test_section_with_matter_of_its_own_is_offered_and_requirements_are_not(
    rows: list[Row], checklist: Checklist
) -> None:
    address = "<p>สำนักงานตัวอย่าง เลขที่ 1 ถนนราชดำเนิน แขวงตัวอย่าง เขตตัวอย่าง กรุงเทพมหานคร 10000 โทรศัพท์ 0 2000 0000 อีเมล saraban@example.go.th</p>"
    asked = (
        "<p>– แสดงแผนยุทธศาสตร์ของหน่วยงาน มีข้อมูลรายละเอียดของแผน อย่างน้อยประกอบด้วย ยุทธศาสตร์หรือแนวทาง เป้าหมาย และตัวชี้วัด</p>"
    )
    found = pairs(block_of(long_page(rows, {"O3": address, "O5": asked}).encode(), checklist))
    assert (found["O3"], found["O5"], found["O7"]) == (["#O3"], [], ["/2569/o7.pdf"])


# --- what is no hub


def news(rows: Sequence[Row]) -> str:
    return (
        "<h2>ข่าวประชาสัมพันธ์</h2><ul>"
        + "".join(
            f"<li><a href='/news/{n}'>{title}</a></li>"
            for n, title in enumerate(
                ["ประกาศราคากลาง", "ประชุมคณะทำงาน ITA ปี 2569", "แผนปฏิบัติการป้องกันการทุจริต", "รับสมัครงาน", "O-NET 2568"]
            )
        )
        + "</ul>"
    )


def mega_menu(rows: Sequence[Row]) -> str:
    words = [row.title for row in rows]
    others = [f"เมนูย่อยลำดับที่ {number} ของหน่วยงาน" for number in range(60)]
    mixed = [
        word for pair in zip(others, (words * 3)[:60], strict=True) for word in (pair[0], pair[0] + " เพิ่มเติม", pair[1])
    ]
    return "<div class='page'><ul>" + "".join(f"<li><a href='#'>{word}</a></li>" for word in mixed) + "</ul></div>"


def procurement(rows: Sequence[Row]) -> str:
    return (
        "<h2>ประกาศจัดซื้อจัดจ้าง</h2><table>"
        + "".join(
            f"<tr><td>0{n}</td><td>ประกาศเผยแพร่แผนการจัดซื้อจัดจ้าง ปี 2569</td><td><a href='/{n}.pdf'>ดู</a></td></tr>"
            for n in range(1, 9)
        )
        + "</table>"
    )


def scores(rows: Sequence[Row]) -> str:
    return (
        "<h2>ผลการประเมิน ITA 2568</h2><table>"
        + listed(rows, lambda r: f"<tr><td>{r.code}</td><td>{r.title}</td><td>100</td></tr>")
        + "</table>"
    )


def chemistry(rows: Sequence[Row]) -> str:
    return "<ul>" + "".join(f"<li><a href='/{n}'>O{n} สารเคมีชนิดที่ {n}</a></li>" for n in range(1, 9)) + "</ul>"


@pytest.mark.parametrize("form", [news, mega_menu, procurement, scores, chemistry], ids=lambda form: form.__name__)
def test_ordinary_pages_are_no_hub(form: Callable[[Sequence[Row]], str], rows: list[Row], checklist: Checklist) -> None:
    assert (
        read_hub(
            parse_html(page(f"<main>{form(rows)}</main>", "สำนักงานตัวอย่าง")), "https://www.example.go.th/", checklist
        )
        is None
    )


def test_empty_page_is_no_hub(checklist: Checklist) -> None:
    assert read_hub(parse_html(b""), URL, checklist) is None


# --- which pages to read closely


def links_of(rows: Sequence[Row]) -> list[Link]:
    return [
        Link(url=f"https://www.example.go.th{row.href}", href=row.href, text=f"{row.code} {row.title}") for row in rows
    ]


def test_likelihood_tells_hubs_from_other_pages(rows: list[Row], checklist: Checklist) -> None:
    hub = hub_likelihood(
        "ITA 2569", "https://www.example.go.th/ita", links_of(rows), [row.title for row in rows], checklist
    )
    part = hub_likelihood(
        None, "https://www.example.go.th/node/91", links_of(rows[:4]), [row.title for row in rows[:4]], checklist
    )
    news_page = hub_likelihood("ข่าว", "https://www.example.go.th/news", [], ["แผนปฏิบัติการป้องกันการทุจริต"], checklist)
    assert 1.0 >= hub > 0.9 > part > 0.15 > news_page


@pytest.mark.parametrize(
    "url", ["https://digital.example.go.th/capital", "https://itas.nacc.go.th/", "https://www.example.go.th/vitamin"]
)
def test_letters_inside_words_are_not_ita(url: str, checklist: Checklist) -> None:
    assert hub_likelihood("หน้าแรก", url, [], [], checklist) == 0.0
