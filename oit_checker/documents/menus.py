"""Which parts of a page are its menus, page header and page footer."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from oit_checker.documents.inner_text import word_set
from oit_checker.patterns import regex

_MENU_ROLES = frozenset(("navigation", "menubar", "contentinfo", "banner"))
_CONTENT = frozenset(("main", "article", "section", "details"))
_HEADERS = word_set("header site-header main-header top-header masthead colophon topheader")
_TAB_WORDS = word_set("nav-tabs nav-pills tabs tab-list tablist nav-tab nav-justified")
_MENU_ENDS = word_set(
    "menu menus nav navbar navigation navi sidebar footer breadcrumb breadcrumbs topbar topmenu mainmenu "
    "submenu sidemenu leftmenu megamenu offcanvas"
)
_MENU_FURNITURE = word_set(
    "item items inner wrap wrapper container area bar bars widget widgets col cols column columns row top bottom left "
    "right bg main primary secondary default dark light expand lg md sm xl fixed static inverse holder block first "
    "last has children collapse links link list copyright info contact mobile desktop fluid 1 2 3 4 5"
)
_NOT_MENU = word_set(
    "has with no without tab tabs pills content dropdown toggle entry article post card panel accordion"
)
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])|[-_]+")
_MOST_PLAIN_TEXT = 800
_LINKED = frozenset(("a", "button", "option", "form"))


def is_menu(element: HtmlElement) -> bool:
    """Whether `element` itself is a menu, page header or page footer, by tag, role, class or id.

    One that holds a main part, a footer, a document in a frame or much running text is something else, left open or
    misnamed.
    """
    return _is_called_menu(element) and (element.tag == "li" or not _holds_content(element))


def _is_called_menu(element: HtmlElement) -> bool:
    name = element.tag
    if name in {"body", "html", "main"}:
        return False
    if element.get("role") in _MENU_ROLES:
        return True
    if name == "nav":
        return not _holds_tabs(element)
    if name in {"header", "footer"}:
        return not any(above.tag in _CONTENT for above in element.iterancestors())
    classes, own_name = element.get("class"), element.get("id")
    return (classes is not None and _menu_named(classes)) or (own_name is not None and _menu_named(own_name))


def _holds_content(menu: HtmlElement) -> bool:
    if any(inner is not menu for inner in menu.iter("main", "article", "footer", "iframe")):
        return True
    plain = 0
    walker = etree.iterwalk(menu, events=("start",))
    for _, element in walker:
        if element.tag in _LINKED:
            walker.skip_subtree()
        elif (text := element.text) and not text.isspace():
            plain += len(text)
        if (tail := element.tail) and not tail.isspace() and element is not menu:
            plain += len(tail)
        if plain > _MOST_PLAIN_TEXT:
            return True
    return False


def _holds_tabs(nav: HtmlElement) -> bool:
    """Tab bars are often a <nav>, and the years of a list are tabs."""
    return any(_tabs_named(part.get("class")) or part.get("role") == "tablist" for part in islice(nav.iter(), 4))


@lru_cache(maxsize=4096)
def _tabs_named(classes: str | None) -> bool:
    return bool(classes) and not _TAB_WORDS.isdisjoint((classes or "").lower().split())


@lru_cache(maxsize=4096)
def _menu_named(words: str | None) -> bool:
    """Whether a class or id names a menu: "main-menu", "siteFooter"; not "menu-content", "has-sidebar", "nav-tabs"."""
    if _tabs_named(words):
        return False
    for word in (words or "").split():
        if word.lower() in _HEADERS:
            return True
        parts = [part.lower() for part in _CAMEL.split(word) if part]
        if not parts or not _NOT_MENU.isdisjoint(parts):
            continue
        if parts[-1] in _MENU_ENDS or (parts[0] in _MENU_ENDS and _MENU_FURNITURE.issuperset(parts[1:])):
            return True
    return False
