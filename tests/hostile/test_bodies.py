"""Bodies that are too big, too slow, never end, or are not what they say: read as far as we mean to, and no further."""

from __future__ import annotations

import gzip
import io
import socket
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest
from evil import HTML, Asked, Evil, Page, answer, dripping, endless, page

from oit_checker.codings import can_unpack, codings_of, unpacked
from oit_checker.config import PAGE_BYTES, Politeness, ReadLimits
from oit_checker.fetch import Ask
from oit_checker.fetch.http import HttpFetcher
from oit_checker.model.page import Failure, Fetched
from oit_checker.snapshot import Snapshot
from spiders.heads import MOST_HEAD_BYTES
from spiders.sitemap import read_sitemap

MOST = 200_000
BOMB = b" " * 5_000_000
PDF = "application/pdf"
Fetch = Callable[..., Fetched]


@pytest.fixture
def fetched(evil: Evil, tmp_path: Path) -> Fetch:
    """Verify one address of the evil site, with small limits."""

    def ask(path: str, **limits: Any) -> Fetched:
        bodies = Snapshot.create(tmp_path / "bodies")
        bodies.most_bytes = limits.pop("most_bytes", None)
        fetcher = HttpFetcher(
            bodies,
            politeness=Politeness(rate=0, timeout_s=limits.pop("timeout_s", 1.0)),
            read_limits=ReadLimits(max_file_bytes=MOST),
            site_hosts=["127.0.0.1"],
            **limits,
        )
        with fetcher:
            return fetcher.fetch([Ask(evil.url + path)])[evil.url + path]

    return ask


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


CODINGS = [
    pytest.param("gzip", gzip.compress, id="gzip"),
    pytest.param("deflate", zlib.compress, id="deflate"),
    pytest.param("deflate", deflated, id="bare deflate"),
    pytest.param("br", brotli.compress, id="brotli, unasked"),
    pytest.param("gzip, gzip", lambda data: gzip.compress(gzip.compress(data)), id="gzip in gzip"),
    pytest.param("br, gzip", lambda data: gzip.compress(brotli.compress(data)), id="brotli in gzip"),
]


@pytest.mark.parametrize(("coding", "pack"), CODINGS)
def test_what_is_packed_is_read_and_a_bomb_is_cut(coding: str, pack: Callable[[bytes], bytes]) -> None:
    codings = codings_of(coding)
    assert can_unpack(codings)
    assert unpacked(pack(b"plan" * 100), codings, MOST) == (b"plan" * 100, False)
    assert unpacked(pack(BOMB), codings, MOST) == (BOMB[:MOST], True)
    assert unpacked(pack(b"plan" * 100)[:-5], codings, MOST)[1], "what is cut short is not called whole"
    assert unpacked(b"<html>plain", codings, MOST) == (b"<html>plain", False)


@pytest.mark.parametrize("coding", ["zstd", "compress", "gzip, gzip, gzip, gzip"])
def test_other_codings_are_not_undone(coding: str) -> None:
    assert not can_unpack(codings_of(coding))


@pytest.mark.parametrize(("coding", "pack"), CODINGS)
def test_verification_stops_at_its_cap(evil: Evil, fetched: Fetch, coding: str, pack: Callable[[bytes], bytes]) -> None:
    evil.pages["/plan.pdf"] = answer(pack(BOMB), f"Content-Encoding: {coding}", kind=PDF)
    came = fetched("/plan.pdf")
    assert came.truncated
    assert came.body_bytes <= MOST


def test_a_coding_that_we_cannot_undo_is_our_limit(evil: Evil, fetched: Fetch) -> None:
    evil.pages["/plan.pdf"] = answer(b"\x28\xb5\x2f\xfd", "Content-Encoding: zstd", kind=PDF)
    assert fetched("/plan.pdf").failure is Failure.BUDGET


@pytest.mark.parametrize(("coding", "pack"), [CODINGS[0], CODINGS[-1]])
def test_a_crawl_stops_at_its_cap(evil: Evil, crawled: Any, coding: str, pack: Callable[[bytes], bytes]) -> None:
    bomb = pack(b'<a href="/next">x</a>' + BOMB)
    header = f"Content-Encoding: {coding}"
    evil.pages["/"] = answer(bomb, header)
    evil.pages["/robots.txt"] = answer(bomb, header, kind="text/plain")
    evil.pages["/sitemap.xml"] = answer(bomb, header, kind="application/xml")
    evil.pages["/next"] = page("ถัดไป")
    snapshot = crawled(evil.url, max_page_bytes=MOST)
    assert next(snapshot.pages()).fetched.body_bytes == MOST
    assert snapshot.manifest.pages == 2
    assert any("ส่วนต้น" in note for note in snapshot.manifest.notes)


