"""Which pages are opened in a browser, in which order, how many; and what came of it.

Only pages that need one: the home page and what its links or addresses name as the list, or as an item, first; other
pages of little content where nothing else is left to ask. What they link to goes on being crawled.
"""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy.crawler import Crawler

from oit_checker.documents.scripted import FEW_LINKS, needs_browser
from oit_checker.errors import SnapshotFullError
from oit_checker.model.page import Fetched, Link
from oit_checker.model.rendering import Choice, Lack, Rendering
from oit_checker.snapshot import PageRecord, Snapshot
from oit_checker.urls import host_of
from spiders.browser import chromium
from spiders.browser.choices import address_of
from spiders.browser.choosing import Signs
from spiders.browser.left import TROUBLES, Left, Wanted, to
from spiders.browser.opener import Opener
from spiders.browser.supply import HARMLESS, Given, Supply, as_utf8
from spiders.ending import Ending
from spiders.errands import Errands
from spiders.frontier import Frontier
from spiders.home import Home
from spiders.hosts import Hosts
from spiders.interest import PROMISING
from spiders.job import Job
from spiders.outbox import Outbox
from spiders.place import Place
from spiders.recorder import Recorder
from spiders.watch import Watch

if TYPE_CHECKING:
    from spiders.browser.page import Rendered, State

MOST_CONFIRMED = 3
"""Choices of one page for which an address that shows them is looked for."""


