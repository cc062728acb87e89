"""Make a snapshot whole that was cut short: by a kill, a full disk, a power failure."""

from __future__ import annotations

import json
from pathlib import Path

from oit_checker.lines import whole_lines
from oit_checker.snapshot.bodies import BodyPack


def mend(pages: Path, bodies: Path) -> int:
    """Cut both files behind the last record that is whole and whose body is there as its name says.

    Returns how many records stand. What the system still held in memory when the power failed is lost; what it had
    written before, in the same order, is kept.
    """
    pack = BodyPack(bodies)
    pack.cut_at_damage()
    kept = end = 0
    for line in whole_lines(pages):
        if not _is_whole(line, pack):
            break
        kept, end = kept + 1, end + len(line)
    if pages.exists() and pages.stat().st_size > end:
        with pages.open("r+b") as out:
            out.truncate(end)
    return kept


def _is_whole(line: bytes, pack: BodyPack) -> bool:
    try:
        sha = json.loads(line)["fetched"].get("body_sha256")
        return sha is None or pack.has(sha)
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
