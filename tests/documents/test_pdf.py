from collections.abc import Callable

import pypdfium2
import pytest

from oit_checker.documents.pdf import read_pdf
from oit_checker.model.page import Page, Unreadable

PLAN = ("แผนดำเนินงานประจำปีงบประมาณ พ.ศ. ๒๕๖๙", "สำนักงานตัวอย่างจัดทำแผนนี้ขึ้นเพื่อใช้ในการดำเนินงานตลอดปี")
WRONG_LANGUAGE = (
    "1 fl U LU U tJ'l{yl O UA U 5 nul rl fl A- n UrUt 0",
    "{yt1 taT4u'ryr?,0{:59t0{fi 9lutuu[tuu0u1{ytnLmu:nu1n1y!",
)
BROKEN = ("'1>@02.@@1\ufffd0@&@3\ufffd\ufffd N1\ufffd\ufffd\ufffd", "@1O!N@0&B\ufffd3@1#\ufffd\ufffd?P'>&?!>@%")
DOUBLED = (
    b"BT /F 14 Tf 50 800 Td /Span << /ActualText <feff0e2a0e480e070e400e2a0e230e340e21> >> BDC"
    b" <0e2a0e48> Tj <0e070e40> Tj <0e2a0e230e340e21> Tj EMC ET"
)


def read(body: bytes, max_pages: int = 400) -> Page:
    return read_pdf(body, url="https://www.example.go.th/plan.pdf", max_pages=max_pages)


def test_text_comes_page_by_page(pdf: Callable[..., bytes]) -> None:
    page = read(pdf(PLAN, ("๑. หลักการ", "ตามพระราชบัญญัติ")))
    assert [(found.page_no, found.text) for found in page.passages] == [
        (1, PLAN[0] + " " + PLAN[1]),
        (2, "๑. หลักการ"),
        (2, "ตามพระราชบัญญัติ"),
    ]
    assert (page.page_count, page.unreadable, page.partly_unreadable, page.cut) == (2, None, (), False)


@pytest.mark.parametrize(
    ("pages", "unreadable", "partly"),
    [
        pytest.param((PLAN, "scan", PLAN), None, (2,), id="a scan inside"),
        pytest.param(("scan", "scan"), Unreadable.NO_TEXT_LAYER, (), id="all scans"),
        pytest.param((("สำเนาถูกต้อง",), "scan"), None, (2,), id="little text, but no picture beside it"),
        pytest.param(("stamped",), Unreadable.NO_TEXT_LAYER, (), id="a scan with a stamp"),
        pytest.param((PLAN, WRONG_LANGUAGE), None, (2,), id="one page recognised in the wrong language"),
        pytest.param((BROKEN,), Unreadable.GARBAGE_TEXT, (), id="fonts that lie"),
        pytest.param((BROKEN, "scan"), Unreadable.GARBAGE_TEXT, (), id="fonts that lie, and a scan"),
        pytest.param((PLAN, ()), None, (), id="a blank page is no fault"),
        pytest.param(((),), Unreadable.EMPTY, (), id="nothing at all"),
    ],
)
def test_each_page_is_judged_by_itself(
    pages: tuple[object, ...],
    unreadable: Unreadable | None,
    partly: tuple[int, ...],
    pdf: Callable[..., bytes],
    lines: Callable[..., bytes],
    scan: bytes,
) -> None:
    special = {"scan": scan, "stamped": scan + b"\n" + lines(["ลงนามอิเล็กทรอนิกส์โดยนายตัวอย่าง ตัวอย่าง"])}
    page = read(pdf(*(special[found] if isinstance(found, str) else found for found in pages)))
    assert (page.unreadable, page.partly_unreadable) == (unreadable, partly)
    assert page.scans == (partly or (() if unreadable in {None, Unreadable.EMPTY} else tuple(range(1, len(pages) + 1))))


