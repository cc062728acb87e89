"""An impossible address is asked for once in an audit, unless its host could not say what it shows there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Literal

import pytest

from oit_checker.fetch import Ask
from oit_checker.model.page import Failure, Fetched
from oit_checker.verify.asked_once import AskedOnce

LOST, PLAN = "http://x.go.th/no-such-page", "http://x.go.th/plan"


class Web:
    """Answers every ask alike, the first one of an address as told; remembers what it was asked."""

    def __init__(self, **first: Any) -> None:
        self.asked: list[str] = []
        self._first = first

    def fetch(self, asks: Sequence[Ask]) -> dict[str, Fetched]:
        told = {}
        for ask in asks:
            well = Fetched(ask.url, ask.url, 200, "text/html", datetime(2026, 3, 2, tzinfo=UTC))
            told[ask.url] = well if ask.url in self.asked else replace(well, **self._first)
            self.asked.append(ask.url)
        return told


@pytest.mark.parametrize(
    ("kind", "first", "times"),
    [
        pytest.param("probe", {}, 1, id="a page that says it is there"),
        pytest.param("probe", {"http_status": 404}, 1, id="not there"),
        pytest.param("probe", {"http_status": 503}, 2, id="out of order"),
        pytest.param("probe", {"http_status": 429}, 2, id="asked too often"),
        pytest.param("probe", {"http_status": None, "failure": Failure.TIMEOUT}, 2, id="no answer"),
        pytest.param("evidence", {}, 2, id="the second try of a link"),
    ],
)
def test_a_second_ask_goes_out_where_it_may_tell_more(
    kind: Literal["evidence", "probe"], first: dict[str, Any], times: int
) -> None:
    web = Web(**first)
    fetcher = AskedOnce(web)
    one, other = (fetcher.fetch([Ask(LOST, kind)])[LOST] for _ in range(2))
    assert web.asked == [LOST] * times
    assert (one == other) is (times == 1 or not first)


def test_what_is_new_beside_it_is_asked_and_all_come_in_order() -> None:
    web = Web()
    fetcher = AskedOnce(web)
    fetcher.fetch([Ask(LOST, "probe")])
    assert list(fetcher.fetch([Ask(LOST, "probe"), Ask(PLAN), Ask(LOST + ".html", "probe")])) == [
        LOST,
        PLAN,
        LOST + ".html",
    ]
    assert web.asked == [LOST, PLAN, LOST + ".html"]
