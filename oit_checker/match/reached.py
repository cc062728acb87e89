"""Whether visitors reach a page from the home page: told by the links of the crawl, and not by the page's own words."""

from __future__ import annotations

from dataclasses import replace

from oit_checker.match.candidates import SiteMap
from oit_checker.match.offer import Offer
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import ComponentResult, ComponentStatus, Evidence
from oit_checker.thai.text import squeeze

AT_HOME, IN_MENU = "ลิงก์ในหน้าแรก", "เมนูของเว็บไซต์"
_IN_MENUS = 3  # pages whose menu offers it, from which it is the site's


def reached(item: Item, evidence: Evidence, site: SiteMap) -> Evidence:
    """The evidence, with the components shown that ask for a link from the home page or from the site's menu.

    A page that shows nothing else of the item is no evidence for being in the menu. Where neither offers the page, what
    its words say stands: the way there may be short all the same.
    """
    asked = {component.id for component in item.components if component.from_home}
    shows = any(one.status is ComponentStatus.FOUND and one.id not in asked for one in evidence.components)
    way = _way_to(evidence, site) if asked and shows else None
    if way is None:
        return evidence
    text, place = way

    def shown(result: ComponentResult) -> ComponentResult:
        if result.id not in asked:
            return result
        return replace(result, status=ComponentStatus.FOUND, snippet=text, place=place, note=None)

    return replace(evidence, components=tuple(map(shown, evidence.components)))


def _way_to(evidence: Evidence, site: SiteMap) -> tuple[str, str] | None:
    """The words of a link to the page on the home page, or in the menu of several pages, and where it stands."""
    urls = dict.fromkeys((evidence.url, evidence.final_url))
    offers: list[Offer] = [offer for url in urls for offer in site.offers.get(url, ())]
    at_home = next((offer for offer in offers if offer.found_on == site.home), None)
    if at_home is not None:
        return squeeze(at_home.text) or at_home.url, IN_MENU if at_home.in_menu else AT_HOME
    in_menus = [offer for offer in offers if offer.in_menu]
    if len({offer.found_on for offer in in_menus}) < _IN_MENUS:
        return None
    return squeeze(in_menus[0].text) or in_menus[0].url, IN_MENU
