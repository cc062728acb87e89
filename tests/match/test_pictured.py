"""Pages that are a title and pictures."""

from __future__ import annotations

import pytest

from oit_checker.documents.html import read_html
from oit_checker.match.pictured import is_only_pictures, may_be_pictured
from oit_checker.model.evidence import ComponentResult, ComponentStatus

URL = "https://www.example.go.th/stat"
PICTURE = '<img src="/upload/table.jpg" width="900">'


def only_pictures(markup: str) -> bool:
    head = "<title>จำนวนเรื่องร้องเรียน ปี 2568</title>"
    return is_only_pictures(read_html(f"<html>{head}<body>{markup}</body></html>".encode(), url=URL))


TITLE = "<h1>จำนวนเรื่องร้องเรียน ปี 2568 ของเจ้าหน้าที่ในสังกัด ประเภททุจริตและประพฤติมิชอบ</h1>"
WORDS = "<p>ในปีนี้มีเรื่องร้องเรียนเข้ามาทั้งหมดสี่เรื่อง ดำเนินการเสร็จสามเรื่อง และอยู่ระหว่างตรวจสอบข้อเท็จจริงอีกหนึ่งเรื่อง</p>"


@pytest.mark.parametrize("markup", [f"{TITLE}{PICTURE}", f"{TITLE}{PICTURE}<p>เผยแพร่เมื่อ 3 ตุลาคม 2568</p>"])
def test_a_title_over_pictures_is_only_pictures(markup: str) -> None:
    assert only_pictures(markup)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"{TITLE}{WORDS}", id="no picture"),
        pytest.param(f"{TITLE}{WORDS}{PICTURE}", id="words of its own"),
        pytest.param(f"{TITLE}{PICTURE}<a href='/upload/stat.pdf'>สถิติ</a>", id="a file beside the picture"),
        pytest.param(f"{TITLE}{PICTURE}<table><tr><th>ปี<th>เรื่อง<tr><td>2568<td>4</table>", id="a table"),
    ],
)
def test_a_page_that_says_more_can_lack_something(markup: str) -> None:
    assert not only_pictures(markup)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (ComponentStatus.NOT_FOUND, ComponentStatus.UNREADABLE),
        (ComponentStatus.FOUND, ComponentStatus.FOUND),
    ],
)
def test_nothing_is_absent_from_a_picture(status: ComponentStatus, told: ComponentStatus) -> None:
    assert may_be_pictured(ComponentResult("O18.total", "จำนวน", True, status)).status is told
