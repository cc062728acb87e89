"""Of which kind a title says that its document is: plan, report, manual, announcement …

Thai puts the head noun first, so the kind is the first kind word of a title:
รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต is a report. An
announcement or order says after เรื่อง what it brings into force; it is both.
Who is appointed to make a plan has not made it yet: an appointment is an order,
whatever the duties are that it names. A memo (บันทึกข้อความ) is a memo, whatever
it is about, and รายงานการประชุม are minutes; an invitation or an agenda tells
of no meeting that was held. รายงานแผน… may be either of the two.
A title that begins with ผล… tells results, and a plan that work is held against
(ตามแผน, เทียบกับแผน) is its object. A rule by which something is judged
(หลักเกณฑ์การประเมินผล…) reports nothing, and neither does ประเมินผลการปฏิบัติงาน,
the appraisal of the staff. Where a channel to use (ช่องทาง) is due,
nothing to read serves for it; ขั้นตอนและช่องทาง… are both.

`match.kind_signs` weighs a title against what else the document shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from oit_checker.model.checklist import DocumentKind
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

WITH_FORMS = frozenset((DocumentKind.FORM, DocumentKind.MANUAL))
"""What is right to hold blank forms."""
_WORDS: dict[DocumentKind, tuple[str, ...]] = {
    DocumentKind.REPORT: (
        "รายงาน",
        "สรุปผล",
        "ผลการดำเนินงาน",
        "ผลการดำเนินการ",
        "ผลการปฏิบัติงาน",
        "แบบสรุป",
        "annual report",
        "สขร",
        "ผลการเปิดโอกาส",
        "กำกับติดตาม",
        "ความก้าวหน้า",
        "บทวิเคราะห์",
        "การวิเคราะห์ผล",
        "ผลการติดตาม",
        "การประเมินผลแผน",
        "ติดตามและประเมินผลแผน",
        "ติดตามประเมินผลแผน",
    ),
    DocumentKind.PLAN: ("แผน", "ยุทธศาสตร์", "มาตรการ", "ข้อบัญญัติ", "เทศบัญญัติ", "action plan"),
    DocumentKind.MANUAL: (
        "คู่มือ",
        "แนวทาง",
        "แนวปฏิบัติ",
        "วิธีปฏิบัติงาน",
        "วิธีการปฏิบัติงาน",
        "ขั้นตอน",
        "manual",
        "sop",
        "work instruction",
        "มาตรฐานการ",
    ),
    DocumentKind.ANNOUNCEMENT: ("ประกาศ", "เจตนารมณ์", "announcement"),
    DocumentKind.ORDER: ("คำสั่ง", "แต่งตั้งคณะ", "แต่งตั้งเจ้าหน้าที่", "แต่งตั้งผู้", "แต่งตั้งทีม"),
    DocumentKind.STATISTICS: ("สถิติ", "ข้อมูลเชิงสถิติ", "จำนวนผู้รับบริการ"),
    DocumentKind.LAW: (
        "พระราชบัญญัติ",
        "พระราชกฤษฎีกา",
        "พรบ",
        "พ.ร.บ.",
        "พ.ร.ฎ.",
        "กฎกระทรวง",
        "รัฐธรรมนูญ",
        "ระเบียบ",
        "ข้อบังคับ",
        "ข้อกำหนดจริยธรรม",
    ),
    DocumentKind.NEWS: ("ข่าว", "จดหมายข่าว"),
    DocumentKind.MINUTES: ("รายงานการประชุม", "บันทึกการประชุม", "มติที่ประชุม"),
    DocumentKind.INVITATION: ("ระเบียบวาระการประชุม", "วาระการประชุม", "หนังสือเชิญ", "ขอเชิญ", "เชิญประชุม", "กำหนดการประชุม"),
    DocumentKind.MEMO: ("บันทึกข้อความ", "หนังสือนำส่ง"),
    DocumentKind.PAGE: ("ช่องทาง",),
    DocumentKind.FORM: ("แบบฟอร์มการขอ", "แบบฟอร์มขอ", "แบบฟอร์มคำ", "แบบคำขอ", "แบบคำร้อง", "ใบคำขอ", "ใบคำร้อง"),
}
_FOLDED = {kind: tuple(fold(word) for word in words) for kind, words in _WORDS.items()}
_NO_KIND = tuple(fold(word) for word in ("แผนที่", "แผนผัง", "แผนภูมิ"))  # no plans
# Before a plan they say that something else is held against it.
_OBJECT = regex(f"(?:ตาม|กับ|เทียบ|ต่อ)(?:{'|'.join(_FOLDED[DocumentKind.PLAN])})")
# Codes and numbers may stand before it; ผลผลิต, ผลที่คาดว่าจะได้รับ and the like are no results of work.
_RESULTS = regex(
    fold(r"[^ก-๛]*ผล(?!ผลิต|ประโยชน์|ไม้|งาน|กระทบ|ลัพธ์|สัมฤทธิ์|ที่|คะแนน|สอบ|ตอบแทน|การเรียน|การสอบ|การเลือกตั้ง|การคัดเลือก|ัก|ิ|ึ)")
)
_RULE = regex(fold("[^ก-๛]*(?:หลักเกณฑ์|เกณฑ์|วิธีการ)"))
_APPRAISAL = fold("ประเมินผลการปฏิบัติงาน")
_WRITTEN = frozenset(
    (DocumentKind.MANUAL, DocumentKind.STATISTICS, DocumentKind.REPORT, DocumentKind.PLAN, DocumentKind.MINUTES)
)
_SUBJECT = fold("เรื่อง")
_COMPLAINT = fold("เรื่องร้องเรียน")

_AND_CHANNEL = regex(fold("[ก-๎]{0,16}?(?:และ|หรือ|/)ช่องทาง"))

_APPOINTS = fold("แต่งตั้ง")
_REPORT_OR_PLAN = fold("รายงานแผน")

_OPPOSED = (
    {DocumentKind.PLAN, DocumentKind.REPORT},
    {DocumentKind.PLAN, DocumentKind.STATISTICS},
    {DocumentKind.MANUAL, DocumentKind.STATISTICS},
    {DocumentKind.ORDER, DocumentKind.PLAN},
    {DocumentKind.ORDER, DocumentKind.REPORT},
    {DocumentKind.ORDER, DocumentKind.MANUAL},
    {DocumentKind.ORDER, DocumentKind.STATISTICS},
    *(
        {passing, asked}
        for passing in (DocumentKind.MEMO, DocumentKind.MINUTES, DocumentKind.INVITATION, DocumentKind.FORM)
        for asked in (DocumentKind.PLAN, DocumentKind.REPORT, DocumentKind.MANUAL, DocumentKind.STATISTICS)
    ),
)


@lru_cache(maxsize=1024)  # the title of a page is asked of for its kind, its parts and its subject, and for each item
def kinds_of_title(title: str) -> tuple[DocumentKind, ...]:
    """Return the kinds that `title` names, the head first; at most two.

    >>> kinds_of_title("รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต")
    (<DocumentKind.REPORT: 'report'>,)
    """
    folded = fold(title)
    head, at = _first_kind(folded)
    if head is None:
        return ()
    if folded.startswith(_REPORT_OR_PLAN, at):
        return (DocumentKind.REPORT, DocumentKind.PLAN)
    if head in {DocumentKind.ANNOUNCEMENT, DocumentKind.ORDER}:
        subject = _after_subject(folded)
        if head is DocumentKind.ORDER and _APPOINTS in folded:
            return (head,)
        second, at = _first_kind(subject)
        if second is head:  # ประกาศ เรื่อง ประกาศใช้แผน…
            second, _ = _first_kind(subject[at + 1 :])
        if second is not None and second is not head:
            return (head, second)
    return (head, DocumentKind.PAGE) if _AND_CHANNEL.match(folded, at) else (head,)


@lru_cache(maxsize=1024)
def begins_with_kind(line: str, within: int) -> tuple[DocumentKind, ...]:
    """The kinds of a line that names one in its first `within` folded letters; none where it comes later."""
    head, at = _first_kind(fold(line))
    return kinds_of_title(line) if head is not None and at <= within else ()


def _first_kind(folded: str) -> tuple[DocumentKind | None, int]:
    """The first kind that is named, and where; of words that begin together the longest counts."""
    if (results := _RESULTS.match(folded)) is not None:
        return DocumentKind.REPORT, results.end() - 2
    for word in _NO_KIND:
        folded = folded.replace(word, "¦" * len(word))
    folded = _OBJECT.sub(lambda found: "¦" * len(found[0]), folded)
    folded = folded.replace(_APPRAISAL, "¦" * len(_APPRAISAL))
    told = {
        kind: words for kind, words in _FOLDED.items() if kind is not DocumentKind.REPORT or not _RULE.match(folded)
    }
    places = [(folded.find(word), -len(word), kind) for kind, words in told.items() for word in words if word in folded]
    if not places:
        return None, 0
    at, _, kind = min(places)
    return kind, at


def _after_subject(folded: str) -> str:
    start = folded.find(_SUBJECT)
    if start < 0 or folded.startswith(_COMPLAINT, start):
        return ""
    return folded[start + len(_SUBJECT) :]


def contradicts(kinds: Sequence[DocumentKind], asked: Sequence[DocumentKind]) -> bool:
    """Whether a document of these kinds cannot be the evidence that is asked for.

    Only clear opposites count: a report where a plan is due, a plan where a
    report or statistics are due, an order, a memo, minutes, an invitation or a form to fill in
    where any of these or a manual is due, statistics where a manual is due or a
    manual where they are, a statute where anything else is due, and what is there
    to be read where only a channel is.
    """
    if not kinds or not asked or set(kinds) & set(asked):
        return False
    if DocumentKind.LAW in kinds:
        return True
    wanted = set(asked)
    if wanted == {DocumentKind.PAGE}:
        return bool(_WRITTEN.intersection(kinds))
    return any(kind in pair and (pair - {kind}) & wanted and kind not in wanted for pair in _OPPOSED for kind in kinds)
