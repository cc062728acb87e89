"""Letters of a PDF that are in its text layer and not to be seen on its page."""

from collections.abc import Callable

import pytest

from oit_checker.documents.pdf import read_pdf
from oit_checker.documents.unseen import UNSEEN
from oit_checker.model.page import Page, Unreadable

SEEN = "แผนงานของสำนักงานสวนสัตว์ทดลอง"
WORDS = "โครงการสอนงานพี่เลี้ยงเด็กในชุมชน"
HEIGHT = 760


def read(body: bytes) -> Page:
    return read_pdf(body, url="https://www.example.go.th/a.pdf")


def said(page: Page) -> str:
    return " ".join(passage.text for passage in page.passages)


def drawn(words: str = WORDS, *, size: str = "14", before: str = "", mode: int = 0, height: int = HEIGHT) -> bytes:
    """A line of words at x 50, after the drawing `before`."""
    text = words.encode("utf-16-be").hex()
    return f"{before} BT {mode} Tr /F {size} Tf 1 0 0 1 50 {height} Tm <{text}> Tj ET\n".encode()


def sheet(*drawings: bytes) -> bytes:
    return drawn(SEEN, height=800) + b"".join(b"q " + one + b" Q\n" for one in drawings)


WHITE = "1 1 1 rg"
NEARLY_WHITE = "0.99 0.99 0.995 rg"
NAVY_CELL = f"0 0 0.5 rg 40 {HEIGHT - 10} 400 30 re f"
WHITE_CELL = f"1 1 1 rg 40 {HEIGHT - 10} 400 30 re f"
FRAME = f"40 {HEIGHT - 10} 400 30 re S"
SMALL_PICTURE = f"q 400 0 0 60 40 {HEIGHT - 20} cm /I Do Q"
WHOLE_PICTURE = "q 595 0 0 842 0 0 cm /I Do Q"


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(drawn(before=WHITE), id="white on paper"),
        pytest.param(drawn(before=NEARLY_WHITE), id="next to white"),
        pytest.param(drawn(before="0 0 0 0 k"), id="no ink"),
        pytest.param(drawn(before=f"{WHITE_CELL} {WHITE}"), id="white on a white cell"),
        pytest.param(drawn(before=f"{FRAME} {WHITE}"), id="white in a frame"),
        pytest.param(drawn(before=f"0 0 0.5 rg 40 100 400 30 re f {WHITE}"), id="white, far from the dark cell"),
        pytest.param(drawn(size="0.5"), id="half a point"),
        pytest.param(drawn(mode=3), id="drawn as invisible"),
    ],
)
def test_what_nobody_sees_is_not_read(drawing: bytes, pdf: Callable[..., bytes]) -> None:
    page = read(pdf(sheet(drawing)))
    assert said(page) == SEEN
    assert page.title == SEEN


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(drawn(), id="black"),
        pytest.param(drawn(before="0.8 g"), id="grey"),
        pytest.param(drawn(before=f"{NAVY_CELL} {WHITE}"), id="white on the dark head of a table"),
        pytest.param(drawn(before=f"{SMALL_PICTURE} {WHITE}"), id="white on a picture"),
        pytest.param(drawn(before=f"{WHITE} 0 0 0 RG", mode=2), id="white with a black edge"),
        pytest.param(drawn(before=f"{WHITE} 0 0 0 RG", mode=1), id="nothing but an edge"),
        pytest.param(drawn(size="5"), id="a footnote"),
        pytest.param(drawn(WORDS * 4, mode=3, before=WHOLE_PICTURE), id="OCR over a scan"),
        pytest.param(drawn(mode=3, before=SMALL_PICTURE), id="OCR over a picture on the page"),
        pytest.param(
            drawn(mode=3, before=" ".join(f"{x} 700 9 12 re f" for x in range(50, 500, 12))), id="drawn letters"
        ),
    ],
)
def test_what_can_be_seen_is_read(drawing: bytes, pdf: Callable[..., bytes]) -> None:
    assert WORDS in said(read(pdf(sheet(drawing))))


def test_a_font_of_size_one_that_is_scaled_is_not_small(pdf: Callable[..., bytes]) -> None:
    text = WORDS.encode("utf-16-be").hex()
    scaled = f"BT /F 1 Tf 16 0 0 16 50 {HEIGHT} Tm <{text}> Tj ET".encode()
    assert WORDS in said(read(pdf(sheet(scaled))))


def test_a_page_of_nothing_but_white_letters_has_no_text(pdf: Callable[..., bytes]) -> None:
    assert read(pdf(drawn(before=WHITE))).unreadable is Unreadable.EMPTY
    on_scan = drawn(mode=3, before=SMALL_PICTURE.replace("400 0 0 60 40", "9 0 0 9 500"))
    assert read(pdf(on_scan)).unreadable is Unreadable.NO_TEXT_LAYER


def test_much_hidden_text_is_told_of_and_the_stamp_of_a_program_is_not(pdf: Callable[..., bytes]) -> None:
    many = [drawn(f"{WORDS} ลำดับที่ {number}", before=WHITE, height=700 - 30 * number) for number in range(5)]
    assert read(pdf(sheet(*many))).metadata[UNSEEN].startswith(f"{WORDS} ลำดับที่ 0")
    assert UNSEEN not in read(pdf(sheet(drawn("Powered by TCPDF (www.tcpdf.org)", mode=3)))).metadata
