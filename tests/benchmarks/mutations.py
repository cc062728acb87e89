"""Small damages to a file, as transfers, editors and attackers do them; all of it follows from the generator."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random

LARGEST = 400_000
_UNPACKED = 4_000_000
_SMALL = 48

WORDS: dict[str, tuple[bytes, ...]] = {
    "html": (
        *(f"<{tag}>".encode() for tag in ("div", "table", "tr", "td", "ul", "li", "a", "b", "font", "form", "select")),
        *(f"</{tag}>".encode() for tag in ("div", "table", "tr", "td", "ul", "a", "b", "p", "body", "html", "head")),
        *(
            b"<!--",
            b"-->",
            b"<![CDATA[",
            b"<template>",
            b"<script>",
            b"</script>",
            b"<svg><title>",
            b"<base href='//['>",
        ),
        *(b"<a href='http://[::1'>", b"<a href='//%'>", b"<a href='javascript:open(\"", b"<iframe src='?'>", b"&#0;"),
        *(b"&#xd800;", b"&#x110000;", b"\xff\xfe", b"\x00", b"\xef\xbf\xbe", "ํา".encode(), "โครงสร้าง".encode()),
        *("O1 โครงสร้าง".encode(), "๐25".encode(), b"O1-O43", "ปีงบประมาณ พ.ศ. ๒๕๖๙".encode(), b"MOIT 1"),
        *(b"<td rowspan=99999>", b"<td colspan=30 rowspan=9999>", b"<h3><a href=x>", b" id='a' data-target='#a'"),
        *(b"<button data-bs-target='#a' onclick=\"f(this,'a')\">", b"<div id=a class=collapse aria-labelledby=a>"),
        *(
            b"<a href='#a' data-toggle=tab>2569</a>",
            b"<meta charset=utf-16>",
            b"<meta charset=tis-620>",
            b"<plaintext>",
        ),
        *(
            b"<math><mi>",
            b"<label><span><i>",
            b"<details><summary>",
            b"<option value='/x?a=1'>",
            b"<br>",
            b"<img alt='",
        ),
        *(b"<meta http-equiv=refresh content='0;url=", b"<frameset><frame src=", b"<p><b>", b"<dl><dt>", b"<nav>"),
    ),
    "pdf": (
        *(
            b"/Kids [2 0 R]",
            b"/Count -1",
            b"/Count 2147483647",
            b"/Length 99999999",
            b"/Filter [/FlateDecode /LZWDecode]",
        ),
        *(b"/Filter /ASCIIHexDecode", b"/MediaBox [0 0 0 0]", b"/MediaBox [0 0 1e38 1e38]", b"/Parent 3 0 R", b"/W ["),
        *(
            b"<D800>",
            b"<< /ActualText <FEFFD800> >> BDC",
            b"BT",
            b"ET",
            b"q ",
            b"/I Do ",
            b"/Encrypt 1 0 R",
            b"/Prev 0",
        ),
        *(
            b"/Producer (Skia)",
            b"/CreationDate (D:99999999999999)",
            b"/Title <FEFFDC00>",
            b"/XObject",
            b"/Type /ObjStm",
        ),
    ),
    "xml": (
        *(
            b"<w:tbl>",
            b"</w:tbl>",
            b"<w:tr>",
            b"<w:tc>",
            b'<w:gridSpan w:val="99999"/>',
            b'<w:vMerge w:val="continue"/>',
        ),
        *(
            b'<w:vMerge w:val="restart"/>',
            b"<w:p>",
            b"</w:p>",
            b"<w:r><w:t>",
            b'<w:gridBefore w:val="9"/>',
            b'r="XFD1048576"',
        ),
        *(
            b' r="A0"',
            b' r="ZZZZZZZ9"',
            b' t="s"',
            b"<v>99999999</v>",
            b"<v>-1</v>",
            b"<v>nan</v>",
            b"<v>1e400</v>",
            b's="999"',
        ),
        *(
            b'Target="../../x"',
            b'Target=""',
            b'Type=""',
            b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
            b"&b;",
            b'<w:pStyle w:val="?"/>',
        ),
        *(
            b'<w:b w:val="maybe"/>',
            b"<dcterms:created>0</dcterms:created>",
            b'<dimension ref="A1:XFD1048576"/>',
            b"<f>",
        ),
    ),
    "csv": (b'"', b'""', b"\r", b"\x00", b";", b"\t", b"|", b",,,,", b"\n\n", b"\xff\xfe", "ก".encode("cp874")),
    "text": (
        b"**",
        b"\t",
        b"**\n",
        b"\x0c",
        b"\xe2\x80\xa8",
        b"\xff\xfe",
        b"\x00",
        b"{\\rtf1",
        b"%PDF-",
        "ที่ ".encode(),
    ),
    "zip": (
        b"PK\x03\x04",
        b"PK\x01\x02",
        b"PK\x05\x06",
        b"\xff\xff\xff\xff",
        b"\x00\x00",
        b"word/",
        b"xl/",
        b"mimetype",
    ),
}
_NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483648", b"99999999999999999999", "๙๙".encode(), "²".encode())

Mutation = Callable[[bytes, Random, Sequence[bytes]], bytes]


def mutated(body: bytes, words: Sequence[bytes], rng: Random, others: Sequence[bytes]) -> bytes:
    """`body` with one to eight damages; others are further files, of which pieces are put in."""
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5, 8))):
        body = rng.choice(_MUTATIONS)(body, rng, [*words, rng.choice(others)[:2000]])
    return body[:LARGEST]


def mutated_zip(body: bytes, words: Sequence[bytes], rng: Random, others: Sequence[bytes]) -> bytes:
    """A zip package with one of its parts damaged, left out, doubled or renamed, and packed again."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hurt = {rng.choice(names) for _ in range(rng.choice((1, 1, 2)))}
        for name in names:
            part = old.read(name)
            if name not in hurt:
                new.writestr(name, part)
                continue
            what = rng.random()
            if what > 0.1:
                new.writestr(name if what > 0.15 else f"x/{name}", mutated(part, words, rng, others))
    return out.getvalue()


