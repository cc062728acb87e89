"""Months of the asked fiscal year, each named.

min_months  how many different months must be named (default 1)
full_year   all twelve months, or words that say the whole year (ตุลาคม 2567 – กันยายน 2568)

A month without a year counts where the text names the asked year elsewhere.

FOUND       แบบ สขร.1 ประจำเดือนตุลาคม 2568            (fiscal year 2569 is asked)
NOT FOUND   แบบ สขร.1 ประจำเดือนตุลาคม 2567
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import year_mentions
from oit_checker.thai.text import fold

_NAMES = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
_WHOLE_YEAR = re.compile(
    fold("ตุลาคม|ต.ค.").replace(".", r"\.") + r"[^¦]{0,40}?(?:" + fold("กันยายน|ก.ย.").replace(".", r"\.") + ")"
)
_TWELVE = re.compile(fold("ทั้งปี|รอบ12เดือน|ปีงบประมาณพ.ศ.").replace(".", r"\."))


def months(
    component: Component, matter: Matter, wanted: FiscalYear | None, /, min_months: int = 1, full_year: bool = False
) -> Observation:
    """Count the months that are named in a text of the asked year."""
    of_year = _first_of_year(matter, wanted)
    if of_year is None:
        return absent()
    text = fold("¦".join(chunk.text for chunk in matter.chunks))
    named = [name for name, short in zip(_NAMES, _SHORT, strict=True) if fold(name) in text or fold(short) in text]
    if full_year and (len(named) == len(_NAMES) or _WHOLE_YEAR.search(text) or _TWELVE.search(text)):
        return found(*of_year)
    if not full_year and len(named) >= min_months:
        return found(*of_year, note=f"พบ {len(named)} เดือน")
    return absent(f"พบ {len(named)} เดือน: {' · '.join(named)}" if named else None)


def _first_of_year(matter: Matter, wanted: FiscalYear | None) -> tuple[str, str] | None:
    for chunk in matter.chunks:
        for mention in year_mentions(chunk.text):
            if mention.form != "law" and (wanted is None or mention.be <= wanted.be <= (mention.last_be or mention.be)):
                place = matter.quote(chunk, mention.start, mention.end)
                return place.snippet, place.place
    return None