@pytest.mark.parametrize(
    ("signs", "readable", "doubted"),
    [
        pytest.param(60, False, True, id="a stamp on a scan"),
        pytest.param(200, True, True, id="a head of text on a scan"),
        pytest.param(900, True, False, id="a page of text on a background"),
    ],
)
def test_few_letters_on_a_picture_of_the_whole_page_are_read_and_doubted(
    signs: int, readable: bool, doubted: bool, pdf: Callable[..., bytes], lines: Callable[..., bytes], scan: bytes
) -> None:
    text = [f"{number:02}สำนักงานตัวอย่าง"[:15] for number in range(signs // 15)]
    page = read(pdf(scan + b"\n" + lines(text), PLAN))
    assert any(found.page_no == 1 for found in page.passages) is readable
    assert (page.scans == (1,)) is doubted is (page.partly_unreadable == (1,))


@pytest.mark.parametrize(
    ("page_one", "metadata", "title"),
    [
        pytest.param(
            ("บันทึกข้อความ", "ส่วนราชการ คลัง", "ที่ ตย ๐๑ วันที่ ๙ ธันวาคม ๒๕๖๘", "เรื่อง รายงานผลการดำเนินงาน", "เรียน"),
            "",
            "บันทึกข้อความ เรื่อง รายงานผลการดำเนินงาน",
            id="memo",
        ),
        pytest.param(
            ("ประกาศสำนักงานตัวอย่าง", "เรื่อง นโยบายไม่รับของขวัญ", "ประจำปีงบประมาณ พ.ศ. 2569", "-----", "ด้วยสำนักงาน"),
            "",
            "ประกาศสำนักงานตัวอย่าง เรื่อง นโยบายไม่รับของขวัญ ประจำปีงบประมาณ พ.ศ. 2569",
            id="announcement with its year",
        ),
        pytest.param(
            ("แผนปฏิบัติการ", "ประจำปี ๒๕๖๙"), "Microsoft Word - a.doc", "แผนปฏิบัติการ ประจำปี ๒๕๖๙", id="first lines"
        ),
        pytest.param((), "แผนปฏิบัติการ", "แผนปฏิบัติการ", id="metadata where there is no text"),
        pytest.param((), "Microsoft Word - plan.doc", None, id="a file name is no title"),
        pytest.param((), "scan0001.pdf", None, id="a scanner's name is no title"),
    ],
)
def test_title(page_one: tuple[str, ...], metadata: str, title: str | None, pdf: Callable[..., bytes]) -> None:
    assert read(pdf(page_one, title=metadata)).title == title


def test_the_largest_letters_are_the_title(pdf: Callable[..., bytes], lines: Callable[..., bytes]) -> None:
    said = ["เล่มที่ 1 ฝ่ายแผน", "คู่มือการปฏิบัติงาน", "งานจัดซื้อจัดจ้าง", "จัดทำโดย กองคลัง", "ตำบลตัวอย่าง"]
    assert read(pdf(lines(said, [12, 28, 28, 12, 12]))).title == "คู่มือการปฏิบัติงาน งานจัดซื้อจัดจ้าง"


def test_a_size_is_that_of_most_letters_at_their_scale(pdf: Callable[..., bytes]) -> None:
    """The font of size 1 is scaled to 24 points, the one of 30 to 12; one large letter makes no large line."""

    def drawn(text: str, size: int, scale: float, y: int) -> str:
        return f"BT /F {size} Tf {scale} 0 0 {scale} 50 {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"

    rows = [drawn(f"ข้อความในเล่มบรรทัด {'กขคง'[n]}", 30, 0.4, 700 - 30 * n) for n in range(4)]
    first = [drawn("ห", 40, 1, 740) + "\n" + drawn("มวดแรกกล่าวถึงที่มา", 30, 0.4, 740).replace("50 740", "80 740")]
    page = read(pdf("\n".join([drawn("ก้าวใหม่ของลำน้ำ", 1, 24, 790), *first, *rows]).encode()))
    assert page.title == "ก้าวใหม่ของลำน้ำ"


def test_a_picture_of_a_cover_leaves_no_title(pdf: Callable[..., bytes], scan: bytes) -> None:
    assert read(pdf(scan, ("คำนำ", "คู่มือนี้จัดทำขึ้น"))).title is None


@pytest.mark.parametrize("producer", ["Skia/PDF m120", "tests"])
def test_text_given_once_for_each_piece_of_a_span_is_taken_once(producer: str, pdf: Callable[..., bytes]) -> None:
    once = read(pdf(DOUBLED, producer="Skia/PDF m120")).passages[0].text
    assert once == "ส่งเสริม"
    many = b"\n".join(DOUBLED.replace(b"800 Td", b"%d Td" % (800 - 30 * line)) for line in range(4))
    assert "".join(read(pdf(many, producer=producer)).passages[0].text.split()) == "ส่งเสริม" * 4


@pytest.mark.parametrize(
    ("second", "damaged"),
    [
        pytest.param(("ถังนĚěาแข็งของโรงเรียน",), (2,), id="signs for marks"),
        pytest.param(("ผ้้ปกครองกับค่่มือ",), (2,), id="marks twice for a lost vowel"),
        pytest.param(("สĠานักงาน จĠานวน",), (), id="what can be undone"),
    ],
)
def test_a_page_whose_font_lies_about_marks_is_told(
    second: tuple[str, ...], damaged: tuple[int, ...], pdf: Callable[..., bytes]
) -> None:
    page = read(pdf(PLAN, second))
    assert (page.damaged, page.scans, page.partly_unreadable, page.unreadable) == (damaged, damaged, (), None)
    assert not any("Ā" <= sign <= "ſ" for found in page.passages for sign in found.text)


def test_pages_after_the_limit_are_not_read(pdf: Callable[..., bytes]) -> None:
    page = read(pdf(PLAN, PLAN, PLAN), max_pages=2)
    assert (page.cut, page.page_count, {found.page_no for found in page.passages}) == (True, 3, {1, 2})


def test_bad_files_are_values(pdf: Callable[..., bytes]) -> None:
    whole = pdf(PLAN)
    assert read(b"").unreadable is Unreadable.EMPTY
    assert read(b"%PDF-1.7 and nothing more").unreadable is Unreadable.CORRUPT
    assert read(whole[: len(whole) // 3]).unreadable is Unreadable.CORRUPT


def test_a_locked_file_is_encrypted() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("locked.pdf", encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(50, 800, "plan")
    assert read(canvas.getpdfdata()).unreadable is Unreadable.ENCRYPTED


def test_the_tests_pdf_maker_writes_what_it_is_told(pdf: Callable[..., bytes]) -> None:
    document = pypdfium2.PdfDocument(pdf(("แผน",), title="ชื่อ"))
    assert document[0].get_textpage().get_text_range() == "แผน"
    assert document.get_metadata_value("Title") == "ชื่อ"
