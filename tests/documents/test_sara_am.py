from collections.abc import Callable

import pytest

from oit_checker.documents.pdf import read_pdf

URL = "https://www.example.go.th/a.pdf"


def _hex(text: str) -> str:
    return f"<{text.encode('utf-16-be').hex()}>"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        pytest.param(f"{_hex('ถ้อยคำ')} 1000 {_hex(' ')} -500 {_hex('รับรอง')}", "ถ้อยคำรับรอง", id="a stroke of the sign"),
        pytest.param(
            f"{_hex('ถ้อยคำ')} 1000 {_hex(' ')} -1000 {_hex('รับรอง')}",
            "ถ้อยคำ รับรอง",
            id="a stroke, and a gap before the next word",
        ),
        pytest.param(_hex("ถ้อยคำ รับรอง"), "ถ้อยคำ รับรอง", id="a blank after it"),
        pytest.param(f"{_hex('ถ้อยคำ')} -700 {_hex('รับรอง')}", "ถ้อยคำ รับรอง", id="a gap without a blank"),
        pytest.param(_hex("ถ้อยคำรับรอง"), "ถ้อยคำรับรอง", id="no blank"),
    ],
)
def test_a_blank_after_sara_am_counts_where_it_is_seen(line: str, text: str, pdf: Callable[..., bytes]) -> None:
    page = read_pdf(pdf(f"BT /F 14 Tf 50 700 Td [{line}] TJ ET".encode()), url=URL)
    assert [passage.text for passage in page.passages] == [text]


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        pytest.param(0, "ยำรวม", id="the strokes reach up to the next letter"),
        pytest.param(7, "ยำ รวม", id="they do not"),
    ],
)
def test_the_second_stroke_in_a_piece_of_its_own(gap: int, text: str, pdf: Callable[..., bytes]) -> None:
    """As browsers print: the letters are told of the first piece, which ends before the vowel is drawn.

    The letters of the tests' font have no shape, so the last one of a piece adds nothing to where the piece ends.
    """
    span = f"/Span << /ActualText {_hex(chr(0xFEFF) + 'ยำ')} >> BDC {_hex('ยา')} Tj 14 0 Td {_hex('าา')} Tj EMC"
    drawing = f"BT /F 14 Tf 50 700 Td {span} {7 + gap} 0 Td {_hex('รวม')} Tj ET".encode()
    page = read_pdf(pdf(drawing, producer="Skia/PDF m120"), url=URL)
    assert [passage.text for passage in page.passages] == [text]
