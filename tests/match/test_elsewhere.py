"""Whose a list on another host is, and what is said where it was not read."""

from __future__ import annotations

import pytest

from oit_checker.match.candidates import SiteMap
from oit_checker.match.elsewhere import is_of_agency, unread_list, why_unread
from oit_checker.match.offer import Offer
from oit_checker.model.page import Link, Page, PageKind, Passage

HOME, HOSTS = "https://www.dep.go.th/", ("www.dep.go.th", "dep.go.th")
LIST = "https://data.other.in.th/oit"


def page(text: str, *links: str) -> Page:
    return Page(LIST, PageKind.HTML, "รายการเปิดเผยข้อมูล", (Passage(text),), links=tuple(Link(u, u, "x") for u in links))


@pytest.mark.parametrize(
    ("seen", "is_own"),
    [
        pytest.param(page("รายการของกรมน้ำพุร้อน"), True, id="names the agency"),
        pytest.param(page("รายการ", HOME + "about"), True, id="leads back to its website"),
        pytest.param(page("รายการของกรมลมหนาว", "https://data.other.in.th/1"), False, id="another agency's"),
    ],
)
def test_whose_list(seen: Page, is_own: bool) -> None:
    assert is_of_agency(seen, ("กรมน้ำพุร้อน",), HOSTS) is is_own


def site(text: str, *, lists: set[str] | None = None, found_on: str = HOME) -> SiteMap:
    offers = {LIST: [Offer(Link(LIST, LIST, text), found_on)]}
    return SiteMap(HOME, HOSTS, offers, {}, lambda url: (url,), lists=lists or set())


def test_a_list_that_was_not_read_is_told_with_its_address_and_the_option() -> None:
    found = unread_list(site("การเปิดเผยข้อมูลสาธารณะ (OIT)"))
    assert found is not None
    assert LIST in why_unread(found)
    assert "--host data.other.in.th" in why_unread(found)


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(site("OIT", lists={LIST}), id="it was read"),
        pytest.param(site("หน่วยงานในสังกัด"), id="other words"),
        pytest.param(site("OIT", found_on=HOME + "news"), id="in the text of a page"),
    ],
)
def test_nothing_to_tell(seen: SiteMap) -> None:
    assert unread_list(seen) is None
