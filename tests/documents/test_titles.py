import pytest

from oit_checker.documents.titles import subject_of, title_of

A = "องค์การบริหารส่วนตำบลตัวอย่าง"
SENTENCE = "ตามที่องค์การบริหารส่วนตำบลตัวอย่างได้จัดทำแผนปฏิบัติการป้องกันการทุจริตขึ้นเพื่อให้การดำเนินงานโปร่งใส"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            ["คำสั่งสำนักงาน", "ที่ ๑/๒๕๖๙", "เรื่อง แต่งตั้งคณะ", "กรรมการ", "ด้วย"],
            "คำสั่งสำนักงาน เรื่อง แต่งตั้งคณะกรรมการ",
            id="order",
        ),
        pytest.param(
            ["(สำเนา)", "ประกาศ", A, "เรื่อง แผนจัดหาพัสดุ", "ประจำปีงบประมาณ พ.ศ. 2569", "......", SENTENCE],
            f"ประกาศ {A} เรื่อง แผนจัดหาพัสดุ ประจำปีงบประมาณ พ.ศ. 2569",
            id="announcement, its agency and its year on lines of their own",
        ),
        pytest.param(
            [f"ประกาศ{A} เรื่อง รายงานผลการดำเนินงาน", "ตามแผนปฏิบัติการป้องกันการทุจริต", "พ.ศ. 2568", "*****", SENTENCE],
            f"ประกาศ{A} เรื่อง รายงานผลการดำเนินงานตามแผนปฏิบัติการป้องกันการทุจริต พ.ศ. 2568",
            id="announcement that says its subject in the first line",
        ),
        pytest.param(
            [f"ประกาศ{A}", "เรื่อง", "ราคากลาง", "ด้วย"], f"ประกาศ{A} เรื่อง ราคากลาง", id="subject under the word"
        ),
        pytest.param(
            [f"ประกาศ{A}", "เรื่อง การแต่งกาย", "ตามแผนงานของรัฐที่ให้ทุกแห่งแต่งกายด้วยผ้าพื้นเมือง " * 5 + "นั้น", SENTENCE],
            f"ประกาศ{A} เรื่อง การแต่งกาย",
            id="a preamble that names a plan",
        ),
        pytest.param(
            [f"ประกาศ{A}", "เรื่อง นโยบาย", f"{A} ได้กำหนดนโยบายไว้", SENTENCE],
            f"ประกาศ{A} เรื่อง นโยบาย",
            id="the text begins without ด้วย",
        ),
        pytest.param(
            ["ประกาศ", "การประปาส่วนภูมิภาค", "เรื่อง ค่าน้ำ"], "ประกาศ การประปาส่วนภูมิภาค เรื่อง ค่าน้ำ", id="an agency named การ…"
        ),
        pytest.param(
            [
                "บันทึกข้อความ",
                "ส่วนราชการ กองคลัง โทร 02",
                "ที่ ตย 1/2569 วันที่ 2 มีนาคม 2569",
                "เรื่อง ขออนุมัติ",
                "แผน",
                "เรียน นายก",
            ],
            "บันทึกข้อความ เรื่อง ขออนุมัติแผน",
            id="memo",
        ),
        pytest.param(
            ["บันทึกข้อความ", "ส่วนราชการ ฝ่ายช่าง ที่ ฝช 3/2569 วันที่ 7 มกราคม 2569 เรื่อง", "สรุปการซ่อมเรือ เรียน นายท่า"],
            "บันทึกข้อความ เรื่อง สรุปการซ่อมเรือ เรียน นายท่า",
            id="memo with its head in one line",
        ),
        pytest.param(
            ["บันทึกข้อความ", "ที่ ฝช 3/2569 วันที่ 7 มกราคม 2569 เรื่อง สรุป", "การซ่อมเรือ", "เรียน นายท่า"],
            "บันทึกข้อความ เรื่อง สรุปการซ่อมเรือ",
            id="memo whose subject begins in a line of its head",
        ),
        pytest.param(["เรื่อง ขอเชิญประชุม", "เรียน ผู้อำนวยการ"], "เรื่อง ขอเชิญประชุม", id="letter"),
        pytest.param(
            ["ที่ มท 0808/ว 12", "กระทรวงมหาดไทย", "15 มีนาคม 2569", "เรื่อง ซักซ้อมแนวทาง", "เรียน ผู้ว่าราชการจังหวัด"],
            "เรื่อง ซักซ้อมแนวทาง",
            id="letter with its head",
        ),
        pytest.param(
            ["วันที่ 5 มกราคม 2569", "เรื่อง การประชุม", "ผู้เข้าร่วม 40 คน", SENTENCE.replace("ตามที่", "")] + ["ข้อความ"] * 9,
            "เรื่อง การประชุม",
            id="ends with its line where the text is not seen to begin",
        ),
        pytest.param(
            ["วันที่ 5 มกราคม 2569", f"เรื่อง {SENTENCE}", "ของหน่วยงาน", "ผู้เข้าร่วม 40 คน"] + ["ข้อความ"] * 9,
            f"เรื่อง {SENTENCE}ของหน่วยงาน",
            id="goes on where its line runs to the margin",
        ),
    ],
)
def test_subject_of(lines: list[str], title: str) -> None:
    assert subject_of(lines) == title
    assert title_of(lines) == title


