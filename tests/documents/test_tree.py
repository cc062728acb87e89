import pytest

from oit_checker.documents.tree import parse_html
from oit_checker.documents.weblinks import page_title, visible_text

THAI = "<title>แผนดำเนินงาน</title><p>ประจำปี ๒๕๖๙</p>"


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        pytest.param(THAI.encode(), None, id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + THAI.encode(), None, id="utf-8 with a byte order mark"),
        pytest.param(THAI.encode("utf-16"), None, id="utf-16 with a byte order mark"),
        pytest.param(THAI.encode("cp874"), "windows-874", id="windows-874, declared by the server"),
        pytest.param(b'<meta charset="tis-620">' + THAI.encode("cp874"), None, id="tis-620, declared by the page"),
        pytest.param(b'<meta charset="windows-874">' + THAI.encode(), None, id="utf-8 that says windows-874"),
    ],
)
def test_thai_pages_are_read_in_their_encoding(body: bytes, declared: str | None) -> None:
    root = parse_html(body, declared)
    assert page_title(root) == "แผนดำเนินงาน"
    assert visible_text(root) == "ประจำปี ๒๕๖๙"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"  \r\n", id="white space"),
        pytest.param(b"<!-- only a comment -->", id="a comment"),
        pytest.param(b"\x00\x00\x00", id="nul bytes"),
        pytest.param(b"<", id="a lone bracket"),
        pytest.param(b"<div>" * 3000, id="three thousand open divs"),
    ],
)
def test_bad_pages_give_a_tree_without_text(body: bytes) -> None:
    assert visible_text(parse_html(body)) in {"", "<"}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>ก</p><!-- <p>ข</p> --><p>ค</p>", "ก ค", id="comments are not published"),
        pytest.param("<p>ก</p><template><p>ข</p></template>ค", "ก ค", id="templates are not shown, what follows is"),
        pytest.param("<p>ก</p><script>var x = 'ข';</script><style>p{}</style>", "ก", id="scripts and styles"),
        pytest.param('<p style="display:none">ก</p><p hidden>ข</p>', "ก ข", id="closed panels are content"),
        pytest.param(
            "<html><body>ก</body></html>\n<html><body>ข</body></html>", "ก ข", id="two documents glued together"
        ),
        pytest.param("<body><p>ก</body><body class='x'><p>ข", "ก ข", id="two bodies"),
        pytest.param(r"<p>แผน\n<b>ปี</b>\n2569</p>", "แผน ปี 2569", id="literal backslash-n from an export"),
        pytest.param("<p>แผน&nbsp;&nbsp;ปี</p>", "แผน ปี", id="no-break spaces"),
    ],
)
def test_visible_text(html: str, text: str) -> None:
    assert visible_text(parse_html(html.encode())) == text


@pytest.mark.parametrize("unclosed", ["<div>", "<font><b>", "<ul><li>", "<span class='x y'>"])
def test_pages_that_nest_deeper_than_libxml2_goes_are_read_to_the_end(unclosed: str) -> None:
    rows = "".join(f"{unclosed}<p>รายการ {number} <a href='/{number}.pdf'>ดู</a></p>" for number in range(2500))
    root = parse_html(f"<title>ITA</title><!-- ร่าง --><script>let x = 'ซ่อน'</script>{rows}".encode())
    assert [link.get("href") for link in root.iter("a")] == [f"/{number}.pdf" for number in range(2500)]
    assert visible_text(root).startswith("รายการ 0 ดู รายการ 1 ดู")
    assert visible_text(root).endswith("รายการ 2499 ดู")
    assert page_title(root) == "ITA"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<p>ก</p><!-- <p>ข</p>", id="comment"),
        pytest.param("<p>ก</p><div class='x><p>ข</p>", id="attribute"),
        pytest.param("<p>ก</p><script>let x = 1; <p>ข</p>", id="script"),
    ],
)
def test_what_an_unclosed_part_swallows_in_a_browser_is_not_published(page: str) -> None:
    assert visible_text(parse_html(page.encode())) == "ก"


def test_a_deep_page_that_no_way_reads_keeps_what_could_be_read() -> None:
    page = f"<p>ก</p>{'<div>' * 3000}<![bad[ ]]><p>ข</p>"
    assert visible_text(parse_html(page.encode())) == "ก"


@pytest.mark.parametrize(
    ("html", "title"),
    [
        pytest.param("<title> อบต.\n ตัวอย่าง </title>", "อบต. ตัวอย่าง", id="title, tidied"),
        pytest.param("<title></title><h1> </h1><h1>ข้อมูล ITA</h1>", "ข้อมูล ITA", id="first h1 that says something"),
        pytest.param(
            "<svg><title>icon</title></svg><h1>OIT</h1>", "OIT", id="the title of a drawing is not the page's"
        ),
        pytest.param("<title> </title><body><p>ก<title>ข</title>", "ข", id="a second title, in the body"),
        pytest.param("<p>ก</p>", None, id="none"),
    ],
)
def test_page_title(html: str, title: str | None) -> None:
    assert page_title(parse_html(html.encode())) == title