ENDLESS: list[Any] = [
    pytest.param(endless(b"<p>abc</p>" * 1000), id="endless"),
    pytest.param(answer(b"x" * 5 * MOST), id="large"),
    pytest.param(f"HTTP/1.1 200 OK\r\nContent-Type: {HTML}\r\nContent-Length: 2147483648\r\n\r\nx".encode(), id="2 GB"),
    pytest.param(
        f"HTTP/1.1 200 OK\r\nContent-Type: {HTML}\r\nContent-Length: {'9' * 5000}\r\n\r\nx".encode(), id="no number"
    ),
    pytest.param(dripping(f"HTTP/1.1 200 OK\r\nContent-Type: {HTML}\r\n\r\n".encode(), b"x", 0.1), id="dripping"),
    pytest.param(dripping(b"HTTP/1.1 200 OK\r\n", b"X", 0.1), id="dripping headers"),
    pytest.param(dripping(b"", b"HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n" * 500, 0.0), id="1xx without end"),
    pytest.param(dripping(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n" * 500, 0.0), id="headers without end"),
    pytest.param(b"HTTP/1.1 200 OK\r\nA: " + b"x" * 1_000_000 + b"\r\n\r\nx", id="a header of 1 MB"),
    pytest.param(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 10_000 + b"\r\nx", id="10,000 headers"),
    pytest.param(b"good morning\n" * 100, id="HTTP/0.9"),
    pytest.param(b"\x00\xff\x16\x03" * 100, id="noise"),
    pytest.param(b"HTTP/1.1 999999 \r\n\r\n", id="status"),
    pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n", id="chunks"),
    pytest.param(
        dripping(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", b"x" * 9999, 0.0), id="chunk extension"
    ),
    pytest.param(
        dripping(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"A: b\r\n" * 500, 0.0), id="trailers"
    ),
    pytest.param("HTTP/1.1 503 No\r\nRetry-After: ²\r\nContent-Length: 0\r\n\r\n".encode(), id="Retry-After"),
    pytest.param(b"HTTP/1.1 302 No\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n", id="Location"),
    pytest.param(
        b"HTTP/1.1 302 No\r\nLocation: /\x00\xe0\xb8\x81\r\nContent-Length: 0\r\n\r\n", id="Location with NUL"
    ),
    pytest.param(b"HTTP/1.1 200 OK\r\nSet-Cookie: \xff=\x01; domain=..\r\nContent-Length: 1\r\n\r\nx", id="cookie"),
]


@pytest.mark.parametrize("evil_page", ENDLESS)
def test_verification_comes_to_an_end(evil: Evil, fetched: Fetch, evil_page: Page) -> None:
    evil.pages["/plan.pdf"] = evil_page
    came = fetched("/plan.pdf", timeout_s=0.3)
    assert came.body_bytes <= PAGE_BYTES
    assert came.body_bytes < PAGE_BYTES or came.truncated


def test_a_crawl_comes_to_an_end_whatever_its_pages_do(evil: Evil, crawled: Any) -> None:
    """All of them in one site: its other pages are read, and each that failed is recorded as such."""
    names = [f"/evil/{number}" for number, _ in enumerate(ENDLESS)]
    evil.links("/", *names, *(f"/good/{number}" for number in range(20)))
    for name, case in zip(names, ENDLESS, strict=True):
        evil.pages[name] = case.values[0]
    evil.otherwise = lambda asked: page(f"เนื้อหา {asked.path}") if asked.path.startswith("/good") else None
    snapshot = crawled(evil.url, max_page_bytes=MOST, timeout_s=0.3, max_minutes=0.3)
    read = {record.fetched.url for record in snapshot.pages() if record.fetched.body_sha256}
    assert {f"{evil.url}/good/{number}" for number in range(20)} <= read
    assert snapshot.manifest.bytes_downloaded < 60_000_000


@pytest.mark.parametrize(
    "start", [b"", b"HTTP/1.1 200 OK\r\nConte", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc"]
)
def test_a_reset_is_a_value(evil: Evil, fetched: Fetch, start: bytes) -> None:
    def reset(_: Asked, connection: socket.socket) -> None:
        connection.sendall(start)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    evil.pages["/plan.pdf"] = reset
    came = fetched("/plan.pdf")
    assert came.failure is Failure.CONNECT or "cut short" in (came.note or "")


def test_headers_without_end_cost_no_memory(evil: Evil, crawled: Any) -> None:
    sent = 0

    def flood(asked: Asked, connection: socket.socket) -> None:
        nonlocal sent
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while not asked.over.is_set():
            sent += connection.send(b"A: b\r\n" * 2000)

    evil.links("/", "/flood")
    evil.pages["/flood"] = flood
    crawled(evil.url, timeout_s=1)
    # What the sockets of both sides hold comes on top.
    assert sent < 3 * (MOST_HEAD_BYTES + 12_000_000)


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (step, (b"&a%d;" % (step - 1) if step else b"&a;") * 10) for step in range(12))
    + b"]>"
)


def test_entities_of_a_sitemap_are_not_unrolled() -> None:
    assert read_sitemap(LAUGHS + b"<urlset><url><loc>&a11;</loc></url><url><loc>/a</loc></url></urlset>").more == ()


def test_a_nested_sitemap_is_unpacked_once() -> None:
    assert read_sitemap(gzip.compress(gzip.compress(b"<urlset/>"))).pages == ()


def test_the_first_part_of_a_zip_may_be_a_bomb() -> None:
    from oit_checker.documents.extract import sniff

    parcel = io.BytesIO()
    with zipfile.ZipFile(parcel, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument.spreadsheet" + BOMB)
    whole = parcel.getvalue()
    assert sniff(whole, url="/a.ods", media_type=None).kind == "xls"
    broken = whole[:120] + b"\xff" * 40 + whole[160:]
    assert sniff(broken, url="/a.ods", media_type=None) is not None


def test_a_full_snapshot_is_our_limit(evil: Evil, fetched: Fetch) -> None:
    evil.pages["/plan.pdf"] = answer(b"%PDF-1.4" + b"x" * 50_000, kind=PDF)
    came = fetched("/plan.pdf", most_bytes=10_000)
    assert (came.failure, came.body_sha256) == (Failure.BUDGET, None)
