"""Head noun and topic, whatever stands between: which titles name an item that no phrase spells out."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.claims import Claim, Claims

CHECKLIST = load_checklist("nacc-2569")
CLAIMS = Claims(CHECKLIST, ("เทศบาลเมืองท่าฉลอม", "ของเทศบาลเมืองท่าฉลอม"))


def strong(text: str) -> dict[str, Claim]:
    return {code: claim for code, claim in CLAIMS.of(text).items() if claim.strong and not claim.negative}


def topics(text: str) -> set[str]:
    items = [CHECKLIST.item(code) for code in strong(text)]
    return {item.topics[0] for item in items if item is not None}


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("สรุปผลด้านการปราบปรามทุจริต ปี 68", "ac_report"),
        ("รายงานผลโครงการต่อต้านคอร์รัปชัน", "ac_report"),
        ("แบบรายงานผลตามแผนบริหารความเสี่ยง แบบรายงานติดตามแผนบริหารความเสี่ยงการทุจริต", "risk_report"),
        ("แผนงานต่อต้านการทุจริต", None),  # a programme of the budget
        ("แผนต่อต้านคอร์รัปชันประจำปี", "ac_plan"),
        ("ผลการลดความเสี่ยงด้านทุจริต ปี 2568", "risk_report"),
        ("วิเคราะห์ความเสี่ยงเรื่องสินบน", "risk"),
        ("รายงานวิเคราะห์ความเสี่ยงด้านการทุจริต", "risk"),
        ("รายงานแผนบริหารความเสี่ยงทุจริต", "risk"),
        ("นโยบายและแผนด้านบริหารงานบุคคล", "hr_criteria"),
        ("สรุปผลพัฒนาบุคลากร ปี 2568", "hr_report"),
        ("ขั้นตอนรับข้อร้องเรียนกรณีทุจริต", "complaint_guide"),
        ("คู่มือปฏิบัติงานรับเรื่องร้องเรียนกรณีประพฤติมิชอบ", "complaint_guide"),
        ("จำนวนเรื่องร้องเรียนกรณีทุจริต", "complaint_stats"),
        ("รายงานข้อมูลการรับเบาะแสทุจริต ปี 2568", "complaint_stats"),
        ("แบบ สขร. ประจำเดือนมกราคม 2569", "proc_monthly"),
        ("แจ้งเหตุทุจริต", "complaint_channel"),
        ("ช่องทางส่งเบาะแสการทุจริต", "complaint_channel"),
        ("ผลการเปิดให้ภาคประชาชนมีส่วนร่วม", "participation"),
        ("นำผลคะแนน ITA ไปปรับปรุงงาน", "ita_use"),
        ("ติดต่อเทศบาลเมืองท่าฉลอม", "contact"),
        ("ติดต่ออำเภอ", "contact"),
        ("ติดต่องานทะเบียนราษฎร", None),
        ("ข่าวมหาวิทยาลัย", "news"),
        ("ข่าวรับสมัครงาน", None),
        ("ผลการปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2568", "annual_report"),
        ("ผลการปฏิบัติราชการของกองช่าง", None),
        ("ผลประโยชน์ของบุคลากร", None),
    ],
)
def test_a_title_names_the_item_of_its_head_noun_and_topic(title: str, topic: str | None) -> None:
    assert topics(title) == ({topic} if topic else set())


@pytest.mark.parametrize(
    ("title", "not_topic"),
    [
        ("แบบสอบถามความรู้เรื่องการวางแผนป้องกันทุจริต", "ac_plan"),
        ("รายงานการประชุมคณะทำงานต่อต้านทุจริต", "ac_report"),
        ("ข่าวอบรมต่อต้านทุจริต", "ac_report"),
        ("นโยบายคุ้มครองข้อมูลส่วนบุคคล", "hr_criteria"),
        ("แผนที่เจ้าหน้าที่ป้องกันภัยและทุจริต", "ac_plan"),
    ],
)
def test_another_head_noun_before_it_says_otherwise(title: str, not_topic: str) -> None:
    assert not_topic not in topics(title)


def test_what_another_item_names_between_the_words_is_the_topic() -> None:
    assert topics("รายงานผลตามนโยบาย No Gift Policy เพื่อต่อต้านทุจริต") == {"ngp"}


def test_each_line_of_a_title_has_its_own_head() -> None:
    assert topics("คู่มือสมาชิก\nแผนต่อต้านทุจริต") == {"ac_plan"}
    assert topics("คู่มือสมาชิก แผนต่อต้านทุจริต") == set()


def test_a_combination_quotes_its_words() -> None:
    assert strong("แผนด้านการต่อต้านทุจริต")["O23"].phrases[0] == "แผน … ต่อต้าน … ทุจริต"


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("รายงานสรุปผลการจัดซื้อจัดจ้าง ปีงบประมาณ พ.ศ. 2568 ตั้งแต่เดือนตุลาคม 2567 – กันยายน 2568", "proc_annual"),
        ("รายงานผลการจัดหาพัสดุ ปีงบประมาณ 2568 (เดือน ต.ค. 67 ถึงเดือน ก.ย. 68)", "proc_annual"),
        ("รายงานสรุปผลการจัดซื้อจัดจ้าง ปีงบประมาณ พ.ศ. 2568 เดือนตุลาคม 2567 – มีนาคม 2568", "proc_monthly"),
        ("สรุปผลการจัดซื้อจัดจ้าง เดือนตุลาคม 2567", "proc_monthly"),
        ("สรุปผลการจัดซื้อจัดจ้างรายเดือน ตุลาคม 2567 – กันยายน 2568", "proc_monthly"),
        ("สรุปผลการจัดซื้อจัดจ้าง ประจำเดือนตุลาคม 2567 – กันยายน 2568", "proc_monthly"),
        ("แบบ สขร.1 สรุปผลการจัดซื้อจัดจ้าง ตั้งแต่เดือนตุลาคม 2567 – กันยายน 2568", "proc_monthly"),
    ],
)
def test_a_span_of_a_whole_year_is_no_month(title: str, topic: str) -> None:
    assert topics(title) == {topic}


def test_a_list_of_a_whole_year_may_still_be_that_of_its_months() -> None:
    claim = CLAIMS.of("รายงานสรุปผลการจัดซื้อจัดจ้าง ตั้งแต่เดือนตุลาคม 2568 – กันยายน 2569")["O11"]
    assert (claim.strong, claim.weight > 0) == (False, True)
