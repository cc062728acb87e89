"""The head of a provincial or district office, called after its field: the name of the office tells the post."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.own_head import own_posts, with_own_posts
from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Table

POSTS = own_posts("สำนักงานวัฒนธรรมจังหวัดดอนทราย")


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("สำนักงานแรงงานจังหวัดดอนทราย", "แรงงานจังหวัดดอนทราย"),
        ("สำนักงานพลังงานจังหวัด ดอนทราย", "พลังงานจังหวัด"),
        ("สำนักงานเกษตรและสหกรณ์จังหวัดดอนทราย", "เกษตรและสหกรณ์จังหวัดดอนทราย"),
        ("สำนักงานพัฒนาชุมชนอำเภอดอนทราย", "พัฒนาการอำเภอดอนทราย"),
        ("สำนักงานที่ดินจังหวัดดอนทราย", "เจ้าพนักงานที่ดินจังหวัดดอนทราย"),
        ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดดอนทราย", "ท้องถิ่นจังหวัดดอนทราย"),
        ("สำนักงานสรรพากรพื้นที่ดอนทราย", "สรรพากรพื้นที่ดอนทราย"),
        ("ที่ทำการปกครองจังหวัดดอนทราย", "ปลัดจังหวัด"),
    ],
)
def test_an_office_tells_how_its_head_is_called(name: str, post: str) -> None:
    assert post in own_posts(name)


@pytest.mark.parametrize(
    "name",
    [
        "สำนักงานจังหวัดดอนทราย",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาดอนทราย",
        "สำนักงานสภาเกษตรกรจังหวัดดอนทราย",
        "องค์การบริหารส่วนจังหวัดดอนทราย",
        "เทศบาลตำบลดอนทราย",
        None,
    ],
)
def test_others_tell_none(name: str | None) -> None:
    assert own_posts(name) == ()


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("นายตัวอย่าง หนึ่งใจ", "วัฒนธรรมจังหวัดดอนทราย", "โทร. 0 2123 4567"), id="under the name"),
        pytest.param(("นายตัวอย่าง หนึ่งใจ\nวัฒนธรรมจังหวัด ดอนทราย",), id="in the same part"),
        pytest.param(("นายตัวอย่าง หนึ่งใจ วัฒนธรรมจังหวัดดอนทราย",), id="behind the name"),
        pytest.param(("วัฒนธรรมจังหวัด: นายตัวอย่าง หนึ่งใจ",), id="before the name"),
        pytest.param(("นายตัวอย่าง หนึ่งใจ", "ตำแหน่ง วัฒนธรรมจังหวัดดอนทราย"), id="told as a post"),
        pytest.param(("นายตัวอย่าง หนึ่งใจ", "รักษาราชการแทนวัฒนธรรมจังหวัดดอนทราย"), id="one who acts"),
        pytest.param(("นางสาวตัวอย่าง หนึ่งใจ", "หัวหน้าสำนักงานวัฒนธรรมจังหวัดดอนทราย"), id="head of the office"),
    ],
)
def test_the_head_is_found(ask: Callable[..., ComponentResult], lines: tuple[str, ...]) -> None:
    assert ask("own_post", *lines, keywords=POSTS).status == "found"


def test_the_head_is_found_in_the_row_of_a_table(ask: Callable[..., ComponentResult]) -> None:
    table = Table(("ชื่อ", "ตำแหน่ง"), (("นายตัวอย่าง หนึ่งใจ", "วัฒนธรรมจังหวัดดอนทราย"),))
    assert ask("own_post", "ผู้บริหาร", keywords=POSTS, page={"tables": (table,)}).status == "found"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("สำนักงานวัฒนธรรมจังหวัดดอนทราย", "นายตัวอย่าง หนึ่งใจ"), id="the office"),
        pytest.param(("นายตัวอย่าง หนึ่งใจ", "รองวัฒนธรรมจังหวัดดอนทราย"), id="a deputy"),
        pytest.param(("นายตัวอย่าง หนึ่งใจ", "เลขานุการวัฒนธรรมจังหวัดดอนทราย"), id="a secretary"),
        pytest.param(("นายตัวอย่าง หนึ่งใจ", "อาสาสมัครวัฒนธรรมจังหวัดดอนทราย"), id="a volunteer"),
        pytest.param(("อดีตวัฒนธรรมจังหวัดดอนทราย", "นายตัวอย่าง หนึ่งใจ"), id="a former one"),
        pytest.param(("วัฒนธรรมจังหวัดดอนทราย", "ประเพณีและอาหารถิ่น"), id="the culture of the province"),
        pytest.param(("นายตัวอย่าง หนึ่งใจ", "หัวหน้าสำนักงานคลังจังหวัดดอนทราย"), id="the head of another office"),
    ],
)
def test_the_field_the_office_and_others_are_no_head(
    ask: Callable[..., ComponentResult], lines: tuple[str, ...]
) -> None:
    assert ask("own_post", *lines, keywords=POSTS).status == "not_found"


@pytest.mark.parametrize("year", ["2568", "2569"])
def test_the_checklist_learns_the_posts_of_the_agency(year: str) -> None:
    checklist = load_checklist(f"nacc-{year}")
    top = next(
        c
        for item in with_own_posts(checklist, "สำนักงานคลังจังหวัดดอนทราย").items
        for c in item.components
        if c.id == "O2.top"
    )
    assert any("คลังจังหวัดดอนทราย" in way.keywords for way in top.or_)
    assert with_own_posts(checklist, "โรงพยาบาลดอนทราย") is checklist
