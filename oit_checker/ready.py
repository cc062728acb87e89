"""What every audit needs once its crawl is over, loaded and compiled while the crawl waits for the website."""

from __future__ import annotations

from importlib import import_module

from oit_checker.thai.dates import year_mentions

_NEEDED = ("oit_checker.audit", "httpcore", "anyio._backends._asyncio")
"""The last two are what httpx would load with its first question."""
_READ_BY_EVERY_RULE = "1 มกราคม 2569 - ปัจจุบัน"


def make_ready() -> None:
    """Takes a quarter of a second, which an audit would otherwise begin with; called in a thread of its own."""
    for name in _NEEDED:
        import_module(name)
    year_mentions(_READ_BY_EVERY_RULE)

    from reports.to_html import compile_templates  # late: `run` begins without

    compile_templates()
