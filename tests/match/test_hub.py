"""Hubs in the forms that agencies give them, made from the lists' own titles (hub_forms.yaml) and read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

import pytest
import yaml

from oit_checker.checklist import load_checklist
from oit_checker.documents.tree import parse_html
from oit_checker.match.hub import Hub, HubBlock, block_for_year, hub_likelihood, item_for_entry, read_hub
from oit_checker.model.checklist import Checklist
from oit_checker.model.page import Link
from oit_checker.model.year import FiscalYear

FORMS: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("hub_forms.yaml").read_text("utf-8")
)
URL = "https://www.example.go.th/page/ita"
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
MENU = """<header><nav><ul><li><a href="/">หน้าหลัก</a></li><li><a href="/about">เกี่ยวกับหน่วยงาน</a></li>
<li><a href="/ita">ITA</a></li><li><a href="https://itas.nacc.go.th/">ITAS</a></li></ul></nav></header>"""
FOOTER = """<div class="footer-bottom"><h5>ลิงก์ที่เกี่ยวข้อง</h5><ul><li><a href="/sitemap">แผนผังเว็บไซต์</a></li>
<li><a href="https://www.facebook.com/agency">Facebook</a></li></ul></div>
<footer><p>สำนักงานตัวอย่าง ถนนราชดำเนิน</p><a href="/contact">ติดต่อเรา</a><a href="/privacy">นโยบายเว็บไซต์</a></footer>"""


@dataclass(frozen=True)
class Row:
    code: str
    title: str
    href: str

    def fill(self, template: str) -> str:
        number = self.code[1:]
        spellings = {"code": self.code, "lower": self.code.lower(), "number": number, "thai": number.translate(THAI)}
        return Template(template).substitute(spellings, title=self.title, href=self.href)


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return load_checklist("nacc-2569")


@pytest.fixture
def rows(checklist: Checklist) -> list[Row]:
    """The items of 2569, each with one document."""
    items = [item for item in checklist.items if not item.provisional]
    return [Row(item.code, item.title_th, f"/2569/{item.code.lower()}.pdf") for item in items]


@pytest.fixture
def older(checklist: Checklist) -> list[Row]:
    """The items of 2568."""
    titles = next(other.titles for other in checklist.other_lists if other.id == "nacc-2568")
    return [Row(code, title, f"/2568/{code.lower()}.pdf") for code, (title, _) in titles.items()]


def made(form: Mapping[str, Any], rows: Sequence[Row]) -> str:
    starts = form.get("starts", {})
    items = (starts.get(row.code, starts.get("default", "")) + row.fill(form["item"]) for row in rows)
    again = (row.fill(form["again"]) for row in rows) if "again" in form else ()
    return "".join([form.get("before", ""), *items, form.get("between", ""), *again, form.get("after", "")])


def listed(name: str, rows: Sequence[Row]) -> str:
    return made(FORMS["lists"][name], rows)


def each(template: str, rows: Sequence[Row]) -> str:
    return "".join(row.fill(template) for row in rows)


def page(
    body: str, title: str = "การประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2569", *, heading: str = "", menu: str = MENU
) -> bytes:
    head = f"<head><meta charset=utf-8><title>{title}</title></head>"
    return f"<html>{head}<body>{menu}<main><h1>{heading}</h1>{body}</main>{FOOTER}</body></html>".encode()


def hub_of(body: bytes, checklist: Checklist, url: str = URL) -> Hub:
    hub = read_hub(parse_html(body), url, checklist)
    assert hub is not None
    return hub


def block_of(body: bytes, checklist: Checklist, year: int = 2569) -> HubBlock:
    block = block_for_year(hub_of(body, checklist), FiscalYear(year))
    assert block is not None
    return block


def pairs(block: HubBlock) -> dict[str, list[str]]:
    return {entry.code or entry.title: [link.href for link in entry.links] for entry in block.entries}


def wanted(rows: Sequence[Row]) -> dict[str, list[str]]:
    return {row.code: [row.href] for row in rows}


def items_of(block: HubBlock, checklist: Checklist) -> list[str | None]:
    found = [item_for_entry(entry, block, checklist) for entry in block.entries]
    return [known[0].code if known is not None else None for known in found]


# --- one list on a page


@pytest.mark.parametrize("form", FORMS["lists"])
def test_list_is_read_in_any_form(form: str, rows: list[Row], checklist: Checklist) -> None:
    block = block_of(page(listed(form, rows), heading="ITA 2569"), checklist)
    assert pairs(block) == wanted(rows)
    assert (block.fiscal_year, block.instrument, block.prefix) == (2569, checklist.id, "O")
    assert items_of(block, checklist) == [row.code for row in rows]


@pytest.mark.parametrize("form", FORMS["titles"])
def test_titles_without_codes_are_a_list(form: str, rows: list[Row], checklist: Checklist) -> None:
    block = block_of(page(made(FORMS["titles"][form], rows), heading="ITA 2569"), checklist)
    assert [entry.code for entry in block.entries] == [None] * len(rows)
    assert items_of(block, checklist) == [row.code for row in rows]
    assert [[link.href for link in entry.links] for entry in block.entries] == [[row.href] for row in rows]


@pytest.mark.parametrize(("first", "last"), [pytest.param(0, 4, id="four items"), pytest.param(10, 12, id="two items")])
def test_page_of_one_sub_indicator_is_a_part_of_the_hub(
    first: int, last: int, rows: list[Row], checklist: Checklist
) -> None:
    body = listed("bold lines and paragraphs", rows[first:last])
    assert pairs(block_of(page(body, heading="ITA 2569"), checklist)) == wanted(rows[first:last])


def test_list_in_a_menu_is_read_where_the_page_has_no_other(
    rows: list[Row], older: list[Row], checklist: Checklist
) -> None:
    menu = f"<nav><ul><li><a href='/ita'>OIT 2569</a>{listed('list of links', rows)}</li></ul></nav>"
    only = hub_of(page("<p>ยินดีต้อนรับ</p>", menu=menu), checklist)
    both = hub_of(page(listed("table", older), "ITA 2568", heading="ITA 2568", menu=menu), checklist)
    assert [pairs(block) for block in only.blocks] == [wanted(rows)]
    assert [pairs(block) for block in both.blocks] == [wanted(older)]


# --- years


@pytest.mark.parametrize("form", FORMS["years"])
def test_years_on_one_page_are_kept_apart(form: str, rows: list[Row], older: list[Row], checklist: Checklist) -> None:
    shown = FORMS["years"][form]
    body = Template(shown["page"]).substitute(new=listed(shown["list"], rows), old=listed(shown["list"], older))
    hub = hub_of(page(body, "ITA", heading="การประเมินคุณธรรมและความโปร่งใส (ITA)"), checklist)
    by_year = {block.fiscal_year: block for block in hub.blocks}
    assert {year: pairs(block) for year, block in by_year.items()} == {2569: wanted(rows), 2568: wanted(older)}
    assert [by_year[2569].instrument, by_year[2568].instrument] == [checklist.id, "nacc-2568"]


def test_years_as_columns_of_one_table(rows: list[Row], checklist: Checklist) -> None:
    row = '<tr><td>$code</td><td>$title</td><td><a href="/old$href">ดู</a></td><td><a href="$href">ดู</a></td></tr>'
    head = "<tr><th>ข้อ</th><th>รายการ</th><th>ปี 2568</th><th>ปี 2569</th></tr>"
    hub = hub_of(page(f"<table>{head}{each(row, rows)}</table>", "ITA"), checklist)
    by_year = {block.fiscal_year: pairs(block) for block in hub.blocks}
    assert by_year == {2569: wanted(rows), 2568: {row.code: [f"/old{row.href}"] for row in rows}}


@pytest.mark.parametrize(
    "cells", ['<td><a href="$href">ดู</a></td><td>PDF</td>', '<td>PDF</td><td><a href="$href">ดู</a></td>']
)
def test_the_head_of_a_year_governs_all_columns_that_it_spans(
    cells: str, rows: list[Row], checklist: Checklist
) -> None:
    row = f"<tr><td>$code</td><td>$title</td>{cells.replace('$href', '/old$href')}{cells}</tr>"
    head = "<tr><th>ข้อ</th><th>รายการ</th><th colspan=2>ปี 2568</th><th colspan=2>ปี 2569</th></tr>"
    hub = hub_of(page(f"<table>{head}{each(row, rows)}</table>", "ITA"), checklist)
    by_year = {block.fiscal_year: pairs(block) for block in hub.blocks}
    assert by_year == {2569: wanted(rows), 2568: {row.code: [f"/old{row.href}"] for row in rows}}


def test_a_list_of_each_year_beside_the_other_in_one_table(
    rows: list[Row], older: list[Row], checklist: Checklist
) -> None:
    cells = "<td>$code</td><td>$title</td><td><a href='$href'>เปิด</a></td>"
    both = "".join(f"<tr>{old.fill(cells)}{new.fill(cells)}</tr>" for old, new in zip(older, rows, strict=False))
    head = "<tr><td colspan=3>ปี 2568</td><td colspan=3>ปี 2569</td></tr>"
    hub = hub_of(page(f"<table>{head}{both}</table>", "ITA"), checklist)
    count = min(len(rows), len(older))
    by_year = {block.fiscal_year: block for block in hub.blocks}
    assert {year: pairs(block) for year, block in by_year.items()} == {
        2569: wanted(rows[:count]),
        2568: wanted(older[:count]),
    }
    assert [by_year[2569].instrument, by_year[2568].instrument] == [checklist.id, "nacc-2568"]


def test_years_inside_each_group_are_kept_apart(rows: list[Row], older: list[Row], checklist: Checklist) -> None:
    groups = [("9.1 ข้อมูลพื้นฐาน", 0, 4), ("9.2 การบริหารงาน", 4, 10), ("9.3 การจัดซื้อจัดจ้าง", 10, 12)]
    body = "".join(
        f"<h2>{name}</h2><h3>ปี 2569</h3>{listed('list of links', rows[first:last])}"
        f"<h3>ปี 2568</h3>{listed('list of links', older[first:last])}"
        for name, first, last in groups
    )
    hub = hub_of(page(body, "ITA"), checklist)
    assert {b.fiscal_year: pairs(b) for b in hub.blocks} == {2569: wanted(rows[:12]), 2568: wanted(older[:12])}


def test_heading_of_an_empty_year_takes_no_list_of_another(older: list[Row], checklist: Checklist) -> None:
    body = f"<h2>ITA ปี 2569</h2><h2>ITA ปี 2568</h2>{listed('table', older)}"
    hub = hub_of(page(body, "ITA"), checklist)
    assert [block.fiscal_year for block in hub.blocks] == [2568]
    assert block_for_year(hub, FiscalYear(2569)) is None


@pytest.mark.parametrize(
    ("choice", "year"),
    [
        pytest.param(
            "<select><option>2569</option><option selected>2568</option><option>2567</option></select>",
            2568,
            id="drop-down",
        ),
        pytest.param(
            "<p><a href='?y=2569'>ปี 2569</a></p><p class='active'><a href='?y=2568'>ปี 2568</a></p>", 2568, id="links"
        ),
        pytest.param(
            "<ul><li class='active'>ปี 2569</li><li>ปี 2568</li></ul><div>อยู่ระหว่างจัดทำ</div>", None, id="tabs of panes"
        ),
    ],
)
def test_year_that_is_chosen_among_others(
    choice: str, year: int | None, older: list[Row], checklist: Checklist
) -> None:
    hub = hub_of(page(f"{choice}<div>{listed('table', older)}</div>", "ITA 2569"), checklist)
    assert [block.fiscal_year for block in hub.blocks] == [year]


@pytest.mark.parametrize(
    ("title", "url", "year"),
    [
        pytest.param("ITA ประจำปี 2569", "https://www.example.go.th/p/1", 2569, id="title of the page"),
        pytest.param("OIT2025", "https://www.example.go.th/p/1", 2568, id="Christian year in the title"),
        pytest.param("ความโปร่งใส", "https://www.example.go.th/ita/2568/", 2568, id="address"),
        pytest.param("ความโปร่งใส", "https://www.example.go.th/ITA64.php", 2564, id="short year in the address"),
        pytest.param("ความโปร่งใส", "https://www.example.go.th/ita-2025", 2568, id="Christian year after ita"),
        pytest.param("ITA", "https://www.example.go.th/2025/04/ita", None, id="a date of publication is no year"),
        pytest.param("ความโปร่งใส ITA", "https://www.example.go.th/p/1", None, id="no year anywhere"),
    ],
)
def test_year_of_a_page_with_one_list(
    title: str, url: str, year: int | None, rows: list[Row], checklist: Checklist
) -> None:
    hub = hub_of(page(listed("table", rows), title), checklist, url)
    assert [block.fiscal_year for block in hub.blocks] == [year]


# --- codes that mislead


def test_list_numbered_by_another_year_is_read_by_topic_and_said_so(older: list[Row], checklist: Checklist) -> None:
    block = block_of(page(listed("table", older), heading="OIT 2569"), checklist)
    assert block.instrument == "nacc-2568"
    assert any("2569" in note and "โปรแกรมจึงเทียบด้วยชื่อเรื่อง" in note for note in block.notes)
    of_code = dict(zip((entry.code for entry in block.entries), items_of(block, checklist), strict=True))
    assert (of_code["O21"], of_code["O25"], of_code["O26"], of_code["O12"]) == ("O20", "O23", "O24", None)


def test_misprinted_code_gives_way_to_title_and_order(rows: list[Row], checklist: Checklist) -> None:
    misprinted = [Row("O12" if row.code == "O13" else row.code, row.title, row.href) for row in rows]
    block = block_of(page(listed("table", misprinted), heading="ITA 2569"), checklist)
    assert pairs(block) == wanted(rows)
    assert any("O13" in note and "O12" in note for note in block.notes)


def test_number_before_two_matters_is_two_entries(checklist: Checklist) -> None:
    rows = [
        Row("O1", "โครงสร้าง", "/1.pdf"),
        Row("O2", "ข้อมูลผู้บริหาร", "/2.pdf"),
        Row("O9", "แผนปฏิบัติการป้องกันการทุจริต", "/9a.pdf"),
        Row("O9", "ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", "/9b.pdf"),
    ]
    block = block_of(page(listed("bold lines and paragraphs", rows), heading="ITA 2569"), checklist)
    assert items_of(block, checklist) == ["O1", "O2", "O23", "O17"]
    assert [[link.href for link in entry.links] for entry in block.entries] == [[row.href] for row in rows]
    assert any("9" in note for note in block.notes)


def test_item_without_its_code_stands_between_its_neighbours(rows: list[Row], checklist: Checklist) -> None:
    whole, bare = '<h4>$code $title</h4><p><a href="$href">ไฟล์</a></p>', '<h4>$title</h4><p><a href="$href">ไฟล์</a></p>'
    body = "".join(row.fill(bare if row.code == "O7" else whole) for row in rows)
    block = block_of(page(body, heading="ITA 2569"), checklist)
    found = dict(zip(items_of(block, checklist), pairs(block).values(), strict=True))
    assert found == wanted(rows)


def test_number_in_a_cell_opens_an_item_whose_title_nobody_knows(rows: list[Row], checklist: Checklist) -> None:
    named = [Row(row.code, "ภาพกิจกรรมทั้งหลาย" if row.code == "O7" else row.title, row.href) for row in rows]
    block = block_of(page(listed("number in a cell of its own", named), heading="ITA 2569"), checklist)
    assert pairs(block) == wanted(rows)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param('<li><a href="$href">$title</a></li>', id="links"),
        pytest.param(
            '<p>$number. <a href="$href">$title</a></p><p><a href="/b$href">ไฟล์อื่นของข้อนี้</a></p>', id="numbers"
        ),
        pytest.param('<h3>$title</h3><h3>ปี 2569</h3><p><a href="$href">รายงานของหน่วยงาน</a></p>', id="headings"),
        pytest.param(
            "<table><tr><td>$title</td><td><a href='$href'>รายงานของหน่วยงาน</a></td></tr></table>", id="cells"
        ),
    ],
)
def test_matter_that_is_no_item_ends_the_title_before_it(form: str, rows: list[Row], checklist: Checklist) -> None:
    named = [Row(row.code, "ภาพกิจกรรมทั้งหลาย" if row.code == "O7" else row.title, row.href) for row in rows]
    block = block_of(page(each(form, named), heading="ITA 2569"), checklist)
    links = [[f"/b{row.href}"] if "/b" in form else [] for row in rows]
    assert items_of(block, checklist) == [row.code for row in rows if row.code != "O7"]
    assert list(pairs(block).values()) == [
        [row.href, *more] for row, more in zip(rows, links, strict=True) if row.code != "O7"
    ]


@pytest.mark.parametrize(
    ("year", "known"), [pytest.param(2569, True, id="our year"), pytest.param(2567, False, id="another year")]
)
def test_codes_alone_count_only_under_the_checklists_year(
    year: int, known: bool, rows: list[Row], checklist: Checklist
) -> None:
    body = each('<a class="btn" href="$href">$code</a> ', rows)
    block = block_of(page(body, f"ITA {year}", heading=f"ITA {year}"), checklist, year)
    assert pairs(block) == wanted(rows)
    assert items_of(block, checklist) == [row.code if known else None for row in rows]


@pytest.mark.parametrize("form", FORMS["pictures"])
def test_pictures_of_codes_are_codes(form: str, rows: list[Row], checklist: Checklist) -> None:
    block = block_of(page(made(FORMS["pictures"][form], rows), heading="ITA 2569"), checklist)
    assert pairs(block) == wanted(rows)
    assert items_of(block, checklist) == [row.code for row in rows]


def test_names_of_pictures_are_no_codes_beside_printed_ones(rows: list[Row], checklist: Checklist) -> None:
    item = '<h4>$code $title</h4><p><a href="$href"><img src="/2568/O8-page1.jpg"></a></p>'
    assert pairs(block_of(page(each(item, rows), heading="ITA 2569"), checklist)) == wanted(rows)


def test_other_instruments_are_never_items(checklist: Checklist) -> None:
    titles = ["หน่วยงานมีการเปิดเผยข้อมูลข่าวสารที่เป็นปัจจุบัน", "แผนปฏิบัติการป้องกันการทุจริต", "ข้อมูลผู้บริหาร"]
    rows = [Row(f"MOIT{number}", title, f"/m{number}.pdf") for number, title in enumerate(titles, 1)]
    block = block_of(page(listed("bold lines and paragraphs", rows), heading="MOIT ปี 2569"), checklist)
    assert (block.prefix, pairs(block)) == ("MOIT", wanted(rows))
    assert items_of(block, checklist) == [None] * 3


# --- where an item begins and ends


def test_all_links_of_an_item_stay_with_it(rows: list[Row], checklist: Checklist) -> None:
    item = (
        '<p><strong>$code $title</strong></p><p><a href="/a$href">–</a><a href="$href">$lower-ไฟล์ (Excel)</a></p>'
        '<p><b>ข่าวที่เกี่ยวข้อง</b></p><ul><li><a href="#">รออัปเดต</a></li><li><a href="/b$href">1. อบรม</a></li></ul>'
    )
    block = block_of(page(f"<div>{each(item, rows)}</div>", heading="ITA 2569"), checklist)
    assert pairs(block) == {row.code: [f"/a{row.href}", row.href, "#", f"/b{row.href}"] for row in rows}


def test_code_in_a_link_inside_another_item_is_a_reference(rows: list[Row], checklist: Checklist) -> None:
    refers = '<p><a href="/2569/o7.pdf">O7 รายงานผลการดำเนินงานประจำปี</a></p>'
    item = '<h3>$code $title</h3><div>%s<p><a href="$href">เอกสาร</a></p></div>'
    body = "".join(row.fill(item % (refers if row.code == "O12" else "")) for row in rows)
    found = pairs(block_of(page(body, heading="ITA 2569"), checklist))
    assert (found["O7"], found["O12"]) == (["/2569/o7.pdf"], ["/2569/o7.pdf", "/2569/o12.pdf"])


def test_national_system_and_comments_are_no_evidence(rows: list[Row], checklist: Checklist) -> None:
    item = '<h4>$code $title</h4><p><a href="$href">ไฟล์</a><a href="https://itas.nacc.go.th/go/eit/x">EIT</a></p>'
    body = f"{each(item, rows[:5])}<!-- {each(item, rows[5:])} -->"
    assert pairs(block_of(page(body, heading="ITA 2569"), checklist)) == wanted(rows[:5])


def test_section_with_matter_of_its_own_is_offered_and_requirements_are_not(
    rows: list[Row], checklist: Checklist
) -> None:
    matter = {
        "O3": "<p>สำนักงานตัวอย่าง เลขที่ 1 ถนนราชดำเนิน แขวงตัวอย่าง เขตตัวอย่าง กรุงเทพมหานคร 10000"
        " โทรศัพท์ 0 2000 0000 อีเมล saraban@example.go.th</p>",
        "O5": "<p>– แสดงแผนยุทธศาสตร์ของหน่วยงาน มีข้อมูลรายละเอียดของแผน อย่างน้อยประกอบด้วย"
        " ยุทธศาสตร์หรือแนวทาง เป้าหมาย และตัวชี้วัด</p>",
    }
    up = '<p><a href="#top">กลับขึ้นด้านบน</a></p>'
    sections = "".join(
        row.fill(
            f'<section id="$code"><h3>$code $title</h3>{matter.get(row.code, "<a href=$href>ไฟล์</a>")}{up}</section>'
        )
        for row in rows
    )
    contents = each('<li><a href="#$code">$code $title</a></li>', rows)
    found = pairs(block_of(page(f'<ol id="top">{contents}</ol>{sections}', heading="ITA 2569"), checklist))
    assert (found["O3"], found["O5"], found["O7"]) == (["#O3"], [], ["/2569/o7.pdf"])


_ADDRESS = "สำนักงานตัวอย่าง เลขที่ 1 ถนนราชดำเนิน แขวงตัวอย่าง เขตตัวอย่าง กรุงเทพมหานคร โทรศัพท์ 0 2000 0000"
_OFFICE = "กลุ่มงานจริยธรรมและกฎหมาย กองบริหารทรัพยากรบุคคล"
_TABLE = "<table><tr><th>ข้อ</th><th>รายการ</th><th>ข้อมูล</th></tr>%s</table>"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        pytest.param("<tr><td>$code</td><td>$title</td><td>-</td></tr>", (), id="nothing beside the title"),
        pytest.param("<tr><td>$number</td><td>$title</td><td>-</td></tr>", (), id="number in its own cell"),
        pytest.param("<tr><td>$title</td><td>$code</td><td>ดาวน์โหลด</td></tr>", (), id="title before the code"),
        pytest.param(f"<tr><td>$code</td><td>$title</td><td>{_OFFICE}</td></tr>", (), id="office of every item"),
        pytest.param(
            "<tr><td>$code</td><td>$title<br>Disclosure of public information on the site</td></tr>",
            (),
            id="in English",
        ),
        pytest.param(
            f"<tr><td>$code</td><td>$title</td><td>{_ADDRESS} (ข้อ $number)</td></tr>",
            (f"{_ADDRESS} (ข้อ 5)",),
            id="matter in the cell",
        ),
        pytest.param(
            "<tr><td>$code</td><td>$title</td><td>1) แสดงแผนที่มีรายละเอียดอย่างครบถ้วนของข้อ $number</td></tr>",
            (),
            id="requirement with a number",
        ),
    ],
)
def test_row_tells_nothing_but_its_own_matter(
    form: str, told: tuple[str, ...], rows: list[Row], checklist: Checklist
) -> None:
    link = '<tr><td>$code</td><td>$title</td><td><a href="$href">ดู</a></td></tr>'
    if "$number</td><td>$title" in form:
        link = link.replace("$code", "$number")
    body = _TABLE % (each(form, rows[:6]) + each(link, rows[6:]))
    block = block_of(page(body, heading="ITA 2569"), checklist)
    assert block.entries[4].text == told
    assert not any(entry.text for entry in block.entries[6:])


def test_group_and_rest_of_a_broken_title_are_no_matter(rows: list[Row], checklist: Checklist) -> None:
    first, rest = "การขับเคลื่อนนโยบาย No Gift Policy จากการปฏิบัติหน้าที่", "และการเสริมสร้างความรู้เกี่ยวกับหลักเกณฑ์การรับทรัพย์สิน"
    item, broken = (
        '<p><b>$code $title</b></p><p><a href="$href">ดู</a></p>',
        f"<p><b>$code</b></p><p>{first}</p><p>{rest}</p>",
    )
    group = "<p>ตัวชี้วัดย่อยที่ 10.2 มาตรการภายในเพื่อส่งเสริมความโปร่งใสและป้องกันการทุจริต</p>"
    body = "".join(row.fill(broken) + group if row.code == "O20" else row.fill(item) for row in rows)
    entries = {entry.code: entry for entry in block_of(page(body, heading="ITA 2569"), checklist).entries}
    assert (entries["O20"].text, entries["O20"].links) == ((), ())


# --- what is no hub

_NEWS = ["ประกาศราคากลาง", "ประชุมคณะทำงาน ITA ปี 2569", "แผนปฏิบัติการป้องกันการทุจริต", "รับสมัครงาน", "O-NET 2568"]
_BIDS = [
    f"<tr><td>0{n}</td><td>ประกาศแผนการจัดซื้อจัดจ้าง ปี 2569</td><td><a href='/{n}'>ดู</a></td></tr>" for n in range(1, 9)
]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("".join(f"<li><a href='/{n}'>{words}</a></li>" for n, words in enumerate(_NEWS)), id="news"),
        pytest.param(f"<h2>ประกาศจัดซื้อจัดจ้าง</h2><table>{''.join(_BIDS)}</table>", id="procurement"),
        pytest.param("".join(f"<li><a href='/{n}'>O{n} สารเคมีชนิดที่ {n}</a></li>" for n in range(1, 9)), id="chemistry"),
        pytest.param("", id="nothing"),
    ],
)
def test_ordinary_page_is_no_hub(body: str, checklist: Checklist) -> None:
    assert read_hub(parse_html(page(body, "สำนักงานตัวอย่าง")), "https://www.example.go.th/", checklist) is None


def test_numbered_table_of_other_matters_is_no_hub_on_a_page_about_ita(checklist: Checklist) -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td>{_NEWS[n % 5]} ครั้งที่ {n}</td><td><a href='/{n}'>ดู</a></td></tr>" for n in range(1, 26)
    )
    assert read_hub(parse_html(page(f"<table>{rows}</table>", "ข่าว ITA")), URL, checklist) is None


def test_scores_without_links_are_no_hub(rows: list[Row], checklist: Checklist) -> None:
    scores = each("<tr><td>$code</td><td>$title</td><td>100</td></tr>", rows)
    body = f"<h2>ผลการประเมิน ITA 2568</h2><table>{scores}</table>"
    assert read_hub(parse_html(page(body)), URL, checklist) is None


def test_menu_words_between_others_are_no_hub(rows: list[Row], checklist: Checklist) -> None:
    words = [word for row in rows for word in (row.title, f"{row.title} เพิ่มเติม", f"เมนูย่อย {row.code[1:]} ของหน่วยงาน")]
    body = "".join(f"<li><a href='#'>{word}</a></li>" for word in words)
    assert read_hub(parse_html(page(f"<ul>{body}</ul>")), URL, checklist) is None


@pytest.mark.parametrize(("kind", "form"), [("titles", "links"), ("lists", "number in a cell of its own")])
def test_titles_on_a_page_that_is_not_about_ita_are_no_hub(
    kind: str, form: str, rows: list[Row], checklist: Checklist
) -> None:
    body = made(FORMS[kind][form], rows)
    found = read_hub(parse_html(page(body, "แผนผังเว็บไซต์", menu="")), "https://www.example.go.th/sitemap", checklist)
    assert found is None


# --- which pages to read closely


def links_of(rows: Sequence[Row]) -> list[Link]:
    return [Link(f"https://www.example.go.th{row.href}", row.href, f"{row.code} {row.title}") for row in rows]


def test_likelihood_tells_hubs_from_other_pages(rows: list[Row], checklist: Checklist) -> None:
    site = "https://www.example.go.th"
    titles = [row.title for row in rows]
    hub = hub_likelihood("ITA 2569", f"{site}/ita", links_of(rows), titles, checklist)
    part = hub_likelihood(None, f"{site}/node/91", links_of(rows[:4]), titles[:4], checklist)
    news = hub_likelihood("ข่าว", f"{site}/news", [], ["แผนปฏิบัติการป้องกันการทุจริต"], checklist)
    assert 1.0 >= hub > 0.9 > part > 0.15 > news


@pytest.mark.parametrize(
    "url", ["https://digital.example.go.th/capital", "https://itas.nacc.go.th/", "https://www.example.go.th/vitamin"]
)
def test_letters_inside_words_are_not_ita(url: str, checklist: Checklist) -> None:
    assert hub_likelihood("หน้าแรก", url, [], [], checklist) == 0.0
