import pytest

from oit_checker.match.kinds import contradicts, kinds_of_title
from oit_checker.model.checklist import DocumentKind as Kind


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต", (Kind.REPORT,), id="report on a plan"),
        pytest.param("แผนปฏิบัติการป้องกันการทุจริต พ.ศ. ๒๕๖๙", (Kind.PLAN,), id="plan"),
        pytest.param("แผน ปฏิบัติการปองกัน", (Kind.PLAN,), id="spaced as in a PDF"),
        pytest.param("สรุปผลการจัดซื้อจัดจ้าง (แบบ สขร.1)", (Kind.REPORT,), id="summary"),
        pytest.param("คู่มือการจัดการเรื่องร้องเรียนการทุจริต", (Kind.MANUAL,), id="manual"),
        pytest.param("ประกาศเทศบาล เรื่อง แผนการบริหารทรัพยากรบุคคล", (Kind.ANNOUNCEMENT, Kind.PLAN), id="announced plan"),
        pytest.param("คำสั่ง เรื่อง แต่งตั้งคณะทำงานขับเคลื่อนจริยธรรม", (Kind.ORDER,), id="order"),
        pytest.param(
            "คำสั่งกรม เรื่อง แต่งตั้งคณะกรรมการจัดทำแผนปฏิบัติการป้องกันการทุจริต", (Kind.ORDER,), id="an appointment is no plan"
        ),
        pytest.param("แต่งตั้งคณะทำงานจัดทำแผนบริหารความเสี่ยง", (Kind.ORDER,), id="subject line of an appointment"),
        pytest.param("คำสั่งเทศบาล เรื่อง ให้ใช้แผนพัฒนาบุคลากร", (Kind.ORDER, Kind.PLAN), id="an order that brings a plan"),
        pytest.param("ประกาศ เรื่อง แต่งตั้งคณะทำงานจัดทำแผน", (Kind.ANNOUNCEMENT, Kind.ORDER), id="announced appointment"),
        pytest.param("แนวปฏิบัติการจัดการเรื่องร้องเรียน", (Kind.MANUAL,), id="เรื่องร้องเรียน is no subject line"),
        pytest.param("วิธีปฏิบัติงาน (WI) เรื่อง การจ่ายยา", (Kind.MANUAL,), id="a way of working is a manual"),
        pytest.param("พ.ร.บ.วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539", (Kind.LAW,), id="a statute on ways of working"),
        pytest.param("พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540", (Kind.LAW,), id="statute"),
        pytest.param("ติดต่อเรา", (), id="no kind"),
        pytest.param("รายงานการประชุมคณะกรรมการ ครั้งที่ 1/2569", (Kind.MINUTES,), id="minutes are no report"),
        pytest.param("บันทึกข้อความ เรื่อง รายงานผลการดำเนินงาน", (Kind.MEMO,), id="a memo on a report"),
        pytest.param("แบบฟอร์มการขอเผยแพร่ข้อมูล", (Kind.FORM,), id="a form to ask by"),
        pytest.param("แบบรายงานผลการดำเนินงาน", (Kind.REPORT,), id="a form of a report is one"),
        pytest.param("รายงานแผนการใช้จ่ายงบประมาณ", (Kind.REPORT, Kind.PLAN), id="a report or a plan"),
        pytest.param("การติดตามและประเมินผลแผนพัฒนาท้องถิ่น", (Kind.REPORT,), id="follow-up of a plan"),
        pytest.param("แผนการติดตามและประเมินผลแผน", (Kind.PLAN,), id="a plan to follow up"),
        pytest.param("หลักเกณฑ์การประเมินผลการปฏิบัติราชการ", (), id="criteria are no report"),
        pytest.param("หลักเกณฑ์และวิธีการประเมินผลการปฏิบัติงานของพนักงาน", (), id="criteria of an appraisal"),
        pytest.param("การประเมินผลการปฏิบัติงานของบุคลากร", (), id="an appraisal of the staff"),
        pytest.param("วิธีการกำกับติดตามงาน", (), id="a way to follow up is no report"),
        pytest.param("รายงานการประเมินผลการปฏิบัติงานของบุคลากร", (Kind.REPORT,), id="a report on an appraisal"),
        pytest.param("ผลการประเมินผลการปฏิบัติงาน รอบที่ 1", (Kind.REPORT,), id="results of an appraisal"),
        pytest.param("ผลการปฏิบัติงานประจำปี 2568", (Kind.REPORT,), id="results of the year's work"),
        pytest.param("รายงานผลตามหลักเกณฑ์การให้บริการ", (Kind.REPORT,), id="a report that goes by criteria"),
        pytest.param("ประกาศ อบต. เรื่อง ประกาศใช้แผนพัฒนา", (Kind.ANNOUNCEMENT, Kind.PLAN), id="announced twice"),
        pytest.param("ผลการอบรมบุคลากรเปรียบเทียบกับแผนที่วางไว้", (Kind.REPORT,), id="results come first"),
        pytest.param("O22 ผลลดความเสี่ยงตามแผนบริหารความเสี่ยง", (Kind.REPORT,), id="results behind a code"),
        pytest.param("ผลประโยชน์ทับซ้อน", (), id="interests are no results"),
        pytest.param("ผลที่คาดว่าจะได้รับ", (), id="expected results are none"),
        pytest.param("โครงการตามแผนพัฒนาตำบล", (), id="a plan that something follows is its object"),
        pytest.param("ขั้นตอนและช่องทางการแจ้งเรื่องทุจริต", (Kind.MANUAL, Kind.PAGE), id="steps and a channel"),
        pytest.param("ช่องทางแจ้งเรื่องทุจริต", (Kind.PAGE,), id="a channel"),
    ],
)
def test_kinds_of_title(title: str, expected: tuple[Kind, ...]) -> None:
    assert kinds_of_title(title) == expected


