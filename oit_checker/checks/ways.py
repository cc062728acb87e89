"""Several ways to do one thing, told close together; else the component's keywords.

groups    lists of words, one list for each way (ด้วยตนเอง · ไปรษณีย์ · โทรศัพท์ · เว็บไซต์)
about     words of which one stands shortly before the first way, or among the ways: what is done (ร้องเรียน, แจ้งเบาะแส)
min_ways  how many of the ways must be told (default 2)
near      within how many letters without spaces (default 200)

FOUND       ผู้ร้องเรียนยื่นเรื่องได้ด้วยตนเอง ทางไปรษณีย์ หรือทางเว็บไซต์
NOT FOUND   สำนักงานตัวอย่าง โทรศัพท์ 0 2345 6789
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter

from oit_checker.checks.clause import any_word
from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import TITLES
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear

_BEFORE = 80  # folded letters before the first way in which it is told what is done


def ways(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    groups: list[list[str]] | None = None,
    about: list[str] | None = None,
    min_ways: int = 2,
    near: int = 200,
) -> Observation:
    """Look for the keywords, then for the ways."""
    place = best_place(component, matter)
    if place is not None:
        return found(place.snippet, place.place)
    told = sorted(
        (*span, number)
        for number, words in enumerate(groups or ())
        for span in matter.spans(re.compile(any_word(matter, words)))
        if matter.place_at(*span).place not in TITLES  # "… - เว็บไซต์จังหวัดตัวอย่าง" is the name of a site
    )
    done = [at for at, _ in matter.spans(re.compile(any_word(matter, about)))] if about else []
    for first, (start, _, _) in enumerate(told):
        together = told[first : bisect_right(told, start + near, key=itemgetter(0))]
        last = max(end for _, end, _ in together)
        at = bisect_left(done, start - _BEFORE)
        is_about = not about or (at < len(done) and done[at] <= last)
        if is_about and len({number for _, _, number in together}) >= min_ways:
            seen = matter.place_at(start, last)
            return found(seen.snippet, seen.place)
    return absent()
