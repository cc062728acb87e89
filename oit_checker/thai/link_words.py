"""Words of links, and around them, that say nothing of what a link leads to."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from oit_checker.patterns import regex
from oit_checker.thai.months import FULL_NAMES
from oit_checker.thai.text import fold

_GENERIC = regex(
    r"^(?:download|ดาวน์โหลด|โหลด|เปิดข้อมูล|เปิดดู|เปิดอ่าน|เปิด|open|กดที่นี่|คลิ๊ก|แสดง|คลิกลิงค์ข้อมูล|คลิกที่นี่|คลิก|ดูรายละเอียด|รายละเอียด|ดูเพิ่มเติม|เพิ่มเติม|อ่านต่อ|อ่านเพิ่มเติม"
    r"|readmore|seemore|more|details?|ดูข้อมูล|อ่านข้อมูล|อ่านรายละเอียด|ดูไฟล์แนบ|ไฟล์แนบ|แนบไฟล์|เอกสารแนบ|เอกสาร|link|ลิงก์|ลิงค์|pdf|file|ไฟล์|view|click|here|excel|word|docx|xlsx|zip|kb|mb|url|ดู|ที่นี่|th|en|thai|english|ภาษาไทย|ภาษาอังกฤษ"
    r"|[\d\W_])*$"
)
# What a content system writes around the matter of a page: dates, counters, names of attachments, page numbers.
_MONTH = rf"(?:{'|'.join(FULL_NAMES)}|[ก-ฮ]{{1,2}}\.?\s?[คพย]\.)"
_AROUND_MATTER = regex(
    rf"\d{{1,2}}\s*{_MONTH}\s*(?:พ\.ศ\.\s*)?\d{{2,4}}|[\w./()\-]+\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png|gif)\b"
    r"|(?:วันที่)?\s*(?:ประกาศ|เผยแพร่|โพสต์|ลงประกาศ|ปรับปรุง|แก้ไข|อัปเดต|อัพเดท|สร้าง|บันทึก)(?:ข้อมูล|ล่าสุด|ครั้งล่าสุด)?\s*(?:เมื่อ|วันที่|ณ)?"
    r"|(?:จำนวน)?(?:ผู้)?(?:เข้าชม|เข้าดู|เปิดอ่าน|เปิดดู|อ่าน|ดาวน์โหลด|view|hits?|download)s?(?:แล้ว)?|ครั้ง|คน"
    r"|(?:เอกสาร|ไฟล์)(?:ที่)?(?:แนบ|ประกอบ)|แนบไฟล์|ชื่อไฟล์|ขนาด(?:ไฟล์)?|[kmg]b\b|bytes?|ผู้(?:เขียน|ประกาศ|ลงข้อมูล|ดูแลระบบ)|โดย|admin\w*"
    r"|ที่มา|หมวด(?:หมู่)?|ประเภท|ลำดับ(?:ที่)?|วันที่|เวลา|หัวข้อ|รายการ|เรื่อง|หน้า(?:แรก)?|ก่อนหน้า|ถัดไป|ย้อนกลับ|พิมพ์|แชร์|share|print|น\.",
    re.IGNORECASE,
)
_WAY_AROUND = regex(
    r"\s*[«‹<←]*\s*(?:ดู)?(?:ทั้งหมด|ย้อนกลับ|(?:กลับ)?(?:ขึ้น|ไป)*(?:หน้า(?:หลัก|แรก|เดิม)|(?:ด้าน|ข้าง)บน)|กลับ"
    r"|หน้า(?:ถัดไป|ก่อนหน้า)|ถัดไป|ก่อนหน้า|แชร์|share|top)\s*[»›>→]*\s*\Z",
    re.IGNORECASE,
)
# What is told and not named: counted things, sums, ways to reach someone, persons, that there is nothing.
_FACT = regex(
    r"(?<!ที่)(?<!ที่\s)(?<![0-9๐-๙/.,])[0-9๐-๙]{1,3}(?:,[0-9๐-๙]{3})*\s*(?:เรื่อง|ราย(?![ก-๎])|บาท|ล้าน|วัน(?!ที่)|นาที|ชั่วโมง|ข้อร้องเรียน|%)"
    r"|ร้อยละ|\w@\w|(?:โทร|tel\b)\S{0,8}\s*[.:]?\s*[0-9๐-๙]|(?<!\d)0\d{1,2}[-\s]?\d{3}[-\s]?\d{3,4}|ไม่(?:มี|พบ|ปรากฏ)|อยู่\s*(?:ใน)?\s*ระหว่าง|กำลัง(?:จัดทำ|ปรับปรุง)"
    r"|(?<![ก-๎])(?:นางสาว|นาง|นาย(?!ก(?:เทศ|องค์|เมือง|รัฐ|สภา|สมาคม|เหล่า|อบ|[\s.ฯ])|อำเภอ|ทะเบียน|จ้าง|ช่าง|ตรวจ)|น\.ส\.|ดร\.|ผศ\.|รศ\."
    r"|พล\.|พ\.ต)\s*[ก-ฮเ-ไ]",
    re.IGNORECASE,
)
LIST_NUMBER = regex(r"^\s*[0-9๐-๙]{1,3}[.)]?\s+")
_LEAST_MATTER = 3  # letters that remain of a text with matter of its own


@lru_cache(maxsize=8192)  # menus and lists repeat their words on page after page
def is_generic(text: str) -> bool:
    """Whether a link text says nothing of what it leads to (ดาวน์โหลด, คลิกที่นี่, –)."""
    return _GENERIC.match(fold(text)) is not None


def is_around_matter(text: str, of_links: Collection[str] = ()) -> bool:
    """Whether a text holds nothing but what stands around a page's matter: dates, counters, attachments, link texts.

    >>> is_around_matter("ประกาศเมื่อ 5 พฤศจิกายน 2568 เข้าชม 46 ครั้ง"), is_around_matter("ไม่มีเรื่องร้องเรียน")
    (True, False)
    """
    for said in sorted([said for said in of_links if said and said in text], key=len, reverse=True):
        text = text.replace(said, " ")
    return not _has_matter(text)


def _has_matter(text: str) -> bool:
    """Whether enough letters remain of a text without what stands around matter.

    Walked by hand, and not by `sub`: most texts show within a few letters that they have matter of their own.
    """
    letters = at = 0
    while at < len(text):
        if around := _AROUND_MATTER.match(text, at):
            at = around.end()
            continue
        letters += text[at].isalpha()
        if letters == _LEAST_MATTER:
            return True
        at += 1
    return False


def is_way_around(text: str) -> bool:
    """Whether a link only leads around the site: back, home, to the next page, to all of a list."""
    return _WAY_AROUND.match(text) is not None


def tells_a_fact(text: str) -> bool:
    """Whether short words tell something and are no mere title: a count, a sum, a person, that there is none.

    >>> tells_a_fact("รับเรื่อง 3 เรื่อง แล้วเสร็จทั้งหมด"), tells_a_fact("รายงานผลรอบ 6 เดือน ปี 2568")
    (True, False)
    """
    return _FACT.search(LIST_NUMBER.sub("", text)) is not None
