"""Minutes as a disclosure of participation: only of a meeting with people from outside."""

from __future__ import annotations

import pytest

from oit_checker.match.kinds import contradicts, kinds_of_title
from oit_checker.match.minutes import without_outsiders
from oit_checker.model.checklist import DocumentKind as Kind
from oit_checker.model.page import Page, PageKind, Passage, Unreadable


def minutes(*lines: str, unreadable: Unreadable | None = None) -> Page:
    passages = tuple(Passage(line, page_no=1) for line in lines)
    return Page("https://www.example.go.th/m.pdf", PageKind.PDF, "รายงานการประชุม", passages, unreadable=unreadable)


@pytest.mark.parametrize(
    "line",
    [
        "ผู้เข้าประชุม ตัวแทนชาวบ้าน 12 คน",
        "ประชุมร่วมกับผู้ประกอบการโรงสี",
        "ผู้มาประชุม: กำนัน และผู้นำชุมชน",
        "ราษฎรเข้าร่วมประชุม จำนวน 40 คน",
        "เวทีประชาคมหมู่ 3",
    ],
)
def test_a_meeting_with_people_from_outside_needs_no_doubt(line: str) -> None:
    assert without_outsiders(minutes("วาระที่ 1 เรื่องเพื่อทราบ", line)) is None


@pytest.mark.parametrize("line", ["ผู้เข้าประชุม ผู้อำนวยการกองทุกกอง", "เร่งรัดการให้บริการประชาชนให้รวดเร็ว"])
def test_a_meeting_of_the_agency_with_itself_is_for_a_person(line: str) -> None:
    assert "บุคคลภายนอก" in (without_outsiders(minutes("วาระที่ 1 เรื่องเพื่อทราบ", line)) or "")


def test_minutes_that_cannot_be_read_say_nothing_of_who_came() -> None:
    assert without_outsiders(minutes(unreadable=Unreadable.NO_TEXT_LAYER)) is None


@pytest.mark.parametrize(
    ("title", "is_none"),
    [
        ("รายงานการประชุมรับฟังความเห็น ครั้งที่ 2/2569", False),
        ("รายงานสรุปเวทีรับฟังความเห็น", False),
        ("หนังสือเชิญประชุมรับฟังความเห็น", True),
        ("ระเบียบวาระการประชุมรับฟังความเห็น ครั้งที่ 2/2569", True),
        ("กำหนดการประชุมรับฟังความเห็น", True),
    ],
)
def test_an_invitation_or_an_agenda_tells_of_no_meeting_that_was_held(title: str, is_none: bool) -> None:
    assert contradicts(kinds_of_title(title), (Kind.REPORT, Kind.MINUTES)) is is_none
