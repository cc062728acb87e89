"""Content-Encoding undone piece by piece, never past a limit: a bomb costs no more memory than a page.

`gzip`, `deflate` and `br` are read, also one in another; what else a server may send, unasked, is not.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import brotli

MOST_CODINGS = 3
"""Layers of packing that are undone; nobody packs a page that often but to do harm."""
_GZIP, _DEFLATE, _BROTLI = frozenset({"gzip", "x-gzip"}), "deflate", "br"
_NONE = frozenset({"", "identity", "none", "utf-8"})


def codings_of(header: str) -> tuple[str, ...]:
    """What a Content-Encoding header names, in the order in which it was done; `identity` and mistakes left out."""
    return tuple(name for part in header.split(",") if (name := part.strip().lower()) not in _NONE)


def can_unpack(codings: Sequence[str]) -> bool:
    """Whether each layer is one that is read here, and there are no more than MOST_CODINGS."""
    return len(codings) <= MOST_CODINGS and all(name in _GZIP or name in {_DEFLATE, _BROTLI} for name in codings)


class Unpacker:
    """Undoes the codings of one body; each call gives at most `most` bytes, and what is beyond them is lost.

    Raises ValueError for bytes that were not packed so.
    """

    def __init__(self, codings: Sequence[str], most: int) -> None:
        self._most = most
        self._names = tuple(reversed(codings))
        self._steps: list[_Inflater | _Brotli] = []

    def __call__(self, part: bytes) -> bytes:
        for place, name in enumerate(self._names):
            if not part:
                break
            if place == len(self._steps):
                self._steps.append(_Brotli() if name == _BROTLI else _Inflater(name, part))
            part = self._steps[place].undo(part, self._most)
        return part

    @property
    def is_at_end(self) -> bool:
        """Whether every layer came to its end, so that nothing is missing."""
        return len(self._steps) == len(self._names) and all(step.is_at_end for step in self._steps)


def unpacked(body: bytes, codings: Sequence[str], most: int) -> tuple[bytes, bool]:
    """A whole body, as far as `most` bytes, and whether more of it is missing; itself where it was not packed so."""
    unpacker = Unpacker(codings, most + 1)
    try:
        plain = unpacker(body)
    except ValueError:
        return body[:most], len(body) > most
    return plain[:most], len(plain) > most or not unpacker.is_at_end


class _Inflater:
    def __init__(self, name: str, start: bytes) -> None:
        self._decoder = zlib.decompressobj(_window(name, start))

    def undo(self, part: bytes, most: int) -> bytes:
        try:
            return self._decoder.decompress(part, most)
        except zlib.error as fault:
            raise ValueError(f"content-encoding does not unpack: {fault}") from fault

    @property
    def is_at_end(self) -> bool:
        return self._decoder.eof


class _Brotli:
    def __init__(self) -> None:
        self._decoder = brotli.Decompressor()

    def undo(self, part: bytes, most: int) -> bytes:
        try:
            # A full output buffer comes first: what it still holds counts as beyond `most`.
            return bytes(self._decoder.process(part, output_buffer_limit=most)) if self._is_open else b""
        except brotli.error as fault:
            raise ValueError(f"content-encoding does not unpack: {fault}") from fault

    @property
    def _is_open(self) -> bool:
        return bool(self._decoder.can_accept_more_data()) and not self._decoder.is_finished()

    @property
    def is_at_end(self) -> bool:
        return bool(self._decoder.is_finished())


def _window(name: str, start: bytes) -> int:
    """How zlib is to read: servers mix up gzip and deflate, and call a bare stream `deflate` too."""
    if start[:2] == b"\x1f\x8b" or name in _GZIP:
        return zlib.MAX_WBITS | 16
    is_zlib = len(start) > 1 and start[0] & 0x0F == 8 and (start[0] << 8 | start[1]) % 31 == 0
    return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS
