import pytest

from oit_checker.documents.year_labels import is_year_line, names_one_year, names_only_a_year, years_named


@pytest.mark.parametrize(
    ("label", "years"),
    [
        ("ปี 2568", {2568}),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๘", {2568}),
        ("ปี 68", {2568}),
        ("ITA 2025", {2568}),
        ("โทร. 025681234", set()),
        ("2569 2568 2567", {2567, 2568, 2569}),
        ("ข้อมูลทั่วไป", set()),
    ],
)
def test_years_named(label: str, years: set[int]) -> None:
    assert years_named(label) == years


@pytest.mark.parametrize(
    ("label", "one", "only"),
    [
        ("2568", True, True),
        ("ประกาศ ITA ประจำปีงบประมาณ พ.ศ. 2568", True, True),
        ("การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) 2568", True, True),
        ("รายงานผลการจัดซื้อจัดจ้าง ปี 2568", True, False),
        ("O13 รายงานผล ปี 2567", False, False),
        ("MOIT 4 รายงานผล ปี 2567", False, False),
        ("๐13 ปี 2567", False, False),
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", False, False),
        ("ปี 2568 ปี 2567", False, False),
    ],
)
def test_labels_of_a_year(label: str, one: bool, only: bool) -> None:
    assert (names_one_year(label), names_only_a_year(label)) == (one, only)


def test_a_sentence_about_a_year_is_no_heading() -> None:
    assert is_year_line("ปีงบประมาณ พ.ศ. 2568")
    assert not is_year_line("ในปี 2568 สำนักงานได้รับจัดสรรงบประมาณเพิ่มขึ้นจากปีก่อน")
