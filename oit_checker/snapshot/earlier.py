"""The snapshot of the crawl before: kept beside the new one until a whole one has taken its place."""

from __future__ import annotations

import shutil
from pathlib import Path

from oit_checker.errors import SnapshotError
from oit_checker.snapshot.folder import Snapshot
from oit_checker.snapshot.safety import refuse_foreign_files

_OCR = "ocr.jsonl"


def previous_of(folder: Path) -> Path:
    """Where the snapshot of the crawl before the one in `folder` is kept."""
    return folder.with_name(f"{folder.name}.previous")


def set_aside(folder: Path, *, forget: bool = False) -> None:
    """Make room for a new crawl; the whole snapshot of an earlier one is kept in `previous_of(folder)`.

    forget: neither is kept. A crawl that did not see the whole site takes the place of none that did. Raises
    SnapshotError where the folder holds links or the like, which a new crawl might write to.
    """
    previous = previous_of(folder)
    is_ours = Snapshot.has(folder)
    if is_ours:
        refuse_foreign_files(folder)
    if forget:
        shutil.rmtree(previous, ignore_errors=True)
        if is_ours:
            (folder / _OCR).unlink(missing_ok=True)
    elif Snapshot.can_read(folder) and (not Snapshot.can_read(previous) or _is_whole(folder)):
        shutil.rmtree(previous, ignore_errors=True)
        folder.rename(previous)


def drop_previous(folder: Path) -> None:
    """Let go of the earlier crawl, once a whole one has taken its place."""
    if _is_whole(folder):
        shutil.rmtree(previous_of(folder), ignore_errors=True)


def _is_whole(folder: Path) -> bool:
    try:
        return Snapshot.open(folder).manifest.outcome == "completed"
    except SnapshotError:
        return False
