"""Sheets whose cells the text layer gives in two passes are read by their places; any other layer is left as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from oit_checker.documents.pdf import read_pdf
from oit_checker.model.page import Page

TITLE = ("รายงานผลตามแผน ปีงบประมาณ พ.ศ. 2568", 50, 760)
AGENCY = ("เทศบาลตำบลตัวอย่าง", 50, 735)
HEAD = (("ที่", 54, 706), ("มาตรการตามแผน ปี 2567", 104, 706), ("ผลการดำเนินการ", 304, 706))
FIRST = (("1", 54, 686), ("ติดป้าย", 104, 686), ("ติดแล้ว", 304, 686))
SECOND = (("2", 54, 666), ("แนบภาพ", 104, 666), ("แนบทุกครั้ง", 304, 666))
BORDERS = [f"{x} 660 0.5 60 re f" for x in (50, 100, 300, 500)] + [f"50 {y} 450 0.5 re f" for y in (660, 680, 700, 720)]

Piece = tuple[str, int, int]


def drawing(pieces: Iterable[Piece], lines: Iterable[str] = BORDERS) -> bytes:
    texts = (f"BT /F 10 Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET" for text, x, y in pieces)
    return "\n".join((*lines, *texts)).encode()


def read(pdf: Callable[..., bytes], pieces: Iterable[Piece], lines: Iterable[str] = BORDERS) -> Page:
    return read_pdf(pdf(drawing(pieces, lines)), url="https://www.example.go.th/a.pdf")


def text(page: Page) -> str:
    return " ".join(passage.text for passage in page.passages)


ROWS = "ที่ มาตรการตามแผน ปี 2567 ผลการดำเนินการ 1 ติดป้าย ติดแล้ว 2 แนบภาพ แนบทุกครั้ง"


@pytest.mark.parametrize(
    "layer",
    [
        pytest.param(
            (AGENCY, *HEAD[::2], *FIRST[::2], *SECOND[::2], TITLE, HEAD[1], FIRST[1], SECOND[1]),
            id="cells in two passes",
        ),
        pytest.param(
            (AGENCY, *HEAD[:2], *FIRST[:2], *SECOND[:2], TITLE, HEAD[2], FIRST[2], SECOND[2]), id="the last column"
        ),
        pytest.param((AGENCY, *HEAD, *FIRST, *SECOND, TITLE), id="the title alone comes last"),
    ],
)
def test_a_sheet_in_two_passes_is_read_by_its_places(layer: tuple[Piece, ...], pdf: Callable[..., bytes]) -> None:
    page = read(pdf, layer)
    assert page.title == f"{TITLE[0]} {AGENCY[0]}", "the head of the table is no part of it"
    assert page.passages[0].text == f"{TITLE[0]} {AGENCY[0]}"
    assert text(page).endswith(ROWS)


def test_a_cell_is_read_to_its_end(pdf: Callable[..., bytes]) -> None:
    wrapped = (("แนบภาพถ่าย", 104, 672), ("ทุกครั้ง", 104, 662))
    later = (HEAD[1], FIRST[1], *wrapped)
    page = read(pdf, (*HEAD[::2], *FIRST[::2], *SECOND[::2], TITLE, *later))
    assert "2 แนบภาพถ่ายทุกครั้ง แนบทุกครั้ง" in text(page)


def test_a_sheet_without_a_title_goes_back_in_between_its_cells(pdf: Callable[..., bytes]) -> None:
    page = read(pdf, (*HEAD[::2], *FIRST[::2], *SECOND[::2], HEAD[1], FIRST[1], SECOND[1]))
    assert text(page) == ROWS


@pytest.mark.parametrize(
    ("layer", "lines"),
    [
        pytest.param((TITLE, *HEAD, *FIRST, *SECOND), BORDERS, id="in order"),
        pytest.param(
            (TITLE, *(c for column in zip(HEAD, FIRST, SECOND, strict=True) for c in column)), BORDERS, id="by columns"
        ),
        pytest.param((TITLE, *HEAD, *FIRST, *SECOND, ("เทศบาลตำบล", 50, 800)), BORDERS, id="a running head last"),
        pytest.param((*HEAD[:2], *FIRST[:2], *SECOND[:2], TITLE, HEAD[2], FIRST[2], SECOND[2]), (), id="no table"),
        pytest.param(
            tuple((f"ลายน้ำ{n}{x}", x, 700 - 20 * n) for n in range(3) for x in (50, 400))
            + tuple((f"มาตรา {n} ข้อความ", 200, 700 - 20 * n) for n in range(3)),
            (),
            id="a watermark",
        ),
    ],
)
def test_any_other_layer_is_left_as_it_is(
    layer: tuple[Piece, ...], lines: Iterable[str], pdf: Callable[..., bytes]
) -> None:
    pieces = [words for words, _, _ in layer]
    shown = text(read(pdf, layer, lines))
    others = pieces[:-1] if pieces[-1] == "เทศบาลตำบล" else pieces
    places = [shown.index(words) for words in others if words not in {"1", "2", "ที่"}]
    assert places == sorted(places)
