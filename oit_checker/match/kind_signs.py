"""Of which kind a document is, told from several signs, and both quoted where they disagree.

Its own title comes first; a memo counts for what follows it; the columns of its tables speak where the title is silent
(ผลการดำเนินการ is a column of reports, ระยะเวลา beside ผู้รับผิดชอบ of plans). A link or file name is a hint: it tells
the kind of a document that says nothing itself, and never decides against one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from oit_checker.documents.inner_text import cut
from oit_checker.match.drafts import draft_words
from oit_checker.match.kinds import begins_with_kind, contradicts, kinds_of_title
from oit_checker.match.memos import Memo, memo_of
from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.evidence import Candidate
from oit_checker.model.labels import DOCUMENT_KIND
from oit_checker.model.page import Page, PageKind, Table
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, squeeze
from oit_checker.urls import file_name

HEAD = 60  # folded letters in which a line says what it heads; the agency's name may stand before
HEADER_ROWS = 2
PLAN_COLUMNS = 3  # different columns of a plan that make one
_QUOTED = 100
_DONE = regex(
    fold(
        "ผลการดำเนิน|ผลดำเนิน|ผลการปฏิบัติ|ผลการเบิกจ่าย|ผลเบิกจ่าย|ผลการใช้จ่าย|ใช้จ่ายจริง|เบิกจ่ายแล้ว|เบิกจ่ายจริง|ร้อยละความสำเร็จ|ผลสำเร็จ|ผลที่ได้"
    )
)
_TO_DO = tuple(
    regex(fold(words))
    for words in (
        "ระยะเวลา|ช่วงเวลา|กำหนดเวลา|ไตรมาส|แล้วเสร็จภายใน",
        "ผู้รับผิดชอบ|หน่วยงานรับผิดชอบ|หน่วยงานที่รับผิดชอบ|หน่วยงานหลัก",
        "งบประมาณ",
        "ตัวชี้วัด|ค่าเป้าหมาย|เป้าหมาย",
        "ผลที่คาดว่า|วัตถุประสงค์",
    )
)
# Words of results in the running text; a table of a report may do without columns of them.
_TOLD = regex(
    fold(
        "ดำเนินการแล้ว|จัด[ก-๎]{0,20}แล้ว|แล้วเสร็จ|ได้ดำเนินการ|ผู้เข้าร่วม|ผู้เข้าอบรม|เบิกจ่าย|บรรลุ|คิดเป็นร้อยละ|ปัญหาและอุปสรรค|ปัญหาอุปสรรค"
    )
)


_REPORT_LINE = regex(r"\sรายงาน(?!แผน).*")
# A number before a word, and no period or date (12 เดือน, 1 ตุลาคม 2568).
_ROW = regex(
    fold(
        r"(?:ข้อ(?:ที่)?)?\d{1,2}(?:\.\d{1,2})*[.)]?(?=[ก-ฮเ-ไ])(?!ปี|เดือน|วัน|ไตรมาส|[ก-ฮเ-ไ][ก-๎]{1,7}(?:คม|ยน|พันธ์)|[ก-ฮ]{1,2}\.)"
    )
)
_TABLE_HEAD = regex(
    r"(?:ลำดับ(?:ที่)?|ที่|ข้อ|no\.?)[ |]+.*(?:กระบวนงาน|ขั้นตอน|รายการ|โครงการ|กิจกรรม|ประเด็น|เหตุการณ์|ชื่อ|เรื่อง|งาน|มาตรการ)",
    re.IGNORECASE,
)
# A label over laws; "ระเบียบสำนักนายกรัฐมนตรี ว่าด้วย…" is the name of one, "ระเบียบปฏิบัติ : …" a manual's.
_RESTS_ON = regex(
    r"(?:\d{1,2}[.)]?\s?)?(?:กฎหมาย|ระเบียบ(?!ปฏิบัติ|วิธี)|ข้อบังคับ|ฐานอำนาจ|มาตรฐาน(?!การ)|เอกสาร)"
    r"(?:(?!ว่าด้วย|เรื่อง|พ\.\s?ศ|พ\.\s?ร)[ก-๎ /,.]){0,50}?"
    r"(?:(?<!เอกสาร)(?<!มาตรฐาน)\s?:|(?:ที่)?(?:เกี่ยวข้อง|อ้างอิง)(?!กับ)|ที่(?:ต้อง)?(?:ใช้(?!บังคับ)|ยึด|ถือปฏิบัติ))"
)
_CHANNEL = (DocumentKind.PAGE,)  # ช่องทาง… heads a page to use; a document of that name is of no kind that is told apart
_BY_COLUMNS = {DocumentKind.PLAN, DocumentKind.REPORT}  # other kinds hold tables of any sort


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a document's kind: what it says, the words, and a Thai name of their place."""

    kinds: tuple[DocumentKind, ...]
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class KindFound:
    """kinds, the head first, by `sign`; doubt is a Thai sentence that quotes what disagrees, None where nothing does.

    is_hint: only the link or the file name told it. may_be_whole: a memo that tells by itself what is due; where it
    shows all of that, it is the document and there is no doubt. is_draft: it says of itself that it is one.
    """

    kinds: tuple[DocumentKind, ...] = ()
    sign: Sign | None = None
    doubt: str | None = None
    is_hint: bool = False
    may_be_whole: bool = False
    is_draft: bool = False


