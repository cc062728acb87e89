"""Turns: how many requests are open at once, in all and per server, and how often a server is asked.

A server is what stands behind an IP address: hosts that share an address share its queue and its limits, and so do
all addresses of one host. An address waits only for its own server, so a slow one holds up no other. Where no rate is
kept (the site is on this very machine), an answer that has not come after two seconds gives its turn to the next
address and is awaited beside it, a few at most per server, and only where the server has shown that it can answer
quickly.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator

from oit_checker.config import Politeness
from oit_checker.fetch.pace import Pace

SLOW_S = 2.0
MOST_SLOW_PER_HOST = 4
MOST_SLOW = 100
NO_TIME_FOR_SLOW = "the pace that this host asks for leaves no time for the rest"


class WithheldError(Exception):
    """A request that was not made: there is no time left at the pace that the server asks for."""


class Lane:
    """One server's queue."""

    __slots__ = ("into", "open", "pace", "slow", "timer", "waiting")

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.waiting: deque[asyncio.Future[None]] = deque()
        self.open = 0
        self.slow = 0
        self.timer: asyncio.TimerHandle | None = None
        self.into: Lane | None = None
        """The queue that this one has become a part of."""

    @property
    def idle(self) -> bool:
        return not (self.waiting or self.open or self.slow)

    @property
    def root(self) -> Lane:
        lane = self
        while lane.into is not None:
            lane = lane.into
        return lane

    def withhold(self, why: str) -> None:
        """Send away all who wait."""
        while self.waiting:
            gate = self.waiting.popleft()
            if not gate.done():
                gate.set_exception(WithheldError(why))


class Turn:
    """A request's permission to be open; `answered` is called as soon as the first byte has come."""

    __slots__ = ("_lane", "_timer", "_turns", "aside", "began")

    def __init__(self, turns: Turns, lane: Lane) -> None:
        self._turns, self._lane, self.aside = turns, lane, False
        self.began = turns.loop.time()
        self._timer: asyncio.TimerHandle | None = None
        if turns.beside:
            self._timer = turns.loop.call_later(SLOW_S, self._step_aside)

    @property
    def pace(self) -> Pace:
        return self._lane.root.pace

    def answered(self) -> None:
        self.pace.has_answered = True
        self._stop()

    async def send(self) -> None:
        """Called when a request is about to go out on its connection: waits for its time, and counts from there."""
        while (wait_s := self.pace.must_wait_s(self._turns.loop.time())) > 0:
            await asyncio.sleep(wait_s)
        self.count()

    def count(self) -> None:
        """The next request's time is counted from now."""
        self.pace.sent(self._turns.loop.time())

    def went_well(self) -> None:
        self.pace.went_well(self.began)

    def went_badly(self, wait_s: float, *, about_pace: bool) -> None:
        """The server is to be left alone for a while, and asked less often from then on; see Pace."""
        self.pace.went_badly(self.began, self._turns.loop.time(), wait_s, about_pace=about_pace)

    def end(self) -> None:
        self._stop()
        self._turns.give_back(self._lane.root, aside=self.aside)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _step_aside(self) -> None:
        self._timer = None
        lane = self._lane.root
        if self._turns.may_step_aside(lane):
            self.aside = True
            self._turns.let_aside(lane)
        else:
            self._timer = self._turns.loop.call_later(SLOW_S / 2, self._step_aside)


