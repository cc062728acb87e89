"""One page in the browser: opened, waited for, what opens pressed, and given back as a browser shows it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from oit_checker.documents.year_labels import years_named
from spiders.browser.supply import Given, Supply
from spiders.browser.traffic import Heard, Traffic, errors

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Dialog, Page

T = TypeVar("T")

QUIET_MS = 300
QUIET_AFTER_PRESS_MS = 120
MOST_S = 8.0
"""For a page to come to rest, and for all presses together; what waits for the website does not count."""
LONGEST_S = 60.0
"""For a page, whatever it waits for."""
LONGEST_REST_S = 40.0
"""For a page to come to rest, whatever it waits for: what it shows by then is taken."""
ANSWER_S = 3.0
"""In which a page that is not stuck in its own script answers us."""
MOST_PRESSES = 40
MOST_MORE = 4
MOST_DIALOGS = 50
_LEAST_TEXTS = 3
_TELLING_RANK = 2
"""Up to this rank (inside.js) what may be pressed names a year or an item, or shows more of a list."""


@dataclass(frozen=True, slots=True)
class State:
    """A page as it stood at one time.

    choice are the words that were chosen on it, None as it opens. ways are addresses that may show the same when opened
    afresh, and keys what the choice brought: addresses of links, and texts.
    """

    html: str
    choice: str | None = None
    ways: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    cut: bool = False


@dataclass(slots=True)
class Rendered:
    """What came of opening a page. states: as it opens first, then what choices brought; empty where it failed.

    sends_to is the first address to which it wanted to go by itself. trouble is why it was not seen
    whole (stuck, never_settles, requests, dialogs, crashed, memory), None where it was.
    """

    heard: Heard
    states: list[State] = field(default_factory=list)
    keys: frozenset[str] = frozenset()
    sends_to: str | None = None
    dialogs: int = 0
    presses: int = 0
    trouble: str | None = None


class StuckError(Exception):
    """A page does not answer: its script runs without end, or it is gone."""


class Visit:
    """One visit to one page. body is the page as the crawl has it; None: it is asked for."""

    def __init__(self, context: BrowserContext, supply: Supply, url: str, body: Given | None, most_bytes: int) -> None:
        self._context = context
        self._url = url
        self._most_bytes = most_bytes
        self._page: Page | None = None
        self._pressed_s = 0.0
        self._is_replaced = False
        self._is_tired = False
        self._address = url
        self._traffic = Traffic(supply, url, body, lambda: self._page.main_frame if self._page is not None else None)
        self.result = Rendered(heard=self._traffic.heard)

    async def look(self, years: Sequence[int], *, presses: int = MOST_PRESSES) -> Rendered:
        """Open the page and, unless presses is 0, press what opens; years are those looked for, first first."""
        try:
            async with asyncio.timeout(LONGEST_S):
                await self._look(years, presses)
        except TimeoutError:
            self.result.trouble = self.result.trouble or "never_settles"
        except StuckError:
            self.result.trouble = self.result.trouble or "stuck"
        except errors() as fault:
            is_gone = "crash" in str(fault).lower() or "closed" in str(fault).lower()
            self.result.trouble = self.result.trouble or ("crashed" if is_gone else "stuck")
        if self._traffic.heard.is_too_much:
            self.result.trouble = self.result.trouble or "requests"
        return self.result

    async def _look(self, years: Sequence[int], presses: int) -> None:
        await self._traffic.attend(self._context)
        page = self._page = await self._context.new_page()
        page.on("dialog", self._dismiss)
        page.on("popup", self._close)
        page.on("crash", lambda _: self._note_crash())
        await self._within(page.goto(self._url, wait_until="commit", timeout=LONGEST_S * 1000), LONGEST_S)
        is_quiet = await self._settle(QUIET_MS, MOST_S)
        self._traffic.note_moves(await self._ask("__oit.moves()"))
        self.result.sends_to = next(iter(self.result.heard.moves), None)
        await self._keep(None)
        if not is_quiet:
            self.result.trouble = self.result.trouble or "never_settles"
        self.result.keys = frozenset(await self._ask("__oit.keys()"))
        if presses and self.result.states:
            await self._press_all(years, presses)

    async def close(self) -> bool:
        """Leave the page; False where it would not go, and the browser has to be ended."""
        if self._page is None:
            return True
        try:
            async with asyncio.timeout(ANSWER_S):
                await self._page.close(run_before_unload=False)
        except (TimeoutError, errors()):
            return False
        return self.result.trouble not in {"stuck", "crashed", "memory"}

    def give_up(self, why: str) -> None:
        """Note why the page is left by somebody else's decision."""
        self.result.trouble = why

    async def _press_all(self, years: Sequence[int], presses: int) -> None:
        """Press what opens first, which adds to the page as it opens, then what chooses, which replaces it."""
        found: list[dict[str, Any]] = await self._ask("__oit.controls()")
        choices = sorted(
            (one for one in found if one["kind"] in {"select", "year"}), key=lambda one: _distance(one["label"], years)
        )
        openers = [one for one in found if one["kind"] in {"open", "more"}]
        for control in openers[: presses // 2 if choices else presses]:
            times = MOST_MORE if control["kind"] == "more" else 1
            while times and await self._press(control):
                times -= 1
        for control in choices:
            await self._press(control)
        left = openers[presses // 2 :] if choices else ()
        if self._is_tired or any(control["rank"] <= _TELLING_RANK for control in left):
            self.result.trouble = self.result.trouble or "presses"

    async def _press(self, control: dict[str, Any]) -> bool:
        """Press one thing; whether that showed anything new."""
        result = self.result
        if result.presses >= MOST_PRESSES or self._pressed_s > MOST_S or result.trouble is not None:
            self._is_tired = self._is_tired or control["rank"] <= _TELLING_RANK
            return False
        result.presses += 1
        began, waited, moves = time.monotonic(), self._traffic.waited_s, len(result.heard.moves)
        if not await self._ask(f"__oit.press({control['at']})"):
            return False
        await self._settle(QUIET_AFTER_PRESS_MS, MOST_S / 2)
        shown: dict[str, Any] = await self._ask("__oit.revealed()")
        self._traffic.note_moves(shown["moves"])
        for url in shown["moves"][:1]:
            await self._ask(f"__oit.note({control['at']}, {_quoted(url)})")
        self._pressed_s += time.monotonic() - began - (self._traffic.waited_s - waited)
        is_new = bool(shown["newLinks"] or shown["newTexts"] >= _LEAST_TEXTS)
        if is_new or len(result.heard.moves) > moves:
            await self._take(control, shown, is_new=is_new)
        return is_new

    async def _take(self, control: dict[str, Any], shown: dict[str, Any], *, is_new: bool) -> None:
        """Keep what a press brought.

        What it added belongs to the page as it opens, unless something was replaced before; what replaced something
        else, or came of choosing a year, is a state that the page's address may not carry.
        """
        replaces = bool(shown["lostLinks"] or shown["lostTexts"] >= _LEAST_TEXTS)
        chooses = control["kind"] == "select" or (control["kind"] == "year" and not control["expands"])
        if not (replaces or (chooses and is_new)):
            if not self._is_replaced:
                await self._keep(None)
            return
        self._is_replaced = True
        was_moved = shown["url"] != self._address
        self._address = shown["url"]
        ways = (*((shown["url"],) if was_moved else ()), *control["ways"])
        await self._keep(control["label"], tuple(dict.fromkeys(ways)), tuple(shown["keys"]))

    async def _keep(self, choice: str | None, ways: tuple[str, ...] = (), keys: tuple[str, ...] = ()) -> None:
        told = await self._ask(f"__oit.html({_quoted(choice)}, {self._most_bytes})")
        if told is None:
            self.result.trouble = "memory"
            return
        state = State(told["text"], choice, ways, keys, told["cut"])
        if choice is None:
            self.result.states[:1] = [state]
        else:
            self.result.states.append(state)

    async def _settle(self, quiet_ms: int, most_s: float) -> bool:
        """Wait until the page is at rest and nothing that it asked for is under way; False where it never is."""
        left, ends_at = most_s, time.monotonic() + LONGEST_REST_S
        while left > 0 and time.monotonic() < ends_at:
            began, waited = time.monotonic(), self._traffic.waited_s
            is_quiet = await self._ask(f"__oit.settle({quiet_ms}, 1000)")
            if is_quiet and not self._traffic.in_flight and time.monotonic() - self._traffic.asked_at > quiet_ms / 1000:
                return True
            if is_quiet and self._traffic.in_flight:
                await asyncio.sleep(0.05)
            left -= max(0.01, time.monotonic() - began - (self._traffic.waited_s - waited))
        return False

    async def _ask(self, expression: str) -> Any:
        if self._page is None:
            raise StuckError
        return await self._within(self._page.evaluate(expression), ANSWER_S)

    async def _within(self, answer: Awaitable[T], seconds: float) -> T:
        try:
            async with asyncio.timeout(seconds):
                return await answer
        except TimeoutError:
            raise StuckError from None

    async def _dismiss(self, dialog: Dialog) -> None:
        self.result.dialogs += 1
        if self.result.dialogs > MOST_DIALOGS:
            self.result.trouble = "dialogs"
        try:
            await dialog.dismiss()
        except errors():
            return

    async def _close(self, popup: Page) -> None:
        try:
            await popup.close()
        except errors():
            return

    def _note_crash(self) -> None:
        self.result.trouble = self.result.trouble or "crashed"


def _quoted(text: str | None) -> str:
    import json

    return json.dumps(text)


def _distance(label: str, years: Sequence[int]) -> int:
    """How far a label's year is from those looked for: 0 for the first of them."""
    named = years_named(label)
    return min((years.index(year) for year in named if year in years), default=len(years))
