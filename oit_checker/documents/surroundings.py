"""Where on a page a link stands: under which heading and year, in which row, in a menu or not.

Nothing is worked out before it is asked for, and nothing twice: most links of most pages were seen before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from oit_checker.documents.inner_text import inner_text, shows_words, tidy, word_set
from oit_checker.documents.link_forms import FRAMES
from oit_checker.documents.menus import is_menu
from oit_checker.documents.openers import Openers
from oit_checker.documents.year_labels import is_about_a_year, is_year_line, names_only_a_year

LONGEST_ROW = 300
_LONGEST_HEADING = 200
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6 summary dt caption legend th")
_BOLD = frozenset(("b", "strong"))
_HEADING_LIKE = _HEADINGS | _BOLD | {"button"}
_WRAPPERS = word_set("p div span center font header section td tr table tbody u article big em")
_HEADING_WORDS = word_set(
    "card-title card-header panel-title panel-heading accordion-header accordion-title accordion-button modal-title "
    "section-title section-heading page-title entry-title block-title widget-title box-title elementor-tab-title "
    "elementor-heading-title vc_tta-panel-title title heading head-title topic headline collapsible"
)
_ROW_WORDS = word_set("card list-group-item media list-item accordion-body item-row row-item")
_PANELS = frozenset(("div", "ul", "ol", "section", "table", "p", "dl"))
_MOST_INSIDE = 14
_MENU_LINKS = 5  # in a row around a frame: more than a row of a table offers beside what it shows
_MOST_LABELS = 40


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A heading-like text above a link; what stands above it in turn is looked up from `onward`."""

    text: str
    onward: HtmlElement


class Surroundings:
    """The surroundings of the links of one page; `source` is its markup in lower case, to tell what it cannot have."""

    def __init__(self, root: HtmlElement, source: bytes, jumps: Sequence[HtmlElement] | None = None) -> None:
        self.openers = Openers(root, source, jumps)
        self._above: dict[HtmlElement, Label | None] = {}
        self._menu: dict[HtmlElement, bool] = {}
        self._rows: dict[HtmlElement, str] = {}
        self._is_row_known: dict[HtmlElement, bool] = {}
        self._years: dict[Label, str | None] = {}

    def heading(self, element: HtmlElement) -> str | None:
        """The nearest heading, bold line, summary or opener whose scope holds `element`."""
        label = self._label_above(element)
        return label.text if label is not None else None

    def year_block(self, element: HtmlElement) -> str | None:
        """The label that puts `element` under a year: one that says little else, else a short heading of one year."""
        nearest = self._label_above(element)
        if nearest is None:
            return None
        if nearest not in self._years:
            self._years[nearest] = _year_of(self._labels_from(nearest))
        return self._years[nearest]

    def row(self, element: HtmlElement, said: str) -> str | None:
        """The text of the table row, list item, card or paragraph around `element`, where it says more than `said`."""
        inner, is_alone = element, _says_no_more(element, said)
        for above in islice(element.iterancestors(), 12):
            if above.tag == "body":
                return None
            # Every second row is the entry of a menu, with its link and nothing else to be read in it.
            inner, is_alone = above, is_alone and _holds_only(above, inner)
            if not is_alone and self._is_row(above) and not (element.tag in FRAMES and _holds_a_menu(above)):
                text = self._row_text(above)
                if text and text != said:
                    return text
        return None

    def in_menu(self, element: HtmlElement) -> bool:
        """Whether `element` stands in nav, header or footer, or in an element that is called so."""
        trail: list[HtmlElement] = []
        answer = False
        for above in element.iterancestors():
            known = self._menu.get(above)
            if known is not None:
                answer = known
                break
            trail.append(above)
            if is_menu(above):
                answer = True
                break
        for above in trail:
            self._menu[above] = answer
        return answer

    def _labels_from(self, label: Label) -> Iterator[str]:
        following: Label | None = label
        for _ in range(_MOST_LABELS):
            if following is None:
                return
            yield following.text
            following = self._label_above(following.onward)

    def _is_row(self, element: HtmlElement) -> bool:
        """Worked out once per element: a line of a table may hold thousands of links."""
        known = self._is_row_known.get(element)
        if known is None:
            known = self._is_row_known[element] = _is_row(element)
        return known

    def _row_text(self, row: HtmlElement) -> str:
        text = self._rows.get(row)
        if text is None:
            text = self._rows[row] = inner_text(row, LONGEST_ROW)
        return text

    def _label_above(self, element: HtmlElement) -> Label | None:
        """The nearest label before `element`, looking back over siblings, then up, and back again."""
        trail: list[HtmlElement] = []
        found: Label | None = None
        here: HtmlElement | None = element
        while here is not None:
            if here in self._above:
                found = self._above[here]
                break
            trail.append(here)
            previous = here.getprevious()
            if previous is not None:
                found = self._label_of(previous)
                here = previous
            else:
                here = here.getparent()
                found = self._opener_label(here) if here is not None else None
            if found is not None:
                break
        for passed in trail:
            self._above[passed] = found
        return found

    def _opener_label(self, opened: HtmlElement) -> Label | None:
        text = self.openers.label(opened)
        opener = self.openers.opener_of(opened)
        if text is None or opener is None:
            return None
        return Label(text, opener if _is_modal(opened) else opened)

    def _label_of(self, element: HtmlElement) -> Label | None:
        name = element.tag
        if name in _HEADINGS:
            text = inner_text(element, _LONGEST_HEADING)
        elif name in _BOLD:
            text = _bold_line(element)
        elif name == "button":
            text = inner_text(element, _LONGEST_HEADING) if _is_accordion_button(element) else ""
        elif name in _WRAPPERS or (name == "a" and not element.get("href")):
            text = _wrapped_heading(element)
        else:
            return None
        if not shows_words(text) or self.openers.opens_something(element):
            return None
        return Label(text, element)


