"""What was once found out about a page, kept with the page itself: all items ask about the same pages."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from oit_checker.model.page import Page

T = TypeVar("T")


class PageMemo(Generic[T]):
    """Asks once about each page; most: only of the pages last asked about is the answer kept.

    A page is known by its identity, not its address: a page and its part, or with and without its site's furniture,
    share one.
    """

    def __init__(self, ask: Callable[[Page], T], most: int | None = None) -> None:
        self._ask = ask
        self._most = most
        # The page is held with its answer, so that its identity is not another's in the meantime.
        self._known: OrderedDict[int, tuple[Page, T]] = OrderedDict()

    def of(self, page: Page) -> T:
        """What is known of the page."""
        known = self._known.get(id(page))
        if known is None:
            known = self._known[id(page)] = (page, self._ask(page))
            if self._most is not None and len(self._known) > self._most:
                self._known.popitem(last=False)
        elif self._most is not None:
            self._known.move_to_end(id(page))
        return known[1]
