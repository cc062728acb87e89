"""Bodies, however they are cut on their way."""

from __future__ import annotations

import pytest

from spiders.wire.body import Body, Chunked, Endless, Sized

CHUNKS = b"3\r\nabc\r\n0A ;name=value\r\n0123456789\r\n"
END = b"0\r\nExpires: never\r\n\r\n"


def taken(body: Body, data: bytes, size: int) -> bytes:
    return b"".join(body.take(data[place : place + size]) for place in range(0, len(data), size))


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_chunks(size: int) -> None:
    body = Chunked()
    assert taken(body, CHUNKS, size) == b"abc0123456789"
    assert not body.is_whole
    assert taken(body, END, size) == b""
    assert body.is_whole
    assert not body.has_more


@pytest.mark.parametrize("size", [1, 100])
@pytest.mark.parametrize(
    "rest",
    [
        pytest.param(b"zz\r\n", id="no number"),
        pytest.param(b"-1\r\n", id="a negative one"),
        pytest.param(b"\r\n", id="none"),
        pytest.param(b"3\r\nabcd\r\n", id="a chunk beyond its size"),
        pytest.param(b"1;" + b"x" * 2000, id="an extension without end"),
        pytest.param(b"0\r\n" + b"A: b\r\n" * 20_000, id="headers without end"),
        pytest.param(b"0\r\n" + b"x" * 100_000, id="a header without end"),
    ],
)
def test_what_came_before_nonsense_is_kept(rest: bytes, size: int) -> None:
    body = Chunked()
    assert taken(body, CHUNKS + rest, size).startswith(b"abc0123456789")
    assert body.is_broken
    assert not body.is_whole
    assert not body.may_end


@pytest.mark.parametrize("size", [1, 4, 100])
def test_a_body_of_a_known_length(size: int) -> None:
    body = Sized(5)
    assert taken(body, b"abc", size) == b"abc"
    assert not body.is_whole
    assert not body.may_end
    assert taken(body, b"deXY", size) == b"de"
    assert body.is_whole
    assert body.has_more


def test_a_body_that_ends_with_its_connection() -> None:
    body = Endless()
    assert taken(body, b"abc", 2) == b"abc"
    assert body.may_end


@pytest.mark.parametrize("body", [Chunked(), Sized(2)])
def test_bytes_behind_a_body_are_no_part_of_it(body: Body) -> None:
    whole = b"2\r\nab\r\n0\r\n\r\n" if isinstance(body, Chunked) else b"ab"
    assert body.take(whole + b"HTTP/1.1 200 OK") == b"ab"
    assert body.has_more
