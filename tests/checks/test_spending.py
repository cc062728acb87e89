"""What was spent is not what was achieved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.checks.spending import tells_of_spending
from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind
from oit_checker.thai.text import fold

Ask = Callable[..., ComponentResult]

WORDS = ("ผลการดำเนินงาน", "ร้อยละ", "คิดเป็น", "เบิกจ่าย", "อุปสรรค", "ข้อเสนอแนะ", "แล้วเสร็จ")
MONEY = ("การใช้จ่ายงบประมาณ", "ได้รับจัดสรร 128.40 ล้านบาท เบิกจ่าย 121.90 ล้านบาท คิดเป็นร้อยละ 94.94")
REST = ("ปัญหาอุปสรรค", "ภัยแล้งทำให้กล้าไม้ตาย", "ข้อเสนอแนะ", "ควรแจกกล้าไม้ช่วงต้นฤดูฝน")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param((), "not_found", id="nothing but money, problems and suggestions"),
        pytest.param(
            ("ปีงบประมาณ พ.ศ. 2568 (1 ตุลาคม 2567 – 30 กันยายน 2568)",), "not_found", id="and the days of the year"
        ),
        pytest.param(("โครงการแจกกล้าไม้ แล้วเสร็จ",), "found", id="what became of a project"),
        pytest.param(("โครงการแจกกล้าไม้ เกษตรกรพอใจร้อยละ 91",), "found", id="a share of people"),
        pytest.param(("โครงการแจกกล้าไม้ เบิกจ่าย 40,000 บาท",), "unreadable", id="a project and what it cost"),
        pytest.param(("แจกกล้าไม้ 500 กล้า ใช้งบ 3,000 บาท",), "unreadable", id="a thing counted beside its cost"),
        pytest.param(("เกษตรกรปลูกไม้โตเร็วกันทั่วทั้งอำเภอ",), "unreadable", id="in words that nobody has listed"),
    ],
)
def test_a_report_of_what_was_spent(told: tuple[str, ...], expected: str, ask: Ask) -> None:
    page = {"title": "รายงานประจำปี 2568"}
    seen = ask("result_column", *told, *MONEY, *REST, keywords=WORDS, kind=PageKind.DOCX, page=page)
    assert seen.status == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("เบิกจ่าย 121.90 ล้านบาท คิดเป็นร้อยละ 94.94", "ร้อยละ", True, id="the share spent"),
        pytest.param("เบิกจ่าย 121.90 ล้านบาท คิดเป็นร้อยละ 94.94", "คิดเป็น", True, id="the sum before it"),
        pytest.param("ร้อยละ 94.94 ของงบประมาณที่ได้รับ", "ร้อยละ", True, id="of the budget"),
        pytest.param("งบประมาณ | เบิกจ่าย | ร้อยละ", "ร้อยละ", True, id="heads of columns"),
        pytest.param("ใช้งบ 30,000 บาท ผู้เข้าอบรมพอใจร้อยละ 90", "ร้อยละ", False, id="of people, after a sum"),
        pytest.param("ผลการดำเนินงานร้อยละ 90 ของเป้าหมาย", "ร้อยละ", False, id="of what was aimed at"),
        pytest.param("ผลการใช้จ่ายงบประมาณ", "ผลการใช้จ่าย", True, id="results of spending"),
    ],
)
def test_which_words_tell_of_spending(text: str, word: str, expected: bool) -> None:
    folded = fold(text)
    start = folded.index(fold(word))
    assert tells_of_spending(folded, start, start + len(fold(word))) is expected
