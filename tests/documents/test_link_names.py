"""The words beside ดาวน์โหลด are the name of that link; what a text tells is no name, however short."""

from __future__ import annotations

import pytest

from oit_checker.documents.html import read_html

BUTTON = '<a href="/f/9.pdf">ดาวน์โหลด</a>'
LONG = "เทศบาลจัดเวทีพบประชาชนทั้งสี่ตำบล รับข้อเสนอเรื่องถนนและน้ำดื่ม และได้ปรับแผนจัดซื้อให้ตรงกับข้อเสนอของแต่ละตำบลแล้ว " * 3


def named(body: str) -> list[str]:
    page = read_html(f"<html><body><main>{body}</main></body></html>".encode(), url="https://www.example.go.th/p")
    return [passage.text for passage in page.passages if passage.names_link]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param(f"<div><div>สรุปงานปีก่อน</div>{BUTTON}</div>", "สรุปงานปีก่อน", id="card without a class"),
        pytest.param(f"<p><b>สรุปงานปีก่อน</b> {BUTTON}</p>", "สรุปงานปีก่อน ดาวน์โหลด", id="paragraph"),
        pytest.param(f"<article><h4>สรุปงานปีก่อน</h4><p>{BUTTON}</p></article>", "สรุปงานปีก่อน", id="heading of a card"),
        pytest.param(
            "<ul><li>สรุปงานปีก่อน <a href='/f?id=2'><img src='/i/pdf.gif' alt=''></a></li></ul>",
            "สรุปงานปีก่อน",
            id="an icon",
        ),
        pytest.param(
            f"<div><h4>สรุปงานปีก่อน</h4><div><small>3 ม.ค. 2569 อ่าน 20 ครั้ง</small> {BUTTON}</div></div>",
            "สรุปงานปีก่อน",
            id="over a line of dates",
        ),
        pytest.param(
            f"<table><tr><td>1</td><td>สรุปงานปีก่อน</td><td>{BUTTON}</td></tr></table>", "สรุปงานปีก่อน", id="single row"
        ),
    ],
)
def test_words_beside_a_link_that_says_nothing_are_its_name(body: str, name: str) -> None:
    assert name in named(body)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<div><p>{LONG}</p>{BUTTON}</div>", id="a text"),
        pytest.param(f"<p>ปีที่แล้วไม่มีผู้ร้องทุกข์ {BUTTON}</p>", id="that there is none"),
        pytest.param(f"<p>ได้รับแจ้ง 14 เรื่อง ตอบแล้วทั้งหมด {BUTTON}</p>", id="a count"),
        pytest.param(f"<div><h5>นางมาลี ศรีสุข</h5><p>ปลัดเทศบาล</p>{BUTTON}</div>", id="a person"),
        pytest.param('<p>สรุปงานปีก่อน <a href="/">กลับหน้าหลัก</a></p>', id="a way back"),
        pytest.param('<p>สรุปงานปีก่อน <a href="#top">คลิก</a></p>', id="a jump"),
        pytest.param('<p>ดู <a href="/f/9.pdf">สรุปงานปีก่อน</a></p>', id="a link with words of its own"),
    ],
)
def test_what_tells_something_is_no_name(body: str) -> None:
    assert named(body) == []


def test_what_stands_beside_the_card_is_no_name() -> None:
    told = named(f"<p>ใช้งบไปตามแผนทั้งหมด</p><section><p>สรุปงาน</p>{BUTTON}</section>")
    assert told == ["สรุปงาน", "ดาวน์โหลด"]


def test_a_picture_inside_a_button_is_its_icon() -> None:
    def pictures(link: str) -> int:
        body = f"<html><body><main><p>{LONG}</p>{link}</main></body></html>"
        return read_html(body.encode(), url="https://www.example.go.th/p").pictures

    assert pictures('<a href="/f?id=3"><img src="/i/down1.gif"> โหลดไฟล์</a>') == 0
    assert pictures('<a href="/f?id=3"><img src="/i/poster.jpg"></a>') == 1
    assert pictures('<a href="/n/3"><img src="/i/visit.jpg"> ลงพื้นที่บ้านดอน</a>') == 1
