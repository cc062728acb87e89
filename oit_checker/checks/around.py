"""What stands around a phrase and makes it something else: another's past, a purpose, a thing that is still to come."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from oit_checker.patterns import regex
from oit_checker.thai.text import fold, toneless

Around = Callable[[str, int, int], bool]
"""Told the folded text and the span of a phrase in it: whether what stands around makes it something else."""

_REACH = 60  # folded letters before a phrase in which its clause begins
_AT_ONCE = 6  # letters that may stand between a word and what it governs at once: เพื่อ (ให้) นำไปใช้
_CLOSE = 24  # letters beside a phrase in which a remark on it stands
_AHEAD = 80  # folded letters after a phrase within which it is told that it is still to come
_ENDS = regex("[¦|;]")
_ENDS_OF_REMARK = regex("[¦|;0-9]")
_ENDS_AT_ONCE = regex("[¦|;:()]")
# "จะดำเนินการจัดอบรม", "กำหนดจัดอบรม", "มีแผนจัดอบรม" … before the phrase, "… (อยู่ระหว่างเตรียมการ)" after it.
_WILL = (
    f"(?:จะ(?:ได้)?(?:มีการ|ต้อง|{fold('ดำเนินการ')}|ทำการ|เร่ง|{fold('ร่วม')})?|(?<!ตามที่)(?<!ข้อ){fold('กำหนด')}(?:การ|จะ|ให้มี(?:การ)?)?"
    f"|เตรียม(?:การ|{fold('ความพร้อม')})?(?:จะ)?|มีแผน(?:การ|งาน)?(?:ที่)?(?:จะ)?|วางแผน(?:การ)?|คาดว่า(?:จะ)?|เห็นควร(?:ให้)?(?:มี)?(?:การ)?)$"
)
_TO_COME = (
    f"{fold('อยู่')}(?:ใน)?{fold('ระหว่าง')}(?:การ)?(?:เตรียม|วางแผน|{fold('ขออนุมัติ')}|{fold('ประสาน')})|{fold('กำหนดจัด')}|จะ(?:ได้)?จัด|จะ(?:ได้)?{fold('ดำเนินการ')}(?:จัด|อบรม|ใน|ประชุม)"
    f"|ยังไม่ถึง{fold('กำหนด')}|ยังไม่(?:ได้)?(?:จัด|{fold('ดำเนิน')})"
)

# A team is called after what it is to do, an order after the team: "แต่งตั้งคณะทำงานส่งเสริมจริยธรรม" tells of no activity.
_TEAM = f"คณะ(?:{fold('ทำงาน')}|{fold('อนุกรรมการ')}|{fold('กรรมการ')})|{fold('กลุ่มงาน')}|{fold('ผู้รับผิดชอบ')}"
_ORDER = f"(?<!ตาม){fold('คำสั่ง')}|(?<!บรรจุ)(?<!บรรจุและ){fold('แต่งตั้ง')}(?!ใหม่)"
_TONES = regex("([่-๋])")  # which OCR may not have read


def _loose(source: str) -> str:
    return _TONES.sub(r"\1?", source)


def _loosely(source: str) -> re.Pattern[str]:
    return regex(_loose(source))


def _not_after(*words: str) -> str:
    """A look-behind that none of the words stands before, with their tone marks or without."""
    return "".join(
        f"(?<!{word})" for word in sorted({spelled(fold(word)) for word in words for spelled in (str, toneless)})
    )


_NAMING = _loosely(f"(?P<order>{_ORDER})|{_TEAM}")
_ACTS = ("ได้", "จัด(?!ทำ)", "ร่วม", "อบรม", "กิจกรรม", "ประชุม", "สัมมนา", "บรรยาย", "โครงการ", "เมื่อ", "แล้ว", "จึง")
_TELLS = ("มอบ", "ถ่ายทอด", "แจ้ง", "ประชาสัมพันธ์", "รณรงค์", "ปฐมนิเทศ", "ภาพ", "รายงาน", "[:•]")
_ACTING = _loosely("|".join(map(fold, (*_ACTS, *_TELLS))))
_ACTED = _loosely(f"ได้|และจัด|พร้อม|เมื่อ|แล้ว|จึง|{fold('เพื่อ')}|[:•]")
# "คณะกรรมการจริยธรรมดำเนินการ(ส่งเสริมจริยธรรม)" tells what the team did; its duty, its name (คณะกรรมการดำเนินการ…) and
# what it is let do (ให้คณะทำงาน…) tell nothing. "คำสั่งที่ 12/2569 เทศบาลจัด(อบรม)" tells what the agency did.
_YET = "|".join(
    map(
        fold,
        (
            "หน้าที่",
            "อำนาจ",
            "ให้",
            "ต้อง",
            "เพื่อ",
            "ผู้",
            "จะ",
            "มอบหมาย",
            "รับผิดชอบ",
            "กำหนด",
            "แผน",
            "แต่งตั้ง",
            "เรื่อง",
            "เตรียม",
        ),
    )
)
_AGENCY = "|".join(
    map(
        fold,
        (
            "เทศบาล",
            "อบต",
            "อบจ",
            "องค์การ",
            "สำนัก",
            "กรม",
            "กอง",
            "โรงเรียน",
            "มหาวิทยาลัย",
            "โรงพยาบาล",
            "จังหวัด",
            "อำเภอ",
            "สถานี",
        ),
    )
)
_WENT_ABOUT = regex(
    _not_after("ให้", "มอบหมาย")
    + _loose(f"คณะ(?:{fold('ทำงาน')}|{fold('อนุกรรมการ')}|{fold('กรรมการ')})(?:(?!{_YET})[^¦|;]){{3,40}}?")
    + _not_after("และ", "ที่", "การ")
    + _loose(f"{fold('ดำเนินการ')}(?!ตาม|ด้าน|{fold('เกี่ยวกับ')}|{_YET})")
)
_HELD = _loosely(
    f"(?<=[0-9])(?:{_AGENCY})(?:(?!{_YET}|คณะ|(?<!{fold('องค์')})การจัด)[^¦|;0-9]){{0,30}}?จัด(?!{fold('ทำ')}|{fold('ซื้อ')}|{fold('จ้าง')}|{fold('ส่ง')})"
)

_CAME = _loosely(f"{fold('ผู้เข้า')}(?:{fold('ร่วม')}|อบรม|รับ)")
_COUNTED = regex(f"[^¦|0-9]{{0,12}}[0-9,]+(?:คน|{fold('ราย')}|{fold('ท่าน')})")

_DIRECTOR = fold("ผู้อำนวยการ")
_POST_OF_ANOTHER = _loosely(
    f"(?:รอง|{fold('ผู้ช่วย')}|อดีต|{fold('เลขานุการ')}|เลขา|{fold('ที่ปรึกษา')}|{fold('ผู้แทน')}"
    "|deputy|vice|assistant|associate|former|secretarytothe)-?$"
)
_OF_A_PART = _loosely(f"{fold('ฝ่าย')}|{fold('กลุ่ม')}|{fold('ส่วน')}(?!{fold('ราชการ')})|แผนก|งาน")

_WAS_DONE = regex(
    f"(?<!จะ)(?<!ไม่)ได้(?:จัด|{fold('ดำเนินการ')}|{fold('เข้าร่วม')}|{fold('ร่วม')})|{fold('เมื่อวันที่')}|แล้ว|{fold('ผู้เข้า')}(?:{fold('ร่วม')}|อบรม|รับ)"
    f"|ภาพ(?:กิจกรรม|การ)|{fold('มีผู้')}|จานวน[0-9]+คน"
)


def without_in_clause(words: Sequence[str]) -> Around | None:
    """That none of the words stands in the clause of a place; None where none is asked for."""
    if not words:
        return None

    def lacks(folded: str, start: int, end: int) -> bool:
        clause = clause_before(folded, start) + _ENDS.split(folded[start : end + _AHEAD])[0]
        return not any(word in clause for word in words)

    return lacks


def with_in_clause(words: Sequence[str]) -> Around | None:
    """That one of the words stands close to a place in its clause (ไม่ทราบขั้นตอน); None where none is asked for."""
    if not words:
        return None

    def holds(folded: str, start: int, end: int) -> bool:
        close = clause_before(folded, start)[-_CLOSE:] + _ENDS_OF_REMARK.split(folded[end : end + _CLOSE])[0]
        return any(word in close for word in words)

    return holds


def clause_before(folded: str, start: int) -> str:
    """What stands before a place in its clause, of the folded text."""
    return _ENDS.split(folded[max(0, start - _REACH) : start])[-1]


def unless_led(after: Sequence[str], at_once: Sequence[str], *, by_ocr: bool = False) -> Around | None:
    """A phrase that one of the words leads to: after within its clause, at_once right before it; None without words."""
    if not after and not at_once:
        return None
    spelled = toneless if by_ocr else str
    far = [spelled(fold(word)) for word in after]
    near = [spelled(fold(word)) for word in at_once]

    def is_led(folded: str, start: int, end: int) -> bool:
        clause = clause_before(folded, start)
        governed = _ENDS_AT_ONCE.split(clause)[-1]
        return any(word in clause for word in far) or any(word in governed[-_AT_ONCE - len(word) :] for word in near)

    return is_led


def in_a_name(words: Sequence[str], members: Sequence[str]) -> Around | None:
    """A phrase in a name that the words make of it: ให้ประชาชนและชุมชนมีส่วนร่วม, การมีส่วนร่วมของประชาชน; None without words.

    members are what such a name lists beside the phrase. Where people are counted behind it, it tells of these.
    """
    return _named(tuple(words), tuple(members)) if words else None


@lru_cache(maxsize=8)
def _named(words: tuple[str, ...], members: tuple[str, ...]) -> Around:
    name = f"(?:{'|'.join(map(re.escape, map(fold, words)))})"
    listed = "|".join(map(re.escape, sorted(map(fold, members), key=len, reverse=True)))
    others = "|".join(map(fold, ("และ", "หรือ", "[/,]", "ภาคส่วน", "ทุก", "ทั่วไป", "ใน(?:พื้นที่|ท้องถิ่น|เขต)")))
    before = _loosely(f"{name}(?:ใน[^¦|:;]{{0,24}})?(?:ของ|จาก|โดย)(?:{listed}|{others})*$")
    after = _loosely(f"(?:{listed}|{others})*(?:ได้|เข้ามา|เข้า)*{name}")

    def is_in_name(folded: str, start: int, end: int) -> bool:
        if _COUNTED.match(folded, end):
            return False
        return before.search(folded[max(0, start - _REACH) : start]) is not None or after.match(folded, end) is not None

    return is_in_name


def is_to_come(folded: str, start: int, end: int) -> bool:
    """Whether the text says that the thing will be done, not that it was."""
    before = clause_before(folded, start)
    after = _ENDS.split(folded[end : end + _AHEAD])[0]
    will, to_come = _patterns()
    return will.search(before) is not None or to_come.search(after) is not None


def names_a_team(folded: str, start: int, end: int) -> bool:
    """Whether a phrase is a piece of the name of a team or of an order, which were called after what they are to do.

    A team may be told to have done a thing (คณะทำงานจริยธรรมจัดอบรม); in an order's name (แต่งตั้งคณะทำงานจัดกิจกรรม) it is
    yet to be done.
    """
    before = clause_before(folded, start)
    named = list(_NAMING.finditer(before))
    if not named or _CAME.search(folded, end, end + _AHEAD):
        return False
    by_order = next((one for one in named if one["order"]), None)
    if by_order is not None and not _ACTED.search(before, by_order.end()):
        return _HELD.search(before + folded[start:end], by_order.end()) is None
    if _WENT_ABOUT.search(before, named[-1].start()):
        return False
    return _ACTING.search(folded, start, end) is None and _ACTING.search(before, named[-1].end()) is None


def is_in_longer_post(folded: str, start: int, end: int) -> bool:
    """Whether a post is a piece of the title of another: รองอธิบดี, ผู้อำนวยการฝ่าย; who acts for one (แทนอธิบดี) is shown."""
    return _POST_OF_ANOTHER.search(folded[max(0, start - _REACH) : start]) is not None or (
        folded[start:end].endswith(_DIRECTOR) and _OF_A_PART.match(folded, end) is not None
    )


def shows_no_deed(folded: str, start: int, end: int) -> bool:
    """Whether nothing near a phrase says that the thing has happened: no ได้จัด, เมื่อวันที่, แล้ว, no people who came."""
    return _WAS_DONE.search(folded[max(0, start - _REACH) : end + _AHEAD]) is None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_WILL), re.compile(_TO_COME)


def any_of(*rules: Around | None) -> Around | None:
    """One rule that holds where any of them does; None where there is none."""
    given = [rule for rule in rules if rule is not None]
    if not given:
        return None
    return lambda folded, start, end: any(rule(folded, start, end) for rule in given)


@lru_cache(maxsize=1024)
def folded_words(words: tuple[str, ...], by_ocr: bool) -> tuple[str, ...]:
    """Words of a checklist in the form in which a text is compared; folded once a process."""
    return tuple(toneless(fold(word)) if by_ocr else fold(word) for word in words)
