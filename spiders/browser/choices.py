"""What was chosen on a page, as a year: an address that shows it to whoever opens it, proven by opening it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from oit_checker.urls import host_of
from spiders.browser.supply import Given
from spiders.traps import trap

if TYPE_CHECKING:
    from spiders.browser.opener import Opener
    from spiders.browser.page import State

MOST_TRIED = 2


async def address_of(
    state: State, page: Given, hosts: Collection[str], opener: Opener, may_go_on: Callable[[], bool]
) -> str | None:
    """The first of the likely addresses that shows all that the choice brought; None where none does.

    page is the one on which the choice was made, as the website sent it, hosts are those of the website.
    """
    for url in [way for way in state.ways if way != page.url][:MOST_TRIED]:
        if not may_go_on():
            return None
        is_here = url.partition("#")[0] == page.url.partition("#")[0]
        if host_of(url) not in hosts or (not is_here and trap(url) is not None):
            continue
        body = Given(url, page.status, page.headers, page.body) if is_here else None
        seen = await opener.visit(url, body, presses=False)
        if seen is not None and seen.states and state.keys and set(state.keys) <= seen.keys:
            return url
    return None
