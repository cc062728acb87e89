"""The quick looks at a page's markup find the same openers as the search for every target."""

import pytest
from lxml.html import HtmlElement

from oit_checker.documents import openers
from oit_checker.documents.openers import Openers
from oit_checker.documents.tree import parse_page

FILLER = '<p class="content">content #content</p>'


def opened(html: str, *, hand_over: bool) -> list[tuple[str, str | None]]:
    root, markup = parse_page(f"<body>{FILLER}{html}</body>".encode())
    jumps: list[HtmlElement] | None = None
    if hand_over:
        jumps = [anchor for anchor in root.iter("a") if (anchor.get("href") or "").startswith("#")]
    found = Openers(root, markup.lower(), jumps)
    return [(element.tag, label) for element in root.iter() if (label := found.label(element))]


@pytest.mark.parametrize("hand_over", [False, True])
@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param('<a href="#content">ข้าม</a><main id="content">ก</main>', [], id="a jump"),
        pytest.param('<a href="#x">เปิด</a><div class="tab-pane" id="x">ก</div>', [("div", "เปิด")], id="pane"),
        pytest.param(
            '<a href="#X">เปิด</a><DIV ID = X CLASS=Collapse>ก</DIV>', [("div", "เปิด")], id="unquoted, capitals"
        ),
        pytest.param(
            '<a href="#x">เปิด</a><div title="1 > 0" id="x" class="panel">ก</div>', [("div", "เปิด")], id="odd start tag"
        ),
        pytest.param(
            '<a href="#x">เปิด</a><div title="<b" id="x" data-n="a>b" class="panel">ก</div>',
            [("div", "เปิด")],
            id="two odd signs",
        ),
        pytest.param('<a href="#ก">เปิด</a><div class="modal" id="ก">ก</div>', [("div", "เปิด")], id="a Thai name"),
        pytest.param('<a href="#x">ปี 2569</a><div id="x">ก</div>', [("div", "ปี 2569")], id="year"),
        pytest.param('<a href="#x" role="tab">เปิด</a><div id="x">ก</div>', [("div", "เปิด")], id="by role"),
        pytest.param(
            "<a href='#' onclick=\"show(event, 'x')\">เปิด</a><a href='#y'>ข้าม</a><div id='x'>ก</div>",
            [("div", "เปิด")],
            id="by a call beside a jump",
        ),
        pytest.param(
            '<a href="#x">เปิด</a><p id="x">ก</p><p id="x" class="panel">ข</p>',
            [],
            id="the first of two of one id counts",
        ),
    ],
)
def test_what_is_opened(
    html: str, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch, *, hand_over: bool
) -> None:
    assert opened(html, hand_over=hand_over) == expected
    monkeypatch.setattr(openers, "_FEW_JUMPS", 0)
    assert opened(html, hand_over=hand_over) == expected
