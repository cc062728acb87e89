"""Bytes of any kind: they come out as a text and a page, or with the reason why not, and never raise."""

from __future__ import annotations

import io
import zipfile

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from oit_checker.documents.extract import extract
from oit_checker.documents.searched import folded_text
from oit_checker.documents.tree import parse_html
from oit_checker.documents.weblinks import harvest, quick_links, visible_text
from oit_checker.lines import line_of, reader_of
from oit_checker.model.page import Page, PageKind, Unreadable
from oit_checker.thai.decode import decode
from oit_checker.thai.text import fold
from spiders.seen import Seen

STEADY = settings(derandomize=True, deadline=None, max_examples=200)
URL = "https://www.x.go.th/ita/"
thai = st.text(
    alphabet=[*map(chr, range(0xE01, 0xE3B)), *map(chr, range(0xE3F, 0xE5C)), *" \n.,-()0129AZaz"], max_size=80
)
magic = st.sampled_from(
    [
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"PK\x05\x06" + bytes(18),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"{\\rtf1 ",
        b"\xff\xfe",
        *(b"\xef\xbb\xbf", b"<html>", b"\xff\xd8\xff", b"Rar!", b"\x1f\x8b"),
    ]
)
names = st.sampled_from(
    ["", "a.pdf", "a.docx", "a.xlsx", "a.xls", "a.csv", "a.txt", "a.doc", "~$a.docx", "a.html", "a.zip"]
)
media_types = st.sampled_from(
    [None, "", "text/csv", "text/html; charset=tis-620", "text/plain; charset=", "application/pdf", ";"]
)
markup = st.lists(
    st.sampled_from(
        [
            "<div>",
            "</div>",
            "<a",
            "href='x'>",
            "<a",
            "href='#a'>",
            "</a>",
            "<table>",
            "<tr>",
            "<td",
            "rowspan=9",
            "colspan=99>",
            "<h3>",
            "<b>",
            "<nav>",
            "<iframe",
            "src=a>",
            "<option",
            "value='/x'>",
            "<button",
            "data-bs-target='#a'>",
            "<div",
            "id=a",
            "class=modal>",
            "<script>location='/x'</script>",
            "<base",
            "href=//[>",
            "<meta",
            "http-equiv=refresh",
            "content='0;url=/'>",
            "<img",
            "alt='แผนงาน'",
            "src=a.jpg>",
            "<!--",
            "-->",
            "<template>",
            "<svg><title>",
            "<p>",
            "&#xd800;",
            "<form>",
            "<input>",
            "ปี2569",
            "O1",
            "<li>",
            "<summary>",
            "<?x?>",
            "<![CDATA[",
            "\\n",
            "\\",
            "n&shy;",
            "<pre>\u200b",
            "</html>",
            "<body>",
            "<head>",
            "<frameset>",
            "\x00",
            "<plaintext>",
        ]
    )
    | st.text(max_size=3),
    max_size=25,
).map(" ".join)


@STEADY
@given(thai, st.sampled_from([None, "utf-8", "tis-620", "windows-1252", "?"]))
def test_a_text_comes_back_from_utf8(text: str, declared: str | None) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decode(text.encode(encoding), declared).text == text


@STEADY
@given(
    thai.filter(lambda text: any("ก" <= char <= "ฮ" for char in text)),
    st.sampled_from(["tis-620", "TIS620", "windows-874"]),
)
def test_a_text_comes_back_from_the_thai_page(text: str, declared: str) -> None:
    body = text.encode("cp874")
    assume(not _is_utf8(body))  # a few letters can be both, as ยก is ¡; a page of them cannot
    assert decode(body, declared).text == text
    assert decode(body, "iso-8859-11").encoding == "cp874"


def _is_utf8(body: bytes) -> bool:
    try:
        return bool(body.decode("utf-8"))
    except UnicodeDecodeError:
        return False


@STEADY
@given(magic, st.binary(max_size=120), names, media_types)
def test_any_bytes_are_read_or_refused(head: bytes, rest: bytes, name: str, media_type: str | None) -> None:
    page = extract(head + rest, url=URL + name, media_type=media_type)
    assert page.unreadable or page.passages or page.tables or page.kind is PageKind.HTML
    assert reader_of(Page)(line_of(page)) == page


@STEADY
@given(st.data(), st.sampled_from(["mimetype", "word/document.xml", "xl/workbook.xml", "[Content_Types].xml", "a"]))
def test_a_package_with_broken_bytes_is_refused(data: st.DataObject, name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data.draw(st.binary(max_size=40)) * 9)
    body = bytearray(out.getvalue())
    for place in data.draw(st.lists(st.integers(0, len(body) - 1), min_size=1, max_size=4)):
        body[place] ^= data.draw(st.integers(1, 255))
    page = extract(bytes(body), url=URL + "a.zip", media_type="application/zip")
    assert page.unreadable or page.passages or page.tables


@STEADY
@given(markup)
def test_any_markup_is_read(text: str) -> None:
    body = text.encode("utf-8", "replace")
    page = extract(body, url=URL, media_type="text/html")
    root = parse_html(body)
    assert folded_text(root, "แผน 2569") == fold(f"แผน 2569 {visible_text(root)}")
    assert all(link.url == "" or link.url.startswith("http") for link in harvest(root, URL))
    seen = Seen()
    assert all(link.url.startswith("http") for link in quick_links(root, URL, seen))
    assert quick_links(root, URL, seen) == []
    assert isinstance(page, Page)
    assert page.unreadable in {None, *Unreadable}
