"""Headers that never end, given to the very protocol that Scrapy reads answers with."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy.core.downloader.handlers import http11
from twisted.internet.testing import StringTransport
from twisted.web._newclient import ParseError, Request, ResponseFailed
from twisted.web.http_headers import Headers

from spiders.heads import MOST_HEAD_BYTES, bound_heads

READ = 65_536
LINE = b"A: bcde\r\n"


class Transport(StringTransport):
    aborted = False

    def abortConnection(self) -> None:
        self.aborted = True
        super().abortConnection()


class Asked:
    """A request that was sent over a transport on which the test answers."""

    def __init__(self) -> None:
        bound_heads()
        self.transport = Transport()
        self.came: list[Any] = []
        self.protocol: Any = http11._LenientHTTP11ClientFactory(lambda _: None, "").buildProtocol(None)
        self.protocol.makeConnection(self.transport)
        request: Any = Request(b"GET", b"/", Headers({b"Host": [b"x.go.th"]}), None)
        self.protocol.request(request).addBoth(self.came.append)

    def read(self, data: bytes, *, times: int = 1) -> int:
        """How many bytes of `times` reads were taken before the connection was let go."""
        taken = 0
        for _ in range(times):
            if self.came:
                break
            self.protocol.dataReceived(data)
            taken += len(data)
        return taken


@pytest.mark.parametrize(
    ("begin", "line"),
    [
        pytest.param(b"HTTP/1.1 200 OK\r\n", LINE, id="headers"),
        pytest.param(b"HTTP/1.1 200 OK\r\nA: b\r\n", b" " + LINE, id="one folded header"),
        pytest.param(b"", b"HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n", id="answers before the answer"),
    ],
)
def test_a_head_without_end_is_broken_off_and_told_at_once(begin: bytes, line: bytes) -> None:
    asked = Asked()
    asked.read(begin or line)
    taken = asked.read(line * (READ // len(line)), times=1000)
    assert MOST_HEAD_BYTES - READ <= taken <= MOST_HEAD_BYTES + READ
    (failure,) = asked.came
    assert failure.check(ResponseFailed)
    assert failure.value.reasons[0].check(ParseError)
    assert asked.transport.aborted, "over TLS, closing politely would wait for the server"


def test_a_long_head_with_an_end_and_a_long_body_are_read() -> None:
    asked = Asked()
    asked.read(b"HTTP/1.1 200 OK\r\n" + LINE * 7000, times=1)
    asked.read(LINE * 7000 + b"\r\n" + b"x" * READ)
    (response,) = asked.came
    assert response.code == 200
    for _ in range(10):
        asked.protocol.dataReceived(b"x" * READ)
    assert not asked.transport.aborted
