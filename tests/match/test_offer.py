import pytest

from oit_checker.match.offer import Offer
from oit_checker.model.page import Link

URL = "https://example.go.th/plan.pdf"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("แผนปี 2569", "แผนปี 2569 ลงเมื่อ 3 ต.ค. 68"),
        ("แผน", "แผนของแผนก"),
        ("", "เอกสารแนบ 2569"),
        ("เปิด", None),
        ("เปิด", ""),
    ],
)
def test_what_stood_around_a_link_comes_back_as_it_was(text: str, row: str | None) -> None:
    link = Link(URL, URL, text, heading="แผน", row=row, year_block="2569", element="a", in_menu=True)
    assert Offer(link, "https://example.go.th/").link == link


def test_texts_that_recur_are_held_once() -> None:
    words: dict[str, str] = {}
    rows = [f"{name} ลงเมื่อ 3 ต.ค. 68" for name in ("แผน", "รายงาน")]
    offers = [Offer(Link(URL, URL, row.split()[0], row=row), URL, words) for row in rows]
    assert [offer.row for offer in offers] == rows
    assert sum("ต.ค." in word for word in words) == 1
