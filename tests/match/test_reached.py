"""A link on the home page or in the site's menu is the way to a page, whatever the page says of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.match.candidates import SiteMap
from oit_checker.match.offer import Offer
from oit_checker.match.reached import reached
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Link
from tests.judge.test_finding import component, item, piece

HOME = "https://www.example.go.th/"
PAGE = f"{HOME}whistle"
ASKED: Item = item(component("online"), component("reachable", required=False, from_home=True))


def link(in_menu: bool) -> Link:
    return Link(PAGE, "/whistle", "แจ้งเบาะแสทุจริต", in_menu=in_menu)


def site(*found_on: str, in_menu: bool = False) -> SiteMap:
    offers = [Offer(link(in_menu), f"{HOME}{name}") for name in found_on]
    return SiteMap(HOME, ("www.example.go.th",), {PAGE: offers}, {}, lambda url: (HOME, url))


@pytest.mark.parametrize(
    ("offered", "online", "expected"),
    [
        pytest.param(site(""), "found", "found", id="on the home page"),
        pytest.param(site("", in_menu=True), "found", "found", id="in its menu"),
        pytest.param(site("a", "b", "c", in_menu=True), "found", "found", id="in the menu of each page"),
        pytest.param(site("a", "b", "c"), "found", "not_found", id="in the text of other pages"),
        pytest.param(site("ita"), "found", "not_found", id="on the ITA page alone"),
        pytest.param(site(""), "not_found", "not_found", id="another page of the menu is no evidence"),
    ],
)
def test_reached(offered: SiteMap, online: str, expected: str) -> None:
    results = {"online": ComponentStatus(online), "reachable": ComponentStatus.NOT_FOUND}
    evidence = replace(piece(None, asked=ASKED, url=PAGE, **results).evidence, final_url=PAGE)
    seen = {one.id: one for one in reached(ASKED, evidence, offered).components}
    assert [one.status.value for one in seen.values()] == [online, expected]
    assert (seen["reachable"].snippet == "แจ้งเบาะแสทุจริต") is (expected == "found")
