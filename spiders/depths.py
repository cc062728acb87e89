"""How many clicks a page is from the home page at least.

The crawl goes to the best pages first, so the way on which it meets a page may be longer than the shortest one; the
depth limit is about the shortest one.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable
from pathlib import Path

from oit_checker.lines import whole_lines
from oit_checker.snapshot.records import PAGES, unpacked


def fewest_clicks(folder: Path, home: str, key_of: Callable[[str], str]) -> dict[str, int]:
    """The fewest clicks to each page that a recorded page links to, by key; home itself has 0."""
    shown: dict[str, list[int]] = {}
    leads_to: dict[int, str] = {}
    for line in whole_lines(folder / PAGES):
        record = json.loads(line)
        twin = record.get("same_as")  # the very same page at another address shows the same links
        codes = unpacked(record.get("shown", "")) or list(shown.get(key_of(twin), ()) if twin else ())
        for link, code in zip(record.get("links", ()), codes, strict=False):
            leads_to.setdefault(code, key_of(link["url"]))
        for url in {record["fetched"]["url"], record["fetched"]["final_url"]}:
            shown.setdefault(key_of(url), []).extend(codes)
    clicks = {key_of(home): 0}
    waiting = deque(clicks)
    while waiting:
        here = waiting.popleft()
        for code in shown.get(here, ()):
            there = leads_to.get(code)
            if there is not None and there not in clicks:
                clicks[there] = clicks[here] + 1
                waiting.append(there)
    return clicks
