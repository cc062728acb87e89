"""How many rows or columns a cell of a web page's table fills."""

from __future__ import annotations

from typing import Literal

from lxml.html import HtmlElement

_MOST = 30


def cell_span(cell: HtmlElement, of: Literal["colspan", "rowspan"]) -> int:
    """What the attribute says, at most _MOST; 1 where it says nothing, 0 or no number."""
    written = (cell.get(of) or "").strip()
    return max(1, min(int(written), _MOST)) if written.isascii() and written.isdigit() else 1
