"""Status line and headers of an answer, read as leniently as browsers read them."""

from __future__ import annotations

import re
from dataclasses import dataclass

Headers = dict[bytes, list[bytes]]
"""Values by name, spelt as Scrapy spells names (Content-Type, Etag), in the order in which they came."""

MOST_HEAD_BYTES = 256 * 1024
"""Status lines and headers of one answer, those of 1xx answers before it included; browsers stop at the same size."""
_STATUS = re.compile(rb"HTTP/(\d{1,3}\.\d{1,3}) (\d{1,9})(?: .*)?", re.DOTALL)
_OF_THE_CONNECTION = (
    *(b"Connection", b"Content-Length", b"Keep-Alive", b"Proxy-Connection", b"Te", b"Trailers"),
    *(b"Transfer-Encoding", b"Upgrade"),
)
_BODILESS = frozenset({204, 304})
_LONGEST_NUMBER = 18


class NonsenseError(ValueError):
    """What came is no answer, or none that can be told from the next one."""


@dataclass(frozen=True, slots=True)
class Head:
    """What an answer says before its body.

    headers are those of the page, without the ones that only speak of the connection. body_bytes is None where the
    head does not tell how long the body is. is_last: the server closes the connection after this answer.
    """

    status: int
    headers: Headers
    body_bytes: int | None
    is_chunked: bool
    is_last: bool


def end_of_head(raw: bytes, start: int = 0) -> tuple[int, int]:
    """Where the lines of a head end, and where its body begins; (-1, -1) where more has to come.

    Lines end in CR LF, or in LF alone, as some servers have it. start: there is no end before it.
    """
    usual = raw.find(b"\n\r\n", start)
    bare = raw.find(b"\n\n", start, usual + 1 if usual >= 0 else len(raw))
    if bare >= 0:
        return bare, bare + 2
    return (usual, usual + 3) if usual >= 0 else (-1, -1)


def read_head(lines: bytes) -> Head:
    """Raises NonsenseError for what is no head. A line without a colon is skipped, as browsers skip it."""
    first, *rest = lines.split(b"\n")
    status = _STATUS.fullmatch(first.removesuffix(b"\r"))
    if status is None:
        raise NonsenseError(f"no status line: {first[:80]!r}")
    headers = _headers(rest)
    told = {name: headers.pop(name) for name in _OF_THE_CONNECTION if name in headers}
    code = int(status[2])
    is_chunked = code not in _BODILESS and _is_chunked(told)
    body_bytes = 0 if code in _BODILESS else None if is_chunked else _body_bytes(told)
    if body_bytes is not None:
        headers[b"Content-Length"] = [b"%d" % body_bytes]
    return Head(code, headers, body_bytes, is_chunked, _is_last(told, status[1]))


def _headers(lines: list[bytes]) -> Headers:
    unfolded: list[bytes] = []
    for line in lines:
        if line[:1] in {b" ", b"\t"} and unfolded:
            unfolded[-1] = unfolded[-1].removesuffix(b"\r") + line
        else:
            unfolded.append(line)
    headers: Headers = {}
    for line in unfolded:
        name, colon, value = line.partition(b":")
        if colon:
            headers.setdefault(name.strip().title(), []).append(value.strip())
    return headers


def _is_chunked(told: Headers) -> bool:
    codings = told.get(b"Transfer-Encoding")
    if codings is None or codings[0].lower() == b"identity":
        return False
    if codings[0].lower() != b"chunked":
        raise NonsenseError(f"a transfer that is not known: {codings[0][:80]!r}")
    return True


def _body_bytes(told: Headers) -> int | None:
    """What Content-Length says; said several times it has to be the same."""
    said = b",".join(told.get(b"Content-Length", ())).split(b",")
    lengths = set(filter(None, map(bytes.strip, said)))
    if not lengths:
        return None
    if not all(length.isdigit() and len(length) <= _LONGEST_NUMBER for length in lengths):
        raise NonsenseError("the length is no number")
    if len(numbers := set(map(int, lengths))) > 1:
        raise NonsenseError("several lengths")
    return numbers.pop()


def _is_last(told: Headers, version: bytes) -> bool:
    said = b",".join(told.get(b"Connection", ())).lower()
    return b"close" in said or (version == b"1.0" and b"keep-alive" not in said)
