"""PDF files in a hundred lines: a Thai text layer without a font, and a scan without a text layer.

No font is embedded: pdfium reads the text through the ToUnicode map, so a clean machine without a single Thai font
makes PDFs whose text layer is exact. Such a file is for programs, not for eyes.
"""

from __future__ import annotations

import struct
import zlib

_MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"


def write(
    lines: list[list[str]], *, title: str, lines_per_page: int = 46, widths: list[list[int]] | None = None
) -> bytes:
    """Lines of cells, from the top of the first page down; title goes into the metadata.

    widths are the points of each cell of a line, between lines that are drawn; cells follow one another without them.
    """
    starts = range(0, len(lines), lines_per_page)
    width = max([595, *(100 + _width(line) for line in lines), *(100 + sum(line) for line in widths or ())])
    contents = [_content(lines[at : at + lines_per_page], (widths or [])[at : at + lines_per_page]) for at in starts]
    first_page = 6
    kids = " ".join(f"{first_page + 2 * n} 0 R" for n in range(len(contents)))
    info = title.encode("utf-16-be").hex()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Thai /Encoding /Identity-H /DescendantFonts [4 0 R] "
        b"/ToUnicode 5 0 R >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Thai /DW 500 /W [{_mark_widths()}] /CIDToGIDMap /Identity "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor "
        "<< /Type /FontDescriptor /FontName /Thai /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 "
        "/Descent -200 /CapHeight 700 /StemV 80 >> >>".encode(),
        _stream(_to_unicode()),
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:.0f} 842] /Contents {first_page + 2 * number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(content))
    objects.append(f"<< /Title <FEFF{info}> /Producer (test sites) >>".encode())
    return _pdf_file(objects, info=len(objects))


def scan(jpeg: bytes | None = None, *, width: int = 120, height: int = 170) -> bytes:
    """A PDF that holds one picture and no text, as a scanner leaves it."""
    if jpeg is None:
        pixels = bytes((240 if (x // 3 + y // 7) % 5 else 60) for y in range(height) for x in range(width))
        picture, filters = zlib.compress(pixels), "/FlateDecode"
    else:
        picture, filters = jpeg, "/DCTDecode"
    image = (
        f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray "
        f"/BitsPerComponent 8 /Filter {filters} /Length {len(picture)} >>\nstream\n"
    ).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /I 5 0 R >> >> >>",
        _stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
        image + picture + b"\nendstream",
        b"<< /Producer (scanner) >>",
    ]
    return _pdf_file(objects, info=len(objects))


def _advance(text: str) -> float:
    return sum(0 if char in _MARKS else 6 for char in text)


def _width(cells: list[str]) -> float:
    return sum(_advance(cell) + 24 for cell in cells)


def _content(lines: list[list[str]], widths: list[list[int]]) -> bytes:
    out, drawn = ["BT /F1 12 Tf"], []
    for number, cells in enumerate(lines):
        x, y = 50.0, 800 - 16 * number
        wide = widths[number] if number < len(widths) else []
        for place, cell in enumerate(cells):
            codes = cell.encode("utf-16-be").hex()
            out.append(f"1 0 0 1 {x:.1f} {y} Tm <{codes}> Tj")
            x += wide[place] if wide else _advance(cell) + 24
        drawn += [f"{50 + sum(wide[:at]) - 4} {y - 4} 0.5 16 re f" for at in range(len(wide) + 1) if wide]
    return "\n".join([*out, "ET", *drawn]).encode()


def _mark_widths() -> str:
    return " ".join(f"{ord(mark)} [0]" for mark in _MARKS)


def _to_unicode() -> bytes:
    blocks = [0x00, 0x0E, 0x20, 0x21, 0x22]
    ranges = "\n".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Thai def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(blocks)} beginbfrange\n{ranges}\nendbfrange\nendcmap end end"
    ).encode()


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"


def _pdf_file(objects: list[bytes], *, info: int) -> bytes:
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table_at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {info} 0 R >>\n".encode()
    out += f"startxref\n{table_at}\n%%EOF\n".encode()
    return bytes(out)


def png(width: int = 8, height: int = 10, grey: int = 200) -> bytes:
    """A tiny grey picture, for pages that need one."""
    rows = b"".join(b"\x00" + bytes([grey]) * width for _ in range(height))
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0), b"IDAT" + zlib.compress(rows), b"IEND")
    body = b"".join(struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + body
