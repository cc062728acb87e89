from __future__ import annotations

import pytest

from oit_checker.networks import Network, bare_host, is_private_address, may_lead_to, network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.150.0.1", Network.PUBLIC),
        ("2001:4860:4860::8888", Network.PUBLIC),
        ("127.0.0.53", Network.LOOPBACK),
        ("::1", Network.LOOPBACK),
        ("0.0.0.0", Network.LOOPBACK),
        ("::ffff:127.0.0.1", Network.LOOPBACK),
        ("10.1.2.3", Network.PRIVATE),
        ("172.20.0.1", Network.PRIVATE),
        ("192.168.0.1", Network.PRIVATE),
        ("100.64.0.1", Network.PRIVATE),
        ("fd00::1", Network.PRIVATE),
        ("224.0.0.1", Network.PRIVATE),
        ("2002:0a00:0001::1", Network.PRIVATE),
        ("64:ff9b::10.0.0.1", Network.PRIVATE),
        ("64:ff9b::7f00:1", Network.LOOPBACK),
        ("localhost:80", Network.LOOPBACK),
        ("[::1]:80", Network.LOOPBACK),
        ("intra.local", Network.PRIVATE),
        ("2852039166", Network.LINK_LOCAL),
        ("fd00:ec2::254", Network.LINK_LOCAL),
        ("169.254.169.254", Network.LINK_LOCAL),
        ("fe80::1%eth0", Network.LINK_LOCAL),
    ],
)
def test_network_of(address: str, network: Network) -> None:
    assert network_of(address) is network


@pytest.mark.parametrize(
    ("netloc", "host"),
    [
        ("x.go.th", "x.go.th"),
        ("x.go.th:8080", "x.go.th"),
        ("[::1]:80", "::1"),
        ("::1", "::1"),
        ("10.0.0.1:9", "10.0.0.1"),
    ],
)
def test_bare_host(netloc: str, host: str) -> None:
    assert bare_host(netloc) == host


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        *((host, True) for host in ("localhost", "127.0.0.1:8000", "127.1", "2130706433", "0x7f000001", "0177.0.0.1")),
        *(
            (host, True)
            for host in ("10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0")
        ),
        *(
            (host, True)
            for host in ("[::1]:80", "fe80::1", "[::ffff:10.0.0.1]", "64:ff9b::7f00:1", "intra.local", "LOCALHOST.")
        ),
        *(
            (host, False)
            for host in (
                "www.x.go.th",
                "8.8.8.8",
                "118.174.46.162:9080",
                "2001:4860:4860::8888",
                "10.go.th",
                "fe80.go.th",
            )
        ),
    ],
)
def test_is_private_address(host: str, expected: bool) -> None:
    assert is_private_address(host) is expected


@pytest.mark.parametrize(
    ("own", "there", "expected"),
    [
        pytest.param(Network.PUBLIC, Network.PUBLIC, True, id="public to public"),
        pytest.param(Network.PUBLIC, Network.PRIVATE, False, id="public to inside"),
        pytest.param(Network.LOOPBACK, Network.LOOPBACK, True, id="this machine to itself"),
        pytest.param(Network.LOOPBACK, Network.PRIVATE, False, id="this machine to the network around it"),
        pytest.param(Network.PRIVATE, Network.LOOPBACK, False, id="inside to this machine"),
        pytest.param(Network.PRIVATE, Network.PUBLIC, True, id="inside to public"),
        pytest.param(Network.LINK_LOCAL, Network.LINK_LOCAL, False, id="link-local never"),
    ],
)
def test_may_lead_to(own: Network, there: Network, expected: bool) -> None:
    assert may_lead_to(frozenset({own}), there) is expected
