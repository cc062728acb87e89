"""Addresses that stand in a text as words."""

from __future__ import annotations

import pytest

from oit_checker.documents.typed_links import typed_addresses

HERE = "https://www.example.go.th/ita/2569"


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        pytest.param("https://www.example.go.th/a.pdf", ["https://www.example.go.th/a.pdf"], id="alone"),
        pytest.param("ที่ www.example.go.th/a, หน้า 2", ["www.example.go.th/a"], id="no scheme, comma after"),
        pytest.param("(http://example.go.th/a_(1).pdf)", ["http://example.go.th/a_(1).pdf"], id="brackets"),
        pytest.param("http://example.go.th/a.pdfดาวน์โหลด", ["http://example.go.th/a.pdf"], id="Thai right after"),
        pytest.param("http://example.go.th/แผน.pdf", ["http://example.go.th/แผน.pdf"], id="Thai in the name"),
        pytest.param(
            "http://a.go.th/1.pdf http://a.go.th/2.pdf", ["http://a.go.th/1.pdf", "http://a.go.th/2.pdf"], id="two"
        ),
        pytest.param("saraban@www.example.go.th", [], id="mail"),
        pytest.param("www. ของกรม", [], id="no host"),
    ],
)
def test_addresses_are_found_as_typed(text: str, typed: list[str]) -> None:
    assert [address for address, _ in typed_addresses(text, HERE)] == typed


def test_address_without_a_scheme_is_of_the_web() -> None:
    assert [url for _, url in typed_addresses("WWW.Example.go.th/ก.pdf", HERE)] == [
        "http://www.example.go.th/%E0%B8%81.pdf"
    ]
