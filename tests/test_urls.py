from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_checker import urls
from oit_checker.errors import UsageError


@pytest.mark.parametrize(
    ("base", "href", "expected"),
    [
        pytest.param("https://x.go.th/a/b.html", "../c.pdf", "https://x.go.th/c.pdf", id="relative"),
        pytest.param("http://x.go.th/", "/ข่าว", "http://x.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7", id="raw thai"),
        pytest.param(
            "http://x.go.th/",
            "/%e0%b8%82%e0%b9%88%e0%b8%b2%e0%b8%a7",
            "http://x.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7",
            id="encoded thai, small letters",
        ),
        pytest.param("http://x.go.th/", "/%A2%E8%D2%C7", "http://x.go.th/%A2%E8%D2%C7", id="windows-874 is left alone"),
        pytest.param(
            "http://x.go.th/", "blog.php?tag=ครู", "http://x.go.th/blog.php?tag=%E0%B8%84%E0%B8%A3%E0%B8%B9", id="query"
        ),
        pytest.param(
            "http://x.go.th/",
            "สอบ ราคา.pdf ",
            "http://x.go.th/%E0%B8%AA%E0%B8%AD%E0%B8%9A%20%E0%B8%A3%E0%B8%B2%E0%B8%84%E0%B8%B2.pdf",
            id="space",
        ),
        pytest.param(
            "http://x.go.th/", "HTTP://X.GO.TH:80/a%2Db", "http://x.go.th/a-b", id="default port, needless escape"
        ),
        pytest.param("http://x.go.th/a?b=1", "#o12", "http://x.go.th/a?b=1", id="fragment only"),
        pytest.param("http://x.go.th/a", "", "http://x.go.th/a", id="empty"),
        pytest.param("https://x.go.th/", "//y.go.th", "https://y.go.th/", id="scheme of the page"),
        pytest.param("https://x.go.th/", "\\files\\a.pdf", "https://x.go.th/files/a.pdf", id="backslashes"),
        pytest.param("https://x.go.th/", "http:/y.go.th/a", "http://y.go.th/a", id="one slash"),
        pytest.param("https://x.go.th/", "http://y.go.th/a/../b/./c", "http://y.go.th/b/c", id="dots"),
        pytest.param("https://x.go.th/", "/a%zz", "https://x.go.th/a%25zz", id="lone percent"),
        pytest.param(
            "https://x.go.th/d/e", "www.toptiersoft.com", "https://x.go.th/d/www.toptiersoft.com", id="no scheme"
        ),
        pytest.param("https://x.go.th/", "http://ไทย.ไทย/", "http://xn--o3cw4h.xn--o3cw4h/", id="thai host"),
        pytest.param("https://x.go.th/", "https://user:pw@y.go.th/", "https://y.go.th/", id="user name"),
        pytest.param("https://x.go.th/", "/a\n\tb", "https://x.go.th/ab", id="line break inside"),
        pytest.param("https://x.go.th/", "https://", None, id="no host"),
        pytest.param("https://x.go.th/", "javascript:void(0)", None, id="javascript"),
        pytest.param("https://x.go.th/", "mailto:a@b.go.th", None, id="mailto"),
        pytest.param("https://x.go.th/", "file:///etc/passwd", None, id="file"),
        pytest.param("https://x.go.th/", "http://[::1/", None, id="broken bracket"),
        pytest.param("https://x.go.th/", "http://y.go.th:99999/", None, id="port out of range"),
    ],
)
def test_absolute(base: str, href: str, expected: str | None) -> None:
    assert urls.absolute(base, href) == expected


@given(st.text(max_size=60))
def test_absolute_never_raises_and_is_stable(href: str) -> None:
    found = urls.absolute("https://x.go.th/a/b?c=1", href)
    assert found is None or (found.isascii() and urls.canonical(found) == found)


_SIGNS = st.sampled_from([*"aZ09/._~!&'(*+,;:@-?%#\\ \t\n[]", "%E0", "%e0", "%41", "%2F", "..", "ก", "www."])
_ADDRESSES = st.builds(
    lambda site, signs: site + "".join(signs),
    st.sampled_from(["http://x.go.th/", "https://www.x.go.th:81/", "http://x.go.th", "HTTP://a@x/", "http://[::1]/"]),
    st.lists(_SIGNS, max_size=7),
)


@given(st.lists(_SIGNS.filter(lambda sign: sign != ";"), max_size=7).map("".join))
@settings(max_examples=400, deadline=None)
def test_a_path_leads_where_the_whole_address_leads(rest: str) -> None:
    assert urls.absolute("http://X.go.th:80/a/b?c", f"/a{rest}") == urls.absolute("", f"http://x.go.th/a{rest}")


