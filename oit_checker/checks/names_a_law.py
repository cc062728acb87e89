"""Text that only names the law in which a thing is told, with a link to it, tells nothing of the thing itself."""

from __future__ import annotations

import re

from oit_checker.patterns import regex
from oit_checker.thai.text import fold, squeeze

_LAW = r"(?:พระราช(?:บัญญัติ|กฤษฎีกา|กำหนด)|พ\.\s?ร\.\s?[บฎก]\.|กฎกระทรวง|ระเบียบ|ข้อบังคับ|ประกาศ|กฎหมายว่าด้วย|รัฐธรรมนูญ)"
_LEADS = (
    r"(?:(?:มี|ให้|ได้)?(?:หน้าที่(?:และอำนาจ)?|อำนาจ(?:(?:และ)?หน้าที่)?)\s?)?"
    r"(?:ให้)?(?:เป็นไป|กำหนดไว้|กำหนด|ปรากฏ|บัญญัติไว้|อาศัยอำนาจ)?\s?"
)
# "เป็นไปตามพระราชบัญญัติ… พ.ศ. 2562 และที่แก้ไขเพิ่มเติม (ฉบับที่ 2) พ.ศ. 2564 มาตรา 66"
_NAMED = regex(
    rf"{_LEADS}(?:ตาม|ใน|โดย|แห่ง|และ)?(?:ที่(?:กำหนด|บัญญัติ)(?:ไว้)?)?(?:ใน)?\s?{_LAW}"
    r"(?:(?!ดังนี้|ดังต่อไปนี้|ได้แก่|คือ|ในการ|มีหน้าที่|มีอำนาจ|ให้มี)[^|•]){0,140}?(?:พ\s?\.\s?ศ\s?\.\s?[0-9๐-๙]{4}|พุทธศักราช\s?[0-9๐-๙]{4})"
    r"(?:\s?(?:และ)?(?:ที่)?(?:ได้)?แก้ไขเพิ่มเติม(?:ถึง)?)?"
)
_IN_GENERAL = regex(rf"{_LEADS}ตาม(?:ที่)?\s?(?:กฎหมาย|ระเบียบ)(?:ที่เกี่ยวข้อง)?\s?(?:กำหนด|บัญญัติ)?(?:ไว้)?")
_PARTS = regex(r"(?:ตาม)?(?:มาตรา|หมวด|ข้อ|ฉบับที่|ลงวันที่)\s?[0-9๐-๙/]+|\(\s?\)|ราชกิจจานุเบกษา[^|]{0,80}")
_LINK = regex(
    r"(?:สามารถ)?(?:ดาวน์โหลด|โหลด|คลิก|ดู|อ่าน|เปิด|เอกสารแนบ|รายละเอียด|download|click)[^|]{0,80}"
    r"(?:ฉบับเต็ม|ที่นี่|เพิ่มเติม|เอกสาร|ไฟล์|pdf|พระราช\S*|พ\.\s?ร\.\s?[บฎ]\.\S*)|ฉบับเต็ม",
    re.IGNORECASE,
)
LEAST = 24  # folded letters beside the law's name that say a thing of one's own: "ส่งเสริมการปลูกไม้มีค่าในชุมชน"


def only_names_a_law(text: str) -> bool:
    """Whether a text names a law and says nothing else, but where to read it.

    >>> only_names_a_law("เป็นไปตามพระราชบัญญัติสภาตำบล พ.ศ. 2537 ดาวน์โหลดฉบับเต็ม")
    True
    """
    said = squeeze(text)
    rest = said
    for pattern in (_NAMED, _IN_GENERAL):
        rest = pattern.sub(" ", rest)
    if rest == said:
        return False
    for pattern in (_PARTS, _LINK):
        rest = pattern.sub(" ", rest)
    return len(re.sub(r"[^ก-๎a-z]", "", fold(rest))) < LEAST
