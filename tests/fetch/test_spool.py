"""Big bodies wait on the disk: few at once, and nothing of them stays behind."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path
from typing import IO, Any

import pytest

from oit_checker.fetch.spool import HELD_BYTES, NoRoomError, Spool

BIG = b"%PDF" * HELD_BYTES


def test_small_bodies_stay_in_memory_and_big_ones_leave_no_file(tmp_path: Path) -> None:
    async def both() -> None:
        spool = Spool(tmp_path)
        small, big = spool.begin(), spool.begin()
        await small.add(b"small")
        for start in range(0, len(BIG), 100_000):
            await big.add(BIG[start : start + 100_000])
        assert (small.is_big, big.is_big) == (False, True)
        assert (small.whole(), big.whole(), big.size) == (b"small", BIG, len(BIG))
        big.close()
        assert big.size == len(BIG)
        with pytest.raises(ValueError, match="let go"):
            big.whole()

    asyncio.run(both())
    assert list(tmp_path.iterdir()) == []


def test_a_big_body_waits_until_another_is_let_go_of(tmp_path: Path) -> None:
    async def two() -> list[str]:
        spool = Spool(tmp_path, most_big=1)
        first, second = spool.begin(), spool.begin()
        told = []

        async def come_second() -> None:
            waited_s = await second.add(BIG)
            told.append("second" if waited_s > 0 else "at once")

        await first.add(BIG)
        waiting = asyncio.create_task(come_second())
        await asyncio.sleep(0.05)
        told.append("first")
        first.close()
        await waiting
        return told

    assert asyncio.run(two()) == ["first", "second"]


def test_what_nobody_looks_at_gives_its_turn_back(tmp_path: Path) -> None:
    async def drop() -> None:
        spool = Spool(tmp_path, most_big=1)
        await spool.begin().add(BIG)
        gc.collect()
        assert await asyncio.wait_for(spool.begin().add(BIG), 5) >= 0

    asyncio.run(drop())


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, _: bytes) -> int:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            """Nothing was opened."""

    def full(_: Any) -> IO[bytes]:
        return Full()  # type: ignore[return-value]

    monkeypatch.setattr(Spool, "file", full)

    async def fill() -> None:
        with pytest.raises(NoRoomError, match="No space left"):
            await Spool(tmp_path).begin().add(BIG)

    asyncio.run(fill())
