"""Dates that lie inside the asked fiscal year: news, activities, minutes.

min_count   how many such dates must stand there (default 1)

FOUND       เผยแพร่เมื่อ 15 มกราคม 2569               (fiscal year 2569 is asked)
NOT FOUND   เผยแพร่เมื่อ 15 มกราคม 2567
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import thai_dates


def dated_in_year(
    component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 1
) -> Observation:
    """Count the dates; the first one is quoted."""
    places = list(islice(_in_year(matter, wanted), max(min_count, 1)))
    return found(places[0].snippet, places[0].place) if len(places) >= max(min_count, 1) else absent()


def _in_year(matter: Matter, wanted: FiscalYear | None) -> Iterator[Place]:
    """Full dates first; a month alone counts where it is no link: a link to last month's accounts is no news."""
    for chunk in () if matter.by_ocr else matter.chunks:  # OCR reads the digits of a date wrongly
        for date in thai_dates(chunk.text):
            if wanted is None or date.day in wanted:
                yield matter.quote(chunk, date.start, date.end)
    for chunk, mention in matter.years:
        if mention.form == "month" and not chunk.is_claim and (wanted is None or mention.be == wanted.be):
            yield matter.quote(chunk, mention.start, mention.end)
