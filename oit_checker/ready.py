"""What every audit needs once its crawl is over, loaded and compiled while the crawl waits for the website."""

from __future__ import annotations

from importlib import import_module

from oit_checker.thai.dates import year_mentions

_NEEDED = ("oit_checker.audit", "httpcore", "anyio._backends._asyncio")
"""The last two are what httpx would load with its first question."""
_DATED = "1 มกราคม 2569 - ปีงบประมาณ พ.ศ. 2570, 55"
"""Held against all the rules for years that nearly every site needs, as none of them reads its last number."""


def make_ready() -> None:
    """Takes a quarter of a second, which an audit would otherwise begin with; called in a thread of its own."""
    for name in _NEEDED:
        import_module(name)
    year_mentions(_DATED)

    from reports.to_html import compile_templates  # late: `run` begins without

    compile_templates()
