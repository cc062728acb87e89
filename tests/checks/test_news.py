"""News is what the agency did, dated where it is told; tenders, calendars and the day of an update are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Passage

Ask = Callable[..., ComponentResult]
NOTICES = ["ประกวดราคา", "รับสมัครบุคคล"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("ผู้ว่าการเปิดศูนย์เรียนรู้ 7 ธ.ค. 2568",), "found", id="in one line"),
        pytest.param(("ผู้ว่าการเปิดศูนย์เรียนรู้", "7 ธ.ค. 2568"), "found", id="the date below"),
        pytest.param(("ผู้ว่าการเปิดศูนย์เรียนรู้ 7 ส.ค. 2568",), "not_found", id="last year's"),
        pytest.param(("มอบรางวัล 7 ส.ค. 2568", "ปรับปรุงเว็บไซต์เมื่อ 2 ก.พ. 2569"), "not_found", id="only the site is new"),
        pytest.param(("ปฏิทินกิจกรรม มีนาคม 2569",), "unreadable", id="a calendar alone"),
        pytest.param(("ประกาศประกวดราคาจ้างซ่อมอาคาร 9 ม.ค. 2569",), "unreadable", id="a tender alone"),
        pytest.param(("รับสมัครบุคคลเพื่อเลือกสรร", "9 ม.ค. 2569"), "unreadable", id="a vacancy, its date below"),
        pytest.param(("ประกาศประกวดราคา 9 ม.ค. 2569", "อบรมอาสาสมัคร 10 ม.ค. 2569"), "found", id="a tender and news"),
        pytest.param(("รายการ",), "not_found", id="no date"),
    ],
)
def test_news_of_the_year(ask: Ask, lines: tuple[str, ...], expected: str) -> None:
    seen = ask("news", *lines, dated=True, not_about=NOTICES)
    assert seen.status == expected
    assert (seen.note is not None) is (expected == "unreadable") or "ปีก่อน" in (seen.note or "")


def test_dated_headlines_under_a_heading_of_news_are_news(ask: Ask) -> None:
    dated = ("เปิดงานวันเด็ก 10 ม.ค. 2569", "ประชุมเครือข่าย 12 ม.ค. 2569", "มอบบ้าน 15 ม.ค. 2569")

    def under(heading: str, *lines: str) -> str:
        passages = (Passage(heading, is_heading=True), *(Passage(line, heading) for line in lines))
        return ask("news", keywords=("ข่าวเด่น",), page={"passages": passages}, not_about=NOTICES).status

    assert under("ข่าวโรงพยาบาล", *dated) == "found"
    assert under("ข่าวโรงพยาบาล", *dated[:2]) == "not_found"
    assert under("คำสั่ง", *dated) == "not_found"
    assert under("ข่าวโรงพยาบาล", *(f"ประกวดราคา {line}" for line in dated)) == "not_found"
