"""Addresses, robots.txt and sitemaps as sites write them: nothing raises, and one spelling stays one spelling."""

from __future__ import annotations

from urllib.parse import quote, unquote

from hypothesis import example, given, settings
from hypothesis import strategies as st

from oit_checker import urls
from oit_checker.errors import UsageError
from spiders.robots import Rules
from spiders.sitemap import MAX_URLS, read_sitemap

STEADY = settings(derandomize=True, deadline=None, max_examples=300)
HOME = "https://www.x.go.th/a/b.php?c=1"
pieces = st.sampled_from(
    [
        "http:",
        "https:",
        "//",
        "/",
        "\\",
        "..",
        ".",
        "?",
        "#",
        "&",
        "=",
        "%",
        "%E0",
        "%2f",
        "%zz",
        ";jsessionid=1",
        "x.go.th",
        "[::1]",
        "[",
        "]",
        ":",
        ":80",
        ":443",
        ":99999",
        "@",
        "แผน",
        "๒",
        "ก.ไทย",
        "index.php",
        "javascript:",
        "mailto:",
        "\t",
        "\u200b",
        "\x00",
        "\xa0",
        "�",
        "ß",
        "xn--",
    ]
) | st.text(max_size=3)
address = st.lists(pieces, max_size=9).map("".join) | st.text(max_size=60)
sitemap_pieces = st.sampled_from(
    ["<urlset>", "<url>", "<loc>", "</loc>", "</url>", "</urlset>", "<sitemapindex>", "<!--", "-->", "<![CDATA[", "&x;"]
)
host = st.from_regex(r"(?:[a-z][a-z0-9]{0,8}\.){1,3}th", fullmatch=True)


@STEADY
@given(address, address)
@example("http://[", "a")
@example("https://x.go.th", "//[::1")
@example("https://x.go.th/", "http:\ud800")
def test_an_address_is_one_of_the_web_or_none(base: str, href: str) -> None:
    for start in (HOME, base):
        found = urls.absolute(start, href)
        if found is not None:
            assert found.startswith(("http://", "https://"))
            assert found.isascii()
            assert urls.canonical(found) == found == urls.absolute(found, found)
            assert urls.host_of(found)


@STEADY
@given(address)
def test_what_is_told_from_an_address_is_told_of_any_string(url: str) -> None:
    assert urls.canonical(urls.canonical(url)) == urls.canonical(url)
    assert isinstance(urls.page_key(url), str)
    assert isinstance(urls.host_of(url) + urls.file_name(url) + urls.extension(url), str)
    assert urls.is_document(url) in {True, False}
    assert urls.is_media(url) in {True, False}
    assert urls.registered_domain(urls.host_of(url)) is not None
    assert urls.fragment_of(url) is None or "#" in url


@STEADY
@given(address)
def test_a_typed_address_is_taken_or_refused_with_a_remedy(typed: str) -> None:
    remedy = None
    try:
        found = urls.site_url(typed)
    except UsageError as refused:
        found, remedy = None, refused.remedy
    assert remedy if found is None else urls.canonical(found) == found


@STEADY
@given(host, st.lists(pieces, max_size=6).map("".join))
def test_a_page_keeps_its_key(name: str, rest: str) -> None:
    url = urls.absolute(HOME, f"https://www.{name}/{rest}")
    if url is not None:
        key = urls.page_key(url)
        assert urls.page_key(f"http://{key}") == key
        assert urls.page_key(url.replace("https://", "http://", 1)) == key


@STEADY
@given(st.text(alphabet=st.characters(min_codepoint=0xE01, max_codepoint=0xE5B), min_size=1, max_size=20))
def test_thai_in_an_address_comes_back_as_it_was(name: str) -> None:
    plain, encoded = f"https://x.go.th/{name}.pdf", f"https://x.go.th/{quote(name)}.pdf"
    assert urls.canonical(plain) == urls.canonical(encoded) == encoded
    assert urls.file_name(encoded) == f"{name}.pdf" == unquote(encoded).rpartition("/")[2]
    assert urls.file_name(f"https://x.go.th/{quote(name.encode('cp874', 'ignore'))}.pdf").endswith(".pdf")


@STEADY
@given(
    st.lists(
        st.sampled_from(["User-agent: *", "Disallow: /", "Allow: /a*$", "Crawl-delay: x", "Sitemap: //["]) | address
    )
)
def test_robots_txt_of_any_kind_is_read(lines: list[str]) -> None:
    rules = Rules.from_answer(200, "\n".join(lines).encode("utf-8", "replace"), "oit-checker")
    assert rules.allow(HOME) in {True, False}
    assert rules.crawl_delay >= 0
    assert all(urls.absolute(HOME, listed) is not False for listed in rules.sitemaps())


@STEADY
@given(st.integers(100, 599), st.binary(max_size=80))
def test_robots_txt_of_any_bytes_is_read(status: int, body: bytes) -> None:
    rules = Rules.from_answer(status, body, "oit-checker")
    assert rules.allow(HOME) or rules.unreachable or 200 <= status < 300


@STEADY
@given(st.lists(sitemap_pieces | address, max_size=12).map("".join), st.binary(max_size=8))
def test_a_sitemap_of_any_kind_is_read(text: str, head: bytes) -> None:
    for before in (b"", head):
        found = read_sitemap(before + text.encode("utf-8", "replace"))
        assert not (found.pages and found.more)
        assert len(found.pages) <= MAX_URLS
