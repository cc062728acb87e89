"""Steps of a procedure: the component's keywords (ขั้นตอน), or three acts one after another, numbered or timed.

min_steps   how many acts make a procedure (default 3)
asked       a question how (ใช้อย่างไร, ต้องทำอะไรบ้าง) tells of what stands line by line under it: so many lines, most of
            them acts, are a procedure
beyond_title  a keyword in the document's title alone (วิธีปฏิบัติงาน เรื่อง…) names the manual and tells no step of it

An act begins with what somebody does: ยื่น, รับ, ตรวจสอบ, เสนอ, แจ้ง; who does it may stand before it. Acts are
lines, numbered lines with a time each, numbers in a line (1. · 3.1 · ก. · ขั้นที่ 1), acts that each take a time of
their own, and rows of a table that do, or that are named as steps (ขั้นที่ 1) and tell something. Under วิธีปฏิบัติ of the
staff whatever takes a time is one. Two are a procedure where a table of order, detail and time holds nothing else.

FOUND       1. ส่งหนังสือถึงอธิบดี 2. เจ้าหน้าที่ตรวจสอบ 3. แจ้งผลทางโทรศัพท์ · | รับ | คัดกรอง | 15 นาที |
NOT FOUND   1. สำเนาบัตรประชาชน 2. หนังสือมอบอำนาจ 3. รูปถ่าย
UNREADABLE  a scanned page: there is no text to look at; ขั้นตอน as a heading of a web page with nothing below it, or with
            beyond_title in the title alone; acts in prose, or timed lines that begin otherwise (`doubtful_steps`);
            ขั้นตอน: ดูป้ายหน้าสำนักงาน
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile

from oit_checker.checks.around import Around, any_of
from oit_checker.checks.chunks import CUT
from oit_checker.checks.doubtful_steps import doubtful_steps
from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.checks.step_tables import lists_services, orders_details
from oit_checker.checks.timed_columns import timed_columns
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import PageKind, Passage, Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import fold, squeeze

_UNIT = r"(?:หัวหน้า|ผู้อำนวยการ|ผอ\.)?(?:กลุ่มงาน|กลุ่ม|กอง|ฝ่าย|งาน|สำนักงาน|สำนัก|ศูนย์|แผนก|ภาควิชา)[ก-๎]{0,24}?\s?"
_WHO = (
    r"(?:ผู้ร้อง(?:เรียน|ทุกข์)?|ผู้รับบริการ|ผู้(?:มา)?ติดต่อ|ผู้ป่วย|ผู้ปกครอง|ผู้ขอ(?:รับบริการ|อนุญาต)?|ผู้ยื่นคำ(?:ขอ|ร้อง)|ผู้รับผิดชอบ|"
    r"ผู้ปฏิบัติงาน|เจ้าของเรื่อง|ประชาชน|เกษตรกร|นักเรียน|นักศึกษา|อาจารย์|ครู|แพทย์|พยาบาล|เภสัชกร|นิติกร|ธุรการ|งานสารบรรณ|"
    rf"เจ้าหน้าที่(?:ผู้รับผิดชอบ|ธุรการ|การเงิน|พัสดุ)?|พนักงาน(?:เจ้าหน้าที่)?|ผู้บังคับบัญชา|ผู้บริหาร|ผู้มีอำนาจ|หน่วยงาน|คณะกรรมการ|{_UNIT})?\s?(?:จะ)?"
)
_DOES = (
    r"(?:ยื่น|ส่ง|รับ(?!ผิดชอบ|รอง|ทราบว่า)|ตรวจ|เสนอ|แจ้ง|บันทึก|กรอก|พิจารณา|ลง(?:ทะเบียน|รับ|นาม|เลข|ข้อมูล)|ดำเนินการ|รวบรวม|สอบสวน|"
    r"สอบข้อเท็จจริง|สอบถาม|สืบ(?:สวน|ข้อเท็จจริง)|สรุป(?:ผล|เรื่อง|ข้อเท็จจริง|เสนอ)|วิเคราะห์|รายงานผล|อนุมัติ|อนุญาต|ออก(?:ใบ|เลข|หนังสือ|คำสั่ง)|"
    r"ชำระ|จัดทำ|จัดส่ง|จัดเก็บ|จัดเตรียม|นำ(?:ส่ง|เรียน|เสนอ)|เรียกเก็บ|เรียกคิว|นัด|ติดต่อ|ติดตาม|ประสาน|ประชุม|สั่ง(?:การ|จ่าย)|มอบหมาย|"
    r"สำรวจ|ปิดประกาศ|ประกาศ(?:บัญชี|ผล|รายชื่อ|ราคา|เชิญชวน|เผยแพร่)|ประเมิน(?:ราคา|อาการ|ภาษี|เอกสาร|เบื้องต้น|คำขอ|ผู้ป่วย)|"
    r"คัดกรอง|กลั่นกรอง|ซักประวัติ|คำนวณ|คัดลอก|พิมพ์|คืน|เขียน|ร่าง|เตรียม|เปิด(?:เว็บ|ระบบ|แฟ้ม)|เข้า(?:เว็บ|ระบบ|สู่)|เลือก|กด(?:ปุ่ม|ส่ง|ยืนยัน)?|คลิก|"
    r"ยืนยัน|แนบ|อัปโหลด|ดาวน์โหลด|ปิดเรื่อง|ยุติเรื่อง|แต่งตั้งคณะ|ตั้ง(?:คณะ)?กรรมการ|เบิกจ่าย|โอน|ลงพื้นที่|ให้บริการ|ให้คำ(?:ปรึกษา|แนะนำ))"
)
_NUMBER = (
    r"(?:(?:ขั้น(?:ตอน)?(?:ที่)?|ข้อ(?:ที่)?|step)\s?(?P<named>\d{1,2})[.):]?"
    r"|(?<![\d.,/])\(?(?P<listed>\d{1,2}(?:\.\d{1,2}){0,2})[.)]|(?<![\d.,/])(?P<nested>\d{1,2}(?:\.\d{1,2}){1,2})(?![\d,])"
    r"|(?:^|(?<=\s))(?P<bare>\d{1,2})(?=\s)|(?:^|(?<=\s))\(?(?P<lettered>[กขคงจฉชซฌญ])[.)](?=\s))"
)
_LENGTH = r"\(?(?:ภายใน|ไม่เกิน|ใช้เวลา|ประมาณ)?\s*\d{1,3}(?:\s?-\s?\d{1,3})?\s?(?:นาที|ชั่วโมง|ชม\.|วัน(?!ที่)|สัปดาห์|เดือน)"
_ACT_LINE = regex(rf"(?:{_NUMBER}|[-•–])?\s*{_WHO}\s*{_DOES}", re.IGNORECASE)
_NUMBERED_ACT = regex(rf"{_NUMBER}\s*{_WHO}\s*{_DOES}", re.IGNORECASE)
_NAMED_STEP = regex(r"(?:ขั้น(?:ตอน)?ที่|step)\s?(?P<named>\d{1,2})", re.IGNORECASE)
_TIMED_ACT = regex(rf"{_DOES}[^\d|¦]{{2,80}}?(?:{_LENGTH}|ทันที)")
_NUMBERED_WITH_TIME = regex(rf"\(?(?P<row>\d{{1,2}}|[กขคงจฉชซฌญ](?=[.)]))[.)]?\s+\D.{{2,160}}?{_LENGTH}")
_WITH_TIME = regex(rf"\D{{8,160}}?{_LENGTH}")
_NAMES_STEPS = regex(r"(?:[\d๐-๙.]+\s?)?วิธี(?:การ)?(?:ปฏิบัติ|ดำเนินการ|ทำงาน)(?:งาน)?(?:ของ\S{0,30})?\s?:?$")
_ASKS_HOW = regex(
    r"^(?!.*(?:ติดต่อ|สอบถาม|ร้องเรียน|ร้องทุกข์|เบาะแส|เดินทาง)).{0,60}(?:อย่างไร|ยังไง|ทำอะไร)(?:ได้)?(?:บ้าง)?\s?[?:]?$"
)
_WORDS = regex(r"(?:[^\W\d_].*?){5}", re.DOTALL)  # "15,000 บาท" beside a step of a scale tells no act
_SOME_TEXT = 40  # folded letters from which a web page says more than its headings
_CLOSE = 500  # letters within which acts with their times are one procedure
_SEE_ELSEWHERE = regex(
    fold(
        r"[^¦|:]{0,24}:(?:โปรด|กรุณา|ขอให้|ให้)?(?:ดู|อ่าน|สอบถาม|ศึกษา|ขอทราบ)[^¦|:]{0,16}?(?:ป้าย|บอร์ด|เคาน์เตอร์|หน้าสำนักงาน|หน้าที่ทำการ|เจ้าหน้าที่|จุดบริการ)"
    )
)
_TIME = regex(rf"{_LENGTH}(?:ทำการ)?\)?|ทันที")


def steps(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    min_steps: int = 3,
    asked: bool = False,
    beyond_title: bool = False,
) -> Observation:
    """Look for the keywords, then for acts that follow one another."""
    place = best_place(component, matter)
    told = best_place(component, matter, unless=any_of(_in_title(matter) if beyond_title else None, _is_elsewhere))
    if told is not None and not _is_heading_alone(matter):
        return found(told.snippet, told.place)
    return (
        _acts_in_a_run(matter, min_steps)
        or _named_rows(matter, min_steps)
        or _rows_with_times(matter, min_steps)
        or _lines_of_acts(matter, min_steps)
        or _numbered_with_times(matter, min_steps)
        or _lines_with_times(matter, min_steps)
        or _under_their_name(matter, min_steps)
        or (_under_a_question(matter, min_steps) if asked else None)
        or (_unclear(place) if place is not None else None)
        or doubtful_steps(matter, min_steps, rf"{_WHO}\s?{_DOES}", _NUMBERED_WITH_TIME)
        or absent()
    )


def _is_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether the words behind a place only say where its steps are told: on a signboard, at a counter."""
    return _SEE_ELSEWHERE.match(text, end) is not None


