"""The words of the shipped checklists: every title, old or new, finds its topic, and no look-alike does."""

from __future__ import annotations

import pytest

from oit_checker.checklist import available, load_checklist
from oit_checker.match.claims import Claims
from oit_checker.match.kinds import contradicts, kinds_of_title
from oit_checker.model.checklist import Checklist, Item

CHECKLISTS = {name: load_checklist(name) for name in available()}
CLAIMS = {name: Claims(checklist) for name, checklist in CHECKLISTS.items()}
NEWEST = "nacc-2569"


def claimed(text: str, name: str = NEWEST) -> Item | None:
    """The item that `text` speaks of most plainly; None where no strong word stands, or a negative one does."""
    strong = [claim for claim in CLAIMS[name].of(text).values() if claim.strong and not claim.negative]
    best = max(strong, key=lambda claim: claim.weight, default=None)
    return CHECKLISTS[name].item(best.code) if best is not None else None


def own_phrases(checklist: Checklist) -> list[tuple[str, str]]:
    return [
        (item.code, phrase)
        for item in checklist.items
        for phrase in dict.fromkeys(filter(None, (item.title_th, item.title_as_published, *item.keywords.strong)))
    ]


@pytest.mark.parametrize("name", available())
def test_every_strong_word_claims_its_own_item_best(name: str) -> None:
    lost = []
    for code, phrase in own_phrases(CHECKLISTS[name]):
        item = claimed(phrase, name)
        if item is None or item.code != code:
            lost.append((code, phrase, item.code if item else None))
    assert lost == []


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("โครงสร้างและอำนาจหน้าที่", "structure"),
        ("อำนาจหน้าที่", "structure"),
        ("โครงสร้างองค์กร", "structure"),
        ("โครงสร้างการแบ่งส่วนราชการ", "structure"),
        ("แผนผังโครงสร้างรวม", "structure"),
        ("ข้อมูลผู้บริหาร", "executives"),
        ("ทำเนียบผู้บริหาร", "executives"),
        ("ข้อมูลการติดต่อ", "contact"),
        ("ติดต่อเรา", "contact"),
        ("กระทู้ ถาม-ตอบ (Q&A)", "contact"),
        ("ข่าวประชาสัมพันธ์", "news"),
        ("ข่าวสาร / กิจกรรม", "news"),
        ("แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", "strategy"),
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)", "strategy"),
        ("แผนปฏิบัติการระยะ 5 ปี (พ.ศ. 2566-2570)", "strategy"),
        ("แผนดำเนินงานและการใช้งบประมาณประจำปี", "plan_progress"),
        ("แผนดำเนินงานประจำปี", "plan_progress"),
        ("แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี", "plan_progress"),
        ("แผนการใช้จ่ายงบประมาณประจำปี", "plan_progress"),
        ("รายงานการกำกับติดตามการดำเนินงานและการใช้งบประมาณประจำปี รอบ 6 เดือน", "plan_progress"),
        ("รายงานการกำกับติดตามการใช้จ่ายงบประมาณ รอบ 6 เดือน", "plan_progress"),
        ("รายงานผลการดำเนินงานประจำปี", "annual_report"),
        ("รายงานประจำปี 2568", "annual_report"),
        ("รายงานผลการใช้จ่ายงบประมาณประจำปี", "annual_report"),
        ("คู่มือหรือมาตรฐานการปฏิบัติงาน", "staff_manual"),
        ("คู่มือปฏิบัติงานการเบิกจ่าย", "staff_manual"),
        ("คู่มือหรือมาตรฐานการให้บริการ", "service_manual"),
        ("คู่มือสำหรับประชาชน: การขอรับใบรับรอง", "service_manual"),
        ("คู่มือหรือแนวทางการให้บริการสำหรับผู้รับบริการหรือผู้มาติดต่อ", "service_manual"),
        ("E–Service", "eservice"),
        ("E-Service", "eservice"),
        ("สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน", "proc_monthly"),
        ("สขร.1 ประจำเดือนตุลาคม 2568", "proc_monthly"),
        ("แบบสรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน มกราคม 2569 (แบบ สขร.1)", "proc_monthly"),
        ("รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี", "proc_annual"),
        ("รายงานสรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปีงบประมาณ พ.ศ. 2568", "proc_annual"),
        ("นโยบายหรือแผนการบริหารทรัพยากรบุคคล", "hr_criteria"),
        ("หลักเกณฑ์การบริหารและพัฒนาทรัพยากรบุคคล", "hr_criteria"),
        ("แผนพัฒนาบุคลากร 3 ปี", "hr_criteria"),
        ("แผนการบริหารและพัฒนาทรัพยากรบุคคลประจำปีงบประมาณ พ.ศ. 2569", "hr_criteria"),
        ("รายงานผลการบริหารและพัฒนาทรัพยากรบุคคลประจำปี", "hr_report"),
        ("รายงานผลการดำเนินการตามแผนการบริหารและพัฒนาทรัพยากรบุคคล ประจำปี 2568", "hr_report"),
        ("รายงานผลการดำเนินงานตามแผนพัฒนาบุคลากร ประจำปี 2568", "hr_report"),
        ("ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ", "ethics"),
        ("การขับเคลื่อนจริยธรรม", "ethics"),
        ("ประมวลผลจริยธรรมและการขับเคลื่อนจริยธรรม", "ethics"),
        ("แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", "complaint_guide"),
        ("คู่มือการปฏิบัติงานการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", "complaint_guide"),
        ("คู่มือปฏิบัติงานการจัดการข้อร้องเรียนการทุจริตและประพฤติมิชอบ", "complaint_guide"),
        ("ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", "complaint_channel"),
        ("ช่องทางแจ้งข้อร้องเรียนการทุจริต", "complaint_channel"),
        ("สถิติข้อร้องเรียนการทุจริต ประจำปี 2568", "complaint_stats"),
        ("แจ้งเรื่องทุจริตหน่วยงานภาครัฐ", "complaint_channel"),
        ("ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", "complaint_stats"),
        ("สถิติเรื่องร้องเรียนการทุจริต ประจำปี 2568", "complaint_stats"),
        ("การเปิดโอกาสให้เกิดการมีส่วนร่วม", "participation"),
        ("ประกาศเจตนารมณ์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่", "ngp"),
        ("การสร้างวัฒนธรรม No Gift Policy", "ngp"),
        ("รายงานผลตามนโยบาย No Gift Policy", "ngp"),
        ("นโยบายไม่รับของขวัญ (No Gift Policy)", "ngp"),
        ("นโยบาย “No Gift Policy งดรับ-งดให้”", "ngp"),
        ("การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบ ประจำปี", "risk"),
        ("การประเมินความเสี่ยงการทุจริตในประเด็นที่เกี่ยวข้องกับสินบน", "risk"),
        ("แผนบริหารจัดการความเสี่ยงการทุจริต ประจำปี 2569", "risk"),
        ("รายงานการประเมินความเสี่ยงการทุจริต ปี 2569", "risk"),
        ("รายงานผลการดำเนินการเพื่อจัดการความเสี่ยงการทุจริตและประพฤติมิชอบ", "risk_report"),
        ("รายงานผลการดำเนินการตามแผนบริหารจัดการความเสี่ยงการทุจริต ประจำปี 2568", "risk_report"),
        ("การดำเนินการเพื่อจัดการความเสี่ยงการทุจริตและประพฤติมิชอบ", "risk_report"),
        ("แผนปฏิบัติการป้องกันการทุจริต", "ac_plan"),
        ("แผนปฏิบัติการป้องกัน ปราบปรามการทุจริตและประพฤติมิชอบ ของกระทรวงคมนาคม พ.ศ. 2569", "ac_plan"),
        ("แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. 2566-2570)", "ac_plan"),
        ("รายงานผลการดำเนินการป้องกันการทุจริต ประจำปี", "ac_report"),
        ("รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2568", "ac_report"),
        ("รายงานผลการดำเนินงานตามแผนปฏิบัติการป้องกันการทุจริต ปี 2568", "ac_report"),
        ("การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร", "ita_use"),
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "ita_use"),
        ("การวิเคราะห์ผลการประเมิน ITA ปี 2568", "ita_use"),
        ("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปี 2568", "measures_report"),
        ("รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "measures_report"),
        ("คู่มือใช้งาน e-Service", "eservice"),
    ],
)
def test_a_good_title_finds_its_topic(title: str, topic: str) -> None:
    item = claimed(title)
    assert item is not None
    assert topic in item.topics
    assert not contradicts(kinds_of_title(title), item.document_kinds)


