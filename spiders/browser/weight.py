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


def held_mb(pids: list[int]) -> float:
    """The proportional share of memory (PSS) of these processes, in MB."""
    return sum(map(_pss_kb, pids)) / 1024


def own_mb(pids: list[int]) -> float:
    """What these processes hold each for itself alone, in MB: less than `held_mb`, and far quicker to ask."""
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


def _pss_kb(pid: int) -> int:
    try:
        told = (_PROC / str(pid) / "smaps_rollup").read_text("ascii", "replace")
        return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))
    except (OSError, ValueError, StopIteration, IndexError):
        return 0
