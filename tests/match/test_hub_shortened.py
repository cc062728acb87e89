"""Lists that shorten the items' titles: told by the printed number, or by the place among titles that are whole."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.documents.tree import parse_html
from oit_checker.match.hub import HubBlock, block_for_year, item_for_entry, read_hub
from oit_checker.match.hub_items import item_for_entry as item_of
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_types import UNKNOWN, HubEntry
from oit_checker.model.checklist import Checklist

URL = "https://www.example.go.th/ita"
SHORT = {
    1: "ผังโครงสร้าง/หน้าที่",
    2: "คณะผู้บริหาร",
    3: "ที่อยู่ติดต่อ-สอบถาม",
    4: "ประชาสัมพันธ์",
    5: "แผนพัฒนา 5 ปี",
    6: "แผนงานและการใช้งบ 69",
    7: "ผลดำเนินงาน 68",
    8: "คู่มือปฏิบัติงาน",
    9: "คู่มือบริการ",
    10: "ระบบออนไลน์",
    11: "จัดซื้อจัดจ้างรายเดือน",
    12: "สรุปจัดหาพัสดุทั้งปี",
    13: "หลักเกณฑ์บุคคล + แผน",
    14: "ผลพัฒนาบุคคล 68",
    15: "ประมวลจริยธรรม",
    16: "แนวทางรับเรื่องร้องเรียนทุจริต",
    17: "ช่องแจ้งทุจริต",
    18: "สถิติเรื่องทุจริต",
    19: "การมีส่วนร่วม",
    20: "งดรับของขวัญ No Gift",
    21: "ประเมินความเสี่ยง 69",
    22: "ผลบริหารความเสี่ยง 68",
    23: "แผนต้านทุจริต",
    24: "ผลป้องกันทุจริต 68",
    25: "นำผล ITA มาพัฒนา",
}


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return load_checklist("nacc-2569")


def block_of(body: str, checklist: Checklist, year: int = 2569, title: str = "ITA 2569") -> HubBlock | None:
    page = f"<html><head><title>{title}</title></head><body><main>{body}</main></body></html>"
    hub = read_hub(parse_html(page.encode()), URL, checklist)
    return block_for_year(hub, year) if hub is not None else None


def items(block: HubBlock | None, checklist: Checklist) -> list[tuple[str | None, list[str]]]:
    assert block is not None
    found = [item_for_entry(entry, block, checklist) for entry in block.entries]
    return [
        (known[0].code if known else None, [link.href for link in entry.links])
        for known, entry in zip(found, block.entries, strict=True)
    ]


def each(form: str, titles: dict[int, str]) -> str:
    return "".join(form.format(n=number, title=title, href=f"/{number}.pdf") for number, title in titles.items())


def wanted(numbers: Sequence[int]) -> list[tuple[str, list[str]]]:
    return [(f"O{number}", [f"/{number}.pdf"]) for number in numbers]


def whole(checklist: Checklist) -> dict[int, str]:
    return {number: checklist.item(f"O{number}").title_th for number in SHORT}  # type: ignore[union-attr]


def test_printed_codes_of_this_years_list_decide_over_short_titles(checklist: Checklist) -> None:
    rows = each("<tr><td>O{n}</td><td>{title}</td><td><a href='{href}'>ดู</a></td></tr>", SHORT)
    assert items(block_of(f"<table>{rows}</table>", checklist), checklist) == wanted(list(SHORT))


def test_short_titles_under_a_plainly_older_numbering_keep_to_their_topics(checklist: Checklist) -> None:
    older = {13: "ผลจัดซื้อจัดจ้างทั้งปี", 14: "แผนบุคคล", 15: "ผลพัฒนาบุคคล", 16: "จริยธรรม", 20: "การมีส่วนร่วม"}
    older |= {21: "No Gift", 23: "ความเสี่ยงสินบน", 25: "แผนปฏิบัติการป้องกันทุจริต", 26: "ผลป้องกันทุจริต"}
    rows = each("<tr><td>O{n}</td><td>{title}</td><td><a href='{href}'>ดู</a></td></tr>", older)
    block = block_of(f"<table>{rows}</table>", checklist)
    assert block is not None
    assert block.instrument == "nacc-2568"
    assert all(code != f"O{number}" for (code, _), number in zip(items(block, checklist), older, strict=True) if code)


@pytest.mark.parametrize(
    ("code", "title", "item"),
    [
        pytest.param("O19", "การมีส่วนร่วม", "O19", id="only the beginning of another year's title"),
        pytest.param("O24", "ผลป้องกันทุจริต", "O24", id="like a plan's title, with the word for its result"),
        pytest.param("O18", "สถิติร้องเรียนการทุจริต", "O18", id="holds a phrase of the channel"),
        pytest.param("O16", "คู่มือร้องเรียนการทุจริต", "O16", id="guide, with a phrase of the channel"),
        pytest.param("O24", "แผนปฏิบัติการป้องกันการทุจริต", "O23", id="the whole title of another item"),
        pytest.param("O12", "จัดซื้อจัดจ้างรายเดือน (แบบ สขร.1)", "O11", id="more of another item's title"),
        pytest.param("O19", "การมีส่วนร่วมของผู้บริหาร", None, id="the whole title of what is no item"),
    ],
)
def test_code_decides_in_this_years_list_unless_the_title_is_plainly_another(
    code: str, title: str, item: str | None, checklist: Checklist
) -> None:
    block = HubBlock(2569, "ITA 2569", checklist.id, "O", ())
    found = item_of(HubEntry(code, code, title, ()), block, checklist)
    assert (found[0].code if found else None) == item


def test_whole_lists_are_told_by_their_own_titles_in_order(checklist: Checklist) -> None:
    titles = Titles(checklist)
    for list_id in titles.list_ids("O"):
        own = [(one.prefix, one.number, one.title) for one in titles.known if one.list_id == list_id]
        assert titles.instrument_in_order(own) == list_id
    assert titles.instrument_in_order([("O", number, "ภาพกิจกรรมของหน่วยงาน") for number in range(1, 20)]) == UNKNOWN


def test_shortened_titles_between_whole_ones_are_told_by_order(checklist: Checklist) -> None:
    titles = whole(checklist) | {n: SHORT[n] for n in (2, 3, 8, 9, 10, 14, 18, 19, 22)} | {23: "แผนป้องกันการทุจริต"}
    cards = each("<div class='card'><div>{title}</div><div><a href='{href}'>แนบท้าย</a></div></div>", titles)
    assert items(block_of(f"<div class='row'>{cards}</div>", checklist), checklist) == wanted(list(SHORT))


def test_mostly_shortened_titles_under_headings_of_groups_are_a_list(checklist: Checklist) -> None:
    titles = SHORT | {n: checklist.item(f"O{n}").title_th for n in (4, 7, 13, 23)}  # type: ignore[union-attr]
    form = "<div><div>{title}</div><div><a href='{href}'>เปิด</a></div></div>"
    groups = {1: "9.1 ข้อมูลพื้นฐาน", 5: "9.2 การบริหารงาน", 11: "9.3 การจัดซื้อจัดจ้าง", 20: "ตัวชี้วัดย่อยที่ 10.1"}
    body = "".join(
        (f"<div><div>{groups[number]}</div></div>" if number in groups else "") + each(form, {number: title})
        for number, title in titles.items()
    )
    found = items(block_of(f"<section>{body}</section>", checklist), checklist)
    assert [pair for pair in found if pair not in wanted(list(SHORT))] == []
    assert len(found) >= 18


def test_each_tab_of_a_year_is_a_list_of_its_own(checklist: Checklist) -> None:
    titles = whole(checklist) | {n: SHORT[n] for n in (2, 9, 22)}
    old = {n: title for n, title in titles.items() if n in {5, 7, 14, 21, 24}}
    panes = "".join(
        f"<div id='y{year}' class='tab-pane'>"
        + each("<div><p>{title}</p><p><a href='/" + str(year) + "{href}'>เปิดดู</a></p></div>", of)
        + "</div>"
        for year, of in ((2567, old), (2568, old), (2569, titles))
    )
    tabs = "".join(f"<li><a data-toggle='tab' href='#y{year}'>ปี {year}</a></li>" for year in (2567, 2568, 2569))
    body = f"<ul class='nav nav-tabs'>{tabs}</ul><div class='tab-content'>{panes}</div>"
    for year, of in ((2568, old), (2569, titles)):
        found = items(block_of(body, checklist, year, "การเปิดเผยข้อมูลสาธารณะ (OIT)"), checklist)
        assert found == [(f"O{n}", [f"/{year}/{n}.pdf"]) for n in of]


def test_few_shortened_titles_are_no_list(checklist: Checklist) -> None:
    menu = {4: "ข่าวประชาสัมพันธ์", 5: "แผนพัฒนา", 7: "รายงานผลการดำเนินงานประจำปี", 9: "คู่มือบริการ", 10: "E-Service"}
    body = each("<div><a href='{href}'>{title}</a></div>", menu)
    assert block_of(f"<div>{body}</div>", checklist) is None


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("<p>ข้อ {n}. {title} <a href='{href}'>ดู</a></p>", id="ข้อ at the head"),
        pytest.param("<h4>{n}) {title}</h4><p><a href='{href}'>เปิด</a></p>", id="number at the head"),
        pytest.param("<table><tr><td>{n}</td><td>{title}</td><td><a href='{href}'>ดู</a></td></tr></table>", id="cells"),
    ],
)
@pytest.mark.parametrize("is_whole", [True, False], ids=["whole", "shortened"])
def test_numbers_of_this_years_list_are_codes(form: str, is_whole: bool, checklist: Checklist) -> None:
    titles = whole(checklist) if is_whole else SHORT
    assert items(block_of(each(form, titles), checklist), checklist) == wanted(list(SHORT))


def test_number_after_the_word_for_item_opens_one_whose_title_nobody_knows(checklist: Checklist) -> None:
    titles = whole(checklist) | {4: "กิจกรรม", 9: "อื่น ๆ ตามภารกิจ"}
    body = each("<h4>ข้อ {n} {title}</h4><p><a href='{href}'>ดู</a></p>", titles)
    assert items(block_of(body, checklist), checklist) == wanted(list(SHORT))


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param(
            [
                *("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต"),
                *("คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล"),
                "การป้องกันการทุจริต",
            ],
            id="the ten indicators",
        ),
        pytest.param(["ข่าวประชาสัมพันธ์การประชุม", "ข่าวรับสมัครงาน", "แผนพัฒนาบุคลากร", "ประกาศราคากลาง"] * 3, id="news"),
    ],
)
def test_numbers_before_other_matters_are_no_list(titles: list[str], checklist: Checklist) -> None:
    body = each("<p>{n}. {title} <a href='{href}'>ดู</a></p>", dict(enumerate(titles, 1)))
    assert block_of(body, checklist) is None


def test_shortened_title_without_its_code_stands_between_coded_neighbours(checklist: Checklist) -> None:
    forms = {n: "<h4>{title}</h4>" if n in {8, 9, 21} else "<h4>O{n} {title}</h4>" for n in SHORT}
    titles = whole(checklist) | {n: SHORT[n] for n in (8, 9, 21)}
    body = "".join(each(forms[n] + "<p><a href='{href}'>ดู</a></p>", {n: titles[n]}) for n in SHORT)
    assert items(block_of(body, checklist), checklist) == wanted(list(SHORT))


def test_line_without_a_code_after_an_item_is_no_item_that_the_list_left_out(checklist: Checklist) -> None:
    titles = {n: title for n, title in whole(checklist).items() if n != 9}
    more = "<h4>แบบฟอร์มต่าง ๆ ของกอง</h4><p><a href='/forms.pdf'>ดู</a></p>"
    body = "".join(
        each("<h4>O{n} {title}</h4><p><a href='{href}'>ดู</a></p>", {n: title}) + (more if n == 8 else "")
        for n, title in titles.items()
    )
    assert [code for code, _ in items(block_of(body, checklist), checklist)] == [f"O{n}" for n in titles]


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(
            "<tr><td>O{n}</td><td>{title}</td><td>มี</td><td>https://example.go.th{href}</td></tr>", id="column"
        ),
        pytest.param("<tr><td>O{n}</td><td>{title} https://example.go.th{href}</td></tr>", id="behind the title"),
        pytest.param("O{n} {title}<br>ลิงก์: https://example.go.th{href}<br>", id="broken lines"),
        pytest.param("<li>O{n} {title}<div><small>(https://example.go.th{href})</small></div></li>", id="small print"),
    ],
)
def test_addresses_typed_out_are_links_of_their_item(form: str, checklist: Checklist) -> None:
    body = each(form, whole(checklist))
    block = block_of(f"<table>{body}</table>" if "<tr>" in form else f"<div>{body}</div>", checklist)
    assert items(block, checklist) == [
        (code, [f"https://example.go.th{href[0]}"]) for code, href in wanted(list(SHORT))
    ]
    assert block is not None
    assert {link.element for entry in block.entries for link in entry.links} == {"text"}
    assert [entry.title for entry in block.entries] == list(whole(checklist).values())


def test_list_that_names_the_items_without_a_link_is_the_list(checklist: Checklist) -> None:
    rows = each("<tr><td>O{n}</td><td>{title}</td><td>เผยแพร่แล้ว</td></tr>", whole(checklist))
    block = block_of(f"<table>{rows}</table>", checklist)
    assert items(block, checklist) == [(f"O{n}", []) for n in SHORT]
    assert block is not None
    assert any("ไม่มีลิงก์" in note for note in block.notes)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("<tr><td>O{n}</td><td>{title}</td><td><button data-id='{n}'>ดู</button></td></tr>", id="buttons"),
        pytest.param("<tr onclick='show({n})'><td>O{n}</td><td>{title}</td></tr>", id="rows that a script opens"),
    ],
)
def test_list_whose_links_only_a_script_knows_is_not_said_to_have_none(form: str, checklist: Checklist) -> None:
    block = block_of(f"<table>{each(form, whole(checklist))}</table>", checklist)
    assert block is None or any(entry.links for entry in block.entries)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("<tr><td>O{n}</td><td>{title}</td><td>กองกลาง (ผู้รับผิดชอบ)</td></tr>", id="who answers for it"),
        pytest.param("<tr><td>O{n}</td><td>{title}</td><td>85.50</td></tr>", id="scores"),
    ],
)
def test_table_about_the_items_is_no_list_without_links(form: str, checklist: Checklist) -> None:
    assert block_of(f"<table>{each(form, whole(checklist))}</table>", checklist) is None


def test_part_of_a_list_or_another_years_without_links_is_none(checklist: Checklist) -> None:
    form = "<tr><td>O{n}</td><td>{title}</td></tr>"
    few = {n: title for n, title in whole(checklist).items() if n < 8}
    assert block_of(f"<table>{each(form, few)}</table>", checklist) is None
    assert block_of(f"<table>{each(form, whole(checklist))}</table>", checklist, 2568, "ITA 2568") is None


def test_item_with_two_entries_in_a_list_of_titles_has_both(checklist: Checklist) -> None:
    titles = {n: [title] for n, title in whole(checklist).items()}
    titles |= {
        13: ["หลักเกณฑ์บริหารทรัพยากรบุคคล", "แผนบริหารและพัฒนาทรัพยากรบุคคล"],
        20: ["No Gift Policy", "นโยบาย No Gift Policy"],
    }
    rows = [(n, place, title) for n, of in titles.items() for place, title in enumerate(of)]
    body = "".join(f"<div><p>{title}</p><p><a href='/{n}-{place}.pdf'>เปิด</a></p></div>" for n, place, title in rows)
    found = [(code, href) for code, hrefs in items(block_of(body, checklist), checklist) for href in hrefs]
    assert found == [(f"O{n}", f"/{n}-{place}.pdf") for n, place, _ in rows]
