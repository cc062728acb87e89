"""The component's keywords, or words that are followed by several years: แผนปฏิบัติราชการ (พ.ศ. 2566 - 2570).

words   what is named (แผนปฏิบัติราชการ, แผนธุรกิจ)
near    within how many letters without spaces the years must follow (default 40)

FOUND       แผนธุรกิจ ปี 2567-2571
NOT FOUND   แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import follows


def spanning(
    component: Component, matter: Matter, wanted: FiscalYear | None, /, words: list[str], near: int = 40
) -> Observation:
    """Look for the keywords, then for the words with a span of years."""
    place = best_place(component, matter)
    if place is not None:
        return found(place.snippet, place.place)
    for chunk, mention in matter.years:
        is_span = mention.last_be is not None and mention.last_be > mention.be
        if is_span and not chunk.is_claim and follows(chunk.text, mention.start, words, near):
            where = matter.quote(chunk, mention.start, mention.end)
            return found(where.snippet, where.place)
    return absent()
