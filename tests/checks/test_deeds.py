"""Deeds told in plain words, and what is only planned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from oit_checker.checks.deeds import deed_of
from oit_checker.checks.matter import Matter
from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("เดินรณรงค์ จัดเมื่อวันที่ 9 ก.พ. 68 มีคนมา 40 คน จ่ายไป 8,000 บาท", True),
        ("อบรมครูเมื่อวันที่ 3 มีนาคม 2568 ผู้เข้าร่วม ๓๕ คน ไม่ใช้งบ", True),
        ("จะจัดวันที่ 9 ก.พ. 68 มีคนร่วม 40 คน ใช้เงิน 8,000 บาท", False),
        ("จัดเมื่อ 8 มีนาคม 2568 มีนักศึกษาร่วม 160 คน จากเป้าหมาย 150 คน ใช้จ่ายจริง 118,400 บาท จากที่ตั้งไว้ 120,000 บาท", True),
        ("จัดเมื่อ 8 มีนาคม 2568 มีนักศึกษาร่วม 160 คน ใช้จ่ายจริง 118,400 บาท ต่ำกว่างบประมาณที่ตั้งไว้", True),
        ("จัดวันที่ 8 มีนาคม 2568 มีนักศึกษาร่วม 160 คน ใช้เงินตามที่ตั้งไว้ 120,000 บาท", False),
        ("จัดวันที่ 9 ก.พ. 68 เป้าหมายมีคนมา 40 คน ใช้เงิน 8,000 บาท", False),
        ("จัดเมื่อวันที่ 9 ก.พ. 66 มีคนมา 40 คน จ่ายไป 8,000 บาท", False),
        ("จัดเมื่อวันที่ 9 ก.พ. 68 มีคนมา 40 คน", False),
        ("มีคนมา 40 คน จ่ายไป 8,000 บาท", False),
    ],
)
def test_deeds(line: str, is_told: bool) -> None:
    page = Page("https://www.example.go.th/r", PageKind.HTML, "รายงาน", (Passage(line),))
    matter = Matter(page, PhraseIndex(()), date(2026, 5, 1))
    assert (deed_of(matter, FiscalYear(2568)) is not None) is is_told


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("กองช่างรับผิดชอบ", "found"),
        ("งานธุรการเป็นผู้รับผิดชอบ", "found"),
        ("รับผิดชอบโดยสำนักปลัดเทศบาล", "found"),
        ("กองที่รับผิดชอบดำเนินการต่อ", "not_found"),
        ("กองคลังแจ้งผู้รับผิดชอบทราบ", "not_found"),
        ("กองทุนรับผิดชอบหมู่บ้าน", "not_found"),
    ],
)
def test_owner(ask: Callable[..., ComponentResult], line: str, expected: str) -> None:
    assert ask("owner", line).status == expected
