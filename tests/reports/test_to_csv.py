from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from oit_checker.model.report import GapReport
from reports import render


def rows_of(report: GapReport) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(report, "csv").decode("utf-8-sig"), newline="")))


def test_one_row_per_item_in_reading_order(report: GapReport) -> None:
    rows = rows_of(report)
    assert [row["ข้อ"] for row in rows] == [finding.code for finding in report.items]
    untold = ("คำแนะนำ", "หลักฐาน", "ข้อแนะนำเพิ่มเติม", "ความมั่นใจ", "ระดับข้อมูลเปิด (เต็ม 5)", "ข้อสังเกตของหลักฐาน")
    assert rows[0] | dict.fromkeys(untold, "") == {
        "หน่วยงาน": "เทศบาลตำบลห้วยทราย",
        "เว็บไซต์": "https://www.huaisai.example.go.th/",
        "ปีงบประมาณ": "2569",
        "ตัวชี้วัดย่อย": "9.1",
        "ข้อ": "O1",
        "ชื่อข้อ": "โครงสร้าง หน้าที่และอำนาจ",
        "ปีที่กำหนด": "ปีใดก็ได้",
        "สถานะ": "องค์ประกอบข้อมูลไม่ครบ",
        "รหัสสถานะ": "incomplete",
        "คะแนน": "0",
        "คะแนน OIT ที่จะเพิ่ม": "2.50",
        "เหตุผล": "",
        "สิ่งที่ยังขาด": "ไม่พบคำอธิบายหน้าที่และอำนาจของหน่วยงาน",
        "คำแนะนำ": "",
        "ข้อแนะนำเพิ่มเติม": "",
        "หลักฐาน": "",
        "ความมั่นใจ": "",
        "ข้อมูลส่วนบุคคลที่ควรปกปิด": "",
        "ระดับข้อมูลเปิด (เต็ม 5)": "",
        "ข้อสังเกตของหลักฐาน": "",
        "สถานะรอบก่อน": "",
    }
    assert rows[0]["ความมั่นใจ"] in {"สูง", "ปานกลาง", "ต่ำ"}


def test_excel_reads_it_as_thai(report: GapReport) -> None:
    assert render(report, "csv").startswith("\ufeffหน่วยงาน,".encode())


def test_several_gaps_share_a_cell(report: GapReport) -> None:
    assert rows_of(report)[24]["คำแนะนำ"].split(" | ") == [
        "เพิ่มผู้รับผิดชอบของแต่ละมาตรการในตารางหน้า 3",
        "เพิ่มระยะเวลาของแต่ละมาตรการ",
    ]


@pytest.mark.parametrize(
    ("reason", "cell"),
    [
        pytest.param("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1", id="equals"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", "'=1", id="carriage return"),
        pytest.param("\u202e=1", "'=1", id="behind a direction mark"),
        pytest.param('ก "ข", ค\nง', 'ก "ข", ค ง', id="quotes, commas and lines"),
        pytest.param("ก=ข", "ก=ข", id="inside is harmless"),
    ],
)
def test_a_cell_never_runs(report: GapReport, reason: str, cell: str) -> None:
    finding = replace(report.items[0], reason=reason)
    assert rows_of(replace(report, items=(finding,)))[0]["เหตุผล"] == cell
