"""Words, and how much two titles are alike."""

from __future__ import annotations

import pytest

from oit_checker.thai.words import similar, words


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("กฏหมายที่เกี่วข้อง", "กฎหมายที่เกี่ยวข้อง"),
        ("แผนปฎิบัติงาน", "แผนปฏิบัติงาน"),
        ("การจัดหาวัสดุ", "การจัดหาพัสดุ"),
        ("รารายงานผล", "รายงานผล"),
        ("ประมวลผลจริยธรรม", "ประมวลจริยธรรม"),
        ("ดําเนินงานประจําปี", "ดำเนินงานประจำปี"),
        ("O12 แผนปฏิบัติงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๙", "แผนปฏิบัติงาน"),
        ("E–Service", "e-Services"),
        ("ประกาศต่าง ๆ", "ประกาศต่างๆ"),
    ],
)
def test_slips_of_the_keyboard_leave_titles_alike(printed: str, title: str) -> None:
    assert similar(printed, title) >= 0.85
    assert similar(title, printed) == similar(printed, title)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("แผนปฏิบัติการป้องกันการทุจริต", "รายงานผลการดำเนินการป้องกันการทุจริต"),
        ("แผนการบริหารและพัฒนาทรัพยากรบุคคล", "รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล"),
        ("คู่มือการปฏิบัติงาน", "คู่มือการให้บริการ"),
        ("ข้อมูลผู้บริหาร", "ข้อมูลการติดต่อ"),
        ("2569", "2569"),
        ("", ""),
    ],
)
def test_other_documents_are_not_alike(a: str, b: str) -> None:
    assert similar(a, b) < 0.75


def test_the_same_title_is_wholly_alike() -> None:
    assert similar("แผนปฏิบัติการป้องกันการทุจริต", "แผนปฏิบัติการป้องกันการทุจริต") == 1.0


def test_words_are_cut_without_the_spaces() -> None:
    assert words("แผน ปี 2569") == ["แผน", "ปี", "2569"]
    assert "".join(words("แผนปฏิบัติการป้องกันการทุจริต")) == "แผนปฏิบัติการป้องกันการทุจริต"
    assert len(words("แผนปฏิบัติการป้องกันการทุจริต")) >= 3
