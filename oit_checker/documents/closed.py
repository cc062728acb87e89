"""Which parts of a web page are not shown as it opens, and whether something on the page opens them.

Tabs of years, accordions, pop-ups and menus that unfold are hidden and shown with a click: what they hold is disclosed.
What is hidden and has nothing that opens it is not; where a script that we do not know may, a person has to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from oit_checker.documents.blanked import FAINT, FAR_OUT, STRUCK, style_of
from oit_checker.documents.inner_text import inner_text, word_set
from oit_checker.documents.openers import Openers
from oit_checker.documents.scripted import may_be_scripted
from oit_checker.documents.tree import selector
from oit_checker.patterns import regex

_SIDES = ("left", "top", "right", "bottom")
_STYLES = regex(rb"<style\b([^>]*)>(.*?)</style", re.IGNORECASE | re.DOTALL)
_NOSCRIPT = regex(rb"<noscript\b.*?</noscript\s*>", re.IGNORECASE | re.DOTALL)
_OF_PAPER = regex(rb"media\s*=\s*[\"']?\s*print", re.IGNORECASE)
_REMARK = regex(r"/\*.*?\*/", re.DOTALL)
_CONDITION = regex(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = regex(r"([^{}]+)\{([^{}]*)\}")
_NO_DISPLAY = regex(r"display\s*:\s*none|visibility\s*:\s*hidden")
_DISPLAY = regex(r"display\s*:\s*(?!none)|visibility\s*:\s*visible")
_ONE_NAME = regex(r"[\w-]*[.#]([\w-]+)\Z")
_PANES = word_set(
    "tab tabs pane panes panel panels collapse collapsible accordion accordian toggle toggles tabcontent tabpanel "
    "modal popup dropdown submenu treeview slide slides answer answers faq expand expandable"
)
_PANE_ROLES = frozenset(("tabpanel", "dialog", "region"))
# Effects that hide an element until the reader has scrolled to it.
_COMES_IN = word_set("wow animated animate aos elementor-invisible lazy lazyload reveal scroll fade fadein")
_SPLIT = regex(r"[\s_-]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
_SHOWS = regex(r"show|toggle|fade|slide|display|block|hidden|visib|open|active|class", re.IGNORECASE)
_BEFORE, _AFTER = 60, 120  # letters of a script around a name in which it says what becomes of it
_CLICKED = ("onclick", "aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle", "ng-click", "@click")
_MOST_ASKED = 2000
_MOST_NAMES = 100
_LONGEST_HEAD = 200
# By the attributes themselves, as in `blanked`; for classes and ids, which most elements have, that gains nothing.
_STYLED_OR_HIDDEN = selector("/html/body//*/@style/.. | /html/body//*/@hidden/..")
_NEVER_ASKED = frozenset(("input", "script", "a"))
_MAY_BE_HIDDEN = selector(
    "/html/body//*[@style or @hidden or @class or @id][not(self::input or self::script or self::a)]"
)


class Closed(NamedTuple):
    """Elements that are not shown as the page opens: lost that nothing can open, in doubt that a script may."""

    lost: tuple[HtmlElement, ...] = ()
    in_doubt: frozenset[HtmlElement] = frozenset()


def closed_parts(root: HtmlElement, markup: bytes) -> Closed:
    """The outermost elements of a page that no reader sees, so far as the page itself tells; markup is its UTF-8."""
    marked = _STYLED_OR_HIDDEN(root)
    faint = [part for part in (*marked, *root.iter(*STRUCK, "font")) if part.get(FAINT) is not None]
    page = _Page(root, markup)
    parts = page.hidden(marked)
    if not parts:
        return Closed(in_doubt=frozenset(faint))
    folded = _folded(parts)
    hidden = list(_outermost(part for part in parts if part not in folded and not page.is_opened(part)))
    if may_be_scripted(markup):
        return Closed(in_doubt=frozenset((*faint, *hidden)))
    by_itself = [part for part in hidden if page.hides_itself(part)]
    return Closed(tuple(by_itself), frozenset((*faint, *hidden)) - frozenset(by_itself))


def _outermost(parts: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """Those that stand in none of the others; parts are in the order of the page."""
    seen: set[HtmlElement] = set()
    for part in parts:
        if not any(above in seen for above in part.iterancestors()):
            seen.add(part)
            yield part


def _folded(hidden: Sequence[HtmlElement]) -> frozenset[HtmlElement]:
    """Parts of an accordion: several of one class, each right below a short heading of its own that is shown."""
    by_class: dict[tuple[str, str | None], list[HtmlElement]] = {}
    among = set(hidden)
    for part in hidden:
        head = part.getprevious()
        if head is not None and head not in among and 0 < len(inner_text(head, _LONGEST_HEAD)) < _LONGEST_HEAD:
            by_class.setdefault((part.get("class") or "", head.get("class")), []).append(part)
    several = (parts for (kind, _), parts in by_class.items() if kind and len(parts) > 1)
    return frozenset(part for parts in several for part in parts)


class _Page:
    """What the page tells of hiding and showing."""

    def __init__(self, root: HtmlElement, markup: bytes) -> None:
        self._root = root
        self._source = markup
        self._small = small = markup.lower()
        self._none, self._shown = _hiding_names(markup) if b"<style" in small else (frozenset[str](), frozenset[str]())
        self._named: dict[str, bool] = {}

    @cached_property
    def _openers(self) -> Openers:
        return Openers(self._root, self._small)

    @cached_property
    def _markup(self) -> str:
        return self._source.decode("utf-8", "replace")

    def hidden(self, marked: Iterable[HtmlElement]) -> list[HtmlElement]:
        """What is hidden and says something, in the order of the page; marked are the elements with such attributes."""
        asked = _MAY_BE_HIDDEN(self._root) if self._none else (part for part in marked if part.tag not in _NEVER_ASKED)
        found = (part for part in asked if self.is_hidden(part) and _says_something(part))
        return list(islice(found, _MOST_ASKED))

    def is_hidden(self, part: HtmlElement) -> bool:
        return self.hides_itself(part) or any(name in self._none for name in _names(part))

    def hides_itself(self, part: HtmlElement) -> bool:
        """Whether its own attributes hide it."""
        if part.get("hidden") is not None:
            return bool(part.get("hidden") != "until-found")
        style = style_of(part)
        if not style:
            return False
        if style.get("display") == "none" or style.get("visibility") in {"hidden", "collapse"}:
            return True
        is_placed = style.get("position") in {"absolute", "fixed"}
        return is_placed and any(FAR_OUT.match(style.get(side, "")) for side in _SIDES)

    def is_opened(self, part: HtmlElement) -> bool:
        """Whether a tab, button, header or rule of the page opens it, or it is of a kind that is there to be opened."""
        names = _names(part)
        words = {word.lower() for name in names for word in _SPLIT.split(name)}
        if not words.isdisjoint(_PANES | _COMES_IN) or part.get("data-aos") is not None:
            return True
        if part.get("role") in _PANE_ROLES or part.tag in {"dialog", "details"} or _frames_the_page(part):
            return True
        if self._openers.opener_of(part) is not None or any(name in self._shown for name in names):
            return True
        is_named = any(self._is_named(name) for name in names if len(name) > 1)
        return is_named or _follows_an_opener(part) or self._is_one_of_several(part)

    def _is_one_of_several(self, part: HtmlElement) -> bool:
        """Whether a neighbour of the same class is shown, as of slides, pages of a list and panels of years."""
        above, kind = part.getparent(), part.get("class")
        if above is None or not kind:
            return False
        alike = (other for other in above if other.tag == part.tag and other.get("class") == kind)
        return any(not self.is_hidden(other) for other in alike)

    def _is_named(self, name: str) -> bool:
        """Whether a script or an attribute names it beside a word for showing."""
        if name not in self._named:
            self._named[name] = len(self._named) < _MOST_NAMES and self._shows(name)
        return self._named[name]

    def _shows(self, name: str) -> bool:
        named = re.compile(rf"['\"#.(]\s*#?{re.escape(name)}\s*['\")]")
        for found in named.finditer(self._markup):
            before = self._markup[max(0, found.start() - _BEFORE) : found.start()]
            if re.search(r"\b(?:id|class|name)\s*=\s*\Z", before):
                continue
            after = self._markup[found.end() : found.end() + _AFTER]
            if _SHOWS.search(before) or _SHOWS.search(after):
                return True
        return False


def _says_something(part: HtmlElement) -> bool:
    return bool(inner_text(part, 1)) or any(image.get("alt") for image in part.iter("img"))


def _names(part: HtmlElement) -> tuple[str, ...]:
    """The classes and the id of an element, as a stylesheet calls them."""
    name = part.get("id")
    return (*(part.get("class") or "").split(), *((name,) if name else ()))


def _hiding_names(markup: bytes) -> tuple[frozenset[str], frozenset[str]]:
    """The classes and ids that the page's own styles hide, and those that they show in some state or on some screen."""
    none, shown = set[str](), set[str]()
    for attributes, body in _STYLES.findall(_NOSCRIPT.sub(b"", markup)):
        if _OF_PAPER.search(attributes):
            continue
        text = _REMARK.sub("", body.decode("utf-8", "replace"))
        for selectors, said in _RULE.findall(_CONDITION.sub("", text)):
            if _NO_DISPLAY.search(said.lower()):
                singles = (_ONE_NAME.match(one.strip()) for one in selectors.split(","))
                none.update(single[1] for single in singles if single is not None)
        for selectors, said in _RULE.findall(text):
            if _DISPLAY.search(said.lower()):
                shown.update(re.findall(r"[.#]([\w-]+)", selectors))
    return frozenset(none), frozenset(shown)


def _frames_the_page(part: HtmlElement) -> bool:
    """Whether menu and content of the page stand in it: it waits for the page to be loaded, behind a loading sign."""
    return next(part.iter("main", "header", "footer", "nav"), None) is not None


def _follows_an_opener(part: HtmlElement) -> bool:
    """Whether what stands right before it, or begins what it stands in, is there to be clicked."""
    before = part.getprevious()
    if before is None:
        return False
    if _is_clicked(before):
        return True
    inside = list(before.iterdescendants())[:4]
    return any(isinstance(inner.tag, str) and _is_clicked(inner) for inner in inside)


def _is_clicked(element: HtmlElement) -> bool:
    if element.tag in {"button", "summary"} or element.get("role") in {"button", "tab"}:
        return True
    if any(element.get(name) is not None for name in _CLICKED) or "pointer" in style_of(element).get("cursor", ""):
        return True
    href = element.get("href") if element.tag == "a" else None
    return href is not None and href.strip().lower().startswith(("#", "javascript:"))