@pytest.mark.parametrize(
    "title",
    [
        "ทำเนียบอดีตผู้บริหาร",
        "นโยบายของผู้บริหาร",
        "เจตจำนงสุจริตของผู้บริหาร",
        "คำถามที่พบบ่อย (FAQ)",
        "ร้องเรียนร้องทุกข์",
        "ข่าวจัดซื้อจัดจ้าง e-GP",
        "ศูนย์ข้อมูลข่าวสาร",
        "แผนแม่บทสารสนเทศ พ.ศ. 2566-2570",
        "รายงานติดตามและประเมินผลแผนพัฒนาท้องถิ่น",
        "แผนอัตรากำลัง 3 ปี",
        "รายงานผลการดำเนินงาน อบต. ประจำปีงบประมาณ พ.ศ. 2568",
        "คู่มือการใช้งานระบบสารสนเทศภายใน",
        "ดาวน์โหลดแบบฟอร์ม",
        "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ",
        "ประกาศผู้ชนะการเสนอราคา",
        "รายงานความก้าวหน้าการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ",
        "รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้างและการจัดหาพัสดุของปีงบประมาณ",
        "การดำเนินการตามนโยบายหรือแผนการบริหารทรัพยากรบุคคล",
        "พระราชบัญญัติมาตรฐานทางจริยธรรม พ.ศ. 2562",
        "คู่มือร้องเรียนการให้บริการ",
        "รับเรื่องราวร้องทุกข์",
        "ข้อมูลสถิติการให้บริการ",
        "การมีส่วนร่วมของผู้บริหาร",
        "มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม",
        "รายงานควบคุมภายใน (ปค.5) ปี 2569",
        "รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริตประจำปี รอบ 6 เดือน",
        "ประกาศผลการประเมิน ITA ปี 2568",
        "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ",
        "รายงานผลการดำเนินการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2568 รอบ 6 เดือน",
        "รายงานผลการบริหารทรัพยากรบุคคล ไตรมาสที่ 2",
        "กำหนดการประชุม การเปิดโอกาสให้มีส่วนร่วม",
    ],
)
def test_a_look_alike_claims_nothing(title: str) -> None:
    assert claimed(title) is None


