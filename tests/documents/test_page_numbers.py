"""A year on a line of its own is no page number, and a number in a table is none either."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from oit_checker.documents.page_numbers import (
    front_matter_of,
    is_named_page_number,
    is_number_line,
    is_year_alone,
    page_number_places,
)
from oit_checker.documents.pdf import read_pdf
from oit_checker.match.years import year_of
from oit_checker.model.evidence import Candidate
from oit_checker.model.year import FiscalYear


@pytest.mark.parametrize("line", ["2568", "๒๕๖๙", "2025", "- 2568 -", "  ๒๕๖๘  "])
def test_a_year_alone(line: str) -> None:
    assert is_year_alone(line)
    assert not is_number_line(line)
    assert not is_named_page_number(line)


@pytest.mark.parametrize("line", ["- 12 -", "๑๒", "หน้า 3", "หน้าที่ ๓/๑๒", "4/20", "1024"])
def test_a_number_as_pages_have_them(line: str) -> None:
    assert is_number_line(line)
    assert not is_year_alone(line)


@pytest.mark.parametrize("line", ["พ.ศ. 2568", "12 เรื่อง", "หน้าที่ของนายก", "ข้อ 3", ""])
def test_words_are_no_number(line: str) -> None:
    assert not is_number_line(line)


def pages(*of_lines: Sequence[str]) -> list[tuple[int, Sequence[str]]]:
    return list(enumerate(of_lines, 1))


@pytest.mark.parametrize(
    ("lines", "page_no", "left"),
    [
        pytest.param(["3", "ก", "ข", "ค"], 3, ["ก", "ข", "ค"], id="its place in the file"),
        pytest.param(["ก", "ข", "ค", "- ๑ -"], 3, ["ก", "ข", "ค"], id="said to be one"),
        pytest.param(["ก", "ข", "ค", "41"], 3, ["ก", "ข", "ค", "41"], id="fits no page"),
        pytest.param(["ก", "ข", "3", "ค", "ง"], 3, ["ก", "ข", "3", "ค", "ง"], id="in the middle of the page"),
        pytest.param(["ก", "ข", "2568"], 1, ["ก", "ข", "2568"], id="a year at the foot"),
    ],
)
def test_a_page_number_fits_its_page(lines: list[str], page_no: int, left: list[str]) -> None:
    places = page_number_places(lines, page_no=page_no, front_matter=frozenset({0}))
    assert [line for place, line in enumerate(lines) if place not in places] == left


def test_two_pages_that_agree_tell_how_the_others_are_numbered() -> None:
    extract = pages(["41", "ก", "ข"], ["ค", "ง", "42"], ["จ", "ฉ", "7"])
    assert front_matter_of(extract) == {0, 40}


def drawn(*lines: str) -> bytes:
    return "\n".join(
        f"BT /F 16 Tf 1 0 0 1 60 {760 - 26 * place} Tm <{line.encode('utf-16-be').hex()}> Tj ET"
        for place, line in enumerate(lines)
    ).encode()


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            ["รายงานการกำกับติดตามผลตามแผน", "ประจำปีงบประมาณ พ.ศ.", "๒๕๖๘", "เทศบาลตำบลทุ่งสมมุติ"],
            "รายงานการกำกับติดตามผลตามแผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ เทศบาลตำบลทุ่งสมมุติ",
            id="a year alone",
        ),
        pytest.param(
            ["รายงานการกำกับติดตามผลตามแผนประจำปี", "2568 ของเทศบาลตำบลทุ่งสมมุติ"],
            "รายงานการกำกับติดตามผลตามแผนประจำปี 2568 ของเทศบาลตำบลทุ่งสมมุติ",
            id="a year before other words",
        ),
    ],
)
def test_a_year_that_the_title_wraps_to_the_next_line_is_the_papers(
    lines: list[str], title: str, pdf: Callable[..., bytes]
) -> None:
    page = read_pdf(pdf(drawn(*lines, "ผลเป็นดังนี้")), url="https://www.example.go.th/r.pdf")
    assert (page.title or "").startswith(title)
    candidate = Candidate("O24", page.url, "https://www.example.go.th/", "รายงาน", (page.url,), (), 1.0)
    found = year_of(page, candidate, FiscalYear(2568))
    assert (found.be, found.basis) == (2568, "title")


def test_a_count_in_a_table_is_read_and_the_number_of_the_page_is_not(pdf: Callable[..., bytes]) -> None:
    first = ["สถิติเรื่องร้องเรียน", "จำนวนเรื่องที่รับไว้", "27", "จำนวนเรื่องที่ยุติ", "14", "หมายเหตุ", "40"]
    second = ["ภาคผนวกของสถิติ", "รายชื่อผู้จัดทำ", "กองกลาง", "41"]
    page = read_pdf(pdf(drawn(*first), drawn(*second)), url="https://www.example.go.th/s.pdf")
    text = " ".join(passage.text for passage in page.passages)
    assert [word for word in text.split() if word.isdigit()] == ["27", "14"]
