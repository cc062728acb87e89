"""What the head of a body is called is told by the body's name: a dean heads no university."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.own_head import heads_of, with_own_posts


def _posts(name: str | None) -> tuple[str, ...]:
    items = with_own_posts(load_checklist("nacc-2569"), name).items
    return next(one.keywords for item in items for one in item.components if one.id == "O2.top")


@pytest.mark.parametrize(
    ("name", "head", "other"),
    [
        ("มหาวิทยาลัยดอนทราย", "อธิการบดี", "คณบดี"),
        ("จังหวัดดอนทราย", "ผู้ว่าราชการจังหวัด", "ผู้อำนวยการ"),
        ("สำนักงานจังหวัดดอนทราย", "ผู้ว่าราชการจังหวัด", "ผู้อำนวยการ"),
        ("เทศบาลตำบลดอนทราย", "นายกเทศมนตรี", "ผู้อำนวยการ"),
        ("องค์การบริหารส่วนตำบลดอนทราย", "นายก อบต.", "ผู้อำนวยการ"),
        ("อบจ.ดอนทราย", "นายกองค์การบริหารส่วนจังหวัด", "นายกเทศมนตรี"),
        ("กรมการตัวอย่าง", "อธิบดี", "ผู้อำนวยการ"),
    ],
)
def test_the_head_of_a_part_is_not_asked_for(name: str, head: str, other: str) -> None:
    assert head in _posts(name)
    assert other not in _posts(name)
    assert "ผู้บริหารสูงสุด" in _posts(name)


@pytest.mark.parametrize(
    "name",
    [
        "คณะแพทยศาสตร์ มหาวิทยาลัยดอนทราย",
        "มหาวิทยาลัยดอนทราย วิทยาเขตเหนือ",
        "องค์การเดินทางภายในประเทศ",
        "โรงพยาบาลดอนทราย",
        "สำนักงานแรงงานจังหวัดดอนทราย",
        "กรมธรรม์ประกันภัย",
        None,
    ],
)
def test_of_others_any_head_may_be_it(name: str | None) -> None:
    assert heads_of(name) == ()
    assert "ผู้อำนวยการ" in _posts(name)
