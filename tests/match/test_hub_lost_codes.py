"""Lists in which codes are lost, changed to "ข้อ n" half-way, or written so from first to last."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.documents.tree import parse_html
from oit_checker.match.hub import Hub, block_for_year, item_for_entry, read_hub

CHECKLIST = load_checklist("nacc-2569")
TITLES = [
    "โครงสร้าง",
    "ข้อมูลผู้บริหาร",
    "ติดต่อ-สอบถาม",
    "ข่าวประชาสัมพันธ์",
    "แผนพัฒนาเทศบาล",
    "แผนและความก้าวหน้า การใช้งบฯ",
    "ผลงานประจำปี",
    "คู่มือเจ้าหน้าที่",
    "คู่มือผู้มาติดต่อ",
    "E-Service",
    "จัดซื้อจัดจ้างรายเดือน",
    "สรุปจัดซื้อจัดจ้าง",
    "หลักเกณฑ์+แผนบุคคล",
    "รายงานผลด้านบุคคล",
    "จริยธรรม",
    "แนวทางจัดการเรื่องร้องเรียนทุจริต",
    "ช่องทางแจ้งทุจริต",
    "สถิติเรื่องร้องเรียนทุจริต",
    "การมีส่วนร่วม",
    "No Gift Policy",
    "ความเสี่ยงทุจริต",
    "รายงานผลความเสี่ยง",
    "แผนป้องกันทุจริต",
    "รายงานผลป้องกันทุจริต",
    "การใช้ผล ITA",
]
CARD = (
    '<div class="col"><a class="box" href="/{n}"><img src="/x.png" alt=""><b class="c">{code}</b>'
    "<div>{title}</div></a></div>"
)
ROW = '<tr><td>{code}</td><td>{title}</td><td><a href="/{n}">ดู</a></td></tr>'
ITA = "การประเมินคุณธรรมและความโปร่งใส (ITA) ปี 2569"
CODES = [f"O{number}" for number in range(1, 26)]
WHOLE = {code: [f"/{code[1:]}"] for code in CODES}


def rows(codes: Sequence[str], form: str = CARD, titles: Sequence[str] = TITLES) -> list[str]:
    pairs = enumerate(zip(codes, titles, strict=True), 1)
    return [form.format(n=number, code=code, title=title) for number, (code, title) in pairs]


def read(parts: Sequence[str], title: str = ITA) -> Hub | None:
    tag = "table" if parts[0].startswith("<tr") else "div"
    html = f"<title>{title}</title><body><h2>{title}</h2><{tag}>{''.join(parts)}</{tag}></body>"
    return read_hub(parse_html(html.encode()), "https://www.example.go.th/page/7", CHECKLIST)


def offered(hub: Hub | None) -> dict[str, list[str]]:
    block = block_for_year(hub, 2569) if hub is not None else None
    found: dict[str, list[str]] = {}
    for entry in block.entries if block is not None else ():
        told = item_for_entry(entry, block, CHECKLIST) if block is not None else None
        found[told[0].code if told is not None else entry.title] = [link.href for link in entry.links]
    return found


@pytest.mark.parametrize("form", [CARD, ROW], ids=["cards", "rows"])
@pytest.mark.parametrize(
    "codes",
    [
        pytest.param(CODES, id="all are there"),
        pytest.param([*CODES[:6], "", *CODES[7:]], id="one is lost"),
        pytest.param([*CODES[:6], "", "", *CODES[8:]], id="two are"),
        pytest.param([*CODES[:4], *(f"ข้อ {n}" for n in range(5, 11)), *CODES[10:]], id="other words between"),
        pytest.param([*CODES[:4], *map(str, range(5, 11)), *CODES[10:]], id="bare numbers between"),
        pytest.param([*CODES[:9], *map(str, range(10, 26))], id="bare numbers to the end"),
        pytest.param([f"ข้อ {n}" for n in range(1, 26)], id="other words throughout"),
        pytest.param([*map(str, range(1, 26))], id="bare numbers throughout"),
    ],
)
def test_each_item_has_its_own_links_and_no_others(codes: Sequence[str], form: str) -> None:
    assert offered(read(rows(codes, form))) == WHOLE


def test_a_card_of_another_matter_is_no_items_and_lends_its_link_to_none() -> None:
    parts = rows([*CODES[:6], "", *CODES[7:]], titles=[*TITLES[:6], "ระบบ Hotline", *TITLES[7:]])
    found = offered(read(parts))
    assert found["O6"] == ["/6"]
    assert "O7" not in found


def test_a_box_between_codes_that_lack_none_goes_on_with_the_item_above() -> None:
    parts = rows(CODES)
    more = CARD.format(n="6b", code="", title="รายงานการใช้จ่ายงบประมาณ รอบ 6 เดือน")
    assert offered(read([*parts[:6], more, *parts[6:]]))["O6"] == ["/6", "/6b"]


def test_numbers_that_do_not_fit_between_the_codes_are_those_of_papers() -> None:
    parts = rows(CODES)
    papers = [CARD.format(n=f"4-{n}", code=n, title=f"ข่าวเดือนที่ {n}") for n in range(1, 7)]
    found = offered(read([*parts[:4], *papers, *parts[9:]]))
    assert found["O4"] == ["/4", *(f"/4-{n}" for n in range(1, 7))]
    assert not {"O5", "O6"} & found.keys()


@pytest.mark.parametrize(
    ("title", "last"),
    [
        pytest.param("ระเบียบพัสดุของสหกรณ์", 25, id="clauses of a regulation"),
        pytest.param(ITA, 12, id="it counts to another number"),
    ],
)
def test_what_counts_otherwise_is_no_list_of_items(title: str, last: int) -> None:
    parts = rows([f"ข้อ {n}" for n in range(1, last + 1)], titles=[f"เรื่องที่ {n}" for n in range(1, last + 1)])
    assert offered(read(parts, title)) == {}


def test_bare_numbers_before_other_titles_are_those_of_any_table() -> None:
    parts = rows([str(n) for n in range(1, 26)], titles=[f"โครงการที่ {n} ของกองช่าง" for n in range(1, 26)])
    assert offered(read(parts)) == {}
