"""Numbers that stand alone on a line: which are the numbers of pages, and which are the paper's own words.

A title wraps before its year all the time, and a cell of a table may hold one number: a line of digits is a page number
only where a page number stands, and only if it fits the page. A year is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from oit_checker.documents.inner_text import tidy
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits

_EDGE = 2  # lines at the top and at the foot of a page among which its number stands
_RUN = 2  # pages that are numbered alike, by which other numbers than those of the file are known
_DASHES = r"[-–—\s]"
_ALONE = regex(rf"{_DASHES}*(?P<number>[0-9๐-๙]{{1,4}}){_DASHES}*\Z")
_NAMED = regex(
    rf"(?:{_DASHES}*หน้า(?:ที่)?\s*[0-9๐-๙]{{1,4}}(?:\s*(?:/|จาก)\s*[0-9๐-๙]{{1,4}})?{_DASHES}*|[-–—]\s*[0-9๐-๙]{{1,3}}\s*[-–—])\Z"
)
_OF_SO_MANY = regex(rf"{_DASHES}*[0-9๐-๙]{{1,3}}\s*/\s*[0-9๐-๙]{{1,3}}{_DASHES}*\Z")
_YEAR = regex(r"(?:25[0-9]{2}|20[0-4][0-9])\Z")


def is_year_alone(line: str) -> bool:
    """Whether a line is nothing but four digits that may be a year: "2568", "๒๕๖๙", "2025"; "- 12 -" is not."""
    found = _ALONE.match(line)
    return found is not None and _YEAR.match(arabic_digits(found["number"])) is not None


def is_named_page_number(line: str) -> bool:
    """Whether a line says by itself that it numbers a page: "- 3 -", "หน้า ๓", "หน้า 3/12"."""
    return _NAMED.match(line) is not None and not is_year_alone(line)


def is_number_line(line: str) -> bool:
    """Whether a line is a number as pages have them, wherever it stands; no title is one, but it may be a cell."""
    is_number = _ALONE.match(line) or _NAMED.match(line) or _OF_SO_MANY.match(line)
    return is_number is not None and not is_year_alone(line)


def front_matter_of(pages: Iterable[tuple[int, Sequence[str]]]) -> frozenset[int]:
    """By how much the printed numbers of pages differ from their places in the file.

    pages are the place of each page, from 1, and its lines. 0 is always among them; another difference where two pages
    agree in it (a cover that is not counted, an extract that begins with page 41).
    """
    found: Counter[int] = Counter()
    for page_no, lines in pages:
        found.update({number - page_no for place in _edges(lines) if (number := _number(lines[place])) is not None})
    return frozenset({0, *(difference for difference, count in found.items() if count >= _RUN)})


def page_number_places(lines: Sequence[str], *, page_no: int, front_matter: frozenset[int]) -> frozenset[int]:
    """Which lines of a page, counted from 0, are its number: at its top or foot, said so or fitting its place."""
    return frozenset(place for place in _edges(lines) if _is_number_of(tidy(lines[place]), page_no, front_matter))


def _is_number_of(text: str, page_no: int, front_matter: frozenset[int]) -> bool:
    number = _number(text)
    is_fitting = number is not None and number - page_no in front_matter
    return is_fitting or is_named_page_number(text) or _OF_SO_MANY.match(text) is not None


def _edges(lines: Sequence[str]) -> list[int]:
    """The places of the first and the last lines that are not empty."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    return sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _number(line: str) -> int | None:
    text = tidy(line)
    found = _ALONE.match(text)
    return int(found["number"]) if found is not None and not is_year_alone(text) else None