class Browsing:
    """The pages of one crawl that are opened in a browser."""

    def __init__(self, job: Job, snapshot: Snapshot, recorder: Recorder, frontier: Frontier, ending: Ending) -> None:
        self._job = job
        self._snapshot = snapshot
        self._recorder = recorder
        self._frontier = frontier
        self._ending = ending
        self._signs = Signs(snapshot)
        ending.rendering = self.told
        self._waiting: list[tuple[int, int, Wanted]] = []
        self._taken: set[str] = set()
        self._not_opened: dict[str, PageRecord] = {}
        self._now: Wanted | None = None
        self._task: asyncio.Task[None] | None = None
        self._opener: Opener | None = None
        self._supply: Supply | None = None
        self._is_stopped: Callable[[], bool] = lambda: False
        self._opened_before = 0
        self._choices: list[Choice] = []
        self._left = Left()
        self._lack = Lack.SWITCHED_OFF if job.limits.render == "never" else None

    def open(
        self,
        crawler: Crawler,
        outbox: Outbox,
        errands: Errands,
        hosts: Hosts,
        home: Home,
        watch: Watch,
        look_again: Callable[[], None],
    ) -> None:
        """Name who answers the browser, who tells that the crawl ends, and who looks whether it goes on."""
        self._supply = Supply(self._job, crawler, outbox, errands, hosts, home, self._frontier, look_again)
        self._is_stopped = lambda: watch.is_stopped

    def follow(self, record: PageRecord, place: Place, body: bytes | None = None) -> None:
        """Have what a page that was read links to crawled, and the page opened in a browser where it needs one.

        body is the page as sent, where it is at hand.
        """
        if not self._takes(record, place, body):
            self._frontier.follow(record, has_new_text=self._recorder.has_new_text)

    @property
    def _opened(self) -> int:
        return self._opened_before + (self._opener.opened if self._opener is not None else 0)

    @property
    def is_busy(self) -> bool:
        return self._task is not None and not self._task.done()

    def _takes(self, record: PageRecord, place: Place, body: bytes | None = None) -> bool:
        """Whether a page is to be opened in a browser; what it links to as it was sent is followed all the same.

        Where it is an empty shell like others, that is no sign of a place that never ends.
        """
        rank = Signs.rank(record, place)
        if rank is None or record.fetched.final_url in self._taken:
            return False
        signs = self._signs.of(record, body, is_likely=rank > 0)
        if not needs_browser(signs) and not (self._job.limits.render == "always" and rank > 0):
            return False
        self._taken.add(record.fetched.final_url)
        heapq.heappush(self._waiting, (-rank, len(self._taken), Wanted(record, signs, rank > 0)))
        if record.same_as is None:
            self._frontier.follow(record)
        if rank > 0:
            self._begin()
        return True

    def goes_on(self) -> bool:
        """Nothing else is left to ask: whether there are pages left to open."""
        while self._not_opened:
            _, record = self._not_opened.popitem()
            score = 0 if record.links else PROMISING  # how its link read is not known any more
            self._takes(record, Place(record.fetched.final_url, "", record.depth, record.parent, score))
        if not self.is_busy and self._waiting:
            self._begin()
        return self.is_busy

    def known(self, record: PageRecord) -> None:
        """A record of this crawl that was written before it was cut short."""
        url = record.fetched.final_url
        if not record.is_rendered and record.fetched.body_sha256 is not None:
            self._not_opened[url] = record
        if record.is_rendered:
            self._not_opened.pop(url, None)
            self._opened_before += 1
            self._note_choice(record)
            self._taken.add(url)

    def told(self) -> Rendering:
        """What was done, and what was not; what still waits was kept from us by the end of the crawl."""
        if self._now is not None:
            self._left.add(self._now, Lack.OUT_OF_TIME)
        for _, _, wanted in sorted(self._waiting, key=lambda entry: entry[:2]):
            self._left.add(wanted, self._lack or Lack.OUT_OF_TIME)
        self._waiting.clear()
        return Rendering(
            mode=self._job.limits.render,
            pages=self._opened,
            choices=tuple(self._choices),
            requests=self._supply.requests if self._supply is not None else 0,
            most_pages=self._job.limits.max_rendered,
            left=tuple(self._left.pages),
            counts=dict(self._left.counts),
        )

    async def end(self) -> None:
        """End the browser, if there is one."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task], timeout=chromium.STOP_S)
        if self._opener is not None:
            await self._opener.stop()

    def _begin(self) -> None:
        if self._opener is None and self._lack is None:
            self._lack = chromium.lack()
        if self._lack is not None or self._supply is None:
            self._leave_all(self._lack or Lack.OUT_OF_TIME)
            return
        if self._opener is None:
            year = self._job.year
            years = (year, year - 1) if year is not None else ()
            self._opener = Opener(self._supply, years, self._job.limits.max_page_bytes)
        if not self.is_busy:
            self._task = asyncio.get_running_loop().create_task(self._work(self._opener))

    async def _work(self, opener: Opener) -> None:
        try:
            while self._waiting and not self._is_stopped():
                if self._opened >= self._job.limits.max_rendered or opener.lack is not None:
                    self._leave_all(opener.lack or Lack.PAGES_PER_RUN)
                    break
                self._now = heapq.heappop(self._waiting)[2]
                await self._open(self._now, opener)
                self._now = None
        finally:
            # The crawl looks again whether anything is left once this task is done.
            if self._supply is not None:
                asyncio.get_running_loop().call_soon(self._supply.look_again)

    async def _open(self, wanted: Wanted, opener: Opener) -> None:
        record = wanted.record
        seen = await opener.visit(record.fetched.final_url, self._as_sent(record))
        if seen is None:
            self._left.add(wanted, opener.lack or Lack.NO_START)
            return
        if seen.sends_to is not None:  # within the website the crawl goes there itself
            is_kept_out = wanted.may_hold_items and host_of(seen.sends_to) not in self._frontier.hosts
            signs = (*wanted.signs, to(seen.sends_to))
            self._left.add(replace(wanted, signs=signs, may_hold_items=is_kept_out), Lack.LEADS_AWAY)
        if not seen.states:
            self._left.add(wanted, TROUBLES.get(seen.trouble or "", Lack.STUCK))
            self._follow_moves(record, seen)
            return
        try:
            shown = await self._record(record, seen, opener)
        except SnapshotFullError:  # the crawl ends for it
            self._left.add(wanted, Lack.OUT_OF_TIME)
            return
        why = TROUBLES[seen.trouble] if seen.trouble is not None else None
        if why is None and seen.heard.refused - HARMLESS:
            why = Lack.KEPT_OUT
        if why is not None:
            # A home page that has its links is whole for our purpose, whatever ticks or blinks on it.
            is_whole = record.depth == 0 and len(shown.links) >= FEW_LINKS
            self._left.add(replace(wanted, may_hold_items=wanted.may_hold_items and not is_whole), why)

    async def _record(self, record: PageRecord, seen: Rendered, opener: Opener) -> PageRecord:
        """Keep the page as a browser shows it, and what was chosen on it."""
        shown = self._keep(record, seen.states[0], record.fetched.final_url, moves=seen.heard.moves)
        self._frontier.follow(shown)
        if record.depth == 0 and self._ending.stopped == "script" and shown.links:
            self._ending.stopped = None
        bodies = {seen.states[0].html}
        for number, state in enumerate(seen.states[1:]):
            if state.html in bodies:
                continue
            bodies.add(state.html)
            url = None
            if number < MOST_CONFIRMED:
                url = await address_of(state, self._as_sent(record), self._frontier.hosts, opener, self._may_go_on)
            if url is not None:
                self._frontier.visit(url)
            chosen = self._keep(record, state, url or record.fetched.final_url)
            self._note_choice(chosen)
            self._frontier.follow(chosen)
        return shown

    def _note_choice(self, record: PageRecord) -> None:
        if record.choice is not None:
            own = record.parent or record.fetched.final_url
            at = record.fetched.final_url if record.fetched.final_url != own else None
            self._choices.append(Choice(own, record.choice, at))

    def _keep(self, record: PageRecord, state: State, url: str, *, moves: list[str] | None = None) -> PageRecord:
        page = record.fetched
        fetched = Fetched(
            url=page.url if state.choice is None else url,
            final_url=url,
            http_status=200,
            media_type="text/html",
            fetched_at=datetime.now(UTC),
            truncated=state.cut,
            via="browser",
            charset="utf-8",
        )
        parent = record.parent if state.choice is None else page.final_url
        depth = record.depth if url == page.final_url else record.depth + 1
        links = tuple(Link(move, move, "", element="onclick") for move in moves or ())
        return self._recorder.rendered(
            fetched, depth, parent, state.html.encode("utf-8", "replace"), choice=state.choice, more=links
        )

    def _as_sent(self, record: PageRecord) -> Given:
        """The page as the website sent it."""
        body = self._snapshot.body(record.fetched.body_sha256 or "")
        headers = {"content-type": "text/html; charset=utf-8"}
        return Given(record.fetched.final_url, 200, headers, as_utf8(body, record.fetched.charset))

    def _may_go_on(self) -> bool:
        return self._opened < self._job.limits.max_rendered and not self._is_stopped()

    def _follow_moves(self, record: PageRecord, seen: Rendered) -> None:
        links = [Link(move, move, "") for move in seen.heard.moves]
        self._frontier.offer(links, parent=record.fetched.final_url, depth=record.depth)

    def _leave_all(self, why: Lack) -> None:
        for _, _, wanted in sorted(self._waiting, key=lambda entry: entry[:2]):
            self._left.add(wanted, why)
        self._waiting.clear()