def _unclear(place: Place) -> Observation:
    note = f"มีแต่หัวข้อ “{place.snippet}” ไม่พบขั้นตอนที่เป็นข้อความ โปรดเปิดดู"
    return Observation(ComponentStatus.UNREADABLE, place.snippet, place.place, note)


def _in_title(matter: Matter) -> Around:
    """Says of a place whether all that is read with it stands in the document's title."""
    title = fold(matter.page.title or "")

    def is_title(text: str, start: int, end: int) -> bool:
        return text[text.rfind(CUT, 0, start) + 1 : text.find(CUT, end)] in title

    return is_title


def _is_heading_alone(matter: Matter) -> bool:
    """Whether a web page has hardly more than headings: what it names may stand in a picture, or nowhere."""
    if matter.page.kind is not PageKind.HTML or any(table.rows for table in matter.page.tables):
        return False
    links = sum(len(link.text or "") for link in matter.page.links if not link.in_menu)
    return links < _SOME_TEXT and sum(len(line.folded) for line in matter.lines if not line.is_heading) < _SOME_TEXT


def _acts_in_a_run(matter: Matter, min_steps: int) -> Observation | None:
    for chunk in matter.chunks:
        acts = _acts(arabic_digits(chunk.text), min_steps) if not chunk.is_claim else []
        if acts:
            seen = matter.quote(chunk, acts[0].start(), acts[-1].end())
            return found(seen.snippet, seen.place)
    return None


