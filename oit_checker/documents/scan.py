"""One scanned page, or one picture, to text: drawn, looked at for ink, and read by OCR. Runs in the worker only."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2

from oit_checker.documents.scan_text import ScanText
from oit_checker.documents.tesseract import DPI, Engine, OcrFailedError, recognised
from oit_checker.model.page import OcrLack, PageKind

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 2400
"""Pixels: a page of any size becomes no larger, whatever its MediaBox says; A4 at 200 dpi has 2,339."""
LEAST_SIDE = 1800
"""Pixels: a page that is smaller than what was scanned into it is drawn larger."""
_MOST_PIXELS = 60_000_000  # A4 at 600 dpi has 35 million; four bytes each, and as much again to make it smaller
_MOST_PIXELS_IN_PDF = 120_000_000
"""Pixels of one picture on a page, by its own account: A3 at 600 dpi has 70 million. A larger one is not drawn: without
memory to unpack it, the page would come out white, and be told as blank."""
_POINTS = 72
_INK = 32  # grey levels by which ink is darker than the paper; faint letters are darker than that by far
_LEAST_INK = 0.0001  # the share of a page that a digit or two would cover


def read_scan(body: bytes, kind: PageKind, page_no: int, engine: Engine, seconds: float) -> ScanText:
    """Read page page_no (from 1) of a PDF, or a picture. Never raises on a bad file: it is FAILED then."""
    try:
        picture = _drawn(body, page_no) if kind is PageKind.PDF else _opened(body)
        if is_blank(picture):
            return ScanText(is_blank=True)
        head = b"P5\n%d %d\n255\n" % picture.size
        return ScanText(recognised(head + picture.tobytes(), engine, seconds))
    except OcrFailedError as failed:
        return ScanText(lack=failed.lack)
    except (pypdfium2.PdfiumError, ArithmeticError, LookupError, MemoryError, OSError, SyntaxError, ValueError):
        return ScanText(lack=OcrLack.FAILED)


def is_blank(picture: Image) -> bool:
    """Whether a grey picture is paper without ink; the paper's own grey is taken from most of its pixels."""
    histogram = picture.histogram()
    total = sum(histogram)
    counted = paper = 0
    for level, count in enumerate(histogram):
        counted += count
        if counted * 2 >= total:
            paper = level
            break
    other = sum(histogram[: max(0, paper - _INK)]) + sum(histogram[paper + _INK + 1 :])
    return other < _LEAST_INK * total


def _drawn(body: bytes, page_no: int) -> Image:
    document = pypdfium2.PdfDocument(body)
    try:
        page = document[page_no - 1]
        _refuse_huge_pictures(page)
        longest = max(page.get_size())
        scale = min(max(DPI / _POINTS, LEAST_SIDE / longest), LONGEST_SIDE / longest)
        drawn: Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
        return drawn
    finally:
        document.close()


def _refuse_huge_pictures(page: pypdfium2.PdfPage) -> None:
    for picture in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,)):
        width, height = picture.get_px_size()
        if width * height > _MOST_PIXELS_IN_PDF:
            raise ValueError("too many pixels to draw")


def _opened(body: bytes) -> Image:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # a JPEG of any size is decoded small; for the others our own limit is lower
    with Image.open(io.BytesIO(body)) as opened:
        opened.draft("L", (LONGEST_SIDE, LONGEST_SIDE))
        if opened.width * opened.height > _MOST_PIXELS:
            raise ValueError("too many pixels to read")
        shown = opened.convert("RGBA") if opened.mode in {"P", "PA"} else opened
        picture = ImageOps.exif_transpose(shown.reduce(max(1, max(shown.size) // LONGEST_SIDE)))
    if picture.mode in {"RGBA", "LA"}:
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture.convert("RGBA"))
    picture = picture.convert("L")
    longest = max(picture.size)
    scale = min(LONGEST_SIDE / longest, 2.0 if longest < LEAST_SIDE else 1.0)
    if scale == 1.0:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS)
