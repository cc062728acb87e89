"""A bound on what stands before a body: Twisted limits the length of a header's line, but not how many may come."""

from __future__ import annotations

from typing import Any

from twisted.web import _newclient as client

MOST_HEAD_BYTES = 256 * 1024
"""Status lines and headers of one answer, those of 1xx answers before it included; browsers stop at the same size."""


def bound_heads() -> None:
    """From now on an answer whose headers never end is broken off like one that makes no sense.

    What comes is counted by the read (64 KiB at most), not by the line: Scrapy puts a parser of its own in the
    place of Twisted's, which reads lines in its own way.
    """
    parser: Any = client.HTTPClientParser
    broken: Any = client.ParseError
    if hasattr(parser, "head_bytes"):
        return
    plain = parser.dataReceived
    parser.head_bytes = 0

    def data_received(self: Any, data: bytes) -> None:
        is_head = self.bodyDecoder is None
        plain(self, data)
        if not is_head or self.bodyDecoder is not None or self.state == client.DONE:
            return
        self.head_bytes += len(data)
        if self.head_bytes > MOST_HEAD_BYTES:
            # To close a connection politely is to read on until the server has closed it too: over TLS, for ever.
            self.transport._producer.abortConnection()
            raise broken("the headers are too long", b"")

    parser.dataReceived = data_received
