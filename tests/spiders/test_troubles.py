"""What is said of a home page that could not be had names the website as the officer typed it."""

from __future__ import annotations

import pytest

from oit_checker.model.page import Failure
from spiders.troubles import is_wall, shown_host, why_failed

THAI = "เทศบาล.ไทย".encode("idna").decode()


@pytest.mark.parametrize(
    ("url", "typed", "shown"),
    [
        pytest.param("https://www.nohost.invalid/", "https://nohost.invalid/", "nohost.invalid", id="www was tried"),
        pytest.param("http://a.go.th/", "https://www.a.go.th/", "www.a.go.th", id="www was typed"),
        pytest.param(f"https://www.{THAI}/", f"https://{THAI}/", "เทศบาล.ไทย", id="a name in Thai"),
        pytest.param("https://portal.b.go.th/", "https://a.go.th/", "portal.b.go.th", id="sent elsewhere"),
        pytest.param("http://127.0.0.1:9/", "http://127.0.0.1:9/", "127.0.0.1:9", id="an address"),
    ],
)
def test_the_website_is_named_as_it_was_typed(url: str, typed: str, shown: str) -> None:
    assert shown_host(url, typed) == shown


def test_a_name_that_is_not_found_may_be_our_own_network() -> None:
    told = why_failed(Failure.DNS, "nohost.invalid", 20)
    assert "nohost.invalid" in told
    assert "เครื่องนี้ต่ออินเทอร์เน็ตอยู่" in told


@pytest.mark.parametrize(
    "said",
    [
        *(
            "<title>\n Just a moment...</title>",
            "Attention Required! | Cloudflare",
            "_Incapsula_Resource",
            "DDoS-Guard",
        ),
        *("The requested URL was rejected", "PARDON OUR INTERRUPTION", "FortiGuard", "/cdn-cgi/challenge-platform/"),
    ],
)
def test_a_wall_is_told_by_its_marks(said: str) -> None:
    body = f"<p>{said}".encode()
    assert is_wall(200, {}, body)
    assert is_wall(403, {}, body.rjust(20_000))
    assert not is_wall(200, {}, body.rjust(20_000))  # a long page that was served speaks of walls
    assert not is_wall(403, {}, body.rjust(40_000))


@pytest.mark.parametrize("said", ["", "<title>Moment</title>", "Just a moment", "Attention Required", "sucuri net"])
def test_no_wall_without_a_mark(said: str) -> None:
    assert not is_wall(403, {}, said.encode())
    assert is_wall(403, {"cf-mitigated": "challenge"}, said.encode())
