"""A map that only we could not open leaves the map in doubt, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.judge import Piece, Situation, judge
from oit_checker.judge.maps import is_map
from oit_checker.model.checklist import Basis, EvidenceYear, Item
from oit_checker.model.evidence import ComponentStatus, Finding, ItemStatus, Verification
from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear
from tests.judge.test_finding import component, item, piece

MAP = "https://maps.app.goo.gl/abc"
HOSTS = {"check": "link_to", "with": {"hosts": ["maps.app.goo.gl", "google.com/maps"]}}
CHATS = {"check": "link_to", "with": {"hosts": ["//m.me/"]}}
CONTACT: Item = item(component("map", Basis.ONE_SOURCE, **HOSTS), component("inquiry"), year=EvidenceYear.ANY)


def shown(**results: ComponentStatus) -> Piece:
    return piece(None, asked=CONTACT, url="https://www.example.go.th/contact", **results)


def unseen(url: str) -> Piece:
    closed = piece(None, Verification.NOT_CHECKED, asked=CONTACT, url=url)
    return replace(closed, unseen=f"ติดต่อ {url} ไม่ได้")


def judged(*pieces: Piece) -> Finding:
    return judge(CONTACT, pieces, Situation("completed"), year=FiscalYear(2569), kind=AgencyKind.CENTRAL, hosts=())


N = ComponentStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("url", "lacks", "expected"),
    [
        pytest.param(MAP, "inquiry", ItemStatus.INCOMPLETE, id="a map answers no questions"),
        pytest.param(MAP, "map", ItemStatus.REVIEW, id="it may be the map"),
        pytest.param("https://forms.gle/abc", "inquiry", ItemStatus.REVIEW, id="a form may"),
        pytest.param("https://goo.gl/abc", "inquiry", ItemStatus.REVIEW, id="a short link may lead anywhere"),
    ],
)
def test_a_map_that_was_not_seen_leaves_the_map_open_alone(url: str, lacks: str, expected: ItemStatus) -> None:
    finding = judged(shown(**{lacks: N}), unseen(url))
    assert finding.status is expected
    assert finding.reason is None or url in finding.reason


def test_a_chat_that_was_not_seen_tells_no_address() -> None:
    asked = item(component("address"), component("inquiry", **CHATS), year=EvidenceYear.ANY)
    chat = replace(piece(None, Verification.NOT_CHECKED, asked=asked, url="https://m.me/example"), unseen="ติดต่อไม่ได้")
    for lacks, expected in (("address", ItemStatus.INCOMPLETE), ("inquiry", ItemStatus.REVIEW)):
        page = piece(None, asked=asked, url="https://www.example.go.th/contact", **{lacks: N})
        finding = judge(
            asked, (page, chat), Situation("completed"), year=FiscalYear(2569), kind=AgencyKind.CENTRAL, hosts=()
        )
        assert finding.status is expected


def test_where_nothing_opened_a_person_must_look() -> None:
    finding = judged(unseen(MAP))
    assert finding.status is ItemStatus.REVIEW
    assert MAP in (finding.reason or "")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (MAP, True),
        ("https://www.google.co.th/maps/place/x", True),
        ("https://goo.gl/maps/abc", True),
        ("https://www.google.com/mapsx", False),
        ("https://docs.google.com/forms/d/x", False),
        ("https://www.example.go.th/maps", False),
        ("https://maps.example.go.th/contact", False),
    ],
)
def test_only_a_map_service_can_only_be_a_map(url: str, expected: bool) -> None:
    assert is_map(unseen(url).evidence) is expected
