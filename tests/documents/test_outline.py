"""Which headings of a web page govern what stands below them."""

from __future__ import annotations

import pytest

from oit_checker.documents.html import read_html


def above(markup: str, text: str) -> tuple[str, ...]:
    page = read_html(f"<html><body>{markup}</body></html>".encode(), url="https://www.example.go.th/")
    return next(passage.above for passage in page.passages if passage.text == text)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<h1>A</h1><h2>B</h2><p>b</p><h2>C</h2><p>ก</p>", ("A", "C"), id="to the next of its own rank"),
        pytest.param("<h1>A</h1><h2>B</h2><h3>C</h3><p>ก</p>", ("A", "B", "C"), id="all ranks above"),
        pytest.param("<h3>A</h3><p>a</p><h2>B</h2><p>ก</p>", ("B",), id="none of a lower rank"),
        pytest.param("<h2>A</h2><p><b>B</b></p><p>ก</p>", ("A",), id="a bold line ends nothing"),
        pytest.param("<article><h2>A</h2></article><h3>B</h3><p>ก</p>", ("B",), id="an article keeps its own"),
        pytest.param("<h2>A</h2><aside><p>ก</p></aside>", (), id="what stands aside is another matter"),
        pytest.param("<h2>A</h2><aside><h3>B</h3></aside><p>ก</p>", ("A",), id="nor does it end anything"),
        pytest.param("<div><h2>A</h2></div><section><p>ก</p></section>", ("A",), id="boxes of a page builder"),
    ],
)
def test_a_heading_governs_what_is_below_it(markup: str, expected: tuple[str, ...]) -> None:
    assert above(markup, "ก") == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<h2>A</h2><h3>ก</h3>", ("A",), id="under a higher one"),
        pytest.param("<h2>A</h2><h3>B</h3><p>b</p><h3>ก</h3>", ("A",), id="not under the section before"),
        pytest.param("<h3>A</h3><h2>ก</h2>", (), id="nor under a lower one"),
        pytest.param("<h2>A</h2><h2>ก</h2>", (), id="nor under an empty section"),
        pytest.param("<p><b>A</b></p><h4>ก</h4>", ("A",), id="right below a bold line"),
        pytest.param("<p><b>A</b></p><table><tr><td>1<td>2<tr><td>3<td>4</table><h4>ก</h4>", (), id="a table between"),
    ],
)
def test_what_governs_a_heading(markup: str, expected: tuple[str, ...]) -> None:
    assert above(markup, "ก") == expected
