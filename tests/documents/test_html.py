import pytest

from oit_checker.documents.content_pictures import Pictures, content_pictures
from oit_checker.documents.html import needs_script, read_html
from oit_checker.documents.tree import parse_html
from oit_checker.model.page import Page, Passage, Table, Unreadable

SENTENCE = "สำนักงานตัวอย่างเปิดเผยข้อมูลสาธารณะตามแบบวัดการเปิดเผยข้อมูลสาธารณะของหน่วยงานภาครัฐ "
MENU = "<nav>" + "".join(f'<a href="/menu/{number}">เมนู {number}</a>' for number in range(30)) + "</nav>"
LINKS = "".join(f'<p><a href="/news/{number}">ข่าว {number}</a></p>' for number in range(5))
FILLED = f"<p>{SENTENCE * 4}</p>{LINKS}"
SCRIPT = '<script src="app.js"></script>'


def read(html: str) -> Page:
    return read_html(html.encode(), url="https://www.example.go.th/")


def said(html: str) -> list[str]:
    return [passage.text for passage in read(html).passages]


def test_passages_stand_under_their_headings() -> None:
    page = read("<h1>ITA</h1><p>ก</p><h2>O1</h2><ul><li>ข</li><li>ค</li></ul><p><b>O2 ผู้บริหาร</b></p>ง")
    assert page.passages == (
        Passage("ITA", is_heading=True, rank=1),
        Passage("ก", heading="ITA", above=("ITA",)),
        Passage("O1", heading="ITA", is_heading=True, rank=2, above=("ITA",)),
        Passage("ข", heading="O1", above=("ITA", "O1")),
        Passage("ค", heading="O1", above=("ITA", "O1")),
        Passage("O2 ผู้บริหาร", heading="O1", is_heading=True, above=("ITA", "O1")),
        Passage("ง", heading="O2 ผู้บริหาร", above=("ITA", "O1")),
    )


@pytest.mark.parametrize(
    ("html", "passages"),
    [
        pytest.param("โทร 02<br>โทรสาร 03<br/>", ["โทร 02", "โทรสาร 03"], id="lines by br"),
        pytest.param("<p>สำ<span>นัก</span><font>งาน</font></p>", ["สำนักงาน"], id="a word in pieces"),
        pytest.param('<div class="tab-pane" style="display:none"><p>ก</p></div>', ["ก"], id="closed panel"),
        pytest.param(r"<p>ก\nข</p>\n<p>ค</p>", ["ก ข", "ค"], id="literal backslash-n"),
        pytest.param("<p>ก</p><noframes><p>ข</p></noframes>", ["ก"], id="what stands in for frames is not shown"),
        pytest.param("<select><option>กรุงเทพ</option></select><p>ก</p>", ["ก"], id="drop-downs say nothing"),
    ],
)
def test_passages(html: str, passages: list[str]) -> None:
    assert said(html) == passages


def test_menus_are_left_out_of_a_page_with_content() -> None:
    texts = said(f"<header>หัว</header>{MENU}{FILLED}<footer>ท้าย</footer>")
    assert texts[0].startswith("สำนักงานตัวอย่าง")
    assert not any("เมนู" in text or text in {"หัว", "ท้าย"} for text in texts)


def test_a_short_page_tells_its_menu_from_its_own_words() -> None:
    page = read_html(f"{MENU}<h1>แผน</h1><footer>เทศบาลตัวอย่าง</footer>".encode(), url="https://www.example.go.th/")
    assert [passage.text for passage in page.passages if not passage.in_frame] == ["แผน"]
    assert any(passage.text == "เทศบาลตัวอย่าง" and passage.in_frame for passage in page.passages)


def test_the_frame_of_a_page_keeps_what_tells_how_to_reach_its_owner() -> None:
    text = "<main><p>" + "รายละเอียดของหน่วยงานและการให้บริการประชาชน " * 10 + "</p></main>"
    foot = "<footer><h4>เทศบาลตัวอย่าง</h4><div>โทร 0 2123 4567</div><p>a@example.go.th</p><p>แผนผังเว็บไซต์</p></footer>"
    page = read_html(f"<nav><a href='/a'>หน้าแรก</a></nav>{text}{foot}".encode(), url="https://www.example.go.th/")
    assert [passage.text for passage in page.frame] == ["โทร 0 2123 4567", "a@example.go.th"]
    assert not any("0 2123" in passage.text for passage in page.passages)


