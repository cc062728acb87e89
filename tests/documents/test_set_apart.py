"""Badges and the items of a flex row stand apart in the text of a page; a word cut into elements stays one word."""

from __future__ import annotations

import pytest

from oit_checker.documents.inner_text import inner_text
from oit_checker.documents.tree import parse_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<a>หลักเกณฑ์<span class='badge bg-secondary'>PDF</span></a>", "หลักเกณฑ์ PDF", id="a badge"),
        pytest.param("<a>ใหม่<sup class='badge'>New</sup>ดู</a>", "ใหม่ New ดู", id="words on both sides"),
        pytest.param(
            "<a class='list-group-item d-flex'><span>หลักเกณฑ์</span><span>PDF</span></a>", "หลักเกณฑ์ PDF", id="a flex row"
        ),
        pytest.param("<p><span>โครง</span><span>สร้าง</span></p>", "โครงสร้าง", id="a word cut by an editor"),
        pytest.param(
            "<p class='flex-fill'><span>โครง</span><b>สร้าง</b></p>", "โครงสร้าง", id="an item of a row, no row"
        ),
        pytest.param("<a class='d-flex'>โครงสร้าง</a> 2569", "โครงสร้าง 2569", id="nothing to part"),
    ],
)
def test_what_is_shown_apart_is_read_apart(html: str, text: str) -> None:
    assert inner_text(parse_html(f"<html><body><div>{html}</div></body></html>".encode())) == text
