"""How often one server is asked: our own rate, what its robots.txt wishes, and what its answers ask for."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from oit_checker.config import Politeness
from oit_checker.model.page import Slowing

SLACK = 1.02
"""Pauses are so much longer than the rate needs: requests that were sent evenly arrive less evenly."""
FIRST_PAUSE_S = 1.0
"""The shortest pause of a server that has too much to do; it doubles each time the server says so again."""
BUSY_PAUSE_S = 4.0
"""The longest pause after 503 without a time: it may well be one broken program, and says little of the pace."""
REFUSALS = 6
"""A server that says so often in a row that it is asked too often is not asked again."""
RECOVERY = 0.8
"""By how much each good answer shortens that pause."""
RATE_WAIT_S = 2.0
"""How long a server is left alone that answers 429 and names no time."""
LEFT_ALONE = "the host asks to be left alone"
_LEAST_PAUSE_S = 0.05
_LONGEST_S = 366 * 86_400.0


class Pace:
    """The pace of one server; times are of the monotonic clock, in seconds.

    A server that asks twice in a row to be left alone for longer than Politeness.longest_wait_s, or says REFUSALS times
    in a row that it is asked too often, is closed: `closed` says so, and it is not asked again.
    """

    __slots__ = (
        *("_long_waits", "_polite", "_refusals", "_slowed_at"),
        *("base_s", "closed", "has_answered", "held_until", "last_at", "sent_at", "slowed_s", "wish_s"),
    )

    def __init__(self, politeness: Politeness) -> None:
        self._polite = politeness
        self.base_s = SLACK / politeness.rate if politeness.rate > 0 else 0.0
        self.wish_s = 0.0
        self.slowed_s = 0.0
        self.last_at = self.sent_at = self.held_until = self._slowed_at = -math.inf
        self.closed: str | None = None
        self.has_answered = False
        self._long_waits = self._refusals = 0

    @property
    def pause_s(self) -> float:
        """Seconds from the start of one request to the start of the next."""
        return max(self.base_s, self.wish_s, self.slowed_s)

    @property
    def next_at(self) -> float:
        """When the next turn may begin; last_at is when the last one did."""
        return max(self.last_at + self.pause_s, self.held_until)

    def must_wait_s(self, now: float) -> float:
        """How long a request that is ready has to wait; connections that were slow to open must not end in a burst."""
        return max(self.sent_at + self.pause_s, self.held_until) - now

    def begin(self, now: float) -> None:
        """A turn begins."""
        self.last_at = max(now - self._lag_s, self.next_at)

    def sent(self, now: float) -> None:
        """A request goes out: the next one's time is counted from now, or from when it should have been sent."""
        self.sent_at = max(now - self._lag_s, self.sent_at + self.pause_s)

    @property
    def _lag_s(self) -> float:
        """What a request that was sent a little late may make good; two never follow closer than the rate says."""
        return 0.0 if self.is_slowed else self.base_s * (1 - 1 / SLACK)

    @property
    def is_slowed(self) -> bool:
        return self.slowed_s > 0 or self.wish_s > self.base_s

    @property
    def at_once(self) -> int:
        """Requests that may be open; one where the server has asked for a slower pace."""
        return 1 if self.is_slowed else max(1, self._polite.at_once)

    @property
    def why(self) -> Slowing:
        if self.slowed_s > max(self.base_s, self.wish_s):
            return "busy"
        return "crawl_delay" if self.wish_s > self.base_s else ""

    def wish(self, delay_s: float) -> None:
        """Keep the Crawl-delay of one of the server's hosts, within Politeness.longest_delay_s."""
        self.wish_s = max(self.wish_s, min(delay_s, self._polite.longest_delay_s))

    def went_badly(self, began: float, now: float, wait_s: float, *, about_pace: bool = True) -> None:
        """The server has too much to do and wants to be left alone for `wait_s`.

        about_pace: it says that by 429 or Retry-After, not by 503 alone. Only a request that was sent after the last
        slowing down says that it was not enough.
        """
        self.held_until = max(self.held_until, now + min(wait_s, self._polite.longest_wait_s))
        if began < self._slowed_at:
            return
        longest_s = self._polite.longest_pause_s if about_pace else min(BUSY_PAUSE_S, self._polite.longest_pause_s)
        self.slowed_s = max(self.pause_s, min(max(2 * self.pause_s, FIRST_PAUSE_S), longest_s))
        self._slowed_at = now
        self._refusals += about_pace
        if self._refusals >= REFUSALS:
            self.closed = f"{LEFT_ALONE}, {REFUSALS} times in a row"
        self._long_waits = self._long_waits + 1 if wait_s > self._polite.longest_wait_s else 0
        if self._long_waits > 1:
            self.closed = f"{LEFT_ALONE} for {wait_s:.0f} s"

    def went_well(self, began: float) -> None:
        """A good answer: the pause shortens a little."""
        if not self.slowed_s or began < self._slowed_at:
            return
        self._long_waits = self._refusals = 0
        self.slowed_s *= RECOVERY
        if self.slowed_s <= max(self.base_s, self.wish_s, _LEAST_PAUSE_S):
            self.slowed_s = 0.0

    def absorb(self, other: Pace) -> None:
        """Become the pace of a server that turns out to be the same as `other`'s: the slower of both."""
        self.wish_s, self.slowed_s = max(self.wish_s, other.wish_s), max(self.slowed_s, other.slowed_s)
        self.last_at, self.held_until = max(self.last_at, other.last_at), max(self.held_until, other.held_until)
        self.sent_at, self._slowed_at = max(self.sent_at, other.sent_at), max(self._slowed_at, other._slowed_at)
        self.closed = self.closed or other.closed
        self.has_answered = self.has_answered or other.has_answered


def retry_after_s(value: str, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, from a number or an HTTP date; None where it says neither."""
    text = value.strip()
    if text.isdecimal():
        return min(float(text), _LONGEST_S)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), _LONGEST_S)
