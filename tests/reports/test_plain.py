from __future__ import annotations

import pytest

from reports.plain import clean, readable_url, safe_href


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("โครงสร้าง หน้าที่และอำนาจ", "โครงสร้าง หน้าที่และอำนาจ", id="Thai stays as it is"),
        pytest.param("a\x00b\x07c\x1b[31m", "abc[31m", id="control and escape characters"),
        pytest.param("\u202eกลับ\u202c\u200f", "กลับ", id="direction marks"),
        pytest.param("แถว\nใหม่\tช่อง", "แถว\nใหม่\tช่อง", id="newline and tab stay"),
        pytest.param("น้ำ\u200bใส", "น้ำ\u200bใส", id="a Thai word break stays"),
        pytest.param("ครึ่ง\ud800คู่", "ครึ่งคู่", id="lone surrogate"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("url", "href"),
    [
        pytest.param("https://a.go.th/x?y=1&z=2#p", "https://a.go.th/x?y=1&z=2#p", id="plain"),
        pytest.param("HTTP://a.go.th/", "HTTP://a.go.th/", id="scheme in capitals"),
        pytest.param("https://a.go.th/แผน.pdf", "https://a.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf", id="raw Thai"),
        pytest.param("https://a.go.th/%E0%B9%81.pdf", "https://a.go.th/%E0%B9%81.pdf", id="already encoded"),
        pytest.param('https://a.go.th/"><b>', "https://a.go.th/%22%3E%3Cb%3E", id="quotes and angles"),
        pytest.param("javascript:alert(1)", None, id="javascript"),
        pytest.param("java\tscript:alert(1)", None, id="javascript with a tab"),
        pytest.param("\x01javascript:alert(1)", None, id="javascript behind a control character"),
        pytest.param("data:text/html,<script>", None, id="data"),
        pytest.param("ftp://a.go.th/x", None, id="ftp"),
        pytest.param("//a.go.th/x", None, id="no scheme"),
        pytest.param("https://", None, id="no host"),
        pytest.param("http://[broken/", None, id="broken address"),
        pytest.param("3. มีแบบฟอร์มการเผยแพร่ข้อมูล", None, id="text"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_only_web_pages_become_links(url: str | None, href: str | None) -> None:
    assert safe_href(url) == href


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        pytest.param(
            "https://a.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99%20%2868%29.pdf",
            "https://a.go.th/แผน (68).pdf",
            id="Thai file name",
        ),
        pytest.param(
            "https://a.go.th/a%2Fb?q=1%26x%3D2%23", "https://a.go.th/a%2Fb?q=1%26x%3D2%23", id="reserved signs stay"
        ),
        pytest.param(
            "https://a.go.th/%E2%80%AEfdp.exe",
            "https://a.go.th/%E2%80%AEfdp.exe",
            id="a turned direction is not decoded",
        ),
        pytest.param("https://a.go.th/%0Ax%00", "https://a.go.th/%0Ax%00", id="controls are not decoded"),
        pytest.param(
            "https://a.go.th/%A1%D2%C3.htm", "https://a.go.th/%A1%D2%C3.htm", id="TIS-620 bytes are left alone"
        ),
        pytest.param("https://xn--12cm1c6bby4d.xn--o3cw4h/", "https://กระทรวง.ไทย/", id="Thai host"),
        pytest.param("https://xn--999/", "https://xn--999/", id="a host that only looks so"),
        pytest.param("http://[xn--/", "http://[xn--/", id="broken address"),
    ],
)
def test_addresses_are_readable(url: str, shown: str) -> None:
    assert readable_url(url) == shown
