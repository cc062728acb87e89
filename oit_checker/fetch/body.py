"""Reading a body as far as we mean to: unpacked, never past its cap, never longer than its time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx

from oit_checker.codings import Unpacker, can_unpack, codings_of
from oit_checker.config import PAGE_BYTES, ReadLimits
from oit_checker.fetch.spool import Heap, Spool

PROBE_BYTES = 1024 * 1024
ERROR_BYTES = 512 * 1024
MEDIA_BYTES = 64 * 1024
FOREIGN_CODING = "packed in a way that cannot be undone here"
"""How the note of a body begins that is_foreign."""
LEAST_BYTES_PER_S = 1024
ACCEPT_ENCODING = "gzip, deflate"
"""What every server packs alike; `br` is read where it comes unasked."""


@dataclass(frozen=True, slots=True)
class Body:
    """What was read. truncated: we stopped at our cap or our time; note says which, or what went wrong.

    is_foreign: it is packed in a way that we cannot undo, so nothing was read.
    """

    heap: Heap
    truncated: bool = False
    note: str | None = None
    fault: httpx.HTTPError | None = None
    """Why the rest did not come."""
    is_foreign: bool = False

    @property
    def size(self) -> int:
        """Bytes read."""
        return self.heap.size


def cap_for(status: int, media_type: str | None, limits: ReadLimits, *, probe: bool) -> int:
    """Bytes to read at most: little of an error page or a video, all of a document that we are ready to read."""
    if not 200 <= status < 300:
        return ERROR_BYTES
    if probe:
        return PROBE_BYTES
    kind = media_type or ""
    if "html" in kind:
        return PAGE_BYTES
    return MEDIA_BYTES if kind.startswith(("video/", "audio/")) else limits.max_file_bytes


async def read_body(response: httpx.Response, *, cap: int, seconds: float, spool: Spool) -> Body:
    """Read at most `cap` unpacked bytes in about `seconds`; what came before a fault is kept.

    Raises NoRoomError where the spool does not take it.
    """
    loop = asyncio.get_running_loop()
    began = loop.time()
    heap = spool.begin()
    coding = response.headers.get("content-encoding", "")
    if not can_unpack(codings_of(coding)):
        return Body(heap, note=f"{FOREIGN_CODING}: {coding[:40]}", is_foreign=True)
    try:
        async for part in _unpacked(response, cap + 1):
            is_past_cap = heap.size + len(part) > cap
            began += await heap.add(part[: cap - heap.size] if is_past_cap else part)
            if is_past_cap:
                return Body(heap, truncated=True, note=f"read as far as {cap} bytes")
            if loop.time() - began > seconds:
                return _too_slow(heap, loop.time() - began)
    except httpx.HTTPError as fault:
        return Body(heap, note=f"cut short: {fault or type(fault).__name__}", fault=fault)
    except ValueError as fault:
        return Body(heap, note=str(fault))
    return Body(heap)


def _too_slow(heap: Heap, seconds: float) -> Body:
    """A steady stream that outlasts our patience is our limit; a trickle is a page that nobody waits for."""
    if heap.size < LEAST_BYTES_PER_S * seconds:
        return Body(heap, note=f"{heap.size} bytes in {seconds:.0f} s", fault=httpx.ReadTimeout("the body trickles"))
    return Body(heap, truncated=True, note=f"read as far as {seconds:.0f} s")


async def _unpacked(response: httpx.Response, most: int) -> AsyncIterator[bytes]:
    codings = codings_of(response.headers.get("content-encoding", ""))
    unpack = Unpacker(codings, most) if codings else None
    async for part in response.aiter_raw():
        yield unpack(part) if unpack is not None else part
