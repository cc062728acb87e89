import pytest

from oit_checker.documents.paragraphs import join_lines, passages_of, title_of


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("ประกาศองค์การ", "บริหารส่วนตำบล", "ประกาศองค์การบริหารส่วนตำบล"),
        ("พ.ศ. ๒๕", "๖", "พ.ศ. ๒๕๖"),
        ("จำนวน ๑๐๐", "๒๐๐ บาท", "จำนวน ๑๐๐ ๒๐๐ บาท"),
        ("ข้อ", "2568", "ข้อ 2568"),
        ("Annual", "plan", "Annual plan"),
        ("", "ก", "ก"),
    ],
)
def test_join_lines(before: str, after: str, joined: str) -> None:
    assert join_lines(before, after) == joined


@pytest.mark.parametrize(
    ("lines", "passages"),
    [
        pytest.param(["แผนปฏิ", "บัติการ"], ["แผนปฏิบัติการ"], id="a paragraph over two lines"),
        pytest.param(["ก่อน", "(๑) ข้อหนึ่ง", "(๒) ข้อสอง"], ["ก่อน", "(๑) ข้อหนึ่ง", "(๒) ข้อสอง"], id="numbered lines"),
        pytest.param(["ก", "- ๒ -", "ข"], ["กข"], id="page numbers are dropped"),
        pytest.param(["ก", "ส่วนที่ ๒ ผลการดำเนินงาน", "ข"], ["ก", "ส่วนที่ ๒ ผลการดำเนินงาน", "ข"], id="a part begins"),
    ],
)
def test_passages_of(lines: list[str], passages: list[str]) -> None:
    assert [found.text for found in passages_of(lines, page_no=None)] == passages


def test_passages_know_the_heading_above() -> None:
    found = list(passages_of(["บทที่ 1 บทนำ", "เนื้อหา"], page_no=3))
    assert [(one.text, one.heading, one.is_heading, one.page_no) for one in found] == [
        ("บทที่ 1 บทนำ", None, True, 3),
        ("เนื้อหา", "บทที่ 1 บทนำ", False, 3),
    ]


def test_long_text_is_divided() -> None:
    found = list(passages_of(["ข้อความยาว " * 9] * 30, page_no=1))
    assert len(found) > 2
    assert all(len(one.text) < 800 for one in found)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            ["คำสั่งสำนักงาน", "ที่ ๑/๒๕๖๙", "เรื่อง แต่งตั้งคณะ", "กรรมการ", "ด้วย"],
            "คำสั่งสำนักงาน เรื่อง แต่งตั้งคณะกรรมการ",
            id="order",
        ),
        pytest.param(["เรื่อง ขอเชิญประชุม", "เรียน ผู้อำนวยการ"], "เรื่อง ขอเชิญประชุม", id="letter"),
        pytest.param(["- ๑ -", "คู่มือประชาชน", "1. หลักการ"], "คู่มือประชาชน", id="before the first numbered line"),
        pytest.param(["ส่วนราชการ กองคลัง", "รายงานผล", "พ.ศ. 2568"], "รายงานผล พ.ศ. 2568", id="after the letterhead"),
        pytest.param(["12", "-", ""], None, id="nothing said"),
    ],
)
def test_title_of(lines: list[str], title: str | None) -> None:
    assert title_of(lines) == title
