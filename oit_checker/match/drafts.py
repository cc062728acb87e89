"""Drafts (ร่าง): a document that says it is one may not be in force, and a person must look."""

from __future__ import annotations

import re
from collections.abc import Iterable

from oit_checker.documents.inner_text import cut
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

_KINDS = (
    r"แผน|รายงาน|คู่มือ|ประกาศ|คำสั่ง|แนวทาง|แนวปฏิบัติ|มาตรการ|นโยบาย|ข้อบัญญัติ|เทศบัญญัติ|ข้อบังคับ|ระเบียบ|ประมวล|"
    r"ยุทธศาสตร์|หลักเกณฑ์|สรุป"
)
# ร่างกาย, ร่างขอบเขตของงาน (a TOR is always called so) and the drafting of something are no drafts.
_DRAFT = regex(
    rf"^[\s\-–—_.*\"“]*(?:\(\s*ร่าง\s*\)|\[\s*ร่าง\s*\]|ร่าง(?=\s*(?:{_KINDS}))|ร่าง[\s\-–—_.*\"”]*$)"
    r"|\(\s*(?:ฉบับ)?ร่าง\s*\)|ฉบับร่าง|(?<![A-Za-z])draft(?![A-Za-z])",
    re.IGNORECASE,
)
_ABOUT_DRAFTS = regex(r"รับฟังความ(?:คิด)?เห็น|(?:ให้)?ความเห็นชอบ(?:ต่อ)?ร่าง|พิจารณาร่าง")
# A paper that tells of a hearing, and before a draft the words that make it what was asked about there.
_OF_A_HEARING = regex(
    r"(?:ผล|สรุป|รายงาน|บันทึก)[^|:(]{0,60}?(?:การมีส่วนร่วม|เปิดโอกาส|มีส่วนได้ส่วนเสีย|มีส่วนได้เสีย|ประชาพิจารณ์|ประชาคม|สำรวจความ(?:คิด)?เห็น)"
)
_ASKED_ABOUT = regex(r"(?:(?:เรื่อง|ต่อ|เกี่ยวกับ)\s*:?\s*|(?:ประเด็น|หัวข้อ)[^|:]{0,20}:[^|:]{0,100})$")
_QUOTED = 80


def draft_words(texts: Iterable[str]) -> str | None:
    """The line by which a document, its link or its file name says that it is a draft; None where none does.

    A report of a hearing is no draft because it names the draft that was asked about.

    >>> draft_words(["(ร่าง) แผนปฏิบัติการป้องกันการทุจริต พ.ศ. 2569"])
    '(ร่าง) แผนปฏิบัติการป้องกันการทุจริต พ.ศ. 2569'
    """
    is_of_hearing = False
    for text in texts:
        line = squeeze(text.replace("_", " "))
        drafts = [] if _ABOUT_DRAFTS.search(line) else list(_DRAFT.finditer(line[:200]))
        for draft in drafts:
            before = line[: draft.start()]
            heard = is_of_hearing or _OF_A_HEARING.search(before) is not None
            if not (heard and _ASKED_ABOUT.search(before)):
                return cut(line, _QUOTED)
        is_of_hearing = is_of_hearing or _OF_A_HEARING.search(line) is not None
    return None
