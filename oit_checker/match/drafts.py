"""Drafts (ร่าง): a document that says it is one may not be in force, and a person must look."""

from __future__ import annotations

import re
from collections.abc import Iterable

from oit_checker.documents.inner_text import cut
from oit_checker.thai.text import squeeze

_KINDS = (
    r"แผน|รายงาน|คู่มือ|ประกาศ|คำสั่ง|แนวทาง|แนวปฏิบัติ|มาตรการ|นโยบาย|ข้อบัญญัติ|เทศบัญญัติ|ข้อบังคับ|ระเบียบ|ประมวล|"
    r"ยุทธศาสตร์|หลักเกณฑ์|สรุป"
)
# ร่างกาย, ร่างขอบเขตของงาน (a TOR is always called so) and the drafting of something are no drafts.
_DRAFT = re.compile(
    rf"^[\s\-–—_.*\"“]*(?:\(\s*ร่าง\s*\)|\[\s*ร่าง\s*\]|ร่าง(?=\s*(?:{_KINDS}))|ร่าง[\s\-–—_.*\"”]*$)"
    r"|\(\s*(?:ฉบับ)?ร่าง\s*\)|ฉบับร่าง|(?<![A-Za-z])draft(?![A-Za-z])",
    re.IGNORECASE,
)
_ABOUT_DRAFTS = re.compile(r"รับฟังความ(?:คิด)?เห็น|(?:ให้)?ความเห็นชอบ(?:ต่อ)?ร่าง|พิจารณาร่าง")
_QUOTED = 80


def draft_words(texts: Iterable[str]) -> str | None:
    """The line by which a document, its link or its file name says that it is a draft; None where none does.

    >>> draft_words(["(ร่าง) แผนปฏิบัติการป้องกันการทุจริต พ.ศ. 2569"])
    '(ร่าง) แผนปฏิบัติการป้องกันการทุจริต พ.ศ. 2569'
    """
    for text in texts:
        line = squeeze(text.replace("_", " "))
        if _DRAFT.search(line[:200]) and not _ABOUT_DRAFTS.search(line):
            return cut(line, _QUOTED)
    return None
