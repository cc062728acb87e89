"""Pages beside the main site on which its ITA list may stand: a sub-domain of its own, or one page of another host."""

from __future__ import annotations

from collections.abc import Collection

from oit_checker.model.page import Link
from oit_checker.thai.assessment import is_named_list, is_own_subdomain, speaks_of_assessment
from oit_checker.urls import is_document, is_media

MOST_PAGES = 3
"""Pages of other hosts that are read as lists; sites link to the lists of others too."""


class Elsewhere:
    """Judges links that lead off the site; most_hosts bounds the site's own hosts, each of which has two spellings."""

    def __init__(self, most_hosts: int) -> None:
        self._most_hosts = most_hosts
        self._pages: set[str] = set()

    def is_of_site(self, link: Link, host: str, hosts: Collection[str]) -> bool:
        """Whether the host is a sub-domain of the site's own for its ITA pages; it is then a host of the site."""
        said = speaks_of_assessment(link.text, link.heading, host)
        return said and len(hosts) < 2 * self._most_hosts and is_own_subdomain(host, hosts)

    def is_list(self, link: Link, host: str) -> bool:
        """Whether the page is to be read as the site's list; the link stands on the home page or in a menu."""
        if link.url in self._pages or not is_named_list(link.text, host):
            return False
        if len(self._pages) >= MOST_PAGES or is_document(link.url) or is_media(link.url):
            return False
        self._pages.add(link.url)
        return True
