"""A declaration that the top executive signed: its day, its signer's name and post."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind

Ask = Callable[..., ComponentResult]
DECLARED = "ประกาศเจตนารมณ์ ข้าพเจ้าและบุคลากรทุกคนจะไม่รับของขวัญ"
DATED = "ประกาศ ณ วันที่ 5 มกราคม 2569"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((DATED, "(นายก้อง ดีใจ)", "อธิบดี"), "found", id="signed"),
        pytest.param(("ประกาศ ณ วันที่ ๕ มกราคม ๒๕๖๙", "(นายก้อง ดีใจ)", "อธิบดี"), "found", id="Thai digits"),
        pytest.param((), "found", id="without a signature in words, as in a picture"),
        pytest.param(("ลงชื่อ ..................", "(นายก้อง ดีใจ)", "นายกเทศมนตรี"), "found", id="a line to sign on"),
        pytest.param(("ประกาศ ณ วันที่ ...... มกราคม 2569", "(นายก้อง ดีใจ)", "อธิบดี"), "unreadable", id="no day"),
        pytest.param((DATED, "(...............................)", "อธิบดี"), "unreadable", id="no name"),
        pytest.param(
            (DATED, "(นายก้อง ดีใจ)", "อธิบดี", "แบบรายงาน", "ณ วันที่ ........", "(..............)"),
            "found",
            id="signed, with a form behind it",
        ),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "ผู้อำนวยการกองคลัง"), "unreadable", id="the head of a division"),
        pytest.param((DATED, "(นางสาวแก้ว ดีใจ)", "หัวหน้าฝ่ายบริหารทั่วไป"), "unreadable", id="the head of a section"),
        pytest.param(
            (DATED, "(นายก้อง ดีใจ)", "ผู้อำนวยการกองคลัง รักษาราชการแทน", "นายกเทศมนตรี"), "found", id="in place of the top"
        ),
        pytest.param(("รายงานผล", "(นายก้อง ดีใจ)", "หัวหน้าฝ่ายอำนวยการ"), "found", id="a report below, signed by others"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "ผู้อำนวยการกองทุนพัฒนา"), "found", id="the head of a fund"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "ผู้อำนวยการโรงเรียน"), "found", id="the head of a school"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "อธิบดี", "(นายขวัญ ดีใจ)", "ผู้อำนวยการกองคลัง"), "found", id="with a witness"),
    ],
)
@pytest.mark.parametrize("kind", [PageKind.DOCX, PageKind.PDF])
def test_who_signed_a_declaration(ask: Ask, lines: tuple[str, ...], expected: str, kind: PageKind) -> None:
    words = ("ประกาศเจตนารมณ์", "ไม่รับของขวัญ")
    assert ask("signed", DECLARED, *lines, keywords=words, kind=kind, min_count=2).status == expected
    assert ask("signed", "ประชุมประจำเดือน", *lines, keywords=words, kind=kind, min_count=2).status == "not_found"