@given(_ADDRESSES)
@settings(max_examples=400, deadline=None)
def test_a_plain_address_is_taken_apart_as_any_other(url: str) -> None:
    try:
        parts = urlsplit(url)
        whole = (parts.netloc, parts.path, parts.query)
    except ValueError:
        with pytest.raises(ValueError, match=r"."):
            urls.split_address(url)
        return
    assert urls.split_address(url) == whole
    assert urls.host_of(url) == urls.host_of(url.upper())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("http://x.go.th/a", "https://www.x.go.th/a", True, id="scheme and www"),
        pytest.param("http://x.go.th/i.php?a=1&b=2", "http://x.go.th/i.php?b=2&a=1", True, id="order of fields"),
        pytest.param("http://x.go.th/i.php?a=1&PHPSESSID=ab12", "http://x.go.th/i.php?a=1", True, id="session"),
        pytest.param("http://x.go.th/a;jsessionid=1F", "http://x.go.th/a", True, id="session in path"),
        pytest.param("http://x.go.th/index.php", "http://x.go.th/", True, id="index page"),
        pytest.param("http://x.go.th/i.php?id=1", "http://x.go.th/i.php?id=2", False, id="another id"),
        pytest.param("http://x.go.th/A", "http://x.go.th/a", False, id="case of the path"),
        pytest.param("http://a.x.go.th/", "http://x.go.th/", False, id="another host"),
    ],
)
def test_page_key(one: str, other: str, same: bool) -> None:
    assert (urls.page_key(one) == urls.page_key(other)) is same


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("www.x.go.th", "https://www.x.go.th/"),
        (" http://X.go.th ", "http://x.go.th/"),
        ("x.go.th:8080/ita", "https://x.go.th:8080/ita"),
        ("127.0.0.1:8000", "https://127.0.0.1:8000/"),
        ("localhost:8000", "https://localhost:8000/"),
        ("https://x.go.th/หน้าแรก", "https://x.go.th/%E0%B8%AB%E0%B8%99%E0%B9%89%E0%B8%B2%E0%B9%81%E0%B8%A3%E0%B8%81"),
    ],
)
def test_site_url(typed: str, expected: str) -> None:
    assert urls.site_url(typed) == expected


@pytest.mark.parametrize(
    "typed", ["", "กรม", "ftp://x.go.th", "a@b.go.th", "x.go.th y", "report.pdf", "javascript:alert(1)"]
)
def test_site_url_refuses(typed: str) -> None:
    with pytest.raises(UsageError, match="ไม่ใช่ที่อยู่เว็บไซต์"):
        urls.site_url(typed)


@pytest.mark.parametrize(
    ("url", "name", "end", "is_document", "is_media"),
    [
        ("http://x.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99.PDF?v=1", "แผน.PDF", "pdf", True, False),
        ("http://x.go.th/%E1%BC%B9.pdf", "\u1f39.pdf", "pdf", True, False),
        ("http://x.go.th/%A2%E8%D2%C7.docx", "ข่าว.docx", "docx", True, False),
        ("http://x.go.th/download.php?file=plan.xlsx", "download.php", "php", True, False),
        ("http://x.go.th/news.php?title=plan.xlsx", "news.php", "php", False, False),
        ("http://x.go.th/a.jpg", "a.jpg", "jpg", False, True),
        ("http://x.go.th/", "", "", False, False),
        ("http://x.go.th", "", "", False, False),
        ("http://x.go.th/v1.2/about", "about", "", False, False),
        ("http://x.go.th/.pdf", ".pdf", "pdf", True, False),
    ],
)
def test_names(url: str, name: str, end: str, is_document: bool, is_media: bool) -> None:
    assert urls.file_name(url) == name
    assert urls.extension(url) == end
    assert urls.is_document(url) is is_document
    assert urls.is_media(url) is is_media


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("ita.moph.go.th:8080", "moph.go.th"),
        ("www.x.ac.th", "x.ac.th"),
        ("x.or.th", "x.or.th"),
        ("1.2.3.4:80", "1.2.3.4"),
        ("localhost", "localhost"),
    ],
)
def test_registered_domain(host: str, expected: str) -> None:
    assert urls.registered_domain(host) == expected


def test_host_and_fragment() -> None:
    assert urls.host_of("https://X.go.th:443/a") == "x.go.th"
    assert urls.host_of("http://x.go.th:8080/a") == "x.go.th:8080"
    assert urls.fragment_of("a.html#%E0%B8%81") == "ก"
    assert urls.fragment_of("#") is None
    assert urls.same_site("https://x.go.th/a", {"x.go.th"})


@pytest.mark.parametrize("typed", ["http://169.254.169.254/latest", "http://2852039166/", "http://[fe80::1]/"])
def test_site_url_refuses_link_local_addresses(typed: str) -> None:
    with pytest.raises(UsageError, match="ภายในเครื่อง"):
        urls.site_url(typed)


@pytest.mark.parametrize("url", ["http://[bad", "http://[::1", "http://x.go.th:port/a", "//", ""])
def test_an_address_that_cannot_be_read_has_a_key(url: str) -> None:
    assert urls.page_key(url) == urls.page_key(url)
    assert urls.page_key("http://[bad") == "http://[bad"
