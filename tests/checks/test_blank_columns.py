"""A column that the layout tells as blank is not filled by what OCR reads of its head."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import OcrReading, PageKind, Passage, Table

Ask = Callable[..., ComponentResult]

FOUND, NOT_FOUND, UNREADABLE = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND, ComponentStatus.UNREADABLE
WORDS = ("เลขที่และวันที่สัญญา", "สัญญาเลขที่", "ผู้รับผิดชอบ")


def paper(head: str, cell: str, read: str, *, page_no: int = 1, damaged: tuple[int, ...] = (1,)) -> dict[str, Any]:
    """A table in a page's layout, and what OCR read on a page of the same file."""
    table = Table(("งาน", "วงเงิน", head), (("ซื้อกระดาษ", "9,000", cell), ("จ้างซ่อม", "800", cell)), page_no=1)
    ocr = OcrReading((Passage(read, page_no=page_no, by_ocr=True),), pages=(page_no,))
    return {"laid_out": (table,), "ocr": ocr, "damaged": damaged, "scans": (1, 2)}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(paper("เลขที่และวัน ที่สัญญา", "", "งาน วงเงิน เลขที่และวันที่สัญญา"), UNREADABLE, id="its head again"),
        pytest.param(paper("ผ้รับผิดชอบ", "", "งาน วงเงิน ผู้รับผิดชอบ"), UNREADABLE, id="the font lost a vowel of the head"),
        pytest.param(paper("เลขที่และวันที่สัญญา", "", "สัญญาเลขที่ 12/2568"), FOUND, id="told in other words"),
        pytest.param(paper("เลขที่และวันที่สัญญา", "", "เลขที่และวันที่สัญญา", page_no=2), FOUND, id="on a page that is a picture"),
        pytest.param(paper("หมายเหตุ", "", "งาน วงเงิน เลขที่และวันที่สัญญา"), FOUND, id="another column is blank"),
    ],
)
def test_what_the_layout_tells_as_blank_is_not_found_by_ocr(
    page: dict[str, Any], expected: ComponentStatus, ask: Ask
) -> None:
    result = ask("keywords", "สรุปผลการจัดซื้อจัดจ้าง", keywords=WORDS, kind=PageKind.PDF, page=page)
    assert result.status is expected
    if expected is UNREADABLE:
        assert "แต่ไม่มีข้อมูลในคอลัมน์" in (result.note or "")


def test_a_label_is_not_taken_from_the_head_of_a_blank_column(ask: Ask) -> None:
    way = {"check": "labelled", "with": {"labels": ["สัญญา"]}}
    flags = {"or": [way]}
    read = "สัญญา : เลขที่"
    page = paper("สัญญา", "", read)
    assert ask("keywords", "สรุปผล", keywords=("สัญญา",), kind=PageKind.PDF, page=page, flags=flags).status is UNREADABLE
    page = paper("สัญญา", "", read, damaged=())
    assert ask("keywords", "สรุปผล", keywords=("กกก",), kind=PageKind.PDF, page=page, flags=flags).status is FOUND


def test_on_a_sound_page_a_blank_column_is_a_gap(ask: Ask) -> None:
    page = {**paper("เลขที่และวันที่สัญญา", "", "", damaged=()), "ocr": None}
    result = ask("keywords", "สรุปผล", keywords=WORDS, kind=PageKind.PDF, page=page)
    assert result.status is NOT_FOUND


@pytest.mark.parametrize(("pictures", "is_damaged"), [((), True), ((2,), False)])
def test_what_ocr_does_not_find_either_is_not_laid_to_a_picture_that_is_none(
    pictures: tuple[int, ...], is_damaged: bool, ask: Ask
) -> None:
    page = {**paper("หมายเหตุ", "ก", "งาน วงเงิน"), "partly_unreadable": pictures}
    note = ask("keywords", "สรุปผล", keywords=WORDS, kind=PageKind.PDF, page=page).note or ""
    assert "อ่านจากภาพด้วย OCR แล้วยังไม่พบ" in note
    assert note.startswith("ข้อความในไฟล์เสียรูป") is is_damaged