def opened_pdf(body: bytes) -> bytes:
    """A PDF with its packed streams unpacked where that is plain to do, so that damage reaches what is in them."""
    out, place = bytearray(), 0
    while (begin := body.find(b"stream\n", place)) >= 0 and (end := body.find(b"endstream", begin)) >= 0:
        begin += len(b"stream\n")
        try:
            plain = zlib.decompressobj().decompress(body[begin:end].rstrip(b"\r\n"), _UNPACKED)
        except zlib.error:
            out += body[place : end + 9]
        else:
            head = body[place:begin]
            out += head.replace(b"/FlateDecode", b"") if b"/Image" not in head else head
            out += (plain if b"/Image" not in head else body[begin:end]) + b"\nendstream"
        place = end + 9
    return bytes(out + body[place:])


def _span(body: bytes, rng: Random, longest: int) -> tuple[int, int]:
    start = rng.randrange(len(body) + 1)
    return start, min(len(body), start + rng.randint(1, longest))


def _flip(body: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    hurt = bytearray(body)
    for _again in range(rng.randint(1, 12)):
        if hurt:
            hurt[rng.randrange(len(hurt))] = rng.choice(
                (0, 0x20, 0x22, 0x3C, 0x3E, 0x7F, 0x80, 0xFF, rng.randrange(256))
            )
    return bytes(hurt)


def _insert(body: bytes, rng: Random, words: Sequence[bytes]) -> bytes:
    place = rng.randrange(len(body) + 1)
    return body[:place] + rng.choice(words) + body[place:]


def _over(body: bytes, rng: Random, words: Sequence[bytes]) -> bytes:
    place, word = rng.randrange(len(body) + 1), rng.choice(words)
    return body[:place] + word + body[place + len(word) :]


def _drop(body: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(body, rng, rng.choice((_SMALL, 4000)))
    return body[:start] + body[end:]


def _cut(body: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    return body[: rng.randrange(len(body) + 1)]


def _double(body: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(body, rng, rng.choice((_SMALL, 4000)))
    place = rng.randrange(len(body) + 1)
    return body[:place] + body[start:end] + body[place:]


def _grow(body: bytes, rng: Random, words: Sequence[bytes]) -> bytes:
    """One piece over and over, up to 20,000 times: what takes time as the square of the length shows itself."""
    start, end = _span(body, rng, rng.choice((8, _SMALL, 1000)))
    piece = rng.choice((body[start:end], rng.choice(words)[:200], rng.choice(words)[:200] + rng.choice(words)[:200]))
    times = min(rng.choice((20, 300, 3000, 20000)), LARGEST // max(1, len(piece)))
    return body[:start] + piece * times + body[start:]


def _number(body: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    digits = [place for place, byte in enumerate(body[:200_000]) if 0x30 <= byte <= 0x39]
    if not digits:
        return body
    place = rng.choice(digits)
    return body[:place] + rng.choice(_NUMBERS) + body[place + 1 :]


_MUTATIONS: tuple[Mutation, ...] = (_flip, _insert, _insert, _over, _drop, _cut, _double, _double, _grow, _number)
