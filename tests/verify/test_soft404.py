"""A missing page that is served as a good one: told by its own words, or by what the host answers to the impossible."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from oit_checker.model.page import Fetched
from oit_checker.verify.look import look_at
from oit_checker.verify.soft404 import features_of, is_answer_to_missing, missing_page, resembles, says_not_found

NOW = datetime(2026, 3, 2, tzinfo=UTC)
LONG = "รายละเอียดโครงการและกิจกรรมของหน่วยงาน " * 60
MENU = "".join(f'<a href="/m{chr(97 + n)}">เมนู{chr(0x0E01 + n)}</a>' for n in range(20))
FOOT = "<footer>สำนักงานเทศบาลตำบลตัวอย่าง หมู่ที่ 1 โทรศัพท์ 0 4512 3456 ผู้เข้าชมวันนี้ {n} คน</footer>"


@pytest.mark.parametrize(
    ("title", "text", "headings"),
    [
        pytest.param("ไม่พบหน้าที่ต้องการ | เทศบาลตำบลตัวอย่าง", "", (), id="title"),
        pytest.param("404 Not Found", "", (), id="server's own page"),
        pytest.param("404 - เทศบาลตำบลตัวอย่าง", "", (), id="number in a part of the title"),
        pytest.param("เทศบาล", "", ("Oops! That page can't be found.",), id="wordpress heading"),
        pytest.param("เทศบาล", "", ("404",), id="number as heading"),
        pytest.param("เทศบาล", "ขออภัย ไม่พบไฟล์ที่ท่านต้องการ", (), id="short text"),
        pytest.param("เทศบาล", "Sorry, the file you have requested does not exist.", (), id="drive"),
        pytest.param("เทศบาล", "ไม่พบข้อมูล", (), id="nothing but ไม่พบข้อมูล"),
        pytest.param("ไม่พบข้อมูล", "", (), id="title ไม่พบข้อมูล"),
        pytest.param("สถิติเรื่องร้องเรียน", "ไม่พบหน้าที่ท่านเรียก", (), id="plain words under complaints"),
        pytest.param("เทศบาล", "ไมพบหนา ไม่ พบ หน้า ที่ท่านเรียก", (), id="spaces between words"),
    ],
)
def test_says_not_found(title: str, text: str, headings: tuple[str, ...]) -> None:
    assert says_not_found(title, text, headings) is not None


@pytest.mark.parametrize(
    ("title", "text", "headings"),
    [
        pytest.param("แผนปฏิบัติราชการ 2569", LONG, ("ไม่พบข้อมูล",), id="empty widget on a full page"),
        pytest.param("เทศบาล", f"{LONG} ไม่พบหน้าที่ต้องการ", (), id="words deep in a long text"),
        pytest.param("ประกาศที่ 404/2568", "เรื่อง แผน", (), id="404 as a number of an announcement"),
        pytest.param("คำสั่งที่ 404 เรื่อง แต่งตั้ง", "", (), id="404 as a number of an order"),
        pytest.param("สถิติเรื่องร้องเรียนการทุจริต", "ไม่มีข้อมูลเรื่องร้องเรียน ประจำปี 2569", (), id="no complaints is news"),
        pytest.param("เทศบาล", "ไม่พบหน้ากากอนามัยในพื้นที่", (), id="a longer word"),
        pytest.param("แผนจัดซื้อจัดจ้าง", "ตาราง " * 60 + "ไม่พบรายการ", ("แผนจัดซื้อจัดจ้าง",), id="empty list under a heading"),
        pytest.param(None, "", (), id="nothing at all"),
    ],
)
def test_does_not_say_not_found(title: str | None, text: str, headings: tuple[str, ...]) -> None:
    assert says_not_found(title, text, headings) is None


def html(main: str, *, title: str = "เทศบาลตำบลตัวอย่าง", n: int = 5, script: bool = False) -> bytes:
    tail = "<script>x()</script>" if script else ""
    return f"<html><head><title>{title}</title></head><body>{MENU}{main}{FOOT.format(n=n)}{tail}</body></html>".encode()


def alike(page: bytes, missing: bytes) -> bool:
    url, probe = "https://x.go.th/plan-2569", "https://x.go.th/no-such-page"
    return resembles(features_of(look_at(page), url), features_of(look_at(missing), probe))


NOTHING = "<p>เอกสารนี้ย้ายที่แล้ว กรุณาติดต่อเจ้าหน้าที่</p>"


@pytest.mark.parametrize(
    ("page", "missing", "expected"),
    [
        pytest.param(html(NOTHING, n=5), html(NOTHING, n=1234), True, id="only the visitor counter differs"),
        pytest.param(html("/plan-2569 ไม่มี"), html("/no-such-page ไม่มี"), True, id="the address echoed"),
        pytest.param(
            html(f"{NOTHING}<i>วันที่ ๒ มีนาคม ๒๕๖๙ เวลา 10:22:01</i>"),
            html(f"{NOTHING}<i>วันที่ ๓ มีนาคม ๒๕๖๙ เวลา 10:23:59</i>"),
            True,
            id="date and time",
        ),
        pytest.param(html(f"<h1>แผน</h1><p>{LONG}</p>"), html(NOTHING), False, id="own text"),
        pytest.param(html("<h1>โครงสร้างหน่วยงาน</h1>"), html(NOTHING), False, id="short own text"),
        pytest.param(html(NOTHING + '<img src="/plan.jpg">'), html(NOTHING), False, id="own picture"),
        pytest.param(html(NOTHING + '<iframe src="/p.pdf"></iframe>'), html(NOTHING), False, id="own frame"),
        pytest.param(html(NOTHING + '<a href="/p.pdf">1</a>'), html(NOTHING), False, id="own document"),
        pytest.param(html("<h1>ประกาศ</h1>"), html("<h1>รับสมัครงาน</h1>"), False, id="two empty lists of one template"),
        pytest.param(html(NOTHING, title="แผนปี 2569"), html(NOTHING), False, id="own title"),
        pytest.param(b"<h1>1</h1>", b"<h1>2</h1>", True, id="two digits of nothing"),
        pytest.param("<p>แผน</p>".encode(), "<p>ไม่มี</p>".encode(), False, id="very short pages"),
        pytest.param(
            b"<div id='app'></div><script>x</script>",
            b"<div id='app'></div><script>x</script>",
            False,
            id="script shell",
        ),
    ],
)
def test_resembles(page: bytes, missing: bytes, expected: bool) -> None:
    assert alike(page, missing) is expected


HOME = html(f"<h1>ยินดีต้อนรับ</h1><p>{LONG}</p>")


def answered(url: str, final: str | None = None) -> Fetched:
    return Fetched(url, final or url, 200, "text/html", NOW, body_bytes=9)


@pytest.mark.parametrize(
    ("url", "final", "probe_final", "expected"),
    [
        pytest.param("/old-page", None, None, True, id="home page for every unknown address"),
        pytest.param("/old-page", "/", "/", True, id="sent to the home page like every unknown address"),
        pytest.param("/old-page", "/", None, True, id="sent to what unknown addresses show"),
        pytest.param("/", None, None, False, id="the home page itself"),
        pytest.param("/index.php", None, None, False, id="the home page by its file"),
        pytest.param("/th/home", None, "/", False, id="the home page by its language"),
        pytest.param("/?page=home", None, None, False, id="the home page by its query"),
        pytest.param("/?lang=th", None, None, False, id="the home page in Thai"),
        pytest.param("/index.php?mo=99", None, None, True, id="an unknown entry of the home script"),
    ],
)
def test_a_home_page_for_what_does_not_exist(
    url: str, final: str | None, probe_final: str | None, expected: bool
) -> None:
    at = "https://x.go.th{}".format
    look = look_at(HOME)
    missing = missing_page(answered(at("/no-such"), at(probe_final) if probe_final else None), look)
    assert is_answer_to_missing(answered(at(url), at(final) if final else None), look, missing) is expected


def test_a_host_that_says_404_properly_gives_no_missing_page() -> None:
    said = Fetched("https://x.go.th/no-such", "https://x.go.th/no-such", 404, "text/html", NOW, body_bytes=9)
    assert missing_page(said, look_at(HOME)) is None


def test_nothing_found_under_complaints_may_be_the_answer() -> None:
    assert says_not_found("สถิติเรื่องร้องเรียน | เทศบาล", "ไม่พบข้อมูล") is None
    assert says_not_found("เทศบาล", "ไม่มีข้อมูล", ("เรื่องร้องเรียนปี 2568",)) is None