@pytest.mark.parametrize(
    ("kinds", "asked", "expected"),
    [
        pytest.param((Kind.REPORT,), (Kind.PLAN,), True, id="report where a plan is due"),
        pytest.param((Kind.PLAN,), (Kind.REPORT,), True, id="plan where a report is due"),
        pytest.param((Kind.REPORT,), (Kind.PLAN, Kind.REPORT), False, id="either will do"),
        pytest.param((Kind.ANNOUNCEMENT, Kind.PLAN), (Kind.PLAN,), False, id="an announcement brings the plan"),
        pytest.param((Kind.LAW,), (Kind.PAGE,), True, id="a statute where anything else is due"),
        pytest.param((), (Kind.PLAN,), False, id="unknown kind is no contradiction"),
        pytest.param(
            (Kind.ORDER,), (Kind.PLAN, Kind.REPORT, Kind.PAGE), True, id="an order where an assessment is due"
        ),
        pytest.param((Kind.ORDER,), (Kind.STATISTICS,), True, id="an order where statistics are due"),
        pytest.param((Kind.ORDER, Kind.PLAN), (Kind.PLAN,), False, id="an order brings the plan"),
        pytest.param((Kind.ORDER,), (Kind.MANUAL, Kind.ORDER), False, id="an order will do"),
        pytest.param((Kind.MANUAL,), (Kind.PLAN,), False, id="only clear opposites count"),
        pytest.param((Kind.REPORT,), (), False, id="any kind will do"),
        pytest.param((Kind.MEMO,), (Kind.PLAN,), True, id="a memo is no plan"),
        pytest.param((Kind.MINUTES,), (Kind.REPORT,), True, id="minutes are no report"),
        pytest.param((Kind.FORM,), (Kind.MANUAL, Kind.ANNOUNCEMENT), True, id="a form is no manual"),
        pytest.param((Kind.STATISTICS,), (Kind.MANUAL, Kind.LAW), True, id="statistics are no guide"),
        pytest.param((Kind.MANUAL,), (Kind.STATISTICS, Kind.REPORT), True, id="a guide is no statistics"),
        pytest.param((Kind.MANUAL,), (Kind.PAGE,), True, id="a guide is no channel"),
        pytest.param((Kind.MANUAL, Kind.PAGE), (Kind.PAGE,), False, id="steps and a channel are one"),
        pytest.param((Kind.MANUAL,), (Kind.PAGE, Kind.PLAN), False, id="a page or a plan"),
        pytest.param((Kind.REPORT, Kind.PLAN), (Kind.PLAN,), False, id="either, until a person has looked"),
    ],
)
def test_contradicts(kinds: tuple[Kind, ...], asked: tuple[Kind, ...], expected: bool) -> None:
    assert contradicts(kinds, asked) is expected
