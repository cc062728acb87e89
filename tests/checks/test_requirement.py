"""The handbook's question on an agency's page is no answer, and what the agency itself tells stays."""

from __future__ import annotations

import pytest

from oit_checker.checks.requirement import is_requirement, without_quotation, without_requirement
from oit_checker.model.page import Passage


@pytest.mark.parametrize(
    "text",
    [
        "o แสดงแผนการดำเนินงาน มีรายละเอียด โครงการ งบประมาณ ระยะเวลาดำเนินการ",
        "• แสดงรายงานผลการดำเนินงาน",
        "แสดงแผนผังโครงสร้างการแบ่งส่วนราชการของหน่วยงาน",
        "o เป็นข้อมูลของปีงบประมาณ พ.ศ. 2569",
        "(2) เป็นรายงานผลของปี พ.ศ. 2568",
        "– เป็นแผนที่มีระยะเวลาบังคับใช้ครอบคลุมปีงบประมาณปัจจุบัน",
        "- เป็นรายงานผลย้อนหลัง 1 ปีงบประมาณ",
        "องค์ประกอบด้านข้อมูล",
        "มีข้อมูลรายละเอียดของแผน อย่างน้อยประกอบด้วย",
    ],
)
def test_the_question(text: str) -> None:
    assert is_requirement(text)


@pytest.mark.parametrize(
    "text",
    [
        "แสดงความยินดีกับนายกเทศมนตรี 12 มกราคม 2569",
        "แสดงเจตจำนงสุจริตของผู้บริหาร",
        "ขั้นตอนการให้บริการ 1. ยื่นคำขอ 2. ตรวจสอบ 3. แจ้งผล",
        "ตารางแสดงจำนวนเรื่องร้องเรียน ปีงบประมาณ พ.ศ. 2568",
        "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569",
        "กรมเป็นหน่วยงานหลักด้านการทอผ้า",
    ],
)
def test_the_agencys_own_words(text: str) -> None:
    assert not is_requirement(text)


def test_the_list_under_the_question_goes_with_it() -> None:
    asked = ["องค์ประกอบด้านข้อมูล", "o แสดงแผน มีข้อมูลรายละเอียด อย่างน้อยประกอบด้วย", "(1) โครงการ", "(2) งบประมาณ"]
    told = ["แผนปฏิบัติการ 2569", "(1) โครงการอบรม งบประมาณ 5,000 บาท"]
    assert left([*asked, *told]) == told


def test_an_answer_in_the_line_of_the_question_stays() -> None:
    answers = ["(1) ที่อยู่ 99 หมู่ 4 ตำบลตัวอย่าง 10110", "(2) อีเมล saraban@example.go.th"]
    assert left(["แสดงข้อมูลการติดต่อ อย่างน้อยประกอบด้วย", *answers]) == answers


def test_a_guide_that_shows_its_own_steps_is_left_whole() -> None:
    guide = ["คู่มือการขอใช้ห้องประชุม", "ขั้นตอน ดังนี้", "1. ยื่นคำขอ", "2. ตรวจสอบ", "- แจ้งผลภายใน 3 วัน", "ค่าธรรมเนียม ไม่มี"]
    assert left(guide) == guide


def test_a_heading_ends_the_question() -> None:
    passages = [
        Passage("มีข้อมูลรายละเอียด อย่างน้อยประกอบด้วย"),
        Passage("โครงการปี 2569", is_heading=True),
        Passage("1. โครงการอบรม"),
    ]
    assert [passage.text for passage in without_requirement(passages)] == ["โครงการปี 2569", "1. โครงการอบรม"]


def left(texts: list[str]) -> list[str]:
    return [passage.text for passage in without_requirement(Passage(text) for text in texts)]


ASKED = (
    "แสดงการนำผลการวิเคราะห์ไปสู่การพัฒนา โดยมีรายละเอียดอย่างน้อยประกอบด้วย (๑) มาตรการ (๒) ขั้นตอนหรือวิธีการ ดำเนินการ (๓) ผู้รับผิดชอบ"
)


def test_a_document_that_quotes_the_question_keeps_its_own_words() -> None:
    text = f"ในปี 2569 สำนักงาน ป.ป.ช. กำหนดให้หน่วยงาน {ASKED} หน่วยงานจึงกำหนดมาตรการ ดังนี้"
    assert without_quotation(text).split() == [
        "ในปี",
        "2569",
        "สำนักงาน",
        "ป.ป.ช.",
        "กำหนดให้หน่วยงาน",
        "หน่วยงานจึงกำหนดมาตรการ",
        "ดังนี้",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "คณะทำงานอย่างน้อยประกอบด้วย (1) ประธาน (2) เลขานุการ",
        "แสดงรายการ (1) โครงการอบรม (2) โครงการปลูกป่า",
        "ตารางแสดงแผน มีผู้ตอบอย่างน้อย 30 คน ประกอบด้วย ผู้รับผิดชอบ 2 คน",
    ],
)
def test_a_documents_own_lists_stay(text: str) -> None:
    assert without_quotation(text) == text
