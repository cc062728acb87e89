"""A hub page as the lines that a reader sees, in order, each with the links that stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from oit_checker.documents.inner_text import BLOCKS, SILENT, inner_text, shows_words, tidy
from oit_checker.documents.link_forms import FRAMES
from oit_checker.documents.surroundings import Surroundings
from oit_checker.documents.tree import SENDS_TO
from oit_checker.documents.weblinks import harvest
from oit_checker.match.hub_pictures import picture_text
from oit_checker.model.page import Link

HEADING, EMPHASISED, LINKED, PLAIN = 4, 3, 2, 1
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "summary", "button", "legend", "caption"])
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_CELLS = frozenset(["td", "th", "dt"])
_BOLD = frozenset(("b", "strong"))
_ANCHORS = frozenset(("a", "area"))
_ROLES = frozenset(("tab", "button", "heading"))
_PLACES = (
    *("href", "src", "data-src", "data-lazy-src", "data", "data-href", "data-url", "data-link", "data-file"),
    *("onclick", "value", "content", SENDS_TO),
)

StartsItem = Callable[[str], bool]
_NONE_NAMED: Mapping[HtmlElement, str] = {}


class Piece(NamedTuple):
    """One text node of a line."""

    text: str
    link: HtmlElement | None
    bold: bool


@dataclass(slots=True, eq=False)
class Line:
    """What stands between two breaks of a page.

    own is the text outside links. block is the block element around the line,
    anchors are the elements that offer its links (one that wraps several lines
    is in each of them). rank says how much the line looks like a heading.
    """

    index: int
    block: HtmlElement
    text: str
    own: str
    anchors: tuple[HtmlElement, ...]
    rank: int
    in_menu: bool
    above: tuple[HtmlElement, ...] = field(repr=False, default=())
    """The block and what holds it, innermost first."""

    @property
    def level(self) -> int:
        """How prominent a line is: 1 to 6 for h1 to h6, then other headings, bold lines, links, plain lines."""
        tags = [element.tag for element in self.above[:2] if element.tag in _LEVELS]
        return _LEVELS[tags[0]] if tags else 6 + HEADING + 1 - self.rank


class Linked(NamedTuple):
    """The links of a page by the element that offers them."""

    of: dict[HtmlElement, tuple[Link, ...]]

    def links(self, anchors: Iterable[HtmlElement]) -> tuple[Link, ...]:
        return tuple(link for anchor in anchors for link in self.of.get(anchor, ()))


def row_of(line: Line) -> HtmlElement | None:
    """The table row or list item in which a line stands."""
    return next((element for element in line.above if element.tag in {"tr", "li"}), None)


def surroundings_of(root: HtmlElement) -> Surroundings:
    """What opens what on a page, and what is menu."""
    tree = root.getroottree()
    return Surroundings(tree.getroot(), etree.tostring(tree, encoding="utf-8").lower())


def linked_elements(root: HtmlElement, url: str, around: Surroundings) -> Linked:
    """Tie each harvested link to its element.

    `harvest` keeps the order of the page, so that the address as written is
    enough to walk links and elements in step.
    """
    elements = [element for element in root.iter() if isinstance(element.tag, str) and element.attrib]
    found: dict[HtmlElement, list[Link]] = {}
    nowhere: set[Link] = set()
    start = 0
    for link in harvest(root, url):
        if link in nowhere:
            continue
        for place in range(start, len(elements)):
            if _offers(elements[place], link, around):
                found.setdefault(elements[place], []).append(link)
                start = place + (link.element in _ANCHORS)
                break
        else:
            nowhere.add(link)  # else a thousand of its like cost a walk over the whole page each
    return Linked({element: tuple(of) for element, of in found.items()})


def _offers(element: HtmlElement, link: Link, around: Surroundings) -> bool:
    if link.element in _ANCHORS:
        href = element.get("href")
        return element.tag in _ANCHORS and href is not None and href.strip() == link.href
    if not link.href:
        return False
    if any(link.href in value for name in _PLACES if (value := element.get(name))):
        return True
    return link.element == "iframe" and _opens_frame(element, link, around)


def _opens_frame(element: HtmlElement, link: Link, around: Surroundings) -> bool:
    """Whether a button opens the modal whose frame shows the document."""
    opened = around.openers.target_of(element)
    if (
        opened is None
        or not link.text.startswith(inner_text(element, 60).rstrip("…"))
        or (link.text and not inner_text(element))
    ):
        return False
    return any(link.href in value for frame in opened.iter(*FRAMES) for name in _PLACES if (value := frame.get(name)))


def read_lines(
    root: HtmlElement,
    linked: Linked,
    around: Surroundings,
    starts_item: StartsItem,
    named: Mapping[HtmlElement, str] = _NONE_NAMED,
) -> list[Line]:
    """Return the lines of the page in document order; scripts, comments and empty lines without a link are left out.

    A line is also broken where a text node starts an item (`starts_item`) after a
    link or after another item, so that items strung together in one paragraph
    come apart; so do pictures that stand for items. named are the pictures that say
    more than their text does.
    """
    writer = _Writer(root, linked, around, starts_item, named)
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if element.tag in SILENT and element is not root:
                walker.skip_subtree()
            else:
                writer.open(element)
        elif event == "end":
            if element.tag not in SILENT or element is root:
                writer.close(element)
            writer.write(element.tail if element is not root else None)
        else:
            writer.write(element.tail)
    writer.end_line()
    return writer.lines


class _Writer:
    """Collects text nodes until something breaks the line."""

    def __init__(
        self,
        root: HtmlElement,
        linked: Linked,
        around: Surroundings,
        starts_item: StartsItem,
        named: Mapping[HtmlElement, str],
    ) -> None:
        self.lines: list[Line] = []
        self._linked = linked
        self._around = around
        self._starts_item = starts_item
        self._named = named
        self._blocks: list[HtmlElement] = [root]
        self._open_links: list[HtmlElement] = []
        self._bold = 0
        self._pieces: list[Piece] = []
        self._anchors: list[HtmlElement] = []
        self._pictured: list[str] = []
        self._shown: set[HtmlElement] = set()

    def open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in BLOCKS or tag in {"br", "hr"}:
            self.end_line()
        if tag in BLOCKS:
            self._blocks.append(element)
        if element in self._linked.of:
            self._anchors.append(element)
        if (tag == "a" and element.get("href") is not None) or (tag in BLOCKS and element in self._linked.of):
            self._open_links.append(element)
        if tag in _BOLD:
            self._bold += 1
        if tag == "img":
            self._picture(self._named.get(element) or picture_text(element))
        if tag not in FRAMES:
            self.write(element.text)

    def _picture(self, said: str) -> None:
        """Note what a picture says; one that stands for an item ends the line of another such."""
        before = tidy(" ".join(self._pictured))
        if self._starts_item(said) and self._starts_item(before):
            self.end_line(before=self._open_links[-1] if self._open_links else None)
        self._pictured.append(said)

    def close(self, element: HtmlElement) -> None:
        tag = element.tag
        if self._open_links and self._open_links[-1] is element:
            self._open_links.pop()
        if tag in BLOCKS:
            self.end_line()
            if len(self._blocks) > 1:
                self._blocks.pop()
        if tag in _BOLD:
            self._bold -= 1

    def write(self, text: str | None) -> None:
        said = tidy(text)
        link = self._open_links[-1] if self._open_links else None
        if not said:
            if text and self._pieces:
                self._pieces.append(Piece(" ", link, True))
            return
        if self._starts_item(said) and self._may_break(link):
            self.end_line(before=link)
        lead = " " if text and text[0].isspace() else ""
        trail = " " if text and text[-1].isspace() else ""
        self._pieces.append(Piece(lead + said + trail, link, self._bold > 0))

    def _may_break(self, link: HtmlElement | None) -> bool:
        """Whether an item that starts here is a new one: another item or a link that is over stands before it."""
        said = [piece for piece in self._pieces if piece.text.strip()]
        if not said:
            return False
        last = said[-1].link
        return (last is not None and last is not link) or self._starts_item(
            "".join(piece.text for piece in said).strip()
        )

    def end_line(self, before: HtmlElement | None = None) -> None:
        """Keep what was written as a line. before is a link that was opened, but belongs to the next line."""
        text, own = self._said(), self._said(outside_links=True)
        pictured = tidy(" ".join(self._pictured))
        early = before is not None and all(piece.link is not before for piece in self._pieces)
        around = [link for link in self._open_links if not (early and link is before)]
        waiting = [link for link in self._anchors if link not in self._shown and not (early and link is before)]
        closed = [link for link in waiting if link not in self._open_links]
        self._pieces, pieces = [], self._pieces
        if shows_words(text) or (not text and self._starts_item(pictured)):
            offered = [link for link in around if link in self._linked.of]
            self._keep(text or pictured, own, tuple(dict.fromkeys([*offered, *waiting])), pieces)
        elif closed:
            self._keep(text or pictured, "", tuple(closed), pieces)

    def _said(self, *, outside_links: bool = False) -> str:
        return tidy("".join(piece.text for piece in self._pieces if not outside_links or piece.link is None))

    def _keep(self, text: str, own: str, anchors: tuple[HtmlElement, ...], pieces: Sequence[Piece]) -> None:
        block = self._blocks[-1]
        above = (block, *block.iterancestors())
        in_menu = self._around.in_menu(anchors[0] if anchors else next(iter(block), block))
        rank = self._rank(own, above, anchors, pieces)
        self.lines.append(Line(len(self.lines), block, text, own, anchors, rank, in_menu, above))
        self._shown.update(anchors)
        self._pictured.clear()
        self._anchors = [link for link in self._anchors if link in self._open_links]

    def _rank(
        self, own: str, above: Sequence[HtmlElement], anchors: Sequence[HtmlElement], pieces: Sequence[Piece]
    ) -> int:
        near = above[:2]
        opens = self._around.openers.target_of
        if any(element.tag in _HEADINGS or element.get("role") in _ROLES for element in near):
            return HEADING
        if any(opens(anchor) is not None for anchor in anchors):
            return HEADING
        said = [piece for piece in pieces if piece.text.strip()]
        if (said and all(piece.bold for piece in said)) or any(element.tag in _CELLS for element in near):
            return EMPHASISED
        return PLAIN if shows_words(own) else LINKED
