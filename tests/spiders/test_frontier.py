from __future__ import annotations

import pytest

from oit_checker.config import CrawlLimits
from oit_checker.model.page import Link
from spiders.frontier import SAME_SHAPE, Frontier
from spiders.interest import Interest

SITE = "https://x.go.th"
INTEREST = Interest(["จัดซื้อจัดจ้าง"], ["แผนปฏิบัติราชการ", "ข่าวประชาสัมพันธ์"], 2569)


def link(path: str, text: str = "", **more: object) -> Link:
    return Link(SITE + path if path.startswith("/") else path, path, text, **more)  # type: ignore[arg-type]


def frontier(limits: CrawlLimits | None = None) -> Frontier:
    made = Frontier({"x.go.th"}, limits or CrawlLimits(), INTEREST.of_link)
    made.begin(SITE + "/")
    return made


def taken(queue: Frontier) -> list[str]:
    found = []
    while (place := queue.take()) is not None:
        found.append(place.url.removeprefix(SITE))
    return found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(link("/1", "การประเมิน ITA"), link("/2", "แผนปฏิบัติราชการ"), id="the list before an item"),
        pytest.param(link("/1", "O12 ผลการดำเนินงาน"), link("/2", "จัดซื้อจัดจ้าง"), id="a code before a weak word"),
        pytest.param(link("/1", "แผนปฏิบัติราชการ"), link("/2", "จัดซื้อจัดจ้าง"), id="strong before weak"),
        pytest.param(link("/1", "จัดซื้อจัดจ้าง"), link("/2", "ติดต่อ"), id="weak before none"),
        pytest.param(link("/1", "ITA ปี 2569"), link("/2", "ITA ปี 2564"), id="the asked year before an old one"),
        pytest.param(link("/1", "ITA ๒๕๖๙"), link("/2", "ITA"), id="thai digits"),
        pytest.param(link("/1", "x", heading="แผนปฏิบัติราชการ"), link("/2", "x"), id="under a telling heading"),
        pytest.param(link("/ita/2569", "x"), link("/2", "x"), id="a telling address"),
        pytest.param(link("/1", "x", in_menu=True), link("/2", "x"), id="the menu before the rest"),
        pytest.param(link("/1", "x"), link("/news/2", "x"), id="news last"),
        pytest.param(link("/1", "ข่าวประชาสัมพันธ์"), link("/2", "x"), id="unless news is what is asked for"),
        pytest.param(link("/1", "x"), link("/en/2", "x"), id="thai before english"),
    ],
)
def test_order(first: Link, second: Link) -> None:
    queue = frontier()
    queue.offer([second, first], parent=SITE + "/", depth=0)
    assert taken(queue) == [first.url.removeprefix(SITE), second.url.removeprefix(SITE)]


def test_ita_inside_a_word_is_no_ita() -> None:
    assert INTEREST.of_link(link("/digital", "Capital of Digital"), 1) == INTEREST.of_link(link("/x", "x"), 1)


@pytest.mark.parametrize("words", ["/news/2", "/NEWS-2569", "/a?tag=1", "/e-gp/2", "/แกลเลอรี่", "/x/ภาพ"])
def test_feeds_are_told_by_a_word_of_the_address(words: str) -> None:
    assert INTEREST.of_link(link(words, "x"), 1) < INTEREST.of_link(link("/x", "x"), 1)


@pytest.mark.parametrize("words", ["/newspaper", "/renews/2", "/ae-gp", "/e-gps", "/tagged", "/statistics"])
def test_a_feed_inside_a_word_is_none(words: str) -> None:
    assert INTEREST.of_link(link(words, "x"), 1) == INTEREST.of_link(link("/x", "x"), 1)


def test_nearer_pages_first() -> None:
    queue = frontier()
    queue.offer([link("/far")], parent=SITE + "/a", depth=3)
    queue.offer([link("/near")], parent=SITE + "/", depth=0)
    assert taken(queue) == ["/near", "/far"]


def test_better_words_move_a_page_forward_and_it_is_taken_once() -> None:
    queue = frontier()
    queue.offer([link("/a"), link("/b")], parent=SITE + "/", depth=0)
    queue.offer([link("/b", "การประเมิน ITA")], parent=SITE + "/z", depth=3)
    place = queue.take()
    assert place is not None
    assert (place.url, place.parent, place.depth) == (SITE + "/b", SITE + "/", 1)
    assert taken(queue) == ["/a"]
    queue.offer([link("/b", "OIT")], parent=SITE + "/", depth=0)
    assert taken(queue) == []


def test_what_is_counted_and_not_queued() -> None:
    queue = frontier(CrawlLimits(url_length=60, max_depth=2))
    queue.offer(
        [
            link("/a.pdf"),
            link("/b.jpg"),
            link("https://other.go.th/"),
            link("/" + "x" * 80),
            link("/print/1"),
            link(""),
        ],
        parent=SITE + "/",
        depth=0,
    )
    queue.offer([link("/deep")], parent=SITE + "/c", depth=2)
    assert len(queue) == 0
    assert queue.documents == {SITE + "/a.pdf"}
    assert dict(queue.off_site) == {"other.go.th": 1}
    assert dict(queue.skipped) == {"too_long": 1, "trap": 1}
    assert len(queue.too_deep) == 1


def test_one_shape_does_not_take_the_whole_budget() -> None:
    queue = frontier()
    queue.offer([link(f"/news/{n}") for n in range(SAME_SHAPE + 50)], parent=SITE + "/", depth=0)
    queue.offer([link("/tag/about", "x")], parent=SITE + "/c", depth=5)
    order = taken(queue)
    assert len(order) == SAME_SHAPE + 51
    assert order.index("/tag/about") == SAME_SHAPE


def test_promising_pages_of_one_shape_keep_their_order() -> None:
    queue = frontier()
    queue.offer([link(f"/doc/{n}", "แผนปฏิบัติราชการ") for n in range(5)], parent=SITE + "/", depth=0)
    assert taken(queue) == [f"/doc/{n}" for n in range(5)]


def test_a_page_that_could_not_be_reached_may_be_tried_under_another_spelling() -> None:
    queue = frontier()
    queue.hosts.add("www.x.go.th")
    queue.offer([link("/a")], parent=SITE + "/", depth=0)
    place = queue.take()
    assert place is not None
    queue.offer([link("https://www.x.go.th/a")], parent=SITE + "/", depth=0)
    assert queue.take() is None
    queue.forget(place)
    queue.offer([link("https://www.x.go.th/a")], parent=SITE + "/", depth=0)
    assert queue.take() is not None


def test_what_is_left_is_counted() -> None:
    queue = frontier()
    queue.offer([link("/a"), link("/b", "ITA")], parent=SITE + "/", depth=0)
    queue.leave()
    assert [skip.url for skip in queue.skips] == [SITE + "/b", SITE + "/a"]
    assert queue.skipped["limit"] == 2


def test_what_was_too_deep_stays_doubtful_until_another_page_speaks_for_it() -> None:
    """Filters upon filters lie deep: taken up again by a nearer way, they are the same filters."""
    links = [link(f"/shop?a={n}&b=1&c=2") for n in range(2)]
    queue = frontier(CrawlLimits(max_depth=1))
    queue.offer(links, parent=SITE, depth=5, doubtful=True)
    queue.offer(links[1:], parent=SITE, depth=5)
    queue.reconsider({queue.key_of(one.url): 1 for one in links})
    places = [place for _ in links if (place := queue.take()) is not None]
    assert {place.url: place.doubtful for place in places} == {links[0].url: True, links[1].url: False}