class Turns:
    """Hands out turns; lives as long as one event loop.

    most: requests open in all. paces: what is known of each address; it outlives the loop. slow_until (loop time):
    servers that ask for a slower pace than ours are asked no longer than until then, so that a few of them do not use
    up the time of all; None: as long as it takes.
    """

    def __init__(
        self, politeness: Politeness, *, most: int, paces: dict[str, Pace], slow_until: float | None = None
    ) -> None:
        self.loop = asyncio.get_running_loop()
        self.beside = 0 if politeness.rate > 0 else MOST_SLOW_PER_HOST
        self._polite, self._most, self._paces = politeness, most, paces
        self._lanes: dict[tuple[str, ...], Lane] = {}
        self._by_address: dict[str, Lane] = {}
        self._open = 0
        self._slow = 0
        self._hungry: set[Lane] = set()
        self._slow_until = slow_until
        if slow_until is not None:
            self.loop.call_at(slow_until, self._end_of_slow_ones)

    def lane(self, addresses: tuple[str, ...]) -> Lane:
        """The queue of the server behind these addresses of one host."""
        lane = self._lanes.get(addresses)
        if lane is None:
            lane = self._lanes[addresses] = self._joined(addresses)
        return lane.root

    @contextlib.asynccontextmanager
    async def turn(self, lane: Lane, *, first: bool = False) -> AsyncIterator[Turn]:
        """Wait for this server's turn. first: a step of an address already begun goes before new addresses.

        Raises WithheldError where there is no time for it at the pace that the server asks for.
        """
        gate: asyncio.Future[None] = self.loop.create_future()
        if first:
            lane.waiting.appendleft(gate)
        else:
            lane.waiting.append(gate)
        self._serve(lane)
        try:
            await gate
        except asyncio.CancelledError:
            self._withdraw(lane.root, gate)
            raise
        turn = Turn(self, lane)
        try:
            yield turn
        finally:
            turn.end()

    def is_idle(self, address: str) -> bool:
        return address not in self._by_address or self._by_address[address].root.idle

    def give_back(self, lane: Lane, *, aside: bool) -> None:
        if aside:
            lane.slow -= 1
            self._slow -= 1
            return
        self._release(lane)

    def may_step_aside(self, lane: Lane) -> bool:
        if lane.pace.is_slowed or not lane.pace.has_answered:
            return False
        return lane.slow < self.beside and self._slow < MOST_SLOW

    def let_aside(self, lane: Lane) -> None:
        lane.slow += 1
        self._slow += 1
        self._release(lane)

    def _joined(self, addresses: tuple[str, ...]) -> Lane:
        known = list(dict.fromkeys(self._by_address[a].root for a in addresses if a in self._by_address))
        first, *others = known or [Lane(self._known_pace(addresses))]
        for other in others:
            self._merge(first, other)
        for address in addresses:
            self._by_address[address] = first
            known_pace = self._paces.setdefault(address, first.pace)
            if known_pace is not first.pace:
                first.pace.absorb(known_pace)
                self._paces[address] = first.pace
        return first

    def _known_pace(self, addresses: tuple[str, ...]) -> Pace:
        known = list(dict.fromkeys(self._paces[a] for a in addresses if a in self._paces))
        first, *others = known or [Pace(self._polite)]
        for other in others:
            first.absorb(other)
        return first

    def _merge(self, lane: Lane, other: Lane) -> None:
        """One host has addresses in both queues: they are one server's."""
        lane.waiting.extend(other.waiting)
        other.waiting.clear()
        lane.open, lane.slow = lane.open + other.open, lane.slow + other.slow
        lane.pace.absorb(other.pace)
        if other.timer is not None:
            other.timer.cancel()
        self._hungry.discard(other)
        other.into = lane
        self._serve(lane)

    def _withdraw(self, lane: Lane, gate: asyncio.Future[None]) -> None:
        """Whoever waited is gone; what it had been let in for goes to the next."""
        with contextlib.suppress(ValueError):
            lane.waiting.remove(gate)
        if not gate.cancelled() and gate.exception() is None:
            self._release(lane)

    def _release(self, lane: Lane) -> None:
        lane.open -= 1
        self._open -= 1
        while self._hungry and self._open < self._most:  # the longest queue decides when all is done
            hungriest = max(self._hungry, key=lambda waiting: len(waiting.waiting))
            self._hungry.discard(hungriest)
            self._serve(hungriest)
        self._serve(lane)

    def _serve(self, lane: Lane) -> None:
        """Let in as many of this server as may be open now."""
        pace = lane.pace
        if pace.closed is not None:
            lane.withhold(pace.closed)
        elif pace.is_slowed and self._slow_until is not None and pace.next_at > self._slow_until:
            lane.withhold(NO_TIME_FOR_SLOW)
        while lane.waiting and lane.open < pace.at_once:
            if self._open >= self._most:
                self._hungry.add(lane)
                return
            if self._must_pause(lane):
                return
            gate = lane.waiting.popleft()
            if gate.done():
                continue
            pace.begin(self.loop.time())
            lane.open += 1
            self._open += 1
            gate.set_result(None)

    def _must_pause(self, lane: Lane) -> bool:
        next_at = lane.pace.next_at
        if self.loop.time() >= next_at:
            return False
        if lane.timer is None:
            lane.timer = self.loop.call_at(next_at, self._after_pause, lane)
        return True

    def _after_pause(self, lane: Lane) -> None:
        lane.timer = None
        self._serve(lane.root)

    def _end_of_slow_ones(self) -> None:
        for lane in {lane.root for lane in self._by_address.values()}:
            if lane.pace.is_slowed:
                lane.withhold(NO_TIME_FOR_SLOW)
