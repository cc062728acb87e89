"""Labels of the corpus for tests/benchmarks/accuracy.py: facts read from each document, by its path in OIT_CORPUS.

YEARS: the fiscal year that the title page states or, where it states none, that holds the date of issue. Left out are
laws, documents without any date, and those that can be read two ways (guidelines named after a year and issued in
another). KINDS: what the document is; "other" is a paper of none of the kinds (a price sheet, a map), "open" one that
a careful person would have to look at. LAYERS: whole, none (a scan) or garbage.
"""

from __future__ import annotations

_NAMYUEN = "namyuen/uploads"
_NYSSO = "nysso/upload/ITA"
_PHICHAI = "phichai/assets/document/pdf"
_SAIYOI = "saiyoi/images/file"

YEARS: dict[str, int] = {
    **{
        f"{_NAMYUEN}/{name}.pdf": 2567
        for name in (
            "บันทึก รับทราบรายงาน",
            "บันทึก รายงาน",
            "บันทึก รายงานผล",
            "บันทึก รายงานแผนจริยธรรม",
            "บันทึก รายงานแผนปราบปราม",
            "รายงานผลการดำเนินงานการล่วงละเมินทางเพศ 67",
            "รายงานผลการดำเนินงานตามแผนบริหารความเสี่ยง ปีงบ 67",
            "สรุปผลการดำเนินงานเรื่องร้องเรียน ปี67",
            "แบบฟอร์ม เผยแพร่",
            "แบบฟอร์ม เผยแพร่จริยธรรม",
            "แบบฟอร์ม เผยแพร่ปราบปราม",
            "แบบรายงานดำเนินงานการป้องกันปราบปราม (12 เดือน)",
            "แบบรายงานสรุปผลกำกับติดตามการรับสินบน ปี 67",
            "แบบรายงานแผนปฏิบัติการ จริยธรรม",
        )
    },
    f"{_NYSSO}/EB1/1.2.pdf": 2562,
    f"{_NYSSO}/EB1/1.3.pdf": 2562,
    f"{_NYSSO}/EB1/1.4.pdf": 2564,
    f"{_NYSSO}/EB1/1.5.pdf": 2564,
    f"{_NYSSO}/EB1/1.7.pdf": 2564,
    **{f"{_NYSSO}/EB2/2.{number}.pdf": 2563 for number in (1, 2, 3, 4, 5)},
    f"{_NYSSO}/EB2/2.6.pdf": 2564,
    f"{_NYSSO}/EB2/2.8.pdf": 2564,
    f"{_PHICHAI}/moit2-1.5.pdf": 2568,
    f"{_PHICHAI}/moit2-18.1.pdf": 2567,
    "pdfs/phichai-esaraban-memo.pdf": 2568,
    f"{_SAIYOI}/ประกาศ.pdf": 2559,
    f"{_SAIYOI}/ประกาศประมูลด้วยระบบอิเล็กทรอนิกส์.pdf": 2559,
    f"{_SAIYOI}/เอกสารสอบราคาจ้าง.pdf": 2559,
    **{
        f"{_SAIYOI}/{name}.pdf": 2558
        for name in (
            "ประกาศ  4 โครงการ",
            "ประกาศ  องค์การบริหารส่วนตำบลไทรย้อย",
            "ประกาศ ศพด.1",
            "ประกาศคอม (เพิ่มเติม)",
            "ประกาศจัดซื้อครุภัณฑ์เครื่องปรับอากาศ",
            "ประกาศซื้อแอร์ ศพด",
            "ประกาศซ่อมแซมประปา ม.6",
            "ประกาศซ่อมแซมศูนย์พัฒนาเด็กเล็กบ่อแก้ว",
            "ประกาศดาด คสล. ม.9 (ครั้งที่2)",
            "ประกาศดาดคอนกรีตม.9",
            "ประกาศถนนคสล ม.2 23-2558",
            "ประกาศวางท่อคสล.ม.9",
            "ประกาศสอบราคาจ้าง",
            "ประกาศองค์การบริหารส่วนตำบลไทรย้อ1",
            "ประกาศองค์การบริหารส่วนตำบลไทรย้อยประปาม.5",
            "ประกาศองค์ขยะ",
            "ประกาศเสียงตามสาย",
            "ถนน คสล.ม10สอบราคาจ้าง  เลขที่  11",
            "ถนน คสล.ม12สอบราคาจ้าง  เลขที่  12",
            "ถนน คสล.ม4สอบราคาจ้าง  เลขที่  9",
            "ถนน คสล.ม7สอบราคาจ้าง  เลขที่  10",
            "เอกสารประกวด2-2558",
            "เอกสารประกวด3-2558",
            "ราคากลาง ปปช ขุดเจาะบ่อบาดาล ม8",
            "ราคากลาง ปปช ซ่อมแซมประปา ม.5",
            "ราคากลาง ปปช ดาดคอนกรีต ม.9",
            "ราคากลาง ปปช ถนนคสล.ม.1",
            "ราคากลาง ปปช ฝาราง คสล.ม.9",
            "ราคากลาง ปปช.คสล.ม.10",
            "ราคากลาง ปปช.ซ่อมแซมระบบประปา ม.3pdf",
        )
    },
}

