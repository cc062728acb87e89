"""A training told in one sentence: it took place, on a day of the asked year."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind

Ask = Callable[..., ComponentResult]
ASKED = {"deeds": ["อบรม", "บรรยาย"], "about": ["จริยธรรม", "คุณธรรม", "จรรยา"]}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("26 มกราคม 2569 อบรมจริยธรรมแก่บุคลากรใหม่ 47 คน", "found"),
        ("24 กรกฎาคม 2567 อบรมจริยธรรมแก่บุคลากร 40 คน", "not_found"),
        ("26 มกราคม 2569 ไม่มีผู้เข้าอบรมเรื่องคุณธรรม", "not_found"),
        ("26 มกราคม 2569 ไม่มีการจัดอบรมจริยธรรม", "not_found"),
        ("26 มกราคม 2569 บุคลากรไม่ได้เข้าร่วมอบรมจริยธรรม", "not_found"),
        ("26 มกราคม 2569 อบรมจริยธรรมแก่บุคลากร 40 คน ไม่มีผู้ขาด", "found"),
        ("26 มกราคม 2569 อบรมจริยธรรมแก่บุคลากร 40 คน ไม่มีค่าใช้จ่าย", "found"),
        ("26 มกราคม 2569 อบรมจริยธรรมแก่บุคลากร 40 คน ไม่ได้ใช้งบประมาณ", "found"),
        ("26 มกราคม 2569 อบรมจริยธรรมแก่บุคลากร 40 คน ผู้ที่ไม่ได้เข้าอบรม 2 คน", "found"),
        ("26 มกราคม 2569 งดจัดบรรยายเรื่องจรรยาบรรณ", "not_found"),
        ("26 มกราคม 2569 จัดบรรยายเรื่องจริยธรรมและการงดรับของขวัญ", "found"),
        ("26 มกราคม 2569 ระงับการจัดอบรมคุณธรรม", "not_found"),
        ("26 มกราคม 2569 จัดอบรมคุณธรรมและการระงับข้อพิพาท", "found"),
        ("26 มกราคม 2569 ได้ยกร่างหลักสูตรอบรมจริยธรรม", "not_found"),
        ("26 มกราคม 2569 จัดทำหลักสูตรอบรมจริยธรรม", "not_found"),
        ("26 มกราคม 2569 จัดอบรมคุณธรรมและการดูแลร่างกาย", "found"),
        ("ได้รับหนังสือลงวันที่ 5 มกราคม 2569 เรื่องหลักสูตรอบรมคุณธรรม", "not_found"),
        ("ได้รับหนังสือจังหวัดเมื่อวันที่ 5 มกราคม 2569 เรื่องหลักสูตรอบรมคุณธรรม", "not_found"),
        ("ตามหนังสือลงวันที่ 5 มกราคม 2569 ได้จัดอบรมคุณธรรม วันที่ 26 มกราคม 2569", "found"),
    ],
)
@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF])
def test_only_what_took_place(ask: Ask, line: str, expected: str, kind: PageKind) -> None:
    assert ask("dated_deed", line, kind=kind, **ASKED).status == expected