REPORT = "รายงานผลการเปิดโอกาสให้ประชาชนมีส่วนร่วม ประจำปีงบประมาณ พ.ศ. 2569"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            [REPORT, A, "เรื่อง ประชาคมหมู่บ้านเพื่อจัดลำดับโครงการ", "การนำไปใช้ บรรจุในข้อบัญญัติ"], f"{REPORT} {A}", id="report"
        ),
        pytest.param([REPORT, "วันที่ 5 มกราคม 2569", "เรื่อง ประชาคม"], REPORT, id="report with a date"),
        pytest.param(["แผนกลยุทธ์ของสำนักงาน", "เรื่อง การพัฒนา", "เรียน"], "แผนกลยุทธ์ของสำนักงาน", id="plan, and no แผนก"),
        pytest.param(
            ["แบบขอเผยแพร่ข้อมูล", f"ตามประกาศ{A}", "เรื่อง แนวทางการเผยแพร่", "ตามที่"],
            "แบบขอเผยแพร่ข้อมูล",
            id="a form that cites",
        ),
        pytest.param(["ศูนย์พัฒนาเด็กเล็ก", "ด้วยได้มีประกาศของกรม", "เรื่อง การรับสมัคร"], "ศูนย์พัฒนาเด็กเล็ก", id="running text"),
        pytest.param(
            ["สรุปจำนวนเรื่องทั้งหมด", "เรื่องร้องเรียน 3"], "สรุปจำนวนเรื่องทั้งหมด เรื่องร้องเรียน 3", id="a count of complaints"
        ),
        pytest.param(
            ["เอกสารสอบราคา เลขที่ 1", "เรื่อง จ้างซ่อมถนน"], "เอกสารสอบราคา เลขที่ 1 เรื่อง จ้างซ่อมถนน", id="no kind before it"
        ),
    ],
)
def test_no_subject(lines: list[str], title: str) -> None:
    assert subject_of(lines) is None
    assert title_of(lines) == title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(["- ๑ -", "คู่มือประชาชน", "1. หลักการ"], "คู่มือประชาชน", id="before the first numbered line"),
        pytest.param(["ส่วนราชการ กองคลัง", "รายงานผล", "พ.ศ. 2568"], "รายงานผล พ.ศ. 2568", id="after the letterhead"),
        pytest.param(["แผนพัฒนาบุคลากร", "๒๕๖๙", "1. หลักการ"], "แผนพัฒนาบุคลากร ๒๕๖๙", id="a year alone below it"),
        pytest.param(
            ["สถิติการให้บริการ", "2566", "2567", "2568"],
            "สถิติการให้บริการ",
            id="years below one another head columns",
        ),
        pytest.param(["12", "-", ""], None, id="nothing said"),
        pytest.param([], None, id="no lines"),
    ],
)
def test_title_of(lines: list[str], title: str | None) -> None:
    assert title_of(lines) == title


def test_the_largest_letters_are_the_title_with_the_year_below_but_not_a_field() -> None:
    lines = [A, REPORT[:-20], "ประจำปี 2569", "เรื่อง ประชาคม", "ก", "ข"]
    assert title_of(lines, [14, 24, 14, 14, 14, 14]) == f"{REPORT[:-20]} ประจำปี 2569"
    assert title_of(lines[1:2] + lines[3:], [24, 24, 14, 14]) == REPORT[:-20]


AGENCY = "องค์การบริหารส่วนตำบลบ้านตัวอย่าง"
REPORT = "รายงานผลการดำเนินการป้องกันการทุจริต"
ONGOING = "ตามแผนปฏิบัติการ ซึ่งต่อเนื่องจากปี 2568"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([REPORT, AGENCY, ONGOING], f"{REPORT} {AGENCY}"),
        ([REPORT, ONGOING], REPORT),
        ([REPORT, AGENCY, "โครงการอบรมคุณธรรมปี 2568"], f"{REPORT} {AGENCY}"),
        (
            [REPORT, AGENCY, "อำเภอเมือง จังหวัดลำปาง", "ประจำปี 2569"],
            f"{REPORT} {AGENCY} อำเภอเมือง จังหวัดลำปาง ประจำปี 2569",
        ),
        ([AGENCY, REPORT, "ประจำปี 2569"], f"{AGENCY} {REPORT} ประจำปี 2569"),
    ],
)
def test_a_title_in_word_ends_above_the_first_paragraph(lines: list[str], title: str) -> None:
    assert title_of(lines, are_paragraphs=True) == title