def kind_of(page: Page, candidate: Candidate, asked: Sequence[DocumentKind]) -> KindFound:
    """Say of which kind a document is, as evidence of which `asked` kinds are due."""
    hint = _of_link(candidate)
    if page.kind is PageKind.HTML or page.unreadable is not None:
        return KindFound(hint.kinds, hint, is_hint=True) if hint is not None else KindFound()
    memo = memo_of(page)
    if memo is not None:
        return _of_memo(memo, asked)
    found = _weighed(title_signs(page), table_sign(page), hint, asked)
    draft = draft_words([*title_lines(page), candidate.member or "", candidate.link_text, file_name(candidate.url)])
    if draft is not None and found.doubt is None:
        doubt = f"“{draft}” ระบุว่าเป็นฉบับร่าง จึงยังยืนยันไม่ได้ว่าเป็นฉบับที่ประกาศใช้"
        return KindFound(found.kinds, found.sign, doubt, found.is_hint, is_draft=True)
    return found


def title_signs(page: Page) -> list[Sign]:
    """What the document's own title lines say: the title anywhere, further lines where they begin so.

    A title ends where numbered rows or the head of a table begin: แต่งตั้งคณะกรรมการ… in a row is a step, no order; and
    where a label begins the laws that the work rests on (กฎหมายที่เกี่ยวข้อง : พ.ร.บ.…).
    """
    title, *others = title_lines(page) or ("",)
    others = list(takewhile(lambda line: not (_begins_rows(line) or _RESTS_ON.match(squeeze(line))), others))
    told = [(title, kinds_of_title(title)), *((line, begins_with_kind(line, HEAD)) for line in others)]
    return [Sign(kinds, cut(squeeze(line), _QUOTED), "ชื่อเอกสาร") for line, kinds in told if kinds and kinds != _CHANNEL]


def _begins_rows(line: str) -> bool:
    """Whether a line is a numbered row, or the heads of a table's columns."""
    return _ROW.match(fold(line)) is not None or _TABLE_HEAD.match(squeeze(line)) is not None


def table_sign(page: Page) -> Sign | None:
    """What the columns say: results told in most of the tables make a report, none of them in any a plan."""
    heads = {head: table for table in page.tables if (head := _head(table))}
    done = [head for head in heads if _DONE.search(fold(head))]
    planned = [head for head in heads if _columns_of_plan(head) >= PLAN_COLUMNS]
    is_told = bool(done or planned) and any(_TOLD.search(fold(text)) for text in _texts(page))
    told = [head for head in done if (_tells_results(heads[head]) if heads[head].rows else is_told)]
    if told and 2 * len(told) > len(heads):
        return Sign((DocumentKind.REPORT,), cut(told[0], _QUOTED), "หัวตาราง")
    if planned and not done and not is_told:
        return Sign((DocumentKind.PLAN,), cut(planned[0], _QUOTED), "หัวตาราง")
    return None


def _head(table: Table) -> str:
    rows = (table.header, *table.rows[:HEADER_ROWS])
    return " | ".join(dict.fromkeys(cell for row in rows for cell in row if cell)) if len(table.header) > 1 else ""


def _tells_results(table: Table) -> bool:
    """Whether a column of results holds anything; a plan may carry an empty one, to be filled in later."""
    heads, rows = (table.header, *table.rows[:HEADER_ROWS]), table.rows[HEADER_ROWS:] or table.rows
    places = {place for row in heads for place, cell in enumerate(row) if _DONE.search(fold(cell))}
    told = (row[place] for row in rows for place in places if place < len(row))
    return any(cell and not _DONE.search(fold(cell)) for cell in told)


def _columns_of_plan(head: str) -> int:
    folded = fold(head)
    return sum(words.search(folded) is not None for words in _TO_DO)


def _texts(page: Page) -> Iterator[str]:
    yield from (passage.text for passage in page.passages)
    yield from (cell for table in page.tables for row in table.rows for cell in row)


