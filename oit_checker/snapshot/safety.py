"""A snapshot folder may come from anywhere: what is read of it is a plain file of its own, and within a bound."""

from __future__ import annotations

import stat
from pathlib import Path

from oit_checker.errors import SnapshotError

MOST_MANIFEST_BYTES = 8 * 1024 * 1024
_REMEDY = "ใช้โฟลเดอร์ที่ oit-checker เขียนไว้เองเท่านั้น"


def refuse_foreign_files(folder: Path) -> None:
    """Raise SnapshotError where the folder holds links, pipes, devices or the like, which reading might follow."""
    for place in folder.iterdir():
        if not stat.S_ISREG(place.lstat().st_mode):
            raise SnapshotError("ในโฟลเดอร์ snapshot มีสิ่งที่ไม่ใช่ไฟล์ธรรมดา (no plain file)", path=str(place), remedy=_REMEDY)


def manifest_bytes(path: Path) -> bytes:
    """What a manifest holds. Raises OSError as opening does, ValueError for one that is too long to be ours."""
    with path.open("rb") as source:
        content = source.read(MOST_MANIFEST_BYTES + 1)
    if len(content) > MOST_MANIFEST_BYTES:
        raise ValueError(f"it is longer than {MOST_MANIFEST_BYTES} bytes")
    return content
