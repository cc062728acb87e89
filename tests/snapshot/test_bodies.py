from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from oit_checker.errors import SnapshotError
from oit_checker.snapshot.bodies import BodyPack


@pytest.fixture
def pack(tmp_path: Path) -> BodyPack:
    return BodyPack(tmp_path / "bodies.pack")


@pytest.mark.parametrize("body", [b"", b"x", "หน้าแรก".encode() * 9000, b"%PDF-1.7 " + bytes(range(256))], ids=len)
def test_what_is_kept_is_given_back(pack: BodyPack, body: bytes) -> None:
    sha = pack.add(body)
    assert pack.get(sha) == body
    assert BodyPack(pack.path).get(sha) == body


def test_the_same_bytes_are_kept_once(pack: BodyPack) -> None:
    pack.add(b"ab" * 100)
    size = pack.size
    assert pack.add(b"ab" * 100) == BodyPack(pack.path).add(b"ab" * 100)
    assert (pack.size, BodyPack(pack.path).size) == (size, size)


def test_what_was_never_kept_is_our_fault(pack: BodyPack) -> None:
    with pytest.raises(SnapshotError, match="missing or damaged"):
        pack.get("0" * 64)


@pytest.mark.parametrize(("at", "words"), [(-1, "damaged|not what"), (45, "damaged|not what")], ids=["end", "middle"])
def test_a_damaged_body_is_refused(pack: BodyPack, at: int, words: str) -> None:
    sha = pack.add(b"".join(b"%d," % n for n in range(5000)))
    pack.close()
    data = bytearray(pack.path.read_bytes())
    data[at] ^= 0xFF
    pack.path.write_bytes(data)
    with pytest.raises(SnapshotError, match=words):
        BodyPack(pack.path).get(sha)


def test_after_an_entry_cut_short_the_next_one_is_found(pack: BodyPack) -> None:
    first, second = pack.add(b"a" * 999), pack.add(b"bcd" * 999)
    pack.close()
    pack.path.write_bytes(pack.path.read_bytes()[:-3])
    again = BodyPack(pack.path)
    assert not again.has(second)
    third = again.add(b"efg" * 999)
    assert [BodyPack(pack.path).has(sha) for sha in (first, second, third)] == [True, False, True]


def test_after_a_body_that_the_disk_took_in_part_the_next_one_is_found(
    pack: BodyPack, nearly_full: Callable[[Path, int], AbstractContextManager[None]]
) -> None:
    first = pack.add(b"%PDF-1" * 999)
    with nearly_full(pack.path, 70), pytest.raises(OSError, match="in part") as refused:
        pack.add(b"%PDF-2" * 999)
    assert refused.value.errno == errno.ENOSPC
    third = pack.add(b"%PDF-3" * 999)
    assert [BodyPack(pack.path).get(sha)[:6] for sha in (first, third)] == [b"%PDF-1", b"%PDF-3"]
    assert pack.get(third)[:6] == b"%PDF-3"


def test_many_threads_may_keep_at_once(pack: BodyPack) -> None:
    bodies = [b"%d" % n * 500 for n in range(80)]
    threads = [threading.Thread(target=lambda part=bodies[n::4] * 2: list(map(pack.add, part))) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    again = BodyPack(pack.path)
    assert [again.get(pack.add(body)) for body in bodies] == bodies


def test_a_body_is_taken_over_as_it_is(pack: BodyPack, tmp_path: Path) -> None:
    other = BodyPack(tmp_path / "other.pack")
    sha = other.add(b"abc" * 100)
    assert pack.take_over(other, sha)
    assert pack.get(sha) == b"abc" * 100
    assert not pack.take_over(other, "0" * 64)
