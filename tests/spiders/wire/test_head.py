"""Status lines and headers as servers send them."""

from __future__ import annotations

import pytest

from spiders.wire.head import NonsenseError, end_of_head, read_head


def test_a_head() -> None:
    head = read_head(b'HTTP/1.1 200 OK\r\ncontent-type:text/html\r\nETag:  "a" \r\nX: a\r\n b\r\nContent-Length: 3\r')
    assert head.status == 200
    assert head.headers == {
        b"Content-Type": [b"text/html"],
        b"Etag": [b'"a"'],
        b"X": [b"a b"],
        b"Content-Length": [b"3"],
    }
    assert (head.body_bytes, head.is_chunked, head.is_last) == (3, False, False)


@pytest.mark.parametrize(
    ("raw", "lines", "body"),
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nA: b\r\n\r\nx", b"HTTP/1.1 200 OK\r\nA: b\r", b"x", id="as it should be"),
        pytest.param(b"HTTP/1.1 200 OK\nA: b\n\nx\r\n\r\n", b"HTTP/1.1 200 OK\nA: b", b"x\r\n\r\n", id="LF alone"),
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\n\n\n", b"HTTP/1.1 200 OK\r", b"\n\n", id="no headers"),
    ],
)
def test_where_a_head_ends(raw: bytes, lines: bytes, body: bytes) -> None:
    end, begin = end_of_head(raw)
    assert (raw[:end], raw[begin:]) == (lines, body)
    assert end_of_head(raw[: begin - 1]) == (-1, -1)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (b"HTTP/1.1 404", 404),
        (b"HTTP/1.0 200 \xe0\xb8\x81", 200),
        (b"HTTP/1.1 200 OK\r\nno colon here\r\n folded\r\nA: b", 200),
        (b"HTTP/1.1 200 OK\r\n\tfolded under nothing", 200),
    ],
)
def test_what_servers_get_wrong_is_read(lines: bytes, status: int) -> None:
    assert read_head(lines).status == status


@pytest.mark.parametrize(
    "lines",
    [
        b"",
        b"ICY 200 OK",
        b"HTTP/1.1",
        b"HTTP/1.1 two OK",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2",
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked",
    ],
)
def test_nonsense(lines: bytes) -> None:
    with pytest.raises(NonsenseError):
        read_head(lines)


@pytest.mark.parametrize(
    ("lines", "body_bytes", "is_chunked"),
    [
        (b"HTTP/1.1 200 OK", None, False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 7, 7\r\nContent-Length: 07", 7, False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\nTransfer-Encoding: Chunked", None, True),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\nTransfer-Encoding: identity", 7, False),
        (b"HTTP/1.1 304 No\r\nContent-Length: 7\r\nTransfer-Encoding: chunked", 0, False),
        (b"HTTP/1.1 204 No", 0, False),
    ],
)
def test_how_long_the_body_is(lines: bytes, body_bytes: int | None, is_chunked: bool) -> None:
    head = read_head(lines)
    assert (head.body_bytes, head.is_chunked) == (body_bytes, is_chunked)


@pytest.mark.parametrize(
    ("lines", "is_last"),
    [
        (b"HTTP/1.1 200 OK", False),
        (b"HTTP/1.1 200 OK\r\nConnection: Keep-Alive, Close", True),
        (b"HTTP/1.0 200 OK", True),
        (b"HTTP/1.0 200 OK\r\nConnection: Keep-Alive", False),
    ],
)
def test_whether_another_answer_may_follow(lines: bytes, is_last: bool) -> None:
    assert read_head(lines).is_last is is_last


def test_an_empty_length_tells_nothing() -> None:
    assert read_head(b"HTTP/1.1 200 OK\r\nContent-Length:").body_bytes is None
