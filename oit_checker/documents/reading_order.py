"""Running heads and feet where the reader sees them: some writers put them last, or first, in the text layer.

Lines are moved only where their places leave no doubt: a few at the end of the layer that all stand above everything
else on the page, or a few at its beginning that all stand below.
"""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

MOST_LINES = 4  # of a running head or foot
_LEAST_REST = 4  # lines of a page that has more than a head and a foot
_APART = 0.7  # of the height of letters by which the middles of two lines differ; those of one line differ by less
_LINE_END = "\r\n"


def in_reading_order(text: str, page: Any, text_page: Any) -> tuple[str, ...]:
    """The raw text of a page as its running head, its body and its foot; one text where these stand in their places.

    text is what pdfium gives of the whole page; places are asked of one letter a line. A page that is shown turned is
    left alone, as its lines do not run from the top of its coordinates down.
    """
    lines = text.split(_LINE_END)
    if len(lines) <= _LEAST_REST or page.get_rotation():
        return (text,)
    places = line_places(lines, text_page)
    seen = [number for number, place in enumerate(places) if place is not None]
    last = _above_all(seen, places, below=True)  # a foot that stands last, after a head that should be first
    head = _above_all([number for number in seen if number not in last], places)
    first = head or _above_all(seen[::-1], places)  # a head that stands first, before the foot
    foot = _above_all([number for number in reversed(seen) if number not in first], places, below=True)
    if not head and not foot:
        return (text,)
    head.sort(key=lambda number: -_middle(places, number))
    foot.sort(key=lambda number: -_middle(places, number))
    moved = {*head, *foot}
    body = [number for number in range(len(lines)) if number not in moved]
    return tuple(_LINE_END.join(lines[number] for number in part) for part in (head, body, foot) if part)


Place = tuple[float, float]
"""Bottom and top of a line, in points from the bottom of the page."""


def _above_all(seen: list[int], places: list[Place | None], *, below: bool = False) -> list[int]:
    """The most of the last lines in `seen` that all stand above (or below) all the others."""
    for count in range(min(MOST_LINES, len(seen) - _LEAST_REST), 0, -1):
        those, rest = seen[-count:], seen[:-count]
        if below and _are_above(rest, those, places):
            return those
        if not below and _are_above(those, rest, places):
            return those
    return []


def _are_above(those: list[int], rest: list[int], places: list[Place | None]) -> bool:
    """Whether lines all stand above others: by their middles, as the room that letters take may reach into the next."""
    lowest = min(those, key=lambda number: _middle(places, number))
    highest = max(rest, key=lambda number: _middle(places, number))
    least = _APART * (_height(places, lowest) + _height(places, highest)) / 2  # a mark above a letter has no height
    return _middle(places, lowest) - _middle(places, highest) >= max(least, _APART)


def _middle(places: list[Place | None], number: int) -> float:
    bottom, top = places[number] or (0.0, 0.0)
    return (bottom + top) / 2


def _height(places: list[Place | None], number: int) -> float:
    bottom, top = places[number] or (0.0, 0.0)
    return top - bottom


def line_places(lines: list[str], text_page: Any) -> list[Place | None]:
    """Where the letter in the middle of each line stands; None for a line without letters."""
    box = pdfium.FS_RECTF()
    places: list[Place | None] = []
    first = 0
    for line in lines:
        shown = line.rstrip()
        at = first + len(shown) // 2
        is_known = bool(shown) and pdfium.FPDFText_GetLooseCharBox(text_page.raw, at, box)
        places.append((float(box.bottom), float(box.top)) if is_known else None)
        first += len(line) + len(_LINE_END)
    return places
