"""The text names the fiscal year that the component must be of, or a span of years that covers it.

Years of laws that the text cites do not count. Where any year will do, any year counts.

FOUND       แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. ๒๕๖๙   (2569 is asked)
NOT FOUND   a text that can be read and names 2568 only
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import year_mentions


def fiscal_year(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for the first mention of the year."""
    for chunk in matter.chunks:
        for mention in year_mentions(chunk.text):
            last = mention.last_be or mention.be
            if mention.form != "law" and (wanted is None or mention.be <= wanted.be <= last):
                place = matter.quote(chunk, mention.start, mention.end)
                return found(place.snippet, place.place)
    return absent()
