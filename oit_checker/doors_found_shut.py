"""An online service behind a door that the crawl found shut: its page is gone, or says that the service is closed.

Only pages of the site itself are known from the crawl; nothing is asked of the network here. A page may have other
doors, which are tried in turn; where none is left but words that name the service, a person is told what was shut.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from oit_checker.judge import Piece
from oit_checker.judge.doors import closed_notice, door_of
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import ComponentResult, ComponentStatus, ItemStatus
from oit_checker.model.labels import IN_LINK, IN_PAGE
from oit_checker.model.page import Page, PageKind
from oit_checker.snapshot import Snapshot

_MOST = 8  # doors of one page that are tried
_GONE = frozenset((404, 410))
_TOLD = frozenset((ItemStatus.PASS, ItemStatus.INCOMPLETE))


def through_open_doors(
    item: Item, page: Page | None, snapshot: Snapshot, appraise: Callable[[Page | None], Piece]
) -> Piece:
    """What the page is worth, its links to shut doors left out."""
    first = piece = appraise(page)
    doors = {one.id for one in item.components if one.check == "link_to" and one.with_.get("pages_only")}
    if page is None or page.kind is not PageKind.HTML or not doors:
        return piece
    why: dict[str, str] = {}
    for _ in range(_MOST):
        shut = {url: said for url in _doors(piece, doors) if (said := _why_shut(url, snapshot)) is not None}
        links = tuple(link for link in page.links if link.url not in shut)
        if len(links) == len(page.links):
            break
        why |= shut
        page = replace(page, links=links)
        piece = appraise(page)
    return _told(piece, first, why) if why else piece


def _doors(piece: Piece, doors: set[str]) -> list[str]:
    """The addresses of the links that show a service."""
    return [door[1] for one in piece.evidence.components if one.id in doors and (door := door_of(one)) is not None]


def _why_shut(url: str, snapshot: Snapshot) -> str | None:
    """A Thai sentence that says why nobody is served at a page of the site; None where somebody may be."""
    record = snapshot.page_shown(url) or snapshot.page(url)
    if record is None:
        return None
    if record.fetched.http_status in _GONE:
        return "ปลายทางของลิงก์เปิดไม่ได้ จึงยืนยันไม่ได้ว่ามีให้ใช้"
    notice = closed_notice(snapshot, record)
    return (
        f"ปลายทางของลิงก์บอกว่าปิดหรือยังไม่พร้อมให้บริการ: “{notice}” โปรดเปิดดูว่าใช้งานได้แล้วหรือไม่" if notice is not None else None
    )


def _told(piece: Piece, first: Piece, why: dict[str, str]) -> Piece:
    """The piece, in which what only a shut door showed is left to a person, with the door."""
    before = {one.id: one for one in first.evidence.components}
    told = tuple(_left_open(one, before.get(one.id), why) for one in piece.evidence.components)
    lacks = any(one.status is ComponentStatus.NOT_FOUND for one in told)
    is_open = piece.evidence.status in _TOLD and told != piece.evidence.components and not lacks
    status = ItemStatus.REVIEW if is_open else piece.evidence.status
    return replace(piece, evidence=replace(piece.evidence, components=told, status=status), leads_to=first.leads_to)


def _left_open(result: ComponentResult, before: ComponentResult | None, why: dict[str, str]) -> ComponentResult:
    door = door_of(before) if before is not None else None
    is_shown = result.status is ComponentStatus.FOUND and result.place in {IN_LINK, IN_PAGE}
    if before is None or door is None or door[1] not in why or is_shown:
        return result
    return replace(before, status=ComponentStatus.UNREADABLE, note=why[door[1]])
