"""How much memory processes hold, read from /proc; 0 where there is no such thing."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

_PROC = Path("/proc")


def descendants(pid: int) -> list[int]:
    """The processes that `pid` started, and those that they started; itself left out."""
    children: dict[int, list[int]] = defaultdict(list)
    for entry in os.scandir(_PROC) if _PROC.is_dir() else ():
        if entry.name.isdigit() and (parent := _parent_of(int(entry.name))) is not None:
            children[parent].append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        below = children[waiting.pop()]
        found += below
        waiting += below
    return found


def own_mb(pids: list[int]) -> float:
    """What these processes hold each for itself alone, in MB: what they share with others left out."""
    return sum(map(_own_pages, pids)) * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


def _parent_of(pid: int) -> int | None:
    try:
        told = (_PROC / str(pid) / "stat").read_text("utf-8", "replace")
        return int(told.rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return None


def _own_pages(pid: int) -> int:
    try:
        resident, shared = (_PROC / str(pid) / "statm").read_text("ascii").split()[1:3]
        return int(resident) - int(shared)
    except (OSError, ValueError):
        return 0
