from __future__ import annotations

import pytest

from oit_checker.fetch.allowance import TOO_MANY, Allowance


@pytest.mark.parametrize(
    ("site", "netloc", "foreign"),
    [
        pytest.param("www.x.go.th", "www.x.go.th", False, id="the site"),
        pytest.param("www.x.go.th", "ita.x.go.th", False, id="its sub-domain"),
        pytest.param("www.x.go.th", "www.y.go.th", True, id="another agency"),
        pytest.param("www.x.go.th", "drive.google.com", True, id="a file host"),
        pytest.param("127.0.0.1:8000", "127.0.0.1:8000", False, id="an address with its port"),
        pytest.param("127.0.0.1:8000", "127.0.0.1:9000", True, id="the same address, another port"),
        pytest.param("127.0.0.1", "127.0.0.1:9000", False, id="an address given without a port"),
        pytest.param("127.0.0.1", "127.0.0.2:9000", True, id="another address"),
    ],
)
def test_only_foreign_hosts_are_limited(site: str, netloc: str, foreign: bool) -> None:
    allowance = Allowance([site], 2)
    refusals = [allowance.refusal(f"http://{netloc}/{n}", netloc) for n in range(3)]
    assert refusals[:2] == [None, None]
    assert (refusals[2] or "").startswith(TOO_MANY) is foreign


def test_an_address_that_was_asked_may_be_asked_again_and_each_host_has_its_own_limit() -> None:
    allowance = Allowance(["x.go.th"], 1)
    assert allowance.refusal("http://a.com/1", "a.com") is None
    assert allowance.refusal("http://b.com/1", "b.com") is None
    assert allowance.refusal("http://a.com/1", "a.com") is None
    assert allowance.refusal("http://a.com/2", "a.com") is not None


def test_without_a_site_nothing_is_foreign() -> None:
    assert [Allowance([], 0).refusal("http://a.com/1", "a.com")] == [None]