@pytest.mark.parametrize(
    ("title", "code"),
    [
        pytest.param("แผนการบริหารและพัฒนาทรัพยากรบุคคล ปี 2568", "O14", id="plan for the HR report"),
        pytest.param("แผนปฏิบัติการป้องกันการทุจริต ปี 2568", "O24", id="plan for the report on it"),
        pytest.param("รายงานผลการดำเนินการป้องกันการทุจริต ปี 2568", "O23", id="report for the plan"),
        pytest.param("แผนการจัดซื้อจัดจ้าง ประจำปี 2568", "O12", id="procurement plan for the report"),
        pytest.param("แผนบริหารจัดการความเสี่ยงการทุจริต", "O22", id="risk plan for the report on it"),
        pytest.param("คำสั่ง เรื่อง แต่งตั้งคณะทำงานประเมินความเสี่ยงการทุจริต", "O21", id="order for the assessment"),
        pytest.param("คำสั่ง เรื่อง แต่งตั้งคณะกรรมการจัดทำแผนปฏิบัติการป้องกันการทุจริต", "O23", id="order for the plan"),
        pytest.param("พระราชบัญญัติการจัดซื้อจัดจ้าง พ.ศ. 2560", "O11", id="an act for the monthly summary"),
    ],
)
def test_the_wrong_kind_of_document_is_told(title: str, code: str) -> None:
    item = CHECKLISTS[NEWEST].item(code)
    assert item is not None
    assert contradicts(kinds_of_title(title), item.document_kinds)
