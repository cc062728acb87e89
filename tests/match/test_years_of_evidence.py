"""Of which year a piece of evidence is: the title, the link, the file name, the text, in this order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.match.title_lines import title_lines
from oit_checker.match.years import year_of
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import year_mentions

WANTED = FiscalYear(2569)


def candidate(text: str = "เอกสาร", url: str = "https://www.example.go.th/files/a.pdf") -> Candidate:
    return Candidate("O23", url, "https://www.example.go.th/ita", text, (url,), (), 1.0)


def document(*lines: str, title: str | None = None) -> Page:
    return Page("u", PageKind.PDF, title, tuple(Passage(line, page_no=1) for line in lines))


def web(title: str, *passages: Passage) -> Page:
    return Page("u", PageKind.HTML, title, passages)


@pytest.mark.parametrize(
    ("page", "offered", "options", "expected"),
    [
        pytest.param(
            document("แผนปฏิบัติการป้องกันการทุจริต", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๙"), candidate(), {}, (2569, "title"), id="title"
        ),
        pytest.param(
            document("แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2568"),
            candidate("แผนปฏิบัติการ ปีงบประมาณ พ.ศ. 2569"),
            {},
            (2568, "title"),
            id="last year's file under this year's link",
        ),
        pytest.param(document("แผนปฏิบัติการ"), candidate("แผน ปี 2569"), {}, (2569, "link"), id="link, document silent"),
        pytest.param(
            document("แผนปฏิบัติการ", "ก" * 200, "ในปีงบประมาณ พ.ศ. 2568 หน่วยงานจะ…"),
            candidate("แผน ปี 2569"),
            {},
            (2568, "text"),
            id="text contradicts the link",
        ),
        pytest.param(
            document("บันทึกข้อความ", "ก" * 200, "20 ธันวาคม 2567 ขอรายงานผลปีงบประมาณ พ.ศ. 2567"),
            candidate("รายงานผล ปี 2568"),
            {},
            (2567, "text"),
            id="the day of signing lies in the next year",
        ),
        pytest.param(
            None, candidate(url="https://x.go.th/files/plan-2568.pdf"), {}, (2568, "url"), id="file name of a dead link"
        ),
        pytest.param(
            document("รายงาน"),
            candidate(url="https://x.go.th/ita/2569/r.pdf"),
            {},
            (None, "none"),
            id="a folder dates nothing",
        ),
        pytest.param(
            document("แผนยุทธศาสตร์ พ.ศ. 2566 - 2570"),
            candidate(),
            {"covers_years": True},
            (2569, "title"),
            id="a plan of several years covers the year",
        ),
        pytest.param(
            document("แผนยุทธศาสตร์ พ.ศ. 2561 - 2565"),
            candidate(),
            {"covers_years": True},
            (2565, "title"),
            id="ended plan",
        ),
        pytest.param(
            document("ประมวลจริยธรรม ตามพระราชบัญญัติมาตรฐานทางจริยธรรม พ.ศ. 2562"),
            candidate(),
            {},
            (None, "none"),
            id="the year of a law is not the document's",
        ),
        pytest.param(
            document("การนำผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568 ไปสู่การพัฒนาองค์กร", "ธ.ค. 2568 – มี.ค. 2569"),
            candidate(),
            {"not_after": ("ผลการประเมิน ITA",)},
            (2569, "title"),
            id="the year of the analysed result is not the document's",
        ),
        pytest.param(
            document("การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ประจำปีงบประมาณ พ.ศ. 2569"),
            candidate(),
            {"not_after": ("ผลการประเมิน ITA",)},
            (2569, "title"),
            id="a year further on is the document's own",
        ),
        pytest.param(
            web(
                "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร",
                Passage("มาตรการ", is_heading=True),
                Passage("ดำเนินการในปีงบประมาณ พ.ศ. 2569"),
                Passage("ผลคะแนน ปีงบประมาณ พ.ศ. 2568", is_heading=True),
            ),
            candidate("ปีงบประมาณ พ.ศ. 2569"),
            {},
            (2569, "link"),
            id="a lower heading names a part's year",
        ),
        pytest.param(document("คำสั่งแต่งตั้ง", "สั่ง ณ วันที่ 5 มกราคม 2569"), candidate(), {}, (2569, "title"), id="date"),
    ],
)
def test_year_of(
    page: Page | None, offered: Candidate, options: dict[str, object], expected: tuple[int | None, str]
) -> None:
    text = " ".join(passage.text for passage in page.passages) if page is not None else ""
    years = [mention for mention in year_mentions(text) if mention.form != "law"]
    found = year_of(page, offered, WANTED, text_years=lambda: years, **options)  # type: ignore[arg-type]
    assert (found.be, found.basis) == expected
    assert (found.quote is not None) == (found.be is not None)


RESULTS = ("ผลการประเมิน ITA", "ผล ITA")


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "สรุปผล ITA ประจำปีงบประมาณ พ.ศ. 2568 กับสิ่งที่จะทำต่อในปี 2569",
            "",
            (2569, "title"),
            id="the plainer year is the results'",
        ),
        pytest.param(
            "การใช้ผลการประเมิน ITA ของสำนักงานทรัพยากรน้ำภาคสมมุติ ประจำปีงบประมาณ พ.ศ. 2568",
            "ให้ทุกฝ่ายดำเนินการในปี 2569",
            (2569, "text"),
            id="the results of a named agency",
        ),
        pytest.param("เอาผล ITA ปี 68 มาพัฒนา รพ. ปีงบ 69", "", (2569, "title"), id="results that have told their year"),
        pytest.param("ผล ITA ปี 67 กับผล ITA ปีงบ 68", "", (None, "none"), id="results named twice"),
        pytest.param(
            "เปรียบเทียบผลการประเมิน ITA ปี 2567 และปี 2568",
            "ปี 2568 ปี 2568 ปี 2568 มาตรการใช้ในปี 2569",
            (2569, "text"),
            id="results of two years, and scores beside theirs",
        ),
        pytest.param(
            "การใช้ผลการประเมิน ITA ปี 2568",
            "คะแนนปี 2568 ได้ 92.10",
            (None, "none"),
            id="no other year is named: nobody is sure",
        ),
        pytest.param(
            "การใช้ผลการประเมิน ITA ของหน่วยงานเพื่อกำหนดมาตรการประจำปี 2568",
            "",
            (2568, "title"),
            id="what is made of them has its own year",
        ),
        pytest.param(
            "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 เพื่อกำหนดมาตรการปี 2569 ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 ได้ 88",
            "",
            (2569, "title"),
            id="the results' year told again behind what is made of them",
        ),
        pytest.param(
            "วิเคราะห์ผล ITA ปีงบประมาณ พ.ศ. 2567 เพื่อกำหนดมาตรการปี 2568 ผล ITA ปีงบประมาณ พ.ศ. 2567 ได้ 88 คะแนน",
            "",
            (2568, "title"),
            id="the same of the year before",
        ),
    ],
)
def test_the_year_of_results_is_never_that_of_what_is_made_of_them(
    title: str, text: str, expected: tuple[int | None, str]
) -> None:
    page = document(title, title=title)
    found = year_of(page, candidate(), WANTED, not_after=RESULTS, text_years=lambda: year_mentions(text))
    assert (found.be, found.basis) == expected


def test_the_year_of_an_announcement_that_a_form_goes_by_is_not_its_own() -> None:
    page = document("แบบฟอร์มการขอเผยแพร่ข้อมูล", "ตามประกาศสำนักงาน เรื่อง แนวทางการเผยแพร่ข้อมูล พ.ศ. 2561 วันที่ขอ 9 ธันวาคม 2568")
    assert year_of(page, candidate(), None).be == 2569


DATES = " ".join(f"วันที่ {day} มิถุนายน 2568" for day in range(1, 6))


def of_text(text: str) -> int | None:
    page = document("ประกาศ เรื่อง สอบราคาจ้าง")
    return year_of(page, candidate(), None, text_years=lambda: year_mentions(text)).be


def test_the_year_of_the_money_alone_is_not_sure() -> None:
    assert of_text(f"ได้รับจัดสรรปีงบประมาณ พ.ศ. 2567 {DATES}") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"ปีงบประมาณ พ.ศ. 2567 และปีงบประมาณ พ.ศ. 2567 {DATES}", 2567, id="named twice"),
        pytest.param(f"แผนของปีงบประมาณ พ.ศ. 2569 {DATES}", 2569, id="announced before the year begins"),
        pytest.param(f"ปีงบประมาณ พ.ศ. 2567 วันที่ 5 มกราคม 2567 {DATES}", 2567, id="a date of the year"),
        pytest.param("ปีงบประมาณ พ.ศ. 2567 วันที่ 5 มกราคม 2568", 2567, id="few dates"),
    ],
)
def test_a_budget_year_in_the_text_stands(text: str, expected: int) -> None:
    assert of_text(text) == expected


def test_a_sentence_in_word_does_not_speak_as_the_title() -> None:
    lines = ("รายงานผลการดำเนินการป้องกันการทุจริต", "ตามแผนปฏิบัติการ ซึ่งต่อเนื่องจากปี 2568", "อบรมเจ้าหน้าที่")
    page = Page("u", PageKind.DOCX, lines[0], tuple(map(Passage, lines)))
    told = " ".join(lines)
    assert year_of(page, candidate(), WANTED, text_years=lambda: year_mentions(told)).basis == "text"
    titled = Page("u", PageKind.DOCX, lines[0], (Passage(lines[0]), Passage("ประจำปี 2569"), *map(Passage, lines[1:])))
    assert year_of(titled, candidate(), WANTED).basis == "title"


def near_the_top(
    line: str, text: str, link: str = "เอกสาร", title: str = "แผนปฏิบัติการป้องกันการทุจริต"
) -> tuple[int | None, str | None]:
    page = document(title, line, title=title)
    found = year_of(page, candidate(link), WANTED, text_years=lambda: year_mentions(f"{title} {line} {text}"))
    return found.be, found.doubt


IN_2568 = "ดำเนินการในปีงบประมาณ พ.ศ. 2568 และรายงานผลเมื่อสิ้นปีงบประมาณ พ.ศ. 2568"


@pytest.mark.parametrize(
    ("line", "text", "link"),
    [
        pytest.param("เป้าหมายปี 2569 ร้อยละ 90", IN_2568, "เอกสาร", id="the text speaks of another year"),
        pytest.param("ผู้รับบริการ ปี 2567", "โครงการอบรม", "แผน ปี 2569", id="the link names another year"),
    ],
)
def test_a_short_line_near_the_top_that_is_contradicted_is_no_year(line: str, text: str, link: str) -> None:
    be, doubt = near_the_top(line, text, link)
    assert be is None
    assert "บรรทัดใกล้หัวเอกสาร" in (doubt or "")


@pytest.mark.parametrize(
    ("line", "text", "link", "expected"),
    [
        pytest.param("ประจำปีงบประมาณ พ.ศ. 2569", IN_2568, "เอกสาร", 2569, id="the title goes on"),
        pytest.param("ปี 2569", IN_2568, "เอกสาร", 2569, id="a line of the year alone"),
        pytest.param("ของเทศบาลตำบลตัวอย่าง ประจำปี 2569", IN_2568, "แผน ปี 2568", 2569, id="for all of the year"),
        pytest.param("เทศบาลตำบลตัวอย่าง ปี 2569", "ในปี 2568 และปี 2569", "เอกสาร", 2569, id="not contradicted"),
        pytest.param("เทศบาลตำบลตัวอย่าง ปี 2569", "ปีงบประมาณ 2569", "แผน ปี 2568", 2569, id="borne out by the text"),
    ],
)
def test_a_line_of_the_title_stands(line: str, text: str, link: str, expected: int) -> None:
    assert near_the_top(line, text, link) == (expected, None)


def test_a_short_line_does_not_speak_against_the_title() -> None:
    title = "รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2568"
    assert near_the_top("เป้าหมายปี 2569 ร้อยละ 90", IN_2568, title=title) == (2568, None)


def test_the_running_head_of_the_gazette_is_no_line_of_the_title() -> None:
    head, law = "หนา ๘ เลม ๑๓๘ ตอนพิเศษ ๑๐๙ ง ราชกิจจานุเบกษา ๒๐ พฤษภาคม ๒๕๖๔", "ประมวลจริยธรรมข้าราชการพลเรือน"
    assert title_lines(document(head, law)) == (law,)


def behind_cover(*lines: str) -> Page:
    return Page("u", PageKind.PDF, None, tuple(Passage(line, page_no=2) for line in lines), partly_unreadable=(1,))


@pytest.mark.parametrize(
    ("page", "link", "expected"),
    [
        pytest.param(
            behind_cover("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)"), "แผน", (2569, "title"), id="the first page with text"
        ),
        pytest.param(behind_cover("คำนำ แผนพัฒนาท้องถิ่น (พ.ศ. 2561 - 2565)"), "แผน", (None, "none"), id="a foreword"),
        pytest.param(
            behind_cover("รายงานผลตามแผน ปี 2568"),
            "แผน ปี 2569",
            (None, "none"),
            id="the link knows better what the cover says",
        ),
    ],
)
def test_a_title_behind_the_picture_of_a_cover(page: Page, link: str, expected: tuple[int | None, str]) -> None:
    found = year_of(page, candidate(link), WANTED, covers_years=True)
    assert (found.be, found.basis) == expected


def test_the_years_of_a_plan_do_not_speak_against_its_span() -> None:
    text = "ค่าเป้าหมายปี 2566 ค่าเป้าหมายปี 2567 ค่าเป้าหมายปี 2566 ค่าเป้าหมายปี 2567"
    page = behind_cover("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)")
    found = year_of(page, candidate(), WANTED, covers_years=True, text_years=lambda: year_mentions(text))
    assert (found.be, found.basis) == (2569, "title")


def test_the_span_that_a_plan_names_for_itself_dates_it() -> None:
    text = "แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570) จัดทำเมื่อปี 2565 ทบทวนปี 2566"
    page = document("แผนพัฒนาของเทศบาล")
    of_plan = year_of(page, candidate(), WANTED, covers_years=True, text_years=lambda: year_mentions(text))
    of_year = year_of(page, candidate(), WANTED, text_years=lambda: year_mentions(text))
    assert (of_plan.be, of_plan.basis) == (2569, "text")
    assert of_year.be != 2569


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["แบบ สขร.1 ประจำเดือนกันยายน", "วันที่ 3 ตุลาคม 2568"], 2568, id="signed in the next fiscal year"),
        pytest.param(["แบบ สขร.1 ประจำเดือน ธ.ค.", "วันที่ 5 มกราคม 2569"], 2569, id="over the new year"),
        pytest.param(["แบบ สขร.1 ประจำเดือนกันยายน 2567", "วันที่ 3 ตุลาคม 2568"], 2567, id="the month has its own year"),
        pytest.param(["แบบ สขร.1", "วันที่ 3 ตุลาคม 2568"], 2569, id="only the signature"),
        pytest.param(["สรุปเดือนกันยายน และเดือนตุลาคม", "วันที่ 3 พฤศจิกายน 2568"], 2569, id="two months"),
    ],
)
def test_the_month_of_the_heading_comes_before_the_day_of_the_signature(lines: list[str], expected: int) -> None:
    assert year_of(document(*lines), candidate(), WANTED).be == expected


@pytest.mark.parametrize(
    ("sheet", "link", "expected"),
    [
        pytest.param("ปีงบ 2569", "สรุปผล", 2569, id="the sheet says it"),
        pytest.param("ต.ค.68", "สรุปผล", 2569, id="a month of the year"),
        pytest.param("ปีงบ 2568", "สรุปผล ปี 2569", None, id="the link disagrees"),
        pytest.param("Sheet1", "สรุปผล", None, id="a name that says nothing"),
    ],
)
def test_the_name_of_a_sheet_dates_a_workbook_whose_title_is_silent(
    sheet: str, link: str, expected: int | None
) -> None:
    page = Page("u", PageKind.XLSX, "สรุปผล", (Passage("สรุปผล", sheet=sheet, is_heading=True),))
    assert year_of(page, candidate(link), WANTED).be == expected


def test_the_year_of_a_statute_that_a_paper_goes_by_is_not_its_own() -> None:
    cited = "ระเบียบที่ใช้ : ระเบียบ มท. ว่าด้วยหลักเกณฑ์การจ่ายเงินเบี้ยยังชีพผู้สูงอายุของ อปท. พ.ศ. ๒๕๖๖"
    page = document("คู่มือการจ่ายเบี้ยยังชีพ", cited, "ขั้นตอน", title="คู่มือการจ่ายเบี้ยยังชีพ")
    assert title_lines(page) == ("คู่มือการจ่ายเบี้ยยังชีพ",)
    assert year_of(page, candidate(), WANTED, text_years=lambda: year_mentions(cited)).be is None
    own = document("คู่มือการจ่ายเบี้ยยังชีพ", "ฉบับปี 2569", cited)
    assert year_of(own, candidate(), WANTED).be == 2569


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        pytest.param("โครงการ ปี 2566 ปี 2567 ปี 2568 ปี 2569 ปี 2570", 2570, id="the columns of its table"),
        pytest.param("ประจำปีงบประมาณ พ.ศ. 2568", 2568, id="its own year"),
        pytest.param("ประจำปีงบประมาณ พ.ศ. 2568 ทบทวนจากปี 2567", 2568, id="its own year and one that it cites"),
    ],
)
def test_no_column_of_a_plan_of_several_years_is_its_year(heads: str, expected: int) -> None:
    page = document(f"แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. 2566 - 2570) {heads}")
    page = replace(page, title=page.passages[0].text)
    assert year_of(page, candidate(), WANTED).be == expected
    assert year_of(page, candidate(), WANTED, covers_years=True).be == 2569