def test_a_page_that_is_all_menu_keeps_it() -> None:
    assert "เมนู 1" in " ".join(said(f"<div id='menu'>{MENU}</div><p>ก</p>"))


@pytest.mark.parametrize(
    ("html", "table"),
    [
        pytest.param(
            "<h2>แผน</h2><table><thead><tr><th>ที่</th><th>โครงการ</th></tr></thead><tr><td>1</td><td>ก</td></tr></table>",
            Table(("ที่", "โครงการ"), (("1", "ก"),), heading="แผน"),
            id="head",
        ),
        pytest.param(
            "<table><caption>แผน</caption><tr><td>ที่</td><td>งบ</td></tr><tr><td>1</td><td>2</td></tr></table>",
            Table(("ที่", "งบ"), (("1", "2"),), heading="แผน"),
            id="first row",
        ),
        pytest.param(
            "<table><tr><th rowspan=2>โครงการ</th><th colspan=2>ระยะเวลา</th></tr><tr><th>เริ่ม</th><th>สิ้นสุด</th></tr>"
            "<tr><td>ก</td><td>ต.ค.</td><td>ก.ย.</td></tr></table>",
            Table(
                ("โครงการ", "ระยะเวลา เริ่ม", "ระยะเวลา สิ้นสุด"),
                (("ก", "ต.ค.", "ก.ย."),),
                head=(("โครงการ", "ระยะเวลา", "ระยะเวลา"), ("โครงการ", "เริ่ม", "สิ้นสุด")),
            ),
            id="header of two rows",
        ),
        pytest.param(
            "<table><tr><th>กอง</th><th>งาน</th></tr><tr><td rowspan=2>คลัง</td><td>ก</td></tr>"
            "<tr><td>ข</td></tr></table>",
            Table(("กอง", "งาน"), (("คลัง", "ก"), ("คลัง", "ข"))),
            id="a cell over two rows",
        ),
        pytest.param(
            "<table><tr><th>ที่</th><th>งาน</th></tr><tr><td colspan=2>กลุ่ม ก</td></tr>"
            "<tr><td>1</td><td>ข</td></tr></table>",
            Table(("ที่", "งาน"), (("กลุ่ม ก", ""), ("1", "ข"))),
            id="a row that names a group",
        ),
    ],
)
def test_tables(html: str, table: Table) -> None:
    assert read(html).tables == (table,)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(
            "<table><tr><td>ก<table><tr><td>x</td></tr></table></td><td>ข</td></tr></table>", id="tables in it"
        ),
        pytest.param("<table><tr><td>ก</td></tr><tr><td>ข</td></tr></table>", id="one column"),
        pytest.param(
            f"<table><tr><td>ก</td><td>{SENTENCE * 30}</td></tr><tr><td>ข</td><td>ค</td></tr></table>", id="essays"
        ),
    ],
)
def test_tables_that_lay_out_a_page_are_passages(html: str) -> None:
    page = read(html)
    assert page.tables == ()
    assert {"ก", "ข"} <= {passage.text for passage in page.passages}


@pytest.mark.parametrize(
    ("html", "unreadable"),
    [
        pytest.param(FILLED, None, id="a page"),
        pytest.param(f'<div id="app"></div>{FILLED}{SCRIPT}', None, id="a mount point in a full page"),
        pytest.param(f'<div id="root"></div>{SCRIPT}', Unreadable.NEEDS_SCRIPT, id="an empty mount point"),
        pytest.param(
            f"{MENU}<p>กำลังโหลดข้อมูล...</p>{SCRIPT}", Unreadable.NEEDS_SCRIPT, id="a list that is still loading"
        ),
        pytest.param(
            f"<noscript>You need to enable JavaScript to run this app.</noscript>{SCRIPT}",
            Unreadable.NEEDS_SCRIPT,
            id="asks for it",
        ),
        pytest.param(f"{MENU}<div></div>{SCRIPT}", Unreadable.NEEDS_SCRIPT, id="a shell of menus with a script"),
        pytest.param(
            f"{MENU}<p>ที่อยู่ 1 ถนนตัวอย่าง ตำบลตัวอย่าง โทรศัพท์ 0 2123 4567 โทรสาร 0 2123 4568</p>{SCRIPT}",
            None,
            id="a short page",
        ),
        pytest.param(f'{MENU}<iframe src="plan.pdf"></iframe>{SCRIPT}', None, id="a document in a frame"),
        pytest.param(f'{MENU}<p><a href="plan.pdf">แผน</a></p>{SCRIPT}', None, id="a single document"),
        pytest.param('<img src="gift-policy.jpg">', Unreadable.IMAGE_ONLY, id="a picture"),
        pytest.param("<p></p>", Unreadable.EMPTY, id="nothing"),
        pytest.param("", Unreadable.EMPTY, id="no bytes"),
    ],
)
def test_unreadable(html: str, unreadable: Unreadable | None) -> None:
    assert read(html).unreadable is unreadable


