"""Posts that are pieces of other posts' titles: a deputy, a secretary or the head of a part is not the head."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult, ComponentStatus

POSTS = ("อธิบดี", "ผู้อำนวยการ", "ผู้ว่าราชการจังหวัด", "อธิการบดี", "นายกเทศมนตรี", "Governor")


def _found(ask: Callable[..., ComponentResult], *lines: str) -> bool:
    seen = ask("keywords", *lines, keywords=POSTS, whole_post=True)
    return seen.status is ComponentStatus.FOUND


@pytest.mark.parametrize(
    "line",
    [
        "นายตัวอย่าง หนึ่ง รองผู้ว่าราชการจังหวัดดอนทราย",
        "รอง อธิการบดีฝ่ายวิชาการ",
        "ผู้ช่วยอธิการบดี",
        "เลขานุการนายกเทศมนตรี",
        "ที่ปรึกษานายกเทศมนตรี",
        "รองผู้อำนวยการฝ่ายปฏิบัติการ",
        "ผู้อำนวยการฝ่ายบริหาร",
        "ผู้อำนวยการกลุ่มงานคลัง",
        "ผู้อำนวยการส่วนแผนงาน",
        "Deputy Governor",
        "อดีตอธิบดี",
    ],
)
def test_a_piece_of_another_title_is_not_the_post(ask: Callable[..., ComponentResult], line: str) -> None:
    assert not _found(ask, line)


@pytest.mark.parametrize(
    "line",
    [
        "ผู้ว่าราชการจังหวัดดอนทราย",
        "รองอธิการบดี รักษาราชการแทนอธิการบดี",
        "ปลัดเทศบาล ปฏิบัติหน้าที่นายกเทศมนตรี",
        "รองนายก · นายกเทศมนตรี",
        "รองผู้อำนวยการ / ผู้อำนวยการโรงพยาบาล",
        "ผู้อำนวยการส่วนราชการ",
        "ผู้อำนวยการองค์การเดินทาง",
        "Governor",
    ],
)
def test_the_post_itself_counts(ask: Callable[..., ComponentResult], line: str) -> None:
    assert _found(ask, line)


def test_both_in_lines_of_their_own(ask: Callable[..., ComponentResult]) -> None:
    assert _found(ask, "รองอธิบดี", "อธิบดี")