KINDS: dict[str, str] = {
    **{
        f"{_NAMYUEN}/{name}.pdf": kind
        for kind, names in {
            "memo": (
                "บันทึก รับทราบรายงาน",
                "บันทึก รายงาน",
                "บันทึก รายงานผล",
                "บันทึก รายงานแผนจริยธรรม",
                "บันทึก รายงานแผนปราบปราม",
            ),
            "report": (
                "รายงานผลการดำเนินงานการล่วงละเมินทางเพศ 67",
                "รายงานผลการดำเนินงานตามแผนบริหารความเสี่ยง ปีงบ 67",
                "สรุปผลการดำเนินงานเรื่องร้องเรียน ปี67",
                "แบบรายงานดำเนินงานการป้องกันปราบปราม (12 เดือน)",
                "แบบรายงานสรุปผลกำกับติดตามการรับสินบน ปี 67",
                "แบบรายงานแผนปฏิบัติการ จริยธรรม",
            ),
            "form": ("แบบฟอร์ม เผยแพร่", "แบบฟอร์ม เผยแพร่จริยธรรม", "แบบฟอร์ม เผยแพร่ปราบปราม"),
        }.items()
        for name in names
    },
    f"{_NYSSO}/EB1/1.1.pdf": "form",
    f"{_NYSSO}/EB1/1.2.pdf": "report",
    f"{_NYSSO}/EB1/1.3.pdf": "open",
    f"{_NYSSO}/EB1/1.4.pdf": "memo",
    f"{_NYSSO}/EB1/1.5.pdf": "order",
    f"{_NYSSO}/EB1/1.6.pdf": "announcement",
    f"{_NYSSO}/EB1/1.7.pdf": "form",
    f"{_NYSSO}/EB2/2.1.pdf": "memo",
    f"{_NYSSO}/EB2/2.2.pdf": "announcement",
    f"{_NYSSO}/EB2/2.3.pdf": "memo",
    f"{_NYSSO}/EB2/2.4.pdf": "announcement",
    f"{_NYSSO}/EB2/2.5.pdf": "order",
    f"{_NYSSO}/EB2/2.7.pdf": "other",
    f"{_NYSSO}/EB2/2.8.pdf": "announcement",
    "pdfs/gazette-ethics-code.pdf": "law",
    "pdfs/law-ballot-2542.pdf": "law",
    "pdfs/law-initiative-2565.pdf": "law",
    "pdfs/law-tambon-council-2537.pdf": "law",
    "pdfs/ministerial-rule-insurance-2548.pdf": "law",
    "pdfs/moi-regulation-pua-2548.pdf": "law",
    "pdfs/moph-ethics-announcement-pua.pdf": "law",
    "pdfs/phichai-esaraban-memo.pdf": "announcement",
    **{f"{_PHICHAI}/moit2-{part}.pdf": "other" for part in ("1.1", "1.3", "1.5", "1.7", "1.8")},
    f"{_PHICHAI}/moit2-1.4.pdf": "law",
    f"{_PHICHAI}/moit2-3.pdf": "law",
    f"{_PHICHAI}/moit2-18.1.pdf": "report",
    **{
        f"{_SAIYOI}/{name}": "announcement"
        for name in (
            "ประกาศ  4 โครงการ.pdf",
            "ประกาศ  องค์การบริหารส่วนตำบลไทรย้อย.pdf",
            "ประกาศ ศพด.1.pdf",
            "ประกาศ.pdf",
            "ประกาศคอม (เพิ่มเติม).pdf",
            "ประกาศจัดซื้อครุภัณฑ์เครื่องปรับอากาศ.pdf",
            "ประกาศซ่อมแซมประปา ม.6.pdf",
            "ประกาศแผนยุทธศาสตร์.pdf",
            "ประกาศใช้แผนอัตรากำลัง 3 ปี.docx",
            "ประกาศใช้แผนอัตรากำลัง 3 ปี(ปรับปรุง).docx",
        )
    },
    f"{_SAIYOI}/เสนอแผนยุทธศาสตร์.pdf": "memo",
    **{
        f"{_SAIYOI}/{name}.pdf": "other"
        for name in (
            "ข้อมูลรายละเอียดการดำเนินงาน ซ่อมแซมประปา ม.5",
            "ปร 5 ราคากลางงานวางท่อประปา-หมู่ที่-3 ",
            "ปร.5 ดาดคอนกรีต ม.9",
            "ปร6-งานถังกรองน้ำบาดาล",
            "ราคากลาง ปปช",
            "ถนน คสล.ม10สอบราคาจ้าง  เลขที่  11",
            "เอกสารประกวด2-2558",
        )
    },
}

LAYERS: dict[str, str] = {
    **{
        f"pdfs/{name}.pdf": "none"
        for name in (
            "dla-letter-2549-bitmap",
            "dla-letter-urgent-scan",
            "gazette-moi-procurement-2-2549",
            "gazette-moi-rule-scan",
            "gor-tor-letter-2551-scan",
            "law-uniform-2509-scan",
            "moi-procurement-8-2547-scan",
            "patong-ita-memo-2566-scan",
            "patong-publish-form-scan",
        )
    },
    "pdfs/moi-letter-2551-hidden-fonts.pdf": "garbage",
    "pdfs/nursing-council-dress-2567.pdf": "garbage",
    **{
        f"pdfs/{name}.pdf": "whole"
        for name in (
            "gazette-ethics-code",
            "law-ballot-2542",
            "law-initiative-2565",
            "law-tambon-council-2537",
            "ministerial-rule-insurance-2548",
            "moi-regulation-pua-2548",
            "moph-ethics-announcement-pua",
            "phichai-esaraban-memo",
        )
    },
}
