"""One server's pace: arithmetic alone, without a clock and without a network."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from oit_checker.config import Politeness
from oit_checker.fetch.pace import BUSY_PAUSE_S, FIRST_PAUSE_S, LEFT_ALONE, REFUSALS, SLACK, Pace, retry_after_s

NOON = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
POLITE = Politeness(rate=2, at_once=2, longest_wait_s=60, longest_pause_s=30, longest_delay_s=60)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("0", 0, id="at once"),
        pytest.param(" 120 ", 120, id="seconds"),
        pytest.param("Sat, 28 Nov 2026 12:01:30 GMT", 90, id="a date"),
        pytest.param("Saturday, 28-Nov-26 12:01:30 GMT", 90, id="an old form of date"),
        pytest.param("Sat, 28 Nov 2026 11:00:00 GMT", 0, id="a date that is over"),
        pytest.param("Sat, 28 Nov 2026 12:01:30", 90, id="a date without a zone"),
        pytest.param("soon", None, id="words"),
        pytest.param("-5", None, id="less than nothing"),
        pytest.param("²", None, id="a digit that is no number"),
        pytest.param("", None, id="nothing"),
        pytest.param("9" * 5000, 366 * 86_400, id="longer than any number"),
        pytest.param("Sat, 28 Nov 9999 12:00:00 GMT", 366 * 86_400, id="a date that nobody lives to see"),
        pytest.param("Sat, 28 Nov 99999999999999999999 12:00:00 GMT", None, id="a year beyond the calendar"),
        pytest.param("Sat, 28 Nov 2026 12:00:00 +99999999999999", None, id="a zone beyond the world"),
    ],
)
def test_retry_after(value: str, expected: float | None) -> None:
    assert retry_after_s(value, NOON) == expected


def test_requests_start_a_little_further_apart_than_the_rate_needs() -> None:
    assert Pace(POLITE).pause_s == pytest.approx(0.5 * SLACK)
    assert Pace(Politeness(rate=0)).pause_s == 0


@pytest.mark.parametrize(
    ("delay", "pause", "at_once"),
    [
        pytest.param(0.1, 0.5 * SLACK, 2, id="our own rate is slower"),
        pytest.param(10, 10, 1, id="theirs is slower"),
        pytest.param(3600, 60, 1, id="beyond our limit"),
    ],
)
def test_crawl_delay(delay: float, pause: float, at_once: int) -> None:
    pace = Pace(POLITE)
    pace.wish(delay)
    assert (pace.pause_s, pace.at_once) == (pytest.approx(pause), at_once)


def test_the_pause_doubles_up_to_its_limit_and_recovers_step_by_step() -> None:
    pace, seen = Pace(replace(POLITE, longest_pause_s=6)), []
    for now in range(5):
        pace.went_badly(now, now, 0.0)
        seen.append(pace.pause_s)
    assert seen == pytest.approx([2 * 0.5 * SLACK, 4 * 0.5 * SLACK, 8 * 0.5 * SLACK, 6, 6])
    assert pace.closed is None
    recovering = []
    while pace.is_slowed:
        pace.went_well(10)
        recovering.append(pace.pause_s)
    assert recovering == sorted(recovering, reverse=True)
    assert len(recovering) > 10
    assert pace.pause_s == pace.base_s


def test_a_server_that_says_again_and_again_that_it_is_asked_too_often_is_left_alone() -> None:
    pace = Pace(POLITE)
    for now in range(REFUSALS - 1):
        pace.went_badly(now, now, 2.0)
    pace.went_well(REFUSALS)
    for now in range(REFUSALS, 2 * REFUSALS - 1):
        pace.went_badly(now, now, 2.0)
    assert pace.closed is None
    pace.went_badly(100.0, 100.0, 2.0)
    assert (pace.closed or "").startswith(LEFT_ALONE)


def test_a_program_that_only_answers_503_slows_its_server_a_little_and_closes_nothing() -> None:
    pace = Pace(POLITE)
    for now in range(50):
        pace.went_badly(now, now, 0.0, about_pace=False)
    assert (pace.pause_s, pace.closed) == (BUSY_PAUSE_S, None)


def test_without_a_rate_the_first_pause_is_a_second() -> None:
    pace = Pace(Politeness(rate=0, at_once=32))
    pace.went_badly(0, 0, 0.0)
    assert (pace.pause_s, pace.at_once) == (FIRST_PAUSE_S, 1)


def test_answers_to_what_was_sent_before_the_slowing_down_count_once() -> None:
    pace = Pace(POLITE)
    pace.went_badly(1.0, 5.0, 3.0)
    once = pace.pause_s
    pace.went_badly(2.0, 6.0, 4.0)
    pace.went_well(2.0)
    assert pace.pause_s == once
    assert pace.held_until == 10.0


def test_a_server_that_wants_more_patience_than_we_have_is_asked_once_more_and_then_left_alone() -> None:
    pace = Pace(POLITE)
    pace.went_badly(0.0, 1.0, 3600.0)
    pace.went_badly(0.0, 1.0, 3600.0)  # sent together with the first: no second refusal
    assert pace.closed is None
    assert pace.next_at == 1.0 + POLITE.longest_wait_s
    pace.went_badly(61.0, 62.0, 3600.0)
    assert pace.closed is not None
    assert "3600 s" in pace.closed


def test_a_request_sent_a_little_late_makes_it_good_but_none_comes_closer_than_the_rate_says() -> None:
    pace, now, times = Pace(POLITE), 0.0, []
    for late in (0.0, 0.008, 0.0, 0.3, 0.0):
        now = max(now, now + pace.must_wait_s(now)) + late
        pace.sent(now)
        times.append(now)
    waits = [later - earlier for earlier, later in pairwise(times)]
    assert min(waits) >= 0.5
    assert times[2] == pytest.approx(2 * 0.5 * SLACK + 0.0, abs=0.011)


def test_two_servers_that_are_one_take_the_slower_pace() -> None:
    slow, quick = Pace(POLITE), Pace(POLITE)
    slow.wish(10)
    quick.last_at = 7.0
    quick.absorb(slow)
    assert quick.next_at == 17.0
