"""Which kind of network a host stands in, told from its spelling alone, and where an audited site may lead us."""

from __future__ import annotations

import ipaddress
import re
import socket
from enum import StrEnum

from oit_checker.patterns import regex

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_METADATA = frozenset({"100.100.100.200", "fd00:ec2::254", "192.0.0.192"})
"""Where clouds answer with a machine's keys outside of the link-local range."""
_INSIDE = (".local", ".internal", ".lan", ".home.arpa")


class Network(StrEnum):
    """LINK_LOCAL also stands for the addresses at which clouds hand out a machine's keys."""

    PUBLIC = "public"
    LOOPBACK = "loopback"
    LINK_LOCAL = "link-local"
    PRIVATE = "private"


def network_of(host: str) -> Network:
    """The kind of network of a host name or IP literal, with or without port and brackets.

    Reads every form that resolvers do: `127.1`, `2130706433`, `0x7f000001`, `[::ffff:10.0.0.1]`. What is neither
    public nor one of the other kinds counts as private. A name is judged as a name; what it resolves to is the
    caller's question, asked again with the address.
    """
    name = bare_host(host)
    address = ip_address(name)
    if address is None:
        return _network_of_name(name)
    if isinstance(address, ipaddress.IPv6Address):
        address = address.ipv4_mapped or address.sixtofour or _nat64(address) or address
    if address.is_loopback or address.is_unspecified:
        return Network.LOOPBACK
    if address.is_link_local or str(address) in _METADATA:
        return Network.LINK_LOCAL
    return Network.PUBLIC if address.is_global and not address.is_multicast else Network.PRIVATE


def may_lead_to(own: frozenset[Network], there: Network) -> bool:
    """Whether a site that stands in the networks `own` may send us `there`: never to link-local ones.

    A site on this very machine may not send us into the network around it, nor one inside to this machine.
    """
    return there is Network.PUBLIC or (there in own and there is not Network.LINK_LOCAL)


def is_private_address(host: str) -> bool:
    """Whether a host name or IP literal is loopback, private, link-local or otherwise not of the public internet."""
    return network_of(host) is not Network.PUBLIC


def bare_host(netloc: str) -> str:
    """A host name or address without port, brackets and closing dot, in lower case."""
    name = netloc.strip().lower()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    if name.count(":") == 1:
        name = name.partition(":")[0]
    return name.rstrip(".")


def ip_address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """An IP literal in any form that resolvers read; None for a name."""
    try:
        return ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        pass
    if not name or not re.fullmatch(r"[0-9a-fx.]+", name):
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(name))
    except OSError:
        return None


def _network_of_name(name: str) -> Network:
    if name == "localhost" or name.endswith(".localhost"):
        return Network.LOOPBACK
    return Network.PRIVATE if name.endswith(_INSIDE) else Network.PUBLIC


def _nat64(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None


# Addresses that can only be a map; the short links of the same services to anything (goo.gl/…) are none.
_MAP = regex(
    r"https?://(?:maps\.app\.goo\.gl|maps\.google\.[a-z.]+|maps\.apple\.com|(?:www\.)?(?:google\.[a-z.]+|goo\.gl|bing\.com)/maps"
    r"|(?:www\.)?openstreetmap\.org|map\.longdo\.com)(?=[/?#]|$)",
    re.IGNORECASE,
)


def is_map_address(url: str) -> bool:
    """Whether a link can lead to a map alone."""
    return _MAP.match(url) is not None
