"""Documents of the project's own for tests/benchmarks/accuracy.py: evidence of the test sites, and harder ones.

KINDS are labels of tests/sites sources. HARD are sources in the same language (see tests/sites/documents.py) with the
item they are offered for and the kind a careful person would say: "open" where that person would have to look. COLUMNS
names for items the heading of the column that shows a component; the column is then taken out, or left empty.
"""

from __future__ import annotations

KINDS: dict[str, str] = {
    "evidence/o05": "plan",
    "evidence/o05-lao": "plan",
    "evidence/o07": "report",
    "evidence/o08": "manual",
    "evidence/o08-supply": "manual",
    "evidence/o09": "manual",
    "evidence/o09-lao": "manual",
    "evidence/o11": "report",
    "evidence/o12": "report",
    "evidence/o13": "plan",
    "evidence/o14": "report",
    "evidence/o15-team": "order",
    "evidence/o16": "manual",
    "evidence/o18": "statistics",
    "evidence/o19": "report",
    "evidence/o20": "announcement",
    "evidence/o20-report": "report",
    "evidence/o22": "report",
    "evidence/o23": "plan",
    "evidence/o24": "report",
    "look_alikes/ac-half-year-2569": "report",
    "look_alikes/ac-plan-2568": "plan",
    "look_alikes/act-2540": "law",
    "look_alikes/citizen-guide": "manual",
    "look_alikes/ethics-act": "law",
    "look_alikes/half-year-2569": "report",
    "look_alikes/hr-plan-2568": "plan",
    "look_alikes/internal-control-2569": "report",
    "look_alikes/it-master-plan": "plan",
    "look_alikes/ita-score-2568": "announcement",
    "look_alikes/manpower": "plan",
    "look_alikes/procurement-plan-2568": "plan",
    "look_alikes/service-complaints": "manual",
    "look_alikes/service-stats-2568": "statistics",
    "look_alikes/system-guide": "manual",
    "look_alikes/winners-2569": "announcement",
}

_MEMO = "บันทึกข้อความ\nส่วนราชการ สำนักปลัดเทศบาล\nที่ ตอ 52001/45 วันที่ 6 ตุลาคม 2568\n"
_SENDS = "บัดนี้ ได้จัดทำเรียบร้อยแล้ว รายละเอียดตามเอกสารที่แนบมาพร้อมนี้\nจึงเรียนมาเพื่อโปรดทราบ\n"
_DONE = "| โครงการ | งบประมาณ | ผลการดำเนินการ |\n| อบรม | 5,000 | จัดอบรมแล้ว 40 คน |\n"
_PLANNED = "| โครงการ | ระยะเวลา | งบประมาณ | ผู้รับผิดชอบ |\n| อบรม | มกราคม | 5,000 | สำนักปลัด |\n"

HARD: dict[str, tuple[str, str, str]] = {
    "a memo that sends a report": (
        "O24",
        "memo",
        f"{_MEMO}เรื่อง รายงานผลการดำเนินการป้องกันการทุจริต\nเรียน นายกเทศมนตรี\n{_SENDS}",
    ),
    "a memo that sends a plan": (
        "O23",
        "memo",
        f"{_MEMO}เรื่อง ขออนุมัติแผนปฏิบัติการป้องกันการทุจริต\nเรียน นายกเทศมนตรี\n{_SENDS}",
    ),
    "a memo that tells the results itself": (
        "O24",
        "open",
        f"{_MEMO}เรื่อง รายงานผลการดำเนินการป้องกันการทุจริต\nเรียน นายกเทศมนตรี\n"
        "ได้ดำเนินการ 3 โครงการ ผู้เข้าร่วม 120 คน เบิกจ่าย 40,000 บาท\nจึงเรียนมาเพื่อโปรดทราบ\n",
    ),
    "minutes": ("O24", "minutes", f"# รายงานการประชุมคณะทำงานป้องกันการทุจริต ครั้งที่ 1/2568\nผู้มาประชุม\n{_DONE}"),
    "a request form": ("O9", "form", "# แบบคำขอรับบริการ\nข้าพเจ้า ....................... ขอรับบริการ\n"),
    "a report on a plan": ("O24", "report", f"# รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต ปี 2568\n{_DONE}"),
    "a report by its title, a plan by its columns": ("O24", "open", f"# รายงานผลการป้องกันการทุจริต ปี 2568\n{_PLANNED}"),
    "a plan by its title, a report by its columns": ("O23", "open", f"# แผนปฏิบัติการป้องกันการทุจริต ปี 2569\n{_DONE}"),
    "no title, columns of results": ("O24", "report", f"# เทศบาลตำบลบ้านตัวอย่าง\n{_DONE}"),
    "no title, columns of a plan": ("O23", "plan", f"# เทศบาลตำบลบ้านตัวอย่าง\n{_PLANNED}"),
    "a draft": ("O23", "open", f"# (ร่าง) แผนปฏิบัติการป้องกันการทุจริต ปี 2569\n{_PLANNED}"),
    "two kinds on one cover": ("O23", "open", "# แผนปฏิบัติการป้องกันการทุจริต\n\n## รายงานผลการดำเนินงาน ปี 2568\n"),
    "a plan with next to it what will be reported": (
        "O23",
        "plan",
        "# แผนปฏิบัติการป้องกันการทุจริต ปี 2569\n"
        "| โครงการ | ระยะเวลา | ผู้รับผิดชอบ | ผลการดำเนินการ |\n| อบรม | มกราคม | สำนักปลัด | |\n",
    ),
    "an announcement that brings a plan": (
        "O13",
        "announcement",
        f"# ประกาศเทศบาล เรื่อง ประกาศใช้แผนพัฒนาบุคลากร\n{_PLANNED}",
    ),
    "an order that appoints who makes a plan": (
        "O23",
        "order",
        "# คำสั่งเทศบาล ที่ 12/2569 เรื่อง แต่งตั้งคณะกรรมการจัดทำแผนปฏิบัติการป้องกันการทุจริต\nเพื่อให้การจัดทำแผนเป็นไปด้วยความเรียบร้อย\n",
    ),
    "follow-up of a plan": ("O7", "report", f"# การติดตามและประเมินผลแผนพัฒนาท้องถิ่น ปี 2568\n{_DONE}"),
}

COLUMNS: dict[str, tuple[str, dict[str, str]]] = {
    "O11": (
        "evidence/o11",
        {
            "bidders": "รายชื่อผู้เสนอราคาและราคาที่เสนอ",
            "contract": "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง",
        },
    ),
    "O25": (
        "evidence/o25",
        {
            "link": "ผลการวิเคราะห์ตัวชี้วัดที่สอดคล้องกับมาตรการ",
            "steps": "ขั้นตอน/วิธีการดำเนินการ",
            "period": "ช่วงระยะเวลาดำเนินการ",
            "owner": "ผู้รับผิดชอบ",
        },
    ),
    "O23": ("evidence/o23", {"budget": "งบประมาณ (บาท)", "period": "ช่วงเวลาดำเนินการ"}),
    "O6": ("evidence/o06", {"period": "ระยะเวลาดำเนินการ"}),
}
