from __future__ import annotations

import pytest

from oit_checker.verify.homes import is_home
from oit_checker.verify.probes import MOST_PER_HOST, NO_SUCH_NAME, kind_of_address, probes_for

SITE = "https://x.go.th"
PHP = f"/{NO_SUCH_NAME}.php"


@pytest.mark.parametrize(
    ("urls", "expected"),
    [
        pytest.param(["/a", "/b"], ["/oit-checker-no-such-page-4f1c9b"], id="pages at the root"),
        pytest.param(["/ita/a", "/ita/b", "/c"], ["/ita/oit-checker-no-such-page-4f1c9b"], id="the folder most used"),
        pytest.param(["/ita/a.html"], ["/ita/oit-checker-no-such-page-4f1c9b.html"], id="ending"),
        pytest.param(["/f/a.pdf"], ["/f/oit-checker-no-such-page-4f1c9b.pdf"], id="file"),
        pytest.param(["/i.php?mo=3&art=42"], ["/i.php?mo=999999999&art=999999999", PHP], id="numbers"),
        pytest.param(["/i.php?page=ita"], ["/i.php?page=oit-checker-no-such-page-4f1c9b", PHP], id="names"),
        pytest.param(["/i.php?id=5&v=2"], ["/i.php?id=999999999&v=2", PHP], id="a version stays as it is"),
        pytest.param(["/i.php?c=ita&lang=th"], [f"/i.php?c={NO_SUCH_NAME}&lang=th", PHP], id="a language too"),
        pytest.param(["/i.php?lang=th", "/i.php?v=2", "/i.php?utm_source=fb"], [PHP], id="nothing but such fields"),
        pytest.param(["/index.php?id=5"], ["/index.php?id=999999999"], id="the home page's script exists"),
        pytest.param(["/"], ["/oit-checker-no-such-page-4f1c9b"], id="only the home page"),
    ],
)
def test_probes_for(urls: list[str], expected: list[str]) -> None:
    assert sorted(probes_for(SITE + url for url in urls).values()) == [SITE + url for url in expected]


def test_the_same_addresses_give_the_same_probes_in_any_order() -> None:
    urls = [f"{SITE}/{folder}/{n}{end}" for folder in "ab" for n in range(3) for end in ("", ".pdf", ".php?id=1")]
    assert probes_for(urls) == probes_for(reversed(urls))


def test_probes_are_few_per_host() -> None:
    urls = [f"{SITE}/{n}.php?f{n}=1" for n in range(50)]
    assert len(probes_for(urls)) == MOST_PER_HOST


def test_kinds_differ_by_host_script_and_fields() -> None:
    assert kind_of_address(f"{SITE}/i.php?id=1") == kind_of_address(f"{SITE}/i.php?id=2")
    assert kind_of_address(f"{SITE}/i.php?id=1") != kind_of_address(f"{SITE}/i.php?cat=1")
    assert kind_of_address(f"{SITE}/a.pdf") != kind_of_address(f"{SITE}/a")


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("/", True),
        ("/index.php", True),
        ("/th/", True),
        ("/th/home", True),
        ("/หน้าแรก", True),
        ("/%E0%B8%AB%E0%B8%99%E0%B9%89%E0%B8%B2%E0%B9%81%E0%B8%A3%E0%B8%81", True),
        ("/?page=home", True),
        ("/?lang=th&utm_source=fb", True),
        ("/index.php?id=5", False),
        ("/?p=123", False),
        ("/ita", False),
        ("/home/plan.pdf", False),
    ],
)
def test_is_home(way: str, expected: bool) -> None:
    assert is_home(SITE + way) is expected
