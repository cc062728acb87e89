"""Covering memos and letters: they send a plan or report on its way, and are not that plan or report.

A memo (บันทึกข้อความ) or a letter with enclosures (สิ่งที่ส่งมาด้วย) counts for what follows in the same file. One that
sends something which does not follow is a memo and nothing else; one that tells figures itself, or is followed by pages
that cannot be read, may be either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from oit_checker.documents.inner_text import cut
from oit_checker.match.kinds import begins_with_kind
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import fold, quote, squeeze

FIGURES = 3  # counted things by which a memo tells something itself
_HEAD = 60  # folded letters of a page in which it says what it is; a logo's or agency's name may stand before
ENCLOSED = 200  # folded letters after a memo that are more than signatures
_QUOTED = 120
_LINES = 3  # passages of a page that may be its title
_MEMO = fold("บันทึกข้อความ")
_TO = regex(r"(?:^|\s)เรียน\s")
_LETTER = regex(r"สิ่งที่ส่งมาด้วย|ขอแสดงความนับถือ")
_CLOSING = regex(r"จึงเรียนมา|ขอแสดงความนับถือ")
_SENDS = regex(r"ที่แนบ|แนบมา|เอกสารแนบ|ตามแนบ|ดังแนบ|สิ่งที่ส่งมาด้วย|ขอ(?:นำ|จัด)?ส่ง|ขออนุญาต(?:นำ|เผยแพร่)|ขออนุมัติ|ขอความเห็นชอบ")
_ASKS = regex(r"ส่ง|ขออนุ|ขอความ|ขอให้|ขอเชิญ|ขอรับ|ขอใช้|เวียน|ซักซ้อม")
_FIGURE = regex(
    r"(?<!\d)(?!25\d\d\s)\d[\d,.]*\s*(?:บาท|โครงการ|กิจกรรม|คน|ราย(?!งาน|การ)|ครั้ง|เรื่อง|รายการ)|ร้อยละ\s*\d|ไม่มี(?:เรื่อง|ผู้|การ)"
)
_ENDORSED = regex(
    r"\s*(?:คำสั่ง|ความเห็น|ข้อพิจารณา|ข้อสั่งการ|เกษียน)(?:\s*(?:/|และ)\s*(?:คำสั่ง|ความเห็น|ข้อสั่งการ))?\s*(?::|\.{2,}|…|ทราบ|อนุมัติ|เห็นชอบ|ดำเนินการ|ลงนาม"
    r"|(?:ของ)?(?:ผู้(?:บังคับบัญชา|บริหาร|อำนวยการ)|นายก|ปลัด|อธิการ|หัวหน้า|คณบดี|อธิบดี|เลขาธิการ))"
)
_BODIES = {DocumentKind.MEMO, DocumentKind.NEWS, DocumentKind.LAW}


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo or letter at the head of a file.

    follows are the kinds of papers that follow it, each with its first words ("หน้า 2: …"). sends quotes the words that
    send something on its way, figures how many counted things it tells, has_table that a table of its own has filled
    rows; unread are pages after it without usable text, rest the first words of a text after it that names no kind.
    """

    words: str
    follows: tuple[tuple[tuple[DocumentKind, ...], str], ...] = ()
    sends: str | None = None
    figures: int = 0
    unread: tuple[int, ...] = ()
    rest: str | None = None
    has_table: bool = False

    @property
    def only_sends(self) -> bool:
        """Whether it is nothing but a way to send what does not follow."""
        is_alone = not (self.follows or self.unread or self.rest)
        return is_alone and self.sends is not None and self.figures < FIGURES

    @property
    def subject(self) -> str:
        """What it is about, by its own words; empty where it does not say."""
        return self.words.partition("เรื่อง")[2]

    @property
    def tells_itself(self) -> bool:
        """Whether it tells something and asks for nothing: figures or a table of its own, or a text that follows it.

        What it sends must follow, and all of that must be readable.
        """
        is_told = self.rest is not None or ((self.figures > 0 or self.has_table) and self.sends is None)
        return is_told and not self.unread and not _ASKS.search(self.subject)


def memo_of(page: Page) -> Memo | None:
    """The memo or letter that a document begins with; None for a document that begins otherwise."""
    if page.kind is PageKind.HTML or not page.passages:
        return None
    own, after = _parted(page)
    text = " ".join(passage.text for passage in own)
    if not _is_memo(page, text):
        return None
    sends = _SENDS.search(text)
    rest = " ".join(text for text in _pages(after) if DocumentKind.MEMO not in begins_with_kind(text, _HEAD))
    return Memo(
        words=cut(squeeze(page.title or text), _QUOTED),
        follows=tuple(_headed(after)),
        sends=quote(text, *sends.span(), around=40) if sends else None,
        figures=len(_FIGURE.findall(arabic_digits(text))) + sum(len(table.rows) for table in page.tables),
        unread=tuple(number for number in page.partly_unreadable if number > 1),
        rest=cut(squeeze(rest), _QUOTED) if len(fold(rest)) >= ENCLOSED else None,
        has_table=any(len(table.header) > 1 and _is_filled(table) for table in page.laid_out),
    )


def _is_filled(table: Table) -> bool:
    return any(sum(map(bool, row)) > 1 for row in table.rows)


def _is_memo(page: Page, text: str) -> bool:
    if fold(page.title or "").startswith(_MEMO) or 0 <= fold(text[: 3 * _HEAD]).find(_MEMO) <= _HEAD:
        return True
    return bool(_TO.search(text[:800]) and _LETTER.search(text)) and not begins_with_kind(text[:400], _HEAD)


def _parted(page: Page) -> tuple[list[Passage], list[Passage]]:
    """The passages of the memo itself, and those after it: the next pages, or what stands below its closing."""
    if page.passages[0].page_no is not None:
        first = page.passages[0].page_no
        return (
            [passage for passage in page.passages if passage.page_no == first],
            [passage for passage in page.passages if passage.page_no != first],
        )
    closing = next((at for at, passage in enumerate(page.passages) if _CLOSING.search(passage.text)), None)
    end = len(page.passages) if closing is None else closing + 1
    return list(page.passages[:end]), list(page.passages[end:])


def _pages(passages: list[Passage]) -> Iterator[str]:
    for _, group in groupby(passages, key=lambda passage: passage.page_no):
        yield " ".join(passage.text for passage in group)


def _headed(after: list[Passage]) -> Iterator[tuple[tuple[DocumentKind, ...], str]]:
    """The kinds that pages after the memo begin with, and their first words; another memo is none."""
    for page_no, group in groupby(after, key=lambda passage: passage.page_no):
        passages = list(group)
        lines = passages[:_LINES] if page_no is not None else passages
        for passage in lines:
            if _ENDORSED.match(passage.text):  # what the superior wrote on it: "คำสั่ง/ความเห็น ทราบ ให้เผยแพร่"
                break
            kinds = begins_with_kind(passage.text, _HEAD)
            if kinds and kinds[0] not in _BODIES:
                place = f"หน้า {page_no}: " if page_no is not None else ""
                yield kinds, f"{place}{cut(squeeze(passage.text), _QUOTED)}"
