"""A map shows where an agency is, and nothing else: it is offered for what asks for maps, whatever stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from oit_checker.model.checklist import Item
from oit_checker.networks import is_map_address


def asked_of(url: str, items: Mapping[str, Item]) -> Mapping[str, Item]:
    """The items for which what stands at an address can be evidence."""
    if not is_map_address(url):
        return items
    return {code: item for code, item in items.items() if _asks_for(item, url.lower())}


def _asks_for(item: Item, address: str) -> bool:
    hosts = [one.with_.get("hosts", ()) for one in item.components]
    return any(str(host).lower() in address for named in hosts if isinstance(named, (list, tuple)) for host in named)
