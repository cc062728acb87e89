"""How the end of a body is told: by its length, by its last chunk, or by the end of the connection."""

from __future__ import annotations

from typing import Protocol

from spiders.wire.head import Head, NonsenseError

_LONGEST_SIZE_LINE = 1024
_MOST_TRAILER_BYTES = 64 * 1024
_SIZE_DIGITS = frozenset(b"0123456789abcdefABCDEF")


class Body(Protocol):
    """A body as it comes. is_whole: its end has come; has_more: and bytes behind it, which nobody asked for.

    is_broken: what came last makes no sense, and no end can come any more. may_end: should the connection end now,
    nothing is missing.
    """

    is_whole: bool
    has_more: bool
    is_broken: bool
    may_end: bool

    def take(self, data: bytes) -> bytes:
        """What of the bytes that came is the body's."""
        ...


def body_of(head: Head) -> Body:
    """The body that follows a head."""
    if head.is_chunked:
        return Chunked()
    return Endless() if head.body_bytes is None else Sized(head.body_bytes)


class Sized:
    """A body of so many bytes."""

    is_broken = may_end = False

    def __init__(self, body_bytes: int) -> None:
        self._left = body_bytes
        self.is_whole = not body_bytes
        self.has_more = False

    def take(self, data: bytes) -> bytes:
        if len(data) > self._left:
            self.has_more = True
            data = data[: self._left]
        self._left -= len(data)
        self.is_whole = not self._left
        return data


class Endless:
    """A body that ends with the connection."""

    is_whole = has_more = is_broken = False
    may_end = True

    def take(self, data: bytes) -> bytes:
        return data


class Chunked:
    """A body in chunks, each with its size before it; a chunk of no bytes is the last, and headers may follow it."""

    may_end = False

    def __init__(self) -> None:
        self.is_whole = self.has_more = self.is_broken = False
        self._kept = bytearray()
        self._left = 0
        """Bytes of the chunk that are still to come, its line end included."""
        self._trailer_bytes = 0
        """Of the headers behind the last chunk, the line of that one included; 0 before it."""

    def take(self, data: bytes) -> bytes:
        self._kept += data
        parts: list[bytes] = []
        try:
            while self._goes_on(parts):
                pass
        except NonsenseError:
            self.is_broken = True
        self.has_more = self.is_whole and bool(self._kept)
        return b"".join(parts)

    def _goes_on(self, parts: list[bytes]) -> bool:
        """Take one step; False where more has to come, or nothing more will. Raises NonsenseError."""
        if self._left:
            return self._takes_of_chunk(parts)
        line = self._line(_MOST_TRAILER_BYTES if self._trailer_bytes else _LONGEST_SIZE_LINE)
        if line is None:
            return False
        if not self._trailer_bytes:
            self._begin_chunk(line)
            return True
        self._trailer_bytes += len(line) + 2
        if self._trailer_bytes > _MOST_TRAILER_BYTES:
            raise NonsenseError("headers without end behind the last chunk")
        self.is_whole = not line
        return not self.is_whole

    def _takes_of_chunk(self, parts: list[bytes]) -> bool:
        of_data = min(self._left - 2, len(self._kept))
        if of_data > 0:
            parts.append(bytes(self._kept[:of_data]))
            del self._kept[:of_data]
            self._left -= of_data
        if self._left > 2 or len(self._kept) < 2:
            return False
        if not self._kept.startswith(b"\r\n"):
            raise NonsenseError("a chunk goes on beyond its size")
        del self._kept[:2]
        self._left = 0
        return True

    def _line(self, most: int) -> bytes | None:
        end = self._kept.find(b"\r\n")
        if end > most or (end < 0 and len(self._kept) > most):
            raise NonsenseError("a line without end between chunks")
        if end < 0:
            return None
        line = bytes(self._kept[:end])
        del self._kept[: end + 2]
        return line

    def _begin_chunk(self, line: bytes) -> None:
        size = line.partition(b";")[0].strip()
        if not size or not _SIZE_DIGITS.issuperset(size):
            raise NonsenseError("the size of a chunk is no number")
        if length := int(size, 16):
            self._left = length + 2
        else:
            self._trailer_bytes = len(line) + 2
