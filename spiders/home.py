"""The home page: which door leads in, which host it turns out to stand on, and why it cannot be had."""

from __future__ import annotations

from oit_checker.model.page import Failure, Link
from oit_checker.networks import may_lead_to, network_of
from oit_checker.snapshot import PageRecord
from oit_checker.urls import absolute, host_of
from spiders import troubles
from spiders.answers import Answer
from spiders.ending import Ending
from spiders.front import why_shows_nothing
from spiders.frontier import Frontier
from spiders.hosts import Ask, spellings
from spiders.interest import HUB
from spiders.job import Job
from spiders.traps import trap

_NO_OTHER_DOOR = frozenset({Failure.REDIRECT_LOOP, Failure.INVALID_URL, Failure.FORBIDDEN_ADDRESS})
_BARE = 3


class Home:
    """Finds the home page; what it learns goes into the ending and the frontier's hosts."""

    def __init__(self, job: Job, frontier: Frontier, ending: Ending) -> None:
        self._job = job
        self._frontier = frontier
        self._ending = ending
        self._tried: set[str] = set()
        self._own_networks = frozenset(network_of(host) for host in job.hosts)

    def begin(self, url: str) -> Ask:
        """Knock at this address."""
        self._tried.add(url)
        self.adopt(url)
        return Ask(self._frontier.begin(url), url)

    def adopt(self, url: str) -> bool:
        """Count the host of a home page as the main site's; False where there are too many already."""
        new = [host for host in spellings([host_of(url)]) if host not in self._frontier.hosts]
        if new and len(self._frontier.hosts) >= 2 * self._job.limits.max_hosts:
            return False
        self._frontier.add_hosts(new)
        return True

    def may_go_to(self, url: str) -> bool:
        """Whether an address may be asked at all: none inside a network in which the site itself does not stand."""
        return may_lead_to(self._own_networks, network_of(host_of(url)))

    def other_door(self, url: str, failure: Failure) -> str | None:
        """Another address to knock at: http for https, or the name with or without `www.` where DNS knows none."""
        if failure in _NO_OTHER_DOOR:
            return None
        host = host_of(url)
        if failure is Failure.DNS:
            doors = [url.replace(f"//{host}", f"//{name}", 1) for name in spellings([host])]
        else:
            doors = [url.replace("https://", "http://", 1)]
        return next((door for door in doors if door not in self._tried), None)

    def lost(self, ask: Ask, failure: Failure) -> Ask | None:
        """Go on at another door; None, with the reason noted, where there is none."""
        door = self.other_door(ask.url, failure)
        if door is None:
            self.give_up(troubles.why_failed(failure, self.shown_host(ask), self._job.politeness.timeout_s), failure)
            return None
        self._ending.note(f"เปิด {ask.url} ไม่ได้ จึงตรวจที่ {door} แทน")
        return self.begin(door)

    def shown_host(self, ask: Ask) -> str:
        """The name of the website in a sentence for the officer."""
        return troubles.shown_host(ask.url, self._job.site)

    def give_up(self, sentence: str, failure: Failure = Failure.NONE) -> None:
        self._ending.failed, self._ending.failure = sentence, failure

    def is_page(self, answer: Answer, ask: Ask) -> bool:
        """Whether the answer is a home page that can be read; the reason is noted where it is not."""
        host = self.shown_host(ask)
        if answer.is_wall:
            self.give_up(troubles.WALLED.format(host=host))
        elif answer.status >= 300:
            self.give_up(troubles.why_answered(answer.status, host))
        elif not answer.body.strip():
            self.give_up(troubles.EMPTY.format(host=host))
        elif not answer.is_html:
            self.give_up(troubles.NOT_HTML.format(host=host, media_type=answer.media_type or "-"))
        else:
            return True
        return False

    def came(self, record: PageRecord, answer: Answer, ask: Ask) -> Ask | None:
        """Settle on a home page that was read; where it only sends its visitors elsewhere, the way there.

        A page that shows the public nothing, or a sign-in form alone, is given up.
        """
        target = self._sends_to(record, answer)
        if target is not None and (host_of(target) not in self._frontier.hosts or trap(target) is not None):
            self._ending.note(f"หน้าแรก {ask.url} ส่งต่อไปที่ {target}")
            return self.begin(target)
        if target is not None:
            self._frontier.offer([Link(target, target, "")], parent=ask.url, depth=0, bonus=HUB)
        elif (sentence := why_shows_nothing(record, answer, self._frontier.hosts)) is not None:
            self.give_up(sentence.format(host=self.shown_host(ask)))
            return None
        self._ending.home = ask.url
        if ask.hops:
            self._ending.note(f"{ask.place.url} ถูกส่งต่อไปที่ {ask.url}")
        if not record.links and b"<script" in answer.body:
            self._ending.stopped = "script"
        return None

    def _sends_to(self, record: PageRecord, answer: Answer) -> str | None:
        """Where a page without content of its own sends its visitors by a refresh or by script."""
        refresh = next((link.url for link in record.links if link.element == "meta"), None)
        script = troubles.scripted_move(answer.body)
        target = refresh or (absolute(record.fetched.final_url, script) if script else None)
        if target is None or target in self._tried or not self.may_go_to(target):
            return None
        return target if sum(link.element == "a" for link in record.links) <= _BARE else None
