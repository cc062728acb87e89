"""Addresses that a list types out as words beside its items, as links of their line."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from oit_checker.documents.surroundings import Surroundings
from oit_checker.documents.typed_links import typed_addresses
from oit_checker.match.hub_lines import Line, Linked, row_of
from oit_checker.model.page import Link
from oit_checker.urls import absolute, canonical


def tie_typed_addresses(lines: Sequence[Line], linked: Linked, url: str, around: Surroundings) -> None:
    """Make an address that a line only types out a link of that line (element "text").

    Offices fill a table with a column "URL" whose addresses are words; the reader copies them. That of the page
    itself leads nowhere new, nor, outside a row, that of the home page: it stands in letterheads.
    """
    used: set[HtmlElement] = set()
    here, home = canonical(url), absolute(url, "/")
    for line in lines:
        nowhere = {here} if row_of(line) is not None else {here, home}
        typed = [] if line.in_menu else [pair for pair in typed_addresses(line.own, url) if pair[1] not in nowhere]
        if not typed:
            continue
        # Lines broken by <br> share their block; each must offer its own addresses alone.
        carrier = line.block if line.block not in used | linked.of.keys() else line.block.makeelement("span")
        used.add(carrier)
        heading, row = around.heading(line.block), around.row(line.block, "")
        year = around.year_block(line.block)
        linked.of[carrier] = tuple(Link(to, href, "", heading, row, year, element="text") for href, to in typed)
        line.anchors = (*line.anchors, carrier)
