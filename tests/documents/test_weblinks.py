import pytest

from oit_checker.documents.link_forms import Before
from oit_checker.documents.tree import parse_html, parse_page
from oit_checker.documents.weblinks import harvest, quick_links
from oit_checker.model.page import Link
from spiders.seen import Seen

PAGE = "https://www.example.go.th/ita/index.php"
HERE = "https://www.example.go.th/ita/"


def links_of(html: str, url: str = PAGE) -> list[Link]:
    return harvest(parse_html(html.encode()), url)


def only(html: str) -> Link:
    found = links_of(html)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("html", "url", "text", "element"),
    [
        pytest.param('<a href="o1.pdf">O1</a>', HERE + "o1.pdf", "O1", "a", id="relative"),
        pytest.param(
            '<a href=" ../plan.pdf ">แผน</a>', "https://www.example.go.th/plan.pdf", "แผน", "a", id="blanks around"
        ),
        pytest.param(
            '<map><area href="/o2" alt="ผู้บริหาร"></map>', "https://www.example.go.th/o2", "ผู้บริหาร", "area", id="area"
        ),
        pytest.param(
            '<iframe src="o3.pdf" title="อำนาจหน้าที่"></iframe>', HERE + "o3.pdf", "อำนาจหน้าที่", "iframe", id="iframe"
        ),
        pytest.param('<iframe data-src="o3.pdf"></iframe>', HERE + "o3.pdf", "", "iframe", id="iframe that loads late"),
        pytest.param('<object data="o4.pdf"></object>', HERE + "o4.pdf", "", "iframe", id="object"),
        pytest.param('<frameset><frame src="main.html"></frameset>', HERE + "main.html", "", "frame", id="frame"),
        pytest.param(
            '<select><option value="">ปี</option><option value="?y=2568">ปี 2568</option></select>',
            PAGE + "?y=2568",
            "ปี 2568",
            "option",
            id="drop-down",
        ),
        pytest.param(
            '<meta http-equiv="Refresh" content="0; url=home.php">', HERE + "home.php", "", "meta", id="refresh"
        ),
        pytest.param(
            '<a href="#" onclick="location.href=\'o5.php\'">O5</a>',
            HERE + "o5.php",
            "O5",
            "onclick",
            id="click to another page",
        ),
        pytest.param(
            "<button onclick=\"window.open('o6.pdf','_blank')\">เปิด</button>",
            HERE + "o6.pdf",
            "เปิด",
            "onclick",
            id="click opens a window",
        ),
        pytest.param(
            "<a href=\"javascript:window.open('o7.pdf')\">O7</a>",
            HERE + "o7.pdf",
            "O7",
            "onclick",
            id="address in javascript:",
        ),
        pytest.param(
            "<div onclick=\"showPdf('files/o8.pdf')\">O8</div>",
            HERE + "files/o8.pdf",
            "O8",
            "onclick",
            id="a file in any call",
        ),
        pytest.param(
            '<a href="o9.php" onclick="javascript:void(0)">O9</a>', HERE + "o9.php", "O9", "a", id="a real href counts"
        ),
        pytest.param('<tr data-href="o10.pdf"><td>O10</td></tr>', HERE + "o10.pdf", "O10", "data", id="clickable row"),
        pytest.param(
            '<iframe src="https://docs.google.com/gview?url=https://www.example.go.th/o11.pdf&embedded=true"></iframe>',
            "https://www.example.go.th/o11.pdf",
            "",
            "iframe",
            id="a document in an on-line viewer",
        ),
    ],
)
def test_forms_of_links(html: str, url: str, text: str, element: str) -> None:
    html = f"<table>{html}</table>" if html.startswith("<tr") else html
    link = only(html)
    assert (link.url, link.text, link.element) == (url, text, element)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<b>O1</b>&nbsp;<i>โครง</i>สร้าง<br>2569", "O1 โครงสร้าง 2569", id="own words"),
        pytest.param('<img src="x.png" alt="คู่มือ">', "คู่มือ", id="alt of the image"),
        pytest.param('<img src="x.png" title="คู่มือ">', "คู่มือ", id="title of the image"),
        pytest.param(
            '<i class="icon">\uf1c1</i><img src="x.png" alt="PDF">', "PDF", id="an icon-font sign says nothing"
        ),
        pytest.param(
            'MOIT16 หน่วยงานมีราย...<img src="x" alt="MOIT16 หน่วยงานมีรายงานผล">',
            "MOIT16 หน่วยงานมีรายงานผล",
            id="cut text, whole in alt",
        ),
        pytest.param("–", "–", id="a dash is all there is"),
    ],
)
def test_text_of_a_link(html: str, text: str) -> None:
    assert only(f'<a href="a.pdf">{html}</a>').text == text


