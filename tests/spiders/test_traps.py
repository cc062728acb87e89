from __future__ import annotations

import pytest

from oit_checker.urls import page_key
from spiders.traps import cap, shape, trap, without_order

HOST = "https://x.go.th"


@pytest.mark.parametrize(
    "path",
    [
        "/wp-login.php",
        "/wp-admin/edit.php",
        "/login",
        "/member/logout.php",
        "/index.php?option=com_users&view=login",
        "/news/1?print=1",
        "/a?tmpl=component&print=1&page=",
        "/a?format=feed&type=rss",
        "/feed/",
        "/a?replytocom=12",
        "/shop?add-to-cart=3",
        "/a/b/a/b/a/b",
        "/x/x/x/y",
        "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17",
    ],
)
def test_traps(path: str) -> None:
    assert trap(HOST + path) is not None


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/ita/2569/o12",
        "/index.php?mo=10&art=42030975",
        "/public/list/data/index/menu/1685",
        "/printer-policy",
        "/2568/2568/2568",
        "/category/login-guide",
    ],
)
def test_no_traps(path: str) -> None:
    assert trap(HOST + path) is None


@pytest.mark.parametrize(
    ("path", "limited"),
    [
        ("/calendar?m=7", True),
        ("/%E0%B8%9B%E0%B8%8F%E0%B8%B4%E0%B8%97%E0%B8%B4%E0%B8%99/2569/03", True),
        ("/2025/10/15/", True),
        ("/search?q=x", True),
        ("/calendar", False),
        ("/procurement?month=10&year=2568", False),
        ("/2568/o12", False),
    ],
)
def test_cap(path: str, limited: bool) -> None:
    assert (cap(HOST + path) is not None) is limited


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/content/17/", "/content/2/", True),
        ("/calendar?m=-3", "/calendar?m=4", True),
        ("/i.php?cat=news&id=4", "/i.php?cat=news&id=51", True),
        ("/i.php?cat=news&id=4", "/i.php?cat=plan&id=4", False),
        ("/%E0%B8%81/1", "/%E0%B8%82/2", True),
        ("/a/1", "/b/1", False),
    ],
)
def test_shape(one: str, other: str, same: bool) -> None:
    assert (shape(page_key(HOST + one)) == shape(page_key(HOST + other))) is same


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("x/list?id=2&sort=asc", "x/list?id=2"),
        ("x/?C=N;O=D", "x/"),
        ("x/list?category=2", "x/list?category=2"),
        ("x/list", "x/list"),
    ],
)
def test_without_order(key: str, expected: str) -> None:
    assert without_order(key) == expected
