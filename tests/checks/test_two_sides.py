"""What has two sides must show both, and an invitation is no deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult

Ask = Callable[..., ComponentResult]
DOS = ("พึงกระทำ", "ไม่พึงกระทำ", "Do's & Don'ts")
OTHER = ("ไม่ควร", "ไม่พึง", "Don't")


@pytest.mark.parametrize(
    ("title", "lines", "pictures", "expected"),
    [
        ("สิ่งที่พึงกระทำและไม่พึงกระทำ", ("พึงกระทำ: ออกตั๋ว", "ไม่พึงกระทำ: รับของขวัญ"), 0, "found"),
        ("สิ่งที่พึงกระทำ", ("พึงกระทำ: ออกตั๋วทุกครั้ง",), 0, "unreadable"),
        ("สิ่งที่พึงกระทำและไม่พึงกระทำ", ("หน้าหลัก",), 0, "unreadable"),
        ("สิ่งที่พึงกระทำและไม่พึงกระทำ", ("สิ่งที่พึงกระทำและไม่พึงกระทำ",), 0, "unreadable"),
        ("Do's & Don'ts", ("หน้าหลัก",), 2, "found"),
        ("สิ่งที่พึงกระทำ", ("หน้าหลัก",), 2, "unreadable"),
    ],
)
def test_both_sides(ask: Ask, title: str, lines: tuple[str, ...], pictures: int, expected: str) -> None:
    page = {"title": title, "pictures": pictures}
    assert ask("keywords", *lines, keywords=DOS, page=page, other_side=OTHER).status == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("ขอเชิญพนักงานเข้าอบรม วันที่ 27 พฤศจิกายน 2568 สมัครได้ที่ฝ่ายบุคคล",), "unreadable"),
        (("เปิดรับสมัครพนักงานที่สนใจ",), "unreadable"),
        (("ขอเชิญชมภาพ", "เมื่อวันที่ 27 พฤศจิกายน 2568 จัดอบรมพนักงาน"), "found"),
        (("พนักงาน 140 คน ได้เรียนรู้เรื่องจริยธรรม",), "found"),
    ],
)
def test_a_title_over_an_invitation_is_no_deed(ask: Ask, lines: tuple[str, ...], expected: str) -> None:
    params = {"done": True, "not_after": ["ขอเชิญ", "เชิญชวน", "เปิดรับสมัคร"]}
    page = {"title": "อบรมจริยธรรมพนักงานประจำเรือ"}
    assert ask("keywords", *lines, keywords=("อบรมจริยธรรม",), page=page, **params).status == expected
