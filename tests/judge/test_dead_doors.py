"""What is shown by nothing but a link counts only where the link opens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.judge import Piece, judge
from oit_checker.model.evidence import ComponentStatus, ItemStatus, Verification
from oit_checker.model.labels import IN_LINK, SAYS_CLOSED
from oit_checker.model.site import AgencyKind
from tests.judge.test_finding import COMPLETED, HOSTS, YEAR, component, item, piece

DOOR = "https://www.example.go.th/queue"
PAGE = "https://www.example.go.th/services"
ASKED = item(component("system"))


def page_with_door(url: str) -> Piece:
    found = piece(asked=ASKED)
    results = tuple(replace(one, snippet=f"จองคิว ({url})", place=IN_LINK) for one in found.evidence.components)
    return replace(found, evidence=replace(found.evidence, components=results))


@pytest.mark.parametrize(
    ("door", "status"),
    [
        pytest.param(
            piece(asked=ASKED, url=DOOR, verification=Verification.SERVER_ERROR), ItemStatus.REVIEW, id="dead"
        ),
        pytest.param(piece(asked=ASKED, url=DOOR, verification=Verification.BLOCKED), ItemStatus.PASS, id="our limit"),
        pytest.param(piece(asked=ASKED, url=DOOR, verification=Verification.DNS_ERROR), ItemStatus.PASS, id="unheard"),
        pytest.param(piece(asked=ASKED, url=DOOR + "s", verification=Verification.GONE), ItemStatus.PASS, id="another"),
    ],
)
def test_a_link_that_is_dead_shows_nothing_for_sure(door: Piece, status: ItemStatus) -> None:
    told = judge(ASKED, [page_with_door(DOOR), door], COMPLETED, year=YEAR, kind=AgencyKind.CENTRAL, hosts=HOSTS)
    assert told.status is status
    assert (told.reason is not None) is (status is ItemStatus.REVIEW)


def test_words_on_the_page_show_it_still() -> None:
    said = piece(asked=ASKED)
    dead = piece(asked=ASKED, url=DOOR, verification=Verification.NOT_FOUND)
    told = judge(ASKED, [said, dead], COMPLETED, year=YEAR, kind=AgencyKind.CENTRAL, hosts=HOSTS)
    assert told.status is ItemStatus.PASS


@pytest.mark.parametrize(
    ("note", "status"),
    [
        pytest.param(f"{SAYS_CLOSED}: “อยู่ระหว่างปรับปรุงระบบ” โปรดเปิดดู", ItemStatus.REVIEW, id="works on the system"),
        pytest.param(None, ItemStatus.PASS, id="open"),
    ],
)
def test_a_link_to_a_page_that_says_it_is_closed_shows_nothing_for_sure(note: str | None, status: ItemStatus) -> None:
    door = piece(asked=ASKED, url=DOOR, system=ComponentStatus.UNREADABLE)
    results = tuple(replace(one, note=note) for one in door.evidence.components)
    door = replace(door, evidence=replace(door.evidence, components=results))
    told = judge(ASKED, [page_with_door(DOOR), door], COMPLETED, year=YEAR, kind=AgencyKind.CENTRAL, hosts=HOSTS)
    assert told.status is status


CODE = item(component("code", in_lists=True))


@pytest.mark.parametrize(
    ("snippet", "verification", "status"),
    [
        pytest.param("ประมวลจริยธรรมพนักงาน", Verification.NOT_FOUND, ItemStatus.REVIEW, id="the text of a dead link"),
        pytest.param("ประมวลจริยธรรมพนักงาน", Verification.BLOCKED, ItemStatus.PASS, id="our limit"),
        pytest.param(
            "ซื่อสัตย์สุจริต ตามประมวลจริยธรรมพนักงาน", Verification.NOT_FOUND, ItemStatus.PASS, id="words on the page"
        ),
    ],
)
def test_the_text_of_a_dead_link_is_not_what_it_names(
    snippet: str, verification: Verification, status: ItemStatus
) -> None:
    page, dead = piece(asked=CODE, url=PAGE), piece(asked=CODE, url=DOOR, verification=verification)
    results = tuple(replace(one, snippet=snippet) for one in page.evidence.components)
    page = replace(page, evidence=replace(page.evidence, components=results))
    dead = replace(dead, evidence=replace(dead.evidence, found_on=PAGE, link_text="ประมวลจริยธรรมพนักงาน", components=()))
    told = judge(CODE, [page, dead], COMPLETED, year=YEAR, kind=AgencyKind.CENTRAL, hosts=HOSTS)
    assert told.status is status


SERVICE = item(component("system", check="link_to", with_={"pages_only": True}))


@pytest.mark.parametrize(
    ("verification", "found_on", "status"),
    [
        pytest.param(Verification.LOGIN_REQUIRED, PAGE, ItemStatus.REVIEW, id="the page leads to a sign-in"),
        pytest.param(Verification.OK, PAGE, ItemStatus.PASS, id="the page leads to something that opens"),
        pytest.param(Verification.LOGIN_REQUIRED, DOOR, ItemStatus.PASS, id="another page does"),
    ],
)
def test_words_name_no_service_whose_only_door_is_for_staff(
    verification: Verification, found_on: str, status: ItemStatus
) -> None:
    said = piece(asked=SERVICE, url=PAGE)
    door = piece(asked=SERVICE, url=DOOR, verification=verification, system=ComponentStatus.NOT_FOUND)
    door = replace(door, evidence=replace(door.evidence, found_on=found_on))
    told = judge(SERVICE, [said, door], COMPLETED, year=YEAR, kind=AgencyKind.CENTRAL, hosts=HOSTS)
    assert told.status is status


@pytest.mark.parametrize(
    ("leads_to", "verification", "status"),
    [
        pytest.param((DOOR,), Verification.NOT_FOUND, ItemStatus.UNREACHABLE, id="to nothing that opens"),
        pytest.param((DOOR, PAGE), Verification.NOT_FOUND, ItemStatus.PASS, id="to something else as well"),
        pytest.param((DOOR,), Verification.BLOCKED, ItemStatus.PASS, id="to what only we cannot open"),
        pytest.param((), Verification.NOT_FOUND, ItemStatus.PASS, id="it shows something itself"),
    ],
)
def test_a_page_that_only_leads_to_dead_addresses_is_no_evidence(
    leads_to: tuple[str, ...], verification: Verification, status: ItemStatus
) -> None:
    card = replace(piece(asked=ASKED, url="https://www.example.go.th/ita/17"), leads_to=leads_to)
    dead = piece(asked=ASKED, url=DOOR, verification=verification)
    told = judge(ASKED, [card, dead], COMPLETED, year=YEAR, kind=AgencyKind.CENTRAL, hosts=HOSTS)
    assert told.status is status
