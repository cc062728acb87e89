"""Turns: how many requests are open at once, in all and per host, and how often a host is asked.

An address waits only for its own host, so a slow host holds up no other. An answer that has not come after two
seconds gives its turn to the next address and is awaited beside it, a few at most per host, and only where the host
has shown that it can answer quickly: an idle wait loads nobody, a host in trouble is not pressed.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

SLOW_S = 2.0
MOST_SLOW_PER_HOST = 4
MOST_SLOW = 100


class Lane:
    """One host's queue."""

    __slots__ = ("answered", "host", "next_at", "open", "slow", "timer", "waiting")

    def __init__(self, host: str) -> None:
        self.host = host
        self.waiting: deque[asyncio.Future[None]] = deque()
        self.open = 0
        self.slow = 0
        self.answered = False
        self.next_at = 0.0
        self.timer: asyncio.TimerHandle | None = None

    @property
    def idle(self) -> bool:
        return not (self.waiting or self.open or self.slow)


class Turn:
    """A request's permission to be open; `answered` is called as soon as the first byte has come."""

    __slots__ = ("_lane", "_timer", "_turns", "aside")

    def __init__(self, turns: Turns, lane: Lane) -> None:
        self._turns, self._lane, self.aside = turns, lane, False
        self._timer: asyncio.TimerHandle | None = turns.loop.call_later(SLOW_S, self._step_aside)

    def answered(self) -> None:
        self._turns.remember_answer(self._lane)
        self._stop()

    def end(self) -> None:
        self._stop()
        self._turns.give_back(self._lane, aside=self.aside)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _step_aside(self) -> None:
        self._timer = None
        if self._turns.may_step_aside(self._lane):
            self.aside = True
            self._turns.let_aside(self._lane)
        else:
            self._timer = self._turns.loop.call_later(SLOW_S / 2, self._step_aside)


@dataclass(slots=True)
class Memory:
    """What outlives a loop: when each host may next be asked (monotonic clock), and which hosts have answered."""

    next_at: dict[str, float] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)


class Turns:
    """Hands out turns; lives as long as one event loop."""

    def __init__(self, *, at_once: int, rate: float, most: int, memory: Memory) -> None:
        self.loop = asyncio.get_running_loop()
        self._at_once, self._most = max(1, at_once), most
        self._pause = 1.0 / rate if rate > 0 else 0.0
        self._lanes: dict[str, Lane] = {}
        self._memory = memory
        self._open = 0
        self._slow = 0
        self._hungry: set[Lane] = set()

    @contextlib.asynccontextmanager
    async def turn(self, host: str, *, first: bool = False) -> AsyncIterator[Turn]:
        """Wait for this host's turn. first: a step of an address already begun goes before new addresses."""
        lane = self._lane(host)
        gate: asyncio.Future[None] = self.loop.create_future()
        if first:
            lane.waiting.appendleft(gate)
        else:
            lane.waiting.append(gate)
        self._serve(lane)
        try:
            await gate
        except asyncio.CancelledError:
            self._withdraw(lane, gate)
            raise
        turn = Turn(self, lane)
        try:
            yield turn
        finally:
            turn.end()

    def is_idle(self, host: str) -> bool:
        return host not in self._lanes or self._lanes[host].idle

    def give_back(self, lane: Lane, *, aside: bool) -> None:
        if aside:
            lane.slow -= 1
            self._slow -= 1
            return
        self._release(lane)

    def remember_answer(self, lane: Lane) -> None:
        lane.answered = True
        self._memory.answered.add(lane.host)

    def may_step_aside(self, lane: Lane) -> bool:
        return lane.answered and lane.slow < MOST_SLOW_PER_HOST and self._slow < MOST_SLOW

    def let_aside(self, lane: Lane) -> None:
        lane.slow += 1
        self._slow += 1
        self._release(lane)

    def _lane(self, host: str) -> Lane:
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = Lane(host)
            lane.next_at = self._memory.next_at.get(host, 0.0)
            lane.answered = host in self._memory.answered
        return lane

    def _withdraw(self, lane: Lane, gate: asyncio.Future[None]) -> None:
        with contextlib.suppress(ValueError):
            lane.waiting.remove(gate)
            return
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
        """Let in as many of this host as may be open now."""
        while lane.waiting and lane.open < self._at_once:
            if self._open >= self._most:
                self._hungry.add(lane)
                return
            if self._must_pause(lane):
                return
            gate = lane.waiting.popleft()
            if gate.done():
                continue
            lane.open += 1
            self._open += 1
            gate.set_result(None)

    def _must_pause(self, lane: Lane) -> bool:
        if not self._pause:
            return False
        now = self.loop.time()
        if now < lane.next_at:
            if lane.timer is None:
                lane.timer = self.loop.call_at(lane.next_at, self._after_pause, lane)
            return True
        lane.next_at = self._memory.next_at[lane.host] = now + self._pause
        return False

    def _after_pause(self, lane: Lane) -> None:
        lane.timer = None
        self._serve(lane)
