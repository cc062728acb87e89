"""Which button, tab or accordion header opens which element of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import cast
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement

from oit_checker.documents.inner_text import inner_text, word_set
from oit_checker.documents.tree import selector
from oit_checker.documents.year_labels import names_only_a_year
from oit_checker.patterns import regex
from oit_checker.thai.text import all_places

_POINTERS = (
    *("data-bs-target", "data-target", "aria-controls", "data-tabs-target"),
    *("data-modal-target", "data-tab", "href"),
)
_POINTING = selector(
    "//*[@data-target or @data-bs-target or @aria-controls or @data-tabs-target or @data-modal-target or @data-tab]"
)
_JUMPING = selector("//a[starts-with(@href, '#')]")
_CALLING = selector("//button[@onclick]")
_POINTS = regex(rb"-(?:target|(?<=data-)tab|(?<=aria-)controls)")
_JUMP = regex(rb"href\s*=\s*[\"']?\s*#[^\"'!>\s]")
_JUMPS = regex(r"#[^\"'!>\s]")
_CALL = regex(rb"<button[^>]*\sonclick")
_WITH_ID = selector("//*[@id]")
_NAMES = cast(Callable[[HtmlElement], list[str]], etree.XPath("//@id", smart_strings=False))
_TAB_CALL = regex(r"\(\s*(?:event|this)\s*,\s*['\"]#?([^'\"]+)['\"]")
_LABELLED = selector("//*[@aria-labelledby]")
_LONGEST_LABEL = 160
_FEW_JUMPS = 8  # each that is looked for in the markup costs a pass over it
_NEAR = 20  # bytes in which `id = "` stands
_BEFORE_A_VALUE = b"\"'= \t\r\n\f"
_WORD = regex(r"[\s_-]+")
_PANES = word_set("tab pane collapse panel tabcontent tabpanel modal accordion")
_PANE_SIGN = regex(rb"tab|pane|collapse|modal|accordion")
_PLAIN_NAME = regex(r"[A-Za-z0-9_-]+")
_IS_ID = regex(rb"\bid\s*=\s*[\"']?\Z")
_START_TAG = regex(rb"<[a-z][a-z0-9-]*(?:\s+[^\s\"'<>=/]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+))?)*\s*")


class Openers:
    """The openers of one page: by the opened element, and by the opener itself."""

    def __init__(self, root: HtmlElement, source: bytes, jumps: Sequence[HtmlElement] | None = None) -> None:
        """jumps are the anchors whose href begins with #, in the order of the page, where they are at hand."""
        self._by_target: dict[HtmlElement, HtmlElement] = {}
        self._target_of: dict[HtmlElement, HtmlElement] = {}
        self._words: dict[HtmlElement, str] = {}
        self._ids: dict[str, HtmlElement] | None = None
        self._id_names: frozenset[str] | None = None
        self._names: set[str | None] | None = None
        self._root = root
        self._source = source
        # Looking for a word costs next to nothing, and most pages cannot have most ways of opening something.
        for opener in _POINTING(root) if _POINTS.search(source) else ():
            self._note(opener)
        leading = _jumping(root, source, jumps)
        for opener in leading:
            if len(leading) > _FEW_JUMPS or not self._is_mere_jump(opener):
                self._note(opener)
        for opener in _CALLING(root) if _CALL.search(source) else ():
            self._note(opener)
        for target in _LABELLED(root) if b"aria-labelledby" in source else ():
            opener = self.by_id(target.get("aria-labelledby"))
            if opener is not None and opener is not target and target not in self._by_target:
                self._join(opener, target)

    def label(self, target: HtmlElement) -> str | None:
        """What the opener of `target` says."""
        opener = self._by_target.get(target)
        return self._said_by(opener) or None if opener is not None else None

    def opener_of(self, target: HtmlElement) -> HtmlElement | None:
        return self._by_target.get(target)

    def target_of(self, opener: HtmlElement) -> HtmlElement | None:
        return self._target_of.get(opener)

    def speaker_for(self, shown: HtmlElement) -> HtmlElement | None:
        """The opener of the nearest element around `shown` that is opened by something."""
        around = (self._by_target[above] for above in shown.iterancestors() if above in self._by_target)
        return next(around, None)

    def opens_something(self, element: HtmlElement) -> bool:
        """Whether `element` is an opener or wraps one: its words then belong to what it opens."""
        if not self._target_of:
            return False
        return any(inner in self._target_of for inner in islice(element.iter(), 6))

    def by_id(self, name: str | None) -> HtmlElement | None:
        """The first element of that id, as browsers read doubled ids."""
        if not name:
            return None
        if self._id_names is None:
            self._id_names = frozenset(_NAMES(self._root))
        if name not in self._id_names:  # as #top, mostly; names alone are read in a fraction of the time
            return None
        if self._ids is None:
            self._ids = {}
            for element in _WITH_ID(self._root):
                self._ids.setdefault(element.get("id") or "", element)
        return self._ids.get(name)

    def is_on_page(self, anchor: str) -> bool:
        """Whether the page has an element of that id, or an <a name> of that name, to jump to."""
        if self._names is None:
            self._names = {found.get("name") for found in self._root.iter("a") if found.get("name")}
        decoded = unquote(anchor)
        return self.by_id(anchor) is not None or self.by_id(decoded) is not None or decoded in self._names

    def _note(self, opener: HtmlElement) -> None:
        for name in _pointed_at(opener):
            target = self.by_id(name)
            if target is None or target is opener:
                continue
            if not _inside(opener, target) and _is_toggle(opener, target, name):
                self._join(opener, target)
            return

    def _is_mere_jump(self, opener: HtmlElement) -> bool:
        """Whether a jump opens nothing whatever it leads to, as far as that is seen without a search for its target.

        On most pages it is the one past the menu, and the search takes a third of the time of parsing the page.
        """
        names = _pointed_at(opener)
        if len(names) != 1 or _says_that_it_opens(opener, names[0]) or _names_a_year(opener):
            return not names
        return not self._may_be_pane(names[0])

    def _may_be_pane(self, name: str) -> bool:
        """Whether the markup has a start tag of that id that may be called a pane; so it is where that is in doubt."""
        if not _PLAIN_NAME.fullmatch(name):
            return True
        source = self._source
        for at in all_places(source, name.lower().encode()):
            if source[at - 1] not in _BEFORE_A_VALUE or not _IS_ID.search(source, max(0, at - _NEAR), at):
                continue
            tag = source[source.rfind(b"<", 0, at) : source.find(b">", at)]
            if _PANE_SIGN.search(tag) or not _START_TAG.fullmatch(tag):
                return True
        return False

    def _join(self, opener: HtmlElement, target: HtmlElement) -> None:
        self._target_of.setdefault(opener, target)
        if target not in self._by_target and self._said_by(opener):
            self._by_target[target] = opener

    def _said_by(self, opener: HtmlElement) -> str:
        if opener not in self._words:
            self._words[opener] = inner_text(opener, _LONGEST_LABEL)
        return self._words[opener]