def _of_link(candidate: Candidate) -> Sign | None:
    for text, place in (
        (candidate.member or "", "ชื่อไฟล์ในไฟล์บีบอัด"),
        (candidate.link_text, "ข้อความลิงก์"),
        (file_name(candidate.url), "ชื่อไฟล์"),
    ):
        if (kinds := kinds_of_title(text)) and kinds != _CHANNEL:
            return Sign(kinds, cut(squeeze(text), _QUOTED), place)
    return None


def _of_memo(memo: Memo, asked: Sequence[DocumentKind]) -> KindFound:
    if memo.follows:
        kinds, heading = next((one for one in memo.follows if not contradicts(one[0], asked)), memo.follows[0])
        return KindFound(kinds, Sign(kinds, heading, "เอกสารที่ต่อจากบันทึกนำส่ง"))
    sign = Sign((DocumentKind.MEMO,), memo.sends or memo.words, "บันทึกข้อความ")
    if memo.only_sends or not contradicts(sign.kinds, asked):
        return KindFound(sign.kinds, sign)
    if memo.unread:
        pages = ", ".join(map(str, memo.unread[:6]))
        doubt = f"เริ่มด้วยบันทึกข้อความ “{memo.words}” และหน้า {pages} ที่ตามมาอ่านเป็นข้อความไม่ได้ จึงยังไม่ทราบว่าแนบเอกสารใดไว้"
    elif memo.rest is not None:
        doubt = f"เริ่มด้วยบันทึกข้อความ “{memo.words}” ส่วนที่ตามมา (“{memo.rest}”) ไม่ได้บอกว่าเป็นเอกสารประเภทใด"
    else:
        doubt = f"เป็นบันทึกข้อความ “{memo.words}” ซึ่งแจ้งผลไว้ในตัวบันทึก จึงยังยืนยันไม่ได้ว่าเป็นเอกสารที่ข้อนี้ต้องการ"
    subject = kinds_of_title(memo.subject)
    is_due = bool(set(subject) & set(asked)) and not contradicts(subject, asked)
    return KindFound(subject, sign, doubt, may_be_whole=is_due and memo.tells_itself)


def _weighed(titles: Sequence[Sign], table: Sign | None, hint: Sign | None, asked: Sequence[DocumentKind]) -> KindFound:
    if titles:
        first, others = titles[0], _further_titles(titles)
        if table is not None and _BY_COLUMNS & set(first.kinds):
            others.append(table)
        against = next((sign for sign in others if _disagree(first, sign, asked)), None)
        return KindFound(first.kinds, first, _doubt(first, against) if against is not None else None)
    if table is not None:
        is_other = hint is not None and _disagree(hint, table, asked)
        return KindFound(table.kinds, table, _doubt(hint, table) if hint is not None and is_other else None)
    if hint is None:
        return KindFound()
    doubt = None
    if contradicts(hint.kinds, asked):
        doubt = f"{hint.place} “{hint.words}” บอกว่าเป็น{DOCUMENT_KIND[hint.kinds[0]]} แต่ตัวเอกสารไม่ได้ระบุประเภทไว้"
    return KindFound(hint.kinds, hint, doubt, is_hint=True)


def _further_titles(titles: Sequence[Sign]) -> list[Sign]:
    """Further short lines of the cover that begin with a kind: แผน… and below it รายงานผล…, joined to it or not.

    The other way round, แผน… is what the report above it is on.
    """
    lines = [sign for sign in titles[1:] if not sign.words.endswith("…") and begins_with_kind(sign.words, 0)]
    joined = _REPORT_LINE.search(titles[0].words)
    if joined is not None and titles[0].kinds[0] is DocumentKind.PLAN:
        lines.append(Sign((DocumentKind.REPORT,), joined[0].strip(), "บรรทัดต่อมา"))
    return lines


def _disagree(one: Sign, other: Sign, asked: Sequence[DocumentKind]) -> bool:
    """Whether two signs cannot both be right (a plan, a report), and only one of them is what is due."""
    cannot_be_both = contradicts(one.kinds, other.kinds) and contradicts(other.kinds, one.kinds)
    return cannot_be_both and contradicts(one.kinds, asked) != contradicts(other.kinds, asked)


def _doubt(one: Sign, other: Sign) -> str:
    return (
        f"{one.place} “{one.words}” บอกว่าเป็น{DOCUMENT_KIND[one.kinds[0]]} แต่{other.place} “{other.words}”"
        f" บอกว่าเป็น{DOCUMENT_KIND[other.kinds[0]]}"
    )