@pytest.mark.parametrize("href", ["#", "#!", "", "javascript:void(0)", "JavaScript:;", "https://", "#no-such-id"])
def test_dead_links_are_harvested_without_an_address_and_not_crawled(href: str) -> None:
    html = f'<p>O1</p><a href="{href}">โครงสร้าง</a>'
    assert [(link.url, link.text) for link in links_of(html)] == [("", "โครงสร้าง")]
    assert quick_links(parse_html(html.encode()), PAGE, Seen()) == []


def test_a_jump_inside_the_page_has_the_address_of_the_page() -> None:
    link = only('<h2 id="o1">O1</h2><a href="#o1">ดู</a>')
    assert (link.url, link.href) == (PAGE, "#o1")


@pytest.mark.parametrize("href", ["mailto:a@example.go.th", "tel:021234567"])
def test_mail_and_telephone_are_no_links(href: str) -> None:
    assert links_of(f'<a href="{href}">ติดต่อ</a>') == []


def test_comments_templates_and_scripts_hold_no_links() -> None:
    hidden = '<!-- <a href="1.pdf">1</a> --><template><a href="2.pdf">2</a></template><script>"<a href=3.pdf>"</script>'
    assert [link.text for link in links_of(hidden + '<noscript><a href="4.pdf">4</a></noscript>')] == ["4"]


def test_the_base_of_the_page_is_honoured() -> None:
    assert only('<base href="/files/"><a href="o1.pdf">O1</a>').url == "https://www.example.go.th/files/o1.pdf"


MODAL = """
<nav class="navbar"><h5>EB1</h5>
 <button data-target="#list" aria-label="Toggle navigation"></button>
 <div id="list" class="collapse">
  <a href="#" data-toggle="modal" data-target="#f1">1.7 แบบฟอร์ม</a> <a href="#" data-target="#f1"><i></i></a>
  <div id="f1" class="modal"><h5>หัวข้อ</h5><iframe src="../upload/1.7.pdf"></iframe></div>
 </div></nav>
"""


def test_the_opener_of_a_modal_speaks_for_the_document_in_it() -> None:
    documents = [link for link in links_of(MODAL) if link.url]
    assert [(link.url, link.text, link.element) for link in documents] == [
        ("https://www.example.go.th/upload/1.7.pdf", "1.7 แบบฟอร์ม", "iframe")
    ]
    assert documents[0].in_menu is False


def test_a_part_of_a_page_is_harvested_with_the_surroundings_of_the_whole() -> None:
    root = parse_html('<h2>O1 โครงสร้าง</h2><table id="t"><tr><td><a href="a.pdf">ดู</a></td></tr></table>'.encode())
    (table,) = root.iter("table")
    assert [(link.text, link.heading) for link in harvest(table, PAGE)] == [("ดู", "O1 โครงสร้าง")]


def test_quick_links_gives_each_pair_once_over_a_crawl() -> None:
    seen = Seen()
    menu = '<a href="/o1">O1</a><a href="https://www.example.go.th/o2">O2</a><area href="/o3"><a href="#">-</a>'
    first = quick_links(parse_html(menu.encode()), PAGE, seen)
    assert [link.url.rpartition("/")[2] for link in first] == ["o1", "o2", "o3"]
    assert quick_links(parse_html(menu.encode()), "https://www.example.go.th/other/page.php", seen) == []
    other_text = quick_links(parse_html('<a href="/o1">โครงสร้าง</a>'.encode()), PAGE, seen)
    assert [link.text for link in other_text] == ["โครงสร้าง"]


def test_quick_links_knows_that_a_relative_address_depends_on_the_page() -> None:
    seen = Seen()
    html = b'<a href="plan.pdf">PDF</a><a href="?page=2">2</a>'
    found = [
        [link.url for link in quick_links(parse_html(html), f"https://www.example.go.th/{folder}/a.php", seen)]
        for folder in ("2568", "2569", "2569")
    ]
    assert found == [
        ["https://www.example.go.th/2568/plan.pdf", "https://www.example.go.th/2568/a.php?page=2"],
        ["https://www.example.go.th/2569/plan.pdf", "https://www.example.go.th/2569/a.php?page=2"],
        [],
    ]


