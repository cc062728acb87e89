"""A PDF maker for the tests: text layers of any letters, true or false, without a font on the machine."""

import io
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

PdfMaker = Callable[..., bytes]
SCAN = b"q 595 0 0 842 0 0 cm /I Do Q"
_RANGES = "\n".join(
    f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in (0x00, 0x01, 0x0E, 0x20, 0x25, 0xF7, 0xFF)
)
_CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
    f"1 begincodespacerange <0000> <ffff> endcodespacerange 7 beginbfrange\n{_RANGES}\nendbfrange endcmap end end"
)
_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts ["
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /DW 500 "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    "/FontDescriptor << /Type /FontDescriptor /FontName /T /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
    "/Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>"
)


def text_lines(lines: Sequence[str], sizes: Sequence[int] | None = None) -> bytes:
    """The drawing of a page: one line under the other, each in its letter size (14 if not given)."""
    sizes = sizes or [14] * len(lines)
    drawn = (
        f"BT /F {size} Tf 1 0 0 1 50 {800 - 30 * place} Tm <{line.encode('utf-16-be').hex()}> Tj ET"
        for place, (line, size) in enumerate(zip(lines, sizes, strict=True))
    )
    return "\n".join(drawn).encode()


def make_pdf(*pages: bytes | Sequence[str], title: str = "", producer: str = "tests") -> bytes:
    """A PDF of the given pages, each a drawing or the lines of its text."""
    drawings = [page if isinstance(page, bytes) else text_lines(page) for page in pages]
    kids = " ".join(f"{7 + 2 * place} 0 R" for place in range(len(pages)))
    resources = "/Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >>"
    image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        _FONT.encode(),
        _stream(_CMAP.encode()),
        _stream(b"\x80", image),
        f"<< /Title <feff{title.encode('utf-16-be').hex()}> /Producer ({producer}) >>".encode(),
    ]
    for place, drawing in enumerate(drawings):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents {8 + 2 * place} 0 R >>"
        objects += [page.encode(), _stream(drawing)]
    return _file(objects)


def _stream(content: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(content)
    return f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        out + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    )


@pytest.fixture
def pdf() -> PdfMaker:
    return make_pdf


@pytest.fixture
def scan() -> bytes:
    """The drawing of a page that is one picture."""
    return SCAN


@pytest.fixture
def lines() -> Callable[..., bytes]:
    return text_lines


FONT = next(
    (
        path
        for path in map(
            Path, ("/usr/share/fonts/truetype/tlwg/Laksaman.ttf", "/usr/share/fonts/truetype/tlwg/Garuda.ttf")
        )
        if path.is_file()
    ),
    None,
)


def paper(*lines: str, size: tuple[int, int] = (1240, 1754), tone: int = 240, ink: int = 20) -> Image.Image:
    """A sheet of grey paper, A4 at 150 dpi, with lines of Thai on it."""
    sheet = Image.new("L", size, tone)
    if lines:
        if FONT is None:
            pytest.skip("no Thai font to draw a scan with (apt: fonts-thai-tlwg-ttf)")
        font = ImageFont.truetype(FONT, 34)
        for place, line in enumerate(lines):
            ImageDraw.Draw(sheet).text((120, 120 + 70 * place), line, fill=ink, font=font)
    return sheet


def scanned_pdf(*sheets: Image.Image) -> bytes:
    """A PDF as a scanner leaves it: one picture a page, no text."""
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=150)
    return out.getvalue()


@pytest.fixture
def draw() -> Callable[..., Image.Image]:
    return paper


@pytest.fixture
def scans() -> Callable[..., bytes]:
    return scanned_pdf


FAKE = """#!/bin/sh
echo "$OMP_THREAD_LIMIT $*" >> "$(dirname "$0")/calls"
case "$*" in *--list-langs*) printf 'List of available languages (2):\\n%s\\n'; exit 0;; esac
cat > /dev/null
%s
"""


@pytest.fixture
def fake_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Makes a tesseract, first on PATH, that knows these languages and answers with the output of a line of shell.

    Returns the file in which it notes how it was called.
    """
    folder = tmp_path / "bin"
    folder.mkdir()

    def make(does: str = "echo อ่านได้", languages: str = "eng\\ntha") -> Path:
        program = folder / "tesseract"
        program.write_text(FAKE % (languages, does), encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        return folder / "calls"

    return make
