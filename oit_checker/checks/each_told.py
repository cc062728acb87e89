"""Several things, each with something told of it: a score, a finding; a list of their names tells nothing.

things       lists of spellings of one thing; each thing counts once (การใช้อำนาจ · ตัวชี้วัดที่ 3)
min_count    how many are so many that a person must say what became of the others; fewer are none
min_letters  how much must be told of one in words (default 12 letters); a score of two digits or more is enough
not_under    lists of words; a table whose heads hold one of each (มาตรการ, ผู้รับผิดชอบ) tells what will be done about a
             thing, and nothing of it, unless another of its heads holds a word of but_under (คะแนน)
analysed     words in the head of the column in which something is said of each; where nobody has filled it in, scores
             beside it are no more than scores

All means all: of each thing something must be told. Where they are the rows of one table, and the others are named
nowhere, these lack for sure. Scores that stand together below the names of all of them (the
columns of a chart) count as well. A row of a table that names a thing and says nothing of it tells nothing, whatever
stands below the table.

FOUND       | การใช้อำนาจ | 91.20 | · ตัวชี้วัดที่ 3 มอบหมายงานตามตำแหน่งทุกครั้ง   (and so of each other)
NOT FOUND   a text that names too few of them · a table of nine rows, one for each, and the tenth named nowhere
UNREADABLE  a scanned page: there is no text to look at; 9 of 10 are told; names without anything told of them;
            | การใช้อำนาจ | | | below rows that are filled in; scores beside an empty column ข้อค้นพบ
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from oit_checker.checks.apart import without_tables
from oit_checker.checks.blank_rows import blank_column, blank_things
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.labels import EMPTY_COLUMN
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

REACH = 200  # folded letters after a name in which something is told of it
_SCORES_WITHIN = 900  # folded letters after the first name within which the scores of all of them stand
SCORE = regex(r"(?<![\d.])\d{2,3}(?:\.\d{1,2})?(?!\d*[.)]\D)")
_DECIMALS = regex(r"(?:100|\d{2})\.\d{2}|100")  # the fold joins those that stand in a row
# แผนปฏิบัติการป้องกันการทุจริต is a plan, no indicator; in เลือกปฏิบัติ | การใช้งบประมาณ a cell ends before it.
_NO_PLAN = "".join(f"(?<!{fold(word + 'ปฏิบัติ')})" for word in ("แผน", "เชิง", "ประชุม", "ศูนย์", "ชุด"))
NO_MATTER = regex(r"ตัวชี้?วัด(?:ย่อย)?(?:ที่?)?|และ|ได้?แก่?|ด้?าน|[^ก-๎a-z]")


def each_told(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    things: list[list[str]],
    min_count: int,
    min_letters: int = 12,
    not_under: Sequence[Sequence[str]] = (),
    but_under: Sequence[str] = (),
    analysed: Sequence[str] = (),
) -> Observation:
    """Count the things of which something is told; the first is quoted."""
    seen = _all_told(matter, things, min_count, min_letters)
    if seen.status is ComponentStatus.FOUND and (note := _unfilled(matter, things, min_count, analysed)) is not None:
        return replace(seen, status=ComponentStatus.UNREADABLE, note=note)
    others = _without_plans(matter, not_under, but_under) if seen.status is ComponentStatus.FOUND else None
    if others is None:
        return seen
    again = _all_told(others, things, min_count, min_letters)
    if again.status is ComponentStatus.FOUND:
        return again
    note = f"บางรายการมีเพียงในตารางของสิ่งที่จะทำ {again.note or 'โปรดเปิดดู'}"
    return replace(seen, status=ComponentStatus.UNREADABLE, note=note)


def _unfilled(matter: Matter, things: Sequence[Sequence[str]], min_count: int, analysed: Sequence[str]) -> str | None:
    """What of a table of the things nobody has filled in: the rows of some, or the column of what is said of each."""
    if names := blank_things(matter, things, min_count):
        return f"ตารางไม่มีคะแนนหรือข้อวิเคราะห์ของ: {' · '.join(names)} โปรดเปิดดู และเพิ่มให้ครบ"
    head = blank_column(matter, things, min_count, analysed) if analysed and matter.empty_headings else None
    if head is None:
        return None
    return f"มีคอลัมน์ “{head}” {EMPTY_COLUMN} มีเพียงคะแนนของแต่ละรายการ โปรดเปิดดู และเพิ่มข้อวิเคราะห์ของแต่ละรายการ หากยังไม่มี"


def _without_plans(matter: Matter, heads: Sequence[Sequence[str]], but: Sequence[str]) -> Matter | None:
    """The matter without the tables whose heads hold a word of each group and none of the others; None without any."""

    def tells_of_others(table: Table) -> bool:
        head = matter.fold(" ".join(cell for cell in table.header if "สอดคล้อง" not in cell))
        is_named = all(any(matter.fold(word) in head for word in words) for words in heads)
        return bool(heads) and is_named and not any(matter.fold(word) in head for word in but)

    return without_tables(matter, tells_of_others)


def _all_told(matter: Matter, things: Sequence[Sequence[str]], min_count: int, min_letters: int) -> Observation:
    standing = {number for number, words in enumerate(things) if matter.holds(words)}
    if len(standing) < min_count:
        return absent(_lacking(things, standing))
    held, spelled = len(standing), tuple(matter.folded_words(words) for words in things)
    named = named_things(matter, things)
    standing = {number for _, _, number in named}
    if len(standing) < min_count:
        return absent(_lacking(things, standing))
    told = {number: (start, end) for start, end, number in reversed(_told(named, spelled, matter, min_letters))}
    first, last = named[0][0], named[-1][1]
    if len(_DECIMALS.findall(matter.at(first, first + _SCORES_WITHIN))) >= len(standing):
        told = {number: (start, end) for start, end, number in reversed(named)}
    place = matter.place_at(*next(iter(sorted(told.values())), (first, last)))
    if len(told) == len(things):
        return found(place.snippet, place.place)
    if len(told) == held >= min_count and _are_rows(matter, spelled, len(told)):
        return absent(_lacking(things, told))
    if len(told) >= min_count:
        said = f"{_lacking(things, told)} โปรดเปิดดู และเพิ่มรายการที่ยังขาด หากยังไม่มี"
    else:
        place = matter.place_at(first, last)
        said = f"มีแต่ชื่อเรียงกัน: “{place.snippet}” ไม่พบคะแนนหรือข้อวิเคราะห์ของแต่ละรายการ โปรดเปิดดู"
    return Observation(ComponentStatus.UNREADABLE, place.snippet, place.place, said)


def _are_rows(matter: Matter, spelled: Sequence[Sequence[str]], count: int) -> bool:
    """Whether the things make up the rows of one table: a list that ends before the last of them leaves no doubt."""
    for table in matter.tables:
        rows = [matter.fold(" ".join(row)) for row in table.rows if any(row)]
        if len(rows) == count and all(any(word in row for words in spelled for word in words) for row in rows):
            return True
    return False


def named_things(matter: Matter, things: Sequence[Sequence[str]]) -> list[tuple[int, int, int]]:
    """Where in the folded text each of the things is named, and which it is."""
    spelled = tuple(matter.folded_words(words) for words in things)
    numbers = {word: number for number, words in enumerate(spelled) for word in words}
    return [(*span, numbers[word]) for span in matter.spans(_any_of(spelled)) if (word := matter.at(*span)) in numbers]


def _lacking(things: Sequence[Sequence[str]], standing: Collection[int]) -> str | None:
    """Which of the things are not there, each by its first name; None where none is."""
    names = [words[0] for number, words in enumerate(things) if number not in standing]
    return f"พบ {len(standing)} จาก {len(things)} ยังไม่พบ: {' · '.join(names)}" if standing else None


@lru_cache(maxsize=16)
def _any_of(spelled: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    words = sorted((word for words in spelled for word in words), key=len, reverse=True)
    named = "|".join(re.escape(word) + (r"(?!\d)" if word[-1].isdigit() else "") for word in words)
    return re.compile(f"{_NO_PLAN}(?:{named})")


def _told(
    named: Sequence[tuple[int, int, int]], spelled: Sequence[Sequence[str]], matter: Matter, min_letters: int
) -> list[tuple[int, int, int]]:
    """The places at which something is told, before the next of the things is named."""
    told = []
    for at, (start, end, number) in enumerate(named):
        after = next((other for other, _, another in named[at + 1 :] if another != number), end + REACH)
        said = matter.at(end, min(after, end + REACH))
        for word in spelled[number]:
            said = said.replace(word, "")  # its other name: ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่
        if SCORE.search(said) or len(NO_MATTER.sub("", said)) >= min_letters:
            told.append((start, end, number))
    return told
