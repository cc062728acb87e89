"""The spider: what is done with each answer. The queue is `frontier`, the record `recorder`, the end `ending`."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response

from oit_checker.model.page import NOT_MODIFIED, Failure
from oit_checker.snapshot import PageRecord, Snapshot
from oit_checker.urls import absolute, host_of
from spiders import pace, troubles
from spiders.answers import Answer, cookies, header, lost, read_answer
from spiders.browser.queue import Browsing
from spiders.ending import Ending
from spiders.errands import AGAIN, ATTEMPTS, MOVED, Brought, Errands
from spiders.frontier import Frontier
from spiders.home import Home
from spiders.hosts import Ask, Hosts
from spiders.interest import Interest
from spiders.job import Job
from spiders.last_look import LastLook
from spiders.outbox import NO_CONDITIONS, Outbox
from spiders.past import Past, recipe_of
from spiders.reading import Reading
from spiders.recorder import Recorder
from spiders.redirects import Way, way
from spiders.resuming import take_up
from spiders.robots import Rules
from spiders.sending import Sending
from spiders.tally import REFUSED, InARow
from spiders.watch import MOST_FOR_BODIES, Watch

SITEMAPS_AFTER_PAGES = 10
_DEAD_ENDS = {Way.INVALID: Failure.INVALID_URL, Way.FORBIDDEN: Failure.FORBIDDEN_ADDRESS}
_FOR_GOOD = frozenset({Failure.TLS, Failure.INVALID_URL, Failure.FORBIDDEN_ADDRESS})


class SiteSpider(Spider):
    """Crawls one site into one snapshot."""

    name = "site"

    def __init__(self, job: Job, stopping: list[int], beside: Reading | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.job = job
        self._ending = Ending()
        self._frontier = Frontier(job.hosts, job.limits, Interest(job.phrases, job.boost, job.year).of_link)
        snapshot = Snapshot.resume(job.folder)
        snapshot.most_bytes = round(MOST_FOR_BODIES * job.limits.snapshot_bytes)
        self._ending.recipe = recipe_of((*job.boost, *job.phrases))
        self._past = Past(Path(job.previous) if job.previous else None, self._ending.recipe)
        self._recorder = Recorder(snapshot, job.looked_for, self._past, beside)
        self._watch = Watch(job, stopping, snapshot, self._frontier, self._recorder, self._ending)
        self._hosts = Hosts()
        self.outbox = Outbox(job, self._ending)
        self._ready: deque[Ask] = deque()
        self._home = Home(job, self._frontier, self._ending)
        self._errands = Errands(self.outbox, self._home.may_go_to)
        self._in_flight = 0
        self._last_look = LastLook(job.folder, self._recorder, self._frontier, self._ending)
        self._browsing = Browsing(job, snapshot, self._recorder, self._frontier, self._ending)
        self._refusals, self._losses = InARow(), InARow()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> SiteSpider:
        spider: SiteSpider = super().from_crawler(crawler, *args, **kwargs)
        pace.bound_answers(crawler)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """The whole crawl: Scrapy is given nothing to send, as `sending` does it."""
        sending = Sending(self, self.crawler, self._watch.lose)
        self.outbox.open(sending.look)
        asking = (self.outbox, self._errands, self._hosts, self._home)
        self._browsing.open(self.crawler, *asking, self._watch, sending.look)
        begun = Snapshot.begun(self.job.folder) if self.job.resumes else None
        if begun is None:
            self._ready.append(self._home.begin(self.job.site))
        else:
            take_up(self.job.folder, begun, self._frontier, self._recorder, self._ending, self._browsing.known)
            self._hosts.expect(host_of(begun.home))
            self.outbox.send(self._errands.robots(begun.home, self._rules_for(begun.home)))
        self._watch.tick(asyncio.get_running_loop())
        await sending.run()
        for nothing in tuple[Any]():  # Scrapy expects an iterator
            yield nothing

    def has_more(self) -> bool:
        if self._watch.is_stopped or self.outbox or self._browsing.is_busy:
            return not self._watch.is_stopped
        waits = self._ready or self._hosts.has_parked() or self._errands.has_sitemaps() or len(self._frontier)
        return (bool(waits) and self._recorder.pages < self.job.limits.max_pages) or self._browsing.goes_on()

    def next_request(self) -> Request | None:
        if (request := self.outbox.next()) is not None:
            return request
        while not self._watch.is_stopped and self._recorder.pages + self._in_flight < self.job.limits.max_pages:
            if self._is_time_for_sitemaps():
                return self._errands.next_sitemap(partial(self._frontier.offer_sitemap, home=self._ending.home))
            ask = self._next_ask()
            if ask is None and (self._in_flight or self.outbox or not self._last_look.finds_more()):
                return None
            if ask is not None and (request := self._allowed(ask)) is not None:
                return request
        return None

    async def closed(self, reason: str) -> None:
        self._watch.finish()
        await self._browsing.end()

    def _next_ask(self) -> Ask | None:
        if self._ready:
            return self._ready.popleft()
        place = self._frontier.take(is_busy=self._in_flight > 1)
        return Ask(place, place.url) if place is not None else None

    def _allowed(self, ask: Ask) -> Request | None:
        """The request for a page, once the rules of its host are known and if they allow it."""
        host = host_of(ask.url)
        if host not in self._frontier.hosts and not self._home.may_go_to(ask.url):
            return None  # a list elsewhere whose address only a machine inside a network could reach
        rules = self._hosts.rules(host)
        if rules is None:
            return self._errands.robots(ask.url, self._rules_for(ask.url)) if self._hosts.park(ask) else None
        if rules.allow(ask.url):
            request = self._request(ask)
            self._in_flight += 1
            return request
        if ask.is_home:
            sentence = troubles.ROBOTS_UNREACHABLE if rules.unreachable else troubles.ROBOTS
            self._home.give_up(sentence.format(host=self._home.shown_host(ask)), Failure.ROBOTS)
            self._watch.stop("failed")
        else:
            self._frontier.skip(ask.url, "robots", ask.place.parent or "")
            self._frontier.landed(ask.place)
        return None

    def _rules_for(self, url: str) -> Any:
        host = host_of(url)

        def done(brought: Brought) -> None:
            if brought.failure is not Failure.NONE and not self._ending.home:
                for ask in self._hosts.drop(host):
                    self._home_lost(ask, brought.failure)
                return
            rules = Rules.from_answer(brought.status or 503, brought.body, self.job.agent.partition("/")[0])
            if rules.unreachable and host == host_of(self._ending.home):
                # It could be read before: this is an outage, no ban. What waits is kept for another sitting.
                self._watch.stop("gone")
                return
            self._ready.extend(self._hosts.learn(host, rules))
            if host == host_of(self._ending.home):  # a crawl that is gone on with: it has its home page already
                self._errands.add_sitemaps(rules, self._ending.home)
            if rules.crawl_delay:
                seconds = min(rules.crawl_delay, self.job.politeness.longest_delay_s)
                pace.keep(self.crawler, seconds)
                self._ending.note(troubles.CRAWL_DELAY.format(host=host, asked=rules.crawl_delay, seconds=seconds))

        return done

    def _is_time_for_sitemaps(self) -> bool:
        is_due = self._recorder.pages >= SITEMAPS_AFTER_PAGES or not (len(self._frontier) or self._ready)
        return bool(self._ending.home) and is_due and self._errands.has_sitemaps()

    async def answered(self, response: Response, ask: Ask) -> None:
        """Take in an answer; a page is under way until it was read."""
        self._losses.end()
        answer = read_answer(response, self.job.limits.max_page_bytes)
        try:
            record = None if self._is_settled(response, answer, ask) else await self._read(answer, ask)
        finally:
            self._landed(ask)
        if record is None:
            return
        if ask.is_home:
            self._home_came(record, answer, ask)
        else:
            self._browsing.follow(record, ask.place, answer.body or None)

    def _is_settled(self, response: Response, answer: Answer, ask: Ask) -> bool:
        """Deal with an answer that holds no page to read; False for one that does."""
        if answer.status in MOVED and (where := header(response, "location")):
            self._moved(response, ask, absolute(ask.url, where))
        elif answer.status == 304 and ask.is_conditional:
            return False
        elif answer.status in AGAIN and ask.attempt < ATTEMPTS and not answer.is_wall:
            self._ask_again(ask, pace.slow_down(self.crawler, answer, datetime.now(UTC)))
        elif not ask.is_home and self._is_refused(answer):
            self._recorder.answer(answer.fetched(ask, note=REFUSED), ask.place)
        elif self._home.is_page(answer, ask) if ask.is_home else answer.is_html and answer.status < 300:
            return False
        else:
            self._recorder.answer(answer.fetched(ask), ask.place)
            if ask.is_home:
                self._watch.stop("failed")
        return True

    def failed(self, ask: Ask, fault: Exception) -> None:
        self._landed(ask)
        failure = troubles.failure_of(fault)
        has_door = ask.is_home and self._home.other_door(ask.url, failure) is not None
        if ask.attempt < ATTEMPTS and failure not in _FOR_GOOD and not has_door:
            self._ask_again(ask)
            return
        self._recorder.answer(lost(ask, failure, repr(fault)), ask.place)
        self._frontier.forget(ask.place)
        if ask.is_home:
            self._home_lost(ask, failure)
        elif self._losses.are_too_many():
            self._watch.stop("gone")

    def _landed(self, ask: Ask) -> None:
        self._in_flight -= 1
        self._frontier.landed(ask.place)

    def _ask_again(self, ask: Ask, at_least_s: float = 0.0) -> None:
        again = self._request(replace(ask, attempt=ask.attempt + 1))
        self._in_flight += 1
        self.outbox.again(again, ask.attempt, at_least_s)

    def _request(self, ask: Ask) -> Request:
        known = self._past.recall(ask.url) if ask.is_conditional and not ask.is_home else None
        return self.outbox.request(
            ask.url,
            known.conditions if known is not None else NO_CONDITIONS,
            callback=self.answered,
            errback=partial(self.failed, ask),
            cb_kwargs={"ask": ask},
        )

    async def _read(self, answer: Answer, ask: Ask) -> PageRecord | None:
        """The record of a page; None where it is asked for anew: its server believes us to have what we have lost."""
        if answer.status != 304:
            return await self._recorder.page(answer.fetched(ask), ask.place, answer.body, answer.charset)
        if (known := self._past.recall(ask.url)) is not None:
            fetched = answer.fetched(ask, note=NOT_MODIFIED)
            if (record := await self._recorder.not_changed(fetched, ask.place, known)) is not None:
                return record
        self._ready.append(replace(ask, is_conditional=False))
        return None

    def _is_refused(self, answer: Answer) -> bool:
        if not answer.is_refusal:
            self._refusals.end()
        elif self._refusals.are_too_many():
            self._watch.stop("refusals")
        return answer.is_refusal

    def _moved(self, response: Response, ask: Ask, target: str | None) -> None:
        there = replace(ask, url=target or ask.url, hops=(*ask.hops, target or ask.url))
        match way(ask, target, self._frontier, self._home):
            case Way.FOLLOW:
                self._ready.append(there)
            case Way.RECORD:
                self._recorder.answer(read_answer(response, 0).fetched(there), ask.place)
            case Way.LOOP:
                self._round_and_round(response, ask)
            case dead_end:
                self._dead_end(ask, _DEAD_ENDS[dead_end])

    def _round_and_round(self, response: Response, ask: Ask) -> None:
        """A site that redirects until it sees its own cookie gets that cookie, from then on with every request."""
        host = host_of(ask.url)
        if self.outbox.keep_cookies(host, cookies(response)):
            self._ready.append(replace(ask, url=ask.place.url, hops=()))
        else:
            self._dead_end(ask, Failure.REDIRECT_LOOP)

    def _dead_end(self, ask: Ask, failure: Failure) -> None:
        self._recorder.answer(lost(ask, failure), ask.place)
        if ask.is_home:
            self._home_lost(ask, failure)

    def _home_lost(self, ask: Ask, failure: Failure) -> None:
        if (other := self._home.lost(ask, failure)) is None:
            self._watch.stop("failed")
        else:
            self._ready.append(other)

    def _home_came(self, record: PageRecord, answer: Answer, ask: Ask) -> None:
        if (elsewhere := self._home.came(record, answer, ask)) is not None:
            self._ready.append(elsewhere)
            return
        if self._ending.failed is not None:
            self._watch.stop("failed")
            return
        self._browsing.follow(record, ask.place, answer.body)
        self._watch.settled()
        self._errands.add_sitemaps(self._hosts.rules(host_of(ask.url)) or Rules(), ask.url)
