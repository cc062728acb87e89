"""Lists beside the main site: which hosts become the site's own, and which single pages are read."""

from __future__ import annotations

import pytest

from oit_checker.config import CrawlLimits
from oit_checker.model.page import Link
from spiders.elsewhere import MOST_PAGES
from spiders.frontier import Frontier
from spiders.interest import Interest

SITE = "https://www.dep.go.th"


def frontier(limits: CrawlLimits | None = None) -> Frontier:
    made = Frontier({"www.dep.go.th", "dep.go.th"}, limits or CrawlLimits(), Interest([], [], 2569).of_link)
    made.begin(SITE + "/")
    return made


def taken(queue: Frontier) -> list[str]:
    found = []
    while (place := queue.take()) is not None:
        found.append(place.url)
    return found


def link(url: str, text: str, *, in_menu: bool = False) -> Link:
    return Link(url, url, text, in_menu=in_menu)


def test_the_sites_own_ita_subdomain_is_crawled_as_the_site() -> None:
    queue = frontier()
    queue.offer([link("https://ita.dep.go.th/", "การประเมิน ITA")], parent=SITE + "/", depth=0)
    queue.offer([link("https://ita.dep.go.th/9-1", "ข้อมูลพื้นฐาน")], parent="https://ita.dep.go.th/", depth=1)
    assert taken(queue) == ["https://ita.dep.go.th/", "https://ita.dep.go.th/9-1"]
    assert "ita.dep.go.th" in queue.hosts


def test_of_another_host_only_the_page_itself_is_read() -> None:
    queue = frontier()
    queue.offer([link("https://data.other.in.th/oit", "OIT 2569")], parent=SITE + "/", depth=0)
    queue.offer([link("https://data.other.in.th/more", "ITA")], parent="https://data.other.in.th/oit", depth=1)
    assert taken(queue) == ["https://data.other.in.th/oit"]
    assert "data.other.in.th" not in queue.hosts
    assert queue.off_site["data.other.in.th"] == 1


@pytest.mark.parametrize(
    ("url", "text", "depth", "in_menu", "is_read"),
    [
        pytest.param("https://sister.moi.go.th/", "การเปิดเผยข้อมูลสาธารณะ", 3, True, True, id="in a menu"),
        pytest.param("https://sister.moi.go.th/", "การเปิดเผยข้อมูลสาธารณะ", 3, False, False, id="in the text of a page"),
        pytest.param("https://sister.moi.go.th/", "หน่วยงานในสังกัด", 0, False, False, id="other words"),
        pytest.param("https://itas.nacc.go.th/", "ระบบ ITA", 0, False, False, id="the national system"),
        pytest.param("https://www.facebook.com/ita", "ITA ของเรา", 0, False, False, id="a social network"),
        pytest.param("https://files.other.in.th/ita.pdf", "ITA", 0, False, False, id="a document"),
    ],
)
def test_what_is_read_elsewhere(url: str, text: str, depth: int, in_menu: bool, is_read: bool) -> None:
    queue = frontier()
    queue.offer([link(url, text, in_menu=in_menu)], parent=SITE + "/p", depth=depth)
    assert taken(queue) == ([url] if is_read else [])


def test_only_a_few_pages_elsewhere_and_no_more_hosts_than_allowed() -> None:
    queue = frontier(CrawlLimits(max_hosts=1))
    links = [link(f"https://h{number}.in.th/", "ITA") for number in range(9)]
    queue.offer([*links, link("https://oit.dep.go.th/", "OIT")], parent=SITE + "/", depth=0)
    assert len(taken(queue)) == MOST_PAGES
    assert "oit.dep.go.th" not in queue.hosts
