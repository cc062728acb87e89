"""A bound on what stands before a body: Twisted limits the length of a header's line, but not how many may come."""

from __future__ import annotations

from typing import Any

from twisted.web import _newclient as client

MOST_HEAD_BYTES = 256 * 1024
"""Status lines and headers of one answer, those of 1xx answers before it included; browsers stop at the same size."""


def bound_heads() -> None:
    """From now on an answer whose headers never end is broken off like one that makes no sense."""
    parser: Any = client.HTTPParser
    broken: Any = client.ParseError
    if hasattr(parser, "head_bytes"):
        return
    plain = parser.lineReceived
    parser.head_bytes = 0

    def line_received(self: Any, line: bytes) -> None:
        self.head_bytes += len(line) + 2
        if self.head_bytes > MOST_HEAD_BYTES:
            raise broken("the headers are too long", line[:100])
        plain(self, line)

    parser.lineReceived = line_received
