"""Filters upon filters are asked for a few at a time, however many requests may be open at once."""

from __future__ import annotations

from oit_checker.config import CrawlLimits
from oit_checker.model.page import Link
from spiders.crowd import AT_ONCE, Crowd
from spiders.frontier import Frontier
from spiders.place import Place

SITE = "http://x.go.th"
FILTERS = [f"{SITE}/shop?type={kind}&color={color}" for kind in "abc" for color in "xyz"]
PAGES = [f"{SITE}/news/{number}" for number in range(5)]


def frontier(*urls: str) -> Frontier:
    made = Frontier(["x.go.th"], CrawlLimits(), lambda link, depth: 10 if "shop" in link.url else 0)
    made.begin(f"{SITE}/")
    made.offer([Link(url=url, href=url, text="ก") for url in urls], parent=f"{SITE}/", depth=0)
    return made


def taken(pages: Frontier, *, is_busy: bool = True) -> list[Place]:
    found = []
    while (place := pages.take(is_busy=is_busy)) is not None:
        found.append(place)
    return found


def test_the_rest_of_the_site_does_not_wait_for_a_crowd_of_filters() -> None:
    pages = frontier(*FILTERS, *PAGES)
    first = [place.url for place in taken(pages)]
    assert [url for url in first if "shop" in url] == FILTERS[:AT_ONCE]
    assert set(PAGES) <= set(first)


def test_each_that_comes_makes_room_for_the_next() -> None:
    pages = frontier(*FILTERS)
    under_way, seen = taken(pages), 0
    while under_way:
        assert len(under_way) <= AT_ONCE
        pages.landed(under_way.pop(0))
        seen += 1
        under_way += taken(pages)
    assert seen == len(FILTERS)


def test_none_is_lost_where_none_is_under_way_any_more() -> None:
    """A page whose answer was never told must not hold back the others for ever."""
    pages = frontier(*FILTERS)
    first = taken(pages)
    assert len(first) + len(taken(pages, is_busy=False)) == len(FILTERS)


def test_what_has_landed_twice_frees_one_place() -> None:
    crowd = Crowd()
    for url in FILTERS[:AT_ONCE]:
        crowd.goes(url)
    assert crowd.holds_back(FILTERS[-1])
    assert crowd.holds_back(FILTERS[-2])
    assert crowd.landed(FILTERS[0]) == [FILTERS[-1]]
    assert crowd.landed(FILTERS[0]) == []
