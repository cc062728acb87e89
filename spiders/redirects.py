"""Whether a redirect is followed. Inside the site it is, once; what leads out is recorded and left to verification."""

from __future__ import annotations

from enum import StrEnum

from oit_checker.urls import host_of, is_document
from spiders.frontier import Frontier
from spiders.home import Home
from spiders.hosts import Ask
from spiders.traps import trap

MAX_HOPS = 10


class Way(StrEnum):
    FOLLOW = "follow"
    RECORD = "record"
    """It leads out, to a document, or to a page that is known already."""
    LOOP = "loop"
    INVALID = "invalid"
    FORBIDDEN = "forbidden"
    """It leads to an address that only a machine inside a network could reach."""


def way(ask: Ask, target: str | None, frontier: Frontier, home: Home) -> Way:
    """Judge a redirect from `ask.url` to `target`; a page to follow is marked as visited."""
    if target is None:
        return Way.INVALID
    if target == ask.url or target in ask.hops or len(ask.hops) >= MAX_HOPS:
        return Way.LOOP
    if not home.may_go_to(target):
        return Way.FORBIDDEN
    if ask.is_home:
        is_taken = home.adopt(target)
        frontier.visit(target)
        return Way.FOLLOW if is_taken else Way.INVALID
    return Way.FOLLOW if _is_new_page(ask, target, frontier) else Way.RECORD


def _is_new_page(ask: Ask, target: str, frontier: Frontier) -> bool:
    if host_of(target) not in frontier.hosts:
        frontier.off_site[host_of(target)] += 1
        return False
    if is_document(target):
        frontier.documents.add(target)
        return False
    if frontier.is_too_long(target):
        frontier.skip(target, "too_long", ask.url)
        return False
    return trap(target) is None and (frontier.key_of(target) == ask.place.key or frontier.visit(target))