OFFICE = "สำนักงานทรัพยากรลำธารไทย"
TEXT = ["เนื้อความบรรทัดหนึ่งของเอกสาร"] * 6


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            [("รายงานการรับฟังชุมชน", 16), ("ปี 2569", 16), *((text, 13) for text in TEXT), ("ก้าวต่อไปของเรา", 20)],
            "รายงานการรับฟังชุมชน ปี 2569",
            id="a first line that names a kind outranks the head of a part",
        ),
        pytest.param(
            [("เอกสารเผยแพร่", 14), *((text, 14) for text in TEXT), ("ก้าวต่อไปของเรา", 20)],
            "ก้าวต่อไปของเรา",
            id="a first line that names none does not",
        ),
        pytest.param(
            [("แผนดูแลลำธาร สำนักงานกลาง", 10), ("หมวดสอง", 22), *((text, 14) for text in TEXT)],
            "แผนดูแลลำธาร สำนักงานกลาง",
            id="a running head that names the kind",
        ),
        pytest.param(
            [("แบบ ลธ. 7", 12), ("รายงานการใช้น้ำบาดาล", 20), *((text, 14) for text in TEXT)],
            "รายงานการใช้น้ำบาดาล",
            id="a form's number above the title",
        ),
        pytest.param(
            [("โครงการล้างคลอง", 12), *((text, 12) for text in TEXT), ("แบบสรุปค่าแรงคนงาน", 20)],
            "แบบสรุปค่าแรงคนงาน",
            id="โครงการ may be a field",
        ),
        pytest.param(
            [(OFFICE, 26), ("คู่มือรับแจ้งลำธารตัน", 18), ("ฉบับย่อ", 18), *((text, 14) for text in TEXT)],
            f"คู่มือรับแจ้งลำธารตัน ฉบับย่อ {OFFICE}",
            id="an agency in larger type above the title",
        ),
        pytest.param(
            [(OFFICE, 26), ("ถนนลำธาร อำเภอเมือง", 14), *((text, 14) for text in TEXT)],
            OFFICE,
            id="an agency above no title",
        ),
        pytest.param(
            [("2568", 60), ("รายงานประจำปี", 30), *((text, 14) for text in TEXT)],
            "รายงานประจำปี 2568",
            id="a year alone above the title",
        ),
    ],
)
def test_the_size_of_letters_does_not_decide_alone(lines: list[tuple[str, float]], title: str) -> None:
    assert title_of([text for text, _ in lines], [size for _, size in lines]) == title


def test_no_title_goes_on_into_a_table() -> None:
    lines = ["สรุปการอบรม ปี 2569", "ลำดับ หลักสูตร จำนวนคน", "1 งานสารบรรณ 40", "2 งานพัสดุ 25"]
    assert title_of(lines, table=1) == "สรุปการอบรม ปี 2569"
    assert title_of(lines[1:], table=0) == lines[1]


def test_a_running_head_in_english_hides_no_title_below_it() -> None:
    lines = ["Sample Rubber Board (SRB)", "แผนวิสาหกิจ", "พ.ศ. 2566 – 2570", "การยางตัวอย่าง", "สภาพตลาดโลก", "ก"]
    title = title_of(lines, [10, 13, 13, 13, 15, 11])
    assert title is not None
    assert title.startswith("แผนวิสาหกิจ พ.ศ. 2566 – 2570")


@pytest.mark.parametrize(
    "cited",
    [
        "อ้างอิง: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526",
        "ระเบียบที่ใช้ : ระเบียบ มท. ว่าด้วยการจ่ายเงิน พ.ศ. 2566",
        "กฎหมาย/ระเบียบที่เกี่ยวข้อง: พระราชบัญญัติการสาธารณสุข พ.ศ. 2535",
    ],
)
def test_no_title_goes_on_into_the_statutes_by_which_a_paper_goes(cited: str) -> None:
    lines = ["คู่มือการปฏิบัติงาน งานสารบรรณ", "สำนักงานเลขานุการกรม", cited, "ขั้นตอนที่ 1 ลงรับ"]
    assert title_of(lines) == "คู่มือการปฏิบัติงาน งานสารบรรณ สำนักงานเลขานุการกรม"
    assert title_of(lines, [20, 20, 20, 14]) == "คู่มือการปฏิบัติงาน งานสารบรรณ สำนักงานเลขานุการกรม"


def test_a_list_of_statutes_is_a_title() -> None:
    assert title_of(["กฎหมายที่เกี่ยวข้องกับเทศบาล ปี 2569"]) == "กฎหมายที่เกี่ยวข้องกับเทศบาล ปี 2569"


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        pytest.param("โครงการส่งเสริมการเลี้ยงผึ้งโพรง ดำเนินการแล้วเสร็จ 1,850 ราย คิดเป็นร้อยละ 102", False, id="a result"),
        pytest.param("อบรมแล้ว 9 คน ประชุม 12 ครั้ง", False, id="counts of people"),
        pytest.param("โครงการฝึกอบรมที่ได้รับงบประมาณ ระยะที่ 2", True, id="a name with a number"),
        pytest.param("รอบ 12 เดือน ของเทศบาลตำบลบ้านดง", True, id="a span"),
    ],
)
def test_no_title_goes_on_into_what_was_done(below: str, goes_on: bool) -> None:
    title = "รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2568"
    assert title_of([title, below, "จัดสรร 42.10"]) == (f"{title} {below} จัดสรร 42.10" if goes_on else title)
