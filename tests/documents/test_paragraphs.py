import pytest

from oit_checker.documents.paragraphs import join_lines, passages_of


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("ประกาศองค์การ", "บริหารส่วนตำบล", "ประกาศองค์การบริหารส่วนตำบล"),
        ("พ.ศ. ๒๕", "๖", "พ.ศ. ๒๕๖"),
        ("จำนวน ๑๐๐", "๒๐๐ บาท", "จำนวน ๑๐๐ ๒๐๐ บาท"),
        ("ข้อ", "2568", "ข้อ 2568"),
        ("Annual", "plan", "Annual plan"),
        ("", "ก", "ก"),
        ("ผู้ประกอบการ 9 ราย", "สรุปความเห็น : เห็นด้วย", "ผู้ประกอบการ 9 ราย สรุปความเห็น : เห็นด้วย"),
        ("เปิดบริการถึงเวลา", "เที่ยงวัน คือ 12:00 น.", "เปิดบริการถึงเวลาเที่ยงวัน คือ 12:00 น."),
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
        pytest.param(
            [
                "คู่มือร้องเรียนการทุจริต",
                "สำนักงานจังหวัดตัวอย่าง",
                "ผู้ประสงค์จะร้องเรียนการทุจริตและประพฤติมิชอบของเจ้าหน้าที่ยื่นได้ที่ศูนย์ดำ",
                "รงธรรม",
            ],
            ["คู่มือร้องเรียนการทุจริต สำนักงานจังหวัดตัวอย่าง ผู้ประสงค์จะร้องเรียนการทุจริตและประพฤติมิชอบของเจ้าหน้าที่ยื่นได้ที่ศูนย์ดำรงธรรม"],
            id="a line that ended before the margin",
        ),
        pytest.param(["ค่าเป้าห", "มายปี 2568", "เ" * 60], ["ค่าเป้าหมายปี 2568 " + "เ" * 60], id="a narrow cell"),
        pytest.param(["งานของกรม", "อ้างอิง: ระเบียบ", "ข"], ["งานของกรม", "อ้างอิง: ระเบียบข"], id="a citation begins"),
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
