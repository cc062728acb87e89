"""Big bodies wait on the disk, not in memory, until they are kept: a hundred hosts may send theirs at once."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import IO

HELD_BYTES = 256 * 1024
"""How much of one body stays in memory."""
MOST_BIG = 24
"""Longer bodies that come at once; others wait with what they have sent so far, so that the disk does not fill."""


class NoRoomError(Exception):
    """The disk did not take a body."""


class Spool:
    """Where the bodies of one pass wait; lives as long as one event loop.

    folder: a place on the disk, None for the system's own for temporary files.
    """

    def __init__(self, folder: Path | None = None, most_big: int = MOST_BIG) -> None:
        self._folder = folder
        self.turns = asyncio.Semaphore(most_big)

    def begin(self) -> Heap:
        return Heap(self)

    def file(self) -> IO[bytes]:
        """A file without a name, gone when it is closed."""
        return tempfile.TemporaryFile(buffering=0, dir=self._folder)


class Heap:
    """The bytes of one body as they come: the first HELD_BYTES in memory, and all of them in a file where it is longer.

    Close it when they are kept elsewhere.
    """

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._held = bytearray()
        self._file: IO[bytes] | None = None
        self._has_turn = False
        self.is_closed = False
        self.size = 0

    @property
    def is_big(self) -> bool:
        """Whether it stands on the disk."""
        return self._file is not None

    async def add(self, part: bytes) -> float:
        """Add a piece; returns for how many seconds it had to wait for its turn, which no server is to blame for.

        Raises NoRoomError where the disk does not take it.
        """
        self.size += len(part)
        if self._file is None and self.size <= HELD_BYTES:
            self._held += part
            return 0.0
        waited_s = await self._turn()
        try:
            if self._file is None:
                self._file = self._spool.file()
                self._put(self._file, bytes(self._held))
            self._put(self._file, part)
        except OSError as fault:
            raise NoRoomError(fault.strerror or "the disk is full") from fault
        return waited_s

    async def _turn(self) -> float:
        if self._has_turn:
            return 0.0
        clock = asyncio.get_running_loop().time
        since = clock()
        await self._spool.turns.acquire()
        self._has_turn = True
        return clock() - since

    def _put(self, file: IO[bytes], part: bytes) -> None:
        if file.write(part) != len(part):
            raise NoRoomError("the disk took a body only in part")

    def whole(self) -> bytes:
        """All of it; its bytes are in memory as long as the caller holds them. Raises ValueError once it is closed."""
        if self._file is None:
            if self.is_closed:
                raise ValueError("the body was let go of")
            return bytes(self._held)
        self._file.seek(0)
        return self._file.read(self.size)

    def close(self) -> None:
        """Let go of the bytes; only their number is left."""
        self.is_closed = True
        if self._file is not None:
            self._file.close()
            self._file = None
        self._held.clear()
        if self._has_turn:
            self._has_turn = False
            self._spool.turns.release()

    def __del__(self) -> None:
        """An answer that nobody looked at, such as a redirect's, gives its place to the next too."""
        self.close()
