"""Counts, sums and first columns: figures that are there, forms that nobody filled in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]
NIL = [["ไม่มี", "ไม่พบ"], ["ร้องเรียน", "เบาะแส"]]
HEAD = ("เดือน", "รับแจ้ง", "คงค้าง")


def tables(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> dict[str, Any]:
    return {"tables": (Table(head, rows),)}


@pytest.mark.parametrize(
    ("lines", "page", "expected"),
    [
        pytest.param(("ในรอบปีไม่มีประชาชนร้องเรียนเจ้าหน้าที่",), {}, "found", id="none, in a sentence"),
        pytest.param(("หากไม่มีผู้ร้องเรียนให้ขีดฆ่า",), {}, "not_found", id="how to fill in the form"),
        pytest.param(("รับแจ้งรวมสามเรื่อง",), {}, "found", id="a number in words"),
        pytest.param((), tables(head=("รับแจ้ง", "3")), "found", id="a figure beside its name"),
        pytest.param(("รับแจ้ง 4 เรื่อง",), {}, "found", id="a figure"),
        pytest.param((), tables(("ต.ค. 2567", "3", "1")), "found", id="figures in a table"),
        pytest.param((), tables(("ต.ค. 2567", "0", "0"), ("พ.ย. 2567", "0", "-")), "found", id="nought each month"),
        pytest.param((), tables(("ต.ค. 2567", "", ""), ("พ.ย. 2567", "", "")), "not_found", id="an empty table"),
        pytest.param(("รับแจ้ง จำนวน … เรื่อง ณ วันที่ 30 กันยายน 2568 หน้า 1",), {}, "not_found", id="dates are no count"),
    ],
)
@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.XLSX])
def test_counts(ask: Ask, lines: tuple[str, ...], page: dict[str, Any], expected: str, kind: PageKind) -> None:
    assert ask("counts", *lines, keywords=("รับแจ้ง",), page=page, kind=kind, nil=NIL).status == expected


def test_all_nought_tells_every_count(ask: Ask) -> None:
    page = tables(("ต.ค. 2567", "0", "0"), ("พ.ย. 2567", "0", "0"))
    assert ask("counts", keywords=("แล้วเสร็จ",), page=page, nil=NIL).status == "found"
    page = tables(("ต.ค. 2567", "2", "0"), ("พ.ย. 2567", "0", "0"))
    assert ask("counts", keywords=("แล้วเสร็จ",), page=page, nil=NIL).status == "not_found"


@pytest.mark.parametrize(
    ("lines", "page", "expected"),
    [
        pytest.param(
            ("โครงการ ก ใช้เงิน 20,000 บาท", "โครงการ ข ใช้เงิน 20,000 บาท"), {}, "found", id="the same sum twice"
        ),
        pytest.param(("ใช้เงิน ๕๐๐ บาท",), {}, "not_found", id="one sum"),
        pytest.param(("อบรม 2 รุ่น รุ่นละ 40 คน",), {}, "not_found", id="no money"),
        pytest.param(
            (), tables(("ก", "1,500"), ("ข", "-"), head=("โครงการ", "เงินที่ใช้")), "found", id="a column of sums"
        ),
        pytest.param(
            (), tables(("ก", "1,500"), ("ข", "20"), head=("โครงการ", "ผู้เข้าร่วม")), "not_found", id="another column"
        ),
    ],
)
def test_amounts(ask: Ask, lines: tuple[str, ...], page: dict[str, Any], expected: str) -> None:
    assert ask("amounts", *lines, keywords=("เงินที่ใช้", "วงเงิน"), page=page).status == expected


def test_the_first_column_of_a_risk_table_tells_the_event(ask: Ask) -> None:
    beside = [["โอกาส", "Likelihood"], ["ผลกระทบ", "Impact"]]
    head = ("ที่", "เรื่อง", "Likelihood", "Impact")
    whole = tables(("1", "รับเงินเพื่อแซงคิว", "2", "4"), head=head)
    assert ask("first_column", keywords=("เหตุการณ์ความเสี่ยง",), page=whole, beside=beside).snippet == "รับเงินเพื่อแซงคิว"
    for page in (
        tables(("1", "", "2", "4"), head=head),
        tables(("1", "รับเงินเพื่อแซงคิว", "2", "4"), head=(*head[:3], "คะแนน")),
    ):
        assert ask("first_column", keywords=("เหตุการณ์ความเสี่ยง",), page=page, beside=beside).status == "not_found"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("จำนวนเรื่องร้องเรียน 3 เรื่อง",), "found", id="right after"),
        pytest.param(("จำนวนเรื่องร้องเรียน", "ไตรมาสแรก", "2"), "found", id="in the cells after it"),
        pytest.param(
            ("บุคลากร 12 คน รถยนต์ 2 คัน", *["เชิญชวนประชาชนเฝ้าระวัง"] * 20, "จำนวนเรื่องร้องเรียน"),
            "unreadable",
            id="another figure",
        ),
        pytest.param(("จำนวนเรื่องร้องเรียน", "ที่ทำการอยู่หมู่ 3 อาคารสีขาว"), "not_found", id="an address"),
        pytest.param(("จะรายงานจำนวนเรื่องร้องเรียนให้ทราบ",), "not_found", id="no figure at all"),
    ],
)
def test_a_figure_stands_beside_its_word(lines: tuple[str, ...], expected: str, ask: Ask) -> None:
    assert ask("counts", *lines, keywords=("จำนวนเรื่องร้องเรียน",)).status == expected


@pytest.mark.parametrize(
    ("lines", "page", "expected"),
    [
        pytest.param((), tables(("ต.ค. 2567", "1", "0"), ("รวม", "2", "0")), "found", id="some came"),
        pytest.param(("รับแจ้ง จำนวน 2 เรื่อง",), {}, "found", id="some came, in a sentence"),
        pytest.param((), tables(("ต.ค. 2567", "0", "0"), head=("เดือน", "เรื่องค้างปี", "คงค้าง")), "found", id="all nought"),
        pytest.param((), tables(("2568", "", "0"), head=("ปี", "รับแจ้ง", "คงค้าง")), "not_found", id="a year is no count"),
        pytest.param(("รับแจ้งทางโทรศัพท์ 1 ช่องทาง",), {}, "not_found", id="a number of another thing"),
        pytest.param(("รับแจ้ง จำนวน 0 เรื่อง",), {}, "not_found", id="nought is to be told in words"),
    ],
)
def test_where_some_came_nobody_need_say_that_none_did(
    ask: Ask, lines: tuple[str, ...], page: dict[str, Any], expected: str
) -> None:
    seen = ask("counts", *lines, keywords=("ไม่มีผู้ร้องเรียน",), page=page, nil=NIL, unless_counted=["รับแจ้ง"])
    assert seen.status == expected


def test_the_sum_of_counts_is_quoted(ask: Ask) -> None:
    seen = ask("counts", keywords=("รับแจ้ง",), page=tables(("ต.ค. 2567", "1", "0"), ("รวม", "2", "0")), nil=NIL)
    assert seen.snippet == "รับแจ้ง: 2"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param((("จัดซื้อ", "2 เรื่อง"), ("พัสดุ", "0 เรื่อง"), ("รวม", "2 เรื่อง")), "not_found", id="of one kind"),
        pytest.param((("จัดซื้อ", "0 เรื่อง"), ("พัสดุ", "0 เรื่อง"), ("รวม", "0 เรื่อง")), "found", id="of all kinds"),
    ],
)
def test_nought_of_one_kind_is_no_count_of_what_was_finished(
    rows: tuple[tuple[str, ...], ...], expected: str, ask: Ask
) -> None:
    page = {"tables": (Table(("ประเภท", "เข้ามา"), rows),)}
    assert ask("counts", keywords=("แล้วเสร็จ", "0 เรื่อง"), page=page, nil=NIL).status == expected


def test_nought_behind_its_word_counts_beside_a_sum(ask: Ask) -> None:
    line = "รวม 3 เรื่อง แล้วเสร็จ 3 เรื่อง คงค้าง 0 เรื่อง"
    assert ask("counts", line, keywords=("คงค้าง", "0 เรื่อง"), nil=NIL).status == "found"
