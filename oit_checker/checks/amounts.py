"""Sums of money: the component's keywords (งบประมาณ, วงเงิน), or amounts.

min_count   how many different keywords must stand there, or how many amounts, each counted where it stands (default 2)

Amounts are numbers with บาท, and numbers with thousands in a table under a heading that holds a keyword.

FOUND       โครงการที่ 1 ใช้เงิน 40,000 บาท โครงการที่ 2 ใช้เงิน 40,000 บาท
NOT FOUND   จำนวน 2 รุ่น รุ่นละ 40 คน
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.thai.digits import arabic_digits

_BAHT = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?\s*(?:\(?(?:พัน|หมื่น|แสน|ล้าน)?\s*บาท|\.-)")
_SUM = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{4,}(?:\.\d+)?|-|0(?:\.0+)?")


def amounts(component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 2) -> Observation:
    """Look for the keywords, then for amounts; the first is quoted."""
    place = best_place(component, matter, min_count)
    if place is not None:
        return found(place.snippet, place.place)
    told = [*_in_text(matter), *_in_columns(component, matter)]
    return found(told[0].snippet, told[0].place) if len(told) >= max(min_count, 1) else absent()


def _in_text(matter: Matter) -> Iterator[Place]:
    for chunk in matter.chunks:
        for seen in () if chunk.is_claim else _BAHT.finditer(arabic_digits(chunk.text)):
            yield matter.quote(chunk, *seen.span())


def _in_columns(component: Component, matter: Matter) -> Iterator[Place]:
    words = [matter.fold(word) for word in component.keywords]
    for table in matter.page.tables:
        for column, head in enumerate(table.header):
            cells = [row[column] for row in table.rows if column < len(row)] if _names(matter.fold(head), words) else []
            for cell in cells:
                if _SUM.fullmatch(arabic_digits(cell.strip())):
                    yield Place(cell, f"{head}: {cell}", place_of_table(table))


def _names(head: str, words: list[str]) -> bool:
    return any(word in head for word in words)
