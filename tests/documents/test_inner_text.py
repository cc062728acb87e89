"""What an element shows as text, all of it and its beginning alone."""

import pytest

from oit_checker.documents.inner_text import inner_text
from oit_checker.documents.tree import parse_html

PLENTY = 100_000


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<b>O1</b> <i>โครง</i>สร้าง<br>2569", "O1 โครงสร้าง 2569", id="line break"),
        pytest.param("ก<p>ข</p>ค<span>ง</span>จ<li></li>ฉ", "ก ข คงจ ฉ", id="blocks, one of them empty"),
        pytest.param("ก<script>x</script>ข<svg><title>y</title></svg>ค<img alt=z>ง", "กขค ง", id="what is silent"),
        pytest.param(f"{'<div>' * 148}<b>ก</b><p>ข</p>{'</div>' * 148}ค", "ก ข ค", id="as deep as is looked"),
        pytest.param(f"{'<div>' * 150}<b>ก</b>{'<p>ข</p>' * 2}", "กขข", id="deeper, where words are plain text"),
    ],
)
def test_inner_text(html: str, text: str) -> None:
    root = parse_html(f"<body><div>{html}</div>".encode())[0][0]
    assert inner_text(root) == text
    assert inner_text(root, PLENTY)[:1] == text[:1]


@pytest.mark.parametrize("most", [1, 3, 200, PLENTY])
def test_the_beginning_is_the_text_cut(most: int) -> None:
    root = parse_html(f"<div>{'<p>รายการ <b>ที่</b> 1<br>ดู</p>ข่าว' * 50}</div>".encode())
    whole = inner_text(root)
    assert inner_text(root, most) == (whole if len(whole) <= most else whole[: most - 1].rstrip() + "…")