def _jumping(root: HtmlElement, source: bytes, jumps: Sequence[HtmlElement] | None) -> Sequence[HtmlElement]:
    if jumps is None:
        return _JUMPING(root) if _JUMP.search(source) else ()
    # That one leads somewhere the anchors show at once; that none may, only the markup, in which icons do so too.
    leads = any(_JUMPS.match(jump.get("href") or "") for jump in jumps)
    return jumps if leads or (jumps and _JUMP.search(source)) else ()


def _is_toggle(opener: HtmlElement, target: HtmlElement, name: str) -> bool:
    """Whether the opener shows and hides its target; a mere jump ("ข้ามไปยังเนื้อหา") does so only under a year's name."""
    if _says_that_it_opens(opener, name):
        return True
    words = _WORD.split((target.get("class") or "").lower())
    return not _PANES.isdisjoint(words) or _names_a_year(opener)


def _says_that_it_opens(opener: HtmlElement, name: str) -> bool:
    if opener.get("href") != f"#{name}" or opener.get("role") == "tab":
        return True
    return any(opener.get(key) for key in ("data-toggle", "data-bs-toggle", "aria-controls"))


def _names_a_year(opener: HtmlElement) -> bool:
    return names_only_a_year(inner_text(opener, _LONGEST_LABEL))


def _pointed_at(opener: HtmlElement) -> list[str]:
    names = [value.strip().lstrip("#") for key in _POINTERS if (value := opener.get(key)) and _may_be_id(key, value)]
    call = _TAB_CALL.search(opener.get("onclick") or "")
    return [*names, call[1]] if call else names


def _may_be_id(key: str, value: str) -> bool:
    return len(value) > 1 and (value.startswith("#") or key in {"aria-controls", "data-tab"})


def _inside(element: HtmlElement, container: HtmlElement) -> bool:
    return any(above is container for above in element.iterancestors())
