"""The component's keywords, or words of several groups that follow one another in one clause.

groups   lists of words; one word of each must stand there, in the order of the groups; they are looked for letter by
         letter, so that a word of two letters may be a piece of another (นำ in มีนาคม)
within   how far apart they may stand (default 40 letters without spaces)
not_within  words that make the clause something else where they stand between its words (จะ, ยังไม่)
min_count, not_after, not_at_once and done are those of `keywords`.

FOUND       ได้นำความเห็นของชุมชนไปกำหนดเป็นแผน     (groups: [[นำ], [ไปกำหนด, ไปปรับปรุง]])
NOT FOUND   นำเสนอ … ไปรษณีย์
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oit_checker.checks.around import any_of, is_to_come, unless_led
from oit_checker.checks.keywords import keywords
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, found
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear


def clause(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    groups: list[list[str]],
    within: int = 40,
    min_count: int = 1,
    not_after: Sequence[str] = (),
    not_at_once: Sequence[str] = (),
    done: bool = False,
    not_within: Sequence[str] = (),
) -> Observation:
    """Look for the keywords, then for the groups; what is only still to come is left unclear, as `keywords` does."""
    seen = keywords(
        component, matter, wanted, min_count=min_count, not_after=not_after, not_at_once=not_at_once, done=done
    )
    if seen.status is ComponentStatus.FOUND:
        return seen
    led = unless_led(not_after, not_at_once, by_ocr=matter.by_ocr)
    others = matter.folded_words(not_within)
    between = (lambda text, start, end: any(word in text[start:end] for word in others)) if others else None
    unless = any_of(led, is_to_come if done else None, between)
    span = next(matter.spans(in_one_clause(matter, groups, within), unless=unless), None)
    if span is None:
        return seen
    place = matter.place_at(*span)
    return found(place.snippet, place.place)


def in_one_clause(matter: Matter, groups: Sequence[Sequence[str]], within: int) -> re.Pattern[str]:
    """A pattern, for the folded text, of a word of each group in their order; | ; and ¦ end a clause."""
    words = (f"(?:{any_word(matter, group)})" for group in groups)
    return re.compile(f"[^¦|;]{{0,{within}}}?".join(words))


def any_word(matter: Matter, words: Sequence[str]) -> str:
    """The source of a pattern, for the folded text, of any of the words."""
    return "|".join(re.escape(matter.fold(word)) for word in words)
