"""A list of measures, each with what was done behind a dash, tells results; a list of what is planned does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult

Ask = Callable[..., ComponentResult]

TITLE = "รายงานผลการดำเนินการตามแผนบริหารจัดการความเสี่ยงการทุจริต ปีงบประมาณ พ.ศ. 2568"
WORDS = ("ผลการดำเนินการ", "แล้วเสร็จ", "ผู้เข้าร่วม", "สถานะ")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ("หมุนเวียนผู้ตรวจทุก 6 เดือน — หมุนเวียนแล้ว 2 ครั้ง ผู้ตรวจ 14 คน", "ตรวจ GPS รถราชการ — สุ่มตรวจ 60 ครั้ง ไม่พบความผิดปกติ"),
            "found",
            id="each told",
        ),
        pytest.param(
            ("1. หมุนเวียนผู้ตรวจ : หมุนเวียนแล้ว 2 ครั้ง", "2. ตรวจรถราชการ : ตรวจครบ 12 เดือน"), "found", id="behind colons"
        ),
        pytest.param(
            ("มาตรการหมุนเวียนผู้ตรวจ — หมุนเวียนแล้ว 2 ครั้ง", "มาตรการตรวจรถราชการ — กองคลัง"), "unreadable", id="one of two"
        ),
        pytest.param(
            ("มาตรการหมุนเวียนผู้ตรวจ — หมุนเวียนให้ครบปีละ 2 ครั้ง", "มาตรการตรวจรถราชการ — ตรวจครบเดือนละ 4 ครั้ง"),
            "unreadable",
            id="planned",
        ),
        pytest.param(("มาตรการหมุนเวียนผู้ตรวจ — ดำเนินการเรียบร้อย ตามแผนของปีที่กำหนดไว้",), "unreadable", id="no count"),
        pytest.param(
            ("มาตรการที่ 1 ใช้เครื่องออกตั๋ว ผลคือ เงินขาดบัญชีลดลง", "มาตรการที่ 2 ใช้กรรมการสเปก ผลคือ สั่งแก้ 2 งาน"),
            "found",
            id="the result named so",
        ),
        pytest.param(
            (
                "มาตรการที่ 1 ใช้เครื่องออกตั๋ว ผลคือ ติดตั้ง 10 ท่า",
                "มาตรการที่ 2 ใช้กรรมการสเปก ผลคือ สั่งแก้ 2 งาน",
                "มาตรการที่ 3 หมุนเวียนพนักงานขายตั๋วทุกไตรมาสของปี",
            ),
            "unreadable",
            id="the result of two of three",
        ),
        pytest.param(
            ("มาตรการที่ 1 ใช้เครื่องออกตั๋ว ผลคือ จะติดตั้ง 10 ท่า", "มาตรการที่ 2 ใช้กรรมการสเปก ผลคือ อยู่ระหว่างดำเนินการ"),
            "unreadable",
            id="the result still to come",
        ),
        pytest.param(("มาตรการ : หมุนเวียนผู้ตรวจ", "ผลการทบทวน : ครบ 2 ครั้ง"), "not_found", id="labels"),
    ],
)
def test_a_list_of_measures(lines: tuple[str, ...], expected: str, ask: Ask) -> None:
    assert ask("result_column", *lines, keywords=WORDS, page={"title": TITLE}).status == expected
