"""Words that make what follows them something else, and what is only still to come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind

Ask = Callable[..., ComponentResult]
PAST = {"not_after": ["เคยดำรง", "อดีต"]}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("นายตัวอย่าง หนึ่ง รองเลขาธิการ", "found"),
        ("ก่อนหน้านี้เคยดำรงตำแหน่งรองเลขาธิการสำนักงานอื่น", "not_found"),
        ("อดีตรองเลขาธิการ", "not_found"),
        ("อดีต | รองเลขาธิการ", "found"),
    ],
)
def test_what_somebody_was_before(ask: Ask, line: str, expected: str) -> None:
    assert ask("keywords", line, keywords=("รองเลขาธิการ",), **PAST).status == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ได้จัดอบรมคุณธรรมเมื่อวันที่ 5 มกราคม 2569", "found"),
        ("จะดำเนินการจัดอบรมในเดือนกันยายน", "unreadable"),
        ("มีกำหนดการจัดอบรมไตรมาสสุดท้าย", "unreadable"),
        ("จัดอบรมคุณธรรม (อยู่ระหว่างการเตรียมการ)", "unreadable"),
        ("จัดอบรมแล้ว 2 ครั้ง | กำหนดจัดครั้งต่อไปเดือนกันยายน", "found"),
        ("จัดประชุม", "not_found"),
    ],
)
@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF])
def test_what_must_have_been_done(ask: Ask, line: str, expected: str, kind: PageKind) -> None:
    seen = ask("keywords", line, keywords=("จัดอบรม",), kind=kind, done=True)
    assert seen.status == expected
    assert ("จะดำเนินการหรืออยู่ระหว่างเตรียมการ" in (seen.note or "")) is (expected == "unreadable")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("คำสั่งที่ 41/2568 แต่งตั้งคณะทำงานส่งเสริมจริยธรรม ประจำปี 2569 มีปลัดเป็นประธาน", "not_found"),
        ("คณะทำงานขับเคลื่อนและส่งเสริมจริยธรรม ปี 2569", "not_found"),
        ("คำสั่งแต่งตั้งคณะกรรมการจัดอบรมพนักงาน", "not_found"),
        ("คณะทำงานส่งเสริมจริยธรรมจัดอบรมพนักงาน 30 คน", "found"),
        ("คณะทำงานตามคำสั่งที่ 41/2568 ได้จัดอบรมพนักงาน", "found"),
        ("แต่งตั้งคณะทำงานส่งเสริมจริยธรรม | อบรมส่งเสริมจริยธรรม 14 มกราคม 2569", "found"),
        ("คณะทำงานจริยธรรมประชุมและจัดกิจกรรมส่งเสริมจริยธรรม", "found"),
        ("ตามคำสั่งที่ 41/2568 เทศบาลจัดอบรมพนักงาน", "found"),
        ("พนักงานที่บรรจุและแต่งตั้งใหม่ จัดอบรมเดือนมกราคม", "found"),
        ("แต่งตั้งคณะทำงานจัดอบรม มีผู้เข้าร่วม 30 คน", "found"),
        ("คณะกรรมการจริยธรรมดำเนินการส่งเสริมจริยธรรมแก่บุคลากร", "found"),
        ("คณะกรรมการดำเนินการส่งเสริมจริยธรรม", "not_found"),
        ("คณะทำงานขับเคลื่อนและดำเนินการส่งเสริมจริยธรรม", "not_found"),
        ("คณะทำงานจริยธรรมมีหน้าที่ดำเนินการส่งเสริมจริยธรรม", "not_found"),
        ("ให้คณะทำงานจริยธรรมดำเนินการส่งเสริมจริยธรรม", "not_found"),
        ("คณะทำงานจริยธรรม ดำเนินการเกี่ยวกับการส่งเสริมจริยธรรม", "not_found"),
        ("คำสั่งแต่งตั้งคณะกรรมการจริยธรรมดำเนินการส่งเสริมจริยธรรม", "not_found"),
        ("คำสั่งที่ 12/2569 เทศบาลจัดอบรมบุคลากร", "found"),
        ("คำสั่งที่ 12/2569 เทศบาลตำบลบ้านสวนจัดโครงการส่งเสริมจริยธรรมแก่บุคลากร", "found"),
        ("คำสั่งเทศบาลตำบลบ้านสวน ที่ 12/2569 เรื่อง จัดอบรมบุคลากร", "not_found"),
        ("คำสั่งที่ 12/2569 เทศบาลแต่งตั้งผู้จัดอบรมบุคลากร", "not_found"),
        ("คำสั่งที่ 12/2569 เทศบาลให้กองคลังจัดอบรมบุคลากร", "not_found"),
        ("คำสั่งที่ 12/2569 เทศบาลจัดทำคณะทำงานส่งเสริมจริยธรรม", "not_found"),
    ],
)
@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF])
def test_the_name_of_a_team_is_no_deed(ask: Ask, line: str, expected: str, kind: PageKind) -> None:
    assert ask("keywords", line, keywords=("จัดอบรม", "ส่งเสริมจริยธรรม"), kind=kind, done=True).status == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("รายงานผลการเปิดโอกาสให้ประชาชนและผู้มีส่วนได้เสียมีส่วนร่วม", "not_found"),
        ("เปิดโอกาสให้ประชาชนเข้ามามีส่วนร่วม ปี 2569", "not_found"),
        ("การมีส่วนร่วมของประชาชน", "not_found"),
        ("การมีส่วนร่วมในการดำเนินงานของผู้มีส่วนได้เสียและประชาชน", "not_found"),
        ("การมีส่วนร่วมของประชาชน จำนวน 120 คน", "found"),
        ("ผู้มีส่วนร่วม ประชาชนหมู่ 1 ถึง 5", "found"),
        ("ประชาชนเข้าร่วมประชุมและมีส่วนร่วมเสนอความเห็น", "found"),
        ("การมีส่วนร่วมของประชาชน | ประชาชนหมู่ 3", "found"),
    ],
)
@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF])
def test_the_name_of_what_is_asked_for_tells_nothing(ask: Ask, line: str, expected: str, kind: PageKind) -> None:
    words = ("ประชาชน", "ผู้มีส่วนได้เสีย")
    assert ask("keywords", line, keywords=words, kind=kind, not_in_name=["มีส่วนร่วม"]).status == expected


@pytest.mark.parametrize("word", ["เข้าร่วมกิจกรรม", "มอบนโยบาย", "แจ้งเวียน", "ประชุมเจ้าหน้าที่"])
def test_what_a_team_did_is_a_deed(ask: Ask, word: str) -> None:
    assert ask("keywords", f"ผู้บริหารและคณะกรรมการ{word} No Gift Policy", keywords=(word,), done=True).status == "found"


USE = {"groups": [["นำ"], ["ไปกำหนด", "ไปปรับปรุง"]], "not_after": ["ขอเชิญ"], "not_at_once": ["เพื่อ"], "done": True}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("สำนักได้นำความเห็นของชุมชนไปปรับปรุงเวลาให้บริการ", "found"),
        ("ขอเชิญร่วมให้ความเห็นเพื่อนำไปปรับปรุงบริการ", "not_found"),
        ("เพื่อนำความเห็นไปปรับปรุงบริการ", "not_found"),
        ("นำเสนอ | ส่งไปปรับปรุง", "not_found"),
        ("นำเสนอที่ประชุม" + "ก" * 60 + "ไปปรับปรุง", "not_found"),
    ],
)
def test_words_that_follow_one_another_in_a_clause(ask: Ask, line: str, expected: str) -> None:
    assert ask("clause", line, keywords=("นำไปใช้",), **USE).status == expected


WAYS = {
    "groups": [["ด้วยตนเอง"], ["ไปรษณีย์", "จดหมาย"], ["โทรศัพท์"], ["เว็บไซต์", "อีเมล"]],
    "about": ["ร้องเรียน", "เบาะแส"],
}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("ผู้ร้องเรียนแจ้งได้ด้วยตนเอง ทางไปรษณีย์ หรือเว็บไซต์",), "found"),
        (("การแจ้งเบาะแสทำได้ดังนี้", "1) มาด้วยตนเอง", "2) ส่งจดหมาย"), "found"),
        (("ร้องเรียนได้ทางโทรศัพท์",), "not_found"),
        (("โทรศัพท์ 0 2345 6789 อีเมล a@example.go.th",), "not_found"),
        (("ร้องเรียน", "ก" * 300, "โทรศัพท์ 0 2345 6789 เว็บไซต์ www"), "not_found"),
    ],
)
def test_two_ways_to_do_one_thing(ask: Ask, lines: tuple[str, ...], expected: str) -> None:
    assert ask("ways", *lines, keywords=("ช่องทางการร้องเรียน",), **WAYS).status == expected