def _acts(text: str, min_steps: int) -> list[re.Match[str]]:
    """The acts of a text that runs on, where there are enough: numbered differently, or each with its own time."""
    for pattern in (_NUMBERED_ACT, _NAMED_STEP):
        acts = list(pattern.finditer(text))
        if len({_number_of(act) for act in acts}) >= min_steps:
            return acts
    timed = list(_TIMED_ACT.finditer(text))
    for first in range(len(timed) - min_steps + 1):
        run = timed[first : first + min_steps]
        if run[-1].end() - run[0].start() <= _CLOSE:
            return run
    return []


def _number_of(act: re.Match[str]) -> str | None:
    return next((number for number in act.groupdict().values() if number is not None), None)


def _named_rows(matter: Matter, min_steps: int) -> Observation | None:
    """A table of which enough rows are named as steps, each in a cell of its own, and tell in words what is done."""
    for table in matter.tables:
        told = dict(_steps_of(table))
        if len(told) >= min_steps:
            said = (squeeze(" ".join(row))[:60] for row in [*told.values()][:min_steps])
            return found(" · ".join(said), place_of_table(table))
    return None


def _steps_of(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The number of each row that is named as a step, and its cells."""
    for row in (table.header, *table.rows):
        filled = [arabic_digits(cell.strip()) for cell in row if cell.strip()]
        named = _NAMED_STEP.fullmatch(filled[0].rstrip(" .:")) if filled else None
        if named is not None and any(_WORDS.search(cell) and not _TIME.fullmatch(cell) for cell in filled[1:]):
            yield named["named"], row


def _rows_with_times(matter: Matter, min_steps: int) -> Observation | None:
    """A table of which enough rows tell something and how long it takes; one told by its places tells acts alone."""
    for table in matter.tables:
        timed = [] if lists_services(table) else list(_timed_rows(table))
        acts = [row for row in timed if any(map(_ACT_LINE.match, row))]
        is_told = len(acts) == len(timed) if table in matter.page.laid_out else True
        if (len(timed) >= min_steps and is_told) or (orders_details(table) and 1 < len(acts) == len(table.rows)):
            return found(" · ".join(squeeze(" ".join(row))[:60] for row in timed[:min_steps]), place_of_table(table))
    return None


def _timed_rows(table: Table) -> Iterator[tuple[str, ...]]:
    # Bare numbers below รอกี่นาที time acts; beside names of services they say how long each of these takes.
    acts = sum(any(map(_ACT_LINE.match, row)) for row in table.rows)
    counted = tuple(timed_columns(table)) if 2 * acts >= len(table.rows) else ()
    for row in table.rows:
        cells = [arabic_digits(cell.strip()) for cell in row]
        told = [cell for cell in cells if len(cell) > 3 and not _TIME.fullmatch(cell)]
        is_timed = any(place < len(cells) and cells[place] for place in counted)
        if told and (is_timed or any(_TIME.fullmatch(cell) for cell in cells)):
            yield row


def _lines_of_acts(matter: Matter, min_steps: int) -> Observation | None:
    """Numbered acts of one section, whatever stands between them; or acts line after line."""
    lines = _shown(matter, matter.page.passages)
    for _, section in groupby(lines, key=lambda line: (line.page_no, line.heading)):
        told = {_number_of(act): line for line in section if (act := _NUMBERED_ACT.match(_plain(line))) is not None}
        if len(told) >= min_steps:
            return found(" · ".join(squeeze(line.text)[:60] for line in [*told.values()][:min_steps]), "ในเนื้อหา")
    for is_act, group in groupby(lines, key=_is_act):
        run = list(group)
        if is_act and len(run) >= min_steps:
            return found(" · ".join(squeeze(line.text)[:60] for line in run[:min_steps]), "ในเนื้อหา")
    return None


def _shown(matter: Matter, lines: Iterable[Passage]) -> list[Passage]:
    """The lines without what a web page's links only announce."""
    shown = {chunk.text for chunk in matter.chunks if not chunk.is_claim}
    return [line for line in lines if line.page_no is not None or squeeze(line.text) in shown]


def _numbered_with_times(matter: Matter, min_steps: int) -> Observation | None:
    """Numbered lines that each tell how long it takes, one of which at least is an act: rows of a PDF's table."""
    for _, group in groupby(matter.page.passages, key=lambda line: (line.page_no, line.heading)):
        lines = [_plain(line) for line in group]
        rows = [(seen["row"], line) for line in lines if (seen := _NUMBERED_WITH_TIME.match(line)) is not None]
        if len({number for number, _ in rows}) >= min_steps and any(_NUMBERED_ACT.match(line) for _, line in rows):
            return found(" · ".join(squeeze(line)[:60] for _, line in rows[:min_steps]), "ในเนื้อหา")
    return None


def _lines_with_times(matter: Matter, min_steps: int) -> Observation | None:
    """Line after line tells how long it takes, and one at least is an act: a list whose numbers a browser counts."""
    for is_timed, group in groupby(matter.page.passages, key=_is_timed_line):
        lines = _shown(matter, group) if is_timed else []
        if len(lines) >= min_steps and any(map(_is_act, lines)):
            return found(" · ".join(squeeze(line.text)[:60] for line in lines[:min_steps]), "ในเนื้อหา")
    return None


def _under_a_question(matter: Matter, min_steps: int) -> Observation | None:
    """What a question how is answered by: a browser shows the numbers of such a list, its text has none."""
    passages = matter.page.passages
    for number, question in enumerate(passages):
        if _ASKS_HOW.match(squeeze(question.text)) is None:
            continue
        answer = takewhile(
            lambda line: not (line.is_heading or _ASKS_HOW.match(squeeze(line.text))), passages[number + 1 :]
        )
        lines = _shown(matter, answer)
        if len(lines) >= min_steps and 2 * sum(map(_is_act, lines[:min_steps])) > min_steps:
            told = " · ".join(squeeze(line.text)[:60] for line in lines[:min_steps])
            return found(f"{squeeze(question.text)}: {told}", "ใต้หัวข้อ")
    return None


def _under_their_name(matter: Matter, min_steps: int) -> Observation | None:
    """Lines under วิธีปฏิบัติของเจ้าหน้าที่ that each tell how long it takes, whatever the verb."""
    passages = matter.page.passages
    for number, name in enumerate(passages):
        if _NAMES_STEPS.match(squeeze(name.text)) is not None:
            lines = _shown(matter, takewhile(_takes_time, passages[number + 1 :]))
            if len(lines) >= min_steps:
                told = " · ".join(squeeze(line.text)[:60] for line in lines[:min_steps])
                return found(f"{squeeze(name.text)}: {told}", "ใต้หัวข้อ")
    return None


def _takes_time(line: Passage) -> bool:
    return _is_timed_line(line) or _NUMBERED_WITH_TIME.match(_plain(line)) is not None


def _is_timed_line(line: Passage) -> bool:
    return not line.is_heading and _WITH_TIME.match(_plain(line)) is not None


def _is_act(line: Passage) -> bool:
    """Whether a line tells an act; a heading does where it is numbered, as the clauses of a manual are."""
    return (_NUMBERED_ACT if line.is_heading else _ACT_LINE).match(_plain(line)) is not None


def _plain(line: Passage) -> str:
    return arabic_digits(line.text.strip())