def test_only_pictures_of_the_content_count() -> None:
    html = (
        '<header><img src="banner.jpg"></header><img src="o30-1.jpg"><img src="o30-2.png" width="640" height="480">'
        '<img src="logo.png"><img src="pdf-icon.gif"><img src="x.png" width="16"><img src="data:image/gif;base64,R0lG">'
    )
    assert read(html).pictures == 2


def test_forms_to_fill_in_are_counted() -> None:
    assert read("<form><input><input type='email'><textarea></textarea><button>ส่ง</button></form>").fields == 3


def test_metadata() -> None:
    page = read(
        '<html lang="th"><head><meta property="og:title" content="ข่าว &amp; กิจกรรม"><meta itemprop="datePublished" '
        'content="2025-11-03"><script type="application/ld+json">{"dateModified": "2025-12-01"}</script></head></html>'
    )
    assert page.metadata == {
        "og:title": "ข่าว & กิจกรรม",
        "published": "2025-11-03",
        "modified": "2025-12-01",
        "language": "th",
    }


def test_links_come_with_the_page() -> None:
    assert [link.url for link in read('<p><a href="plan.pdf">แผน</a></p>').links] == [
        "https://www.example.go.th/plan.pdf"
    ]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"{MENU}<div id='app'></div>{SCRIPT}", id="mount point"),
        pytest.param(f"<p>โปรดรอสักครู่</p>{SCRIPT}", id="asks to wait"),
        pytest.param(FILLED, id="filled"),
        pytest.param(f"<noscript>Please enable JavaScript</noscript>{FILLED}{SCRIPT}", id="filled, asks for script"),
        pytest.param(f"<table><tr><td>{SENTENCE}</td><td>1</td></tr><tr><td>{SENTENCE}</td></tr></table>", id="table"),
    ],
)
def test_a_page_read_until_it_says_enough_is_judged_as_one_read_whole(html: str) -> None:
    whole = read(html).unreadable is Unreadable.NEEDS_SCRIPT
    assert needs_script(html.encode(), "https://www.example.go.th/") is whole


def test_pictures_that_share_a_menu_or_a_box_are_told_apart_alone_and_together() -> None:
    photo = "<img src='/photo.jpg'>"
    page = parse_html(
        f"<nav><p>{photo}{photo}</p></nav><div><p>{photo}</p><a href='/f'>ดาวน์โหลด{photo}</a>{photo}</div>".encode()
    )
    together = Pictures()
    alone = [content_pictures(image) for image in page.iter("img")]
    assert [together.shows_something(image) for image in page.iter("img")] == [one == 1 for one in alone]
    assert alone == [0, 0, 1, 0, 1]


@pytest.mark.parametrize(
    ("drawing", "pictures"),
    [
        pytest.param("<text>อธิบดี</text><text>กองแผนงาน</text><text>กองคลัง</text>", 1, id="boxes"),
        pytest.param("<title>ผังการจัดองค์กร</title><path d='M0 0'/>", 1, id="a chart that says so"),
        pytest.param("<title>Facebook</title><path d='M0 0'/>", 0, id="an icon"),
        pytest.param("<text>1</text><text>2</text><text>3</text><text>ข่าว</text>", 0, id="a badge with figures"),
    ],
)
def test_a_drawing_that_writes_in_boxes_is_a_picture(drawing: str, pictures: int) -> None:
    html = f"{FILLED}<svg>{drawing}</svg>"
    assert read(html).pictures == pictures
    assert read(f"{FILLED}<nav>{LINKS}<svg>{drawing}</svg></nav>").pictures == 0
