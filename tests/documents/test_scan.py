import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from oit_checker.documents import scan
from oit_checker.documents.scan import LONGEST_SIDE, is_blank, read_scan
from oit_checker.documents.scan_text import ScanText
from oit_checker.documents.tesseract import Engine
from oit_checker.model.page import OcrLack, PageKind

Draw = Callable[..., Image.Image]
SIZE_OF_PICTURE = "head -c 20 | tr '\\n' ' ' | cut -d' ' -f2,3"


@pytest.fixture
def engine(fake_tesseract: Callable[..., Path]) -> Engine:
    """An engine that answers with the width and height of the picture it is given."""
    path = fake_tesseract().with_name("tesseract")
    path.write_text(f"#!/bin/sh\n{SIZE_OF_PICTURE}\n")
    return Engine(str(path), "tha")


def as_file(picture: Image.Image, form: str, **more: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def size_of(answer: ScanText) -> tuple[int, int]:
    width, height = answer.text.split()
    return int(width), int(height)


def spotted(sheet: Image.Image, spot: tuple[int, int, int, int], ink: int) -> Image.Image:
    ImageDraw.Draw(sheet).rectangle(spot, fill=ink)
    return sheet


@pytest.mark.parametrize(
    ("tone", "spot", "ink", "blank"),
    [
        pytest.param(255, None, 0, True, id="white"),
        pytest.param(200, None, 0, True, id="grey paper"),
        pytest.param(235, (5, 5, 12, 12), 0, True, id="a grain of dust"),
        pytest.param(235, (100, 100, 400, 130), 180, False, id="faint letters"),
        pytest.param(235, (100, 100, 400, 130), 10, False, id="letters"),
        pytest.param(20, (100, 100, 400, 130), 240, False, id="light letters on dark paper"),
    ],
)
def test_a_blank_page_is_paper_without_ink(
    tone: int, spot: tuple[int, int, int, int] | None, ink: int, blank: bool, draw: Draw
) -> None:
    sheet = draw(tone=tone)
    assert is_blank(spotted(sheet, spot, ink) if spot else sheet) is blank


def test_a_blank_page_is_not_given_to_the_program(draw: Draw, scans: Callable[..., bytes], tmp_path: Path) -> None:
    absent = Engine(str(tmp_path / "no-such-program"), "tha")
    assert read_scan(scans(draw()), PageKind.PDF, 1, absent, 5.0) == ScanText(is_blank=True)


@pytest.mark.parametrize(
    "points",
    [pytest.param((595, 842), id="A4"), pytest.param((14_000, 9_000), id="huge"), pytest.param((90, 130), id="tiny")],
)
def test_a_page_of_any_size_is_drawn_at_a_size_that_can_be_read(
    points: tuple[int, int], engine: Engine, draw: Draw, scans: Callable[..., bytes]
) -> None:
    sheet = spotted(draw(size=(300, 400)), (20, 20, 200, 200), 0)
    out = io.BytesIO()
    sheet.save(out, "PDF", resolution=72 * 300 / points[0])
    longest = max(size_of(read_scan(out.getvalue(), PageKind.PDF, 1, engine, 30.0)))
    assert longest + 1 >= scan.LEAST_SIDE
    assert longest <= LONGEST_SIDE + 1


def test_pictures_are_turned_upright_flattened_and_brought_to_size(engine: Engine, draw: Draw) -> None:
    sheet = spotted(draw(size=(1500, 3000)), (20, 20, 900, 900), 0)
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the camera on its side
    turned = read_scan(as_file(sheet, "JPEG", exif=exif), PageKind.IMAGE, 1, engine, 30.0)
    assert size_of(turned) == (LONGEST_SIDE, LONGEST_SIDE // 2)
    small = read_scan(as_file(sheet.resize((500, 700)), "PNG"), PageKind.IMAGE, 1, engine, 30.0)
    assert size_of(small) == (1000, 1400)


def test_what_is_see_through_is_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (900, 900), (0, 0, 0, 0))
    absent = Engine(str(tmp_path / "no-such-program"), "tha")
    assert read_scan(as_file(clear, "PNG"), PageKind.IMAGE, 1, absent, 5.0).is_blank


@pytest.mark.parametrize(
    ("body", "kind", "page"),
    [
        pytest.param(b"\xff\xd8\xff\xe0 no picture", PageKind.IMAGE, 1, id="a broken picture"),
        pytest.param(b"%PDF-1.7 and nothing more", PageKind.PDF, 1, id="a broken PDF"),
        pytest.param(None, PageKind.PDF, 7, id="a page that is not there"),
        pytest.param(None, PageKind.IMAGE, 1, id="a PDF called a picture"),
    ],
)
def test_bad_files_are_a_lack(
    body: bytes | None, kind: PageKind, page: int, engine: Engine, draw: Draw, scans: Callable[..., bytes]
) -> None:
    assert read_scan(body or scans(draw()), kind, page, engine, 5.0) == ScanText(lack=OcrLack.FAILED)


def test_a_locked_file_is_a_lack(engine: Engine) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("locked.pdf", encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(50, 800, "plan")
    assert read_scan(canvas.getpdfdata(), PageKind.PDF, 1, engine, 5.0).lack is OcrLack.FAILED


def test_a_picture_of_too_many_pixels_is_not_decoded(
    engine: Engine, draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "_MOST_PIXELS", 1000)
    assert read_scan(as_file(draw(), "PNG"), PageKind.IMAGE, 1, engine, 5.0).lack is OcrLack.FAILED
