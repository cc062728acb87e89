"""How many addresses of one foreign host are asked in a run: ten thousand links to one file host are not our errand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from oit_checker.networks import bare_host, ip_address
from oit_checker.urls import registered_domain

TOO_MANY = "enough addresses of this host"
"""How the note begins that tells of an address left out by this limit."""


class Allowance:
    """Counts the distinct addresses of each host that is not the audited site's own.

    The site's own are its hosts and what stands under the same registered domain; an IP address is its own only with
    the same port, or where the site's was given without one. Without site_hosts nothing is foreign.
    """

    def __init__(self, site_hosts: Collection[str], most: int) -> None:
        self._own_hosts = frozenset(host.lower() for host in site_hosts)
        self._own_names = frozenset(registered_domain(host) for host in site_hosts if not _is_ip(host))
        self._most = most
        self._asked: dict[str, set[str]] = defaultdict(set)
        self._is_own: dict[str, bool] = {}

    def refusal(self, url: str, netloc: str) -> str | None:
        """Why `url` at the host `netloc` is not asked, None where it is; an address that was asked before is free."""
        if not self._own_hosts or self._belongs(netloc):
            return None
        asked = self._asked[netloc]
        if url not in asked and len(asked) >= self._most:
            return f"{TOO_MANY}: {self._most}"
        asked.add(url)
        return None

    def _belongs(self, netloc: str) -> bool:
        if netloc not in self._is_own:
            self._is_own[netloc] = bool({netloc, bare_host(netloc)} & self._own_hosts) or (
                not _is_ip(netloc) and registered_domain(netloc) in self._own_names
            )
        return self._is_own[netloc]


def _is_ip(host: str) -> bool:
    return ip_address(bare_host(host)) is not None
