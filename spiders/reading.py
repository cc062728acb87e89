"""Where the pages of a crawl are read: in this process, or in one beside it while this one talks to the website."""

from __future__ import annotations

import asyncio
import copyreg
import ctypes
import os
import pickle
import signal
import socket
import struct
import sys
from collections import deque
from contextlib import suppress
from dataclasses import fields
from operator import attrgetter
from typing import NoReturn, Protocol

from oit_checker.model.page import Link
from spiders.job import Job
from spiders.page_reader import PageReader, ReadPage

_LENGTH = struct.Struct("!I")
_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_TAKEN_AT_ONCE = 1 << 17  # bytes; most pages are smaller

# A dataclass with slots says itself what of it is pickled, field by field; a page has many links.
_fields_of_link = attrgetter(*(field.name for field in fields(Link)))
copyreg.pickle(Link, lambda link: (Link, _fields_of_link(link)))


class Reading(Protocol):
    """Reads pages in the order in which they are handed over."""

    async def read(self, url: str, body: bytes, declared: str | None, known_text: str | None = None) -> ReadPage:
        """As PageReader.read."""
        ...

    async def settled(self) -> None:
        """Wait until all is read that was handed over so far."""
        ...


class ReadHere:
    """Reads each page at once."""

    def __init__(self, reader: PageReader) -> None:
        self._reader = reader

    async def read(self, url: str, body: bytes, declared: str | None, known_text: str | None = None) -> ReadPage:
        return self._reader.read(url, body, declared, known_text)

    async def settled(self) -> None:
        return


class ReadBeside:
    """Reads pages in a process of its own, forked off this one. Where that is gone, by a page or by the machine, the
    pages are read here, and links shown before may stand on them as new once more."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        """Fork; to be called before anything else runs in this process beside the caller."""
        reader = PageReader(phrases)  # a fork of it reads; this one stays new, for the day that the other is gone
        self._here = ReadHere(reader)
        self._waiting: deque[asyncio.Future[bytes]] = deque()
        self._unsent: list[bytes] = []
        self._out: asyncio.StreamWriter | None = None
        self._talking: asyncio.Task[None] | None = None
        self._is_gone = False
        self._socket, theirs = socket.socketpair()
        self._child = os.fork()
        if not self._child:
            self._socket.close()
            _serve(theirs, reader)
        theirs.close()

    async def read(self, url: str, body: bytes, declared: str | None, known_text: str | None = None) -> ReadPage:
        asked = (url, body, declared, known_text)
        answer = None if self._is_gone else await self._answer(pickle.dumps(asked, pickle.HIGHEST_PROTOCOL))
        if not answer:
            return await self._here.read(*asked)
        page: ReadPage = pickle.loads(answer)  # noqa: S301 (of our own process)
        return page

    async def settled(self) -> None:
        if self._waiting:
            await asyncio.wait((self._waiting[-1],))

    def end(self) -> None:
        """End the process."""
        with suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        self._socket.close()

    async def _answer(self, asked: bytes) -> bytes:
        """What the process answers; nothing where it is gone before it does."""
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting.append(answer)
        said = _LENGTH.pack(len(asked)) + asked
        if self._out is not None:
            self._out.write(said)
        else:
            self._unsent.append(said)
            self._talking = self._talking or asyncio.create_task(self._talk())
        return await answer

    async def _talk(self) -> None:
        """Say what was to be said before there was a connection, and hand out the answers as they come."""
        with suppress(OSError, EOFError):
            source, self._out = await asyncio.open_unix_connection(sock=self._socket)
            self._out.writelines(self._unsent)
            self._unsent.clear()
            while True:
                (length,) = _LENGTH.unpack(await source.readexactly(_LENGTH.size))
                said = await source.readexactly(length)
                self._waiting.popleft().set_result(said)  # only now: what dies in mid-answer has not answered
        self._is_gone = True
        for answer in self._waiting:
            answer.set_result(b"")
        self._waiting.clear()


def reading_beside(job: Job) -> ReadBeside | None:
    """What reads the pages of a job beside its crawl, where that saves time; None elsewhere.

    A website that is asked twice a second leaves time enough. What an earlier crawl has read tells what is new, and is
    known here.
    """
    is_in_haste = job.politeness.rate == 0 and not job.previous and not job.resumes
    if not is_in_haste or sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return None
    return ReadBeside(job.looked_for)


def _serve(talk: socket.socket, reader: PageReader) -> NoReturn:
    """Answer until nobody asks any more. Nothing of what the fork took along is touched, or run at the end."""
    try:
        ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
        with talk.makefile("rb", buffering=_TAKEN_AT_ONCE) as asked:
            while head := asked.read(_LENGTH.size):
                page = reader.read(*pickle.loads(asked.read(*_LENGTH.unpack(head))))  # noqa: S301 (of our own process)
                said = pickle.dumps(page, pickle.HIGHEST_PROTOCOL)
                talk.sendall(_LENGTH.pack(len(said)) + said)
    finally:
        os._exit(0)