def _year_of(labels: Iterator[str]) -> str | None:
    loose: str | None = None
    for label in labels:
        if names_only_a_year(label):
            return label
        if loose is None and is_about_a_year(label):
            loose = label
    return loose


def _bold_line(element: HtmlElement) -> str:
    """A bold run that begins a line, with the rest of that line: "<b>O1</b> โครงสร้าง<br>"."""
    before = element.getprevious()
    if before is None:
        parent = element.getparent()
        starts = parent is None or not (parent.text or "").strip()
    else:
        starts = not (before.tail or "").strip()
    if not starts:
        return ""
    return inner_text(element, _LONGEST_HEADING) + (" " + " ".join((element.tail or "").split())).rstrip()[:120]


def _wrapped_heading(element: HtmlElement) -> str:
    """The heading that a small wrapper holds and nothing else; "" for any other element."""
    if len(element) >= _MOST_INSIDE:  # a whole list; asked first, as its parts take the time
        return ""
    inside = list(islice(element.iter(), _MOST_INSIDE + 1))
    if len(inside) > _MOST_INSIDE:
        return ""
    tags = [part.tag for part in inside]
    if _named(element.get("class")) and tags.count("a") < 2:
        return inner_text(element, _LONGEST_HEADING)
    if _HEADING_LIKE.isdisjoint(tags):  # most are words without more, or a link among words
        is_linked = "a" in tags and any(part.get("href") for part in element.iter("a"))
        return "" if is_linked else _year_line(element)
    linked = sum(1 for part in inside if part.tag == "a" and part.get("href"))
    headings = [part for part in inside[1:] if part.tag in _HEADINGS]
    buttons = [part for part in inside[1:] if part.tag == "button"]
    if headings and headings[-1].tag != "th":
        within = sum(1 for _ in headings[-1].iter("a"))
        return inner_text(headings[-1], _LONGEST_HEADING) if linked <= within else ""
    if linked or len(headings) + len(buttons) > 1:
        return ""
    text = inner_text(element, _LONGEST_HEADING)
    bold = [part for part in inside if part.tag in _BOLD or part.tag == "th" or part in buttons]
    if bold and len(inner_text(bold[0])) >= 0.9 * len(text):
        return text
    return _year_line(element)


def _year_line(element: HtmlElement) -> str:
    text = inner_text(element, _LONGEST_HEADING)
    return text if is_year_line(text) else ""


def _is_accordion_button(button: HtmlElement) -> bool:
    """A button that opens what follows it; one of a row of buttons, or one that sends a form, does not."""
    before, after = button.getprevious(), button.getnext()
    beside = {near.tag for near in (before, after) if near is not None}
    return button.get("type") != "submit" and "button" not in beside and after is not None and after.tag in _PANELS


@lru_cache(maxsize=4096)
def _named(classes: str | None) -> bool:
    return bool(classes) and not _HEADING_WORDS.isdisjoint((classes or "").lower().split())


def _says_no_more(element: HtmlElement, said: str) -> bool:
    """Whether `said` is what the text of an element without others in it says, whole."""
    return not len(element) and len(said) <= LONGEST_ROW and tidy(element.text) == said


def _holds_only(element: HtmlElement, child: HtmlElement) -> bool:
    if len(element) > 1:
        return False
    before, after = element.text, child.tail
    return not (before and before.strip()) and not (after and after.strip())


def _is_row(element: HtmlElement) -> bool:
    name = element.tag
    if name in {"li", "dd", "p"}:
        return True
    if name == "tr":
        return next(element.iter("table"), None) is None
    return name in {"div", "article", "a"} and _row_named(element.get("class"))


def _holds_a_menu(row: HtmlElement) -> bool:
    """Whether a row only lays out the page: the menu on its left names nothing that is shown on its right."""
    return row.tag == "tr" and sum(1 for _ in islice(row.iter("a"), _MENU_LINKS)) == _MENU_LINKS


@lru_cache(maxsize=4096)
def _row_named(classes: str | None) -> bool:
    return bool(classes) and not _ROW_WORDS.isdisjoint((classes or "").lower().split())


def _is_modal(element: HtmlElement) -> bool:
    return "modal" in (element.get("class") or "").lower() or element.get("role") == "dialog"
