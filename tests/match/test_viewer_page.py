"""Which pages hold nothing but one file."""

from __future__ import annotations

import pytest

from oit_checker.documents.html import read_html
from oit_checker.match.viewer_page import only_file

PAGE = "https://box.example.net/s/ab12"
FILE = "https://box.example.net/raw/ab12"


def held(markup: str) -> str | None:
    return only_file(read_html(f"<html><title>งบปี 69.pdf</title><body>{markup}</body></html>".encode(), url=PAGE))


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param('<embed src="/raw/ab12" type="application/pdf">', id="shown in a frame"),
        pytest.param('<h1>งบปี 69.pdf</h1><p><a href="/raw/ab12">Download</a></p>', id="handed out by a button"),
        pytest.param(
            '<iframe src="/raw/ab12"></iframe><a href="/">Box</a><a href="/help">ช่วยเหลือ</a>', id="links of its own"
        ),
        pytest.param('<iframe src="/show/ab12"></iframe><a href="/raw/ab12">ดาวน์โหลด</a>', id="shown and handed out"),
        pytest.param(
            '<iframe src="/raw/ab12"></iframe><a href="https://reader.example.com/get.exe">Download reader</a>',
            id="a reader from elsewhere",
        ),
    ],
)
def test_a_page_that_holds_one_file_is_that_file(markup: str) -> None:
    assert held(markup) == FILE


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param('<iframe src="/raw/1"></iframe><iframe src="/raw/2"></iframe>', id="two files are a list"),
        pytest.param('<a href="/1.pdf">1</a><a href="/2.pdf">2</a>', id="two documents are a list"),
        pytest.param(
            f'<p>{"การประชุมครั้งนี้มีผู้แทนชุมชนร่วมให้ความเห็น " * 4}</p><iframe src="/raw/1"></iframe>', id="words of its own"
        ),
        pytest.param(
            '<form><input name="n"><input name="p"><textarea name="t"></textarea></form><iframe src="/raw/1"></iframe>',
            id="a form",
        ),
        pytest.param('<iframe src="https://maps.example.com/maps/embed?pb=1"></iframe>', id="a map"),
        pytest.param('<a href="/about">เกี่ยวกับเรา</a>', id="a link that promises no file"),
    ],
)
def test_a_page_that_holds_more_or_none_is_no_viewer(markup: str) -> None:
    assert held(markup) is None
