"""A deed of the asked year told in one sentence: its day, what was done, what it was about, and that it was done.

deeds   words of what was done (อบรม, บรรยาย)
about   words of what it was about (จริยธรรม)
without words of which none may stand in the same sentence (ข้าพเจ้า, ประกาศ ณ วันที่: a declaration is no activity)

That it was done is told by จัด, ได้, แก่ whom, or how many came; the day must have passed. An appointment, an invitation
and what is still to come are no such deeds, neither is what nobody came to or what was called off, a letter about it
that came that day, or the row of a table, which may be a plan's.

FOUND       26 มกราคม 2569 อบรมหลักสูตร “จริยธรรม…” แก่บุคลากรใหม่ 47 คน      (fiscal year 2569 is asked)
NOT FOUND   24 กรกฎาคม 2567 อบรมจริยธรรมแก่บุคลากร 40 คน · แต่งตั้งคณะทำงานอบรมจริยธรรม ณ วันที่ 26 มกราคม 2569
            26 มกราคม 2569 งดจัดบรรยายเรื่องจรรยาบรรณ · ได้รับหนังสือลงวันที่ 5 มกราคม 2569 เรื่องหลักสูตรอบรมคุณธรรม
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oit_checker.checks.chunks import Line
from oit_checker.checks.clause import any_word
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.dates import thai_dates
from oit_checker.thai.text import squeeze

_DONE = regex(r"จัด(?!ทำ|ส่ง|ซื้อ)|ได้|แก่|ให้กับ|แล้ว|เข้าร่วม|ผู้เข้า|[\d๐-๙]+\s*(?:คน|ราย|รูป|นาย)")
_NO_DEED = regex(
    r"(?<!ไว้)จะ(?!ต้อง)|กำหนด(?:จัด|การ)|คาดว่า|เป้าหมาย|แผน|เลื่อน|ยกเลิก|ยังไม่|เชิญ|รับสมัคร|แต่งตั้ง|คำสั่ง|คณะทำงาน|คณะกรรมการ"
    # Not ผู้ที่ไม่ได้เข้าอบรม 2 คน, ไม่ได้ใช้งบประมาณ, ไม่มีผู้ใดขาด: they tell more of a deed.
    r"|(?<!ผู้)(?<!ผู้ที่)ไม่ได้(?!ใช้|เบิก|เสียค่า|รับงบ)|ไม่มีการ(?!ใช้|เบิก)|ไม่มี(?:ผู้|ใคร|คน|บุคลากร|เจ้าหน้าที่|พนักงาน|ข้าราชการ)(?!ใดขาด|ขาด|ลา)"
    r"|งด(?:การ)?(?:จัด|อบรม|บรรยาย|สัมมนา|ประชุม|กิจกรรม|เข้าร่วม|โครงการ)|ระงับการ|ร่าง(?:หลักสูตร|โครงการ|กำหนด|เอกสาร|หนังสือ)"
)
_OF_A_LETTER = regex(r"(?:ลง|(?:ได้รับ|ส่ง|ออก)หนังสือ[^\d๐-๙]{0,20})\s*(?:เมื่อ)?\s*(?:วันที่)?\s*$")  # right before its day
_QUOTED = 160


def dated_deed(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    deeds: Sequence[str] = (),
    about: Sequence[str] = (),
    without: Sequence[str] = (),
) -> Observation:
    """Look at each line that is no heading; the first that tells such a deed is quoted."""
    if matter.by_ocr or not (matter.holds(deeds) and matter.holds(about)):  # OCR reads the digits of a date wrongly
        return absent()
    told = [re.compile(any_word(matter, words)) for words in (deeds, about)]
    others = matter.folded_words(without)
    for line in _shown(matter):
        names_it = all(words.search(line.folded) for words in told) and not any(word in line.folded for word in others)
        if names_it and _DONE.search(line.text) and not _NO_DEED.search(line.text) and _is_dated(line, matter, wanted):
            return found(squeeze(line.text)[:_QUOTED], line.place)
    return absent()


def _shown(matter: Matter) -> Iterator[Line]:
    """The lines of what is told, without headings and what links only announce."""
    announced = {chunk.text for chunk in matter.chunks if chunk.is_claim}
    yield from (line for line in matter.lines if not line.is_heading and squeeze(line.text) not in announced)


def _is_dated(line: Line, matter: Matter, wanted: FiscalYear | None) -> bool:
    dates = [date for date in thai_dates(line.text) if not _OF_A_LETTER.search(line.text[: date.start])]
    return any(date.day <= matter.today and (wanted is None or date.day in wanted) for date in dates)
