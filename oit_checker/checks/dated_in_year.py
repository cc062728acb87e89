"""Dates that lie inside the asked fiscal year: news, activities, minutes.

min_count   how many such dates must stand there (default 1)

FOUND       เผยแพร่เมื่อ 15 มกราคม 2569               (fiscal year 2569 is asked)
NOT FOUND   เผยแพร่เมื่อ 15 มกราคม 2567
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from oit_checker.checks.matter import Chunk, Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import thai_dates, year_mentions


def dated_in_year(
    component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 1
) -> Observation:
    """Count the dates; the first one is quoted."""
    places = [place for chunk in matter.chunks for place in _in_year(matter, chunk, wanted)]
    return found(places[0].snippet, places[0].place) if len(places) >= min_count and places else absent()


def _in_year(matter: Matter, chunk: Chunk, wanted: FiscalYear | None) -> list[Place]:
    days = [(d.start, d.end) for d in thai_dates(chunk.text) if wanted is None or d.day in wanted]
    if not days:
        months = (m for m in year_mentions(chunk.text) if m.form in {"month", "date"})
        days = [(m.start, m.end) for m in months if wanted is None or m.be == wanted.be]
    return [matter.quote(chunk, start, end) for start, end in days]