@pytest.mark.parametrize(
    ("page", "folder"),
    [
        ("https://www.example.go.th/a/b.php?x=1", "https://www.example.go.th/a/"),
        ("http://www.example.go.th:8080/%E0%B8%81/#b/c", "http://www.example.go.th:8080/%E0%B8%81/"),
        ("https://www.example.go.th/a;b=(1)/c/d.php", "https://www.example.go.th/a;b=(1)/c/"),
        ("HTTPS://WWW.example.go.th/a/", "https://WWW.example.go.th/a/"),
    ],
)
def test_what_stands_before_an_address_is_the_folder_of_its_page(page: str, folder: str) -> None:
    before = Before(page)
    assert before("plan.pdf") == f"{folder}plan.pdf"
    assert folder.startswith(before.origin + "/")


def test_what_is_clicked_is_found_however_its_attribute_is_spelt() -> None:
    html = "<div OnClick=\"location.href='c.html'\">ค</div><p DATA-HREF='d.pdf'>ง</p>"
    root, markup = parse_page(html.encode())
    assert [link.url for link in quick_links(root, PAGE, Seen(), markup)] == [HERE + "c.html", HERE + "d.pdf"]


def test_quick_links_and_harvest_see_the_same_living_links() -> None:
    html = MODAL + '<h3>ปี 2568</h3><p><a href="a.pdf">ก</a></p><select><option value="b.php">ข</option></select>'
    html += "<div onclick=\"location.href='c.html'\">ค</div><iframe src='d.pdf'></iframe><a href='#'>ง</a>"
    living = {link for link in links_of(html) if link.url and not link.href.startswith("#")}
    assert set(quick_links(parse_html(html.encode()), PAGE, Seen())) == living


@pytest.mark.parametrize(
    ("script", "url"),
    [
        pytest.param("window.location.href = 'home.php';", HERE + "home.php", id="href"),
        pytest.param('location.replace("/main/");', "https://www.example.go.th/main/", id="replace"),
        pytest.param("if (old) { location = 'old.php' }", None, id="only under a condition"),
    ],
)
def test_a_page_that_is_nothing_but_a_scripted_redirect_leads_on(script: str, url: str | None) -> None:
    for html in (f"<script>{script}</script>", f"<body><p>ก</p><script>{script}</script>"):
        expected = [] if url is None else [url]
        assert [link.url for link in links_of(html)] == expected
        assert [link.url for link in quick_links(parse_html(html.encode()), PAGE, Seen())] == expected
    assert [link.text for link in links_of(f"<a href='a.php'>ก</a><script>{script}</script>")] == ["ก"]


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("file:///D:/งาน/แผน.pdf", ""),
        ("D:\\งาน\\แผน.pdf", ""),
        ("\\\\server\\share\\a.pdf", ""),
        ("data:application/pdf;base64,JVBERi0=", ""),
        ("c/plan.pdf", HERE + "c/plan.pdf"),
    ],
)
def test_an_address_of_one_machine_leads_nowhere(href: str, url: str) -> None:
    assert only(f'<a href="{href}">แผน</a>').url == url


def test_the_quick_walk_finds_what_the_walk_over_all_elements_finds() -> None:
    html = (
        '<map><area href="/o2" alt="ก"></map><a href="/o1">ข</a><a href="#">ค</a><a name="ง">ง</a><iframe src="v.html">'
        '</iframe><select><option value="?y=2568">จ</option></select><a href=" /o3 ">ฉ</a><p>ช</p>'
    )
    for sign in ('<p data-url="ซ">', '<p data-src="ซ">', "<p ONCLICK=ซ>"):
        assert links_of(html + sign) == links_of(html)
    assert links_of(html + '<p DATA-FILE="/o4.pdf">') != links_of(html)


def test_a_crawl_sees_refreshes_among_other_odd_links() -> None:
    refresh = '<meta http-equiv="REFRESH" content="0; url=/next">'
    html = refresh + '<map><area href="/o2"></map><button data-href="/o4">ก</button>'
    assert [link.href for link in quick_links(parse_html(html.encode()), PAGE, Seen())] == ["/next", "/o2", "/o4"]
