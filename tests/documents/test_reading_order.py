"""Running heads and feet stand where the reader sees them; whatever is not plain is left as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from oit_checker.documents.pdf import read_pdf

BODY = [
    ("พระราชบัญญัติ", 740),
    ("การเข้าชื่อเสนอข้อบัญญัติท้องถิ่น", 710),
    ("พ.ศ. ๒๕๖๕", 680),
    ("มาตรา ๑ ชื่อ", 650),
    ("มาตรา ๒ บังคับ", 620),
]
HEAD = [("เล่ม ๑๓๙ ตอนที่ ๑๓ ก ราชกิจจานุเบกษา", 800)]
FOOT = [("กองคลัง เทศบาลตำบลตัวอย่าง", 30)]


def drawing(lines: Sequence[tuple[str, int]]) -> bytes:
    return "\n".join(
        f"BT /F 14 Tf 1 0 0 1 50 {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET" for text, y in lines
    ).encode()


def read(pdf: Callable[..., bytes], lines: Sequence[tuple[str, int]]) -> list[str]:
    page = read_pdf(pdf(drawing(lines)), url="https://www.example.go.th/a.pdf")
    text = " ".join(passage.text for passage in page.passages)
    return sorted((words for words, _ in lines), key=text.index)


@pytest.mark.parametrize(
    ("layer", "shown"),
    [
        pytest.param([*BODY, *HEAD], [*HEAD, *BODY], id="the head stands last"),
        pytest.param([*FOOT, *BODY], [*BODY, *FOOT], id="the foot stands first"),
        pytest.param([*FOOT, *BODY, *HEAD], [*HEAD, *BODY, *FOOT], id="both"),
        pytest.param([*BODY, *HEAD, *FOOT], [*HEAD, *BODY, *FOOT], id="both stand last"),
        pytest.param([*HEAD, *FOOT, *BODY], [*HEAD, *BODY, *FOOT], id="both stand first"),
        pytest.param([*HEAD, *BODY, *FOOT], [*HEAD, *BODY, *FOOT], id="in order"),
        pytest.param([*BODY, ("ท้ายคอลัมน์", 725)], [*BODY, ("ท้ายคอลัมน์", 725)], id="the last line is not above all"),
        pytest.param([*BODY[:3], *HEAD], [*BODY[:3], *HEAD], id="too few lines to tell"),
    ],
)
def test_a_running_head_or_foot_is_put_in_its_place(
    layer: list[tuple[str, int]], shown: list[tuple[str, int]], pdf: Callable[..., bytes]
) -> None:
    assert read(pdf, layer) == [words for words, _ in shown]


def test_the_title_is_that_of_the_layer(pdf: Callable[..., bytes]) -> None:
    page = read_pdf(pdf(drawing([*BODY, *HEAD])), url="https://www.example.go.th/a.pdf")
    assert (page.title or "").startswith("พระราชบัญญัติ")
