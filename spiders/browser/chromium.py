"""The browser of one crawl: found on this machine, started when a page needs it, ended when it does harm."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from oit_checker.model.rendering import Lack
from spiders.browser.weight import descendants, own_mb

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
"""Programs looked for on PATH, first first: the shell without a window takes least."""
BROWSER_MB = 450
"""What the browser and its driver may hold for themselves; a page that makes them hold more ends them."""
START_S = 30.0
STOP_S = 5.0
_INSIDE = Path(__file__).with_name("inside.js")
_ARGUMENTS = (
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-features=IsolateOrigins,site-per-process,Prerender2,SpeculationRulesPrefetchFuture,NetworkPrediction",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-bypass-list=<-loopback>",
    "--dns-prefetch-disable",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--renderer-process-limit=2",
    "--js-flags=--max-old-space-size=256",
)
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that nobody serves: what is not answered by us goes nowhere."""


def program() -> str | None:
    """Where the browser is; None where this machine has none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def lack() -> Lack | None:
    """What this machine lacks to open pages in a browser; None where it can."""
    with contextlib.suppress(ImportError):
        if find_spec("playwright") is not None:
            return None if program() is not None else Lack.NO_BROWSER
    return Lack.NO_DRIVER


class Chromium:
    """Started at the first page, and again after it had to be ended."""

    def __init__(self) -> None:
        self._driver: Playwright | None = None
        self._browser: Browser | None = None
        self._beside: set[int] = set()

    async def context(self) -> BrowserContext:
        """A place for one page, without anything that another page left behind.

        Raises playwright's Error, OSError or TimeoutError where the browser does not start.
        """
        if self._browser is None or not self._browser.is_connected():
            async with asyncio.timeout(START_S):
                await self._start()
        if self._browser is None:
            raise OSError("the browser did not start")
        context = await self._browser.new_context(
            service_workers="block", accept_downloads=False, locale="th-TH", viewport={"width": 1280, "height": 900}
        )
        await context.add_init_script(path=_INSIDE)
        return context

    async def _start(self) -> None:
        from playwright.async_api import async_playwright

        if self._driver is None:
            self._beside = set(descendants(os.getpid()))
            self._driver = await async_playwright().start()
        self._browser = await self._driver.chromium.launch(
            executable_path=program(),
            args=list(_ARGUMENTS),
            proxy={"server": _NOWHERE},
            chromium_sandbox=not (hasattr(os, "geteuid") and os.geteuid() == 0),  # root has none
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
        )

    def own_mb(self) -> float:
        """What the browser and its driver hold now for themselves, in MB."""
        return own_mb([pid for pid in descendants(os.getpid()) if pid not in self._beside])

    async def end(self) -> None:
        """End the browser, whatever state it is in; it starts again for the next page."""
        browser, self._browser = self._browser, None
        if browser is not None:
            await _quietly(browser.close())

    async def stop(self) -> None:
        """End the browser and its driver for good."""
        await self.end()
        driver, self._driver = self._driver, None
        if driver is not None:
            await _quietly(driver.stop())


async def _quietly(work: object) -> None:
    from playwright.async_api import Error

    with contextlib.suppress(Error, TimeoutError, OSError):
        async with asyncio.timeout(STOP_S):
            await work  # type: ignore[misc]
